"""From a wish to a draft: one function for each mode, reading cases and dividing them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from anjie.access.actors import Actor
from anjie.access.models import Membership
from anjie.desk.public import Case
from anjie.foundation.refusals import Invalid, NotFound
from anjie.lines.recovery.assignment import people
from anjie.lines.recovery.assignment.models import AssignmentPlan, AssignmentRule
from anjie.lines.recovery.assignment.planning import COLUMNS, CaseRow, Draft, by_rules, divide, still_open
from anjie.lines.recovery.assignment.selection import select
from anjie.lines.recovery.deeds import AssignmentDeed

Mode = AssignmentPlan.Mode
SPLITS = (Mode.NUMBER, Mode.AMOUNT, Mode.BOTH, Mode.CUMULATIVE, Mode.QUICK, Mode.RECOMMENDED)


@dataclass(frozen=True)
class Wish:
    """What to plan: which cases (ids, a filter, or all that somebody holds), by which mode, to whom."""

    mode: str
    ids: Sequence[int] = ()
    query: Mapping[str, Any] | None = None
    unassigned_only: bool = False
    collectors: Sequence[int] = ()
    unit: int | None = None
    from_collectors: Sequence[int] = ()
    split: str = Mode.CUMULATIVE
    asked: Mapping[str, Any] = field(default_factory=dict)


def draft_of(actor: Actor, wish: Wish) -> tuple[Draft, list[int]]:
    """What the wish comes to, and the memberships it gives to whether or not they get anything."""
    drafter = _DRAFTERS.get(wish.mode)
    if drafter is None:
        raise Invalid(
            "assignment.mode", f"没有名为“{wish.mode}”的分案方式。请刷新页面后重试。", mode=wish.mode
        )
    draft = Draft()
    targets = drafter(actor, wish, draft)
    if not draft.cases and not draft.refused:
        raise Invalid("assignment.no_cases", "没有可分配的案件。请先选择案件，或放宽筛选条件。")
    return draft, targets


def _spread(actor: Actor, wish: Wish, draft: Draft) -> list[int]:
    members = people.chosen(actor, wish.collectors, wish.unit)
    divide(_chosen_rows(actor, wish, draft), members, wish.mode, draft)
    return [member.pk for member in members]


def _by_hand(actor: Actor, wish: Wish, draft: Draft) -> list[int]:
    if len(wish.collectors) != 1:
        raise Invalid(
            "assignment.one_collector",
            f"手工分配需选择一名催收员，已选 {len(wish.collectors)} 名。请只选一名，或改用其他分案方式。",
            chosen=len(wish.collectors),
        )
    return _spread(actor, wish, draft)


def _by_rules(actor: Actor, wish: Wish, draft: Draft) -> list[int]:
    targets: dict[int, None] = {}

    def members_of(rule: AssignmentRule) -> list[Membership]:
        # A rule made for people who have left since goes to the rest of them, or matches nobody.
        if rule.membership_ids:
            found = list(people.collectors(actor).filter(pk__in=rule.membership_ids))
        else:
            found = list(people.collectors(actor).filter(unit__path__startswith=rule.unit.path))
        targets.update(dict.fromkeys(member.pk for member in found))
        return found

    by_rules(_chosen_rows(actor, wish, draft), members_of, draft)
    return list(targets)


def _swap(actor: Actor, wish: Wish, draft: Draft) -> list[int]:
    if len(set(wish.collectors)) != 2:
        raise Invalid(
            "assignment.two_collectors",
            f"互换需选择两名催收员，已选 {len(set(wish.collectors))} 名。请重新选择。",
            chosen=len(set(wish.collectors)),
        )
    members = people.chosen(actor, wish.collectors, None)
    other = {members[0].pk: members[1], members[1].pk: members[0]}
    rows = still_open(as_rows(_held_by(actor, list(other))), draft)
    for holder, member in other.items():
        divide([row for row in rows if row.holder == holder], [member], Mode.HAND, draft)
    return list(other)


def _hand_over(actor: Actor, wish: Wish, draft: Draft) -> list[int]:
    leavers = set(wish.from_collectors)
    if not leavers:
        raise Invalid("assignment.no_leaver", "移交需选择移出案件的催收员。请选择后重试。")
    if wish.split not in SPLITS:
        raise Invalid(
            "assignment.mode", f"没有名为“{wish.split}”的分案方式。请刷新页面后重试。", mode=wish.split
        )
    members = [
        member for member in people.chosen(actor, wish.collectors, wish.unit) if member.pk not in leavers
    ]
    if not members:
        raise Invalid("assignment.nobody", "接收人不能只是移出案件的催收员本人。请另选催收员。")
    divide(still_open(as_rows(_held_by(actor, leavers)), draft), members, wish.split, draft)
    return [member.pk for member in members]


def _take_back(actor: Actor, wish: Wish, draft: Draft) -> list[int]:
    rows = (
        still_open(as_rows(_held_by(actor, wish.from_collectors)), draft)
        if wish.from_collectors
        else _chosen_rows(actor, wish, draft)
    )
    for row in rows:
        if row.holder is not None:
            draft.give(row, None)
    return []


def _chosen_rows(actor: Actor, wish: Wish, draft: Draft) -> list[CaseRow]:
    """The cases wished for that can be given; ids that lead to nothing within reach are refused as missing."""
    if not wish.ids and wish.query is None:
        raise Invalid("assignment.no_cases", "没有可分配的案件。请先选择案件，或放宽筛选条件。")
    cases = select(actor, AssignmentDeed.ASSIGN, ids=wish.ids, query=wish.query)
    if wish.unassigned_only:
        cases = cases.filter(holder=None)
    rows = as_rows(cases)
    if wish.ids and not wish.unassigned_only:
        for missing in sorted(set(wish.ids) - {row.id for row in rows}):
            draft.missing.append((missing, NotFound("案件")))
    return still_open(rows, draft)


def _held_by(actor: Actor, holders: Iterable[int]) -> QuerySet[Case]:
    """What these hold open, within the actor's reach."""
    mine = select(actor, AssignmentDeed.ASSIGN)
    return mine.filter(holder_id__in=list(holders), state__in=people.open_states())


def as_rows(cases: QuerySet[Case]) -> list[CaseRow]:
    """The cases as dividing reads them, in id order."""
    return [CaseRow(*values) for values in cases.order_by("pk").values_list(*COLUMNS)]


_DRAFTERS: dict[str, Callable[[Actor, Wish, Draft], list[int]]] = {
    **{mode.value: _spread for mode in SPLITS},
    Mode.HAND.value: _by_hand,
    Mode.RULES.value: _by_rules,
    Mode.SWAP.value: _swap,
    Mode.HAND_OVER.value: _hand_over,
    Mode.TAKE_BACK.value: _take_back,
}
