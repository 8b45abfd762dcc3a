"""A client's several saved mappings: one is chosen at upload, each is renamed, made the usual one, sent as a form."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from anjie.access.models import TrailEntry
from anjie.desk.models import CustomField
from anjie.services.sheets.importing import jobs
from anjie.services.sheets.importing.mappings import save_mapping
from anjie.services.sheets.models import Mapping
from tests.http import Browser
from tests.people import World
from tests.sheets import book

HEAD = ["卡主", "证件", "卡片", "总金额", "渠道码", "序列"]
OWN = {
    "debtor_name": "卡主",
    "id_no": "证件",
    "card_no": "卡片",
    "placed_amount": "总金额",
    "serial_no": "序列",
}


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch, settings, tmp_path: Path) -> None:
    settings.HOME = tmp_path
    told = SimpleNamespace(job=SimpleNamespace(attempts=0))
    monkeypatch.setattr(jobs.read_upload, "defer", lambda **given: jobs.read_upload(told, **given))


@pytest.fixture
def two(world: World) -> tuple[Mapping, Mapping]:
    """The bank's two mappings; the second was saved last and is the usual one."""
    bank = world.clients["DEMO-BANK"].pk
    first = save_mapping(world["王内勤"], "placement", bank, OWN, "分期")
    second = save_mapping(world["王内勤"], "placement", bank, {"debtor_name": "姓名"}, "信用卡")
    return first, second


def names(browser: Browser, world: World, client: str = "DEMO-BANK") -> list[tuple[str, bool]]:
    query = {"kind": "placement", "client": world.clients[client].pk}
    return [(one["name"], one["is_default"]) for one in browser.get("/api/sheets/mappings", **query).json()]


def test_one_is_made_the_usual_one_renamed_and_deleted(world: World, two: tuple[Mapping, Mapping]) -> None:
    browser = Browser(world["王内勤"])
    assert names(browser, world) == [("信用卡", True), ("分期", False)]
    path = f"/api/sheets/mappings/{two[0].pk}"
    assert browser.patch(path, {"is_default": True}).json()["is_default"] is True
    assert names(browser, world) == [("分期", True), ("信用卡", False)]
    taken = browser.patch(path, {"name": " 信用卡 "})
    assert (taken.status_code, taken.json()["code"]) == (422, "sheets.mapping_name_taken")
    assert browser.patch(path, {"name": "   "}).json()["code"] == "sheets.mapping_no_name"
    assert names(browser, world)[0] == ("分期", True)
    browser.patch(path, {"name": "分期卡"})
    assert names(browser, world) == [("分期卡", True), ("信用卡", False)]
    assert TrailEntry.objects.filter(verb="sheets.mapping_changed").count() == 2
    assert browser.delete(path).status_code == 200
    # no usual one is left: from now on the headers' words decide
    assert names(browser, world) == [("信用卡", False)]


def test_a_mapping_out_of_reach_is_missing(world: World) -> None:
    theirs = save_mapping(world["孙内勤"], "placement", world.clients["DEMO-CF"].pk, OWN, "消金")
    browser = Browser(world["王内勤"])
    for answer in (
        browser.patch(f"/api/sheets/mappings/{theirs.pk}", {"name": "我的"}),
        browser.get(f"/api/sheets/mappings/{theirs.pk}/form"),
        browser.delete(f"/api/sheets/mappings/{theirs.pk}"),
        browser.get("/api/sheets/kinds", client=world.clients["DEMO-CF"].pk),
    ):
        assert answer.status_code == 404
    assert Browser(world["李催收"]).patch(f"/api/sheets/mappings/{theirs.pk}", {}).status_code == 403
    assert Mapping.objects.get().name == "消金"


def test_each_comes_as_an_empty_workbook_with_its_own_headers(
    world: World, two: tuple[Mapping, Mapping]
) -> None:
    answer = Browser(world["王内勤"]).get(f"/api/sheets/mappings/{two[0].pk}/form")
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    # in the order of the kind's own columns
    assert [cell.value for cell in sheet[1]] == ["序列", "卡片", "卡主", "证件", "总金额"]


def upload(browser: Browser, world: World, mapping: int, client: str = "DEMO-BANK") -> Any:
    path = book(HEAD, ["张三", "110101199001011234", "6222020000000000001", "100.00", "Q1", "S-1"])
    return browser.client.post(
        "/api/sheets/imports",
        {
            "file": SimpleUploadedFile("一月.xlsx", path.read_bytes()),
            "kind": "placement",
            "client": world.clients[client].pk,
            "mapping": mapping,
        },
        headers={"X-CSRFToken": browser.token},
    )


def test_the_chosen_one_reads_the_file_and_a_declared_field_takes_an_unknown_header(
    world: World, two: tuple[Mapping, Mapping]
) -> None:
    # given a file whose headers only the first mapping knows, and a field the client declared
    browser = Browser(world["王内勤"])
    CustomField.objects.create(
        line="recovery", organisation=world.clients["DEMO-BANK"], code="channel", label="来源渠道"
    )
    seen = upload(browser, world, two[0].pk).json()
    assert {field: seen["mapping"][field] for field in OWN} == OWN
    assert seen["unmapped"] == ["渠道码"]
    # when the page offers the declared field and it is taken
    kinds = browser.get("/api/sheets/kinds", client=world.clients["DEMO-BANK"].pk).json()
    placement = next(kind for kind in kinds if kind["code"] == "placement")
    declared = [one["field"] for one in placement["columns"] if one["declared"]]
    assert (placement["takes_declared"], declared) == (True, ["custom_channel"])
    mapping = seen["mapping"] | {"custom_channel": "渠道码"}
    again = browser.post(f"/api/sheets/imports/{seen['id']}/mapping", {"mapping": mapping}).json()
    # then nothing is left over
    assert (again["unmapped"], again["mapping"]["custom_channel"]) == ([], "渠道码")


def test_anothers_mapping_is_refused_at_upload(world: World, two: tuple[Mapping, Mapping]) -> None:
    refused = upload(Browser(world["孙内勤"]), world, two[0].pk, "DEMO-CF")
    assert (refused.status_code, refused.json()["code"]) == (422, "sheets.mapping_of_other")
