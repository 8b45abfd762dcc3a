"""The editable table over the known calendar: public holidays and make-up working days."""

from __future__ import annotations

from django.db import models


class CalendarDay(models.Model):
    """A day that is worked or not, whatever the known calendar says."""

    day = models.DateField(primary_key=True)
    is_working = models.BooleanField()
    note = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ("day",)
