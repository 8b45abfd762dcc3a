"""Who manages organisations does so within his reach: beyond it an organisation is not there to be changed."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from anjie.access.actors import Actor
from anjie.access.models import Membership, Organisation, Role, TrailEntry
from tests.http import Browser
from tests.people import World, member, unit


def manager(world: World, at: Organisation, reach: str, clients: list[int] | None = None) -> Browser:
    """Somebody whose role manages organisations, but not with an administrator's reach."""
    actor = member("章管理", "clerk", at, reach, clients)
    role = Role.objects.create(
        code=f"units{at.pk}{reach}",
        name="机构管理",
        deeds=["access.organisations_see", "access.organisations_manage"],
    )
    Membership.objects.filter(pk=actor.membership_id).update(role=role)
    return Browser(
        Actor.of(Membership.objects.select_related("account", "role", "unit").get(pk=actor.membership_id))
    )


@pytest.fixture
def institutions(world: World) -> tuple[Organisation, Organisation]:
    return unit("institution", "TJ1", "城东调解中心"), unit("institution", "TJ2", "城西调解中心")


def writes(browser: Browser, row: Organisation) -> dict[str, int]:
    """What each way of changing this organisation answers."""
    path = f"/api/access/organisations/{row.pk}"
    licence = {"file": SimpleUploadedFile("执照.png", b"\x89PNG\r\n\x1a\n", "image/png")}
    shown = f"/api/files/institutions/{row.pk}/licence"
    return {
        "edit": browser.patch(path, {"contact_name": "新人", "version": row.version}).status_code,
        "delete": browser.delete(path).status_code,
        "bind": browser.post(f"{path}/bind", {"account": 1, "keep": "account", "version": 0}).status_code,
        "unbind": browser.post(f"{path}/unbind").status_code,
        "below": browser.post(
            "/api/access/organisations",
            {"kind": row.kind if row.kind in ("client", "institution") else "team", "code": "NEW", "name": "新", "parent": row.pk},
        ).status_code,
        "licence": browser.client.post(shown, licence, headers={"X-CSRFToken": browser.token}).status_code,
    }  # fmt: skip


def editable(browser: Browser) -> set[str]:
    return {one["name"] for one in browser.get("/api/access/organisations").json() if one["editable"]}


def state() -> list[Any]:
    return [list(Organisation.objects.order_by("pk").values()), TrailEntry.objects.count()]


def test_a_branchs_manager_changes_his_branch_and_nothing_beyond(
    world: World, institutions: tuple[Organisation, Organisation]
) -> None:
    browser = manager(world, world.units["北"], "branch")
    before = state()
    for row in (world.units["南"], world.units["公司"], world.clients["DEMO-BANK"], institutions[0]):
        assert set(writes(browser, row).values()) == {404}, row.name
    assert state() == before
    assert editable(browser) == {"北分公司", "北一组"}
    path = f"/api/access/organisations/{world.units['北一组'].pk}"
    assert browser.patch(path, {"contact_name": "新人", "version": 0}).json()["contact_name"] == "新人"
    # Nor is a unit of his put where he reaches nothing, nor made a root.
    moved = browser.patch(path, {"parent": world.units["南"].pk, "version": 1})
    assert moved.status_code == 404 and "上级机构" in moved.json()["message"]
    root = {"kind": "institution", "code": "TJ9", "name": "新机构", "parent": None}
    refused = browser.post("/api/access/organisations", root)
    assert (refused.status_code, refused.json()["code"]) == (409, "organisation.root_beyond_reach")
    assert not Organisation.objects.filter(code="TJ9").exists()


def test_an_institutions_manager_changes_his_own_institution_only(
    world: World, institutions: tuple[Organisation, Organisation]
) -> None:
    own, other = institutions
    browser = manager(world, own, "company")
    before = state()
    for row in (other, world.clients["DEMO-BANK"], world.units["公司"]):
        assert set(writes(browser, row).values()) == {404}, row.name
    assert state() == before
    assert editable(browser) == {"城东调解中心"}
    path = f"/api/access/organisations/{own.pk}"
    assert browser.patch(path, {"contact_name": "新人", "version": 0}).status_code == 200


def test_the_companys_manager_changes_institutions_and_the_clients_he_serves(
    world: World, institutions: tuple[Organisation, Organisation]
) -> None:
    bank, other = world.clients["DEMO-BANK"], world.clients["DEMO-CF"]
    browser = manager(world, world.units["公司"], "company", [bank.pk])
    assert set(writes(browser, other).values()) == {404}
    for row in (institutions[1], bank):
        path = f"/api/access/organisations/{row.pk}"
        assert browser.patch(path, {"contact_name": "新人", "version": 0}).status_code == 200
    assert "示范消金" not in editable(browser) and "示范银行" in editable(browser)
    assert editable(Browser(world["钱管理"])) == set(Organisation.objects.values_list("name", flat=True))
