from __future__ import annotations

import pytest

from anjie.desk.models import Case, CaseSearch, Event
from tests.cases import place
from tests.http import Browser
from tests.people import World


def verbs(case: Case) -> list[str]:
    return list(Event.objects.filter(case_id=case.pk).order_by("seq").values_list("verb", flat=True))


def colour_of(case: Case) -> str:
    case.refresh_from_db()
    return case.colour


def test_a_colour_goes_on_many_cases_and_onto_their_timelines(world: World) -> None:
    # given two cases of 李催收, one already red, and one of 周催收
    one, two, others = place(world), place(world), place(world, holder="周催收")
    browser = Browser(world["李催收"])
    browser.post("/api/desk/cases/colour", {"ids": [one.pk], "colour": "red"})
    # when he colours all three red
    answer = browser.post("/api/desk/cases/colour", {"ids": [one.pk, two.pk, others.pk], "colour": "red"})
    # then only his own change, and only the one that changed is told again
    assert answer.json() == {"changed": 1, "count": 2}
    assert [colour_of(case) for case in (one, two, others)] == ["red", "red", ""]
    assert verbs(one) == ["case.opened", "case.coloured"]
    event = Event.objects.get(case_id=two.pk, verb="case.coloured")
    assert event.facts == {"from": "", "to": "red"}


def test_a_colour_nobody_knows_and_a_case_out_of_reach_are_refused(world: World) -> None:
    others = place(world, holder="周催收")
    browser = Browser(world["李催收"])
    wrong = browser.post("/api/desk/cases/colour", {"ids": [others.pk], "colour": "pink"})
    missing = browser.post("/api/desk/cases/colour", {"ids": [others.pk], "colour": "red"})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "mark.unknown_colour")
    assert (missing.status_code, missing.json()["code"]) == (404, "not_found")
    assert colour_of(others) == ""


def test_all_that_a_filter_finds_is_coloured_when_the_count_still_holds(world: World) -> None:
    # given three cases over 500 yuan that the person was told of
    for amount in ("600.00", "700.00", "800.00", "100.00"):
        place(world, amount=amount)
    browser = Browser(world["李催收"])
    body = {"filter": {"amount_from": "500"}, "count": 3, "colour": "blue"}
    # when all of them are coloured, without naming one
    assert browser.post("/api/desk/cases/colour", body).json() == {"changed": 3, "count": 3}
    # and when a fourth has come meanwhile
    place(world, amount="900.00")
    answer = browser.post("/api/desk/cases/colour", {**body, "colour": "red"})
    # then nothing changes and the answer says what changed
    assert (answer.status_code, answer.json()["code"]) == (409, "choice.count_changed")
    assert answer.json()["facts"] == {"expected": 3, "found": 4}
    assert Case.objects.filter(colour="red").count() == 0


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "choice.unclear"),
        ({"ids": [1], "filter": {}}, "choice.unclear"),
        ({"ids": []}, "choice.empty"),
        ({"filter": {"amount_from": "500"}}, "choice.unconfirmed"),
        ({"filter": {"amountfrom": "500"}, "count": 1}, "list.wrong_filter"),
        ({"filter": {}, "count": 50_001}, "choice.too_many"),
        ({"filter": {}, "count": 1, "line": "nothing"}, "list.unknown_line"),
    ],
)
def test_an_unclear_choice_is_refused(world: World, body: dict, code: str) -> None:
    case = place(world)
    answer = Browser(world["李催收"]).post("/api/desk/cases/colour", {**body, "colour": "red"})
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert colour_of(case) == ""


def test_tags_are_added_and_removed_in_order(world: World) -> None:
    # given a case with two tags
    case = place(world, tags=["优质", "失联"])
    browser = Browser(world["李催收"])
    # when one is removed and two are added, one of which it has
    body = {"ids": [case.pk], "add": [" 优质 ", "已核实", "已核实"], "remove": ["失联"]}
    assert browser.post("/api/desk/cases/tags", body).json() == {"changed": 1, "count": 1}
    # then they stand in the order they came, and the timeline says so
    assert CaseSearch.objects.get(case=case).tags == ["优质", "已核实"]
    event = Event.objects.get(case_id=case.pk, verb="case.tagged")
    assert event.facts == {"added": ["优质", "已核实"], "removed": ["失联"]}
    # and the same again changes nothing
    assert browser.post("/api/desk/cases/tags", body).json() == {"changed": 0, "count": 1}


def test_too_many_or_too_long_tags_change_nothing(world: World) -> None:
    full, free = place(world, tags=[f"标签{n}" for n in range(10)]), place(world)
    browser = Browser(world["李催收"])
    many = browser.post("/api/desk/cases/tags", {"ids": [full.pk, free.pk], "add": ["又一个"]})
    long = browser.post("/api/desk/cases/tags", {"ids": [free.pk], "add": ["长" * 21]})
    assert (many.status_code, many.json()["code"]) == (422, "mark.too_many_tags")
    assert many.json()["facts"] == {"cases": [full.pk]}
    assert (long.status_code, long.json()["code"]) == (422, "mark.tag_too_long")
    assert CaseSearch.objects.get(case=free).tags == []
    assert verbs(free) == ["case.opened"]
