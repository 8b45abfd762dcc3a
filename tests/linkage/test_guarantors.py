"""A debt goes to mediation with its guarantors: each is a respondent, is asked, answers and signs for himself."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from anjie.desk.public import Case, ContactFacts, Event, Party, move_case
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, Refusal
from anjie.lines.mediation.closing import actions as closing
from anjie.lines.mediation.closing.actions import Agreed
from anjie.lines.mediation.mediators import actions as mediators
from anjie.lines.recovery.work.models import Promise
from anjie.linkage.models import CaseLink
from anjie.services.bookings.actions import book_online
from anjie.services.contact.gate import ask_for, weigh
from anjie.services.papers import actions as papers
from anjie.services.papers import keeping
from anjie.services.papers.models import Paper
from anjie.services.signing.models import Offer
from tests.http import Browser
from tests.lines.mediation.closings import papers_made, template
from tests.lines.mediation.conftest import party
from tests.lines.mediation.test_rooms import phone
from tests.linkage.test_linkage_over_http import body
from tests.linkage.walks import debt, sent
from tests.papers import text_of, word
from tests.people import World
from tests.services.signing.conftest import Codes
from tests.services.signing.conftest import sms as sms
from tests.services.signing.test_signing import read_and_sign

WU, XIE = "13491230021", "13491230022"


def guaranteed(centre: World, **told: Any) -> Case:
    """秦海涛's debt, for which 邬兰 and 谢同 stand; 谢同 has no number that could be called."""
    contacts = (
        ContactFacts("mobile", WU, owner="邬兰", relation="担保人"),
        ContactFacts("address", "城东路 7 号", owner="邬兰", relation="担保人"),
        ContactFacts("address", "城西路 9 号", owner="谢同", relation="连带保证人"),
        ContactFacts("mobile", "13491230023", owner="邱月", relation="同事"),
    )
    return debt(centre, contacts=contacts, **told)


def respondents(link: CaseLink) -> list[str]:
    found = Party.objects.filter(case=link.mediation, part="respondent").in_order()
    return list(found.values_list("person__name", flat=True))


class TestWhoGoesAlong:
    def test_the_clerk_is_shown_the_guarantors_and_who_cannot_be_asked(self, centre: World):
        case = guaranteed(centre)
        offered = Browser(centre["孙内勤"]).get(f"/api/linkage/cases/{case.pk}/choices").json()
        assert offered["guarantors"] == [
            {"name": "邬兰", "mask": "134****0021", "why_not": ""},
            {"name": "谢同", "mask": "", "why_not": "没有可用的电话"},
        ]
        assert WU not in str(offered)

    def test_all_who_can_be_reached_do_unless_others_are_chosen(self, centre: World):
        link = sent(centre, guaranteed(centre))
        assert respondents(link) == ["秦海涛", "邬兰"]
        assert link.mediation.title == "示范银行与秦海涛等2人 · 邻里"
        assert respondents(sent(centre, guaranteed(centre), guarantors=[])) == ["秦海涛"]

    def test_one_who_is_none_or_cannot_be_asked_is_refused_and_nothing_goes(self, centre: World):
        case = guaranteed(centre)
        for names, code in ((["邱月"], "linkage.no_guarantor"), (["谢同"], "linkage.guarantor_phone")):
            with pytest.raises(Invalid) as refused:
                sent(centre, case, guarantors=names)
            assert refused.value.code == code and names[0] in refused.value.message
        case.refresh_from_db()
        assert case.state == "open" and not CaseLink.objects.exists()

    def test_of_several_debts_each_takes_its_own_guarantors(self, centre: World):
        first, second = guaranteed(centre), debt(centre, amount="1200.00")
        clerk = Browser(centre["孙内勤"])
        answer = clerk.post(
            f"/api/linkage/cases/{first.pk}/send", body(centre, also=[second.pk], guarantors=["邬兰"])
        )
        assert answer.status_code == 200, answer.content
        links = {one.case_id: respondents(one) for one in CaseLink.objects.select_related("mediation")}
        assert links == {first.pk: ["秦海涛", "邬兰"], second.pk: ["秦海涛"]}


def test_while_it_is_mediated_nobody_presses_the_guarantor_on_this_debt(centre: World) -> None:
    case = guaranteed(centre)
    link = sent(centre, case)
    verdict = weigh(ask_for(Case.objects.get(pk=case.pk), "call", number=WU, to="third_party"))
    assert (verdict.allowed, verdict.rule) == (False, "contact.in_mediation")
    assert link.mediation.no in verdict.message


def test_debtor_and_guarantor_are_asked_answer_and_sign_each_for_himself(
    centre: World, settings, tmp_path, sms: Codes
) -> None:
    with papers_made(settings, tmp_path):
        case = guaranteed(centre)
        clerk, reviewer = (Browser(centre[name]) for name in ("孙内勤", "何审核"))
        assert clerk.post(f"/api/linkage/cases/{case.pk}/send", body(centre)).status_code == 200
        link = CaseLink.objects.select_related("mediation", "case").get(case=case)
        at = link.mediation_id
        # both stand on the page; the debtor has an account, the guarantor registers when he is invited
        shown = reviewer.get(f"/api/mediation/cases/{at}/application").json()
        assert [(one["part_label"], one["name"]) for one in shown["parties"]] == [
            ("申请人", "示范银行"), ("被申请人", "秦海涛"), ("被申请人", "邬兰"),
        ]  # fmt: skip
        move_case(centre["何审核"], at, "review.approve")
        centre.actors["邬兰"] = party("邬兰", WU)
        debtor, guarantor = phone(centre, "秦海涛"), phone(centre, "邬兰")
        for his in (debtor, guarantor):
            assert [row["id"] for row in his.get("/api/mediation/mine").json()] == [at]
        # neither learns a number or the address of the other
        told = guarantor.get(f"/api/mediation/mine/{at}").json()
        assert [(one["name"], one["is_me"]) for one in told["parties"]] == [
            ("示范银行", False), ("秦海涛", False), ("邬兰", True),
        ]  # fmt: skip
        for his, other in ((guarantor, "1230002"), (debtor, WU), (debtor, "城东路")):
            assert other not in his.get(f"/api/mediation/mine/{at}").content.decode()
        # the bank answers on the phone, each of the two for himself: one willing is not enough
        bank = reviewer.get(f"/api/mediation/cases/{at}/consent").json()["sides"][0]
        said = {"said": "willing", "way": "meeting"}
        reviewer.post(f"/api/mediation/cases/{at}/consent", said | {"party_id": bank["party_id"]})
        for his, state in ((debtor, "consenting"), (guarantor, "awaiting_filing")):
            answer = his.post(
                f"/api/mediation/mine/{at}/consent", {"willing": True}, content_type="application/json"
            )
            assert answer.status_code == 200
            assert his.get(f"/api/mediation/mine/{at}").json()["state"] == state
        # filed, mediated and agreed: the debtor pays, the guarantor answers for the last instalment
        move_case(centre["许分配"], at, "filing.accept")
        agreed = _agreed_by_all(centre, link)
        _signed_by_three(centre, at, agreed, sms, (debtor, guarantor))
    # the instalments are promises on the debtor's own recovery case
    link.refresh_from_db()
    promised = Promise.objects.filter(case=case).order_by("due_on")
    assert [(one.amount, one.due_on) for one in promised] == [
        (Decimal("3000.00"), date(2026, 10, 1)), (Decimal("2000.00"), date(2026, 11, 1)),
    ]  # fmt: skip
    assert link.state == "plan" and [one.pk for one in promised] == link.promise_ids


def _agreed_by_all(centre: World, link: CaseLink) -> Paper:
    """Mediated by 吕调解, agreed, and the agreement final, which names every respondent."""
    mediators.appoint(centre["许分配"], link.mediation_id, [centre["吕调解"].own_membership_id])
    mediators.accept(centre["吕调解"], link.mediation_id)
    begin = (clock.now() + timedelta(hours=20)).replace(minute=0, second=0, microsecond=0)
    book_online(centre["吕调解"], link.mediation_id, begin, begin + timedelta(hours=1))
    side = {
        one.person.name: one.pk for one in Party.objects.filter(case=link.mediation).select_related("person")
    }
    pays = {"kind": "pay", "payee_id": side["示范银行"]}
    terms = [
        {**pays, "payer_id": side["秦海涛"], "amount": Decimal("3000.00"), "due_on": date(2026, 10, 1)},
        {**pays, "payer_id": side["邬兰"], "amount": Decimal("2000.00"), "due_on": date(2026, 11, 1)},
    ]
    closing.request(
        centre["吕调解"],
        link.mediation_id,
        Agreed("agreed", amount=Decimal("5000.00"), performance="银行转账", terms=terms),
    )
    each = word(
        "{{协议内容}}", "{%p for 甲 in 被申请人 %}", "被申请人：{{甲.姓名}} {{甲.住址}}", "{%p endfor %}"
    )
    template("agreement", "调解协议书", ["agreed"], True, each)
    (paper,) = closing.approve(centre["许分配"], link.mediation_id)
    final = papers.finalise(centre["吕调解"], paper.pk)
    # the paper names every respondent, with the address it has of him
    lines = [one for one in text_of(keeping.read(final.docx)) if one.startswith("被申请人：")]
    assert lines == ["被申请人：秦海涛 ", "被申请人：邬兰 城东路 7 号"]
    return final


def _signed_by_three(centre: World, case_id: int, paper: Paper, sms: Codes, phones: Any) -> None:
    staff = Browser(centre["吕调解"])
    candidates = staff.get(f"/api/signing/papers/{paper.pk}/candidates").json()
    assert [one["name"] for one in candidates] == ["示范银行", "秦海涛", "邬兰"]
    signers = [
        {
            "name": one["name"],
            "part": one["part"],
            "point_id": one["point_id"],
            "account_id": one["account_id"],
        }
        for one in candidates
    ]
    short = staff.post(f"/api/signing/papers/{paper.pk}", {"signers": signers[:2]})
    assert (short.status_code, short.json()["code"]) == (422, "signing.party_missing")
    assert "被申请人邬兰" in short.json()["message"] and not Offer.objects.exists()
    made = staff.post(f"/api/signing/papers/{paper.pk}", {"signers": signers}).json()
    # closing waits for all three
    for at, one in enumerate(made["links"]):
        with pytest.raises(Refusal) as refused:
            closing.complete(centre["吕调解"], case_id)
        assert refused.value.code == "closing.unsigned"
        assert read_and_sign(one["token"], sms)["waiting"] == 2 - at
    assert Paper.objects.get(pk=paper.pk).state == "signed"
    assert closing.complete(centre["吕调解"], case_id).state == "closed"
    assert Event.objects.filter(case_id=case_id, verb="signing.signed").count() == 3
