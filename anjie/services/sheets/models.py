"""Imports and exports as rows a page can watch, and the header mappings kept per client."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from anjie.access.models import Membership, Organisation


class Mapping(models.Model):
    """How one client's headers lead to our fields, for one kind of sheet; used without being asked again."""

    kind = models.CharField(max_length=32)
    client = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    name = models.CharField(max_length=60, default="默认")
    headers = models.JSONField(default=dict, help_text="{field: header}")
    custom = models.JSONField(default=dict, help_text="{header: custom field code}")
    is_default = models.BooleanField(default=True)
    updated_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "client", "name"], name="mapping_name_once")]


class Import(models.Model):
    """One uploaded workbook on its way in: read, checked, previewed, committed, perhaps undone."""

    class State(models.TextChoices):
        UPLOADED = "uploaded", "已上传"
        READING = "reading", "读取中"
        PREVIEW = "preview", "待确认"
        COMMITTING = "committing", "导入中"
        COMMITTED = "committed", "已导入"
        REFUSED = "refused", "已拒绝"
        CANCELLED = "cancelled", "已取消"
        UNDOING = "undoing", "撤销中"
        UNDONE = "undone", "已撤销"
        FAILED = "failed", "失败"

    kind = models.CharField(max_length=32)
    client = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    batch_id = models.BigIntegerField(null=True)
    file_name = models.CharField(max_length=200)
    file_sha256 = models.CharField(max_length=64)
    file_size = models.BigIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State.choices, default=State.UPLOADED)
    options = models.JSONField(default=dict, help_text="sheet, header row, mapping, good_only, batch no")
    result = models.JSONField(
        default=dict, help_text="header_row, mapping, unmapped, counts, totals, grouped faults"
    )
    faults = models.JSONField(default=list, help_text="the first faults; the marked workbook has them all")
    rows = models.IntegerField(default=0)
    good = models.IntegerField(default=0)
    wrong = models.IntegerField(default=0)
    amount_total = models.DecimalField(max_digits=16, decimal_places=2, default=0)
    done_rows = models.IntegerField(default=0)
    batch_nos = ArrayField(models.CharField(max_length=64), default=list)
    refusal = models.JSONField(null=True)
    undo_report = models.JSONField(default=list, help_text="what could not be undone and why")
    by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField()
    committed_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)
    cancel_asked = models.BooleanField(default=False)

    class Meta:
        ordering = ("-id",)
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "client", "file_sha256"],
                condition=models.Q(state__in=["committing", "committed", "undoing"]),
                name="same_file_imported_once",
            )
        ]


class StagedChunk(models.Model):
    """Some thousand cleaned rows of an import between reading and landing, sealed."""

    id = models.BigIntegerField(primary_key=True)
    import_id = models.BigIntegerField(db_index=True)
    content_sealed = models.BinaryField()


class ImportedRow(models.Model):
    """What one row of an import made or changed, with the values before, so it can be undone."""

    import_id = models.BigIntegerField()
    row = models.IntegerField()
    case_id = models.BigIntegerField()
    created = models.BooleanField(default=True)
    before = models.JSONField(null=True)
    event_seq = models.IntegerField(null=True, help_text="the case's last event when it was written")

    class Meta:
        indexes = [
            models.Index(fields=["import_id", "row"], name="imported_row"),
            models.Index(fields=["case_id"]),
        ]


class Layout(models.Model):
    """A client's own workbook form for one list; a new file under the same name is a new version."""

    kind = models.CharField(max_length=32)
    client = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    version = models.IntegerField(default=1)
    is_current = models.BooleanField(default=True)
    file_name = models.CharField(max_length=200)
    file_sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    plan = models.JSONField(help_text="sheet, row, columns and sums the form asks for")
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("client_id", "kind", "name", "-version")
        constraints = [
            models.UniqueConstraint(fields=["kind", "client", "name", "version"], name="layout_version_once"),
            models.UniqueConstraint(
                fields=["kind", "client", "name"],
                condition=models.Q(is_current=True),
                name="layout_current_once",
            ),
        ]


class Export(models.Model):
    """One export of a list: what was asked, how far it is, where the file is until the link expires."""

    class State(models.TextChoices):
        ASKED = "asked", "排队中"
        APPROVAL = "approval", "待审批"
        RUNNING = "running", "导出中"
        READY = "ready", "可下载"
        FAILED = "failed", "失败"
        CANCELLED = "cancelled", "已取消"
        EXPIRED = "expired", "已过期"
        REFUSED = "refused", "已驳回"

    class Format(models.TextChoices):
        XLSX = "xlsx", "Excel 工作簿"
        CSV = "csv", "CSV"

    kind = models.CharField(max_length=32)
    name = models.CharField(max_length=120)
    query = models.JSONField(default=dict, help_text="filter, ids, sort; what was searched for is sealed")
    search_sealed = models.BinaryField(null=True)
    file_format = models.CharField(max_length=4, choices=Format.choices, default=Format.XLSX)
    columns = ArrayField(models.CharField(max_length=60), default=list)
    layout = models.ForeignKey(
        Layout, models.PROTECT, null=True, related_name="+", help_text="the form it is written in"
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    rows = models.IntegerField(default=0)
    done_rows = models.IntegerField(default=0)
    file_path = models.CharField(max_length=200, blank=True)
    file_sha256 = models.CharField(max_length=64, blank=True)
    file_size = models.BigIntegerField(default=0)
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=200, blank=True)
    asked_at = models.DateTimeField()
    ready_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    downloads = models.IntegerField(default=0)
    why = models.CharField(max_length=300, blank=True, help_text="why it failed or was turned down")
    unmasked = models.BooleanField(default=False, help_text="holds whole numbers")
    allowed_rows = models.IntegerField(default=0, help_text="how many rows were approved")
    decided_at = models.DateTimeField(null=True)
    cancel_asked = models.BooleanField(default=False)
    rights = models.JSONField(default=dict, help_text="the units and clients it was written for")

    class Meta:
        ordering = ("-id",)
        indexes = [
            models.Index(fields=["by", "-id"], name="export_of"),
            models.Index(
                fields=["state"],
                condition=models.Q(state__in=["asked", "approval", "running", "ready"]),
                name="export_live",
            ),
        ]


class ColumnSet(models.Model):
    """A named choice of export columns."""

    kind = models.CharField(max_length=32)
    name = models.CharField(max_length=40)
    columns = ArrayField(models.CharField(max_length=60), default=list)
    owner = models.ForeignKey(Membership, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "name", "owner"], name="column_set_once")]
