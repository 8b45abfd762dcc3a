"""A client's own form is checked when it is given, filled from a list, and nothing in it can run."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from anjie.services.sheets.exporting.running import file_of, run
from anjie.services.sheets.models import Export, Layout
from tests.cases import place
from tests.http import Browser
from tests.people import World

PATH = "/api/sheets/layouts"


def form(*rows: list[Any], merged: str = "") -> bytes:
    """A workbook with these rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "台账"
    for row in rows:
        sheet.append(row)
    if merged:
        sheet.merge_cells(merged)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


LEDGER = (
    ["{{委托方}} 台账", None, None],
    ["共 {{行数}} 户，导出人 {{导出人}}", None, None],
    ["姓名", "余额", "备注"],
    ["{{row.债务人}}", "{{row.balance}}", "编号 {{row.案件编号}}"],
    ["合计", "{{合计.余额}}", None],
)


def give(
    browser: Browser, world: World, content: bytes, name: str = "银行台账", kind: str = "recovery_cases"
) -> Any:
    """Upload a form as the page does."""
    return browser.client.post(
        PATH,
        {
            "kind": kind,
            "client": world.clients["DEMO-BANK"].pk,
            "name": name,
            "file": SimpleUploadedFile("台账.xlsx", content),
        },
        headers={"X-CSRFToken": browser.token},
    )


def refused(world: World, content: bytes) -> dict[str, Any]:
    """What the refusal of a form says; nothing is kept."""
    answer = give(Browser(world["孙内勤"]), world, content)
    assert answer.status_code in (409, 422), answer.content
    assert Layout.objects.count() == 0
    return answer.json()


def test_a_ledger_leaves_in_the_clients_form(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    # given two cases of the bank, one of another client, and the bank's form
    place(world, "DEMO-BANK", "张三", "1000.10"), place(world, "DEMO-BANK", "=cmd|李四", "200.05")
    place(world, "DEMO-CF", "王五", "9.00", "吴催收")
    browser = Browser(world["孙内勤"])
    saved = give(browser, world, form(*LEDGER, merged="A5:A5"))
    assert saved.status_code == 200, saved.content
    assert saved.json()["columns"] == ["债务人", "余额", "案件编号"]
    # when the case list is exported in it
    monkeypatch.setattr("anjie.services.sheets.exporting.exports.write_export.defer", lambda **told: None)
    bank = world.clients["DEMO-BANK"].pk
    body = {
        "kind": "recovery_cases",
        "filter": {"client": [bank]},
        "sort": "-amount",
        "layout": saved.json()["id"],
    }
    asked = browser.post("/api/sheets/exports", body)
    assert asked.status_code == 200, asked.content
    run(asked.json()["id"])
    # then the row stands twice, the total below it, text is text, and the watermark sheet is behind
    export = Export.objects.get()
    assert (export.state, export.rows, export.name) == ("ready", 2, "银行台账"), export.why
    book = openpyxl.load_workbook(file_of(export))
    sheet = book["台账"]
    assert sheet["A1"].value == "示范银行 台账"
    assert sheet["A2"].value == "共 2 户，导出人 孙内勤"
    assert [(sheet.cell(row, 1).value, sheet.cell(row, 2).value) for row in (4, 5, 6)] == [
        ("张三", 1000.10), ("'=cmd|李四", 200.05), ("合计", 1200.15),
    ]  # fmt: skip
    assert sheet["C4"].value.startswith("编号 C")
    assert sheet["A5"].data_type == "s"
    assert book.sheetnames == ["台账", "导出说明"]
    assert ("导出人", "孙内勤") in list(book["导出说明"].values)


def test_an_unknown_placeholder_is_refused_with_its_cell(world: World) -> None:
    said = refused(world, form(["{{row.债务人}}", "{{row.身高}}"]))
    assert said["code"] == "layout.unknown_placeholder"
    assert said["message"] == "“台账”B1 的占位符“{{row.身高}}”不认识。请按可用占位符列表改正后再上传。"


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([["{{委托方}}"]], "layout.no_row"),
        ([["{{row.债务人}}"], ["{{row.余额}}"]], "layout.many_rows"),
        ([["{{row.债务人}}", "{{合计.债务人}}"]], "layout.no_sum"),
        ([["{{row.债务人}}", "=cmd|'/c calc'!A0"]], "layout.formula"),
        ([["{{row.债务人}}", '=HYPERLINK("http://example.invalid")']], "layout.formula"),
    ],
)
def test_a_form_that_cannot_be_filled_is_refused(world: World, rows: list[list[str]], code: str) -> None:
    assert refused(world, form(*rows))["code"] == code


def test_macros_and_what_is_no_workbook_are_refused(world: World) -> None:
    content = io.BytesIO(form(["{{row.债务人}}"]))
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    assert refused(world, content.getvalue())["code"] == "layout.runs"
    assert refused(world, b"PK\x03\x04 broken")["code"] == "sheets.damaged"
    assert refused(world, Path(__file__).read_bytes())["code"] == "sheets.damaged"


def test_versions_are_kept_and_only_the_last_is_offered(world: World) -> None:
    browser = Browser(world["孙内勤"])
    first = give(browser, world, form(*LEDGER)).json()
    second = give(browser, world, form(["{{row.债务人}}"])).json()
    assert (first["version"], second["version"]) == (1, 2)
    assert [row["id"] for row in browser.get(PATH).json()] == [second["id"]]
    assert [row["version"] for row in browser.get(PATH, versions=True).json()] == [2, 1]
    kept = b"".join(browser.get(f"{PATH}/{first['id']}/download").streaming_content)
    assert kept == bytes(Layout.objects.get(pk=first["id"]).content)
    assert browser.post(f"{PATH}/{second['id']}/retire").status_code == 200
    assert browser.get(PATH).json() == []


def test_a_form_is_for_its_own_client(world: World) -> None:
    place(world, "DEMO-CF", "王五", "9.00", "吴催收")
    browser = Browser(world["孙内勤"])
    saved = give(browser, world, form(*LEDGER)).json()
    body = {"kind": "recovery_cases", "filter": {}, "layout": saved["id"]}
    answer = browser.post("/api/sheets/exports", body)
    assert (answer.status_code, answer.json()["code"]) == (422, "layout.other_client")
    assert Export.objects.count() == 0


def test_who_serves_one_client_need_not_filter_for_it(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    place(world, "DEMO-BANK", "张三")
    monkeypatch.setattr("anjie.services.sheets.exporting.exports.write_export.defer", lambda **told: None)
    browser = Browser(world["王内勤"])
    saved = give(browser, world, form(*LEDGER)).json()
    body = {"kind": "recovery_cases", "filter": {}, "layout": saved["id"]}
    assert browser.post("/api/sheets/exports", body).status_code == 200
    assert Export.objects.get().name == "银行台账"


def test_a_collector_gives_no_forms(world: World) -> None:
    assert give(Browser(world["李催收"]), world, form(*LEDGER)).status_code == 403
    assert Layout.objects.count() == 0
