from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from anjie.desk.models import Case, Event
from tests.cases import place
from tests.http import Browser
from tests.people import World


def state_of(case: Case) -> str:
    case.refresh_from_db()
    return case.state


def test_one_case_is_moved_and_comes_back_as_its_row(world: World) -> None:
    case = place(world)
    answer = Browser(world["赵主管"]).post(
        f"/api/desk/cases/{case.pk}/moves/placement.pause", {"reason": "协商中"}
    )
    row = answer.json()
    assert (row["state"], row["state_label"]) == ("paused", "暂停")
    assert [move["code"] for move in row["moves"]] == ["placement.resume"]
    event = Event.objects.get(case_id=case.pk, verb="placement.pause")
    assert event.facts == {"from": "open", "to": "paused", "reason": "协商中"}
    assert event.actor == world["赵主管"].key


def test_of_many_those_that_may_move_do_and_the_rest_say_why(world: World) -> None:
    # given two open cases, a settled one, and one of another team
    one, two = place(world), place(world, holder="周催收")
    settled = place(world, state="settled", settled_amount=Decimal("1000.00"))
    others = place(world, holder="吴催收")
    # when 赵主管 pauses all four
    answer = (
        Browser(world["赵主管"])
        .post(
            "/api/desk/cases/moves/placement.pause",
            {"ids": [one.pk, two.pk, settled.pk, others.pk], "reason": "委托方要求"},
        )
        .json()
    )
    # then two move, one is refused with its state, and the one out of reach is not even named
    assert answer["moved"] == 2
    refused = {row["id"]: (row["no"], row["code"]) for row in answer["refused"]}
    assert refused == {settled.pk: (settled.no, "move.wrong_state"), others.pk: ("", "not_found")}
    assert [state_of(case) for case in (one, two, settled, others)] == ["paused", "paused", "settled", "open"]


def test_all_that_a_filter_finds_moves_while_the_count_holds(world: World) -> None:
    cases = [place(world, category="M1") for _ in range(3)] + [place(world, category="M2")]
    browser = Browser(world["赵主管"])
    body: dict[str, Any] = {"filter": {"category": "M1"}, "count": 2, "reason": "委托方要求"}
    # when the person was told of two but there are three
    stale = browser.post("/api/desk/cases/moves/placement.pause", body)
    # then nothing moves
    assert (stale.status_code, stale.json()["facts"]) == (409, {"expected": 2, "found": 3})
    assert Case.objects.filter(state="paused").count() == 0
    # and with the right count they do
    done = browser.post("/api/desk/cases/moves/placement.pause", {**body, "count": 3}).json()
    assert done == {"moved": 3, "refused": []}
    assert state_of(cases[3]) == "open"


@pytest.mark.parametrize(
    ("who", "code", "body", "status", "refusal"),
    [
        ("赵主管", "placement.pause", {"reason": " "}, 422, "move.reason_required"),
        ("李催收", "placement.pause", {"reason": "x"}, 403, "access.forbidden"),
        ("赵主管", "placement.fly", {"reason": "x"}, 422, "move.unknown"),
        ("钱管理", "placement.settle", {}, 422, "move.automatic"),
        ("王内勤", "placement.retain", {}, 422, "move.facts_required"),
        ("王内勤", "placement.retain", {"facts": {"term_on": "明天"}}, 422, "move.wrong_date"),
        ("王内勤", "placement.retain", {"facts": {"term_on": "2026-11-30"}}, 409, "term.not_later"),
        ("郑主管", "placement.pause", {"reason": "x"}, 404, "not_found"),
    ],
)
def test_a_refused_move_changes_nothing(
    world: World, who: str, code: str, body: dict[str, Any], status: int, refusal: str
) -> None:
    case = place(world)
    answer = Browser(world[who]).post(f"/api/desk/cases/{case.pk}/moves/{code}", body)
    assert (answer.status_code, answer.json()["code"]) == (status, refusal)
    assert state_of(case) == "open"
    assert Event.objects.filter(case_id=case.pk).count() == 1


def test_facts_the_move_does_not_ask_for_never_reach_it(world: World) -> None:
    case = place(world)
    body = {"reason": "协商中", "facts": {"_silent": "1", "amount": "0"}}
    assert (
        Browser(world["赵主管"]).post(f"/api/desk/cases/{case.pk}/moves/placement.pause", body).status_code
        == 200
    )
    event = Event.objects.get(case_id=case.pk, verb="placement.pause")
    assert set(event.facts) == {"from", "to", "reason"}
