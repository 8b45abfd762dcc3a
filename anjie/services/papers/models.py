"""Templates with their versions, and the papers made from them for a case."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from anjie.access.models import Membership
from anjie.desk.public import Case
from anjie.services.files.models import Blob


class Template(models.Model):
    """One paper of a line in Word: what kind it is and after which outcomes it is made."""

    line = models.CharField(max_length=12)
    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=40)
    outcomes = ArrayField(models.CharField(max_length=40), default=list, help_text="empty: asked for singly")
    is_signed = models.BooleanField(default=False, help_text="the parties sign it")
    is_active = models.BooleanField(default=True)
    position = models.SmallIntegerField(default=0)

    class Meta:
        ordering = ("line", "position", "id")
        constraints = [models.UniqueConstraint(fields=["line", "name"], name="template_name_once")]

    def __str__(self) -> str:
        return self.name


class TemplateVersion(models.Model):
    """The Word file as it was uploaded once; papers keep the version they were made from."""

    template = models.ForeignKey(Template, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    blob = models.ForeignKey(Blob, models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=200)
    used = models.JSONField(default=list, help_text="codes of the facts it names")
    by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-number",)
        constraints = [models.UniqueConstraint(fields=["template", "number"], name="template_version_once")]


class Paper(models.Model):
    """A paper of a case, made from one version of a template with the facts of that moment."""

    class State(models.TextChoices):
        DRAFT = "draft", "草稿"
        FINAL = "final", "已定稿"
        TO_SIGN = "to_sign", "签署中"
        SIGNED = "signed", "已签署"
        REPLACED = "replaced", "已被替换"

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    version = models.ForeignKey(TemplateVersion, models.PROTECT, related_name="papers")
    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=40)
    outcome = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    facts_sealed = models.BinaryField(null=True, help_text="the facts it was filled with, as JSON")
    findings = models.JSONField(default=list, help_text="[{level, code, message}]")
    docx = models.ForeignKey(Blob, models.PROTECT, related_name="+")
    pdf = models.ForeignKey(Blob, models.PROTECT, null=True, related_name="+")
    signed_pdf = models.ForeignKey(Blob, models.PROTECT, null=True, related_name="+")
    signed_how = models.CharField(max_length=200, blank=True, help_text="who says it was signed, and how")
    signed_by = models.JSONField(
        default=list, help_text="who signed by hand: [{party_id, part, name, file}], a scan after the other"
    )
    scan_id = models.BigIntegerField(null=True, help_text="the case's file with the scan of the signed paper")
    made_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    final_at = models.DateTimeField(null=True)
    signed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-made_at", "-id")
        indexes = [models.Index(fields=["case", "state"], name="paper_case")]
