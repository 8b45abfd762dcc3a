"""What follows from the moves that touch a term, whoever made them: kept on the case, in the same transaction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import F

from anjie.access.actors import Actor
from anjie.desk.public import cases_for, end_holdings, set_terms
from anjie.foundation import clock
from anjie.lines.recovery.deeds import TermDeed
from anjie.lines.recovery.placement.models import Placement
from anjie.lines.recovery.term.models import Retention
from anjie.services.notices.actions import Notable, notify_each

GONE = "案件已退回委托方。"


def retained(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
    """A placement is kept: its new recall day is written, and what was asked about it is granted."""
    given = facts["term_on"]
    term_on = date.fromisoformat(given) if isinstance(given, str) else given
    cases = {case.pk: case for case in cases_for(actor, TermDeed.RETAIN_DECIDE).filter(pk__in=case_ids)}
    set_terms(actor, dict.fromkeys(case_ids, term_on))
    Placement.objects.filter(pk__in=case_ids).update(
        recall_on=term_on, retained_times=F("retained_times") + 1
    )
    decided: dict[str, Any] = {
        "state": Retention.State.GRANTED,
        "decided_by_id": actor.membership_id,
        "decided_at": clock.now(),
        "answer": str(facts.get("reason") or "")[:500],
        "new_term_on": term_on,
    }
    asked = {
        row.case_id: row
        for row in Retention.objects.filter(case_id__in=case_ids, state=Retention.State.ASKED)
    }
    for case_id, row in asked.items():
        for name, value in {**decided, "old_term_on": cases[case_id].term_on}.items():
            setattr(row, name, value)
    Retention.objects.bulk_update(asked.values(), [*decided, "old_term_on"], batch_size=1000)
    Retention.objects.bulk_create(
        Retention(
            case_id=case_id,
            asked_at=clock.now(),
            reason=decided["answer"],
            months=_months(cases[case_id].term_on, term_on),
            old_term_on=cases[case_id].term_on,
            **decided,
        )
        for case_id in case_ids
        if case_id not in asked
    )
    notify_each(
        actor,
        "placement.retain",
        [
            Notable(
                [member for member in (_asker(asked.get(case_id)), case.holder_id) if member],
                f"已留案：案件 {case.no}",
                f"案件 {case.no} 已留案，退案日期改为 {term_on}。{decided['answer']}",
                key=f"retained:{case_id}:{term_on}",
                case_id=case_id,
            )
            for case_id, case in cases.items()
        ],
    )


def _asker(asked: Retention | None) -> int | None:
    return asked.asked_by_id if asked else None


def returned(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
    """A placement went back: nobody holds it any more and nothing is asked about it."""
    end_holdings(actor, case_ids, why="returned")
    Retention.objects.filter(case_id__in=case_ids, state=Retention.State.ASKED).update(
        state=Retention.State.DECLINED,
        decided_by_id=actor.membership_id,
        decided_at=clock.now(),
        answer=GONE,
    )


def _months(old: date | None, new: date) -> int:
    begin = old or clock.today()
    return max(1, (new.year - begin.year) * 12 + new.month - begin.month)
