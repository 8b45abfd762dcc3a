"""Closings as they are asked for and decided, with what the parties agreed, row by row."""

from __future__ import annotations

from django.db import models

from anjie.access.models import Membership
from anjie.desk.public import Case, Party
from anjie.lines.mediation.application.models import Dispute

__all__ = ["AgreedTerm", "Closing"]


class Closing(models.Model):
    """One request to close a case with an outcome; the newest that was not sent back is the case's own.

    ``effective_on`` is the day the agreement took effect, ``court_until`` the last day on which both parties may ask
    a court to confirm it, ``filed_on`` the day they did.
    """

    class State(models.TextChoices):
        ASKED = "asked", "待审批"
        APPROVED = "approved", "已同意"
        SENT_BACK = "sent_back", "已退回"

    case = models.ForeignKey(Case, models.CASCADE, related_name="closings")
    outcome = models.CharField(max_length=10, choices=Dispute.Outcome.choices)
    note = models.TextField(blank=True, help_text="what was agreed besides the terms, or why it failed")
    points = models.TextField(blank=True, help_text="争议焦点")
    performance = models.CharField(max_length=200, blank=True, help_text="履行方式")
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True, help_text="sum of the agreement")
    court = models.CharField(max_length=60, blank=True, help_text="管辖法院")
    findings = models.JSONField(default=list, help_text="[{level, code, message, law}] when it was asked")
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=500, blank=True)
    effective_on = models.DateField(null=True)
    court_until = models.DateField(null=True)
    filed_on = models.DateField(null=True)
    court_no = models.CharField(max_length=60, blank=True, help_text="the court's number of the confirmation")

    class Meta:
        ordering = ("-id",)
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=~models.Q(state="sent_back"), name="one_standing_closing"
            )
        ]
        indexes = [
            models.Index(
                fields=["court_until"],
                condition=models.Q(court_until__isnull=False, filed_on__isnull=True),
                name="closing_court_until",
            )
        ]


class AgreedTerm(models.Model):
    """One thing agreed: somebody pays an amount by a day, or does something by a day."""

    class Kind(models.TextChoices):
        PAY = "pay", "付款"
        DO = "do", "其他履行"

    closing = models.ForeignKey(Closing, models.CASCADE, related_name="terms")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=4, choices=Kind.choices)
    payer = models.ForeignKey(Party, models.PROTECT, null=True, related_name="+", help_text="who performs")
    payee = models.ForeignKey(Party, models.PROTECT, null=True, related_name="+", help_text="to whom")
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    due_on = models.DateField(null=True)
    text = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("position", "id")
