"""Reminders of a placement's recall day (once each), and retentions asked and decided."""

from __future__ import annotations

from django.db import models

from anjie.access.models import Membership
from anjie.desk.public import Case

__all__ = ["Reminder", "Retention"]


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
