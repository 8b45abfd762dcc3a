"""What is measured is seeded by bare statements: each seed still fits the tables, and its questions are still answered."""

from __future__ import annotations

import pytest
from django.db import connection

from anjie.access.models import LiveSession
from bench import assign, disputes, live, notices, typical
from bench import list as listing
from config import agreement, doctor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def settled() -> None:
    """Seeds take indexes and foreign keys away, which no table lets happen while a check of it waits."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def agreed(*names: str) -> None:
    """The rows agree with each other as those of the product do."""
    for one in agreement.QUESTIONS:
        if one.name in names:
            assert doctor.agrees(one) == "一致"


def test_disputes() -> None:
    told = disputes.run(cases=2000, rounds=1, warm=0)
    counts = {one["name"]: one["count"] for one in told["questions"]}
    asked = ("newest submitted, whole list", "the library of mediators", "ranking, this year")
    assert [counts[name] for name in asked] == [2000, 120, 120]
    agreed("sums.kept", "outcomes")
    doctor.points_at_something()


def test_list() -> None:
    told = listing.run(cases=2000, rounds=1, warm=0)
    counts = {one["name"]: one["count"] for one in told["questions"]}
    assert (counts["newest, whole desk"], counts["whole phone number"]) == (2000, 3)
    agreed("sums.kept", "settled", "placements")
    doctor.points_at_something()


def test_assign() -> None:
    told = assign.run(cases=60, people=4)
    assert (told["assigned"], told["spread_count"]) == (60, 0)


def test_typical() -> None:
    assert typical.run(cases=20)["hit_at_3"] >= 0.9


def test_live() -> None:
    assert len(live._sign_in_many(3)) == LiveSession.objects.count() == 3
    live._sign_out_all()
    assert not LiveSession.objects.exists()


def test_notices() -> None:
    assert len(notices._people(3)) == 3
    notices._signed_in()
    assert LiveSession.objects.count() == 1
