"""What two clerks do to a client's mappings at the same moment: a name is taken once, one is the usual one."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction

from anjie.foundation.refusals import Refusal
from anjie.services.sheets.importing.mappings import change_mapping, delete_mapping, save_mapping
from anjie.services.sheets.models import Mapping
from tests.people import World, build_world

pytestmark = pytest.mark.django_db(transaction=True)


def two_of_the_bank(world: World) -> tuple[Mapping, Mapping]:
    bank = world.clients["DEMO-BANK"].pk
    first = save_mapping(world["王内勤"], "placement", bank, {"debtor_name": "卡主"}, "分期")
    return first, save_mapping(world["王内勤"], "placement", bank, {"debtor_name": "姓名"}, "信用卡")


def somebody_waits() -> bool:
    """Whether a session waits for what this one holds."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_locks"
            " WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"
        )
        return bool(cursor.fetchone()[0])


def meanwhile(first: Callable[[], Any], second: Callable[[], Any]) -> Any:
    """What ``second`` gave back or was refused with, asked while ``first`` is done and not yet committed."""
    answers: list[Any] = []

    def run() -> None:
        try:
            answers.append(second())
        except Refusal as refusal:
            answers.append(refusal)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    with transaction.atomic():
        first()
        thread.start()
        until = time.monotonic() + 30
        while not somebody_waits() and thread.is_alive() and time.monotonic() < until:
            time.sleep(0.02)
        assert answers == [], "the second did not wait for the first"
    thread.join(60)
    return answers[0]


def test_a_name_taken_meanwhile_is_refused_in_words() -> None:
    world = build_world()
    one, two = two_of_the_bank(world)
    refused = meanwhile(
        lambda: change_mapping(world["王内勤"], one.pk, name="通用"),
        lambda: change_mapping(world["王内勤"], two.pk, name="通用"),
    )
    assert (refused.code, sorted(Mapping.objects.values_list("name", flat=True))) == (
        "sheets.mapping_name_taken",
        ["信用卡", "通用"],
    )


def test_of_two_made_the_usual_one_the_last_stays() -> None:
    world = build_world()
    one, two = two_of_the_bank(world)
    change_mapping(world["王内勤"], two.pk, is_default=False)
    meanwhile(
        lambda: change_mapping(world["王内勤"], one.pk, is_default=True),
        lambda: change_mapping(world["王内勤"], two.pk, is_default=True),
    )
    assert Mapping.objects.get(is_default=True) == two


def test_a_fresh_one_is_the_only_usual_one() -> None:
    world = build_world()
    one, _ = two_of_the_bank(world)
    bank = world.clients["DEMO-BANK"].pk
    meanwhile(
        lambda: change_mapping(world["王内勤"], one.pk, is_default=True),
        lambda: save_mapping(world["王内勤"], "placement", bank, {"debtor_name": "户名"}, "新贷"),
    )
    assert Mapping.objects.get(is_default=True).name == "新贷"


def test_what_was_deleted_meanwhile_is_missing() -> None:
    world = build_world()
    one, two = two_of_the_bank(world)
    gone = meanwhile(
        lambda: delete_mapping(world["王内勤"], one.pk),
        lambda: change_mapping(world["王内勤"], one.pk, name="通用"),
    )
    assert gone.code == "not_found"
    assert Mapping.objects.get() == two
