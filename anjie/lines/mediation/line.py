"""Mediation stands on the desk: its states, its moves, and what each move sets off."""

from anjie.desk.public import Line, register_line
from anjie.lines.mediation import (
    case_page,  # noqa: F401  registers what the line puts on the case page
    inviting,  # noqa: F401  declares the invitation
    party_notices,
)
from anjie.lines.mediation import sentences as sentences
from anjie.lines.mediation.application import queries as application
from anjie.lines.mediation.application import sheets as application_sheets
from anjie.lines.mediation.archive import actions as archive
from anjie.lines.mediation.closing import facts as facts  # registers what papers may name
from anjie.lines.mediation.consent import wiring as consent
from anjie.lines.mediation.filing import actions as filing
from anjie.lines.mediation.history import sheets as history_sheets
from anjie.lines.mediation.mediators import library
from anjie.lines.mediation.mediators import sheets as mediator_sheets
from anjie.lines.mediation.moves import MOVES, STATES
from anjie.lines.mediation.parties import telling as party_telling  # noqa: F401  declares its notices
from anjie.lines.mediation.ranking import exporting as ranking
from anjie.lines.mediation.ratings import exporting as ratings_out
from anjie.lines.mediation.ratings import wiring as ratings
from anjie.lines.mediation.review import actions as review
from anjie.lines.mediation.session import sentences as session_sentences  # noqa: F401
from anjie.lines.mediation.session import wiring as session

MEDIATION = Line(code="mediation", label="调解", prefix="M", states=STATES, moves=MOVES)

register_line(MEDIATION)
application.register()
application_sheets.register()
library.register()
mediator_sheets.register()
history_sheets.register()
review.register()
consent.register()
filing.register()
archive.register()
party_notices.register()
ranking.register()
ratings_out.register()
ratings.register()
session.register()
