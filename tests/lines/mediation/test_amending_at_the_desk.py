"""An application taken down at the desk and sent back is read with its remarks and amended at the desk."""

from __future__ import annotations

import pytest

from anjie.desk.public import Case, ContactPoint, Party, PersonFacts, move_case
from anjie.lines.mediation.application.actions import enter
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.application.naming import named_in
from tests.http import Browser
from tests.lines.mediation.conftest import STORY, submitted, told_since
from tests.people import World

REMARKS = {"claim": "请写明金额如何计算", "respondents.0.phone": "号码打不通，请核实"}


@pytest.fixture
def sent_back(centre: World) -> Case:
    """许分配 took it down for somebody without an account; 何审核 sent it back with remarks on two fields."""
    case = enter(
        centre["许分配"],
        kind_code="neighbour",
        institution_id=centre.units["调解"].pk,
        role="person",
        source="found",
        applicant=PersonFacts(name="来访人", mobile="13491230007"),
        told=STORY,
    )
    return move_case(
        centre["何审核"], case.pk, "review.send_back", reason="材料不足", facts={"remarks": REMARKS}
    )


def test_who_took_it_down_is_told_and_reads_the_remarks_beside_what_was_filled_in(
    centre: World, sent_back: Case
) -> None:
    (notice,) = told_since(centre, "许分配", "application.sent_back")
    assert notice.text == f"{sent_back.no} {sent_back.title}：材料不足。请打开案件，按备注修改后重新提交。"
    assert told_since(centre, "何审核", "application.sent_back") == []
    desk = Browser(centre["许分配"])
    assert desk.get(f"/api/mediation/cases/{sent_back.pk}/application").json()["may_amend"] is True
    told = desk.get(f"/api/mediation/cases/{sent_back.pk}/amend").json()
    assert (told["note"], told["remarks"]) == ("材料不足", REMARKS)
    assert (told["applicant_name"], told["claim"], told["amount"]) == ("来访人", STORY["claim"], "8600.00")
    # The respondent's number stays sealed: the mask only.
    assert [(one["name"], one["phone_mask"]) for one in told["respondents"]] == [("秦海涛", "134****0002")]
    assert "13491230002" not in str(told)


def test_it_is_amended_and_handed_in_with_the_new_number_first_in_line(
    centre: World, sent_back: Case
) -> None:
    desk = Browser(centre["许分配"])
    respondent = Party.objects.get(case=sent_back, part="respondent")
    named = {"party_id": respondent.pk, "name": "秦海涛", "phone": "13491230009"}
    told = {"claim": "天花板 5000 元，地板 3600 元。", "respondents": [named]}
    answer = desk.post(f"/api/mediation/cases/{sent_back.pk}/amend", told)
    assert (answer.status_code, answer.json()["state"]) == (200, "submitted"), answer.content
    assert answer.json()["may_amend"] is False
    dispute = Dispute.objects.get(case=sent_back)
    assert dispute.claim == told["claim"] and dispute.description == STORY["description"]
    assert [one.phone for one in named_in(dispute)] == ["13491230009"]
    assert Party.objects.get(case=sent_back, part="respondent") == respondent
    # A second tap finds it handed in: refused, nothing moves.
    again = desk.post(f"/api/mediation/cases/{sent_back.pk}/amend", {"claim": "另写"})
    assert (again.status_code, again.json()["code"]) == (409, "application.not_sent_back")
    dispute.refresh_from_db()
    assert dispute.claim == told["claim"]


def test_what_is_wrong_stands_by_its_field_and_nothing_moves(centre: World, sent_back: Case) -> None:
    desk = Browser(centre["许分配"])
    answer = desk.post(
        f"/api/mediation/cases/{sent_back.pk}/amend",
        {"description": "短", "respondents": [{"name": "秦海涛", "phone": "12"}]},
    )
    assert answer.status_code == 422, answer.content
    assert set(answer.json()["facts"]["fields"]) == {"description", "respondents.0.phone"}
    sent_back.refresh_from_db()
    assert sent_back.state == "to_amend"
    assert Dispute.objects.get(case=sent_back).description == STORY["description"]
    assert ContactPoint.objects.filter(case=sent_back, source="application").count() == 2


def test_who_may_not_enter_neither_reads_nor_amends(centre: World, sent_back: Case) -> None:
    for name, status in (("吕调解", 403), ("韩档案", 403)):
        browser = Browser(centre[name])
        assert browser.get(f"/api/mediation/cases/{sent_back.pk}/amend").status_code == status
        assert (
            browser.post(f"/api/mediation/cases/{sent_back.pk}/amend", {"claim": "x"}).status_code == status
        )
    sent_back.refresh_from_db()
    assert sent_back.state == "to_amend"


def test_an_applicant_with_an_account_and_what_was_sent_from_collection_are_amended_elsewhere(
    centre: World, sent_back: Case
) -> None:
    desk = Browser(centre["许分配"])
    # given: one handed in on the phone, and one that leads back to a debt
    phoned = submitted(centre)
    move_case(centre["何审核"], phoned.pk, "review.send_back", reason="补充")
    Dispute.objects.filter(case=sent_back).update(related_case_ids=[phoned.pk])
    for case, code in (
        (phoned, "application.amended_by_applicant"),
        (sent_back, "application.amended_by_sender"),
    ):
        path = f"/api/mediation/cases/{case.pk}"
        assert desk.get(f"{path}/application").json()["may_amend"] is False
        assert desk.get(f"{path}/amend").json()["code"] == code
        assert desk.post(f"{path}/amend", {"claim": "x"}).json()["code"] == code
        case.refresh_from_db()
        assert case.state == "to_amend"
    assert not Dispute.objects.filter(claim="x").exists()
