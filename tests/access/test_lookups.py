"""Pickers offer what is within reach and nothing else."""

from __future__ import annotations

from tests.http import Browser
from tests.people import World


def test_a_supervisor_picks_among_her_own_team(world: World) -> None:
    rows = Browser(world["赵主管"]).get("/api/access/lookups/members").json()
    assert {row["name"] for row in rows} == {"赵主管", "李催收", "周催收"}


def test_a_clerk_picks_only_the_clients_she_serves(world: World) -> None:
    assert [row["name"] for row in Browser(world["王内勤"]).get("/api/access/lookups/clients").json()] == [
        "示范银行"
    ]
    assert len(Browser(world["孙内勤"]).get("/api/access/lookups/clients").json()) == 2


def test_units_come_as_a_tree(world: World) -> None:
    (company,) = Browser(world["孙内勤"]).get("/api/access/lookups/units").json()
    assert [branch["name"] for branch in company["children"]] == ["北分公司", "南分公司"]
    assert company["children"][0]["children"][0]["name"] == "北一组"


def test_a_chosen_one_has_its_name_even_when_the_search_leaves_it_out(world: World) -> None:
    chosen = world["李催收"].membership_id
    rows = Browser(world["赵主管"]).get("/api/access/lookups/members", q="周", ids=chosen).json()
    assert {row["name"] for row in rows} == {"周催收", "李催收"}
    outside = (
        Browser(world["赵主管"]).get("/api/access/lookups/members", ids=world["吴催收"].membership_id).json()
    )
    assert "吴催收" not in {row["name"] for row in outside}
