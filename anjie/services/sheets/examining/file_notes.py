"""What is said of a sheet as a whole: columns that are missing or guessed, what is hidden, sums that differ."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from anjie.foundation.money import from_cents, plain
from anjie.services.sheets.declaring.faults import Fault
from anjie.services.sheets.declaring.kinds import Column, MatchKey
from anjie.services.sheets.examining.header import Header
from anjie.services.sheets.examining.mapping import Suggestion
from anjie.services.sheets.reading.book import Sheet


def missing_columns(columns: Iterable[Column], keys: Sequence[MatchKey], have: Collection[str]) -> list[str]:
    """The headers of what every row needs and the sheet, which has the fields ``have``, has no column for."""
    groups: dict[str, list[Column]] = {}
    out: list[str] = []
    for column in columns:
        if column.required_group:
            groups.setdefault(column.required_group, []).append(column)
        elif column.required and column.field not in have:
            out.append(column.header)
    for members in groups.values():
        if not any(column.field in have for column in members):
            out.append("或".join(column.header for column in members))
    if keys and not usable_keys(keys, have):
        out.append("或".join(key.label for key in keys))
    return out


def usable_keys(keys: Iterable[MatchKey], have: Collection[str]) -> list[MatchKey]:
    """The match keys whose fields are all among those the sheet has."""
    return [key for key in keys if all(name in have for name in key.fields)]


def missing_faults(missing: Iterable[str], header: Header) -> Iterator[Fault]:
    """A fault for every column without which no row can be taken."""
    for label in missing:
        yield Fault(
            header.row,
            label,
            "column.missing",
            f"表中没有“{label}”这一列，所有行都不能导入。请补上该列，或在映射中指定。",
        )


def mapping_notes(found: Suggestion, columns: Iterable[Column], header: Header) -> Iterator[Fault]:
    """What the clerk should know of the mapping: saved columns this file lacks, needed ones only guessed."""
    usual = {column.field: column.header for column in columns}
    mapped = found.by_field()
    for name, saved in found.missing_saved:
        yield Fault(
            header.row, saved, "column.saved_missing",
            f"保存的映射把“{saved}”对应到“{mapped.get(name) or usual.get(name, name)}”，本次文件里没有这一列。"
            "请核对文件或更新映射。",
        )  # fmt: skip
    for one in found.mapped:
        if one.confidence == "guessed" and one.column.required:
            yield Fault(
                header.row, one.header, "column.guessed",
                f"“{one.header}”按猜测对应到“{one.column.header}”。请在映射中确认。",
            )  # fmt: skip


def sheet_notes(sheet: Sheet, others: Iterable[str], header: Header, found: Suggestion) -> Iterator[Fault]:
    """What the clerk should know of the workbook: sheets not read, and what was hidden and read all the same."""
    row = header.row
    for name in others:
        yield Fault(
            row,
            name,
            "sheet.not_read",
            f"只读取了工作表“{sheet.name}”；“{name}”也像数据表，未读取。如需导入请单独上传。",
        )
    if not sheet.visible:
        yield Fault(row, sheet.name, "sheet.hidden", f"读取的工作表“{sheet.name}”是隐藏的。请核对。")
    hidden = [n for n in sheet.facts.hidden_rows if n > header.bottom]
    if hidden:
        listed = "、".join(map(str, hidden[:10])) + ("…" if len(hidden) > 10 else "")
        yield Fault(
            hidden[0],
            "",
            "row.hidden",
            f"第 {listed} 行（共 {len(hidden)} 行）在表中被隐藏或筛掉，已一并读入。请核对。",
        )
    for low, high in sheet.facts.hidden_columns:
        for one in found.mapped:
            if low <= one.index + sheet.left <= high:
                yield Fault(
                    row, one.header, "column.hidden", f"“{one.header}”列在表中是隐藏的，已一并读入。请核对。"
                )


def totals_notes(differences: Iterable[tuple[int, str, int, int]]) -> Iterator[Fault]:
    """Where a totals row (row, header, cents written, cents counted) is not the sum of the rows above it."""
    for row, column, written, counted in differences:
        yield Fault(
            row, column, "totals.differ",
            f"合计行写的是 {plain(from_cents(written))}，以上各行相加为 {plain(from_cents(counted))}。请核对是否缺行或改动。",
        )  # fmt: skip
