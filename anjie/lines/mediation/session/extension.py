"""Extension of the mediation's term (MED-7): the mediator asks, the administrator decides, the term moves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from anjie.access.actors import Actor
from anjie.desk.public import Case, case_for, record, set_terms
from anjie.foundation import clock
from anjie.lines.mediation.deeds import SessionDeed
from anjie.lines.mediation.session import standing_still, telling
from anjie.lines.mediation.session.rules import LONGEST_EXTENSION, check_extension
from anjie.lines.mediation.session.wall import WORKING, as_mediator, require_state
from anjie.services.approvals import actions as approvals
from anjie.services.approvals import queries
from anjie.services.approvals.kinds import ApprovalKind, register_approval
from anjie.services.approvals.models import Approval
from anjie.services.terms.working import working_calendar

KIND = "session.extension"


def ask(actor: Actor, case_id: int, to_on: date, reason: str, *, agreed: bool) -> Approval:
    """Ask that the term end on a later day; ``agreed`` says that both parties have agreed to it."""
    case = as_mediator(actor, case_id)
    facts = {"from_on": str(case.term_on or ""), "to_on": to_on.isoformat(), "agreed": agreed}
    return approvals.ask(actor, KIND, case.pk, facts, reason)


def extension_of(actor: Actor, case_id: int) -> dict[str, Any]:
    """The term of a case, how many days are left, and every extension asked for, the latest first."""
    case = case_for(actor, SessionDeed.RECORDS_SEE, case_id)
    today = clock.today()
    calendar = working_calendar()
    left = (case.term_on - today).days if case.term_on else None
    return {
        "term_on": case.term_on,
        "days_left": left,
        "working_days_left": calendar.between(today, case.term_on)
        if case.term_on and left and left > 0
        else 0,
        "most_days": LONGEST_EXTENSION,
        "may_ask": case.state in WORKING and actor.may(SessionDeed.MEDIATE),
        "rows": [queries.row(actor, one) for one in queries.of_case(case.pk, KIND)],
    } | standing_still.of_case(case.pk)


def _check(actor: Actor, case: Case, facts: Mapping[str, Any]) -> None:
    as_mediator(actor, case.pk)
    require_state(case, WORKING, "申请延期")
    check_extension(
        case.no,
        case.term_on,
        date.fromisoformat(facts["to_on"]),
        clock.today(),
        agreed=bool(facts.get("agreed")),
    )


def _granted(actor: Actor, approval: Approval) -> None:
    """The term moves, unless it has come to be later by itself; both sides are told."""
    case = approval.case
    to_on = date.fromisoformat(approval.facts["to_on"])
    require_state(case, WORKING, "延长调解期限")
    if case.term_on is not None and to_on <= case.term_on:
        return
    old = case.term_on
    set_terms(actor, {case.pk: to_on})
    record(
        actor, case.pk, "mediation.extended", old_on=str(old or ""), to_on=str(to_on), approval=approval.pk
    )
    telling.extended(actor, case, to_on, approval.pk)


def _says(facts: Mapping[str, Any]) -> str:
    return f"调解期限由 {facts.get('from_on') or '未定'} 延长至 {facts.get('to_on')}"


def register() -> None:
    """Let mediators ask for it."""
    register_approval(
        ApprovalKind(
            code=KIND,
            label="延长调解期限",
            line="mediation",
            asks=SessionDeed.MEDIATE,
            decides=SessionDeed.EXTEND_DECIDE,
            says=_says,
            on_yes=_granted,
            check=_check,
        )
    )
