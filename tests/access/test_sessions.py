"""Signing in: one live session, told why it ended, locked out, forced password change, idle time-out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from anjie.access.models import Account, LiveSession, Membership, TrailEntry
from anjie.access.shipped import ship_roles
from anjie.foundation import clock
from tests.http import Browser
from tests.people import PASSWORD, World


def sign_in(browser: Browser, username: str, password: str = PASSWORD):
    browser.fetch_token()
    return browser.post("/api/access/sign-in", {"username": username, "password": password})


def username_of(world: World, name: str) -> str:
    return Account.objects.get(pk=world[name].account_id).username


def test_she_signs_in_and_sees_her_membership(world: World) -> None:
    browser = Browser()
    answer = sign_in(browser, username_of(world, "李催收"))
    assert answer.status_code == 200
    me = browser.get("/api/access/me").json()
    assert me["account"]["name"] == "李催收"
    assert me["membership"]["label"] == "催收员 · 北一组"
    assert "placement.see_commission" not in me["permissions"]
    assert me["demo"] is False


def test_a_wrong_password_is_refused_and_nothing_begins(world: World) -> None:
    answer = sign_in(Browser(), username_of(world, "李催收"), "wrong-password")
    assert answer.status_code == 401
    assert answer.json()["code"] == "access.wrong_password"
    assert not LiveSession.objects.exists()


def test_five_failures_lock_the_account_even_for_the_right_password(world: World) -> None:
    browser, username = Browser(), username_of(world, "李催收")
    for _ in range(4):
        assert sign_in(browser, username, "wrong-password").status_code == 401
    assert sign_in(browser, username, "wrong-password").status_code == 429
    answer = sign_in(browser, username)
    assert (answer.status_code, answer.json()["code"]) == (429, "access.locked")
    assert not LiveSession.objects.exists()


def test_a_new_sign_in_ends_the_old_one_which_is_told_why(world: World) -> None:
    first, second = Browser(), Browser()
    username = username_of(world, "李催收")
    sign_in(first, username)
    sign_in(second, username)
    told = first.get("/api/access/me")
    assert told.status_code == 401
    assert told.json()["code"] == "access.displaced"
    assert "在别处登录" in told.json()["message"]
    assert second.get("/api/access/me").status_code == 200


def test_an_idle_session_ends_and_says_so(world: World, settings) -> None:
    settings.IDLE_MINUTES = 30
    browser = Browser(world["李催收"])
    LiveSession.objects.update(seen_at=clock.now() - timedelta(minutes=31))
    answer = browser.get("/api/access/me")
    assert (answer.status_code, answer.json()["code"]) == (401, "access.idle")
    assert LiveSession.objects.get().ended_why == "idle"


def test_a_password_older_than_thirty_days_must_be_changed_first(world: World) -> None:
    browser = Browser(world["赵主管"])
    Account.objects.filter(pk=world["赵主管"].account_id).update(
        password_changed_at=clock.now() - timedelta(days=30, seconds=1)
    )
    assert browser.get("/api/access/me").json()["account"]["must_change_password"] is True
    elsewhere = browser.post("/api/desk/search", {"q": "张"})
    assert (elsewhere.status_code, elsewhere.json()["code"]) == (403, "access.password_due")
    changed = browser.post("/api/access/password", {"old": PASSWORD, "new": "Quiet-teal-7781"})
    assert changed.status_code == 200
    assert browser.get("/api/access/me").json()["account"]["must_change_password"] is False


def test_none_of_the_last_five_passwords_is_taken_again(world: World) -> None:
    browser, current = Browser(world["赵主管"]), PASSWORD
    for number in range(5):
        new = f"Quiet-teal-{number}-88"
        assert browser.post("/api/access/password", {"old": current, "new": new}).status_code == 200
        current = new
    again = browser.post("/api/access/password", {"old": current, "new": PASSWORD})
    assert (again.status_code, again.json()["code"]) == (422, "access.password_reused")
    assert Account.objects.get(pk=world["赵主管"].account_id).check_password(current)


def test_a_session_key_is_useless_once_signed_out(world: World) -> None:
    browser = Browser(world["李催收"])
    key = browser.client.session.session_key
    assert browser.post("/api/access/sign-out").status_code == 200
    bearer = Client(headers={"Authorization": f"Bearer {key}"})
    assert bearer.get("/api/access/me").json()["code"] == "access.signed_out"


def test_a_post_without_the_csrf_token_is_refused(world: World) -> None:
    browser = Browser(world["李催收"])
    answer = browser.client.post("/api/access/sign-out", content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (403, "access.csrf")
    assert LiveSession.objects.get().ended_at is None


def test_she_switches_between_her_memberships_and_rights_follow(world: World) -> None:
    one = world["李催收"]
    other = Membership.objects.create(
        account_id=one.account_id, role=ship_roles()["clerk"], unit=world.units["北"], reach="branch"
    )
    browser = Browser(one)
    answer = browser.post("/api/access/switch", {"membership": other.pk})
    assert "placement.import" in answer.json()["permissions"]
    assert browser.get("/api/access/me").json()["membership"]["id"] == other.pk
    assert TrailEntry.objects.filter(verb="access.switched").count() == 1


def test_nobody_switches_to_anothers_membership(world: World) -> None:
    browser = Browser(world["李催收"])
    answer = browser.post("/api/access/switch", {"membership": world["钱管理"].membership_id})
    assert answer.status_code == 404
    assert LiveSession.objects.get().membership_id == world["李催收"].membership_id


def test_a_changed_role_acts_on_the_next_request(world: World) -> None:
    browser = Browser(world["王内勤"])
    assert browser.get("/api/access/organisations").status_code == 403
    role = ship_roles()["clerk"]
    role.deeds = [*role.deeds, "access.organisations_see"]
    role.save()
    assert browser.get("/api/access/organisations").status_code == 200


@pytest.mark.parametrize("demo", [True, False])
def test_demo_sign_ins_are_listed_in_demo_mode_only(world: World, settings, demo: bool) -> None:
    settings.DEMO = demo
    rows = Browser().get("/api/access/demo-sign-ins").json()
    assert len(rows) == (10 if demo else 0)
