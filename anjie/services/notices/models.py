"""One message to one person about one event; announcements to many with read receipts."""

from __future__ import annotations

from django.db import models

from anjie.access.models import Membership


class Notice(models.Model):
    """One message to one membership about one event; ``key`` makes it unique, so it is sent once."""

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="notices", db_index=False)
    key = models.CharField(max_length=120)
    verb = models.CharField(max_length=48)
    title = models.CharField(max_length=80)
    text = models.CharField(max_length=300)
    case_id = models.BigIntegerField(null=True)
    link = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-id",)
        indexes = [
            models.Index(fields=["membership", "-id"], name="notice_member"),
            models.Index(
                fields=["membership"], condition=models.Q(read_at__isnull=True), name="notice_unread"
            ),
        ]
        constraints = [models.UniqueConstraint(fields=["membership", "key"], name="notice_once")]
