"""Fills the database of the browser tests and prints who and what is in it, as one line of JSON."""

from __future__ import annotations

import json
import sys

import django

django.setup()

from datetime import date, timedelta  # noqa: E402

from anjie.access.models import Account  # noqa: E402
from anjie.desk.public import Case, ContactPoint  # noqa: E402
from anjie.foundation import clock  # noqa: E402
from anjie.lines.recovery.work.results import ship_results  # noqa: E402
from tests.browser.seed_mediation import (  # noqa: E402
    approved,
    firm_returned,
    mediation_centre,
    to_review,
    waiting_for_a_mediator,
)
from tests.cases import place  # noqa: E402
from tests.people import build_world, member  # noqa: E402


def main() -> None:
    """The named people, one collector more, and for each journey cases of its own."""
    world = build_world()
    world.actors["何催收"] = member("何催收", "collector", world.units["南一组"], "own")
    mediation_centre(world)
    ship_results()
    today = clock.today()
    before = clock.now() - timedelta(days=9)

    def case(name: str, holder: str, amount: str, **facts: object) -> Case:
        facts.setdefault("recall_on", date(2026, 12, 1))
        facts.setdefault("commission_rate", "0.3737")
        return place(world, name=name, holder=holder, amount=amount, at=before, batch_no="B-2026-09", **facts)

    cases = [
        case("郑一鸣", "何催收", "4200.00", category="M3", region="苏州"),
        case("严二宝", "何催收", "910.35", category="M2", region="苏州"),
        case("苏三元", "何催收", "26000.00", category="M6", region="沈阳"),
        case("方四维", "何催收", "7300.00", category="M4", region="沈阳"),
        case("许还清", "吴催收", "1888.50"),
        case("沈延期", "吴催收", "5400.00", recall_on=today + timedelta(days=2)),
        case("高到期", "吴催收", "3300.00", recall_on=today + timedelta(days=1)),
        case("邻组人", "吴催收", "6600.00"),
    ]
    ContactPoint.objects.filter(case__title="苏三元").update(do_not_contact=True)
    disputes = {"贺兰": waiting_for_a_mediator(world), "桑榆": approved(world), "温宁": to_review(world)}
    firm_returned(world)
    told = {
        "people": dict(Account.objects.values_list("name", "username")),
        "cases": {one.title: {"id": one.pk, "no": one.no} for one in cases}
        | {name: {"id": one.pk, "no": one.no} for name, one in disputes.items()},
    }
    json.dump(told, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
