"""A signer's link by short message: to who has no account at once, to anybody when staff send it again.

The vendor's template holds the address of the signing page; the message adds the token, which is sealed until it
leaves. Neither has anything personal in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from anjie.foundation import clock
from anjie.services.notices.models import Delivery
from anjie.services.notices.outside import call_off, tell_number
from anjie.services.notices.templates import Template, declare
from anjie.services.papers.models import Paper
from anjie.services.signing.models import Signer
from anjie.services.signing.rules import LINK_LIVES

ASKED, LINK = "signing.asked", "signing.link"

declare(
    Template(
        ASKED,
        "待签署文书",
        "有文书等待您签署",
        "{no} 的“{paper}”等待您签署，请在 {until} 前打开案件，点“去签署”。",
        wechat=(("thing1", "paper"), ("thing2", "state"), ("time3", "until")),
        page="party/case?id={case_id}",
        sms="parties",
        sms_params=("no", "state"),
        stale_after="until",
    ),
    Template(
        LINK,
        "签署链接",
        "签署链接",
        "案件 {no} 有文书等待您签署，请在 {until} 前打开短信中的链接；签署后链接失效。",
        sms="everyone",
        sms_params=("no", "token"),
        stale_after="until",
        secret=("token",),
    ),
)


def send_link(paper: Paper, signer: Signer, mobile: str, token: str) -> None:
    """Queue the message with this link; inside the caller's transaction, the signer's row held."""
    signer.sends, signer.sent_at = signer.sends + 1, clock.now()
    signer.save(update_fields=["sends", "sent_at"])
    facts = {"no": paper.case.no, "until": clock.now() + LINK_LIVES - timedelta(minutes=1), "token": token}
    tell_number(mobile, signer.name, LINK, facts, key=_key(signer), case_id=paper.case_id)


def call_off_links(signers: Sequence[Signer]) -> None:
    """Messages that still wait with links of these signers do not leave: the links work no more."""
    call_off([_key(one) for one in signers if one.sends], "链接已失效，未发送")


def latest_messages(signers: Sequence[Signer]) -> dict[int, Delivery]:
    """The last short message to each signer who was sent one."""
    keys = {_key(one): one.pk for one in signers if one.sends}
    found = Delivery.objects.filter(outside__key__in=list(keys)).select_related("outside")
    return {keys[one.outside.key]: one for one in found if one.outside is not None}


def _key(signer: Signer) -> str:
    return f"{LINK}:{signer.pk}:{signer.sends}"
