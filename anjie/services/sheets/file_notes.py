"""What is said of a sheet as a whole: columns that are missing or guessed, what is hidden, sums that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anjie.foundation.money import from_cents, plain
from anjie.services.sheets.faults import Fault
from anjie.services.sheets.kinds import Column

if TYPE_CHECKING:
    from anjie.services.sheets.rows_pass import RowsPass


def missing_columns(run: RowsPass) -> list[str]:
    """The headers of what every row needs and the sheet has no column for."""
    have = set(run.headers)
    groups: dict[str, list[Column]] = {}
    out: list[str] = []
    for column in run.columns:
        if column.required_group:
            groups.setdefault(column.required_group, []).append(column)
        elif column.required and column.field not in have:
            out.append(column.header)
    for members in groups.values():
        if not any(column.field in have for column in members):
            out.append("或".join(column.header for column in members))
    if run.order.kind.match_keys and not run.usable_keys():
        out.append("或".join(key.label for key in run.order.kind.match_keys))
    return out


def file_notes(run: RowsPass) -> None:
    """Say what is to be said of the sheet before its first row."""
    row = run.header.row
    for label in run.missing:
        run.result.fault_count += 1
        run.result.faults.append(
            Fault(
                row,
                label,
                "column.missing",
                f"表中没有“{label}”这一列，所有行都不能导入。请补上该列，或在映射中指定。",
            )
        )
    for name, header in run.found.missing_saved:
        run.warn(
            Fault(row, header, "column.saved_missing",
                  f"保存的映射把“{header}”对应到“{run.header_of(name)}”，本次文件里没有这一列。请核对文件或更新映射。")
        )  # fmt: skip
    for one in run.mapped:
        if one.confidence == "guessed" and one.column.required:
            run.warn(
                Fault(row, one.header, "column.guessed",
                      f"“{one.header}”按猜测对应到“{one.column.header}”。请在映射中确认。")
            )  # fmt: skip
    for name in run.result.other_sheets:
        run.warn(
            Fault(
                row,
                name,
                "sheet.not_read",
                f"只读取了工作表“{run.sheet.name}”；“{name}”也像数据表，未读取。如需导入请单独上传。",
            )
        )
    if not run.sheet.visible:
        run.warn(
            Fault(row, run.sheet.name, "sheet.hidden", f"读取的工作表“{run.sheet.name}”是隐藏的。请核对。")
        )
    hidden = [n for n in run.sheet.facts.hidden_rows if n > run.header.bottom]
    if hidden:
        listed = "、".join(map(str, hidden[:10])) + ("…" if len(hidden) > 10 else "")
        run.warn(
            Fault(
                hidden[0],
                "",
                "row.hidden",
                f"第 {listed} 行（共 {len(hidden)} 行）在表中被隐藏或筛掉，已一并读入。请核对。",
            )
        )
    for low, high in run.sheet.facts.hidden_columns:
        for one in run.mapped:
            if low <= one.index + run.sheet.left <= high:
                run.warn(
                    Fault(
                        row,
                        one.header,
                        "column.hidden",
                        f"“{one.header}”列在表中是隐藏的，已一并读入。请核对。",
                    )
                )


def totals_note(run: RowsPass) -> None:
    """Say where a totals row is not the sum of the rows above it."""
    for row, column, written, counted in run.screen.differences:
        run.warn(
            Fault(row, column, "totals.differ",
                  f"合计行写的是 {plain(from_cents(written))}，以上各行相加为 {plain(from_cents(counted))}。请核对是否缺行或改动。")
        )  # fmt: skip
