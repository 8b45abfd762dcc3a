"""A disk too small for a workbook: told in words with the next step, and nothing half-written stays."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from anjie.access.models import TrailEntry
from anjie.services.sheets.importing import imports
from anjie.services.sheets.models import Import
from tests.http import Browser
from tests.people import World


@pytest.fixture(autouse=True)
def home(settings: Any, tmp_path: Path) -> Path:
    settings.HOME = tmp_path
    return tmp_path


PART = f"part-{bytes(8).hex()}"


def files(home: Path) -> list[str]:
    return sorted(str(path.relative_to(home)) for path in home.rglob("*") if path.is_file())


def test_a_workbook_that_does_not_fit_is_refused_and_leaves_nothing(
    world: World, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk = Browser(world["王内勤"])
    sheet = SimpleUploadedFile("委案.csv", "姓名,委案金额\n".encode() + "张三,1000.00\n".encode() * 9_000)
    body = {"file": sheet, "kind": "placement", "client": world.clients["DEMO-BANK"].pk}
    # The system itself refuses what is written to it, as a full disk does.
    monkeypatch.setattr(os, "urandom", lambda size: b"\0" * size)
    (imports.folder() / PART).symlink_to("/dev/full")
    answer = clerk.client.post("/api/sheets/imports", body, headers={"X-CSRFToken": clerk.token})
    assert (answer.status_code, answer.json()["code"]) == (409, "sheets.disk")
    assert answer.json()["message"] == "服务器磁盘空间不足，文件没有保存。请联系系统管理员清理后重试。"
    assert (files(home), Import.objects.count()) == ([], 0)
    assert not TrailEntry.objects.filter(verb="sheets.uploaded").exists()
