"""Claimed payments to verify, repayments that count, and reconciliations with a client's list."""

from __future__ import annotations

from django.db import models

from anjie.access.models import Membership, Organisation
from anjie.desk.public import Case

__all__ = ["ClaimedPayment", "Reconciliation", "ReconciliationLine", "Repayment"]


class Repayment(models.Model):
    """Money the client confirmed; counted once, reversed with a reason, never edited.

    ``fingerprint`` is the client's own reference, or placement + day + amount + its ordinal among
    equals in one list; unique per client while not reversed, so two imports cannot count it twice.
    """

    class Source(models.TextChoices):
        SHEET = "sheet", "导入"
        HAND = "hand", "手工"
        CLAIM = "claim", "CP核实"

    case = models.ForeignKey(Case, models.PROTECT, related_name="repayments", db_index=False)
    client = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    batch_id = models.BigIntegerField(null=True)
    holder = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+", db_index=False)
    holder_unit_id = models.BigIntegerField(null=True)
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    paid_on = models.DateField()
    reference = models.CharField(max_length=80, blank=True)
    fingerprint = models.CharField(max_length=120)
    commission_rate = models.DecimalField(max_digits=7, decimal_places=5, null=True)
    source = models.CharField(max_length=6, choices=Source.choices)
    import_id = models.BigIntegerField(null=True)
    note = models.CharField(max_length=200, blank=True)
    entered_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+", db_index=False)
    entered_at = models.DateTimeField()
    reversed_at = models.DateTimeField(null=True)
    reversed_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+", db_index=False)
    reversal_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["case", "paid_on"], name="repayment_case"),
            models.Index(fields=["paid_on", "client"], name="repayment_day"),
            models.Index(fields=["batch_id"], name="repayment_batch"),
            models.Index(fields=["holder", "paid_on"], name="repayment_holder"),
            models.Index(
                fields=["import_id"], condition=models.Q(import_id__isnull=False), name="repayment_import"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["client", "fingerprint"],
                condition=models.Q(reversed_at__isnull=True),
                name="repayment_counted_once",
            ),
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="repayment_positive"),
        ]


class ClaimedPayment(models.Model):
    """The debtor says he has paid; the bank must confirm (CP, 待银行对账)."""

    class State(models.TextChoices):
        WAITING = "waiting", "待核实"
        CONFIRMED = "confirmed", "已到账"
        REFUTED = "refuted", "未到账"
        WITHDRAWN = "withdrawn", "已撤回"

    case = models.ForeignKey(Case, models.CASCADE, related_name="claimed_payments")
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    paid_on = models.DateField()
    payer = models.CharField(max_length=60, blank=True)
    way = models.CharField(max_length=40, blank=True)
    note = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    asked_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=500, blank=True)
    answered_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    repayment = models.ForeignKey(Repayment, models.SET_NULL, null=True, related_name="claims")
    import_id = models.BigIntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["state", "asked_at"], name="claim_state")]


class Reconciliation(models.Model):
    """A client's list of repayments for a period held against ours; the causes add up to the total."""

    client = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    from_on = models.DateField()
    to_on = models.DateField()
    file_name = models.CharField(max_length=200)
    file_sha256 = models.CharField(max_length=64)
    theirs_count = models.IntegerField(default=0)
    theirs_amount = models.DecimalField(max_digits=16, decimal_places=2, default=0)
    ours_count = models.IntegerField(default=0)
    ours_amount = models.DecimalField(max_digits=16, decimal_places=2, default=0)
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)


class ReconciliationLine(models.Model):
    """One matched pair or one difference with its cause."""

    class Cause(models.TextChoices):
        MATCHED = "matched", "一致"
        MISSING_HERE = "missing_here", "我方缺"
        MISSING_THERE = "missing_there", "对方缺"
        AMOUNT = "amount", "金额不同"
        DAY = "day", "日期不同"
        DUPLICATE_THERE = "duplicate_there", "对方重复"
        DUPLICATE_HERE = "duplicate_here", "我方重复"
        UNKNOWN_CASE = "unknown_case", "查无此案"
        OUTSIDE_PERIOD = "outside_period", "期间外"
        REVERSED = "reversed", "我方已冲正"

    reconciliation = models.ForeignKey(Reconciliation, models.CASCADE, related_name="lines")
    cause = models.CharField(max_length=16, choices=Cause.choices)
    case = models.ForeignKey(Case, models.SET_NULL, null=True, related_name="+")
    repayment = models.ForeignKey(Repayment, models.SET_NULL, null=True, related_name="+")
    row = models.IntegerField(null=True)
    key = models.CharField(max_length=80, blank=True)
    theirs_on = models.DateField(null=True)
    ours_on = models.DateField(null=True)
    theirs_amount = models.DecimalField(max_digits=14, decimal_places=2, default=0)
    ours_amount = models.DecimalField(max_digits=14, decimal_places=2, default=0)
    difference = models.DecimalField(max_digits=14, decimal_places=2, default=0, help_text="theirs − ours")
