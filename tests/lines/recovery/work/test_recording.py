"""A contact is recorded with what follows from it, or refused and nothing follows."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from anjie.desk.public import Case, ContactPoint, Event
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.recovery.work.models import Promise, WorkRecord
from anjie.lines.recovery.work.records import Contacted, delete_record, record_work
from anjie.services.contact.gate import ContactRefused
from anjie.services.contact.models import Attempt
from anjie.services.notices.models import Notice
from tests.cases import place
from tests.http import Browser
from tests.lines.recovery.work.conftest import call, events, phone, promised, result
from tests.people import World

pytestmark = pytest.mark.usefixtures("noon")


def test_a_call_with_a_promise_sets_everything_that_follows(world: World):
    case = place(world, name="张三", amount="5000.00", holder="李催收")

    row = call(
        world["李催收"],
        case,
        "connected.promise",
        note="月底发工资",
        promise=promised("800.00", "2026-09-15"),
    )

    case.refresh_from_db()
    assert (row.origin, row.note, row.number_mask) == ("system", "月底发工资", phone(case).mask)
    assert row.verdict["allowed"] is True and row.verdict["pack"] == "cn-2026-01@1"
    assert case.first_worked_at == case.last_worked_at == clock.now()
    assert str(case.next_work_on) == "2026-09-15"
    assert phone(case).state == "valid"
    promise = Promise.objects.get(case=case)
    assert (str(promise.amount), str(promise.due_on), promise.state) == ("800.00", "2026-09-15", "open")
    attempt = Attempt.objects.get()
    assert (attempt.allowed, attempt.answered, attempt.origin, attempt.case_id) == (
        True,
        True,
        "system",
        case.pk,
    )
    event = Event.objects.get(case_id=case.pk, verb="work.recorded")
    assert event.facts["promise"] == {"id": promise.pk, "amount": "800.00", "due_on": "2026-09-15"}
    assert "月底发工资" not in str(event.facts), "a note may be purged, the timeline never"


@pytest.mark.parametrize(
    ("code", "own", "other"),
    [
        ("connected.later", "valid", "valid"),
        ("third_party.stranger", "stranger", "valid"),
        ("invalid.none", "invalid", "invalid"),
        ("refused", "refused", "refused"),
        ("not_connected.busy", "unknown", "unknown"),
    ],
)
def test_the_result_marks_the_contact_point(world: World, code: str, own: str, other: str):
    mine, mothers = place(world, name="甲"), place(world, name="乙")
    ContactPoint.objects.filter(case=mothers).update(relation="母亲", owner="丙")
    # Nobody else can be reached, else the third party may not be called at all.
    call(world["李催收"], mine, code)
    call(world["李催收"], mothers, code)

    assert (phone(mine).state, phone(mothers).state) == (own, other)


def test_outside_the_hours_nothing_but_the_refused_attempt_is_stored(world: World):
    case = place(world, name="张三", holder="李催收")
    with clock.stopped("2026-09-01T21:00:00+08:00"), pytest.raises(ContactRefused) as refused:
        call(world["李催收"], case, "connected.promise", promise=promised("100.00", "2026-09-15"))

    assert refused.value.code == "contact.hours"
    assert refused.value.facts["until"] == "2026-09-02T08:00:00+08:00"
    assert "21:00" in refused.value.message and "08:00–21:00" in refused.value.message
    attempt = Attempt.objects.get()
    assert (attempt.allowed, attempt.rule, attempt.pack) == (False, "contact.hours", "cn-2026-01@1")
    assert not WorkRecord.objects.exists() and not Promise.objects.exists()
    case.refresh_from_db()
    assert (case.first_worked_at, case.last_worked_at, case.next_work_on) == (None, None, None)
    assert phone(case).state == "unknown"
    assert events(case) == ["contact.refused"]


def test_the_fourth_answered_call_is_refused_whoever_makes_it_on_whatever_case(world: World):
    # given: 张三 owes two clients; 李催收 and 吴催收 work a case each, with different numbers
    first = place(world, name="张三", holder="李催收", id_no="110101199003070001")
    second = place(world, "DEMO-CF", name="张三", holder="吴催收", id_no="110101199003070001")
    assert first.person_id == second.person_id
    call(world["李催收"], first, "connected.later")
    call(world["李催收"], first, "connected.later")
    call(world["吴催收"], second, "connected.hardship")

    with pytest.raises(ContactRefused) as refused:
        call(world["吴催收"], second, "not_connected.busy")

    assert refused.value.code == "contact.answered_per_day"
    assert refused.value.facts["count"] == 3
    assert refused.value.facts["until"] == "2026-09-02T08:00:00+08:00"
    assert WorkRecord.objects.count() == 3
    with clock.stopped("2026-09-02T09:00:00+08:00"):
        call(world["吴催收"], second, "not_connected.busy")
    assert WorkRecord.objects.count() == 4


def test_a_contact_made_elsewhere_is_recorded_with_the_warning_and_counts(world: World):
    case = place(world, name="张三", holder="李催收", at=clock.now() - timedelta(days=3))
    for _ in range(3):
        call(world["李催收"], case, "connected.later")

    row = call(world["李催收"], case, "connected.later", made_elsewhere=True, at=clock.now())

    assert row.origin == "elsewhere"
    assert (row.verdict["allowed"], row.verdict["rule"], row.verdict["count"]) == (
        False,
        "contact.answered_per_day",
        3,
    )
    assert Attempt.objects.filter(answered=True).count() == 4
    with pytest.raises(ContactRefused) as refused:
        call(world["李催收"], case, "not_connected.off")
    assert refused.value.facts["count"] == 4


def test_what_was_made_on_an_earlier_day_is_flagged_late(world: World):
    case = place(world, name="张三", holder="李催收", at=clock.now() - timedelta(days=3))
    yesterday = clock.now() - timedelta(days=1)

    row = call(world["李催收"], case, "not_connected.busy", made_elsewhere=True, at=yesterday)

    assert row.at == yesterday
    assert Event.objects.get(case_id=case.pk, verb="work.recorded").facts["late"] is True
    answer = Browser(world["李催收"]).get("/api/recovery/work/records", late="true").json()
    assert [one["id"] for one in answer["rows"]] == [row.pk] and answer["rows"][0]["late"] is True


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"at": datetime(2026, 9, 1, 11, 0, tzinfo=clock.ZONE)}, "work.at_not_now"),
        ({"at": datetime(2026, 9, 1, 13, 0, tzinfo=clock.ZONE)}, "work.at_ahead"),
        ({"made_elsewhere": True}, "work.at_required"),
        (
            {"made_elsewhere": True, "at": datetime(2026, 8, 1, 9, 0, tzinfo=clock.ZONE)},
            "work.at_before_case",
        ),
        ({"next_on": datetime(2026, 8, 31).date()}, "work.next_on_wrong"),  # noqa: DTZ001
        ({"promise": promised("0", "2026-09-15")}, "work.promise_amount"),
        ({"promise": promised("1000.01", "2026-09-15")}, "work.promise_over_balance"),
        ({"promise": promised("10.00", "2026-08-31")}, "work.promise_day"),
        ({"contact_point": None}, "work.no_contact_point"),
    ],
)
def test_what_does_not_hold_together_is_refused_before_the_gate_is_asked(world: World, told: dict, code: str):
    case = place(world, name="张三", holder="李催收", amount="1000.00")
    with pytest.raises(Invalid) as refused:
        call(world["李催收"], case, **told)
    assert refused.value.code == code
    assert not WorkRecord.objects.exists() and not Attempt.objects.exists() and events(case) == []


def test_a_result_that_asks_for_a_promise_gets_one(world: World):
    case = place(world, name="张三", holder="李催收")
    with pytest.raises(Invalid) as refused:
        call(world["李催收"], case, "connected.promise")
    assert refused.value.code == "work.promise_required"
    assert not Attempt.objects.exists()


def test_a_double_click_is_one_record_and_another_content_under_the_key_is_refused(world: World):
    case = place(world, name="张三", holder="李催收")
    first = call(world["李催收"], case, "not_connected.busy", key="form-1")
    again = call(world["李催收"], case, "not_connected.busy", key="form-1")
    with pytest.raises(Refusal) as refused:
        call(world["李催收"], case, "not_connected.off", key="form-1")

    assert again.pk == first.pk
    assert refused.value.code == "work.key_reused"
    assert WorkRecord.objects.count() == Attempt.objects.count() == 1


def test_a_number_typed_in_is_counted_with_the_same_number_of_the_list(world: World):
    case = place(world, name="张三", holder="李催收", phones=("10012345678",), mobile="10012345678")
    row = call(world["李催收"], case, "not_connected.busy", number="100 1234 5678")
    assert row.contact_point_id == phone(case).pk
    assert Attempt.objects.get().number_index == phone(case).index


@pytest.mark.parametrize(
    ("state", "rule"),
    [
        ("paused", "contact.case_paused"),
        ("in_mediation", "contact.in_mediation"),
        ("settled", "contact.case_settled"),
        ("returned", "contact.case_returned"),
        ("closed", "contact.case_closed"),
    ],
)
def test_the_gate_says_why_collection_on_a_case_has_stopped(world: World, state: str, rule: str):
    case = place(world, name="张三", holder="李催收", state=state)
    with pytest.raises(ContactRefused) as refused:
        call(world["李催收"], case)
    assert refused.value.code == rule and case.no in refused.value.message
    assert not WorkRecord.objects.exists()


def test_a_note_needs_no_gate_and_no_number(world: World):
    case = place(world, name="张三", holder="李催收", state="paused")
    row = record_work(world["李催收"], Contacted(case=case.pk, channel="note", note="已与委托方沟通"))
    assert (row.verdict, row.number_mask) == (None, "")
    assert not Attempt.objects.exists()


def test_a_case_out_of_reach_looks_missing_and_nothing_moves(world: World):
    case = place(world, name="张三", holder="李催收")
    with pytest.raises(NotFound):
        call(world["周催收"], case)
    assert not Attempt.objects.exists() and not WorkRecord.objects.exists()


def test_the_holder_is_told_of_anothers_record(world: World):
    case = place(world, name="张三", holder="李催收")
    call(world["赵主管"], case)
    notice = Notice.objects.get()
    assert (notice.membership_id, notice.verb, notice.case_id) == (
        world["李催收"].membership_id,
        "work.recorded",
        case.pk,
    )


def test_an_administrator_deletes_a_record_and_the_deletion_stays(world: World):
    case = place(world, name="张三", holder="李催收")
    row = call(world["李催收"], case, "connected.promise", promise=promised("100.00", "2026-09-15"))

    delete_record(world["钱管理"], row.pk, "录错案件")

    case.refresh_from_db()
    assert (case.first_worked_at, case.last_worked_at) == (None, None)
    assert Promise.objects.get().state == "cancelled"
    assert events(case) == ["work.recorded", "work.record_deleted"]
    assert Browser(world["李催收"]).get("/api/recovery/work/records").json()["count"] == 0
    assert (
        Browser(world["李催收"])
        .post(f"/api/recovery/work/records/{row.pk}/delete", {"reason": "x"})
        .status_code
        == 403
    )
    assert Attempt.objects.count() == 1, "the contact did happen and counts on"


def test_over_http_the_refusal_carries_rule_count_and_end(world: World):
    case = place(world, name="张三", holder="李催收")
    ContactPoint.objects.filter(case=case).update(do_not_contact=True)
    answer = Browser(world["李催收"]).post(
        "/api/recovery/work/records",
        {"case": case.pk, "contact_point": phone(case).pk, "result": result("connected.later"), "key": "a"},
    )
    assert answer.status_code == 409
    assert answer.json()["code"] == "contact.do_not_contact"
    assert answer.json()["facts"] == {
        "rule": "contact.do_not_contact",
        "count": 0,
        "until": None,
        "pack": "cn-2026-01@1",
    }
    assert not WorkRecord.objects.exists()


def test_over_http_a_record_comes_back_whole(world: World):
    case = place(world, name="张三", holder="李催收", amount="900.00")
    browser = Browser(world["李催收"])
    made = browser.post(
        "/api/recovery/work/records",
        {
            "case": case.pk,
            "contact_point": phone(case).pk,
            "result": result("connected.promise"),
            "note": "先还一半",
            "promise": {"amount": "450.00", "due_on": "2026-09-10"},
        },
    ).json()
    assert (made["result"], made["meaning"], made["by"]) == ("接通本人 / 承诺还款", "connected", "李催收")
    assert made["promise"]["amount"] == "450.00"
    timeline = browser.get(f"/api/desk/cases/{case.pk}/timeline").json()
    told = next(row for row in timeline["rows"] if row["verb"] == "work.recorded")
    assert told["detail"] == "先还一半"
    assert "接通本人" not in told["text"] and "承诺还款，承诺 2026-09-10 还 450.00 元" in told["text"]
    listed = browser.get("/api/recovery/work/records", case=case.pk).json()
    assert listed["count"] == 1
    assert listed["totals"] == {
        "cases": 1, "connected": 1, "third_party": 0, "not_connected": 0, "refused": 0,
        "warned": 0, "promises": 1, "promised_amount": "450.00",
    }  # fmt: skip
    assert Case.objects.get(pk=case.pk).first_worked_at == clock.now()
