"""The other side without an account is invited by short message: through the gate, once a move, naming nobody."""

from __future__ import annotations

from datetime import datetime

from anjie.access.actors import Actor
from anjie.access.models import Account
from anjie.desk.public import Case, ContactPoint, Event, Party, move_case
from anjie.foundation import clock
from anjie.lines.mediation.inviting import INVITED, invite_by_number
from anjie.services.contact.models import Attempt
from anjie.services.notices.models import Delivery
from anjie.services.notices.templates import template_of
from tests.lines.mediation.conftest import submitted
from tests.people import World

JOB = Actor.job("mediation.invite")
APPROVE = "review.approve"


def approved(centre: World, at: str = "12:00", *, registered: bool = False) -> Case:
    case = submitted(centre)
    if not registered:
        Account.objects.filter(name="秦海涛").update(is_active=False)
    with clock.stopped(f"2026-09-01T{at}:00+08:00"):
        return move_case(centre["何审核"], case.pk, APPROVE)


def test_he_is_invited_once_and_nobody_is_named(centre: World):
    case = approved(centre)
    assert invite_by_number(JOB, case.pk, APPROVE) == 1
    assert invite_by_number(JOB, case.pk, APPROVE) == 0
    row = Delivery.objects.get(template=INVITED)
    assert row.outside is not None and row.outside.number_mask == "134****0002"
    assert row.facts == {"institution": "城东调解委员会", "no": case.no}
    template = template_of(INVITED)
    assert template.sms_params == ("institution", "no") and "沈梅" not in template.text.format_map(row.facts)
    assert Attempt.objects.get(channel="sms").allowed
    assert Event.objects.filter(case_id=case.pk, verb="respondent.invited").count() == 1


def test_who_has_an_account_is_told_there(centre: World):
    case = approved(centre, registered=True)
    assert invite_by_number(JOB, case.pk, APPROVE) == 0 and not Delivery.objects.filter(template=INVITED)


def test_at_night_it_leaves_in_the_morning(centre: World):
    case = approved(centre, "22:00")
    with clock.stopped("2026-09-01T22:00:00+08:00"):
        assert invite_by_number(JOB, case.pk, APPROVE) == 1
    assert Delivery.objects.get(template=INVITED).due_at == datetime(2026, 9, 2, 8, tzinfo=clock.ZONE)
    assert list(Attempt.objects.order_by("id").values_list("allowed", flat=True)) == [False, True]


def test_who_is_not_to_be_contacted_is_not(centre: World):
    case = approved(centre)
    person = Party.objects.get(case=case, part="respondent").person_id
    ContactPoint.objects.filter(case=case, person_id=person).update(do_not_contact=True)
    assert invite_by_number(JOB, case.pk, APPROVE) == 0 and not Delivery.objects.filter(template=INVITED)
