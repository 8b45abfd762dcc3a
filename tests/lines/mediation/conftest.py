"""The mediation centre of the tests: an institution, its staff, mediators, and two people who quarrel."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from anjie.access.accounts import PLACE
from anjie.access.actors import Actor
from anjie.access.models import Account, Membership
from anjie.desk.public import Case, Party, move_case
from anjie.foundation import clock, masks
from anjie.foundation.sealed import Field, sealer
from anjie.lines.mediation.application import actions
from anjie.lines.mediation.consent.actions import answer_for_oneself
from anjie.lines.mediation.mediators import actions as mediators
from anjie.lines.mediation.mediators.models import Mediator
from anjie.ports.robot import robot
from anjie.services.notices.models import Notice
from tests.people import World, member, unit
from tests.vendors import FakeRobot

NOON = "2026-09-01T12:00:00+08:00"
STORY: dict[str, Any] = {
    "happened_on": date(2026, 8, 1),
    "description": "楼上漏水三个月，天花板和地板都已损坏，多次协商没有结果。",
    "claim": "赔偿维修费用并修好水管。",
    "amount": "8600.00",
    "respondents": [{"name": "秦海涛", "phone": "13491230002"}],
}


def party(name: str, mobile: str, kind: str = "person") -> Actor:
    """Somebody who registered with this mobile, signed in as himself."""
    account = Account.objects.create(username=f"m{mobile}", name=name, kind=kind)
    account.mobile_sealed = sealer().seal(mobile, PLACE, account.pk)
    account.mobile_index = sealer().index(mobile, Field.PHONE)
    account.mobile_mask = masks.phone(mobile)
    account.save()
    return Actor.party(account)


def mediator(name: str, at: Any, *, specialties: tuple[str, ...] = ()) -> Actor:
    """A mediator of an institution."""
    actor = member(name, "mediator", at, "own")
    Mediator.objects.create(
        membership=Membership.objects.get(pk=actor.membership_id),
        institution=at,
        specialties=list(specialties),
    )
    return actor


@pytest.fixture
def noon():
    with clock.stopped(NOON):
        yield


WU = {"name": "邬兰", "phone": "13491230021"}


@pytest.fixture
def centre(world: World, noon: None) -> World:
    """The world with a mediation centre in it."""
    institution = unit("institution", "TJ1", "城东调解委员会")
    world.units["调解"] = institution
    world.actors |= {
        "何审核": member("何审核", "reviewer", institution, "team"),
        "许分配": member("许分配", "assigner", institution, "team"),
        "韩档案": member("韩档案", "archivist", institution, "team"),
        "吕调解": mediator("吕调解", institution, specialties=("neighbour",)),
        "施调解": mediator("施调解", institution),
        "沈梅": party("沈梅", "13491230001"),
        "秦海涛": party("秦海涛", "13491230002"),
        "外人": party("外人", "13491230003"),
    }
    return world


@pytest.fixture
def two(centre: World) -> World:
    """The centre, and 邬兰, who registered with her number."""
    centre.actors["邬兰"] = party("邬兰", WU["phone"])
    return centre


@pytest.fixture
def held() -> Iterator[FakeRobot]:
    """A robot that calls nobody and says what the test tells it to."""
    with robot.held_by(FakeRobot()) as port:
        assert isinstance(port, FakeRobot)
        yield port


def submitted(centre: World, **told: Any) -> Case:
    """沈梅's application against 秦海涛, handed in."""
    case = actions.begin(centre["沈梅"], "neighbour")
    actions.fill(centre["沈梅"], case.pk, STORY | told)
    return actions.submit(centre["沈梅"], case.pk)


def consenting(centre: World) -> Case:
    """The same, approved: both are being asked."""
    return move_case(centre["何审核"], submitted(centre).pk, "review.approve")


def filed(centre: World) -> Case:
    """The same, both willing and filed: it waits for a mediator."""
    case = consenting(centre)
    for name in ("沈梅", "秦海涛"):
        answer_for_oneself(centre[name], case.pk, willing=True)
    return move_case(centre["许分配"], case.pk, "filing.accept")


def mediating(centre: World, *names: str) -> Case:
    """The same, given to these mediators (吕调解 alone), who have taken it."""
    case, chosen = filed(centre), names or ("吕调解",)
    mediators.appoint(centre["许分配"], case.pk, [centre[name].own_membership_id for name in chosen])
    for name in chosen:
        mediators.accept(centre[name], case.pk)
    case.refresh_from_db()
    return case


def party_of(case: Case, who: str) -> Party:
    """The party with this part, or of this name."""
    found = Party.objects.select_related("person").filter(case=case)
    return found.get(part=who) if who in Party.Part.values else found.get(person__name=who)


def room(case: Case, who: str) -> str:
    """The joint room's code, or that of the private room of the party with this part or name."""
    return who if who == "joint" else f"p{party_of(case, who).pk}"


def told_since(centre: World, name: str, verb: str = "") -> list[Notice]:
    """The notices somebody had of the kinds that begin so, oldest first: as a party by account, as staff by membership."""
    who = centre[name]
    mine = {"account_id": who.account_id} if who.is_party else {"membership_id": who.membership_id}
    return list(Notice.objects.filter(verb__startswith=verb, **mine).order_by("id"))
