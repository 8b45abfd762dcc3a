"""The case page in one read: head, facts, parties, contact points, custom fields, tabs and moves."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.db.models import Q

from anjie.access.actors import Actor
from anjie.access.models import Membership
from anjie.desk.case_page import Fact, case_page_of, fact, present
from anjie.desk.contacts import source_label
from anjie.desk.custom import fields_of
from anjie.desk.deeds import DeskDeed
from anjie.desk.lines import line_of
from anjie.desk.models import Case, Holding, Person
from anjie.desk.moves import moves_for
from anjie.desk.reach import case_for, cases_for
from anjie.foundation import clock
from anjie.foundation.refusals import NotFound

BESIDE = ("person", "organisation", "batch", "unit", "holder__account", "clerk__account", "search")


def case_page(actor: Actor, case_id: int) -> dict[str, Any]:
    """Everything the case page shows besides the timeline, the shared debts and the tabs' content."""
    case = cases_for(actor, DeskDeed.CASES_SEE).select_related(*BESIDE).filter(pk=case_id).first()
    if case is None:
        raise NotFound("案件")
    page = case_page_of(case.line)
    facts = page.facts(actor, case)
    state = line_of(case.line).state_by_code.get(case.state)
    open_to_change = not (state and state.is_sealed)
    return {
        "head": head(case),
        "words": asdict(page.words),
        "moves": moves(actor, case),
        "panel": [*person_facts(case.person), *facts.panel],
        "fold": list(facts.fold),
        "parties": parties(case),
        "contact_points": contact_points(actor, case),
        "custom": fields_of(case),
        "helpers": helpers(case),
        "tabs": [
            {"code": tab.code, "label": tab.label}
            for tab in page.tabs
            if tab.deed is None or actor.may(tab.deed)
        ],
        "may": {
            "reveal": actor.may(DeskDeed.CONTACTS_REVEAL),
            "edit_contacts": open_to_change and actor.may(DeskDeed.CONTACTS_EDIT),
            "edit_custom": open_to_change and actor.may(DeskDeed.CASES_EDIT),
            "mark": actor.may(DeskDeed.CASES_MARK),
            "add_files": open_to_change and actor.may(DeskDeed.FILES_ADD),
            "delete_files": open_to_change and actor.may(DeskDeed.FILES_DELETE),
        },
    }


def head(case: Case) -> dict[str, Any]:
    """What stands at the top of the page."""
    state = line_of(case.line).state_by_code.get(case.state)
    search = getattr(case, "search", None)
    return {
        "id": case.pk,
        "no": case.no,
        "line": case.line,
        "title": case.title,
        "state": case.state,
        "state_label": state.label if state else case.state,
        "state_tone": state.tone if state else "live",
        "is_open": bool(state and state.is_open),
        "amount": case.amount,
        "settled_amount": case.settled_amount,
        "balance": case.balance,
        "currency": case.currency,
        "category": case.category,
        "region": case.region,
        "colour": case.colour,
        "tags": search.tags if search else [],
        "client": _organisation(case.organisation),
        "batch": {"id": case.batch_id, "no": case.batch.no} if case.batch else None,
        "unit": _organisation(case.unit) if case.unit else None,
        "holder": member(case.holder),
        "clerk": member(case.clerk),
        "opened_at": case.opened_at,
        "assigned_at": case.assigned_at,
        "term_on": case.term_on,
        "days_left": (case.term_on - clock.today()).days
        if case.term_on and state and state.counts_days
        else None,
        "first_worked_at": case.first_worked_at,
        "last_worked_at": case.last_worked_at,
        "next_work_on": case.next_work_on,
        "closed_at": case.closed_at,
    }


def moves(actor: Actor, case: Case) -> list[dict[str, Any]]:
    """The moves this person may make now, in the server's order: the page's buttons."""
    return [
        {
            "code": move.code,
            "label": move.label,
            "reason": move.reason,
            "needs": list(move.needs),
            "options": list(move.options),
            "tone": move.tone,
            "triggers": move.triggers,
        }
        for move in moves_for(actor, case)
    ]


def person_facts(person: Person) -> tuple[Fact, ...]:
    """Who the case is about; the ID number shows its mask and is revealed by ``id_no``."""
    enterprise = person.kind == Person.Kind.ENTERPRISE
    return present(
        fact("name", "名称" if enterprise else "姓名", person.name),
        fact("id_kind", "证件类型", person.id_kind),
        fact("id_no", "统一社会信用代码" if enterprise else "证件号码", person.id_mask, "sealed"),
        fact("sex", "性别", person.sex),
        fact("born_on", "出生日期", person.born_on),
        fact("age", "年龄", age_of(person)),
    )


def age_of(person: Person) -> str:
    """Full years today, or nothing."""
    if person.born_on is None:
        return ""
    today, born = clock.today(), person.born_on
    return str(today.year - born.year - ((today.month, today.day) < (born.month, born.day)))


def parties(case: Case) -> list[dict[str, Any]]:
    """Who is in the case, with which part."""
    return [
        {
            "id": party.pk,
            "person_id": party.person_id,
            "part": party.part,
            "part_label": party.get_part_display(),
            "name": party.person.name,
            "kind": party.person.kind,
            "id_mask": party.person.id_mask,
            "left_at": party.left_at,
        }
        for party in case.parties.select_related("person").order_by("id")
    ]


def contact_points(actor: Actor, case: Case) -> list[dict[str, Any]]:
    """How the people of the case can be reached: masked, with what came of the last attempt."""
    results_of = case_page_of(case.line).last_results
    results = results_of(actor, case) if results_of else {}
    rows = []
    for position, point in enumerate(case.contact_points.all(), start=1):
        result = results.get(point.pk)
        rows.append(
            {
                "id": point.pk,
                "order": position,
                "kind": point.kind,
                "kind_label": point.get_kind_display(),
                "mask": point.mask,
                "owner": point.owner,
                "relation": point.relation,
                "label": point.label,
                "attribution": point.attribution,
                "source": point.source,
                "source_label": source_label(point.source),
                "state": point.state,
                "state_label": point.get_state_display(),
                "do_not_contact": point.do_not_contact,
                "agreed_hours": point.agreed_hours,
                "created_at": point.created_at,
                "last_result": {"text": result.text, "at": result.at, "by": result.by} if result else None,
            }
        )
    return rows


def contact_point(actor: Actor, case_id: int, point_id: int) -> dict[str, Any]:
    """One contact point as the page shows it, after it was added or changed."""
    case = case_for(actor, DeskDeed.CASES_SEE, case_id)
    found = [row for row in contact_points(actor, case) if row["id"] == point_id]
    if not found:
        raise NotFound("联系方式")
    return found[0]


def helpers(case: Case) -> list[dict[str, Any]]:
    """Who works the case beside its holder now."""
    open_ones = case.holdings.filter(Q(to_at__isnull=True) & ~Q(role=Holding.Role.HOLDER))
    return [
        {"id": row.membership_id, "name": row.membership.account.name, "role_label": row.get_role_display()}
        for row in open_ones.select_related("membership__account").order_by("from_at")
    ]


def member(membership: Membership | None) -> dict[str, Any] | None:
    """A person of ours as lists and pages show them."""
    return {"id": membership.pk, "name": membership.account.name} if membership else None


def _organisation(unit: Any) -> dict[str, Any]:
    return {"id": unit.pk, "name": unit.name}
