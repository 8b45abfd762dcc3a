"""What must agree is asked: nothing in a sound database, and each thing by name once somebody went round us."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection

from anjie.desk.models import Case
from anjie.lines.recovery.payment.actions import count_repayments
from anjie.lines.recovery.payment.rules import RepaymentIn
from config import agreement, doctor
from tests.cases import place
from tests.people import World

BREAKS = {
    "sums.kept": "UPDATE desk_casesum SET balance = balance + 1",
    "sums.batches": "UPDATE desk_casesum SET cases = cases + 1 WHERE batch_id <> 0",
    "batches.clients": "UPDATE desk_batch SET organisation_id = (SELECT id FROM access_organisation WHERE code = 'DEMO-CF')",
    "repayments": "UPDATE recovery_repayment SET amount = amount - 1",
    "settled": "UPDATE desk_case SET state = 'settled'",
    "holders": "DELETE FROM desk_holding",
    "placements": "DELETE FROM recovery_placement",
    "timeline": "DELETE FROM desk_event",
    "orphans": "UPDATE desk_party SET person_id = 987654321",
}


@pytest.fixture
def case(world: World) -> Case:
    made = place(world, batch_no="B-1")
    row = RepaymentIn(
        row=2, amount=made.balance / 4, paid_on=made.opened_at.date(), case_id=made.pk, reference="1"
    )
    count_repayments(world["孙内勤"], [row], client_id=made.organisation_id)
    return made


@pytest.fixture
def went_round() -> Iterator[None]:
    """As a superuser may: no trigger and no foreign key looks."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET LOCAL session_replication_role = 'replica'")
        yield
        cursor.execute("SET LOCAL session_replication_role = 'origin'")


def wrong() -> dict[str, str]:
    return {one.name: one.message for one in doctor.reconcile() if not one.ok}


def test_a_sound_database_agrees(case: Case) -> None:
    assert wrong() == {}
    assert len(doctor.reconcile()) == len(agreement.QUESTIONS) + 1


@pytest.mark.parametrize("name", BREAKS)
def test_what_disagrees_is_named(case: Case, went_round: None, name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(BREAKS[name])
        assert cursor.rowcount > 0
    told = wrong()
    assert name in told
    named = {"sums.kept": "recovery open", "sums.batches": "B-1", "orphans": "desk_party.person_id 有 1 行"}
    assert named.get(name, case.no) in told[name]
