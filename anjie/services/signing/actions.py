"""Offering a paper to its signers, and taking it back; who asks is staff."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db import transaction

from anjie.access.actors import Actor
from anjie.access.models import Account
from anjie.desk.public import ContactPoint, Party, cases_for, number_to_dial, parties_of, reach_of, record
from anjie.foundation import clock, masks
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.foundation.sealed import Field, sealer
from anjie.services.notices.actions import tell
from anjie.services.papers import keeping
from anjie.services.papers.actions import begin_signing, paper_for, stop_signing
from anjie.services.papers.deeds import PaperDeed
from anjie.services.papers.lines import must_sign, papers_of_line
from anjie.services.papers.models import Paper
from anjie.services.signing import codes
from anjie.services.signing.by_sms import ASKED, call_off_links, send_link
from anjie.services.signing.deeds import SigningDeed
from anjie.services.signing.models import Offer, Signer
from anjie.services.signing.pages import page_count
from anjie.services.signing.rules import LINK_LIVES, check_all_sign, check_matter, check_parts, check_send

MOBILE = "signing_signer.mobile_sealed"


@dataclass(frozen=True)
class SignerFacts:
    """Who is to sign: in whose place, and under which mobile, or the case's own contact point."""

    name: str
    mobile: str
    part: str
    point_id: int | None = None


def offer(actor: Actor, paper_id: int, signers: Sequence[SignerFacts]) -> tuple[Offer, dict[int, str]]:
    """Offer a final paper to its signers: the offer, and each signer's link token by his id, shown this once.

    Who has no account is sent his link by short message.
    """
    actor.require(SigningDeed.OFFER)
    paper = paper_for(actor, PaperDeed.SEE, paper_id)
    given = [_tidy(_with_number(paper, one)) for one in signers]
    check_parts([(one.mobile, one.part) for one in given])
    line = papers_of_line(paper.case.line)
    check_matter(line.matter(paper.case) if line.matter else "")
    codes.service()
    with transaction.atomic():
        # Its case is held too: nobody leaves it while the paper is on its way to him.
        paper = paper_for(actor, PaperDeed.SEE, paper_id, lock=True)
        asked = [(one.part, one.name) for one in given]
        check_all_sign(paper.name, asked, must_sign(paper.case, paper.kind))
        _refuse_left(paper, asked)
        if paper.state == Paper.State.FINAL and paper.pdf is None:
            raise Refusal(
                "signing.no_pdf",
                f"“{paper.name}”没有 PDF（本机未安装 LibreOffice），不能在线签署。请下载 Word 打印后纸质签署。",
            )
        begin_signing(actor, paper)
        assert paper.pdf is not None
        content = keeping.read(paper.pdf)
        made = Offer.objects.create(
            paper=paper,
            sha256=hashlib.sha256(content).hexdigest(),
            pages=page_count(content),
            by_id=actor.membership_id,
            made_at=clock.now(),
        )
        tokens = {}
        for position, one in enumerate(given):
            signer = Signer.objects.create(
                offer=made,
                position=position,
                name=one.name,
                part=one.part,
                mobile_mask=masks.phone(one.mobile),
                account_id=_account_of(one),
            )
            signer.mobile_sealed = sealer().seal(one.mobile, MOBILE, signer.pk)
            signer.save(update_fields=["mobile_sealed"])
            tokens[signer.pk] = new_link(signer)
            if signer.account_id is None:
                send_link(paper, signer, one.mobile, tokens[signer.pk])
        record(
            actor, paper.case_id, "signing.offered",
            paper=paper.pk, name=paper.name, sha256=made.sha256,
            signers=[f"{one.part}{one.name}" for one in given],
        )  # fmt: skip
        _tell(actor, made)
    return made, tokens


@transaction.atomic
def stop(actor: Actor, offer_id: int, reason: str) -> Offer:
    """Take a paper back from its signers; links end at once, and what was signed on it counts no more."""
    if not reason.strip():
        raise Invalid("signing.reason_required", "撤回签署需要填写原因。请补充后重试。")
    found = offer_for(actor, SigningDeed.OFFER, offer_id)
    # The offer before the paper, as who signs meanwhile does: neither waits for what the other holds.
    found = Offer.objects.select_for_update().get(pk=offer_id)
    paper = paper_for(actor, PaperDeed.SEE, found.paper_id, lock=True)
    if found.state != Offer.State.OPEN:
        raise Refusal("signing.not_open", f"该签署{found.get_state_display()}，不能撤回。请刷新后查看。")
    found.state, found.ended_at, found.reason = Offer.State.STOPPED, clock.now(), reason.strip()[:200]
    found.save(update_fields=["state", "ended_at", "reason"])
    found.signers.update(token_hash=None, grant_hash="")
    call_off_links(list(found.signers.all()))
    stop_signing(actor, paper)
    record(actor, paper.case_id, "signing.stopped", paper=paper.pk, name=paper.name, reason=found.reason)
    return found


@transaction.atomic
def renew_link(actor: Actor, signer_id: int) -> str:
    """A new link for one signer; the one before works no more."""
    signer = _signer_for(actor, signer_id)
    record(
        actor, signer.offer.paper.case_id, "signing.link_renewed",
        paper=signer.offer.paper_id, name=signer.offer.paper.name, signer=f"{signer.part}{signer.name}",
    )  # fmt: skip
    return new_link(signer)


@transaction.atomic
def send_again(actor: Actor, signer_id: int) -> Signer:
    """Send one signer a new link by short message, so often at most; the one before works no more."""
    signer = _signer_for(actor, signer_id)
    whose, paper = f"{signer.part}{signer.name}", signer.offer.paper
    check_send(signer.sends, clock.now() - signer.sent_at if signer.sent_at else None, whose)
    assert signer.mobile_sealed is not None
    mobile = sealer().open(signer.mobile_sealed, MOBILE, signer.pk)
    send_link(paper, signer, mobile, new_link(signer))
    record(actor, paper.case_id, "signing.link_sent", paper=paper.pk, name=paper.name, signer=whose)
    return signer


@transaction.atomic
def own_link(actor: Actor, signer_id: int) -> str:
    """A link for what waits for this very account; the one before works no more."""
    signer = (
        Signer.objects.select_for_update(of=("self",))
        .select_related("offer__paper")
        .filter(pk=signer_id, account_id=actor.account_id or 0)
        .first()
    )
    if signer is None:
        raise NotFound("待签署文书")
    _check_waiting(signer)
    return new_link(signer)


def new_link(signer: Signer) -> str:
    """A fresh token for a signer; only its hash is kept, and a message with the one before does not leave any more."""
    token = secrets.token_urlsafe(24)
    call_off_links([signer])
    signer.token_hash = hash_of(token)
    signer.token_ends_at = clock.now() + LINK_LIVES
    signer.tries, signer.grant_hash, signer.grant_ends_at = 0, "", None
    signer.save(update_fields=["token_hash", "token_ends_at", "tries", "grant_hash", "grant_ends_at"])
    return token


def offer_for(actor: Actor, deed: SigningDeed, offer_id: int) -> Offer:
    """One offer within reach."""
    actor.require(deed)
    found = (
        Offer.objects.filter(reach_of(actor, "paper__case__"), pk=offer_id).select_related("paper").first()
    )
    if found is None or not cases_for(actor, PaperDeed.SEE).filter(pk=found.paper.case_id).exists():
        raise NotFound("签署")
    return found


def hash_of(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def _signer_for(actor: Actor, signer_id: int) -> Signer:
    """One signer within reach who has not signed, locked."""
    actor.require(SigningDeed.OFFER)
    seen = Signer.objects.filter(reach_of(actor, "offer__paper__case__"), pk=signer_id)
    signer = seen.select_for_update(of=("self",)).select_related("offer__paper__case").first()
    if signer is None:
        raise NotFound("签署人")
    _check_waiting(signer)
    return signer


def _refuse_left(paper: Paper, asked: Sequence[tuple[str, str]]) -> None:
    """Who has left the case signs nothing of it; the dialog may have been opened before he left."""
    there = {(one.get_part_display(), one.person.name) for one in parties_of(paper.case_id)}
    left = Party.objects.filter(case_id=paper.case_id, left_at__isnull=False).select_related("person")
    gone = {(one.get_part_display(), one.person.name) for one in left} - there
    for part, name in asked:
        if (part, name) in gone:
            raise _left(paper, part, name)


def _left(paper: Paper, part: str, name: str) -> Refusal:
    return Refusal(
        "signing.party_left",
        f"{part}{name}已退出案件 {paper.case.no}，不能签署“{paper.name}”。请刷新后重新选择签署人。",
        name=name,
    )


def _with_number(paper: Paper, one: SignerFacts) -> SignerFacts:
    """The signer with the number of the case's contact point he was chosen by; a number typed in comes first."""
    if one.mobile.strip() or one.point_id is None:
        return one
    point = ContactPoint.objects.filter(
        case_id=paper.case_id, pk=one.point_id, kind=ContactPoint.Kind.MOBILE
    ).first()
    if point is None:
        raise NotFound("联系方式")
    own = Party.objects.filter(case_id=paper.case_id, person_id=point.person_id)
    if own.exists() and not own.filter(left_at__isnull=True).exists():
        raise _left(paper, one.part, one.name)
    return replace(one, mobile=number_to_dial(point), point_id=None)


def _account_of(signer: SignerFacts) -> int | None:
    """The account of who is to sign: the one with his proved mobile and his name."""
    index = sealer().index(signer.mobile, Field.PHONE)
    found = Account.objects.filter(mobile_index=index, name=signer.name, is_active=True)
    return found.values_list("pk", flat=True).first()


def _tell(actor: Actor, made: Offer) -> None:
    """Tell those who have an account; a tap opens the case, where a link of his own is made for him."""
    case = made.paper.case
    accounts = [pk for pk in made.signers.values_list("account_id", flat=True) if pk is not None]
    facts = {
        "no": case.no,
        "paper": made.paper.name,
        "state": "待签署",
        "until": clock.now() + LINK_LIVES,
    }
    tell(actor, accounts, ASKED, facts, key=f"{ASKED}:{made.pk}", case_id=case.pk)


def _check_waiting(signer: Signer) -> None:
    if signer.signed_at is not None or signer.offer.state != Offer.State.OPEN:
        raise Refusal("signing.not_open", f"{signer.part}{signer.name}的签署已完成或已撤回。请刷新后查看。")


def _tidy(one: SignerFacts) -> SignerFacts:
    name, part = one.name.strip(), one.part.strip()
    mobile = re.sub(r"[\s-]", "", one.mobile)
    if not name or len(name) > 60 or not part or len(part) > 40:
        raise Invalid("signing.signer", "签署人的姓名和身份都要填写。请补充后重试。")
    if not re.fullmatch(r"1\d{10}", mobile):
        raise Invalid("signing.mobile", f"{part}{name}的手机号不是 11 位。请更正后重试。")
    return SignerFacts(name, mobile, part)
