"""What was asked of the gate on a case is listed with how often it allowed and refused."""

from __future__ import annotations

import pytest
from django.db import transaction

from anjie.desk.public import ContactPoint
from anjie.foundation import clock
from anjie.services.contact import gate
from tests.cases import place
from tests.http import Browser
from tests.people import World

pytestmark = pytest.mark.django_db


def test_the_attempts_of_a_case_are_counted_by_verdict(world: World) -> None:
    with clock.stopped("2026-09-01T12:00:00+08:00"):
        case = place(world, name="张三", phones=("10000000001",))
        point = ContactPoint.objects.get(case=case)
        for _ in range(4):  # three answered calls a day are allowed
            with transaction.atomic():
                gate.decide(world["李催收"], gate.ask_for(case, "call", point=point), answered=True)

        answer = Browser(world["李催收"]).get(f"/api/contact/attempts?case={case.pk}").json()

    assert answer["count"] == 4
    assert answer["totals"] == {"allowed": 3, "refused": 1}
    assert [row["allowed"] for row in answer["rows"]] == [False, True, True, True]
    assert answer["rows"][0]["rule"] == "contact.answered_per_day"
