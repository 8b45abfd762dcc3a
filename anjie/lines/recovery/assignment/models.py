"""Assignment plans (previewed, then committed once) and the automatic rules."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from anjie.access.models import Membership, Organisation

__all__ = ["AssignmentPlan", "AssignmentRule", "PlannedCase"]


class AssignmentPlan(models.Model):
    """A preview of who would get what; nothing moves until it is committed, and it commits once."""

    class Mode(models.TextChoices):
        HAND = "hand", "手工"
        NUMBER = "number", "户均"
        AMOUNT = "amount", "金额均分"
        BOTH = "both", "综合"
        CUMULATIVE = "cumulative", "累计均分"
        QUICK = "quick", "快速"
        RECOMMENDED = "recommended", "推荐"
        RULES = "rules", "自动匹配"
        SWAP = "swap", "互换"
        HAND_OVER = "hand_over", "移交"
        TAKE_BACK = "take_back", "收回"

    class State(models.TextChoices):
        PREVIEW = "preview", "预览"
        COMMITTED = "committed", "已提交"
        STALE = "stale", "已失效"

    mode = models.CharField(max_length=12, choices=Mode.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PREVIEW)
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    committed_at = models.DateTimeField(null=True)
    query = models.JSONField(default=dict)
    people = models.JSONField(default=list, help_text="per collector: count and amount before and after")
    case_count = models.IntegerField(default=0)
    amount = models.DecimalField(max_digits=16, decimal_places=2, default=0)
    refused = models.JSONField(default=list, help_text="the first cases refused, with why")
    summary = models.JSONField(default=dict, help_text="persons, counts of refusals, what the commit did")


class PlannedCase(models.Model):
    """One case of a plan and the collector it would go to; the holder it had tells a stale plan."""

    plan = models.ForeignKey(AssignmentPlan, models.CASCADE, related_name="cases", db_index=False)
    case_id = models.BigIntegerField()
    from_holder_id = models.BigIntegerField(null=True)
    to_holder_id = models.BigIntegerField(null=True)
    why = models.JSONField(null=True, help_text="why this collector, in words")

    class Meta:
        indexes = [models.Index(fields=["plan", "case_id"], name="planned_case")]


class AssignmentRule(models.Model):
    """Region, band and amount decide the collectors a case may go to; the first fitting rule wins."""

    name = models.CharField(max_length=60)
    client = models.ForeignKey(Organisation, models.CASCADE, null=True, related_name="+")
    unit = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    regions = ArrayField(models.CharField(max_length=40), default=list)
    categories = ArrayField(models.CharField(max_length=24), default=list)
    amount_from = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    amount_to = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    membership_ids = ArrayField(models.BigIntegerField(), default=list)
    position = models.SmallIntegerField(default=0)
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ("position", "id")
