"""The gate counts per person, stores each verdict, and can judge a past day again."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from django.db import connection, transaction

from anjie.desk.public import Case, CaseSearch, ContactFacts, ContactPoint
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid
from anjie.lines.recovery.placement.models import ClientContract
from anjie.services.contact import actions, gate
from anjie.services.contact.again import judge_day_again
from anjie.services.contact.models import Attempt, PackVersion
from anjie.services.contact.overrides import clients_pack, with_overrides
from anjie.services.contact.packs import SHIPPED, as_dict
from tests.cases import place
from tests.http import Browser
from tests.people import World, build_world

NOON = "2026-09-01T12:00:00+08:00"
MOTHER = ContactFacts("mobile", "10099990000", owner="母亲", relation="母亲")


@pytest.fixture
def noon():
    with clock.stopped(NOON):
        yield


def dial(world: World, who: str, case: Case, *, answered: bool | None = True, **told) -> gate.Decision:
    """One contact through the gate, stored; never raises."""
    told.setdefault("point", ContactPoint.objects.filter(case=case).first())
    with transaction.atomic():
        return gate.decide(
            world[who], gate.ask_for(case, told.pop("channel", "call"), **told), answered=answered
        )


def contract(world: World, client: str, **facts) -> ClientContract:
    return ClientContract.objects.create(client=world.clients[client], **facts)


@pytest.mark.usefixtures("noon")
class TestWhatTheGateKnows:
    def test_a_mark_on_one_case_stops_every_case_and_number_of_the_person(self, world: World):
        first = place(world, name="张三", holder="李催收", id_no="110101199003070001")
        second = place(world, "DEMO-CF", name="张三", holder="吴催收", id_no="110101199003070001")
        ContactPoint.objects.filter(case=first).update(do_not_contact=True)

        assert dial(world, "吴催收", second).verdict.rule == "contact.do_not_contact"

    def test_a_third_party_only_when_the_debtor_cannot_be_reached(self, world: World):
        case = place(world, name="张三", contacts=(MOTHER,))
        mother = ContactPoint.objects.get(case=case, relation="母亲")
        own = ContactPoint.objects.filter(case=case).exclude(pk=mother.pk)

        assert dial(world, "李催收", case, point=mother).verdict.rule == "contact.third_party"
        own.update(state="invalid")
        assert dial(world, "李催收", case, point=mother).verdict.allowed

    def test_a_case_marked_lost_lets_the_third_party_be_contacted_until_he_refuses(self, world: World):
        case = place(world, name="张三", contacts=(MOTHER,))
        mother = ContactPoint.objects.get(case=case, relation="母亲")
        CaseSearch.objects.filter(case=case).update(tags=["失联"])

        assert dial(world, "李催收", case, point=mother).verdict.allowed
        ContactPoint.objects.filter(pk=mother.pk).update(state="refused")
        mother.refresh_from_db()
        assert dial(world, "李催收", case, point=mother).verdict.rule == "contact.third_party_refused"

    def test_a_third_partys_number_typed_in_is_still_a_third_partys(self, world: World):
        case = place(world, name="张三", contacts=(MOTHER,))
        decision = dial(world, "李催收", case, point=None, number="10099990000", to="debtor")
        assert decision.verdict.rule == "contact.third_party"

    def test_agreed_hours_hold_for_the_number_they_were_agreed_on(self, world: World):
        case = place(world, name="张三", phones=("10000000001", "10000000002"))
        agreed, other = ContactPoint.objects.filter(case=case).order_by("id")
        ContactPoint.objects.filter(pk=agreed.pk).update(agreed_hours=True)
        with clock.stopped("2026-09-01T21:30:00+08:00"):
            assert dial(world, "李催收", case, point=agreed).verdict.allowed
            assert dial(world, "李催收", case, point=other).verdict.rule == "contact.hours"

    def test_refused_attempts_do_not_count(self, world: World):
        case = place(world, name="张三")
        with clock.stopped("2026-09-01T07:00:00+08:00"):
            for _ in range(5):
                assert not dial(world, "李催收", case).verdict.allowed
        assert dial(world, "李催收", case).verdict.count == 0

    def test_six_unanswered_on_one_number_leave_the_other_number_free(self, world: World):
        case = place(world, name="张三", phones=("10000000001", "10000000002"))
        one, two = ContactPoint.objects.filter(case=case).order_by("id")
        for _ in range(6):
            assert dial(world, "李催收", case, point=one, answered=False).verdict.allowed
        stopped = dial(world, "李催收", case, point=one, answered=False).verdict
        assert (stopped.rule, stopped.count) == ("contact.unanswered_per_number", 6)
        assert dial(world, "李催收", case, point=two, answered=False).verdict.allowed

    def test_a_dial_whose_answer_is_unknown_counts_both_ways(self, world: World):
        case = place(world, name="张三")
        for _ in range(3):
            assert dial(world, "李催收", case, answered=None).verdict.allowed
        assert dial(world, "李催收", case, answered=None).verdict.rule == "contact.answered_per_day"
        Attempt.objects.filter(answered=None, allowed=True).update(answered=False)
        assert dial(world, "李催收", case, answered=None).verdict.allowed

    def test_a_contact_entered_some_minutes_later_meets_what_was_made_meanwhile(self, world: World):
        case = place(world, name="张三")
        earlier = clock.now() - timedelta(minutes=20)
        for _ in range(3):
            dial(world, "李催收", case)
        assert dial(world, "李催收", case, at=earlier).verdict.rule == "contact.answered_per_day"


@pytest.mark.usefixtures("noon")
class TestClientLimits:
    def test_the_stricter_of_both_wins_and_is_named_in_the_verdict(self, world: World):
        contract(
            world,
            "DEMO-BANK",
            contact_overrides={"contact.answered_per_day": 1, "contact.hours": ["09:00", "20:00"]},
        )
        case = place(world, name="张三")
        assert dial(world, "李催收", case).verdict.allowed
        stopped = dial(world, "李催收", case).verdict
        assert (stopped.rule, stopped.count, stopped.pack) == (
            "contact.answered_per_day",
            1,
            "cn-2026-01@1+DEMO-BANK@1",
        )
        with clock.stopped("2026-09-02T08:30:00+08:00"):
            assert dial(world, "李催收", case).verdict.rule == "contact.hours"

    def test_a_client_cannot_loosen(self, world: World):
        contract(
            world,
            "DEMO-BANK",
            contact_overrides={"contact.answered_per_day": 9, "contact.hours": ["00:00", "24:00"]},
        )
        case = place(world, name="张三")
        for _ in range(3):
            assert dial(world, "李催收", case).verdict.allowed
        assert dial(world, "李催收", case).verdict.rule == "contact.answered_per_day"

    def test_a_limit_of_the_clients_own(self, world: World):
        week = {
            "label": "拨打电话",
            "channels": ["call"],
            "counted": "all",
            "per": "person",
            "days": 7,
            "limit": 1,
        }
        contract(world, "DEMO-BANK", contact_overrides={"contact.calls_per_week": week})
        case = place(world, name="张三")
        assert dial(world, "李催收", case, answered=False).verdict.allowed
        with clock.stopped("2026-09-07T09:00:00+08:00"):
            stopped = dial(world, "李催收", case, answered=False).verdict
        assert (stopped.rule, stopped.count) == ("contact.calls_per_week", 1)

    @pytest.mark.parametrize(
        "told", [{"contact.answered_per_day": "2"}, {"contact.hours": "9-20"}, {"x": [1]}]
    )
    def test_a_limit_that_makes_no_sense_is_refused(self, told: dict):
        with pytest.raises(Invalid) as refused:
            clients_pack(SHIPPED[-1], "DEMO-BANK", told)
        assert refused.value.code == "contact.override_wrong"

    def test_no_limits_leave_the_pack_as_it_is(self):
        assert with_overrides(SHIPPED[-1], "DEMO-BANK", {}) is SHIPPED[-1]


@pytest.mark.usefixtures("noon")
class TestPermits:
    def test_a_permit_before_the_dial_carries_the_record(self, world: World):
        from anjie.lines.recovery.work.records import Contacted, record_work
        from tests.lines.recovery.work.conftest import result

        case = place(world, name="张三")
        point = ContactPoint.objects.get(case=case)
        permit = gate.decide(world["李催收"], gate.ask_for(case, "call", point=point))
        with clock.stopped("2026-09-01T12:20:00+08:00"):
            row = record_work(
                world["李催收"],
                Contacted(
                    case=case.pk,
                    contact_point=point.pk,
                    attempt=permit.attempt_id,
                    result=result("connected"),
                ),
            )
        attempt = Attempt.objects.get()
        assert (attempt.answered, row.attempt_id, row.at) == (True, attempt.pk, clock.read_instant(NOON))

    def test_asking_stores_nothing(self, world: World):
        case = place(world, name="张三")
        point = ContactPoint.objects.get(case=case)
        answer = Browser(world["李催收"]).post(
            "/api/contact/ask",
            {"case": case.pk, "contact_point": point.pk, "at": "2026-09-01T22:10:00+08:00"},
        )
        assert answer.status_code == 200
        assert answer.json()["allowed"] is False and answer.json()["rule"] == "contact.hours"
        assert not Attempt.objects.exists()

    def test_another_teams_case_is_not_asked_about(self, world: World):
        case = place(world, name="张三")
        point = ContactPoint.objects.get(case=case)
        answer = Browser(world["吴催收"]).post(
            "/api/contact/ask", {"case": case.pk, "contact_point": point.pk}
        )
        assert answer.status_code == 404


@pytest.mark.usefixtures("noon")
class TestJudgingAgain:
    def test_a_day_judged_again_agrees_with_itself(self, world: World):
        case = place(world, name="张三")
        for _ in range(4):
            dial(world, "李催收", case)
        dial(world, "李催收", case, answered=None, channel="sms")
        assert judge_day_again(date(2026, 9, 1)) == {
            "day": "2026-09-01", "pack": "cn-2026-01@1", "judged": 5, "agreeing": 5, "differing": 0, "differences": [],
        }  # fmt: skip

    def test_a_verdict_changed_behind_the_gates_back_is_found(self, world: World):
        case = place(world, name="张三")
        for _ in range(4):
            dial(world, "李催收", case)
        last = Attempt.objects.order_by("pk").last()
        Attempt.objects.filter(pk=last.pk).update(allowed=True, rule="")

        again = judge_day_again(date(2026, 9, 1))

        assert again["differing"] == 1
        found = again["differences"][0]
        assert (found["attempt"], found["cause"]) == (last.pk, "rules")
        assert (found["again"]["allowed"], found["again"]["rule"], found["again"]["count"]) == (
            False,
            "contact.answered_per_day",
            3,
        )

    def test_contacts_entered_later_show_which_permits_they_would_have_stopped(self, world: World):
        case = place(world, name="张三")
        permitted = dial(world, "李催收", case).attempt_id
        for _ in range(3):
            with transaction.atomic():
                gate.decide(
                    world["李催收"],
                    gate.ask_for(
                        case,
                        "call",
                        point=ContactPoint.objects.get(case=case),
                        at=clock.now() - timedelta(hours=2),
                    ),
                    answered=True,
                    origin=Attempt.Origin.ELSEWHERE,
                )
        again = judge_day_again(date(2026, 9, 1))
        assert [(one["attempt"], one["cause"]) for one in again["differences"]] == [
            (permitted, "entered_later")
        ]

    def test_a_later_pack_does_not_touch_an_earlier_day(self, world: World):
        case = place(world, name="张三")
        for _ in range(3):
            dial(world, "李催收", case)
        stricter = {**as_dict(SHIPPED[-1]), "label": "更严"}
        stricter["caps"] = [{**cap, "limit": 1} for cap in stricter["caps"]]
        actions.add_pack(world["钱管理"], date(2026, 9, 2), stricter, "")

        assert judge_day_again(date(2026, 9, 1))["differing"] == 0
        with clock.stopped("2026-09-02T09:00:00+08:00"):
            assert dial(world, "李催收", case).verdict.allowed
            stopped = dial(world, "李催收", case).verdict
        assert (stopped.count, stopped.pack) == (1, "desk@2")

    def test_tomorrow_cannot_be_judged(self):
        with pytest.raises(Invalid) as refused:
            judge_day_again(date(2026, 9, 2))
        assert refused.value.code == "contact.day_ahead"

    def test_with_the_limits_the_client_had_that_day(self, world: World):
        terms = contract(world, "DEMO-BANK", contact_overrides={"contact.answered_per_day": 1})
        case = place(world, name="张三")
        dial(world, "李催收", case)
        dial(world, "李催收", case)
        terms.contact_overrides = {}
        terms.save()
        assert judge_day_again(date(2026, 9, 1))["differing"] == 0


@pytest.mark.usefixtures("noon")
class TestPackVersions:
    def body(self, valid_from: str, **changes) -> dict:
        plain = {k: v for k, v in as_dict(SHIPPED[-1]).items() if k not in ("code", "version", "valid_from")}
        return {"valid_from": valid_from, "pack": {**plain, "label": "本单位规则", **changes}, "note": ""}

    def test_a_version_is_put_in_force_from_a_day_on(self, world: World):
        admin = Browser(world["钱管理"])
        answer = admin.post("/api/contact/packs", self.body("2026-09-10"))
        assert answer.json()["ref"] == "desk@2"
        rows = admin.get("/api/contact/packs").json()["rows"]
        assert [(r["ref"], r["shipped"], r["editable"], r["in_force"]) for r in rows[:2]] == [
            ("desk@2", False, True, False),
            ("cn-2026-01@1", True, False, True),
        ]
        for day, ref in (("2026-09-09", "cn-2026-01@1"), ("2026-09-10", "desk@2")):
            with clock.stopped(f"{day}T12:00:00+08:00"):
                rows = Browser(world["钱管理"]).get("/api/contact/packs").json()["rows"]
            assert [row["ref"] for row in rows if row["in_force"]] == [ref]

    def test_the_past_cannot_be_changed(self, world: World):
        for day in ("2026-08-31", "2026-09-01"):
            answer = Browser(world["钱管理"]).post("/api/contact/packs", self.body(day))
        assert (answer.status_code, answer.json()["code"]) == (422, "contact.pack_in_past")
        assert not PackVersion.objects.exists()

    def test_a_looser_pack_needs_its_ground(self, world: World):
        admin = Browser(world["钱管理"])
        body = self.body("2026-09-10", agreed_hours_waive=True, third_party_needs_unreachable=False)
        answer = admin.post("/api/contact/packs", body)
        assert answer.json()["code"] == "contact.pack_note_required"
        assert answer.json()["facts"]["looser"] == ["本人未失联时也可联系第三人"]
        assert not PackVersion.objects.exists()
        assert admin.post("/api/contact/packs", {**body, "note": "委托方书面同意"}).status_code == 200
        assert admin.get("/api/contact/packs").json()["rows"][0]["looser"] == ["本人未失联时也可联系第三人"]

    def test_only_a_version_whose_day_has_not_come_is_changed_or_withdrawn(self, world: World):
        admin = Browser(world["钱管理"])
        today = admin.post("/api/contact/packs", self.body("2026-09-02")).json()["id"]
        later = admin.post("/api/contact/packs", self.body("2026-09-10")).json()["id"]
        with clock.stopped("2026-09-02T09:00:00+08:00"):
            changed = Browser(world["钱管理"]).post(f"/api/contact/packs/{today}", self.body("2026-09-12"))
            assert changed.json()["code"] == "contact.pack_in_force"
            gone = Browser(world["钱管理"]).post(f"/api/contact/packs/{today}/withdraw")
            assert gone.json()["code"] == "contact.pack_in_force"
        admin = Browser(world["钱管理"])
        assert admin.post(f"/api/contact/packs/{later}", self.body("2026-09-12")).status_code == 200
        assert str(PackVersion.objects.get(pk=later).valid_from) == "2026-09-12"
        assert admin.post(f"/api/contact/packs/{later}/withdraw").status_code == 204
        assert [row.pk for row in PackVersion.objects.all()] == [today]

    @pytest.mark.parametrize("who", ["李催收", "赵主管", "孙内勤"])
    def test_nobody_else_changes_the_rules(self, world: World, who: str):
        assert Browser(world[who]).post("/api/contact/packs", self.body("2026-09-10")).status_code == 403
        assert not PackVersion.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_hundred_workers_at_the_cap_make_exactly_three_answered_calls():
    world = build_world()
    with clock.stopped(NOON):
        first = place(world, name="张三", holder="李催收", id_no="110101199003070001")
        second = place(world, "DEMO-CF", name="张三", holder="吴催收", id_no="110101199003070001")
        gate_opens = Barrier(10)

        def ten_calls(worker: int) -> list[bool]:
            case, who = (first, "李催收") if worker % 2 else (second, "吴催收")
            try:
                gate_opens.wait(timeout=60)
                return [dial(world, who, case).verdict.allowed for _ in range(10)]
            finally:
                connection.close()

        with ThreadPoolExecutor(10) as pool:
            answers = [one for got in pool.map(ten_calls, range(10)) for one in got]

    assert len(answers) == 100
    assert answers.count(True) == 3
    assert Attempt.objects.filter(allowed=True).count() == 3
    assert Attempt.objects.filter(allowed=False, rule="contact.answered_per_day", count=3).count() == 97
    assert json.dumps([a.facts for a in Attempt.objects.all()[:1]])
