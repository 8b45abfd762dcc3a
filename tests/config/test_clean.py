from __future__ import annotations

import pytest

from tests.cases import place
from tests.http import Browser
from tests.people import World


@pytest.mark.parametrize("path", ["/api/files/uploads/a%00b", "/api/files/file/%00", "/a%00"])
def test_an_address_with_a_nul_leads_nowhere(world: World, path: str) -> None:
    answer = Browser(world["李催收"]).client.get(path)
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_a_text_that_only_speaks_of_the_character_is_taken(world: World) -> None:
    # given a backslash and the letters, not the character itself
    case = place(world, name="张三", id_no="320102199001011231")
    answer = Browser(world["李催收"]).post(
        f"/api/desk/cases/{case.pk}/facts/id_no/reveal", {"reason": "见 \\u0000 说明"}
    )
    assert answer.status_code == 200
