"""Whoever starts an installation learns that its demo world is not whole."""

import pytest
from click.testing import CliRunner

from anjie.access import demo, trail
from anjie.access.actors import Actor
from anjie.access.models import Account
from config import command_demo, command_ground

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _standing(monkeypatch):
    """The database stands already, and is up to date."""
    monkeypatch.setattr("config.ready.ready", lambda: None)
    monkeypatch.setattr(command_ground, "ready", lambda: None)
    monkeypatch.setattr(command_ground, "bring_up_to_date", lambda: None)


def began_and_stopped():
    trail.record(Actor.job("demo"), demo.BEGAN, size="small")
    Account.objects.create(username="xujing", name="许静")


def test_a_start_over_half_a_world_says_so():
    began_and_stopped()
    told = CliRunner().invoke(command_ground.prepare)
    assert (told.exit_code, told.stderr.strip()) == (0, command_ground.HALF_A_WORLD)


def test_a_start_over_a_whole_world_says_nothing():
    began_and_stopped()
    trail.record(Actor.job("demo"), demo.LOADED, size="small")
    told = CliRunner().invoke(command_ground.prepare)
    assert (told.exit_code, told.stderr) == (0, "")


def test_half_a_world_is_not_loaded_over():
    began_and_stopped()
    told = CliRunner().invoke(command_demo.demo)
    assert told.exit_code == 2
    assert told.stderr.startswith("上次的演示数据没有装完，没有装入演示数据。")
    assert list(Account.objects.values_list("username", flat=True)) == ["xujing"]
