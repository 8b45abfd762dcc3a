"""What the robot says, what an answer of its is worth, and when it calls again: facts in, verdicts out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from anjie.lines.mediation.consent.rules import FINAL, NOT_REACHED, UNCLEAR
from anjie.ports.robot import CallReport, Step, Turn

TRIES = 3
"""Calls without a connection or a clear answer, after which people take over."""
SPACING_HOURS = 4
LEAST_SPACING, MOST_SPACING = 1, 72
LEAST_SURE = 0.6
"""What the robot understood less surely than this is no answer."""
UNPLACED_MOST = 5
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=5), timedelta(hours=2)
DIALOGUE = "consent-1"
IDENTITY = ("identity", "identity_again")
"""The steps that ask who is speaking; until one is answered with yes the matter is not named."""
HARMLESS = (*IDENTITY, "wrong_person")
YES, WANTS_PERSON, STOP_CALLING = "yes", "wants_person", "do_not_call"


@dataclass(frozen=True, slots=True)
class Concluded:
    """What a call is worth: the answer, whether the party himself gave it, and whether people are to take over now."""

    said: str
    identified: bool
    why: str = ""
    to_people: bool = False


def dialogue(
    *, name: str, institution: str, kind: str, is_applicant: bool, applicant: str
) -> tuple[Step, ...]:
    """The dialogue by which one party is asked; nothing of the matter is said before he confirmed who he is."""
    matter = (
        f"您提交的{kind}纠纷调解申请已通过审核"
        if is_applicant
        else f"{applicant}就一起{kind}纠纷申请与您调解"
    )
    answers = (
        ("willing", "willing"),
        ("unwilling", "unwilling"),
        (WANTS_PERSON, "to_person"),
        (STOP_CALLING, "to_person"),
    )
    return (
        Step(
            "identity",
            f"您好，我是{institution}的智能语音助手，本次通话会被录音。请问您是{name}本人吗？",
            ((YES, "matter"), ("no", "wrong_person"), ("unclear", "identity_again")),
        ),
        Step(
            "identity_again",
            f"抱歉没有听清，请问您是{name}本人吗？请回答“是”或“不是”。",
            ((YES, "matter"), ("no", "wrong_person"), ("unclear", "wrong_person")),
        ),
        Step(
            "matter",
            f"{matter}。调解由双方自愿参加、不收费用。请问您是否愿意调解？",
            (*answers, ("unclear", "matter_again")),
        ),
        Step(
            "matter_again",
            "抱歉没有听清，请问您是否愿意参加调解？请回答“愿意”或“不愿意”。",
            (*answers, ("unclear", "to_person")),
        ),
        Step("willing", "好的，已记录您愿意调解，后续由工作人员与您联系。再见。"),
        Step("unwilling", "好的，已记录您不愿意调解。再见。"),
        Step("to_person", "好的，后续由工作人员与您联系。再见。"),
        Step("wrong_person", "抱歉打扰了，再见。"),
    )


def concluded(report: CallReport) -> Concluded:
    """What an ended call is worth, by its own turns: the robot's conclusion counts only where they bear it out."""
    if not report.connected:
        return Concluded(NOT_REACHED, False)
    known_at = _identified_at(report.turns)
    named_at = next(
        (at for at, one in enumerate(report.turns) if one.by == "robot" and one.step not in HARMLESS), None
    )
    if named_at is not None and (known_at is None or named_at < known_at):
        return Concluded(UNCLEAR, known_at is not None, "未核实身份即说明事由，答复不计")
    if known_at is None:
        return Concluded(UNCLEAR, False, "未能确认接听人是本人")
    answers = [one for one in report.turns[known_at + 1 :] if one.by == "party"]
    if any(one.intent in (WANTS_PERSON, STOP_CALLING) and _sure(one) for one in answers):
        stop = any(one.intent == STOP_CALLING for one in answers)
        return Concluded(UNCLEAR, True, "要求不再由机器人拨打" if stop else "要求人工联系", to_people=True)
    last = answers[-1] if answers else None
    if last is None or last.intent not in FINAL:
        return Concluded(UNCLEAR, True, "没有得到明确答复")
    if not _sure(last):
        return Concluded(UNCLEAR, True, "语音识别把握不足，答复不计")
    if report.conclusion != last.intent:
        return Concluded(UNCLEAR, True, "机器人的结论与对话不符，答复不计")
    return Concluded(last.intent, True)


def next_call(attempts: int, said: str, now: datetime, spacing: timedelta) -> datetime | None:
    """When the robot calls again after so many calls, or ``None``: it is done, or people take over."""
    if said in FINAL or attempts >= TRIES:
        return None
    return now + spacing


def next_try(unplaced: int, now: datetime) -> datetime | None:
    """When a call that did not go out is tried again, later and later; ``None`` when people take over."""
    if unplaced >= UNPLACED_MOST:
        return None
    return now + min(LONGEST_WAIT, FIRST_WAIT * 2 ** max(0, unplaced - 1))


def _identified_at(turns: Sequence[Turn]) -> int | None:
    """Where in the talk he said that it is he."""
    for at, one in enumerate(turns):
        if one.by == "party" and one.step in IDENTITY and one.intent == YES and _sure(one):
            return at
    return None


def _sure(turn: Turn) -> bool:
    return turn.confidence is not None and turn.confidence >= LEAST_SURE
