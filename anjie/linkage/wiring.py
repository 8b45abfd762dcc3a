"""What linkage registers at start-up: it hears of both lines, neither knows the other."""

from __future__ import annotations

from anjie.desk.public import on
from anjie.linkage import coming_back, queries
from anjie.linkage import sentences as sentences
from anjie.services.contact.gate import stops_when

ENDS_A_CASE = ("placement.settle", "placement.return", "placement.recall", "placement.close")
_ENDED = {code: coming_back.ended_by(code) for code in coming_back.ENDINGS}


def register() -> None:
    """Name the mediation at the contact gate; follow mediations, promises and cases that end."""
    stops_when("recovery", queries.why_stopped)
    on("signing.complete", coming_back.signed)
    for code, ended in _ENDED.items():
        on(code, ended)
    on("review.send_back", coming_back.sent_back)
    on("promise.judged", coming_back.judged)
    on("promise.cancelling", coming_back.keep_agreed)
    for code in ENDS_A_CASE:
        on(code, coming_back.case_over)
