"""Keeps plans of who works which case: previewed first, corrected, committed once, with everybody told."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models.expressions import RawSQL

from anjie.access.actors import Actor
from anjie.access.models import Membership
from anjie.desk.public import announce, assign_cases, cases_for, copy_rows, line_of
from anjie.foundation import clock, money
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.recovery.assignment import people, rules
from anjie.lines.recovery.assignment.drafting import Wish, draft_of
from anjie.lines.recovery.assignment.models import AssignmentPlan, PlannedCase
from anjie.lines.recovery.deeds import AssignmentDeed
from anjie.services.notices.actions import Notable, notify_each

SHOWN = 500
"""Refused cases a plan names one by one; all of them are counted."""
VALID_FOR = timedelta(hours=24)
KEPT_FOR = timedelta(days=30)
HAND_MADE = "手工调整"


@transaction.atomic
def plan(actor: Actor, wish: Wish) -> AssignmentPlan:
    """Work out and keep a preview; no case changes until it is committed."""
    actor.require(AssignmentDeed.ASSIGN)
    by = _membership(actor)
    draft, targets = draft_of(actor, wish)
    refused = [_named(pk, "", why) for pk, why in draft.missing]
    refused += [_named(row.id, row.no, why) for row, why in draft.refused]
    made = AssignmentPlan.objects.create(
        mode=wish.mode,
        by_id=by,
        at=clock.now(),
        query=dict(wish.asked),
        case_count=len(draft.cases),
        amount=sum((case.amount for case in draft.cases), money.ZERO),
        refused=refused[:SHOWN],
        summary={
            "persons": len({case.person for case in draft.cases}),
            "refused": len(refused),
            "refused_by_code": dict(Counter(row["code"] for row in refused)),
            "targets": targets,
        },
        people=_people(
            ((case.holder, to, case.amount) for case, to in zip(draft.cases, draft.to, strict=True)), targets
        ),
    )
    copy_rows(
        "recovery_plannedcase",
        ("plan_id", "case_id", "from_holder_id", "to_holder_id", "why"),
        (
            (made.pk, case.id, case.holder, to, None if why is None else json.dumps(why, ensure_ascii=False))
            for case, to, why in zip(draft.cases, draft.to, draft.why, strict=True)
        ),
    )
    return made


@transaction.atomic
def correct(
    actor: Actor, plan_id: int, case_ids: Sequence[int], to: int, *, alone: bool = False
) -> AssignmentPlan:
    """Put some cases of a preview to another collector, with the other planned cases of their persons.

    ``alone`` moves just these cases.
    """
    actor.require(AssignmentDeed.ASSIGN)
    made = _own(actor, plan_id, lock=True)
    _check_preview(made)
    [member] = people.chosen(actor, [to], None)
    lines = PlannedCase.objects.filter(plan=made)
    wanted = set(lines.filter(case_id__in=list(case_ids)).values_list("case_id", flat=True))
    if not wanted:
        raise NotFound("预览中的案件")
    cases = cases_for(actor, AssignmentDeed.ASSIGN).filter(pk__in=lines.values("case_id"))
    if not alone:
        persons = cases.filter(pk__in=wanted).values("person_id")
        wanted = set(cases.filter(person_id__in=persons).values_list("pk", flat=True))
    if member.client_ids is not None:
        foreign = cases.filter(pk__in=wanted).exclude(organisation_id__in=member.client_ids).first()
        if foreign is not None:
            raise rules.client_not_allowed(foreign.no)
    lines.filter(case_id__in=wanted).update(to_holder_id=member.pk, why=[HAND_MADE])
    amounts = dict(cases.values_list("pk", "amount"))
    made.summary["targets"] = list(dict.fromkeys([*made.summary.get("targets", []), member.pk]))
    made.people = _people(
        (
            (holder, new, amounts.get(case, money.ZERO))
            for case, holder, new in lines.values_list("case_id", "from_holder_id", "to_holder_id")
        ),
        made.summary["targets"],
    )
    made.save(update_fields=["people", "summary"])
    return made


@transaction.atomic
def commit(actor: Actor, plan_id: int) -> AssignmentPlan:
    """Give the cases out as planned, once: a second call answers what the first one did.

    Cases somebody changed since the preview (holder, state, reach) are left out and named in ``summary``.
    """
    actor.require(AssignmentDeed.ASSIGN)
    made = _own(actor, plan_id, lock=True)
    if made.state == AssignmentPlan.State.COMMITTED:
        return made
    _check_preview(made)
    now_held = {
        pk: (no, holder, state, amount)
        for pk, no, holder, state, amount in cases_for(actor, AssignmentDeed.ASSIGN)
        .filter(pk__in=RawSQL("SELECT case_id FROM recovery_plannedcase WHERE plan_id = %s", [made.pk]))
        .order_by("pk")
        .select_for_update(of=("self",))
        .values_list("pk", "no", "holder_id", "state", "amount")
    }
    lines = list(
        PlannedCase.objects.filter(plan=made)
        .order_by("case_id")
        .values_list("case_id", "from_holder_id", "to_holder_id")
    )
    gone = _gone({to for _, _, to in lines if to is not None})
    open_states = set(people.open_states())
    left_out: list[dict[str, Any]] = []
    good: list[tuple[int, int | None, int | None]] = []
    for case_id, planned_from, to in lines:
        found = now_held.get(case_id)
        if found is None:
            left_out.append(_named(case_id, "", NotFound("案件")))
            continue
        no, holder, state, _ = found
        if state not in open_states:
            why = rules.not_open(no, line_of("recovery").label_of(state))
        elif holder != planned_from:
            why = rules.changed_meanwhile(no, _name_of(holder))
        elif to in gone:
            why = rules.collector_gone(no)
        else:
            if holder != to:
                good.append((case_id, holder, to))
            continue
        left_out.append(_named(case_id, no, why))
    assign_cases(
        actor,
        [case for case, _, _ in good],
        [to for _, _, to in good],
        before=[holder for _, holder, _ in good],
        why=made.mode,
    )
    made.state = AssignmentPlan.State.COMMITTED
    made.committed_at = clock.now()
    made.summary = {
        **made.summary,
        "assigned": len(good),
        "unchanged": len(lines) - len(good) - len(left_out),
        "left_out": len(left_out),
        "left_out_cases": left_out[:SHOWN],
    }
    made.save(update_fields=["state", "committed_at", "summary"])
    amounts = {case: now_held[case][3] for case, _, _ in good}
    tell_moved(actor, f"plan:{made.pk}", good, amounts)
    announce("assignment.committed", actor, [case for case, _, _ in good], {"plan": made.pk})
    return made


def forget_old_plans() -> int:
    """Drop the lines of plans nobody needs any more: holdings keep who held what; returns how many plans."""
    old = AssignmentPlan.objects.filter(at__lt=clock.now() - KEPT_FOR, cases__isnull=False)
    ids = list(old.values_list("pk", flat=True).distinct())
    PlannedCase.objects.filter(plan_id__in=ids).delete()
    AssignmentPlan.objects.filter(pk__in=ids, state=AssignmentPlan.State.PREVIEW).update(
        state=AssignmentPlan.State.STALE
    )
    return len(ids)


def tell_moved(
    actor: Actor, key: str, moved: Iterable[tuple[int, int | None, int | None]], amounts: dict[int, Decimal]
) -> None:
    """Tell collectors, in one notice each, what they got and what they gave up."""
    got: dict[int, list[int]] = defaultdict(list)
    lost: Counter[int] = Counter()
    for case, holder, to in moved:
        if to is not None:
            got[to].append(case)
        if holder is not None:
            lost[holder] += 1
    assigned: list[Notable] = []
    for member, cases in got.items():
        total = money.show(sum((amounts[case] for case in cases), money.ZERO))
        assigned.append(
            Notable(
                [member],
                f"新分到 {len(cases)} 件案件",
                f"新分到 {len(cases)} 件案件，委案金额合计 {total} 元。",
                key=f"{key}:got",
                case_id=cases[0] if len(cases) == 1 else None,
                link="" if len(cases) == 1 else "/recovery/mine",
            )
        )
    notify_each(actor, "assignment.assigned", assigned)
    taken_away = [
        Notable(
            [member],
            f"{count} 件案件已转出",
            f"您名下的 {count} 件案件已转给他人或收回。",
            key=f"{key}:lost",
            link="/recovery/mine",
        )
        for member, count in lost.items()
    ]
    notify_each(actor, "assignment.taken_away", taken_away)


def _people(
    moves: Iterable[tuple[int | None, int | None, Decimal]], targets: Sequence[int]
) -> list[dict[str, Any]]:
    """Per collector: cases and amount before, given up, added and after, the targets first."""
    added: dict[int, people.Load] = {}
    given_up: dict[int, people.Load] = {}
    for holder, to, amount in moves:
        if holder == to:
            continue
        for loads, who in ((given_up, holder), (added, to)):
            if who is not None:
                load = loads.get(who, people.Load())
                loads[who] = people.Load(load.count + 1, load.amount + amount)
    ids = list(dict.fromkeys([*targets, *sorted(added), *sorted(given_up)]))
    before = people.loads(ids)
    named = {
        row.pk: row for row in Membership.objects.filter(pk__in=ids).select_related("account", "unit", "role")
    }
    none = people.Load()
    result = []
    for pk in ids:
        had, less, more = before.get(pk, none), given_up.get(pk, none), added.get(pk, none)
        result.append(
            {
                "membership_id": pk,
                "name": named[pk].account.name,
                "unit_id": named[pk].unit_id,
                "unit": named[pk].unit.name,
                "before_count": had.count,
                "before_amount": money.plain(had.amount),
                "less_count": less.count,
                "less_amount": money.plain(less.amount),
                "added_count": more.count,
                "added_amount": money.plain(more.amount),
                "after_count": had.count - less.count + more.count,
                "after_amount": money.plain(had.amount - less.amount + more.amount),
            }
        )
    return result


def _own(actor: Actor, plan_id: int, *, lock: bool) -> AssignmentPlan:
    plans = AssignmentPlan.objects.filter(pk=plan_id, by_id=_membership(actor))
    made = (plans.select_for_update() if lock else plans).first()
    if made is None:
        raise NotFound("分案预览")
    return made


def _check_preview(made: AssignmentPlan) -> None:
    if made.state == AssignmentPlan.State.COMMITTED:
        raise Refusal("assignment.committed", "该分案预览已经提交，不能再调整。请重新预览。", plan=made.pk)
    if made.state == AssignmentPlan.State.STALE or clock.now() - made.at > VALID_FOR:
        raise Refusal(
            "assignment.stale", "该分案预览已超过 24 小时，案件可能已变化。请重新预览。", plan=made.pk
        )


def _membership(actor: Actor) -> int:
    if actor.membership_id is None:
        raise Invalid("assignment.nobody_asks", "分案需由在职人员发起。请登录后重试。")
    return actor.membership_id


def _gone(ids: set[int]) -> set[int]:
    still = Membership.objects.filter(pk__in=ids, is_active=True, account__is_active=True)
    return ids - set(still.values_list("pk", flat=True))


def _name_of(membership_id: int | None) -> str:
    if membership_id is None:
        return ""
    return Membership.objects.select_related("account").get(pk=membership_id).account.name


def _named(pk: int, no: str, why: Refusal) -> dict[str, Any]:
    return {"id": pk, "no": no, **why.as_dict()}
