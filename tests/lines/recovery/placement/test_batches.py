from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from anjie.access.models import TrailEntry
from anjie.desk.models import Batch, Case
from tests.cases import batch, place
from tests.http import Browser
from tests.people import World


def listed(world: World, who: str, **query: Any) -> list[str]:
    answer = Browser(world[who]).get("/api/recovery/batches", **{"sort": "no", **query})
    assert answer.status_code == 200, answer.content.decode()
    return [row["no"] for row in answer.json()["rows"]]


@pytest.fixture
def batches(world: World) -> None:
    """A bank's batch with three cases, a consumer financier's with one in the south, and an empty one."""
    place(world, amount="1000.00", batch_no="B-1")
    place(world, amount="500.00", settled_amount=Decimal("200.00"), batch_no="B-1", holder="周催收")
    place(world, amount="300.00", settled_amount=Decimal("300.00"), state="settled", batch_no="B-1")
    batch(world, "DEMO-CF", "C-1", unit="南")
    place(world, "DEMO-CF", amount="50.00", batch_no="C-1", holder="吴催收")
    Batch.objects.filter(no="B-1").update(region="江苏省", fee_rate=Decimal("0.15"))
    Batch.objects.filter(no="C-1").update(received_on="2026-09-01", term_on="2026-12-01")
    batch(world, "DEMO-BANK", "B-2")
    Batch.objects.filter(no="B-2").update(state="empty")


def test_a_batch_counts_and_sums_its_cases(world: World, batches: None) -> None:
    answer = Browser(world["孙内勤"]).get("/api/recovery/batches", sort="no").json()
    row = answer["rows"][0]
    assert (row["no"], row["cases"], row["open_cases"]) == ("B-1", 3, 2)
    assert (row["amount"], row["settled"], row["balance"]) == ("1800.00", "500.00", "1300.00")
    assert row["states"] == [
        {"value": "open", "label": "正常", "count": 2},
        {"value": "settled", "label": "结清", "count": 1},
    ]
    assert (row["state_label"], row["fee_rate"]) == ("已导入", "0.15000")
    assert answer["totals"] == {
        "count": 3, "cases": 4, "amount": "1850.00", "settled": "500.00", "balance": "1350.00",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["B-1", "B-2", "C-1"]),
        ({"no": "b-"}, ["B-1", "B-2"]),
        ({"state": "empty"}, ["B-2"]),
        ({"region": "江苏"}, ["B-1"]),
        ({"term_from": "2026-11-01"}, ["C-1"]),
        ({"received_to": "2026-08-31"}, []),
        ({"sort": "-no"}, ["C-1", "B-2", "B-1"]),
    ],
)
def test_batches_are_filtered(world: World, batches: None, query: dict[str, str], found: list[str]) -> None:
    assert listed(world, "孙内勤", **query) == found


def test_who_sees_which_batches(world: World, batches: None) -> None:
    assert listed(world, "孙内勤", client=world.clients["DEMO-CF"].pk) == ["C-1"]
    assert listed(world, "王内勤") == ["B-1", "B-2"]
    # a team's supervisor sees a batch by its cases in his team, and of it only those
    row = Browser(world["郑主管"]).get("/api/recovery/batches").json()["rows"][0]
    assert (row["no"], row["cases"], row["amount"]) == ("C-1", 1, "50.00")
    assert listed(world, "郑主管") == ["C-1"]
    # and nobody who may not see the rate learns it
    assert Browser(world["赵主管"]).get("/api/recovery/batches").json()["rows"][0]["fee_rate"] is None
    assert Browser(world["赵主管"]).get("/api/recovery/batches", sort="fee_rate").status_code == 403
    assert Browser(world["李催收"]).get("/api/recovery/batches").status_code == 403


def test_a_batch_is_made_changed_and_deleted_while_empty(world: World) -> None:
    browser = Browser(world["王内勤"])
    made = browser.post(
        "/api/recovery/batches",
        {
            "client_id": world.clients["DEMO-BANK"].pk,
            "no": " B-9 ",
            "received_on": "2026-09-01",
            "fee_rate": "0.15",
        },
    ).json()
    assert (made["no"], made["unit"], made["state_label"], made["may_delete"]) == (
        "B-9",
        "北分公司",
        "未导入",
        True,
    )
    changed = browser.patch(
        f"/api/recovery/batches/{made['id']}", {"no": "B-10", "term_on": "2026-12-01"}
    ).json()
    assert (changed["no"], changed["term_on"], changed["fee_rate"]) == ("B-10", "2026-12-01", "0.15000")
    assert browser.delete(f"/api/recovery/batches/{made['id']}").json() == {"ok": True}
    assert Batch.objects.count() == 0
    verbs = (
        TrailEntry.objects.filter(verb__startswith="batch.").order_by("seq").values_list("verb", flat=True)
    )
    assert list(verbs) == ["batch.created", "batch.changed", "batch.deleted"]


def test_a_batch_with_cases_is_not_deleted(world: World, batches: None) -> None:
    full = Batch.objects.get(no="B-1")
    answer = Browser(world["王内勤"]).delete(f"/api/recovery/batches/{full.pk}")
    assert (answer.status_code, answer.json()["code"]) == (409, "batch.not_empty")
    assert answer.json()["facts"] == {"cases": 3}
    assert Batch.objects.filter(pk=full.pk).exists()


@pytest.mark.parametrize(
    ("who", "body", "status", "code"),
    [
        ("王内勤", {"no": "B-1"}, 409, "batch.no_taken"),
        ("王内勤", {"no": "  "}, 422, "batch.no_number"),
        ("王内勤", {"no": "X", "client": "DEMO-CF"}, 404, "not_found"),
        ("王内勤", {"no": "X", "unit": "示范银行"}, 404, "not_found"),
        (
            "王内勤",
            {"no": "X", "received_on": "2026-09-01", "term_on": "2026-09-01"},
            422,
            "batch.term_first",
        ),
        ("王内勤", {"no": "X", "fee_rate": "1.5"}, 422, "request.invalid"),
        ("赵主管", {"no": "X"}, 403, "access.forbidden"),
    ],
)
def test_a_wrong_batch_is_not_made(
    world: World, batches: None, who: str, body: dict[str, str], status: int, code: str
) -> None:
    given = {"client_id": world.clients[body.pop("client", "DEMO-BANK")].pk, **body}
    if "unit" in given:
        given["unit_id"] = world.clients["DEMO-BANK"].pk
        del given["unit"]
    answer = Browser(world[who]).post("/api/recovery/batches", given)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert Batch.objects.count() == 3


def test_a_whole_batch_is_paused_with_what_could_not(world: World, batches: None) -> None:
    full = Batch.objects.get(no="B-1")
    answer = (
        Browser(world["王内勤"])
        .post(f"/api/recovery/batches/{full.pk}/moves/placement.pause", {"reason": "委托方要求"})
        .json()
    )
    assert answer["moved"] == 2
    assert [row["code"] for row in answer["refused"]] == ["move.wrong_state"]
    assert sorted(Case.objects.filter(batch=full).values_list("state", flat=True)) == [
        "paused",
        "paused",
        "settled",
    ]
    again = (
        Browser(world["王内勤"]).post(f"/api/recovery/batches/{full.pk}/moves/placement.resume", {}).json()
    )
    assert again["moved"] == 2


def test_a_batch_is_not_returned_by_its_button_nor_moved_out_of_reach(world: World, batches: None) -> None:
    other = Batch.objects.get(no="C-1")
    browser = Browser(world["王内勤"])
    wrong = browser.post(f"/api/recovery/batches/{other.pk}/moves/placement.return", {"reason": "x"})
    unseen = browser.post(f"/api/recovery/batches/{other.pk}/moves/placement.pause", {"reason": "x"})
    empty = browser.post(
        f"/api/recovery/batches/{Batch.objects.get(no='B-2').pk}/moves/placement.pause", {"reason": "x"}
    )
    assert (wrong.status_code, wrong.json()["code"]) == (422, "batch.unknown_move")
    assert (unseen.status_code, empty.status_code) == (404, 409)
    assert set(Case.objects.filter(batch=other).values_list("state", flat=True)) == {"open"}
