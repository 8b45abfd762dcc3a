"""Where the header stands: titles above it passed over, two or three header rows joined into one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from anjie.foundation.refusals import Refusal
from anjie.services.sheets.declaring.types.texts import of_date
from anjie.services.sheets.reading.book import Merge, Sheet
from anjie.services.sheets.reading.cells import Broken

LOOKED_AT = 60
_DEEPEST = 3
_INVISIBLE = re.compile("[\x00-\x08\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True)
class Header:
    """The header of one sheet: its rows as Excel numbers them, its words by column."""

    top: int
    depth: int
    row: int
    """The one row that says most, where the header takes several."""
    words: tuple[str, ...]
    score: float
    cells: tuple[tuple[Any, ...], ...] = ()
    """The header's rows as the workbook holds them."""

    @property
    def bottom(self) -> int:
        """The last row of the header; the data start below it."""
        return self.top + self.depth - 1


def words_of(row: Sequence[Any]) -> list[str]:
    """A row as the clerk reads it, without blanks at the ends."""
    return [_word(cell) for cell in row]


def _word(cell: Any) -> str:
    if type(cell) is str:
        out = _INVISIBLE.sub("", cell).strip()
        return out if len(out) <= 200 else out[:200]
    if isinstance(cell, Broken) or cell is None:
        return ""
    if hasattr(cell, "isoformat"):
        return of_date(cell) if hasattr(cell, "year") else str(cell)
    if isinstance(cell, float):
        return str(int(cell)) if cell == int(cell) else repr(cell)
    return str(cell)


def find_header(
    rows: Sequence[Sequence[Any]], merged: Sequence[Merge], left: int, score: Callable[[Sequence[str]], float]
) -> Header | None:
    """The row (or neighbouring rows) whose words are best recognised; None where none is at all."""
    lines = [words_of(row) for row in rows[:LOOKED_AT]]
    singles = [
        score(line) if _could_be_header(row, line) else 0.0 for row, line in zip(rows, lines, strict=False)
    ]
    best: Header | None = None
    for top, line in enumerate(lines):
        if singles[top] and (best is None or singles[top] > best.score):
            best = Header(top + 1, 1, top + 1, tuple(line), singles[top], (tuple(rows[top]),))
    for depth in range(2, _DEEPEST + 1):
        for top in range(len(lines) - depth + 1):
            # Joining costs a little, so that two rows must say more than one of them alone.
            if not any(lines[top + depth - 1]) or not any(lines[top]):
                continue
            joined = join_rows(lines, top, depth, merged, left)
            points = score(joined)
            if points and (best is None or points > best.score + 0.5) and _texts(rows[top + depth - 1]):
                loudest = max(range(depth), key=lambda d: (singles[top + d], d))
                cells = tuple(tuple(row) for row in rows[top : top + depth])
                best = Header(top + 1, depth, top + loudest + 1, tuple(joined), points, cells)
    return best


def header_at(sheet: Sheet, row: int) -> Header:
    """The header where the person says it is, whatever its words."""
    rows = sheet.head(row)
    if len(rows) < row or not any(rows[-1]):
        raise Refusal(
            "sheets.header_not_found", f"第 {row} 行没有内容，不能作为表头。请重新选择表头所在的行。"
        )
    return Header(row, 1, row, tuple(words_of(rows[-1])), 0.0, (tuple(rows[-1]),))


def _could_be_header(row: Sequence[Any], line: Sequence[str]) -> bool:
    return sum(1 for word in line if word) >= 2 and _texts(row)


def _texts(row: Sequence[Any]) -> bool:
    filled = [cell for cell in row if cell not in ("", None)]
    return bool(filled) and sum(type(cell) is str for cell in filled) * 2 >= len(filled)


def join_rows(
    lines: Sequence[Sequence[str]], top: int, depth: int, merged: Sequence[Merge], left: int
) -> list[str]:
    """The rows of a header joined by column: ``联系人1`` over ``电话`` is ``联系人1电话``."""
    width = max(len(lines[top + d]) for d in range(depth))
    grid = [list(lines[top + d]) + [""] * (width - len(lines[top + d])) for d in range(depth)]
    covered = _spread_merges(grid, top, merged, left)
    for d in range(depth - 1):
        # Without merges (a .csv of such a sheet) a blank belongs to the group on its left,
        # as long as something stands below it.
        for column in range(1, width):
            below = any(grid[x][column] for x in range(d + 1, depth))
            if not grid[d][column] and (d, column) not in covered and below:
                under_group = any(grid[x][column - 1] for x in range(d + 1, depth))
                if under_group:
                    grid[d][column] = grid[d][column - 1]
    out = []
    for column in range(width):
        word = ""
        for d in range(depth):
            part = grid[d][column]
            if part and not word.endswith(part):
                word += part
        out.append(word)
    return out


def _spread_merges(
    grid: list[list[str]], top: int, merged: Sequence[Merge], left: int
) -> set[tuple[int, int]]:
    covered: set[tuple[int, int]] = set()
    for (r0, c0), (r1, c1) in merged:
        if r1 < top or r0 >= top + len(grid) or r0 < top or c1 - c0 > 200:
            continue
        d, column = r0 - top, c0 - left
        if not 0 <= column < len(grid[0]):
            continue
        for across in range(column, min(c1 - left + 1, len(grid[0]))):
            grid[d][across] = grid[d][column]
            for down in range(d, min(r1 - top + 1, len(grid))):
                covered.add((down, across))
    return covered
