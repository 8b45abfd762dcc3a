from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from anjie.desk.models import Case
from anjie.foundation import clock
from tests.cases import place
from tests.http import Browser
from tests.people import World

TERMS = "/api/recovery/terms"


@pytest.fixture(autouse=True)
def _stopped() -> Iterator[None]:
    with clock.stopped("2026-11-20T09:00:00+08:00"):
        yield


def test_due_asked_kept_and_returned(world: World) -> None:
    # given cases over, due in two, in six and in forty days
    over, two, six, far = (
        place(world, name=name, amount="100.00", recall_on=date.fromisoformat(day))
        for name, day in (
            ("甲", "2026-11-19"),
            ("乙", "2026-11-22"),
            ("丙", "2026-11-26"),
            ("丁", "2026-12-30"),
        )
    )
    collector, clerk = Browser(world["李催收"]), Browser(world["王内勤"])
    shown = clerk.get(f"{TERMS}/due").json()
    assert [(row["case_no"], row["days_left"]) for row in shown["rows"]] == [
        (over.no, -1),
        (two.no, 2),
        (six.no, 6),
    ]
    assert shown["totals"] == {
        "amount": "300.00", "balance": "300.00", "overdue": 1, "in_3": 1, "in_7": 1, "in_15": 0, "in_30": 0,
    }  # fmt: skip
    assert clerk.get(f"{TERMS}/due", within=60, overdue="false").json()["count"] == 3
    assert clerk.get(f"{TERMS}/due", client=world.clients["DEMO-CF"].pk).json()["count"] == 0
    # when 李催收 asks to keep one
    asked = collector.post(f"{TERMS}/retentions", {"case_id": two.pk, "reason": "承诺月底还款"}).json()
    assert (asked["state_label"], asked["months"]) == ("待决定", 1)
    assert clerk.get(f"{TERMS}/due", retention_asked="true").json()["rows"][0]["retention_id"] == asked["id"]
    body = {"ids": [asked["id"]], "granted": True, "answer": "同意"}
    assert collector.post(f"{TERMS}/retentions/decide", body).status_code == 403
    assert clerk.post(f"{TERMS}/retentions/decide", body).json() == {"decided": [asked["id"]], "refused": []}
    assert Case.objects.get(pk=two.pk).term_on == date(2026, 12, 22)
    late = collector.post(f"{TERMS}/retentions/{asked['id']}/withdraw")
    assert (late.status_code, late.json()["code"]) == (409, "term.decided")
    assert clerk.get(f"{TERMS}/retentions", state="granted").json()["totals"] == {
        "asked": 0,
        "amount": "100.00",
    }
    # and the clerk keeps another unasked, and returns what is due by the list's own filter
    kept = clerk.post(f"{TERMS}/retain", {"ids": [six.pk], "months": 2, "reason": "批量留案"}).json()
    assert kept == {"retained": [six.pk], "refused": []}
    due = {"filter": {"term_to": "2026-11-20"}, "count": 1}
    assert clerk.post(f"{TERMS}/return", {**due, "reason": ""}).json()["code"] == "move.reason_required"
    assert (
        clerk.post(f"{TERMS}/return", {**due, "count": 2, "reason": "到期"}).json()["code"]
        == "choice.count_changed"
    )
    gone = clerk.post(f"{TERMS}/return", {**due, "reason": "到期退案"}).json()
    assert gone == {"returned": [over.pk], "refused": []}
    sheet = clerk.get(f"{TERMS}/returned", returned_from="2026-11-20").json()
    assert [(row["case_no"], row["reason"], row["returned_on"]) for row in sheet["rows"]] == [
        (over.no, "到期退案", "2026-11-20")
    ]
    assert sheet["totals"] == {"amount": "100.00", "settled_amount": "0.00", "balance": "100.00"}
    assert collector.post(f"{TERMS}/return", {"ids": [far.pk], "reason": "x"}).status_code == 403
