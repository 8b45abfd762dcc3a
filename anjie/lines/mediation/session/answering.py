"""A party answers an offer it was shown: behind the same wall, read by the case's mediators and by itself alone."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.desk.public import Case, Party
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.mediation import telling as staff
from anjie.lines.mediation.session.models import Offer, OfferAnswer, OfferShare
from anjie.lines.mediation.session.rules import check_text
from anjie.lines.mediation.session.wall import WORKING, as_side, mediators_of, require_state

Said = OfferAnswer.Said


@transaction.atomic
def answer(
    actor: Actor, case_id: int, offer_id: int, *, said: str, text: str = "", amount: Decimal | None = None
) -> OfferAnswer:
    """Accept, decline or counter an offer put to one's side, once; the same again is the first.

    What was answered stands in no notice and on no trail: the mediators are told that there is an answer.
    """
    case, party = as_side(actor, case_id, lock=True)
    share = _share(case, party, offer_id)
    if said not in Said.values:
        raise Invalid("offers.said", "请选择接受、不接受或提出其他方案。", said=said[:20])
    tidy = check_text(text, "您的方案") if said == Said.COUNTERED else text.strip()
    if tidy:
        check_text(tidy, "说明")
    given = {"said": said, "text": tidy, "amount": amount if said == Said.COUNTERED else None}
    there = OfferAnswer.objects.filter(share=share).first()
    if there is not None and all(getattr(there, name) == value for name, value in given.items()):
        return there
    require_state(case, WORKING, "答复方案")
    if refusal := why_not(share, there):
        raise refusal
    made = OfferAnswer.objects.create(share=share, account_id=actor.own_account_id, at=clock.now(), **given)
    trail.record(actor, "offer.answered", case=case.pk, offer=offer_id)
    staff.tell_members(
        actor,
        case,
        mediators_of(case.pk),
        "offer.answered",
        "当事人答复了方案",
        f"{case.no} 有一方当事人答复了您转达的方案，请在案件的“方案”中查看。",
        key=f"offer.answered:{made.pk}",
    )
    return made


def why_not(share: OfferShare, there: OfferAnswer | None) -> Refusal | None:
    """Why this offer cannot be answered (again) by whom it was shown to, or nothing."""
    offer = share.offer
    if there is not None:
        on = clock.local(there.at)
        return Refusal(
            "offers.answered",
            f"您已于 {on:%Y-%m-%d %H:%M} 答复“{there.get_said_display()}”，不能更改。如有变化，请在沟通室告诉调解员。",
            said=there.said,
        )
    if offer.withdrawn_at:
        return Refusal("offers.withdrawn", "该方案已撤回，不能再答复。请等待调解员转达新的方案。")
    if offer.of_id == share.party_id:
        return Refusal("offers.own", "这是您自己提出的，不需要答复。如需改变，请在沟通室告诉调解员。")
    if offer.of_id and _newer(share):
        return Refusal(
            "offers.superseded", "对方之后提出了新的方案，这一份不再有效。请返回查看并答复最新的方案。"
        )
    return None


def _newer(share: OfferShare) -> bool:
    """Whether the same side has since put another of the kind to this party; proposals of a mediator stand side by side."""
    later = OfferShare.objects.filter(party=share.party_id, pk__gt=share.pk)
    offer = share.offer
    return later.filter(
        offer__case=offer.case_id, offer__of=offer.of_id, offer__kind=offer.kind, offer__withdrawn_at=None
    ).exists()


def _share(case: Case, party: Party, offer_id: int) -> OfferShare:
    shares = OfferShare.objects.select_related("offer").filter(offer__case=case, party=party)
    share = shares.filter(offer_id=offer_id).first()
    if share is None:
        raise NotFound("方案")
    # A withdrawal locks the offer: what is answered is what stands.
    share.offer = Offer.objects.select_for_update().get(pk=offer_id)
    return share


def answer_row(answer: OfferAnswer | None) -> dict[str, Any] | None:
    """An answer as its mediators and whoever gave it see it."""
    if answer is None:
        return None
    return {
        "said": answer.said,
        "said_label": answer.get_said_display(),
        "text": answer.text,
        "amount": answer.amount,
        "at": answer.at,
    }
