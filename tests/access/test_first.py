"""An empty installation lets exactly one first administrator in, and only with the key in the server's log."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import connections

from anjie.access import first
from anjie.access.actors import Actor
from anjie.access.models import Account, Membership, Organisation, Role
from anjie.access.shipped import NAMES
from anjie.foundation.refusals import Refusal
from tests.http import Browser
from tests.people import World

ADMIN = {"company": "安和信用管理有限公司", "username": "qian", "name": "钱管理", "staff_no": "0001"}
OWN = "sleet-anchor-2026"


def asked(key: str, password: str = OWN) -> tuple[Browser, Any]:
    browser = Browser()
    browser.fetch_token()
    return browser, browser.post("/api/access/first", {**ADMIN, "key": key, "password": password})


def test_the_first_administrator_is_made_in_the_browser_and_the_page_is_closed(db: None) -> None:
    # given an empty installation
    assert Browser().get("/api/access/first").json() == {"open": True}
    # when somebody with the key fills the page
    browser, made = asked(f" {first.setup_key().upper()} ")
    assert made.status_code == 200, made.content.decode()
    # then he signs in with the password he chose and may do what administrators may
    entered = browser.post("/api/access/sign-in", {"username": "qian", "password": OWN})
    assert entered.status_code == 200
    me = entered.json()["me"]
    assert (me["account"]["name"], me["account"]["must_change_password"]) == ("钱管理", False)
    assert browser.get("/api/access/accounts").json()["count"] == 1
    assert Organisation.objects.get().name == ADMIN["company"]
    assert set(Role.objects.values_list("code", flat=True)) == set(NAMES)
    assert Membership.objects.get().reach == Membership.Reach.ALL
    # and nobody comes after him
    assert Browser().get("/api/access/first").json() == {"open": False}
    _, again = asked(first.setup_key())
    assert (again.status_code, again.json()["code"]) == (409, "first.closed")
    assert Account.objects.count() == 1


@pytest.mark.parametrize(
    ("key", "password", "status", "code"),
    [
        ("", OWN, 403, "first.wrong_key"),
        ("aaaa-aaaa-aaaa-aaaa", OWN, 403, "first.wrong_key"),
        ("right", "12345678", 422, "access.weak_password"),
    ],
)
def test_a_wrong_key_or_a_weak_password_makes_nothing(
    db: None, key: str, password: str, status: int, code: str
) -> None:
    _, refused = asked(first.setup_key() if key == "right" else key, password)
    assert (refused.status_code, refused.json()["code"]) == (status, code)
    assert not Account.objects.exists() and not Organisation.objects.exists()


def test_the_page_is_closed_where_people_are(world: World) -> None:
    before = Account.objects.count()
    _, refused = asked(first.setup_key())
    assert (refused.status_code, refused.json()["code"]) == (409, "first.closed")
    assert Account.objects.count() == before


def test_somebody_who_registered_himself_does_not_close_it(db: None) -> None:
    Account.objects.create(kind=Account.Kind.PERSON, username="zhang", name="张三")
    assert first.is_open()
    _, made = asked(first.setup_key())
    assert made.status_code == 200 and not first.is_open()


def test_two_installations_differ(settings: Any) -> None:
    keys = set()
    for secret in ("one installation's secret", "another's"):
        settings.SECRET_KEY = secret
        keys.add(first.setup_key())
    assert len(keys) == 2 and all(len(key) == 19 for key in keys)


def test_the_command_gives_a_password_of_its_own_to_be_changed(db: None) -> None:
    account, password = first.make(Actor.job("create-admin"), **ADMIN)
    assert account.must_change_password and account.check_password(password)
    entered = Browser()
    entered.fetch_token()
    said = entered.post("/api/access/sign-in", {"username": "qian", "password": password}).json()
    assert said["me"]["account"]["must_change_password"] is True


@pytest.mark.django_db(transaction=True)
def test_of_two_who_come_at_once_one_is_first() -> None:
    start, answers = threading.Barrier(2), []

    def come(username: str) -> None:
        start.wait()
        try:
            first.make(Actor.job("create-admin"), **{**ADMIN, "username": username})
            answers.append("made")
        except Refusal as refusal:
            answers.append(refusal.code)
        finally:
            connections.close_all()

    both = [threading.Thread(target=come, args=(name,)) for name in ("qian", "zhao")]
    for one in both:
        one.start()
    for one in both:
        one.join(60)
    assert sorted(answers) == ["first.closed", "made"]
    assert Account.objects.count() == 1 and Organisation.objects.count() == 1
