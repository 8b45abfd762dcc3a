"""A number answered to a form is sealed: staff see its mask and reveal it one at a time, its applicant reads it."""

from __future__ import annotations

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from anjie.access.models import TrailEntry
from anjie.desk.public import Case, Event, PersonFacts, move_case
from anjie.foundation.refusals import Invalid
from anjie.lines.mediation.application import actions, answers, mine, queries
from anjie.lines.mediation.application.models import Dispute, Form
from anjie.lines.mediation.application.rules import FormField
from anjie.lines.mediation.archive import contents
from tests.http import Browser
from tests.lines.mediation.conftest import STORY, party
from tests.people import World, member
from tests.sheets import book, take

PHONE, MASK = "13491230031", "134****0031"
AGENT = {"agent_name": "尤大海", "agent_phone": PHONE}
FIELDS = (
    FormField("agent_name", "经办人姓名", "text"),
    FormField("agent_phone", "经办人电话", "phone"),
    FormField("guardian", "监护人身份证号", "id_no"),
)


@pytest.fixture
def entered(centre: World) -> Case:
    """许分配 took down what an enterprise applies for, with its agent's number."""
    return actions.enter(
        centre["许分配"],
        kind_code="neighbour",
        institution_id=centre.units["调解"].pk,
        role="enterprise",
        source="found",
        applicant=PersonFacts(name="城东五金商行", mobile="13491230007", kind="enterprise"),
        told=STORY | {"answers": AGENT},
    )


def numbers_of(case: Case) -> dict[str, str]:
    return answers.opened(Dispute.objects.select_related("form").get(case=case))


class TestParting:
    def test_numbers_leave_masks_behind_and_what_no_question_asks_is_not_kept(self):
        given = AGENT | {"guardian": "320102199001011231", "elsewhere": "13491230099"}
        shown, numbers = answers.parted(FIELDS, given)
        assert shown == {"agent_name": "尤大海", "agent_phone": MASK, "guardian": "320***********1231"}
        assert numbers == {"agent_phone": PHONE, "guardian": "320102199001011231"}

    def test_a_mask_that_comes_back_stands_for_the_number_it_hid(self):
        shown, before = {"agent_phone": MASK}, {"agent_phone": PHONE}

        def numbers(value: str, shown: dict[str, str] = shown) -> dict[str, str]:
            return answers.parted(FIELDS, {"agent_phone": value}, shown, before)[1]

        assert numbers(MASK) == before
        assert numbers("") == {}
        assert numbers("13491230032") == {"agent_phone": "13491230032"}
        # also where another form asks the same as an ID number, and so masked it in another way
        assert numbers("134****0031", {"agent_phone": "134****0031"}) == before
        # and where another form asks the same as plain words
        words = (FormField("agent_phone", "经办人电话", "text"),)
        assert answers.parted(words, shown, shown, before) == ({"agent_phone": PHONE}, {})
        # A mask of nobody's number is no number.
        assert answers.parted(FIELDS, {"agent_phone": MASK})[1] == {"agent_phone": MASK}


def test_it_is_sealed_at_rest_and_masked_to_staff_and_in_the_archive(centre: World, entered: Case) -> None:
    dispute = Dispute.objects.get(case=entered)
    assert dispute.answers == {"agent_name": "尤大海", "agent_phone": MASK}
    assert dispute.numbers_sealed and PHONE.encode() not in bytes(dispute.numbers_sealed)
    read = queries.application(centre["何审核"], entered.pk)
    assert {one["code"]: one["value"] for one in read["answers"]}["agent_phone"] == MASK
    kept = contents._application(entered).decode()
    assert MASK in kept and PHONE not in kept


def test_it_is_revealed_one_at_a_time_with_a_reason_and_on_the_record(centre: World, entered: Case) -> None:
    desk = Browser(centre["何审核"])
    assert desk.get(f"/api/mediation/cases/{entered.pk}/application").json()["may_reveal"] is True
    path = f"/api/desk/cases/{entered.pk}/facts/answer_agent_phone/reveal"
    assert desk.post(path, {"reason": ""}).status_code == 422
    assert not Event.objects.filter(case_id=entered.pk, verb="reveal.fact").exists()
    answer = desk.post(path, {"reason": "核对经办人"})
    assert (answer.status_code, answer.json()["value"]) == (200, PHONE), answer.content
    facts = {"code": "answer_agent_phone", "label": "经办人电话", "mask": MASK, "reason": "核对经办人"}
    assert Event.objects.get(case_id=entered.pk, verb="reveal.fact").facts == facts
    assert TrailEntry.objects.get(verb="reveal.fact").facts == facts | {"case": entered.no}
    # There is nothing behind a plain answer, another name or the name alone.
    for code in ("answer_agent_name", "answer_", "agent_phone", "card_no"):
        assert (
            desk.post(f"/api/desk/cases/{entered.pk}/facts/{code}/reveal", {"reason": "核对"}).status_code
            == 404
        )


def test_amending_at_the_desk_keeps_the_number_behind_its_mask(centre: World, entered: Case) -> None:
    move_case(
        centre["何审核"],
        entered.pk,
        "review.send_back",
        reason="材料不足",
        facts={"remarks": {"claim": "不清"}},
    )
    desk = Browser(centre["许分配"])
    sent = desk.get(f"/api/mediation/cases/{entered.pk}/amend").json()
    told = {one["code"]: one["value"] for one in sent["answers"]}
    assert told["agent_phone"] == MASK and PHONE not in str(sent)
    again = desk.post(
        f"/api/mediation/cases/{entered.pk}/amend", {"answers": told | {"agent_name": "尤小海"}}
    )
    assert again.status_code == 200, again.content
    assert numbers_of(entered) == {
        "agent_name": "尤小海",
        "agent_phone": PHONE,
        "claim_basis": None,
        "tried_before": None,
    }


def test_a_wrong_number_is_judged_as_it_was_given(centre: World) -> None:
    firm = centre.actors["五金商行"] = party("城东五金商行", "13491230031", "enterprise")
    case = actions.begin(firm, "neighbour")
    actions.fill(firm, case.pk, STORY | {"answers": AGENT | {"agent_phone": "1349123"}})
    with pytest.raises(Invalid) as refused:
        actions.submit(firm, case.pk)
    assert refused.value.facts["fields"].keys() == {"agent_phone"}
    assert Case.objects.get(pk=case.pk).state == "draft"


def test_who_applies_reads_her_own_number_while_she_may_change_it(centre: World) -> None:
    firm = centre.actors["五金商行"] = party("城东五金商行", "13491230031", "enterprise")
    case = actions.begin(firm, "neighbour")
    actions.fill(firm, case.pk, STORY | {"answers": AGENT})

    def shown() -> object:
        return next(
            one["value"] for one in mine.my_case(firm, case.pk)["answers"] if one["code"] == "agent_phone"
        )

    assert shown() == PHONE
    # Another kind of dispute with the same question keeps the answer; one without it lets the number go.
    actions.fill(firm, case.pk, {"kind": "traffic"})
    assert (shown(), numbers_of(case)) == (PHONE, AGENT)
    actions.fill(firm, case.pk, {"kind": "neighbour"})
    Form.objects.filter(role="enterprise", kind="traffic").update(fields=[])
    actions.fill(firm, case.pk, {"kind": "traffic"})
    dispute = Dispute.objects.get(case=case)
    assert (dispute.answers, dispute.numbers_sealed) == ({}, None)
    actions.fill(firm, case.pk, {"kind": "neighbour", "answers": AGENT})
    actions.submit(firm, case.pk)
    assert shown() == MASK


def test_a_sheet_seals_them_too(centre: World) -> None:
    centre.actors["管理"] = member("汤管理", "administrator", centre.units["公司"], "all")
    head = ["申请人", "申请人类型", "申请人电话", "纠纷类别", "发生时间", "事情经过", "对方姓名", "对方电话"]
    row = [
        "城东五金商行",
        "企业",
        "13491230007",
        "邻里",
        "2026-08-01",
        STORY["description"],
        "秦海涛",
        "13491230002",
    ]
    path = book([*head, "经办人姓名", "经办人电话"], [*row, "尤大海", PHONE])
    assert take(centre["管理"], "dispute", path, "TJ1").state == "committed"
    dispute = Dispute.objects.get()
    assert dispute.answers == {"agent_name": "尤大海", "agent_phone": MASK}
    assert numbers_of(dispute.case) == AGENT


def test_what_an_old_process_still_writes_plain_is_masked_all_the_same(centre: World, entered: Case) -> None:
    Dispute.objects.filter(case=entered).update(answers=AGENT | {"agent_phone": "13491230077"})
    read = queries.application(centre["何审核"], entered.pk)
    assert "134****0077" in str(read["answers"]) and "13491230077" not in str(read["answers"])
    opened = answers.open_answer(entered, "answer_agent_phone")
    assert opened and (opened.value, opened.mask) == (PHONE, MASK)


def test_what_an_earlier_version_kept_in_plain_is_sealed_or_goes(centre: World, entered: Case) -> None:
    leftover = AGENT | {"of_another_form": "13491230098"}
    Dispute.objects.filter(case=entered).update(answers=leftover, numbers_sealed=None)
    upgrade = import_module("anjie.lines.mediation.migrations.0013_numbers_among_answers_are_sealed")
    upgrade.seal_them(apps, SimpleNamespace(connection=connection))
    assert Dispute.objects.get(case=entered).answers == {"agent_name": "尤大海", "agent_phone": MASK}
    assert numbers_of(entered) == AGENT
