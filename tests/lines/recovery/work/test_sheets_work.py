"""The sheet of work records: what was done elsewhere stands with its own time, and goes again when it is undone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

import pytest

from anjie.access.sentences import told
from anjie.desk.models import Case, Event
from anjie.foundation import clock
from anjie.lines.recovery.payment.actions import enter_repayment
from anjie.lines.recovery.work.models import Promise, WorkRecord
from anjie.services.contact import gate
from anjie.services.contact.models import Attempt
from anjie.services.sheets.models import Import, ImportedRow
from tests.cases import place
from tests.lines.recovery.work.conftest import result
from tests.people import World, member
from tests.sheets import SAMPLES, UPDATES, book, faults, look, take, undo, warnings

HEAD = ["个案序列号", "催收时间", "催收方式", "电话", "催收结果", "催记内容", "催收员", "工号"]


@pytest.fixture(autouse=True)
def october() -> Iterator[None]:
    with clock.stopped("2026-10-09T10:00:00+08:00"):
        yield


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=clock.ZONE)


def days(case: Case) -> tuple[datetime | None, datetime | None, date | None]:
    case.refresh_from_db()
    return case.first_worked_at, case.last_worked_at, case.next_work_on


def test_the_sample_lands_with_its_own_times_and_its_undo_takes_it_back(world: World) -> None:
    clerk = world["王内勤"]
    chen = member("李晨", "collector", world.units["北一组"], "own")
    take(clerk, "placement", SAMPLES / "bank-clean.xlsx")
    case = Case.objects.get(placement__serial_no="XYK00001000")
    found = look(clerk, "work_record", UPDATES / "records.xlsx")
    assert (found.good, faults(found), warnings(found)) == (3, [], [(4, "work.unknown_collector")])

    record = take(clerk, "work_record", UPDATES / "records.xlsx")

    assert record.done_rows == 3
    first, second = WorkRecord.objects.filter(case=case).order_by("at")
    assert (first.at, first.origin, first.channel) == (at("2026-09-05T09:12"), "sheet", "call")
    assert (second.result_id, second.membership_id) == (result("connected.promise"), chen.membership_id)
    assert (second.number_mask, second.relation, second.import_id) == ("134****1000", "本人", record.pk)
    assert second.contact_point is not None
    promise = Promise.objects.get()
    assert (promise.amount, promise.due_on, promise.made_at, promise.state) == (
        Decimal("500.00"), date(2026, 12, 30), at("2026-09-10T14:30"), "open",
    )  # fmt: skip
    visit = WorkRecord.objects.get(channel="visit")
    assert (visit.at, visit.membership_id, visit.note) == (at("2026-09-12T00:00"), None, "家人在，愿意转告")
    # what came before the case was opened here does not meet the client's limit for the first call
    assert days(case) == (None, at("2026-09-10T14:30"), date(2026, 12, 20))
    events = list(Event.objects.filter(case_id=case.pk, verb="work.recorded").order_by("seq"))
    assert [event.facts["made_at"] for event in events] == [
        "2026-09-05T09:12:00+08:00",
        "2026-09-10T14:30:00+08:00",
    ]
    assert told("work.recorded", events[1].facts).text == (
        "电话 134****1000，本人：承诺还款，承诺 2026-12-30 还 500.00 元，下次跟进 2026-12-20"
        f"（导入 {record.pk}；催收员 李晨）"
    )
    # nothing of it is a contact made now
    assert Attempt.objects.count() == 0
    # and the same rows again are known
    assert faults(look(clerk, "work_record", UPDATES / "records.xlsx")) == [
        (row, "work.already_recorded") for row in (2, 3, 4)
    ]

    assert undo(clerk, record) == {"import_id": record.pk, "undone": 2, "kept": []}

    assert WorkRecord.objects.filter(deleted_at__isnull=True).count() == 0
    assert set(WorkRecord.objects.values_list("deletion_reason", flat=True)) == {f"撤销导入 {record.pk}"}
    assert Promise.objects.get().state == "cancelled"
    assert days(case) == (None, None, None)
    assert Event.objects.filter(case_id=case.pk).latest("seq").verb == "work.import_undone"
    assert Import.objects.get(pk=record.pk).state == "undone"
    assert not ImportedRow.objects.filter(import_id=record.pk).exists()


def test_results_and_collectors_are_matched_and_what_is_unknown_is_told(world: World) -> None:
    place(world, serial_no="A-1")
    member("李催收", "collector", world.units["南一组"], "own")  # a second one of the name
    staff_no = "S0005"
    rows = [
        ["A-1", "2026-10-01 10:00", "电话", "", "接通本人/承诺还款", "甲", "李催收", staff_no],
        ["A-1", "2026-10-01 10:01", "电话", "", "invalid.none", "乙", "周催收", ""],
        ["A-1", "2026-10-01 10:02", "电话", "", "打通了", "丙", "", ""],
        ["A-1", "2026-10-01 10:03", "电话", "", "", "丁", "李催收", ""],
        ["A-1", "2026-10-01 10:04", "电话", "", "", "戊", "周催收", staff_no],
        ["A-1", "2026-10-01 10:05", "电话", "", "", "己", "", "S9999"],
        ["A-1", "2026-10-01 10:05", "电话", "", "", "己", "", ""],
        ["A-9", "2026-10-01 10:06", "电话", "", "", "庚", "", ""],
    ]
    path = book(HEAD, *rows)
    found = look(world["王内勤"], "work_record", path)
    assert faults(found) == [
        (4, "work.unknown_result"),
        (5, "work.collector_unclear"),
        (6, "work.collector_disagrees"),
        (8, "duplicate.in_file"),
        (9, "match.not_found"),
    ]
    assert warnings(found) == [(7, "work.unknown_collector")]
    message = next(one.message for one in found.faults if one.code == "work.unknown_result")
    assert message.startswith("没有催收结果“打通了”。可用的有：接通本人、承诺还款、")
    take(world["王内勤"], "work_record", path, good_only=True)
    by = WorkRecord.objects.order_by("at").values_list("note", "membership__account__name", "result__code")
    assert list(by) == [
        ("甲", "李催收", "connected.promise"),
        ("乙", "周催收", "invalid.none"),
        ("己", None, None),
    ]


def test_what_was_done_this_morning_elsewhere_counts_at_the_gate_as_made_then(world: World) -> None:
    case = place(world, serial_no="A-1", phones=("13490000001",), at=at("2026-10-01T09:00"))
    rows = [
        ["A-1", f"2026-10-09 09:0{n}", "电话", "13490000001", "承诺还款", f"第 {n} 次", "", ""]
        for n in range(3)
    ]
    record = take(world["王内勤"], "work_record", book(HEAD, *rows))
    attempts = Attempt.objects.order_by("at")
    assert [(a.origin, a.at, a.answered) for a in attempts] == [
        ("elsewhere", at(f"2026-10-09T09:0{n}"), True) for n in range(3)
    ]
    point = case.contact_points.get()
    refused = gate.weigh(gate.ask_for(case, "call", point=point))
    assert refused.allowed is False
    assert days(case)[0] == at("2026-10-09T09:00")
    undo(world["王内勤"], record)
    assert (Attempt.objects.count(), gate.weigh(gate.ask_for(case, "call", point=point)).allowed) == (0, True)
    assert days(case) == (None, None, None)


def test_a_promise_kept_since_keeps_its_records(world: World) -> None:
    kept, gone = place(world, serial_no="A-1"), place(world, serial_no="A-2")
    head = ["个案序列号", "催收时间", "催记内容", "承诺金额", "承诺日期"]
    path = book(head, *([no, "2026-10-01 10:00", "称还款", 100, "2026-10-20"] for no in ("A-1", "A-2")))
    record = take(world["王内勤"], "work_record", path)
    enter_repayment(world["王内勤"], kept.pk, Decimal("100.00"), date(2026, 10, 8))
    back = undo(world["王内勤"], record)
    assert back["kept"] == [
        {"case_id": kept.pk, "no": kept.no, "why": "导入的承诺还款之后已变为“已履行”，不能撤销。"}
    ]
    left = WorkRecord.objects.filter(deleted_at__isnull=True).values_list("case_id", flat=True)
    assert list(left) == [kept.pk]
    assert days(gone) == (None, None, None)
