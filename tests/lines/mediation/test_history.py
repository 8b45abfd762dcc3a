"""Mediations of earlier years by Excel: in the figures and the mediators' counts, marked, sealed, taken back as a whole."""

from __future__ import annotations

from datetime import date

import pytest

from anjie.access.sentences import told
from anjie.access.verify import verify
from anjie.desk.public import Case, Event, Holding, Party, Person, moves_for, record
from anjie.foundation.refusals import Forbidden, Refusal
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.mediators import library
from anjie.lines.mediation.mediators.models import Appointment
from config import agreement, doctor
from tests.http import Browser
from tests.lines.mediation.conftest import mediator
from tests.people import World, member
from tests.sheets import SAMPLES, book, faults, look, take, undo, warnings

pytestmark = pytest.mark.django_db
TJ = "TJ1"
HEAD = [
    "原案号", "申请人", "申请人电话", "对方姓名", "对方电话", "纠纷类别", "受理日期", "结案日期", "调解结果",
    "调解员", "涉及金额",
]  # fmt: skip


def row(no: str, outcome: str = "调解成功", who: str = "吕调解", kind: str = "邻里") -> list[object]:
    return [no, "沈梅", "13491230001", "秦海涛", "", kind, "2023-03-05", "2023-04-10", outcome, who, 1200]


@pytest.fixture
def clerk(centre: World) -> World:
    centre.actors["管理"] = member("汤管理", "administrator", centre.units["公司"], "all")
    return centre


def test_each_row_is_a_case_that_is_over_with_its_own_days(clerk: World) -> None:
    record = take(clerk["管理"], "history", book(HEAD, row("旧1"), row("旧2", "司法确认", "")), TJ)
    assert (record.state, record.done_rows) == ("committed", 2)
    one, two = Case.objects.filter(line="mediation").order_by("id")
    assert (one.state, two.state, one.unit.code, str(one.amount)) == (
        "historical",
        "historical",
        TJ,
        "1200.00",
    )
    assert (str(one.opened_at.date()), str(one.closed_at.date())) == ("2023-03-05", "2023-04-10")
    assert (one.holder_id, two.holder_id) == (clerk["吕调解"].membership_id, None)
    ended = Dispute.objects.get(case=two)
    assert (ended.outcome, ended.outcome_on, ended.history_no) == ("confirmed", date(2023, 4, 10), "旧2")
    parties = Party.objects.filter(case=one).order_by("part").values_list("part", "person__name")
    assert list(parties) == [("applicant", "沈梅"), ("respondent", "秦海涛")]
    assert not verify().broken


def test_a_row_may_name_a_second_party_on_each_side(clerk: World) -> None:
    head = [*HEAD, "担保人", "担保人电话", "共同申请人", "共同申请人身份证号"]
    # given a number whose owner nobody names
    found = look(clerk["管理"], "history", book(head, [*row("旧1"), "", "13491230021", "", ""]), TJ)
    assert faults(found) == [(2, "history.no_name")]
    # then whoever is named is a party of his side, found by his name; the rows that name none are as before
    full, bare = [*row("旧1"), "邬兰", "13491230021", "沈竹", ""], [*row("旧2"), "", "", "", ""]
    record = take(clerk["管理"], "history", book(head, full, bare), TJ)
    one, two = Case.objects.filter(line="mediation").order_by("id")
    sides = Party.objects.filter(case=one).in_order().values_list("part", "person__name", "position")
    assert list(sides) == [
        ("applicant", "沈梅", 0),
        ("applicant", "沈竹", 1),
        ("respondent", "秦海涛", 0),
        ("respondent", "邬兰", 1),
    ]
    assert Party.objects.filter(case=two).count() == 2
    assert one.title == "沈梅与秦海涛等2人 · 邻里"
    rows = Browser(clerk["何审核"]).get("/api/mediation/cases", q="沈竹").json()["rows"]
    assert [found["id"] for found in rows] == [one.pk]
    assert undo(clerk["管理"], record)["undone"] == 2
    assert not Person.objects.filter(name__in=["邬兰", "沈竹"]).exists()


def test_each_row_tells_its_own_category_first_and_no_amount_where_there_is_none(clerk: World) -> None:
    none = [*row("旧2", kind="物业")[:-1], ""]
    take(clerk["管理"], "history", book(HEAD, row("旧1"), none, row("旧3")), TJ)
    begun = Event.objects.filter(verb="case.opened").order_by("case_id")
    assert [told(one.verb, one.facts).text for one in begun] == [
        "案件建立，类别“邻里”，金额 1200.00 元",
        "案件建立，类别“物业”",
        "案件建立，类别“邻里”，金额 1200.00 元",
    ]
    assert not verify().broken


def test_it_is_never_worked(clerk: World) -> None:
    take(clerk["管理"], "history", book(HEAD, row("旧1")), TJ)
    case = Case.objects.get(line="mediation")
    assert moves_for(clerk["管理"], case) == []
    with pytest.raises(Refusal) as refused:
        record(clerk["管理"], case.pk, "note.added", text="补记")
    assert refused.value.code == "case.sealed"
    assert Event.objects.filter(case_id=case.pk).count() == 1


def test_a_mediators_counts_hold_what_he_mediated_then(clerk: World) -> None:
    take(
        clerk["管理"],
        "history",
        book(HEAD, row("旧1"), row("旧2", "调解失败"), row("旧3", who="吕调解、施调解")),
        TJ,
    )
    found = {one["name"]: one for one in library.library(clerk["管理"])["rows"]}
    counts = [
        (found[who]["total"], found[who]["succeeded"], found[who]["going_on"]) for who in ("吕调解", "施调解")
    ]
    assert counts == [(3, 2, 0), (1, 1, 0)]
    assert Appointment.objects.filter(is_lead=True).count() == 3
    kept = Appointment.objects.order_by("id").values_list("outcome", "days")
    assert list(kept) == [("agreed", 36), ("failed", 36), ("agreed", 36), ("agreed", 36)]
    assert doctor.agrees(next(one for one in agreement.QUESTIONS if one.name == "outcomes")) == "一致"


def test_what_the_desk_knows_stands_against_a_row(clerk: World) -> None:
    take(clerk["管理"], "history", book(HEAD, row("旧1")), TJ)
    mediator("施调解", clerk.units["调解"])
    path = book(
        HEAD, row("旧1"), row("旧2", kind="天文"), row("旧3", who="查无此人"), row("旧4", who="施调解")
    )
    found = look(clerk["管理"], "history", path, TJ)
    assert faults(found) == [
        (2, "history.already_there"),
        (3, "dispute.kind"),
        (5, "history.mediator_unclear"),
    ]
    assert warnings(found) == [(4, "history.mediator_unknown")]


def test_the_samples_are_read_as_they_say(clerk: World) -> None:
    found = look(clerk["管理"], "history", SAMPLES / "history-dirty.xlsx", TJ)
    assert [code for _, code in faults(found)] == [
        "history.days", "history.ahead", "choice.unknown", "duplicate.in_file", "required.missing",
    ]  # fmt: skip


def test_an_import_is_taken_back_whole_and_the_persons_it_made_go_too(clerk: World) -> None:
    persons = Person.objects.count()
    record_ = take(clerk["管理"], "history", book(HEAD, row("旧1"), row("旧2")), TJ)
    back = undo(clerk["管理"], record_)
    assert (back["undone"], back["kept"]) == (2, [])
    assert not Case.objects.filter(line="mediation").exists()
    assert (Person.objects.count(), Holding.objects.count(), Appointment.objects.count()) == (persons, 0, 0)
    again = take(clerk["管理"], "history", book(HEAD, row("旧1")), TJ)
    assert again.done_rows == 1


def test_who_may_not_import_is_refused(clerk: World) -> None:
    with pytest.raises(Forbidden):
        take(clerk["何审核"], "history", SAMPLES / "history.xlsx", TJ)
    assert not Dispute.objects.exists()
