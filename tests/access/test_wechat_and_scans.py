"""In by one tap in WeChat or by a scan: one account a number, one browser a scan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from anjie.access.models import (
    Account,
    Scan,
    WechatBinding,
)
from anjie.foundation import clock
from anjie.ports.sms import sms
from anjie.ports.wechat import WechatUser, wechat
from tests.http import Browser
from tests.people import World
from tests.vendors import FakeSms, FakeWechat
from tests.ways_in import NUMBER, fresh, proved, registered


@pytest.fixture(autouse=True)
def vendor() -> Iterator[FakeSms]:
    with sms.held_by(FakeSms()) as port:
        yield port


@pytest.fixture
def tapped() -> Iterator[FakeWechat]:
    with wechat.held_by(FakeWechat()) as port:
        yield port


def test_one_tap_makes_a_personal_account_and_the_next_tap_enters_it(
    db: None, vendor: FakeSms, tapped: FakeWechat
) -> None:
    tapped.users = {"tap-1": WechatUser("o-1", "u-1"), "tap-2": WechatUser("o-1", "u-1")}
    tapped.numbers = {("phone-1", "o-1"): NUMBER}
    browser = fresh()
    told = browser.post("/api/access/wechat/sign-in", {"code": "tap-1"}).json()
    assert told["code"] == "access.wechat_unbound"
    made = browser.post(
        "/api/access/wechat/phone", {"ticket": told["facts"]["ticket"], "phone_code": "phone-1"}
    )
    assert made.status_code == 200, made.content
    assert browser.get("/api/access/profile").json()["missing"] == ["name", "id_no", "sex", "address"]
    again = fresh().post("/api/access/wechat/sign-in", {"code": "tap-2"})
    assert again.json()["me"]["account"]["id"] == made.json()["me"]["account"]["id"]
    replayed = fresh().post("/api/access/wechat/sign-in", {"code": "tap-2"})
    assert (replayed.status_code, replayed.json()["code"]) == (422, "wechat.code")


def test_an_account_of_the_number_is_bound_not_made_again(
    db: None, vendor: FakeSms, tapped: FakeWechat
) -> None:
    registered(vendor)
    tapped.users = {"tap-1": WechatUser("o-1"), "tap-9": WechatUser("o-9")}
    browser = fresh()
    ticket = browser.post("/api/access/wechat/sign-in", {"code": "tap-1"}).json()["facts"]["ticket"]
    with clock.stopped(clock.now() + timedelta(minutes=2)):
        proof = proved(browser, vendor)
        entered = browser.post("/api/access/wechat/phone", {"ticket": ticket, **proof})
    assert entered.status_code == 200
    assert Account.objects.count() == 1
    second = browser.post("/api/access/wechat/bind", {"code": "tap-9"})
    assert (second.status_code, second.json()["code"]) == (409, "wechat.account_bound")
    assert browser.post("/api/access/wechat/unbind").status_code == 200
    assert not WechatBinding.objects.exists()


def test_a_scan_signs_in_the_browser_that_shows_it_and_no_other(db: None, vendor: FakeSms) -> None:
    phone, desk, thief = registered(vendor), fresh(), fresh()
    key = shown(desk)
    assert desk.get("/api/access/scan").json() == {"state": "waiting"}
    seen = phone.post(f"/api/access/scan/{key}/look").json()
    assert (seen["purpose"], len(seen["check_no"])) == ("sign_in", 4)
    assert desk.post("/api/access/scan/enter").json()["code"] == "scan.gone"
    assert phone.post(f"/api/access/scan/{key}/answer", {"yes": True}).status_code == 200
    assert desk.get("/api/access/scan").json() == {"state": "confirmed"}
    assert (thief.post("/api/access/scan/enter").status_code, thief.get("/api/access/scan").json()) == (
        410, {"state": "expired"},
    )  # fmt: skip
    assert desk.post("/api/access/scan/enter").status_code == 200
    assert desk.get("/api/access/me").json()["account"]["name"] == "吴晓"
    replay = phone.post(f"/api/access/scan/{key}/answer", {"yes": True})
    assert (replay.status_code, replay.json()["code"]) == (410, "scan.gone")


def test_a_scan_ends_after_two_minutes(db: None, vendor: FakeSms) -> None:
    phone, desk = registered(vendor), fresh()
    key = shown(desk)
    with clock.stopped(clock.now() + timedelta(minutes=2, seconds=1)):
        assert phone.post(f"/api/access/scan/{key}/answer", {"yes": True}).status_code == 410
        assert desk.get("/api/access/scan").json() == {"state": "expired"}
    assert Scan.objects.get().state == "waiting"


def test_wechat_is_bound_by_scan_only_after_the_page_says_yes(world: World, tapped: FakeWechat) -> None:
    tapped.users = {"tap-1": WechatUser("o-1")}
    desk, phone = Browser(world["李催收"]), fresh()
    key = shown(desk, "bind")
    assert phone.post(f"/api/access/scan/{key}/look").json()["account"] == "李**"
    assert phone.post(f"/api/access/scan/{key}/bind", {"code": "tap-1"}).status_code == 200
    assert not WechatBinding.objects.exists()
    assert desk.post("/api/access/scan/bind/finish").status_code == 200
    assert WechatBinding.objects.get().account_id == world["李催收"].account_id


def test_the_qr_is_a_picture_of_our_address(db: None) -> None:
    picture = fresh().post("/api/access/scan/sign-in").json()["picture"]
    assert picture.startswith("data:image/svg+xml;base64,")


def shown(desk: Browser, purpose: str = "sign-in") -> str:
    """The key in the QR this browser was given."""
    with wechat.held_by(FakeWechat.showing(wechat())) as port:
        assert desk.post(f"/api/access/scan/{purpose}").status_code == 200
    return port.scenes[-1]
