"""A party applies on the phone: a draft is kept however incomplete, handed in whole, then locked."""

from __future__ import annotations

from datetime import date

import pytest

from anjie.access.sentences import told as sentence
from anjie.desk.public import Case, ContactPoint, DeskDeed, Event, Party, cases_for, move_case
from anjie.foundation.refusals import Forbidden, Invalid, NotFound, Refusal
from anjie.lines.mediation.application import actions, kinds, mine, responding
from anjie.lines.mediation.application.models import Dispute, Form
from anjie.lines.mediation.review.models import Review
from anjie.services.notices.models import Notice
from tests.lines.mediation.conftest import STORY, party, submitted
from tests.people import World


def verbs(case: Case) -> list[str]:
    return [one.verb for one in Event.objects.filter(case_id=case.pk).order_by("seq")]


def told(centre: World, name: str) -> list[str]:
    return [
        one.verb for one in Notice.objects.filter(membership_id=centre[name].membership_id).order_by("id")
    ]


class TestDraft:
    def test_it_is_kept_however_incomplete_and_only_its_applicant_sees_it(self, centre: World):
        case = actions.begin(centre["沈梅"], "neighbour")
        actions.fill(centre["沈梅"], case.pk, {"respondents": [{"phone": "13491230002"}]})
        assert mine.my_case(centre["沈梅"], case.pk)["respondents"][0]["phone"] == "13491230002"
        assert [row["state_label"] for row in mine.my_cases(centre["沈梅"])] == ["草稿"]
        assert not cases_for(centre["何审核"], DeskDeed.CASES_SEE).filter(pk=case.pk).exists()
        with pytest.raises(NotFound):
            mine.my_case(centre["外人"], case.pk)

    def test_its_timeline_begins_with_what_was_applied_for(self, centre: World):
        case = actions.begin(centre["沈梅"], "neighbour")
        begun = Event.objects.get(case_id=case.pk, seq=1)
        assert sentence(begun.verb, begun.facts).text == "案件建立，类别“邻里”"

    def test_numbers_of_the_other_side_are_sealed(self, centre: World):
        case = actions.begin(centre["沈梅"], "neighbour")
        actions.fill(centre["沈梅"], case.pk, STORY)
        dispute = Dispute.objects.get(case=case)
        assert b"13491230002" not in bytes(dispute.respondents_sealed)

    def test_no_more_than_twenty_at_once(self, centre: World):
        for _ in range(20):
            actions.begin(centre["沈梅"], "neighbour")
        with pytest.raises(Refusal) as refused:
            actions.begin(centre["沈梅"], "neighbour")
        assert refused.value.code == "application.too_many_drafts"
        assert Dispute.objects.count() == 20

    def test_staff_do_not_apply_for_themselves(self, centre: World):
        with pytest.raises(Forbidden):
            actions.begin(centre["何审核"], "neighbour")
        assert not Dispute.objects.exists()


class TestSubmit:
    def test_every_fault_is_told_at_once_and_nothing_moves(self, centre: World):
        case = actions.begin(centre["沈梅"], "traffic")
        actions.fill(centre["沈梅"], case.pk, {"description": "撞车", "happened_on": date(2026, 9, 2)})
        with pytest.raises(Invalid) as refused:
            actions.submit(centre["沈梅"], case.pk)
        assert refused.value.facts["fields"] == {
            "happened_on": "纠纷发生时间不能晚于今天。",
            "description": "请把事情经过写清楚，至少 10 个字，现有 2 个。",
            "respondents.0.name": "请填写对方姓名或名称。",
            "respondents.0.phone": "请填写对方联系电话，否则无法征求对方意愿。",
            "place": "请填写“事故地点”。",
            "injured": "请填写“是否有人受伤”。",
        }
        case.refresh_from_db()
        assert case.state == "draft" and Party.objects.filter(case=case).count() == 1

    def test_it_locks_and_the_reviewers_are_told(self, centre: World):
        case = submitted(centre)
        assert (case.state, case.title, str(case.amount)) == ("submitted", "沈梅与秦海涛 · 邻里", "8600.00")
        assert verbs(case) == ["case.opened", "party.added", "application.submit"]
        assert told(centre, "何审核") == ["application.submitted"]
        with pytest.raises(Refusal) as refused:
            actions.fill(centre["沈梅"], case.pk, {"claim": "再加一万"})
        assert refused.value.code == "application.locked"
        assert Dispute.objects.get(case=case).claim == STORY["claim"]

    def test_a_double_tap_is_one(self, centre: World):
        case = submitted(centre)
        again = actions.submit(centre["沈梅"], case.pk)
        assert again.pk == case.pk and verbs(case).count("application.submit") == 1

    def test_the_other_side_becomes_a_party_with_a_sealed_number(self, centre: World):
        case = submitted(centre)
        respondent = Party.objects.select_related("person").get(case=case, part="respondent")
        point = ContactPoint.objects.get(case=case, person_id=respondent.person_id)
        assert (respondent.person.name, point.mask, point.relation) == ("秦海涛", "134****0002", "对方当事人")
        assert respondent.account_id is None, "nobody has invited him yet"


class TestReview:
    def test_sent_back_with_remarks_amended_and_handed_in_again(self, centre: World):
        case = submitted(centre)
        facts = {"remarks": {"claim": "请写明金额如何计算", "amount": " "}}
        move_case(centre["何审核"], case.pk, "review.send_back", reason="材料不足", facts=facts)
        view = mine.my_case(centre["沈梅"], case.pk)
        assert view["state_label"] == "待修改" and view["remarks"]["remarks"] == {
            "claim": "请写明金额如何计算"
        }
        assert view["respondents"][0]["phone"] == "13491230002", "he need not type it again"
        actions.fill(centre["沈梅"], case.pk, {"claim": "天花板 5000 元，地板 3600 元。"})
        case = actions.submit(centre["沈梅"], case.pk)
        assert case.state == "submitted"
        assert Party.objects.filter(case=case, part="respondent").count() == 1

    def test_another_respondent_takes_the_place_of_the_first(self, centre: World):
        case = submitted(centre)
        move_case(centre["何审核"], case.pk, "review.send_back", reason="对方姓名有误")
        named = [{"name": "秦海滔", "phone": "13491230009"}]
        actions.fill(centre["沈梅"], case.pk, {"respondents": named})
        actions.submit(centre["沈梅"], case.pk)
        found = Party.objects.select_related("person").get(case=case, part="respondent")
        assert found.person.name == "秦海滔"
        masks = ContactPoint.objects.filter(case=case, relation="对方当事人").values_list("mask", flat=True)
        assert list(masks) == ["134****0009"]

    def test_the_asked_respondent_sees_it_answers_and_a_second_review_follows(self, centre: World):
        case = submitted(centre)
        with pytest.raises(NotFound):
            mine.my_case(centre["秦海涛"], case.pk)
        move_case(centre["何审核"], case.pk, "review.ask_respondent")
        assert [row["id"] for row in mine.my_cases(centre["秦海涛"])] == [case.pk]
        responding.answer(centre["秦海涛"], case.pk, opinion="partly", statement="漏水属实，但金额过高。")
        case.refresh_from_db()
        assert case.state == "second_review"
        responding.answer(centre["秦海涛"], case.pk, opinion="partly", statement="漏水属实，但金额过高。")
        assert verbs(case).count("respondent.answer") == 1
        case = move_case(centre["何审核"], case.pk, "review.approve")
        assert case.state == "consenting"
        assert [(one.decision, one.is_second) for one in Review.objects.filter(case=case).order_by("id")] == [
            ("asked", False),
            ("approved", True),
        ]

    def test_a_stranger_with_the_number_but_another_name_sees_nothing(self, centre: World):
        case = submitted(centre, respondents=[{"name": "秦海", "phone": "13491230002"}])
        move_case(centre["何审核"], case.pk, "review.ask_respondent")
        assert mine.my_cases(centre["秦海涛"]) == []
        with pytest.raises(NotFound):
            mine.my_case(centre["秦海涛"], case.pk)

    def test_who_registers_later_finds_the_case_he_was_invited_to(self, centre: World):
        case = submitted(centre, respondents=[{"name": "康平", "phone": "13491230077"}])
        move_case(centre["何审核"], case.pk, "review.ask_respondent")
        later = party("康平", "13491230077")
        assert [row["id"] for row in mine.my_cases(later)] == [case.pk]

    def test_the_applicant_does_not_answer_for_the_other_side(self, centre: World):
        case = submitted(centre)
        move_case(centre["何审核"], case.pk, "review.ask_respondent")
        with pytest.raises(NotFound):
            responding.answer(centre["沈梅"], case.pk, opinion="agrees", statement="")
        case.refresh_from_db()
        assert case.state == "awaiting_respondent"


class TestWithdraw:
    def test_the_applicant_may_until_it_is_filed(self, centre: World):
        case = submitted(centre)
        actions.withdraw(centre["沈梅"], case.pk, "已自行和解")
        case.refresh_from_db()
        assert case.state == "withdrawn" and case.closed_at is not None
        assert told(centre, "何审核") == ["application.submitted", "application.withdrawn"]


class TestForms:
    def test_an_old_application_keeps_its_form(self, centre: World):
        admin = centre["钱管理"]
        case = actions.begin(centre["沈梅"], "neighbour")
        fields = [{"code": "floor", "label": "楼层", "type": "number", "required": True}]
        made = kinds.publish_form(admin, kinds.draft_form(admin, "person", "neighbour", fields, "加楼层").pk)
        assert (made.version, made.state) == (1, "published")
        actions.fill(centre["沈梅"], case.pk, STORY)
        assert actions.submit(centre["沈梅"], case.pk).state == "submitted", "its own form asks no floor"
        other = actions.begin(centre["沈梅"], "neighbour")
        assert [one["code"] for one in mine.my_case(centre["沈梅"], other.pk)["answers"]] == ["floor"]

    def test_the_next_version_retires_the_last(self, centre: World):
        admin = centre["钱管理"]
        for label in ("楼层", "楼号"):
            draft = kinds.draft_form(admin, "person", None, [{"label": label, "type": "text"}], "")
            kinds.publish_form(admin, draft.pk)
        states = (
            Form.objects.filter(role="person", kind=None).order_by("version").values_list("version", "state")
        )
        assert list(states) == [(1, "retired"), (2, "retired"), (3, "published")]

    @pytest.mark.parametrize(
        ("field", "code"),
        [
            ({"label": "", "type": "text"}, "form.label"),
            ({"label": "甲", "type": "script"}, "form.type"),
            ({"label": "甲", "type": "choice", "choices": ["一"]}, "form.choices"),
            ({"label": "甲", "type": "text", "code": "a b"}, "form.code"),
        ],
    )
    def test_a_wrong_question_is_refused(self, centre: World, field: dict, code: str):
        before = Form.objects.count()
        with pytest.raises(Invalid) as refused:
            kinds.draft_form(centre["钱管理"], "person", None, [field], "")
        assert refused.value.code == code and Form.objects.count() == before
