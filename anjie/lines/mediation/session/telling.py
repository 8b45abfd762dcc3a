"""What parties and mediators are told while a case is mediated: times, links, messages, offers, longer terms.

What is said in a room or offered never stands in a notice: it names the case and who sees it, no more.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from anjie.access.actors import Actor
from anjie.desk.public import Case, Party, accounts_of
from anjie.foundation import clock
from anjie.lines.mediation.sides import SIDES
from anjie.services.bookings.models import Booking
from anjie.services.notices.actions import tell
from anjie.services.notices.templates import Template, declare

PAGE = "party/case?id={case_id}"
SESSIONS, ROOMS, OFFERS = (f"party/{page}?id={{case_id}}" for page in ("sessions", "rooms", "offers"))


def _template(
    code: str, label: str, title: str, text: str, *, page: str = PAGE, third: str = "at", sms: bool = True,
    stale: str = "",
) -> Template:  # fmt: skip
    return Template(
        code,
        label,
        title,
        text,
        wechat=(("thing1", "what"), ("thing2", "where"), ("time3", third)),
        page=page,
        sms="parties" if sms else "never",
        sms_params=("no", "what", "when") if third == "from_at" else ("no", "what"),
        stale_after=stale or timedelta(days=3),
    )


declare(
    _template("mediation.booked", "约定调解时间", "调解时间已确定", "{no} 定于 {when} 在{where}调解，请按时参加。",
              page=SESSIONS, third="from_at", stale="to_at"),
    _template("mediation.online_booked", "约定线上调解", "线上调解时间已确定",
              "{no} 定于 {when} 线上调解，会议链接稍后另行通知。", page=SESSIONS, third="from_at", stale="to_at"),
    _template("mediation.online_ready", "线上调解链接", "线上调解可以加入",
              "{no} 定于 {when} 线上调解，会议号 {code}{password}。加入链接：{url}",
              page=SESSIONS, third="from_at", stale="to_at"),
    _template("mediation.booking_moved", "调解改期", "调解时间有变动", "{no} 的调解改为 {when}，在{where}。原因：{reason}",
              page=SESSIONS, third="from_at", stale="to_at"),
    _template("mediation.booking_cancelled", "调解取消", "调解时间已取消", "{no} 原定 {when} 的调解已取消。原因：{reason}",
              page=SESSIONS, third="from_at", stale="to_at"),
    _template("mediation.session_tomorrow", "调解前一天提醒", "明天有调解", "{no} 明天 {when} 在{where}调解，请按时参加。",
              page=SESSIONS, third="from_at", stale="from_at"),
    _template("mediation.extended", "调解期限延长", "调解期限已延长", "{no} 的调解期限延长至 {to_on}。"),
    _template("mediation.message", "沟通室消息", "沟通室有新消息", "{no} 的{room}有新消息（{audience}）。",
              page=ROOMS, sms=False),
    _template("mediation.message_first", "沟通室当天首条消息", "沟通室有新消息", "{no} 的{room}有新消息（{audience}）。",
              page=ROOMS),
    _template("mediation.offer_disclosed", "转达方案", "调解员向您转达了方案",
              "{no} 的调解员向您转达了一份方案，请在案件的“方案”中查看。", page=OFFERS),
)  # fmt: skip


def tell_sides(
    actor: Actor, case: Case, template: str, facts: dict[str, Any], *, key: str, only: Party | None = None
) -> int:
    """Tell the accounts of both sides (or of one party) once for this key; returns how many."""
    facts = {"no": case.no, "case_id": case.pk, "at": clock.now(), "where": case.no, **facts}
    to = accounts_of(case.pk, *SIDES) if only is None else [only.account_id] if only.account_id else []
    return tell(actor, to, template, facts, key=key, case_id=case.pk)


def span_of(booking: Booking) -> str:
    """When it is, as people read it: ``9月2日（周三）09:00–10:30``."""
    begins, ends = clock.local(booking.from_at), clock.local(booking.to_at)
    return (
        f"{begins.month}月{begins.day}日（周{'一二三四五六日'[begins.weekday()]}）{begins:%H:%M}–{ends:%H:%M}"
    )


def where_of(booking: Booking) -> str:
    """Where it is: the room's place and name, or online."""
    return f"{booking.room.place} {booking.room.name}" if booking.room else "线上"


def of_booking(booking: Booking, what: str, **facts: Any) -> dict[str, Any]:
    """The facts of a notice about a booking."""
    return {
        "what": what,
        "when": span_of(booking),
        "where": where_of(booking),
        "from_at": booking.from_at,
        "to_at": booking.to_at,
        **facts,
    }


def key_of(template: str, booking: Booking, more: str = "") -> str:
    """One notice for one time: moved, it is another."""
    return f"{template}:{booking.pk}:{_stamp(booking.from_at)}:{_stamp(booking.to_at)}:{booking.room_id or 0}{more}"


def _stamp(at: datetime) -> str:
    return f"{int(at.timestamp())}"


def offer_disclosed(actor: Actor, case: Case, party: Party, offer_id: int) -> None:
    """Tell one party that an offer is there to be read."""
    tell_sides(
        actor,
        case,
        "mediation.offer_disclosed",
        {"what": "调解员转达方案"},
        key=f"mediation.offer_disclosed:{offer_id}:{party.pk}",
        only=party,
    )


def extended(actor: Actor, case: Case, to_on: date, approval_id: int) -> None:
    """Tell both sides of the longer term."""
    _later(actor, case, to_on, f"mediation.extended:{approval_id}")


def moved_on(actor: Actor, case: Case, to_on: date, pause_id: int) -> None:
    """Tell both sides of the term that ends later because its clock stood still."""
    _later(actor, case, to_on, f"mediation.moved_on:{pause_id}")


def _later(actor: Actor, case: Case, to_on: date, key: str) -> None:
    facts = {"what": f"调解期限延长至 {to_on}", "to_on": to_on}
    tell_sides(actor, case, "mediation.extended", facts, key=key)
