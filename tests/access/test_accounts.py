"""Accounts, memberships, roles and organisations are administered without ever widening one's own rights."""

from __future__ import annotations

from decimal import Decimal

import pytest

from anjie.access import leavers
from anjie.access.leavers import Held, Keeper
from anjie.access.models import Account, LiveSession, Membership, Organisation, Role
from anjie.access.shipped import ship_roles
from tests.http import Browser
from tests.people import World


def new_account(world: World, role: str = "collector", reach: str = "own", **more: object) -> dict:
    post = {"role": ship_roles()[role].pk, "unit": world.units["北一组"].pk, "reach": reach}
    return {"username": "he.xin", "name": "何新", "staff_no": "S9001", "posts": [post]} | more


def test_a_new_account_signs_in_once_with_its_first_password_and_must_change_it(world: World) -> None:
    made = (
        Browser(world["钱管理"])
        .post("/api/access/accounts", new_account(world, mobile="138 0013 8000"))
        .json()
    )
    account = Account.objects.get(pk=made["id"])
    assert account.check_password(made["password"])
    assert account.must_change_password
    assert account.mobile_mask == "138****8000"
    assert b"13800138000" not in bytes(account.mobile_sealed)


def test_a_taken_user_name_is_refused_and_nothing_is_made(world: World) -> None:
    browser = Browser(world["钱管理"])
    browser.post("/api/access/accounts", new_account(world))
    answer = browser.post("/api/access/accounts", new_account(world, staff_no="S9002"))
    assert answer.json()["code"] == "account.username_taken"
    assert Account.objects.filter(name="何新").count() == 1


def limited_manager(world: World) -> Browser:
    """A manager of accounts in 北分公司 who holds no other right."""
    role = Role.objects.create(
        code="hr",
        name="人事",
        deeds=["access.accounts_see", "access.accounts_manage", *ship_roles()["collector"].deeds],
    )
    account = Account.objects.get(pk=world["冯质检"].account_id)
    Membership.objects.filter(account=account).update(role=role, unit=world.units["北"], reach="branch")
    return Browser(world["冯质检"])


def test_nobody_grants_a_role_with_more_rights_than_his_own(world: World) -> None:
    browser = limited_manager(world)
    answer = browser.post("/api/access/accounts", new_account(world, role="clerk"))
    assert answer.status_code == 403
    assert not Account.objects.filter(username="he.xin").exists()
    assert browser.post("/api/access/accounts", new_account(world, role="collector")).status_code == 200


def test_nobody_grants_a_wider_reach_than_his_own(world: World) -> None:
    answer = limited_manager(world).post("/api/access/accounts", new_account(world, reach="all"))
    assert answer.json()["code"] == "account.reach_too_wide"
    assert not Account.objects.filter(username="he.xin").exists()


def test_nobody_resets_the_password_of_somebody_with_more_rights(world: World) -> None:
    browser = limited_manager(world)
    before = Account.objects.get(pk=world["赵主管"].account_id).password
    answer = browser.post(f"/api/access/accounts/{world['赵主管'].account_id}/reset-password")
    assert answer.status_code == 403
    assert Account.objects.get(pk=world["赵主管"].account_id).password == before


def test_an_account_of_another_branch_looks_missing(world: World) -> None:
    answer = limited_manager(world).get(f"/api/access/accounts/{world['吴催收'].account_id}")
    assert answer.status_code == 404


def test_a_reset_password_ends_the_live_session_and_says_so(world: World) -> None:
    collector = Browser(world["李催收"])
    Browser(world["钱管理"]).post(f"/api/access/accounts/{world['李催收'].account_id}/reset-password")
    assert collector.get("/api/access/me").json()["code"] == "access.reset"


@pytest.fixture
def keeper(monkeypatch: pytest.MonkeyPatch):
    """李催收 holds three cases worth 900.00."""
    state = {"count": 3, "to": None}

    def hand_over(actor, from_ids, to_ids, why):
        state.update(count=0, to=to_ids)
        return 3

    monkeypatch.setattr(leavers, "_KEEPERS", {})
    leavers.register_keeper(
        Keeper("cases", lambda ids: Held("cases", "案件", state["count"], Decimal(900)), hand_over)
    )
    return state


def test_a_leaver_who_holds_cases_is_not_disabled_before_somebody_takes_them(
    world: World, keeper: dict
) -> None:
    browser, leaver = Browser(world["钱管理"]), world["李催收"]
    refused = browser.post(f"/api/access/accounts/{leaver.account_id}/disable", {"why": "离职"})
    assert refused.json()["code"] == "account.holds_cases"
    assert "案件 3 件（900.00 元）" in refused.json()["message"]
    assert Account.objects.get(pk=leaver.account_id).is_active
    taker = world["周催收"].membership_id
    done = browser.post(
        f"/api/access/accounts/{leaver.account_id}/disable", {"why": "离职", "hand_over_to": [taker]}
    )
    assert done.json() == {"moved": {"cases": 3}}
    assert keeper["to"] == [taker]
    assert not Account.objects.get(pk=leaver.account_id).is_active


def test_a_disabled_account_is_out_at_once(world: World) -> None:
    collector = Browser(world["李催收"])
    account_id = world["李催收"].account_id
    answer = Browser(world["钱管理"]).post(f"/api/access/accounts/{account_id}/disable", {"why": "离职"})
    assert answer.status_code == 200
    assert collector.get("/api/access/me").json()["code"] == "access.disabled"
    assert LiveSession.objects.get(account_id=account_id).ended_why == "disabled"


def test_a_role_never_names_a_deed_that_does_not_exist(world: World) -> None:
    answer = Browser(world["钱管理"]).post(
        "/api/access/roles", {"code": "night", "name": "夜班", "deeds": ["work.record", "work.fly"]}
    )
    assert (answer.status_code, answer.json()["facts"]["unknown"]) == (422, ["work.fly"])
    assert not Role.objects.filter(code="night").exists()


def test_the_last_role_that_manages_roles_keeps_that_right(world: World) -> None:
    role = ship_roles()["administrator"]
    answer = Browser(world["钱管理"]).patch(f"/api/access/roles/{role.pk}", {"name": "管理", "deeds": []})
    assert answer.json()["code"] == "role.last_manager"
    role.refresh_from_db()
    assert "access.roles_manage" in role.deeds


def test_a_role_in_use_is_not_deleted(world: World) -> None:
    role = ship_roles()["collector"]
    answer = Browser(world["钱管理"]).delete(f"/api/access/roles/{role.pk}")
    assert (answer.status_code, answer.json()["facts"]) == (409, {"count": 3})
    assert Role.objects.filter(pk=role.pk).exists()


def test_a_unit_with_members_or_children_is_not_deleted_and_the_reason_is_said(world: World) -> None:
    browser = Browser(world["钱管理"])
    answer = browser.delete(f"/api/access/organisations/{world.units['北'].pk}")
    assert answer.json()["facts"]["reasons"] == ["还有 1 个下级机构", "还有 1 个任职"]
    assert Organisation.objects.filter(pk=world.units["北"].pk).exists()


def test_a_moved_branch_takes_its_teams_along(world: World) -> None:
    browser = Browser(world["钱管理"])
    team, north, south = world.units["北一组"], world.units["北"], world.units["南"]
    moved = browser.patch(f"/api/access/organisations/{team.pk}", {"parent": south.pk, "version": 0})
    assert moved.status_code == 200
    team.refresh_from_db()
    assert team.path == f"{south.path}{team.pk}/"
    refused = browser.patch(f"/api/access/organisations/{north.pk}", {"parent": team.pk, "version": 0})
    assert refused.json()["code"] == "organisation.wrong_parent"


def test_accounts_are_found_by_role_state_name_and_full_number(world: World) -> None:
    browser = Browser(world["钱管理"])
    browser.post("/api/access/accounts", new_account(world, mobile="13800138000"))
    assert browser.get("/api/access/accounts", q="13800138000").json()["rows"][0]["name"] == "何新"
    assert browser.get("/api/access/accounts", q="催收").json()["count"] == 3
    assert browser.get("/api/access/accounts", role=ship_roles()["clerk"].pk).json()["count"] == 2
    assert browser.get("/api/access/accounts", active="false").json()["count"] == 0
