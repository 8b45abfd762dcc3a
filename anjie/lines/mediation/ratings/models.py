"""What parties thought of their mediators, kept beside the case: an archived case takes no change, a rating may still come."""

from __future__ import annotations

from django.db import models

from anjie.desk.public import Case, Party
from anjie.lines.mediation.mediators.models import Mediator
from anjie.lines.mediation.ratings.rules import LONGEST_COMMENT, MOST_STARS

__all__ = ["Rating"]


class Rating(models.Model):
    """One party's stars and words for one mediator of its case, given once and never changed."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="ratings")
    party = models.ForeignKey(Party, models.CASCADE, related_name="ratings")
    mediator = models.ForeignKey(Mediator, models.PROTECT, related_name="ratings")
    stars = models.PositiveSmallIntegerField()
    comment = models.CharField(max_length=LONGEST_COMMENT, blank=True)
    at = models.DateTimeField()
    asked_at = models.DateTimeField(help_text="when the mediator was appointed to the case")

    class Meta:
        ordering = ("-id",)
        constraints = [
            models.UniqueConstraint(fields=["party", "mediator"], name="party_rates_a_mediator_once"),
            models.CheckConstraint(
                condition=models.Q(stars__gte=1, stars__lte=MOST_STARS), name="rating_has_stars"
            ),
        ]
        indexes = [
            models.Index(
                fields=["mediator", "-id"], include=["stars", "case", "asked_at"], name="rating_mediator"
            )
        ]
