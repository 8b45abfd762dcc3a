"""What is said in the joint room and in each side's private room (N-12): every message names who sees it.

Whoever writes states the audience he was shown; where it is not the room's, nothing is sent. Notices go to those who
are in the room and nobody else, in the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any

from django.db import transaction
from django.db.models import Max, QuerySet

from anjie.access.actors import Actor
from anjie.access.models import Membership
from anjie.desk.public import Case, Party
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound
from anjie.lines.mediation.session import rules
from anjie.lines.mediation.session.models import RoomMessage, RoomSeen
from anjie.lines.mediation.session.rules import JOINT, room_of
from anjie.lines.mediation.session.wall import (
    TALKING,
    as_mediator,
    as_side,
    mediators_of,
    require_state,
)
from anjie.lines.mediation.sides import SIDES, called, sides_of
from anjie.services.files import store
from anjie.services.files.models import Blob
from anjie.services.files.rules import check_size, check_type, media_type_of, tidy_name
from anjie.services.notices.actions import Member, tell

PAGE = 100
LARGEST = 20 * 1024 * 1024
KINDS = ("picture", "document", "audio")


@dataclass(frozen=True)
class Sent:
    """A file as somebody sends it: open for reading, with the name he gave it."""

    file: IO[bytes]
    name: str


@dataclass(frozen=True)
class Seat:
    """Somebody in a room of a case: ``reader`` is the party he is, nothing for a mediator."""

    case: Case
    party: Party | None
    """Whose private room it is; nothing for the joint one."""
    reader: Party | None
    sides: Sequence[Party]
    """Every party of the case, who left it too: of each message it is known who saw it."""

    @property
    def room(self) -> str:
        """The room's code."""
        return room_of(self.party.pk) if self.party else JOINT

    @property
    def audience(self) -> str:
        """Who sees what is said here, in this reader's words."""
        return self.audience_at(clock.now())

    def audience_at(self, at: datetime) -> str:
        """The same of what was said at an instant: who has left since did see it."""
        there = [one.person.name for one in self.sides if one.left_at is None or one.left_at > at]
        if self.party is None:
            return rules.audience_label(there)
        own = self.reader is not None and self.reader.pk == self.party.pk
        return rules.audience_label(there, owner=called(self.party), own=own)


def seat(actor: Actor, case_id: int, room: str, *, lock: bool = False) -> Seat:
    """The actor's seat in a room; another party's private room is not there for a party."""
    if actor.is_party:
        case, own = as_side(actor, case_id, lock=lock)
        private = own if room == room_of(own.pk) else None
    else:
        case, own = as_mediator(actor, case_id, lock=lock), None
        private = next((one for one in sides_of(case.pk) if room == room_of(one.pk)), None)
    if room != JOINT and private is None:
        raise NotFound("沟通室")
    return Seat(case, private, own, _all_sides(case))


def rooms_of(actor: Actor, case_id: int) -> list[dict[str, Any]]:
    """The rooms this actor may enter, the joint one first, each with who sees what is said there and what is new."""
    if actor.is_party:
        case, own = as_side(actor, case_id)
        private = [own]
    else:
        case, own = as_mediator(actor, case_id), None
        private = sides_of(case.pk)
    seen = dict(
        RoomSeen.objects.filter(case=case, account_id=actor.own_account_id).values_list("room", "message_id")
    )
    sides = _all_sides(case)
    seats = [Seat(case, party, own, sides) for party in (None, *private)]
    return [_room(actor, one, seen.get(one.room, 0)) for one in seats]


def _all_sides(case: Case) -> list[Party]:
    return list(Party.objects.filter(case=case, part__in=SIDES).select_related("person").in_order())


def messages_of(actor: Actor, case_id: int, room: str, *, after: int = 0) -> dict[str, Any]:
    """What was said in a room since the message ``after``, the oldest first; the last hundred at first."""
    here = seat(actor, case_id, room)
    said = _said(here).filter(pk__gt=after).select_related("blob", "by")
    page = sorted(said.order_by("-id")[:PAGE], key=lambda one: one.pk)
    return {
        "room": here.room,
        "audience": rules.audience_of(here.room),
        "audience_label": here.audience,
        "rows": [row(actor, here, one) for one in page],
    }


@transaction.atomic
def say(
    actor: Actor,
    case_id: int,
    room: str,
    *,
    audience: str,
    key: str,
    text: str = "",
    file: Sent | None = None,
) -> dict[str, Any]:
    """Say something in a room; ``audience`` is the one the writer was shown. The same ``key`` again is one message."""
    here = seat(actor, case_id, room, lock=True)
    rules.check_audience(room, audience)
    own = _own(actor)
    there = RoomMessage.objects.filter(case=here.case, key=key, **own).select_related("blob", "by").first()
    if there is not None:
        _same_room(here, there)
        return row(actor, here, there)
    require_state(here.case, TALKING, "发送消息")
    tidy = rules.check_text(text, "消息") if file is None or text.strip() else ""
    blob, name = _kept(file) if file is not None else (None, "")
    made = RoomMessage.objects.create(
        case=here.case,
        party=here.party,
        audience=rules.audience_of(room),
        text=tidy,
        blob=blob,
        file_name=name,
        name=actor.name[:60],
        at=clock.now(),
        key=key,
        **own,
    )
    _tell(actor, here, made)
    return row(actor, here, made)


def mark_seen(actor: Actor, case_id: int, room: str, message_id: int) -> None:
    """Note how far the actor has read a room; what was read stays read."""
    here = seat(actor, case_id, room)
    last = _said(here).aggregate(last=Max("id"))["last"] or 0
    seen, _ = RoomSeen.objects.get_or_create(
        case=here.case, room=room, account_id=actor.own_account_id, defaults={"message_id": 0}
    )
    RoomSeen.objects.filter(pk=seen.pk, message_id__lt=min(message_id, last)).update(
        message_id=min(message_id, last)
    )


def file_behind(actor: Actor, case_id: int, room: str, message_id: int) -> tuple[RoomMessage, Blob]:
    """The file of a message in a room the actor may enter."""
    here = seat(actor, case_id, room)
    found = _said(here).filter(pk=message_id).select_related("blob").first()
    if found is None or found.blob is None:
        raise NotFound("文件")
    return found, found.blob


def row(actor: Actor, here: Seat, one: RoomMessage) -> dict[str, Any]:
    """One message as this reader sees it, with who else sees it."""
    mine = one.account_id == actor.account_id if actor.is_party else one.by_id == actor.membership_id
    return {
        "id": one.pk,
        "audience": one.audience,
        "audience_label": here.audience_at(one.at),
        "text": one.text,
        "file": {"name": one.file_name, "size": one.blob.size, "media_type": one.blob.media_type}
        if one.blob
        else None,
        "name": one.name,
        "from_mediator": one.by_id is not None,
        "is_mine": mine,
        "at": one.at,
    }


def _room(actor: Actor, here: Seat, seen: int) -> dict[str, Any]:
    said = _said(here)
    new = said.filter(pk__gt=seen)
    new = new.exclude(**_own(actor))
    last = said.order_by("-id").first()
    return {
        "room": here.room,
        "name": _name_of(here),
        "is_private": here.room != JOINT,
        "audience": rules.audience_of(here.room),
        "audience_label": here.audience,
        "unread": new.count(),
        "last_at": last.at if last else None,
        "may_say": here.case.state in TALKING,
    }


def _name_of(here: Seat) -> str:
    if here.party is None:
        return "共同沟通室"
    if here.reader:
        return "与调解员单独沟通"
    return f"与{here.party.person.name}单独沟通"


def _own(actor: Actor) -> dict[str, int]:
    """What marks the actor's own messages."""
    return {"account_id": actor.own_account_id} if actor.is_party else {"by_id": actor.own_membership_id}


def _said(here: Seat) -> QuerySet[RoomMessage]:
    return RoomMessage.objects.filter(case=here.case, party=here.party)


def _same_room(here: Seat, there: RoomMessage) -> None:
    if there.party_id != (here.party.pk if here.party else None):
        raise Invalid("rooms.key_used", "该消息已在另一个沟通室发出。请刷新页面后重试。")


def _kept(sent: Sent) -> tuple[Blob, str]:
    name = tidy_name(sent.name)
    content = store.examine(store.parts_of(sent.file))
    check_size(name, content.size, LARGEST)
    found = check_type(name, content.head)
    if found.kind not in KINDS:
        raise Invalid("rooms.file_type", f"不能发送“{found.label}”。请发送图片、PDF、Word、Excel 或录音。")
    store.check_room(content.size)
    return store.keep(content, media_type_of(found, name), store.parts_of(sent.file)), name


def _tell(actor: Actor, here: Seat, made: RoomMessage) -> None:
    """Tell everybody else in the room: each side in the words it reads there, mediators in theirs."""
    earlier = _said(here).filter(pk__lt=made.pk, at__date=clock.local(made.at).date())
    first = not earlier.exists()
    template = "mediation.message_first" if first else "mediation.message"
    parties = [here.party] if here.party else [one for one in here.sides if one.left_at is None]
    for party in parties:
        to = [party.account_id] if party.account_id else []
        _tell_one(actor, template, made, Seat(here.case, here.party, party, here.sides), to)
    colleagues = [Member(pk) for pk in mediators_of(here.case.pk) if pk != actor.membership_id]
    _tell_one(actor, template, made, Seat(here.case, here.party, None, here.sides), colleagues)


def _tell_one(
    actor: Actor, template: str, made: RoomMessage, where: Seat, to: Iterable[int | Membership | Member]
) -> None:
    name = _name_of(where)
    tell(
        actor,
        list(to),
        template,
        {
            "no": where.case.no, "case_id": where.case.pk, "room": name, "audience": where.audience,
            "what": name, "where": where.case.no, "at": made.at,
        },
        key=f"mediation.message:{made.pk}",
        case_id=where.case.pk,
        link="" if where.reader else f"/mediation/cases/{where.case.pk}?tab=rooms&room={where.room}",
    )  # fmt: skip
