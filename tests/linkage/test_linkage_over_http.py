"""The same through the door a browser uses: a debt goes, is seen from both sides, and comes back."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from anjie.linkage.models import CaseLink
from anjie.services.files.actions import add_file
from tests.http import Browser
from tests.lines.mediation.closings import papers_made
from tests.linkage.walks import ANSWERS, debt, ended, sent, sent_back
from tests.people import World


def body(centre: World, **told: Any) -> dict[str, Any]:
    return {
        "kind": "finance",
        "institution_id": centre.units["调解"].pk,
        "reason": "双方同意",
        "phone": "13491230009",
        "answers": ANSWERS,
    } | told


def test_a_clerk_chooses_sends_and_follows_it_to_the_end(centre: World, settings, tmp_path) -> None:
    with papers_made(settings, tmp_path):
        case, other = debt(centre), debt(centre, amount="1200.00")
        kept = add_file(centre["李催收"], case.pk, name="合同.pdf", file=BytesIO(b"%PDF-1.4\n%%EOF\n"))
        clerk = Browser(centre["孙内勤"])
        # given what is chosen from
        offered = clerk.get(f"/api/linkage/cases/{case.pk}/choices").json()
        assert (offered["needs_phone"], offered["kind"], offered["agent"]) == (True, "finance", "孙内勤")
        assert [one["no"] for one in offered["debts"]] == [other.no]
        assert [one["id"] for one in offered["files"]] == [kept.pk]
        # when it is sent, wrong and then right
        path = f"/api/linkage/cases/{case.pk}/send"
        wrong = clerk.post(path, body(centre, answers={}))
        assert wrong.status_code == 422
        assert set(wrong.json()["facts"]["fields"]) == {"referral_no", "agent_name"}
        answer = clerk.post(path, body(centre, also=[other.pk], file_ids=[kept.pk]))
        assert answer.status_code == 200, answer.content
        (link,) = answer.json()["links"]
        assert link["words"] == f"调解中 {link['no']}，催收已暂停"
        assert (link["stops"], link["may_take_back"], link["may_amend"]) == (True, True, False)
        assert link["case_id"] is None  # a clerk of recovery does not open what is said in mediation
        # then the collector's call is refused, naming it
        page = Browser(centre["李催收"]).get(f"/api/linkage/cases/{case.pk}").json()
        assert (page["may_send"], page["links"][0]["may_take_back"]) == (False, False)
        # and a plan comes back
        ended(centre, CaseLink.objects.select_related("case", "mediation").get(case=case))
    page = clerk.get(f"/api/linkage/cases/{case.pk}").json()
    assert "下一期 2026-10-01 应还 3,000.00 元" in page["links"][0]["words"]
    promised = clerk.get("/api/recovery/work/promises", case=case.pk).json()["rows"]
    assert [(one["agreement_no"], one["grace_days"]) for one in promised] == [(link["no"], 3)] * 2


def test_each_case_names_the_other_and_opens_only_for_who_sees_it(centre: World) -> None:
    link = sent(centre)
    there = Browser(centre["何审核"]).get(f"/api/linkage/cases/{link.mediation_id}").json()["links"][0]
    assert (there["words"], there["place"], there["case_id"]) == (
        f"由催收案件 {link.case.no} 移送",
        "示范银行",
        None,
    )
    assert (there["may_amend"], there["may_take_back"]) == (False, False)
    assert Browser(centre["何审核"]).get(f"/api/linkage/cases/{link.case_id}").status_code == 404
    admin = Browser(centre["钱管理"]).get(f"/api/linkage/cases/{link.case_id}").json()["links"][0]
    assert admin["case_id"] == link.mediation_id


def test_what_was_sent_back_is_amended_and_then_taken_back(centre: World) -> None:
    link = sent(centre)
    sent_back(centre, link)
    clerk, path = Browser(centre["孙内勤"]), f"/api/linkage/cases/{link.case_id}"
    assert clerk.get(path).json()["links"][0]["may_amend"] is True
    asked = clerk.get(f"{path}/sent-back").json()
    assert asked["remarks"] == {"description": "请写明逾期从何时开始"}
    told = {
        "description": asked["description"] + "自五月起未还。",
        "claim": asked["claim"],
        "answers": ANSWERS,
    }
    assert clerk.post(f"{path}/amend", told).json()["links"][0]["state_label"] == "待审核"
    assert clerk.get(f"{path}/sent-back").status_code == 404
    back = clerk.post(f"{path}/take-back", {"reason": "先行协商"}).json()
    assert (back["may_send"], back["links"][0]["link_state"]) == (True, "ended")


def test_many_are_asked_for_and_watched(centre: World) -> None:
    clerk = Browser(centre["孙内勤"])
    given = {key: value for key, value in body(centre).items() if key != "phone"}
    run = clerk.post("/api/linkage/sendings", given | {"ids": [debt(centre).pk]}).json()
    assert (run["state"], run["total"], run["topic"]) == ("waiting", 1, f"sending:{run['id']}")
    assert clerk.get(f"/api/linkage/sendings/{run['id']}").json() == run
    assert Browser(centre["钱管理"]).get(f"/api/linkage/sendings/{run['id']}").status_code == 404
