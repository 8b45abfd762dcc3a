"""Two clerks import the bank's list of repayments at the same moment: every payment is counted once."""

from __future__ import annotations

import threading
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.db.models import Sum

from anjie.desk.models import Case
from anjie.foundation import clock
from anjie.foundation.refusals import Refusal
from anjie.lines.recovery.payment.models import Repayment
from anjie.services.sheets.models import Import
from tests.cases import place
from tests.people import build_world
from tests.sheets import book, take

pytestmark = pytest.mark.django_db(transaction=True)
HEAD = ["个案序列号", "还款金额", "还款日期"]


@pytest.mark.parametrize("same_file", [True, False], ids=["one file", "two files with the same rows"])
def test_a_list_imported_by_two_at_once_counts_once(same_file: bool) -> None:
    with clock.stopped("2026-10-09T10:00:00+08:00"):
        world = build_world()
        for n in range(10):
            place(world, serial_no=f"XL-{n}", amount="60.00")
        rows = [[f"XL-{n % 10}", 20, date(2026, 9, 18)] for n in range(30)]
        one = book(HEAD, *rows)
        two = one if same_file else book(HEAD, *rows[::-1])
        barrier = threading.Barrier(2)
        answers: list[Import | Refusal] = []

        def run(name: str, path: object) -> None:
            try:
                barrier.wait()
                answers.append(take(world[name], "repayment", path, good_only=True))
            except Refusal as refusal:
                answers.append(refusal)
            finally:
                connection.close()

        threads = [threading.Thread(target=run, args=args) for args in (("王内勤", one), ("孙内勤", two))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert sorted(type(answer).__name__ for answer in answers) == ["Import", "Refusal"]
    refused = next(answer for answer in answers if isinstance(answer, Refusal))
    # Which of them it is depends on how far the other was; each says that the rows are here.
    assert refused.code in {"sheets.already_imported", "sheets.changed_meanwhile", "sheets.nothing_good"}
    assert Repayment.objects.aggregate(sum=Sum("amount"))["sum"] == Decimal("600.00")
    assert set(Case.objects.values_list("state", "balance")) == {("settled", Decimal("0.00"))}
