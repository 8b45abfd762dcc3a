"""Contact attempts with the verdict each was given, and the dated rule packs they were judged by."""

from __future__ import annotations

from django.db import models

from anjie.access.models import Membership
from anjie.desk.public import Person


class PackVersion(models.Model):
    """A rule pack an administrator put in force from a day on; over the shipped ones."""

    version = models.CharField(max_length=40, unique=True)
    valid_from = models.DateField()
    pack = models.JSONField()
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("valid_from", "id")


class Attempt(models.Model):
    """One contact that was made or refused; the gate counts these per person over all cases."""

    class Origin(models.TextChoices):
        SYSTEM = "system", "系统"
        ELSEWHERE = "elsewhere", "系统外补录"

    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    case_id = models.BigIntegerField(null=True)
    channel = models.CharField(max_length=8)
    number_index = models.BinaryField(null=True)
    number_mask = models.CharField(max_length=80, blank=True)
    to_third_party = models.BooleanField(default=False)
    at = models.DateTimeField()
    answered = models.BooleanField(null=True)
    allowed = models.BooleanField()
    rule = models.CharField(max_length=40, blank=True)
    count = models.IntegerField(default=0)
    facts = models.JSONField(default=dict, help_text="what the gate knew, so the day can be judged again")
    pack = models.CharField(max_length=100)
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.SYSTEM)
    membership = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        indexes = [
            models.Index(fields=["person", "at"], name="attempt_person_at"),
            models.Index(fields=["at"], name="attempt_at"),
        ]
