"""Reminders of a placement's recall day (once each), retentions asked and decided, and pauses with what they cost."""

from __future__ import annotations

from django.db import models

from anjie.access.models import Membership
from anjie.desk.public import Case
from anjie.services.terms.models import PauseReason

__all__ = ["Reminder", "Retention", "TermPause"]


class Reminder(models.Model):
    """The reminder at 30, 15, 7 or 3 days was given for this term; unique, so it is given once."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="+")
    term_on = models.DateField()
    days = models.SmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "term_on", "days"], name="reminded_once")]


class Retention(models.Model):
    """A collector asks to keep a placement for another term; the clerk decides after asking the client."""

    class State(models.TextChoices):
        ASKED = "asked", "待决定"
        GRANTED = "granted", "已留案"
        DECLINED = "declined", "未同意"
        WITHDRAWN = "withdrawn", "已撤回"

    case = models.ForeignKey(Case, models.CASCADE, related_name="retentions")
    asked_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    reason = models.CharField(max_length=500)
    months = models.SmallIntegerField(default=1)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    decided_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=500, blank=True)
    old_term_on = models.DateField(null=True)
    new_term_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(state="asked"), name="one_open_retention_per_case"
            )
        ]


class TermPause(models.Model):
    """A placement was paused from a day on, up to the day it went on; one open pause per case.

    The recall day was ``term_before`` and is ``term_after``: later by the days since ``counts_from`` where the
    clock stands still. ``counts_from`` lies after ``from_on`` where the term was given anew during the pause.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="pauses")
    reason = models.ForeignKey(PauseReason, models.PROTECT, null=True, related_name="+")
    note = models.CharField(max_length=500, blank=True)
    stops_clock = models.BooleanField()
    from_on = models.DateField()
    counts_from = models.DateField()
    to_on = models.DateField(null=True)
    term_before = models.DateField(null=True)
    term_after = models.DateField(null=True)
    began_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    began_at = models.DateTimeField()
    ended_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(to_on=None), name="one_open_pause_per_case"
            )
        ]

    @property
    def days(self) -> int:
        """By how many days the recall day moved."""
        return (self.term_after - self.term_before).days if self.term_after and self.term_before else 0
