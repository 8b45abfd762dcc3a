"""What the robot says and what its answers are worth, and how often it calls: facts in, verdicts out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjie.lines.mediation.consent.robot_rules import (
    HARMLESS,
    IDENTITY,
    TRIES,
    UNPLACED_MOST,
    concluded,
    dialogue,
    next_call,
    next_try,
)
from anjie.lines.mediation.consent.rules import FINAL
from anjie.ports.robot import Call, CallReport, Turn
from tests.vendors import FakeRobot

STEPS = dialogue(
    name="秦海涛", institution="城东调解委员会", kind="邻里", is_applicant=False, applicant="沈梅"
)
CALL = Call("anjie-1", "19900000001", "秦海涛", "consent-1", STEPS)
NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)


def told(*answers: str, sure: float = 0.95) -> CallReport:
    return FakeRobot().tells(CALL, *answers, sure=sure)


class TestDialogue:
    @pytest.mark.parametrize("is_applicant", [True, False])
    def test_nothing_of_the_matter_is_said_before_he_confirmed_who_he_is(self, is_applicant: bool) -> None:
        steps = dialogue(
            name="秦海涛",
            institution="城东调解委员会",
            kind="邻里",
            is_applicant=is_applicant,
            applicant="沈梅",
        )
        by_key = {one.key: one for one in steps}
        # Whatever is reached without a yes to who he is
        open_steps, reached = [steps[0].key], set()
        while open_steps:
            key = open_steps.pop()
            reached.add(key)
            if key in IDENTITY:
                open_steps += [
                    then for intent, then in by_key[key].after if intent != "yes" and then not in reached
                ]
        assert reached == set(HARMLESS)
        for key in reached:
            assert not any(
                word in by_key[key].say for word in ("纠纷", "邻里", "沈梅", "调解申请", "是否愿意")
            )
        assert "邻里纠纷" in by_key["matter"].say

    def test_every_step_leads_somewhere_that_is_there(self) -> None:
        keys = {one.key for one in STEPS}
        assert {then for one in STEPS for _, then in one.after} <= keys


class TestWorth:
    @pytest.mark.parametrize(
        ("answers", "said", "identified", "why"),
        [
            ((), "not_reached", False, ""),
            (("yes", "willing"), "willing", True, ""),
            (("unclear", "yes", "unwilling"), "unwilling", True, ""),
            (("yes", "unclear", "willing"), "willing", True, ""),
            (("no",), "unclear", False, "未能确认接听人是本人"),
            (("yes",), "unclear", True, "没有得到明确答复"),
            (("yes", "unclear", "unclear"), "unclear", True, "没有得到明确答复"),
        ],
    )
    def test_a_call_is_worth_what_was_said_in_it(
        self, answers: tuple[str, ...], said: str, identified: bool, why: str
    ) -> None:
        got = concluded(told(*answers))
        assert (got.said, got.identified, got.why, got.to_people) == (said, identified, why, False)

    @pytest.mark.parametrize(
        ("intent", "why"), [("wants_person", "要求人工联系"), ("do_not_call", "要求不再由机器人拨打")]
    )
    def test_who_wants_a_person_goes_to_people_at_once(self, intent: str, why: str) -> None:
        got = concluded(told("yes", intent))
        assert (got.said, got.why, got.to_people) == ("unclear", why, True)

    def test_what_was_hardly_understood_is_no_answer(self) -> None:
        assert concluded(told("yes", "willing", sure=0.59)).why == "未核实身份即说明事由，答复不计"
        sure, unsure = told("yes", "willing"), told("yes", "willing", sure=0.5)
        mixed = replace(sure, turns=(*sure.turns[:3], unsure.turns[3]))
        assert (concluded(mixed).said, concluded(mixed).why) == ("unclear", "语音识别把握不足，答复不计")

    def test_a_conclusion_the_talk_does_not_bear_out_is_none(self) -> None:
        got = concluded(replace(told("yes", "unwilling"), conclusion="willing"))
        assert (got.said, got.why) == ("unclear", "机器人的结论与对话不符，答复不计")

    def test_an_answer_before_he_said_who_he_is_counts_for_nothing(self) -> None:
        early = told("yes", "willing")
        swapped = replace(early, turns=(*early.turns[2:], *early.turns[:2]))
        assert (concluded(swapped).said, concluded(swapped).why) == (
            "unclear",
            "未核实身份即说明事由，答复不计",
        )
        alone = replace(early, turns=(Turn("party", "matter", "愿意", "willing", 0.9),))
        assert concluded(alone).said == "unclear"

    @given(
        st.lists(
            st.builds(
                Turn,
                by=st.sampled_from(["robot", "party"]),
                step=st.sampled_from([one.key for one in STEPS]),
                text=st.just(""),
                intent=st.sampled_from(["", "yes", "no", "willing", "unwilling", "unclear"]),
                confidence=st.one_of(st.none(), st.floats(0, 1)),
            ),
            max_size=8,
        ),
        st.sampled_from(["willing", "unwilling", "unclear", ""]),
    )
    def test_no_talk_at_all_makes_a_clear_answer_without_a_sure_yes_to_who_he_is(
        self, turns: list[Turn], conclusion: str
    ) -> None:
        got = concluded(CallReport("r", True, True, tuple(turns), conclusion))
        if got.said in FINAL:
            yes = [
                at for at, one in enumerate(turns)
                if one.by == "party" and one.step in IDENTITY and one.intent == "yes" and (one.confidence or 0) >= 0.6
            ]  # fmt: skip
            named = [at for at, one in enumerate(turns) if one.by == "robot" and one.step not in HARMLESS]
            assert yes and got.identified and got.said == conclusion
            assert all(at > yes[0] for at in named)


class TestAgain:
    @given(
        st.lists(st.sampled_from(["not_reached", "unclear", "willing", "unwilling"]), min_size=1, max_size=9)
    )
    def test_never_more_than_three_calls(self, answers: list[str]) -> None:
        calls, at = 0, NOW
        for said in answers:
            calls += 1
            following = next_call(calls, said, at, timedelta(hours=4))
            if following is None:
                break
            assert following - at == timedelta(hours=4) and said not in FINAL
            at = following
        assert calls <= TRIES

    def test_a_call_that_did_not_go_out_waits_longer_each_time_and_ends(self) -> None:
        waits = [next_try(times, NOW) for times in range(1, UNPLACED_MOST + 1)]
        assert [one and (one - NOW) // timedelta(minutes=1) for one in waits] == [5, 10, 20, 40, None]
