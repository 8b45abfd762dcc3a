"""The mediator notes, corrects, is reminded, and asks for more time; somebody else decides."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from anjie.access.actors import Actor
from anjie.desk.public import Event
from anjie.foundation import clock
from anjie.foundation.refusals import Forbidden, Invalid, NotFound, Refusal
from anjie.lines.mediation.mediators import actions as mediators
from anjie.lines.mediation.session import extension, records, reminding
from anjie.lines.mediation.session.models import MediationRecord
from anjie.services.approvals import actions as approvals
from anjie.services.approvals.models import Approval
from tests.lines.mediation.conftest import filed, mediating, told_since
from tests.people import World, member, unit

REMIND = Actor.job("mediation.remind")


class TestRecords:
    def test_a_record_is_made_once_and_the_timeline_does_not_say_what_is_in_it(self, centre: World):
        case, who = mediating(centre), centre["吕调解"]
        for _ in range(2):
            made = records.add_record(
                who, case.pk, kind="problem", text="对方不接受上门查看。", key="tap-00001"
            )
        assert MediationRecord.objects.get() == made
        event = Event.objects.get(case_id=case.pk, verb="mediation.recorded")
        assert event.facts == {"record": made.pk, "kind": "问题"}
        shown = records.records_of(centre["许分配"], case.pk)["rows"]
        assert [(one["kind_label"], one["text"], one["by"]) for one in shown] == [
            ("问题", "对方不接受上门查看。", "吕调解")
        ]

    def test_who_has_not_taken_the_case_writes_nothing(self, centre: World):
        case = filed(centre)
        mediators.appoint(centre["许分配"], case.pk, [centre["吕调解"].own_membership_id])
        with pytest.raises(Refusal) as refused:
            records.add_record(centre["吕调解"], case.pk, kind="progress", text="已联系", key="tap-00001")
        assert refused.value.code == "session.not_accepted"
        for other, error in (("施调解", NotFound), ("何审核", Forbidden), ("沈梅", Forbidden)):
            with pytest.raises(error):
                records.add_record(centre[other], case.pk, kind="progress", text="已联系", key="tap-00002")
        assert not MediationRecord.objects.exists()

    def test_a_replaced_mediator_is_out(self, centre: World):
        case = mediating(centre)
        lead, other = centre["吕调解"].own_membership_id, centre["施调解"].own_membership_id
        mediators.replace(centre["许分配"], case.pk, lead, other, "调岗")
        with pytest.raises(NotFound):
            records.records_of(centre["吕调解"], case.pk)

    def test_records_of_the_future_and_empty_ones_are_refused(self, centre: World):
        case, who = mediating(centre), centre["吕调解"]
        with pytest.raises(Invalid, match="记录没有内容"):
            records.add_record(who, case.pk, kind="progress", text="  ", key="tap-00001")
        ahead = clock.now() + timedelta(hours=1)
        with pytest.raises(Invalid, match="晚于现在"):
            records.add_record(
                who, case.pk, kind="progress", text="明天谈", key="tap-00002", happened_at=ahead
            )
        assert not MediationRecord.objects.exists()

    def test_facts_are_corrected_with_old_and_new_on_the_timeline(self, centre: World):
        case, who = mediating(centre), centre["吕调解"]
        records.correct_facts(
            who, case.pk, {"amount": Decimal("9200"), "happened_on": date(2026, 7, 20)}, "核对收据后更正"
        )
        case.refresh_from_db()
        assert case.amount == Decimal("9200.00") and case.dispute.happened_on == date(2026, 7, 20)
        event = Event.objects.get(case_id=case.pk, verb="mediation.facts_corrected")
        assert event.facts["changes"] == [
            {"label": "涉及金额", "old": "8600.00", "new": "9200.00"},
            {"label": "发生时间", "old": "2026-08-01", "new": "2026-07-20"},
        ]
        assert event.facts["reason"] == "核对收据后更正"
        records.correct_facts(who, case.pk, {"amount": Decimal("9200.00")}, "没有变化")
        assert Event.objects.filter(case_id=case.pk, verb="mediation.facts_corrected").count() == 1


class TestExtension:
    def test_asked_by_the_mediator_decided_by_another_moves_the_term_and_all_are_told(self, centre: World):
        case = mediating(centre)
        asked = extension.ask(centre["吕调解"], case.pk, date(2026, 11, 6), "等待鉴定结论", agreed=True)
        assert [one.verb for one in told_since(centre, "许分配", "approval")] == ["approval.asked"]
        case.refresh_from_db()
        assert case.term_on == date(2026, 10, 8), "asking moves nothing"
        with pytest.raises(Refusal):
            approvals.decide(centre["吕调解"], asked.pk, True)
        approvals.decide(centre["许分配"], asked.pk, True, "同意")
        case.refresh_from_db()
        assert case.term_on == date(2026, 11, 6)
        event = Event.objects.get(case_id=case.pk, verb="mediation.extended")
        assert (event.facts["old_on"], event.facts["to_on"]) == ("2026-10-08", "2026-11-06")
        assert [one.text for one in told_since(centre, "秦海涛", "mediation.extended")] == [
            f"{case.no} 的调解期限延长至 2026年11月6日。"
        ]
        assert told_since(centre, "吕调解", "approval.granted")

    def test_declined_leaves_the_term(self, centre: World):
        case = mediating(centre)
        asked = extension.ask(centre["吕调解"], case.pk, date(2026, 11, 6), "等待鉴定结论", agreed=True)
        approvals.decide(centre["许分配"], asked.pk, False, "鉴定尚未委托")
        case.refresh_from_db()
        assert case.term_on == date(2026, 10, 8)
        shown = extension.extension_of(centre["吕调解"], case.pk)
        assert (shown["days_left"], shown["rows"][0]["state_label"]) == (37, "未同意")

    def test_asked_twice_or_without_the_parties_is_refused(self, centre: World):
        case = mediating(centre)
        with pytest.raises(Refusal) as refused:
            extension.ask(centre["吕调解"], case.pk, date(2026, 11, 6), "等待", agreed=False)
        assert refused.value.code == "extension.not_agreed" and not Approval.objects.exists()
        extension.ask(centre["吕调解"], case.pk, date(2026, 11, 6), "等待", agreed=True)
        with pytest.raises(Refusal) as refused:
            extension.ask(centre["吕调解"], case.pk, date(2026, 11, 9), "等待", agreed=True)
        assert refused.value.code == "approvals.asked_already" and Approval.objects.count() == 1


class TestReminders:
    def at(self, day: date) -> str:
        return (
            f"{datetime.combine(day, datetime.min.time(), clock.ZONE).replace(hour=7, minute=45).isoformat()}"
        )

    def test_each_reminder_is_given_once_and_a_new_term_begins_anew(self, centre: World):
        case = mediating(centre)
        days = [date(2026, 9, 22), date(2026, 9, 23), date(2026, 9, 24), date(2026, 10, 5), date(2026, 10, 7)]
        for day in days:
            with clock.stopped(self.at(day)):
                reminding.remind_all(REMIND)
                reminding.remind_all(REMIND)
        assert [one.title for one in told_since(centre, "吕调解", "session.term")] == [
            "调解期限还有 15 天", "调解期限还有 3 天", "调解期限还有 1 天",
        ]  # fmt: skip
        asked = extension.ask(centre["吕调解"], case.pk, date(2026, 10, 20), "再谈一次", agreed=True)
        approvals.decide(centre["许分配"], asked.pk, True)
        with clock.stopped(self.at(date(2026, 10, 13))):
            reminding.remind_all(REMIND)
        assert told_since(centre, "吕调解", "session.term")[-1].title == "调解期限还有 7 天"

    def test_a_term_that_is_over_reaches_who_decides_extensions(self, centre: World):
        mediating(centre)
        with clock.stopped(self.at(date(2026, 10, 9))):
            reminding.remind_all(REMIND)
            reminding.remind_all(REMIND)
        assert [one.title for one in told_since(centre, "许分配", "session.term")] == ["调解期限已过"]
        assert [one.title for one in told_since(centre, "吕调解", "session.term")] == ["调解期限已过"]

    def test_who_has_not_answered_is_reminded_and_then_told_of(self, centre: World):
        case = filed(centre)
        mediators.appoint(centre["许分配"], case.pk, [centre["吕调解"].own_membership_id])
        for day in (date(2026, 9, 4), date(2026, 9, 4), date(2026, 9, 7)):
            with clock.stopped(self.at(day)):
                reminding.remind_all(REMIND)
        assert len(told_since(centre, "吕调解", "mediator.due")) == 2
        assert [one.title for one in told_since(centre, "许分配", "mediator.late")] == ["调解员逾期未答复"]


def test_colleagues_of_another_institution_find_nothing(centre: World) -> None:
    case = mediating(centre)

    stranger = member("苗分配", "assigner", unit("institution", "TJ2", "城西调解委员会"), "team")
    for read in (records.records_of, extension.extension_of):
        with pytest.raises(NotFound):
            read(stranger, case.pk)
