"""Facts a template may name: what they are called in Word, of what kind, and which repeat."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "money", "date", "number", "list"]


@dataclass(frozen=True)
class FactField:
    """One fact: ``code`` for programs, ``label`` is what a clerk writes in Word (``{{调解金额}}``).

    A ``list`` repeats: ``repeats`` names the facts each of its items has.
    """

    code: str
    label: str
    kind: Kind = "text"
    repeats: tuple[FactField, ...] = ()
    note: str = ""

    @property
    def name(self) -> str:
        """The label as it can stand in a template: without blanks and punctuation."""
        name = re.sub(r"\W", "", self.label)
        return f"_{name}" if name[:1].isdigit() else name


@dataclass(frozen=True)
class Known:
    """Everything a template may name: facts by name, and of lists the names of their items' facts."""

    fields: Mapping[str, Mapping[str, str] | None]
    """name → None, or for a list the names of its items' facts with their codes."""
    codes: Mapping[str, str]
    """name → code of the fact."""

    def nearest(self, name: str, among: Iterable[str] | None = None) -> str:
        """The known name most like this one, or nothing when none is."""
        names = list(self.fields if among is None else among)
        inside = [one for one in names if name and (name in one or one in name)]
        found = difflib.get_close_matches(name, names, 1, 0.4)
        return (found or sorted(inside, key=len) or [""])[0]


def known(fields: Iterable[FactField]) -> Known:
    """What templates may name, by the Chinese name and by the code alike."""
    named: dict[str, Mapping[str, str] | None] = {}
    codes: dict[str, str] = {}
    for one in fields:
        items: dict[str, str] | None = None
        if one.kind == "list":
            items = {}
            for inner in one.repeats:
                items[inner.name] = inner.code
                items.setdefault(inner.code, inner.code)
        for name in (one.name, one.code):
            if name and name not in named:
                named[name] = items
                codes[name] = one.code
    return Known(named, codes)
