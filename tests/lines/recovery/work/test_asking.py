"""Materials are asked of the clerk, instructions answered, colleagues help: both ends are told."""

from __future__ import annotations

from datetime import date

import pytest

from anjie.desk.public import Case, Holding, move_case
from anjie.foundation import clock
from anjie.foundation.refusals import Forbidden, Invalid, NotFound, Refusal
from anjie.lines.recovery.work import asking, joint
from anjie.lines.recovery.work.models import Instruction, MaterialRequest
from anjie.services.files.models import CaseFile
from anjie.services.notices.models import Notice
from tests.cases import place
from tests.http import Browser
from tests.lines.recovery.work.conftest import NOON, call, events
from tests.people import World

pytestmark = pytest.mark.usefixtures("noon")


def told(world: World, who: str) -> list[str]:
    found = Notice.objects.filter(membership_id=world[who].membership_id).order_by("id")
    return [notice.verb for notice in found]


def file_on(case: Case) -> CaseFile:
    return CaseFile.objects.create(case=case, name="合同.pdf", kind="document", at=clock.read_instant(NOON))


class TestMaterials:
    def test_asked_with_the_reason_answered_with_files_both_told(self, world: World):
        case = place(world, name="张三")
        row = asking.ask_material(world["李催收"], case.pk, "借款合同", "债务人否认签字")
        file = file_on(case)
        asking.answer_material(world["王内勤"], row.pk, "见附件", [file.pk])

        row.refresh_from_db()
        assert (row.state, row.answer, row.file_ids) == ("answered", "见附件", [file.pk])
        assert told(world, "王内勤") == ["material.asked"] and told(world, "李催收") == ["material.answered"]
        assert events(case) == ["material.asked", "material.answered"]
        assert Notice.objects.filter(case_id=case.pk).count() == 2

    def test_without_a_clerk_all_who_may_answer_are_asked(self, world: World):
        case = place(world, "DEMO-CF", name="张三", clerk=None)
        asking.ask_material(world["李催收"], case.pk, "账单", "核对")
        assert told(world, "孙内勤") == ["material.asked"]
        assert told(world, "王内勤") == [], "he serves DEMO-BANK only"

    def test_a_file_of_another_case_is_not_an_answer(self, world: World):
        case, other = place(world, name="张三"), place(world, name="李四")
        row = asking.ask_material(world["李催收"], case.pk, "借款合同", "核对")
        with pytest.raises(NotFound):
            asking.answer_material(world["王内勤"], row.pk, "", [file_on(other).pk])
        with pytest.raises(Invalid):
            asking.answer_material(world["王内勤"], row.pk, " ", [])
        row.refresh_from_db()
        assert row.state == "asked" and events(case) == ["material.asked"]

    def test_once_closed_it_stays_closed(self, world: World):
        case = place(world, name="张三")
        row = asking.ask_material(world["李催收"], case.pk, "借款合同", "核对")
        asking.decline_material(world["王内勤"], row.pk, "委托方未提供")
        with pytest.raises(Refusal) as refused:
            asking.withdraw_material(world["李催收"], row.pk)
        assert refused.value.code == "work.material_closed"
        assert MaterialRequest.objects.get().state == "declined"

    def test_only_the_asker_withdraws(self, world: World):
        case = place(world, name="张三")
        row = asking.ask_material(world["李催收"], case.pk, "借款合同", "核对")
        with pytest.raises(Refusal):
            asking.withdraw_material(world["赵主管"], row.pk)
        asking.withdraw_material(world["李催收"], row.pk)
        assert MaterialRequest.objects.get().state == "withdrawn"
        assert told(world, "王内勤") == ["material.asked", "material.withdrawn"]

    def test_the_same_is_not_asked_twice_while_it_waits(self, world: World):
        case = place(world, name="张三")
        asking.ask_material(world["李催收"], case.pk, "借款合同", "核对")
        with pytest.raises(Refusal):
            asking.ask_material(world["李催收"], case.pk, "借款合同 ", "再核对")
        assert MaterialRequest.objects.count() == 1

    def test_over_http_those_that_wait_come_first(self, world: World):
        case = place(world, name="张三")
        first = asking.ask_material(world["李催收"], case.pk, "合同", "核对")
        asking.ask_material(world["李催收"], case.pk, "账单", "核对")
        asking.decline_material(world["王内勤"], first.pk, "没有")
        answer = Browser(world["王内勤"]).get("/api/recovery/work/materials").json()
        assert [row["what"] for row in answer["rows"]] == ["账单", "合同"]
        assert (answer["count"], answer["totals"]) == (2, {"waiting": 1})
        assert Browser(world["吴催收"]).get("/api/recovery/work/materials").json()["count"] == 0


class TestInstructions:
    def test_given_and_answered_both_told(self, world: World):
        case = place(world, name="张三")
        row = asking.instruct(world["赵主管"], case.pk, "核实新地址", date(2026, 9, 3))
        asking.answer_instruction(world["李催收"], row.pk, "已核实")
        row.refresh_from_db()
        assert (row.state, row.answer) == ("answered", "已核实")
        assert told(world, "李催收") == ["instruction.given"] and told(world, "赵主管") == [
            "instruction.answered"
        ]
        assert events(case) == ["instruction.given", "instruction.answered"]

    def test_a_collector_does_not_instruct(self, world: World):
        case = place(world, name="张三")
        with pytest.raises(Forbidden):
            asking.instruct(world["李催收"], case.pk, "x", date(2026, 9, 3))
        assert not Instruction.objects.exists()

    @pytest.mark.parametrize(
        ("holder", "to", "due", "code"),
        [
            (None, None, date(2026, 9, 3), "work.nobody_holds"),
            ("李催收", None, date(2026, 8, 31), "work.due_in_past"),
            ("李催收", "周催收", date(2026, 9, 3), "not_found"),
        ],
    )
    def test_what_cannot_be_answered_is_not_given(self, world: World, holder, to, due, code: str):
        case = place(world, name="张三", holder=holder)
        with pytest.raises(Refusal) as refused:
            asking.instruct(world["赵主管"], case.pk, "x", due, world[to].membership_id if to else None)
        assert refused.value.code == code
        assert not Instruction.objects.exists() and events(case) == []

    def test_an_unanswered_one_past_its_day_is_late(self, world: World):
        case = place(world, name="张三", at=clock.read_instant(NOON))
        asking.instruct(world["赵主管"], case.pk, "核实新地址", date(2026, 9, 1))
        with clock.stopped("2026-09-02T00:00:00+08:00"):
            answer = Browser(world["赵主管"]).get("/api/recovery/work/late", kind="instruction").json()
        assert (answer["count"], answer["rows"][0]["holder"]) == (1, "李催收")


class TestJointWork:
    @pytest.mark.parametrize("helper", ["周催收", "吴催收", "郑主管"])
    def test_the_helper_sees_the_case_and_writes_there_until_it_ends(self, world: World, helper: str):
        case = place(world, name="张三")
        with pytest.raises(NotFound):
            call(world[helper], case)

        holding = joint.ask(world["李催收"], case.pk, world[helper].membership_id, "方言沟通")
        call(world[helper], case)
        assert told(world, helper) == ["joint.asked"]
        assert told(world, "李催收") == ["work.recorded"]
        assert Browser(world[helper]).get("/api/recovery/work/records", case=case.pk).json()["count"] == 1

        joint.end(world["李催收"], holding.pk)
        with pytest.raises(NotFound):
            call(world[helper], case)
        assert told(world, helper) == ["joint.asked", "joint.ended"]
        assert events(case) == ["joint.asked", "work.recorded", "joint.ended"]

    def test_a_supervisor_who_asks_tells_the_holder(self, world: World):
        case = place(world, name="张三")
        joint.ask(world["赵主管"], case.pk, world["周催收"].membership_id, "一起跟进")
        assert told(world, "李催收") == told(world, "周催收") == ["joint.asked"]

    @pytest.mark.parametrize(
        ("helper", "code"),
        [("李催收", "work.helper_is_holder"), ("冯质检", "not_found"), ("陈财务", "not_found")],
    )
    def test_who_cannot_help_is_refused(self, world: World, helper: str, code: str):
        case = place(world, name="张三")
        with pytest.raises(Refusal) as refused:
            joint.ask(world["赵主管"], case.pk, world[helper].membership_id, "x")
        assert refused.value.code == code
        assert not Holding.objects.filter(role="helper").exists() and events(case) == []

    def test_asked_twice_is_refused(self, world: World):
        case = place(world, name="张三")
        joint.ask(world["李催收"], case.pk, world["周催收"].membership_id, "x")
        with pytest.raises(Refusal) as refused:
            joint.ask(world["李催收"], case.pk, world["周催收"].membership_id, "x")
        assert refused.value.code == "work.helps_already"

    def test_a_case_given_back_ends_the_help(self, world: World):
        case = place(world, name="张三")
        joint.ask(world["李催收"], case.pk, world["周催收"].membership_id, "x")
        move_case(world["孙内勤"], case.pk, "placement.return", reason="到期")
        assert not Holding.objects.filter(case=case, role="helper", to_at__isnull=True).exists()

    def test_over_http_colleagues_are_offered_by_name(self, world: World):
        case = place(world, name="张三")
        browser = Browser(world["李催收"])
        names = [
            row["name"] for row in browser.get("/api/recovery/work/joint/colleagues", case=case.pk).json()
        ]
        assert set(names) == {"钱管理", "赵主管", "周催收", "吴催收", "郑主管"}
        made = browser.post(
            "/api/recovery/work/joint",
            {"case": case.pk, "helper": world["周催收"].membership_id, "reason": "方言"},
        ).json()
        assert [row["name"] for row in browser.get("/api/recovery/work/joint", case=case.pk).json()] == [
            "周催收"
        ]
        assert browser.post(f"/api/recovery/work/joint/{made['id']}/end").status_code == 200
        assert browser.get("/api/recovery/work/joint", case=case.pk).json() == []
