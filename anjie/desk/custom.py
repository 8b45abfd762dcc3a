"""Custom information on a case: typed fields the client's template declares, checked before they are kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import transaction
from django.db.models import Q

from anjie.access.actors import Actor
from anjie.desk import timeline
from anjie.desk.deeds import DeskDeed
from anjie.desk.models import Case, CustomField
from anjie.desk.reach import case_for
from anjie.foundation.refusals import Invalid

LONGEST_TEXT = 500
LARGEST = Decimal("999999999999")


def declared_for(case: Case) -> list[CustomField]:
    """The fields of the case's line, and of its client, in their order."""
    of_client = Q(organisation__isnull=True) | Q(organisation_id=case.organisation_id)
    return list(CustomField.objects.filter(of_client, line=case.line))


def fields_of(case: Case) -> list[dict[str, Any]]:
    """Each declared field with the case's value; values nobody declared any more come last, as text."""
    rows = [
        {
            "code": field.code,
            "label": field.label,
            "kind": field.kind,
            "choices": list(field.choices),
            "in_fold": field.in_fold,
            "value": _shown(case.custom.get(field.code)),
        }
        for field in declared_for(case)
    ]
    known = {row["code"] for row in rows}
    rows += [
        {"code": code, "label": code, "kind": "text", "choices": [], "in_fold": True, "value": _shown(value)}
        for code, value in case.custom.items()
        if code not in known
    ]
    return rows


@transaction.atomic
def edit_custom(actor: Actor, case_id: int, values: Mapping[str, str | None]) -> list[dict[str, Any]]:
    """Change custom values; a blank one clears the field. One wrong value refuses them all."""
    case = case_for(actor, DeskDeed.CASES_EDIT, case_id, lock=True)
    declared = {field.code: field for field in declared_for(case)}
    unknown = [code for code in values if code not in declared]
    if unknown:
        raise Invalid(
            "custom.unknown_field",
            f"案件没有名为“{unknown[0]}”的自定义字段。请刷新页面，或请内勤在委托方设置中添加。",
            fields=unknown,
        )
    changes: list[list[str | None]] = []
    custom = dict(case.custom)
    for code, given in values.items():
        new = checked(declared[code], given)
        old = custom.get(code)
        if _shown(old) == _shown(new):
            continue
        changes.append([declared[code].label, _shown(old), _shown(new)])
        if new is None:
            custom.pop(code, None)
        else:
            custom[code] = new
    if changes:
        Case.objects.filter(pk=case.pk).update(custom=custom)
        timeline.record(actor, case.pk, "case.custom_edited", changes=changes)
    case.custom = custom
    return fields_of(case)


def checked(field: CustomField, given: str | None) -> str | None:
    """The value as it is kept for the field's kind, or the refusal that names the field and its fault."""
    text = (given or "").strip()
    if not text:
        return None
    match field.kind:
        case CustomField.Kind.NUMBER | CustomField.Kind.MONEY:
            return _number(field, text)
        case CustomField.Kind.DATE:
            try:
                return date.fromisoformat(text).isoformat()
            except ValueError:
                raise _wrong(field, "不是日期，应形如 2026-09-01") from None
        case CustomField.Kind.CHOICE:
            if text not in field.choices:
                raise _wrong(field, f"应为 {'、'.join(field.choices)} 之一")
            return text
    if len(text) > LONGEST_TEXT:
        raise _wrong(field, f"有 {len(text)} 字，超过 {LONGEST_TEXT} 字")
    if "\0" in text:
        raise _wrong(field, "含有不可保存的字符")
    return text


def _number(field: CustomField, text: str) -> str:
    try:
        number = Decimal(text.replace(",", "").replace("，", ""))
    except InvalidOperation:
        raise _wrong(field, "不是数字") from None
    if not number.is_finite() or abs(number) > LARGEST:
        raise _wrong(field, "超出可填写的范围")
    if field.kind == CustomField.Kind.MONEY:
        if number != round(number, 2):
            raise _wrong(field, "金额最多两位小数")
        return f"{number:.2f}"
    return f"{number.normalize():f}"


def _wrong(field: CustomField, why: str) -> Invalid:
    return Invalid("custom.wrong_value", f"“{field.label}”{why}。请修改后重试。", field=field.code)


def _shown(value: Any) -> str | None:
    return None if value in (None, "") else str(value)
