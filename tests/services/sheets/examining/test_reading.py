"""Whatever somebody uploads is read or refused with a reason; nothing hangs, crashes or eats the machine."""

from __future__ import annotations

import io
import random
import resource
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anjie.foundation.refusals import Refusal
from anjie.lines.recovery.placement.kinds import PLACEMENT
from anjie.services.sheets.examining.apart import Cancelled, examine_apart, peek_apart
from anjie.services.sheets.examining.examination import Order
from anjie.services.sheets.examining.examine import examine
from anjie.services.sheets.reading.limits import MIB, Limits

SAMPLES = Path(__file__).parents[4] / "demo" / "samples"
CLEAN = (SAMPLES / "bank-clean.xlsx").read_bytes()
QUIET = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def read_or_refused(path: Path, data: bytes, name: str, look=examine) -> str:
    path.write_bytes(data)
    try:
        look(Order(str(path), PLACEMENT, name, limits=Limits(seconds=20, memory_bytes=1024 * MIB)))
    except Refusal as refusal:
        assert refusal.message.endswith("。")
        return refusal.code
    return "read"


@QUIET
@given(
    data=st.binary(max_size=4000), name=st.sampled_from(["a.xlsx", "a.xls", "a.csv", "a.ods", "a", "a.xml"])
)
def test_random_bytes_never_crash(tmp_path, data, name):
    read_or_refused(tmp_path / "upload", data, name)


@QUIET
@given(
    start=st.sampled_from(
        [b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1"), b"<html><table>", b"\xff\xfe", b"\xef\xbb\xbf"]
    ),
    data=st.binary(max_size=4000),
)
def test_random_bytes_behind_a_true_beginning_never_crash(tmp_path, start, data):
    read_or_refused(tmp_path / "upload", start + data, "a.xls")


@QUIET
@given(cut=st.integers(1, len(CLEAN) - 1))
def test_a_truncated_workbook_is_refused(tmp_path, cut):
    assert read_or_refused(tmp_path / "upload", CLEAN[:cut], "a.xlsx") in (
        "sheets.damaged",
        "sheets.wrong_ending",
    )


@settings(QUIET, max_examples=25)
@given(
    seed=st.integers(0, 10_000),
    file=st.sampled_from(["bank-clean.xlsx", "old.xls", "libre.ods", "web-page.xls"]),
)
def test_a_workbook_with_some_bytes_changed_never_crashes(tmp_path, seed, file):
    data = bytearray((SAMPLES / file).read_bytes())
    dice = random.Random(seed)
    for _ in range(dice.randint(1, 20)):
        data[dice.randrange(len(data))] = dice.randrange(256)
    # A number changed in a size may ask for all memory there is: only a process of its own survives that.
    read_or_refused(tmp_path / "upload", bytes(data), file, examine_apart)


@settings(QUIET, max_examples=12)
@given(seed=st.integers(0, 10_000))
def test_a_sheet_whose_xml_is_spoilt_never_crashes(tmp_path, seed):
    # given the zip is whole and its checksums right, but the XML inside is not
    dice = random.Random(seed)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(CLEAN)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            text = bytearray(old.read(part))
            for _ in range(dice.choice((0, 1, 3))):
                at = dice.randrange(len(text))
                text[at : at + dice.randint(0, 9)] = dice.choice(
                    (b"", b"<", b">", b'"', b"99999999", b"\xff", b"ZZZ1")
                )
            new.writestr(part, bytes(text))
    # then a process of its own answers, whatever the parser makes of it
    path = tmp_path / "upload"
    path.write_bytes(out.getvalue())
    try:
        examine_apart(Order(str(path), PLACEMENT, limits=Limits(seconds=20, memory_bytes=1024 * MIB)))
    except Refusal as refusal:
        assert refusal.message.endswith("。")


def test_what_a_file_is_called_does_not_decide(tmp_path):
    # stored files have no ending at all
    path = tmp_path / "5f2a"
    path.write_bytes(CLEAN)
    assert examine(Order(str(path), PLACEMENT, "委案.xlsx")).rows == 20
    assert examine(Order(str(path), PLACEMENT)).rows == 20


@pytest.mark.parametrize(
    ("bounds", "code"),
    [
        ({"file_bytes": 1000}, "sheets.too_large"),
        ({"inflated_bytes": 5000}, "sheets.bomb"),
        ({"cells": 100}, "sheets.too_many_cells"),
        ({"rows": 10}, "sheets.too_many_cells"),
        ({"columns": 20}, "sheets.too_many_columns"),
        ({"entries": 3}, "sheets.bomb"),
    ],
)
def test_every_limit_refuses_with_the_fact(tmp_path, bounds, code):
    path = tmp_path / "a.xlsx"
    path.write_bytes(CLEAN)
    with pytest.raises(Refusal) as refused:
        examine(Order(str(path), PLACEMENT, limits=replace(Limits(), **bounds)))
    assert refused.value.code == code


@pytest.mark.parametrize("bounds", [{"cells": 100}, {"rows": 10}, {"columns": 20}])
def test_a_text_table_keeps_to_the_limits_too(bounds):
    with pytest.raises(Refusal) as refused:
        examine(
            Order(
                str(SAMPLES / "gbk.csv"),
                PLACEMENT,
                limits=replace(Limits(), rows=4) if "rows" in bounds else replace(Limits(), **bounds),
            )
        )
    assert refused.value.code in ("sheets.too_many_cells", "sheets.too_many_columns")


def test_an_entity_bomb_in_utf16_is_refused_too(tmp_path):
    # given the declaration is hidden from a search for plain bytes
    laughs = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "ha">]><worksheet/>'.encode(
        "utf-16"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(CLEAN)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            new.writestr(part, laughs if part.endswith("sheet1.xml") else old.read(part))
    assert read_or_refused(tmp_path / "a", out.getvalue(), "a.xlsx") in (
        "sheets.bomb",
        "sheets.damaged",
        "sheets.empty",
    )


def test_a_million_rows_are_refused_or_taken_within_bounded_memory(tmp_path):
    # given 1,000,000 rows of a text table
    path = tmp_path / "million.csv"
    with path.open("w", encoding="utf-8") as stream:
        stream.write("个案序列号,姓名,委案金额,委案日期\n")
        stream.writelines(f"S{i},张三,100.50,2026-09-01\n" for i in range(1_000_000))

    largest_before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss

    result = examine_apart(Order(str(path), PLACEMENT))

    assert (result.rows, result.good, str(result.amount_total)) == (1_000_000, 1_000_000, "100500000.00")
    # The system tells only of the largest child so far, which may have been one of another test.
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert largest == largest_before or largest < 800 * 1024


def test_the_child_is_stopped_when_it_takes_too_long():
    with pytest.raises(Refusal) as refused:
        examine_apart(Order(str(SAMPLES / "bank-clean.xlsx"), PLACEMENT, limits=Limits(seconds=0)))
    assert refused.value.code == "sheets.too_slow"


def test_the_child_is_stopped_when_it_takes_too_much_memory():
    with pytest.raises(Refusal) as refused:
        examine_apart(Order(str(SAMPLES / "far-corner.xlsx"), PLACEMENT))
    assert refused.value.code == "sheets.too_large_for_memory"


def test_reading_can_be_cancelled_between_chunks(tmp_path):
    seen = []
    with pytest.raises(Cancelled):
        examine_apart(
            Order(str(SAMPLES / "bank-clean.xlsx"), PLACEMENT), lambda chunk: seen.append(len(chunk.rows)),
            cancelled=lambda: True,
        )  # fmt: skip
    assert seen == [20]


def test_a_process_of_its_own_says_the_same_as_ours():
    order = Order(str(SAMPLES / "several-faults.xlsx"), PLACEMENT)
    here: list[object] = []
    there: list[object] = []
    started: list[int] = []

    one = examine(order, lambda c: here.append((c.rows, c.columns, c.wrong)))
    other = examine_apart(order, lambda c: there.append((c.rows, c.columns, c.wrong)), started=started.append)

    assert one == other
    assert here == there
    assert started == [4]


def test_a_first_look_shows_the_header_the_suggestion_and_the_first_rows():
    look = peek_apart(Order(str(SAMPLES / "title-rows.xlsx"), PLACEMENT))

    assert (look["header_row"], look["header_rows"], look["sheet"]) == (5, (5, 5), "Sheet1")
    assert look["columns"][1] | {"values": []} == {
        "letter": "C", "header": "个案序列号", "field": "serial_no", "confidence": "certain", "values": [],
    }  # fmt: skip
    assert look["columns"][1]["values"][0] == "XYK00001000"
    assert look["first_rows"][0][1] == "某某银行信用卡中心委外催收案件清单"


def test_a_first_look_without_a_header_shows_the_rows_to_point_at():
    look = peek_apart(Order(str(SAMPLES / "other-table.xlsx"), PLACEMENT))

    assert (look["header_row"], look["columns"]) == (0, [])
    assert look["first_rows"][0] == ["商品", "单价", "库存"]


def test_the_person_may_point_at_the_header_and_map_by_hand(tmp_path):
    # given headers that nobody could know
    book = openpyxl.Workbook()
    for row in (["某表"], ["甲", "乙", "丙", "丁"], ["S1", "张三", 100, "2026-09-01"]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    mapping = {"serial_no": "甲", "debtor_name": "乙", "placed_amount": "丙", "placed_on": "丁"}

    # then a saved mapping finds them by itself, and a header row can be named
    assert examine(Order(str(tmp_path / "a.xlsx"), PLACEMENT, mapping=mapping)).good == 1
    pointed = examine(Order(str(tmp_path / "a.xlsx"), PLACEMENT, mapping=mapping, header_row=2))
    assert (pointed.header_row, pointed.good) == (2, 1)
