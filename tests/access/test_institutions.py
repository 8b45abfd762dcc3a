"""A mediation institution and its own account: one set of facts, seen and changed from both sides."""

from __future__ import annotations

import io
import threading
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from anjie.access import accounts, institutions, organisations, registration
from anjie.access.actors import Actor
from anjie.access.models import Account, EnterpriseFacts, Organisation, TrailEntry
from anjie.foundation.refusals import Forbidden, NotFound, Refusal
from anjie.services.files import own
from tests.http import Browser
from tests.people import World, build_world, unit

PNG = b"\x89PNG\r\n\x1a\n"
TOLD = {
    "credit_code": "91350100M000100Y43",
    "legal_representative": "郑方",
    "contact_name": "卫联",
    "address": "测试市测试路 1 号",
}


def enterprise(name: str = "城东商事调解中心", username: str = "cd") -> Actor:
    """An enterprise that registered itself."""
    account = Account.objects.create(kind="enterprise", username=username, name=name)
    EnterpriseFacts.objects.create(account=account, changed_at=account.created_at, **TOLD)
    return Actor.party(account)


def made(world: World) -> tuple[Organisation, Actor]:
    """An institution as the desk wrote it down, and the enterprise that is the same."""
    institution = unit("institution", "TJ1", "城东调解中心")
    Organisation.objects.filter(pk=institution.pk).update(contact_name="许朗", contact_phone="0512-1")
    return institution, enterprise()


def bound(world: World, keep: Any = "account") -> tuple[Organisation, Actor]:
    institution, account = made(world)
    row = institutions.bind(world["钱管理"], institution.pk, account.own_account_id, keep=keep, version=0)
    return row, Actor.party(Account.objects.get(pk=account.account_id))


def refused(deed: Any, *given: Any, **named: Any) -> Refusal:
    with pytest.raises(Refusal) as told:
        deed(*given, **named)
    return told.value


class TestBinding:
    def test_the_side_that_is_kept_fills_both_and_blanks_come_from_the_other(self, world: World) -> None:
        row, account = bound(world, "account")
        assert (row.name, row.contact_name, row.contact_phone) == ("城东商事调解中心", "卫联", "0512-1")
        told = registration.profile(account)
        assert (told["name"], told["contact_phone"], told["credit_code"]) == (
            "城东商事调解中心",
            "0512-1",
            TOLD["credit_code"],
        )
        assert not EnterpriseFacts.objects.exists(), "there is one truth"
        assert TrailEntry.objects.filter(verb="organisation.bound", facts__kept="account").count() == 1

    def test_the_institutions_own_facts_may_be_kept(self, world: World) -> None:
        row, account = bound(world, "organisation")
        assert (row.name, row.contact_name, row.address) == ("城东调解中心", "许朗", TOLD["address"])
        assert Account.objects.get(pk=account.account_id).name == "城东调解中心"

    def test_over_http_it_is_found_bound_and_let_go(self, world: World) -> None:
        institution, account = made(world)
        browser, path = Browser(world["钱管理"]), f"/api/access/organisations/{institution.pk}"
        found = browser.get("/api/access/institution-accounts", q="商事").json()
        assert [(one["id"], one["contact_name"]) for one in found] == [(account.account_id, "卫联")]
        body = {"account": account.account_id, "keep": "account", "version": 0}
        told = browser.post(f"{path}/bind", body).json()
        assert (told["account"]["username"], told["name"]) == ("cd", "城东商事调解中心")
        assert browser.get("/api/access/institution-accounts", q="商事").json() == []
        assert browser.post(f"{path}/unbind").json()["account"] is None

    def test_only_a_first_level_institution_and_a_free_enterprise_are_bound(self, world: World) -> None:
        row, account = bound(world)
        admin, other = world["钱管理"], enterprise("城西", "cx")
        below = unit("institution", "TJ2", "分会", row)
        bind = institutions.bind
        pk = other.own_account_id
        told = refused(bind, admin, below.pk, pk, keep="account", version=0)
        assert told.code == "organisation.not_first_level"
        told = refused(bind, admin, world.clients["DEMO-BANK"].pk, pk, keep="account", version=0)
        assert told.code == "organisation.not_first_level"
        told = refused(bind, admin, row.pk, pk, keep="account", version=row.version)
        assert told.code == "organisation.already_bound"
        third = unit("institution", "TJ3", "城南")
        told = refused(bind, admin, third.pk, account.own_account_id, keep="account", version=0)
        assert told.code == "organisation.account_bound"
        with pytest.raises(NotFound):
            bind(admin, third.pk, world["李催收"].own_account_id, keep="account", version=0)
        with pytest.raises(Forbidden):
            bind(world["王内勤"], third.pk, pk, keep="account", version=0)
        assert Account.objects.filter(institution__isnull=False).count() == 1
        told = refused(organisations.edit, admin, row.pk, {"parent_id": third.pk}, version=row.version)
        assert told.code == "organisation.bound_is_first_level"

    def test_let_go_each_side_keeps_what_stood_and_goes_on_alone(self, world: World) -> None:
        row, account = bound(world)
        institutions.unbind(world["钱管理"], row.pk)
        registration.edit_profile(account, {"contact_name": "蒋联"})
        row.refresh_from_db()
        assert (row.contact_name, EnterpriseFacts.objects.get().contact_name) == ("卫联", "蒋联")
        assert registration.profile(account)["credit_code"] == TOLD["credit_code"]
        assert refused(institutions.unbind, world["钱管理"], row.pk).code == "organisation.not_bound"
        again = institutions.bind(
            world["钱管理"], row.pk, account.own_account_id, keep="account", version=row.version
        )
        assert again.contact_name == "蒋联"


class TestOneTruth:
    def test_what_the_institution_changes_the_administrator_sees(self, world: World) -> None:
        row, account = bound(world)
        changes = {"name": "城东人民调解中心", "contact_phone": "0512-2", "address": "新路 2 号"}
        told = registration.edit_profile(account, changes, row.version)
        assert (told["name"], told["version"]) == ("城东人民调解中心", row.version + 1)
        seen = next(
            one
            for one in Browser(world["钱管理"]).get("/api/access/organisations").json()
            if one["id"] == row.pk
        )
        assert (seen["name"], seen["contact_phone"], seen["address"]) == tuple(changes.values())
        assert seen["changed_by"] == "城东商事调解中心"
        entry = TrailEntry.objects.filter(actor=account.key, verb="organisation.edited").get()
        assert entry.facts["changed"]["contact_phone"] == ["0512-1", "0512-2"]

    def test_what_the_administrator_changes_the_institution_sees(self, world: World) -> None:
        row, account = bound(world)
        path = f"/api/access/organisations/{row.pk}"
        body = {"name": "城东中心", "contact_name": "戚联", "version": row.version}
        assert Browser(world["钱管理"]).patch(path, body).status_code == 200
        told = registration.profile(account)
        assert (told["name"], told["contact_name"], told["institution"].changed_by) == (
            "城东中心",
            "戚联",
            "钱管理",
        )
        assert Account.objects.get(pk=account.account_id).name == "城东中心"

    def test_the_database_lets_no_name_stand_without_the_other(self, world: World) -> None:
        row, account = bound(world)
        with pytest.raises(IntegrityError), transaction.atomic():
            Account.objects.filter(pk=account.account_id).update(name="别的名字")
        Organisation.objects.filter(pk=row.pk).update(name="改后")
        assert Account.objects.get(pk=account.account_id).name == "改后"
        told = refused(accounts.edit, world["钱管理"], account.own_account_id, {"name": "第三个"})
        assert told.code == "account.named_as_institution"

    def test_a_wrong_code_is_refused_on_either_side_and_nothing_moves(self, world: World) -> None:
        row, account = bound(world)
        wrong = {"credit_code": "91350100M000100Y44"}
        edit = organisations.edit
        assert (
            refused(edit, world["钱管理"], row.pk, wrong, version=row.version).code
            == "credit_code.check_digit"
        )
        told = refused(registration.edit_profile, account, wrong, row.version)
        assert told.code == "credit_code.check_digit"
        row.refresh_from_db()
        assert (row.credit_code, row.version) == (TOLD["credit_code"], 1)

    def test_the_licence_is_one_picture(self, world: World, settings: Any, tmp_path: Any) -> None:
        settings.MEDIA_ROOT = tmp_path
        institution, account = made(world)
        browser, path = Browser(world["钱管理"]), f"/api/files/institutions/{institution.pk}/licence"
        assert browser.get(path).json() is None
        told = refused(
            own.show_licence_of, world["钱管理"], institution.pk, name="照.png", file=io.BytesIO(PNG)
        )
        assert told.code == "files.no_institution_account"
        own.show_licence(account, name="照.png", file=io.BytesIO(PNG + b"one"))
        institutions.bind(world["钱管理"], institution.pk, account.own_account_id, keep="account", version=0)
        assert browser.get(path).json()["name"] == "照.png"
        assert b"".join(browser.get(f"{path}/picture").streaming_content) == PNG + b"one"
        own.show_licence_of(world["钱管理"], institution.pk, name="新照.png", file=io.BytesIO(PNG + b"2"))
        assert own.licence(account).name == "新照.png"
        with pytest.raises(Forbidden):
            own.licence_of(world["李催收"], institution.pk)


class TestRaces:
    def test_an_edit_on_a_stale_page_is_refused_and_says_who_was_first(self, world: World) -> None:
        row, account = bound(world)
        organisations.edit(world["钱管理"], row.pk, {"address": "甲路"}, version=row.version)
        told = refused(registration.edit_profile, account, {"address": "乙路"}, row.version)
        assert (told.code, told.facts["by"]) == ("organisation.changed_meanwhile", "钱管理")
        assert "钱管理" in told.message
        row.refresh_from_db()
        assert row.address == "甲路"
        assert refused(registration.edit_profile, account, {"address": "乙路"}).code == told.code


@pytest.mark.django_db(transaction=True)
def test_of_two_edits_at_the_same_moment_one_stands_and_the_other_is_told() -> None:
    world = build_world()
    row, account = bound(world)
    barrier, answers = threading.Barrier(2), {}

    def run(side: str, deed: Any) -> None:
        try:
            barrier.wait()
            deed()
            answers[side] = "written"
        except Refusal as told:
            answers[side] = told.code
        finally:
            connection.close()

    deeds = {
        "desk": lambda: organisations.edit(
            world["钱管理"], row.pk, {"name": "甲", "address": "甲路"}, version=row.version
        ),
        "own": lambda: registration.edit_profile(account, {"name": "乙", "address": "乙路"}, row.version),
    }
    threads = [threading.Thread(target=run, args=one) for one in deeds.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers.values()) == ["organisation.changed_meanwhile", "written"]
    row.refresh_from_db()
    name = "甲" if answers["desk"] == "written" else "乙"
    assert (row.name, row.address, row.version) == (name, f"{name}路", 2)
    assert Account.objects.get(pk=account.account_id).name == name


class TestDeletion:
    def test_the_refusal_names_all_that_hangs_on_it(self, world: World) -> None:
        row, _ = bound(world)
        told = Browser(world["钱管理"]).delete(f"/api/access/organisations/{row.pk}")
        assert (told.status_code, told.json()["facts"]["reasons"]) == (409, ["还绑定着机构账号 cd"])
        institutions.unbind(world["钱管理"], row.pk)
        assert Browser(world["钱管理"]).delete(f"/api/access/organisations/{row.pk}").status_code == 200
        assert not Organisation.objects.filter(pk=row.pk).exists()
        assert Account.objects.filter(username="cd").exists()

    def test_an_enterprise_account_made_by_an_administrator_needs_no_post(self, world: World) -> None:
        body = {
            "username": "cx.tj",
            "name": "城西调解中心",
            "kind": "enterprise",
            "mobile": "13800138000",
            "posts": [],
        }
        told = Browser(world["钱管理"]).post("/api/access/accounts", body)
        assert told.status_code == 200, told.content
        institution = unit("institution", "TJ9", "城西")
        row = institutions.bind(world["钱管理"], institution.pk, told.json()["id"], keep="account", version=0)
        assert row.name == "城西调解中心"
        refused_staff = Browser(world["钱管理"]).post(
            "/api/access/accounts", body | {"username": "x1", "kind": "staff", "staff_no": "S77"}
        )
        assert refused_staff.json()["code"] == "account.post_required"
