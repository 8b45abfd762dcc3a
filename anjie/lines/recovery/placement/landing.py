"""How a placement sheet lands: its rows as cases with batch, placement and contact points, piece by piece.

The persons of all rows are found first, at once. Then each piece is sealed and written out while the database
is still taking in the one before; memory holds some pieces, never the sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import Any

from anjie.access.models import Organisation
from anjie.desk.public import (
    Batch,
    CustomField,
    PersonFacts,
    Taken,
    find_or_create_persons,
    line_of,
    opening,
)
from anjie.foundation import clock
from anjie.foundation.ahead import ahead
from anjie.foundation.refusals import Invalid
from anjie.lines.recovery.deeds import PlacementDeed
from anjie.lines.recovery.placement.actions import (
    PreparedPlacements,
    prepare_placements,
    write_placements,
)
from anjie.lines.recovery.placement.desk_columns import Common, contacts_at_most, placement_columns
from anjie.lines.recovery.placement.models import ClientContract
from anjie.lines.recovery.placement.templates import custom_fields, term_months
from anjie.lines.recovery.term.renewal import link_previous
from anjie.services.sheets.declaring.chunk import Chunk
from anjie.services.sheets.importing.loaders import Landing, Written


def land(landing: Landing) -> None:
    """Open a case for every good row, with its batch, placement and contact points, and link renewals."""
    landing.actor.require(PlacementDeed.IMPORT)
    client = Organisation.objects.get(pk=landing.record.client_id or 0)
    batches = _Batches(landing, client)
    people: list[PersonFacts] = []
    for chunk, places in landing.good():
        batches.meet(chunk, places)
        people += _people(chunk, places)
    persons = iter(find_or_create_persons(people))
    total = len(people)
    del people
    landing.progress(total // 4)
    case_ids: list[int] = []
    with opening(landing.actor, line_of("recovery"), facts={"import": landing.record.pk}) as one:
        common = _common(landing, batches)

        def pieces() -> Iterator[_Piece]:
            for chunk, places in landing.good():
                taken = one.take(len(places), contacts_at_most(chunk))
                yield _Piece(chunk, places, list(islice(persons, len(places))), taken)

        def prepare(piece: _Piece) -> tuple[list[int], PreparedPlacements]:
            columns = placement_columns(piece.chunk, piece.places, common)
            rows = [piece.chunk.rows[i] for i in piece.places]
            return rows, prepare_placements(one, columns, piece.persons, piece.taken)

        for rows, prepared in ahead(prepare, pieces()):
            opened = write_placements(one, prepared)
            landing.written += map(Written, rows, opened.case_ids)
            case_ids += opened.case_ids
            landing.progress(total // 4 + len(case_ids) * 3 // 4)
    link_previous(landing.actor, case_ids)
    batches.close()
    landing.batch_nos += batches.nos


class _Batches:
    """The batches a sheet's rows belong to, made or found as their numbers come up."""

    def __init__(self, landing: Landing, client: Organisation) -> None:
        self.landing, self.client = landing, client
        self.ids: dict[str, int] = {}
        self.seen: dict[str, tuple[date | None, date | None, set[str], set[str]]] = {}
        chosen = Batch.objects.filter(pk=landing.record.batch_id or 0, organisation=client).first()
        self.chosen = chosen.no if chosen else ""
        if chosen:
            self.ids[chosen.no] = chosen.pk

    @property
    def nos(self) -> list[str]:
        return list(self.seen)

    def no_of(self, given: str | None, placed_on: str) -> str:
        """The row's batch: the one chosen for the import, the sheet's own, else client and day."""
        return self.chosen or given or f"{self.client.code}-{placed_on.replace('-', '')}"

    def id_of(self, given: str | None, placed_on: str) -> int:
        """The id of the row's batch, once it was met."""
        return self.ids[self.no_of(given, placed_on)]

    def meet(self, chunk: Chunk, places: Sequence[int]) -> None:
        """Make the batches of these rows and remember what their rows agree on."""
        column = chunk.column
        given, placed = column("batch_no"), column("placed_on") or []
        recall, rate, region = column("recall_on"), column("commission_rate"), column("region")
        for i in places:
            no = self.no_of(given[i] if given else None, placed[i])
            if no not in self.seen:
                self.seen[no] = (None, None, set(), set())
                self.ids.setdefault(no, self._find(no))
            first, last, rates, regions = self.seen[no]
            day = date.fromisoformat(placed[i])
            end = date.fromisoformat(recall[i]) if recall and recall[i] else None
            first = min(first, day) if first else day
            last = (max(last, end) if last else end) if end else last
            if rate and rate[i] and len(rates) < 2:
                rates.add(rate[i])
            if region and region[i] and len(regions) < 2:
                regions.add(region[i])
            self.seen[no] = (first, last, rates, regions)

    def _find(self, no: str) -> int:
        unit_id = self.landing.record.unit_id or self.landing.actor.unit_id
        if unit_id is None:
            raise Invalid("placement.no_unit", "导入没有指定归属机构。请指定机构后重新导入。")
        kind = ClientContract.objects.filter(client=self.client).first()
        batch, _ = Batch.objects.get_or_create(
            organisation=self.client,
            no=no,
            defaults={
                "line": "recovery",
                "unit_id": unit_id,
                "kind": kind.get_kind_display() if kind else "",
                "created_by_id": self.landing.actor.membership_id,
                "created_at": clock.now(),
            },
        )
        return batch.pk

    def close(self) -> None:
        """Write what the sheet says of each batch: its days, and rate and region where all rows agree."""
        for no, (first, last, rates, regions) in self.seen.items():
            batch = Batch.objects.get(pk=self.ids[no])
            batch.state = Batch.State.FILLED
            batch.received_on = min(filter(None, (batch.received_on, first)), default=None)
            batch.term_on = max(filter(None, (batch.term_on, last)), default=None)
            if batch.fee_rate is None and len(rates) == 1:
                batch.fee_rate = Decimal(next(iter(rates)))
            if not batch.region and len(regions) == 1:
                batch.region = next(iter(regions))[:40]
            batch.save()


@dataclass(frozen=True, slots=True)
class _Piece:
    """A chunk on its way: the places that land, the persons they are about, ids taken for them."""

    chunk: Chunk
    places: list[int]
    persons: list[int]
    taken: Taken


def _people(chunk: Chunk, places: Sequence[int]) -> Iterator[PersonFacts]:
    nothing: list[Any] = [None] * len(chunk.rows)
    names, ids, mobiles, kinds, sexes, born = (
        chunk.columns.get(name) or nothing
        for name in ("debtor_name", "id_no", "mobile", "id_kind", "sex", "born_on")
    )
    for i in places:
        yield PersonFacts(
            name=names[i],
            id_no=ids[i] or "",
            mobile=(mobiles[i] or "").split(";", 1)[0],
            id_kind=(kinds[i] or "")[:16],
            sex=sexes[i] or "",
            born_on=_day(born[i]) if born[i] else None,
        )


def _common(landing: Landing, batches: _Batches) -> Common:
    record = landing.record
    client_id = record.client_id or 0
    return Common(
        client_id=client_id,
        unit_id=record.unit_id or landing.actor.unit_id,
        clerk_id=landing.actor.membership_id,
        state=line_of("recovery").states[0].code,
        term_months=term_months(record.client_id),
        customs=[(one.code, one.kind == CustomField.Kind.MONEY) for one in custom_fields(record.client_id)],
        batch_id=batches.id_of,
    )


@lru_cache(maxsize=65_536)
def _day(value: str) -> date:
    return date.fromisoformat(value)
