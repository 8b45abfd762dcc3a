from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from anjie.desk.models import Case
from anjie.foundation import clock
from anjie.lines.recovery.payment.actions import RepaymentIn, count_repayments
from tests.cases import place
from tests.http import Browser
from tests.people import World

PAYMENTS = "/api/recovery/payments"


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    with clock.stopped("2026-09-20T12:00:00+08:00"):
        yield


def test_a_repayment_is_entered_listed_summed_and_reversed(world: World) -> None:
    clerk, finance = Browser(world["王内勤"]), Browser(world["陈财务"])
    one = place(world, amount="300.00", region="江苏省苏州市", batch_no="B-1", commission_rate=Decimal("0.15"),
                at=clock.read_instant("2026-09-02T09:00:00+08:00"))  # fmt: skip
    two = place(world, amount="500.00", region="浙江省", holder="吴催收", batch_no="B-2")
    body = {"case_id": one.pk, "amount": "300.00", "paid_on": "2026-09-15", "reference": "LS-1"}
    made = clerk.post(PAYMENTS, body).json()
    assert (made["amount"], made["settled"], made["warnings"]) == ("300.00", [one.pk], [])
    other = clerk.post(PAYMENTS, {"case_id": two.pk, "amount": "20.00", "paid_on": "2026-09-20"}).json()
    again = clerk.post(PAYMENTS, body)
    assert (again.status_code, again.json()["code"]) == (409, "payment.already_counted")
    # then lists narrow by client, day, region, holder, batch, and sum exactly what they show
    shown = clerk.get(PAYMENTS).json()
    assert (shown["count"], shown["totals"]) == (
        2, {"amount": "320.00", "counted": 2, "reversed_amount": "0.00", "cases": 2},
    )  # fmt: skip
    row = clerk.get(PAYMENTS, region="江苏省").json()["rows"]
    assert [(r["case_no"], r["holder_name"], r["unit_name"], r["commission_rate"]) for r in row] == [
        (one.no, "李催收", "北一组", "0.15000")
    ]
    for narrow, count in (
        ({"paid_from": "2026-09-16"}, 1), ({"paid_to": "2026-09-15"}, 1), ({"client": one.organisation_id}, 2),
        ({"holder": world["吴催收"].membership_id}, 1), ({"batch": one.batch_id}, 1), ({"q": "LS-1"}, 1),
        ({"unit": world.units["北"].pk}, 1), ({"reversed": "true"}, 0), ({"amount_from": "100"}, 1),
    ):  # fmt: skip
        assert clerk.get(PAYMENTS, **narrow).json()["count"] == count, narrow
    assert clerk.get(PAYMENTS, rate="0.15000").json()["count"] == 1
    assert Browser(world["李催收"]).get(PAYMENTS, rate="0.15").status_code == 403
    # and a collector sees his own, without the rate
    mine = Browser(world["李催收"]).get(PAYMENTS).json()
    assert [(r["amount"], r["commission_rate"]) for r in mine["rows"]] == [("300.00", None)]
    # when it is reversed it is summed apart
    body = {"ids": [*made["counted"], 999999], "reason": "银行退票"}
    assert finance.post(f"{PAYMENTS}/reverse", body).status_code == 403
    back = clerk.post(f"{PAYMENTS}/reverse", body).json()
    assert (back["reversed"], back["amount"], back["reopened"]) == (made["counted"], "300.00", [one.pk])
    assert [row["code"] for row in back["refused"]] == ["not_found"]
    assert clerk.get(PAYMENTS, sort="-amount").json()["totals"] == {
        "amount": "20.00", "counted": 1, "reversed_amount": "300.00", "cases": 2,
    }  # fmt: skip
    assert clerk.get(PAYMENTS, sort="password").json()["code"] == "list.unknown_sort"
    assert other["counted"]


def test_a_claim_goes_to_the_clerk_and_back(world: World) -> None:
    case = place(world)
    collector, clerk = Browser(world["李催收"]), Browser(world["王内勤"])
    body = {"case_id": case.pk, "amount": "100.00", "paid_on": "2026-09-15", "payer": "本人"}
    asked = collector.post(f"{PAYMENTS}/claims", body).json()
    assert (asked["state_label"], asked["asked_by"]) == ("待核实", "李催收")
    assert clerk.get(f"{PAYMENTS}/claims", state="waiting").json()["totals"] == {
        "amount": "100.00", "waiting": 1, "waiting_amount": "100.00",
    }  # fmt: skip
    path = f"{PAYMENTS}/claims/{asked['id']}"
    assert collector.post(f"{path}/answer", {"confirmed": True}).status_code == 403
    done = clerk.post(f"{path}/answer", {"confirmed": True, "answer": "已入账"}).json()
    assert (done["state_label"], done["answered_by"], done["answer"]) == ("已到账", "王内勤", "已入账")
    assert Case.objects.get(pk=case.pk).balance == Decimal("900.00")
    late = collector.post(f"{path}/withdraw")
    assert (late.status_code, late.json()["code"]) == (409, "payment.claim_answered")
    assert (
        clerk.post(f"{PAYMENTS}/claims/answer", {"ids": [asked["id"]], "confirmed": True}).json()["answered"]
        == []
    )


def test_a_workbook_is_reconciled_over_http(world: World) -> None:
    clerk = Browser(world["王内勤"])
    bank = world.clients["DEMO-BANK"].pk
    place(world, serial_no="XL-1")
    row = RepaymentIn(2, Decimal("100.00"), date(2026, 9, 5), serial_no="XL-1")
    count_repayments(world["王内勤"], [row], client_id=bank)
    book, content = Workbook(), BytesIO()
    book.active.append(["个案序列号", "还款金额", "还款日期"])
    book.active.append(["XL-1", 100, "2026-09-07"])
    book.active.append(["XL-8", 30, "2026-09-07"])
    book.save(content)
    answer = clerk.client.post(
        f"{PAYMENTS}/reconciliations/file",
        {
            "client": bank, "from_on": "2026-09-01", "to_on": "2026-09-30",
            "file": SimpleUploadedFile("九月.xlsx", content.getvalue()),
        },
        headers={"X-CSRFToken": clerk.token},
    )  # fmt: skip
    assert answer.status_code == 200
    made = answer.json()
    assert (made["difference"], made["explained"], made["unexplained"]) == ("30.00", "30.00", "0.00")
    assert [(row["label"], row["count"]) for row in made["causes"]] == [("日期不同", 1), ("查无此案", 1)]
    path = f"{PAYMENTS}/reconciliations/{made['id']}"
    lines = clerk.get(f"{path}/lines", cause="unknown_case").json()
    assert (lines["count"], lines["totals"]["difference"], lines["rows"][0]["key"]) == (1, "30.00", "XL-8")
    assert clerk.post(f"{path}/close").json()["closed_at"] is not None
    assert clerk.post(f"{path}/close").status_code == 409
    assert clerk.get(f"{PAYMENTS}/reconciliations").json()["count"] == 1
    body = {"client": bank, "from_on": "2026-09-01", "to_on": "2026-09-30", "rows": []}
    assert clerk.post(f"{PAYMENTS}/reconciliations", body).json()["difference"] == "-100.00"
    assert Browser(world["李催收"]).get(path).status_code == 403
