"""Works out who would get what: reads the chosen cases, divides them, and says why; nothing is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anjie.access.models import Membership
from anjie.desk.public import line_of
from anjie.foundation import money
from anjie.foundation.refusals import Refusal
from anjie.lines.recovery.assignment import people, rules
from anjie.lines.recovery.assignment.models import AssignmentPlan, AssignmentRule
from anjie.services.allocation import quick, recommend
from anjie.services.allocation.rules import Mode, split

Ints = NDArray[np.int64]
COLUMNS = ("pk", "no", "person_id", "amount", "holder_id", "state", "organisation_id", "region", "category")
BALANCED = "按件数与金额均衡分配"


@dataclass(frozen=True, slots=True)
class CaseRow:
    """What dividing needs to know of one case; read in the order of :data:`COLUMNS`."""

    id: int
    no: str
    person: int
    amount: Decimal
    holder: int | None
    state: str
    client: int
    region: str
    category: str


@dataclass
class Draft:
    """Cases with the holder each would get (``None``: unassigned), and those refused with why."""

    cases: list[CaseRow] = field(default_factory=list)
    to: list[int | None] = field(default_factory=list)
    why: list[list[str] | None] = field(default_factory=list)
    refused: list[tuple[CaseRow, Refusal]] = field(default_factory=list)
    missing: list[tuple[int, Refusal]] = field(default_factory=list)

    def give(self, case: CaseRow, to: int | None, why: list[str] | None = None) -> None:
        """Plan one case."""
        self.cases.append(case)
        self.to.append(to)
        self.why.append(why)


def still_open(rows: Sequence[CaseRow], draft: Draft) -> list[CaseRow]:
    """The rows that can be given to somebody; the others are refused on the draft."""
    recovery = line_of("recovery")
    open_states = set(recovery.open_states)
    draft.refused += [
        (row, rules.not_open(row.no, recovery.label_of(row.state)))
        for row in rows
        if row.state not in open_states
    ]
    return [row for row in rows if row.state in open_states]


def divide(rows: Sequence[CaseRow], members: Sequence[Membership], mode: str, draft: Draft) -> None:
    """Divide rows among members by mode, each client's cases only to those who may see it."""
    given: dict[int, people.Load] = {}
    for some, allowed in _by_allowed(rows, members, draft):
        _divide_among(some, allowed, mode, draft, given)


def by_rules(
    rows: Sequence[CaseRow], members_of: Callable[[AssignmentRule], list[Membership]], draft: Draft
) -> None:
    """Give each person to the collectors of the first rule that fits one of his cases, evened out among them."""
    kept = list(AssignmentRule.objects.filter(is_active=True))
    pure = [
        rules.Rule(
            row.pk, row.name, row.client_id, frozenset(row.regions), frozenset(row.categories),
            row.amount_from, row.amount_to,
        )
        for row in kept
    ]  # fmt: skip
    fitting: dict[int, int] = {}
    for row in rows:
        at = rules.first_fitting(
            pure, client_id=row.client, region=row.region, category=row.category, amount=row.amount
        )
        if at is not None:
            fitting[row.person] = min(at, fitting.get(row.person, at))
    groups: dict[int, list[CaseRow]] = defaultdict(list)
    for row in rows:
        if row.person in fitting:
            groups[fitting[row.person]].append(row)
        else:
            draft.refused.append((row, rules.no_rule(row.no)))
    given: dict[int, people.Load] = {}
    for at, some in sorted(groups.items()):
        members = members_of(kept[at])
        begin = len(draft.cases)
        for part, allowed in _by_allowed(some, members, draft):
            _divide_among(part, allowed, AssignmentPlan.Mode.CUMULATIVE, draft, given)
        for planned in range(begin, len(draft.cases)):
            draft.why[planned] = [pure[at].said]


def _by_allowed(
    rows: Sequence[CaseRow], members: Sequence[Membership], draft: Draft
) -> list[tuple[list[CaseRow], list[Membership]]]:
    """Rows with the members who may see all clients of their persons; nobody: refused on the draft."""
    if all(member.client_ids is None for member in members):
        return [(list(rows), list(members))] if members else _nobody(rows, draft)
    clients_of: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        clients_of[row.person].add(row.client)
    groups: dict[tuple[int, ...], list[CaseRow]] = defaultdict(list)
    for row in rows:
        allowed = tuple(
            at
            for at, member in enumerate(members)
            if member.client_ids is None or clients_of[row.person] <= set(member.client_ids)
        )
        groups[allowed].append(row)
    _nobody(groups.pop((), []), draft)
    return [(some, [members[at] for at in allowed]) for allowed, some in groups.items()]


def _nobody(rows: Sequence[CaseRow], draft: Draft) -> list[Any]:
    draft.refused += [(row, rules.client_not_allowed(row.no)) for row in rows]
    return []


def _divide_among(
    rows: list[CaseRow],
    members: Sequence[Membership],
    mode: str,
    draft: Draft,
    given: dict[int, people.Load],
) -> None:
    """Divide one group; ``given`` is what earlier groups of the same plan gave already, evened out with it."""
    if not rows:
        return
    persons = np.fromiter((row.person for row in rows), np.int64, len(rows))
    cents = np.fromiter((money.cents(row.amount) for row in rows), np.int64, len(rows))
    why: Callable[[int], list[str] | None] = lambda at: None  # noqa: E731
    held = _held(members, mode, given)
    counts, amounts = [load.count for load in held], [money.cents(load.amount) for load in held]
    match mode:
        case AssignmentPlan.Mode.QUICK:
            of = quick.fill_by_region(persons, [row.region for row in rows], counts)
        case AssignmentPlan.Mode.RECOMMENDED:
            of, why = _recommended(rows, members, persons, cents)
        case AssignmentPlan.Mode.HAND:
            of = np.zeros(len(rows), np.int64)
        case _:
            # A second group is evened out with the first, else both would start with the same people.
            kind = Mode.CUMULATIVE if given else Mode(mode)
            of = split(
                persons, cents, len(members), kind, held_counts=counts, held_amounts=amounts
            ).collector_of
    ids = [member.pk for member in members]
    for at, (row, who) in enumerate(zip(rows, of.tolist(), strict=True)):
        draft.give(row, ids[who], why(at))
    for who, pk in enumerate(ids):
        mine = of == who
        before = given.get(pk, people.Load())
        given[pk] = people.Load(
            before.count + int(mine.sum()), before.amount + money.from_cents(int(cents[mine].sum()))
        )


def _held(members: Sequence[Membership], mode: str, given: dict[int, people.Load]) -> list[people.Load]:
    """What is evened out with the new cases: all they hold in the modes that look at it, else this plan's."""
    looks = mode in (AssignmentPlan.Mode.CUMULATIVE, AssignmentPlan.Mode.QUICK)
    held = people.loads([member.pk for member in members]) if looks else {}
    found = []
    for member in members:
        one, two = held.get(member.pk, people.Load()), given.get(member.pk, people.Load())
        found.append(people.Load(one.count + two.count, one.amount + two.amount))
    return found


def _recommended(
    rows: list[CaseRow], members: Sequence[Membership], persons: Ints, cents: Ints
) -> tuple[Ints, Callable[[int], list[str]]]:
    collectors = people.known(members, [row.person for row in rows])
    wanted = [recommend.Wanted(row.person, row.region, row.client) for row in rows]
    scored = recommend.preferences(wanted, collectors)
    of = split(persons, cents, len(members), Mode.RECOMMENDED, preferences=scored).collector_of

    def why(at: int) -> list[str]:
        return recommend.reasons(wanted[at], collectors[int(of[at])]) or [BALANCED]

    return of, why
