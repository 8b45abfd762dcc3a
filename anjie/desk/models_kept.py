"""What each person keeps of the lists for himself: views under a name, and how a page looks."""

from __future__ import annotations

from django.db import models

from anjie.access.models import Account


class SavedView(models.Model):
    """A named set of filters, sort and columns of one list; a shared one never widens anyone's reach."""

    page = models.CharField(max_length=40)
    name = models.CharField(max_length=40)
    owner = models.ForeignKey(Account, models.CASCADE, related_name="saved_views")
    is_shared = models.BooleanField(default=False)
    is_pinned = models.BooleanField(default=False)
    query = models.JSONField(default=dict)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-is_pinned", "name")
        constraints = [models.UniqueConstraint(fields=["page", "owner", "name"], name="view_name_once")]


class Preference(models.Model):
    """What a person set on a page (columns, theme), so it follows them to another browser."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="preferences")
    key = models.CharField(max_length=60)
    value = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "key"], name="preference_once")]
