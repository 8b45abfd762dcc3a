"""What goes along when a debt is sent: the parties, the story, the answers to the institution's form, the papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from anjie.access.actors import Actor
from anjie.desk.public import Case, Party, PersonFacts, numbers_for_paper
from anjie.foundation import clock
from anjie.foundation.phones import read_phone
from anjie.foundation.refusals import Invalid, Refusal
from anjie.lines.mediation.application import kinds
from anjie.lines.mediation.application.actions import take_down
from anjie.lines.mediation.application.models import Dispute, Form
from anjie.lines.recovery.placement.models import Placement
from anjie.linkage.guarantors import Guarantor
from anjie.linkage.rules import Debt, answers_for, claim_of, story_of

JOB = "linkage"
ROLE = Form.Role.INSTITUTION
"""The client applies as an institution that hands its case over."""


def apply_for(
    case: Case,
    kind: str,
    institution_id: int,
    answers: Mapping[str, Any],
    claim: str,
    phone: str,
    guarantors: Sequence[Guarantor] = (),
) -> Case:
    """The mediation of this debt, handed in: the debtor is its first respondent, his guarantors the further ones.

    Refused with every answer that is wrong, or the number that is missing.
    """
    client = case.organisation
    given = read_phone(phone.strip() or client.contact_phone)
    if given.fault or not given.key:
        raise Invalid(
            "linkage.client_phone",
            f"委托方“{client.name}”没有可用的联系电话，调解机构无法联系申请人。请填写联系电话，或先在组织机构中补充。",
        )
    debtor = Party.objects.filter(case=case, person_id=case.person_id).select_related("person").first()
    numbers = numbers_for_paper(debtor) if debtor else {}
    if not numbers.get("mobile"):
        raise Refusal(
            "linkage.debtor_phone",
            f"案件 {case.no} 没有债务人的有效电话，无法征求其调解意愿。请先补充联系方式。",
        )
    told = told_of(case)
    return take_down(
        # Whoever sends has asked for recovery's deed; the application is made by the desk itself.
        Actor.job(JOB),
        kind_code=kind,
        institution_id=institution_id,
        role=ROLE,
        source=Dispute.Source.REFERRED,
        applicant=PersonFacts(name=client.name, mobile=given.key, kind="enterprise"),
        told={
            "happened_on": told["happened_on"],
            "description": told["description"],
            "claim": claim.strip() or told["claim"],
            "answers": fitting(kind, told["answers"]) | dict(answers),
            "amount": case.balance,
            "region": case.region,
            "respondents": [
                {
                    "name": case.person.name,
                    "kind": case.person.kind,
                    "phone": numbers["mobile"],
                    "id_no": numbers["id_no"],
                    "address": numbers["address"],
                    "person_id": case.person_id,
                },
                *(asdict(one) for one in guarantors),
            ],
        },
        related=[case.pk],
    )


def fitting(kind: str, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Those of a debt's own answers that the institution's form asks for and takes."""
    fields = {one.code: one for one in kinds.fields_of(kinds.form_for(ROLE, kind))}
    return {
        code: value
        for code, value in answers.items()
        if code in fields and (not fields[code].choices or value in fields[code].choices)
    }


def told_of(case: Case) -> dict[str, Any]:
    """What is told of a debt before anybody adds to it: when, the story, the claim and the answers it has itself."""
    placed = Placement.objects.filter(case=case).first()
    opened_on = clock.local(case.opened_at).date()
    placed_on = min(placed.placed_on, clock.today()) if placed else opened_on
    since = placed.overdue_since if placed else None
    card, contract = (placed.card_mask, placed.contract_no) if placed else ("", "")
    return {
        "happened_on": min(since or placed_on, clock.today()),
        "description": story_of(
            Debt(
                case.organisation.name,
                case.person.name,
                case.amount,
                case.balance,
                placed_on,
                contract,
                card,
            )
        ),
        "claim": claim_of(case.balance),
        "answers": answers_for(card, contract, placed.principal if placed else None),
    }
