"""What a worker has loaded when it begins: all that a job may name, though it never loads the pages' addresses."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from tests.config.homes import CHECKOUT, environment

DEFERRED = re.compile(r'configure_task\(\s*"([\w.]+)"')

# Runs the command itself, up to where procrastinate would take over; then loads whatever a web process may load
# and more, and tells what the registries (dicts, lists and sets in capitals) have gained by it.
WORKER = """
import importlib, json, pkgutil, sys
import django, django.core.management
from config import command_ground

def registries():
    found = {}
    for name, module in list(sys.modules.items()):
        if name.startswith(("anjie.", "config.")):
            for word, held in vars(module).items():
                if word.isupper() and isinstance(held, dict | list | set):
                    rows = held.items() if isinstance(held, dict) else held
                    found[f"{name}.{word}"] = {repr(row) for row in rows}
    return found

told = {}

def begins(*command, **options):
    from procrastinate.contrib.django import app
    from anjie.services.notices.templates import templates
    told["command"] = list(command)
    told["tasks"] = sorted(app.tasks)
    told["templates"] = [one.code for one in templates()]
    told["web"] = [name for name in ("config.urls", "config.api") if name in sys.modules]
    had = registries()
    import anjie
    for found in pkgutil.walk_packages(anjie.__path__, "anjie."):
        if ".migrations" not in found.name:
            importlib.import_module(found.name)
    importlib.import_module("config.urls")
    has = registries()
    told["registries"] = len(had)
    told["gained"] = {name: sorted(has[name] - held) for name, held in had.items() if has[name] != held}
    told["new_tasks"] = sorted(set(app.tasks) - set(told["tasks"]))

django.core.management.call_command = begins
command_ground.ready = django.setup
command_ground.prove_own_keys = lambda: None
command_ground.worker.callback(concurrency=1)
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict:
    ran = subprocess.run(
        [sys.executable, "-c", WORKER],
        env=environment(tmp_path_factory.mktemp("home")) | {"DJANGO_SETTINGS_MODULE": "config.settings"},
        capture_output=True,
        text=True,
        check=False,
        cwd=CHECKOUT,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout.splitlines()[-1])


def test_a_worker_begins_without_the_pages_addresses(told: dict) -> None:
    assert told["command"] == ["procrastinate", "worker"]
    assert told["web"] == []
    assert told["registries"] > 50


def test_nothing_is_registered_only_where_a_web_process_imports_it(told: dict) -> None:
    assert told["gained"] == {}
    assert told["new_tasks"] == []


def test_a_worker_knows_every_job_that_is_deferred_by_name(told: dict) -> None:
    named = {
        name
        for folder in ("anjie", "config")
        for path in (CHECKOUT / folder).rglob("*.py")
        for name in DEFERRED.findall(path.read_text("utf-8"))
    }

    assert {"notices.deliver", "callbacks.handle"} <= named
    assert sorted(named - set(told["tasks"])) == []


def test_a_worker_knows_the_messages_of_signing(told: dict) -> None:
    """It once failed on them: only the pages' addresses imported what declares them."""
    assert {"signing.asked", "signing.link"} <= set(told["templates"])
