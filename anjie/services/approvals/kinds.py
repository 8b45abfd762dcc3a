"""The kinds of questions lines let people ask, and what each answer sets off."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.desk.public import Case
from anjie.foundation.refusals import Invalid
from anjie.services.approvals.models import Approval

Effect = Callable[[Actor, Approval], None]


def _nothing(actor: Actor, approval: Approval) -> None:
    return None


@dataclass(frozen=True)
class ApprovalKind:
    """A kind of question: who may ask it, who decides it, what each answer does in the same transaction.

    ``code`` is ``chapter.noun`` (``session.extension``). ``says`` turns the facts into one Chinese sentence. ``check``
    refuses a question that must not be asked. ``deciders`` names the memberships that are told; without it all
    are who hold the deed and have the case within reach.
    """

    code: str
    label: str
    line: str
    asks: Deed
    decides: Deed
    says: Callable[[Mapping[str, Any]], str]
    on_yes: Effect
    on_no: Effect = _nothing
    check: Callable[[Actor, Case, Mapping[str, Any]], None] | None = None
    deciders: Callable[[Case], Iterable[int]] | None = None


_KINDS: dict[str, ApprovalKind] = {}


def register_approval(kind: ApprovalKind) -> None:
    """Let people ask this kind of question; called once at start-up."""
    _KINDS[kind.code] = kind


def kind_of(code: str) -> ApprovalKind:
    """The kind by its code; refused when no line registered it."""
    kind = _KINDS.get(code)
    if kind is None:
        raise Invalid("approvals.unknown_kind", f"没有名为“{code[:40]}”的审批事项。请刷新页面后重试。")
    return kind


def kinds() -> list[ApprovalKind]:
    """Every kind, in the order lines registered them."""
    return list(_KINDS.values())
