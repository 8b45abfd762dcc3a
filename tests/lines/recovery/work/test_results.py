"""The tree of results: shipped, extended per client, its past meaning kept."""

from __future__ import annotations

import pytest

from anjie.access.models import TrailEntry
from anjie.foundation.refusals import Forbidden, Invalid, Refusal
from anjie.lines.recovery.work import results
from anjie.lines.recovery.work.models import ResultCode, WorkRecord
from tests.cases import place
from tests.http import Browser
from tests.lines.recovery.work.conftest import call, result
from tests.people import World

pytestmark = pytest.mark.usefixtures("noon")


def own(world: World, **told) -> ResultCode:
    told = {"code": "own", "label": "本行专用", "meaning": "connected", "key": "Q", **told}
    return results.add_result(world["钱管理"], told)


def test_the_shipped_tree_has_a_letter_for_every_choice(world: World):
    tree = Browser(world["李催收"]).get("/api/recovery/work/results").json()
    assert [(node["label"], node["key"]) for node in tree] == [
        ("接通本人", "C"), ("接通第三方", "T"), ("未接通", "N"), ("号码无效", "V"), ("拒绝联系", "X"), ("仅备注", "M"),
    ]  # fmt: skip
    for node in tree:
        letters = [child["key"] for child in node["children"]]
        assert len(set(letters)) == len(letters) and all(letters)
    promise = tree[0]["children"][0]
    assert (promise["label"], promise["asks_promise"]) == ("承诺还款", True)


def test_a_clients_branch_is_offered_on_its_cases_only(world: World):
    bank, consumer = world.clients["DEMO-BANK"], world.clients["DEMO-CF"]
    branch = own(world, client=bank.pk)
    labels = {c.pk: [node["label"] for node in results.results_for(c.pk)] for c in (bank, consumer)}
    assert "本行专用" in labels[bank.pk] and "本行专用" not in labels[consumer.pk]
    case = place(world, "DEMO-CF", name="张三", holder="李催收")
    with pytest.raises(Invalid) as refused:
        results.result_for(case.organisation_id, branch.pk)
    assert refused.value.code == "work.unknown_result"


def test_a_letter_is_given_once_among_siblings(world: World):
    results.ship_results()
    with pytest.raises(Refusal) as refused:
        own(world, key="c")
    assert refused.value.code == "work.result_key_taken" and "接通本人" in refused.value.message
    assert not ResultCode.objects.filter(code="own").exists()


def test_the_meaning_of_a_used_result_stays(world: World):
    case = place(world, name="张三")
    call(world["李催收"], case, "connected.later")
    with pytest.raises(Refusal) as refused:
        results.change_result(world["钱管理"], result("connected.later"), {"meaning": "refused"})
    assert refused.value.code == "work.result_used"
    results.change_result(world["钱管理"], result("connected.later"), {"label": "改日再谈"})
    assert ResultCode.objects.get(code="connected.later").label == "改日再谈"
    assert TrailEntry.objects.filter(verb="work.result_changed").count() == 1


def test_a_retired_result_is_not_offered_nor_taken(world: World):
    leaf = result("connected.later")
    answer = Browser(world["钱管理"]).post(f"/api/recovery/work/results/{leaf}", {"is_active": False})
    assert answer.status_code == 200
    offered = [child["code"] for node in results.results_for(None) for child in node["children"]]
    assert "connected.later" not in offered
    case = place(world, name="张三")
    with pytest.raises(Invalid) as refused:
        call(world["李催收"], case, "connected.later")
    assert refused.value.code == "work.unknown_result"
    assert not WorkRecord.objects.exists()


def test_a_fourth_level_is_refused(world: World):
    second = own(world, parent=result("connected"))
    third = own(world, code="own.b", parent=second.pk)
    with pytest.raises(Invalid) as refused:
        own(world, code="own.c", parent=third.pk)
    assert refused.value.code == "work.result_too_deep"


def test_a_collector_changes_nothing(world: World):
    with pytest.raises(Forbidden):
        results.add_result(world["李催收"], {"code": "x", "label": "x", "meaning": "note"})
    assert Browser(world["李催收"]).post("/api/recovery/work/results", {}).status_code == 403


def test_a_code_is_given_once(world: World):
    own(world)
    with pytest.raises(Refusal) as refused:
        own(world, key="Z")
    assert refused.value.code == "work.result_code_taken"
    assert ResultCode.objects.filter(code="own").count() == 1
