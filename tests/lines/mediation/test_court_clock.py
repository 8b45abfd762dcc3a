"""The court's clock runs from the day an agreement takes effect, reminds at each step, and ends when it is filed."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from anjie.access.actors import Actor
from anjie.desk.public import Case, Party
from anjie.foundation import bundle, clock
from anjie.foundation.refusals import Refusal
from anjie.lines.mediation.closing import actions, court, downloads, queries
from anjie.services.notices.models import Notice
from tests.http import Browser
from tests.lines.mediation import closings
from tests.lines.mediation.closings import in_signing, sign_on_paper
from tests.people import World


@pytest.fixture(autouse=True)
def ground(settings, tmp_path):
    with closings.papers_made(settings, tmp_path):
        yield


class TestTheCourtsClock:
    def test_it_runs_from_the_effect_reminds_once_at_each_step_and_filing_ends_it(
        self, centre: World, tmp_path
    ):
        case = in_signing(centre, "confirmed")
        with pytest.raises(Refusal) as refused:
            downloads.link_to_court_bundle(centre["吕调解"], case.pk, [])
        assert refused.value.code == "court.unsigned"
        sign_on_paper(centre, case)
        case = actions.complete(centre["吕调解"], case.pk)
        now = queries.page(centre["吕调解"], case.pk)["clock"]
        # 1 October and the days after it are holidays; the 8th is worked.
        assert (now["effective_on"], now["until"], now["days_left"]) == (
            date(2026, 9, 1), date(2026, 10, 8), 37,
        )  # fmt: skip
        page = Browser(centre["吕调解"]).get(f"/api/desk/cases/{case.pk}").json()
        assert ("司法确认期限", "2026-10-08，剩 37 天") in [
            (one["label"], one["value"]) for one in page["panel"]
        ]
        self._bundle(centre, case, tmp_path)

        job = Actor.job("mediation.court_remind")
        Party.objects.filter(case=case, part="respondent").update(account_id=centre["秦海涛"].account_id)
        for day in ("2026-09-28", "2026-10-06"):
            with clock.stopped(f"{day}T08:00:00+08:00"):
                assert (court.remind_all(job), court.remind_all(job)) == (1, 0)
        mine = Notice.objects.filter(account_id=centre["秦海涛"].account_id, verb="mediation.court_due")
        assert [one.text.split("，")[-1] for one in mine.order_by("id")] == ["还剩 10 天。", "还剩 2 天。"]
        with clock.stopped("2026-10-07T08:00:00+08:00"):
            filed = date(2026, 10, 7)
            actions.file_with_court(centre["吕调解"], case.pk, filed, "城东区人民法院", "（2026）调确1号")
            assert court.remind_all(job) == 0
            with pytest.raises(Refusal) as refused:
                actions.file_with_court(centre["吕调解"], case.pk, filed, "城东区人民法院")
        assert refused.value.code == "court.filed_already"

    def _bundle(self, centre: World, case: Case, tmp_path) -> None:
        browser = Browser(centre["吕调解"])
        url = browser.post(f"/api/mediation/cases/{case.pk}/closing/bundle", {"files": []}).json()["url"]
        content = b"".join(browser.get(url).streaming_content)
        file = tmp_path / "court.zip"
        file.write_bytes(content)
        names = zipfile.ZipFile(io.BytesIO(content)).namelist()
        assert [one for one in names if one[0].isdigit()] == [
            "1 司法确认申请书/司法确认申请书.pdf", "1 司法确认申请书/签署件 司法确认申请书签署件.pdf",
            "2 调解协议书/调解协议书.pdf", "2 调解协议书/签署件 调解协议书签署件.pdf", "3 证据/证据清单.csv",
        ]  # fmt: skip
        assert bundle.verify(file)["ok"], bundle.verify(file)
        assert Browser(centre["施调解"]).get(url).status_code == 404
