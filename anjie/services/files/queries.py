"""The files of a case as the page lists them."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Sum

from anjie.access.actors import Actor
from anjie.desk.public import DeskDeed, case_for
from anjie.services.files.models import CaseFile
from anjie.services.files.rules import may_show


def files_of(
    actor: Actor, case_id: int, *, kind: str = "", limit: int = 50, offset: int = 0
) -> dict[str, Any]:
    """A page of the case's files, newest first, with counts by kind and the sum of sizes."""
    case = case_for(actor, DeskDeed.CASES_SEE, case_id)
    live = CaseFile.objects.filter(case=case, deleted_at__isnull=True)
    kinds = {row["kind"]: row["count"] for row in live.values("kind").annotate(count=Count("id")).order_by()}
    chosen = live.filter(kind=kind) if kind else live
    totals = chosen.aggregate(count=Count("id"), size=Sum("blob__size"))
    page = chosen.select_related("blob", "by__account", "account").order_by("-at", "-id")[
        offset : offset + limit
    ]
    return {
        "rows": [row(file) for file in page],
        "count": totals["count"],
        "totals": {"size": totals["size"] or 0},
        "kinds": [
            {"kind": code, "label": label, "count": kinds[code]}
            for code, label in CaseFile.Kind.choices
            if code in kinds
        ],
    }


def row(file: CaseFile) -> dict[str, Any]:
    """One file as the page lists it."""
    blob = file.blob
    return {
        "id": file.pk,
        "case_id": file.case_id,
        "name": file.name,
        "kind": file.kind,
        "kind_label": file.get_kind_display(),
        "note": file.note,
        "media_type": blob.media_type if blob else "",
        "size": blob.size if blob else 0,
        "sha256": blob.sha256 if blob else "",
        "viewable": bool(blob and may_show(blob.media_type)),
        "offline_place": file.offline_place,
        "by": file.added_by,
        "at": file.at,
    }
