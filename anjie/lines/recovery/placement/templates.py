"""What a client's template says of its sheets: fields of its own, how rows are checked, how long a term runs."""

from __future__ import annotations

from collections.abc import Iterable

from anjie.desk.public import CustomField
from anjie.lines.recovery.placement.models import ClientContract
from anjie.services.sheets.declaring.kinds import ClientRules, Column
from anjie.services.sheets.declaring.types import date as date_type
from anjie.services.sheets.declaring.types import money, text

TYPES = {"text": text, "choice": text, "number": text, "money": money, "date": date_type}


def custom_fields(client_id: int) -> Iterable[CustomField]:
    """The fields the client's template declares, with those every client has."""
    return CustomField.objects.filter(
        line="recovery", organisation_id__in=[client_id]
    ) | CustomField.objects.filter(line="recovery", organisation__isnull=True)


def custom_columns(client_id: int) -> tuple[Column, ...]:
    """The client's custom fields as columns of its sheets."""
    return tuple(
        Column(one.label, f"custom_{one.code}", TYPES[one.kind], (one.code,))
        for one in custom_fields(client_id)
    )


def rules_of(client_id: int) -> ClientRules:
    """How the client wants its rows checked."""
    contract = ClientContract.objects.filter(client_id=client_id).first()
    if contract is None:
        return ClientRules()
    return ClientRules(
        "fault" if contract.wrong_check_digit_is_fault else "warning", contract.parts_tolerance
    )


def term_months(client_id: int) -> int:
    """How many months the client's placements run."""
    found = ClientContract.objects.filter(client_id=client_id).values_list("term_months", flat=True).first()
    return found or ClientContract._meta.get_field("term_months").default


def takes_good_rows(client_id: int) -> bool:
    """Whether the client lets the good rows in while others are wrong."""
    contract = ClientContract.objects.filter(client_id=client_id).first()
    return contract is None or contract.takes_good_rows
