"""The weights of the ranking, each set from its day on."""

from __future__ import annotations

from django.db import models

from anjie.access.models import Membership

__all__ = ["RankingWeights"]


class RankingWeights(models.Model):
    """One set of weights by figure, in force from a day until the next set's; a set in force is never changed."""

    valid_from = models.DateField(unique=True)
    weights = models.JSONField(help_text="{figure: points}, together 100")
    note = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-valid_from",)
