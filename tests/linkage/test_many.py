"""Many cases sent in the background: each by itself, what is refused is told with why."""

from __future__ import annotations

import json

import pytest

from anjie.desk.public import Case, Target
from anjie.foundation.refusals import Forbidden, Invalid, NotFound
from anjie.foundation.sealed import sealer
from anjie.lines.mediation.application.models import Dispute
from anjie.linkage import many, many_run, queries
from anjie.linkage.models import SEALED_ANSWERS, CaseLink, Sending
from tests.linkage.walks import debt, referral
from tests.people import World


@pytest.fixture
def reachable(centre: World) -> World:
    """The bank has a number of its own, so nobody asks for one."""
    bank = centre.clients["DEMO-BANK"]
    bank.contact_phone = "13491230009"
    bank.save(update_fields=["contact_phone"])
    return centre


def asked(centre: World, ids: list[int], who: str = "孙内勤", **told: object) -> Sending:
    return many.ask(centre[who], Target(ids=ids), referral(centre, phone="", **told), with_papers=True)


def test_each_goes_by_itself_and_every_refusal_is_told(reachable: World) -> None:
    good = [debt(reachable), debt(reachable, name="外人", mobile="13491230003")]
    over, mute = debt(reachable, state="closed"), debt(reachable, mobile="", phones=())
    run = asked(reachable, [one.pk for one in (*good, over, mute)])
    many_run.go_on(run.pk)
    told = queries.sending(reachable["孙内勤"], run.pk)
    assert (told["state"], told["done"], told["total"], told["sent"]) == ("done", 4, 4, 2)
    assert {(one["no"], one["code"]) for one in told["refused"]} == {
        (over.no, "move.wrong_state"),
        (mute.no, "linkage.debtor_phone"),
    }
    assert set(CaseLink.objects.values_list("case_id", flat=True)) == {one.pk for one in good}


def test_the_answers_wait_sealed_and_a_sending_of_an_earlier_version_still_goes(reachable: World) -> None:
    run = asked(reachable, [debt(reachable).pk, debt(reachable).pk])
    answers = dict(referral(reachable).answers)
    assert (
        "answers" not in run.given
        and json.loads(sealer().open(run.answers_sealed, SEALED_ANSWERS, run.pk)) == answers
    )
    assert many_run._next(run.pk)
    # one that an earlier version asked for, after this one's migration
    run.given, run.answers_sealed = run.given | {"answers": answers}, None
    run.save(update_fields=["given", "answers_sealed"])
    many_run.go_on(run.pk)
    disputes = Dispute.objects.filter(case__in=CaseLink.objects.values("mediation"))
    assert [one.answers | answers == one.answers for one in disputes] == [True, True]


def test_run_again_after_a_kill_it_goes_on_where_it_was(reachable: World) -> None:
    run = asked(reachable, [debt(reachable).pk, debt(reachable).pk, debt(reachable).pk])
    assert many_run._next(run.pk)
    many_run.go_on(run.pk)
    many_run.go_on(run.pk)
    run.refresh_from_db()
    assert (run.state, run.done, run.sent, run.refused) == ("done", 3, 3, [])
    assert CaseLink.objects.count() == 3


def test_what_is_wrong_for_all_is_refused_at_once(reachable: World) -> None:
    case = debt(reachable)
    for wrong, code in (
        ({"answers": {"agent_name": "孙内勤"}}, "application.incomplete"),
        ({"kind": "nothing"}, "application.kind"),
        ({"reason": " "}, "linkage.reason_required"),
    ):
        with pytest.raises(Invalid) as refused:
            asked(reachable, [case.pk], **wrong)
        assert refused.value.code == code
    with pytest.raises(Forbidden):
        asked(reachable, [case.pk], who="李催收")
    assert not Sending.objects.exists() and not Case.objects.filter(line="mediation").exists()


def test_a_client_without_a_number_is_told_for_each(centre: World) -> None:
    run = asked(centre, [debt(centre).pk])
    many_run.go_on(run.pk)
    run.refresh_from_db()
    assert [one["code"] for one in run.refused] == ["linkage.client_phone"]


def test_only_who_sends_them_reads_how_far_they_are(reachable: World) -> None:
    run = asked(reachable, [debt(reachable).pk])
    with pytest.raises(NotFound):
        queries.sending(reachable["钱管理"], run.pk)


def test_a_case_out_of_reach_is_not_named(reachable: World) -> None:
    here, far = debt(reachable), debt(reachable, client="DEMO-CF")
    here.refresh_from_db()
    run = asked(reachable, [here.pk, far.pk], who="赵主管")
    Case.objects.filter(pk=far.pk).update(unit_id=reachable.units["南一组"].pk)
    many_run.go_on(run.pk)
    run.refresh_from_db()
    assert [(one["no"], one["code"]) for one in run.refused] == [("", "not_found")]
