"""What the institution sends back is worded anew by who sent the debt; what was sent is taken back before it is filed."""

from __future__ import annotations

import pytest

from anjie.access.actors import Actor
from anjie.desk.public import Case, Party, PersonFacts, move_case
from anjie.foundation.refusals import Forbidden, Invalid, NotFound, Refusal
from anjie.lines.mediation.application import amending
from anjie.lines.mediation.application.actions import enter
from anjie.lines.mediation.application.models import Dispute
from anjie.linkage import actions, queries
from tests.lines.mediation.conftest import STORY
from tests.lines.mediation.conftest import submitted as submitted_by_phone
from tests.linkage.walks import ANSWERS, again, debt, filed, gate, sent, sent_back, told, verbs
from tests.people import World

REWORDED = {
    "description": "秦海涛自 2026-05-01 起未还示范银行欠款，双方希望协商分期。",
    "claim": "分十期偿还",
    "answers": ANSWERS | {"agent_name": "孙内勤"},
}


def test_who_sent_it_reads_the_remarks_and_hands_it_in_again(centre: World) -> None:
    link = sent(centre)
    sent_back(centre, link)
    assert link.mediation.no in told(centre, "孙内勤", "linkage.sent_back")[0]
    asked = queries.sent_back(centre["孙内勤"], link.case_id)
    assert asked["remarks"] == {"description": "请写明逾期从何时开始"} and asked["note"] == "材料不齐"
    respondent = Party.objects.get(case=link.mediation, part="respondent")
    # when it is worded anew
    actions.amend(centre["孙内勤"], link.case_id, REWORDED)
    # then it waits for review again, against the same person, and collection still stands still
    dispute = Dispute.objects.get(case=link.mediation)
    assert again(link).mediation.state == "submitted"
    assert (dispute.description, dispute.answers["agent_name"]) == (REWORDED["description"], "孙内勤")
    assert Party.objects.get(case=link.mediation, part="respondent").pk == respondent.pk
    assert gate(link.case).rule == "contact.in_mediation"
    assert len(told(centre, "何审核", "application.submitted")) == 2
    assert verbs(link.case) == ["linkage.sent", "linkage.sent_back", "linkage.amended"]


def test_what_is_missing_is_refused_and_stays_to_be_amended(centre: World) -> None:
    link = sent(centre)
    sent_back(centre, link)
    with pytest.raises(Invalid) as refused:
        actions.amend(centre["孙内勤"], link.case_id, REWORDED | {"description": "短", "answers": {}})
    assert set(refused.value.facts["fields"]) == {"description", "referral_no", "agent_name"}
    assert again(link).mediation.state == "to_amend"
    assert Dispute.objects.get(case=link.mediation).answers == ANSWERS


def test_only_what_was_sent_back_is_amended_and_only_by_who_may_send(centre: World) -> None:
    link = sent(centre)
    with pytest.raises(Refusal) as refused:
        actions.amend(centre["孙内勤"], link.case_id, REWORDED)
    assert refused.value.code == "application.not_sent_back"
    sent_back(centre, link)
    with pytest.raises(Forbidden):
        actions.amend(centre["李催收"], link.case_id, REWORDED)
    with pytest.raises(NotFound):
        actions.amend(centre["孙内勤"], debt(centre).pk, REWORDED)
    assert again(link).mediation.state == "to_amend"


def test_what_was_sent_by_mistake_is_taken_back_and_collection_goes_on(centre: World) -> None:
    link = actions.take_back(centre["孙内勤"], sent(centre).case_id, "委托方要求先行催收")
    assert (link.state, again(link).case.state, again(link).mediation.state) == ("ended", "open", "withdrawn")
    assert gate(link.case).allowed and "移送方撤回" in told(centre, "何审核", "application.withdrawn")[0]
    assert verbs(link.case) == ["linkage.sent", "linkage.taken_back", "linkage.came_back"]


def test_what_is_filed_is_not_taken_back(centre: World) -> None:
    link = sent(centre)
    filed(centre, link)
    with pytest.raises(Refusal) as refused:
        actions.take_back(centre["孙内勤"], link.case_id, "不调了")
    assert refused.value.code == "move.wrong_state"
    assert (again(link).state, again(link).case.state) == ("mediating", "in_mediation")
    assert verbs(link.case) == ["linkage.sent"]


def entered(centre: World) -> Case:
    """An application 钱管理 took down for somebody without an account."""
    return enter(
        centre["钱管理"],
        kind_code="neighbour",
        institution_id=centre.units["调解"].pk,
        role="person",
        source="found",
        applicant=PersonFacts(name="来访人", mobile="13491230007"),
        told=STORY,
    )


def test_an_application_taken_down_at_the_desk_is_amended_at_the_desk(centre: World) -> None:
    case = entered(centre)
    respondent = Party.objects.get(case=case, part="respondent").person_id
    move_case(centre["何审核"], case.pk, "review.send_back", reason="补充")
    amended = amending.amend(centre["钱管理"], case.pk, {"claim": "只要修好水管"})
    assert amended.state == "submitted" and Dispute.objects.get(case=case).claim == "只要修好水管"
    assert Party.objects.get(case=case, part="respondent").person_id == respondent


def test_an_applicant_with_an_account_amends_himself(centre: World) -> None:
    case = submitted_by_phone(centre)
    move_case(centre["何审核"], case.pk, "review.send_back", reason="补充")
    with pytest.raises(Refusal) as refused:
        amending.amend(Actor.job("test"), case.pk, {"claim": "x"})
    assert refused.value.code == "application.amended_by_applicant"
    case.refresh_from_db()
    assert case.state == "to_amend"
