"""What vendors told us, each once."""

from __future__ import annotations

from django.db import models


class Callback(models.Model):
    """One event a vendor sent, under his reference; sent again it changes nothing."""

    vendor = models.CharField(max_length=20)
    reference = models.CharField(max_length=120)
    event = models.CharField(max_length=48)
    facts = models.JSONField(default=dict)
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    failure = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ("-id",)
        constraints = [models.UniqueConstraint(fields=["vendor", "reference"], name="callback_once")]
        indexes = [
            models.Index(fields=["at"], condition=models.Q(done_at__isnull=True), name="callback_open")
        ]
