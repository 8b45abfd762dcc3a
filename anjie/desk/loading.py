"""COPY into tables, and ids taken ahead of it, so that sealed values can be bound to rows not yet there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

NULL = "\\N"
"""Nothing, as COPY reads it."""

_TAKE = """
WITH taken AS MATERIALIZED (SELECT nextval(%s::regclass) AS id FROM generate_series(1, %s))
SELECT min(id), CASE WHEN max(id) - min(id) + 1 <> count(*) THEN array_agg(id ORDER BY id) END FROM taken
"""
_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def take_ids(table: str, count: int) -> Sequence[int]:
    """``count`` ids from the table's own sequence; a gap after a roll-back is no harm."""
    if count <= 0:
        return []
    with connection.cursor() as cursor:
        # The sequence is looked up once, not for every id.
        cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [table])
        (sequence,) = cursor.fetchone()
        cursor.execute(_TAKE, [sequence, count])
        first, scattered = cursor.fetchone()
    # Scattered only where somebody else took some at the same moment.
    return scattered or range(first, first + count)


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of one table as COPY takes them: UTF-8, a line for each."""

    table: str
    columns: tuple[str, ...]
    lines: bytes


def block(table: str, columns: Mapping[str | tuple[str, ...], Iterable[str]]) -> Block:
    """Columns of COPY texts (``texts``, ``hexes``, ``plains``, ``repeat`` for what all rows share) as one block.

    At least one column is no ``repeat``; every column without a database default must be named. Neighbours whose
    few combinations come again and again may stand as one, written out with tabs between them.
    """
    lines = "\n".join(map("\t".join, zip(*columns.values(), strict=False)))
    named = [name for names in columns for name in ((names,) if isinstance(names, str) else names)]
    return Block(table, tuple(named), f"{lines}\n".encode() if lines else b"")


def copy_block(given: Block) -> None:
    """COPY one block into its table."""
    if not given.lines:
        return
    with connection.cursor() as cursor, cursor.copy(_into(given.table, given.columns)) as copy:
        copy.write(given.lines)


def copy_rows(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """COPY rows of plain values into ``table``; every column without a database default must be named."""
    with connection.cursor() as cursor, cursor.copy(_into(table, columns)) as copy:
        for row in rows:
            copy.write_row(row)


def texts(values: Sequence[str]) -> Sequence[str]:
    """A column of texts for :func:`block`; what would end a cell is escaped."""
    # Most columns hold nothing of the kind: four looks at the whole tell it.
    together = "".join(values)
    if any(sign in together for sign in "\\\t\n\r"):
        return [value.translate(_ESCAPED) for value in values]
    return values


def hexes(values: Iterable[bytes | None]) -> list[str]:
    """A column of bytes for :func:`block`."""
    return [NULL if value is None else f"\\\\x{value.hex()}" for value in values]


def plains(values: Iterable[Any]) -> list[str]:
    """A column of numbers, dates or moments for :func:`block`."""
    return [NULL if value is None else str(value) for value in values]


class _Known(dict[Any, str]):
    def __missing__(self, value: Any) -> str:
        text = self[value] = NULL if value is None else str(value)
        return text


def few(values: Iterable[Any]) -> list[str]:
    """As ``plains``, for columns in which the same values come again and again (days, who has it)."""
    return list(map(_Known().__getitem__, values))


def text_array(values: Iterable[str | None]) -> str:
    """A text[] literal; several times faster than the driver's own for the many short words of a name."""
    words = list(values)
    if not words:
        return "{}"
    try:
        inside = '","'.join(words)  # type: ignore[arg-type]
    except TypeError:  # one of them is nothing
        return f"{{{','.join('NULL' if word is None else text_array([word])[1:-1] for word in words)}}}"
    if "\\" in inside or inside.count('"') > 2 * len(words) - 2:
        inside = '","'.join(
            [word.replace("\\", "\\\\").replace('"', '\\"') for word in words if word is not None]
        )
    return f'{{"{inside}"}}'


def id_array(ids: Iterable[int]) -> str:
    """A bigint[] literal; the driver's own costs more than the query for a hundred thousand ids."""
    return f"{{{','.join(map(str, ids))}}}"


def bytes_array(values: Iterable[bytes | None]) -> str:
    """A bytea[] literal."""
    return "{{{}}}".format(",".join([f'"\\\\x{value.hex()}"' for value in values if value is not None]))


def _into(table: str, columns: Sequence[str]) -> str:
    named = ", ".join(f'"{column}"' for column in columns)
    return f'COPY "{table}" ({named}) FROM STDIN'
