"""Questions someone else must decide, each about one case."""

from __future__ import annotations

from django.db import models

from anjie.access.models import Membership
from anjie.desk.public import Case


class Approval(models.Model):
    """One question of one kind about one case: asked, then granted, declined or withdrawn."""

    class State(models.TextChoices):
        ASKED = "asked", "待决定"
        GRANTED = "granted", "已同意"
        DECLINED = "declined", "未同意"
        WITHDRAWN = "withdrawn", "已撤回"

    kind = models.CharField(max_length=40)
    case = models.ForeignKey(Case, models.CASCADE, related_name="+")
    facts = models.JSONField(default=dict, help_text="what is asked, in the kind's own words")
    reason = models.CharField(max_length=500)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    asked_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("-asked_at", "-id")
        indexes = [models.Index(fields=["state", "kind", "-asked_at"], name="approval_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "case"], condition=models.Q(state="asked"), name="one_open_approval_per_kind"
            )
        ]
