"""The case desk both lines stand on. Outside ``anjie.desk`` use ``anjie.desk.public``."""

from __future__ import annotations

from decimal import Decimal

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from anjie.access.models import Account, Membership, Organisation
from anjie.desk.models_kept import Preference, SavedView

__all__ = [
    "Batch",
    "Case",
    "CaseSearch",
    "CaseSum",
    "ContactPoint",
    "CustomField",
    "Event",
    "Holding",
    "Party",
    "PartyQuerySet",
    "Person",
    "Preference",
    "SavedView",
    "TimelineHead",
]


class Person(models.Model):
    """Somebody across all cases: shared debts, the contact gate and conflicts of interest hang on him.

    Found by the ID number's blind index, else by mobile and name.
    """

    class Kind(models.TextChoices):
        NATURAL = "natural", "自然人"
        ENTERPRISE = "enterprise", "企业"

    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.NATURAL)
    name = models.CharField(max_length=120)
    id_kind = models.CharField(max_length=16, blank=True)
    id_sealed = models.BinaryField(null=True)
    id_index = models.BinaryField(null=True)
    id_mask = models.CharField(max_length=32, blank=True)
    mobile_index = models.BinaryField(null=True)
    sex = models.CharField(max_length=4, blank=True)
    born_on = models.DateField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["id_index"], name="person_id_once"),
            models.UniqueConstraint(
                fields=["mobile_index", "name"],
                condition=models.Q(id_index__isnull=True, mobile_index__isnull=False),
                name="person_mobile_once_without_id",
            ),
        ]
        indexes = [
            models.Index(
                fields=["mobile_index", "name"],
                condition=models.Q(mobile_index__isnull=False),
                name="person_mobile_name",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Batch(models.Model):
    """Cases that came together, with a number people read aloud."""

    class State(models.TextChoices):
        EMPTY = "empty", "未导入"
        FILLED = "filled", "已导入"

    line = models.CharField(max_length=12)
    no = models.CharField(max_length=64)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="batches")
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=State.choices, default=State.EMPTY)
    region = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=40, blank=True, help_text="案件类型: 信用卡、消费贷 …")
    received_on = models.DateField(null=True)
    term_on = models.DateField(null=True)
    fee_rate = models.DecimalField(max_digits=7, decimal_places=5, null=True, help_text="0.15 is 15%")
    note = models.CharField(max_length=500, blank=True)
    created_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        constraints = [
            models.UniqueConstraint(fields=["organisation", "no"], name="batch_no_once_per_client")
        ]

    def __str__(self) -> str:
        return self.no


SUMS = ["amount", "settled_amount", "balance"]


class Case(models.Model):
    """One matter on the desk. Rows stay narrow: what only one line knows lives one-to-one beside it."""

    class Colour(models.TextChoices):
        NONE = "", "无"
        RED = "red", "红"
        ORANGE = "orange", "橙"
        YELLOW = "yellow", "黄"
        GREEN = "green", "绿"
        BLUE = "blue", "蓝"
        PURPLE = "purple", "紫"
        GREY = "grey", "灰"

    no = models.CharField(max_length=24, unique=True)
    line = models.CharField(max_length=12)
    state = models.CharField(max_length=20)
    title = models.CharField(max_length=120, help_text="recovery: the debtor's name")
    title_key = models.CharField(max_length=80, blank=True, help_text="pinyin, sorts names")
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="cases", help_text="whom the case is about"
    )
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, related_name="cases", db_index=False)
    unit = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+", db_index=False)
    holder = models.ForeignKey(
        Membership, models.PROTECT, null=True, related_name="held_cases", db_index=False
    )
    clerk = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+", db_index=False)
    amount = models.DecimalField(max_digits=14, decimal_places=2, default=Decimal(0))
    settled_amount = models.DecimalField(max_digits=14, decimal_places=2, default=Decimal(0))
    balance = models.DecimalField(
        max_digits=14, decimal_places=2, default=Decimal(0), help_text="still owed now"
    )
    currency = models.CharField(max_length=3, default="CNY")
    category = models.CharField(
        max_length=24, blank=True, help_text="recovery: overdue band; mediation: dispute kind"
    )
    region = models.CharField(max_length=40, blank=True)
    colour = models.CharField(max_length=8, choices=Colour.choices, default=Colour.NONE, blank=True)
    opened_at = models.DateTimeField()
    assigned_at = models.DateTimeField(null=True)
    term_on = models.DateField(null=True)
    first_worked_at = models.DateTimeField(null=True)
    last_worked_at = models.DateTimeField(null=True)
    next_work_on = models.DateField(null=True)
    closed_at = models.DateTimeField(null=True)
    custom = models.JSONField(default=dict)

    class Meta:
        # A list's totals are read from these alone: each begins with what people are limited to or ask by, holds the
        # line (every list has one) and carries the sums with the columns filtered beside it. Keep them narrow:
        # every change of a case writes them all.
        indexes = [
            models.Index(fields=["holder", "line", "state"], include=SUMS, name="case_holder"),
            models.Index(
                fields=["unit", "line", "state"], include=[*SUMS, "category", "holder"], name="case_unit"
            ),
            models.Index(fields=["batch", "line", "state"], include=[*SUMS, "unit"], name="case_batch"),
            models.Index(
                fields=["organisation", "line", "state"],
                include=[*SUMS, "category", "unit"],
                name="case_client",
            ),
            models.Index(
                fields=["line", "state", "last_worked_at"], include=[*SUMS, "unit"], name="case_state"
            ),
            models.Index(fields=["line", "last_worked_at", "id"], name="case_last_worked"),
            models.Index(
                fields=["line", "amount", "id"],
                include=["settled_amount", "balance", "unit"],
                name="case_amount",
            ),
            models.Index(
                fields=["line", "term_on"],
                include=[*SUMS, "unit"],
                condition=models.Q(closed_at__isnull=True),
                name="case_term",
            ),
            models.Index(fields=["category"], name="case_category"),
            models.Index(fields=["region"], opclasses=["varchar_pattern_ops"], name="case_region"),
            models.Index(fields=["colour"], condition=~models.Q(colour=""), name="case_colour"),
        ]

    def __str__(self) -> str:
        return self.no


class CaseSum(models.Model):
    """How many cases there are, and their sums, by what a whole desk is divided by; read by ``anjie.desk.sums`` only.

    Triggers on the case table add a row for what each statement changed, in its own transaction: whoever sees a
    case sees it summed. Rows of one kind add up, and are folded into one now and then. 0 stands for none.
    """

    line = models.CharField(max_length=12)
    state = models.CharField(max_length=20)
    is_open = models.BooleanField()
    is_held = models.BooleanField()
    unit_id = models.BigIntegerField()
    organisation_id = models.BigIntegerField()
    batch_id = models.BigIntegerField()
    cases = models.IntegerField()
    amount = models.DecimalField(max_digits=20, decimal_places=2)
    settled_amount = models.DecimalField(max_digits=20, decimal_places=2)
    balance = models.DecimalField(max_digits=20, decimal_places=2)


class CaseSearch(models.Model):
    """What a case is found by, beside the narrow row: name bigrams and numbers, and its tags."""

    case = models.OneToOneField(Case, models.CASCADE, primary_key=True, related_name="search")
    grams = ArrayField(models.TextField(), default=list)
    tags = ArrayField(models.CharField(max_length=20), default=list)

    class Meta:
        indexes = [GinIndex(fields=["grams"], name="case_grams"), GinIndex(fields=["tags"], name="case_tags")]


class PartyQuerySet(models.QuerySet["Party"]):
    """Parties of cases, narrowed to those a question is about."""

    def taking_part(self) -> PartyQuerySet:
        """Those who have not left the case."""
        return self.filter(left_at__isnull=True)

    def in_order(self) -> PartyQuerySet:
        """By part, and within a part as they were named."""
        return self.order_by("part", "position", "id")


class Party(models.Model):
    """A person in a case, with a part; one who leaves the case stays on its record.

    Several persons may have the same part; ``position`` is the order in which they were named.
    """

    class Part(models.TextChoices):
        DEBTOR = "debtor", "债务人"
        GUARANTOR = "guarantor", "担保人"
        CONTACT = "contact", "联系人"
        APPLICANT = "applicant", "申请人"
        RESPONDENT = "respondent", "被申请人"
        AGENT = "agent", "代理人"

    case = models.ForeignKey(Case, models.CASCADE, related_name="parties", db_index=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="parties")
    part = models.CharField(max_length=12, choices=Part.choices)
    account = models.ForeignKey(
        Account, models.SET_NULL, null=True, related_name="parties", db_index=False, help_text="acts for him"
    )
    position = models.SmallIntegerField(db_default=0, help_text="among those of the same part")
    left_at = models.DateTimeField(null=True, help_text="since when he takes part no more")

    objects = PartyQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "person", "part"], name="party_once")]
        indexes = [
            models.Index(fields=["account"], condition=models.Q(account__isnull=False), name="party_account")
        ]


class ContactPoint(models.Model):
    """A phone, address or mail in a case: sealed value, blind index, mask.

    ``owner`` is whose it is in words (the debtor himself or a third party's name); ``person`` is the
    person of the case it leads to, on whom the contact gate counts.
    """

    class Kind(models.TextChoices):
        MOBILE = "mobile", "手机"
        PHONE = "phone", "固话"
        ADDRESS = "address", "地址"
        EMAIL = "email", "邮箱"

    class State(models.TextChoices):
        UNKNOWN = "unknown", "未核实"
        VALID = "valid", "有效"
        INVALID = "invalid", "无效"
        REFUSED = "refused", "拒绝联系"
        STRANGER = "stranger", "非本人"

    case = models.ForeignKey(Case, models.CASCADE, related_name="contact_points")
    person = models.ForeignKey(Person, models.PROTECT, related_name="contact_points", db_index=False)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    sealed = models.BinaryField()
    index = models.BinaryField()
    mask = models.CharField(max_length=80)
    owner = models.CharField(max_length=60, blank=True)
    relation = models.CharField(max_length=20, default="本人")
    label = models.CharField(max_length=20, blank=True, help_text="单位电话、户籍地址 …")
    attribution = models.CharField(max_length=40, blank=True)
    source = models.CharField(max_length=20, default="placement")
    state = models.CharField(max_length=8, choices=State.choices, default=State.UNKNOWN)
    do_not_contact = models.BooleanField(default=False)
    agreed_hours = models.BooleanField(
        default=False, help_text="the person agreed to be contacted outside the hours"
    )
    position = models.SmallIntegerField(default=0)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ("position", "id")
        # Nobody asks which cases have an address or a mail; within a case there are few.
        indexes = [
            models.Index(
                fields=["index"], condition=models.Q(kind__in=["mobile", "phone"]), name="contact_number"
            )
        ]


class Holding(models.Model):
    """Who held a case from when to when; commission and scope over time read it."""

    class Role(models.TextChoices):
        HOLDER = "holder", "经办人"
        HELPER = "helper", "协催人"
        MEDIATOR = "mediator", "调解员"

    case = models.ForeignKey(Case, models.CASCADE, related_name="holdings", db_index=False)
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="holdings", db_index=False)
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.HOLDER)
    from_at = models.DateTimeField()
    to_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=40, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["case", "from_at"], name="holding_case"),
            models.Index(
                fields=["membership", "role"],
                condition=models.Q(to_at__isnull=True),
                name="holding_open_by_member",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "role"],
                condition=models.Q(to_at__isnull=True, role="holder"),
                name="one_open_holder_per_case",
            ),
            models.UniqueConstraint(
                fields=["case", "role", "membership"],
                condition=models.Q(to_at__isnull=True),
                name="one_open_holding_per_member",
            ),
        ]


class Event(models.Model):
    """The timeline, append-only by trigger, chained per case; written by ``anjie.desk.timeline`` only."""

    case_id = models.BigIntegerField()
    seq = models.IntegerField()
    at = models.DateTimeField()
    actor = models.CharField(max_length=40)
    actor_name = models.CharField(max_length=80)
    verb = models.CharField(max_length=48)
    facts = models.JSONField(default=dict)
    prev = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case_id", "seq"], name="event_seq_once")]


class TimelineHead(models.Model):
    """The last link of a case's chain; locked while the next one is written."""

    case_id = models.BigIntegerField(primary_key=True)
    seq = models.IntegerField(default=0)
    hash = models.BinaryField(default=b"")


class CustomField(models.Model):
    """A typed field a client's template declares; its values live in ``Case.custom``."""

    class Kind(models.TextChoices):
        TEXT = "text", "文本"
        NUMBER = "number", "数字"
        MONEY = "money", "金额"
        DATE = "date", "日期"
        CHOICE = "choice", "选项"

    line = models.CharField(max_length=12)
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, related_name="+")
    code = models.CharField(max_length=40)
    label = models.CharField(max_length=40)
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.TEXT)
    choices = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    position = models.SmallIntegerField(default=0)
    in_fold = models.BooleanField(default=True)

    class Meta:
        ordering = ("position", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["line", "organisation", "code"], nulls_distinct=False, name="custom_field_once"
            )
        ]
