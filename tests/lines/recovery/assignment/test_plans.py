from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection

from anjie.access.models import Account, Membership
from anjie.desk.models import Case, Event, Holding
from anjie.desk.public import move_case
from anjie.foundation import clock
from anjie.foundation.refusals import Forbidden, Invalid, NotFound, Refusal
from anjie.lines.recovery.assignment.actions import commit, correct, plan
from anjie.lines.recovery.assignment.drafting import Wish
from anjie.lines.recovery.assignment.models import AssignmentPlan, AssignmentRule, PlannedCase
from anjie.lines.recovery.payment.models import Repayment
from anjie.lines.recovery.work.models import WorkRecord
from anjie.services.notices.models import Notice
from tests.cases import place
from tests.people import World, build_world

NOW = "2026-09-20T09:00:00+08:00"


@pytest.fixture(autouse=True)
def _stopped() -> Iterator[None]:
    with clock.stopped(NOW):
        yield


def cases_of(world: World, *amounts: str, **facts: Any) -> list[int]:
    facts = {"holder": None, "unit": "北一组", **facts}
    return [place(world, name=f"债务人{n}", amount=amount, **facts).pk for n, amount in enumerate(amounts)]


def planned(made: AssignmentPlan) -> dict[int, int | None]:
    return dict(PlannedCase.objects.filter(plan=made).values_list("case_id", "to_holder_id"))


def person(made: AssignmentPlan, world: World, name: str) -> dict[str, Any]:
    return next(row for row in made.people if row["membership_id"] == world[name].membership_id)


def test_a_preview_shows_before_and_after_and_changes_nothing(world: World) -> None:
    # given 李催收 holds one case of 500 and four new ones wait
    place(world, name="旧案", amount="500.00", holder="李催收")
    ids = cases_of(world, "100.00", "200.00", "300.00", "400.00")
    # when 赵主管 previews an equal split by number and amount
    li, zhou = world["李催收"].membership_id, world["周催收"].membership_id
    made = plan(world["赵主管"], Wish("both", ids=ids, collectors=[li, zhou]))
    # then each would get two cases of 500 together, and nothing has moved
    assert (made.case_count, made.amount, made.summary["persons"]) == (4, Decimal("1000.00"), 4)
    assert person(made, world, "李催收") == {
        "membership_id": li, "name": "李催收", "unit_id": world.units["北一组"].pk, "unit": "北一组",
        "before_count": 1, "before_amount": "500.00", "less_count": 0, "less_amount": "0.00",
        "added_count": 2, "added_amount": "500.00", "after_count": 3, "after_amount": "1000.00",
    }  # fmt: skip
    assert person(made, world, "周催收")["after_amount"] == "500.00"
    assert set(Case.objects.filter(pk__in=ids).values_list("holder_id", flat=True)) == {None}
    assert Event.objects.filter(verb="assignment.assigned").count() == 0


def test_a_commit_gives_cases_holdings_events_and_one_notice_each(world: World) -> None:
    ids = cases_of(world, "100.00", "200.00", clerk=None)
    held = place(world, name="在手", amount="300.00", holder="李催收", clerk="王内勤")
    zhou = world["周催收"].membership_id
    made = plan(world["赵主管"], Wish("hand", ids=[*ids, held.pk], collectors=[zhou]))
    commit(world["赵主管"], made.pk)
    # then holder, unit and time are set; the clerk of the case stays, or is whoever assigned it
    rows = Case.objects.filter(pk__in=[*ids, held.pk]).order_by("pk")
    assert [(row.holder_id, row.unit, row.assigned_at) for row in rows] == [
        (zhou, world.units["北一组"], clock.now())
    ] * 3
    assert [row.clerk_id for row in rows] == [world["赵主管"].membership_id] * 2 + [
        world["王内勤"].membership_id
    ]
    # and who held it when is kept
    holdings = Holding.objects.filter(case=held).order_by("pk").values_list("membership_id", "to_at", "why")
    assert list(holdings) == [(world["李催收"].membership_id, clock.now(), "opened"), (zhou, None, "hand")]
    # and every timeline says so
    events = {row.case_id: row.facts for row in Event.objects.filter(verb="assignment.assigned")}
    assert events[held.pk] == {
        "from": world["李催收"].membership_id, "from_name": "李催收", "to": zhou, "to_name": "周催收", "why": "hand",
    }  # fmt: skip
    assert events[ids[0]] == {"to": zhou, "to_name": "周催收", "why": "hand"}
    # and both collectors are told once
    told = {row.membership_id: row.text for row in Notice.objects.all()}
    assert told == {
        zhou: "新分到 3 件案件，委案金额合计 600.00 元。",
        world["李催收"].membership_id: "您名下的 1 件案件已转给他人或收回。",
    }


def test_a_double_click_commits_once(world: World) -> None:
    ids = cases_of(world, "100.00")
    made = plan(world["赵主管"], Wish("hand", ids=ids, collectors=[world["周催收"].membership_id]))
    first = commit(world["赵主管"], made.pk)
    second = commit(world["赵主管"], made.pk)
    assert second.summary == first.summary == {**first.summary, "assigned": 1, "left_out": 0}
    assert Holding.objects.filter(case_id=ids[0]).count() == 1
    assert Event.objects.filter(verb="assignment.assigned").count() == 1


@pytest.mark.parametrize("mode", ["number", "amount", "both", "cumulative", "quick", "recommended"])
def test_every_mode_keeps_a_person_together(world: World, mode: str) -> None:
    bad_id = "320102199001011231"  # its check digit is wrong on purpose
    together = [
        place(world, name="张三", id_no=bad_id, amount=amount, holder=None, unit="北一组").pk
        for amount in ("900.00", "10.00", "20.00")
    ]
    rest = cases_of(world, "100.00", "200.00", "300.00", "400.00", "500.00")
    made = plan(world["赵主管"], Wish(mode, ids=[*together, *rest], unit=world.units["北一组"].pk))
    to = planned(made)
    assert len({to[case] for case in together}) == 1
    assert set(to.values()) == {world["李催收"].membership_id, world["周催收"].membership_id}
    assert sum(row["added_count"] for row in made.people) == 8


def test_number_amount_and_cumulative_even_out_what_they_say(world: World) -> None:
    for amount in ("1000.00", "2000.00"):
        place(world, name="旧案", amount=amount, holder="李催收")
    ids = cases_of(world, "600.00", "500.00", "100.00", "100.00")
    team = world.units["北一组"].pk

    def shares(mode: str) -> list[tuple[int, str]]:
        made = plan(world["赵主管"], Wish(mode, ids=ids, unit=team))
        return [(row["added_count"], row["added_amount"]) for row in made.people]

    assert [count for count, _ in shares("number")] == [2, 2]
    assert sorted(shares("amount")) == [(2, "600.00"), (2, "700.00")]
    assert sorted(shares("both")) == [(2, "600.00"), (2, "700.00")]
    # 李催收 holds two already: three of the four go to 周催收
    assert [count for count, _ in shares("cumulative")] == [1, 3]


def test_quick_fills_the_least_loaded_and_keeps_regions_together(world: World) -> None:
    for n in range(4):
        place(world, name=f"旧案{n}", holder="李催收")
    ids = cases_of(world, "1.00", "1.00", "1.00", region="浙江省")
    ids += cases_of(world, "1.00", "1.00", "1.00", region="江苏省")
    made = plan(world["赵主管"], Wish("quick", ids=ids, unit=world.units["北一组"].pk))
    assert (person(made, world, "李催收")["after_count"], person(made, world, "周催收")["after_count"]) == (
        5,
        5,
    )
    of_li = [case for case, to in planned(made).items() if to == world["李催收"].membership_id]
    assert len(set(Case.objects.filter(pk__in=of_li).values_list("region", flat=True))) == 1


def test_recommended_gives_a_person_to_whoever_spoke_to_him_and_says_why(world: World) -> None:
    # given 周催收 worked another case of 张三 twice, 李催收 has cases in 江苏省 and brought money for the bank
    bad_id = "320102199001011231"  # its check digit is wrong on purpose
    old = place(world, name="张三", id_no=bad_id, holder="周催收", state="closed")
    for _ in range(2):
        WorkRecord.objects.create(
            case=old, person=old.person, membership_id=world["周催收"].membership_id, at=clock.now(),
            entered_at=clock.now(),
        )  # fmt: skip
    south = place(world, name="李四", holder="李催收", region="江苏省")
    Repayment.objects.create(
        case=south, client=world.clients["DEMO-BANK"], holder_id=world["李催收"].membership_id, amount=1,
        paid_on=clock.today(), fingerprint="x", source="hand", entered_at=clock.now(),
    )  # fmt: skip
    new = place(world, name="张三", id_no=bad_id, holder=None, unit="北一组", region="江苏省").pk
    near = place(world, name="王五", holder=None, unit="北一组", region="江苏省").pk
    # when both are recommended
    made = plan(world["赵主管"], Wish("recommended", ids=[new, near], unit=world.units["北一组"].pk))
    # then each goes to whom the facts speak for
    why = {row.case_id: (row.to_holder_id, row.why) for row in PlannedCase.objects.filter(plan=made)}
    assert why == {
        new: (world["周催收"].membership_id, ["曾跟进该当事人 2 次", "现有在手 0 件"]),
        near: (
            world["李催收"].membership_id,
            ["熟悉江苏省（经手 1 件）", "该委托方近半年回款 1 笔", "现有在手 1 件"],
        ),
    }


def test_rules_decide_by_region_band_and_amount_and_list_what_fits_none(world: World) -> None:
    north, south = world.units["北一组"], world.units["南一组"]
    AssignmentRule.objects.create(name="大额", unit=north, amount_from=Decimal(5000), position=1,
                                  membership_ids=[world["李催收"].membership_id])  # fmt: skip
    AssignmentRule.objects.create(name="江苏", unit=south, regions=["江苏"], categories=["M3"], position=2)
    [big] = cases_of(world, "5000.00", region="江苏省", category="M3")
    [small] = cases_of(world, "4999.99", region="江苏省", category="M3")
    [none] = cases_of(world, "10.00", region="江苏省", category="M1")
    made = plan(world["钱管理"], Wish("rules", ids=[big, small, none]))
    assert planned(made) == {big: world["李催收"].membership_id, small: world["吴催收"].membership_id}
    assert PlannedCase.objects.get(plan=made, case_id=big).why == ["规则“大额”（≥ 5,000.00 元）"]
    assert [(row["id"], row["code"]) for row in made.refused] == [(none, "assignment.no_rule")]


def test_swap_hand_over_and_take_back(world: World) -> None:
    li, zhou, wu = (world[name].membership_id for name in ("李催收", "周催收", "吴催收"))
    one = place(world, name="甲", amount="100.00", holder="李催收").pk
    two = place(world, name="乙", amount="200.00", holder="周催收").pk
    boss = world["钱管理"]
    commit(boss, plan(boss, Wish("swap", collectors=[li, zhou])).pk)
    assert dict(Case.objects.values_list("pk", "holder_id")) == {one: zhou, two: li}
    # a leaver's cases go to the other team
    commit(boss, plan(boss, Wish("hand_over", from_collectors=[li], collectors=[wu])).pk)
    assert Case.objects.get(pk=two).holder_id == wu
    assert Case.objects.get(pk=two).unit == world.units["南一组"]
    # and one is taken back: nobody holds it, its team still sees it
    commit(boss, plan(boss, Wish("take_back", ids=[two])).pk)
    taken = Case.objects.get(pk=two)
    assert (taken.holder_id, taken.assigned_at, taken.unit) == (None, None, world.units["南一组"])
    history = Holding.objects.filter(case_id=two).order_by("pk").values_list("membership_id", "why")
    assert list(history) == [(zhou, "opened"), (li, "swap"), (wu, "hand_over")]
    assert Holding.objects.filter(case_id=two, to_at=None).count() == 0


def test_dragging_a_case_moves_its_person_and_the_bars(world: World) -> None:
    bad_id = "320102199001011231"  # its check digit is wrong on purpose
    pair = [
        place(world, name="张三", id_no=bad_id, amount="50.00", holder=None, unit="北一组").pk for _ in "ab"
    ]
    li, zhou = world["李催收"].membership_id, world["周催收"].membership_id
    made = plan(world["赵主管"], Wish("hand", ids=pair, collectors=[li]))
    made = correct(world["赵主管"], made.pk, [pair[0]], zhou)
    assert planned(made) == {pair[0]: zhou, pair[1]: zhou}
    assert (person(made, world, "李催收")["added_count"], person(made, world, "周催收")["added_amount"]) == (
        0,
        "100.00",
    )
    made = correct(world["赵主管"], made.pk, [pair[0]], li, alone=True)
    assert planned(made) == {pair[0]: li, pair[1]: zhou}
    with pytest.raises(NotFound):
        correct(world["赵主管"], made.pk, [pair[0]], world["吴催收"].membership_id)
    commit(world["赵主管"], made.pk)
    with pytest.raises(Refusal) as refusal:
        correct(world["赵主管"], made.pk, [pair[0]], zhou)
    assert refusal.value.code == "assignment.committed"


def test_what_changed_since_the_preview_is_left_out_and_named(world: World) -> None:
    # given a preview of four cases
    ids = cases_of(world, "1.00", "2.00", "3.00", "4.00")
    li, zhou = world["李催收"].membership_id, world["周催收"].membership_id
    made = plan(world["赵主管"], Wish("hand", ids=ids, collectors=[zhou]))
    # when meanwhile one is closed, one given to 李催收, one moved out of the team
    move_case(world["王内勤"], ids[0], "placement.close", reason="委托方要求")
    commit(world["赵主管"], plan(world["赵主管"], Wish("hand", ids=[ids[1]], collectors=[li])).pk)
    Case.objects.filter(pk=ids[2]).update(unit=world.units["南一组"])
    done = commit(world["赵主管"], made.pk)
    # then only the fourth is given and the others are named with why
    assert (done.summary["assigned"], done.summary["left_out"]) == (1, 3)
    assert [(row["id"], row["code"]) for row in done.summary["left_out_cases"]] == [
        (ids[0], "assignment.not_open"), (ids[1], "assignment.changed_meanwhile"), (ids[2], "not_found"),
    ]  # fmt: skip
    assert "已由 李催收 持有" in done.summary["left_out_cases"][1]["message"]
    assert list(Case.objects.order_by("pk").values_list("holder_id", flat=True)) == [None, li, None, zhou]


def test_nobody_gets_a_client_he_may_not_see_nor_a_case_after_he_left(world: World) -> None:
    zhou = world["周催收"].membership_id
    Membership.objects.filter(pk=zhou).update(client_ids=[world.clients["DEMO-BANK"].pk])
    bank, other = cases_of(world, "1.00"), cases_of(world, "2.00", client="DEMO-CF")
    made = plan(world["赵主管"], Wish("hand", ids=[*bank, *other], collectors=[zhou]))
    assert [(row["id"], row["code"]) for row in made.refused] == [(other[0], "assignment.client_not_allowed")]
    both = plan(world["赵主管"], Wish("number", ids=[*bank, *other], unit=world.units["北一组"].pk))
    assert planned(both)[other[0]] == world["李催收"].membership_id
    Account.objects.filter(pk=world["周催收"].account_id).update(is_active=False)
    done = commit(world["赵主管"], made.pk)
    assert [row["code"] for row in done.summary["left_out_cases"]] == ["assignment.collector_gone"]
    assert Case.objects.get(pk=bank[0]).holder_id is None


def test_who_may_plan_what(world: World) -> None:
    mine, theirs = cases_of(world, "1.00"), cases_of(world, "1.00", unit="南一组")
    li = world["李催收"].membership_id
    with pytest.raises(Forbidden):
        plan(world["李催收"], Wish("hand", ids=mine, collectors=[li]))
    # a case of another team looks missing, a collector of another team too
    made = plan(world["赵主管"], Wish("hand", ids=[*mine, *theirs], collectors=[li]))
    assert (list(planned(made)), [(row["id"], row["code"]) for row in made.refused]) == (
        mine, [(theirs[0], "not_found")],
    )  # fmt: skip
    with pytest.raises(NotFound):
        plan(world["赵主管"], Wish("hand", ids=mine, collectors=[world["吴催收"].membership_id]))
    # nobody commits what another previewed, nor one of yesterday
    with pytest.raises(NotFound):
        commit(world["郑主管"], made.pk)
    with clock.stopped(clock.now() + timedelta(hours=25)), pytest.raises(Refusal) as refusal:
        commit(world["赵主管"], made.pk)
    assert refusal.value.code == "assignment.stale"
    assert Case.objects.get(pk=mine[0]).holder_id is None


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (Wish("hand", ids=[1], collectors=[]), "assignment.one_collector"),
        (Wish("swap", collectors=[1, 1]), "assignment.two_collectors"),
        (Wish("number", ids=[1]), "assignment.nobody"),
        (Wish("hand_over"), "assignment.no_leaver"),
        (Wish("nonsense", ids=[1]), "assignment.mode"),
    ],
)
def test_a_wish_that_cannot_be_planned_is_refused(world: World, wish: Wish, code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        plan(world["赵主管"], wish)
    assert refusal.value.code == code
    assert AssignmentPlan.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_a_commit_while_another_closes_the_same_cases_leaves_each_case_whole() -> None:
    # given a preview of 40 cases
    world = build_world()
    ids = cases_of(world, *["1.00"] * 40)
    zhou = world["周催收"].membership_id
    made = plan(world["赵主管"], Wish("hand", ids=ids, collectors=[zhou]))
    barrier = threading.Barrier(3)
    summaries: list[dict[str, Any]] = []

    def run(work: Any) -> None:
        try:
            barrier.wait()
            work()
        finally:
            connection.close()

    def close_all() -> None:
        for pk in reversed(ids):
            move_case(world["王内勤"], pk, "placement.close", reason="委托方要求")

    # when it is committed twice at once while every case is closed one by one
    threads = [
        threading.Thread(
            target=run, args=(lambda: summaries.append(commit(world["赵主管"], made.pk).summary),)
        ),
        threading.Thread(
            target=run, args=(lambda: summaries.append(commit(world["赵主管"], made.pk).summary),)
        ),
        threading.Thread(target=run, args=(close_all,)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # then all are closed, both commits tell the same, and a case is held exactly when its timeline says so
    assert set(Case.objects.values_list("state", flat=True)) == {"closed"}
    assert summaries[0] == summaries[1]
    assigned = summaries[0]["assigned"]
    assert (assigned + summaries[0]["left_out"], Holding.objects.count()) == (40, assigned)
    assert Event.objects.filter(verb="assignment.assigned").count() == assigned
    assert Case.objects.filter(holder_id=zhou).count() == assigned
