"""Pure rules of working a debt: what a result means, whether a promise was kept, when a first call is late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from anjie.foundation import clock
from anjie.foundation.calendar import Overrides, add_working_days, add_working_hours

ANSWERED = frozenset({"connected", "third_party", "refused"})
"""Meanings of a result in which somebody answered."""

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


def is_answered(meaning: str) -> bool:
    """Whether a result of this meaning says that somebody picked up or opened the door."""
    return meaning in ANSWERED


def point_state_after(meaning: str, *, own: bool) -> str | None:
    """The state a contact point takes from a result; None leaves it as it is.

    ``own`` is whether the point is the debtor's: a stranger answering there makes it a stranger's number.
    """
    match meaning:
        case "connected":
            return "valid"
        case "third_party":
            return "stranger" if own else "valid"
        case "invalid":
            return "invalid"
        case "refused":
            return "refused"
    return None


def is_entered_late(at: datetime, entered_at: datetime) -> bool:
    """Whether a contact was entered on a later day than it was made."""
    return clock.local(entered_at).date() > clock.local(at).date()


@dataclass(frozen=True)
class PromisedSum:
    """A promise as the rule sees it; money that comes up to ``grace_days`` after its day still keeps it."""

    amount: Decimal
    made_on: date
    due_on: date
    grace_days: int = 0

    @property
    def last_day(self) -> date:
        """The last day on which money still keeps it."""
        return self.due_on + timedelta(days=self.grace_days)


@dataclass(frozen=True)
class PaidSum:
    """A repayment as the rule sees it: one that counts."""

    amount: Decimal
    paid_on: date


@dataclass(frozen=True)
class PromiseVerdict:
    """What became of a promise: its state and how much of what was paid falls to it."""

    state: str
    paid: Decimal


def judge_promises(
    promises: Sequence[PromisedSum], payments: Sequence[PaidSum], today: date
) -> list[PromiseVerdict]:
    """What became of all the promises of one case, in the order given.

    A payment made from the day of the promise up to its last day (the day due and the days of grace) falls to
    it; each yuan falls to one promise only, the one due first. Kept as soon as all of it was paid; after its
    last day partly or broken; until then open. What is paid after that keeps no promise.
    """
    left = [payment.amount for payment in payments]
    by_day = sorted(range(len(payments)), key=lambda at: payments[at].paid_on)
    verdicts: dict[int, PromiseVerdict] = {}
    order = sorted(range(len(promises)), key=lambda at: (promises[at].due_on, promises[at].made_on, at))
    for at in order:
        promise = promises[at]
        paid = Decimal(0)
        for place in by_day:
            payment = payments[place]
            if promise.made_on <= payment.paid_on <= promise.last_day:
                taken = min(left[place], promise.amount - paid)
                left[place] -= taken
                paid += taken
        verdicts[at] = PromiseVerdict(_promise_state(promise, paid, today), paid)
    return [verdicts[at] for at in range(len(promises))]


def _promise_state(promise: PromisedSum, paid: Decimal, today: date) -> str:
    if paid >= promise.amount:
        return "kept"
    if today <= promise.last_day:
        return "open"
    return "partly" if paid > 0 else "broken"


def first_call_due(given_at: datetime, limit: int, unit: str, overrides: Overrides | None = None) -> datetime:
    """The instant by which the first call is to be made; days run to the end of the last one."""
    start = clock.local(given_at)
    match unit:
        case "hours":
            return start + timedelta(hours=limit)
        case "working_hours":
            return add_working_hours(start, limit, overrides)
        case "days":
            return _begins(start.date() + timedelta(days=limit + 1))
        case "working_days":
            return _begins(add_working_days(start.date(), limit, overrides) + _DAY)
    raise ValueError(f"no clock is called {unit}")


def first_call_cutoff(now: datetime, limit: int, unit: str, overrides: Overrides | None = None) -> datetime:
    """Whatever was given before this instant and not yet called is late at ``now``.

    The inverse of :func:`first_call_due`, so that a list of late cases is one comparison in the database.
    """
    at = clock.local(now)
    match unit:
        case "hours":
            return at - timedelta(hours=limit)
        case "days":
            return _begins(at.date() - timedelta(days=limit))
        case "working_days":
            day = at.date()
            while add_working_days(day - _DAY, limit, overrides) >= at.date():
                day -= _DAY
            return _begins(day)
        case "working_hours":
            return _working_hours_cutoff(at, limit, overrides)
    raise ValueError(f"no clock is called {unit}")


def _working_hours_cutoff(now: datetime, limit: int, overrides: Overrides | None) -> datetime:
    # Holidays never last a fortnight; what lies further back has had its hours.
    first = now - timedelta(days=14 + limit)
    late, early = 0, int((now - first) / _MINUTE) + 1
    while early - late > 1:
        middle = (late + early) // 2
        if add_working_hours(first + middle * _MINUTE, limit, overrides) < now:
            late = middle
        else:
            early = middle
    return first + early * _MINUTE


def _begins(day: date) -> datetime:
    return datetime.combine(day, time(), clock.ZONE)
