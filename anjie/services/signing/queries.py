"""How far a paper's signing is, and what waits for one's own signature."""

from __future__ import annotations

from typing import Any

from anjie.access.actors import Actor
from anjie.services.papers.actions import paper_for
from anjie.services.papers.deeds import PaperDeed
from anjie.services.signing import codes
from anjie.services.signing.deeds import SigningDeed
from anjie.services.signing.models import Offer, Signer


def offers_of(actor: Actor, paper_id: int) -> dict[str, Any]:
    """A paper's offers with their signers, the newest first."""
    actor.require(SigningDeed.SEE)
    paper = paper_for(actor, PaperDeed.SEE, paper_id)
    found = Offer.objects.filter(paper=paper).prefetch_related("signers").select_related("by__account")
    return {"rows": [offer_row(one) for one in found], "can_send_codes": codes.is_there()}


def offered(offer: Offer, tokens: dict[int, str]) -> dict[str, Any]:
    """An offer just made, with each signer's link, shown this once."""
    return offer_row(offer) | {
        "links": [{"signer_id": pk, "path": link_path(token), "token": token} for pk, token in tokens.items()]
    }


def link_path(token: str) -> str:
    """The address of the signing page on the phone; after the #, so that no log keeps it."""
    return f"/m/#/pages/sign/sign?token={token}"


def own(actor: Actor) -> list[dict[str, Any]]:
    """What waits for the signature of this account."""
    found = Signer.objects.filter(
        account_id=actor.account_id or 0, signed_at__isnull=True, offer__state=Offer.State.OPEN
    ).select_related("offer__paper__case")
    return [
        {
            "signer_id": one.pk,
            "paper_id": one.offer.paper_id,
            "case_id": one.offer.paper.case_id,
            "paper": one.offer.paper.name,
            "case_no": one.offer.paper.case.no,
            "part": one.part,
            "pages": one.offer.pages,
            "offered_at": one.offer.made_at,
        }
        for one in found.order_by("-offer__made_at")
    ]


def offer_row(offer: Offer) -> dict[str, Any]:
    """One offer with how far each signer is."""
    return {
        "id": offer.pk,
        "paper_id": offer.paper_id,
        "state": offer.state,
        "state_label": offer.get_state_display(),
        "sha256": offer.sha256,
        "pages": offer.pages,
        "by": offer.by.account.name if offer.by else "系统",
        "made_at": offer.made_at,
        "ended_at": offer.ended_at,
        "reason": offer.reason,
        "signers": [
            {
                "id": one.pk,
                "name": one.name,
                "part": one.part,
                "mobile": one.mobile_mask,
                "confirmed_at": one.confirmed_at,
                "seen_pages": len(one.seen_pages),
                "signed_at": one.signed_at,
            }
            for one in offer.signers.all()
        ],
    }
