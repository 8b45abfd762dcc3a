"""Finds, set-wise and within reach, the placements that rows of a client's list may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.db import connection
from django.db.models.expressions import RawSQL

from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.desk.public import cases_for, line_of
from anjie.foundation import clock
from anjie.foundation.sealed import Field, sealer
from anjie.lines.recovery.payment.rules import Candidate, Keys, RepaymentIn

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


def keys_of(rows: Sequence[RepaymentIn]) -> list[Keys]:
    """What each row says about its placement, numbers turned into their blind indexes."""
    seal = sealer()
    cards = iter(seal.index_many([row.card_no for row in rows if row.card_no], Field.CARD_NO))
    ids = iter(seal.index_many([row.id_no for row in rows if row.id_no], Field.ID_NO))
    return [
        Keys(
            case_id=row.case_id,
            serial_no=row.serial_no.strip(),
            contract_no=row.contract_no.strip(),
            card=next(cards) if row.card_no else None,
            id_no=next(ids) if row.id_no else None,
            placed_on=row.placed_on,
        )
        for row in rows
    ]


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
        )
        for pk, no, state, closed_at, placed_on, serial_no, contract_no, card, id_no in rows
    }
