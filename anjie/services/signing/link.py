"""What a signer does through his link: asks for a code, confirms it, reads page by page, signs once."""

from __future__ import annotations

import base64
import hashlib
import secrets
from typing import Any

from django.db import transaction

from anjie.access.actors import Actor
from anjie.access.models import Membership
from anjie.desk.public import record
from anjie.foundation import clock, live, masks
from anjie.foundation.refusals import Invalid, Refusal
from anjie.foundation.sealed import sealer
from anjie.services.papers import keeping
from anjie.services.papers.actions import finish_signing
from anjie.services.papers.models import Paper
from anjie.services.signing import authority, certificate, codes, pages
from anjie.services.signing.actions import MOBILE, hash_of
from anjie.services.signing.images import read_drawing
from anjie.services.signing.models import Offer, Signer
from anjie.services.signing.rules import GRANT_LIVES, MOST_TRIES

IMAGE = "signing_signer.image_sealed"


def open_link(token: str) -> dict[str, Any]:
    """What waits behind a link, told with masks: whoever holds it is not known yet."""
    signer = _signer(token)
    return {
        "paper": signer.offer.paper.name,
        "organisation": signer.offer.paper.case.organisation.name,
        "part": signer.part,
        "name": masks.name(signer.name),
        "mobile": signer.mobile_mask,
        "pages": signer.offer.pages,
        "signed_at": signer.signed_at,
    }


def send_code(token: str, address: str) -> dict[str, Any]:
    """Send a code to the mobile the link is bound to."""
    signer = _signer(token)
    _refuse_signed(signer)
    assert signer.mobile_sealed is not None
    mobile = sealer().open(signer.mobile_sealed, MOBILE, signer.pk)
    shown = codes.service().send(mobile, _about(signer), address)
    return {"mobile": signer.mobile_mask, "code": shown}


def confirm(token: str, code: str, address: str) -> dict[str, Any]:
    """Prove the mobile by the code: a grant to read and sign for half an hour, which ends any grant before it."""
    with transaction.atomic():
        signer = _signer(token, lock=True)
        _refuse_signed(signer)
        # Counted before it is judged, and kept when it is refused.
        signer.tries += 1
        signer.save(update_fields=["tries"])
    if signer.tries > MOST_TRIES:
        raise Refusal(
            "signing.too_many_tries", "验证码错误次数过多，本链接已锁定。请联系调解机构重新发送签署链接。"
        ).with_status(429)
    assert signer.mobile_sealed is not None
    mobile = sealer().open(signer.mobile_sealed, MOBILE, signer.pk)
    if not codes.service().verify(mobile, _about(signer), code.strip()):
        left = MOST_TRIES - signer.tries
        raise Invalid(
            "signing.wrong_code", f"验证码不正确或已过期，还可以试 {left} 次。请核对短信后重试。", left=left
        )
    grant = secrets.token_urlsafe(24)
    with transaction.atomic():
        signer = _signer(token, lock=True)
        signer.grant_hash, signer.grant_ends_at = hash_of(grant), clock.now() + GRANT_LIVES
        signer.confirmed_at, signer.confirmed_address, signer.tries = clock.now(), address[:60], 0
        signer.seen_pages, signer.seen_sha256, signer.seen_at = [], "", None
        signer.save()
        record(
            _as_actor(signer, address), signer.offer.paper.case_id, "signing.confirmed",
            paper=signer.offer.paper_id, name=signer.offer.paper.name, part=signer.part,
        )  # fmt: skip
    return {"grant": grant, "pages": signer.offer.pages, "sha256": signer.offer.sha256, "name": signer.name}


@transaction.atomic
def page(token: str, grant: str, number: int) -> bytes:
    """One page of the paper as a picture; that it was shown, and of which document, is kept."""
    signer = _granted(token, grant)
    offer = signer.offer
    if not 1 <= number <= offer.pages:
        raise Invalid("signing.page", f"文书共 {offer.pages} 页。请从第 1 页开始阅读。", pages=offer.pages)
    content = _document(offer)
    signer.seen_pages = sorted({*signer.seen_pages, number})
    signer.seen_sha256, signer.seen_at = offer.sha256, clock.now()
    signer.save(update_fields=["seen_pages", "seen_sha256", "seen_at"])
    return pages.page_picture(content, number)


@transaction.atomic
def sign(token: str, grant: str, image: str, sha256: str, address: str, agent: str = "") -> dict[str, Any]:
    """Sign what was shown, once; when everybody has, the finished PDF is made. Tapped twice it is one signature."""
    offer_id = _signer(token).offer_id
    # All signers of one paper wait here, so that exactly one of them is the last.
    offer = Offer.objects.select_for_update().select_related("paper__case").get(pk=offer_id)
    paper = Paper.objects.select_for_update(of=("self",)).select_related("case", "pdf").get(pk=offer.paper_id)
    signer = _granted(token, grant)
    if signer.signed_at is not None:
        return _done(offer, signer)
    _document(offer)
    if sha256 != offer.sha256 or signer.seen_sha256 != offer.sha256:
        raise _changed(paper.name)
    unread = [number for number in range(1, offer.pages + 1) if number not in signer.seen_pages]
    if unread:
        raise Refusal(
            "signing.unread",
            f"还有第 {'、'.join(map(str, unread))} 页没有阅读。请读完全部 {offer.pages} 页后签名。",
            pages=unread,
        )
    drawing = read_drawing(image)
    signer.image_sealed = sealer().seal(base64.b64encode(drawing).decode(), IMAGE, signer.pk)
    signer.image_sha256 = hashlib.sha256(drawing).hexdigest()
    signer.signed_at, signer.signed_address, signer.agent = clock.now(), address[:60], agent[:200]
    signer.save(update_fields=["image_sealed", "image_sha256", "signed_at", "signed_address", "agent"])
    actor = _as_actor(signer, address)
    record(
        actor, paper.case_id, "signing.signed",
        paper=paper.pk, name=paper.name, part=signer.part, sha256=offer.sha256, image=signer.image_sha256,
    )  # fmt: skip
    if not offer.signers.filter(signed_at__isnull=True).exists():
        _finish(actor, offer, paper)
    live.publish(f"case:{paper.case_id}", event="papers", id=paper.pk)
    return _done(offer, signer)


def _finish(actor: Actor, offer: Offer, paper: Paper) -> None:
    from anjie.services.signing import pades

    signed = [
        certificate.Evidence(
            part=one.part,
            name=one.name,
            mobile_mask=one.mobile_mask,
            confirmed_at=one.confirmed_at or offer.made_at,
            signed_at=one.signed_at or offer.made_at,
            address=one.signed_address,
            image=base64.b64decode(sealer().open(one.image_sealed or b"", IMAGE, one.pk)),
        )
        for one in offer.signers.all()
    ]
    leaf, root, key = authority.leaf()
    title = f"{paper.case.no} {paper.name}"
    whole = certificate.assemble(_document(offer), title, offer.sha256, signed)
    finished = pades.sign(whole, leaf.certificate, root.certificate, key, reason="各方签署完成")
    # Trust nothing we did not look at: it must verify before anybody is told that it is signed.
    if not all(one["whole"] for one in pades.verify(finished, [root.certificate])):
        raise Refusal(
            "signing.unverified", "签署后的文件未通过核验，签署没有完成。请联系系统管理员。"
        ).with_status(500)
    offer.state, offer.ended_at = Offer.State.DONE, clock.now()
    offer.save(update_fields=["state", "ended_at"])
    names = "、".join(f"{one.part}{one.name}" for one in signed)
    finish_signing(actor, paper, finished, f"在线签署：{names}")
    record(
        actor, paper.case_id, "signing.finished",
        paper=paper.pk, name=paper.name, sha256=hashlib.sha256(finished).hexdigest(), count=len(signed),
    )  # fmt: skip


def _signer(token: str, *, lock: bool = False) -> Signer:
    found = Signer.objects.filter(token_hash=hash_of(token)) if token else Signer.objects.none()
    if lock:
        found = found.select_for_update(of=("self",))
    signer = found.select_related("offer__paper__case__organisation", "offer__paper__pdf").first()
    if signer is None or signer.token_ends_at is None:
        raise Refusal(
            "signing.link", "签署链接无效、已被新链接替换，或签署已撤回。请联系调解机构重新发送。"
        ).with_status(404)
    if signer.token_ends_at < clock.now():
        raise Refusal("signing.link_expired", "签署链接已过期。请联系调解机构重新发送。").with_status(410)
    return signer


def _granted(token: str, grant: str) -> Signer:
    signer = _signer(token, lock=True)
    good = signer.grant_hash and secrets.compare_digest(signer.grant_hash, hash_of(grant))
    if not good or signer.grant_ends_at is None or signer.grant_ends_at < clock.now():
        raise Refusal(
            "signing.not_confirmed", "身份核验已失效或在别处重新进行。请重新获取并输入短信验证码。"
        ).with_status(403)
    return signer


def _document(offer: Offer) -> bytes:
    """The paper as it was offered; refused when it is not that any more."""
    paper = offer.paper
    if offer.state == Offer.State.STOPPED or paper.pdf is None:
        raise _changed(paper.name)
    content = keeping.read(paper.pdf)
    if hashlib.sha256(content).hexdigest() != offer.sha256:
        raise _changed(paper.name)
    return content


def _changed(name: str) -> Refusal:
    return Refusal(
        "signing.changed", f"“{name}”在您查看之后有变动，本次签名没有提交。请重新打开链接，阅读后再签名。"
    )


def _about(signer: Signer) -> str:
    """A code is for this signer of this paper and nothing else."""
    return f"signer:{signer.pk}"


def _refuse_signed(signer: Signer) -> None:
    if signer.signed_at is not None:
        raise Refusal(
            "signing.signed_already",
            f"该文书已于 {clock.local(signer.signed_at):%Y-%m-%d %H:%M} 签署，链接不能再次使用。",
        )


def _done(offer: Offer, signer: Signer) -> dict[str, Any]:
    waiting = offer.signers.filter(signed_at__isnull=True).count()
    return {"signed_at": signer.signed_at, "waiting": waiting, "finished": waiting == 0}


def _as_actor(signer: Signer, address: str) -> Actor:
    """The signer acts in his own name, known by his mobile; he may nothing else."""
    return Actor(
        key=f"signer:{signer.pk}",
        name=f"{signer.part}{signer.name}"[:80],
        reach=Membership.Reach.OWN,
        account_id=signer.account_id,
        address=address,
    )
