"""Answers to an application's form: a number among them (电话、身份证号) is sealed, and its mask stands with the others."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from anjie.desk.public import Case, Unsealed
from anjie.foundation import masks
from anjie.foundation.sealed import sealer
from anjie.lines.mediation.application.kinds import fields_of
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.application.rules import FormField

PLACE = "mediation_dispute.numbers_sealed"
"""Where they are sealed; the row is the case's id."""
MASKS = {"phone": masks.phone, "id_no": masks.id_no}
"""How an answer of each of these types is shown to who may not read it whole."""
REVEALED = "answer_"
"""Before a question's code, in the name under which one number is revealed."""

Answers = dict[str, Any]


def parted(
    fields: Sequence[FormField],
    given: Mapping[str, Any],
    shown: Mapping[str, Any] = MappingProxyType({}),
    before: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Answers, dict[str, str]]:
    """The answers with masks for their numbers, and those numbers; what no question asks is not kept.

    A mask that comes back as it was ``shown`` stands for the number it hid ``before``.
    """
    answers = {field.code: given[field.code] for field in fields if field.code in given}
    for code, number in before.items():
        if code in answers and answers[code] == shown.get(code):
            answers[code] = number
    numbers = {
        field.code: str(value).strip()
        for field in fields
        if field.type in MASKS and (value := answers.get(field.code)) not in (None, "", [])
    }
    return _masked(fields, answers | numbers), numbers


def keep(dispute: Dispute, given: Mapping[str, Any]) -> None:
    """Put these in the place of the answers given before; who calls saves the dispute."""
    before = _numbers(dispute)
    dispute.answers, numbers = parted(fields_of(dispute.form), given, dispute.answers, before)
    if numbers != before:
        dispute.numbers_sealed = sealed(numbers, dispute.case_id)


def sealed(numbers: Mapping[str, str], case_id: int) -> bytes | None:
    """The numbers of one application as they are kept."""
    return sealer().seal(json.dumps(numbers, ensure_ascii=False), PLACE, case_id) if numbers else None


def opened(dispute: Dispute) -> Answers:
    """The answers as they were given: for the rules, and for who gave them."""
    return dispute.answers | _numbers(dispute)


def answered(dispute: Dispute, *, whole: bool = False) -> list[dict[str, Any]]:
    """The form's questions in its order with what was answered; its numbers as masks unless ``whole``."""
    fields = fields_of(dispute.form)
    given = opened(dispute) if whole else _masked(fields, dispute.answers)
    return [
        {
            "code": field.code,
            "label": field.label,
            "type": field.type,
            "required": field.required,
            "help": field.help,
            "choices": list(field.choices),
            "value": given.get(field.code),
        }
        for field in fields
    ]


def open_answer(case: Case, code: str) -> Unsealed | None:
    """One number among the answers, to be revealed; nothing where there is none."""
    dispute = Dispute.objects.select_related("form").filter(case=case).first()
    if dispute is None or not code.startswith(REVEALED):
        return None
    asked = code.removeprefix(REVEALED)
    number = _numbers(dispute).get(asked)
    field = next((one for one in fields_of(dispute.form) if one.code == asked), None)
    return Unsealed(field.label, number, MASKS[field.type](number)) if number and field else None


def _masked(fields: Iterable[FormField], given: Mapping[str, Any]) -> Answers:
    """The answers as staff read them; a mask under its mask stays as it is."""
    hidden = {
        field.code: MASKS[field.type](str(value))
        for field in fields
        if field.type in MASKS and (value := given.get(field.code)) not in (None, "", [])
    }
    return {**given, **hidden}


def _numbers(dispute: Dispute) -> dict[str, str]:
    if not dispute.numbers_sealed:
        return {}
    found: dict[str, str] = json.loads(sealer().open(dispute.numbers_sealed, PLACE, dispute.case_id))
    return found
