"""What one examination is asked (``Order``) and what it answers (``Examination``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from anjie.foundation.money import from_cents, plain
from anjie.services.sheets.declaring.faults import Fault
from anjie.services.sheets.declaring.kinds import ClientRules, Column, SheetKind
from anjie.services.sheets.reading.limits import Limits


@dataclass
class Examination:
    """What the preview shows and the import goes by."""

    form: str = ""
    sheet: str = ""
    other_sheets: list[str] = field(default_factory=list)
    header_row: int = 0
    header_rows: tuple[int, int] = (0, 0)
    mapping: dict[str, str] = field(default_factory=dict)
    confidence: dict[str, str] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    """Field → column as Excel counts them from 1 (A is 1)."""
    unmapped: list[str] = field(default_factory=list)
    rows: int = 0
    good: int = 0
    amount_cents: int = 0
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    fault_count: int = 0
    warning_count: int = 0
    skipped: list[tuple[int, str]] = field(default_factory=list)
    """Rows that are no data: (row, why), why one of ``header totals note``; blank rows are not listed."""

    @property
    def wrong(self) -> int:
        """Rows with at least one fault."""
        return self.rows - self.good

    @property
    def amount_total(self) -> Decimal:
        """The sum of the good rows."""
        return from_cents(self.amount_cents)

    def as_json(self) -> dict[str, Any]:
        """The contract of ``anjie sheets preview --json``."""
        return {
            "header_row": self.header_row,
            "mapping": self.mapping,
            "unmapped": self.unmapped,
            "rows": self.rows,
            "good": self.good,
            "wrong": self.wrong,
            "amount_total": plain(self.amount_total),
            "faults": [one.as_dict() for one in self.faults],
            "warnings": [one.as_dict() for one in self.warnings],
        }


@dataclass(frozen=True)
class Order:
    """What is asked of one examination, in values that can be handed to another process."""

    path: str
    kind: SheetKind
    name: str = ""
    mapping: Mapping[str, str] | None = None
    sheet: str = ""
    header_row: int = 0
    """Where the person says the header stands; 0 looks for it."""
    extra: tuple[Column, ...] = ()
    rules: ClientRules = field(default_factory=ClientRules)
    limits: Limits = field(default_factory=Limits)
