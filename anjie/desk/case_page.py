"""What each line puts on the one case page both lines share: facts, tabs, sealed facts, last results."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from django.db.models import Q

from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.desk.models import Case

Kind = Literal["text", "money", "date", "number", "percent", "sealed"]


@dataclass(frozen=True)
class Fact:
    """One line of the facts panel; a ``sealed`` one shows its mask and is revealed by its code."""

    code: str
    label: str
    value: str
    kind: Kind = "text"


@dataclass(frozen=True)
class Facts:
    """The main facts on the panel, the lesser ones in the fold."""

    panel: tuple[Fact, ...] = ()
    fold: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Tab:
    """One tab beside the timeline, shown to who holds ``deed``."""

    code: str
    label: str
    deed: Deed | None = None


@dataclass(frozen=True)
class Unsealed:
    """A sealed value of the line, opened: what it is called, the whole of it, and what is shown instead."""

    label: str
    value: str
    mask: str


@dataclass(frozen=True)
class LastResult:
    """What came of the last attempt on a contact point."""

    text: str
    at: datetime
    by: str = ""


@dataclass(frozen=True)
class HeadWords:
    """What a line calls what stands at the top of the page; a blank one is not shown."""

    amount: str = "委案金额"
    settled: str = "已还"
    balance: str = "余额"
    category: str = "账龄"
    term: str = "退案"
    due_today: str = "今天退案"
    holder: str = "持有人"
    helpers: str = "协催"
    clerk: str = "内勤"
    shared: str = "共债"


@dataclass(frozen=True)
class CasePage:
    """One line's share of the case page.

    ``open_sealed`` opens a sealed value of the line by its code (the card number) or gives nothing when the
    case has none. ``same_as`` gives, by label, conditions on cases that are of the same person by the
    line's own numbers (卡号).
    """

    facts: Callable[[Actor, Case], Facts]
    tabs: tuple[Tab, ...] = ()
    open_sealed: Callable[[Case, str], Unsealed | None] | None = None
    last_results: Callable[[Actor, Case], Mapping[int, LastResult]] | None = None
    same_as: Callable[[Case], Mapping[str, Q]] | None = None
    words: HeadWords = HeadWords()


_PAGES: dict[str, CasePage] = {}


def register_case_page(line: str, page: CasePage) -> None:
    """Say what the line puts on its cases' page; called once at start-up."""
    _PAGES[line] = page


def case_page_of(line: str) -> CasePage:
    """The line's share of the page; an empty one when it has none."""
    return _PAGES.get(line) or CasePage(facts=lambda actor, case: Facts())


def fact(code: str, label: str, value: Any, kind: Kind = "text") -> Fact | None:
    """A fact with its value as the page shows it, or nothing when there is no value."""
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return Fact(code, label, value.isoformat(), "date")
    if isinstance(value, Decimal):
        if kind == "percent":
            return Fact(code, label, f"{(value * 100).normalize():f}%", kind)
        return Fact(code, label, f"{value:.2f}" if kind == "money" else f"{value.normalize():f}", kind)
    return Fact(code, label, str(value), kind)


def present(*facts: Fact | None) -> tuple[Fact, ...]:
    """The facts there are."""
    return tuple(one for one in facts if one is not None)
