"""The archive over HTTP: a file's checklist and steps, and the archived file as one bundle."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from anjie.access.http import Needs
from anjie.lines.mediation.archive import queries
from anjie.lines.mediation.archive.schemas import ArchiveLinkOut, ArchivePageOut
from anjie.lines.mediation.deeds import ArchiveDeed
from anjie.services.files.bundles import bundle_response

router = Router(tags=["mediation: archive"])
SEE = Needs(ArchiveDeed.SEE)


@router.get("/cases/{int:case_id}/archive", response=ArchivePageOut, auth=SEE)
def archive(request: HttpRequest, case_id: int):
    """What the file holds and lacks, and every step to the archive so far."""
    return queries.page(request.auth, case_id)


@router.post("/cases/{int:case_id}/archive/bundle", response=ArchiveLinkOut, auth=SEE)
def bundle_link(request: HttpRequest, case_id: int):
    """A link to the whole archived file."""
    return {"url": queries.link_to_bundle(request.auth, case_id)}


@router.get("/archive/bundle/{token}", auth=SEE)
def bundle(request: HttpRequest, token: str):
    """The bundle behind its link."""
    return bundle_response(*queries.bundle_behind(request.auth, token))
