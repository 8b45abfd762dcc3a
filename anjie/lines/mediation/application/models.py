"""The dispute beside its case, the kinds of disputes, and the forms applications are filled in."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from anjie.access.models import Account, Membership, Organisation
from anjie.desk.public import Case, Party

__all__ = ["Dispute", "DisputeKind", "Form", "Statement"]


class DisputeKind(models.Model):
    """A kind of dispute (category) people choose from; what may not be signed electronically is said here."""

    code = models.CharField(max_length=24, primary_key=True)
    label = models.CharField(max_length=24, unique=True)
    hint = models.CharField(max_length=80, blank=True, help_text="examples shown to the applicant")
    may_e_sign = models.BooleanField(default=True, help_text="no for marriage, adoption, inheritance")
    may_confirm = models.BooleanField(default=True, help_text="a court may confirm an agreement on it")
    term_days = models.SmallIntegerField(default=30, help_text="days of mediation from filing")
    position = models.SmallIntegerField(default=0)
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ("position", "code")

    def __str__(self) -> str:
        return self.label


class Form(models.Model):
    """One version of the form for a role and a kind of dispute; an application keeps the one it was filled in.

    ``fields`` is ``[{code, label, type, required, help, choices}]`` in order. ``kind`` of null serves every kind
    that has no form of its own. A published version is never changed.
    """

    class Role(models.TextChoices):
        PERSON = "person", "个人"
        ENTERPRISE = "enterprise", "企业"
        INSTITUTION = "institution", "机构"

    class State(models.TextChoices):
        DRAFT = "draft", "草稿"
        PUBLISHED = "published", "使用中"
        RETIRED = "retired", "已停用"

    role = models.CharField(max_length=12, choices=Role.choices)
    kind = models.ForeignKey(DisputeKind, models.PROTECT, null=True, related_name="forms")
    version = models.SmallIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    fields = models.JSONField(default=list)
    note = models.CharField(max_length=200, blank=True)
    published_at = models.DateTimeField(null=True)
    by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        ordering = ("role", "kind", "-version")
        constraints = [
            models.UniqueConstraint(
                fields=["role", "kind", "version"], nulls_distinct=False, name="form_version_once"
            ),
            models.UniqueConstraint(
                fields=["role", "kind"],
                condition=models.Q(state="published"),
                nulls_distinct=False,
                name="one_published_form",
            ),
            models.UniqueConstraint(
                fields=["role", "kind"],
                condition=models.Q(state="draft"),
                nulls_distinct=False,
                name="one_draft_form",
            ),
        ]


class Dispute(models.Model):
    """What only mediation knows of a case: what the parties quarrel about and how far it has come."""

    class Source(models.TextChoices):
        APPLIED = "applied", "申请"
        FOUND = "found", "主动"
        REFERRED = "referred", "委托移送"

    class Outcome(models.TextChoices):
        NONE = "", "未结"
        AGREED = "agreed", "调解成功"
        CONFIRMED = "confirmed", "调解成功并司法确认"
        FAILED = "failed", "调解失败"

    case = models.OneToOneField(Case, models.CASCADE, primary_key=True, related_name="dispute")
    kind = models.ForeignKey(DisputeKind, models.PROTECT, related_name="disputes")
    role = models.CharField(max_length=12, choices=Form.Role.choices)
    source = models.CharField(max_length=10, choices=Source.choices, default=Source.APPLIED)
    form = models.ForeignKey(Form, models.PROTECT, related_name="disputes")
    applicant_account = models.ForeignKey(Account, models.SET_NULL, null=True, related_name="+")
    institution = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    happened_on = models.DateField(null=True)
    description = models.TextField(blank=True)
    claim = models.TextField(blank=True, help_text="what the applicant asks for")
    answers = models.JSONField(default=dict, help_text="of the form, by field code; numbers as masks")
    numbers_sealed = models.BinaryField(null=True, help_text="the numbers among the answers, by field code")
    respondents_sealed = models.BinaryField(null=True, help_text="whom a draft names, with their numbers")
    submitted_at = models.DateTimeField(null=True)
    invited_at = models.DateTimeField(null=True, help_text="since when the respondents may see it")
    answered_at = models.DateTimeField(null=True, help_text="when a respondent last handed in a statement")
    accepted_at = models.DateTimeField(null=True)
    mediator_due_on = models.DateField(null=True, help_text="by when a mediator is appointed")
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.NONE, blank=True)
    outcome_note = models.TextField(blank=True)
    outcome_on = models.DateField(null=True)
    history_no = models.CharField(
        max_length=40, blank=True, help_text="the number it had before it came in as a historical case"
    )
    related_case_ids = ArrayField(
        models.BigIntegerField(), default=list, help_text="recovery cases behind it"
    )

    class Meta:
        indexes = [
            models.Index(fields=["institution", "kind"], name="dispute_institution"),
            models.Index(fields=["applicant_account"], name="dispute_applicant"),
            # Lists, figures and the ranking read these instead of the stories, which are most of the table.
            models.Index(
                fields=["submitted_at", "case"],
                include=["kind", "source", "outcome"],
                name="dispute_submitted",
            ),
            models.Index(
                fields=["accepted_at"],
                include=["case", "kind", "institution", "source", "outcome", "outcome_on"],
                condition=models.Q(accepted_at__isnull=False),
                name="dispute_accepted",
            ),
            models.Index(
                fields=["case"],
                include=["kind", "source", "outcome", "outcome_on"],
                name="dispute_facts",
            ),
            models.Index(
                fields=["institution", "history_no"],
                condition=~models.Q(history_no=""),
                name="dispute_history",
            ),
        ]


class Statement(models.Model):
    """What one respondent answered when he was asked to complete the case: his opinion and his own facts."""

    class Opinion(models.TextChoices):
        AGREES = "agrees", "认可对方所述"
        PARTLY = "partly", "部分认可"
        DISPUTES = "disputes", "不认可"

    party = models.OneToOneField(Party, models.CASCADE, primary_key=True, related_name="statement")
    case = models.ForeignKey(Case, models.CASCADE, related_name="statements")
    opinion = models.CharField(max_length=10, choices=Opinion.choices, blank=True)
    text = models.TextField(blank=True)
    at = models.DateTimeField()
