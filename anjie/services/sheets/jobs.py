"""Gathers the rooms' jobs: the worker looks for a service's jobs here."""

from anjie.services.sheets.exporting import jobs as exporting  # noqa: F401
from anjie.services.sheets.importing import jobs as importing  # noqa: F401
