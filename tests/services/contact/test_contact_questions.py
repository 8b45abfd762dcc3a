"""One line of JSON in, a verdict or a refusal that names what is wrong with the line."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjie.foundation.refusals import Invalid, Refusal
from anjie.services.contact.questions import judge_line, read_line

GOOD = {"person": "p-1", "number": "10012345678", "channel": "call", "at": "2026-09-01T10:00:00+08:00"}


def line(**changes) -> str:
    return json.dumps({**GOOD, **changes})


def entry(answered=None, number="10012345678", channel="call", at="2026-09-01T09:00:00+08:00"):
    told = {"channel": channel, "number": number, "at": at}
    return told if answered is None else {**told, "answered": answered}


def test_what_is_left_out_is_false_empty_and_the_debtor():
    asked, history, facts = read_line(line())
    assert (asked.to.value, history, facts.do_not_contact) == ("debtor", [], False)
    assert judge_line(line()).allowed


def test_the_pack_is_that_of_the_day_in_shanghai():
    assert judge_line(line(at="2026-01-29T15:59:00+00:00")).pack == "cn-2025-02@1"
    assert judge_line(line(at="2026-01-29T16:00:00Z")).pack == "cn-2026-01@1"


def test_numbers_are_equal_however_they_are_written():
    told = line(number="0512-62345678", history=[entry(False, "(0512) 6234 5678")] * 6)
    assert judge_line(told).rule == "contact.unanswered_per_number"
    told = line(number=10012345678, history=[entry(False, "+86 100-1234-5678")] * 6)
    assert judge_line(told).rule == "contact.unanswered_per_number"


def test_an_alias_may_stand_for_a_number_and_is_compared_as_it_is():
    assert judge_line(line(number="n-1", history=[entry(False, "n-1")] * 6)).count == 6
    assert judge_line(line(number="n-1", history=[entry(False, "n1")] * 6)).allowed


def test_a_call_whose_answer_is_not_told_counts_as_unanswered():
    assert judge_line(line(history=[entry()] * 6)).rule == "contact.unanswered_per_number"
    assert judge_line(line(history=[{**entry(), "answered": None}] * 6)).count == 6


@pytest.mark.parametrize("person", ["p-1", 0, 1, 20260901])
def test_a_person_is_named_by_text_or_number(person):
    assert judge_line(line(person=person)).allowed


def test_a_letter_needs_no_number():
    told = {name: value for name, value in GOOD.items() if name != "number"}
    assert judge_line(json.dumps({**told, "channel": "letter"})).allowed


@pytest.mark.parametrize("facts", [None, {}, {"do_not_contact": None}])
def test_facts_may_be_empty(facts):
    assert judge_line(line(facts=facts, history=None)).allowed


def test_bytes_with_a_mark_in_front_are_read():
    assert judge_line(b"\xef\xbb\xbf" + line().encode()).allowed
    assert judge_line("\ufeff" + line()).allowed


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ("nonsense", "not_json"),
        (b"\xff\xfe\x00", "not_json"),
        ("[" * 100_000, "not_json"),
        ("[]", "not_json"),
        ("null", "not_json"),
        ("NaN", "not_json"),
        (line(person=None), "person"),
        (line(person=""), "person"),
        (line(person=True), "person"),
        (line(person=[]), "person"),
        (line(to="neighbour"), "to"),
        (line(to=[]), "to"),
        (line(channel="wechat"), "channel"),
        (line(channel=None), "channel"),
        (line(channel=[]), "channel"),
        (line(number=None), "number"),
        (line(number=""), "number"),
        (line(number=[]), "number"),
        (line(number=True), "number"),
        (line(at=None), "at"),
        (line(at=""), "at"),
        (line(at=1756692000), "at"),
        (line(at="tomorrow"), "at"),
        (line(at="2026-09-01T10:00:00"), "at"),
        (line(at="2026-02-30T10:00:00+08:00"), "at"),
        (line(at="0001-01-01T00:00:00+14:00"), "at"),
        (line(at="9999-12-31T23:59:59-10:00"), "at"),
        (line(history={}), "history"),
        (line(history=["x"]), "history"),
        (line(history=[{"channel": "call"}]), "at"),
        (line(history=[entry(channel="fax")]), "channel"),
        (line(history=[entry(answered="yes")]), "answered"),
        (line(history=[entry(at="2026-09-01T09:00:00")]), "at"),
        (line(facts=[]), "facts"),
        (line(facts={"do_not_contct": True}), "facts"),
        (line(facts={"do_not_contact": "yes"}), "do_not_contact"),
        (line(facts={"in_mediation": 1}), "in_mediation"),
    ],
)
def test_a_bad_line_is_refused_and_its_field_named(told, field):
    with pytest.raises(Invalid) as refused:
        judge_line(told)
    assert refused.value.code == "contact.bad_line"
    assert refused.value.facts["field"] == field
    assert refused.value.message.endswith("。")


def test_a_day_before_every_pack_is_refused():
    with pytest.raises(Refusal) as refused:
        judge_line(line(at="1999-06-01T10:00:00+08:00"))
    assert refused.value.code == "contact.no_pack"


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([*GOOD, "to", "facts", "history"]), anything))
def test_no_line_ends_in_anything_but_a_verdict_or_a_refusal(changes):
    try:
        verdict = judge_line(line(**changes))
    except Refusal as refused:
        assert refused.message
    else:
        assert verdict.pack
