"""What a client placed with us: the account's facts beside the case, and the client's contract."""

from __future__ import annotations

from decimal import Decimal

from django.db import models

from anjie.access.models import Organisation
from anjie.desk.public import Case

__all__ = ["ClientContract", "Placement"]


class ClientContract(models.Model):
    """How a client wants its placements checked and worked; one per client."""

    class Kind(models.TextChoices):
        CARD = "card", "信用卡"
        CONSUMER = "consumer", "消费金融"
        LOAN = "loan", "个人贷款"

    class Clock(models.TextChoices):
        HOURS = "hours", "小时"
        WORKING_HOURS = "working_hours", "工作小时"
        DAYS = "days", "天"
        WORKING_DAYS = "working_days", "工作日"

    client = models.OneToOneField(Organisation, models.CASCADE, primary_key=True, related_name="contract")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.CARD)
    takes_good_rows = models.BooleanField(
        default=True, help_text="else a file with a wrong row is refused whole"
    )
    wrong_check_digit_is_fault = models.BooleanField(default=True)
    parts_tolerance = models.DecimalField(max_digits=14, decimal_places=2, default=Decimal("0.00"))
    first_call_limit = models.SmallIntegerField(default=3)
    first_call_clock = models.CharField(max_length=14, choices=Clock.choices, default=Clock.WORKING_DAYS)
    visit_limit_days = models.SmallIntegerField(default=7)
    term_months = models.SmallIntegerField(default=3)
    retention_months = models.SmallIntegerField(default=1)
    retention_years = models.SmallIntegerField(default=2, help_text="records are kept, never under 2")
    plan_grace_days = models.SmallIntegerField(
        default=3, help_text="days after an instalment's day in which money still keeps a mediated plan"
    )
    contact_overrides = models.JSONField(default=dict, help_text="stricter contact limits, by rule")
    pause_overrides = models.JSONField(default=dict, help_text="does the clock stand still, by pause reason")


class Placement(models.Model):
    """One account given to us for a term: the recovery facts beside its case."""

    case = models.OneToOneField(Case, models.CASCADE, primary_key=True, related_name="placement")
    client = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    serial_no = models.CharField(max_length=64, blank=True)
    contract_no = models.CharField(max_length=64, blank=True)
    card_sealed = models.BinaryField(null=True)
    card_index = models.BinaryField(null=True)
    card_mask = models.CharField(max_length=32, blank=True)
    card_kind = models.CharField(max_length=40, blank=True)
    placed_on = models.DateField()
    recall_on = models.DateField(null=True)
    retained_times = models.SmallIntegerField(default=0)
    previous = models.ForeignKey("self", models.SET_NULL, null=True, related_name="renewals", db_index=False)
    commission_rate = models.DecimalField(max_digits=7, decimal_places=5, null=True, help_text="0.15 is 15%")
    principal = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    interest = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    penalty = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    fee = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    latest_balance = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    credit_limit = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    loan_amount = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    loan_on = models.DateField(null=True)
    instalments = models.SmallIntegerField(null=True)
    paid_instalments = models.SmallIntegerField(null=True)
    opened_on = models.DateField(null=True)
    statement_day = models.SmallIntegerField(null=True)
    overdue_since = models.DateField(null=True)
    overdue_days = models.IntegerField(null=True)
    overdue_instalments = models.SmallIntegerField(null=True)
    min_payment = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    last_paid_on = models.DateField(null=True)
    last_paid_amount = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    facts = models.JSONField(default=dict, help_text="employer, position, bureau facts, remarks, ...")

    class Meta:
        indexes = [
            models.Index(fields=["client", "serial_no"], name="placement_serial"),
            models.Index(fields=["client", "contract_no"], name="placement_contract"),
            models.Index(
                fields=["card_index"], condition=models.Q(card_index__isnull=False), name="placement_card"
            ),
            models.Index(
                fields=["previous"], condition=models.Q(previous__isnull=False), name="placement_previous"
            ),
        ]
