"""One workbook examined from end to end: read, header, mapping, cleaning, checks; every fault collected.

Pure: a file and plain settings in, an ``Examination`` out; cleaned rows go to a ``sink`` chunk by chunk, so
that memory does not grow with the file. ``apart.examine_apart`` does the same in a process of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any

from anjie.foundation.money import from_cents, plain
from anjie.foundation.refusals import Refusal
from anjie.services.sheets.clean import Cells, Chunk
from anjie.services.sheets.faults import Fault, Said, fault
from anjie.services.sheets.header import LOOKED_AT, Header, find_header, header_at
from anjie.services.sheets.kinds import ClientRules, Column, MatchKey, Reading, SheetKind
from anjie.services.sheets.limits import Limits
from anjie.services.sheets.mapping import Mapped, Matcher, Suggestion, unit_of
from anjie.services.sheets.read import Book, Sheet, open_book
from anjie.services.sheets.rows import Screen
from anjie.services.sheets.types import money

CHUNK_ROWS = 4096
Sink = Callable[[Chunk], None]


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


def examine(
    order: Order, sink: Sink | None = None, started: Callable[[int], None] | None = None
) -> Examination:
    """Reads the whole file; raises Refusal where it cannot be read at all.

    ``started`` hears the sheet's last row (0 where that is not known before reading).
    """
    book = open_book(Path(order.path), order.limits, order.name)
    columns = order.kind.spread(order.extra)
    matcher = Matcher(columns)
    sheet, header, others = choose_sheet(book, order, matcher)
    found = map_headers(matcher, header.words, order.mapping)
    if started is not None:
        started(sheet.height)
    return _Run(order, book, sheet, header, found, columns, others).go(sink)


def map_headers(matcher: Matcher, words: Sequence[str], saved: Mapping[str, str] | None) -> Suggestion:
    """The saved mapping where there is one, else the suggestion."""
    return matcher.saved(words, saved) if saved else matcher.suggest(words)


def choose_sheet(book: Book, order: Order, matcher: Matcher) -> tuple[Sheet, Header, list[str]]:
    """The sheet whose header is best recognised, and the names of others that look like data too."""

    def score(words: Sequence[str]) -> float:
        points = matcher.score(words)
        if order.mapping:
            points = max(points, float(len(matcher.saved(words, order.mapping).mapped)))
        return points

    names = [order.sheet] if order.sheet else book.names
    if order.sheet and order.sheet not in book.names:
        raise Refusal("sheets.sheet_missing", f"工作簿里没有名为“{order.sheet}”的工作表。请重新选择。")
    if order.header_row:
        sheet = book.sheet(order.sheet or book.names[0])
        return sheet, header_at(sheet, order.header_row), []
    best: tuple[Sheet, Header] | None = None
    others: list[str] = []
    anything = False
    for name in sorted(names, key=lambda n: n in book.hidden):
        if name in book.hidden and best is not None and not order.sheet:
            break
        sheet = book.sheet(name)
        head = sheet.head(LOOKED_AT)
        anything = anything or any(any(row) for row in head)
        header = find_header(head, sheet.merged, sheet.left, score)
        if header is None:
            continue
        if best is None or header.score > best[1].score:
            if best is not None:
                others.append(best[0].name)
            best = (sheet, header)
        else:
            others.append(name)
    if best is None:
        if not anything:
            raise Refusal("sheets.empty", "文件里没有任何内容。请核对后重新导出再上传。")
        raise Refusal(
            "sheets.header_not_found",
            f"前 {LOOKED_AT} 行里没有找到“{order.kind.label}”的表头。请核对选择的导入类型，"
            "并确认表中有一行列名（如 " + "、".join(c.header for c in order.kind.columns[:4]) + "）。",
        )
    return best[0], best[1], others


class _Run:
    """One pass over the data rows of one sheet."""

    def __init__(
        self,
        order: Order,
        book: Book,
        sheet: Sheet,
        header: Header,
        found: Suggestion,
        columns: tuple[Column, ...],
        others: list[str],
    ) -> None:
        self.order, self.book, self.sheet, self.header = order, book, sheet, header
        self.found, self.columns = found, columns
        self.mapped = found.mapped
        self.headers = {one.column.field: one.header for one in self.mapped}
        self.memory: dict[str, Any] = {}
        self.result = Examination(
            form=book.form,
            sheet=sheet.name,
            other_sheets=others,
            header_row=header.row,
            header_rows=(header.top, header.bottom),
            mapping=found.by_field(),
            confidence={one.column.field: one.confidence for one in self.mapped},
            places={one.column.field: one.index + sheet.left + 1 for one in self.mapped},
            unmapped=[word for _, word in found.unmapped],
        )
        self.readers = [
            (one, Cells(one.column, one.column.type(one.column, self.reading(one)))) for one in self.mapped
        ]
        self.missing = self.missing_columns()
        keys = [name for key in self.usable_keys() for name in key.fields]
        self.screen = Screen(header, self.mapped, order.kind.amount_field, keys)

    def reading(self, one: Mapped) -> Reading:
        unit = unit_of(one.header) if one.column.type is money else 1
        return Reading(unit, self.book.date1904, self.order.rules)

    def go(self, sink: Sink | None) -> Examination:
        self.file_notes()
        start = self.header.bottom
        numbered = islice(enumerate(self.sheet.rows(), 1), start, None)
        fills = self.merged_data(start)
        while batch := list(islice(numbered, CHUNK_ROWS)):
            if not any(map(any, (row for _, row in batch))):
                continue
            chunk = self.chunk(batch, fills)
            if chunk is not None and sink is not None:
                sink(chunk)
        self.totals_note()
        return self.result

    # -- one chunk ---------------------------------------------------------------------------------

    def chunk(
        self, batch: list[tuple[int, list[Any]]], fills: dict[int, list[tuple[int, int]]]
    ) -> Chunk | None:
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
        keys = self.usable_keys()
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

    def usable_keys(self) -> list[MatchKey]:
        """The match keys of the kind that this sheet has all columns of."""
        return [key for key in self.order.kind.match_keys if all(name in self.headers for name in key.fields)]

    def defaults(self, chunk: Chunk) -> None:
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

    # -- the file as a whole -----------------------------------------------------------------------

    def missing_columns(self) -> list[str]:
        have = set(self.headers)
        groups: dict[str, list[Column]] = {}
        out: list[str] = []
        for column in self.columns:
            if column.required_group:
                groups.setdefault(column.required_group, []).append(column)
            elif column.required and column.field not in have:
                out.append(column.header)
        for members in groups.values():
            if not any(column.field in have for column in members):
                out.append("或".join(column.header for column in members))
        if self.order.kind.match_keys and not self.usable_keys():
            out.append("或".join(key.label for key in self.order.kind.match_keys))
        return out

    def file_notes(self) -> None:
        row = self.header.row
        for label in self.missing:
            self.result.fault_count += 1
            self.result.faults.append(
                Fault(
                    row,
                    label,
                    "column.missing",
                    f"表中没有“{label}”这一列，所有行都不能导入。请补上该列，或在映射中指定。",
                )
            )
        for name, header in self.found.missing_saved:
            self.warn(
                Fault(row, header, "column.saved_missing",
                      f"保存的映射把“{header}”对应到“{self.header_of(name)}”，本次文件里没有这一列。请核对文件或更新映射。")
            )  # fmt: skip
        for one in self.mapped:
            if one.confidence == "guessed" and one.column.required:
                self.warn(
                    Fault(row, one.header, "column.guessed",
                          f"“{one.header}”按猜测对应到“{one.column.header}”。请在映射中确认。")
                )  # fmt: skip
        for name in self.result.other_sheets:
            self.warn(
                Fault(
                    row,
                    name,
                    "sheet.not_read",
                    f"只读取了工作表“{self.sheet.name}”；“{name}”也像数据表，未读取。如需导入请单独上传。",
                )
            )
        if not self.sheet.visible:
            self.warn(
                Fault(
                    row, self.sheet.name, "sheet.hidden", f"读取的工作表“{self.sheet.name}”是隐藏的。请核对。"
                )
            )
        hidden = [n for n in self.sheet.facts.hidden_rows if n > self.header.bottom]
        if hidden:
            listed = "、".join(map(str, hidden[:10])) + ("…" if len(hidden) > 10 else "")
            self.warn(
                Fault(
                    hidden[0],
                    "",
                    "row.hidden",
                    f"第 {listed} 行（共 {len(hidden)} 行）在表中被隐藏或筛掉，已一并读入。请核对。",
                )
            )
        for low, high in self.sheet.facts.hidden_columns:
            for one in self.mapped:
                if low <= one.index + self.sheet.left <= high:
                    self.warn(
                        Fault(
                            row,
                            one.header,
                            "column.hidden",
                            f"“{one.header}”列在表中是隐藏的，已一并读入。请核对。",
                        )
                    )

    def totals_note(self) -> None:
        for row, column, written, counted in self.screen.differences:
            self.warn(
                Fault(row, column, "totals.differ",
                      f"合计行写的是 {plain(from_cents(written))}，以上各行相加为 {plain(from_cents(counted))}。请核对是否缺行或改动。")
            )  # fmt: skip

    def merged_data(self, start: int) -> dict[int, list[tuple[int, int]]]:
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
