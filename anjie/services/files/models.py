"""Files by their content (SHA-256), attached to cases; large media may stay offline with its place on record."""

from __future__ import annotations

from django.db import models

from anjie.access.models import Account, Membership
from anjie.desk.public import Case


class Blob(models.Model):
    """One content, kept once in the storage."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    size = models.BigIntegerField()
    media_type = models.CharField(max_length=100)
    path = models.CharField(max_length=200)
    created_at = models.DateTimeField()


class CaseFile(models.Model):
    """A file on a case: online (a blob) or offline (where it lies)."""

    class Kind(models.TextChoices):
        PICTURE = "picture", "图片"
        DOCUMENT = "document", "文档"
        AUDIO = "audio", "录音"
        VIDEO = "video", "视频"
        VISIT_FORM = "visit_form", "外访表"
        OTHER = "other", "其他"

    case = models.ForeignKey(Case, models.CASCADE, related_name="files")
    blob = models.ForeignKey(Blob, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.OTHER)
    note = models.CharField(max_length=200, blank=True)
    offline_place = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    account = models.ForeignKey(
        Account, models.PROTECT, null=True, related_name="+", help_text="the party who added it, and no staff"
    )
    at = models.DateTimeField()
    deleted_at = models.DateTimeField(null=True)
    deleted_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("-at", "-id")

    @property
    def added_by(self) -> str:
        """The name of who added it."""
        giver = self.by.account if self.by else self.account
        return giver.name if giver else "系统"


class AccountFile(models.Model):
    """A picture an account shows of itself: an enterprise's licence."""

    class Kind(models.TextChoices):
        LICENCE = "licence", "营业执照"

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    blob = models.ForeignKey(Blob, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "kind"], name="account_file_once")]


class Upload(models.Model):
    """A resumable upload: the bytes received so far, until it is finished or expires."""

    token = models.CharField(max_length=43, unique=True)
    name = models.CharField(max_length=200)
    size = models.BigIntegerField()
    received = models.BigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    pieces = models.JSONField(default=list, help_text="[[offset, size, path in the storage], …]")
    by = models.ForeignKey(Membership, models.CASCADE, null=True, related_name="+")
    account = models.ForeignKey(Account, models.CASCADE, null=True, related_name="+")
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(by__isnull=True) ^ models.Q(account__isnull=True), name="upload_of_one"
            )
        ]
