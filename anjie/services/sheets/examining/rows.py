"""Which rows under the header are no data: blank ones, the header again, totals, notes at the foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from anjie.services.sheets.declaring.types import card, date, digits, id_no, money, name
from anjie.services.sheets.declaring.types.texts import squeezed
from anjie.services.sheets.examining.header import Header, words_of
from anjie.services.sheets.examining.mapping import Mapped

_TOTALS = re.compile(
    r"^(?:本页|本批|本表|全部|以上|总|合)*"
    r"(?:合计|总计|小计|共计|总数|总额|汇总|累计|合計|總計|total|subtotal|sum)",
    re.IGNORECASE,
)
_GRAND = re.compile(r"合计|总计|共计|总额|合計|總計|^total|^sum", re.IGNORECASE)
_NOTE = re.compile(
    r"^(?:制表|填表|编制|审核|复核|经办|负责|联系|打印|导出|报送|日期|签字|盖章|单位盖章|备注[::]|注[::]|注意|说明|附注|\*|※|以上|以下空白|本表|第\d+页|page)",
    re.IGNORECASE,
)


_NAMING = (card, date, digits, id_no, name)


class Screen:
    """Tells data rows from the rest; looks closely only where a cell that every row must have is blank."""

    def __init__(
        self, header: Header, mapped: Sequence[Mapped], amount_field: str, keys: Sequence[str] = ()
    ) -> None:
        self.header = header
        self.mapped = mapped
        self.amount = next((i for i, one in enumerate(mapped) if one.column.field == amount_field), None)
        anchors = [
            i
            for i, one in enumerate(mapped)
            if one.column.required or one.column.required_group or one.column.field in keys
        ]
        self.anchors = anchors or list(range(min(2, len(mapped))))
        self.running = 0
        self.unreadable = False
        """Whether an amount above could not be read: then no total can be compared."""
        self.differences: list[tuple[int, str, int, int]] = []

    def drop(
        self,
        rows: list[int],
        cells: Sequence[Sequence[Any]],
        raw: Sequence[Sequence[Any]],
        values: Sequence[Sequence[Any]],
        skipped: list[tuple[int, str]],
    ) -> set[int]:
        """The places of the rows of one chunk that are no data."""
        suspects: set[int] = set()
        for a in self.anchors:
            if None in values[a]:
                suspects.update(i for i, value in enumerate(values[a]) if value is None)
            column = raw[self.mapped[a].index]
            for word in self.header_cells(self.mapped[a]):
                if word in column:
                    suspects.update(i for i, cell in enumerate(column) if cell == word)
        if not suspects:
            return suspects
        dropped: set[int] = set()
        for i in sorted(suspects):
            why = self.judge(cells[i])
            if why == "figures":
                # Unlabelled: a totals row only if it says the very sum; else it is data that lacks its keys.
                why = "totals" if values[self.amount or 0][i] == self.counted(i, values, dropped) else ""
            if not why:
                continue
            dropped.add(i)
            if why != "blank":
                skipped.append((rows[i], why))
            if why == "grand":
                skipped[-1] = (rows[i], "totals")
                self.compare(rows[i], i, values, dropped)
        return dropped

    def header_cells(self, one: Mapped) -> list[str]:
        """What stands in the header above a column, as the workbook holds it."""
        return [row[one.index] for row in self.header.cells if one.index < len(row) and row[one.index]]

    def judge(self, row: Sequence[Any]) -> str:
        """``blank header totals grand note figures``, or nothing for a row of data."""
        words = [squeezed(word) for word in words_of(row)]
        filled = [word for word in words if word]
        if not filled:
            return "blank"
        if self.is_header(words):
            return "header"
        first = filled[0]
        labels = [word for word in filled[:4] if _TOTALS.match(word)]
        if labels and (self.label_in_key(words) or self.anchor_words(words) * 2 <= len(self.anchors)):
            return "grand" if _GRAND.search(labels[0]) and "小计" not in labels[0] else "totals"
        if len(filled) <= 3 and self.anchor_words(words) <= 1 and (_NOTE.match(first) or len(first) > 30):
            return "note"
        if self.only_figures(row, words):
            return "figures"
        return ""

    def is_header(self, words: Sequence[str]) -> bool:
        same = sum(
            1 for one in self.mapped
            if one.index < len(words) and words[one.index] and squeezed(one.header).endswith(words[one.index])
        )  # fmt: skip
        return same >= max(2, len(self.mapped) // 2)

    def anchor_words(self, words: Sequence[str]) -> int:
        """How many of the cells that every row must have are filled."""
        return sum(
            1 for a in self.anchors if self.mapped[a].index < len(words) and words[self.mapped[a].index]
        )

    def label_in_key(self, words: Sequence[str]) -> bool:
        """合计 standing where a number or a name must stand."""
        return any(
            self.mapped[a].column.type in _NAMING
            and self.mapped[a].index < len(words)
            and _TOTALS.match(words[self.mapped[a].index])
            for a in self.anchors
        )

    def only_figures(self, row: Sequence[Any], words: Sequence[str]) -> bool:
        """Nothing but amounts (and counts beside them): a totals row that nobody labelled."""
        places = [i for i, word in enumerate(words) if word]
        amounts = {one.index for one in self.mapped if one.column.type is money}
        return (
            len(places) >= 1
            and all(isinstance(row[i], float | int) and not isinstance(row[i], bool) for i in places)
            and self.amount is not None
            and self.mapped[self.amount].index in places
            and sum(i in amounts for i in places) * 2 > len(places)
        )

    def counted(self, at: int, values: Sequence[Sequence[Any]], dropped: set[int]) -> int:
        """The sum of the amounts above this row of the chunk and in all chunks before."""
        column = values[self.amount or 0]
        return self.running + sum(v or 0 for i, v in enumerate(column[:at]) if i not in dropped)

    def compare(self, row: int, at: int, values: Sequence[Sequence[Any]], dropped: set[int]) -> None:
        """Remembers a total that is not the sum of the rows above it."""
        if self.amount is None or self.unreadable:
            return
        written = values[self.amount][at]
        counted = self.counted(at, values, dropped)
        if written is not None and written != counted:
            self.differences.append((row, self.mapped[self.amount].header, written, counted))
