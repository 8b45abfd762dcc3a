"""Complaints on cases and the steps by which they are handled."""

from __future__ import annotations

from django.db import models

from anjie.access.models import Membership
from anjie.desk.public import Case

__all__ = ["Complaint", "ComplaintStep"]


class Complaint(models.Model):
    """Somebody complains of how a case is worked; closed with what was done and what came of it."""

    class Severity(models.TextChoices):
        MINOR = "minor", "轻微"
        GENERAL = "general", "一般"
        MAJOR = "major", "重大"

    class Channel(models.TextChoices):
        PHONE = "phone", "来电"
        VISIT = "visit", "来访"
        LETTER = "letter", "信函"
        ONLINE = "online", "网络平台"
        CLIENT = "client", "委托方转来"
        REGULATOR = "regulator", "监管机构转来"
        COURT = "court", "诉讼或报警"

    class State(models.TextChoices):
        OPEN = "open", "处理中"
        CLOSED = "closed", "已办结"

    case = models.ForeignKey(Case, models.PROTECT, related_name="complaints")
    complainant = models.CharField(max_length=60)
    against = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    channel = models.CharField(max_length=10, choices=Channel.choices)
    severity = models.CharField(max_length=8, choices=Severity.choices)
    what = models.CharField(max_length=1000)
    why = models.CharField(max_length=300)
    received_on = models.DateField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    measures = models.CharField(max_length=1000, blank=True)
    result = models.CharField(max_length=1000, blank=True)
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    closed_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["state", "received_on"], name="complaint_state")]


class ComplaintStep(models.Model):
    """One thing to be done about a complaint by a working day, and what was done."""

    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="steps")
    what = models.CharField(max_length=200)
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    note = models.CharField(max_length=500, blank=True)
    told_late_at = models.DateTimeField(null=True, help_text="when its supervisor was told that it is late")

    class Meta:
        ordering = ("due_on", "id")
        indexes = [
            models.Index(
                fields=["due_on"],
                condition=models.Q(done_at__isnull=True, told_late_at__isnull=True),
                name="complaint_step_owed",
            )
        ]
