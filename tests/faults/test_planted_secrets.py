"""A name, a number and an identity that are planted everywhere come out nowhere but where they belong.

They go in by workbook, work record, search and refused requests; then logs, jobs, metrics, addresses of requests,
temporary files and the trail are searched for them.
"""

from __future__ import annotations

import logging
import os
import tempfile
import urllib.parse
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from prometheus_client import generate_latest

from anjie.desk.models import Case
from anjie.desk.public import assign_cases
from anjie.lines.recovery.placement.models import ClientContract
from anjie.lines.recovery.work.results import ship_results
from anjie.services.sheets.importing import jobs
from tests.http import Browser
from tests.people import World

NAME, PHONE, ID_NO, CARD = "欧阳铃兰", "10098761234", "110101199003079990", "6222029876543210123"
PLANTED = (NAME, PHONE, ID_NO, CARD)
SHEET = (
    "批次号,个案序列号,客户姓名,证件号码,卡号,手机号码,委案金额,委案日期,退案日期\n"
    f"SECRET-1,1,{NAME},{ID_NO},{CARD},{PHONE},1000.00,2026-09-01,2026-12-01\n"
    f"SECRET-1,2,{NAME},{ID_NO},{CARD},{PHONE},见{PHONE},2026-09-01,2026-12-01\n"
)


@pytest.fixture(autouse=True)
def own_folders(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> Path:
    """Jobs are kept where they are deferred; whatever is written temporarily lies in a folder of the test's own."""
    settings.HOME = tmp_path / "home"
    settings.HOME.mkdir()
    (tmp_path / "spare").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "spare"))
    return tmp_path


def holding(text: str) -> list[str]:
    """Which of what was planted stands in the text, also as an address or JSON would spell it."""
    return [
        one
        for one in PLANTED
        if any(spelt in text for spelt in (one, urllib.parse.quote(one), ascii(one)[1:-1]))
    ]


def used(world: World) -> list[str]:
    """Use the product with what was planted; returns the addresses that were asked."""
    clerk, collector = Browser(world["王内勤"]), Browser(world["李催收"])
    asked: list[str] = []
    for browser in (clerk, collector):
        generic = browser.client.generic

        def noting(method: str, path: str, *given: Any, generic: Any = generic, **named: Any) -> Any:
            asked.append(f"{path}?{named.get('QUERY_STRING', '')}")
            return generic(method, path, *given, **named)

        browser.client.generic = noting  # type: ignore[method-assign]
    # The planted number is nobody's: its last digit is wrong on purpose, and this client only wants to be told.
    ClientContract.objects.create(client=world.clients["DEMO-BANK"], wrong_check_digit_is_fault=False)
    file = SimpleUploadedFile("委案.csv", SHEET.encode())
    upload = {"file": file, "kind": "placement", "client": world.clients["DEMO-BANK"].pk}
    answer = clerk.client.post("/api/sheets/imports", upload, headers={"X-CSRFToken": clerk.token})
    assert answer.status_code == 200, answer.content.decode()
    number = answer.json()["id"]
    # Deferred as in the product, then run as the worker would.
    tried = SimpleNamespace(job=SimpleNamespace(attempts=0))
    jobs.read_upload(tried, import_id=number)
    seen = clerk.get(f"/api/sheets/imports/{number}").json()
    assert (seen["state"], seen["wrong"]) == ("preview", 1), seen
    clerk.post(f"/api/sheets/imports/{number}/commit", {"good_only": True})
    jobs.land(tried, import_id=number, membership_id=world["王内勤"].membership_id)
    case = Case.objects.get()
    assign_cases(world["赵主管"], [case.pk], [world["李催收"].membership_id], before=[None], why="assigned")
    ship_results()
    for body in (
        {"case": case.pk, "channel": "note", "note": f"{NAME} 说改打 {PHONE}"},
        {"case": case.pk, "channel": PHONE, "note": NAME},
        {"case": 10**9, "channel": "note", "note": ID_NO},
    ):
        collector.post("/api/recovery/work/records", body)
    for words in (NAME, PHONE, ID_NO, CARD):
        clerk.post("/api/desk/look-up", {"number": words})
        collector.post("/api/recovery/cases/search", {"q": words, "filters": {"q": words}})
    clerk.post("/api/access/sign-in", {"username": NAME, "password": PHONE})
    collector.post("/api/recovery/payments", {"case_id": case.pk, "amount": PHONE, "paid_on": ID_NO})
    return asked


def test_what_was_planted_is_in_no_log_job_metric_address_or_temporary_file(
    world: World, own_folders: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="anjie")
    asked = used(world)
    assert Case.objects.exists() and len(asked) > 10
    out = capfd.readouterr()
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(args::text, ' ') FROM procrastinate_jobs")
        job_arguments = cursor.fetchone()[0]
        cursor.execute("SELECT coalesce(string_agg(facts::text, ' '), '') FROM access_trailentry")
        trail = cursor.fetchone()[0]
    assert job_arguments, "the import was deferred"
    spare = "".join(
        f"{path} {path.read_bytes().decode(errors='replace')}"
        for path in (own_folders / "spare").rglob("*")
        if path.is_file()
    )
    places = {
        "logs": out.err + out.out + caplog.text,
        "job arguments": job_arguments,
        "addresses": " ".join(asked),
        "metrics": generate_latest().decode(),
        "trail": trail,
        "temporary files": spare,
    }
    assert "request" in places["logs"]
    assert {place: holding(text) for place, text in places.items() if holding(text)} == {}


def test_numbers_are_sealed_in_every_column_of_the_database(world: World) -> None:
    used(world)
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
        found = {}
        for (table,) in cursor.fetchall():
            cursor.execute(f"SELECT coalesce(string_agg(t::text, E'\\n'), '') FROM \"{table}\" t")
            numbers = [one for one in holding(cursor.fetchone()[0]) if one != NAME]
            if numbers:
                found[table] = numbers
    # What a collector writes down in words stays in words: his note, and the timeline that tells of it.
    assert set(found) <= {"recovery_workrecord", "desk_event"}
    assert all(numbers == [PHONE] for numbers in found.values())


def test_the_search_is_not_blind() -> None:
    assert holding(f"x{urllib.parse.quote(NAME)}") == [NAME]
    assert holding(ascii(NAME)) == [NAME] and holding(os.sep) == []
