"""What is wrong with a cell: where it stands, a stable code, a sentence for the clerk."""

from __future__ import annotations

from typing import NamedTuple


class Fault(NamedTuple):
    """One thing wrong (or doubtful) in one cell; ``row`` is the number Excel shows."""

    row: int
    column: str
    code: str
    message: str
    field: str = ""
    """The field the column is mapped to, where it is one."""

    def as_dict(self) -> dict[str, object]:
        """The fault as the API and the command line print it."""
        return {"row": self.row, "column": self.column, "code": self.code, "message": self.message}


class Said(NamedTuple):
    """What a cell's reader has to say beside its value: a fault drops the value, a doubt keeps it."""

    code: str
    message: str
    value: object = None
    doubt: bool = False


def fault(code: str, message: str) -> Said:
    """The cell cannot be taken."""
    return Said(code, message)


def doubt(value: object, code: str, message: str) -> Said:
    """The cell is taken as ``value``, and the clerk is told."""
    return Said(code, message, value, True)
