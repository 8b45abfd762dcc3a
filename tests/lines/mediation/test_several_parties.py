"""Several respondents in one dispute: named, invited, asked and heard each for himself; one who leaves stops nobody."""

from __future__ import annotations

from typing import Any

import pytest

from anjie.desk.public import Case, ContactPoint, Event, Party, move_case
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.mediation.application import actions as application
from anjie.lines.mediation.application import mine, responding
from anjie.lines.mediation.application.models import Statement
from anjie.lines.mediation.application.naming import NamedParty
from anjie.lines.mediation.application.rules import OWN_NUMBER
from anjie.lines.mediation.consent import actions as consent
from anjie.lines.mediation.consent.actions import answer_for_oneself
from anjie.lines.mediation.consent.models import ConsentPolicy
from anjie.lines.mediation.consent.queries import said_in
from anjie.lines.mediation.inviting import invite_by_number
from anjie.lines.mediation.parties import actions as parties
from anjie.services.notices.models import Delivery
from tests.http import Browser
from tests.lines.mediation.conftest import STORY, WU, party_of, submitted, told_since
from tests.lines.mediation.test_inviting import JOB
from tests.lines.mediation.test_rooms import phone
from tests.people import World

QIN = {"name": "秦海涛", "phone": "13491230002"}
XIE = {"name": "谢同", "phone": "13491230022", "address": "城西路 9 号"}
BOTH = [QIN, WU]


def named(case: Case) -> list[str]:
    found = Party.objects.taking_part().filter(case=case, part="respondent").in_order()
    return list(found.values_list("person__name", flat=True))


def events(case: Case, verb: str) -> list[dict[str, Any]]:
    return list(
        Event.objects.filter(case_id=case.pk, verb=verb).order_by("seq").values_list("facts", flat=True)
    )


def consenting(centre: World, *respondents: dict[str, str]) -> Case:
    case = submitted(centre, respondents=respondents or BOTH)
    return move_case(centre["何审核"], case.pk, "review.approve")


class TestNaming:
    def test_they_become_parties_in_their_order_each_with_his_own_numbers(self, centre: World):
        lodger = XIE | {"name": "谢异", "phone": "13491230024"}
        case = submitted(centre, respondents=[QIN, XIE, lodger])
        assert named(case) == ["秦海涛", "谢同", "谢异"] and case.title == "沈梅与秦海涛等3人 · 邻里"
        points = ContactPoint.objects.filter(case=case, kind="address").order_by("id")
        # two live at one address, and each has it
        assert [one.person.name for one in points.select_related("person")] == ["谢同", "谢异"]

    def test_two_with_one_number_or_without_one_are_refused_by_their_field(self, centre: World):
        case = application.begin(centre["沈梅"], "neighbour")
        wrong = [QIN, WU | {"phone": QIN["phone"]}, {"name": "谢同"}]
        application.fill(centre["沈梅"], case.pk, STORY | {"respondents": wrong})
        with pytest.raises(Invalid) as refused:
            application.submit(centre["沈梅"], case.pk)
        assert refused.value.facts["fields"] == {
            "respondents.1.phone": f"与秦海涛的电话相同。{OWN_NUMBER}",
            "respondents.2.phone": "请填写第 3 名被申请人的联系电话，否则无法征求对方意愿。",
        }
        case.refresh_from_db()
        assert case.state == "draft" and named(case) == []

    def test_staff_take_down_two_and_amend_one_of_them(self, centre: World):
        desk = Browser(centre["许分配"])
        body = {
            "kind": "neighbour",
            "applicant_name": "来访人",
            "applicant_mobile": "13491230007",
            "institution_id": centre.units["调解"].pk,
            "told": STORY | {"happened_on": "2026-08-01", "respondents": BOTH},
        }
        made = desk.post("/api/mediation/cases", body).json()
        case = Case.objects.get(pk=made["case_id"])
        row = desk.get("/api/mediation/cases").json()["rows"][0]
        assert (row["respondent"], row["respondents"]) == ("秦海涛等2人", ["秦海涛", "邬兰"])
        move_case(centre["何审核"], case.pk, "review.send_back", reason="担保人有误")
        first, second = desk.get(f"/api/mediation/cases/{case.pk}/amend").json()["respondents"]
        assert (second["name"], second["phone_mask"]) == ("邬兰", "134****0021")
        kept = {"party_id": first["party_id"], "name": "秦海涛"}
        answer = desk.post(f"/api/mediation/cases/{case.pk}/amend", {"respondents": [kept, XIE]})
        assert answer.status_code == 200, answer.content
        # the first stays the party he was, the second is another
        assert party_of(case, "秦海涛").pk == first["party_id"] and named(case) == ["秦海涛", "谢同"]

    def test_who_has_a_landline_only_is_named_with_it_and_asked_by_people(self, centre: World):
        home = {"name": "谢同", "phone": "0571-88120011"}
        case = consenting(centre, QIN, home)
        assert invite_by_number(JOB, case.pk, "review.approve") == 0
        found = ContactPoint.objects.get(case=case, person__name="谢同")
        assert found.kind == ContactPoint.Kind.PHONE and case.state == "consenting"
        consent.take_down(
            centre["何审核"],
            case.pk,
            party_of(case, "谢同").pk,
            said="willing",
            way="meeting",
            note="到场答复",
        )
        for name in ("沈梅", "秦海涛"):
            case = answer_for_oneself(centre[name], case.pk, willing=True)
        assert case.state == "awaiting_filing"


class TestReview:
    def test_a_reviewer_adds_one_with_the_reason_and_he_is_invited_like_the_others(self, two: World):
        case = submitted(two)
        browser = Browser(two["何审核"])
        path = f"/api/mediation/cases/{case.pk}/parties"
        move_case(two["何审核"], case.pk, "review.ask_respondent")
        added = browser.post(path, WU | {"reason": "与秦海涛共有该房屋"})
        assert added.status_code == 200, added.content
        case.refresh_from_db()
        assert named(case) == ["秦海涛", "邬兰"] and case.title == "沈梅与秦海涛等2人 · 邻里"
        assert events(case, "party.added")[-1]["reason"] == "与秦海涛共有该房屋"
        assert [row["id"] for row in phone(two, "邬兰").get("/api/mediation/mine").json()] == [case.pk]

    def test_one_without_an_account_is_written_to(self, centre: World):
        case = consenting(centre, QIN, XIE)
        assert invite_by_number(JOB, case.pk, "review.approve") == 1
        parties.add(centre["何审核"], case.pk, "respondent", NamedParty("邬兰", phone=WU["phone"]), "共有人")
        assert invite_by_number(JOB, case.pk, "party.added") == 2
        assert Delivery.objects.filter(template="mediation.invited_outside").count() == 3
        told = [one["name"] for one in events(case, "respondent.invited")]
        assert told == ["谢同", "谢同", "邬兰"]

    @pytest.mark.parametrize(
        ("given", "code"),
        [
            ({"reason": " "}, "party.reason_required"),
            ({"phone": QIN["phone"]}, "party.number_taken"),
            ({"phone": ""}, "application.incomplete"),
            (QIN, "party.there"),
        ],
    )
    def test_one_who_cannot_be_added_is_not(self, centre: World, given: dict[str, str], code: str):
        case = submitted(centre)
        answer = Browser(centre["何审核"]).post(
            f"/api/mediation/cases/{case.pk}/parties", WU | {"reason": "共有人"} | given
        )
        assert answer.json()["code"] == code and answer.json()["message"]
        assert named(case) == ["秦海涛"] and len(events(case, "party.added")) == 1

    def test_who_may_not_review_neither_adds_nor_lets_go(self, centre: World):
        case = submitted(centre, respondents=BOTH)
        wu = party_of(case, "邬兰").pk
        for name in ("韩档案", "吕调解"):
            browser = Browser(centre[name])
            path = f"/api/mediation/cases/{case.pk}/parties"
            answers = [
                browser.post(path, XIE | {"reason": "x"}),
                browser.post(f"{path}/{wu}/leave", {"reason": "x"}),
            ]
            assert {one.status_code for one in answers} <= {403, 404}
        assert named(case) == ["秦海涛", "邬兰"]

    def test_each_answers_for_himself_and_the_second_review_waits_for_all(self, two: World):
        case = submitted(two, respondents=BOTH)
        move_case(two["何审核"], case.pk, "review.ask_respondent")
        his, hers = phone(two, "秦海涛"), phone(two, "邬兰")
        said = {"opinion": "partly", "statement": "漏水属实，但金额过高。"}
        answer = his.post(f"/api/mediation/mine/{case.pk}/answer", said, content_type="application/json")
        assert (answer.json()["my_statement"], answer.json()["may"]["answer"]) == (said["statement"], False)
        assert (answer.json()["state"], len(told_since(two, "何审核", "respondent.answered"))) == (
            "awaiting_respondent", 0,
        )  # fmt: skip
        # she has her own say, and does not read his
        turns = [phone.get("/api/mediation/mine").json()[0] for phone in (his, hers)]
        assert [(one["next"], one["who_acts"], one["is_yours"]) for one in turns] == [
            ("您已补充，正在等待其他被申请人补充。", "其他被申请人", False),
            ("请补充您的情况和意见。", "您", True),
        ]
        shown = hers.get(f"/api/mediation/mine/{case.pk}")
        assert shown.json()["may"]["answer"] is True and said["statement"] not in shown.content.decode()
        responding.answer(two["邬兰"], case.pk, opinion="agrees", statement="")
        case.refresh_from_db()
        assert case.state == "second_review"
        told = Browser(two["何审核"]).get(f"/api/mediation/cases/{case.pk}/application").json()
        assert [(one["name"], one["opinion_label"], one["statement"]) for one in told["parties"][1:]] == [
            ("秦海涛", "部分认可", said["statement"]), ("邬兰", "认可对方所述", ""),
        ]  # fmt: skip

    def test_what_a_respondent_handed_in_outlives_an_application_that_names_him_no_more(self, two: World):
        case = submitted(two)
        move_case(two["何审核"], case.pk, "review.ask_respondent")
        responding.answer(two["秦海涛"], case.pk, opinion="disputes", statement="水管早已修好。")
        move_case(two["何审核"], case.pk, "review.send_back", reason="请核对对方")
        application.fill(two["沈梅"], case.pk, {"respondents": [WU]})
        application.submit(two["沈梅"], case.pk)
        his = party_of(case, "秦海涛")
        assert (named(case), his.left_at is not None) == (["邬兰"], True)
        assert Statement.objects.get(party=his).text == "水管早已修好。"
        assert events(case, "party.left")[-1]["name"] == "秦海涛"
        (notice,) = told_since(two, "秦海涛", "mediation.let_go")
        assert "的调解不再由您参加：申请修改后不再列您为当事人。" in notice.text
        assert told_since(two, "沈梅", "mediation.party_left") == []
        with pytest.raises(NotFound):
            mine.my_case(two["秦海涛"], case.pk)
        # named again he is the party he was, and has said what he said
        move_case(two["何审核"], case.pk, "review.send_back", reason="请列明双方")
        application.fill(two["沈梅"], case.pk, {"respondents": [WU, QIN]})
        application.submit(two["沈梅"], case.pk)
        assert named(case) == ["邬兰", "秦海涛"] and party_of(case, "秦海涛").pk == his.pk

    def test_who_is_named_on_the_other_side_is_not_told_that_he_left(self, two: World):
        case = submitted(two, respondents=BOTH)
        move_case(two["何审核"], case.pk, "review.ask_respondent")
        for name in ("秦海涛", "邬兰"):
            responding.answer(two[name], case.pk, opinion="agrees", statement="")
        move_case(two["何审核"], case.pk, "review.send_back", reason="邬兰为共同申请人")
        application.fill(two["沈梅"], case.pk, {"respondents": [QIN], "co_applicants": [WU]})
        application.submit(two["沈梅"], case.pk)
        assert named(case) == ["秦海涛"]
        assert told_since(two, "邬兰", "mediation.let_go") == []

    def test_when_the_one_who_was_waited_for_leaves_it_goes_on(self, two: World):
        case = submitted(two, respondents=BOTH)
        move_case(two["何审核"], case.pk, "review.ask_respondent")
        responding.answer(two["秦海涛"], case.pk, opinion="agrees", statement="")
        assert (
            parties.leave(two["何审核"], case.pk, party_of(case, "邬兰").pk, "列错了人").state
            == "second_review"
        )
        assert Statement.objects.filter(case=case).count() == 1


class TestConsent:
    def test_all_must_be_willing_and_one_who_refuses_is_let_go_with_the_reason(self, two: World):
        case = consenting(two)
        for name in ("沈梅", "秦海涛"):
            assert answer_for_oneself(two[name], case.pk, willing=True).state == "consenting"
        answer_for_oneself(two["邬兰"], case.pk, willing=False)
        (notice,) = told_since(two, "何审核", "consent.unwilling")
        assert "被申请人邬兰不愿调解。请核实后登记其退出" in notice.text
        assert said_in([case.pk])[case.pk] == {"applicant": "willing", "respondent": "unwilling"}
        with pytest.raises(Refusal) as refused:
            move_case(two["何审核"], case.pk, "consent.confirm")
        assert "被申请人邬兰（不愿）" in refused.value.message and "登记其退出" in refused.value.message
        # when she is let go, the others go on
        wu = party_of(case, "邬兰").pk
        answer = Browser(two["何审核"]).post(
            f"/api/mediation/cases/{case.pk}/parties/{wu}/leave", {"reason": "明确表示不参加"}
        )
        assert answer.json()["state"] == "awaiting_filing", answer.content
        (left,) = [one for one in answer.json()["parties"] if one["left_at"]]
        assert (left["name"], left["left_why"]) == ("邬兰", "明确表示不参加")
        assert events(case, "party.left") == [
            {"part": "被申请人", "name": "邬兰", "reason": "明确表示不参加"}
        ]
        # and she finds it no more, but was told why; so were the others
        hers = phone(two, "邬兰")
        assert hers.get(f"/api/mediation/mine/{case.pk}").status_code == 404
        assert hers.get("/api/mediation/mine").json() == []
        (told,) = told_since(two, "邬兰", "mediation.let_go")
        assert "明确表示不参加" in told.text
        for name in ("沈梅", "秦海涛"):
            (told,) = told_since(two, name, "mediation.party_left")
            assert "被申请人邬兰不再参加调解" in told.text
        case.refresh_from_db()
        assert case.title == "沈梅与秦海涛 · 邻里"

    def test_a_number_found_later_is_called_as_that_partys(self, centre: World):
        case = consenting(centre, QIN, XIE)
        staff = Browser(centre["何审核"])
        added = {"kind": "mobile", "value": "13491230029", "owner": "谢同", "relation": "本人"}
        assert staff.post(f"/api/desk/cases/{case.pk}/contact-points", added).status_code == 200
        sides = staff.get(f"/api/mediation/cases/{case.pk}/consent").json()["sides"]
        assert {one["name"]: [phone["mask"] for phone in one["phones"]] for one in sides} == {
            "沈梅": ["134****0001"], "秦海涛": ["134****0002"], "谢同": ["134****0022", "134****0029"],
        }  # fmt: skip

    def test_the_last_respondent_and_the_applicant_are_not_let_go(self, two: World):
        case = consenting(two)
        browser = Browser(two["何审核"])

        def leave(name: str, reason: str = "联系不上") -> Any:
            who = party_of(case, name).pk
            return browser.post(f"/api/mediation/cases/{case.pk}/parties/{who}/leave", {"reason": reason})

        assert leave("邬兰", " ").json()["code"] == "party.reason_required"
        assert leave("沈梅").json()["code"] == "party.applied"
        assert leave("秦海涛").status_code == 200
        assert leave("邬兰").json()["code"] == "party.last"
        assert leave("秦海涛").status_code == 404, "he has left already"
        assert named(case) == ["邬兰"]
        # when none is left who will, it fails as it does with one
        moved = move_case(two["何审核"], case.pk, "consent.decline", reason="邬兰不愿调解")
        assert moved.state == "declined"
        assert leave("邬兰").json()["code"] == "party.cannot_leave"

    def test_where_one_refusal_closes_it_takes_the_whole_side(self, two: World):
        ConsentPolicy.objects.create(
            institution=two.units["调解"], unwilling="close", changed_at="2026-09-01T00:00:00Z"
        )
        case = consenting(two)
        assert answer_for_oneself(two["邬兰"], case.pk, willing=False).state == "consenting"
        assert answer_for_oneself(two["秦海涛"], case.pk, willing=False).state == "declined"

    def test_a_co_applicant_is_asked_too_and_cannot_withdraw_the_application(self, two: World):
        case = consenting(two, QIN)
        parties.add(two["何审核"], case.pk, "applicant", NamedParty("邬兰", phone=WU["phone"]), "共同居住人")
        for name in ("沈梅", "秦海涛"):
            assert answer_for_oneself(two[name], case.pk, willing=True).state == "consenting"
        with pytest.raises(NotFound):
            application.withdraw(two["邬兰"], case.pk, "不想调解了")
        assert answer_for_oneself(two["邬兰"], case.pk, willing=True).state == "awaiting_filing"


def test_lists_and_the_case_page_tell_of_both(two: World) -> None:
    case = consenting(two)
    page = Browser(two["何审核"]).get(f"/api/desk/cases/{case.pk}").json()
    assert [(one["part_label"], one["name"]) for one in page["parties"]] == [
        ("申请人", "沈梅"), ("被申请人", "秦海涛"), ("被申请人", "邬兰"),
    ]  # fmt: skip
    found = Browser(two["何审核"]).post("/api/mediation/cases/search", {"filter": {"q": "邬兰"}}).json()
    assert [one["id"] for one in found["rows"]] == [case.pk]
