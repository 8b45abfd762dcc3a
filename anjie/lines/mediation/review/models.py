"""What reviewers decided, with remarks on single fields."""

from __future__ import annotations

from django.db import models

from anjie.access.models import Membership
from anjie.desk.public import Case

__all__ = ["Review"]


class Review(models.Model):
    """One decision on an application; ``remarks`` says field by field what to change."""

    class Decision(models.TextChoices):
        APPROVED = "approved", "通过"
        ASKED = "asked", "请对方补充"
        SENT_BACK = "sent_back", "退回修改"
        REFUSED = "refused", "不予受理"

    case = models.ForeignKey(Case, models.CASCADE, related_name="reviews")
    decision = models.CharField(max_length=10, choices=Decision.choices)
    is_second = models.BooleanField(default=False)
    note = models.CharField(max_length=500, blank=True)
    remarks = models.JSONField(default=dict, help_text="{field code: what to change}")
    by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-id",)
