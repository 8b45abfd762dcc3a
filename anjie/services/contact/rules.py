"""Whether a debtor or a third party may be contacted now: one pure rule for calls, robots, messages and visits.

Time, history, facts and the rule pack are arguments, so any past day can be judged again. All clocks are the
debtor's, Asia/Shanghai, whatever offset the instants carry. A window is open from its first minute up to,
not including, its last: at 21:00:00 the window 08:00–21:00 is closed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from anjie.foundation import clock
from anjie.foundation.refusals import Refusal
from anjie.services.contact.words import (
    Cap,
    Contact,
    Counted,
    Facts,
    Per,
    Question,
    RulePack,
    Target,
    Verdict,
)


@dataclass(frozen=True)
class _Stop:
    """The first rule that refuses, before it is known when everything is allowed again."""

    rule: str
    fact: str
    advice: str
    count: int = 0
    ends: datetime | None = None


def judge(question: Question, history: Iterable[Contact], facts: Facts, pack: RulePack) -> Verdict:
    """The verdict on one contact under one pack.

    ``history`` is of the same person over all cases; what lies after the question is not looked at, what
    happened at the same instant counts. Rules are asked in this order and the first that refuses is named:
    do_not_contact, in_mediation, hours, third_party, third_party_refused, then the caps as the pack lists
    them. ``agreed_hours`` waives the hours and nothing else.
    """
    asked = replace(question, at=clock.local(question.at))
    past = [entry for entry in history if entry.at <= asked.at]
    stop = _first_stop(asked, past, facts, pack)
    if stop is None:
        return _permit(asked, past, pack)
    until = _allowed_again(asked, past, facts, pack, stop)
    advice = stop.advice.format(until=f"{until:%Y-%m-%d %H:%M}" if until else "")
    return Verdict(False, stop.rule, pack.ref, stop.count, until, f"{stop.fact}{advice}")


def pack_on(day: date, packs: Sequence[RulePack]) -> RulePack:
    """The pack in force on a day: the latest ``valid_from`` not after it, of those the highest version."""
    in_force = [pack for pack in packs if pack.valid_from <= day]
    if not in_force:
        raise Refusal(
            "contact.no_pack",
            f"{day.isoformat()} 没有生效的联系规则，系统不允许联系。请由管理员登记该日起生效的规则。",
            day=day.isoformat(),
        )
    return max(in_force, key=lambda pack: (pack.valid_from, pack.version))


def stricter(ours: RulePack, clients: RulePack) -> RulePack:
    """Both packs at once: whatever one of them refuses is refused.

    Hours overlap, limits take the smaller, conditions hold if one asks for them, and agreed hours
    waive only where both let them.
    """
    hours = dict(ours.hours)
    for channel, window in clients.hours.items():
        hours[channel] = hours[channel].overlap(window) if channel in hours else window
    caps = {cap.measure: cap for cap in ours.caps}
    for cap in clients.caps:
        held = caps.get(cap.measure)
        if held is None or cap.limit < held.limit:
            caps[cap.measure] = cap
    return RulePack(
        code=f"{ours.ref}+{clients.code}",
        version=clients.version,
        valid_from=max(ours.valid_from, clients.valid_from),
        label=f"{ours.label}；{clients.label}",
        hours=hours,
        caps=tuple(caps.values()),
        third_party_needs_unreachable=(
            ours.third_party_needs_unreachable or clients.third_party_needs_unreachable
        ),
        third_party_refusal_stops=ours.third_party_refusal_stops or clients.third_party_refusal_stops,
        agreed_hours_waive=ours.agreed_hours_waive and clients.agreed_hours_waive,
        source="；".join(filter(None, (ours.source, clients.source))),
    )


def _first_stop(question: Question, past: Sequence[Contact], facts: Facts, pack: RulePack) -> _Stop | None:
    if facts.do_not_contact:
        return _Stop(
            "contact.do_not_contact",
            "当事人已被标记为禁止联系。",
            "请勿以任何方式联系；确需恢复的，请主管核实后解除标记。",
        )
    if facts.in_mediation:
        return _Stop(
            "contact.in_mediation",
            "该当事人的债务正在调解，催收联系已停止。",
            "请等待调解结果，案件转回后再联系。",
        )
    if stop := _hours_stop(question, facts, pack):
        return stop
    if question.to is Target.THIRD_PARTY:
        if pack.third_party_needs_unreachable and not facts.debtor_unreachable:
            return _Stop(
                "contact.third_party",
                "债务人本人仍可联系，不得联系第三人。",
                "请先联系本人；确认失联并登记后，方可联系第三人，且不得透露欠款。",
            )
        if pack.third_party_refusal_stops and facts.third_party_refused:
            return _Stop(
                "contact.third_party_refused",
                "该第三人已明确拒绝被联系。",
                "请停止联系此人，改用其他途径。",
            )
    for cap in pack.caps:
        if stop := _cap_stop(cap, question, past):
            return stop
    return None


def _hours_stop(question: Question, facts: Facts, pack: RulePack) -> _Stop | None:
    window = pack.hours.get(question.channel)
    if window is None or window.contains(question.at):
        return None
    if facts.agreed_hours and pack.agreed_hours_waive:
        return None
    label = question.channel.label
    if window.never:
        return _Stop(
            "contact.hours",
            f"各方规则允许{label}的时段没有重合，任何时间都不能{label}联系。",
            "请联系管理员核对本单位与委托方的规则。",
        )
    opens = _at_minute(question.at.date(), window.opens)
    if question.at >= opens:
        opens = _at_minute(question.at.date() + timedelta(days=1), window.opens)
    reason = "当事人也未另行约定时间" if pack.agreed_hours_waive else "且不因另行约定而放宽"
    return _Stop(
        "contact.hours",
        f"现在是北京时间 {question.at:%H:%M}，{label}只可在 {window.label} 之间进行，{reason}。",
        "请于 {until} 后再联系。",
        ends=opens,
    )


def _cap_stop(cap: Cap, question: Question, past: Sequence[Contact]) -> _Stop | None:
    if question.channel not in cap.channels:
        return None
    counted = _counted_days(cap, question, past)
    today = question.at.date()
    count = _count(cap, counted, today)
    if count < cap.limit:
        return None
    whose = "对该号码" if cap.per is Per.NUMBER else "对该当事人"
    ends = None
    if cap.limit > 0:
        free = next(
            today + timedelta(days=ahead)
            for ahead in range(1, cap.days + 1)
            if _count(cap, counted, today + timedelta(days=ahead)) < cap.limit
        )
        ends = _at_minute(free, 0)
    advice = "请于 {until} 后再联系" if ends else "请勿以此方式联系"
    advice += "，或换用其他有效号码。" if cap.per is Per.NUMBER else "，其间请勿换号码或换人重复联系。"
    return _Stop(
        cap.rule,
        f"{_span(cap)}{whose}已{cap.label} {count} 次，达到上限 {cap.limit} 次。",
        advice,
        count=count,
        ends=ends,
    )


def _span(cap: Cap) -> str:
    return "今日" if cap.days == 1 else f"近 {cap.days} 天"


def _counted_days(cap: Cap, question: Question, past: Sequence[Contact]) -> list[date]:
    """The days of the past contacts this cap counts, one entry for each contact."""
    return [
        clock.local(entry.at).date()
        for entry in past
        if entry.channel in cap.channels
        and (cap.per is Per.PERSON or entry.number == question.number)
        and (cap.counted is Counted.ALL or entry.answered is (cap.counted is Counted.ANSWERED))
    ]


def _count(cap: Cap, days: Sequence[date], on: date) -> int:
    first = on - timedelta(days=cap.days - 1)
    return sum(first <= day <= on for day in days)


def _allowed_again(
    question: Question, past: Sequence[Contact], facts: Facts, pack: RulePack, stop: _Stop
) -> datetime | None:
    """When the question is allowed: a cap that ends at midnight still waits for the hours to open.

    Where a rule that no waiting ends stands behind it, the end of the rules that waiting does end.
    """
    moment = stop.ends
    while moment is not None:
        following = _first_stop(replace(question, at=moment), past, facts, pack)
        if following is None or following.ends is None:
            return moment
        moment = following.ends
    return None


def _permit(question: Question, past: Sequence[Contact], pack: RulePack) -> Verdict:
    counts = [
        (cap, _count(cap, _counted_days(cap, question, past), question.at.date()))
        for cap in pack.caps
        if question.channel in cap.channels
    ]
    told = "，".join(f"{_span(cap)}已{cap.label} {count} 次（上限 {cap.limit} 次）" for cap, count in counts)
    message = f"可以联系：{told}。" if told else "可以联系。"
    return Verdict(True, None, pack.ref, counts[0][1] if counts else 0, None, message)


def _at_minute(day: date, minute: int) -> datetime:
    return datetime.combine(day, time(), clock.ZONE) + timedelta(minutes=minute)
