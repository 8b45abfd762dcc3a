"""Which placement a repayment belongs to, and whether it was counted before: values in, verdicts out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from anjie.foundation import money
from anjie.foundation.refusals import Refusal
from anjie.lines.recovery.placement.keys import Candidate as Candidate
from anjie.lines.recovery.placement.keys import Keys as Keys
from anjie.lines.recovery.placement.keys import agreeing_with, numbers

CLAIM_DAYS = 5
"""A debtor names the day he paid, the bank the day it booked: these days apart they are still one payment."""


@dataclass(frozen=True)
class RepaymentIn:
    """One repayment as a sheet or a clerk gives it; at least one key says which placement it is for.

    ``row`` comes back with every refusal. ``another`` says that an equal payment on the same day is
    truly a second one. Card and ID numbers are given in the clear and never stored.
    """

    row: int
    amount: Decimal
    paid_on: date
    case_id: int | None = None
    serial_no: str = ""
    contract_no: str = ""
    card_no: str = field(default="", repr=False)
    id_no: str = field(default="", repr=False)
    placed_on: date | None = None
    reference: str = ""
    note: str = ""
    another: bool = False


@dataclass(frozen=True)
class Chosen:
    """The placement a row belongs to, and what a person should still know about it."""

    candidate: Candidate
    warnings: tuple[Refusal, ...] = ()


def check_amount(row: RepaymentIn, today: date) -> Refusal | None:
    """The refusal of a row that cannot be a repayment whatever it is for."""
    if row.amount <= 0:
        return Refusal(
            "payment.not_positive",
            f"还款金额 {money.show(row.amount)} 必须大于零。退款或冲账请在系统中对原还款做冲正。",
            amount=money.plain(row.amount),
        )
    if row.paid_on > today:
        return Refusal(
            "payment.future",
            f"还款日期 {row.paid_on} 晚于今天 {today}。请核对日期。",
            paid_on=str(row.paid_on),
        )
    return None


def choose_placement(keys: Keys, paid_on: date, candidates: Sequence[Candidate]) -> Chosen | Refusal:
    """The one placement a payment of this day belongs to; unknown and ambiguous ones are refused, never guessed."""
    agreeing = agreeing_with(keys, candidates)
    if isinstance(agreeing, Refusal):
        return agreeing
    if len(agreeing) > 1:
        covering = [candidate for candidate in agreeing if candidate.covers(paid_on)]
        still_open = [candidate for candidate in covering if candidate.is_open]
        agreeing = covering if len(covering) == 1 else still_open if len(still_open) == 1 else agreeing
    if len(agreeing) > 1:
        return Refusal(
            "payment.ambiguous",
            f"{keys.named}对应 {len(agreeing)} 件委案（{numbers(agreeing)}），无法判断还款归属。"
            "请补充个案序列号或委案日期。",
            cases=[candidate.no for candidate in agreeing],
        )
    return Chosen(agreeing[0], tuple(_doubts(agreeing[0], paid_on)))


def _doubts(candidate: Candidate, paid_on: date) -> Iterable[Refusal]:
    if paid_on < candidate.placed_on:
        yield Refusal(
            "payment.before_placement",
            f"还款日期 {paid_on} 早于案件 {candidate.no} 的委案日期 {candidate.placed_on}。"
            "已按清单计入，请确认是否应计佣金。",
            no=candidate.no,
            placed_on=str(candidate.placed_on),
        )
    if candidate.ended_on is not None and paid_on > candidate.ended_on:
        yield Refusal(
            "payment.after_return",
            f"还款日期 {paid_on} 晚于案件 {candidate.no} 的退案日期 {candidate.ended_on}。"
            "已按清单计入，请确认是否应计佣金。",
            no=candidate.no,
            ended_on=str(candidate.ended_on),
        )


@dataclass(frozen=True)
class Placed:
    """A row that has found its case."""

    row: int
    case_id: int
    no: str
    paid_on: date
    amount: Decimal
    reference: str = ""
    another: bool = False

    @property
    def equals(self) -> tuple[int, date, Decimal]:
        """What two payments share when they may be the same one."""
        return self.case_id, self.paid_on, self.amount


@dataclass(frozen=True)
class Known:
    """A repayment already counted and not reversed."""

    case_id: int
    no: str
    paid_on: date
    amount: Decimal
    reference: str
    fingerprint: str


def tell_apart(rows: Sequence[Placed], known: Sequence[Known]) -> dict[int, str | Refusal]:
    """For each row by its number: the fingerprint it is counted under, or why it was counted before.

    A client's own reference decides. Without one on either side, the first equal payments (case, day,
    amount) of a list are taken for those already here, and only what is over is new; so the same list
    twice, a claim confirmed before the bank's list came, and a list with references after one without
    never count a payment twice.
    """
    by_reference = {payment.reference: payment for payment in known if payment.reference}
    unexplained: dict[tuple[int, date, Decimal], list[Known]] = defaultdict(list)
    taken: set[str] = set()
    for payment in known:
        taken.add(payment.fingerprint)
        unexplained[payment.case_id, payment.paid_on, payment.amount].append(payment)
    verdicts: dict[int, str | Refusal] = {}
    seen: dict[str, int] = {}
    for row in rows:
        if not row.reference:
            continue
        earlier = by_reference.get(row.reference)
        if row.reference in seen:
            verdicts[row.row] = _twice_in_list(row, seen[row.reference])
        elif earlier is not None:
            verdicts[row.row] = _counted_before(row, earlier)
            equal = unexplained[row.equals]
            if earlier in equal:
                equal.remove(earlier)
        seen.setdefault(row.reference, row.row)
    for row in rows:
        if row.row in verdicts:
            continue
        equal = unexplained[row.equals]
        same = next((payment for payment in equal if not (row.reference and payment.reference)), None)
        if same is not None and not row.another:
            equal.remove(same)
            verdicts[row.row] = _counted_before(row, same)
            continue
        mark = f"ref:{row.reference}" if row.reference else _ordinal(row, taken)
        taken.add(mark)
        verdicts[row.row] = mark
    return verdicts


def _ordinal(row: Placed, taken: set[str]) -> str:
    stem = f"{row.case_id}:{row.paid_on.isoformat()}:{money.plain(row.amount)}:"
    number = 1
    while f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}"


def _counted_before(row: Placed, earlier: Known) -> Refusal:
    by = f"（流水号 {earlier.reference}）" if earlier.reference else ""
    return Refusal(
        "payment.already_counted",
        f"案件 {earlier.no} 在 {earlier.paid_on} 的还款 {money.show(earlier.amount)} 元{by}已计入，不再重复计入。"
        "如确为另一笔还款，请手工录入并注明。",
        no=earlier.no,
        paid_on=str(earlier.paid_on),
        amount=money.plain(earlier.amount),
    )


def _twice_in_list(row: Placed, first: int) -> Refusal:
    return Refusal(
        "payment.twice_in_list",
        f"流水号 {row.reference} 在本清单第 {first} 行已出现。请核对后删去重复的一行。",
        reference=row.reference,
        first_row=first,
    )


def overpaid(no: str, balance: Decimal) -> Refusal:
    """The warning that a case was paid more than was owed."""
    return Refusal(
        "payment.overpaid",
        f"案件 {no} 的还款超过欠款 {money.show(-balance)} 元。已全额计入，请与委托方核对是否多还。",
        no=no,
        over=money.plain(-balance),
    )


@dataclass(frozen=True)
class Claim:
    """A claimed payment that still waits for the bank."""

    id: int
    case_id: int
    paid_on: date
    amount: Decimal


def pair_claims(
    claims: Sequence[Claim], payments: Sequence[tuple[int, int, date, Decimal]]
) -> Mapping[int, int]:
    """Waiting claims with the repayment (id, case, day, amount) that proves each: same amount, nearest day."""
    by_case: dict[tuple[int, Decimal], list[tuple[int, date]]] = defaultdict(list)
    for payment_id, case_id, day, amount in payments:
        by_case[case_id, amount].append((payment_id, day))
    pairs: dict[int, int] = {}
    for claim in sorted(claims, key=lambda claim: (claim.paid_on, claim.id)):
        options = by_case[claim.case_id, claim.amount]
        near = [option for option in options if abs((option[1] - claim.paid_on).days) <= CLAIM_DAYS]
        if near:
            best = min(near, key=lambda option: (abs((option[1] - claim.paid_on).days), option[0]))
            options.remove(best)
            pairs[claim.id] = best[0]
    return pairs
