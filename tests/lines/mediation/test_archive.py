"""To the archive: a checklist by outcome, two reviews, and a file that nobody changes any more and anybody can prove."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from anjie.access.deeds import all_deeds
from anjie.access.models import Role
from anjie.access.sentences import sentences
from anjie.desk.public import (
    Case,
    CaseSearch,
    ContactPoint,
    Event,
    Holding,
    Party,
    line_of,
    move_case,
    record,
)
from anjie.foundation import bundle
from anjie.foundation.refusals import Forbidden, Refusal
from anjie.lines.mediation.archive.checklist import checklist, missing_of
from anjie.lines.mediation.archive.models import Archive, ArchiveReview
from anjie.lines.mediation.closing import actions as closing
from anjie.lines.mediation.closing.models import Closing
from anjie.lines.mediation.mediators.models import Appointment
from anjie.services.approvals.models import Approval
from anjie.services.bookings.models import Booking
from anjie.services.files.actions import add_file
from anjie.services.files.models import CaseFile
from anjie.services.papers import actions as papers
from anjie.services.papers import keeping
from anjie.services.papers.models import Paper, Template
from anjie.services.signing import detached
from tests.access.routes import routes
from tests.http import Browser
from tests.lines.mediation import closings
from tests.lines.mediation.test_application import told
from tests.people import World, member


@pytest.fixture(autouse=True)
def ground(settings, tmp_path) -> Iterator[None]:
    with closings.papers_made(settings, tmp_path):
        yield


def failed(centre: World, *, with_record: bool = False) -> Case:
    """Closed without an agreement; with its signed record, or with what ends it alone."""
    closings.small_templates()
    if with_record:
        Template.objects.filter(kind="record").update(outcomes=["failed"])
    case = closings.asked(centre, "failed")
    for paper in closing.approve(centre["许分配"], case.pk):
        papers.finalise(centre["吕调解"], paper.pk)
    closings.sign_on_paper(centre, case)
    return closing.complete(centre["吕调解"], case.pk)


def archived(centre: World) -> Case:
    """In the archive."""
    case = failed(centre, with_record=True)
    add_file(centre["吕调解"], case.pk, name="现场照片.txt", file=io.BytesIO("漏水位置：客厅".encode()))
    move_case(centre["吕调解"], case.pk, "archive.submit")
    move_case(centre["许分配"], case.pk, "archive.pass")
    return move_case(centre["韩档案"], case.pk, "archive.accept")


class TestTheChecklist:
    def test_it_tells_what_is_there_and_what_is_missing(self, centre: World):
        case = failed(centre)
        rows = {one["code"]: one for one in checklist(case)}
        assert (
            rows["sessions"]["held"] == "1 次"
            and rows["mediator"]["held"] == "吕调解 2026-09-01 声明无利害关系"
        )
        assert (rows["rights"]["must"], rows["rights"]["held"]) == (False, "")
        assert "agreement" not in rows and missing_of(case) == ["调解记录（已签署）"]
        with pytest.raises(Refusal) as refused:
            move_case(centre["吕调解"], case.pk, "archive.submit")
        assert refused.value.code == "archive.incomplete"
        assert refused.value.message == (
            f"案件 {case.no} 的案卷还缺 1 项：调解记录（已签署）。请补齐后再提交归档。"
        )
        case.refresh_from_db()
        assert case.state == "closed" and not ArchiveReview.objects.exists()


class TestTheReviews:
    def test_back_with_remarks_again_and_through(self, centre: World):
        case = failed(centre, with_record=True)
        browser = Browser(centre["吕调解"])
        assert (
            browser.post(
                f"/api/desk/cases/{case.pk}/moves/archive.submit", {"reason": "", "facts": {}}
            ).status_code
            == 200
        )
        assert told(centre, "许分配")[-1] == "archive.first"

        other = member("苏分配", "assigner", centre.units["调解"], "team")
        with pytest.raises(Refusal) as refused:
            move_case(other, case.pk, "archive.pass")
        assert (
            refused.value.message
            == f"案件 {case.no} 由许分配分配，归档初审须由许分配办理。请转请许分配初审。"
        )
        case.refresh_from_db()
        assert case.state == "first_review"

        remarks = {"remarks": {"record": "记录第二页缺签名"}}
        move_case(centre["许分配"], case.pk, "archive.send_back", reason="请补充", facts=remarks)
        page = browser.get(f"/api/mediation/cases/{case.pk}/archive").json()
        assert page["reviews"][0]["remarks"] == [{"item": "调解记录（已签署）", "text": "记录第二页缺签名"}]
        assert told(centre, "吕调解")[-1] == "archive.send_back"
        move_case(centre["吕调解"], case.pk, "archive.submit")
        move_case(centre["许分配"], case.pk, "archive.pass")
        assert told(centre, "韩档案")[-1] == "archive.final"
        with pytest.raises(Forbidden):
            move_case(centre["许分配"], case.pk, "archive.accept")
        move_case(centre["韩档案"], case.pk, "archive.reject", reason="扫描不清")
        move_case(centre["吕调解"], case.pk, "archive.submit")
        move_case(centre["许分配"], case.pk, "archive.pass")
        case = move_case(centre["韩档案"], case.pk, "archive.accept")
        assert case.state == "archived" and Archive.objects.get(case=case).no == f"2026-{case.no}"
        assert [one.step for one in ArchiveReview.objects.filter(case=case)] == [
            "accepted", "passed", "submitted", "rejected", "passed", "submitted", "sent_back", "submitted",
        ]  # fmt: skip

    def test_when_the_assigner_has_left_another_may(self, centre: World):
        case = failed(centre, with_record=True)
        move_case(centre["吕调解"], case.pk, "archive.submit")
        by = Appointment.objects.get(case=case).by
        assert by is not None
        by.is_active = False
        by.save(update_fields=["is_active"])
        other = member("苏分配", "assigner", centre.units["调解"], "team")
        assert move_case(other, case.pk, "archive.pass").state == "final_review"


class TestTheBundle:
    def test_it_proves_itself_and_one_changed_byte_is_named(self, centre: World, tmp_path: Path):
        case = archived(centre)
        archivist = Browser(centre["韩档案"])
        url = archivist.post(f"/api/mediation/cases/{case.pk}/archive/bundle").json()["url"]
        file = tmp_path / "case.zip"
        file.write_bytes(b"".join(archivist.get(url).streaming_content))
        proved = bundle.verify(file)
        assert proved["ok"], proved
        assert "案结" in proved["signed_by"] and proved["count"] >= 7
        with zipfile.ZipFile(file) as archive:
            index = json.loads(archive.read("index.json"))
            assert index["about"]["档号"] == f"2026-{case.no}"
            assert {one["path"].split("/")[0] for one in index["entries"]} == {
                "1 申请",
                "2 过程",
                "3 文书",
                "4 材料",
            }
            page = archive.read("目录.html").decode()
            assert "现场照片.txt" in page and "<script" not in page
            story = archive.read("2 过程/办理经过.csv").decode("utf-8-sig")
        assert "同意结案" in story and "查看完整联系方式" not in story

        broken = bytearray(file.read_bytes())
        at = bytes(broken).index("漏水位置".encode())
        broken[at] ^= 1
        file.write_bytes(bytes(broken))
        assert bundle.verify(file)["faults"] == ["“4 材料/现场照片.txt”已被改动"]

    def test_a_forged_list_is_known_by_its_signature(self, db: None):
        sums = bundle.sums_of({"1 申请/调解申请.html": "a" * 64}).encode()
        signature, certificates = (one.encode() for one in detached.sign(sums))
        assert "案结" in bundle.check_signature(sums, signature, certificates)
        with pytest.raises(ValueError, match="目录或签名已被改动"):
            bundle.check_signature(sums.replace(b"a", b"b"), signature, certificates)
        with pytest.raises(ValueError, match="签名或证书无法读取"):
            bundle.check_signature(sums, signature, b"no certificate")

    def test_nothing_said_behind_a_wall_is_in_it(self, centre: World):
        case = failed(centre, with_record=True)
        for verb in ("offer.made", "private.said", "session.private_note"):
            record(centre["吕调解"], case.pk, verb, text="愿意让到五千元")
        move_case(centre["吕调解"], case.pk, "archive.submit")
        move_case(centre["许分配"], case.pk, "archive.pass")
        move_case(centre["韩档案"], case.pk, "archive.accept")
        for entry in Archive.objects.get(case=case).entries.select_related("blob"):
            assert entry.blob is not None
            assert "五千元".encode() not in keeping.read(entry.blob), entry.path


def bodies(case: Case, centre: World) -> dict[str, dict[str, Any]]:
    """What each door that writes to a case would take; other doors get nothing and refuse that."""
    party = Party.objects.filter(case=case).first()
    point = case.contact_points.first()
    file = case.files.first()
    assert party and point and file
    base = f"/api/desk/cases/{case.pk}"
    return {
        f"{base}/contact-points": {"kind": "mobile", "value": "13491239999"},
        f"{base}/contact-points/{point.pk}": {"label": "新"},
        f"{base}/contact-points/{point.pk}/mark": {"state": "valid"},
        f"{base}/custom": {"values": {"flat": "3-201"}},
        "/api/desk/cases/colour": {"ids": [case.pk], "line": "mediation", "colour": "red"},
        "/api/desk/cases/tags": {"ids": [case.pk], "line": "mediation", "add": ["补"], "remove": []},
        f"/api/files/cases/{case.pk}/offline": {"name": "补.mp4", "kind": "video", "place": "柜 3"},
        f"/api/files/cases/{case.pk}/{file.pk}/delete": {"reason": "误传"},
        f"/api/papers/cases/{case.pk}": {"outcome": "failed"},
        f"/api/mediation/cases/{case.pk}/mediators": {"mediators": [centre["施调解"].membership_id], "note": ""},
        f"/api/mediation/cases/{case.pk}/mediators/replace": {
            "leaving": centre["吕调解"].membership_id, "mediator": centre["施调解"].membership_id, "why": "换"},
        f"/api/mediation/cases/{case.pk}/closing/send-back": {"reason": "重开"},
        f"/api/mediation/cases/{case.pk}/closing/court": {"filed_on": "2026-09-01", "court": "某法院"},
        f"/api/mediation/cases/{case.pk}/closing/approve": {"note": ""},
        f"/api/mediation/cases/{case.pk}/closing": {"outcome": "failed", "note": "再来"},
        f"/api/mediation/cases/{case.pk}/closing/complete": {},
    }  # fmt: skip


def fingerprint(case: Case) -> list[Any]:
    """All that could change of a case; that somebody looked is no change."""
    looked = [one.verb for one in sentences() if one.after_seal]
    rows: list[Any] = [Case.objects.filter(pk=case.pk).values_list().get()]
    rows += list(Event.objects.filter(case_id=case.pk).exclude(verb__in=looked).values_list("seq", "verb"))
    for model in (ContactPoint, CaseFile, Paper, Holding, Appointment, Closing, Approval, Booking, Party):
        rows.append(list(model.objects.filter(case_id=case.pk).order_by("pk").values_list()))
    return [*rows, CaseSearch.objects.filter(case=case).values_list().get()]


class TestReadOnly:
    def test_every_door_that_writes_refuses(self, centre: World):
        case = archived(centre)
        almighty = member("全能", "administrator", centre.units["公司"], "all")
        Role.objects.filter(code="administrator").update(deeds=sorted(all_deeds()))
        browser, before, asked = Browser(almighty), fingerprint(case), bodies(case, centre)
        for path, body in asked.items():
            answer = browser.post(path, body)
            assert answer.status_code == 409, (path, answer.status_code, answer.content.decode())
            assert answer.json()["code"] in ("case.sealed", "move.wrong_state"), (path, answer.json())
            assert fingerprint(case) == before, path
        ids = {
            "case_id": case.pk,
            "file_id": case.files.first().pk,
            "point_id": case.contact_points.first().pk,
        }
        for route in routes():
            if "case_id" in route.path and route.method != "GET" and route.filled(**ids) not in asked:
                browser.send(route.method, route.filled(**ids))
                assert fingerprint(case) == before, route.name
        for move in line_of("mediation").moves:
            with pytest.raises(Refusal):
                move_case(
                    almighty,
                    case.pk,
                    move.code,
                    reason="改",
                    facts={"mediators": ["某"], "outcome": "failed"},
                )
        assert fingerprint(case) == before

    def test_files_are_refused_too_and_reading_is_told(self, centre: World):
        case = archived(centre)
        with pytest.raises(Refusal) as refused:
            add_file(centre["吕调解"], case.pk, name="补交.txt", file=io.BytesIO(b"late"))
        assert refused.value.code == "case.sealed"
        assert refused.value.message == (
            f"案件 {case.no} 已归档，案卷只读，不能再修改。可查阅、下载；确有错误请联系档案管理员另行说明。"
        )
        browser = Browser(centre["韩档案"])
        link = browser.post(
            f"/api/files/cases/{case.pk}/{case.files.first().pk}/link", {"purpose": "download"}
        )
        assert link.status_code == 200, link.content
        assert Event.objects.filter(case_id=case.pk).latest("seq").verb == "file.downloaded"
        found = browser.post("/api/mediation/cases/search", {"filter": {"state": ["archived"], "q": case.no}})
        assert [one["no"] for one in found.json()["rows"]] == [case.no]
