"""What exports ask of the worker: write one, take away those past their day."""

from __future__ import annotations

from procrastinate.contrib.django import app

from anjie.services.sheets.exporting import running


@app.task(name="sheets.export")
def write_export(export_id: int) -> None:
    """Write what was asked for, with the rights its person has now."""
    running.run(export_id)


@app.periodic(cron="*/10 * * * *")
@app.task(name="sheets.expire_exports", queueing_lock="sheets.expire_exports")
def expire_exports(timestamp: int = 0) -> None:
    """Every ten minutes: exports whose link has expired lose their file."""
    running.expire()
