"""Facts of a paper as JSON keeps them, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any


def pack(value: Any) -> Any:
    """A fact as JSON keeps it: money and days say what they are."""
    if isinstance(value, Decimal):
        return {"money": str(value)}
    if isinstance(value, date):
        return {"date": value.isoformat()[:10]}
    if isinstance(value, Mapping):
        return {"item": {str(key): pack(inner) for key, inner in value.items()}}
    if isinstance(value, list | tuple):
        return [pack(inner) for inner in value]
    return value if isinstance(value, str | int | bool | type(None)) else str(value)


def unpack(value: Any) -> Any:
    """The fact again."""
    if isinstance(value, list):
        return [unpack(inner) for inner in value]
    if isinstance(value, Mapping):
        if "money" in value:
            return Decimal(value["money"])
        if "date" in value:
            return date.fromisoformat(value["date"])
        return {key: unpack(inner) for key, inner in value["item"].items()}
    return value
