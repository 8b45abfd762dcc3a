"""Numbers that name people, cards, enterprises and cases."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjie.foundation import identifiers as ids
from anjie.foundation.refusals import Invalid

TODAY = date(2026, 9, 1)
# The example printed in GB 11643-1999 itself, and one made by its arithmetic with X at the end.
STANDARD_EXAMPLE = "11010519491231002X"


def valid_id(first_seventeen: str) -> str:
    return first_seventeen + ids.id_check_digit(first_seventeen)


@pytest.mark.parametrize(
    "written",
    [
        STANDARD_EXAMPLE,
        " 110105 19491231 002x ",
        "１１０１０５１９４９１２３１００２Ｘ",
        "'11010519491231002X",
    ],
)
def test_an_id_number_says_where_when_and_which_sex(written):
    read = ids.read_id_number(written, TODAY)
    assert read == ids.IdNumber(STANDARD_EXAMPLE, "北京市", date(1949, 12, 31), "女")


def test_an_old_id_number_is_good_and_has_a_long_form():
    read = ids.read_id_number("110105491231002", TODAY)
    assert read == ids.IdNumber("110105491231002", "北京市", date(1949, 12, 31), "女")
    assert read.long_form == STANDARD_EXAMPLE


def test_a_foreigners_permanent_residence_number_is_read():
    read = ids.read_id_number(valid_id("93184019800101002"), TODAY)
    assert (read.region, read.born_on, read.sex) == ("上海市", date(1980, 1, 1), "女")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "id_no.blank"),
        ("   ", "id_no.blank"),
        ("110105194912310021", "id_no.check_digit"),
        ("1101051949123100", "id_no.shape"),
        ("A10105194912310021", "id_no.shape"),
        ("11010519491231002Y", "id_no.shape"),
        ("1.10105E+17", "id_no.damaged"),
        ("110105194912310000.0", "id_no.damaged"),
        (valid_id("00010519491231002"), "id_no.region"),
        (valid_id("11010519490231002"), "id_no.birth_date"),
        (valid_id("11010520270101002"), "id_no.birth_date"),
        (valid_id("11010517000101002"), "id_no.birth_date"),
        ("١١٠١٠٥١٩٤٩١٢٣١٠٠٢X", "id_no.shape"),
    ],
)
def test_a_wrong_id_number_is_refused_without_being_repeated(written, code):
    with pytest.raises(Invalid) as refused:
        ids.read_id_number(written, TODAY)
    assert refused.value.code == code
    assert not written.strip() or written not in str(refused.value.as_dict())


@given(place=st.integers(0, 17), change=st.integers(1, 9))
def test_one_wrong_digit_never_passes(place, change):
    letters = list(STANDARD_EXAMPLE)
    before = 10 if letters[place] == "X" else int(letters[place])
    letters[place] = str((before + change) % 10)
    with pytest.raises(Invalid):
        ids.read_id_number("".join(letters), TODAY)


@pytest.mark.parametrize(
    ("digits", "passes"),
    [("79927398713", True), ("79927398710", False), ("4111111111111111", True), ("", False), ("7a", False)],
)
def test_luhn(digits, passes):
    assert ids.passes_luhn(digits) is passes


def test_a_unified_social_credit_code_is_checked():
    # The example in the annex of GB 32100-2015.
    assert ids.read_credit_code("91350100m000100y43") == "91350100M000100Y43"
    with pytest.raises(Invalid) as refused:
        ids.read_credit_code("91350100M000100Y44")
    assert refused.value.code == "credit_code.check_digit"
    with pytest.raises(Invalid) as refused:
        ids.read_credit_code("91350100I000100Y43")
    assert refused.value.code == "credit_code.shape"


@given(st.dates(date(2024, 1, 1), date(2040, 1, 1)), st.integers(1, 10_000_000))
def test_one_misheard_digit_of_a_case_number_is_noticed(on, sequence):
    number = ids.case_no("R", on, sequence).replace("-", "").removeprefix("R")
    assert ids.passes_luhn(number)
    assert not ids.passes_luhn(number[:-2] + str((int(number[-2]) + 1) % 10) + number[-1])


def test_case_numbers_are_short_enough_to_read_aloud():
    assert ids.case_no("R", date(2026, 9, 1), 1) == "R260901-000018"
