from __future__ import annotations

from typing import Any

import pytest

from anjie.access.actors import Actor
from anjie.desk.public import record, record_all
from anjie.desk.timeline import LIVE_AT_MOST
from anjie.foundation import live
from tests.cases import place
from tests.people import World

pytestmark = pytest.mark.django_db


def test_pages_hear_of_a_case_and_not_of_a_crowd(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    # given two cases more than pages hear of at once
    cases = [place(world).pk for _ in range(LIVE_AT_MOST + 1)]
    heard: list[tuple[str, dict[str, Any]]] = []
    monkeypatch.setattr(live, "publish", lambda topic, **facts: heard.append((topic, facts)))
    actor = Actor.job("test")
    # when something happens on one, and then on all
    record(actor, cases[0], "desk.note", text="在家")
    record_all(actor, "desk.note", cases)
    # then the pages of that one hear of it, by its verb alone
    assert heard == [(f"case:{cases[0]}", {"verb": "desk.note"})]
    # and of as many as they may hear of they hear one by one
    record_all(actor, "desk.note", cases[1:])
    assert len(heard) == 1 + LIVE_AT_MOST
