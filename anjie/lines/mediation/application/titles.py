"""What a dispute is called in lists."""

from __future__ import annotations

from collections.abc import Sequence

from anjie.lines.mediation.application.models import DisputeKind


def title_of(applicant: str, respondents: Sequence[str], kind: DisputeKind) -> str:
    """张三与李四 · 物业, of several the first and how many; what lists show and names are found by."""
    named = [name for name in respondents if name]
    people = f"{applicant[:40]}与{several(named)}" if named else applicant[:40]
    return f"{people} · {kind.label}"


def several(names: Sequence[str]) -> str:
    """李四, or 李四等2人."""
    return f"{names[0][:40]}等{len(names)}人" if len(names) > 1 else names[0][:40]
