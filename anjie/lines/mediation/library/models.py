"""Typical cases, and the pairs of characters by which one like another is found."""

from __future__ import annotations

from django.db import models

from anjie.access.models import Membership
from anjie.lines.mediation.application.models import DisputeKind

__all__ = ["TypicalCase", "TypicalGram"]


class TypicalCase(models.Model):
    """A settled matter worth following, told without anybody's name or number."""

    kind = models.ForeignKey(DisputeKind, models.PROTECT, related_name="typical_cases")
    title = models.CharField(max_length=80)
    facts = models.TextField(help_text="what happened and what was disputed")
    handling = models.TextField(blank=True, help_text="how it was mediated")
    result = models.TextField(blank=True, help_text="what was agreed")
    basis = models.TextField(blank=True, help_text="the law it rests on, and what it teaches")
    length = models.IntegerField(default=0, help_text="how many pairs of characters it has")
    by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    class Meta:
        ordering = ("-updated_at", "-id")
        constraints = [models.UniqueConstraint(fields=["kind", "title"], name="typical_title_once")]


class TypicalGram(models.Model):
    """How often a typical case holds a pair of characters."""

    case = models.ForeignKey(TypicalCase, models.CASCADE, related_name="grams", db_index=False)
    gram = models.CharField(max_length=24)
    times = models.SmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "gram"], name="typical_gram_once")]
        indexes = [models.Index(fields=["gram", "case"], include=["times"], name="typical_gram")]
