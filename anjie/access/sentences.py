"""A sentence for every verb that is logged: how the timeline and the trail are read by people.

A module that logs a new verb says here, at import, what it means; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Facts = Mapping[str, Any]


class Group(StrEnum):
    """The chip under which an event is found."""

    CALL = "call"
    VISIT = "visit"
    LETTER = "letter"
    MESSAGE = "message"
    NOTE = "note"
    MONEY = "money"
    FILE = "file"
    MOVE = "move"
    NOTICE = "notice"
    ACCESS = "access"

    @property
    def label(self) -> str:
        """What the chip says."""
        return _LABELS[self]


_LABELS = {
    Group.CALL: "电话",
    Group.VISIT: "外访",
    Group.LETTER: "信函",
    Group.MESSAGE: "短信",
    Group.NOTE: "备注与资料",
    Group.MONEY: "款项",
    Group.FILE: "文件",
    Group.MOVE: "流转",
    Group.NOTICE: "通知",
    Group.ACCESS: "查看与权限",
}


@dataclass(frozen=True)
class Sentence:
    """How one verb is told.

    ``text`` is a template over the event's facts or a function of them. ``by`` names a fact whose value
    decides the group (a work record is a call, a visit or a letter by its channel). ``after_seal`` is for what may
    be told of a case that may not change any more: that somebody looked.
    """

    verb: str
    group: Group
    text: str | Callable[[Facts], str]
    by: tuple[str, Mapping[str, Group]] | None = None
    after_seal: bool = False


@dataclass(frozen=True)
class Told:
    """An event in words: its group, one sentence, and the reason or note below it."""

    group: Group
    text: str
    detail: str


_SENTENCES: dict[str, Sentence] = {}


def tell(
    verb: str,
    group: Group,
    text: str | Callable[[Facts], str],
    *,
    by: tuple[str, Mapping[str, Group]] | None = None,
    after_seal: bool = False,
) -> None:
    """Register how ``verb`` is told."""
    _SENTENCES[verb] = Sentence(verb, group, text, by, after_seal)


def sentence_of(verb: str) -> Sentence | None:
    """How this verb is told, if anybody said."""
    return _SENTENCES.get(verb)


def sentences() -> list[Sentence]:
    """Every registered sentence."""
    return list(_SENTENCES.values())


def told(verb: str, facts: Facts) -> Told:
    """The event in words; a verb without a sentence shows its code rather than nothing."""
    sentence = _SENTENCES.get(verb)
    if sentence is None:
        return Told(Group.NOTE, verb, detail_of(facts))
    text = sentence.text(facts) if callable(sentence.text) else sentence.text.format_map(_Shown(facts))
    return Told(group_of(sentence, facts), text, detail_of(facts))


def group_of(sentence: Sentence, facts: Facts) -> Group:
    """The chip of one event of this verb."""
    if sentence.by is None:
        return sentence.group
    fact, groups = sentence.by
    return groups.get(str(facts.get(fact, "")), sentence.group)


def detail_of(facts: Facts) -> str:
    """What the person wrote beside it."""
    return next((str(facts[name]) for name in ("reason", "note", "text") if facts.get(name)), "")


class _Shown(dict[str, Any]):
    """Facts as a template sees them: what is missing or empty shows as nothing."""

    def __getitem__(self, name: str) -> Any:
        value = self.get(name)
        if isinstance(value, (list, tuple)):
            return "、".join(str(one) for one in value)
        return "" if value is None else value
