"""Cases on their way from the last meeting to the archive, each walked there by the product's own actions."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.core.files.storage import FileSystemStorage

from anjie.desk.public import Case, Party
from anjie.foundation import clock
from anjie.lines.mediation.closing import actions as closing
from anjie.lines.mediation.closing.actions import Agreed
from anjie.lines.mediation.mediators import actions as mediators
from anjie.services.bookings.actions import book_online
from anjie.services.files.actions import add_file
from anjie.services.papers import actions as papers
from anjie.services.papers import keeping
from anjie.services.papers.lines import must_sign
from anjie.services.papers.models import Paper, Template
from anjie.services.papers.queries import papers_of
from anjie.services.papers.starters import STARTERS, content_of
from tests.lines.mediation.conftest import filed
from tests.papers import PlainConverter, converting, word
from tests.people import World

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>\n%%EOF\n"


@contextmanager
def papers_made(settings, tmp_path, converter: Any = None) -> Iterator[None]:
    """Papers are kept in this folder and turned into PDF without LibreOffice."""
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": f"{FileSystemStorage.__module__}.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path)},
        }
    }
    with converting(converter or PlainConverter()):
        yield


SMALL = (
    ("record", "调解记录", ["agreed", "confirmed"], True, "记录{{案件编号}}"),
    ("agreement", "调解协议书", ["agreed", "confirmed"], True, "{{协议内容}}，共{{调解金额|大写金额}}"),
    ("confirmation", "司法确认申请书", ["confirmed"], True, "此致{{管辖法院}}"),
    ("ending", "终止调解告知书", ["failed"], False, "因{{终止原因}}"),
)


def small_templates() -> None:
    """A record and an agreement, both signed, in a few words each; and what ends a mediation that failed."""
    for kind, name, outcomes, signed, text in SMALL:
        template(kind, name, outcomes, signed, word(text))


def starting_templates() -> None:
    """The templates the product is shipped with."""
    for one in STARTERS:
        template(one.kind, one.name, list(one.outcomes), one.is_signed, content_of(one))


def template(kind: str, name: str, outcomes: list[str], signed: bool, content: bytes) -> None:
    """One paper that these outcomes need."""
    made = Template.objects.create(
        line="mediation", name=name, kind=kind, outcomes=outcomes, is_signed=signed
    )
    blob = keeping.keep(content, keeping.DOCX)
    made.versions.create(number=1, blob=blob, file_name=f"{name}.docx", at=clock.now())


def mediating(centre: World) -> Case:
    """The case with its mediator, who took it."""
    case = mediators.appoint(centre["许分配"], filed(centre).pk, [centre["吕调解"].own_membership_id])
    mediators.accept(centre["吕调解"], case.pk)
    return case


def met(centre: World) -> Case:
    """The same with an online session booked."""
    case = mediating(centre)
    begin = clock.now() + timedelta(hours=20)
    book_online(centre["吕调解"], case.pk, _half_hour(begin), _half_hour(begin) + timedelta(hours=1))
    return case


def agreed(case: Case, outcome: str = "agreed", **told: Any) -> Agreed:
    """秦海涛 pays 沈梅 8,600 in two instalments and mends the pipe."""
    side = {one.part: one.pk for one in Party.objects.filter(case=case)}
    pays = {"kind": "pay", "payer_id": side["respondent"], "payee_id": side["applicant"]}
    given: dict[str, Any] = {
        "performance": "银行转账",
        "amount": Decimal("8600.00"),
        "terms": [
            {**pays, "amount": Decimal("6000.00"), "due_on": date(2026, 10, 1)},
            {**pays, "amount": Decimal("2600.00"), "due_on": date(2026, 11, 1)},
            {
                "kind": "do",
                "payer_id": side["respondent"],
                "due_on": date(2026, 9, 20),
                "text": "修好漏水的水管",
            },
        ],
    }
    if outcome == "confirmed":
        given["court"] = "城东区人民法院"
    return Agreed(outcome=outcome, **(given | told))


def asked(centre: World, outcome: str = "agreed") -> Case:
    """Closing is asked for."""
    case = met(centre)
    told = agreed(case, outcome) if outcome != "failed" else Agreed("failed", note="双方分歧过大")
    return closing.request(centre["吕调解"], case.pk, told)


def in_signing(centre: World, outcome: str = "agreed") -> Case:
    """Agreed to, its papers made and final."""
    small_templates()
    case = asked(centre, outcome)
    for paper in closing.approve(centre["许分配"], case.pk):
        papers.finalise(centre["吕调解"], paper.pk)
    case.refresh_from_db()
    return case


def sign_on_paper(centre: World, case: Case) -> None:
    """Every paper that is signed comes back as a scan."""
    for paper in papers_of(case.pk):
        if paper.version.template.is_signed and paper.state == Paper.State.FINAL:
            scan = add_file(
                centre["吕调解"],
                case.pk,
                name=f"{paper.name}签署件.pdf",
                file=io.BytesIO(PDF + paper.name.encode()),
            )
            everybody = [one.party_id for one in must_sign(case, paper.kind)]
            papers.mark_signed(centre["吕调解"], paper.pk, scan.pk, signed=everybody)


def closed(centre: World, outcome: str = "agreed") -> Case:
    """Signed on paper and closed."""
    case = in_signing(centre, outcome)
    sign_on_paper(centre, case)
    return closing.complete(centre["吕调解"], case.pk)


def _half_hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)
