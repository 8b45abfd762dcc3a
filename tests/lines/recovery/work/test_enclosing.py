"""The download of a whole case holds its work records, as a table and as a text to read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from anjie.desk.public import Event
from tests.cases import place
from tests.http import Browser
from tests.lines.recovery.work.conftest import call, promised
from tests.people import World


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Any) -> None:
    storages = {**settings.STORAGES}
    storages["default"] = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(tmp_path)},
    }
    settings.STORAGES = storages


def opened(browser: Browser, case_id: int, kind: str = "") -> zipfile.ZipFile:
    """The archive behind the link."""
    link = browser.post(f"/api/files/cases/{case_id}/archive", {"kind": kind}).json()
    answer = browser.get(link["url"])
    whole = b"".join(answer.streaming_content)
    assert answer["Content-Length"] == str(len(whole))
    return zipfile.ZipFile(io.BytesIO(whole))


@pytest.mark.usefixtures("noon")
def test_the_whole_case_holds_its_records(world: World) -> None:
    # given a record that a spreadsheet would run, and one with a promise
    case = place(world, name="单小明", mobile="10000000017")
    call(world["李催收"], case, note="=1+1")
    call(
        world["李催收"], case, "connected.promise", note="月底还清", promise=promised("100.00", "2026-09-20")
    )
    # when everything is downloaded
    with opened(Browser(world["李催收"]), case.pk) as archive:
        assert archive.testzip() is None
        # then both lie in it, the oldest first, with no whole number and nothing to run
        table, text = f"催记/{case.no} 催记.csv", f"催记/{case.no} 催记.txt"
        assert archive.namelist() == ["文件清单.csv", table, text]
        rows = archive.read(table).decode("utf-8-sig").splitlines()
        read = archive.read(text).decode("utf-8-sig")
        listed = archive.read("文件清单.csv").decode("utf-8-sig").splitlines()
    assert len(rows) == 3 and '"\'=1+1"' in rows[1] and "100.00" in rows[2]
    assert read.startswith(f"案件 {case.no} 催记，共 2 条")
    assert "备注：月底还清" in read and "承诺：2026-09-20 还 100.00 元" in read
    assert "10000000017" not in read + "".join(rows)
    assert [line.split(",")[2] for line in listed[1:]] == [f'"{table}"', f'"{text}"']
    assert Event.objects.filter(case_id=case.pk).latest("seq").verb == "file.downloaded_all"


@pytest.mark.usefixtures("noon")
def test_files_of_one_kind_come_alone_and_a_deleted_record_is_left_out(world: World) -> None:
    case = place(world, name="单小明")
    gone = call(world["李催收"], case, note="误录")
    call(world["李催收"], case, note="无人接听")
    admin, browser = Browser(world["钱管理"]), Browser(world["李催收"])
    admin.post(f"/api/recovery/work/records/{gone.pk}/delete", {"reason": "录错案件"})
    with opened(browser, case.pk) as archive:
        read = archive.read(f"催记/{case.no} 催记.txt").decode("utf-8-sig")
    assert "无人接听" in read and "误录" not in read
    refused = browser.post(f"/api/files/cases/{case.pk}/archive", {"kind": "image"})
    assert refused.json()["code"] == "files.none"
    # who may not see records gets none: there is nothing else here
    refused = Browser(world["陈财务"]).post(f"/api/files/cases/{case.pk}/archive")
    assert (refused.status_code, refused.json()["code"]) == (409, "files.none")
