from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from anjie.access.actors import Actor
from anjie.desk.public import Case, ContactPoint, Event
from anjie.foundation import clock
from anjie.lines.recovery.payment.models import Repayment
from anjie.lines.recovery.work.models import ResultCode, WorkRecord
from anjie.lines.recovery.work.records import Contacted, PromiseMade, record_work
from anjie.lines.recovery.work.results import ship_results

NOON = "2026-09-01T12:00:00+08:00"


@pytest.fixture
def noon() -> Iterator[None]:
    """Tuesday 2026-09-01, twelve o'clock in Beijing: inside the hours of every channel."""
    with clock.stopped(NOON):
        yield


def result(code: str) -> int:
    """The id of a shipped result by its code."""
    ship_results()
    return ResultCode.objects.get(client=None, code=code).pk


def phone(case: Case) -> ContactPoint:
    """The case's first contact point."""
    return ContactPoint.objects.filter(case=case).order_by("position", "id")[0]


def call(actor: Actor, case: Case, code: str = "not_connected.no_answer", **told: Any) -> WorkRecord:
    """One call recorded by ``actor`` with a shipped result."""
    key = told.pop("key", None)
    told.setdefault("contact_point", phone(case).pk if "number" not in told else None)
    return record_work(actor, Contacted(case=case.pk, result=result(code), **told), key)


def promised(amount: str, due_on: str) -> PromiseMade:
    return PromiseMade(Decimal(amount), date.fromisoformat(due_on))


def paid(case: Case, amount: str, on: str) -> Repayment:
    """A repayment that counts, as the payment chapter stores it; announcing it is the test's part."""
    return Repayment.objects.create(
        case=case,
        client_id=case.organisation_id,
        amount=Decimal(amount),
        paid_on=date.fromisoformat(on),
        fingerprint=f"{case.pk}-{on}-{amount}-{Repayment.objects.count()}",
        source=Repayment.Source.HAND,
        entered_at=clock.now(),
    )


def events(case: Case) -> list[str]:
    """The verbs on the case's timeline in order, its opening left out."""
    verbs = Event.objects.filter(case_id=case.pk).order_by("seq").values_list("verb", flat=True)
    return [
        verb
        for verb in verbs
        if verb.split(".")[0] in ("work", "contact", "promise", "joint", "material", "instruction")
    ]
