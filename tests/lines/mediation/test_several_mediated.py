"""Several respondents while one mediator works with them: each has a room of his own; who leaves sees nothing more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from anjie.desk.public import Case, move_case
from anjie.foundation import clock
from anjie.foundation.refusals import NotFound, Refusal
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.consent.actions import answer_for_oneself
from anjie.lines.mediation.mediators import actions as mediators
from anjie.lines.mediation.session import offers, rooms
from anjie.services.papers import actions as papers
from anjie.services.signing import actions as signing
from anjie.services.signing import queries as signers
from anjie.services.signing.actions import SignerFacts
from anjie.services.signing.models import Offer
from tests.http import Browser
from tests.lines.mediation import closings
from tests.lines.mediation.conftest import party_of, room, told_since
from tests.lines.mediation.test_rooms import audience, phone
from tests.lines.mediation.test_several_parties import consenting
from tests.papers import word
from tests.people import World
from tests.services.signing.conftest import Codes, sms

__all__ = ["sms"]


def mediating(centre: World) -> Case:
    case = consenting(centre)
    for name in ("沈梅", "秦海涛", "邬兰"):
        answer_for_oneself(centre[name], case.pk, willing=True)
    move_case(centre["许分配"], case.pk, "filing.accept")
    mediators.appoint(centre["许分配"], case.pk, [centre["吕调解"].own_membership_id])
    mediators.accept(centre["吕调解"], case.pk)
    case.refresh_from_db()
    return case


def test_each_has_a_room_of_his_own_and_every_message_names_who_sees_it(two: World) -> None:
    case = mediating(two)
    assert [one["name"] for one in rooms.rooms_of(two["吕调解"], case.pk)] == [
        "共同沟通室", "与沈梅单独沟通", "与秦海涛单独沟通", "与邬兰单独沟通",
    ]  # fmt: skip
    hers, his = room(case, "邬兰"), room(case, "秦海涛")
    rooms.say(
        two["邬兰"],
        case.pk,
        hers,
        audience=audience(case, "邬兰"),
        text="我只担保了一半。",
        key="tap-00001",
    )
    joint = "全体当事人与调解员可见：沈梅、秦海涛、邬兰"
    said = rooms.say(two["吕调解"], case.pk, "joint", audience="everyone", text="周三见。", key="tap-00002")
    assert said["audience_label"] == joint
    for name in ("秦海涛", "沈梅"):
        assert [one["room"] for one in rooms.rooms_of(two[name], case.pk)] == ["joint", room(case, name)]
        answer = phone(two, name).get(f"/api/mediation/mine/{case.pk}/rooms/{hers}/messages")
        assert answer.status_code == 404 and "担保" not in answer.content.decode()
        assert len(told_since(two, name, "mediation.message")) == 1
    shown = rooms.messages_of(two["吕调解"], case.pk, hers)
    assert shown["rows"][0]["audience_label"] == "仅被申请人邬兰与调解员可见"
    with pytest.raises(NotFound):
        rooms.messages_of(two["邬兰"], case.pk, his)


def test_an_offer_reaches_the_one_it_is_shown_to_and_not_the_respondent_beside_him(two: World) -> None:
    case = mediating(two)
    offer = offers.take_down(
        two["吕调解"],
        case.pk,
        of_id=party_of(case, "沈梅").pk,
        kind="offer",
        text="付五千",
        key="tap-00003",
    )
    offers.disclose(two["吕调解"], case.pk, offer.pk, party_of(case, "邬兰").pk)
    assert offers.shown_to_me(two["秦海涛"], case.pk) == []
    assert [one["text"] for one in offers.shown_to_me(two["邬兰"], case.pk)] == ["付五千"]
    assert told_since(two, "秦海涛", "mediation.offer") == []
    limit = offers.take_down(
        two["吕调解"],
        case.pk,
        of_id=party_of(case, "邬兰").pk,
        kind="limit",
        text="三千",
        key="tap-00004",
    )
    with pytest.raises(Refusal) as refused:
        offers.disclose(two["吕调解"], case.pk, limit.pk, party_of(case, "秦海涛").pk)
    assert refused.value.code == "offers.limit"


def test_the_mediator_lets_one_go_who_then_sees_nothing_more(two: World) -> None:
    case = mediating(two)
    rooms.say(two["吕调解"], case.pk, "joint", audience="everyone", text="周三见。", key="tap-00001")
    wu = party_of(case, "邬兰").pk
    path = f"/api/mediation/cases/{case.pk}/parties/{wu}/leave-mediation"
    assert Browser(two["施调解"]).post(path, {"reason": "x"}).status_code == 404
    shown = Browser(two["吕调解"]).get(f"/api/mediation/cases/{case.pk}/application").json()["parties"]
    assert [one["name"] for one in shown if one["may_leave"]] == ["秦海涛", "邬兰"]
    with clock.stopped("2026-09-01T13:00:00+08:00"):
        assert Browser(two["吕调解"]).post(path, {"reason": "不再参加"}).status_code == 200
    with pytest.raises(NotFound):
        rooms.messages_of(two["邬兰"], case.pk, "joint")
    with clock.stopped("2026-09-01T14:00:00+08:00"):
        rooms.say(two["吕调解"], case.pk, "joint", audience="everyone", text="改周四。", key="tap-00002")
    # what she saw stays said to her, what comes after is not
    labels = [one["audience_label"] for one in rooms.messages_of(two["秦海涛"], case.pk, "joint")["rows"]]
    assert labels == ["全体当事人与调解员可见：沈梅、秦海涛、邬兰", "双方可见"]
    assert len(told_since(two, "邬兰", "mediation.message")) == 1
    assert Dispute.objects.get(case=case).invited_at


def test_nobody_leaves_while_a_paper_lies_with_him_to_sign(
    two: World, sms: Codes, settings: Any, tmp_path: Path
) -> None:
    desk = Browser(two["吕调解"])
    with closings.papers_made(settings, tmp_path):
        # given a record of what 沈梅 and 秦海涛 said, on its way to both
        closings.template("record", "调解记录", ["agreed"], True, word("{{案件编号}}"))
        case = mediating(two)
        (paper,) = papers.produce(two["吕调解"], case.pk, "agreed")
        papers.finalise(two["吕调解"], paper.pk)
        mei, qin, wu = (
            SignerFacts(one["name"], "", one["part"], one["point_id"])
            for one in signers.candidates(two["吕调解"], paper.pk)
        )
        offer, _ = signing.offer(two["吕调解"], paper.pk, [mei, qin])

        def leave(name: str) -> Any:
            path = f"/api/mediation/cases/{case.pk}/parties/{party_of(case, name).pk}/leave-mediation"
            return desk.post(path, {"reason": "不再参加"})

        # then he cannot leave, and she can, who is asked for no signature
        shown = desk.get(f"/api/mediation/cases/{case.pk}/application").json()["parties"]
        assert [one["name"] for one in shown if one["may_leave"]] == ["邬兰"]
        refused = leave("秦海涛")
        assert (refused.status_code, refused.json()["code"]) == (409, "party.paper_at_signers")
        assert "“调解记录”正在签署，涉及被申请人秦海涛。请先撤回" in refused.json()["message"]
        assert party_of(case, "秦海涛").left_at is None
        assert leave("邬兰").status_code == 200
        # and who has left is not asked to sign by a dialog that was opened before
        signing.stop(two["吕调解"], offer.pk, "改由全体签署")
        with pytest.raises(Refusal) as left:
            signing.offer(two["吕调解"], paper.pk, [mei, qin, wu])
        assert left.value.code == "signing.party_left" and "被申请人邬兰已退出" in left.value.message
        assert not Offer.objects.filter(state="open").exists()
