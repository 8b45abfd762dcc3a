"""The lists that are divided: read whatever saved them, refused with the row that is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjie.foundation.refusals import Invalid
from anjie.services.allocation import lists
from anjie.services.allocation.lists import CaseList, HeldList

TEXT = 'case_no,person,amount\nA-1,张三,100\nA-2,张三,"1,234.50"\n\nA-3,,6.1\n'
READ = CaseList(["A-1", "A-2", "A-3"], ["张三", "张三", ""], [10_000, 123_450, 610])


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("gbk"),
        TEXT.encode("utf-16"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("1,234.50", "1234.50").replace(",", "\t").encode(),
        TEXT.replace("1,234.50", "1234.50").replace(",", ";").encode(),
        TEXT.replace("case_no,person,amount", "案件编号,姓名,委案金额").encode("gbk"),
        TEXT.replace("case_no,person,amount", " Case_No , PERSON,Amount ").encode(),
        TEXT.replace("100\n", "￥100.00元\n").encode(),
    ],
)
def test_one_list_saved_in_many_ways(data):
    assert lists.read_cases(data) == READ


def test_columns_may_stand_in_any_order_among_others():
    assert lists.read_cases(b"x,amount,y,case_no,person\n1,5,2,A-1,p\n") == CaseList(["A-1"], ["p"], [500])


@pytest.mark.parametrize(
    ("data", "code", "row"),
    [
        (b"", "allocation.empty", None),
        (b"\n\n", "allocation.empty", None),
        (b"case_no,person,amount\n", "allocation.empty", None),
        (b"case_no,amount\n1,2\n", "allocation.column_missing", None),
        (b"1,p,2\n", "allocation.column_missing", None),
        (b"case_no,person,amount\n1,p,-2\n", "allocation.negative_amount", 2),
        (b"case_no,person,amount\n1,p,(2)\n", "allocation.negative_amount", 2),
        (b"case_no,person,amount\n1,p,\n", "allocation.amount", 2),
        (b"case_no,person,amount\n1,p,2\n2,p,abc\n", "allocation.amount", 3),
        (b"case_no,person,amount\n1,p,2.345\n", "allocation.amount", 2),
        (b"case_no,person,amount\n1,p,99999999999999\n", "allocation.amount", 2),
        (b"case_no,person,amount\n,p,2\n", "allocation.case_no", 2),
        (b"case_no,person,amount\n1,p,2\n\n1,q,2\n", "allocation.duplicate_case", 4),
        (b"case_no,person,amount\n1,p\n", "allocation.short_row", 2),
        (b'case_no,person,amount\n1,p,"2\n', "allocation.not_csv", 2),
        (b"case_no,person,amount\n" + b"1" * 1_000_001 + b",p,2\n", "allocation.not_csv", 2),
        (b"\x00\x01\x02\xff", "allocation.encoding", None),
        (b"PK\x03\x04\x00\x00\xff\xff", "allocation.encoding", None),
        (b"\xff\xfe\x00", "allocation.encoding", None),
    ],
)
def test_a_bad_list_is_refused_with_its_row(data, code, row):
    with pytest.raises(Invalid) as refused:
        lists.read_cases(data)
    assert refused.value.code == code
    assert refused.value.facts.get("row") == row
    assert row is None or f"第 {row} 行" in refused.value.message


def test_holdings_are_read():
    held = lists.read_held('collector,count,amount\n李催收,12,"3,400.50"\n王催收,0,0\n'.encode("gbk"))
    assert held == HeldList(["李催收", "王催收"], [12, 0], [340_050, 0])
    assert lists.read_held(b"collector,count,amount\n") == HeldList([], [], [])


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("李,1.5,1", "allocation.count"),
        ("李,-1,1", "allocation.count"),
        ("李,,1", "allocation.count"),
        ("李,1,-1", "allocation.negative_amount"),
        (",1,1", "allocation.collector"),
        ("王,1,1\n王,2,2", "allocation.duplicate_collector"),
    ],
)
def test_bad_holdings_are_refused(row, code):
    with pytest.raises(Invalid) as refused:
        lists.read_held(f"collector,count,amount\n{row}\n".encode())
    assert refused.value.code == code


def test_collectors_without_holdings_get_names_nobody_has():
    held = HeldList(["c1", "李催收"], [1, 1], [1, 1])
    assert lists.collector_names(held, 4) == ["c1", "李催收", "c2", "c3"]
    with pytest.raises(Invalid) as refused:
        lists.collector_names(held, 1)
    assert refused.value.code == "allocation.held_more_than_people"


def test_the_answer_is_a_list_again():
    assert lists.assignment_csv(["A,1", "A-2"], ["c1", "c2"]) == 'case_no,collector\n"A,1",c1\nA-2,c2\n'


@given(st.binary(max_size=60), st.sampled_from([b"", b"case_no,person,amount\n"]))
def test_no_bytes_end_in_anything_but_a_list_or_a_refusal(tail, head):
    try:
        read = lists.read_cases(head + tail)
    except Invalid as refused:
        assert refused.message
    else:
        assert len(read.case_nos) == len(read.persons) == len(read.cents) > 0
