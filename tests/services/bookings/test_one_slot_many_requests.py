"""A thousand requests for one slot: exactly one has it, and nobody is left waiting for another."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from anjie.foundation import clock
from anjie.foundation.refusals import Refusal
from anjie.services.bookings.actions import book_room
from anjie.services.bookings.models import Booking
from anjie.services.bookings.rooms import save_room
from tests.cases import place
from tests.people import build_world, member

ALL_DAY = {str(day): [["00:00", "23:30"]] for day in range(1, 8)}


@pytest.mark.django_db(transaction=True)
def test_exactly_one_wins() -> None:
    world = build_world()
    case = place(world)
    who = member("林调解", "mediator", world.units["公司"], "company")
    room = save_room(
        world["钱管理"], name="一号", place="东楼", seats=4, hours=ALL_DAY, closed_on_holidays=False
    )
    begins = (clock.now() + timedelta(days=2)).replace(hour=9, minute=0, second=0, microsecond=0)
    requests, threads = 1000, 6
    together = threading.Barrier(threads)
    outcome: list[str] = []

    def work(part: int) -> None:
        together.wait()
        try:
            for number in range(part, requests, threads):
                # Every other one asks for a time that only overlaps.
                shift = timedelta(minutes=30 * (number % 2))
                try:
                    book_room(who, room.pk, case.pk, begins + shift, begins + shift + timedelta(hours=1))
                    outcome.append("won")
                except Refusal as refusal:
                    outcome.append(refusal.code)
        finally:
            connection.close()

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(work, range(threads)))
    assert (outcome.count("won"), outcome.count("bookings.taken")) == (1, requests - 1)
    assert Booking.objects.count() == 1
