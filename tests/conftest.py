from __future__ import annotations

import pytest

from tests.people import World, build_world


@pytest.fixture
def world(db: None) -> World:
    """The named people in an otherwise empty database."""
    return build_world()
