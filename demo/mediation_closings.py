"""How demo disputes end: met, closed with an outcome, signed, reviewed and archived, by the product's own actions."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import timedelta
from decimal import Decimal

from anjie.access.actors import Actor
from anjie.desk.public import Case, Party
from anjie.foundation import clock
from anjie.lines.mediation.closing import actions as closing
from anjie.lines.mediation.closing.actions import Agreed
from anjie.lines.mediation.mediators import actions as mediators
from anjie.lines.mediation.ratings import actions as ratings
from anjie.ports import documents
from anjie.services.bookings.actions import book_online
from anjie.services.files.actions import add_file
from anjie.services.papers import actions as papers
from anjie.services.papers.lines import must_sign
from anjie.services.papers.models import Paper
from anjie.services.papers.queries import papers_of
from demo.mediation_way import Way
from demo.story import attempt, moment

ENDS = ("closing", "signing", "closed", "first_review", "final_review", "archived")
RATINGS = (
    (5, "耐心细致，两次到现场查看，双方都服气。"),
    (5, "讲法律也讲人情，很快就谈成了。"),
    (5, ""),
    (4, "态度很好，就是等的时间长了一些。"),
    (4, ""),
    (3, "结果可以接受，希望事前把流程讲清楚。"),
)
SCAN = "%PDF-1.4\n% {name} {no}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>\n%%EOF\n"


def close(way: Way, end: str, agreed: Agreed | None = None) -> None:
    """Let a filed dispute be mediated and go on to ``end``, with what was agreed or what the dice say."""
    centre, dice = way.centre, way.story.dice
    mediator = dice.choice(centre.mediators)
    way.step(mediators.appoint, centre.assigner, way.case_id, [mediator.own_membership_id])
    way.step(mediators.accept, mediator, way.case_id)
    begins = moment(way.day, 14)
    way.step(book_online, mediator, way.case_id, begins, begins + timedelta(hours=1), hour=9)
    way.step(closing.request, mediator, way.case_id, agreed or _told(way))
    if end == "closing":
        return
    way.step(closing.approve, centre.assigner, way.case_id)
    if end == "signing":
        return
    # A few have PDF files, the others Word and scan: each PDF costs whoever loads the world two seconds.
    with nullcontext() if end == "closed" and way.case_id % 3 == 0 else without_pdf():
        for paper in papers_of(way.case_id):
            way.step(_sign, mediator, paper, hour=15)
    way.step(closing.complete, mediator, way.case_id)
    _rate(way, mediator)
    for state, actor, move in (
        ("closed", mediator, "archive.submit"),
        ("first_review", centre.assigner, "archive.pass"),
        ("final_review", centre.archivist, "archive.accept"),
    ):
        if end == state:
            return
        way.move(actor, move)


@contextmanager
def without_pdf() -> Iterator[None]:
    """As on a machine without LibreOffice."""
    there = documents.converter()
    documents.install(None)
    try:
        yield
    finally:
        documents.install(there)


def _sign(mediator: Actor, paper: Paper) -> None:
    """Fixed, signed by hand, and its scan put on the case."""
    final = papers.finalise(mediator, paper.pk)
    if not final.version.template.is_signed:
        return
    content = SCAN.format(name=paper.pk, no=paper.case_id).encode()
    scan = add_file(
        mediator, paper.case_id, name=f"{paper.name}签署件.pdf", file=io.BytesIO(content), note="双方到场签名"
    )
    everybody = [one.party_id for one in must_sign(paper.case, paper.kind)]
    papers.mark_signed(mediator, paper.pk, scan.pk, "双方到场签名", signed=everybody)


def _rate(way: Way, mediator: Actor) -> None:
    """Most who have an account say what they thought, on the morning after; with dice of their own."""
    dice = random.Random(way.case_id)
    for party in Party.objects.filter(case_id=way.case_id, account__isnull=False).select_related("account"):
        stars, comment = dice.choice(RATINGS)
        if dice.random() < 0.2 or party.account is None:
            continue
        with clock.stopped(moment(way.day, 8, 30)):
            # A mediation that failed is not rated: the product refuses it.
            attempt(
                ratings.rate,
                Actor.party(party.account),
                way.case_id,
                mediator.own_membership_id,
                stars,
                comment,
            )


def _told(way: Way) -> Agreed:
    """Three of four agree, in three instalments; the others do not."""
    if way.story.dice.random() < 0.25:
        return Agreed("failed", note="双方对责任和数额分歧较大，经三次协商未能达成一致")
    case = Party.objects.taking_part().filter(case_id=way.case_id).select_related("case").in_order()
    side = {one.part: one.pk for one in reversed(case)}
    owed = _owed(case[0].case)
    each = (owed / 3).quantize(Decimal("0.01"))
    amounts = (each, each, owed - each * 2)
    return Agreed(
        outcome="agreed",
        points="损失数额与责任比例",
        performance="银行转账至申请人指定账户",
        amount=owed,
        terms=[
            {
                "kind": "pay",
                "payer_id": side["respondent"],
                "payee_id": side["applicant"],
                "amount": amount,
                "due_on": way.story.today + timedelta(days=30 * (turn + 1)),
            }
            for turn, amount in enumerate(amounts)
        ],
    )


def _owed(case: Case) -> Decimal:
    return (case.amount * Decimal("0.8")).quantize(Decimal("0.01")) or Decimal("1200.00")
