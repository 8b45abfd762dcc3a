"""Gathers the chapters' jobs: the worker looks for a line's jobs here."""

from anjie.lines.recovery.assignment import jobs as assignment  # noqa: F401
from anjie.lines.recovery.quality import jobs as quality  # noqa: F401
from anjie.lines.recovery.term import jobs as term  # noqa: F401
from anjie.lines.recovery.work import jobs as work  # noqa: F401
