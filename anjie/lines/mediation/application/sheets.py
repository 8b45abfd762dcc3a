"""The sheet of disputes: each row an application taken down and submitted, judged by the rules of the form it falls under."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date as Day
from decimal import Decimal
from typing import Any

from django.db import connection

from anjie.access.actors import Actor
from anjie.access.models import Organisation
from anjie.access.sentences import told as sentence
from anjie.desk.public import Party, delete_unpointed, move_cases, record_all
from anjie.foundation import clock
from anjie.foundation.phones import read_phone
from anjie.foundation.refusals import Refusal
from anjie.lines.mediation import telling
from anjie.lines.mediation.application import kinds
from anjie.lines.mediation.application.columns import APPLICANT, RESPONDENT, SECOND, second_of
from anjie.lines.mediation.application.models import Dispute, DisputeKind, Form
from anjie.lines.mediation.application.rules import Against, FormField, Story, wrong_answers, wrong_story
from anjie.lines.mediation.application.taking_down import Side, Told, write_down
from anjie.lines.mediation.deeds import ApplicationDeed, ReviewDeed
from anjie.lines.mediation.moves import DRAFT
from anjie.services.sheets.declaring.faults import Said, fault
from anjie.services.sheets.declaring.kinds import Column, SheetKind, words
from anjie.services.sheets.declaring.types import choice, date, id_no, money, name, phone, text
from anjie.services.sheets.importing.loaders import (
    Gathered,
    Kept,
    Landing,
    Loader,
    Written,
    portions,
    register_loader,
)
from anjie.services.sheets.models import Import, ImportedRow

_PEOPLE = {
    "个人": "natural",
    "自然人": "natural",
    "企业": "enterprise",
    "单位": "enterprise",
    "公司": "enterprise",
}
_ROLES = {
    "个人": "person",
    "自然人": "person",
    "企业": "enterprise",
    "单位": "enterprise",
    "机构": "institution",
}
_SOURCES = {label: code for code, label in Dispute.Source.choices}
_ANSWER = "answer_"
EVENTS_OF_LANDING = 2
"""Opened, and handed in."""

DISPUTE = SheetKind(
    code="dispute",
    label="调解申请",
    amount_field="amount",
    columns=(
        Column("申请人", "applicant", name, words("申请人姓名 申请人名称 申请方"), required=True, max_length=60),
        Column("申请人电话", "applicant_phone", phone, words("申请人手机 申请人联系电话 申请人手机号"), required=True, sealed=True),
        Column("申请人证件号", "applicant_id_no", id_no, words("申请人身份证号 申请人身份证"), sealed=True),
        Column("申请人类型", "role", choice, words("申请主体 申请人性质"), choices=_ROLES, default="person"),
        Column("纠纷类别", "kind", text, words("纠纷类型 案由 类别 案件类型"), required=True, max_length=24),
        Column("发生时间", "happened_on", date, words("纠纷发生时间 发生日期 纠纷时间"), required=True),
        Column("事情经过", "description", text, words("纠纷经过 案情 基本案情 纠纷描述 事实与理由"), required=True, max_length=8000),
        Column("诉求", "claim", text, words("调解请求 申请事项 请求事项"), max_length=4000),
        Column("涉及金额", "amount", money, words("标的额 金额 涉案金额 争议金额")),
        Column("所在地区", "region", text, words("地区 发生地 区域"), max_length=40),
        Column("对方姓名", "respondent_name", name, words("被申请人 对方当事人 被申请人姓名 被申请人名称"), required=True, max_length=60),
        Column("对方电话", "respondent_phone", phone, words("被申请人电话 对方联系电话 对方手机"), required=True, sealed=True),
        Column("对方类型", "respondent_kind", choice, words("被申请人类型"), choices=_PEOPLE, default="natural"),
        Column("对方证件号", "respondent_id_no", id_no, words("被申请人身份证号 对方身份证号"), sealed=True),
        Column("对方地址", "respondent_address", text, words("被申请人地址 对方住址"), max_length=200),
        *SECOND,
        Column("案件来源", "source", choice, words("来源"), choices=_SOURCES, default="applied"),
    ),
)  # fmt: skip
_TOLD = (
    "happened_on", "description", "claim", "region", "respondent_name", "respondent_phone", "respondent_kind",
    "respondent_id_no", "respondent_address", *(column.field for column in SECOND),
)  # fmt: skip
_NAMED = {"respondents": ("respondent", RESPONDENT), "co_applicants": (APPLICANT,)}
"""Whom a row may name on each side, in the order in which the application names them."""


def form_columns(institution_id: int) -> tuple[Column, ...]:
    """What the forms in use ask besides: a column for each question, by its wording."""
    kinds.ship_kinds()
    asked = {
        field.label: field
        for form in Form.objects.filter(state=Form.State.PUBLISHED).order_by("id")
        for field in kinds.fields_of(form)
    }
    taken = {word for column in DISPUTE.columns for word in (column.header, *column.synonyms)}
    return tuple(
        Column(label, f"{_ANSWER}{field.code}", text, max_length=2000)
        for label, field in asked.items()
        if label not in taken
    )


def against_desk(actor: Actor, institution_id: int, gathered: Gathered) -> Iterator[tuple[int, str, Said]]:
    """Each row judged as the application it becomes: its kind, its story, the questions of its form."""
    known, forms = kinds_by_word(), kinds.Forms()
    fields: dict[int, tuple[FormField, ...]] = {}
    today = clock.today()
    for at, row in enumerate(gathered.rows):
        told = {field: values[at] for field, values in gathered.columns.items()}
        kind = known.get(told["kind"] or "")
        if kind is None:
            labels = "、".join(kind.label for kind in kinds.kinds())
            yield row, "kind", fault("dispute.kind", f"没有“{told['kind']}”这种纠纷类别。可填：{labels}。")
            continue
        if told["applicant_phone"] and (wrong := read_phone(told["applicant_phone"]).fault):
            yield row, "applicant_phone", fault("dispute.phone", f"申请人电话无法拨打：{wrong}。")
        form = forms[told["role"] or "person", kind.code]
        asked = fields.get(form.pk) or fields.setdefault(form.pk, kinds.fields_of(form))
        types = {field.code: field.type for field in asked}
        facts, answers = _read(told, gathered.cents[at])
        story = Story(
            Day.fromisoformat(facts["happened_on"]) if facts["happened_on"] else None,
            facts["description"], facts["amount"],
            [Against(side.name, side.phone, side.id_no) for side in _respondents(facts)],
            Against(told["applicant"] or "", (told["applicant_phone"] or "").split(";")[0]),
            [Against(side.name, side.phone, side.id_no) for side in side_by(facts, APPLICANT)],
        )  # fmt: skip
        for one in wrong_story(story, today):
            yield row, _column_of(one.field), fault("dispute.incomplete", one.message)
        for one in wrong_answers(asked, _typed(types, answers)):
            message = f"{one.message}请在表中增加“{_label(asked, one.field)}”一列并填写。"
            yield row, "kind", fault("dispute.incomplete", message)


def land(landing: Landing) -> None:
    """Take down every good row as an application and hand it in, set-wise; the reviewers are told once."""
    institution = Organisation.objects.get(pk=landing.record.client_id)
    known, forms = kinds_by_word(), kinds.Forms()
    questions: dict[int, dict[str, str]] = {}
    rows: list[int] = []
    told: list[Told] = []
    for chunk, good in landing.good():
        cents = chunk.column("amount") or [None] * len(chunk.rows)
        for i in good:
            said = {field: values[i] for field, values in chunk.columns.items()}
            role = said.get("role") or "person"
            form = forms[role, known[said["kind"]].code]
            types = questions.setdefault(form.pk, {})
            types.update(types or {field.code: field.type for field in kinds.fields_of(form)})
            rows.append(chunk.rows[i])
            told.append(_told(said, cents[i] or 0, known[said["kind"]], form, types))
    ids = write_down(
        landing.actor,
        institution,
        told,
        state=DRAFT,
        at=[clock.now()] * len(told),
        facts={"import": landing.record.pk},
    )
    landing.progress(len(ids) * 2 // 3)
    moved = move_cases(landing.actor, ids, "application.submit")
    if moved.refused:
        raise Refusal(moved.refused[0]["code"], moved.refused[0]["message"])
    # A move writes one event behind the first: what an undo compares with is known without asking.
    landing.written += [
        Written(row, pk, True, {"seq": EVENTS_OF_LANDING}) for row, pk in zip(rows, ids, strict=True)
    ]
    landing.progress(len(ids))
    if ids:
        telling.tell_staff(
            landing.actor, Dispute.objects.select_related("case").get(pk=ids[-1]).case, ReviewDeed.DECIDE, "application.imported",
            "批量导入了调解申请", f"批量导入 {len(ids)} 件调解申请，等待审核。",
        )  # fmt: skip


def _told(said: dict[str, Any], cents: int, kind: DisputeKind, form: Form, types: Mapping[str, str]) -> Told:
    facts, answers = _read(said, cents)
    role = form.role
    return Told(
        applicant=Side(
            said["applicant"],
            said["applicant_phone"].split(";")[0],
            said.get("applicant_id_no") or "",
            "natural" if role == "person" else "enterprise",
        ),
        respondents=_respondents(facts),
        beside=side_by(facts, APPLICANT),
        kind=kind,
        form=form,
        role=role,
        source=said.get("source") or Dispute.Source.APPLIED,
        happened_on=Day.fromisoformat(facts["happened_on"]) if facts["happened_on"] else None,
        description=facts["description"],
        claim=facts["claim"],
        amount=facts["amount"],
        region=facts["region"],
        answers=_typed(types, answers),
    )


def _respondents(facts: Mapping[str, Any]) -> list[Side]:
    """Whom a row names: the other side, and its guarantor where there is one."""
    kind, address = facts["respondent_kind"], facts["respondent_address"]
    found = [
        Side(facts["respondent_name"], facts["respondent_phone"], facts["respondent_id_no"], kind, address)
    ]
    return found + side_by(facts, RESPONDENT)


def side_by(facts: Mapping[str, Any], who: str) -> list[Side]:
    """The second party of a side, where a row names one."""
    told = second_of(facts, who)
    return [Side(*told)] if told else []


def _column_of(field: str) -> str:
    """The column behind a fault of the story: ``respondents.1.phone`` is ``guarantor_phone``."""
    head, *rest = field.split(".")
    return f"{_NAMED[head][int(rest[0])]}_{rest[1]}" if rest else field


def kinds_by_word() -> dict[str, DisputeKind]:
    """The kinds of disputes by what a cell may say: the label or the code."""
    found = kinds.kinds()
    return {one.label: one for one in found} | {one.code: one for one in found}


def _read(told: dict[str, Any], cents: int) -> tuple[dict[str, Any], dict[str, Any]]:
    facts: dict[str, Any] = {field: told.get(field) or "" for field in _TOLD}
    facts["respondent_phone"] = facts["respondent_phone"].split(";")[0]
    facts["respondent_kind"] = told.get("respondent_kind") or "natural"
    facts["amount"] = Decimal(cents).scaleb(-2)
    answers = {
        field.removeprefix(_ANSWER): value
        for field, value in told.items()
        if field.startswith(_ANSWER) and value not in (None, "")
    }
    return facts, answers


def _typed(types: Mapping[str, str], answers: dict[str, Any]) -> dict[str, Any]:
    """Answers of a sheet as the form's page would have given them: 是 and 否, several choices in one cell."""
    out = {}
    for code, value in answers.items():
        if types.get(code) == "yes_no":
            value = {"是": True, "否": False, "有": True, "无": False}.get(value, value)
        elif types.get(code) == "choices":
            value = [word for word in value.replace("，", "、").replace(",", "、").split("、") if word]
        out[code] = value
    return out


def _label(fields: Sequence[FormField], code: str) -> str:
    return next((field.label for field in fields if field.code == code), code)


# In the order in which rows point to one another; the timeline stays, with its last link.
DELETE_CASES = tuple(
    f"DELETE FROM {table} WHERE {column} = ANY(%(cases)s)"
    for table, column in (
        ("mediation_consentanswer", "case_id"), ("mediation_robottask", "case_id"), ("mediation_dispute", "case_id"),
        ("desk_holding", "case_id"), ("desk_contactpoint", "case_id"), ("desk_party", "case_id"),
        ("desk_casesearch", "case_id"), ("desk_case", "id"), ("sheets_importedrow", "case_id"),
    )
)  # fmt: skip


_SINCE = """
SELECT r.case_id, c.no, (array_agg(e.verb ORDER BY e.seq))[1], count(*)
FROM sheets_importedrow r JOIN desk_case c ON c.id = r.case_id
JOIN desk_event e ON e.case_id = r.case_id AND e.seq > (r.before->>'seq')::int
WHERE r.import_id = %s GROUP BY 1, 2 ORDER BY 2
"""


def undo(actor: Actor, record: Import, progress: Callable[[int], None]) -> Sequence[Kept]:
    """Take back the applications of an import that nobody has decided or changed since."""
    rows = ImportedRow.objects.filter(import_id=record.pk).order_by("case_id")
    cases = list(rows.values_list("case_id", flat=True))
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM desk_case WHERE id = ANY(%s) ORDER BY id FOR UPDATE", [cases])
        cursor.execute(_SINCE, [record.pk])
        kept = [Kept(pk, no, _why(verb, count)) for pk, no, verb, count in cursor.fetchall()]
    stays = {one.case_id for one in kept}
    gone = [pk for pk in cases if pk not in stays]
    persons = list(Party.objects.filter(case_id__in=gone).values_list("person_id", flat=True).distinct())
    done = len(kept)
    for some in portions(gone):
        record_all(actor, "case.import_undone", some, import_id=record.pk)
        with connection.cursor() as cursor:
            for statement in DELETE_CASES:
                cursor.execute(statement, {"cases": some})
        progress(done := done + len(some))
    delete_unpointed("desk_person", persons)
    return kept


def _why(verb: str, count: int) -> str:
    return f"导入后已有 {count} 项操作，最早一项是“{sentence(verb, {}).text}”，不能撤销。"


def register() -> None:
    """Make the sheet of disputes known; called once at start-up."""
    fields = tuple(column.field for column in DISPUTE.columns)
    register_loader(
        Loader(
            kind=DISPUTE,
            deed=ApplicationDeed.IMPORT,
            land=land,
            gather=fields,
            against_desk=against_desk,
            undo=undo,
            extra=form_columns,
            gather_extra=True,
            of="institution",
        )
    )
