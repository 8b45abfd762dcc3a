"""What happens in the demo world while a dispute is mediated: calls noted, sessions held and booked, rooms, offers, more time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from anjie.access.actors import Actor
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.session import extension, meetings, offers, records, rooms
from anjie.lines.mediation.session.rules import audience_of, room_of
from anjie.lines.mediation.sides import sides_of
from anjie.services.approvals import actions as approvals
from anjie.services.bookings.actions import book_online, book_room
from anjie.services.bookings.models import Booking, Room
from anjie.services.files.actions import add_offline
from anjie.services.terms.working import working_calendar
from demo.story import Story, attempt, moment

Step = Callable[..., Any]
CALLS = (
    "电话联系双方，均表示愿意当面谈，申请人希望尽快。",
    "与被申请人通话四十分钟，对事实大体认可，对金额有异议。",
    "到现场查看，拍照留存，双方均在场。",
)
PROBLEMS = ("被申请人在外地，近两周不便到场，考虑线上调解。", "申请人提交的票据缺少原件，已请其补交。")
JOINT = "各位好，我是本案调解员。请双方在约定时间到场，带好身份证件和票据原件。"
ASKED = "这里只有您和我能看到。您能接受的最低数额是多少？我不会告诉对方。"
ANSWERED = "如果一次付清，可以少一些，最低八成。"


def hold(
    story: Story,
    step: Step,
    mediator: Actor,
    assigner: Actor,
    applicant: Actor,
    case_id: int,
    today: Callable[[], date],
) -> None:
    """Let a mediator who has taken the case work it, as far as the days of the story allow."""
    dice = story.dice
    key = f"demo-{case_id}"
    step(
        records.add_record,
        mediator,
        case_id,
        kind="contact",
        text=dice.choice(CALLS),
        key=f"{key}-1",
        hour=15,
    )
    _booked(story, step, mediator, case_id, today(), f"{key}-past")
    step(rooms.say, mediator, case_id, "joint", audience="everyone", text=JOINT, key=f"{key}-2", hour=9)
    sides = sides_of(case_id)
    hers = room_of(sides[0].pk)
    step(
        rooms.say, mediator, case_id, hers,
        audience=audience_of(hers), text=ASKED, key=f"{key}-3", hour=10,
    )  # fmt: skip
    step(
        rooms.say, applicant, case_id, hers,
        audience=audience_of(hers), text=ANSWERED, key=f"{key}-4", hour=20,
    )  # fmt: skip
    amount = Dispute.objects.select_related("case").get(case_id=case_id).case.amount * Decimal("0.8")
    limit = step(
        offers.take_down, mediator, case_id,
        of_id=sides[0].pk, kind="limit", text="一次付清的，可以接受八成。", amount=amount, key=f"{key}-5", hour=20,
    )  # fmt: skip
    if dice.random() < 0.6:
        made = step(
            offers.take_down, mediator, case_id,
            of_id=None, kind="offer", text="建议按九成计算，签订协议之日起十日内一次付清。",
            amount=(limit.amount or amount) * 9 / 8, key=f"{key}-6", hour=11,
        )  # fmt: skip
        for side in sides:
            step(offers.disclose, mediator, case_id, made.pk, side.pk, hour=11)
    step(
        records.add_record,
        mediator,
        case_id,
        kind="problem",
        text=dice.choice(PROBLEMS),
        key=f"{key}-7",
        hour=16,
    )
    if dice.random() < 0.5:
        _extended(story, step, mediator, assigner, case_id)
    _booked(story, step, mediator, case_id, story.today + timedelta(days=dice.randint(1, 6)), f"{key}-next")


def _online(mediator: Actor, case_id: int, span: tuple[datetime, datetime], key: str) -> Booking | None:
    """An online session with the link its mediator put in; nothing where he or the case is taken then."""
    booking = attempt(book_online, mediator, case_id, *span, key=key)
    if booking is not None:
        link = f"https://meeting.example/{booking.pk:06d}"
        meetings.enter_link(mediator, case_id, booking.pk, join_url=link, code=f"{booking.pk:09d}")
    return booking


def _booked(story: Story, step: Step, mediator: Actor, case_id: int, day: date, key: str) -> None:
    """A session on the next working day: in the first room that is free, or online; what is past was noted."""
    on = working_calendar().add(day, 1)
    hour = story.dice.choice((9, 10, 14, 15))
    span = moment(on, hour), moment(on, hour + 1, 30)
    if story.dice.random() < 0.35:
        booking = step(_online, mediator, case_id, span, key, hour=8)
    else:
        free = Room.objects.filter(is_active=True).order_by("seats")
        booking = None
        for room in free:
            booking = booking or step(attempt, book_room, mediator, room.pk, case_id, *span, key=key, hour=8)
    if booking is None or on >= story.today - timedelta(days=1):
        return
    step(
        add_offline, mediator, case_id,
        name=f"{on} 调解录像", kind="video", place="档案室 3 号柜移动硬盘 2", note="全程录像", hour=17,
    )  # fmt: skip
    text = "双方到场，陈述各自意见，争议集中在金额。已提出折中方案，双方回去考虑。"
    step(
        records.add_record, mediator, case_id,
        kind="session", text=text, booking_id=booking.pk, key=f"{key}-note", hour=17,
    )  # fmt: skip


def _extended(story: Story, step: Step, mediator: Actor, assigner: Actor, case_id: int) -> None:
    to_on = story.today + timedelta(days=story.dice.randint(20, 35))
    reason = "等待鉴定机构出具意见，双方均同意延期。"
    asked = step(attempt, extension.ask, mediator, case_id, to_on, reason, agreed=True, hour=9)
    if asked is not None and story.dice.random() < 0.6:
        step(attempt, approvals.decide, assigner, asked.pk, True, "同意。", hour=14)
