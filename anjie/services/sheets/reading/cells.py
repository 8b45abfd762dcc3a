"""What a cell can hold that is neither text, number nor date."""

from __future__ import annotations

FORMULA = "formula"
"""What a ``Broken`` cell is when its formula was never computed."""


class Broken:
    """A cell the workbook itself gives up on: an error such as ``#N/A``, or a formula never computed."""

    __slots__ = ("what",)

    def __init__(self, what: str) -> None:
        self.what = what

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Broken) and other.what == self.what

    def __hash__(self) -> int:
        return hash(("Broken", self.what))

    def __repr__(self) -> str:
        return f"Broken({self.what!r})"
