"""The mediation centre of the browser tests, and one dispute that was filed and waits for its mediator."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

from django.contrib.auth.hashers import make_password

from anjie.access import registration
from anjie.access.actors import Actor
from anjie.access.models import Account
from anjie.desk.public import Case, move_case
from anjie.foundation import clock
from anjie.lines.mediation.application import actions
from anjie.lines.mediation.consent.actions import answer_for_oneself
from anjie.lines.mediation.mediators.models import Mediator
from anjie.services.bookings.rooms import save_room
from anjie.services.bookings.rules import OFFICE_HOURS
from anjie.services.files import own
from anjie.services.notices.models import TemplateIds
from anjie.services.papers.starters import load_starters
from anjie.services.people import queries
from anjie.services.people.actions import decide
from anjie.services.signing.by_sms import LINK
from tests.browser.served import LINK_TEMPLATE
from tests.lines.mediation.conftest import STORY, party
from tests.people import PASSWORD, World, member, unit

PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8"
    b"\xcf\xc0\xf0\x1f\0\5\0\1\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82"
)
MOBILES = {"贺兰": "13491230011", "邹远": "13491230012"}


def mediation_centre(world: World) -> None:
    """An institution with its staff, two mediators, a room, and the starting templates of its papers."""
    centre = world.units["调解"] = unit("institution", "TJ1", "城东调解委员会")
    for name, role in (("何审核", "reviewer"), ("许分配", "assigner"), ("韩档案", "archivist")):
        world.actors[name] = member(name, role, centre, "team")
    for name in ("吕调解", "施调解"):
        world.actors[name] = member(name, "mediator", centre, "own")
        Mediator.objects.create(membership_id=world[name].own_membership_id, institution=centre)
    save_room(
        world["钱管理"],
        name="一号调解室",
        place="城东司法所二楼",
        seats=6,
        unit_id=centre.pk,
        hours=OFFICE_HOURS,
    )
    load_starters(Actor.job("seed"), "mediation")


def approved(world: World) -> Case:
    """桑榆 against 乔远山, who has no account; both are being asked, and the vendor knows the message with a link."""
    TemplateIds.objects.create(code=LINK, sms_id=LINK_TEMPLATE, changed_at=clock.now())
    hers = party("桑榆", "13491230021")
    with_password(hers)
    case = actions.begin(hers, "neighbour")
    actions.fill(hers, case.pk, STORY | {"respondents": [{"name": "乔远山", "phone": "13491230022"}]})
    actions.submit(hers, case.pk)
    return move_case(world["何审核"], case.pk, "review.approve")


def with_password(*parties: Actor) -> None:
    """These accounts of the phone may sign in with :data:`PASSWORD`."""
    Account.objects.filter(pk__in=[one.account_id for one in parties]).update(
        password=make_password(PASSWORD), password_changed_at=clock.now(), must_change_password=False
    )


def to_review(world: World) -> Case:
    """温宁 against 骆成, who both have accounts with :data:`PASSWORD`; nobody has looked at it yet."""
    hers, his = party("温宁", "13491230041"), party("骆成", "13491230042")
    with_password(hers, his)
    case = actions.begin(hers, "neighbour")
    actions.fill(hers, case.pk, STORY | {"respondents": [{"name": "骆成", "phone": "13491230042"}]})
    return actions.submit(hers, case.pk)


def firm_returned(world: World) -> None:
    """城北建材商行, whose registration was returned yesterday for its address; it signs in with :data:`PASSWORD`."""
    # The code is the example of the standard that defines it; nobody's.
    facts = {
        "name": "城北建材商行",
        "credit_code": "91350100M000100Y43",
        "legal_representative": "虞长庚",
        "contact_name": "虞小满",
        "address": "城北区建材路",
    }
    with clock.stopped(clock.now() - timedelta(days=2)):
        firm = Actor.party(registration.register_enterprise("13491230051", facts, address=""))
        own.show_licence(firm, name="营业执照.png", file=BytesIO(PNG))
    with clock.stopped(clock.now() - timedelta(days=1)):
        shown = queries.enterprise(world["钱管理"], firm.own_account_id)["version"]
        decide(
            world["钱管理"],
            firm.own_account_id,
            passes=False,
            remarks={"address": "请写明门牌号"},
            note="",
            version=shown,
        )
    with_password(firm)


def waiting_for_a_mediator(world: World) -> Case:
    """贺兰 against 邹远, who both have accounts with :data:`PASSWORD` and are willing; it is filed."""
    hers, his = (party(name, mobile) for name, mobile in MOBILES.items())
    with_password(hers, his)
    case = actions.begin(hers, "neighbour")
    actions.fill(hers, case.pk, STORY | {"respondents": [{"name": "邹远", "phone": MOBILES["邹远"]}]})
    actions.submit(hers, case.pk)
    move_case(world["何审核"], case.pk, "review.approve")
    for who in (hers, his):
        answer_for_oneself(who, case.pk, willing=True)
    return move_case(world["许分配"], case.pk, "filing.accept")
