"""Gathers the chapters' models: Django looks for a line's tables here."""

from anjie.lines.mediation.application.models import *  # noqa: F403
from anjie.lines.mediation.archive.models import *  # noqa: F403
from anjie.lines.mediation.closing.models import *  # noqa: F403
from anjie.lines.mediation.consent.models import *  # noqa: F403
from anjie.lines.mediation.library.models import *  # noqa: F403
from anjie.lines.mediation.mediators.models import *  # noqa: F403
from anjie.lines.mediation.ranking.models import *  # noqa: F403
from anjie.lines.mediation.ratings.models import *  # noqa: F403
from anjie.lines.mediation.review.models import *  # noqa: F403
from anjie.lines.mediation.session.models import *  # noqa: F403
