"""Codes the tests read, files in a folder of their own, and a line that has papers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from anjie.services.signing import codes
from tests.papers import PlainConverter, converting, line_with_papers


class Codes:
    """Sends every code into a list; each is good once, for its own mobile."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str]] = []
        self.good: dict[str, str] = {}

    def is_there(self) -> bool:
        return True

    def send(self, mobile: str, about: str, address: str) -> None:
        self.good[mobile] = f"{len(self.sent) + 1:06d}"
        self.sent.append((mobile, self.good[mobile]))

    def verify(self, mobile: str, about: str, code: str) -> bool:
        return bool(code) and self.good.pop(mobile, "") == code


@pytest.fixture(autouse=True)
def ground(settings, tmp_path) -> Iterator[None]:
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path)},
        }
    }
    with line_with_papers(), converting(PlainConverter()):
        yield


@pytest.fixture
def sms() -> Iterator[Codes]:
    made = Codes()
    before = codes._in_use
    codes.install(made)
    yield made
    codes.install(before)
