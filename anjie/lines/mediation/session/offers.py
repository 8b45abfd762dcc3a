"""The without-prejudice wall (N-11): offers and concessions, read by the case's mediators and whom each was disclosed to.

Nothing of them stands on the timeline, in a search, an export or a bundle: no module but this and ``answering`` reads
these tables.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.desk.public import Case, Party
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.mediation.session import telling
from anjie.lines.mediation.session.answering import answer_row, why_not
from anjie.lines.mediation.session.models import Offer, OfferAnswer, OfferShare
from anjie.lines.mediation.session.rules import check_text
from anjie.lines.mediation.session.wall import TALKING, WORKING, as_mediator, as_side, require_state
from anjie.lines.mediation.sides import called, sides_of


@transaction.atomic
def take_down(
    actor: Actor,
    case_id: int,
    *,
    of_id: int | None,
    kind: str,
    text: str,
    key: str,
    amount: Decimal | None = None,
) -> Offer:
    """Take down what a party offers, or the mediator's own proposal (without ``of_id``)."""
    case = as_mediator(actor, case_id, lock=True)
    there = Offer.objects.filter(by_id=actor.own_membership_id, key=key, case=case).first()
    if there is not None:
        return there
    require_state(case, WORKING, "登记方案")
    if kind not in Offer.Kind.values:
        raise Invalid("offers.kind", "方案的种类或提出方不正确。请在列表中选择。")
    if amount is not None and amount < 0:
        raise Invalid("offers.amount", "金额不能小于零。请核对后保存。")
    of = _party(case, of_id) if of_id is not None else None
    made = Offer.objects.create(
        case=case,
        of=of,
        kind=kind,
        text=check_text(text, "方案"),
        amount=amount,
        by_id=actor.own_membership_id,
        made_at=clock.now(),
        key=key,
    )
    trail.record(actor, "offer.taken_down", case=case.pk, offer=made.pk)
    return made


@transaction.atomic
def disclose(actor: Actor, case_id: int, offer_id: int, to_id: int) -> Offer:
    """Show an offer to one party; once shown it stays shown. Only that party is told, without what it says."""
    case = as_mediator(actor, case_id, lock=True)
    require_state(case, TALKING, "公开方案")
    offer = _offer(case.pk, offer_id)
    party = _party(case, to_id)
    if offer.withdrawn_at:
        raise Refusal("offers.withdrawn", "该方案已撤回，不能再公开。请登记新的方案。")
    if offer.kind == Offer.Kind.LIMIT and offer.of_id and offer.of_id != party.pk:
        raise Refusal(
            "offers.limit", "底线只供调解员掌握，不能向对方公开。如一方愿意公开，请另行登记为方案或让步。"
        )
    _, made = OfferShare.objects.get_or_create(
        offer=offer, party=party, defaults={"by_id": actor.own_membership_id, "at": clock.now()}
    )
    if made:
        trail.record(actor, "offer.disclosed", case=case.pk, offer=offer.pk, party=party.pk)
        telling.offer_disclosed(actor, case, party, offer.pk)
    return offer


@transaction.atomic
def withdraw(actor: Actor, case_id: int, offer_id: int) -> Offer:
    """Mark an offer as taken back; whom it was shown to sees that too."""
    case = as_mediator(actor, case_id, lock=True)
    offer = _offer(case.pk, offer_id)
    if offer.withdrawn_at is None:
        offer.withdrawn_at = clock.now()
        offer.save(update_fields=["withdrawn_at"])
        trail.record(actor, "offer.withdrawn", case=case.pk, offer=offer.pk)
    return offer


def offers_of(actor: Actor, case_id: int) -> dict[str, Any]:
    """Every offer of a case, for who mediates it."""
    case = as_mediator(actor, case_id)
    found = Offer.objects.filter(case=case).select_related("of__person", "by__account")
    rows = [row(one) for one in found.prefetch_related("shares__party__person", "shares__answer")]
    sides = [
        {
            "party_id": party.pk,
            "part": party.part,
            "part_label": party.get_part_display(),
            "name": party.person.name,
        }
        for party in sides_of(case.pk)
    ]
    return {"rows": rows, "count": len(rows), "sides": sides}


def row(one: Offer) -> dict[str, Any]:
    """One offer as its mediators see it."""
    return {
        "id": one.pk,
        "of_id": one.of_id,
        "of_label": _whose(one.of),
        "kind": one.kind,
        "kind_label": one.get_kind_display(),
        "text": one.text,
        "amount": one.amount,
        "by": one.by.account.name,
        "made_at": one.made_at,
        "withdrawn_at": one.withdrawn_at,
        "shares": [
            {
                "party_id": share.party_id,
                "name": share.party.person.name,
                "at": share.at,
                "answer": answer_row(_answered(share)),
            }
            for share in one.shares.all()
        ],
    }


def shown_to_me(actor: Actor, case_id: int) -> list[dict[str, Any]]:
    """The offers disclosed to whoever is signed in as a side of the case, the latest first."""
    case, party = as_side(actor, case_id)
    shares = OfferShare.objects.filter(offer__case=case, party=party)
    shares = shares.select_related("offer__of__person", "answer").order_by("-id")
    return [_shown(share, party, is_open=case.state in WORKING) for share in shares]


def _shown(share: OfferShare, party: Party, *, is_open: bool) -> dict[str, Any]:
    offer, answered = share.offer, _answered(share)
    refusal = why_not(share, answered) if is_open else None
    return {
        "id": share.offer_id,
        "of_label": "您" if offer.of_id == party.pk else _whose(offer.of),
        "kind_label": offer.get_kind_display(),
        "text": offer.text,
        "amount": offer.amount,
        "at": share.at,
        "withdrawn": offer.withdrawn_at is not None,
        "answer": answer_row(answered),
        "may_answer": is_open and refusal is None,
        "superseded": refusal is not None and refusal.code == "offers.superseded",
    }


def _answered(share: OfferShare) -> OfferAnswer | None:
    return getattr(share, "answer", None)


def _whose(party: Party | None) -> str:
    return called(party) if party else "调解员建议"


def _party(case: Case, party_id: int) -> Party:
    party = next((one for one in sides_of(case.pk) if one.pk == party_id), None)
    if party is None:
        raise NotFound("当事人")
    return party


def _offer(case_id: int, offer_id: int) -> Offer:
    offer = (
        Offer.objects.select_for_update(of=("self",))
        .select_related("of__person", "by__account")
        .filter(case_id=case_id, pk=offer_id)
        .first()
    )
    if offer is None:
        raise NotFound("方案")
    return offer
