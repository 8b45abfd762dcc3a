from __future__ import annotations

import os
from collections.abc import Iterator

import hypothesis
import pytest
from django.db import connection
from django.db.backends.postgresql.operations import DatabaseOperations

from tests.append_only import switching
from tests.people import World, build_world

# A machine that is busy with something else is no fault of the code.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")


LONGEST = (
    "test_openapi_fuzz.py", "test_upgrade.py", "test_postgres.py", "test_case_list.py", "test_ratings.py",
    "test_reading.py", "test_closing.py", "test_sheets_updates.py", "test_signing.py", "test_permission_matrix.py",
    "test_several_parties.py", "test_import_http.py", "test_one_slot_many_requests.py", "test_backup.py",
)  # fmt: skip
"""Files that take longest; one that began last would leave the other processes waiting for it."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    place = {name: at for at, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(item.path.name, len(place)))


@pytest.fixture(autouse=True)
def quick_hashes(settings) -> None:
    """Argon2 is slow on purpose; the tests sign in hundreds of people."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Each process copies the database that ``scripts/test.py`` has migrated once; without it each migrates its own."""
    connection.settings_dict["TEST"]["TEMPLATE"] = os.environ.get("ANJIE_TEST_TEMPLATE")


@pytest.fixture(autouse=True, scope="session")
def emptied_after_committing_tests() -> Iterator[None]:
    """The append-only tables refuse TRUNCATE; between tests that commit, the test database is emptied all the same."""
    flush = DatabaseOperations.execute_sql_flush

    def without_triggers(self: DatabaseOperations, statements: list[str]) -> None:
        with self.connection.cursor() as cursor:
            off, on = switching(cursor, "DISABLE"), switching(cursor, "ENABLE")
        flush(self, [*off, *statements, *on])

    DatabaseOperations.execute_sql_flush = without_triggers
    yield
    DatabaseOperations.execute_sql_flush = flush


@pytest.fixture
def world(db: None) -> World:
    """The named people in an otherwise empty database."""
    return build_world()
