"""What a dispute is called in lists."""

from __future__ import annotations

from anjie.lines.mediation.application.models import DisputeKind


def title_of(applicant: str, respondent: str, kind: DisputeKind) -> str:
    """张三与李四 · 物业; what lists show and names are found by."""
    people = f"{applicant[:40]}与{respondent[:40]}" if respondent else applicant[:40]
    return f"{people} · {kind.label}"
