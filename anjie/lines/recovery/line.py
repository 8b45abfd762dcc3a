"""Debt recovery stands on the desk: its states, its moves, and what each move sets off."""

from anjie.desk.public import Line, register_line
from anjie.lines.recovery import (
    case_page,  # noqa: F401  registers what the line puts on the case page
    exporting,
)
from anjie.lines.recovery.assignment import wiring as assignment
from anjie.lines.recovery.moves import MOVES, STATES
from anjie.lines.recovery.payment import sentences as sentences
from anjie.lines.recovery.payment import sheets as payment_sheets
from anjie.lines.recovery.placement import queries as placement
from anjie.lines.recovery.placement import sentences as placement_sentences  # noqa: F401
from anjie.lines.recovery.placement import sheets as placement_sheets
from anjie.lines.recovery.placement import sheets_contacts, sheets_updates
from anjie.lines.recovery.quality import sentences as quality_sentences  # noqa: F401
from anjie.lines.recovery.term import wiring as term
from anjie.lines.recovery.work import sheets as work_sheets
from anjie.lines.recovery.work import wiring as work

RECOVERY = Line(code="recovery", label="催收", prefix="C", states=STATES, moves=MOVES)

register_line(RECOVERY)
placement.register()
placement_sheets.register()
sheets_updates.register()
sheets_contacts.register()
payment_sheets.register()
work_sheets.register()
work.register()
assignment.register()
term.register()
exporting.register()
