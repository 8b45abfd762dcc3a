"""What the contact rules speak of: channels, caps, packs, what is asked, what is known, and the verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any


class Channel(StrEnum):
    """The way somebody is contacted."""

    CALL = "call"
    ROBOT = "robot"
    SMS = "sms"
    LETTER = "letter"
    VISIT = "visit"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return _CHANNEL_LABELS[self]


_CHANNEL_LABELS = {
    Channel.CALL: "电话",
    Channel.ROBOT: "机器人外呼",
    Channel.SMS: "短信",
    Channel.LETTER: "信函",
    Channel.VISIT: "外访",
}
VOICE = frozenset({Channel.CALL, Channel.ROBOT})


class Target(StrEnum):
    """Who is contacted."""

    DEBTOR = "debtor"
    THIRD_PARTY = "third_party"


class Counted(StrEnum):
    """Which past contacts a cap counts; a call whose answer is not known counts as unanswered."""

    ALL = "all"
    ANSWERED = "answered"
    UNANSWERED = "unanswered"


class Per(StrEnum):
    """Over what a cap counts: the person in all cases, or one number."""

    PERSON = "person"
    NUMBER = "number"


@dataclass(frozen=True)
class Window:
    """Minutes of the day in which contact is allowed: ``opens <= minute < closes``; equal means never."""

    opens: int
    closes: int

    def contains(self, moment: datetime) -> bool:
        """Whether this wall-clock time lies inside."""
        return self.opens <= moment.hour * 60 + moment.minute < self.closes

    def overlap(self, other: Window) -> Window:
        """The minutes that lie in both."""
        opens, closes = max(self.opens, other.opens), min(self.closes, other.closes)
        return Window(opens, closes) if opens < closes else Window(0, 0)

    @property
    def never(self) -> bool:
        """Whether no minute lies inside."""
        return self.opens >= self.closes

    @property
    def label(self) -> str:
        """How it is written: 08:00–21:00."""
        return f"{minute_text(self.opens)}–{minute_text(self.closes)}"


@dataclass(frozen=True)
class Cap:
    """At most ``limit`` contacts in ``days`` calendar days (1: today; 7: today and the six days before)."""

    rule: str
    label: str
    channels: frozenset[Channel]
    counted: Counted
    per: Per
    days: int
    limit: int
    source: str = ""
    grade: str = ""

    @property
    def measure(self) -> tuple[Any, ...]:
        """What is counted, without how much: two caps of one measure are the same rule with two limits."""
        return self.rule, self.channels, self.counted, self.per, self.days


@dataclass(frozen=True)
class RulePack:
    """One dated version of all contact rules; ``source`` and ``grade`` say what each rests on."""

    code: str
    version: int
    valid_from: date
    label: str
    hours: Mapping[Channel, Window]
    caps: tuple[Cap, ...]
    third_party_needs_unreachable: bool = True
    third_party_refusal_stops: bool = True
    agreed_hours_waive: bool = True
    source: str = ""

    @property
    def ref(self) -> str:
        """What a verdict stores of it: ``cn-2026-01@1``."""
        return f"{self.code}@{self.version}"


@dataclass(frozen=True)
class Question:
    """One contact somebody is about to make."""

    channel: Channel
    number: str
    at: datetime
    to: Target = Target.DEBTOR


@dataclass(frozen=True)
class Contact:
    """One contact made with the same person before, in any case, by anybody or by the robot."""

    channel: Channel
    number: str
    at: datetime
    answered: bool = False


@dataclass(frozen=True)
class Facts:
    """What is known of the person; a fact nobody stated is false."""

    agreed_hours: bool = False
    do_not_contact: bool = False
    debtor_unreachable: bool = False
    third_party_refused: bool = False
    in_mediation: bool = False


@dataclass(frozen=True)
class Verdict:
    """Permit or refusal: the rule that refused, the count it met, when it ends, and a sentence in Chinese.

    ``count`` is of the rule named (0 where it counts nothing), of the first applicable cap when allowed.
    ``until`` is the instant from which the same question is allowed, None where no waiting helps.
    """

    allowed: bool
    rule: str | None
    pack: str
    count: int
    until: datetime | None
    message: str

    def as_dict(self) -> dict[str, Any]:
        """The verdict as the command line prints it and the gate stores it."""
        return {
            "allowed": self.allowed,
            "rule": self.rule,
            "pack": self.pack,
            "count": self.count,
            "until": self.until.isoformat() if self.until else None,
            "message": self.message,
        }


def minute_text(minute: int) -> str:
    """A minute of the day as it is written: 480 → 08:00, 1440 → 24:00."""
    return f"{minute // 60:02d}:{minute % 60:02d}"
