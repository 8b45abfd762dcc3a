from __future__ import annotations

from decimal import Decimal

import pytest

from anjie.access.leavers import hand_over_all, held_by
from anjie.access.models import Membership, TrailEntry
from anjie.desk.models import Case, Event, Holding
from anjie.foundation.refusals import Forbidden, Invalid, NotFound
from anjie.lines.recovery.assignment.models import AssignmentRule
from anjie.lines.recovery.assignment.rule_actions import change_rule, delete_rule, make_rule
from anjie.services.notices.models import Notice
from tests.cases import place
from tests.people import World


def test_a_leavers_cases_are_counted_and_evened_out_over_those_who_stay(world: World) -> None:
    # given 李催收 leaves with three open cases and a settled one; 周催收 holds one already
    leaver = [place(world, name=f"债务人{n}", amount="100.00", holder="李催收") for n in range(3)]
    settled = place(world, amount="900.00", holder="李催收", state="settled")
    place(world, name="旧案", amount="100.00", holder="周催收")
    li, zhou, wu = (world[name].membership_id for name in ("李催收", "周催收", "吴催收"))
    [held] = [one for one in held_by([li]) if one.kind == "recovery.cases"]
    assert (held.label, held.count, held.amount) == ("催收案件", 3, Decimal("300.00"))
    # when 钱管理 disables the account and hands over
    moved = hand_over_all(world["钱管理"], [li], [zhou, wu], "账号停用")
    # then both hold two, the settled one keeps its last holder, and both are told
    assert moved["recovery.cases"] == 3
    assert Case.objects.filter(holder_id=zhou).count() == Case.objects.filter(holder_id=wu).count() == 2
    assert Case.objects.get(pk=settled.pk).holder_id == li
    assert Holding.objects.filter(membership_id=li, to_at=None).exclude(case=settled).count() == 0
    assert Event.objects.filter(verb="assignment.assigned").count() == 3
    assert set(Notice.objects.values_list("membership_id", flat=True)) >= {zhou, wu}
    assert held_by([li]) == []
    assert leaver[0].pk in Case.objects.values_list("pk", flat=True)


def test_a_leavers_cases_go_back_to_unassigned_when_nobody_takes_them(world: World) -> None:
    bank = place(world, holder="李催收")
    other = place(world, client="DEMO-CF", holder="李催收")
    li, zhou = world["李催收"].membership_id, world["周催收"].membership_id
    Membership.objects.filter(pk=zhou).update(client_ids=[world.clients["DEMO-BANK"].pk])
    assert hand_over_all(world["钱管理"], [li], [zhou], "离职")["recovery.cases"] == 2
    assert dict(Case.objects.values_list("pk", "holder_id")) == {bank.pk: zhou, other.pk: None}
    assert hand_over_all(world["钱管理"], [zhou], [], "离职")["recovery.cases"] == 1
    assert Case.objects.get(pk=bank.pk).holder_id is None


def rule(world: World, **values: object) -> dict:
    return {"name": "江苏大额", "unit_id": world.units["北一组"].pk, "regions": ["江苏"], **values}


def test_a_rule_is_made_changed_and_removed_on_the_record(world: World) -> None:
    boss = world["赵主管"]
    made = make_rule(
        boss, rule(world, amount_from=Decimal(5000), membership_ids=[world["李催收"].membership_id])
    )
    change_rule(boss, made.pk, {"amount_to": Decimal(9000), "is_active": False})
    made.refresh_from_db()
    assert (made.amount_from, made.amount_to, made.is_active) == (Decimal(5000), Decimal(9000), False)
    assert TrailEntry.objects.get(verb="assignment.rule_changed").facts["changes"] == {
        "amount_to": [None, "9000"], "is_active": [True, False],
    }  # fmt: skip
    delete_rule(boss, made.pk)
    assert AssignmentRule.objects.count() == 0


def test_a_rule_that_cannot_be_is_refused_and_others_rules_are_out_of_reach(world: World) -> None:
    boss = world["赵主管"]
    codes = []
    for values in (
        {"name": " "},
        {"amount_from": Decimal(10), "amount_to": Decimal(10)},
        {"membership_ids": [world["吴催收"].membership_id]},
    ):
        with pytest.raises(Invalid) as refusal:
            make_rule(boss, rule(world, **values))
        codes.append(refusal.value.code)
    assert codes == ["assignment.rule_name", "assignment.rule_amounts", "assignment.rule_members"]
    for values in ({"unit_id": world.units["南一组"].pk}, {"client_id": world.units["北"].pk}):
        with pytest.raises(NotFound):
            make_rule(boss, rule(world, **values))
    foreign = make_rule(world["郑主管"], rule(world, unit_id=world.units["南一组"].pk))
    with pytest.raises(NotFound):
        delete_rule(boss, foreign.pk)
    with pytest.raises(Forbidden):
        make_rule(world["王内勤"], rule(world))
    assert AssignmentRule.objects.count() == 1
