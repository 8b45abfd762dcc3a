"""The kinds of values a list's query takes: blanks do not narrow, one value stands for a list of one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list | tuple | set) or value is None else [value]


def _without_nul(text: str) -> str:
    if "\0" in text:
        raise ValueError("a NUL character")
    return text


def some(value: Any) -> bool:
    """Whether a value narrows at all."""
    return value not in (None, "", [], [""])


Clean = Annotated[str, AfterValidator(_without_nul)]
Text = Annotated[Clean, Field(max_length=100)]
Id = Annotated[int, Field(ge=1, le=2**63 - 1)]
Ids = Annotated[list[Id] | None, BeforeValidator(_as_list), Field(max_length=500)]
Words = Annotated[list[Text] | None, BeforeValidator(_as_list), Field(max_length=200)]
Money = Annotated[Decimal | None, Field(ge=-(10**13), le=10**13, allow_inf_nan=False)]
Day = Annotated[date | None, Field(ge=date(1900, 1, 1), le=date(2200, 1, 1))]
