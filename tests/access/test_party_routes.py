"""A party enters where a deed of parties is named, and on the few routes that are about his own account."""

from __future__ import annotations

from anjie.access.deeds import PartyDeed, all_deeds
from anjie.access.http import Needs
from anjie.access.shipped import GRANTS
from tests.access.routes import Route, routes


def own_account(route: Route) -> bool:
    return any(isinstance(door, Needs) and door.party for door in route.doors)


def test_without_a_deed_a_party_enters_only_here() -> None:
    assert {route.name for route in routes() if own_account(route)} == {
        "GET /access/me",
        "POST /access/password",
        "POST /access/scan/bind",
        "POST /access/scan/bind/finish",
        "POST /access/scan/{key}/answer",
        "POST /access/sign-out",
        "POST /access/switch",
        "POST /access/wechat/bind",
        "POST /access/wechat/unbind",
        "GET /notices",
        "POST /notices/consent",
        "POST /notices/read-all",
        "POST /notices/{notice_id}/read",
        "GET /notices/wanted",
        "GET /signing/mine",
        "POST /signing/mine/{int:signer_id}/link",
    }


def test_no_role_holds_a_deed_of_parties() -> None:
    assert not set(PartyDeed) & set(all_deeds())
    assert not any(deed in grant.split() for grant in GRANTS.values() for deed in PartyDeed)
