from __future__ import annotations

import threading
from datetime import timedelta
from decimal import Decimal
from itertools import cycle
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import Count, Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anjie.access.actors import Actor
from anjie.desk import jobs, sums
from anjie.desk.filters import filtered, query_of
from anjie.desk.models import Case, CaseSum, Holding
from anjie.desk.public import DeskDeed, Page, list_cases
from anjie.foundation import clock
from tests.cases import batch, facts_of, place, place_all
from tests.people import World

STATES = ("open", "paused", "settled", "closed")
ASKED: tuple[dict[str, Any], ...] = (
    {}, {"state": ["open", "closed"]}, {"is_open": True}, {"is_open": False, "state": ["settled"]},
    {"unassigned": True}, {"unassigned": False, "client": ["DEMO-BANK"]}, {"batch": ["B-1"]}, {"unit": ["北"]},
    {"idle_days": 7}, {"idle_days": 7, "is_open": True, "unit": ["北"]},
)  # fmt: skip
SORTS = ("", "-amount", "state", "client", "-batch", "unit", "holder")

a_few = st.lists(st.integers(0, 7), min_size=1, max_size=8)
cents = st.integers(-99_999, 9_999_999)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("state"), a_few, st.sampled_from(STATES)),
        st.tuples(st.just("unit_id"), a_few, st.sampled_from(["北一组", "南一组", None])),
        st.tuples(st.just("holder_id"), a_few, st.sampled_from(["李催收", "吴催收", None])),
        st.tuples(st.just("batch_id"), a_few, st.sampled_from(["B-1", "B-2", None])),
        st.tuples(st.just("amount"), a_few, cents),
        st.tuples(st.just("settled_amount"), a_few, cents),
        st.tuples(st.just("title"), a_few, st.just("李四")),
        st.tuples(st.just("last_worked_at"), a_few, st.sampled_from([0, 6, 7, 8])),
        st.tuples(st.just("delete"), a_few, st.none()),
        st.tuples(st.just("insert"), a_few, st.none()),
        st.tuples(st.just("fold"), a_few, st.none()),
    ),
    max_size=12,
)


def ids_of(world: World, asked: dict[str, Any]) -> dict[str, Any]:
    """The question with numbers for names."""
    found = dict(asked)
    for name, ids in (
        ("client", world.clients), ("unit", world.units), ("batch", {"B-1": batch(world, no="B-1")}),
    ):  # fmt: skip
        if name in found:
            found[name] = [ids[value].pk for value in found[name]]
    return found


def seen(actor: Actor, asked: dict[str, Any], sort: str = "") -> tuple[int, dict[str, Decimal]]:
    """What the list says of all it was asked."""
    answer = list_cases(actor, DeskDeed.CASES_SEE, query_of("recovery", asked), Page(sort=sort))
    assert len(answer["rows"]) == answer["count"]  # no list here is longer than a page
    totals = answer["totals"]
    assert totals["count"] == answer["count"]
    return answer["count"], {name: totals[name] for name in ("amount", "settled", "balance")}


def there(actor: Actor, asked: dict[str, Any]) -> tuple[int, dict[str, Decimal]]:
    """The same by reading every case."""
    cases = list(filtered(actor, DeskDeed.CASES_SEE, query_of("recovery", asked)))
    nothing = Decimal("0.00")
    return len(cases), {
        "amount": sum((case.amount for case in cases), nothing),
        "settled": sum((case.settled_amount for case in cases), nothing),
        "balance": sum((case.balance for case in cases), nothing),
    }


def step(world: World, what: str, which: list[int], value: Any) -> None:
    """One statement on some of the cases, such as imports, assignments, repayments and undoings write."""
    if what == "insert":
        place_all(Actor.job("test"), [facts_of(world, holder=None, batch_no="B-2") for _ in which])
        return
    if what == "fold":
        sums.fold()
        return
    ids = [
        pk for at, pk in enumerate(Case.objects.order_by("pk").values_list("pk", flat=True)) if at in which
    ]
    chosen = Case.objects.filter(pk__in=ids)
    if what == "delete":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
            cursor.execute("DELETE FROM desk_case WHERE id = ANY(%s)", [ids])
        return
    changes: dict[str, Any] = {what: value}
    if what == "state":
        changes["closed_at"] = None if value in ("open", "paused") else clock.now()
    elif value is not None and what in ("unit_id", "holder_id", "batch_id"):
        changes[what] = {
            "unit_id": lambda: world.units[value].pk,
            "holder_id": lambda: world[value].membership_id,
            "batch_id": lambda: batch(world, no=value).pk,
        }[what]()
    elif what == "last_worked_at":
        changes[what] = clock.now() - timedelta(days=value)
    elif what.endswith("amount"):
        changes |= {what: Decimal(value) / 100, "balance": Decimal(-value) / 100}
    chosen.update(**changes)


def expecting(monkeypatch: pytest.MonkeyPatch, worked: int, idle: int) -> None:
    """The database's statistics say so many cases were worked and so many were not."""
    answers = cycle([worked, idle])
    monkeypatch.setattr(sums, "expected", lambda cases: next(answers))


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, sort=st.sampled_from(SORTS), most_are_idle=st.booleans())
def test_totals_are_those_of_the_cases_whatever_was_written(
    world: World, monkeypatch: pytest.MonkeyPatch, steps: list[Any], sort: str, most_are_idle: bool
) -> None:
    expecting(monkeypatch, 1, 2 if most_are_idle else 0)
    point = transaction.savepoint()
    try:
        # given cases of both clients, some held, some in a batch
        kinds = [("李催收", "B-1", "DEMO-BANK"), ("吴催收", "B-2", "DEMO-BANK"), (None, None, "DEMO-CF")]
        place_all(
            Actor.job("test"),
            [
                facts_of(world, holder=holder, batch_no=no, amount=f"{n}00.0{n}", client=client)
                for n, (holder, no, client) in enumerate(kinds, 1)
            ],
        )
        # when any statements change them
        for what, which, value in steps:
            step(world, what, which, value)
        # then every list tells what its cases add up to, to whoever asks and in whatever order
        for name in ("钱管理", "王内勤", "郑主管"):
            for asked in ASKED:
                wanted = ids_of(world, asked)
                expected = there(world[name], wanted)
                assert seen(world[name], wanted, sort) == expected
        assert sums.wrong() == 0
    finally:
        transaction.savepoint_rollback(point)


def test_the_whole_desk_is_not_added_up_case_by_case(world: World) -> None:
    # given cases of two units, and kept sums that somebody has made wrong by hand
    place(world, amount="100.00")
    place(world, holder="吴催收", amount="10.00")
    CaseSum.objects.update(amount=Decimal("7.00"))
    # then what a kind of case is divided by comes from them, and what only a case knows from the cases
    assert seen(world["钱管理"], {})[1]["amount"] == Decimal("14.00")
    assert seen(world["郑主管"], {})[1]["amount"] == Decimal("7.00")
    assert seen(world["钱管理"], {"amount_from": "1"})[1]["amount"] == Decimal("110.00")
    # when they are proved
    assert sums.wrong() == 2
    jobs.prove_sums()
    # then they are right again
    assert sums.wrong() == 0
    assert seen(world["钱管理"], {})[1]["amount"] == Decimal("110.00")


def test_idle_cases_are_told_by_those_that_are_not_where_these_are_fewer(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a case worked today, one of nine days ago, one never worked, and kept sums made wrong by hand
    for days in (0, 9, None):
        case = place(world, amount="100.00")
        Case.objects.filter(pk=case.pk).update(
            last_worked_at=None if days is None else clock.now() - timedelta(days=days)
        )
    sums.fold()
    CaseSum.objects.update(amount=Decimal("1000.00"))
    # then few worked cases are taken away from the kept sums, and few idle ones are added up themselves
    expecting(monkeypatch, 1, 2)
    assert seen(world["钱管理"], {"idle_days": 7}) == (
        2, {"amount": Decimal("900.00"), "settled": Decimal("0.00"), "balance": Decimal("200.00")},
    )  # fmt: skip
    expecting(monkeypatch, 2, 1)
    assert seen(world["钱管理"], {"idle_days": 7})[1]["amount"] == Decimal("200.00")


def test_who_helps_on_a_case_elsewhere_sees_it_in_the_totals(world: World) -> None:
    # given 郑主管 of the southern team, helping on a northern case
    place(world, holder="吴催收", amount="10.00")
    case = place(world, amount="100.00")
    Holding.objects.create(
        case=case, membership_id=world["郑主管"].membership_id, role=Holding.Role.HELPER, from_at=clock.now()
    )
    # then it counts
    assert seen(world["郑主管"], {}) == there(world["郑主管"], {})
    assert seen(world["郑主管"], {})[1]["amount"] == Decimal("110.00")


@pytest.mark.django_db(transaction=True)
def test_people_writing_at_the_same_moment_as_sums_are_folded_lose_nothing() -> None:
    from tests.people import build_world

    # given twelve cases, and three people who repay, move and assign them in transactions that overlap
    world = build_world()
    place_all(Actor.job("test"), [facts_of(world, amount="100.00") for _ in range(12)])
    ids = list(Case.objects.order_by("pk").values_list("pk", flat=True))
    start, faults = threading.Barrier(5), list[BaseException]()

    def work(number: int) -> None:
        try:
            start.wait()
            for turn in range(8):
                with transaction.atomic():
                    mine = Case.objects.filter(pk__in=ids[number * 4 : number * 4 + 4])
                    mine.update(balance=Decimal(turn), state=STATES[turn % 4])
                    mine.update(unit_id=world.units["南一组" if turn % 2 else "北一组"].pk)
        except BaseException as fault:
            faults.append(fault)
        finally:
            connection.close()

    def fold() -> None:
        try:
            start.wait()
            for _ in range(20):
                sums.fold()
                assert CaseSum.objects.aggregate(all=Sum("cases"))["all"] == 12
        except BaseException as fault:
            faults.append(fault)
        finally:
            connection.close()

    # when two workers fold all the while
    threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
    threads += [threading.Thread(target=fold) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # then nothing is lost or counted twice, and folding leaves one row of a kind
    assert faults == []
    assert sums.wrong() == 0
    sums.fold()
    kinds = CaseSum.objects.values("state", "unit_id", "is_open", "is_held").annotate(rows=Count("*"))
    assert {kind["rows"] for kind in kinds} == {1}
    assert CaseSum.objects.aggregate(owed=Sum("balance"))["owed"] == Decimal(7 * 12)
