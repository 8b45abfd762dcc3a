"""Announcements to everyone or some units, with who has read them."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from anjie.access.models import Membership


class Announcement(models.Model):
    """Something everyone in some units should read."""

    title = models.CharField(max_length=80)
    text = models.TextField()
    unit_ids = ArrayField(models.BigIntegerField(), default=list, help_text="empty: everyone")
    is_pinned = models.BooleanField(default=False)
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-is_pinned", "-at")


class AnnouncementRead(models.Model):
    """The receipt: this membership has read it."""

    announcement = models.ForeignKey(Announcement, models.CASCADE, related_name="reads")
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["announcement", "membership"], name="read_once")]
