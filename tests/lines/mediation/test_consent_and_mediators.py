"""Both sides are asked, the case is filed, mediators are appointed behind the neutrality wall."""

from __future__ import annotations

from datetime import date

import pytest

from anjie.access import organisations
from anjie.desk.public import Event, Holding, Party, move_case
from anjie.foundation import clock
from anjie.foundation.refusals import Forbidden, NotFound, Refusal
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.closing import actions as closing
from anjie.lines.mediation.closing.actions import Agreed
from anjie.lines.mediation.consent import actions as consent
from anjie.lines.mediation.consent.models import ConsentAnswer
from anjie.lines.mediation.mediators import actions, library
from anjie.lines.mediation.mediators.models import Appointment
from tests.cases import place
from tests.lines.mediation import closings
from tests.lines.mediation.conftest import consenting, filed, mediator
from tests.lines.mediation.test_application import told, verbs
from tests.people import World, unit


class TestConsent:
    def test_both_willing_goes_on_to_filing_by_itself(self, centre: World):
        case = consenting(centre)
        consent.answer_for_oneself(centre["沈梅"], case.pk, willing=True)
        case.refresh_from_db()
        assert case.state == "consenting"
        consent.answer_for_oneself(centre["秦海涛"], case.pk, willing=True)
        case.refresh_from_db()
        assert case.state == "awaiting_filing"
        assert told(centre, "许分配")[-1] == "consent.both"

    def test_the_same_answer_twice_is_one(self, centre: World):
        case = consenting(centre)
        for _ in range(2):
            consent.answer_for_oneself(centre["沈梅"], case.pk, willing=True)
        assert ConsentAnswer.objects.count() == 1

    def test_one_unwilling_stays_until_staff_end_it(self, centre: World):
        case = consenting(centre)
        consent.answer_for_oneself(centre["沈梅"], case.pk, willing=True)
        consent.answer_for_oneself(centre["秦海涛"], case.pk, willing=False, note="没时间")
        case.refresh_from_db()
        assert case.state == "consenting" and "consent.unwilling" in told(centre, "何审核")
        case = move_case(centre["何审核"], case.pk, "consent.decline", reason="对方不愿调解")
        assert case.state == "declined"

    def test_nobody_confirms_what_one_side_has_not_said(self, centre: World):
        case = consenting(centre)
        with pytest.raises(Refusal) as refused:
            move_case(centre["何审核"], case.pk, "consent.confirm")
        assert refused.value.code == "consent.not_both"
        assert "申请人沈梅（未答复）" in refused.value.message
        case.refresh_from_db()
        assert case.state == "consenting"

    def test_a_call_needs_the_gates_permit(self, centre: World):
        case = consenting(centre)
        respondent = Party.objects.get(case=case, part="respondent")
        point = case.contact_points.get(person_id=respondent.person_id)
        with pytest.raises(Refusal) as refused:
            consent.take_down(centre["何审核"], case.pk, respondent.pk, said="willing", way="call")
        assert refused.value.code == "consent.no_permit" and not ConsentAnswer.objects.exists()
        attempt = consent.permit_call(centre["何审核"], case.pk, respondent.pk, point.pk)
        consent.take_down(
            centre["何审核"], case.pk, respondent.pk, said="willing", way="call", attempt_id=attempt
        )
        answer = ConsentAnswer.objects.get()
        assert (answer.said, answer.way, answer.attempt_id) == ("willing", "call", attempt)

    def test_late_at_night_the_gate_refuses(self, centre: World):
        case = consenting(centre)
        respondent = Party.objects.get(case=case, part="respondent")
        point = case.contact_points.get(person_id=respondent.person_id)
        with clock.stopped("2026-09-01T21:30:00+08:00"), pytest.raises(Refusal) as refused:
            consent.permit_call(centre["何审核"], case.pk, respondent.pk, point.pk)
        assert refused.value.code == "contact.hours"


class TestFiling:
    def test_the_term_runs_from_acceptance(self, centre: World):
        case = filed(centre)
        dispute = Dispute.objects.get(case=case)
        case.refresh_from_db()
        # Thirty days from 1 September end on a holiday: the next working day.
        assert (case.state, case.term_on) == ("awaiting_mediator", date(2026, 10, 8))
        assert dispute.mediator_due_on == date(2026, 9, 4)


class TestMediators:
    def test_the_first_leads_and_a_second_is_added(self, centre: World):
        case = filed(centre)
        lead, second = centre["吕调解"].own_membership_id, centre["施调解"].own_membership_id
        case = actions.appoint(centre["许分配"], case.pk, [lead])
        actions.appoint(centre["许分配"], case.pk, [second])
        case.refresh_from_db()
        assert (case.state, case.holder_id) == ("mediating", lead)
        assert [(one.mediator_id, one.is_lead) for one in Appointment.objects.order_by("id")] == [
            (lead, True),
            (second, False),
        ]
        assert Holding.objects.filter(case=case, role="mediator", membership_id=second).count() == 1
        assert told(centre, "吕调解") == told(centre, "施调解") == ["mediator.assigned"]
        assert library.appointments(centre["施调解"], case.pk)[0]["name"] == "吕调解", "he reaches the case"

    def test_who_collected_from_a_party_may_not_mediate(self, centre: World):
        case = filed(centre)
        debtor = place(centre, name="秦海涛", mobile="13491230002", holder="李催收")
        account_id = centre["李催收"].account_id
        from anjie.access.models import Membership, Role
        from anjie.lines.mediation.mediators.models import Mediator

        post = Membership.objects.create(
            account_id=account_id,
            role=Role.objects.get(code="mediator"),
            unit=centre.units["调解"],
            reach="own",
        )
        Mediator.objects.create(membership=post, institution=centre.units["调解"])
        with pytest.raises(Refusal) as refused:
            actions.appoint(centre["许分配"], case.pk, [post.pk])
        assert refused.value.code == "mediator.collected" and debtor.no in refused.value.message
        case.refresh_from_db()
        assert case.state == "awaiting_mediator" and not Appointment.objects.exists()
        row = next(
            one for one in library.library(centre["许分配"], case_id=case.pk)["rows"] if one["id"] == post.pk
        )
        assert row["against"] == [debtor.no]

    def test_the_library_shows_the_least_loaded_first_and_who_fits(self, centre: World):
        case = filed(centre)
        rows = library.library(centre["许分配"], case_id=case.pk)["rows"]
        assert [(one["name"], one["fits"], one["going_on"]) for one in rows] == [
            ("吕调解", True, 0),
            ("施调解", False, 0),
        ]
        actions.appoint(centre["许分配"], case.pk, [centre["吕调解"].own_membership_id])
        assert [one["name"] for one in library.library(centre["许分配"])["rows"]] == ["施调解", "吕调解"]

    def test_one_declares_a_conflict_and_is_replaced(self, centre: World):
        case = filed(centre)
        lead, other = centre["吕调解"].own_membership_id, centre["施调解"].own_membership_id
        actions.appoint(centre["许分配"], case.pk, [lead])
        actions.decline(centre["吕调解"], case.pk, why="", conflict="与申请人同住一楼")
        assert told(centre, "许分配")[-1] == "mediator.declined"
        case = actions.appoint(centre["许分配"], case.pk, [other])
        case.refresh_from_db()
        assert case.holder_id == other
        assert list(Appointment.objects.order_by("id").values_list("state", "is_lead", "conflict")) == [
            ("declined", True, "与申请人同住一楼"),
            ("asked", True, ""),
        ]

    def test_who_stands_aside_neither_reads_on_nor_closes_nor_is_given_it_again(self, centre: World):
        case = closings.met(centre)
        actions.decline(centre["吕调解"], case.pk, why="", conflict="与申请人同住一楼")
        case.refresh_from_db()
        assert (case.holder_id, case.unit_id) == (None, centre.units["调解"].pk)
        assert not Holding.objects.filter(case=case, to_at__isnull=True).exists()
        for deed in (
            library.appointments,
            lambda actor, pk: closing.request(actor, pk, Agreed("failed", "算了")),
        ):
            with pytest.raises(NotFound):
                deed(centre["吕调解"], case.pk)
        with pytest.raises(Refusal) as refused:
            actions.appoint(centre["许分配"], case.pk, [centre["吕调解"].own_membership_id])
        assert refused.value.code == "mediator.conflict" and "与申请人同住一楼" in refused.value.message
        case.refresh_from_db()
        assert (case.state, case.holder_id) == ("mediating", None)

    def test_a_case_whose_lead_stands_aside_while_it_is_closed_is_given_another(self, centre: World):
        case = closings.asked(centre, "failed")
        with pytest.raises(Refusal) as refused:
            actions.appoint(centre["许分配"], case.pk, [centre["施调解"].own_membership_id])
        assert refused.value.code == "mediator.wrong_state"
        actions.decline(centre["吕调解"], case.pk, why="", conflict="与申请人同住一楼")
        case = actions.appoint(centre["许分配"], case.pk, [centre["施调解"].own_membership_id])
        case.refresh_from_db()
        assert (case.state, case.holder_id) == ("closing", centre["施调解"].own_membership_id)

    def test_a_mediator_of_another_institution_is_not_there_to_be_chosen(self, centre: World):
        case = filed(centre)
        far = mediator("远调解", unit("institution", "TJ2", "城西调解委员会")).own_membership_id
        with pytest.raises(NotFound):
            actions.appoint(centre["许分配"], case.pk, [far])
        actions.appoint(centre["许分配"], case.pk, [centre["吕调解"].own_membership_id])
        with pytest.raises(NotFound):
            actions.replace(centre["许分配"], case.pk, centre["吕调解"].own_membership_id, far, "调离")
        case.refresh_from_db()
        assert (case.holder_id, case.unit_id) == (
            centre["吕调解"].own_membership_id, centre.units["调解"].pk,
        )  # fmt: skip
        # whoever looks over all institutions may lend one
        actions.replace(centre["钱管理"], case.pk, centre["吕调解"].own_membership_id, far, "调离")

    def test_he_accepts_once(self, centre: World):
        case = filed(centre)
        actions.appoint(centre["许分配"], case.pk, [centre["吕调解"].own_membership_id])
        for _ in range(2):
            actions.accept(centre["吕调解"], case.pk)
        assert verbs(case).count("mediator.accepted") == 1
        with pytest.raises(NotFound):
            actions.accept(centre["施调解"], case.pk)
        assert Appointment.objects.get().mediator_id == centre["吕调解"].membership_id

    def test_a_reviewer_appoints_nobody(self, centre: World):
        case = filed(centre)
        with pytest.raises(Forbidden):
            actions.appoint(centre["何审核"], case.pk, [centre["吕调解"].own_membership_id])
        assert not Event.objects.filter(case_id=case.pk, verb="mediator.assign").exists()


def test_an_institution_is_not_deleted_while_cases_or_mediators_hang_on_it(centre: World):
    case = consenting(centre)
    institution = centre.units["调解"]
    with pytest.raises(Refusal) as refused:
        organisations.delete(centre["钱管理"], institution.pk)
    assert refused.value.facts["reasons"] == ["还有 5 个任职", "还有 1 件案件", "还有 2 名调解员"]
    case.refresh_from_db()
    assert case.unit_id == institution.pk
