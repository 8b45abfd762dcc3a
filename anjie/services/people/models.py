"""What was decided on an enterprise's registration, and what an enterprise may do before."""

from __future__ import annotations

from django.db import models

from anjie.access.models import Account, Membership


class Verification(models.Model):
    """The last decision on an enterprise's registration; it holds until the facts or the licence change."""

    class Decision(models.TextChoices):
        PASSED = "passed", "已通过"
        RETURNED = "returned", "已退回"

    account = models.OneToOneField(Account, models.CASCADE, primary_key=True, related_name="verification")
    decision = models.CharField(max_length=8, choices=Decision.choices)
    remarks = models.JSONField(default=dict, help_text="what is to be mended, by fact")
    note = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()


class VerificationPolicy(models.Model):
    """Whether an enterprise that was not reviewed may apply: one row, and none while nobody said."""

    unverified_may_apply = models.BooleanField(default=True)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(models.Value(1), name="one_verification_policy")]
