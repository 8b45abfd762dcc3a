from __future__ import annotations

import pytest

from anjie.desk.models import Event
from tests.cases import place
from tests.http import Browser
from tests.people import World


@pytest.mark.parametrize(
    "path",
    [
        "/api/desk/cases/{case}/timeline?kind=%00",
        "/api/files/uploads/a%00b",
        "/api/files/cases/{case}?kind=a%00",
    ],
)
def test_a_nul_in_an_address_is_refused_in_words(world: World, path: str) -> None:
    case = place(world, name="张三")
    answer = Browser(world["李催收"]).client.get(path.format(case=case.pk))
    assert (answer.status_code, answer.json()["code"]) == (422, "request.invalid")


@pytest.mark.parametrize("reason", ["核对\\u0000号码", "\\u0000"])
def test_a_nul_in_a_body_is_refused_and_nothing_is_written(world: World, reason: str) -> None:
    case = place(world, name="张三")
    browser = Browser(world["李催收"])
    answer = browser.client.generic(
        "POST",
        f"/api/desk/cases/{case.pk}/facts/id_no/reveal",
        f'{{"reason": "{reason}"}}',
        content_type="application/json",
        headers={"X-CSRFToken": browser.token},
    )
    assert (answer.status_code, answer.json()["code"]) == (400, "request.bad")
    assert Event.objects.filter(case_id=case.pk).count() == 1


def test_a_text_that_only_speaks_of_the_character_is_taken(world: World) -> None:
    # given a backslash and the letters, not the character itself
    case = place(world, name="张三", id_no="320102199001011231")
    answer = Browser(world["李催收"]).post(
        f"/api/desk/cases/{case.pk}/facts/id_no/reveal", {"reason": "见 \\u0000 说明"}
    )
    assert answer.status_code == 200
