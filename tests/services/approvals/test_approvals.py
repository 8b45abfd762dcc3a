"""A question someone else must decide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from anjie.access.actors import Actor
from anjie.desk.public import Case, Event
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.recovery.deeds import TermDeed
from anjie.services.approvals import kinds as registry
from anjie.services.approvals.actions import ask, decide, withdraw
from anjie.services.approvals.kinds import ApprovalKind, register_approval
from anjie.services.approvals.models import Approval
from anjie.services.notices.models import Notice
from tests.cases import place
from tests.http import Browser
from tests.people import World

KIND = "test.extension"


@pytest.fixture(autouse=True)
def answered(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, dict[str, Any]]]]:
    """A kind of the recovery line, and what its answers set off."""
    monkeypatch.setattr(registry, "_KINDS", {})
    done: list[tuple[str, dict[str, Any]]] = []

    def yes(actor: Actor, approval: Approval) -> None:
        if approval.facts.get("fails"):
            raise Refusal("test.cannot", "延期后的日期早于今天。请改选日期。")
        done.append(("yes", approval.facts))

    register_approval(
        ApprovalKind(
            code=KIND,
            label="延期申请",
            line="recovery",
            asks=TermDeed.RETAIN_ASK,
            decides=TermDeed.RETAIN_DECIDE,
            says=lambda facts: f"延期 {facts.get('days')} 天",
            on_yes=yes,
            on_no=lambda actor, approval: done.append(("no", approval.facts)),
        )
    )
    yield done


def _verbs(case: Case) -> list[str]:
    return list(Event.objects.filter(case_id=case.pk).order_by("seq").values_list("verb", flat=True))[1:]


def test_what_is_granted_is_done_in_the_same_transaction_and_told(world: World, answered: list) -> None:
    case = place(world, holder="李催收")
    asked = ask(world["李催收"], KIND, case.pk, {"days": 15}, "对方出差")
    assert set(Notice.objects.filter(verb="approval.asked").values_list("membership_id", flat=True)) == {
        world["王内勤"].membership_id,
        world["孙内勤"].membership_id,
        world["钱管理"].membership_id,
    }

    decide(world["王内勤"], asked.pk, True)

    assert answered == [("yes", {"days": 15})]
    asked.refresh_from_db()
    assert (asked.state, asked.decided_by_id) == ("granted", world["王内勤"].membership_id)
    assert _verbs(case)[-2:] == ["approval.asked", "approval.granted"]
    told = Notice.objects.get(verb="approval.granted")
    assert told.membership_id == world["李催收"].membership_id
    assert told.text == f"案件 {case.no}：延期 15 天，已同意"


def test_declining_needs_words_and_does_what_the_kind_says(world: World, answered: list) -> None:
    case = place(world, holder="李催收")
    asked = ask(world["李催收"], KIND, case.pk, {"days": 15}, "对方出差")
    with pytest.raises(Invalid, match="不同意需要填写说明"):
        decide(world["王内勤"], asked.pk, False, " ")
    assert Approval.objects.get(pk=asked.pk).state == "asked" and answered == []

    decide(world["王内勤"], asked.pk, False, "期限足够")

    assert answered == [("no", {"days": 15})]
    assert Approval.objects.get(pk=asked.pk).note == "期限足够"


def test_nobody_decides_his_own(world: World, answered: list) -> None:
    case = place(world, holder="李催收")
    asked = ask(world["钱管理"], KIND, case.pk, {"days": 3}, "试")
    with pytest.raises(Refusal, match="您本人提出的，须由他人决定") as refused:
        decide(world["钱管理"], asked.pk, True)
    assert refused.value.code == "approvals.own"
    assert Approval.objects.get(pk=asked.pk).state == "asked" and answered == []


def test_one_open_question_per_kind_and_case(world: World) -> None:
    case = place(world, holder="李催收")
    first = ask(world["李催收"], KIND, case.pk, {"days": 3}, "一")
    with pytest.raises(Refusal, match=f"案件 {case.no} 已有一份“延期申请”待决定"):
        ask(world["李催收"], KIND, case.pk, {"days": 5}, "二")
    assert Approval.objects.count() == 1

    withdraw(world["李催收"], first.pk)
    again = ask(world["李催收"], KIND, case.pk, {"days": 5}, "二")
    assert again.state == "asked"


def test_what_was_decided_is_not_decided_again_nor_taken_back(world: World, answered: list) -> None:
    case = place(world, holder="李催收")
    asked = ask(world["李催收"], KIND, case.pk, {"days": 3}, "一")
    decide(world["王内勤"], asked.pk, True)
    for again in (
        lambda: decide(world["孙内勤"], asked.pk, False, "不"),
        lambda: withdraw(world["李催收"], asked.pk),
    ):
        with pytest.raises(Refusal, match="该“延期申请”已为“已同意”，不能再次处理"):
            again()
    assert answered == [("yes", {"days": 3})]


def test_an_answer_that_cannot_be_carried_out_leaves_the_question_open(world: World, answered: list) -> None:
    case = place(world, holder="李催收")
    asked = ask(world["李催收"], KIND, case.pk, {"days": 3, "fails": True}, "一")
    with pytest.raises(Refusal, match="延期后的日期早于今天"):
        decide(world["王内勤"], asked.pk, True)
    assert Approval.objects.get(pk=asked.pk).state == "asked"
    assert _verbs(case)[-1] == "approval.asked"


def test_only_within_reach_and_with_the_deed(world: World) -> None:
    case = place(world, holder="李催收", client="DEMO-CF")
    asked = ask(world["李催收"], KIND, case.pk, {"days": 3}, "一")
    with pytest.raises(NotFound):
        decide(world["王内勤"], asked.pk, True)  # serves DEMO-BANK only
    with pytest.raises(Refusal) as refused:
        decide(world["赵主管"], asked.pk, True)
    assert refused.value.code == "access.forbidden"
    assert Approval.objects.get(pk=asked.pk).state == "asked"


def test_the_list_holds_what_i_asked_and_what_i_may_decide(world: World) -> None:
    mine = place(world, holder="李催收", name="张三")
    others = place(world, holder="吴催收", name="李四")
    first = ask(world["李催收"], KIND, mine.pk, {"days": 3}, "一")
    ask(world["吴催收"], KIND, others.pk, {"days": 4}, "二")

    of_collector = Browser(world["李催收"]).get("/api/approvals").json()
    assert [row["id"] for row in of_collector["rows"]] == [first.pk]
    assert (of_collector["rows"][0]["may_decide"], of_collector["rows"][0]["may_withdraw"]) == (False, True)
    assert of_collector["totals"] == {"waiting": 0}

    clerk = Browser(world["孙内勤"])
    of_clerk = clerk.get("/api/approvals", state="asked").json()
    assert of_clerk["count"] == 2 and of_clerk["totals"] == {"waiting": 2}
    done = clerk.post(f"/api/approvals/{first.pk}/decide", {"yes": True}).json()
    assert (done["state_label"], done["decided_by"]) == ("已同意", "孙内勤")
    assert clerk.get("/api/approvals", state="asked").json()["count"] == 1
