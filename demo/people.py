"""The demo company: two branches, four teams, twenty named people over all roles, two clients."""

from __future__ import annotations

from dataclasses import dataclass

from anjie.access import accounts, organisations
from anjie.access.accounts import Post
from anjie.access.actors import Actor
from anjie.access.demo import PASSWORD
from anjie.access.models import Membership, Organisation, Role
from anjie.access.passwords import set_password
from anjie.access.shipped import ship_roles

UNITS = (
    ("company", "HQ", "安和信用管理有限公司", None),
    ("branch", "JN", "江南分公司", "HQ"),
    ("branch", "BF", "北方分公司", "HQ"),
    ("team", "JN1", "江南一组", "JN"),
    ("team", "JN2", "江南二组", "JN"),
    ("team", "BF1", "北方一组", "BF"),
    ("team", "BF2", "北方二组", "BF"),
    ("client", "DEMO-BANK", "示范银行信用卡中心", None),
    ("client", "DEMO-CF", "示范消费金融公司", None),
)

# user name, name, then (role, unit, reach, clients) for each membership.
PEOPLE: tuple[tuple[str, str, tuple[tuple[str, str, str, tuple[str, ...]], ...]], ...] = (
    ("admin", "钱思远", (("administrator", "HQ", "all", ()),)),
    ("clerk1", "王秋月", (("clerk", "HQ", "company", ("DEMO-BANK",)),)),
    ("clerk2", "孙晓岚", (("clerk", "HQ", "company", ()),)),
    ("lead1", "赵文博", (("supervisor", "JN1", "team", ()), ("assigner", "JN", "branch", ()))),
    ("lead2", "林若溪", (("supervisor", "JN2", "team", ()),)),
    ("lead3", "郑凯", (("supervisor", "BF1", "team", ()),)),
    ("lead4", "高明远", (("supervisor", "BF2", "team", ()),)),
    ("col1", "李晨", (("collector", "JN1", "own", ()),)),
    ("col2", "周雅", (("collector", "JN1", "own", ()),)),
    ("col3", "吴浩", (("collector", "JN2", "own", ()),)),
    ("col4", "徐静", (("collector", "JN2", "own", ()),)),
    ("col5", "马超群", (("collector", "BF1", "own", ()),)),
    ("col6", "朱琳", (("collector", "BF1", "own", ()),)),
    ("col7", "胡建国", (("collector", "BF2", "own", ()),)),
    ("col8", "何婷", (("collector", "BF2", "own", ()),)),
    ("field1", "罗勇", (("field_collector", "JN1", "own", ()),)),
    ("quality1", "冯雪", (("inspector", "HQ", "company", ()),)),
    ("finance1", "陈默", (("finance", "HQ", "company", ()),)),
    ("mediator1", "许安", (("mediator", "HQ", "own", ()),)),
    ("archive1", "沈清", (("archivist", "HQ", "company", ()),)),
)


@dataclass
class Company:
    """Who and what the demo world speaks of: units and clients by code, actors by user name."""

    units: dict[str, Organisation]
    actors: dict[str, Actor]

    def members_of(self, team: str) -> list[Actor]:
        """The collectors of a team."""
        unit = self.units[team].pk
        return [
            a
            for a in self.actors.values()
            if a.unit_id == unit and a.role in ("collector", "field_collector")
        ]

    def supervisor_of(self, team: str) -> Actor:
        """The supervisor of a team."""
        return next(
            a for a in self.actors.values() if a.unit_id == self.units[team].pk and a.role == "supervisor"
        )


def found(maker: Actor) -> Company:
    """Found the company by the same actions an administrator uses."""
    roles = ship_roles()
    units: dict[str, Organisation] = {}
    for kind, code, name, parent in UNITS:
        above = units[parent].pk if parent else None
        units[code] = organisations.create(maker, kind=kind, code=code, name=name, parent_id=above)
    actors: dict[str, Actor] = {}
    for number, (username, name, posts) in enumerate(PEOPLE, start=1):
        account, _ = accounts.create(
            maker,
            username=username,
            name=name,
            staff_no=f"A{number:04d}",
            mobile="",
            kind="staff",
            posts=[_post(roles, units, post) for post in posts],
        )
        set_password(maker, account, PASSWORD, must_change=False)
        first = account.memberships.select_related("account", "role", "unit").order_by("id").first()
        assert first is not None
        actors[username] = Actor.of(first)
    return Company(units, actors)


def company() -> Company:
    """The company founded before, read back."""
    members = Membership.objects.select_related("account", "role", "unit").order_by("-id")
    actors = {member.account.username: Actor.of(member) for member in members}
    return Company({unit.code: unit for unit in Organisation.objects.all()}, actors)


def _post(
    roles: dict[str, Role], units: dict[str, Organisation], post: tuple[str, str, str, tuple[str, ...]]
) -> Post:
    role, unit, reach, clients = post
    return Post(roles[role].pk, units[unit].pk, reach, [units[code].pk for code in clients] or None)
