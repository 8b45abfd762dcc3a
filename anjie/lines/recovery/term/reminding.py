"""Reminds the collector and the clerk that a placement's term ends: once each at 30, 15, 7 and 3 days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db import connection, transaction

from anjie.access.actors import Actor
from anjie.desk.public import Case, cases_for, record_each
from anjie.foundation import clock
from anjie.lines.recovery.deeds import TermDeed
from anjie.lines.recovery.moves import IN_LITIGATION, IN_MEDIATION, OPEN, PAUSED
from anjie.services.notices.actions import Notable, notify_each
from anjie.services.terms.pausing import clock_note, standing_still
from anjie.services.terms.rules import REMIND_AT, reminder_due, reminder_text

REMINDED_STATES = [OPEN, PAUSED, IN_MEDIATION, IN_LITIGATION]
CHUNK = 500

_INSERT = """
INSERT INTO recovery_reminder (case_id, term_on, days, at)
SELECT * FROM unnest(%s::bigint[], %s::date[], %s::int[], %s::timestamptz[])
ON CONFLICT (case_id, term_on, days) DO NOTHING RETURNING case_id
"""


def remind_all(actor: Actor) -> int:
    """Give every reminder that is owed today and was not given yet; returns how many.

    Each chunk is a transaction of its own, so a job that is killed goes on where it stopped.
    """
    today = clock.today()
    return sum(_remind(actor, chunk, today) for chunk in _chunks(actor, today))


def _chunks(actor: Actor, today: date) -> Iterator[list[int]]:
    last = today + timedelta(days=max(REMIND_AT))
    ids = list(
        cases_for(actor, TermDeed.DUE_SEE)
        .filter(state__in=REMINDED_STATES, closed_at=None, term_on__gte=today, term_on__lte=last)
        .exclude(pk__in=standing_still())
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    for begin in range(0, len(ids), CHUNK):
        yield ids[begin : begin + CHUNK]


@transaction.atomic
def _remind(actor: Actor, ids: list[int], today: date) -> int:
    """Those of one chunk: the reminder's row decides whether it was given before, also between two jobs."""
    cases = cases_for(actor, TermDeed.DUE_SEE).filter(pk__in=ids)
    locked = cases.filter(state__in=REMINDED_STATES).exclude(pk__in=standing_still()).order_by("pk")
    owed: dict[int, tuple[Case, int, int]] = {}
    for case in locked.select_for_update(of=("self",)):
        left = (case.term_on - today).days if case.term_on else -1
        if (days := reminder_due(left)) is not None:
            owed[case.pk] = (case, left, days)
    with connection.cursor() as cursor:
        cursor.execute(
            _INSERT,
            [
                list(owed),
                [case.term_on for case, _, _ in owed.values()],
                [days for _, _, days in owed.values()],
                [clock.now()] * len(owed),
            ],
        )
        given = sorted(row[0] for row in cursor.fetchall())
    record_each(
        actor, "term.reminded", {pk: {"days_left": owed[pk][1], "reminder": owed[pk][2]} for pk in given}
    )
    notes = dict(cases.filter(pk__in=given).values_list("pk", clock_note()))
    notables = []
    for pk in given:
        case, left, days = owed[pk]
        why = f"，{notes[pk]}" if notes[pk] else ""
        notables.append(
            Notable(
                [member for member in (case.holder_id, case.clerk_id) if member],
                f"案件还有 {left} 天到期",
                f"{reminder_text(left)}（案件 {case.no}，退案日期 {case.term_on}{why}）",
                key=f"term:{pk}:{case.term_on}:{days}",
                case_id=pk,
            )
        )
    notify_each(actor, "term.reminded", notables)
    return len(given)
