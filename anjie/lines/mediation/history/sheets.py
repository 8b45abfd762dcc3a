"""The sheet of historical cases: each row a case that is over, in the figures and never worked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.db import connection

from anjie.access.actors import Actor
from anjie.access.models import Organisation
from anjie.desk.public import Party, copy_rows, delete_unpointed, record_all
from anjie.foundation import clock
from anjie.lines.mediation.application import kinds
from anjie.lines.mediation.application.columns import APPLICANT, RESPONDENT
from anjie.lines.mediation.application.models import Dispute, DisputeKind
from anjie.lines.mediation.application.sheets import DELETE_CASES, kinds_by_word, side_by
from anjie.lines.mediation.application.taking_down import Ended, Side, Told, write_down
from anjie.lines.mediation.deeds import ApplicationDeed
from anjie.lines.mediation.history.columns import HISTORY
from anjie.lines.mediation.mediators.models import Appointment, Mediator
from anjie.lines.mediation.mediators.sheets import SEPARATORS
from anjie.lines.mediation.moves import HISTORICAL
from anjie.services.sheets.declaring.faults import Said, doubt, fault
from anjie.services.sheets.importing.loaders import (
    Gathered,
    Kept,
    Landing,
    Loader,
    Written,
    portions,
    register_loader,
)
from anjie.services.sheets.models import Import, ImportedRow

_DAYS = """
UPDATE desk_case c SET opened_at = s.opened, closed_at = s.closed
FROM unnest(%s::bigint[], %s::timestamptz[], %s::timestamptz[]) AS s(id, opened, closed) WHERE c.id = s.id
"""
_APPOINTMENT = (
    "case_id", "mediator_id", "is_lead", "state", "due_on", "conflict", "why", "asked_at", "answered_at", "outcome",
    "days",
)  # fmt: skip
_DELETE = ("DELETE FROM mediation_appointment WHERE case_id = ANY(%(cases)s)", *DELETE_CASES)


def against_desk(actor: Actor, institution_id: int, gathered: Gathered) -> Iterator[tuple[int, str, Said]]:
    """Unknown kinds, numbers that are here already, and mediators the institution does not have."""
    known, staff = kinds_by_word(), _mediators(institution_id)
    there = set(
        Dispute.objects.filter(
            institution_id=institution_id, history_no__in=gathered.columns["history_no"]
        ).values_list("history_no", flat=True)
    )
    columns = (gathered.columns[field] for field in ("history_no", "kind", "mediators"))
    for row, number, kind, cell in zip(gathered.rows, *columns, strict=True):
        if number in there:
            yield (
                row,
                "history_no",
                fault("history.already_there", f"本机构已导入过原案号 {number}。请删去此行。"),
            )
        if kind not in known:
            labels = "、".join(one.label for one in kinds.kinds())
            yield row, "kind", fault("dispute.kind", f"没有“{kind}”这种纠纷类别。可填：{labels}。")
        for who in _named(cell):
            if len(staff.get(who, ())) > 1:
                message = f"本机构有两名调解员叫“{who}”，分不清是谁。请先在调解员库中区分姓名。"
                yield row, "mediators", fault("history.mediator_unclear", message)
            elif who not in staff:
                message = f"本机构没有调解员“{who}”，此件不计入个人业绩。要计入请先导入调解员名册。"
                yield row, "mediators", doubt(cell, "history.mediator_unknown", message)


def land(landing: Landing) -> None:
    """Write every good row as a case that is over, with its outcome, its days and who mediated it."""
    institution = Organisation.objects.get(pk=landing.record.client_id)
    known, staff, forms = kinds_by_word(), _mediators(institution.pk), kinds.Forms()
    rows: list[int] = []
    told: list[Told] = []
    ends: list[dict[str, Any]] = []
    for chunk, good in landing.good():
        cents = chunk.column("amount") or [None] * len(chunk.rows)
        for i in good:
            said = {field: values[i] for field, values in chunk.columns.items()}
            who = [staff[one][0] for one in _named(said.get("mediators")) if one in staff]
            rows.append(chunk.rows[i])
            told.append(_told(said, Decimal(cents[i] or 0).scaleb(-2), known[said["kind"]], forms, who))
            ends.append({**said, "who": who})
    ids = write_down(
        landing.actor,
        institution,
        told,
        state=HISTORICAL,
        at=[_noon(one["accepted_on"]) for one in ends],
        facts={"import": landing.record.pk, "history": True},
    )
    landing.progress(len(ids) // 2)
    _finish(ids, ends)
    landing.written += [Written(row, pk) for row, pk in zip(rows, ids, strict=True)]
    landing.progress(len(ids))


def undo(actor: Actor, record: Import, progress: Callable[[int], None]) -> Sequence[Kept]:
    """Take back every case of an import: nobody can have worked one."""
    found = ImportedRow.objects.filter(import_id=record.pk).order_by("case_id")
    cases = list(found.values_list("case_id", flat=True))
    persons = list(Party.objects.filter(case_id__in=cases).values_list("person_id", flat=True).distinct())
    done = 0
    for some in portions(cases):
        record_all(actor, "case.import_undone", some, import_id=record.pk)
        with connection.cursor() as cursor:
            for statement in _DELETE:
                cursor.execute(statement, {"cases": some})
        progress(done := done + len(some))
    delete_unpointed("desk_person", persons)
    return []


def _told(
    said: dict[str, Any], amount: Decimal, kind: DisputeKind, forms: kinds.Forms, who: list[int]
) -> Told:
    def side(name: str, prefix: str, sort: str) -> Side:
        phone = (said.get(f"{prefix}_phone") or "").split(";")[0]
        return Side(said[name], phone, said.get(f"{prefix}_id_no") or "", sort)

    role = said.get("role") or "person"
    return Told(
        applicant=side("applicant", "applicant", "natural" if role == "person" else "enterprise"),
        respondents=[side("respondent_name", "respondent", "natural"), *side_by(said, RESPONDENT)],
        beside=side_by(said, APPLICANT),
        kind=kind,
        form=forms[role, kind.code],
        role=role,
        source=said.get("source") or Dispute.Source.APPLIED,
        description=said.get("description") or "",
        amount=amount,
        region=said.get("region") or "",
        holder_id=who[0] if who else None,
        number=said["history_no"],
        ended=Ended(said["outcome"], date.fromisoformat(said["outcome_on"]), said.get("outcome_note") or ""),
    )


def _finish(ids: Sequence[int], ends: Sequence[dict[str, Any]]) -> None:
    """Give each the days on which it really was; its mediators' part in it is done."""
    begun, over = ([_noon(said[field]) for said in ends] for field in ("accepted_on", "outcome_on"))
    done = Appointment.State.DONE.value
    copy_rows(
        "mediation_appointment",
        _APPOINTMENT,
        (
            (
                pk,
                who,
                place == 0,
                done,
                first.date(),
                "",
                "",
                first,
                first,
                said["outcome"],
                (last - first).days,
            )
            for pk, said, first, last in zip(ids, ends, begun, over, strict=True)
            for place, who in enumerate(dict.fromkeys(said["who"]))
        ),
    )
    with connection.cursor() as cursor:
        cursor.execute(_DAYS, [list(ids), begun, over])


def _named(cell: str | None) -> list[str]:
    return [word for word in (cell or "").translate(SEPARATORS).split("、") if word]


def _mediators(institution_id: int) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    rows = Mediator.objects.filter(institution_id=institution_id).order_by("pk")
    for pk, who in rows.values_list("pk", "membership__account__name"):
        found.setdefault(who, []).append(pk)
    return found


def _noon(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(12), clock.ZONE)


def register() -> None:
    """Make the sheet of historical cases known; called once at start-up."""
    register_loader(
        Loader(
            kind=HISTORY,
            deed=ApplicationDeed.IMPORT,
            land=land,
            gather=("history_no", "kind", "mediators"),
            against_desk=against_desk,
            undo=undo,
            of="institution",
        )
    )
