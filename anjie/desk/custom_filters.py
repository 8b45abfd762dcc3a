"""Filtering by the typed fields a client's template declares."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db.models import Case as When
from django.db.models import DecimalField, Q, TextField, Value
from django.db.models import When as If
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.db.models.lookups import GreaterThanOrEqual, IContains, LessThanOrEqual, Regex

from anjie.desk.models import CustomField
from anjie.foundation.refusals import Invalid

_NUMBER = r"^-?[0-9]{1,15}(\.[0-9]{1,10})?$"
_DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


def custom_condition(asked: str) -> Q:
    """The condition behind ``code:value`` or ``code:from..to``; an undeclared field is refused."""
    code, _, value = asked.partition(":")
    field = CustomField.objects.filter(code=code).first()
    if field is None or not value:
        raise Invalid(
            "list.unknown_custom", f"没有名为“{code[:40]}”的自定义字段。请刷新页面后重试。", field=code[:40]
        )
    kept = KeyTextTransform(code, "custom")
    match field.kind:
        case CustomField.Kind.CHOICE:
            return Q(custom__contains={code: value})
        case CustomField.Kind.NUMBER | CustomField.Kind.MONEY:
            low, high = _range(field, value, _number)
            # What an older import left that is no number is not compared; a bare cast would end the list.
            number = Cast(_only(kept, _NUMBER), DecimalField(max_digits=30, decimal_places=10))
            return _between(number, low, high)
        case CustomField.Kind.DATE:
            low, high = _range(field, value, lambda text: date.fromisoformat(text).isoformat())
            return _between(_only(kept, _DATE), low, high)
    return Q(IContains(kept, value))


def _range(field: CustomField, value: str, read: Any) -> tuple[Any, Any]:
    low, dots, high = value.partition("..")
    try:
        first = read(low) if low else None
        last = (read(high) if high else None) if dots else first
    except (ValueError, InvalidOperation):
        raise Invalid(
            "list.wrong_custom",
            f"“{field.label}”的筛选范围有误，应形如 10..20 或 2026-09-01..2026-09-30。请修改后重试。",
            field=field.code,
        ) from None
    return first, last


def _number(text: str) -> Decimal:
    number = Decimal(text)
    if not number.is_finite() or abs(number) > 10**15:
        raise ValueError(text)
    return number


def _only(text: Any, shape: str) -> When:
    return When(If(Q(Regex(text, shape)), then=text), default=Value(None), output_field=TextField())


def _between(value: Any, low: Any, high: Any) -> Q:
    condition = Q()
    if low is not None:
        condition &= Q(GreaterThanOrEqual(value, low))
    if high is not None:
        condition &= Q(LessThanOrEqual(value, high))
    return condition
