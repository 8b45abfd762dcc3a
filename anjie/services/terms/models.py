"""The editable table over the known calendar, why a term may stand still, and when that of a case did."""

from __future__ import annotations

from django.db import models

from anjie.access.models import Membership
from anjie.desk.public import Case


class CalendarDay(models.Model):
    """A day that is worked or not, whatever the known calendar says."""

    day = models.DateField(primary_key=True)
    is_working = models.BooleanField()
    note = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ("day",)


class PauseReason(models.Model):
    """Why a term of a line is paused, and whether its clock stands still for that."""

    line = models.CharField(max_length=12)
    code = models.CharField(max_length=24)
    label = models.CharField(max_length=40)
    stops_clock = models.BooleanField()
    is_active = models.BooleanField(default=True)
    position = models.SmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["line", "code"], name="pause_reason_code"),
            models.UniqueConstraint(fields=["line", "label"], name="pause_reason_label"),
        ]


class TermPause(models.Model):
    """A case was paused from a day on, up to the day it went on; one open pause per case.

    Its term ended on ``term_before`` and ends on ``term_after``: later by the days since ``counts_from`` where the
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
        """By how many days the end of the term moved."""
        return (self.term_after - self.term_before).days if self.term_after and self.term_before else 0
