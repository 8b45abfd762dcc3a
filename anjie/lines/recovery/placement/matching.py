"""Finds, set-wise and within reach, the placements that rows of a client's later sheets mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection
from django.db.models.expressions import RawSQL

from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.desk.public import cases_for, line_of
from anjie.foundation import clock
from anjie.foundation.refusals import Refusal
from anjie.foundation.sealed import Field, sealer
from anjie.lines.recovery.placement.keys import Candidate, Keys, choose_case
from anjie.services.sheets.declaring.faults import Said, doubt, fault
from anjie.services.sheets.importing.loaders import Gathered, Landing

KEY_FIELDS = ("serial_no", "contract_no", "card_no", "id_no", "debtor_name", "placed_on")
Told = tuple[int, str, Said]

_LOOK_UP = """
WITH r AS MATERIALIZED (
    SELECT * FROM unnest(%(at)s::int[], %(cases)s::bigint[], %(serials)s::text[], %(contracts)s::text[],
        %(cards)s::bytea[], %(ids)s::bytea[]) AS r(at, case_id, serial, contract, card, id_no))
SELECT r.at, p.case_id FROM r JOIN recovery_placement p ON p.case_id = r.case_id AND p.client_id = %(client)s
UNION
SELECT r.at, p.case_id FROM r JOIN recovery_placement p
    ON p.client_id = %(client)s AND p.serial_no = r.serial WHERE r.serial <> ''
UNION
SELECT r.at, p.case_id FROM r JOIN recovery_placement p
    ON p.client_id = %(client)s AND p.contract_no = r.contract WHERE r.contract <> ''
UNION
SELECT r.at, p.case_id FROM r JOIN recovery_placement p ON p.card_index = r.card AND p.client_id = %(client)s
UNION
SELECT r.at, p.case_id FROM r JOIN desk_person n ON n.id_index = r.id_no
    JOIN desk_case c ON c.person_id = n.id JOIN recovery_placement p ON p.case_id = c.id
    AND p.client_id = %(client)s
"""


@dataclass
class Matched:
    """Rows with the case each means (by place among the gathered rows), and what is to be told of the others."""

    gathered: Gathered
    cases: dict[int, Candidate] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)

    def rows(self) -> Iterator[tuple[int, Candidate, dict[str, Any]]]:
        """Excel row, its case, and the row's values; the name is the case's own, as that is whose it is."""
        columns = self.gathered.columns
        for at, case in self.cases.items():
            values = {name: values[at] for name, values in columns.items()}
            yield self.gathered.rows[at], case, values | {"debtor_name": case.name}


def match(
    actor: Actor,
    deed: Deed,
    client_id: int,
    gathered: Gathered,
    *,
    lock: bool = False,
    once: bool = False,
) -> Matched:
    """The open case of each gathered row, or why it has none; ``once`` refuses a second row of one case."""
    found = Matched(gathered)
    keys = keys_of_columns(gathered.columns, len(gathered.rows))
    names = gathered.columns.get("debtor_name")
    first: dict[int, int] = {}
    for at, (key, options) in enumerate(
        zip(keys, candidates(actor, deed, client_id, keys, lock=lock), strict=True)
    ):
        row = gathered.rows[at]
        chosen = choose_case(key, options)
        if isinstance(chosen, Refusal):
            found.told.append((row, _field(key), fault(chosen.code, chosen.message)))
            continue
        other = first.setdefault(chosen.case_id, row)
        if once and other != row:
            words = f"案件 {chosen.no} 在第 {other} 行已有一条，无法判断以哪一行为准。请删去其中一行。"
            found.told.append((row, _field(key), fault("match.twice_in_file", words)))
            continue
        found.cases[at] = chosen
        if names and names[at] and names[at] != chosen.name:
            words = f"该行的姓名与案件 {chosen.no} 的债务人不一致。请核对是否同一案件。"
            found.told.append((row, "debtor_name", doubt(None, "match.name_differs", words)))
    return found


def arriving(landing: Landing, fields: Sequence[str]) -> Gathered:
    """The rows of a landing that land, with those of these columns that the sheet has."""
    gathered = Gathered(tuple(fields))
    for chunk, places in landing.good():
        gathered.rows += [chunk.rows[i] for i in places]
        for name in fields:
            if (values := chunk.column(name)) is not None:
                gathered.columns.setdefault(name, []).extend([values[i] for i in places])
    return gathered


def keys_of_columns(columns: Mapping[str, list[Any]], count: int) -> list[Keys]:
    """What each row's key columns say, numbers turned into their blind indexes."""
    nothing = [None] * count

    def column(name: str) -> list[Any]:
        return columns.get(name) or nothing

    seal = sealer()
    cards, ids = column("card_no"), column("id_no")
    card_index = iter(seal.index_many([value for value in cards if value], Field.CARD_NO))
    id_index = iter(seal.index_many([value for value in ids if value], Field.ID_NO))
    return [
        Keys(
            serial_no=serial or "",
            contract_no=contract or "",
            card=next(card_index) if card else None,
            id_no=next(id_index) if id_no else None,
            placed_on=date.fromisoformat(placed) if placed else None,
        )
        for serial, contract, card, id_no, placed in zip(
            column("serial_no"), column("contract_no"), cards, ids, column("placed_on"), strict=True
        )
    ]


def _field(keys: Keys) -> str:
    """The column a clerk looks at first when the case is not found."""
    given = (("serial_no", keys.serial_no), ("contract_no", keys.contract_no), ("card_no", keys.card))
    return next((name for name, value in given if value), "id_no")


def candidates(
    actor: Actor, deed: Deed, client_id: int, keys: Sequence[Keys], *, lock: bool
) -> list[list[Candidate]]:
    """For each row the client's placements within reach that a key leads to; ``lock`` locks their cases."""
    with connection.cursor() as cursor:
        cursor.execute(
            _LOOK_UP,
            {
                "client": client_id,
                "at": list(range(len(keys))),
                "cases": [key.case_id for key in keys],
                "serials": [key.serial_no for key in keys],
                "contracts": [key.contract_no for key in keys],
                "cards": [key.card for key in keys],
                "ids": [key.id_no for key in keys],
            },
        )
        pairs = cursor.fetchall()
    known = _read(actor, deed, sorted({case_id for _, case_id in pairs}), lock=lock)
    found: dict[int, list[Candidate]] = defaultdict(list)
    for at, case_id in sorted(pairs):
        if case_id in known:
            found[at].append(known[case_id])
    return [found[at] for at in range(len(keys))]


def _read(actor: Actor, deed: Deed, case_ids: list[int], *, lock: bool) -> dict[int, Candidate]:
    recovery = line_of("recovery")
    cases = cases_for(actor, deed).filter(pk__in=RawSQL("SELECT unnest(%s::bigint[])", [case_ids]))
    cases = cases.order_by("pk")
    if lock:
        # In id order everywhere, so that two lists about the same cases wait and never dead-lock.
        cases = cases.select_for_update(of=("self",))
    rows = cases.values_list(
        "pk",
        "no",
        "state",
        "closed_at",
        "placement__placed_on",
        "placement__serial_no",
        "placement__contract_no",
        "placement__card_index",
        "person__id_index",
        "title",
        "person_id",
    )
    return {
        pk: Candidate(
            case_id=pk,
            no=no,
            state=state,
            placed_on=placed_on,
            ended_on=clock.local(closed_at).date() if closed_at and state == "returned" else None,
            is_open=recovery.state_by_code[state].is_open,
            serial_no=serial_no,
            contract_no=contract_no,
            card=None if card is None else bytes(card),
            id_no=None if id_no is None else bytes(id_no),
            name=name,
            person_id=person_id,
        )
        for (
            pk,
            no,
            state,
            closed_at,
            placed_on,
            serial_no,
            contract_no,
            card,
            id_no,
            name,
            person_id,
        ) in rows
    }
