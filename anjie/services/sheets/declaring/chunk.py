"""The cleaned rows that checks and loaders are handed, some thousand at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Chunk:
    """Some thousand neighbouring rows, cleaned: ``columns[field][i]`` belongs to Excel row ``rows[i]``.

    Values are plain: text, whole cents for money, int for integer, ISO text for dates, text fractions for
    rates, None for nothing (also where the cell was refused). ``wrong`` holds the places of rows that have
    at least one fault.
    """

    rows: list[int]
    columns: dict[str, list[Any]]
    wrong: set[int] = field(default_factory=set)

    def column(self, field_name: str) -> list[Any] | None:
        """The cleaned column, or None where the sheet has no such column."""
        return self.columns.get(field_name)

    def good(self) -> Iterator[int]:
        """The places of the rows without a fault."""
        return (i for i in range(len(self.rows)) if i not in self.wrong)
