"""The way of a dispute as staff walk it over HTTP, the parties answering between: who may not is refused, nothing moves."""

from __future__ import annotations

from typing import Any

from anjie.desk.public import Case
from anjie.foundation import clock
from anjie.lines.mediation.application import actions, mine, responding
from anjie.lines.mediation.consent.actions import answer_for_oneself
from anjie.lines.mediation.review.models import Review
from tests.http import Browser
from tests.lines.mediation.conftest import STORY, submitted
from tests.people import World, member, unit


def browsers(centre: World, *names: str) -> list[Browser]:
    return [Browser(centre[name]) for name in names]


def move(browser: Browser, case: Case, code: str, reason: str = "", **facts: Any) -> Any:
    return browser.post(f"/api/desk/cases/{case.pk}/moves/{code}", {"reason": reason, "facts": facts})


def state_of(case: Case) -> str:
    case.refresh_from_db()
    return case.state


def queue(browser: Browser, **asked: Any) -> list[dict[str, Any]]:
    answer = browser.post("/api/mediation/cases/search", {"filter": asked})
    assert answer.status_code == 200, answer.content
    return answer.json()["rows"]


class TestTheWholeWay:
    def test_from_the_application_to_two_mediators(self, centre: World):
        reviewer, assigner, mediator = browsers(centre, "何审核", "许分配", "吕调解")
        case = submitted(centre)
        row = queue(reviewer, state=["submitted", "second_review"])[0]
        assert (row["applicant"], row["respondent"], row["unit"]) == ("沈梅", "秦海涛", "城东调解委员会")
        assert [one["code"] for one in row["moves"]] == [
            "review.approve", "review.ask_respondent", "review.send_back", "review.refuse",
        ]  # fmt: skip

        # Sent back with a remark on one field, amended, handed in again.
        sent = move(reviewer, case, "review.send_back", "材料不足", remarks={"claim": "请写明金额如何计算"})
        assert (sent.status_code, sent.json()["state"]) == (200, "to_amend")
        assert mine.my_case(centre["沈梅"], case.pk)["remarks"]["remarks"] == {"claim": "请写明金额如何计算"}
        actions.fill(centre["沈梅"], case.pk, {"claim": "天花板 5000 元，地板 3600 元。"})
        actions.submit(centre["沈梅"], case.pk)
        told = reviewer.get(f"/api/mediation/cases/{case.pk}/application").json()
        assert told["claim"] == "天花板 5000 元，地板 3600 元。"
        assert [(one["decision"], one["remarks"]) for one in told["reviews"]] == [
            ("sent_back", {"claim": "请写明金额如何计算"})
        ]

        # The respondent is asked and answers; a second review passes.
        assert move(reviewer, case, "review.ask_respondent").status_code == 200
        responding.answer(centre["秦海涛"], case.pk, opinion="partly", statement="漏水属实，但金额过高。")
        told = reviewer.get(f"/api/mediation/cases/{case.pk}/application").json()
        assert (told["state"], told["parties"][1]["opinion_label"]) == ("second_review", "部分认可")
        assert move(reviewer, case, "review.approve").json()["state"] == "consenting"

        # One answers on the phone himself, the other to staff who call through the gate.
        answer_for_oneself(centre["沈梅"], case.pk, willing=True)
        assert queue(reviewer, state=["consenting"])[0]["said"] == {"applicant": "willing"}
        asked = reviewer.get(f"/api/mediation/cases/{case.pk}/consent").json()["sides"][1]
        assert (asked["name"], asked["phones"][0]["mask"]) == ("秦海涛", "134****0002")
        called = {"party_id": asked["party_id"], "point_id": asked["phones"][0]["id"]}
        permit = reviewer.post(f"/api/mediation/cases/{case.pk}/consent/permit", called).json()["attempt_id"]
        said = {"party_id": asked["party_id"], "said": "willing", "way": "call", "attempt_id": permit}
        answer = reviewer.post(f"/api/mediation/cases/{case.pk}/consent", said)
        assert answer.json()["state"] == "awaiting_filing", answer.content

        # Filed in bulk, then given two mediators; the first leads and accepts.
        target = {"ids": [case.pk], "line": "mediation"}
        moved = assigner.post("/api/desk/cases/moves/filing.accept", target).json()
        assert (moved["moved"], moved["refused"]) == (1, [])
        row = queue(assigner, state=["awaiting_mediator"])[0]
        assert (row["mediator_due_on"], row["term_on"]) == ("2026-09-04", "2026-10-08")
        library = assigner.get("/api/mediation/mediators", case_id=case.pk).json()["rows"]
        ids = [one["id"] for one in library]
        named = assigner.post(f"/api/mediation/cases/{case.pk}/mediators", {"mediators": ids}).json()
        assert [(one["name"], one["is_lead"]) for one in named] == [("吕调解", True), ("施调解", False)]
        assert [one["id"] for one in queue(mediator, asked_of=centre["吕调解"].membership_id)] == [case.pk]
        assert mediator.post(f"/api/mediation/cases/{case.pk}/mediators/accept").status_code == 200
        assert queue(mediator, asked_of=centre["吕调解"].membership_id) == []
        page = mediator.get(f"/api/desk/cases/{case.pk}").json()
        assert (page["head"]["holder"]["name"], page["head"]["state_label"]) == ("吕调解", "调解中")
        assert (page["words"]["amount"], page["words"]["balance"]) == ("涉及金额", "")


class TestWhoMayNot:
    def test_a_mediator_decides_no_application_and_does_not_even_see_it(self, centre: World):
        [mediator] = browsers(centre, "吕调解")
        case = submitted(centre)
        assert move(mediator, case, "review.approve").status_code == 403
        assert mediator.get(f"/api/mediation/cases/{case.pk}/application").status_code == 404
        assert (
            mediator.post(f"/api/mediation/cases/{case.pk}/mediators", {"mediators": [1]}).status_code == 403
        )
        assert state_of(case) == "submitted" and not Review.objects.exists()

    def test_a_reviewer_of_another_institution_finds_nothing(self, centre: World):
        case = submitted(centre)
        other = unit("institution", "TJ2", "城西调解委员会")
        stranger = Browser(member("苗审核", "reviewer", other, "team"))
        assert queue(stranger) == []
        assert move(stranger, case, "review.approve").status_code == 404
        assert stranger.get(f"/api/mediation/cases/{case.pk}/consent").status_code == 404
        assert state_of(case) == "submitted"

    def test_a_collector_sees_no_dispute(self, centre: World):
        [collector] = browsers(centre, "李催收")
        case = submitted(centre)
        assert queue(collector) == []
        assert collector.get(f"/api/desk/cases/{case.pk}").status_code == 404


class TestRemarks:
    def test_remarks_that_are_no_words_by_field_are_refused(self, centre: World):
        [reviewer] = browsers(centre, "何审核")
        case = submitted(centre)
        refused = move(reviewer, case, "review.send_back", "材料不足", remarks="全部重写")
        assert (refused.status_code, refused.json()["code"]) == (422, "move.wrong_fact")
        long = move(reviewer, case, "review.send_back", "材料不足", remarks={"claim": "长" * 301})
        assert (long.status_code, long.json()["code"]) == (422, "review.remark_long")
        assert state_of(case) == "submitted" and not Review.objects.exists()

    def test_facts_a_move_does_not_take_are_left_out(self, centre: World):
        [reviewer] = browsers(centre, "何审核")
        case = submitted(centre)
        assert move(reviewer, case, "review.approve", mediators="某人").status_code == 200
        event = reviewer.get(f"/api/desk/cases/{case.pk}/timeline").json()["rows"][0]
        assert event["verb"] == "review.approve" and "mediators" not in event["facts"]


class TestTheCall:
    def test_late_at_night_the_gate_refuses_in_its_words(self, centre: World):
        [reviewer] = browsers(centre, "何审核")
        case = submitted(centre)
        assert move(reviewer, case, "review.approve").status_code == 200
        side = reviewer.get(f"/api/mediation/cases/{case.pk}/consent").json()["sides"][1]
        body = {"party_id": side["party_id"], "point_id": side["phones"][0]["id"]}
        with clock.stopped("2026-09-01T21:30:00+08:00"):
            [reviewer] = browsers(centre, "何审核")
            refused = reviewer.post(f"/api/mediation/cases/{case.pk}/consent/permit", body)
        assert (refused.status_code, refused.json()["code"]) == (409, "contact.hours")
        assert state_of(case) == "consenting"


class TestTakenDownByStaff:
    def test_an_application_entered_at_the_desk_is_submitted_at_once(self, centre: World):
        [reviewer] = browsers(centre, "何审核")
        body = {
            "kind": "neighbour",
            "role": "person",
            "source": "found",
            "applicant_name": "沈梅",
            "applicant_mobile": "13491230001",
            "institution_id": reviewer.get("/api/mediation/institutions").json()[0]["id"],
            "told": STORY | {"happened_on": "2026-08-01"},
        }
        made = reviewer.post("/api/mediation/cases", body)
        assert (made.status_code, made.json()["state"]) == (200, "submitted"), made.content
        assert [row["source"] for row in queue(reviewer, source=["found"])] == ["found"]

    def test_every_fault_comes_back_by_its_field(self, centre: World):
        [reviewer] = browsers(centre, "何审核")
        body = {
            "kind": "neighbour",
            "applicant_name": "沈梅",
            "applicant_mobile": "13491230001",
            "told": {"description": "漏水"},
        }
        refused = reviewer.post("/api/mediation/cases", body)
        assert refused.status_code == 422
        assert set(refused.json()["facts"]["fields"]) == {
            "happened_on", "description", "respondents.0.name", "respondents.0.phone",
        }  # fmt: skip
        assert not Case.objects.exists()


class TestHome:
    def test_it_counts_what_waits_for_each(self, centre: World):
        reviewer, assigner = browsers(centre, "何审核", "许分配")
        submitted(centre)
        needs = {one["key"]: one for one in reviewer.get("/api/insight/home").json()["needs"]}
        assert (
            needs["disputes_review"]["count"]
            == len(queue(reviewer, state=["submitted", "second_review"]))
            == 1
        )
        assert "disputes_assign" not in needs
        home = assigner.get("/api/insight/home").json()
        assert home["mine"] is None and home["months"] == []

    def test_the_search_box_finds_a_dispute_by_either_side(self, centre: World):
        [reviewer] = browsers(centre, "何审核")
        case = submitted(centre)
        for name in ("沈梅", "秦海涛", case.no):
            found = reviewer.post("/api/desk/search", {"q": name}).json()
            assert [(one["id"], one["line"]) for one in found] == [(case.pk, "mediation")], name
