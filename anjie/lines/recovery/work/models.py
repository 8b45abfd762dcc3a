"""Work records, the tree of results, promises, and what is asked of others about a case."""

from __future__ import annotations

from django.db import models

from anjie.access.models import Membership, Organisation
from anjie.desk.public import Case, ContactPoint, Person

__all__ = ["Instruction", "LateTold", "MaterialRequest", "Promise", "ResultCode", "WorkRecord"]


class ResultCode(models.Model):
    """One leaf or branch of the configurable result tree; a client may have branches of its own."""

    class Meaning(models.TextChoices):
        CONNECTED = "connected", "接通本人"
        THIRD_PARTY = "third_party", "接通第三方"
        NOT_CONNECTED = "not_connected", "未接通"
        INVALID = "invalid", "号码无效"
        REFUSED = "refused", "拒绝联系"
        NOTE = "note", "仅备注"

    parent = models.ForeignKey("self", models.CASCADE, null=True, related_name="children")
    client = models.ForeignKey(
        Organisation, models.CASCADE, null=True, related_name="+", help_text="null: all"
    )
    code = models.CharField(max_length=32)
    label = models.CharField(max_length=40)
    key = models.CharField(max_length=1, blank=True, help_text="the letter that picks it on the keyboard")
    meaning = models.CharField(max_length=14, choices=Meaning.choices)
    asks_promise = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    position = models.SmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "id")
        constraints = [
            models.UniqueConstraint(fields=["client", "code"], nulls_distinct=False, name="result_code_once")
        ]


class WorkRecord(models.Model):
    """What was done on a case and what came of it (催记)."""

    class Channel(models.TextChoices):
        CALL = "call", "电话"
        SMS = "sms", "短信"
        LETTER = "letter", "信函"
        VISIT = "visit", "外访"
        ROBOT = "robot", "机器人"
        NOTE = "note", "备注"

    class Origin(models.TextChoices):
        SYSTEM = "system", "系统"
        ELSEWHERE = "elsewhere", "系统外补录"
        SHEET = "sheet", "导入"

    case = models.ForeignKey(Case, models.CASCADE, related_name="work_records", db_index=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    contact_point = models.ForeignKey(
        ContactPoint, models.SET_NULL, null=True, related_name="+", db_index=False
    )
    number_mask = models.CharField(max_length=80, blank=True)
    spoke_to = models.CharField(max_length=60, blank=True)
    relation = models.CharField(max_length=20, blank=True)
    membership = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+", db_index=False)
    channel = models.CharField(max_length=8, choices=Channel.choices, default=Channel.CALL)
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.SYSTEM)
    at = models.DateTimeField(help_text="when the contact was made")
    entered_at = models.DateTimeField()
    result = models.ForeignKey(ResultCode, models.PROTECT, null=True, related_name="+", db_index=False)
    note = models.TextField(blank=True)
    next_on = models.DateField(null=True)
    verdict = models.JSONField(null=True, help_text="what the contact gate said, with the pack's version")
    attempt_id = models.BigIntegerField(null=True, help_text="the contact gate's own row of this contact")
    import_id = models.BigIntegerField(null=True)
    key = models.CharField(
        max_length=64, null=True, help_text="the page's own key: a double click is one record"
    )
    key_digest = models.CharField(max_length=64, blank=True, help_text="of what was sent under the key")
    deleted_at = models.DateTimeField(null=True)
    deleted_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+", db_index=False)
    deletion_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["case", "-at"], name="work_case_at"),
            models.Index(fields=["membership", "-at"], name="work_member_at"),
            models.Index(fields=["-at"], name="work_at"),
        ]
        constraints = [models.UniqueConstraint(fields=["membership", "key"], name="work_key_once")]


class Promise(models.Model):
    """A promise to pay (PTP), tracked against repayments; ``agreement_no`` names the signed agreement it stands in."""

    class State(models.TextChoices):
        OPEN = "open", "待履行"
        KEPT = "kept", "已履行"
        PARTLY = "partly", "部分履行"
        BROKEN = "broken", "已违约"
        CANCELLED = "cancelled", "已取消"

    case = models.ForeignKey(Case, models.CASCADE, related_name="promises")
    record = models.ForeignKey(WorkRecord, models.SET_NULL, null=True, related_name="promises")
    membership = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    due_on = models.DateField()
    made_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    paid_amount = models.DecimalField(max_digits=14, decimal_places=2, default=0)
    judged_at = models.DateTimeField(null=True)
    grace_days = models.PositiveSmallIntegerField(
        default=0, db_default=0, help_text="days after due_on in which money still keeps it"
    )
    agreement_no = models.CharField(max_length=32, blank=True, default="", db_default="")

    class Meta:
        indexes = [models.Index(fields=["state", "due_on"], name="promise_due")]


class MaterialRequest(models.Model):
    """Materials a collector asks the case's clerk for, with the reason and the answer."""

    class State(models.TextChoices):
        ASKED = "asked", "待答复"
        ANSWERED = "answered", "已答复"
        DECLINED = "declined", "无法提供"
        WITHDRAWN = "withdrawn", "已撤回"

    case = models.ForeignKey(Case, models.CASCADE, related_name="material_requests")
    asked_by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    asked_of = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    what = models.CharField(max_length=200)
    reason = models.CharField(max_length=500)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=1000, blank=True)
    answered_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    file_ids = models.JSONField(default=list)


class Instruction(models.Model):
    """A supervisor's instruction (督办) on a case, with an answer owed by a day."""

    class State(models.TextChoices):
        OWED = "owed", "待回复"
        ANSWERED = "answered", "已回复"

    case = models.ForeignKey(Case, models.CASCADE, related_name="instructions")
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    to = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    text = models.CharField(max_length=500)
    due_on = models.DateField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.OWED)
    at = models.DateTimeField()
    answer = models.CharField(max_length=1000, blank=True)
    answered_at = models.DateTimeField(null=True)


class LateTold(models.Model):
    """That a case was late in one way since one instant was told; unique, so it is told once."""

    class Kind(models.TextChoices):
        FIRST_CALL = "first_call", "首次电催超时"
        VISIT = "visit", "外访超时"
        ENTRY = "entry", "催记非当日录入"

    case = models.ForeignKey(Case, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    since = models.DateTimeField(
        help_text="when the case was given to the one who is late, or the record entered"
    )
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "kind", "since"], name="late_told_once")]
