"""One step makes the mediation and stops collection, or nothing happens."""

from __future__ import annotations

import threading
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import connection

from anjie.access.actors import Actor
from anjie.desk.public import Case, Event, Party, assign_cases, move_case
from anjie.foundation.refusals import Forbidden, Invalid, NotFound, Refusal
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.mediators import actions as mediators
from anjie.linkage import actions
from anjie.linkage.models import CaseLink
from anjie.services.files.actions import add_file
from anjie.services.files.models import CaseFile
from tests.lines.mediation.closings import papers_made
from tests.linkage.walks import again, debt, filed, gate, referral, sent, told, verbs
from tests.people import World
from tests.sheets import SAMPLES, take, undo

PDF = b"%PDF-1.4\n%%EOF\n"


def untouched(case: Case, state: str = "open") -> bool:
    case.refresh_from_db()
    return case.state == state and not Case.objects.filter(line="mediation").exists()


def test_one_step_carries_parties_debt_answers_and_files_over(centre: World, settings, tmp_path) -> None:
    with papers_made(settings, tmp_path):
        case = debt(centre, contract_no="HT-77", card_no="6222020000000018")
        kept = add_file(centre["李催收"], case.pk, name="合同.pdf", file=BytesIO(PDF))
        add_file(centre["李催收"], case.pk, name="通话.pdf", file=BytesIO(PDF + b" "))
        link = sent(centre, case, file_ids=[kept.pk])
    mediation, dispute = link.mediation, Dispute.objects.get(case=link.mediation)
    people = dict(Party.objects.filter(case=mediation).values_list("part", "person_id"))
    assert people["respondent"] == case.person_id
    assert mediation.person.name == "示范银行" and mediation.state == "submitted"
    assert (mediation.amount, dispute.related_case_ids) == (Decimal("8600.00"), [case.pk])
    assert dispute.answers == {"referral_no": "移2026-017", "agent_name": "王内勤"}
    carried = CaseFile.objects.get(case=mediation)
    assert (carried.name, carried.blob_id) == ("合同.pdf", CaseFile.objects.get(pk=kept.pk).blob_id)
    assert again(link).case.state == "in_mediation"
    assert told(centre, "李催收", "linkage.sent") and told(centre, "何审核", "application.submitted")
    assert verbs(case) == ["linkage.sent"] and verbs(mediation) == ["linkage.received"]


def test_the_debtor_reads_his_contract_and_a_masked_card_and_no_number_of_ours(centre: World) -> None:
    case = debt(centre, contract_no="HT-77", card_no="6222020000000018")
    description = Dispute.objects.get(case=sent(centre, case).mediation).description
    assert "合同号 HT-77" in description and "尚欠 8,600.00 元" in description
    assert case.no not in description and "6222020000000018" not in description and "0018" in description


def test_the_debt_itself_answers_what_the_form_for_finance_asks(centre: World) -> None:
    case = debt(centre, contract_no="HT-77", principal=Decimal("8000.00"))
    answers = Dispute.objects.get(case=sent(centre, case, kind="finance").mediation).answers
    assert (answers["product"], answers["contract_no"], answers["owed"]) == ("消费贷款", "HT-77", "8000.00")


def test_the_gate_refuses_and_names_the_mediation(centre: World) -> None:
    link = sent(centre)
    verdict = gate(link.case)
    assert (verdict.allowed, verdict.rule) == (False, "contact.in_mediation")
    assert link.mediation.no in verdict.message


def test_sending_twice_is_refused_with_the_running_one_named(centre: World) -> None:
    link = sent(centre)
    with pytest.raises(Refusal) as refused:
        sent(centre, link.case)
    assert refused.value.code == "linkage.running" and link.mediation.no in refused.value.message
    assert CaseLink.objects.count() == 1 and Case.objects.filter(line="mediation").count() == 1


@pytest.mark.parametrize("state", ["settled", "returned", "closed"])
def test_a_case_that_is_over_is_not_sent(centre: World, state: str) -> None:
    case = debt(centre, state=state)
    with pytest.raises(Refusal) as refused:
        sent(centre, case)
    assert refused.value.code == "move.wrong_state" and untouched(case, state)


def test_what_cannot_be_taken_down_leaves_the_debt_where_it_was(centre: World) -> None:
    case = debt(centre)
    events = Event.objects.count()
    for wrong, code in (
        ({"phone": ""}, "linkage.client_phone"),
        ({"answers": {"agent_name": "王内勤"}}, "application.incomplete"),
        ({"file_ids": [987654]}, "files.not_there"),
        ({"kind": "nothing"}, "application.kind"),
        ({"reason": " "}, "move.reason_required"),
    ):
        with pytest.raises(Invalid) as refused:
            sent(centre, case, **wrong)
        assert refused.value.code == code
    assert untouched(case) and Event.objects.count() == events


def test_a_debtor_without_a_number_cannot_be_asked(centre: World) -> None:
    case = debt(centre, mobile="", phones=())
    with pytest.raises(Refusal) as refused:
        sent(centre, case)
    assert refused.value.code == "linkage.debtor_phone" and untouched(case)


def test_only_who_may_and_reaches_the_case_sends_it(centre: World) -> None:
    case = debt(centre)
    with pytest.raises(Forbidden):
        sent(centre, case, who="李催收")
    with pytest.raises(NotFound):
        sent(centre, case, who="郑主管")
    assert untouched(case)


def test_two_debts_of_one_debtor_go_together_and_one_of_another_stops_both(centre: World) -> None:
    one, two, stranger = (
        debt(centre),
        debt(centre, amount="1200.00"),
        debt(centre, name="外人", mobile="13491230003"),
    )
    with pytest.raises(Invalid) as refused:
        actions.send_together(centre["孙内勤"], one.pk, [stranger.pk], referral(centre))
    assert refused.value.code == "linkage.other_debtor" and untouched(one) and untouched(stranger)
    links = actions.send_together(centre["孙内勤"], one.pk, [two.pk], referral(centre))
    assert {link.case_id: link.mediation.amount for link in links} == {
        one.pk: Decimal("8600.00"),
        two.pk: Decimal("1200.00"),
    }


def test_who_collected_the_debt_does_not_mediate_it(centre: World) -> None:
    # given 吕调解, who held the debt before it was sent
    case, lu = debt(centre, holder=None), centre["吕调解"]
    assign_cases(Actor.job("test"), [case.pk], [lu.own_membership_id], before=[None], why="test")
    link = sent(centre, case, who="钱管理")
    filed(centre, link)
    # then he is refused by the debt's number, another is not
    with pytest.raises(Refusal) as refused:
        mediators.appoint(centre["许分配"], link.mediation_id, [lu.own_membership_id])
    assert refused.value.code == "mediator.collected" and case.no in refused.value.message
    assert again(link).mediation.state == "awaiting_mediator"
    mediators.appoint(centre["许分配"], link.mediation_id, [centre["施调解"].own_membership_id])


def test_a_debt_called_back_meanwhile_stays_where_it_is_and_its_reviewers_are_told(centre: World) -> None:
    link = sent(centre)
    move_case(centre["孙内勤"], link.case_id, "placement.recall", reason="委托方收回")
    assert again(link).state == "over" and "已退案" in told(centre, "何审核", "linkage.debt_over")[0]
    assert verbs(link.mediation) == ["linkage.received", "linkage.followed"]
    move_case(centre["何审核"], link.mediation_id, "review.refuse", reason="不属受理范围")
    assert again(link).case.state == "returned"


@pytest.mark.django_db(transaction=True)
def test_two_clerks_at_once_make_one_mediation(centre: World) -> None:
    case = debt(centre)
    ready, said = threading.Barrier(2), []

    def go(who: str) -> None:
        try:
            ready.wait()
            said.append(sent(centre, case, who).mediation.no)
        except Refusal as refused:
            said.append(refused.code)
        finally:
            connection.close()

    both = [threading.Thread(target=go, args=(who,)) for who in ("钱管理", "孙内勤")]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert said.count("linkage.running") == 1
    assert Case.objects.filter(line="mediation").count() == 1 == CaseLink.objects.count()


def test_the_import_of_a_linked_case_is_taken_back_without_it_and_says_why(
    centre: World, settings, tmp_path
) -> None:
    settings.HOME = tmp_path
    record = take(centre["孙内勤"], "placement", SAMPLES / "bank-clean.xlsx")
    case = Case.objects.filter(line="recovery").order_by("pk").first()
    assert case is not None
    count = Case.objects.filter(line="recovery").count()
    link = sent(centre, case)
    # when the import is taken back
    back = undo(centre["孙内勤"], record)
    # then all go but this one, with the reason
    assert back["undone"] == count - 1
    assert [(one["no"], one["why"]) for one in back["kept"]] == [
        (case.no, "导入后已有 2 项操作，最早一项是“移送调解”，不能撤销。")
    ]
    assert again(link).case.state == "in_mediation"
