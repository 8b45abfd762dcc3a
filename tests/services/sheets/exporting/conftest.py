"""What several tests of exports begin with."""

from pathlib import Path

import pytest

from tests.cases import place
from tests.people import World


@pytest.fixture(autouse=True)
def home(settings, tmp_path: Path) -> Path:
    """A home of the test's own: what is written there can be counted."""
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def large(settings) -> None:
    """Three rows need a second person."""
    settings.EXPORT_APPROVAL_ROWS = 2


@pytest.fixture
def three(world: World, large: None) -> World:
    """Three cases to take out."""
    for name in ("张三", "李四", "王五"):
        place(world, name=name)
    return world
