"""A scan that a paper counts as signed by stays on its case."""

from __future__ import annotations

from django.db.models import Q

from anjie.foundation.refusals import Refusal
from anjie.services.files.models import CaseFile
from anjie.services.papers.models import Paper


def needed(file: CaseFile) -> Refusal | None:
    """The refusal to take off a file on which a paper's signatures are seen, or nothing."""
    seen_on = Q(scan_id=file.pk) | Q(signed_by__contains=[{"file": file.pk}])
    papers = Paper.objects.filter(seen_on, case_id=file.case_id).exclude(state=Paper.State.REPLACED)
    paper = papers.first()
    if paper is None:
        return None
    return Refusal(
        "papers.scan_needed",
        f"“{file.name}”是文书“{paper.name}”的签署件，不能删除。签署有误的，请先重新制作该文书；已签齐的，请先退回继续办理。",
        paper=paper.pk,
    )
