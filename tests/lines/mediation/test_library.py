"""Typical cases: kept without anybody's number, found by kind and title, proposed by likeness."""

from __future__ import annotations

import pytest

from anjie.access.models import TrailEntry
from anjie.foundation.refusals import Forbidden, Invalid, NotFound, Refusal
from anjie.lines.mediation.library import actions, queries
from anjie.lines.mediation.library.models import TypicalCase, TypicalGram
from anjie.lines.mediation.library.rules import grams, shared_words
from bench.typical import hits
from demo.typical_cases import QUERIES, TYPICAL, fill_library
from tests.lines.mediation.conftest import submitted
from tests.people import World

pytestmark = pytest.mark.django_db
TOLD = {"title": "漏水赔偿", "facts": "楼上漏水损坏天花板。", "result": "十日内修好。"}


class TestKeeping:
    def test_the_archivist_adds_changes_and_removes_and_each_is_on_the_trail(self, centre: World):
        made = actions.add(centre["韩档案"], "neighbour", TOLD)
        actions.change(centre["韩档案"], made.pk, {"result": "五日内修好。"})

        made.refresh_from_db()
        assert (made.result, made.facts) == ("五日内修好。", TOLD["facts"]), "what is left out stays"
        actions.remove(centre["韩档案"], made.pk)
        assert not TypicalGram.objects.exists(), "its pairs go with it"
        verbs = TrailEntry.objects.filter(verb__startswith="library.").order_by("id")
        assert [one.verb for one in verbs] == ["library.added", "library.changed", "library.removed"]

    def test_who_may_only_read_changes_nothing(self, centre: World):
        with pytest.raises(Forbidden):
            actions.add(centre["吕调解"], "neighbour", TOLD)
        with pytest.raises(Forbidden):
            queries.typical_cases(centre["沈梅"])
        assert not TypicalCase.objects.exists()

    @pytest.mark.parametrize("number", ["13800138000", "110101199003070011", "6222021234567890123"])
    def test_a_number_of_somebody_is_refused(self, centre: World, number: str):
        with pytest.raises(Invalid) as refused:
            actions.add(centre["韩档案"], "neighbour", TOLD | {"facts": f"联系{number}，楼上漏水。"})
        assert refused.value.code == "library.holds_number"
        assert number not in refused.value.message
        assert not TypicalCase.objects.exists()

    def test_a_title_stands_once_in_its_kind(self, centre: World):
        actions.add(centre["韩档案"], "neighbour", TOLD)
        with pytest.raises(Refusal, match="已有同名典型案例"):
            actions.add(centre["韩档案"], "neighbour", TOLD)
        actions.add(centre["韩档案"], "property", TOLD)
        assert TypicalCase.objects.count() == 2


class TestFinding:
    def test_by_kind_and_by_words_of_the_title(self, centre: World):
        fill_library(centre["韩档案"])

        found = queries.typical_cases(centre["吕调解"], q="漏水 天花板")
        assert [one["title"] for one in found["rows"]] == ["楼上漏水致楼下天花板损坏的赔偿"]
        labour = queries.typical_cases(centre["吕调解"], kind="labour")
        assert (labour["count"], {one["kind_label"] for one in labour["rows"]}) == (3, {"劳动争议"})

    def test_the_likest_come_first_with_the_words_both_hold(self, centre: World):
        fill_library(centre["韩档案"])
        case = submitted(centre)

        proposed = queries.alike(centre["何审核"], case.pk)
        assert proposed[0]["title"] == "楼上漏水致楼下天花板损坏的赔偿"
        assert "天花板" in proposed[0]["shared"]

    def test_a_case_out_of_reach_proposes_nothing(self, centre: World):
        case = submitted(centre)
        with pytest.raises(NotFound):
            queries.alike(centre["施调解"], case.pk)

    def test_nothing_in_common_and_an_empty_library_propose_nothing(self, centre: World):
        assert queries.likest("楼上漏水") == []
        fill_library(centre["韩档案"])
        assert queries.likest("") == []

    def test_of_the_labelled_stories_nine_in_ten_find_their_case_among_three(self, centre: World):
        assert len(TYPICAL) >= 30 and len(QUERIES) >= 30
        keys = fill_library(centre["韩档案"])

        found = hits(keys, most=3, said=lambda kind: "")
        assert found / len(QUERIES) >= 0.9, f"{found} of {len(QUERIES)}, the kind left unsaid"


def test_a_pair_never_spans_a_joining_character_and_overlapping_pairs_read_as_one_word():
    assert set(grams("天花板的漏水 KTV")) == {"天花", "花板", "漏水", "ktv"}
    assert shared_words(["花板", "漏水", "天花"]) == ["天花板", "漏水"]
