"""In by a code, by WeChat, by a scan: what is single use stays single use, whoever guesses is stopped."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.db import connections

from anjie.access import codes
from anjie.access.models import (
    Account,
    EnterpriseFacts,
    LiveSession,
    PersonFacts,
    Scan,
    SmsCode,
    WechatBinding,
)
from anjie.foundation import clock
from anjie.foundation.identifiers import id_check_digit
from anjie.foundation.refusals import Invalid, Refusal
from anjie.ports.failures import Later, Unsure
from anjie.ports.sms import Accepted, RecordingSms, sms
from anjie.ports.wechat import WechatUser, wechat
from tests.http import Browser
from tests.people import World
from tests.vendors import FakeSms, FakeWechat

NUMBER = "19900000001"
"""No operator gives out 1990000…: it reaches nobody."""
ID_NO = "11010119900307281"
ID_NO += id_check_digit(ID_NO)
PERSON = {"name": "吴晓", "id_no": ID_NO, "address": "测试市测试路 1 号"}


@pytest.fixture(autouse=True)
def vendor() -> Iterator[FakeSms]:
    with sms.held_by(FakeSms()) as port:
        yield port


@pytest.fixture
def tapped() -> Iterator[FakeWechat]:
    with wechat.held_by(FakeWechat()) as port:
        yield port


def fresh() -> Browser:
    browser = Browser()
    browser.fetch_token()
    return browser


def asked(browser: Browser, number: str = NUMBER, purpose: str = "enter") -> Any:
    return browser.post("/api/access/codes", {"mobile": number, "purpose": purpose})


def proved(browser: Browser, vendor: FakeSms, number: str = NUMBER) -> dict[str, str]:
    assert asked(browser, number).status_code == 200
    return {"mobile": number, "code": vendor.code_of(number)}


def registered(vendor: FakeSms, number: str = NUMBER, **facts: str) -> Browser:
    browser = fresh()
    answer = browser.post("/api/access/register/person", PERSON | facts | proved(browser, vendor, number))
    assert answer.status_code == 200, answer.content
    return browser


def test_a_person_registers_and_is_a_party_and_no_staff(db: None, vendor: FakeSms) -> None:
    browser = registered(vendor)
    me = browser.get("/api/access/me").json()
    assert me["membership"] == {
        "id": 0, "label": "本人", "role": "party", "role_name": "本人", "unit_id": 0, "unit": "", "reach": "party",
    }  # fmt: skip
    assert me["permissions"] == ["party.apply", "party.self", "party.take_part"]
    profile = browser.get("/api/access/profile").json()
    assert (profile["mobile"], profile["id_no"], profile["sex"]) == (
        "199****0001",
        "110***********" + ID_NO[-4:],
        "男",
    )
    assert (profile["address"], profile["missing"]) == ("测试市测试路 1 号", [])
    for path in (
        "/api/insight/home",
        "/api/access/lookups/members",
        "/api/access/lookups/clients",
        "/api/office/announcements",
    ):
        refused = browser.get(path)
        assert (refused.status_code, refused.json()["code"]) == (403, "access.forbidden"), path
    row = PersonFacts.objects.get()
    assert ID_NO.encode() not in bytes(row.id_no_sealed or b"")


def test_an_enterprise_registers_with_its_facts(db: None, vendor: FakeSms) -> None:
    browser = fresh()
    facts = {
        "name": "测试商贸有限公司", "credit_code": "91350100M000100Y43", "legal_representative": "郑方",
        "contact_name": "卫联", "address": "测试市",
    }  # fmt: skip
    answer = browser.post("/api/access/register/enterprise", facts | proved(browser, vendor))
    assert answer.status_code == 200, answer.content
    assert EnterpriseFacts.objects.get().credit_code == "91350100M000100Y43"
    edited = browser.patch("/api/access/profile", {"contact_name": "蒋联"})
    assert (edited.json()["contact_name"], edited.json()["legal_representative"]) == ("蒋联", "郑方")


def test_a_wrong_id_number_is_told_before_the_code_is_used_up(db: None, vendor: FakeSms) -> None:
    browser = fresh()
    proof = proved(browser, vendor)
    wrong = browser.post("/api/access/register/person", PERSON | {"id_no": "110101199003072810"} | proof)
    assert (wrong.status_code, wrong.json()["code"]) == (422, "id_no.check_digit")
    assert not Account.objects.exists()
    assert browser.post("/api/access/register/person", PERSON | proof).status_code == 200


def test_the_answer_is_the_same_whether_the_number_is_known(db: None, vendor: FakeSms) -> None:
    registered(vendor)
    with clock.stopped(clock.now() + timedelta(minutes=2)):
        known, unknown = asked(fresh()), asked(fresh(), "19900000002")
    assert (known.status_code, known.json()) == (unknown.status_code, unknown.json())


def test_who_has_no_account_registers_with_the_ticket_of_the_sign_in(db: None, vendor: FakeSms) -> None:
    browser = fresh()
    told = browser.post("/api/access/sign-in/code", proved(browser, vendor))
    assert (told.status_code, told.json()["code"]) == (409, "access.not_registered")
    ticket = told.json()["facts"]["ticket"]
    assert NUMBER not in ticket
    forged = browser.post("/api/access/register/person", PERSON | {"ticket": ticket[:-2] + "xx"})
    assert (forged.status_code, forged.json()["code"]) == (422, "access.proof_gone")
    with clock.stopped(clock.now() + timedelta(minutes=11)):
        late = browser.post("/api/access/register/person", PERSON | {"ticket": ticket})
    assert late.json()["code"] == "access.proof_gone"
    assert not Account.objects.exists()
    assert browser.post("/api/access/register/person", PERSON | {"ticket": ticket}).status_code == 200


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


def test_staff_sign_in_by_code_under_their_own_rules(world: World, vendor: FakeSms) -> None:
    from anjie.access.mobiles import set_mobile

    account = Account.objects.get(pk=world["李催收"].account_id)
    set_mobile(account, NUMBER)
    first, second = fresh(), fresh()
    assert (
        first.post("/api/access/sign-in/code", proved(first, vendor)).json()["me"]["membership"]["role"]
        == "collector"
    )
    with clock.stopped(clock.now() + timedelta(minutes=2)):
        second.post("/api/access/sign-in/code", proved(second, vendor))
        assert first.get("/api/access/me").json()["code"] == "access.displaced"
    with clock.stopped(clock.now() + timedelta(minutes=40)):
        assert second.get("/api/access/me").json()["code"] == "access.idle"


def test_a_collector_with_a_side_of_her_own_switches_to_it_and_back(world: World, vendor: FakeSms) -> None:
    from anjie.access.mobiles import set_mobile

    set_mobile(Account.objects.get(pk=world["李催收"].account_id), NUMBER)
    browser = registered(vendor)
    me = browser.get("/api/access/me").json()
    assert [one["label"] for one in me["memberships"]] == ["催收员 · 北一组", "本人"]
    own = browser.post("/api/access/switch", {"membership": 0}).json()
    assert own["permissions"] == ["party.apply", "party.self", "party.take_part"]
    assert browser.post("/api/desk/search", {"q": "张"}).status_code == 403
    back = browser.post("/api/access/switch", {"membership": world["李催收"].membership_id})
    assert "work.record" in back.json()["permissions"]
    assert "party.apply" not in back.json()["permissions"]


def test_a_party_stays_signed_in_for_thirty_days_on_five_phones(db: None, vendor: FakeSms) -> None:
    account = Account.objects.get(pk=registered(vendor).get("/api/access/me").json()["account"]["id"])
    from anjie.access.sessions import begin
    from anjie.access.standing import actor_of

    for phone in range(5):
        begin(account, None, f"key-{phone}", address="", agent="")
    assert LiveSession.objects.filter(ended_at__isnull=True).count() == 5
    with clock.stopped(clock.now() + timedelta(days=29)):
        assert getattr(actor_of("key-4"), "reach", None) == "party"
    with clock.stopped(clock.now() + timedelta(days=31)):
        assert getattr(actor_of("key-4"), "why", None) == "expired"


def test_a_partys_session_never_leads_into_a_membership(world: World, vendor: FakeSms) -> None:
    from anjie.access.models import Membership

    browser = registered(vendor)
    given = Membership.objects.get(pk=world["李催收"].membership_id)
    given.pk, given.account_id = None, browser.get("/api/access/me").json()["account"]["id"]
    given.save()
    refused = browser.post("/api/access/switch", {"membership": given.pk})
    assert (refused.status_code, refused.json()["code"]) == (403, "access.sign_in_again")
    assert browser.get("/api/access/me").json()["membership"]["id"] == 0


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


def shown(desk: Browser, purpose: str = "sign-in") -> str:
    """The key in the QR this browser was given."""
    with wechat.held_by(FakeWechat.showing(wechat())) as port:
        assert desk.post(f"/api/access/scan/{purpose}").status_code == 200
    return port.scenes[-1]


def test_the_qr_is_a_picture_of_our_address(db: None) -> None:
    picture = fresh().post("/api/access/scan/sign-in").json()["picture"]
    assert picture.startswith("data:image/svg+xml;base64,")


def test_an_accepted_message_carries_our_reference(db: None, vendor: FakeSms) -> None:
    codes.send(NUMBER, "enter", address="")
    row = SmsCode.objects.get()
    assert (row.state, row.vendor_reference) == ("sent", f"v-code-{row.pk}")
    assert vendor.send(vendor.sent[0]) == Accepted(f"v-code-{row.pk}")
