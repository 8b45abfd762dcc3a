"""How a kind of workbook is declared: its columns, match keys and row checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from anjie.services.sheets.declaring.chunk import Chunk
from anjie.services.sheets.declaring.faults import Said

Convert = Callable[[Any], Any]
CellType = Callable[["Column", "Reading"], Convert]


@dataclass(frozen=True)
class ClientRules:
    """What a client's template says about checking; the defaults are the strict ones."""

    id_check: str = "fault"
    """``fault`` or ``warning``: what an 18-digit number with a wrong check digit is."""
    parts_tolerance: Decimal | None = Decimal("0.00")
    """By how much principal + interest + penalty + fee may exceed the total; None asks nothing."""
    currency: str = "CNY"


@dataclass(frozen=True)
class Reading:
    """What a column's reader must know beside the cell: the header's unit, the workbook's calendar."""

    unit: int = 1
    date1904: bool = False
    rules: ClientRules = field(default_factory=ClientRules)


@dataclass(frozen=True)
class Column:
    """A column of a kind: its usual header, field, type, and the other words banks write for it.

    ``{n}`` in header, field and synonyms with ``count`` stands for the numbers 1…count
    (``contact_{n}_phone``). ``bare`` are headers too short to say whose they are (关系, 电话): they
    belong to the numbered group that stands to their left.
    """

    header: str
    field: str
    type: CellType
    synonyms: tuple[str, ...] = ()
    required: bool = False
    required_group: str = ""
    """Columns of one group stand in for each other: one of them must be filled."""
    sealed: bool = False
    choices: Mapping[str, str] | None = None
    default: str | None = None
    count: int = 0
    bare: tuple[str, ...] = ()
    group: str = ""
    max_length: int = 500
    minimum: int | None = None
    maximum: int | None = None

    def numbered(self, n: int) -> Column:
        """This column for the ``n``-th member of its series."""
        return replace(
            self,
            header=self.header.replace("{n}", str(n)),
            field=self.field.replace("{n}", str(n)),
            synonyms=tuple(s.replace("{n}", str(n)) for s in self.synonyms),
            group=self.group.replace("{n}", str(n)),
            count=0,
        )


def words(text: str) -> tuple[str, ...]:
    """Words written one after the other, as a tuple."""
    return tuple(text.split())


RowCheck = Callable[[Chunk, ClientRules, dict[str, Any]], Iterable[tuple[int, str, Said]]]
"""Takes a cleaned chunk and what earlier chunks left behind; yields (index in chunk, field, said)."""


@dataclass(frozen=True)
class MatchKey:
    """The fields that together name one case, as SHEET-4 lists them."""

    code: str
    label: str
    fields: tuple[str, ...]


@dataclass(frozen=True)
class SheetKind:
    """A kind of workbook: what it is called, what its columns are, what its rows must obey."""

    code: str
    label: str
    columns: tuple[Column, ...]
    amount_field: str = ""
    match_keys: tuple[MatchKey, ...] = ()
    checks: tuple[RowCheck, ...] = ()

    def spread(self, extra: Sequence[Column] = ()) -> tuple[Column, ...]:
        """All columns, series written out, with the client's custom ones behind."""
        out: list[Column] = []
        for column in (*self.columns, *extra):
            if column.count:
                out.extend(column.numbered(n) for n in range(1, column.count + 1))
            else:
                out.append(column)
        return tuple(out)
