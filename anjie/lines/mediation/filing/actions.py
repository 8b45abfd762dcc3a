"""What filing sets off: the term begins to run, and those who appoint mediators are told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from anjie.access.actors import Actor
from anjie.desk.public import on, set_terms
from anjie.foundation import clock
from anjie.lines.mediation import telling
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.deeds import FilingDeed
from anjie.lines.mediation.session.rules import last_day
from anjie.services.terms.working import working_calendar

APPOINT_WITHIN = 3
"""Working days within which a mediator is appointed (online mediation rules 10–17)."""


def accepted(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
    """The term runs from the day of acceptance to a working day; a mediator is due within the working days the rules give."""
    today, calendar = clock.today(), working_calendar()
    due = calendar.add(today, APPOINT_WITHIN)
    disputes = list(Dispute.objects.filter(case_id__in=case_ids).select_related("case", "kind"))
    ends = {one.case_id: last_day(today, one.kind.term_days, calendar.is_working) for one in disputes}
    set_terms(actor, ends)
    Dispute.objects.filter(case_id__in=case_ids).update(accepted_at=clock.now(), mediator_due_on=due)
    for one in disputes:
        telling.tell_staff(
            actor, one.case, FilingDeed.ASSIGN, "filing.accepted", "案件待分配调解员",
            f"{one.case.no} {one.case.title}：请于 {due} 前分配。",
        )  # fmt: skip


def register() -> None:
    """Hear the moves of filing."""
    on("filing.accept", accepted)
