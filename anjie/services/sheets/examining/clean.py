"""Columns cleaned one at a time, values seen before taken from a cache: most cells cost one look-up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from anjie.services.sheets.declaring.faults import Said
from anjie.services.sheets.declaring.kinds import Column, Convert

_CACHED_AT_MOST = 20_000


class Cells(dict[Any, Any]):
    """The reader of one column: a dict from what stands in a cell to its value, filled as values come up."""

    def __init__(self, column: Column, convert: Convert) -> None:
        super().__init__()
        self.column = column
        self.convert = convert
        self.said: dict[Any, Said] = {}
        self.one_of_a_kind = False

    def __missing__(self, raw: Any) -> Any:
        value = self.once(raw)
        self[raw] = value
        return value

    def once(self, raw: Any) -> Any:
        """The value of one cell, not remembered."""
        value = self.convert(raw)
        if type(value) is Said:
            # True == 1.0 as a key of a dict; told apart here, where only what is odd arrives.
            self.said[raw] = value
            return value.value
        return value

    def read(self, raw: Sequence[Any]) -> list[Any]:
        """The cleaned column; what was said about odd cells stays in ``said`` until ``forget``."""
        if self.one_of_a_kind:
            values = list(map(self.convert, raw))
            return [self.once(cell) for cell in raw] if Said in set(map(type, values)) else values
        before = len(self)
        out = list(map(self.__getitem__, raw))
        # Where most values are new (names, numbers) remembering them costs more than it saves.
        self.one_of_a_kind = len(raw) > 500 and len(self) - before > len(raw) * 0.7
        return out

    def said_of(self, raw: Sequence[Any]) -> list[tuple[int, Said]]:
        """What was said, by place in the column."""
        said = self.said
        if not said:
            return []
        return [(i, said[cell]) for i, cell in enumerate(raw) if cell in said]

    def forget(self) -> None:
        """Keeps the memory bounded between chunks."""
        if len(self) > _CACHED_AT_MOST or (self.one_of_a_kind and self.said):
            self.clear()
            self.said.clear()
