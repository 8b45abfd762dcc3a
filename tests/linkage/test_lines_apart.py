"""Who may do everything in both lines still does to a case only what its own line knows."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from anjie.access.actors import Actor
from anjie.access.models import Membership
from anjie.desk.public import Case, Event, cases_for
from anjie.foundation.refusals import NotFound
from anjie.lines.mediation.deeds import FilingDeed
from anjie.lines.recovery.deeds import WorkDeed
from anjie.lines.recovery.payment.claims import claim
from anjie.lines.recovery.work import asking, team
from anjie.lines.recovery.work.models import Instruction, MaterialRequest
from tests.linkage.walks import debt, sent
from tests.people import World


@pytest.fixture
def everybody(centre: World) -> Actor:
    """One person with every deed and all clients."""
    return replace(centre["李催收"], deeds=frozenset({"*"}), reach=Membership.Reach.ALL, client_ids=None)


def test_deeds_of_a_line_find_its_cases_alone(centre: World, everybody: Actor) -> None:
    case = debt(centre)
    mediation = sent(centre, case).mediation
    assert list(cases_for(everybody, WorkDeed.RECORD)) == [case]
    assert list(cases_for(everybody, FilingDeed.DECIDE)) == [mediation]


def test_a_dispute_is_not_worked_like_a_debt(centre: World, everybody: Actor) -> None:
    mediation = sent(centre, debt(centre)).mediation
    before = Event.objects.filter(case_id=mediation.pk).count()
    for attempt in (
        lambda: asking.ask_material(everybody, mediation.pk, "账单明细", "核对账单"),
        lambda: asking.instruct(everybody, mediation.pk, "请核实", date(2026, 12, 1)),
        lambda: claim(everybody, mediation.pk, Decimal("1.00"), date(2026, 9, 1)),
    ):
        with pytest.raises(NotFound):
            attempt()
    assert not MaterialRequest.objects.exists() and not Instruction.objects.exists()
    assert Event.objects.filter(case_id=mediation.pk).count() == before


def test_who_holds_disputes_is_no_collector_of_the_team(centre: World, everybody: Actor) -> None:
    case = debt(centre)
    mediation = sent(centre, case).mediation
    Case.objects.filter(pk=mediation.pk).update(holder_id=centre["吕调解"].membership_id)
    rows = {row["name"]: row["cases"] for row in team.team(everybody)["rows"]}
    assert "吕调解" not in rows and rows["李催收"] == 1
