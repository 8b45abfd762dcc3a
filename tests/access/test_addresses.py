"""From which addresses staff may work: told at sign-in and at each request, and nobody locks himself out."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import override_settings

from anjie.access.addresses import open_all, within
from anjie.access.models import Account, AddressList, LiveSession, Role, TrailEntry
from anjie.access.verify import verify
from config.middleware import AddressMiddleware
from tests.http import Browser
from tests.people import PASSWORD, World

PATH = "/api/access/addresses"


def put(browser: Browser, *networks: str, **scope: Any) -> Any:
    return browser.post(PATH, {"networks": list(networks), **scope})


def sign_in(world: World, name: str, address: str) -> tuple[Browser, Any]:
    browser = Browser()
    browser.client.defaults["REMOTE_ADDR"] = address
    browser.fetch_token()
    username = Account.objects.get(pk=world[name].account_id).username
    return browser, browser.post("/api/access/sign-in", {"username": username, "password": PASSWORD})


def role(code: str) -> int:
    return Role.objects.get(code=code).pk


def test_without_a_list_every_address_is_let_in(world: World) -> None:
    _, answer = sign_in(world, "李催收", "203.0.113.9")
    assert answer.status_code == 200


def test_an_address_outside_the_list_is_refused_at_sign_in(world: World) -> None:
    assert put(Browser(world["钱管理"]), "127.0.0.1", "10.1.0.0/16").status_code == 200
    _, answer = sign_in(world, "李催收", "203.0.113.9")
    assert (answer.status_code, answer.json()["code"]) == (403, "access.address")
    assert answer.json()["message"] == (
        "您的地址 203.0.113.9 不在允许的登录地址之内，没有登录。请在单位网络内登录，或联系系统管理员登记该地址。"
    )
    assert not LiveSession.objects.filter(account_id=world["李催收"].account_id).exists()
    entry = TrailEntry.objects.get(verb="access.address_refused")
    assert (entry.actor, entry.facts) == (world["李催收"].key, {"address": "203.0.113.9"})
    assert sign_in(world, "李催收", "10.1.200.3")[1].status_code == 200


def test_a_session_taken_elsewhere_ends_there_and_is_on_the_trail_once(world: World) -> None:
    put(Browser(world["钱管理"]), "127.0.0.1", "10.1.0.0/16")
    browser, _ = sign_in(world, "李催收", "10.1.0.7")
    assert browser.get("/api/access/me").status_code == 200
    browser.client.defaults["REMOTE_ADDR"] = "203.0.113.9"
    for _ in range(3):
        answer = browser.get("/api/access/me")
        assert (answer.status_code, answer.json()["code"]) == (401, "access.address")
    assert TrailEntry.objects.filter(verb="access.address_refused").count() == 1
    assert verify().whole


def test_a_changed_list_acts_on_the_next_request(world: World) -> None:
    browser, _ = sign_in(world, "李催收", "10.1.0.7")
    put(Browser(world["钱管理"]), "10.2.0.0/16", role=role("collector"))
    assert browser.get("/api/access/me").json()["code"] == "access.address"


def test_the_narrowest_list_decides(world: World) -> None:
    boss = Browser(world["钱管理"])
    put(boss, "127.0.0.1")
    put(boss, "10.1.0.0/16", role=role("collector"))
    put(boss, "10.9.0.0/16", membership=world["周催收"].membership_id)
    tried = {
        (name, address): sign_in(world, name, address)[1].status_code
        for name in ("李催收", "周催收", "王内勤")
        for address in ("127.0.0.1", "10.1.0.1", "10.9.0.1")
    }
    assert [key for key, status in tried.items() if status == 200] == [
        ("李催收", "10.1.0.1"),
        ("周催收", "10.9.0.1"),
        ("王内勤", "127.0.0.1"),
    ]


def test_nobody_locks_himself_out(world: World) -> None:
    boss = Browser(world["钱管理"])
    for scope in ({}, {"role": role("administrator")}, {"membership": world["钱管理"].membership_id}):
        answer = put(boss, "10.1.0.0/16", **scope)
        assert (answer.status_code, answer.json()["code"]) == (409, "addresses.locks_you_out")
        assert answer.json()["facts"] == {"address": "127.0.0.1"}
    assert not AddressList.objects.exists()
    # A list of one's own may let in what the wide one does not; taking it away is then refused as well.
    own = put(boss, "127.0.0.0/8", membership=world["钱管理"].membership_id).json()["id"]
    assert put(boss, "10.1.0.0/16").status_code == 200
    assert boss.delete(f"{PATH}/{own}").json()["code"] == "addresses.locks_you_out"
    assert AddressList.objects.count() == 2
    assert not TrailEntry.objects.filter(verb="addresses.removed").exists()


@pytest.mark.parametrize(
    ("networks", "code"),
    [
        (["10.1.0.0/40"], "addresses.not_a_network"),
        (["公司"], "addresses.not_a_network"),
        ([" ", ""], "addresses.empty"),
        ([f"10.0.{one}.0/24" for one in range(201)], "addresses.too_many"),
    ],
)
def test_what_is_no_list_is_refused(world: World, networks: list[str], code: str) -> None:
    answer = put(Browser(world["钱管理"]), *networks)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert not AddressList.objects.exists()


def test_lists_are_seen_changed_and_removed_on_the_trail(world: World) -> None:
    boss = Browser(world["钱管理"])
    put(boss, "127.0.0.1", "192.168.3.77/24", "192.168.3.0/24", note="总部")
    put(boss, "127.0.0.1", "2001:DB8::/32", note="总部与分部")
    seen = boss.get(PATH).json()
    assert seen["your_address"] == "127.0.0.1"
    assert [(one["scope"], one["networks"], one["note"], one["changed_by"]) for one in seen["rows"]] == [
        ("全体人员", ["127.0.0.1/32", "2001:db8::/32"], "总部与分部", "钱管理")
    ]
    assert boss.delete(f"{PATH}/{seen['rows'][0]['id']}").status_code == 200
    verbs = TrailEntry.objects.filter(verb__startswith="addresses.").order_by("seq")
    assert [entry.verb for entry in verbs] == ["addresses.set", "addresses.set", "addresses.removed"]
    assert sign_in(world, "李催收", "203.0.113.9")[1].status_code == 200


def test_the_server_itself_is_the_way_back_in(world: World) -> None:
    put(Browser(world["钱管理"]), "127.0.0.1")
    assert open_all() == 1
    assert sign_in(world, "钱管理", "203.0.113.9")[1].status_code == 200
    assert TrailEntry.objects.get(verb="addresses.removed").actor == "job:open-addresses"


def test_an_address_of_both_worlds_is_one_address() -> None:
    assert within("::ffff:10.1.2.3", ["10.1.0.0/16"])
    assert not within("", ["0.0.0.0/0"])


@pytest.mark.parametrize(
    ("trusted", "peer", "forwarded", "found"),
    [
        ([], "203.0.113.9", "10.1.0.7", "203.0.113.9"),
        (["10.0.0.1"], "203.0.113.9", "10.1.0.7", "203.0.113.9"),
        (["10.0.0.1"], "10.0.0.1", "10.1.0.7", "10.1.0.7"),
        # Whoever asks may write the header himself: what the proxy appended counts.
        (["10.0.0.1"], "10.0.0.1", "10.1.0.7, 203.0.113.9", "203.0.113.9"),
        (["10.0.0.0/24"], "10.0.0.1", "203.0.113.9, 10.0.0.2", "203.0.113.9"),
        (["10.0.0.1"], "10.0.0.1", "unknown", "10.0.0.1"),
        (["10.0.0.1"], "10.0.0.1", "", "10.0.0.1"),
    ],
)
def test_only_a_trusted_proxy_is_believed(trusted: list[str], peer: str, forwarded: str, found: str) -> None:
    request = HttpRequest()
    request.META = {"REMOTE_ADDR": peer, "HTTP_X_FORWARDED_FOR": forwarded}
    with override_settings(TRUSTED_PROXIES=trusted):
        AddressMiddleware(lambda _: HttpResponse())(request)
    assert request.META["REMOTE_ADDR"] == found
