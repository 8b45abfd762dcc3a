"""What an application must hold before it may be submitted: every fault at once, none guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from anjie.foundation import identifiers
from anjie.foundation.phones import read_phone
from anjie.foundation.refusals import Invalid

TYPES = {
    "text": "单行文字",
    "long_text": "多行文字",
    "number": "数字",
    "money": "金额",
    "date": "日期",
    "choice": "单选",
    "choices": "多选",
    "yes_no": "是否",
    "phone": "电话号码",
    "id_no": "身份证号",
}
LONGEST = {"text": 200, "long_text": 4000}
SHORTEST_STORY = 10
MOST_OF_A_SIDE = 10
OWN_OF_A_SIDE = THE_OTHER_SIDE, BESIDE_HER = "对方当事人", "共同申请人"
"""How an application names the own number of a respondent, and of who applies beside the applicant."""
OWN_NUMBER = (
    "一个号码只代表一名当事人，用它查看案件、答复和签署。请填其本人的其他电话，可以是座机（由工作人员征询，纸质签署）；"
    "单位和其负责人共用的，只填单位。"
)
MOST_FIELDS = 60
_MOST = Decimal("1000000000000")


@dataclass(frozen=True, slots=True)
class FormField:
    """One question of a form, in the words the applicant reads."""

    code: str
    label: str
    type: str
    required: bool = False
    help: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with one field: its code and the sentence shown beside it."""

    field: str
    message: str


def read_fields(given: Sequence[Mapping[str, Any]]) -> tuple[FormField, ...]:
    """A form's fields as they were stored or sent; raises with the field that is wrong."""
    if len(given) > MOST_FIELDS:
        raise Invalid(
            "form.too_many",
            f"表单最多 {MOST_FIELDS} 项，本次为 {len(given)} 项。请合并或删减。",
            count=len(given),
        )
    fields = tuple(_field(place, one) for place, one in enumerate(given, start=1))
    codes = [one.code for one in fields]
    labels = [one.label for one in fields]
    for named in (codes, labels):
        twice = next((name for name in named if named.count(name) > 1), None)
        if twice:
            raise Invalid("form.twice", f"“{twice}”出现了两次。请改名或删去一项。", field=twice)
    return fields


def _field(place: int, one: Mapping[str, Any]) -> FormField:
    label = str(one.get("label") or "").strip()
    kind = str(one.get("type") or "")
    choices = tuple(text for raw in one.get("choices") or () if (text := str(raw).strip()))
    code = str(one.get("code") or f"field_{place}").strip()
    if not label or len(label) > 30:
        raise Invalid("form.label", f"第 {place} 项的名称应为 1 到 30 个字。请填写后保存。", place=place)
    if kind not in TYPES:
        raise Invalid("form.type", f"“{label}”的类型不正确。请在列表中选择。", field=label)
    if kind in ("choice", "choices") and len(choices) < 2:
        raise Invalid("form.choices", f"“{label}”至少需要两个选项。请补充选项。", field=label)
    if not code.isidentifier() or not code.isascii() or len(code) > 40:
        raise Invalid("form.code", f"“{label}”的编码只能用英文字母、数字和下划线。请修改。", field=label)
    return FormField(code, label, kind, bool(one.get("required")), str(one.get("help") or "")[:200], choices)


def wrong_answers(fields: Iterable[FormField], answers: Mapping[str, Any]) -> list[Wrong]:
    """All that is missing or wrong among the answers to a form."""
    wrong = []
    for field in fields:
        value = answers.get(field.code)
        if value in (None, "", []):
            if field.required:
                wrong.append(Wrong(field.code, f"请填写“{field.label}”。"))
        elif said := _wrong(field, value):
            wrong.append(Wrong(field.code, said))
    return wrong


def _wrong(field: FormField, value: Any) -> str:
    label = field.label
    match field.type:
        case "number" | "money":
            return _wrong_number(label, value, money=field.type == "money")
        case "date":
            return "" if _is_day(value) else f"“{label}”不是有效日期，应如 2026-09-01。"
        case "choice":
            return "" if value in field.choices else f"“{label}”不在选项中，请重新选择。"
        case "choices":
            fits = isinstance(value, list) and set(value) <= set(field.choices)
            return "" if fits else f"“{label}”有不在选项中的内容，请重新选择。"
        case "yes_no":
            return "" if isinstance(value, bool) else f"请为“{label}”选择是或否。"
        case "phone":
            fault = read_phone(str(value)).fault
            return f"“{label}”无法拨打：{fault}。" if fault else ""
        case "id_no":
            return _wrong_id(label, str(value))
        case _:
            most = LONGEST[field.type]
            return (
                "" if len(str(value)) <= most else f"“{label}”最多 {most} 个字，现有 {len(str(value))} 个。"
            )


def _wrong_number(label: str, value: Any, *, money: bool) -> str:
    try:
        number = Decimal(str(value).replace(",", ""))
    except InvalidOperation:
        return f"“{label}”应为数字。"
    if not number.is_finite() or abs(number) >= _MOST:
        return f"“{label}”超出可填写的范围。"
    exponent = number.as_tuple().exponent
    if money and (number < 0 or (isinstance(exponent, int) and exponent < -2)):
        return f"“{label}”应为不小于零、最多两位小数的金额。"
    return ""


def _is_day(value: Any) -> bool:
    try:
        return 1900 <= date.fromisoformat(str(value)).year <= 2200
    except ValueError:
        return False


def _wrong_id(label: str, value: str) -> str:
    try:
        identifiers.read_id_number(value)
    except Invalid as wrong:
        return f"“{label}”有误：{wrong.message}"
    return ""


@dataclass(frozen=True, slots=True)
class Against:
    """A party as the application names him, in plain text."""

    name: str
    phone: str
    id_no: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """What every application tells, whatever its form; ``beside`` are who applies with ``applicant``."""

    happened_on: date | None
    description: str
    amount: Decimal
    respondents: Sequence[Against]
    applicant: Against | None = None
    beside: Sequence[Against] = ()


def wrong_story(story: Story, today: date) -> list[Wrong]:
    """All that is missing or wrong among what every application must tell."""
    wrong = []
    if story.happened_on is None:
        wrong.append(Wrong("happened_on", "请填写纠纷发生时间。"))
    elif story.happened_on > today:
        wrong.append(Wrong("happened_on", "纠纷发生时间不能晚于今天。"))
    told = len("".join(story.description.split()))
    if told < SHORTEST_STORY:
        wrong.append(
            Wrong("description", f"请把事情经过写清楚，至少 {SHORTEST_STORY} 个字，现有 {told} 个。")
        )
    if story.amount < 0:
        wrong.append(Wrong("amount", "涉及金额不能小于零。"))
    first = [story.applicant] if story.applicant else []
    wrong += wrong_side("co_applicants", story.beside, first)
    return wrong + wrong_side("respondents", story.respondents, [*first, *story.beside])


def wrong_side(field: str, named: Sequence[Against], before: Sequence[Against] = ()) -> list[Wrong]:
    """What is missing or wrong of whom the application names; ``respondents.1.phone`` is the second's phone.

    Nobody has the number of who was named ``before`` him.
    """
    called, most = CALLED[field], MOST_OF_A_SIDE - (field == "co_applicants")
    if len(named) > most:
        return [Wrong(field, f"{called}最多 {most} 名，现有 {len(named)} 名。请分案申请。")]
    wrong = []
    needed = field == "respondents"
    whole = named or (Against("", ""),) * needed
    for place, one in enumerate(whole):
        whose = "对方" if needed and len(whole) == 1 else f"第 {place + 1} 名{called}的"
        at = f"{field}.{place}"
        known = [*before, *named[:place]]
        if not one.name.strip():
            wrong.append(Wrong(f"{at}.name", f"请填写{whose}姓名或名称。"))
        if not one.phone:
            wrong.append(
                Wrong(f"{at}.phone", f"请填写{whose}联系电话，否则无法征求{'对方' if needed else '其'}意愿。")
            )
        elif fault := read_phone(one.phone).fault:
            wrong.append(Wrong(f"{at}.phone", f"{whose}联系电话无法拨打：{fault}。"))
        elif same := _same(known, "phone", read_phone(one.phone).key):
            wrong.append(Wrong(f"{at}.phone", f"与{same}的电话相同。{OWN_NUMBER}"))
        if one.id_no and (same := _same(known, "id_no", one.id_no)):
            wrong.append(Wrong(f"{at}.id_no", f"与{same}的证件号相同。请核对是否为同一人。"))
    return wrong


CALLED = {"respondents": "被申请人", "co_applicants": "共同申请人"}


def _same(before: Sequence[Against], field: str, value: str) -> str:
    """The name of who was named before with this value, or nothing."""
    for one in before:
        held = getattr(one, field)
        if (read_phone(held).key if field == "phone" else held) == value:
            return one.name.strip() or "前一名当事人"
    return ""


def refuse_wrong(wrong: Sequence[Wrong]) -> None:
    """Raise with every fault by its field; nothing when there is none."""
    if wrong:
        first = wrong[0].message
        more = f"（共 {len(wrong)} 处需要修改）" if len(wrong) > 1 else ""
        raise Invalid(
            "application.incomplete",
            f"申请还不能提交：{first}{more}",
            fields={one.field: one.message for one in wrong},
        )
