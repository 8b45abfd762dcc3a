"""The editable table over the known calendar, and the reasons for which a term may stand still."""

from __future__ import annotations

from django.db import models


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
