"""Finding cases by what somebody types or says: a name or part of it, or any of the numbers.

Whole ID, card and phone numbers are found by their blind index, and only for who may look cases up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from anjie.access.actors import Actor
from anjie.desk.deeds import DeskDeed
from anjie.desk.intake import number_word
from anjie.desk.lines import line_of
from anjie.desk.models import Case, CaseSearch, ContactPoint, Party, Person
from anjie.desk.reach import cases_for
from anjie.foundation import identifiers, names
from anjie.foundation.sealed import Field, sealer

MOST_BY_NUMBER = 1000
"""A number that leads to more cases than this is a switchboard, not a person."""
PALETTE = 10
_DIGITS = re.compile(r"[0-9]{7,}[0-9X]?")
_CASE_NO = re.compile(r"[A-Z]{1,4}[0-9]{6}-?[0-9]*")


@dataclass(frozen=True)
class Finder:
    """One way to find cases by a whole number: ``by`` says by what, ``case_ids`` finds them (at most so many)."""

    by: str
    case_ids: Callable[[str, int], Iterable[int]]


_FINDERS: list[Finder] = []


def register_finder(finder: Finder) -> None:
    """Let a line find cases by a sealed number of its own (the card); called once at start-up."""
    _FINDERS.append(finder)


def matching(actor: Actor, text: str) -> Q:
    """The condition for cases that ``text`` finds: name or part of it, or a number it is exactly."""
    typed = text.replace("\0", "").strip()
    if not typed:
        return Q()
    numbered = by_plain_number(typed)
    if actor.may(DeskDeed.LOOK_UP):
        numbered |= {pk for ids in by_sealed_number(typed).values() for pk in ids}
    by_number = Q(pk__in=sorted(numbered))
    if not _could_be_a_name(typed):
        return by_number
    by_name = name_condition(typed)
    return by_name | by_number if numbered else by_name


def name_condition(text: str) -> Q:
    """Cases whose title holds the text; pairs of characters find, the title itself confirms their order."""
    grams = names.search_grams(text)
    condition = Q(pk__in=CaseSearch.objects.filter(grams__contains=grams).values("case_id"))
    return condition & Q(title__icontains=text) if len(text) > 2 else condition


def by_plain_number(text: str) -> set[int]:
    """Ids of cases with this case number (or its beginning), serial or contract number."""
    tidy = identifiers.tidy(text)
    written = text.strip().upper().replace(" ", "")
    found: set[int] = set()
    if not any(letter.isdigit() for letter in tidy):
        return found
    if _CASE_NO.fullmatch(written):
        numbers = Case.objects.filter(no__startswith=written)
        found.update(numbers.values_list("pk", flat=True)[:MOST_BY_NUMBER])
    words = CaseSearch.objects.filter(grams__contains=[number_word(text)])
    found.update(words.values_list("case_id", flat=True)[:MOST_BY_NUMBER])
    return found


def by_sealed_number(text: str) -> dict[str, list[int]]:
    """Ids of cases by a whole ID, phone or card number, by what it was found."""
    tidy = identifiers.tidy(text).lstrip("+")
    if not _DIGITS.fullmatch(tidy):
        return {}
    seal = sealer()
    people = list(Person.objects.filter(id_index=seal.index(text, Field.ID_NO)).values_list("pk", flat=True))
    found = {"证件号码": _cases_of(people)}
    phone = seal.index(text, Field.PHONE)
    points = ContactPoint.objects.filter(
        index=phone, kind__in=[ContactPoint.Kind.MOBILE, ContactPoint.Kind.PHONE]
    )
    own = Person.objects.filter(mobile_index=phone).values_list("pk", flat=True)[:MOST_BY_NUMBER]
    found["电话"] = sorted(
        {*points.values_list("case_id", flat=True)[:MOST_BY_NUMBER], *_cases_of(list(own))}
    )
    for finder in _FINDERS:
        found[finder.by] = list(finder.case_ids(text, MOST_BY_NUMBER))
    return {by: ids for by, ids in found.items() if ids}


def palette(actor: Actor, text: str) -> list[dict[str, Any]]:
    """The cases of every line, within reach, for the search that opens with Ctrl+K: open ones first."""
    if len(text.strip()) < 2:
        return []
    cases = cases_for(actor, DeskDeed.CASES_SEE).filter(matching(actor, text))
    found = cases.select_related("organisation", "holder__account").order_by("-id")[: PALETTE * 5]
    return [found_row(case) for case in sorted(found, key=lambda case: case.closed_at is not None)[:PALETTE]]


def found_row(case: Case) -> dict[str, Any]:
    """A found case in a line of text."""
    line = line_of(case.line)
    state = line.state_by_code.get(case.state)
    return {
        "id": case.pk,
        "no": case.no,
        "title": case.title,
        "line": case.line,
        "line_label": line.label,
        "state": case.state,
        "state_label": line.label_of(case.state),
        "state_tone": state.tone if state else "live",
        "client": case.organisation.name,
        "holder": case.holder.account.name if case.holder else "",
        "balance": case.balance,
    }


def _cases_of(people: list[int]) -> list[int]:
    if not people:
        return []
    about = Case.objects.filter(person_id__in=people).values_list("pk", flat=True)[:MOST_BY_NUMBER]
    part = Party.objects.filter(person_id__in=people).values_list("case_id", flat=True)[:MOST_BY_NUMBER]
    return sorted({*about, *part})


def _could_be_a_name(text: str) -> bool:
    return any(letter.isalpha() for letter in text) and not _CASE_NO.fullmatch(text.upper().replace(" ", ""))
