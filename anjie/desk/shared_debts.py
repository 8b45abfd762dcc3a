"""Shared debts: the other cases of the same person, by ID number, mobile or the line's own numbers."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, Sum

from anjie.access.actors import Actor
from anjie.desk.case_page import case_page_of
from anjie.desk.case_read import member
from anjie.desk.deeds import DeskDeed
from anjie.desk.lines import line_of
from anjie.desk.models import Case, ContactPoint, Party, Person
from anjie.desk.reach import case_for, cases_for

MOST = 200
SELF = "本人"


def shared_debts(actor: Actor, case_id: int) -> dict[str, Any]:
    """The cases within the viewer's reach, each with why it is the same person, and their sums.

    Of cases out of reach not even the number is told.
    """
    case = case_for(actor, DeskDeed.CASES_SEE, case_id)
    why = same_person(case)
    reached = cases_for(actor, DeskDeed.CASES_SEE).exclude(pk=case.pk)
    ids_by_label = {
        label: set(reached.filter(condition).values_list("pk", flat=True)[:MOST])
        for label, condition in why.items()
    }
    found = set().union(*ids_by_label.values())
    cases = reached.filter(pk__in=found)
    sums = cases.aggregate(amount=Sum("amount"), settled=Sum("settled_amount"), balance=Sum("balance"))
    rows = cases.select_related("organisation", "batch", "unit", "holder__account").order_by(
        "-opened_at", "-id"
    )
    return {
        "rows": [
            {**_row(one), "by": [label for label, ids in ids_by_label.items() if one.pk in ids]}
            for one in rows[:MOST]
        ],
        "count": len(found),
        "totals": {
            "amount": sums["amount"] or 0,
            "settled_amount": sums["settled"] or 0,
            "balance": sums["balance"] or 0,
        },
    }


def same_person(case: Case) -> dict[str, Q]:
    """By label, the conditions under which another case is of the same person."""
    own = ContactPoint.objects.filter(case=case, relation=SELF, kind=ContactPoint.Kind.MOBILE)
    mobiles = {bytes(index) for index in own.values_list("index", flat=True)}
    if case.person.mobile_index:
        mobiles.add(bytes(case.person.mobile_index))
    himself = Q(person_id=case.person_id) | Q(
        pk__in=Party.objects.filter(person_id=case.person_id).values("case_id")
    )
    why = {"证件号码" if case.person.id_index else "同一当事人": himself}
    if mobiles:
        people = Person.objects.filter(mobile_index__in=mobiles).exclude(pk=case.person_id).values("pk")
        points = ContactPoint.objects.filter(
            index__in=mobiles, relation=SELF, kind=ContactPoint.Kind.MOBILE
        ).values("case_id")
        why["手机号"] = Q(person_id__in=people) | Q(pk__in=points)
    same_as = case_page_of(case.line).same_as
    return {**why, **(same_as(case) if same_as else {})}


def _row(case: Case) -> dict[str, Any]:
    line = line_of(case.line)
    state = line.state_by_code.get(case.state)
    return {
        "id": case.pk,
        "no": case.no,
        "line": case.line,
        "title": case.title,
        "state": case.state,
        "state_label": line.label_of(case.state),
        "state_tone": state.tone if state else "live",
        "client": case.organisation.name,
        "batch": case.batch.no if case.batch else "",
        "unit": case.unit.name if case.unit else "",
        "holder": member(case.holder),
        "amount": case.amount,
        "settled_amount": case.settled_amount,
        "balance": case.balance,
        "term_on": case.term_on,
    }
