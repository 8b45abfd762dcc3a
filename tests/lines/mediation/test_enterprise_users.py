"""An enterprise's registration is reviewed; who decides on its application sees how it stands, and its licence."""

from __future__ import annotations

import io
from typing import Any

import pytest

from anjie.access import registration
from anjie.access.actors import Actor
from anjie.access.models import Account, TrailEntry
from anjie.desk.public import Case, Event
from anjie.foundation import clock
from anjie.foundation.refusals import Forbidden, NotFound, Refusal
from anjie.lines.mediation.application import actions, mine
from anjie.lines.mediation.application import queries as applications
from anjie.services.files import own
from anjie.services.people import actions as people
from anjie.services.people import queries
from anjie.services.people.models import Verification
from tests.http import Browser
from tests.lines.mediation.conftest import NOON, STORY, told_since
from tests.people import World

PNG = b"\x89PNG\r\n\x1a\n"
FIRM = {
    "name": "城东五金商行",
    "credit_code": "91350100M000100Y43",
    "legal_representative": "孔令书",
    "contact_name": "尤大海",
    "address": "城东区和平路 9 号",
}
AGENT = {"answers": {"agent_name": "尤大海", "agent_phone": "13491230031"}}
LATER = "2026-09-02T12:00:00+08:00"


@pytest.fixture
def firm(centre: World, settings: Any, tmp_path: Any) -> Actor:
    """An enterprise that registered, with its licence."""
    settings.MEDIA_ROOT = tmp_path
    actor = Actor.party(registration.register_enterprise("13491230031", FIRM, address=""))
    own.show_licence(actor, name="执照.png", file=io.BytesIO(PNG))
    centre.actors["五金商行"] = actor
    return actor


def decide(centre: World, firm: Actor, passes: bool, by: str = "钱管理", **given: Any) -> dict[str, Any]:
    seen = queries.enterprise(centre["钱管理"], firm.own_account_id)["version"]
    said = {"remarks": {}, "note": "", "version": seen} | given
    return people.decide(centre[by], firm.own_account_id, passes=passes, **said)


def applied(firm: Actor) -> Case:
    case = actions.begin(firm, "neighbour")
    actions.fill(firm, case.pk, STORY | AGENT)
    return actions.submit(firm, case.pk)


def test_what_is_returned_is_told_amended_and_waits_again(centre: World, firm: Actor) -> None:
    # when it is returned with a remark
    shown = decide(centre, firm, False, remarks={"licence": "照片模糊，请重拍"}, note="三日内修改")
    # then the owner is told what to mend
    assert shown["state"] == "returned"
    assert [notice.text for notice in told_since(centre, "五金商行", "people.")] == [
        "贵单位的注册资料需要修改：营业执照：照片模糊，请重拍；三日内修改。"
    ]
    assert queries.own_standing(firm) == {
        "state": "returned", "state_label": "已退回", "remarks": {"licence": "照片模糊，请重拍"},
        "note": "三日内修改", "at": clock.now(), "has_licence": True, "may_apply": True,
    }  # fmt: skip
    # and what it amends waits for the next review, which passes it
    with clock.stopped(LATER):
        own.show_licence(firm, name="执照2.png", file=io.BytesIO(PNG + b"2"))
        assert queries.own_standing(firm)["state"] == "waiting"  # type: ignore[index]
    with clock.stopped("2026-09-03T12:00:00+08:00"):
        assert decide(centre, firm, True)["state"] == "passed"
    assert [entry.facts["name"] for entry in TrailEntry.objects.filter(verb="people.verified")] == [
        "城东五金商行"
    ]


def test_a_passed_enterprise_that_changes_its_facts_waits_again(centre: World, firm: Actor) -> None:
    decide(centre, firm, True)
    with clock.stopped(LATER):
        registration.edit_profile(firm, {"legal_representative": "孔令奇"})
    assert queries.own_standing(firm)["state"] == "waiting"  # type: ignore[index]


@pytest.mark.parametrize(
    ("passes", "given", "code"),
    [
        (True, {"remarks": {"name": "不符"}}, "people.remarks_on_pass"),
        (False, {}, "people.nothing_to_mend"),
        (False, {"remarks": {"colour": "红"}}, "people.remark_unknown"),
        (True, {"version": "2020-01-01T00:00:00+00:00"}, "people.changed_meanwhile"),
    ],
)
def test_a_decision_that_says_nothing_or_comes_late_is_refused(
    centre: World, firm: Actor, passes: bool, given: dict[str, Any], code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        decide(centre, firm, passes, **given)
    assert (refused.value.code, Verification.objects.count()) == (code, 0)


def test_without_a_licence_nothing_passes(centre: World) -> None:
    bare = Actor.party(registration.register_enterprise("13491230032", FIRM, address=""))
    with pytest.raises(Refusal) as refused:
        decide(centre, bare, True)
    assert (refused.value.code, Verification.objects.count()) == ("people.no_licence", 0)


def test_a_reviewer_decides_on_who_applied_to_his_institution(centre: World, firm: Actor) -> None:
    """Given a firm that applied nowhere yet, it is out of the reviewer's reach; once it did, he may review it."""
    with pytest.raises(NotFound):
        decide(centre, firm, True, by="何审核")
    applied(firm)
    assert decide(centre, firm, True, by="何审核")["state"] == "passed"
    with pytest.raises(Forbidden):
        decide(centre, firm, False, by="许分配", note="不符")


def test_the_setting_decides_whether_an_unreviewed_enterprise_may_apply(centre: World, firm: Actor) -> None:
    case = actions.begin(firm, "neighbour")
    actions.fill(firm, case.pk, STORY | AGENT)
    people.set_policy(centre["钱管理"], unverified_may_apply=False)
    with pytest.raises(Refusal) as refused:
        actions.submit(firm, case.pk)
    case.refresh_from_db()
    assert (refused.value.code, case.state) == ("people.unverified", "draft")
    assert "待审核" in refused.value.message
    with pytest.raises(Refusal):
        actions.begin(firm, "neighbour")
    # a person is not asked, and a reviewed enterprise goes on
    actions.begin(centre["沈梅"], "neighbour")
    decide(centre, firm, True)
    assert actions.submit(firm, case.pk).state == "submitted"


def test_the_reviewer_of_an_application_sees_badge_and_licence(centre: World, firm: Actor) -> None:
    case = applied(firm)
    sides = applications.application(centre["何审核"], case.pk)["parties"]
    assert [(side["part"], side["enterprise"]) for side in sides] == [
        (
            "applicant",
            {
                "state": "waiting", "state_label": "待审核", "credit_code": FIRM["credit_code"],
                "legal_representative": "孔令书", "licence_at": clock.read_instant(NOON), "licence_is_pdf": False,
            },
        ),
        ("respondent", None),
    ]  # fmt: skip
    place = f"/api/people/cases/{case.pk}/parties/{sides[0]['id']}/licence"
    answer = Browser(centre["何审核"]).get(place)
    assert (answer.status_code, b"".join(answer.streaming_content)) == (200, PNG)
    # the look is on the case's timeline, and nobody out of reach has it
    seen = Event.objects.filter(case_id=case.pk, verb="people.licence_seen")
    assert [(event.actor_name, event.facts["name"]) for event in seen] == [("何审核", "城东五金商行")]
    assert Browser(centre["李催收"]).get(place).status_code == 404
    assert seen.count() == 1


def test_its_cases_are_counted_and_listed_by_its_part(centre: World, firm: Actor) -> None:
    case = applied(firm)
    admin = Browser(centre["钱管理"])
    row = admin.get("/api/people/enterprises").json()["rows"][0]
    assert (row["as_applicant"], row["as_respondent"]) == (1, 0)
    listed = admin.get("/api/mediation/cases", applicant_account=row["id"]).json()
    assert [one["no"] for one in listed["rows"]] == [case.no]
    assert admin.get("/api/mediation/cases", respondent_account=row["id"]).json()["count"] == 0
    assert mine.my_cases(firm)[0]["id"] == case.pk


def test_the_licence_is_opened_on_the_record(centre: World, firm: Actor) -> None:
    account = Account.objects.get(pk=firm.account_id)
    answer = Browser(centre["钱管理"]).get(f"/api/people/enterprises/{account.pk}/licence")
    assert b"".join(answer.streaming_content) == PNG
    assert [entry.facts for entry in TrailEntry.objects.filter(verb="people.licence_seen")] == [
        {"account": account.pk, "name": "城东五金商行"}
    ]
