from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from anjie.access.actors import Actor
from anjie.desk.models import Case, Event, Holding
from anjie.desk.public import Target, move_case
from anjie.foundation import clock
from anjie.foundation.refusals import Forbidden, Invalid, NotFound, Refusal
from anjie.lines.recovery.placement.models import ClientContract
from anjie.lines.recovery.term.actions import (
    ask_retention,
    decide_retentions,
    retain_cases,
    return_cases,
    withdraw_retention,
)
from anjie.lines.recovery.term.models import Reminder, Retention
from anjie.lines.recovery.term.queries import RETURN_SHEET, return_sheet
from anjie.lines.recovery.term.reminding import remind_all
from anjie.lines.recovery.term.renewal import Renewal, link_previous
from anjie.services.notices.models import Notice
from tests.cases import place
from tests.people import World

DESK = Actor.job("term.remind")


@pytest.fixture(autouse=True)
def _morning() -> Iterator[None]:
    with clock.stopped("2026-11-01T07:30:00+08:00"):
        yield


def due_on(world: World, day: str, **facts: Any) -> Case:
    on = date.fromisoformat(day)
    return place(world, recall_on=on, **facts)


def texts(world: World, name: str) -> list[str]:
    mine = Notice.objects.filter(membership_id=world[name].membership_id)
    return list(mine.order_by("pk").values_list("text", flat=True))


def everything(**asked: Any) -> Any:
    plain = {"client": None, "batch": None, "case": None, "returned_from": None, "returned_to": None,
             "outcome": None}  # fmt: skip
    return SimpleNamespace(**{**plain, **asked})


def test_each_reminder_is_given_once_to_collector_and_clerk(world: World) -> None:
    case = due_on(world, "2026-12-01")
    # when the job runs every day, and twice on the first
    remind_all(DESK)
    remind_all(DESK)
    for day in range(2, 31):
        with clock.stopped(f"2026-11-{day:02d}T07:30:00+08:00"):
            remind_all(DESK)
    # then four were given, 30, 15, 7 and 3 days before, to both
    told = [
        f"此案件还有 {n} 天到期，请抓紧进行工作（案件 {case.no}，退案日期 2026-12-01）"
        for n in (30, 15, 7, 3)
    ]
    assert texts(world, "李催收") == told
    assert texts(world, "王内勤") == told
    assert list(Reminder.objects.order_by("at").values_list("days", flat=True)) == [30, 15, 7, 3]
    events = Event.objects.filter(case_id=case.pk, verb="term.reminded").order_by("seq")
    assert next(row.facts for row in events) == {"days_left": 30, "reminder": 30}
    assert events.count() == 4


def test_missed_days_are_caught_up_by_the_nearest_reminder_only(world: World) -> None:
    due_on(world, "2026-11-14")
    assert remind_all(DESK) == 1
    assert Reminder.objects.get().days == 15
    assert texts(world, "李催收")[0].startswith("此案件还有 13 天到期")
    # and the job that did not run for eleven days says only the last
    with clock.stopped("2026-11-12T07:30:00+08:00"):
        remind_all(DESK)
    assert list(Reminder.objects.order_by("at").values_list("days", flat=True)) == [15, 3]
    assert texts(world, "李催收")[1].startswith("此案件还有 2 天到期")


def test_what_is_over_far_or_gone_is_not_reminded(world: World) -> None:
    due_on(world, "2026-10-31")
    due_on(world, "2026-12-02")
    due_on(world, "2026-11-05", state="returned")
    due_on(world, "2026-11-05", state="settled")
    assert remind_all(DESK) == 0
    assert Notice.objects.count() == 0


def test_a_kept_placement_reminds_anew(world: World) -> None:
    case = due_on(world, "2026-11-04")
    remind_all(DESK)
    retain_cases(world["王内勤"], Target(ids=[case.pk]), "委托方同意", months=1)
    with clock.stopped("2026-12-01T07:30:00+08:00"):
        assert remind_all(DESK) == 1
    assert list(Reminder.objects.order_by("at").values_list("term_on", "days")) == [
        (date(2026, 11, 4), 3), (date(2026, 12, 4), 3),
    ]  # fmt: skip


def test_retention_is_asked_decided_and_repeatable(world: World) -> None:
    # given a client whose retentions run two months, and a case that ends on 30 November
    ClientContract.objects.create(client=world.clients["DEMO-BANK"], retention_months=2)
    case = due_on(world, "2026-11-30")
    asked = ask_retention(world["李催收"], case.pk, "债务人已承诺分期")
    assert asked.months == 2
    assert texts(world, "王内勤") == [
        f"案件 {case.no}（退案日期 2026-11-30）申请留案 2 个月：债务人已承诺分期"
    ]
    # when 王内勤 grants it
    answer = decide_retentions(world["王内勤"], [asked.pk], True, "委托方同意")
    # then the term moves on from its old end and everybody knows
    case.refresh_from_db()
    asked.refresh_from_db()
    assert answer == {"decided": [asked.pk], "refused": []}
    assert (case.state, case.term_on) == ("open", date(2027, 1, 30))
    assert (case.placement.recall_on, case.placement.retained_times) == (date(2027, 1, 30), 1)
    assert (asked.state, asked.old_term_on, asked.new_term_on) == (
        "granted",
        date(2026, 11, 30),
        date(2027, 1, 30),
    )
    assert texts(world, "李催收") == [f"案件 {case.no} 已留案，退案日期改为 2027-01-30。委托方同意"]
    # and it can be asked again, but not decided again
    again = decide_retentions(world["王内勤"], [asked.pk], True)
    assert [row["code"] for row in again["refused"]] == ["term.decided"]
    second = ask_retention(world["李催收"], case.pk, "仍在履行", 1)
    decide_retentions(world["王内勤"], [second.pk], True)
    case.refresh_from_db()
    assert (case.term_on, case.placement.retained_times) == (date(2027, 2, 28), 2)


def test_a_declined_retention_says_why_and_changes_nothing(world: World) -> None:
    case = due_on(world, "2026-11-30")
    asked = ask_retention(world["李催收"], case.pk, "再试一月")
    with pytest.raises(Invalid):
        decide_retentions(world["王内勤"], [asked.pk], False)
    decide_retentions(world["王内勤"], [asked.pk], False, "委托方要求退回")
    case.refresh_from_db()
    assert (case.term_on, Retention.objects.get().state) == (date(2026, 11, 30), "declined")
    assert texts(world, "李催收") == [f"案件 {case.no} 的留案申请未获同意：委托方要求退回"]


def test_who_may_ask_and_decide_and_what_is_refused(world: World) -> None:
    case, closed, foreign = (
        due_on(world, "2026-11-30"),
        due_on(world, "2026-11-30", state="closed"),
        due_on(world, "2026-11-30", holder="周催收"),
    )
    with pytest.raises(NotFound):
        ask_retention(world["李催收"], foreign.pk, "理由")
    codes = []
    for pk, reason in ((case.pk, " "), (closed.pk, "理由")):
        with pytest.raises(Refusal) as refusal:
            ask_retention(world["李催收"], pk, reason)
        codes.append(refusal.value.code)
    asked = ask_retention(world["李催收"], case.pk, "理由")
    with pytest.raises(Refusal) as refusal:
        ask_retention(world["李催收"], case.pk, "理由")
    assert [*codes, refusal.value.code] == ["term.reason_required", "term.not_open", "term.asked_already"]
    with pytest.raises(Forbidden):
        decide_retentions(world["李催收"], [asked.pk], True)
    with pytest.raises(Forbidden):
        withdraw_retention(world["赵主管"], asked.pk)
    withdraw_retention(world["李催收"], asked.pk)
    assert Retention.objects.get().state == "withdrawn"
    # and a term that would not lie ahead is refused, case by case
    old = due_on(world, "2026-09-30")
    result = retain_cases(world["王内勤"], Target(ids=[old.pk, case.pk]), "", months=1)
    assert result["retained"] == [case.pk]
    assert [(row["id"], row["code"]) for row in result["refused"]] == [(old.pk, "term.in_past")]
    assert Case.objects.get(pk=old.pk).term_on == date(2026, 9, 30)


def test_a_retain_made_on_the_case_page_grants_what_was_asked(world: World) -> None:
    case = due_on(world, "2026-11-30")
    asked = ask_retention(world["李催收"], case.pk, "理由")
    move_case(world["王内勤"], case.pk, "placement.retain", reason="已商定", facts={"term_on": "2026-12-15"})
    asked.refresh_from_db()
    assert (asked.state, asked.new_term_on, asked.answer) == ("granted", date(2026, 12, 15), "已商定")
    assert Case.objects.get(pk=case.pk).term_on == date(2026, 12, 15)


def test_a_return_ends_the_holding_and_fills_the_clients_sheet(world: World) -> None:
    # given three due cases, one of them settled meanwhile
    one = due_on(world, "2026-11-01", serial_no="XL-1", contract_no="HT-1", amount="500.00", batch_no="B-1")
    two = due_on(world, "2026-11-01", serial_no="XL-2", state="closed")
    done = due_on(world, "2026-11-01", state="settled")
    asked = ask_retention(world["李催收"], one.pk, "再试一月")
    # when 王内勤 returns all three
    result = return_cases(world["王内勤"], Target(ids=[one.pk, two.pk, done.pk]), "到期退案")
    # then two went back, nobody holds them, and the settled one is named
    assert result["returned"] == [one.pk, two.pk]
    assert [(row["id"], row["code"]) for row in result["refused"]] == [(done.pk, "move.wrong_state")]
    one.refresh_from_db()
    asked.refresh_from_db()
    assert (one.state, one.holder_id, one.closed_at) == ("returned", None, clock.now())
    assert Holding.objects.get(case=one).to_at == clock.now()
    assert (asked.state, asked.answer) == ("declined", "案件已退回委托方。")
    # and the sheet has a row for each
    rows = list(return_sheet(world["王内勤"], everything(client=[one.organisation_id])))
    assert [row["case_id"] for row in rows] == [one.pk, two.pk]
    assert {field: rows[0][field] for field, _ in RETURN_SHEET} == {
        "serial_no": "XL-1", "contract_no": "HT-1", "batch_no": "B-1", "debtor": "张三", "id_mask": "", "card_mask": "",
        "placed_on": date(2026, 9, 1), "recall_on": date(2026, 11, 1), "returned_on": date(2026, 11, 1),
        "amount": Decimal("500.00"), "settled_amount": Decimal("0.00"), "balance": Decimal("500.00"),
        "retained_times": 0, "records": 0, "last_worked_on": None, "last_result": "", "last_note": "",
        "promise": "", "reason": "到期退案", "case_no": one.no,
    }  # fmt: skip


def test_a_collector_returns_nothing(world: World) -> None:
    case = due_on(world, "2026-11-01")
    with pytest.raises(Forbidden):
        return_cases(world["李催收"], Target(ids=[case.pk]), "越权")
    case.refresh_from_db()
    assert (case.state, case.holder_id) == ("open", world["李催收"].membership_id)


def test_a_renumbered_batch_is_linked_to_what_it_continues(world: World) -> None:
    # given an account returned twice under two contracts' numbers, one open elsewhere, one kept
    first = place(world, serial_no="OLD-1", contract_no="HT-1", placed_on=date(2026, 3, 1), state="returned")
    last = place(world, serial_no="OLD-2", contract_no="HT-1", placed_on=date(2026, 6, 1), state="returned")
    kept = place(world, serial_no="XL-5", placed_on=date(2026, 8, 1))
    retain_cases(world["王内勤"], Target(ids=[kept.pk]), "", term_on=date(2027, 1, 1))
    place(world, serial_no="XL-9", placed_on=date(2026, 8, 1))
    place(world, client="DEMO-CF", contract_no="HT-7", state="returned")
    # when the client sends them again under new numbers
    new = [
        place(world, serial_no="NEW-1", contract_no="HT-1", placed_on=date(2026, 11, 1)),
        place(world, serial_no="XL-5", placed_on=date(2026, 11, 1)),
        place(world, serial_no="XL-9", placed_on=date(2026, 11, 1)),
        place(world, serial_no="NEW-2", contract_no="HT-7", placed_on=date(2026, 11, 1)),
    ]
    found = link_previous(world["王内勤"], [case.pk for case in new])
    # then the latest one of the same client's account is the one before
    assert found == [
        Renewal(new[0].pk, new[0].no, last.pk, last.no, False),
        Renewal(new[1].pk, new[1].no, kept.pk, kept.no, True),
    ]
    new[0].placement.refresh_from_db()
    assert new[0].placement.previous_id == last.pk
    assert first.pk != last.pk
    assert Event.objects.get(case_id=last.pk, verb="term.continued").facts == {
        "next": new[0].pk, "next_no": new[0].no,
    }  # fmt: skip
    assert link_previous(world["王内勤"], [case.pk for case in new]) == []


def test_many_reminders_and_many_kept_cases_are_told_by_one_statement_each(world: World) -> None:
    ids = [due_on(world, "2026-12-01", holder="李催收").pk for _ in range(5)]
    with CaptureQueriesContext(connection) as asked:
        assert remind_all(DESK) == 5
        assert len(retain_cases(world["王内勤"], Target(ids=ids), "委托方同意", months=1)["retained"]) == 5
    written = [query for query in asked.captured_queries if "INSERT INTO notices_notice" in query["sql"]]
    assert len(written) == 2
    assert len(texts(world, "李催收")) == 10
