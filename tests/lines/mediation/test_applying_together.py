"""Who applies together with the applicant: named, told, asked and bound like her."""

from __future__ import annotations

import pytest

from anjie.desk.public import Case, Event, move_case, parties_of
from anjie.foundation.refusals import Invalid
from anjie.lines.mediation.application import actions as application
from anjie.lines.mediation.application import mine, responding
from anjie.lines.mediation.application.rules import OWN_NUMBER
from anjie.lines.mediation.consent.actions import answer_for_oneself
from anjie.lines.mediation.inviting import invite_by_number
from tests.http import Browser
from tests.lines.mediation.conftest import STORY, party, party_of, submitted, told_since
from tests.lines.mediation.test_inviting import JOB
from tests.lines.mediation.test_several_parties import (
    QIN,
    WU,
    XIE,
    events,
    named,
)
from tests.people import World


class TestApplyingTogether:
    """沈梅 applies together with 邬兰, against 秦海涛."""

    def test_who_is_named_beside_her_is_told_asked_and_bound_like_a_party(self, two: World):
        case = submitted(two, co_applicants=[WU])
        both = parties_of(case.pk, "applicant")
        assert [one.person.name for one in both] == ["沈梅", "邬兰"] and named(case) == ["秦海涛"]
        assert [one["name"] for one in events(case, "party.added")] == ["邬兰", "秦海涛"]
        assert mine.my_cases(two["邬兰"]) == []
        # when the other side is asked, she is told, and finds the case by her number
        move_case(two["何审核"], case.pk, "review.ask_respondent")
        assert [one.verb for one in told_since(two, "邬兰")] == ["mediation.asking"]
        shown = mine.my_case(two["邬兰"], case.pk)
        assert (shown["part_label"], shown["may"]["change"], shown["may"]["withdraw"]) == (
            "申请人",
            False,
            False,
        )
        assert "phone" not in shown["respondents"][0]
        # and nothing goes on without her
        responding.answer(two["秦海涛"], case.pk, opinion="agrees", statement="")
        move_case(two["何审核"], case.pk, "review.approve")
        for name in ("沈梅", "秦海涛"):
            assert answer_for_oneself(two[name], case.pk, willing=True).state == "consenting"
        assert answer_for_oneself(two["邬兰"], case.pk, willing=True).state == "awaiting_filing"

    def test_who_is_found_by_her_name_later_comes_in_when_she_registers(self, centre: World):
        case = submitted(centre, co_applicants=[WU])
        move_case(centre["何审核"], case.pk, "review.approve")
        assert invite_by_number(JOB, case.pk, "review.approve") == 1
        hers = party("邬兰", WU["phone"])
        assert [one["part_label"] for one in mine.my_cases(hers)] == ["申请人"]

    def test_each_fault_stands_at_its_field_and_nothing_is_handed_in(self, centre: World):
        case = application.begin(centre["沈梅"], "neighbour")
        wrong = [WU | {"phone": "13491230001"}, {"name": "谢同"}, WU | {"phone": QIN["phone"]}]
        application.fill(centre["沈梅"], case.pk, STORY | {"co_applicants": wrong})
        with pytest.raises(Invalid) as refused:
            application.submit(centre["沈梅"], case.pk)
        assert refused.value.facts["fields"] == {
            "co_applicants.0.phone": f"与沈梅的电话相同。{OWN_NUMBER}",
            "co_applicants.1.phone": "请填写第 2 名共同申请人的联系电话，否则无法征求其意愿。",
            "respondents.0.phone": f"与邬兰的电话相同。{OWN_NUMBER}",
        }
        assert [one.person.name for one in parties_of(case.pk)] == ["沈梅"]

    def test_too_many_are_refused_with_how_many_there_are(self, centre: World):
        many = [{"name": f"邻居{at}", "phone": f"134912310{at:02d}"} for at in range(10)]
        with pytest.raises(Invalid) as refused:
            submitted(centre, co_applicants=many)
        assert refused.value.facts["fields"] == {
            "co_applicants": "共同申请人最多 9 名，现有 10 名。请分案申请。"
        }

    def test_what_one_hand_left_out_stays_and_what_she_takes_out_goes(self, centre: World):
        case = submitted(centre, co_applicants=[WU, XIE])
        move_case(centre["何审核"], case.pk, "review.send_back", reason="请核对")
        # a phone that knows nothing of co-applicants amends the story only
        application.fill(centre["沈梅"], case.pk, {"claim": "赔偿。", "respondents": [QIN]})
        assert [one["name"] for one in mine.my_case(centre["沈梅"], case.pk)["co_applicants"]] == [
            "邬兰",
            "谢同",
        ]
        kept = {"party_id": party_of(case, "谢同").pk}
        application.fill(centre["沈梅"], case.pk, {"co_applicants": [kept]})
        application.submit(centre["沈梅"], case.pk)
        assert [one.person.name for one in parties_of(case.pk, "applicant")] == ["沈梅", "谢同"]
        assert named(case) == ["秦海涛"]

    def test_one_person_named_twice_is_refused_whatever_number_he_has(self, centre: World):
        twice = [
            XIE | {"id_no": "11010519491231002X"},
            XIE | {"phone": "13491230025", "id_no": "11010519491231002x"},
        ]
        with pytest.raises(Invalid) as refused:
            submitted(centre, co_applicants=twice)
        assert refused.value.code == "party.twice"
        assert not Event.objects.filter(verb="application.submit").exists()

    def test_staff_take_down_one_beside_and_amend_him(self, centre: World):
        desk = Browser(centre["许分配"])
        body = {
            "kind": "neighbour",
            "applicant_name": "来访人",
            "applicant_mobile": "13491230007",
            "institution_id": centre.units["调解"].pk,
            "told": STORY | {"happened_on": "2026-08-01", "respondents": [QIN], "co_applicants": [WU]},
        }
        case = Case.objects.get(pk=desk.post("/api/mediation/cases", body).json()["case_id"])
        move_case(centre["何审核"], case.pk, "review.send_back", reason="请核对")
        sent = desk.get(f"/api/mediation/cases/{case.pk}/amend").json()
        assert [(one["name"], one["phone_mask"]) for one in sent["co_applicants"]] == [
            ("邬兰", "134****0021")
        ]
        assert desk.post(f"/api/mediation/cases/{case.pk}/amend", {"co_applicants": []}).status_code == 200
        assert [one.person.name for one in parties_of(case.pk, "applicant")] == ["来访人"]
