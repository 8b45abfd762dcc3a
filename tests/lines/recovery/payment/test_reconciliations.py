from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from anjie.foundation import clock
from anjie.foundation.refusals import Forbidden, Invalid, NotFound, Refusal
from anjie.lines.recovery.payment.actions import RepaymentIn, count_repayments, reverse_repayments
from anjie.lines.recovery.payment.models import Reconciliation
from anjie.lines.recovery.payment.queries import lines_of, reconciliation
from anjie.lines.recovery.payment.reconciliations import close, reconcile_file, reconcile_rows
from tests.cases import place
from tests.people import World

SEPTEMBER = (date(2026, 9, 1), date(2026, 9, 30))


@pytest.fixture(autouse=True)
def _october() -> Iterator[None]:
    with clock.stopped("2026-10-08T10:00:00+08:00"):
        yield


def paid(row: int, amount: str, on: str, **facts: object) -> RepaymentIn:
    return RepaymentIn(row, Decimal(amount), date.fromisoformat(on), **facts)  # type: ignore[arg-type]


def causes(found: dict) -> dict[str, tuple[int, str]]:
    return {row["cause"]: (row["count"], str(row["difference"])) for row in found["causes"]}


def test_a_months_list_is_explained_to_the_cent(world: World) -> None:
    # given September as we counted it, one of it reversed
    bank, clerk = world.clients["DEMO-BANK"].pk, world["王内勤"]
    for n in range(1, 6):
        place(world, serial_no=f"XL-{n}", amount="9000.00")
    ours = [
        paid(1, "100.00", "2026-09-05", serial_no="XL-1"),
        paid(2, "200.00", "2026-09-06", serial_no="XL-2"),
        paid(3, "300.00", "2026-09-07", serial_no="XL-3"),
        paid(4, "400.00", "2026-09-08", serial_no="XL-4"),
        paid(5, "50.00", "2026-09-09", serial_no="XL-5"),
        paid(6, "60.00", "2026-10-01", serial_no="XL-5"),
    ]
    counted = count_repayments(clerk, ours, client_id=bank).counted
    reverse_repayments(clerk, [counted[4]], "银行退票")
    # when the bank's list is held against it
    theirs = [
        paid(2, "100.00", "2026-09-05", serial_no="XL-1"),
        paid(3, "100.00", "2026-09-05", serial_no="XL-1"),
        paid(4, "200.00", "2026-09-08", serial_no="XL-2"),
        paid(5, "310.00", "2026-09-07", serial_no="XL-3"),
        paid(6, "50.00", "2026-09-09", serial_no="XL-5"),
        paid(7, "60.00", "2026-09-30", serial_no="XL-5"),
        paid(8, "70.00", "2026-09-20", serial_no="NOBODY"),
        paid(9, "80.00", "2026-09-20", serial_no="XL-1"),
    ]
    made = reconcile_rows(clerk, bank, *SEPTEMBER, theirs)
    # then every difference has its cause and nothing is left over
    found = reconciliation(clerk, made.pk)
    assert (found["theirs_count"], found["theirs_amount"]) == (8, Decimal("970.00"))
    assert (found["ours_count"], found["ours_amount"]) == (4, Decimal("1000.00"))
    assert causes(found) == {
        "matched": (1, "0.00"), "missing_here": (1, "80.00"), "missing_there": (1, "-400.00"),
        "amount": (1, "10.00"), "day": (1, "0.00"), "duplicate_there": (1, "100.00"),
        "unknown_case": (1, "70.00"), "outside_period": (1, "60.00"), "reversed": (1, "50.00"),
    }  # fmt: skip
    assert (found["difference"], found["explained"], found["unexplained"]) == (
        Decimal("-30.00"), Decimal("-30.00"), Decimal("0.00"),
    )  # fmt: skip
    # and there is a line for each, theirs in their order
    lines = list(lines_of(clerk, made.pk, None, False).order_by("pk"))
    assert [line.row for line in lines] == [2, 3, 4, 5, 6, 7, 8, 9, None]
    assert (lines[3].cause, lines[3].difference, lines[3].key) == ("amount", Decimal("10.00"), "XL-3")


def test_the_clients_workbook_is_read_as_it_comes(world: World, tmp_path: Path) -> None:
    bank, clerk = world.clients["DEMO-BANK"].pk, world["王内勤"]
    place(world, serial_no="XL-1", card_no="6222020000000000001")
    count_repayments(clerk, [paid(1, "1234.50", "2026-09-05", serial_no="XL-1")], client_id=bank)
    book = Workbook()
    book.active.append(["2026年9月还款清单"])
    book.active.append(["卡号", "入账金额", "入账日期", "交易流水号"])
    book.active.append(["6222020000000000001", "1,234.50", "2026/9/5", "LS-1"])
    book.active.append(["6222020000000000009", "10", "2026/9/6", "LS-2"])
    book.save(tmp_path / "九月.xlsx")
    made = reconcile_file(clerk, bank, *SEPTEMBER, tmp_path / "九月.xlsx", "九月.xlsx")
    found = reconciliation(clerk, made.pk)
    assert causes(found) == {"matched": (1, "0.00"), "unknown_case": (1, "10.00")}
    assert (found["file_name"], found["unexplained"]) == ("九月.xlsx", Decimal("0.00"))
    # and no card number is kept
    keys = lines_of(clerk, made.pk, None, False).order_by("pk").values_list("key", flat=True)
    assert list(keys) == ["LS-1", "LS-2"]


def test_a_list_with_an_unreadable_row_is_refused_whole(world: World, tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["个案序列号", "还款金额", "还款日期"])
    book.active.append(["XL-1", "一百", "2026/9/5"])
    book.active.append(["XL-2", "100", "2026/9/5"])
    book.save(tmp_path / "x.xlsx")
    with pytest.raises(Refusal) as refusal:
        reconcile_file(
            world["王内勤"], world.clients["DEMO-BANK"].pk, *SEPTEMBER, tmp_path / "x.xlsx", "x.xlsx"
        )
    assert refusal.value.code == "payment.list_has_faults"
    assert refusal.value.facts["faults"][0]["row"] == 2
    assert Reconciliation.objects.count() == 0


def test_a_closed_one_stays_closed_and_others_clients_are_out_of_reach(world: World) -> None:
    bank, consumer = world.clients["DEMO-BANK"].pk, world.clients["DEMO-CF"].pk
    made = reconcile_rows(world["王内勤"], bank, *SEPTEMBER, [])
    close(world["王内勤"], made.pk)
    with pytest.raises(Refusal) as refusal:
        close(world["王内勤"], made.pk)
    assert refusal.value.code == "payment.reconciliation_closed"
    foreign = reconcile_rows(world["孙内勤"], consumer, *SEPTEMBER, [])
    with pytest.raises(NotFound):
        reconciliation(world["王内勤"], foreign.pk)
    with pytest.raises(NotFound):
        reconcile_rows(world["王内勤"], consumer, *SEPTEMBER, [])
    with pytest.raises(Forbidden):
        reconcile_rows(world["李催收"], bank, *SEPTEMBER, [])
    with pytest.raises(Invalid):
        reconcile_rows(world["王内勤"], bank, SEPTEMBER[1], SEPTEMBER[0], [])
    assert Reconciliation.objects.count() == 2
