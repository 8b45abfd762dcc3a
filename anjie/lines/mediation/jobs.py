"""Gathers the chapters' jobs: the worker looks for a line's tasks here."""

from anjie.lines.mediation.closing import jobs as closing_jobs  # noqa: F401
from anjie.lines.mediation.consent import jobs as consent_jobs  # noqa: F401
from anjie.lines.mediation.review import jobs as review_jobs  # noqa: F401
from anjie.lines.mediation.session import jobs as session_jobs  # noqa: F401
