"""Two workers run the robot's job at the same moment: each errand is called once."""

from __future__ import annotations

import threading

import pytest
from django.db import connection

from anjie.lines.mediation.consent import calling
from anjie.lines.mediation.consent.models import RobotCall, RobotTask
from tests.lines.mediation.conftest import consenting
from tests.lines.mediation.robots import JOB, a_robot
from tests.people import World

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_one_worker_has_taken_the_other_leaves(centre: World):
    with a_robot() as held:
        for _ in range(3):
            consenting(centre)
        barrier = threading.Barrier(2)

        def work() -> None:
            try:
                barrier.wait()
                calling.place_due(JOB)
            finally:
                connection.close()

        workers = [threading.Thread(target=work) for _ in range(2)]
        for one in workers:
            one.start()
        for one in workers:
            one.join()
        # What both skipped because the other held its case is still due.
        calling.place_due(JOB)
        assert len(held.calls) == len({one.reference for one in held.calls}) == 6
        assert list(RobotTask.objects.values_list("attempts", "state")) == [(1, "calling")] * 6
        assert RobotCall.objects.count() == 6
