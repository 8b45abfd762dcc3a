"""Amounts: read exactly or not at all, shown, counted in cents, written in capitals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjie.foundation import money
from anjie.foundation.refusals import Invalid

amounts = st.integers(-(10**15) + 1, 10**15 - 1).map(money.from_cents)

DIGITS = "零壹贰叁肆伍陆柒捌玖"


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("1,234.50", "1234.50"),
        ("￥1，234.50", "1234.50"),
        ("¥1,234.5", "1234.50"),
        ("１２３４．５０", "1234.50"),
        ("1234.50元", "1234.50"),
        ("人民币 1234.50 元整", "1234.50"),
        ("RMB1,234.50", "1234.50"),
        ("1.2万元", "12000.00"),
        ("1.2345万", "12345.00"),
        ("3亿元", "300000000.00"),
        ("(1,234.50)", "-1234.50"),
        ("（1,234.50）", "-1234.50"),
        ("-5", "-5.00"),
        ("−5", "-5.00"),
        ("5-", "-5.00"),
        ("+5", "5.00"),
        ("-0", "0.00"),
        (".5", "0.50"),
        ("5.", "5.00"),
        ("1 234.50", "1234.50"),
        ("'0012.30", "12.30"),
        ("1.500", "1.50"),
        (7, "7.00"),
        (0.1 + 0.2, "0.30"),
        (1234.5, "1234.50"),
        (12345678901.23, "12345678901.23"),
        (Decimal("1.5"), "1.50"),
    ],
)
def test_amounts_are_read(written, amount):
    read = money.parse(written)
    assert str(read) == amount


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "money.blank"),
        ("  ", "money.blank"),
        ("￥", "money.blank"),
        (None, "money.unreadable"),
        (True, "money.unreadable"),
        ([], "money.unreadable"),
        ("abc", "money.unreadable"),
        ("1,23", "money.unreadable"),
        ("1.234,50", "money.unreadable"),
        ("12,34,567", "money.unreadable"),
        ("1e5", "money.unreadable"),
        ("--5", "money.unreadable"),
        ("(-5)", "money.unreadable"),
        ("-", "money.unreadable"),
        ("()", "money.unreadable"),
        ("万", "money.unreadable"),
        ("15%", "money.unreadable"),
        ("1.2.3", "money.unreadable"),
        ("=1+1", "money.unreadable"),
        ("٣", "money.unreadable"),
        (float("nan"), "money.unreadable"),
        (float("inf"), "money.unreadable"),
        (Decimal("NaN"), "money.unreadable"),
        ("1.234", "money.decimals"),
        (0.304, "money.decimals"),
        ("0.0000001万", "money.decimals"),
        ("10000000000000", "money.too_large"),
        (1e20, "money.too_large"),
        (10**400, "money.too_large"),
        (10**5_000, "money.too_large"),
        ("9" * 10_000, "money.too_large"),
    ],
    ids=lambda value: repr(value)[:20] if not isinstance(value, int) else "int",
)
def test_what_would_have_to_be_guessed_is_refused(written, code):
    with pytest.raises(Invalid) as refused:
        money.parse(written)
    assert refused.value.code == code
    assert len(refused.value.message) < 120


@given(amounts)
def test_what_is_shown_reads_back(amount):
    assert money.parse(money.show(amount)) == amount
    assert money.parse(money.plain(amount)) == amount
    assert money.from_cents(money.cents(amount)) == amount


@given(st.integers(-(10**12), 10**12))
def test_a_float_that_was_an_amount_reads_as_that_amount(count):
    assert money.parse(count / 100) == money.from_cents(count)


@given(st.integers(-(10**12), 10**12))
def test_cents_are_written_as_the_amount_is(count):
    assert money.plain_cents(count) == money.plain(money.from_cents(count))


def test_showing():
    assert money.show(Decimal("1234567.5")) == "1,234,567.50"
    assert money.plain(Decimal("1234567.5")) == "1234567.50"
    assert money.plain(Decimal("1E+3")) == "1000.00"
    assert money.rounded(Decimal("0.125")) == Decimal("0.13")


def test_parts_of_a_cent_are_no_cents():
    with pytest.raises(ValueError, match="whole number of cents"):
        money.cents(Decimal("0.001"))


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "零元整"),
        ("0.05", "伍分"),
        ("0.50", "伍角"),
        ("1", "壹元整"),
        ("1.50", "壹元伍角"),
        ("1.05", "壹元零伍分"),
        ("10", "壹拾元整"),
        ("107000.53", "壹拾万柒仟元伍角叁分"),
        ("1234.56", "壹仟贰佰叁拾肆元伍角陆分"),
        ("10000.01", "壹万元零壹分"),
        ("100000001", "壹亿零壹元整"),
        ("1010101.10", "壹佰零壹万零壹佰零壹元壹角"),
        ("-5.20", "负伍元贰角"),
        ("9999999999999.99", "玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ],
)
def test_amounts_in_capitals(amount, words):
    assert money.capitals(Decimal(amount)) == words


def read_back(words: str) -> int:
    """The cents that capitals say, read by the rules of the language and by no library."""
    cents = 0
    if "元" in words:
        whole, _, words = words.partition("元")
        value = section = digit = 0
        for letter in whole:
            if letter in DIGITS:
                digit = DIGITS.index(letter)
            elif letter in "拾佰仟":
                section += digit * 10 ** ("拾佰仟".index(letter) + 1)
                digit = 0
            elif letter == "万":
                section = (section + digit) * 10_000
                digit = 0
            else:
                value += (section + digit) * 10**8
                section = digit = 0
        cents = (value + section + digit) * 100
    digit = 0
    for letter in words:
        if letter in DIGITS:
            digit = DIGITS.index(letter)
        elif letter in "角分":
            cents += digit * (10 if letter == "角" else 1)
    return cents


@given(
    st.one_of(
        st.integers(0, 10**15 - 1), st.integers(0, 10**6), st.integers(0, 10**9 - 1).map(lambda n: n * 10**6)
    )
)
def test_capitals_say_the_amount(count):
    words = money.capitals(money.from_cents(count))
    assert read_back(words) == count
    assert "零零" not in words
    assert words.endswith("整") == (count % 100 == 0)
