"""Who sees a message, when mediating may still be done, how a term ends and how far it may be extended: plain values in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from anjie.foundation.refusals import Invalid, Refusal
from anjie.services.terms.rules import next_worked

JOINT = "joint"
"""The joint room; each party has a private room with the mediators besides, see :func:`room_of`."""
EVERYONE = "everyone"
REMIND_AT = (15, 7, 3, 1)
"""Days before the end of a mediation's term at which its mediators are reminded, once each."""
LONGEST_EXTENSION = 60
"""Days one extension may add; the next is asked anew."""
MOST_LETTERS = 4000


def room_of(party_id: int) -> str:
    """The code of a party's private room."""
    return f"p{party_id}"


def audience_of(room: str) -> str:
    """The code of who sees what is said in a room."""
    return EVERYONE if room == JOINT else f"mediators+{room}"


def audience_label(names: Sequence[str], *, owner: str = "", own: bool = False) -> str:
    """Who sees what is said in a room, in the words of who reads it.

    A private room is its ``owner``'s (``own`` where he reads it himself); in the joint one are all of ``names``.
    """
    if own:
        return "仅您与调解员可见"
    if owner:
        return f"仅{owner}与调解员可见"
    return "双方可见" if len(names) <= 2 else f"全体当事人与调解员可见：{'、'.join(names)}"


def check_audience(room: str, stated: str) -> None:
    """Refuse a message whose sender was shown another audience than the room's."""
    meant = audience_of(room)
    if stated == meant:
        return
    raise Refusal(
        "rooms.audience_differs",
        f"消息没有发出：您看到的是“{_shown(stated)}”，而这里是“{_shown(meant)}”的沟通室。"
        "请刷新页面，确认谁能看到后重新发送。",
        room=room,
        stated=stated[:40],
    )


def _shown(audience: str) -> str:
    if audience == EVERYONE:
        return "双方可见"
    return "仅一方与调解员可见" if audience.startswith("mediators+") else "未标明谁可见"


def check_text(text: str, what: str, *, most: int = MOST_LETTERS) -> str:
    """The text without blanks around it; empty or too long is refused."""
    tidy = text.strip()
    if not tidy:
        raise Invalid("session.empty", f"{what}没有内容。请填写后提交。")
    if len(tidy) > most:
        raise Invalid(
            "session.long", f"{what}最多 {most} 个字，现为 {len(tidy)} 个字。请精简后提交。", length=len(tidy)
        )
    return tidy


def not_open(no: str, state: str, label: str, among: tuple[str, ...], what: str) -> Refusal | None:
    """The refusal of a deed that belongs to other states, or nothing."""
    if state in among:
        return None
    return Refusal(
        "session.wrong_state", f"案件 {no} 当前为“{label}”，不能{what}。请刷新后重试。", state=state
    )


def last_day(start: date, days: int, is_working: Callable[[date], bool]) -> date:
    """The last day of a term of so many days: one that ends on a day off ends on the next working day (民法典 203)."""
    return next_worked(start + timedelta(days=days), is_working)


def check_extension(no: str, term_on: date | None, to_on: date, today: date, *, agreed: bool) -> None:
    """Refuse an extension that is none, too long, or that the parties have not agreed to."""
    if term_on is None:
        raise Refusal("extension.no_term", f"案件 {no} 没有调解期限，无需延期。")
    if not agreed:
        raise Refusal(
            "extension.not_agreed",
            "延长调解期限须经双方当事人同意。请先征得双方同意，并在申请中确认。",
        )
    if to_on <= max(term_on, today):
        raise Invalid(
            "extension.backwards",
            f"新的期限 {to_on} 不晚于{'现期限 ' + str(term_on) if term_on >= today else '今天'}。请选择更晚的日期。",
            term_on=str(term_on),
        )
    if (to_on - max(term_on, today)).days > LONGEST_EXTENSION:
        raise Invalid(
            "extension.too_long",
            f"一次最多延长 {LONGEST_EXTENSION} 天（自 {max(term_on, today)} 起）。请改选日期，到期前可再次申请。",
            most=LONGEST_EXTENSION,
        )


def reminder_due(days_left: int) -> int | None:
    """The one reminder owed with so many days left, 0 once it is over; earlier ones have lapsed."""
    if days_left < 0:
        return 0
    return next((days for days in reversed(REMIND_AT) if days_left <= days), None)


def reminder_text(no: str, term_on: date, days_left: int, working_left: int) -> str:
    """What a mediator reads."""
    if days_left < 0:
        return f"案件 {no} 的调解期限 {term_on} 已过 {-days_left} 天。请申请延期，或尽快结案。"
    left = "今天到期" if days_left == 0 else f"还有 {days_left} 天到期（{working_left} 个工作日）"
    return f"案件 {no} 的调解期限 {term_on} {left}。需要延期请提前申请。"
