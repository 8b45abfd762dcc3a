"""A new version gives shipped roles what it adds, once; what an administrator took away stays away."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps

from anjie.access import roles, shipped
from anjie.access.models import Role, TrailEntry
from tests.people import World

ADDED = "archive.see"


def _as_before(code: str) -> Role:
    """The shipped role as an installation has it that ran before ``ADDED`` came."""
    role = shipped.ship_roles()[code]
    for kept in (role.deeds, role.offered):
        kept.remove(ADDED)
    role.save()
    return role


def test_a_deed_that_is_new_comes_to_the_shipped_roles_and_is_on_the_record(world: World) -> None:
    before = _as_before("archivist")
    gained = shipped.gain_new_deeds()
    assert [role.code for role in gained] == ["archivist"]
    assert set(Role.objects.get(code="archivist").deeds) == {*before.deeds, ADDED}
    entry = TrailEntry.objects.get(verb="role.gained")
    assert (entry.actor, entry.facts["added"]) == ("job:access.shipped", [ADDED])
    assert shipped.gain_new_deeds() == []
    assert TrailEntry.objects.filter(verb="role.gained").count() == 1


def test_what_an_administrator_took_away_stays_away(world: World) -> None:
    role = shipped.ship_roles()["mediator"]
    left = [deed for deed in role.deeds if deed != ADDED]
    roles.edit(world["钱管理"], role.pk, name=role.name, deeds=left)
    assert shipped.gain_new_deeds() == []
    assert ADDED not in Role.objects.get(code="mediator").deeds


def test_a_role_of_the_house_gains_nothing(world: World) -> None:
    own = Role.objects.create(code="own", name="本所自设", deeds=["desk.cases_see"])
    shipped.gain_new_deeds()
    own.refresh_from_db()
    assert own.deeds == ["desk.cases_see"]


@pytest.mark.parametrize(("taken_away", "has_it"), [(False, True), (True, False)])
def test_an_installation_from_before_gains_all_but_what_it_once_took_away(
    world: World, taken_away: bool, has_it: bool
) -> None:
    # given a role of a version that did not remember what it had given
    role = shipped.ship_roles()["mediator"]
    left = [deed for deed in role.deeds if deed != ADDED]
    if taken_away:
        roles.edit(world["钱管理"], role.pk, name=role.name, deeds=left)
    Role.objects.update(offered=[])
    Role.objects.filter(pk=role.pk).update(deeds=left)
    # when the version that remembers comes
    import_module("anjie.access.migrations.0006_roles_offered").remember(apps, None)
    shipped.gain_new_deeds()
    # then
    assert (ADDED in Role.objects.get(pk=role.pk).deeds) is has_it
