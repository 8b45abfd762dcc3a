"""Sheets of mediation: mediators with their accounts, disputes taken down in one go; each with its way back."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from anjie.access.models import Account, Membership
from anjie.desk.public import Case, ContactPoint, Party, move_case, parties_of
from anjie.foundation.refusals import Forbidden, Invalid, NotFound
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.mediators import actions
from anjie.lines.mediation.mediators.models import Mediator
from anjie.services.notices.models import Notice
from tests.http import Browser
from tests.lines.mediation.conftest import filed
from tests.people import World, member
from tests.sheets import SAMPLES, book, faults, look, take, undo, warnings

pytestmark = pytest.mark.django_db
TJ = "TJ1"
HEAD = ["姓名", "手机号", "擅长类型"]
CASES = ["申请人", "申请人电话", "纠纷类别", "发生时间", "事情经过", "涉及金额", "对方姓名", "对方电话"]
STORY = "楼上漏水三个月，天花板和地板都已损坏，多次协商没有结果。"


@pytest.fixture
def clerk(centre: World) -> World:
    centre.actors["管理"] = member("汤管理", "administrator", centre.units["公司"], "all")
    return centre


class TestMediators:
    def test_a_sheet_makes_mediators_with_accounts_and_a_known_mobile_gets_the_membership(self, clerk: World):
        there = clerk["沈梅"].account_id
        before = Account.objects.count()
        path = book(HEAD, ["纪和平", "13497100001", "邻里、物业"], ["沈梅", "13491230001", "金融消费"])

        record = take(clerk["管理"], "mediator", path, TJ)
        assert (record.state, record.done_rows) == ("committed", 2)
        assert Account.objects.count() == before + 1
        made = Mediator.objects.get(membership__account__name="纪和平")
        assert (made.specialties, made.institution.code) == (["neighbour", "property"], TJ)
        assert made.membership.account.mobile_mask == "134****0001"
        assert Mediator.objects.get(membership__account_id=there).membership.reach == "own"

    def test_what_the_desk_knows_stands_against_a_row(self, clerk: World):
        take(clerk["管理"], "mediator", book(HEAD, ["纪和平", "13497100001", ""]), TJ)
        path = book(
            HEAD,
            ["纪和平", "13497100001", ""],
            ["闵知理", "13497100002", "天文"],
            ["陈梅", "13491230001", ""],
        )
        found = look(clerk["管理"], "mediator", path, TJ)
        assert faults(found) == [(2, "mediator.already_there"), (3, "mediator.specialty")]
        assert warnings(found) == [(4, "mediator.other_name")]

    def test_undo_takes_back_the_unused_and_keeps_who_was_given_a_case(self, clerk: World):
        people, posts = Account.objects.count(), Membership.objects.count()
        path = book(HEAD, ["纪和平", "13497100001", ""], ["闵知理", "13497100002", ""])
        record = take(clerk["管理"], "mediator", path, TJ)
        busy = Mediator.objects.get(membership__account__name="纪和平")
        actions.appoint(clerk["许分配"], filed(clerk).pk, [busy.pk])

        back = undo(clerk["管理"], record)
        assert back["undone"] == 1
        assert [(one["no"], one["why"]) for one in back["kept"]] == [("纪和平", "已分配过案件，不能撤销。")]
        assert (Account.objects.count(), Membership.objects.count()) == (people + 1, posts + 1)

    def test_a_clerk_without_the_deed_and_a_client_instead_of_an_institution_are_refused(self, clerk: World):
        path = SAMPLES / "mediators.xlsx"
        with pytest.raises(Forbidden):
            take(clerk["何审核"], "mediator", path, TJ)
        with pytest.raises((Invalid, NotFound)):
            take(clerk["管理"], "mediator", path, "DEMO-BANK")
        assert Mediator.objects.count() == 2


class TestDisputes:
    def test_each_row_becomes_a_submitted_application_with_both_parties(self, clerk: World):
        record = take(clerk["管理"], "dispute", SAMPLES / "disputes.xlsx", TJ)
        assert (record.state, record.done_rows) == ("committed", 3)
        cases = Case.objects.filter(line="mediation").order_by("id")
        assert [one.state for one in cases] == ["submitted"] * 3
        assert [str(one.amount) for one in cases] == ["8601.00", "8602.00", "8603.00"]
        parties = Party.objects.filter(case=cases[0]).order_by("part").values_list("part", "person__name")
        assert list(parties) == [("applicant", "沈梅"), ("respondent", "秦海涛")]
        told = Notice.objects.filter(membership_id=clerk["何审核"].membership_id)
        assert [one.title for one in told] == ["批量导入了调解申请"], "told once, not once per row"

    def test_a_row_that_would_not_be_accepted_is_told_before_anything_is_written(self, clerk: World):
        path = book(
            CASES,
            ["沈梅", "13491230001", "天文", "2026-08-01", STORY, 1, "秦海涛", "13491230002"],
            ["沈梅", "13491230001", "邻里", "2027-08-01", "太短", 1, "秦海涛", "13491230002"],
            ["沈梅", "13491230001", "金融消费", "2026-08-01", STORY, 1, "秦海涛", "13491230002"],
        )
        found = look(clerk["管理"], "dispute", path, TJ)
        assert [row for row, _ in faults(found)] == [2, 3, 3, 4]
        assert "产品类型" in next(one.message for one in found.faults if one.row == 4)
        assert not Case.objects.filter(line="mediation").exists()

    def test_the_questions_of_the_form_are_columns(self, clerk: World):
        path = book(
            [*CASES, "产品类型"],
            ["沈梅", "13491230001", "金融消费", "2026-08-01", STORY, 1, "秦海涛", "13491230002", "信用卡"],
        )
        assert [one.message for one in look(clerk["管理"], "dispute", path, TJ).faults] == []
        take(clerk["管理"], "dispute", path, TJ)
        assert Dispute.objects.get().answers == {"product": "信用卡"}

    def test_a_row_may_name_a_guarantor_who_becomes_a_respondent_too(self, clerk: World):
        row = ["沈梅", "13491230001", "邻里", "2026-08-01", STORY, 1, "秦海涛", "13491230002"]
        head = [*CASES, "担保人", "担保人电话"]
        # given one who cannot be asked, and one who has the other side's number
        wrong = book(head, [*row, "邬兰", ""], [*row, "邬兰", "13491230002"])
        found = look(clerk["管理"], "dispute", wrong, TJ)
        assert [(one.row, one.field) for one in found.faults] == [
            (2, "guarantor_phone"),
            (3, "guarantor_phone"),
        ]
        assert not Case.objects.filter(line="mediation").exists()
        # then with a number of his own he stands beside him, and the case is found by his name
        take(clerk["管理"], "dispute", book(head, [*row, "邬兰", "13491230021"], [*row, "", ""]), TJ)
        first, second = Case.objects.filter(line="mediation").order_by("id")
        named = [[one.person.name for one in parties_of(case.pk, "respondent")] for case in (first, second)]
        assert named == [["秦海涛", "邬兰"], ["秦海涛"]] and first.title == "沈梅与秦海涛等2人 · 邻里"
        masks = ContactPoint.objects.filter(case=first, person__name="邬兰").values_list("mask", flat=True)
        assert list(masks) == ["134****0021"]
        rows = Browser(clerk["何审核"]).get("/api/mediation/cases", q="邬兰").json()["rows"]
        assert [one["id"] for one in rows] == [first.pk]

    def test_a_row_may_name_who_applies_together_with_the_applicant(self, clerk: World):
        row = ["沈梅", "13491230001", "邻里", "2026-08-01", STORY, 1, "秦海涛", "13491230002"]
        head = [*CASES, "共同申请人", "共同申请人电话", "共同申请人身份证号"]
        # given one who has the applicant's own number, and one who has none
        wrong = book(head, [*row, "邬兰", "13491230001", ""], [*row, "邬兰", "", ""])
        found = look(clerk["管理"], "dispute", wrong, TJ)
        assert [(one.row, one.field) for one in found.faults] == [(2, "joining_phone"), (3, "joining_phone")]
        # then with his own he applies beside her, found by his name, and undone with the case
        record = take(
            clerk["管理"], "dispute", book(head, [*row, "邬兰", "13491230021", ""], [*row, "", "", ""]), TJ
        )
        first, second = Case.objects.filter(line="mediation").order_by("id")
        sides = [[one.person.name for one in parties_of(case.pk, "applicant")] for case in (first, second)]
        assert sides == [["沈梅", "邬兰"], ["沈梅"]]
        assert [one.person.name for one in parties_of(first.pk, "respondent")] == ["秦海涛"]
        point = ContactPoint.objects.get(case=first, person__name="邬兰")
        assert (point.mask, point.relation) == ("134****0021", "共同申请人")
        rows = Browser(clerk["何审核"]).get("/api/mediation/cases", q="邬兰").json()["rows"]
        assert [one["id"] for one in rows] == [first.pk]
        assert undo(clerk["管理"], record)["undone"] == 2

    def test_undo_takes_back_what_nobody_decided_on(self, clerk: World):
        record = take(clerk["管理"], "dispute", SAMPLES / "disputes.xlsx", TJ)
        worked = Case.objects.filter(line="mediation").order_by("id").first()
        assert worked is not None
        move_case(clerk["何审核"], worked.pk, "review.approve")

        back = undo(clerk["管理"], record)
        assert (back["undone"], [one["no"] for one in back["kept"]]) == (2, [worked.no])
        assert list(Case.objects.filter(line="mediation")) == [worked]
        assert Dispute.objects.count() == 1

    def test_a_reviewer_whose_role_may_not_import_is_refused(self, clerk: World):
        with pytest.raises(Forbidden):
            take(clerk["何审核"], "dispute", SAMPLES / "disputes.xlsx", TJ)
        assert not Case.objects.filter(line="mediation").exists()

    def test_ten_times_the_rows_ask_the_database_no_more_often(self, clerk: World):
        def rows(count: int, first: int) -> list[list[object]]:
            return [
                [f"申{n}", f"1349{n:07d}", "邻里", "2026-08-01", STORY, 1, f"对{n}", f"1348{n:07d}"]
                for n in range(first, first + count)
            ]

        asked = []
        for count, first in ((1, 1), (4, 10), (40, 100)):
            with CaptureQueriesContext(connection) as seen:
                take(clerk["管理"], "dispute", book(CASES, *rows(count, first)), TJ)
            asked.append(len(seen))
        assert asked[2] <= asked[1] + 3
        assert Case.objects.filter(line="mediation", state="submitted").count() == 45
