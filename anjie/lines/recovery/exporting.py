"""The line's lists that can be taken out of the house, in the order the export page shows them."""

from anjie.lines.recovery.payment import exporting as payment
from anjie.lines.recovery.placement import exporting as placement
from anjie.lines.recovery.quality import exporting as quality
from anjie.lines.recovery.term import exporting as term
from anjie.lines.recovery.work import exporting as work


def register() -> None:
    """Register every chapter's lists; called once at start-up."""
    placement.register()
    work.register()
    payment.register()
    term.register()
    quality.register()
