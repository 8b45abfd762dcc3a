"""What the rows of a client's list say about their placements, as the shared matching reads it."""

from __future__ import annotations

from collections.abc import Sequence

from anjie.foundation.sealed import Field, sealer
from anjie.lines.recovery.payment.rules import RepaymentIn
from anjie.lines.recovery.placement.keys import Keys
from anjie.lines.recovery.placement.matching import candidates as candidates


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
