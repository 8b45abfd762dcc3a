"""A code by short message is single use and short-lived; whoever guesses or pumps is stopped."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.db import connections

from anjie.access import codes
from anjie.access.models import (
    SmsCode,
)
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, Refusal
from anjie.ports.failures import Later, Unsure
from anjie.ports.sms import Accepted, RecordingSms, sms
from tests.vendors import FakeSms
from tests.ways_in import NUMBER, PERSON, asked, fresh, proved, registered


@pytest.fixture(autouse=True)
def vendor() -> Iterator[FakeSms]:
    with sms.held_by(FakeSms()) as port:
        yield port


def test_a_code_serves_once_and_for_five_minutes(db: None, vendor: FakeSms) -> None:
    registered(vendor)
    browser = fresh()
    with clock.stopped(clock.now() + timedelta(minutes=2)) as now:
        proof = proved(browser, vendor)
        with clock.stopped(now + timedelta(minutes=5)):
            late = browser.post("/api/access/sign-in/code", proof)
        assert (late.status_code, late.json()["code"]) == (422, "code.gone")
        assert browser.post("/api/access/sign-in/code", proof).status_code == 200
        again = fresh().post("/api/access/sign-in/code", proof)
    assert (again.status_code, again.json()["code"]) == (422, "code.gone")


def test_five_wrong_guesses_end_the_code(db: None, vendor: FakeSms) -> None:
    browser = fresh()
    proof = proved(browser, vendor)
    wrong = proof | {"code": f"{(int(proof['code']) + 1) % 1_000_000:06d}"}
    told = [browser.post("/api/access/sign-in/code", wrong).json() for _ in range(5)]
    assert [one["facts"]["left"] for one in told] == [4, 3, 2, 1, 0]
    assert browser.post("/api/access/sign-in/code", proof).json()["code"] == "code.gone"
    assert SmsCode.objects.get().used_at is None


@pytest.mark.django_db(transaction=True)
def test_parallel_guesses_are_counted_one_by_one(vendor: FakeSms) -> None:
    codes.send(NUMBER, "enter", address="")
    right = vendor.code_of(NUMBER)
    guesses = [f"{(int(right) + step) % 1_000_000:06d}" for step in range(1, 31)]

    def guess(code: str) -> str:
        try:
            codes.check(NUMBER, code, "enter")
            return "in"
        except Invalid as refusal:
            return refusal.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(guess, guesses))
    assert (told.count("code.wrong"), told.count("code.gone")) == (4, 26)
    assert SmsCode.objects.get().guesses == 5
    with pytest.raises(Invalid):
        codes.check(NUMBER, right, "enter")


@pytest.mark.django_db(transaction=True)
def test_two_at_once_with_the_right_code_only_one_gets_in(vendor: FakeSms) -> None:
    codes.send(NUMBER, "enter", address="")
    right = vendor.code_of(NUMBER)

    def enter(_: int) -> bool:
        try:
            return codes.check(NUMBER, right, "enter") == NUMBER
        except Invalid:
            return False
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(enter, range(6))) == 1


def test_pumping_one_number_is_stopped(db: None, vendor: FakeSms) -> None:
    with clock.stopped("2026-09-01T08:00:00+08:00") as now:
        codes.send(NUMBER, "enter", address="192.0.2.1")
        with pytest.raises(Refusal) as soon:
            codes.send(NUMBER, "enter", address="192.0.2.2")
        assert (soon.value.code, soon.value.facts) == ("code.too_many", {"minutes": 1, "most": 1})
    for minute in range(1, 5):
        with clock.stopped(now + timedelta(minutes=2 * minute)):
            codes.send(NUMBER, "enter", address=f"192.0.2.{minute}")
    with clock.stopped(now + timedelta(minutes=30)), pytest.raises(Refusal) as hourly:
        codes.send(NUMBER, "enter", address="192.0.2.9")
    assert hourly.value.facts == {"minutes": 60, "most": 5}
    assert len(vendor.sent) == 5


def test_pumping_across_numbers_from_one_address_is_stopped(db: None, vendor: FakeSms) -> None:
    for last in range(20):
        codes.send(f"199000001{last:02d}", "enter", address="192.0.2.1")
    with pytest.raises(Refusal) as refused:
        codes.send("19900000199", "enter", address="192.0.2.1")
    assert (refused.value.status, refused.value.facts["most"]) == (429, 20)
    codes.send("19900000199", "enter", address="192.0.2.2")
    assert len(vendor.sent) == 21


def test_a_vendor_who_is_down_is_said_and_costs_no_turn(db: None, vendor: FakeSms) -> None:
    vendor.failing = Later("timeout")
    down = asked(fresh())
    assert (down.status_code, down.json()["code"]) == (409, "code.not_sent")
    vendor.failing = None
    assert asked(fresh()).status_code == 200


def test_a_lost_answer_still_lets_the_code_in(db: None, vendor: FakeSms) -> None:
    vendor.losing = Unsure("read_timeout")
    browser = fresh()
    proof = proved(browser, vendor)
    assert browser.post("/api/access/register/person", PERSON | proof).status_code == 200


def test_without_a_vendor_only_a_demo_shows_the_code(db: None, settings: Any) -> None:
    with sms.held_by(RecordingSms()):
        refused = asked(fresh())
        assert (refused.status_code, refused.json()["code"]) == (409, "code.no_vendor")
        settings.DEMO = True
        told = asked(fresh()).json()
    assert (told["recorded"], len(told["code"])) == (True, 6)
    assert SmsCode.objects.get().state == "recorded"


def test_the_answer_is_the_same_whether_the_number_is_known(db: None, vendor: FakeSms) -> None:
    registered(vendor)
    with clock.stopped(clock.now() + timedelta(minutes=2)):
        known, unknown = asked(fresh()), asked(fresh(), "19900000002")
    assert (known.status_code, known.json()) == (unknown.status_code, unknown.json())


def test_an_accepted_message_carries_our_reference(db: None, vendor: FakeSms) -> None:
    codes.send(NUMBER, "enter", address="")
    row = SmsCode.objects.get()
    assert (row.state, row.vendor_reference) == ("sent", f"v-code-{row.pk}")
    assert vendor.send(vendor.sent[0]) == Accepted(f"v-code-{row.pk}")
