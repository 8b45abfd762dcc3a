"""At each move the right side is told at once, in its own account, and outside where it may be."""

from __future__ import annotations

from anjie.desk.public import move_case
from anjie.lines.mediation.mediators import actions as mediators
from anjie.services.notices import actions
from anjie.services.notices.actions import Member
from anjie.services.notices.models import Delivery, Notice
from tests.http import Browser
from tests.lines.mediation.conftest import filed, submitted
from tests.people import World


def told(centre: World, name: str) -> list[str]:
    mine = Notice.objects.filter(account_id=centre[name].account_id).order_by("id")
    return [one.verb for one in mine]


def test_the_applicant_is_told_why_it_was_sent_back_and_nobody_else(centre: World):
    case = submitted(centre)
    move_case(centre["何审核"], case.pk, "review.send_back", reason="缺少照片")
    notice = Notice.objects.get(account_id=centre["沈梅"].account_id)
    assert (notice.verb, notice.title) == ("mediation.sent_back", "申请需要修改")
    assert notice.text == f"{case.no} 的申请需要修改：缺少照片" and notice.case_id == case.pk
    assert told(centre, "秦海涛") == told(centre, "外人") == []


def test_both_sides_follow_their_case_to_its_mediator(centre: World):
    case = filed(centre)
    mediators.appoint(centre["许分配"], case.pk, [centre["吕调解"].own_membership_id])
    both = ["mediation.consent_asked", "mediation.filed", "mediation.assigned"]
    assert told(centre, "沈梅") == both
    assert told(centre, "秦海涛") == both


def test_who_is_asked_for_his_side_is_told_once(centre: World):
    case = submitted(centre)
    move_case(centre["何审核"], case.pk, "review.ask_respondent")
    assert told(centre, "秦海涛") == ["mediation.invited"] and told(centre, "沈梅") == ["mediation.asking"]
    assert not Delivery.objects.filter(state="failed").exists()


def test_a_tap_leads_a_party_to_the_page_of_her_case_that_it_is_about(centre: World):
    hers, mine = centre["沈梅"], centre["吕调解"]
    facts = {"no": "M-1", "when": "明天", "where": "一号室", "room": "共同沟通室", "audience": "双方"}
    to = [hers.account_id, Member(mine.membership_id)]
    actions.tell(centre["何审核"], to, "mediation.booked", facts, key="a", case_id=7)
    actions.tell(centre["何审核"], to, "people.verified", facts, key="b")
    assert [row["page"] for row in Browser(hers).get("/api/notices").json()["rows"]] == [
        "party/profile",
        "party/sessions?id=7",
    ]
    # and a colleague, whose phone has pages of its own, reads none
    assert [row["page"] for row in Browser(mine).get("/api/notices").json()["rows"]] == ["", ""]


def test_a_partys_notices_are_read_by_nobody_else(centre: World):
    actions.tell(centre["何审核"], [centre["沈梅"].account_id], "mediation.filed", {"no": "M-1"}, key="a")
    notice = Notice.objects.get()
    for other in ("秦海涛", "何审核"):
        browser = Browser(centre[other])
        assert browser.get("/api/notices").json()["rows"] == []
        assert browser.post(f"/api/notices/{notice.pk}/read").status_code == 404
        assert browser.post("/api/notices/read-all").json() == {"read": 0}
    notice.refresh_from_db()
    assert notice.read_at is None
