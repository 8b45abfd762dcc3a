"""Reviews of a file on its way to the archive, and the archived file: what it holds, by content."""

from __future__ import annotations

from django.db import models

from anjie.access.models import Membership
from anjie.desk.public import Case
from anjie.services.files.models import Blob

__all__ = ["Archive", "ArchiveEntry", "ArchiveReview"]


class ArchiveReview(models.Model):
    """One step of a file to the archive: handed in, judged first, judged last; with remarks on single items."""

    class Step(models.TextChoices):
        SUBMITTED = "submitted", "提交归档"
        PASSED = "passed", "初审通过"
        SENT_BACK = "sent_back", "初审退回"
        ACCEPTED = "accepted", "终审归档"
        REJECTED = "rejected", "终审退回"

    case = models.ForeignKey(Case, models.CASCADE, related_name="archive_reviews")
    step = models.CharField(max_length=10, choices=Step.choices)
    note = models.CharField(max_length=500, blank=True)
    remarks = models.JSONField(default=dict, help_text="{item of the checklist: what to change}")
    by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-id",)


class Archive(models.Model):
    """An archived file; ``sums`` names every content with its hash and is signed, so that nothing changes unseen."""

    case = models.OneToOneField(Case, models.PROTECT, primary_key=True, related_name="archive")
    no = models.CharField(max_length=32, unique=True, help_text="档号")
    sums = models.TextField()
    signature = models.TextField(help_text="over the sums, base64")
    certificates = models.TextField(help_text="PEM: who signed, and his root")
    by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    sealed_at = models.DateTimeField()


class ArchiveEntry(models.Model):
    """One content of an archived file: a blob, or where something lies that stays offline."""

    archive = models.ForeignKey(Archive, models.CASCADE, related_name="entries")
    position = models.PositiveSmallIntegerField()
    path = models.CharField(max_length=240)
    title = models.CharField(max_length=200)
    blob = models.ForeignKey(Blob, models.PROTECT, null=True, related_name="+")
    place = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("position",)
        constraints = [models.UniqueConstraint(fields=["archive", "position"], name="archive_entry_once")]
