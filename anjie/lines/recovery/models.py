"""Gathers the chapters' models: Django looks for a line's tables here."""

from anjie.lines.recovery.assignment.models import *  # noqa: F403
from anjie.lines.recovery.payment.models import *  # noqa: F403
from anjie.lines.recovery.placement.models import *  # noqa: F403
from anjie.lines.recovery.quality.models import *  # noqa: F403
from anjie.lines.recovery.term.models import *  # noqa: F403
from anjie.lines.recovery.work.models import *  # noqa: F403
