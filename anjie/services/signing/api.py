"""Electronic signing over HTTP: offers for staff, links for signers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Router

from anjie.access.http import Anyone, Needs, address_of
from anjie.services.signing import actions, link, queries
from anjie.services.signing.deeds import SigningDeed
from anjie.services.signing.schemas import (
    BehindLinkOut,
    ConfirmedOut,
    ConfirmIn,
    OfferedOut,
    OfferIn,
    OfferOut,
    OffersOut,
    OwnSigningOut,
    SignedOut,
    SignerCandidateOut,
    SignIn,
    SigningCodeOut,
    SigningLinkOut,
    SigningPageIn,
    StopOfferIn,
    TokenIn,
)

router = Router(tags=["signing"])


@router.get("/papers/{int:paper_id}", response=OffersOut, auth=Needs(SigningDeed.SEE))
def offers_of_paper(request: HttpRequest, paper_id: int):
    """How far a paper's signing is."""
    return queries.offers_of(request.auth, paper_id)


@router.post("/papers/{int:paper_id}", response=OfferedOut, auth=Needs(SigningDeed.OFFER))
def offer_paper(request: HttpRequest, paper_id: int, body: OfferIn):
    """Offer a final paper to its signers; their links are shown this once."""
    signers = [actions.SignerFacts(**one.dict()) for one in body.signers]
    return queries.offered(*actions.offer(request.auth, paper_id, signers))


@router.post("/offers/{int:offer_id}/stop", response=OfferOut, auth=Needs(SigningDeed.OFFER))
def stop_offer(request: HttpRequest, offer_id: int, body: StopOfferIn):
    """Take a paper back from its signers."""
    return queries.offer_row(actions.stop(request.auth, offer_id, body.reason))


@router.post("/signers/{int:signer_id}/link", response=SigningLinkOut, auth=Needs(SigningDeed.OFFER))
def renew_link(request: HttpRequest, signer_id: int):
    """A new link for one signer."""
    token = actions.renew_link(request.auth, signer_id)
    return {"signer_id": signer_id, "path": queries.link_path(token), "token": token}


@router.post("/signers/{int:signer_id}/send", response=OfferOut, auth=Needs(SigningDeed.OFFER))
def send_link(request: HttpRequest, signer_id: int):
    """Send one signer a new link by short message."""
    return queries.offer_row(actions.send_again(request.auth, signer_id).offer)


@router.get(
    "/papers/{int:paper_id}/candidates", response=list[SignerCandidateOut], auth=Needs(SigningDeed.OFFER)
)
def candidates(request: HttpRequest, paper_id: int):
    """The parties who may be asked to sign a paper, with the mobiles the case has of them."""
    return queries.candidates(request.auth, paper_id)


@router.get("/mine", response=list[OwnSigningOut], auth=Needs(party=True))
def mine(request: HttpRequest):
    """What waits for my own signature."""
    return queries.own(request.auth)


@router.post("/mine/{int:signer_id}/link", response=SigningLinkOut, auth=Needs(party=True))
def own_link(request: HttpRequest, signer_id: int):
    """A link to what waits for my own signature."""
    token = actions.own_link(request.auth, signer_id)
    return {"signer_id": signer_id, "path": queries.link_path(token), "token": token}


@router.post("/link/open", response=BehindLinkOut, auth=Anyone())
def open_link(request: HttpRequest, body: TokenIn):
    """What waits behind a link."""
    return link.open_link(body.token)


@router.post("/link/code", response=SigningCodeOut, auth=Anyone())
def send_code(request: HttpRequest, body: TokenIn):
    """Send a code to the mobile the link is bound to."""
    return link.send_code(body.token, address_of(request))


@router.post("/link/confirm", response=ConfirmedOut, auth=Anyone())
def confirm(request: HttpRequest, body: ConfirmIn):
    """Prove the mobile by the code."""
    return link.confirm(body.token, body.code, address_of(request))


@router.post("/link/page", auth=Anyone())
def page(request: HttpRequest, body: SigningPageIn):
    """One page of the paper as a picture."""
    picture = link.page(body.token, body.grant, body.page)
    answer = HttpResponse(picture, content_type="image/png")
    answer["Cache-Control"] = "private, no-store"
    return answer


@router.post("/link/sign", response=SignedOut, auth=Anyone())
def sign(request: HttpRequest, body: SignIn):
    """Sign what was shown."""
    return link.sign(
        body.token,
        body.grant,
        body.image,
        body.sha256,
        address_of(request),
        request.headers.get("User-Agent", ""),
    )
