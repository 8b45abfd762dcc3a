"""The sessions of a case as staff and as its parties see them, and the catalogue of what is kept offline."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db.models import Q

from anjie.access.actors import Actor
from anjie.desk.public import DeskDeed, case_for, reach_of
from anjie.foundation import clock
from anjie.lines.mediation.deeds import SessionDeed
from anjie.lines.mediation.session.models import OnlineMeeting, Recording
from anjie.lines.mediation.session.wall import as_side
from anjie.ports.meeting import meeting
from anjie.services.bookings.deeds import BookingDeed
from anjie.services.bookings.models import Booking
from anjie.services.bookings.queries import row as booking_row
from anjie.services.files.models import CaseFile


def sessions_of(actor: Actor, case_id: int) -> dict[str, Any]:
    """The bookings of a case within reach with their online meetings and recordings, the next first, past ones after."""
    case = case_for(actor, DeskDeed.CASES_SEE, case_id)
    found = Booking.objects.filter(case=case).select_related("room", "case", "by__account", "online_meeting")
    recordings = defaultdict(list)
    if actor.may(SessionDeed.RECORDS_SEE):
        for one in Recording.objects.filter(booking__case=case):
            recordings[one.booking_id].append({"id": one.pk, "at": one.at})
    now = clock.now()
    rows = [
        booking_row(actor, one, {case.pk})
        | {
            "is_over": one.to_at <= now,
            "meeting": _meeting(getattr(one, "online_meeting", None)),
            "recordings": recordings[one.pk],
        }
        for one in found
    ]
    coming = [row for row in rows if not row["is_over"] and not row["cancelled"]]
    rest = [row for row in rows if row["is_over"] or row["cancelled"]]
    port = meeting()
    return {
        "rows": coming + rest[::-1],
        "count": len(rows),
        "may_book": actor.may(BookingDeed.BOOK) and case.closed_at is None,
        "meeting_live": port.live,
        "meeting_about": port.about,
    }


def _meeting(asked: OnlineMeeting | None) -> dict[str, Any] | None:
    if asked is None:
        return None
    return {"state": asked.state, "state_label": asked.get_state_display(), "failure": asked.failure}


def my_sessions(actor: Actor, case_id: int) -> list[dict[str, Any]]:
    """When and where a party is to come, or by which link; the next first, past and cancelled ones after."""
    case, _ = as_side(actor, case_id)
    now = clock.now()
    rows = [
        {
            "id": one.pk,
            "kind": one.kind,
            "kind_label": one.get_kind_display(),
            "from_at": one.from_at,
            "to_at": one.to_at,
            "place": one.room.place if one.room else "",
            "room_name": one.room.name if one.room else "",
            "cancelled": one.cancelled_at is not None,
            "reason": one.reason,
            "is_over": one.to_at <= now,
            "join_url": "" if one.cancelled_at or one.to_at <= now else one.join_url,
            "meeting_code": one.meeting_code,
            "meeting_password": one.meeting_password,
        }
        for one in Booking.objects.filter(case=case).select_related("room").order_by("from_at", "id")
    ]
    coming = [row for row in rows if not row["is_over"] and not row["cancelled"]]
    return coming + [row for row in rows if row["is_over"] or row["cancelled"]][::-1]


def catalogue(actor: Actor, *, q: str = "", kind: str = "", page: int = 1, size: int = 50) -> dict[str, Any]:
    """What of the disputes within reach is kept offline, found by name, place, note or case; the latest first."""
    actor.require(SessionDeed.RECORDS_SEE)
    found = CaseFile.objects.filter(
        reach_of(actor, "case__"), case__line="mediation", deleted_at__isnull=True
    ).exclude(offline_place="")
    for word in q.split()[:5]:
        found = found.filter(
            Q(name__icontains=word)
            | Q(offline_place__icontains=word)
            | Q(note__icontains=word)
            | Q(case__no__istartswith=word)
            | Q(case__title__icontains=word)
        )
    if kind:
        found = found.filter(kind=kind)
    begin = (page - 1) * size
    shown = found.select_related("case", "by__account").order_by("-at", "-id")[begin : begin + size]
    return {
        "rows": [
            {
                "id": one.pk,
                "case_id": one.case_id,
                "case_no": one.case.no,
                "case_title": one.case.title,
                "name": one.name,
                "kind": one.kind,
                "kind_label": one.get_kind_display(),
                "place": one.offline_place,
                "note": one.note,
                "by": one.added_by,
                "at": one.at,
            }
            for one in shown
        ],
        "count": found.count(),
        "kinds": [{"kind": code, "label": label} for code, label in CaseFile.Kind.choices],
    }
