"""What the lines put beside the files when everything of a case is downloaded at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from anjie.access.actors import Actor
from anjie.desk.public import Case


@dataclass(frozen=True, slots=True)
class Enclosed:
    """One written file: the folder it lies in, its name, what it holds, and what it is in a few words."""

    folder: str
    name: str
    content: bytes
    note: str


Enclose = Callable[[Actor, Case], Sequence[Enclosed]]
"""Writes what the actor may see of a case; nothing where there is nothing."""

_ENCLOSE: list[Enclose] = []


def register_enclosure(enclose: Enclose) -> None:
    """Have something written into every download of a whole case; called once at start-up by a line."""
    _ENCLOSE.append(enclose)


def enclosed_with(actor: Actor, case: Case) -> list[Enclosed]:
    """Everything the lines enclose for this actor, in the order they registered it."""
    return [one for enclose in _ENCLOSE for one in enclose(actor, case)]


def table(lines: Sequence[Sequence[str]]) -> bytes:
    """Lines of words as a CSV that spreadsheets open in Chinese and never run."""
    text = "\r\n".join(",".join(_cell(value) for value in line) for line in lines)
    return b"\xef\xbb\xbf" + text.encode()


def _cell(value: str) -> str:
    safe = f"'{value}" if value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
    return '"' + safe.replace('"', '""') + '"'
