"""A party adds its own files while the application or the answer is open; nobody else's side sees or touches them."""

from __future__ import annotations

import io
from typing import Any

import pytest

from anjie.access.actors import Actor
from anjie.desk.public import Event, move_case
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.mediation.application import actions, evidence
from anjie.services.files import uploads
from anjie.services.files.models import Blob, CaseFile, Upload
from tests.lines.mediation.conftest import submitted
from tests.people import World

PNG = b"\x89PNG\r\n\x1a\n" + b"wall" * 10
MEGABYTE = 1024 * 1024


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def put(actor: Actor, case_id: int, name: str = "墙面.png", content: bytes = PNG) -> CaseFile:
    upload = evidence.begin(actor, case_id, name=name, size=len(content))
    uploads.append(actor, upload.token, 0, io.BytesIO(content), deed=evidence.DEED)
    return evidence.finish(actor, case_id, upload.token)


def draft(centre: World) -> int:
    return actions.begin(centre["沈梅"], "neighbour").pk


class TestOwnCase:
    def test_a_picture_sent_in_pieces_is_on_the_case_under_her_name(self, centre: World):
        case_id, she = draft(centre), centre["沈梅"]
        upload = evidence.begin(she, case_id, name="墙面.png", size=len(PNG))
        uploads.append(she, upload.token, 0, io.BytesIO(PNG[:10]), deed=evidence.DEED)
        with pytest.raises(Refusal) as early:
            evidence.finish(she, case_id, upload.token)
        assert (early.value.code, early.value.facts["received"]) == ("files.incomplete", 10)
        uploads.append(she, upload.token, 10, io.BytesIO(PNG[10:]), deed=evidence.DEED)
        evidence.finish(she, case_id, upload.token)
        shown = evidence.files_of(she, case_id)
        assert [(row["name"], row["by"], row["size"]) for row in shown.rows] == [
            ("墙面.png", "沈梅", len(PNG))
        ]
        assert shown.may_change
        assert Event.objects.filter(case_id=case_id, verb="file.added").count() == 1
        assert not Upload.objects.exists()

    def test_taken_off_while_open_then_locked_with_the_application(self, centre: World):
        case_id, she = draft(centre), centre["沈梅"]
        evidence.take_off(she, case_id, put(she, case_id).pk)
        assert evidence.files_of(she, case_id).count == 0
        assert not Blob.objects.exists()
        locked = submitted(centre)
        for deed in (lambda: put(she, locked.pk), lambda: evidence.take_off(she, locked.pk, 1)):
            with pytest.raises(Refusal) as refused:
                deed()
            assert refused.value.code == "evidence.locked"
        assert not CaseFile.objects.filter(case=locked).exists()
        assert not evidence.files_of(she, locked.pk).may_change

    def test_an_upload_begun_before_the_lock_does_not_land_after_it(self, centre: World):
        case = submitted(centre)
        move_case(centre["何审核"], case.pk, "review.send_back", reason="请补充照片")
        she = centre["沈梅"]
        upload = evidence.begin(she, case.pk, name="墙面.png", size=len(PNG))
        uploads.append(she, upload.token, 0, io.BytesIO(PNG), deed=evidence.DEED)
        actions.submit(she, case.pk)
        with pytest.raises(Refusal) as refused:
            evidence.finish(she, case.pk, upload.token)
        assert refused.value.code == "evidence.locked"
        assert not CaseFile.objects.exists()


class TestOthers:
    def test_a_stranger_finds_no_case_and_nobody_elses_upload(self, centre: World):
        case_id, she, stranger = draft(centre), centre["沈梅"], centre["外人"]
        file = put(she, case_id)
        upload = evidence.begin(she, case_id, name="地板.png", size=len(PNG))
        for deed in (
            lambda: evidence.files_of(stranger, case_id),
            lambda: evidence.begin(stranger, case_id, name="a.png", size=9),
            lambda: evidence.content_of(stranger, case_id, file.pk),
            lambda: evidence.take_off(stranger, case_id, file.pk),
            lambda: uploads.append(stranger, upload.token, 0, io.BytesIO(PNG), deed=evidence.DEED),
        ):
            with pytest.raises(NotFound):
                deed()
        upload.refresh_from_db()
        assert (upload.received, CaseFile.objects.filter(deleted_at__isnull=True).count()) == (0, 1)

    def test_the_respondent_adds_when_asked_and_each_sees_only_his_own(self, centre: World):
        case = submitted(centre)
        move_case(centre["何审核"], case.pk, "review.ask_respondent")
        he, she = centre["秦海涛"], centre["沈梅"]
        his = put(he, case.pk, "维修记录.pdf", b"%PDF-1.4 record")
        assert [row["id"] for row in evidence.files_of(he, case.pk).rows] == [his.pk]
        assert evidence.files_of(she, case.pk).rows == []
        with pytest.raises(NotFound):
            evidence.content_of(she, case.pk, his.pk)
        with pytest.raises(Refusal) as refused:
            put(she, case.pk)
        assert refused.value.code == "evidence.locked"

    def test_staff_upload_under_a_membership_as_before(self, centre: World):
        case_id = draft(centre)
        with pytest.raises(Refusal):
            evidence.begin(centre["何审核"], case_id, name="a.png", size=9)
        assert not Upload.objects.exists()


class TestWhatIsTaken:
    def test_a_300_mb_video_is_refused_before_its_first_byte(self, centre: World):
        case_id = draft(centre)
        with pytest.raises(Refusal) as refused:
            evidence.begin(centre["沈梅"], case_id, name="漏水.mp4", size=300 * MEGABYTE)
        assert (refused.value.code, refused.value.status) == ("files.too_large", 413)
        assert refused.value.facts == {"size": 300 * MEGABYTE, "limit": 200 * MEGABYTE}
        assert not Upload.objects.exists()

    @pytest.mark.parametrize("name", ["a.exe", "a.zip", "a.rar", "a.html", "没有扩展名"])
    def test_what_is_no_picture_document_or_recording_is_refused(self, centre: World, name: str):
        case_id = draft(centre)
        with pytest.raises(Invalid) as refused:
            evidence.begin(centre["沈梅"], case_id, name=name, size=9)
        assert refused.value.code == "evidence.type"
        assert not Upload.objects.exists()

    def test_a_file_that_lies_about_its_type_is_refused_by_its_content(self, centre: World):
        case_id = draft(centre)
        with pytest.raises(Refusal) as refused:
            put(centre["沈梅"], case_id, "墙面.png", b"MZ\x90 program")
        assert refused.value.code == "files.program"
        assert not CaseFile.objects.exists()

    def test_no_more_than_fifty(self, centre: World):
        case_id, she = draft(centre), centre["沈梅"]
        for number in range(50):
            put(she, case_id, f"{number}.png", PNG + str(number).encode())
        with pytest.raises(Refusal) as refused:
            put(she, case_id, "51.png", PNG)
        assert refused.value.code == "evidence.too_many"
        assert CaseFile.objects.count() == 50
