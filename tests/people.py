"""The named people, units and clients the tests speak of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password

from anjie.access.actors import Actor
from anjie.access.models import Account, Membership, Organisation, Role
from anjie.access.shipped import ship_roles
from anjie.foundation import clock

PASSWORD = "teal-Harbour-2026"


@dataclass
class World:
    """Two branches with teams, two clients, and somebody in each role; ``actors`` by name."""

    units: dict[str, Organisation]
    clients: dict[str, Organisation]
    actors: dict[str, Actor]

    def __getitem__(self, name: str) -> Actor:
        return self.actors[name]


def unit(kind: str, code: str, name: str, parent: Organisation | None = None) -> Organisation:
    """An organisation placed in the tree."""
    made = Organisation.objects.create(kind=kind, code=code, name=name, parent=parent, path="")
    made.path = f"{parent.path if parent else '/'}{made.pk}/"
    made.save(update_fields=["path"])
    return made


def member(name: str, role: str, at: Organisation, reach: str, clients: list[int] | None = None) -> Actor:
    """A staff account with one membership, and the actor behind it; signs in with :data:`PASSWORD`."""
    return members([(name, role, at, reach, clients)])[name]


def members(told: Sequence[tuple[str, str, Organisation, str, list[int] | None]]) -> dict[str, Actor]:
    """The same of several: name, role, unit, reach and the clients it is bound to."""
    roles = {role.code: role for role in Role.objects.filter(is_shipped=True)} or ship_roles()
    before = Account.objects.count()
    accounts = Account.objects.bulk_create(
        Account(
            username=f"u{number}", staff_no=f"S{number:04d}", name=name, password=make_password(PASSWORD),
            password_changed_at=clock.now(), must_change_password=False,
        )
        for number, (name, *_) in enumerate(told, before + 1)
    )  # fmt: skip
    made = Membership.objects.bulk_create(
        Membership(account=account, role=roles[role], unit=at, reach=reach, client_ids=clients)
        for account, (_, role, at, reach, clients) in zip(accounts, told, strict=True)
    )
    return {one.account.name: Actor.of(one) for one in made}


def build_world() -> World:
    """One company, branches 北 and 南, a team in each; 王内勤 sees only DEMO-BANK's rows."""
    company = unit("company", "HQ", "安捷公司")
    north, south = unit("branch", "N", "北分公司", company), unit("branch", "S", "南分公司", company)
    one, two = unit("team", "N1", "北一组", north), unit("team", "S1", "南一组", south)
    bank, consumer = unit("client", "DEMO-BANK", "示范银行"), unit("client", "DEMO-CF", "示范消金")
    actors = members(
        [
            ("钱管理", "administrator", company, "all", None),
            ("王内勤", "clerk", north, "company", [bank.pk]),
            ("孙内勤", "clerk", company, "company", None),
            ("赵主管", "supervisor", one, "team", None),
            ("李催收", "collector", one, "own", None),
            ("周催收", "collector", one, "own", None),
            ("吴催收", "collector", two, "own", None),
            ("郑主管", "supervisor", two, "team", None),
            ("冯质检", "inspector", company, "company", None),
            ("陈财务", "finance", company, "company", None),
        ]
    )
    units = {"公司": company, "北": north, "南": south, "北一组": one, "南一组": two}
    return World(units, {"DEMO-BANK": bank, "DEMO-CF": consumer}, actors)
