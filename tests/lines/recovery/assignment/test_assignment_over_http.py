from __future__ import annotations

from collections.abc import Iterator

import pytest

from anjie.desk.models import Case
from anjie.foundation import clock
from tests.cases import place
from tests.http import Browser
from tests.people import World

PLANS = "/api/recovery/assignment/plans"


@pytest.fixture(autouse=True)
def _stopped() -> Iterator[None]:
    with clock.stopped("2026-09-20T09:00:00+08:00"):
        yield


def test_preview_correct_commit_and_history(world: World) -> None:
    # given four unassigned cases of the bank in 江苏省 and one elsewhere
    for n in range(4):
        place(world, name=f"债务人{n}", amount="100.00", holder=None, unit="北一组", region="江苏省")
    place(world, name="外省", holder=None, unit="北一组", region="浙江省")
    boss = Browser(world["赵主管"])
    li, zhou = world["李催收"].membership_id, world["周催收"].membership_id
    # when 赵主管 previews what the list's filter finds
    body = {"mode": "number", "query": {"region": ["江苏省"]}, "unit": world.units["北一组"].pk}
    made = boss.post(PLANS, body).json()
    assert (made["count"], made["amount"], made["persons"], made["state"]) == (4, "400.00", 4, "preview")
    assert [(bar["name"], bar["added_count"], bar["after_amount"]) for bar in made["people"]] == [
        ("李催收", 2, "200.00"), ("周催收", 2, "200.00"),
    ]  # fmt: skip
    # and drags one over
    lines = boss.get(f"{PLANS}/{made['id']}/lines", collector=li).json()
    assert (lines["count"], lines["rows"][0]["to_name"]) == (2, "李催收")
    assert Browser(world["郑主管"]).get(f"{PLANS}/{made['id']}/lines").status_code == 404
    moved = lines["rows"][0]["case_id"]
    body = {"case_ids": [moved], "to": zhou}
    made = boss.patch(f"{PLANS}/{made['id']}/lines", body).json()
    assert [bar["added_count"] for bar in made["people"]] == [1, 3]
    # then the commit does just that, also when clicked twice
    for _ in "ab":
        done = boss.post(f"{PLANS}/{made['id']}/commit").json()
        assert (done["state"], done["assigned"], done["left_out"]) == ("committed", 4, [])
    assert Case.objects.filter(holder_id=zhou).count() == 3
    history = Browser(world["周催收"]).get("/api/recovery/assignment/history", case=moved).json()
    assert [(row["name"], row["why_label"], row["to_at"]) for row in history["rows"]] == [
        ("周催收", "户均分案", None)
    ]
    shown = boss.get("/api/recovery/assignment/collectors", unit=world.units["北一组"].pk).json()
    held = {row["name"]: (row["held_count"], row["held_amount"]) for row in shown["rows"]}
    assert held == {"李催收": (1, "100.00"), "周催收": (3, "300.00")}
    assert shown["totals"] == {"held_count": 4, "held_amount": "400.00"}
    assert boss.get(PLANS).json()["count"] == 1
    # and the history of what was done leaves out what was only looked at
    looked = boss.post(PLANS, {"mode": "take_back", "from_collectors": [zhou]}).json()["id"]
    done = [row["id"] for row in boss.get(PLANS, committed="true").json()["rows"]]
    only_looked = [row["id"] for row in boss.get(PLANS, committed="false").json()["rows"]]
    assert (done, only_looked) == ([made["id"]], [looked])


def test_refusals_over_http(world: World) -> None:
    boss = Browser(world["赵主管"])
    case = place(world, holder=None, unit="南一组")
    assert boss.post(PLANS, {"mode": "number"}).json()["code"] == "assignment.nobody"
    assert boss.post(PLANS, {"mode": "magic"}).status_code == 422
    wrong = boss.post(PLANS, {"mode": "take_back", "query": {"colour_of_eyes": "x"}})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "list.wrong_filter")
    assert boss.get("/api/recovery/assignment/history", case=case.pk).status_code == 404
    assert boss.post(f"{PLANS}/999999/commit").status_code == 404
    assert Browser(world["李催收"]).post(PLANS, {"mode": "number"}).status_code == 403


def test_rules_over_http(world: World) -> None:
    boss = Browser(world["赵主管"])
    path = "/api/recovery/assignment/rules"
    made = boss.post(
        path, {"name": "大额", "unit_id": world.units["北一组"].pk, "amount_from": "5000.00"}
    ).json()
    assert (made["unit"], made["amount_from"], made["is_active"]) == ("北一组", "5000.00", True)
    changed = boss.patch(f"{path}/{made['id']}", {"amount_from": None, "regions": ["江苏"]}).json()
    assert (changed["amount_from"], changed["regions"], changed["name"]) == (None, ["江苏"], "大额")
    assert boss.get(path).json()["count"] == 1
    assert Browser(world["郑主管"]).get(path).json()["count"] == 0
    assert boss.delete(f"{path}/{made['id']}").json() == {"ok": True}
    assert boss.get(path).json()["rows"] == []
