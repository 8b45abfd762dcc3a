"""What one cell becomes, type by type: exact, or refused with a word; never guessed."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjie.services.sheets.declaring.faults import Said
from anjie.services.sheets.declaring.kinds import Column, Reading
from anjie.services.sheets.declaring.types import (
    card,
    choice,
    date,
    digits,
    id_no,
    integer,
    moment,
    money,
    name,
    percent,
    phone,
    text,
)
from anjie.services.sheets.reading.cells import FORMULA, Broken

TYPES = (card, date, digits, id_no, integer, moment, money, name, percent, phone, text)
DAY = datetime.date(2026, 9, 1)


def reader(kind, reading=None, **more):
    column = Column("某列", "field", kind, **more)
    return kind(column, reading or Reading())


def read(kind, cell, reading=None, **more):
    """The value, or the code of what was said."""
    out = reader(kind, reading, **more)(cell)
    return out.code if isinstance(out, Said) else out


CELLS = st.one_of(
    st.text(max_size=40), st.floats(allow_nan=False, allow_infinity=False), st.booleans(), st.integers(-(10**20), 10**20),
    st.dates(), st.datetimes(), st.times(), st.timedeltas(), st.sampled_from([Broken(FORMULA), Broken("#N/A")]),
)  # fmt: skip


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
@given(cell=CELLS)
def test_no_cell_breaks_a_reader(kind, cell):
    out = reader(kind)(cell)
    assert out is None or isinstance(out, Said | str | int)
    if isinstance(out, Said):
        assert out.message.endswith("。")


@given(st.integers(0, 10**13 - 1))
def test_every_amount_reads_back_to_the_cent(cents):
    amount = Decimal(cents).scaleb(-2)
    assert read(money, f"{amount:,.2f}") == cents
    assert read(money, str(amount)) == cents
    assert read(money, float(amount)) == cents


@given(st.integers(0, 10**11 - 1))
def test_every_amount_in_wan_reads_back_to_the_cent(cents):
    wan = Decimal(cents).scaleb(-6)
    assert read(money, f"{wan:f}", Reading(unit=10_000)) == cents
    assert read(money, f"{wan:f}万元") == cents
    assert read(money, f"{wan:f}万元", Reading(unit=10_000)) == cents


def test_the_unit_in_the_cell_outranks_that_of_the_header():
    assert read(money, "5000元", Reading(unit=10_000)) == 500_000
    assert read(money, "1.2万", Reading(unit=10_000)) == 1_200_000


@given(st.dates(datetime.date(1910, 1, 1), datetime.date(2099, 12, 31)))
def test_every_day_reads_back_from_every_spelling(day):
    serial = (day - datetime.date(1899, 12, 30)).days
    for written in (
        day, day.isoformat(), f"{day:%Y/%m/%d}", f"{day.year}.{day.month}.{day.day}", f"{day:%Y%m%d}", int(f"{day:%Y%m%d}"),
        f"{day.year}年{day.month}月{day.day}日", float(serial), f"{day:%d-%b-%Y}", f"{day.isoformat()} 08:30:00",
    ):  # fmt: skip
        assert read(date, written) == day.isoformat()
    assert read(date, float(serial - 1462), Reading(date1904=True)) == day.isoformat()


@pytest.mark.parametrize(
    ("cell", "out"),
    [
        ("9/1/2026", "date.ambiguous"),
        ("9/9/2026", "2026-09-09"),
        ("30/9/2026", "2026-09-30"),
        ("26-9-1", "date.ambiguous"),
        ("2026-09", "date.no_day"),
        ("2025-02-29", "date.impossible"),
        ("二〇二六年十一月二十三日", "2026-11-23"),
        ("0000-00-00", None),
        (0.0, None),
        (20261301.0, "date.impossible"),
        (123.0, "date.unreadable"),
        (datetime.datetime(1899, 12, 31), None),  # noqa: DTZ001 - a cell has no zone
    ],
)
def test_a_day_that_could_be_two_is_refused(cell, out):
    assert read(date, cell) == out


@pytest.mark.parametrize(
    ("cell", "out"),
    [
        ("2026-09-01 14:30", "2026-09-01 14:30:00"),
        ("2026/9/1 下午2:30", "2026-09-01 14:30:00"),
        ("2026年9月1日14时5分", "2026-09-01 14:05:00"),
        ("2026-09-01T14:30:05", "2026-09-01 14:30:05"),
        ("20260901143005", "2026-09-01 14:30:05"),
        ("2026-09-01", "2026-09-01 00:00:00"),
        (46266.604166666664, "2026-09-01 14:30:00"),
        (46266.99999999, "2026-09-01 23:59:59"),
        ("2026-09-01 25:00", "date.impossible"),
    ],
)
def test_a_moment_keeps_its_time(cell, out):
    assert read(moment, cell) == out


@given(st.integers(10**15, 10**19))
def test_a_long_number_that_was_a_number_is_never_guessed(number):
    for kind in (card, digits, id_no, phone):
        assert read(kind, float(number)) == "number.damaged"
        assert read(kind, f"{number:.5E}") == "number.damaged"


@given(st.integers(10**11, 10**19))
def test_a_long_number_that_was_text_stays_whole(number):
    assert read(digits, str(number)) == str(number)
    assert read(digits, f"'{number}") == str(number)
    assert read(digits, f'="{number}"') == str(number)
    assert read(digits, f" {number}\t") == str(number)


@pytest.mark.parametrize(
    ("cell", "out"),
    [(0.15, "0.15000"), ("15%", "0.15000"), (15, "0.15000"), ("15", "0.15000"), (0.0, "0.00000"), ("100%", "1.00000"),
     (100.0, "1.00000"), ("5‰", "0.00500"), (0.07 * 3, "0.21000"), (1, "percent.ambiguous"), ("1%", "0.01000"),
     (100.5, "percent.out_of_range"), ("-5%", "percent.unreadable"), ("0.1234567", "percent.decimals")],
)  # fmt: skip
def test_a_rate_is_read_from_three_ways_of_writing(cell, out):
    assert read(percent, cell) == out


@pytest.mark.parametrize(
    ("cell", "out"),
    [("张　三", "张三"), (" John  Smith ", "John Smith"), ("阿不都•热合曼", "阿不都·热合曼"), ("", None), ("无", None),
     ("123", "name.not_text"), (5.0, "name.not_text"), ("\u200b王五\ufeff", "王五"), ("ＡＢＣ公司", "ABC公司")],
)  # fmt: skip
def test_a_name_loses_padding_and_nothing_else(cell, out):
    assert read(name, cell) == out


def test_text_keeps_its_own_punctuation():
    assert read(text, "江苏省苏州市（姑苏区）１２号，甲") == "江苏省苏州市（姑苏区）12号，甲"


@pytest.mark.parametrize(
    ("cell", "out"),
    [("13490000001", "13490000001"), (13490000001.0, "13490000001"), ("+86 134-9000-0001", "13490000001"),
     ("13490000001/13490000002", "13490000001;13490000002"), ("13490000001 13490000002", "13490000001;13490000002"),
     ("0512-62345678", "051262345678"),
     ("010-62345678", "01062345678"), ("0512-62345678转801", "051262345678-801"), ("", None), ("无", None), ("停机", "phone.no_digits")],
)  # fmt: skip
def test_phones_come_in_one_form(cell, out):
    assert read(phone, cell) == out


@given(st.from_regex(r"0\d{2,3}-\d{6,8}", fullmatch=True))
def test_a_landline_with_a_dash_is_what_it_is_without(written):
    with_dash, without = reader(phone)(written), reader(phone)(written.replace("-", ""))
    assert getattr(with_dash, "value", with_dash) == getattr(without, "value", without)


def test_an_impossible_phone_is_kept_with_a_doubt():
    out = reader(phone)("10012345678")
    assert (out.value, out.code, out.doubt) == ("10012345678", "phone.invalid", True)


def test_messages_about_sealed_values_never_repeat_them():
    for kind, cell in (
        (card, "99990000OOOO"),
        (phone, "10012345678"),
        (id_no, "1" * 40),
        (card, 9999000000000000.0),
    ):
        out = reader(kind)(cell)
        assert isinstance(out, Said)
        assert str(cell)[:8] not in out.message


def test_a_choice_is_one_of_its_words():
    sex = {"男": "male", "女": "female"}
    assert read(choice, " 男 ", choices=sex) == "male"
    assert read(choice, "男的", choices=sex) == "choice.unknown"


@pytest.mark.parametrize(
    ("cell", "out"),
    [
        ("93天", 93),
        (93.0, 93),
        ("12期", 12),
        ("1,200", 1200),
        (1.5, "integer.unreadable"),
        ("90+", "integer.unreadable"),
        (-1.0, "integer.out_of_range"),
    ],
)
def test_whole_numbers(cell, out):
    assert read(integer, cell) == out


def test_true_is_not_one():
    assert read(money, True) == "money.unreadable"
