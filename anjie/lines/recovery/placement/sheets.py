"""The placement sheet on the desk: what its rows are held against, and who lands them and takes them back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import connection

from anjie.access.actors import Actor
from anjie.desk.public import id_array, text_array
from anjie.lines.recovery.deeds import PlacementDeed
from anjie.lines.recovery.placement.kinds import PLACEMENT
from anjie.lines.recovery.placement.landing import land
from anjie.lines.recovery.placement.templates import custom_columns, rules_of, takes_good_rows
from anjie.lines.recovery.placement.undoing import take_back
from anjie.services.sheets.declaring.faults import Said, fault
from anjie.services.sheets.importing.loaders import Gathered, Loader, register_loader

_OPEN_HERE = """
SELECT x.row, c.no, p.serial_no = x.serial AND x.serial <> ''
FROM unnest(%(rows)s::int[], %(serials)s::text[], %(contracts)s::text[], %(days)s::date[])
        AS x(row, serial, contract, placed_on)
JOIN recovery_placement p ON p.client_id = %(client)s
    AND ((x.serial <> '' AND p.serial_no = x.serial) OR
         (x.serial = '' AND x.contract <> '' AND p.contract_no = x.contract AND p.placed_on = x.placed_on))
JOIN desk_case c ON c.id = p.case_id AND c.closed_at IS NULL
ORDER BY 1, 2
"""


def open_here(actor: Actor, client_id: int, rows: Gathered) -> Iterator[tuple[int, str, Said]]:
    """Rows whose account this client has placed already and that is still open."""
    columns = rows.columns
    values: dict[str, Any] = {
        "client": client_id,
        "rows": id_array(rows.rows),
        "serials": text_array([value or "" for value in columns.get("serial_no", [])]),
        "contracts": text_array([value or "" for value in columns.get("contract_no", [])]),
        "days": text_array(columns.get("placed_on", [])),
    }
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off" if connection.in_atomic_block else "SELECT 1")
        cursor.execute(_OPEN_HERE, values)
        found = cursor.fetchall()
        if connection.in_atomic_block:
            cursor.execute("SET LOCAL enable_seqscan TO DEFAULT")
    told: set[int] = set()
    for row, no, by_serial in found:
        if row in told:
            continue
        told.add(row)
        name, label = ("serial_no", "个案序列号") if by_serial else ("contract_no", "合同号与委案日期")
        yield (
            row,
            name,
            fault(
                "placement.open_here", f"{label}与在办案件 {no} 相同，不能重复委案。请核对，或用“案件更新”。"
            ),
        )


PLACEMENT_LOADER = Loader(
    kind=PLACEMENT,
    deed=PlacementDeed.IMPORT,
    land=land,
    gather=("serial_no", "contract_no", "placed_on"),
    against_desk=open_here,
    undo=take_back,
    undo_deed=PlacementDeed.IMPORT_UNDO,
    extra=custom_columns,
    rules=rules_of,
    takes_good_rows=takes_good_rows,
)


def register() -> None:
    """Make the placement sheet known; called once at start-up."""
    register_loader(PLACEMENT_LOADER)
