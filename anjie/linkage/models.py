"""Which mediation a recovery case was sent to and what came of it; many being sent at once."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from anjie.access.models import Membership
from anjie.desk.public import Case

__all__ = ["CaseLink", "Sending"]

SEALED_ANSWERS = "linkage_sending.answers_sealed"
"""Where the answers given for many cases wait; the row is the sending's id."""


class CaseLink(models.Model):
    """One sending of a recovery case to mediation; at most one of a case stops its collection.

    ``left_state`` is the state the case left and goes back to, ``left_pause`` the code of the reason it was paused
    for. ``promise_ids`` are the agreement's instalments on the recovery case, while and after they run.
    """

    class State(models.TextChoices):
        MEDIATING = "mediating", "调解中"
        PLAN = "plan", "协议履行中"
        KEPT = "kept", "协议已履行"
        BROKEN = "broken", "协议违约"
        ENDED = "ended", "未达成协议"
        OVER = "over", "催收案件已结束"

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    mediation = models.OneToOneField(Case, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.MEDIATING)
    left_state = models.CharField(max_length=24)
    left_pause = models.CharField(max_length=40, blank=True)
    outcome = models.CharField(max_length=40, blank=True, help_text="how mediation ended, in words")
    promise_ids = ArrayField(models.BigIntegerField(), default=list)
    by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, help_text="when mediation ended")

    class Meta:
        ordering = ("-id",)
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(state__in=["mediating", "plan", "kept"]),
                name="one_link_stops_a_case",
            )
        ]


class Sending(models.Model):
    """Many cases on their way to mediation in the background: how far it is, and of each refused one why.

    ``given`` is what was chosen for all; ``case_ids`` up to ``done`` have been sent or refused.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "排队中"
        RUNNING = "running", "进行中"
        DONE = "done", "已完成"
        FAILED = "failed", "未完成"

    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    given = models.JSONField()
    answers_sealed = models.BinaryField(null=True, help_text="to the institution's form, by field code")
    case_ids = ArrayField(models.BigIntegerField())
    done = models.IntegerField(default=0)
    sent = models.IntegerField(default=0)
    refused = models.JSONField(default=list)
