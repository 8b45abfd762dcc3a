"""Cases divided among collectors: everyone once, persons together, counts and amounts as equal as they can be."""

from collections import Counter, defaultdict
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anjie.foundation.refusals import Invalid
from anjie.services.allocation.rules import Mode, Preferences, Split, split

ALL = list(Mode)
YUAN = 100

cases = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 10**8)), min_size=1, max_size=40)


def columns(rows) -> tuple[list, list]:
    return [person for person, _ in rows], [cents for _, cents in rows]


def money_of(rng, number: int) -> np.ndarray:
    """Amounts as portfolios have them: many small, few large."""
    return np.round(np.exp(rng.normal(9.5, 1.2, number)) * 100).astype(np.int64)


def best_spread(sizes: list[int], people: int) -> int:
    """The smallest difference in counts that any division reaches, found by trying all of them."""
    best = sum(sizes)
    for way in product(range(people), repeat=len(sizes)):
        loads = [0] * people
        for size, collector in zip(sizes, way, strict=True):
            loads[collector] += size
        best = min(best, max(loads) - min(loads))
    return best


@given(rows=cases, people=st.integers(1, 7), mode=st.sampled_from(ALL))
def test_every_case_goes_to_one_collector_and_persons_stay_together(rows, people, mode):
    persons, cents = columns(rows)
    result = split(persons, cents, people, mode)

    assert len(result.collector_of) == len(rows)
    assert set(result.collector_of.tolist()) <= set(range(people))
    of_person = defaultdict(set)
    for person, collector in zip(persons, result.collector_of.tolist(), strict=True):
        of_person[person].add(collector)
    assert all(len(collectors) == 1 for collectors in of_person.values())
    counts = Counter(result.collector_of.tolist())
    assert result.counts.tolist() == [counts[collector] for collector in range(people)]
    sums = [0] * people
    for amount, collector in zip(cents, result.collector_of.tolist(), strict=True):
        sums[collector] += amount
    assert result.amounts.tolist() == sums
    assert result.spread_count == max(result.counts) - min(result.counts)
    assert result.spread_amount == max(sums) - min(sums)


@given(number=st.integers(1, 60), people=st.integers(1, 9), seed=st.integers(0, 99))
@pytest.mark.parametrize("mode", [Mode.NUMBER, Mode.BOTH, Mode.QUICK, Mode.CUMULATIVE, Mode.RECOMMENDED])
def test_counts_differ_by_at_most_one_when_every_person_has_one_case(mode, number, people, seed):
    cents = money_of(np.random.default_rng(seed), number)
    result = split(list(range(number)), cents, people, mode)
    assert result.spread_count == (0 if number % people == 0 else 1)


@settings(max_examples=60)
@given(sizes=st.lists(st.integers(1, 9), min_size=1, max_size=7), people=st.integers(2, 3))
@pytest.mark.parametrize("mode", [Mode.NUMBER, Mode.BOTH])
def test_counts_are_as_equal_as_persons_allow(mode, sizes, people):
    persons = [person for person, size in enumerate(sizes) for _ in range(size)]
    result = split(persons, [1] * len(persons), people, mode)
    assert result.spread_count == best_spread(sizes, people)


def test_families_that_only_a_search_divides_well():
    sizes = [3, 5, 6, 6, 7, 9, 10, 11]
    persons = [person for person, size in enumerate(sizes) for _ in range(size)]
    assert split(persons, [1] * len(persons), 3, Mode.NUMBER).counts.tolist() == [19, 19, 19]


@given(rows=cases, people=st.integers(1, 7), mode=st.sampled_from(ALL))
def test_the_same_input_gives_the_same_answer(rows, people, mode):
    persons, cents = columns(rows)
    first = split(persons, cents, people, mode)
    again = split(np.array(persons), np.array(cents), people, mode)
    assert first.collector_of.tolist() == again.collector_of.tolist()


@pytest.mark.parametrize(
    ("number", "people"), [(60, 4), (100, 10), (1_000, 100), (20_000, 200), (10_007, 50)]
)
@pytest.mark.parametrize("mode", [Mode.BOTH, Mode.AMOUNT, Mode.CUMULATIVE])
def test_amounts_come_within_a_yuan(mode, number, people):
    cents = np.random.default_rng(7).integers(10_000, 10_000_000, number)
    result = split(np.arange(number), cents, people, mode)
    assert result.spread_amount <= YUAN
    assert result.amounts.sum() == cents.sum()
    if mode is not Mode.AMOUNT:
        assert result.spread_count == (0 if number % people == 0 else 1)


def test_amounts_of_families_come_within_a_yuan_too():
    rng = np.random.default_rng(7)
    persons = rng.integers(0, 6_000, 10_000)
    result = split(persons, rng.integers(10_000, 10_000_000, 10_000), 50, Mode.BOTH)
    assert (result.spread_count, result.spread_amount <= YUAN) == (0, True)


def test_equal_number_deals_in_the_order_of_the_list():
    result = split(list("abcdefg"), [5] * 7, 3, Mode.NUMBER)
    assert result.collector_of.tolist() == [0, 1, 2, 0, 1, 2, 0]


def test_quick_deals_person_after_person():
    result = split(["甲", "甲", "乙", "丙", "甲"], [1] * 5, 2, Mode.QUICK)
    assert result.collector_of.tolist() == [0, 0, 1, 0, 0]


def test_equal_amount_sets_one_great_debt_against_many_small_ones():
    result = split(list(range(11)), [1_000_00] + [100_00] * 10, 2, Mode.AMOUNT)
    assert sorted(result.amounts.tolist()) == [1_000_00, 1_000_00]
    assert sorted(result.counts.tolist()) == [1, 10]


def test_equal_amount_falls_back_on_counts_where_amounts_say_nothing():
    result = split(list(range(10)), [0] * 10, 5, Mode.AMOUNT)
    assert result.counts.tolist() == [2] * 5


def test_cumulative_fills_up_whoever_holds_less():
    result = split(
        list(range(30)), [100_00] * 30, 3, Mode.CUMULATIVE, held_counts=[10, 20, 0], held_amounts=[1, 2, 3]
    )
    assert result.counts.tolist() == [10, 0, 20]
    assert result.spread_count == 0


def test_cumulative_evens_out_amounts_already_held():
    rng = np.random.default_rng(3)
    held_counts = rng.integers(0, 300, 40)
    held_amounts = held_counts * 2_000_00
    cents = money_of(rng, 20_000)
    result = split(
        np.arange(20_000), cents, 40, Mode.CUMULATIVE, held_counts=held_counts, held_amounts=held_amounts
    )
    assert np.ptp(result.counts + held_counts) == result.spread_count <= 1
    assert np.ptp(result.amounts + held_amounts) == result.spread_amount <= YUAN


def test_cumulative_where_one_holds_more_than_all_can_catch_up_with_gives_him_nothing():
    result = split([1, 2, 3, 4], [100] * 4, 3, Mode.CUMULATIVE, held_counts=[100, 0], held_amounts=[1_000])
    assert result.counts.tolist() == [0, 2, 2]
    assert result.spread_count == 98


@pytest.mark.parametrize("mode", [mode for mode in Mode if mode is not Mode.CUMULATIVE])
def test_what_is_held_counts_in_cumulative_mode_only(mode):
    rows = list(range(9)), [100] * 9
    plain = split(*rows, 3, mode)
    held = split(*rows, 3, mode, held_counts=[50, 0, 0], held_amounts=[5_000, 0, 0])
    assert held.collector_of.tolist() == plain.collector_of.tolist()


def preferring(*wishes: tuple[int, int, float]) -> Preferences:
    case, collector, score = zip(*wishes, strict=True)
    return Preferences(np.array(case), np.array(collector), np.array(score, dtype=np.float64))


def recommended(persons, people, *wishes) -> Split:
    return split(persons, [100] * len(persons), people, Mode.RECOMMENDED, preferences=preferring(*wishes))


def test_recommended_gives_a_case_to_whom_it_suits_best():
    result = recommended(list(range(6)), 3, (5, 0, 1.0), (0, 2, 1.0), (1, 2, 0.5), (2, 2, 0.1), (3, 1, 0.0))
    assert result.collector_of[[5, 0, 1]].tolist() == [0, 2, 2]
    assert result.counts.tolist() == [2, 2, 2]


def test_recommended_adds_a_persons_scores_and_takes_the_highest():
    result = recommended(["甲", "甲", "乙", "丙"], 2, (0, 0, 0.6), (0, 1, 0.4), (1, 1, 0.4))
    assert result.collector_of[:2].tolist() == [1, 1]
    assert result.counts.tolist() == [2, 2]


def test_nobody_gets_more_than_his_share_however_well_he_suits():
    wishes = [(case, 0, 1.0) for case in range(10)]
    result = recommended(list(range(10)), 5, *wishes)
    assert result.counts.tolist() == [2] * 5
    assert result.collector_of[:2].tolist() == [0, 0]


def test_blank_persons_are_each_a_person_of_their_own():
    assert split(["", "", None, None], [1] * 4, 4, Mode.NUMBER).counts.tolist() == [1] * 4


def test_more_collectors_than_persons_leaves_some_without():
    result = split(["甲", "甲"], [100, 200], 3, Mode.BOTH)
    assert sorted(result.counts.tolist()) == [0, 0, 2]


def test_amounts_beyond_floating_point_stay_exact():
    great = 10**15 + 1
    result = split([1, 2, 3], [great, great, 1], 1, Mode.BOTH)
    assert result.amounts.tolist() == [2 * 10**15 + 3]


@pytest.mark.parametrize(
    ("persons", "cents", "people", "code"),
    [
        (["甲"], [1], 0, "allocation.people"),
        (["甲"], [1], -3, "allocation.people"),
        (["甲"], [1], 10_001, "allocation.people"),
        ([], [], 3, "allocation.empty"),
        (["甲", "乙"], [1, -1], 3, "allocation.negative_amount"),
        (list(range(10_000)), [10**15] * 10_000, 3, "allocation.too_large"),
    ],
)
def test_what_cannot_be_divided_is_refused(persons, cents, people, code):
    with pytest.raises(Invalid) as refused:
        split(persons, cents, people, Mode.BOTH)
    assert refused.value.code == code
    assert refused.value.message.endswith("。")


def test_a_caller_who_mixes_up_his_columns_is_told():
    with pytest.raises(ValueError, match="one length"):
        split(["甲"], [1, 2], 1, Mode.BOTH)
    with pytest.raises(ValueError, match="more holders"):
        split(["甲"], [1], 1, Mode.CUMULATIVE, held_counts=[1, 2])


def test_every_mode_has_a_chinese_name():
    assert [mode.label for mode in Mode] == [
        "户均分案",
        "金额均分案",
        "综合分案",
        "累计均分",
        "快速分案",
        "推荐分案",
    ]
