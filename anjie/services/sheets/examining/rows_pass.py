"""One pass over the data rows of one sheet: cleaned, screened and checked chunk by chunk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice, zip_longest
from typing import Any

from anjie.services.sheets.declaring.chunk import Chunk
from anjie.services.sheets.declaring.faults import Fault, Said, fault
from anjie.services.sheets.declaring.kinds import Column, Reading
from anjie.services.sheets.declaring.types import money
from anjie.services.sheets.examining.clean import Cells
from anjie.services.sheets.examining.examination import Examination, Order
from anjie.services.sheets.examining.file_notes import (
    mapping_notes,
    missing_columns,
    missing_faults,
    sheet_notes,
    totals_notes,
    usable_keys,
)
from anjie.services.sheets.examining.header import Header
from anjie.services.sheets.examining.mapping import Mapped, Suggestion, unit_of
from anjie.services.sheets.examining.rows import Screen
from anjie.services.sheets.reading.book import Book, Sheet

CHUNK_ROWS = 4096
Sink = Callable[[Chunk], None]


class RowsPass:
    """One pass over the data rows of one sheet."""

    def __init__(
        self,
        order: Order,
        book: Book,
        sheet: Sheet,
        header: Header,
        found: Suggestion,
        columns: tuple[Column, ...],
        result: Examination,
    ) -> None:
        self.order, self.book, self.sheet, self.header = order, book, sheet, header
        self.found, self.columns = found, columns
        self.mapped = found.mapped
        self.headers = {one.column.field: one.header for one in self.mapped}
        self.memory: dict[str, Any] = {}
        self.result = result
        self.readers = [
            (one, Cells(one.column, one.column.type(one.column, self.reading(one)))) for one in self.mapped
        ]
        self.missing = missing_columns(columns, order.kind.match_keys, self.headers)
        self.keys = usable_keys(order.kind.match_keys, self.headers)
        named = [name for key in self.keys for name in key.fields]
        self.screen = Screen(header, self.mapped, order.kind.amount_field, named)

    def reading(self, one: Mapped) -> Reading:
        """What the reader of this column must know beside its cells."""
        unit = unit_of(one.header) if one.column.type is money else 1
        return Reading(unit, self.book.date1904, self.order.rules)

    def go(self, sink: Sink | None) -> Examination:
        """Read to the end: counts and faults go to the examination, cleaned rows to ``sink``."""
        self.note_sheet()
        start = self.header.bottom
        numbered = islice(enumerate(self.sheet.rows(), 1), start, None)
        fills = self.merged_data(start)
        while batch := list(islice(numbered, CHUNK_ROWS)):
            if not any(map(any, (row for _, row in batch))):
                continue
            chunk = self.chunk(batch, fills)
            if chunk is not None and sink is not None:
                sink(chunk)
        for one in totals_notes(self.screen.differences):
            self.warn(one)
        return self.result

    def note_sheet(self) -> None:
        """What is said of the sheet before its first row; missing columns are named however many faults follow."""
        missing = list(missing_faults(self.missing, self.header))
        self.result.faults.extend(missing)
        self.result.fault_count += len(missing)
        for one in mapping_notes(self.found, self.columns, self.header):
            self.warn(one)
        for one in sheet_notes(self.sheet, self.result.other_sheets, self.header, self.found):
            self.warn(one)

    # -- one chunk ---------------------------------------------------------------------------------

    def chunk(
        self, batch: list[tuple[int, list[Any]]], fills: dict[int, list[tuple[int, int]]]
    ) -> Chunk | None:
        """These rows cleaned and checked; None where none of them is data."""
        kept = [(number, row) for number, row in batch if any(row)]
        rows = [number for number, _ in kept]
        cells = [row for _, row in kept]
        if fills:
            self.fill(rows, cells, fills)
        raw = self.raw_columns(cells)
        values = [reader.read(raw[one.index]) for one, reader in self.readers]
        dropped = self.screen.drop(rows, cells, raw, values, self.result.skipped)
        if dropped:
            keep = [i for i in range(len(rows)) if i not in dropped]
            rows = [rows[i] for i in keep]
            cells = [cells[i] for i in keep]
            raw = [[column[i] for i in keep] for column in raw]
            values = [[column[i] for i in keep] for column in values]
        if not rows:
            self.forget()
            return None
        chunk = Chunk(rows, {one.column.field: v for (one, _), v in zip(self.readers, values, strict=True)})
        refused: dict[str, set[int]] = {}
        for one, reader in self.readers:
            for i, said in reader.said_of(raw[one.index]):
                if not said.doubt:
                    refused.setdefault(one.column.field, set()).add(i)
                self.say(chunk, i, one.column.field, said)
        self.too_wide(chunk, cells)
        self.required(chunk, refused)
        for check in self.order.kind.checks:
            for i, name, said in check(chunk, self.order.rules, self.memory):
                self.say(chunk, i, name, said)
        self.defaults(chunk)
        self.count(chunk)
        self.forget()
        return chunk

    def raw_columns(self, cells: list[list[Any]]) -> list[Sequence[Any]]:
        columns: list[Sequence[Any]] = list(
            zip(*cells, strict=True) if self.book.text is None else zip_longest(*cells, fillvalue="")
        )
        width = len(self.header.words)
        if len(columns) < width:
            columns.extend([("",) * len(cells)] * (width - len(columns)))
        return columns

    def forget(self) -> None:
        for _, reader in self.readers:
            reader.forget()

    def say(self, chunk: Chunk, i: int, name: str, said: Said) -> None:
        """Keep a fault, which makes the row wrong, or a doubt, which does not."""
        one = Fault(chunk.rows[i], self.header_of(name), said.code, said.message, name)
        if said.doubt:
            self.warn(one)
            return
        chunk.wrong.add(i)
        self.screen.unreadable = self.screen.unreadable or name == self.order.kind.amount_field
        self.result.fault_count += 1
        if len(self.result.faults) < self.order.limits.faults:
            self.result.faults.append(one)

    def warn(self, one: Fault) -> None:
        self.result.warning_count += 1
        if len(self.result.warnings) < self.order.limits.faults:
            self.result.warnings.append(one)

    def header_of(self, name: str) -> str:
        return self.headers.get(name) or next((c.header for c in self.columns if c.field == name), name)

    def too_wide(self, chunk: Chunk, cells: list[list[Any]]) -> None:
        """Fault the rows with more cells than the header has columns."""
        # Only a text table can shift: a comma inside an address that nobody quoted.
        if self.book.form != "csv":
            return
        width = len(self.header.words)
        for i, row in enumerate(cells):
            if len(row) > width and any(cell.strip() for cell in row[width:]):
                self.say(
                    chunk, i, self.mapped[-1].column.field,
                    fault("row.too_many_cells", f"此行有 {len(row)} 格，表头只有 {width} 列，多半是内容里的分隔符未加引号，整行已错位。"
                          "请另存为 .xlsx 后再上传。"),
                )  # fmt: skip

    def required(self, chunk: Chunk, refused: dict[str, set[int]]) -> None:
        """Fault what must be filled and is empty; a cell that was ``refused`` has had its fault."""
        groups: dict[str, list[str]] = {}
        for one in self.mapped:
            column = one.column
            if column.required_group:
                groups.setdefault(column.required_group, []).append(column.field)
            elif column.required:
                values = chunk.columns[column.field]
                if None in values:
                    known = refused.get(column.field, set())
                    for i, value in enumerate(values):
                        if value is None and i not in known:
                            self.say(
                                chunk,
                                i,
                                column.field,
                                fault("required.missing", f"{one.header}为空。请补填后再上传。"),
                            )
        for names in groups.values():
            columns = [chunk.columns[name] for name in names]
            if None not in columns[0]:
                continue
            label = "、".join(self.header_of(name) for name in names)
            words = (
                f"{label}为空。请补填后再上传。"
                if len(names) == 1
                else f"{label}至少要填写一项。请补填后再上传。"
            )
            for i, together in enumerate(zip(*columns, strict=True)):
                if not any(v is not None for v in together) and not any(
                    i in refused.get(n, ()) for n in names
                ):
                    self.say(chunk, i, names[0], fault("required.missing", words))
        self.keyed(chunk, refused)
        if self.missing:
            chunk.wrong.update(range(len(chunk.rows)))

    def keyed(self, chunk: Chunk, refused: dict[str, set[int]]) -> None:
        """A row of a sheet that updates cases names its case by one whole key."""
        keys = self.keys
        if not keys:
            return
        columns = [[chunk.columns[name] for name in key.fields] for key in keys]
        if None not in columns[0][0]:
            return
        label = "、".join(key.label for key in keys)
        for i in range(len(chunk.rows)):
            if any(all(column[i] is not None for column in key) for key in columns):
                continue
            if not any(i in refused.get(name, ()) for key in keys for name in key.fields):
                self.say(
                    chunk,
                    i,
                    keys[0].fields[0],
                    fault("match.key_missing", f"找不到案件：{label}都没有填全。请补填其一。"),
                )

    def defaults(self, chunk: Chunk) -> None:
        """Fill in what a column says stands where nothing stands."""
        for one in self.mapped:
            if one.column.default is not None:
                values = chunk.columns[one.column.field]
                if None in values:
                    chunk.columns[one.column.field] = [one.column.default if v is None else v for v in values]

    def count(self, chunk: Chunk) -> None:
        result = self.result
        result.rows += len(chunk.rows)
        result.good += len(chunk.rows) - len(chunk.wrong)
        amounts = chunk.columns.get(self.order.kind.amount_field)
        if amounts is None:
            return
        whole = sum(filter(None, amounts))
        self.screen.running += whole
        result.amount_cents += whole - sum(amounts[i] or 0 for i in chunk.wrong)

    def merged_data(self, start: int) -> dict[int, list[tuple[int, int]]]:
        """By column, the spans of rows (as Excel numbers them) that one cell below the header covers."""
        fills: dict[int, list[tuple[int, int]]] = {}
        for (r0, c0), (r1, c1) in self.sheet.merged:
            if r0 >= start and r1 > r0 and c0 == c1:
                fills.setdefault(c0 - self.sheet.left, []).append((r0 + 1, r1 + 1))
        return fills

    def fill(self, rows: list[int], cells: list[list[Any]], fills: dict[int, list[tuple[int, int]]]) -> None:
        """A cell merged downwards speaks for each of its rows, except an amount: that cannot be divided."""
        for one in self.mapped:
            spans = fills.get(one.index)
            if not spans or one.column.type is money:
                continue
            tops = self.memory.setdefault("merged", {})
            place = {number: i for i, number in enumerate(rows)}
            for low, high in spans:
                if low in place:
                    tops[(one.index, low)] = cells[place[low]][one.index]
                value = tops.get((one.index, low), "")
                for number in range(low + 1, high + 1):
                    at = place.get(number)
                    if at is not None and one.index < len(cells[at]):
                        cells[at][one.index] = value
