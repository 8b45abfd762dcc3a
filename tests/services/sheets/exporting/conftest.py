"""What several tests of exports begin with."""

import pytest

from tests.cases import place
from tests.people import World


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
