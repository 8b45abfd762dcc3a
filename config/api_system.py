"""The state of the installation over HTTP."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router, Schema

from anjie.access.deeds import AccessDeed
from anjie.access.http import Needs
from config.doctor import examine

router = Router(tags=["system"])


class FindingOut(Schema):
    name: str
    label: str
    ok: bool
    message: str
    live: bool


@router.get("/doctor", response=list[FindingOut], auth=Needs(AccessDeed.SYSTEM_SEE))
def doctor(request: HttpRequest):
    """What is well with the installation and what is not, each vendor's port included."""
    return [finding.as_dict() for finding in examine()]
