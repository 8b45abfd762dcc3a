from __future__ import annotations

import errno
import hashlib
import io
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files import storage
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile

from anjie.desk.models import Case, Event
from anjie.foundation import clock
from anjie.services.files import jobs
from anjie.services.files.models import Blob, CaseFile, Upload
from tests.cases import place
from tests.http import Browser
from tests.people import World

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
PDF = b"%PDF-1.7\n" + b"anjie " * 4000
HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'


class FullStorage(FileSystemStorage):
    """A disk that is full after the first half of every file."""

    def _save(self, name: str, content: Any) -> str:
        whole = b"".join(content.chunks())
        super()._save(name, ContentFile(whole[: len(whole) // 2]))
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Any) -> Path:
    storages = {**settings.STORAGES}
    storages["default"] = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(tmp_path)},
    }
    settings.STORAGES = storages
    return tmp_path


@pytest.fixture
def case(world: World) -> Case:
    return place(world, name="单小明")


def stored(folder: Path) -> list[bytes]:
    return sorted(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def send_piece(browser: Browser, token: str, offset: int, piece: bytes) -> Any:
    return browser.client.generic(
        "PATCH",
        f"/api/files/uploads/{token}?offset={offset}",
        data=piece,
        content_type="application/octet-stream",
        headers={"X-CSRFToken": browser.token},
    )


def upload(browser: Browser, case: Case, name: str, content: bytes, **more: str) -> Any:
    """The whole resumable way in two pieces; the answer of its last step."""
    begun = browser.post("/api/files/uploads", {"name": name, "size": len(content)})
    if begun.status_code != 200:
        return begun
    token, half = begun.json()["token"], len(content) // 2
    send_piece(browser, token, 0, content[:half])
    send_piece(browser, token, half, content[half:])
    return browser.post(f"/api/files/uploads/{token}/finish", {"case_id": case.pk, **more})


def open_link(browser: Browser, case: Case, file_id: int, purpose: str = "view", **headers: str) -> Any:
    link = browser.post(f"/api/files/cases/{case.pk}/{file_id}/link", {"purpose": purpose})
    return browser.client.get(link.json()["url"], headers=headers) if link.status_code == 200 else link


def body_of(response: Any) -> bytes:
    return b"".join(response.streaming_content)


def verbs(case: Case) -> list[str]:
    return list(Event.objects.filter(case_id=case.pk).order_by("seq").values_list("verb", flat=True))


def test_an_upload_goes_on_where_it_stopped(
    world: World, case: Case, folder: Path, django_capture_on_commit_callbacks: Any
) -> None:
    # given an upload of which the first piece arrived
    browser = Browser(world["李催收"])
    sha = hashlib.sha256(PDF).hexdigest()
    begun = browser.post("/api/files/uploads", {"name": "合同.pdf", "size": len(PDF), "sha256": sha}).json()
    send_piece(browser, begun["token"], 0, PDF[:1000])
    # when the next piece begins elsewhere, it is told where to go on and nothing is kept of it
    for offset in (0, 999, 1001, len(PDF)):
        refused = send_piece(browser, begun["token"], offset, b"x")
        assert (refused.status_code, refused.json()["facts"]["received"]) == (409, 1000)
    # and an unfinished one cannot be finished
    early = browser.post(f"/api/files/uploads/{begun['token']}/finish", {"case_id": case.pk})
    assert early.json()["code"] == "files.incomplete"
    assert browser.get(f"/api/files/uploads/{begun['token']}").json()["received"] == 1000
    # when it goes on and ends
    assert send_piece(browser, begun["token"], 1000, PDF[1000:]).json()["received"] == len(PDF)
    with django_capture_on_commit_callbacks(execute=True):
        done = browser.post(
            f"/api/files/uploads/{begun['token']}/finish", {"case_id": case.pk, "note": "扫描件"}
        ).json()
    # then the file is on the case, once in the storage, and told
    assert (done["name"], done["kind_label"], done["media_type"]) == ("合同.pdf", "文档", "application/pdf")
    assert (done["size"], done["sha256"], done["viewable"]) == (len(PDF), sha, True)
    assert stored(folder) == [PDF]
    assert Upload.objects.count() == 0
    last = browser.get(f"/api/desk/cases/{case.pk}/timeline", kind="file").json()["rows"][0]
    assert (last["text"], last["detail"]) == ("上传文档“合同.pdf”（23 KB）", "扫描件")


def test_a_damaged_upload_is_thrown_away(world: World, case: Case, folder: Path) -> None:
    browser = Browser(world["李催收"])
    begun = browser.post("/api/files/uploads", {"name": "a.pdf", "size": len(PDF), "sha256": "0" * 64}).json()
    send_piece(browser, begun["token"], 0, PDF)
    refused = browser.post(f"/api/files/uploads/{begun['token']}/finish", {"case_id": case.pk})
    assert (refused.status_code, refused.json()["code"]) == (409, "files.hash_differs")
    assert (CaseFile.objects.count(), Upload.objects.count()) == (0, 0)
    assert verbs(case) == ["case.opened"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("照片.jpg", PDF, "files.type_lies"),
        ("合同.pdf", HTML, "files.type_lies"),
        ("图.png", SVG, "files.type_lies"),
        ("录音.mp3", PNG, "files.type_lies"),
        ("程序.pdf", b"MZ\x90\0" + b"\0" * 200, "files.program"),
        ("运行.sh", b"echo", "files.program"),
        ("空.txt", b"", "files.empty"),
        ("../..", PNG, "files.no_name"),
    ],
)
def test_a_file_that_lies_or_runs_is_refused(
    world: World, case: Case, folder: Path, name: str, content: bytes, code: str
) -> None:
    refused = upload(Browser(world["李催收"]), case, name, content)
    assert refused.json()["code"] == code
    assert CaseFile.objects.count() == Blob.objects.count() == 0
    assert not (folder / "blobs").exists()
    assert verbs(case) == ["case.opened"]


def test_the_size_limit_is_told_before_the_first_byte(world: World, case: Case, settings: Any) -> None:
    settings.FILE_LIMIT_BYTES = 1024 * 1024
    refused = Browser(world["李催收"]).post("/api/files/uploads", {"name": "大.mp4", "size": 1024 * 1024 + 1})
    assert refused.status_code == 413
    assert refused.json()["message"] == (
        "文件“大.mp4”有 1 MB，超过单个文件 1 MB 的上限。请压缩或分段后上传，或登记为离线保存。"
    )
    assert Upload.objects.count() == 0


def test_more_bytes_than_agreed_are_not_taken(world: World, case: Case, folder: Path) -> None:
    browser = Browser(world["李催收"])
    token = browser.post("/api/files/uploads", {"name": "a.pdf", "size": 100}).json()["token"]
    refused = send_piece(browser, token, 0, PDF)
    assert (refused.status_code, refused.json()["code"]) == (422, "files.piece_too_large")
    assert browser.get(f"/api/files/uploads/{token}").json()["received"] == 0
    assert stored(folder) == []


def test_a_full_disk_is_told_and_nothing_stays_half_written(
    world: World, case: Case, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given an upload of which the first piece was received
    browser = Browser(world["李催收"])
    token = browser.post("/api/files/uploads", {"name": "a.pdf", "size": len(PDF)}).json()["token"]
    send_piece(browser, token, 0, PDF[:5000])
    # when the disk fills up
    monkeypatch.setattr(storage.default_storage, "_wrapped", FullStorage(location=str(folder)))
    refused = send_piece(browser, token, 5000, PDF[5000:])
    # then the refusal says so, the first piece is still there, and no half of the second
    assert (refused.status_code, refused.json()["code"]) == (507, "files.disk_full")
    assert stored(folder) == [PDF[:5000]]
    assert browser.get(f"/api/files/uploads/{token}").json()["received"] == 5000
    # and a direct one leaves nothing either
    answer = browser.client.post(
        f"/api/files/cases/{case.pk}",
        {"file": SimpleUploadedFile("b.png", PNG)},
        headers={"X-CSRFToken": browser.token},
    )
    assert (answer.status_code, CaseFile.objects.count()) == (507, 0)
    assert stored(folder) == [PDF[:5000]]
    # and with room again it goes on where it stopped
    monkeypatch.setattr(storage.default_storage, "_wrapped", FileSystemStorage(location=str(folder)))
    send_piece(browser, token, 5000, PDF[5000:])
    assert browser.post(f"/api/files/uploads/{token}/finish", {"case_id": case.pk}).status_code == 200


def test_a_picture_is_shown_in_the_page_and_nothing_else_may_happen(world: World, case: Case) -> None:
    browser = Browser(world["李催收"])
    made = upload(browser, case, "现场.png", PNG).json()
    shown = open_link(browser, case, made["id"])
    assert (shown.status_code, body_of(shown)) == (200, PNG)
    assert shown["Content-Type"] == "image/png"
    assert shown["Content-Disposition"].startswith("inline")
    assert shown["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in shown["Content-Security-Policy"]
    assert shown["Cache-Control"] == "private, no-store"
    saved = open_link(browser, case, made["id"], "download")
    assert saved["Content-Disposition"] == "attachment; filename*=utf-8''%E7%8E%B0%E5%9C%BA.png"
    assert verbs(case) == ["case.opened", "file.added", "file.viewed", "file.downloaded"]


@pytest.mark.parametrize(
    ("name", "content"), [("页面.html", HTML), ("图.svg", SVG), ("说明.txt", "文本".encode())]
)
def test_html_and_svg_are_never_shown(world: World, case: Case, name: str, content: bytes) -> None:
    browser = Browser(world["李催收"])
    made = upload(browser, case, name, content).json()
    assert made["viewable"] is False
    assert open_link(browser, case, made["id"]).json()["code"] == "files.not_shown"
    saved = open_link(browser, case, made["id"], "download")
    assert saved["Content-Disposition"].startswith("attachment")
    assert saved["Content-Type"] == "text/plain"


@pytest.mark.parametrize(
    ("asked", "status", "part", "content_range"),
    [
        ("bytes=0-9", 206, PDF[:10], f"bytes 0-9/{len(PDF)}"),
        ("bytes=100-", 206, PDF[100:], f"bytes 100-{len(PDF) - 1}/{len(PDF)}"),
        ("bytes=-7", 206, PDF[-7:], f"bytes {len(PDF) - 7}-{len(PDF) - 1}/{len(PDF)}"),
        ("bytes=10-99999999", 206, PDF[10:], f"bytes 10-{len(PDF) - 1}/{len(PDF)}"),
        ("bytes=0-1,5-6", 200, PDF, None),
        ("lines=1-2", 200, PDF, None),
    ],
)
def test_ranges_are_served(
    world: World, case: Case, asked: str, status: int, part: bytes, content_range: str | None
) -> None:
    browser = Browser(world["李催收"])
    made = upload(browser, case, "a.pdf", PDF).json()
    answer = open_link(browser, case, made["id"], Range=asked)
    assert (answer.status_code, body_of(answer)) == (status, part)
    assert answer.get("Content-Range") == content_range
    assert answer["Content-Length"] == str(len(part))


def test_a_range_past_the_end_is_refused_and_a_changed_file_is_sent_whole(world: World, case: Case) -> None:
    browser = Browser(world["李催收"])
    made = upload(browser, case, "a.pdf", PDF).json()
    assert open_link(browser, case, made["id"], Range=f"bytes={len(PDF)}-").status_code == 416
    whole = open_link(browser, case, made["id"], **{"Range": "bytes=0-9", "If-Range": '"other"'})
    assert (whole.status_code, len(body_of(whole))) == (200, len(PDF))


def test_a_link_serves_its_owner_for_ten_minutes_while_he_has_the_case(world: World, case: Case) -> None:
    # given a link 李催收 asked for
    owner = Browser(world["李催收"])
    made = upload(owner, case, "a.pdf", PDF).json()
    with clock.stopped("2026-09-02T10:00:00+08:00"):
        url = owner.post(f"/api/files/cases/{case.pk}/{made['id']}/link").json()["url"]
    # then nobody else opens it, signed in or not, though his supervisor may ask for one of her own
    with clock.stopped("2026-09-02T10:09:00+08:00"):
        assert Browser(world["赵主管"]).get(url).status_code == 404
        assert Browser().get(url).status_code == 401
        fresh = Browser(world["李催收"])
        assert body_of(fresh.get(url)) == PDF
        assert fresh.get(url[:-2] + "xx").status_code == 404
        # and not he himself once the case was taken from him
        Case.objects.filter(pk=case.pk).update(holder=world["周催收"].membership_id)
        assert fresh.get(url).status_code == 404
        Case.objects.filter(pk=case.pk).update(holder=world["李催收"].membership_id)
    # and not after ten minutes
    with clock.stopped("2026-09-02T10:10:01+08:00"):
        late = Browser(world["李催收"]).get(url)
    assert (late.status_code, late.json()["code"]) == (410, "files.link_expired")


@pytest.mark.parametrize("name", ["周催收", "吴催收", "郑主管"])
def test_nobody_out_of_reach_sees_or_adds_files(world: World, case: Case, name: str) -> None:
    made = upload(Browser(world["李催收"]), case, "a.pdf", PDF).json()
    stranger = Browser(world[name])
    assert stranger.get(f"/api/files/cases/{case.pk}").status_code == 404
    assert stranger.post(f"/api/files/cases/{case.pk}/{made['id']}/link").status_code == 404
    assert stranger.post(f"/api/files/cases/{case.pk}/archive").status_code == 404
    assert (
        stranger.post(f"/api/files/cases/{case.pk}/offline", {"name": "x", "place": "y"}).status_code == 404
    )
    assert upload(stranger, case, "b.png", PNG).status_code == 404
    assert (CaseFile.objects.count(), verbs(case)) == (1, ["case.opened", "file.added"])


def test_one_content_is_kept_once_and_goes_with_its_last_use(
    world: World, case: Case, folder: Path, django_capture_on_commit_callbacks: Any
) -> None:
    # given the same photo on two cases, under two names
    browser, admin = Browser(world["李催收"]), Browser(world["钱管理"])
    other = place(world, name="李四")
    first = upload(browser, case, "一.png", PNG).json()
    with django_capture_on_commit_callbacks(execute=True):
        second = upload(browser, other, "二.png", PNG).json()
        twice = upload(browser, case, "三.png", PNG)
    assert (twice.status_code, twice.json()["facts"]) == (409, {"file": first["id"]})
    assert Blob.objects.count() == 1
    # when a collector deletes, he may not; without a reason, nobody may
    path = f"/api/files/cases/{case.pk}/{first['id']}/delete"
    assert browser.post(path, {"reason": "错传"}).status_code == 403
    assert admin.post(path, {"reason": ""}).json()["code"] == "files.reason_required"
    assert browser.get(f"/api/files/cases/{case.pk}").json()["count"] == 1
    # when the administrator deletes the first, the content stays for the second
    with django_capture_on_commit_callbacks(execute=True):
        assert admin.post(path, {"reason": "错传"}).status_code == 200
    assert PNG in stored(folder)
    assert body_of(open_link(browser, other, second["id"])) == PNG
    assert browser.get(f"/api/files/cases/{case.pk}").json()["count"] == 0
    assert open_link(browser, case, first["id"]).status_code == 404
    last = browser.get(f"/api/desk/cases/{case.pk}/timeline").json()["rows"][0]
    assert (last["text"], last["detail"], last["actor"]) == ("删除文件“一.png”", "错传", "钱管理")
    # and with the second it goes
    with django_capture_on_commit_callbacks(execute=True):
        admin.post(f"/api/files/cases/{other.pk}/{second['id']}/delete", {"reason": "错传"})
    assert (Blob.objects.count(), PNG in stored(folder)) == (0, False)


def test_offline_media_keep_their_place_on_record(world: World, case: Case) -> None:
    browser = Browser(world["李催收"])
    base = f"/api/files/cases/{case.pk}"
    refused = browser.post(f"{base}/offline", {"name": "通话.wav", "kind": "audio", "place": " "})
    assert refused.json()["code"] == "files.place_required"
    made = browser.post(
        f"{base}/offline", {"name": "通话.wav", "kind": "audio", "place": "3 号柜 硬盘 B"}
    ).json()
    assert (made["offline_place"], made["viewable"], made["size"]) == ("3 号柜 硬盘 B", False, 0)
    asked = open_link(browser, case, made["id"])
    assert asked.json()["message"] == "“通话.wav”离线保存在：3 号柜 硬盘 B。请到该处调取。"
    listed = browser.get(base).json()
    assert (listed["count"], listed["kinds"]) == (1, [{"kind": "audio", "label": "录音", "count": 1}])


def test_all_files_come_as_one_archive_with_a_list(world: World, case: Case) -> None:
    # given two photos of one name, a PDF and an offline recording
    browser = Browser(world["李催收"])
    empty = browser.post(f"/api/files/cases/{case.pk}/archive")
    assert (empty.status_code, empty.json()["code"]) == (409, "files.none")
    upload(browser, case, "现场.png", PNG)
    upload(browser, case, "现场.png", PNG + b"2")
    upload(browser, case, "=合同.pdf", PDF, note="=1+1")
    browser.post(
        f"/api/files/cases/{case.pk}/offline", {"name": "通话.wav", "kind": "audio", "place": "3 号柜"}
    )
    # when all are downloaded
    url = browser.post(f"/api/files/cases/{case.pk}/archive").json()["url"]
    answer = browser.get(url)
    whole = body_of(answer)
    # then the archive holds each under its kind, and a list that also names the offline one
    assert answer["Content-Length"] == str(len(whole))
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert archive.testzip() is None
        assert sorted(archive.namelist()) == [
            "图片/现场 (2).png", "图片/现场.png", "文件清单.csv", "文档/=合同.pdf",
        ]  # fmt: skip
        assert archive.read("图片/现场 (2).png") == PNG + b"2"
        listed = archive.read("文件清单.csv").decode("utf-8-sig").splitlines()
    assert len(listed) == 5
    assert '"3 号柜"' in listed[4]
    assert '"\'=1+1"' in listed[3]
    assert verbs(case)[-1] == "file.downloaded_all"


def test_what_nobody_finished_or_refers_to_is_swept(
    world: World, case: Case, folder: Path, django_capture_on_commit_callbacks: Any
) -> None:
    # given a half upload, a file, and a content that a crash left behind
    browser = Browser(world["李催收"])
    token = browser.post("/api/files/uploads", {"name": "a.pdf", "size": len(PDF)}).json()["token"]
    send_piece(browser, token, 0, PDF[:100])
    with django_capture_on_commit_callbacks(execute=True):
        upload(browser, case, "b.png", PNG)
    (folder / "blobs" / "zz").mkdir()
    (folder / "blobs" / "zz" / "lost").write_bytes(b"half")
    # when an hour has passed nothing goes, when a day has passed only they go
    later, much_later = clock.now() + timedelta(hours=1), clock.now() + timedelta(hours=25)
    with clock.stopped(later), django_capture_on_commit_callbacks(execute=True):
        jobs.sweep()
    assert stored(folder) == sorted([PDF[:100], PNG, b"half"])
    with clock.stopped(much_later), django_capture_on_commit_callbacks(execute=True):
        jobs.sweep()
    assert stored(folder) == [PNG]
    assert Upload.objects.count() == 0


def test_somebody_elses_upload_is_not_touched(world: World, case: Case) -> None:
    token = (
        Browser(world["李催收"]).post("/api/files/uploads", {"name": "a.pdf", "size": 100}).json()["token"]
    )
    other = Browser(world["周催收"])
    assert other.get(f"/api/files/uploads/{token}").status_code == 404
    assert send_piece(other, token, 0, b"x").status_code == 404
    assert other.post(f"/api/files/uploads/{token}/cancel").status_code == 404
    assert other.post(f"/api/files/uploads/{token}/finish", {"case_id": case.pk}).status_code == 404
    assert Upload.objects.count() == 1
