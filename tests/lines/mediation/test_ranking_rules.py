"""The ranking's score: explained to the point, better figures never cost anything, order of asking does not matter."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjie.lines.mediation.ranking.rules import FIGURES, SHIPPED, Figures, ranked, wrong_weights

LV = Figures(
    1, "吕调解", total=10, going_on=2, succeeded=6, ended=8, rating=Decimal("4.5"), days=Decimal("20")
)
SHI = Figures(2, "施调解", total=5, going_on=4, succeeded=1, ended=1, rating=None, days=Decimal("10"))


@st.composite
def figures(draw, key: int = 0) -> Figures:
    ended = draw(st.integers(0, 30))
    return Figures(
        key,
        draw(st.sampled_from(["吕调解", "施调解", "韩调解"])),
        total=draw(st.integers(0, 60)),
        going_on=draw(st.integers(0, 30)),
        succeeded=draw(st.integers(0, ended)),
        ended=ended,
        rating=draw(st.none() | st.decimals(1, 5, places=1)),
        days=draw(st.none() | st.decimals(0, 90, places=1)),
    )


@st.composite
def groups(draw) -> list[Figures]:
    return [draw(figures(key)) for key in range(draw(st.integers(1, 6)))]


@st.composite
def weights(draw) -> dict[str, int]:
    cuts = sorted(draw(st.lists(st.integers(0, 100), min_size=5, max_size=5)))
    parts = [b - a for a, b in zip([0, *cuts], [*cuts, 100], strict=True)]
    return dict(zip(FIGURES, parts, strict=True))


def test_each_figure_earns_its_part_and_the_parts_are_the_score():
    first, second = ranked([SHI, LV], SHIPPED)

    assert (first.place, first.figures.name, first.score) == (1, "吕调解", Decimal("84.25"))
    assert first.points == {
        "total": Decimal("15.00"), "going_on": Decimal("2.50"), "succeeded": Decimal("25.00"),
        "success_rate": Decimal("18.75"), "rating": Decimal("18.00"), "days": Decimal("5.00"),
    }  # fmt: skip
    # 5/10 of 15, all of 5, 1/6 of 25, all of 25, nobody rated him, and he is the quickest.
    assert (second.place, second.score) == (2, Decimal("51.67"))
    assert second.points["rating"] == 0


def test_equal_scores_share_a_place_and_stand_by_name():
    twins = [replace(LV, key=3, name="尤调解"), LV, SHI]
    placed = ranked(twins, SHIPPED)
    assert [(one.place, one.figures.name) for one in placed] == [(1, "吕调解"), (1, "尤调解"), (3, "施调解")]


def test_nobody_and_nothing_done_are_no_fault():
    assert ranked([], SHIPPED) == []
    assert ranked([Figures(1, "新人")], SHIPPED)[0].score == 0


@given(groups(), weights(), st.randoms(use_true_random=False))
def test_the_order_of_asking_changes_nothing(given_ones, weighed, dice):
    mixed = list(given_ones)
    dice.shuffle(mixed)
    assert ranked(mixed, weighed) == ranked(given_ones, weighed)


@given(groups(), weights())
def test_a_score_is_the_sum_of_its_points_and_lies_within_a_hundred(given_ones, weighed):
    for one in ranked(given_ones, weighed):
        assert one.score == sum(one.points.values())
        assert all(0 <= points <= weighed[name] for name, points in one.points.items())


BETTER = {
    "total": lambda one: replace(one, total=one.total + 1),
    "going_on": lambda one: replace(one, going_on=one.going_on + 1),
    "succeeded": lambda one: replace(
        one, succeeded=one.succeeded + 1, ended=max(one.ended, one.succeeded + 1)
    ),
    "rating": lambda one: replace(one, rating=min(Decimal(5), (one.rating or Decimal(0)) + 1)),
    "days": lambda one: replace(one, days=Decimal(0) if one.days is None else one.days / 2),
}


@pytest.mark.parametrize("figure", BETTER)
@given(given_ones=groups(), weighed=weights())
def test_a_better_figure_never_costs_its_owner_nor_helps_another(figure, given_ones, weighed):
    before = {one.figures.key: one.score for one in ranked(given_ones, weighed)}
    after = ranked([BETTER[figure](given_ones[0]), *given_ones[1:]], weighed)
    for one in after:
        if one.figures.key == given_ones[0].key:
            assert one.score >= before[one.figures.key]
        else:
            assert one.score <= before[one.figures.key]


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        ({"total": 14}, "ranking.weights_sum", "还差 1"),
        ({"total": 25}, "ranking.weights_sum", "多出 10"),
        ({"total": -1}, "ranking.weights", "0 至 100"),
        ({"luck": 0}, "ranking.weights", "0 至 100"),
    ],
)
def test_weights_are_whole_and_make_a_hundred(change, code, words):
    refusal = wrong_weights(SHIPPED | change)
    assert refusal and refusal.code == code and words in refusal.message


def test_the_shipped_weights_hold():
    assert wrong_weights(SHIPPED) is None
