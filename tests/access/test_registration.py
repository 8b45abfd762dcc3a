"""A person or an enterprise registers by a code and signs in as itself; who is staff too changes sides by choosing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from anjie.access.models import (
    Account,
    EnterpriseFacts,
    LiveSession,
    PersonFacts,
)
from anjie.foundation import clock
from anjie.ports.sms import sms
from tests.people import World
from tests.vendors import FakeSms
from tests.ways_in import ID_NO, NUMBER, PERSON, fresh, proved, registered


@pytest.fixture(autouse=True)
def vendor() -> Iterator[FakeSms]:
    with sms.held_by(FakeSms()) as port:
        yield port


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
