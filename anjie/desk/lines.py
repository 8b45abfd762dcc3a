"""The lines of business that stand on the desk, and the table of moves each brings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from anjie.access.deeds import Deed
from anjie.desk.models import Case
from anjie.foundation.refusals import Refusal

Guard = Callable[[Case, Mapping[str, Any]], Refusal | None]
"""A pure rule: the case as it stands and the move's facts in, a refusal or nothing out; ``_actor`` is who moves it."""


@dataclass(frozen=True)
class State:
    """A state a case can be in; ``is_open`` while it can still be worked or decided.

    In a state that ``is_sealed`` nothing about a case may change any more: it is read, and that it was read is told.
    """

    code: str
    label: str
    tone: Literal["live", "wait", "done", "stop", "warn"] = "live"
    is_open: bool = True
    is_sealed: bool = False
    has_term: bool = True
    """Whether the days to the case's term are still counted; of no closed one they are."""

    @property
    def counts_days(self) -> bool:
        """Whether a case in this state can be late."""
        return self.is_open and self.has_term


@dataclass(frozen=True)
class Move:
    """A named change of state: from where, to where, who may, what must hold.

    ``target`` of ``None`` keeps the state. ``automatic`` moves are made by the desk itself and never
    offered as buttons. ``needs`` names facts the person must give (``term_on``), ``takes`` those that may come
    with it, as words by key (``remarks``), ``options`` what may be chosen with it from a list
    (``pause_reason``). Any one of ``deed`` and ``also`` lets somebody make it.
    """

    code: str
    label: str
    sources: tuple[str, ...]
    target: str | None
    deed: Deed
    reason: Literal["none", "optional", "required"] = "optional"
    guards: tuple[Guard, ...] = ()
    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    automatic: bool = False
    bulk: bool = True
    tone: Literal["primary", "default", "warning", "danger"] = "default"
    triggers: str = ""
    also: tuple[Deed, ...] = ()

    def deed_of(self, holds: Callable[[Deed], bool]) -> Deed:
        """The deed by which somebody who ``holds`` some of them makes this move; the first when he has none."""
        return next((deed for deed in (self.deed, *self.also) if holds(deed)), self.deed)


@dataclass(frozen=True)
class Line:
    """One line of business: its states and its moves, in the order buttons are shown."""

    code: str
    label: str
    prefix: str
    states: tuple[State, ...]
    moves: tuple[Move, ...]
    state_by_code: Mapping[str, State] = field(init=False)
    move_by_code: Mapping[str, Move] = field(init=False)

    def __post_init__(self) -> None:
        states = {state.code: state for state in self.states}
        moves = {move.code: move for move in self.moves}
        for move in self.moves:
            unknown = {*move.sources, move.target or move.sources[0]} - set(states)
            if unknown:
                raise ValueError(f"move {move.code} names unknown states {sorted(unknown)}")
        object.__setattr__(self, "state_by_code", states)
        object.__setattr__(self, "move_by_code", moves)

    @property
    def open_states(self) -> list[str]:
        """Codes of the states in which a case is still on the desk."""
        return [state.code for state in self.states if state.is_open]

    def label_of(self, state: str) -> str:
        """The Chinese label of a state code."""
        found = self.state_by_code.get(state)
        return found.label if found else state


_LINES: dict[str, Line] = {}


def register_line(line: Line) -> None:
    """Put a line on the desk; called once at start-up by each line's ``line.py``."""
    _LINES[line.code] = line


def line_of(code: str) -> Line:
    """The line with this code."""
    return _LINES[code]


def lines() -> list[Line]:
    """Every registered line."""
    return list(_LINES.values())


def sealed_states() -> dict[str, list[str]]:
    """By line the codes of the states in which nothing may change; lines without one are left out."""
    found = {one.code: [state.code for state in one.states if state.is_sealed] for one in _LINES.values()}
    return {code: states for code, states in found.items() if states}


def find_move(code: str) -> tuple[Line, Move] | None:
    """The line and move with this code, if any line has it."""
    for line in _LINES.values():
        if code in line.move_by_code:
            return line, line.move_by_code[code]
    return None
