"""Whether somebody may be contacted now: hours, caps, third parties, marks, and when it ends."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjie.foundation import clock
from anjie.foundation.refusals import Refusal
from anjie.services.contact.packs import ANSWERED_PER_DAY, SHIPPED, UNANSWERED_PER_NUMBER
from anjie.services.contact.rules import judge, pack_on, stricter
from anjie.services.contact.words import (
    VOICE,
    Cap,
    Channel,
    Contact,
    Counted,
    Facts,
    Per,
    Question,
    Target,
    Window,
)

BASE, STANDARD, PACK = SHIPPED
MOBILE, OTHER = "10012345678", "10087654321"


def at(text: str) -> datetime:
    return clock.read_instant(text if "+" in text else f"{text}+08:00")


def question(when="2026-09-01T10:00", channel=Channel.CALL, number=MOBILE, to=Target.DEBTOR) -> Question:
    return Question(channel, number, at(when), to)


def calls(count, *, answered, day="2026-09-01", number=MOBILE, channel=Channel.CALL) -> list[Contact]:
    return [Contact(channel, number, at(f"{day}T08:{minute:02d}"), answered) for minute in range(count)]


def ruled(asked, history=(), facts=None, pack=PACK) -> str | None:
    return judge(asked, history, facts or Facts(), pack).rule


# ---- hours


@pytest.mark.parametrize(
    ("when", "allowed", "until"),
    [
        ("2026-09-01T07:59:59", False, "2026-09-01T08:00:00+08:00"),
        ("2026-09-01T08:00:00", True, None),
        ("2026-09-01T20:59:59", True, None),
        ("2026-09-01T21:00:00", False, "2026-09-02T08:00:00+08:00"),
        ("2026-09-01T23:59:59", False, "2026-09-02T08:00:00+08:00"),
        ("2026-09-02T00:00:00", False, "2026-09-02T08:00:00+08:00"),
        ("2026-09-01T00:00:00+00:00", True, None),
        ("2026-09-01T13:00:00+00:00", False, "2026-09-02T08:00:00+08:00"),
        ("2026-08-31T23:59:00+00:00", False, "2026-09-01T08:00:00+08:00"),
        ("2026-09-01T16:30:00+00:00", False, "2026-09-02T08:00:00+08:00"),
        ("2026-12-31T22:00:00", False, "2027-01-01T08:00:00+08:00"),
    ],
)
def test_hours_are_the_debtors(when, allowed, until):
    verdict = judge(question(when), [], Facts(), PACK)
    assert verdict.allowed is allowed
    assert verdict.rule == (None if allowed else "contact.hours")
    assert (verdict.until and verdict.until.isoformat()) == until


def test_a_refused_hour_says_the_fact_the_end_and_the_next_step():
    verdict = judge(question("2026-09-01T21:05"), [], Facts(), PACK)
    assert verdict.as_dict() == {
        "allowed": False,
        "rule": "contact.hours",
        "pack": "cn-2026-01@1",
        "count": 0,
        "until": "2026-09-02T08:00:00+08:00",
        "message": (
            "现在是北京时间 21:05，电话只可在 08:00–21:00 之间进行，当事人也未另行约定时间。"
            "请于 2026-09-02 08:00 后再联系。"
        ),
    }


@pytest.mark.parametrize("channel", [Channel.CALL, Channel.ROBOT, Channel.SMS, Channel.VISIT])
def test_every_way_that_reaches_a_person_keeps_hours(channel):
    assert ruled(question("2026-09-01T21:30", channel)) == "contact.hours"


def test_a_letter_comes_with_the_post_and_keeps_none():
    assert ruled(question("2026-09-01T21:30", Channel.LETTER)) is None


def test_agreed_hours_waive_the_hours_and_nothing_else():
    agreed = Facts(agreed_hours=True)
    night = question("2026-09-01T22:30")
    assert ruled(night, facts=agreed) is None
    assert ruled(night, calls(3, answered=True), agreed) == "contact.answered_per_day"
    assert ruled(night, facts=replace(agreed, do_not_contact=True)) == "contact.do_not_contact"
    third = replace(night, to=Target.THIRD_PARTY)
    assert ruled(third, facts=agreed) == "contact.third_party"


# ---- caps


@pytest.mark.parametrize(
    ("count", "rule"), [(2, None), (3, "contact.answered_per_day"), (4, "contact.answered_per_day")]
)
def test_three_answered_calls_a_day(count, rule):
    verdict = judge(question(), calls(count, answered=True), Facts(), PACK)
    assert verdict.rule == rule
    assert verdict.count == count


def test_a_full_day_names_count_end_and_next_step():
    verdict = judge(question(), calls(3, answered=True), Facts(), PACK)
    assert verdict.until == at("2026-09-02T08:00")
    assert verdict.message == (
        "今日对该当事人已接通电话（含机器人外呼） 3 次，达到上限 3 次。"
        "请于 2026-09-02 08:00 后再联系，其间请勿换号码或换人重复联系。"
    )


def test_answered_calls_count_over_numbers_staff_and_robot():
    history = [
        *calls(1, answered=True),
        *calls(1, answered=True, number=OTHER),
        *calls(1, answered=True, channel=Channel.ROBOT),
    ]
    assert ruled(question(number=OTHER), history) == "contact.answered_per_day"
    assert ruled(question(channel=Channel.ROBOT), history) == "contact.answered_per_day"
    assert ruled(question(channel=Channel.SMS), history) is None
    assert ruled(question(channel=Channel.VISIT), history) is None


@pytest.mark.parametrize(("count", "rule"), [(5, None), (6, "contact.unanswered_per_number")])
def test_six_unanswered_attempts_a_day_for_one_number(count, rule):
    history = calls(count, answered=False)
    verdict = judge(question(), history, Facts(), PACK)
    assert verdict.rule == rule
    assert judge(question(number=OTHER), history, Facts(), PACK).allowed
    if rule:
        assert verdict.count == 6
        assert verdict.until == at("2026-09-02T08:00")
        assert verdict.message == (
            "今日对该号码已拨打未接通 6 次，达到上限 6 次。请于 2026-09-02 08:00 后再联系，或换用其他有效号码。"
        )


def test_unanswered_robot_calls_count_and_answered_ones_do_not():
    history = calls(4, answered=False) + calls(2, answered=False, channel=Channel.ROBOT)
    assert ruled(question(), history) == "contact.unanswered_per_number"
    assert ruled(question(), calls(5, answered=False) + calls(2, answered=True)) is None


def test_both_caps_full_names_the_persons_first():
    history = calls(6, answered=False) + calls(3, answered=True)
    assert ruled(question(), history) == "contact.answered_per_day"


@pytest.mark.parametrize(
    "history",
    [
        calls(9, answered=True, day="2026-08-31"),
        calls(9, answered=False, day="2026-08-31"),
        calls(9, answered=True, channel=Channel.SMS),
        calls(9, answered=True, channel=Channel.LETTER),
        calls(9, answered=True, channel=Channel.VISIT),
        calls(9, answered=True, day="2026-09-02"),  # not yet happened when asked
        [Contact(Channel.CALL, MOBILE, at("2026-09-01T10:00:01"), answered=True)] * 9,
        [Contact(Channel.CALL, MOBILE, at("2026-08-31T15:59:59+00:00"), answered=True)] * 9,  # 23:59:59
    ],
)
def test_other_days_other_channels_and_the_future_do_not_count(history):
    assert ruled(question(), history) is None


@pytest.mark.parametrize(
    "moment",
    ["2026-08-31T16:00:00+00:00", "2026-09-01T00:00:00", "2026-09-01T10:00:00", "2026-09-01T02:00:00+00:00"],
)
def test_the_day_runs_from_midnight_in_shanghai_up_to_the_question_itself(moment):
    history = [Contact(Channel.CALL, MOBILE, at(moment), answered=True)] * 3
    assert ruled(question(), history) == "contact.answered_per_day"


def test_a_cap_met_at_night_by_agreement_ends_at_midnight():
    verdict = judge(question("2026-09-01T22:30"), calls(3, answered=True), Facts(agreed_hours=True), PACK)
    assert verdict.until == at("2026-09-02T00:00")


def test_hours_end_only_when_the_caps_behind_them_have_ended_too():
    early = [Contact(Channel.CALL, MOBILE, at(f"2026-09-01T0{hour}:00"), answered=True) for hour in (1, 2, 3)]
    verdict = judge(question("2026-09-01T07:00"), early, Facts(), PACK)
    assert verdict.rule == "contact.hours"
    assert verdict.until == at("2026-09-02T08:00")


@pytest.mark.parametrize(
    ("channel", "per_day", "day_rule", "per_week", "week_rule"),
    [
        (Channel.SMS, 3, "contact.sms_per_day", 12, "contact.sms_per_week"),
        (Channel.LETTER, 2, "contact.letters_per_day", 6, "contact.letters_per_week"),
        (Channel.VISIT, 1, "contact.visits_per_day", 3, "contact.visits_per_week"),
    ],
)
def test_messages_letters_and_visits_have_caps_by_day_and_week(
    channel, per_day, day_rule, per_week, week_rule
):
    asked = question(channel=channel)
    today = calls(per_day, answered=False, channel=channel)
    assert ruled(asked, today[1:]) is None
    assert ruled(asked, today) == day_rule
    days = per_week // per_day
    week = [
        entry
        for back in range(1, days + 1)
        for entry in calls(per_day, answered=False, channel=channel, day=f"2026-08-{32 - back}")
    ]
    assert ruled(asked, week[1:]) is None
    verdict = judge(asked, week, Facts(), PACK)
    assert verdict.rule == week_rule
    assert verdict.count == per_week
    # The oldest day falls out of the seven on the 8th day after it.
    oldest = date(2026, 9, 1) - timedelta(days=days)
    opens = "00:00" if channel is Channel.LETTER else "08:00"
    assert verdict.until == at(f"{oldest + timedelta(days=7)}T{opens}")


def test_a_limit_of_nought_never_ends():
    never = replace(PACK, caps=(replace(ANSWERED_PER_DAY, limit=0),))
    verdict = judge(question(), [], Facts(), never)
    assert (verdict.rule, verdict.count, verdict.until) == ("contact.answered_per_day", 0, None)
    assert "请勿以此方式联系" in verdict.message


def test_a_permit_tells_how_much_is_left():
    verdict = judge(question(), calls(1, answered=True) + calls(2, answered=False), Facts(), PACK)
    assert verdict.as_dict() == {
        "allowed": True,
        "rule": None,
        "pack": "cn-2026-01@1",
        "count": 1,
        "until": None,
        "message": "可以联系：今日已接通电话（含机器人外呼） 1 次（上限 3 次），今日已拨打未接通 2 次（上限 6 次）。",
    }


# ---- people


def test_a_third_party_only_when_the_debtor_cannot_be_reached():
    third = question(to=Target.THIRD_PARTY)
    assert ruled(third) == "contact.third_party"
    assert ruled(third, facts=Facts(debtor_unreachable=True)) is None
    assert ruled(third, facts=Facts(debtor_unreachable=True, third_party_refused=True)) == (
        "contact.third_party_refused"
    )
    assert ruled(question(), facts=Facts(third_party_refused=True)) is None


@pytest.mark.parametrize("channel", list(Channel))
def test_marks_stop_every_channel_at_any_hour_and_no_waiting_helps(channel):
    for when in ("2026-09-01T10:00", "2026-09-01T23:00"):
        for facts, rule in (
            (Facts(do_not_contact=True, in_mediation=True), "contact.do_not_contact"),
            (Facts(in_mediation=True, agreed_hours=True), "contact.in_mediation"),
        ):
            verdict = judge(question(when, channel), [], facts, PACK)
            assert (verdict.allowed, verdict.rule, verdict.until) == (False, rule, None)
            assert verdict.message.endswith("。")


def test_the_order_of_rules_is_fixed():
    third = question("2026-09-01T22:00", to=Target.THIRD_PARTY)
    full = calls(6, answered=False) + calls(3, answered=True)
    facts = Facts(do_not_contact=True, in_mediation=True, third_party_refused=True)
    named = [ruled(third, full, facts)]
    facts = replace(facts, do_not_contact=False)
    named.append(ruled(third, full, facts))
    facts = replace(facts, in_mediation=False)
    named.append(ruled(third, full, facts))
    third = replace(third, at=at("2026-09-01T12:00"))
    named.append(ruled(third, full, facts))
    facts = replace(facts, debtor_unreachable=True)
    named.append(ruled(third, full, facts))
    facts = replace(facts, third_party_refused=False)
    named.append(ruled(third, full, facts))
    named.append(ruled(third, full[:6], facts))
    named.append(ruled(third, full[1:6], facts))
    assert named == [
        "contact.do_not_contact",
        "contact.in_mediation",
        "contact.hours",
        "contact.third_party",
        "contact.third_party_refused",
        "contact.answered_per_day",
        "contact.unanswered_per_number",
        None,
    ]


# ---- packs


@pytest.mark.parametrize(
    ("day", "ref"),
    [
        ("2020-01-01", "cn-base@1"),
        ("2025-02-27", "cn-base@1"),
        ("2025-02-28", "cn-2025-02@1"),
        ("2026-01-29", "cn-2025-02@1"),
        ("2026-01-30", "cn-2026-01@1"),
        ("2030-01-01", "cn-2026-01@1"),
    ],
)
def test_a_day_is_judged_by_the_pack_of_that_day(day, ref):
    assert pack_on(date.fromisoformat(day), SHIPPED).ref == ref
    assert pack_on(date.fromisoformat(day), SHIPPED[::-1]).ref == ref


def test_a_later_version_of_the_same_day_stands():
    second = replace(PACK, version=2)
    assert pack_on(date(2026, 9, 1), [second, PACK]).ref == "cn-2026-01@2"


def test_a_day_before_all_packs_is_refused():
    with pytest.raises(Refusal) as refused:
        pack_on(date(1999, 12, 31), SHIPPED)
    assert refused.value.code == "contact.no_pack"


def test_the_same_day_judged_by_three_packs():
    answered, unanswered = calls(3, answered=True), calls(6, answered=False)
    assert [ruled(question(), answered, pack=pack) for pack in SHIPPED] == [
        None,
        "contact.answered_per_day",
        "contact.answered_per_day",
    ]
    assert [ruled(question(), unanswered, pack=pack) for pack in SHIPPED] == [
        None,
        None,
        "contact.unanswered_per_number",
    ]


CLIENT = replace(
    PACK,
    code="DEMO-BANK",
    version=3,
    label="示例银行",
    hours={Channel.CALL: Window(9 * 60, 18 * 60), Channel.LETTER: Window(8 * 60, 20 * 60)},
    caps=(
        replace(ANSWERED_PER_DAY, limit=2),
        replace(UNANSWERED_PER_NUMBER, limit=10),
        Cap("contact.calls_per_week", "拨打电话", VOICE, Counted.ALL, Per.PERSON, 7, 10),
    ),
    agreed_hours_waive=False,
    third_party_needs_unreachable=False,
)


def test_the_stricter_of_two_packs_wins_point_by_point():
    both = stricter(PACK, CLIENT)
    assert both.ref == "cn-2026-01@1+DEMO-BANK@3"
    assert both.hours[Channel.CALL].label == "09:00–18:00"
    assert both.hours[Channel.SMS].label == "08:00–21:00"
    assert both.hours[Channel.LETTER].label == "08:00–20:00"
    limits = {cap.rule: cap.limit for cap in both.caps}
    assert limits["contact.answered_per_day"] == 2
    assert limits["contact.unanswered_per_number"] == 6
    assert limits["contact.calls_per_week"] == 10
    assert limits["contact.sms_per_day"] == 3
    assert both.third_party_needs_unreachable is True
    assert ruled(question("2026-09-01T18:00"), facts=Facts(agreed_hours=True), pack=both) == "contact.hours"
    assert ruled(question(), calls(2, answered=True), pack=both) == "contact.answered_per_day"


def test_hours_that_do_not_meet_never_open():
    night = replace(CLIENT, hours={Channel.CALL: Window(21 * 60, 22 * 60)})
    verdict = judge(question(), [], Facts(), stricter(PACK, night))
    assert (verdict.rule, verdict.until) == ("contact.hours", None)
    assert verdict.message.startswith("各方规则允许电话的时段没有重合")


moments = st.datetimes(datetime(2026, 8, 30), datetime(2026, 9, 2, 23, 59)).map(  # noqa: DTZ001
    lambda moment: moment.replace(tzinfo=clock.ZONE)
)
numbers = st.sampled_from([MOBILE, OTHER])
histories = st.lists(
    st.builds(Contact, st.sampled_from(list(Channel)), numbers, moments, st.booleans()), max_size=30
)
questions = st.builds(
    Question, st.sampled_from(list(Channel)), numbers, moments, st.sampled_from(list(Target))
)
facts_of_a_person = st.builds(Facts, *[st.booleans()] * 5)


@given(asked=questions, history=histories, facts=facts_of_a_person)
def test_calls_are_allowed_exactly_when_the_plain_reading_says_so(asked, history, facts):
    today = [
        entry
        for entry in history
        if entry.channel in VOICE and entry.at.date() == asked.at.date() and entry.at <= asked.at
    ]
    answered = sum(entry.answered for entry in today)
    unanswered = sum(not entry.answered and entry.number == asked.number for entry in today)
    expected = (
        not facts.do_not_contact
        and not facts.in_mediation
        and (8 <= asked.at.hour < 21 or facts.agreed_hours)
        and (asked.to is Target.DEBTOR or (facts.debtor_unreachable and not facts.third_party_refused))
        and answered < 3
        and unanswered < 6
    )
    if asked.channel in VOICE:
        assert judge(asked, history, facts, PACK).allowed is expected


@given(asked=questions, history=histories, facts=facts_of_a_person)
def test_until_is_the_first_moment_at_which_it_is_allowed(asked, history, facts):
    past = [entry for entry in history if entry.at <= asked.at]
    verdict = judge(asked, past, facts, PACK)
    assert (verdict.rule is None) is verdict.allowed
    if verdict.allowed:
        assert verdict.until is None
    elif verdict.until is not None:
        assert verdict.until > asked.at
        then = judge(replace(asked, at=verdict.until), past, facts, PACK)
        before = judge(replace(asked, at=verdict.until - timedelta(seconds=1)), past, facts, PACK)
        assert then.allowed or then.until is None
        assert not before.allowed


@given(asked=questions, history=histories, facts=facts_of_a_person)
def test_under_both_packs_only_what_each_allows(asked, history, facts):
    allowed = [judge(asked, history, facts, pack).allowed for pack in (PACK, CLIENT)]
    both = judge(asked, history, facts, stricter(PACK, CLIENT)).allowed
    other_way = judge(asked, history, facts, stricter(CLIENT, PACK)).allowed
    assert both is other_way
    assert both <= all(allowed)


@given(asked=questions, history=histories, facts=facts_of_a_person)
def test_the_offset_in_which_a_moment_is_written_changes_nothing(asked, history, facts):
    abroad = clock.ZoneInfo("America/New_York")
    moved = replace(asked, at=asked.at.astimezone(abroad))
    far = [replace(entry, at=entry.at.astimezone(abroad)) for entry in history]
    assert judge(moved, far, facts, PACK) == judge(asked, history, facts, PACK)


@pytest.mark.parametrize("field", ["third_party_needs_unreachable", "third_party_refusal_stops"])
def test_a_condition_holds_if_either_pack_asks_for_it(field):
    lenient = replace(PACK, **{field: False})
    assert getattr(stricter(PACK, lenient), field) is True
    assert getattr(stricter(lenient, PACK), field) is True
    assert getattr(stricter(lenient, lenient), field) is False


def test_both_packs_are_in_force_from_the_later_of_their_days():
    assert stricter(BASE, PACK).valid_from == stricter(PACK, BASE).valid_from == date(2026, 1, 30)


def test_where_a_pack_counts_nothing_the_permit_counts_nothing():
    verdict = judge(question(), calls(9, answered=True), Facts(), replace(PACK, caps=()))
    assert (verdict.allowed, verdict.count, verdict.message) == (True, 0, "可以联系。")


def test_a_contact_is_unanswered_unless_it_is_said_to_be_answered():
    assert Contact(Channel.CALL, MOBILE, at("2026-09-01T09:00")).answered is False
