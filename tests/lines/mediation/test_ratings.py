"""Parties rate their mediators once, after success and within a month; the ranking counts what came of it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from importlib import import_module
from typing import Any

import pytest
from django.db import connection
from openpyxl import load_workbook

from anjie.access.models import TrailEntry
from anjie.desk.public import Case, Event
from anjie.foundation import clock
from anjie.foundation.refusals import Forbidden, Invalid, NotFound, Refusal
from anjie.lines.mediation.application.mine import my_case, my_cases
from anjie.lines.mediation.closing import actions as closing
from anjie.lines.mediation.mediators.counting import Period
from anjie.lines.mediation.mediators.library import library
from anjie.lines.mediation.mediators.models import Appointment
from anjie.lines.mediation.ranking import actions as weighing
from anjie.lines.mediation.ranking import queries as ranking
from anjie.lines.mediation.ranking.models import RankingWeights
from anjie.lines.mediation.ranking.rules import SHIPPED
from anjie.lines.mediation.ratings import actions, queries
from anjie.lines.mediation.ratings.models import Rating
from anjie.services.papers import actions as papers
from anjie.services.sheets.exporting import exports, running
from anjie.services.sheets.exporting import queries as offers
from anjie.services.sheets.exporting.exporters import Wanted
from tests.http import Browser
from tests.lines.mediation import closings
from tests.lines.mediation.conftest import told_since
from tests.lines.mediation.test_rooms import phone as phone_of
from tests.people import World

pytestmark = pytest.mark.django_db
JSON = "application/json"
FILLED = "anjie.lines.mediation.migrations.0012_appointments_keep_how_cases_ended"


@pytest.fixture(autouse=True)
def ground(settings, tmp_path):
    with closings.papers_made(settings, tmp_path):
        yield


def rate(centre: World, who: str, case: Case, stars: int = 5, comment: str = "") -> Rating:
    return actions.rate(centre[who], case.pk, centre["吕调解"].own_membership_id, stars, comment)


def refused(centre: World, who: str, case: Case, *told: Any) -> Refusal:
    """The refusal, and that nothing was kept by it."""
    before = (Rating.objects.count(), TrailEntry.objects.filter(verb="rating.given").count())
    with pytest.raises(Refusal) as found:
        rate(centre, who, case, *told)
    assert (Rating.objects.count(), TrailEntry.objects.filter(verb="rating.given").count()) == before
    return found.value


def owing(centre: World, who: str) -> list[bool]:
    """Of his cases in his own list, which wait for his rating."""
    return [row["to_rate"] for row in my_cases(centre[who])]


class TestGiving:
    def test_a_partys_list_marks_what_waits_for_its_own_rating(self, centre: World):
        case = closings.in_signing(centre)
        assert owing(centre, "沈梅") == [False]
        closings.sign_on_paper(centre, case)
        case = closing.complete(centre["吕调解"], case.pk)
        assert (owing(centre, "沈梅"), owing(centre, "秦海涛")) == ([True], [True])

        rate(centre, "沈梅", case)
        assert (owing(centre, "沈梅"), owing(centre, "秦海涛")) == ([False], [True])
        with clock.stopped("2026-10-02T00:00:00+08:00"):
            assert owing(centre, "秦海涛") == [False], "the last day is over"

    def test_a_failed_mediation_is_marked_for_nobody(self, centre: World):
        closings.closed(centre, "failed")
        assert owing(centre, "沈梅") == [False]

    def test_each_side_once_a_second_tap_is_the_first_and_another_is_refused(self, centre: World):
        case = closings.closed(centre)
        assert my_case(centre["沈梅"], case.pk)["may"]["rate"]

        first = rate(centre, "沈梅", case, 5, " 耐心 ")
        assert rate(centre, "沈梅", case, 5, "耐心").pk == first.pk
        rate(centre, "秦海涛", case, 3)

        assert [(one.party.person.name, one.stars, one.comment) for one in Rating.objects.order_by("id")] == [
            ("沈梅", 5, "耐心"), ("秦海涛", 3, ""),
        ]  # fmt: skip
        assert not my_case(centre["沈梅"], case.pk)["may"]["rate"]
        again = refused(centre, "沈梅", case, 1, "改主意了")
        assert again.code == "rating.given"
        assert again.message.startswith("您已于 2026-09-01 评价吕调解 5 星")
        assert TrailEntry.objects.filter(verb="rating.given").count() == 2
        assert not Event.objects.filter(case_id=case.pk, verb__startswith="rating").exists(), (
            "the mediator reads it"
        )

    def test_an_archived_case_is_still_rated_and_does_not_change(self, centre: World):
        case = closings.closed(centre)
        Case.objects.filter(pk=case.pk).update(state="archived")
        before = (Event.objects.filter(case_id=case.pk).count(), Case.objects.values().get(pk=case.pk))

        rate(centre, "沈梅", case, 4)
        assert queries.own_ratings(centre["沈梅"], case.pk)["mediators"][0]["stars"] == 4
        assert (
            Event.objects.filter(case_id=case.pk).count(),
            Case.objects.values().get(pk=case.pk),
        ) == before

    def test_until_the_thirtieth_day_and_no_longer(self, centre: World):
        case = closings.closed(centre)
        with clock.stopped("2026-10-01T23:59:00+08:00"):
            rate(centre, "沈梅", case)
        with clock.stopped("2026-10-02T00:00:00+08:00"):
            late = refused(centre, "秦海涛", case)
            assert not my_case(centre["秦海涛"], case.pk)["may"]["rate"]
        assert (late.code, late.facts["until"]) == ("rating.too_late", "2026-10-01")

    def test_not_before_it_is_closed_and_not_when_it_failed(self, centre: World):
        case = closings.in_signing(centre)
        assert refused(centre, "沈梅", case).code == "rating.not_closed"
        assert queries.own_ratings(centre["沈梅"], case.pk)["why_not"].startswith(
            f"案件 {case.no} 没有以调解成功结案"
        )

    def test_a_failed_mediation_is_not_rated_and_nobody_is_asked_to(self, centre: World):
        case = closings.closed(centre, "failed")
        assert refused(centre, "沈梅", case).code == "rating.not_closed"
        assert told_since(centre, "沈梅", "mediation.rate") == []

    @pytest.mark.parametrize("stars", [0, 6])
    def test_one_to_five_stars(self, centre: World, stars: int):
        assert refused(centre, "沈梅", closings.closed(centre), stars).code == "rating.stars"

    def test_strangers_staff_and_other_mediators_are_not_there(self, centre: World):
        case = closings.closed(centre)
        assert isinstance(refused(centre, "外人", case), NotFound)
        assert isinstance(refused(centre, "许分配", case), Forbidden)
        with pytest.raises(NotFound):
            actions.rate(centre["沈梅"], case.pk, centre["施调解"].own_membership_id, 5)
        assert not Rating.objects.exists()

    def test_both_sides_are_asked_once_at_closing_and_the_tap_leads_to_the_stars(self, centre: World):
        case = closings.closed(centre)
        for name in ("沈梅", "秦海涛"):
            asked = told_since(centre, name, "mediation.rate")
            assert [one.text for one in asked] == [
                f"{case.no} 已结案。请在 2026年10月1日 前为调解员评价，约需一分钟。"
            ]


class TestReading:
    def test_the_mediator_reads_stars_and_words_of_his_own_without_a_name(self, centre: World):
        case = closings.closed(centre)
        rate(centre, "沈梅", case, 4, "很耐心")
        rate(centre, "秦海涛", case, 5)

        own = queries.of_mediator(centre["吕调解"])
        assert (own["average"], own["count"]) == (Decimal("4.5"), 2)
        assert own["rows"] == [
            {"case_id": case.pk, "no": case.no, "category": case.category, "stars": 5, "comment": ""},
            {"case_id": case.pk, "no": case.no, "category": case.category, "stars": 4, "comment": "很耐心"},
        ]
        assert queries.of_mediator(centre["施调解"])["rows"] == []
        with pytest.raises(Forbidden):
            queries.ratings(centre["吕调解"])

    def test_staff_with_the_permission_read_who_said_it_within_their_reach(self, centre: World):
        case = closings.closed(centre)
        rate(centre, "沈梅", case, 4, "很耐心")
        for name in ("钱管理", "许分配"):
            rows = queries.ratings(centre[name])["rows"]
            assert [(one["party"], one["mediator"], one["stars"]) for one in rows] == [("沈梅", "吕调解", 4)]

    def test_the_library_shows_and_sorts_by_what_was_reached(self, centre: World):
        case = closings.closed(centre)
        rate(centre, "沈梅", case, 4)
        rows = library(centre["许分配"], sort="-rating")["rows"]
        shown = [
            (one["name"], one["going_on"], one["total"], one["succeeded"], one["rating"], one["rated"])
            for one in rows
        ]
        assert shown == [("吕调解", 0, 1, 1, Decimal("4.0"), 1), ("施调解", 0, 0, 0, None, 0)]
        assert library(centre["许分配"])["rows"][0]["name"] == "施调解", (
            "by load and what was carried, as ever"
        )


class TestRanking:
    def test_figures_score_and_points(self, centre: World):
        with clock.stopped("2026-08-22T12:00:00+08:00"):
            case = closings.asked(centre)
        closings.small_templates()
        finish(centre, case)
        rate(centre, "沈梅", case, 4)

        rows = ranking.ranking(centre["许分配"])["rows"]
        first = rows[0]
        assert (first["name"], first["total"], first["going_on"], first["ended"], first["succeeded"]) == (
            "吕调解", 1, 0, 1, 1,
        )  # fmt: skip
        assert (first["success_rate"], first["rating"], first["days"]) == (
            100,
            Decimal("4.0"),
            Decimal("10.0"),
        )
        # 15 of all cases, none at hand, 25 + 25, 4/5 of 20, the quickest of one.
        assert (first["score"], first["points"]["rating"]) == (Decimal("91.00"), Decimal("16.00"))
        assert (rows[1]["name"], rows[1]["score"]) == ("施调解", 0)

        given = Rating.objects.get()
        asked_at, given.asked_at = given.asked_at, given.at
        given.save()
        with connection.cursor() as cursor:
            cursor.execute(import_module(FILLED).ASKED)  # as the upgrade fills earlier ratings
        given.refresh_from_db()
        assert given.asked_at == asked_at == Appointment.objects.get().asked_at

        september = ranking.ranking(centre["许分配"], Period(since=date(2026, 9, 1)))["rows"]
        assert {one["score"] for one in september} == {0}, "he was appointed in August"

    def test_counting_costs_the_same_for_one_and_for_many(self, centre: World, django_assert_max_num_queries):
        closings.closed(centre)
        with django_assert_max_num_queries(8):
            ranking.ranking(centre["许分配"])

    def test_weights_are_dated_and_the_administrator_sets_them(self, centre: World):
        admin, today = centre["钱管理"], clock.today()
        only_stars = dict.fromkeys(SHIPPED, 0) | {"rating": 100}
        weighing.set_weights(admin, today + timedelta(days=10), only_stars, "明年起")

        assert ranking.weights_on(today) == (SHIPPED, None)
        assert ranking.weights_on(today + timedelta(days=10)) == (only_stars, today + timedelta(days=10))
        told = ranking.all_weights(admin)
        assert [(one["is_in_force"], one["is_to_come"]) for one in told] == [(False, True), (True, False)]
        weighing.withdraw_weights(admin, RankingWeights.objects.get().pk)
        verbs = TrailEntry.objects.filter(verb__startswith="ranking.").order_by("id")
        assert [one.verb for one in verbs] == ["ranking.weights_set", "ranking.weights_withdrawn"]

    def test_what_is_no_set_of_weights_is_refused(self, centre: World):
        admin, today = centre["钱管理"], clock.today()
        with pytest.raises(Forbidden):
            weighing.set_weights(centre["许分配"], today, SHIPPED)
        for day, weights in ((today, SHIPPED | {"total": 0}), (today - timedelta(days=1), SHIPPED)):
            with pytest.raises(Invalid):
                weighing.set_weights(admin, day, weights)
        assert not RankingWeights.objects.exists()

        weighing.set_weights(admin, today, SHIPPED)
        with pytest.raises(Refusal, match="已有一组权重"):
            weighing.set_weights(admin, today, SHIPPED)
        with pytest.raises(Refusal, match="不能撤回"):
            weighing.withdraw_weights(admin, RankingWeights.objects.get().pk)
        assert RankingWeights.objects.count() == 1


class TestWhatStandsBehindAFigure:
    """Every figure of the ranking opens the rows it was counted from, and the two agree."""

    @pytest.fixture
    def worked(self, centre: World) -> World:
        """吕调解 closed one case with two ratings and mediates another; both appointed on 2026-09-01."""
        case = closings.closed(centre)
        rate(centre, "沈梅", case, 4, "很耐心")
        rate(centre, "秦海涛", case, 5)
        closings.mediating(centre)
        return centre

    def test_the_list_it_opens_holds_as_many(self, worked: World):
        assigner = Browser(worked["许分配"])
        for period, total in (
            ({}, 2),
            ({"since": "2026-09-01", "until": "2026-09-01"}, 2),
            ({"since": "2026-09-02"}, 0),
        ):
            rows = assigner.get("/api/mediation/ranking", **period).json()["rows"]
            first = next(one for one in rows if one["name"] == "吕调解")
            assert (first["total"], first["rated"]) == (total, total)
            for figure, expected in (
                ("total", first["total"]),
                ("going_on", first["going_on"]),
                ("succeeded", first["succeeded"]),
                ("success_rate", first["ended"]),
                ("days", first["ended"]),
            ):
                asked = {"page": 1, "size": 50, "sort": "", "filter": first["drill"][figure]}
                opened = assigner.post("/api/mediation/cases/search", asked).json()
                assert (period, figure, opened["count"]) == (period, figure, expected)
            ratings = assigner.get("/api/mediation/ratings", **first["drill"]["rating"]).json()
            assert ratings["count"] == len(ratings["rows"]) == first["rated"]

    def test_what_is_no_mediator_and_days_is_refused(self, centre: World):
        assigner = Browser(centre["许分配"])
        for word in ("吕", "7", "7:", "7:2026-13-01..", "7:..2026-02-30", "7:..x", "9:0001-01-01.."):
            asked = {"page": 1, "size": 50, "sort": "", "filter": {"appointed": word}}
            answer = assigner.post("/api/mediation/cases/search", asked)
            assert (answer.status_code, answer.json()["code"]) == (422, "list.wrong_filter"), word

    def test_ratings_are_found_by_stars_and_mediator(self, worked: World):
        assigner, at = Browser(worked["许分配"]), "/api/mediation/ratings"
        assert [one["stars"] for one in assigner.get(at).json()["rows"]] == [5, 4]
        assert [one["party"] for one in assigner.get(at, stars=4).json()["rows"]] == ["沈梅"]
        assert assigner.get(at, mediator_id=worked["施调解"].own_membership_id).json()["count"] == 0
        assert assigner.get(at, stars=6).status_code == 422

    def test_the_file_says_what_the_page_says(self, worked: World):
        boss = worked["许分配"]
        kinds = {one["kind"]: one for one in offers.kinds_for(boss)}
        columns = [column["key"] for column in kinds["mediation_ranking"]["columns"]]
        asked = Wanted({"since": "2026-09-01"})
        export = running.run(exports.ask(boss, "mediation_ranking", asked, columns=columns).pk)
        sheet = load_workbook(running.file_of(export)).worksheets[0]
        head, first, second = sheet.iter_rows(values_only=True)
        told = dict(zip(head, first, strict=True))
        row = ranking.ranking(boss, Period(since=date(2026, 9, 1)))["rows"][0]
        assert (told["名次"], told["调解员"], told["累计案件"], told["平均评分"], told["成功率"]) == (
            1, "吕调解", 2, 4.5, 1,
        )  # fmt: skip
        assert (told["总分"], told["平均评分得分"]) == (float(row["score"]), float(row["points"]["rating"]))
        assert second[head.index("调解员")] == "施调解"
        with pytest.raises(Forbidden):
            exports.ask(worked["吕调解"], "mediation_ranking", asked)


def finish(centre: World, case: Case) -> None:
    """From asked to closed, today."""
    for paper in closing.approve(centre["许分配"], case.pk):
        papers.finalise(centre["吕调解"], paper.pk)
    case.refresh_from_db()
    closings.sign_on_paper(centre, case)
    closing.complete(centre["吕调解"], case.pk)


class TestOverHttp:
    def test_a_party_rates_and_his_mediator_reads(self, centre: World):
        case = closings.closed(centre)
        at, phone = f"/api/mediation/mine/{case.pk}/ratings", phone_of(centre, "沈梅")
        mediator_id = phone.get(at).json()["mediators"][0]["mediator_id"]
        told = {"mediator_id": mediator_id, "stars": 5, "comment": "很耐心"}

        assert phone.post(at, told, JSON).json()["mediators"][0]["stars"] == 5
        assert phone.post(at, told, JSON).status_code == 200, "a double tap"
        assert phone.post(at, told | {"stars": 1}, JSON).status_code == 409
        assert phone.post(at, told | {"stars": 6}, JSON).status_code == 422
        assert phone.post(at, told | {"comment": "好" * 501}, JSON).status_code == 422
        assert phone_of(centre, "外人").post(at, told, JSON).status_code == 404
        assert Rating.objects.count() == 1

        own = Browser(centre["吕调解"]).get("/api/mediation/ratings/own")
        assert own.json()["rows"][0]["comment"] == "很耐心"
        assert "沈梅" not in own.content.decode()
        rows = Browser(centre["许分配"]).get("/api/mediation/mediators", sort="-rating").json()["rows"]
        assert (rows[0]["rating"], rows[0]["rated"]) == ("5.0", 1)

    def test_the_ranking_and_its_weights(self, centre: World):
        admin, assigner = Browser(centre["钱管理"]), Browser(centre["许分配"])
        told = {"valid_from": "2026-09-02", "weights": SHIPPED, "note": ""}
        assert assigner.post("/api/mediation/ranking/weights", told).status_code == 403
        assert (
            admin.post(
                "/api/mediation/ranking/weights", told | {"weights": SHIPPED | {"days": 9}}
            ).status_code
            == 422
        )
        assert not RankingWeights.objects.exists()
        assert admin.post("/api/mediation/ranking/weights", told).status_code == 200
        answer = assigner.get("/api/mediation/ranking").json()
        assert (answer["count"], answer["weights"], answer["weights_from"]) == (2, SHIPPED, None)
        row = RankingWeights.objects.get()
        assert admin.delete(f"/api/mediation/ranking/weights/{row.pk}").status_code == 200
        assert not RankingWeights.objects.exists()
