"""The worker's own care: jobs whose worker was killed are taken up again."""

from __future__ import annotations

import structlog
from procrastinate import App
from procrastinate.exceptions import AlreadyEnqueued, UniqueViolation
from procrastinate.jobs import Job, Status

log = structlog.get_logger("anjie.jobs")

STALLED_AFTER = 20.0
"""Seconds without a heartbeat (given every five) after which a worker counts as gone."""
MOST_RESCUES = 5
"""A job that has ended so many workers is the cause: it fails for good and waits for somebody to look."""


def on_app_ready(app: App) -> None:
    """Register the rescue and the backup with the application of jobs."""
    from config.backup import jobs as backups  # Django's models are there only now

    backups.register(app)

    @app.periodic(cron="* * * * * */15", periodic_id="rescue")
    @app.task(name="jobs.rescue", queueing_lock="jobs.rescue", priority=100)
    async def rescue_stalled(timestamp: int) -> None:
        """Queue the jobs of workers that are gone once more."""
        await rescue(app)


async def rescue(app: App) -> dict[str, int]:
    """Queue every stalled job again, fail it when it was rescued too often, or leave its work to the same job that waits.

    Returns how many of each.
    """
    done = {"rescued": 0, "failed": 0, "replaced": 0}
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER):
        if job.attempts >= MOST_RESCUES:
            await app.job_manager.finish_job(job, status=Status.FAILED, delete_job=False)
            done["failed"] += 1
            log.error("job.given_up", task=job.task_name, job=job.id, attempts=job.attempts)
        elif await _queued_again(app, job):
            done["rescued"] += 1
            log.warning("job.rescued", task=job.task_name, job=job.id, attempts=job.attempts)
        else:
            # The same work waits already, held up by this one's lock: it does both.
            await app.job_manager.finish_job(job, status=Status.FAILED, delete_job=True)
            done["replaced"] += 1
            log.warning("job.replaced", task=job.task_name, job=job.id, attempts=job.attempts)
    return done


async def _queued_again(app: App, job: Job) -> bool:
    """Queue a stalled job again; false where another with its queueing lock waits already."""
    try:
        await app.job_manager.retry_job(job)
    except (UniqueViolation, AlreadyEnqueued):
        return False
    return True
