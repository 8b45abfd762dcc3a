"""Closing with an outcome: a meeting first, an agreement that holds, papers at once, signatures before it is over."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal

import pytest

from anjie.access import registration
from anjie.access.sentences import told as sentence
from anjie.desk.public import Case, Event, move_case
from anjie.foundation.identifiers import id_check_digit
from anjie.foundation.refusals import Forbidden, Invalid, NotFound, Refusal
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.closing import actions, downloads, queries
from anjie.lines.mediation.closing.actions import Agreed
from anjie.lines.mediation.closing.facts import gather
from anjie.lines.mediation.closing.models import AgreedTerm, Closing
from anjie.lines.mediation.mediators import actions as mediators
from anjie.lines.mediation.mediators.library import library
from anjie.lines.mediation.sides import is_identified
from anjie.services.files.actions import add_file
from anjie.services.notices.models import Notice
from anjie.services.papers import actions as papers
from anjie.services.papers import keeping
from anjie.services.papers.models import Paper
from anjie.services.papers.queries import papers_of
from tests.http import Browser
from tests.lines.mediation import closings
from tests.lines.mediation.closings import agreed, asked, closed, in_signing, mediating, met, sign_on_paper
from tests.lines.mediation.conftest import filed, party_of, submitted
from tests.lines.mediation.test_application import told, verbs
from tests.papers import converting, text_of
from tests.people import World


@pytest.fixture(autouse=True)
def ground(settings, tmp_path):
    with closings.papers_made(settings, tmp_path):
        yield


class TestAsking:
    def test_refused_while_nobody_was_met(self, centre: World):
        case = mediating(centre)
        with pytest.raises(Refusal) as refused:
            actions.request(centre["吕调解"], case.pk, agreed(case))
        assert refused.value.code == "closing.not_booked"
        assert refused.value.message == (
            f"案件 {case.no} 没有预约过调解室或线上调解，不能申请结案。请先预约并组织调解。"
        )
        case.refresh_from_db()
        assert case.state == "mediating" and not Closing.objects.exists()

    def test_it_is_kept_with_its_terms_and_the_administrator_is_told(self, centre: World):
        case = asked(centre)
        assert case.state == "closing" and told(centre, "许分配")[-1] == "closing.requested"
        kept = Closing.objects.get(case=case)
        assert (kept.outcome, str(kept.amount), kept.terms.count()) == ("agreed", "8600.00", 3)
        assert queries.told(queries.terms_of(kept)).splitlines()[0] == (
            "1. 秦海涛于 2026年10月1日前向沈梅支付人民币 6,000.00 元。"
        )

    def test_an_agreement_that_does_not_add_up_is_not_taken(self, centre: World):
        case = met(centre)
        with pytest.raises(Refusal) as refused:
            actions.request(centre["吕调解"], case.pk, agreed(case, amount=Decimal("8600.01")))
        assert refused.value.code == "closing.blocked"
        assert "相差 0.01 元。（《人民调解法》第二十九条）" in refused.value.message
        case.refresh_from_db()
        assert case.state == "mediating" and not Closing.objects.exists() and not AgreedTerm.objects.exists()

    def test_a_party_of_another_case_is_refused(self, centre: World):
        case = met(centre)
        given = agreed(case)
        wrong = replace(given, terms=[{**given.terms[0], "payer_id": 999_999}])
        with pytest.raises(Invalid) as refused:
            actions.request(centre["吕调解"], case.pk, wrong)
        assert refused.value.code == "closing.party" and not Closing.objects.exists()

    def test_a_failure_says_why(self, centre: World):
        case = met(centre)
        with pytest.raises(Invalid) as refused:
            actions.request(centre["吕调解"], case.pk, Agreed("failed"))
        assert refused.value.code == "closing.why_failed"
        assert (
            actions.request(centre["吕调解"], case.pk, Agreed("failed", note="差距太大")).state == "closing"
        )

    def test_a_double_tap_is_one_and_another_mediator_finds_nothing(self, centre: World):
        case = asked(centre)
        with pytest.raises(Refusal) as refused:
            actions.request(centre["吕调解"], case.pk, agreed(case))
        assert refused.value.code == "move.wrong_state" and Closing.objects.count() == 1
        with pytest.raises(NotFound):
            actions.request(centre["施调解"], case.pk, agreed(case))
        assert Closing.objects.get().by_id == centre["吕调解"].membership_id

    def test_checking_keeps_nothing(self, centre: World):
        case = met(centre)
        found = actions.findings(centre["吕调解"], case.pk, agreed(case, amount=None))
        assert [one.code for one in found] == ["agreement.no_sum"] and not Closing.objects.exists()

    def test_who_has_not_declared_himself_free_of_conflicts_asks_for_no_closing(self, centre: World):
        case = mediators.appoint(centre["许分配"], filed(centre).pk, [centre["吕调解"].own_membership_id])
        with pytest.raises(Refusal) as refused:
            actions.request(centre["吕调解"], case.pk, Agreed("failed", note="双方分歧过大"))
        assert refused.value.code == "closing.not_taken"
        case.refresh_from_db()
        assert case.state == "mediating" and not Closing.objects.exists()


HEAD = "11010119780503002"
# Whose checksum holds, for a profile looks at it; nobody's.
ID_NO = HEAD + id_check_digit(HEAD)


class TestWhoThePaperNames:
    def test_what_the_case_does_not_know_the_account_said_of_itself(self, centre: World):
        # given 沈梅, who gave her number and address when she registered
        closings.starting_templates()
        hers = {"id_no": ID_NO, "address": "城东区花园路 8 号"}
        registration.edit_profile(centre["沈梅"], hers)
        case = met(centre)
        # when the agreement is made
        found = actions.findings(centre["吕调解"], case.pk, agreed(case, "confirmed", court="城东区人民法院"))
        actions.request(centre["吕调解"], case.pk, agreed(case))
        made = {one.kind: one for one in actions.approve(centre["许分配"], case.pk)}
        text = "\n".join(text_of(keeping.read(made["agreement"].docx)))
        # then it names her by them, him without a gap, and says what she asked for where nobody wrote the points down
        assert f"申请人：沈梅，女，证件号码 {ID_NO}，住址 城东区花园路 8 号，联系电话 13491230001。" in text
        assert "被申请人：秦海涛，联系电话 13491230002。" in text
        assert f"二、争议事项及各方责任\n{case.dispute.claim}" in text
        assert [one.message for one in found if one.code == "confirm.no_id"] == [
            "被申请人秦海涛没有登记证件号码，法院立案时需要。"
        ]

    @pytest.mark.parametrize(
        ("named", "renamed"),
        [({"name": "海涛装饰公司", "kind": "enterprise"}, ""), ({"name": "秦海涛"}, "秦海潮")],
    )
    def test_the_numbers_of_who_merely_acts_for_a_party_are_not_the_partys(
        self, centre: World, named: dict[str, str], renamed: str
    ):
        # given 秦海涛's account with his own number, which acts for a firm, or has another name since it was let in
        registration.edit_profile(centre["秦海涛"], {"id_no": ID_NO, "address": "城东区花园路 8 号"})
        case = submitted(centre, respondents=[named | {"phone": "13491230002"}])
        move_case(centre["何审核"], case.pk, "review.approve")
        party = party_of(case, "respondent")
        assert party.account_id == centre["秦海涛"].account_id
        if renamed:
            registration.edit_profile(centre["秦海涛"], {"name": renamed})
        # when a paper names the party, then without them
        [one] = gather(centre["何审核"], case)["respondents"]
        assert (one["name"], one["id_no"], one["sex"], one["address"]) == (named["name"], "", "", "")
        assert one["mobile"] == "13491230002" and not is_identified(party_of(case, "respondent"))

    def test_who_was_asked_and_never_took_the_case_did_not_mediate(self, centre: World):
        # given 施调解, asked to help and never answering
        closings.starting_templates()
        case = met(centre)
        mediators.appoint(centre["许分配"], case.pk, [centre["施调解"].own_membership_id])
        actions.request(centre["吕调解"], case.pk, agreed(case))
        # when the agreement is made
        made = {one.kind: one for one in actions.approve(centre["许分配"], case.pk)}
        # then it names who mediated
        text = "\n".join(text_of(keeping.read(made["agreement"].docx)))
        assert "调解员吕调解主持调解" in text and "施调解" not in text


class TestDeciding:
    def test_sent_back_it_goes_on_and_may_be_asked_again(self, centre: World):
        case = asked(centre)
        actions.send_back(centre["许分配"], case.pk, "请写明付款账户")
        case.refresh_from_db()
        assert case.state == "mediating" and told(centre, "吕调解")[-1] == "closing.sent_back"
        actions.request(centre["吕调解"], case.pk, agreed(case))
        assert [one.state for one in Closing.objects.filter(case=case)] == ["asked", "sent_back"]

    def test_a_mediator_does_not_decide_his_own(self, centre: World):
        case = asked(centre)
        with pytest.raises(Forbidden):
            actions.approve(centre["吕调解"], case.pk)
        case.refresh_from_db()
        assert case.state == "closing"

    def test_without_templates_nothing_is_decided(self, centre: World):
        case = asked(centre)
        with pytest.raises(Refusal) as refused:
            actions.approve(centre["许分配"], case.pk)
        assert refused.value.code == "papers.no_template"
        case.refresh_from_db()
        assert case.state == "closing" and Closing.objects.get(case=case).state == "asked"

    def test_the_starting_templates_hold_the_whole_story(self, centre: World):
        closings.starting_templates()
        case = met(centre)
        actions.request(centre["吕调解"], case.pk, agreed(case, "confirmed", points="漏水的责任与损失数额"))
        made = {one.kind: one for one in actions.approve(centre["许分配"], case.pk)}
        assert set(made) == {"record", "agreement", "confirmation"}
        text = "\n".join(text_of(keeping.read(made["agreement"].docx)))
        assert "被申请人：秦海涛" in text and "联系电话 13491230002" in text
        assert "付款总额：人民币捌仟陆佰元整（￥8,600.00）。" in text
        assert (
            "1 秦海涛 沈梅 2026年10月1日 6,000.00" in text and "2 秦海涛 沈梅 2026年11月1日 2,600.00" in text
        )
        assert "漏水的责任与损失数额" in text and "修好漏水的水管" in text
        court_text = "\n".join(text_of(keeping.read(made["confirmation"].docx)))
        assert "城东区人民法院" in court_text and "2026年10月8日前提出" in court_text
        assert Dispute.objects.get(case=case).outcome == "confirmed"

    def test_two_administrators_decide_once(self, centre: World):
        closings.small_templates()
        case = asked(centre, "failed")
        actions.approve(centre["许分配"], case.pk)
        with pytest.raises(Refusal) as refused:
            actions.approve(centre["钱管理"], case.pk)
        assert refused.value.code == "move.wrong_state"
        assert [one.name for one in papers_of(case.pk)] == ["终止调解告知书"]


def scanned(centre: World, case: Case, name: str) -> int:
    file = io.BytesIO(closings.PDF + name.encode())
    return add_file(centre["吕调解"], case.pk, name=name, file=file).pk


class TestSigning:
    def test_refused_until_every_paper_is_signed(self, centre: World):
        case = in_signing(centre)
        with pytest.raises(Refusal) as refused:
            actions.complete(centre["吕调解"], case.pk)
        assert refused.value.code == "closing.unsigned"
        assert "还有 2 份文书没有完成：调解记录（已定稿）、调解协议书（已定稿）。" in refused.value.message
        sign_on_paper(centre, case)
        with pytest.raises(Refusal) as refused:
            actions.send_back(centre["许分配"], case.pk, "协议有误")
        assert refused.value.code == "closing.signed"
        case = actions.complete(centre["吕调解"], case.pk)
        assert case.state == "closed" and verbs(case)[-1] == "agreement.effective"
        assert [one.amount for one in queries.instalments_of(case.pk)] == [
            Decimal("6000.00"),
            Decimal("2600.00"),
        ]

    def test_a_scan_counts_only_with_the_name_of_everybody_who_must_sign(self, centre: World):
        case = in_signing(centre)
        paper = next(one for one in papers_of(case.pk) if one.kind == "agreement")
        hers, his = (party_of(case, name).pk for name in ("沈梅", "秦海涛"))
        desk, path = Browser(centre["吕调解"]), f"/api/papers/{paper.pk}/signed"
        first = scanned(centre, case, "一方签名.pdf")
        # given a scan that shows one name of two, and a stranger's
        refused = desk.post(path, {"file_id": first, "signed": [hers]}).json()
        assert refused["code"] == "papers.not_all_signed"
        assert "“调解协议书”还缺被申请人秦海涛的签名" in refused["message"]
        for signed, code in (
            ([hers, paper.pk + 1000], "papers.signer_unknown"),
            ([], "papers.nobody_signed"),
        ):
            body = {"file_id": first, "signed": signed, "partly": True}
            assert desk.post(path, body).json()["code"] == code
        paper.refresh_from_db()
        assert (paper.state, paper.signed_by, paper.scan_id) == ("final", [], None)
        # when it is kept as partly signed, it waits and says for whom, and the case is not closed
        kept = desk.post(path, {"file_id": first, "signed": [hers], "partly": True}).json()
        assert kept["state"] == "final"
        assert [(one["name"], one["signed"]) for one in kept["signers"]] == [
            ("沈梅", True),
            ("秦海涛", False),
        ]
        with pytest.raises(Refusal) as unsigned:
            actions.complete(centre["吕调解"], case.pk)
        assert "调解协议书（已定稿，待秦海涛签署）" in unsigned.value.message
        # and the scan with the other's name makes it whole
        last = scanned(centre, case, "双方签名.pdf")
        done = desk.post(path, {"file_id": last, "signed": [his]}).json()
        assert (done["state"], done["scan_id"]) == ("signed", last)
        assert done["signed_how"] == "纸质签署（沈梅、秦海涛），由吕调解登记，扫描件“双方签名.pdf”"
        said = Event.objects.filter(case_id=case.pk, verb__startswith="paper.").order_by("seq")
        assert [sentence(one.verb, one.facts).text for one in said][-2:] == [
            "登记文书“调解协议书”部分签署：申请人沈梅已签，待被申请人秦海涛签署",
            "登记文书“调解协议书”已纸质签署",
        ]

    def test_what_nobody_is_bound_by_needs_no_names(self, centre: World):
        case = in_signing(centre)
        paper = next(one for one in papers_of(case.pk) if one.kind == "record")
        scan = scanned(centre, case, "记录.pdf")
        assert papers.mark_signed(centre["吕调解"], paper.pk, scan).state == "signed"

    def test_opened_again_while_nothing_is_signed(self, centre: World):
        case = in_signing(centre)
        actions.send_back(centre["许分配"], case.pk, "协议有误")
        case.refresh_from_db()
        assert case.state == "mediating" and Dispute.objects.get(case=case).outcome == ""
        assert Closing.objects.get(case=case).state == "sent_back"

    def test_without_libreoffice_papers_are_final_as_word(self, centre: World):
        closings.small_templates()
        case = asked(centre, "failed")
        [paper] = actions.approve(centre["许分配"], case.pk)
        with converting(None):
            final = papers.finalise(centre["吕调解"], paper.pk)
        assert (final.state, final.pdf) == (Paper.State.FINAL, None)
        assert actions.complete(centre["吕调解"], case.pk).state == "closed"


class TestAPartysPapers:
    def test_he_reads_final_ones_and_nobody_elses(self, centre: World):
        case = in_signing(centre)
        rows = downloads.own_papers(centre["沈梅"], case.pk)
        assert {one["name"] for one in rows} == {"调解记录", "调解协议书"}
        named, blob, purpose = downloads.own_paper(centre["沈梅"], case.pk, rows[0]["id"])
        assert named.name.endswith(".pdf") and purpose == "view" and blob.size > 0
        assert verbs(case)[-1] == "paper.taken"
        with pytest.raises(NotFound):
            downloads.own_papers(centre["外人"], case.pk)

    def test_a_draft_is_not_his_to_read(self, centre: World):
        closings.small_templates()
        case = asked(centre, "failed")
        [paper] = actions.approve(centre["许分配"], case.pk)
        assert downloads.own_papers(centre["沈梅"], case.pk) == []
        with pytest.raises(NotFound):
            downloads.own_paper(centre["沈梅"], case.pk, paper.pk)


def test_the_library_counts_a_closed_case_as_succeeded_and_no_longer_going_on(centre: World):
    def figures() -> tuple[int, int, int]:
        one = next(one for one in library(centre["许分配"])["rows"] if one["name"] == "吕调解")
        return one["going_on"], one["total"], one["succeeded"]

    case = in_signing(centre)
    assert figures() == (1, 1, 0)
    sign_on_paper(centre, case)
    actions.complete(centre["吕调解"], case.pk)
    assert figures() == (0, 1, 1)


def test_the_parties_are_told_at_each_step(centre: World):
    case = closed(centre)
    heard = Notice.objects.filter(account_id=centre["沈梅"].account_id, case_id=case.pk).order_by("id")
    told = ["mediation.closing", "mediation.signing", "mediation.closed", "mediation.rate"]
    assert [one.verb for one in heard][-4:] == told


def test_moves_of_closing_have_their_own_doors(centre: World):
    case = asked(centre)
    answer = Browser(centre["许分配"]).post(
        f"/api/desk/cases/{case.pk}/moves/closing.approve", {"reason": "", "facts": {}}
    )
    assert answer.json()["code"] == "move.automatic"
    other = met(centre)
    answer = Browser(centre["吕调解"]).post(
        f"/api/desk/cases/{other.pk}/moves/closing.request", {"reason": "", "facts": {"outcome": "agreed"}}
    )
    assert answer.json()["code"] == "move.automatic"
    assert dict(Case.objects.values_list("pk", "state")) == {case.pk: "closing", other.pk: "mediating"}
