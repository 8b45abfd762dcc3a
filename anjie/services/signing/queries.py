"""How far a paper's signing is, and what waits for one's own signature."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from anjie.access.actors import Actor
from anjie.desk.public import ContactPoint, Party, Person, good_points, own_points, parties_of
from anjie.services.papers.actions import paper_for
from anjie.services.papers.deeds import PaperDeed
from anjie.services.papers.lines import must_sign
from anjie.services.signing import codes
from anjie.services.signing.by_sms import latest_messages
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


def candidates(actor: Actor, paper_id: int) -> list[dict[str, Any]]:
    """The parties of a paper's case in the order of their parts, each with a good mobile of his own, masked."""
    actor.require(SigningDeed.OFFER)
    paper = paper_for(actor, PaperDeed.SEE, paper_id)
    found = []
    for party in parties_of(paper.case_id):
        point_of_his = _mobile_of(party)
        found.append(
            {
                "name": party.person.name,
                "part": party.get_part_display(),
                "point_id": point_of_his.pk if point_of_his else None,
                "mask": point_of_his.mask if point_of_his else "",
                "account_id": party.account_id,
            }
        )
    return found


def _mobile_of(party: Party) -> ContactPoint | None:
    """The mobile on which a party is asked to sign: of a person none but his own, of an enterprise whoever stands for it."""
    is_enterprise = party.person.kind == Person.Kind.ENTERPRISE
    points = good_points(party) if is_enterprise else own_points(party)
    return points.filter(kind=ContactPoint.Kind.MOBILE).order_by("position", "id").first()


def own(actor: Actor) -> list[dict[str, Any]]:
    """What waits for the signature of this account."""
    found = _waiting(actor.account_id or 0).select_related("offer__paper__case")
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


def waiting_cases(account_id: int) -> set[int]:
    """The cases with a paper that waits for the signature of this account."""
    return set(_waiting(account_id).values_list("offer__paper__case_id", flat=True))


def lies_with(party: Party) -> str:
    """The name of a paper that lies with its signers, this party among them or bound by it; blank when there is none."""
    him = Q(name=party.person.name, part=party.get_part_display())
    if party.account_id is not None:
        him |= Q(account_id=party.account_id)
    out = Offer.objects.filter(state=Offer.State.OPEN, paper__case_id=party.case_id)
    for offer in out.select_related("paper__case"):
        bound = {one.party_id for one in must_sign(offer.paper.case, offer.paper.kind)}
        # An enterprise's agent signs in his own name what binds the enterprise.
        if party.pk in bound or offer.signers.filter(him).exists():
            return offer.paper.name
    return ""


def _waiting(account_id: int) -> QuerySet[Signer]:
    return Signer.objects.filter(account_id=account_id, signed_at__isnull=True, offer__state=Offer.State.OPEN)


def offer_row(offer: Offer) -> dict[str, Any]:
    """One offer with how far each signer is."""
    signers = list(offer.signers.all())
    sent = latest_messages(signers)
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
                "has_account": one.account_id is not None,
                "sends": one.sends,
                "send_state": sent[one.pk].state if one.pk in sent else "",
                "send_label": sent[one.pk].get_state_display() if one.pk in sent else "",
            }
            for one in signers
        ],
    }
