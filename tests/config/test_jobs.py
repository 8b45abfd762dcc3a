"""A job whose worker was killed is taken up again; one that kills its workers fails for good."""

from __future__ import annotations

import asyncio

import pytest
from asgiref.sync import sync_to_async
from django.db import connection, connections
from procrastinate.contrib.django import app

from config.jobs import MOST_RESCUES, rescue

pytestmark = pytest.mark.django_db(transaction=True)


def job(heartbeat: str, attempts: int = 0) -> int:
    """A job being done by a worker whose last sign of life was ``heartbeat`` ago."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - %s::interval) RETURNING id",
            [heartbeat],
        )
        worker = cursor.fetchone()[0]
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, status, attempts, args, worker_id, priority)"
            " VALUES ('default', 'work.tell_late', 'doing', %s, '{}', %s, 0) RETURNING id",
            [attempts, worker],
        )
        return cursor.fetchone()[0]


def rescued() -> dict[str, int]:
    """What one round of the rescue does; its thread keeps no connection."""

    async def story() -> dict[str, int]:
        done = await rescue(app)
        await sync_to_async(connections.close_all)()
        return done

    return asyncio.run(story())


def status(job_id: int) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT status FROM procrastinate_jobs WHERE id = %s", [job_id])
        return cursor.fetchone()[0]


def test_only_the_job_of_a_silent_worker_is_queued_again():
    silent, alive = job("1 minute"), job("3 seconds")
    assert rescued() == {"rescued": 1, "failed": 0, "replaced": 0}
    assert (status(silent), status(alive)) == ("todo", "doing")


def test_a_job_that_ended_too_many_workers_fails():
    deadly = job("1 minute", attempts=MOST_RESCUES)
    assert rescued() == {"rescued": 0, "failed": 1, "replaced": 0}
    assert status(deadly) == "failed"


def test_one_whose_successor_waits_already_gives_it_the_place_and_holds_up_no_rescue():
    stalled, other = job("1 minute"), job("1 minute")
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET lock = 'x', queueing_lock = 'x' WHERE id = %s", [stalled]
        )
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, status, attempts, args, priority, lock,"
            " queueing_lock) VALUES ('default', 'work.tell_late', 'todo', 0, '{}', 0, 'x', 'x') RETURNING id"
        )
        waiting = cursor.fetchone()[0]

    assert rescued() == {"rescued": 1, "failed": 0, "replaced": 1}

    assert (status(waiting), status(other)) == ("todo", "todo")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE id = %s", [stalled])
        assert cursor.fetchone()[0] == 0


def test_the_worker_knows_its_tasks():
    assert {"jobs.rescue", "work.tell_late", "work.judge_promises", "term.remind"} <= set(app.tasks)
