"""Performance by person, team, branch and company: placed, worked, promised, recovered, and at what rate.

Money is credited to who held the case on the day of payment, work and promises to who did them. Each figure
carries the query of the list that counts it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from django.db import connection
from django.db.models import Case as Choose
from django.db.models import Count, F, IntegerField, Q, QuerySet, Sum, Value, When
from django.db.models.expressions import Combinable

from anjie.access.actors import Actor
from anjie.access.models import Membership, Organisation
from anjie.desk.public import Holding, day_begins, reach_of
from anjie.foundation.money import ZERO
from anjie.insight.recovered import counted
from anjie.insight.rules import check_period, day_after, ratio
from anjie.lines.recovery.deeds import ReportDeed
from anjie.lines.recovery.models import Promise, WorkRecord

Level = Literal["person", "team", "branch", "company"]
NOBODY = "无人持有"


@dataclass(frozen=True)
class _Groups:
    """Which units belong together, and what each group is called; people are their own group."""

    of_unit: Mapping[int, int]
    labels: Mapping[int, str]
    rolled: frozenset[int]
    """Groups that hold all units below them; the others are one unit."""

    def expression(self, person: str, unit: str, by: Level) -> Combinable:
        """What a row is grouped by, from the paths that lead to its person and its unit."""
        if by == "person":
            return F(person)
        units: dict[int, list[int]] = {}
        for unit_id, group in self.of_unit.items():
            units.setdefault(group, []).append(unit_id)
        whens = [When(**{f"{unit}__in": ids}, then=Value(group)) for group, ids in sorted(units.items())]
        return Choose(*whens, default=None, output_field=IntegerField())


def performance(
    actor: Actor, by: Level, from_on: date, to_on: date, *, client: int | None = None
) -> dict[str, Any]:
    """One row per person or unit, the one that recovered most on top, and the totals.

    ``placed`` are the cases held at any time in the period, ``rate`` is recovered ÷ their amount.
    """
    actor.require(ReportDeed.SEE)
    check_period(from_on, to_on)
    groups = _groups(by)
    placed = _placed(actor, from_on, to_on, client)
    work = _work(actor, from_on, to_on, client)
    promises = _promises(actor, from_on, to_on, client)
    money = counted(actor, from_on, to_on)
    if client is not None:
        money = money.filter(client_id=client)
    found: dict[str, dict[Any, Mapping[str, Any]]] = {
        "placed": _distinct(placed.annotate(g=groups.expression("membership_id", "membership__unit_id", by))),
        "work": _by(work.annotate(g=groups.expression("membership_id", "membership__unit_id", by)), _WORKED),
        "promises": _by(
            promises.annotate(g=groups.expression("membership_id", "membership__unit_id", by)), _PROMISED
        ),
        "money": _by(money.annotate(g=groups.expression("holder_id", "holder_unit_id", by)), _RECOVERED),
    }
    keys = {key for figures in found.values() for key in figures}
    names = _people(keys) if by == "person" else {key: (groups.labels[key], "") for key in keys if key}
    whole = _Words(by, from_on, to_on, client, groups)
    rows = [_row(key, names.get(key, (NOBODY, "")), found, whole.of(key)) for key in keys]
    rows.sort(key=lambda row: (-row["recovered"], row["label"], row["key"]))
    total: dict[str, dict[Any, Mapping[str, Any]]] = {
        "placed": _distinct(placed.annotate(g=Value(0))),
        "work": {0: work.aggregate(**_WORKED)},
        "promises": {0: promises.aggregate(**_PROMISED)},
        "money": {0: money.aggregate(**_RECOVERED)},
    }
    return {"rows": rows, "totals": _row(0, ("合计", ""), total, whole.all())}


_WORKED = {"worked": Count("case_id", distinct=True), "records": Count("id")}
_PROMISED = {
    "made": Count("id"),
    "kept": Count("id", filter=Q(state="kept")),
    "partly": Count("id", filter=Q(state="partly")),
    "broken": Count("id", filter=Q(state="broken")),
}
_RECOVERED = {"repayments": Count("id"), "recovered": Sum("amount")}
_NOTHING: dict[str, Any] = {
    "placed": 0, "placed_amount": ZERO, "worked": 0, "records": 0, "made": 0, "kept": 0, "partly": 0, "broken": 0,
    "repayments": 0, "recovered": ZERO,
}  # fmt: skip


def _row(
    key: int | None,
    name: tuple[str, str],
    found: Mapping[str, Mapping[Any, Mapping[str, Any]]],
    drills: dict[str, dict[str, str]],
) -> dict[str, Any]:
    figures = dict(_NOTHING)
    for part in found.values():
        figures |= {name: value for name, value in part.get(key, {}).items() if value is not None}
    label, unit = name
    return {
        "key": "" if key is None else str(key),
        "label": label,
        "unit": unit,
        **{name: figures[name] for name in _NOTHING},
        "rate": ratio(figures["recovered"], figures["placed_amount"]),
        **drills,
    }


def _placed(actor: Actor, from_on: date, to_on: date, client: int | None) -> QuerySet[Holding]:
    found = Holding.objects.filter(
        reach_of(actor, "case__"),
        Q(to_at__isnull=True) | Q(to_at__gt=day_begins(from_on)),
        case__line="recovery",
        role=Holding.Role.HOLDER,
        from_at__lt=day_begins(day_after(to_on)),
    )
    return found if client is None else found.filter(case__organisation_id=client)


def _work(actor: Actor, from_on: date, to_on: date, client: int | None) -> QuerySet[WorkRecord]:
    found = WorkRecord.objects.filter(
        reach_of(actor, "case__"),
        at__gte=day_begins(from_on),
        at__lt=day_begins(day_after(to_on)),
        deleted_at__isnull=True,
        membership__isnull=False,
    )
    return found if client is None else found.filter(case__organisation_id=client)


def _promises(actor: Actor, from_on: date, to_on: date, client: int | None) -> QuerySet[Promise]:
    found = Promise.objects.filter(
        reach_of(actor, "case__"),
        made_at__gte=day_begins(from_on),
        made_at__lt=day_begins(day_after(to_on)),
        membership__isnull=False,
    )
    return found if client is None else found.filter(case__organisation_id=client)


def _by(found: QuerySet[Any], figures: Mapping[str, Any]) -> dict[Any, Mapping[str, Any]]:
    return {row.pop("g"): row for row in found.values("g").annotate(**figures).order_by()}


def _distinct(found: QuerySet[Any]) -> dict[Any, Mapping[str, Any]]:
    """A case that came back to the same person or moved within a unit is one case of it."""
    pairs = found.values("g", "case_id", owed=F("case__amount")).distinct().order_by()
    sql, params = pairs.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT g, count(*), sum(owed) FROM ({sql}) AS pairs GROUP BY g", params)
        return {g: {"placed": count, "placed_amount": _cents(owed)} for g, count, owed in cursor.fetchall()}


def _cents(amount: Decimal | None) -> Decimal:
    return ZERO if amount is None else amount


def _people(keys: Iterable[int | None]) -> dict[int | None, tuple[str, str]]:
    members = Membership.objects.filter(pk__in=[key for key in keys if key])
    return {pk: (name, unit) for pk, name, unit in members.values_list("pk", "account__name", "unit__name")}


def _groups(by: Level) -> _Groups:
    """Teams stand for themselves; others go to the uppermost branch or company above them, or stand alone."""
    if by == "person":
        return _Groups({}, {}, frozenset())
    units = {unit.pk: unit for unit in Organisation.objects.exclude(kind="client")}
    of_unit: dict[int, int] = {}
    rolled: set[int] = set()
    for pk, unit in units.items():
        above = [int(part) for part in unit.path.split("/") if part]
        top = next((one for one in above if one in units and units[one].kind == by), None)
        of_unit[pk] = pk if by == "team" or top is None else top
        if by != "team" and top is not None:
            rolled.add(top)
    alone = {pk for pk in of_unit.values() if pk not in rolled}
    labels = {
        pk: unit.name + ("（直属）" if pk in alone and unit.kind != by else "") for pk, unit in units.items()
    }
    return _Groups(of_unit, labels, frozenset(rolled))


@dataclass(frozen=True)
class _Words:
    """The lists' words for one row: which of them, in which period, of which client."""

    by: Level
    from_on: date
    to_on: date
    client: int | None
    groups: _Groups

    def of(self, key: int | None) -> dict[str, dict[str, str]]:
        """The queries behind a row."""
        if key is None:
            return self._told("nobody", {}, {"blank": "holder" if self.by == "person" else "unit"})
        if self.by == "person":
            return self._told(f"member.{key}", {"membership": str(key)}, {"holder": str(key)})
        if key in self.groups.rolled:
            return self._told(f"under.{key}", {"unit": str(key)}, {"unit": str(key)})
        return self._told(f"unit.{key}", {"unit_is": str(key)}, {"unit_is": str(key)})

    def all(self) -> dict[str, dict[str, str]]:
        """The queries behind the totals."""
        return self._told("any", {}, {})

    def _told(self, held: str, did: dict[str, str], money: dict[str, str]) -> dict[str, dict[str, str]]:
        first, last = self.from_on.isoformat(), self.to_on.isoformat()
        fixed = {} if self.client is None else {"client": str(self.client)}
        return {
            "drill_placed": {**fixed, "held": f"{held}:{first}..{last}"},
            "drill_records": {**fixed, **did, "since": first, "until": last, "by_people": "true"},
            "drill_promises": {**fixed, **did, "made_from": first, "made_until": last, "by_people": "true"},
            "drill_repayments": {
                **fixed,
                **money,
                "paid_from": first,
                "paid_to": last,
                "reversed": "false",
            },
        }
