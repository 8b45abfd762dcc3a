"""The without-prejudice wall: an offer is planted, and nobody finds it who was not shown it."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

import pytest

from anjie.access.actors import Actor
from anjie.access.models import TrailEntry
from anjie.desk.public import Case, Event
from anjie.foundation.refusals import Forbidden, NotFound, Refusal
from anjie.lines.mediation.mediators import actions as mediators
from anjie.lines.mediation.session import offers
from anjie.lines.mediation.session.models import Offer, OfferAnswer, OfferShare
from tests.cases import place
from tests.http import Browser
from tests.lines.mediation.conftest import filed, mediating, party_of, told_since
from tests.lines.mediation.test_rooms import phone
from tests.people import World

PLANTED = "ZQX-OFFER-77"


def plant(centre: World, case: Case, key: str = "tap-00001", of: str = "applicant", **given: Any) -> Offer:
    return offers.take_down(
        centre["吕调解"], case.pk,
        of_id=party_of(case, of).pk if of else None,
        **{"kind": "concession", "text": PLANTED, "amount": Decimal("7654.32"), "key": key} | given,
    )  # fmt: skip


class TestWhoReads:
    def test_its_mediators_do_and_nobody_else_not_even_with_every_permission(self, centre: World):
        case = mediating(centre, "吕调解", "施调解")
        plant(centre, case)
        for name in ("吕调解", "施调解"):
            assert offers.offers_of(centre[name], case.pk)["rows"][0]["text"] == PLANTED
        assert centre["钱管理"].may("session.mediate"), "the administrator holds the deed"
        for actor in (centre["钱管理"], Actor.job("any"), centre["沈梅"], centre["许分配"]):
            with pytest.raises((NotFound, Forbidden)):
                offers.offers_of(actor, case.pk)

    def test_who_has_not_declared_himself_free_of_conflicts_reads_nothing(self, centre: World):
        case = mediating(centre)
        plant(centre, case)
        mediators.appoint(centre["许分配"], case.pk, [centre["施调解"].own_membership_id])
        with pytest.raises(Refusal) as refused:
            offers.offers_of(centre["施调解"], case.pk)
        assert refused.value.code == "session.not_accepted"
        mediators.decline(centre["施调解"], case.pk, why="", conflict="与申请人系亲属")
        with pytest.raises(NotFound):
            offers.offers_of(centre["施调解"], case.pk)

    def test_each_side_sees_what_it_was_shown(self, centre: World):
        case = mediating(centre)
        offer = plant(centre, case)
        assert offers.shown_to_me(centre["秦海涛"], case.pk) == []
        for _ in range(2):
            offers.disclose(centre["吕调解"], case.pk, offer.pk, party_of(case, "respondent").pk)
        shown = offers.shown_to_me(centre["秦海涛"], case.pk)
        assert [(one["of_label"], one["text"], one["amount"]) for one in shown] == [
            ("申请人沈梅", PLANTED, Decimal("7654.32"))
        ]
        assert offers.shown_to_me(centre["沈梅"], case.pk) == []
        told = told_since(centre, "秦海涛", "mediation.offer_disclosed")
        assert len(told) == 1 and PLANTED not in told[0].text
        assert not told_since(centre, "沈梅", "mediation.offer_disclosed")
        assert OfferShare.objects.count() == 1

    def test_a_limit_is_never_shown_to_the_other_side(self, centre: World):
        case = mediating(centre)
        limit = plant(centre, case, kind="limit")
        with pytest.raises(Refusal) as refused:
            offers.disclose(centre["吕调解"], case.pk, limit.pk, party_of(case, "respondent").pk)
        assert refused.value.code == "offers.limit" and not OfferShare.objects.exists()

    def test_taken_back_it_is_shown_no_further(self, centre: World):
        case = mediating(centre)
        offer = plant(centre, case)
        offers.disclose(centre["吕调解"], case.pk, offer.pk, party_of(case, "respondent").pk)
        offers.withdraw(centre["吕调解"], case.pk, offer.pk)
        with pytest.raises(Refusal) as refused:
            offers.disclose(centre["吕调解"], case.pk, offer.pk, party_of(case, "applicant").pk)
        assert refused.value.code == "offers.withdrawn"
        assert offers.shown_to_me(centre["秦海涛"], case.pk)[0]["withdrawn"]

    def test_another_cases_offer_is_not_there(self, centre: World):
        offer = plant(centre, mediating(centre))
        other = mediating(centre)
        with pytest.raises(NotFound):
            offers.disclose(centre["吕调解"], other.pk, offer.pk, party_of(other, "respondent").pk)

    def test_a_double_tap_is_one_offer(self, centre: World):
        case = mediating(centre)
        assert plant(centre, case).pk == plant(centre, case).pk and Offer.objects.count() == 1

    def test_a_case_without_mediator_has_no_offers(self, centre: World):
        case = filed(centre)
        with pytest.raises(NotFound):
            offers.offers_of(centre["吕调解"], case.pk)


def addresses(case: Case, debt: Case) -> list[str]:
    """Every address of the API that is read by GET, with the dispute's ids in it, then the debt's."""
    from config.api import api

    found = []
    for path, methods in api.get_openapi_schema()["paths"].items():
        if "get" not in methods:
            continue
        for pk in (case.pk, debt.pk):
            found.append(re.sub(r"\{[^}]*\}", lambda part, pk=pk: _value(part[0][1:-1], pk), path))
    return list(dict.fromkeys(found))


def _value(name: str, pk: int) -> str:
    named = {
        "room": "joint",
        "kind": "case",
        "year": "2026",
        "code": "mediation",
        "token": "x",
        "line": "mediation",
    }
    return named.get(name, str(pk))


def finds(reader: Any, paths: list[str]) -> list[str]:
    """Those of the addresses whose answer to this reader holds what was planted."""
    found, answered = [], 0
    for path in paths:
        answer = reader.get(path)
        if not answer.streaming:
            answered += answer.status_code == 200
            said = answer.content.decode("utf-8", "replace")
            if PLANTED in said or "7654.32" in said:
                found.append(path)
    assert answered > len(paths) // 8, "they must be answered for the search to mean anything"
    return found


class TestTheWall:
    def test_nobody_who_was_not_shown_it_finds_it_anywhere(self, centre: World):
        """Every readable address, every list and search, as recovery's people, the administrator and the other side."""
        case = mediating(centre)
        debt = place(centre, name="秦海涛", mobile="13491230002", holder="李催收")
        plant(centre, case)
        plant(centre, case, key="tap-00002", of="", kind="offer")
        everywhere = addresses(case, debt)
        at = f"/api/mediation/cases/{case.pk}/offers"
        assert at in everywhere and len(everywhere) > 120
        assert finds(Browser(centre["吕调解"]), [at]) == [at], "its mediator does find it"
        assert finds(Browser(centre["钱管理"]), everywhere) == []
        assert finds(phone(centre, "秦海涛"), [one for one in everywhere if "/mine" in one]) == []
        posts = (
            ("/api/mediation/cases/search", {"filter": {"q": PLANTED}}),
            ("/api/mediation/cases/search", {"filter": {}}),
            ("/api/recovery/cases/search", {"filter": {"q": PLANTED}}),
            (f"/api/desk/cases/{case.pk}/moves", {}),
            (f"/api/files/cases/{case.pk}/archive", {"kind": ""}),
        )
        for name in ("李催收", "赵主管", "孙内勤", "冯质检", "钱管理", "许分配", "何审核", "韩档案"):
            browser = Browser(centre[name])
            for path, body in posts:
                assert PLANTED not in browser.post(path, body).content.decode(), (name, path)
            for path in (
                f"/api/mediation/cases/{case.pk}/offers", f"/api/desk/cases/{case.pk}/timeline",
                f"/api/desk/cases/{case.pk}", f"/api/mediation/cases/{case.pk}/records", "/api/insight/home",
                "/api/notices", f"/api/desk/cases/{debt.pk}/timeline",
            ):  # fmt: skip
                assert PLANTED not in browser.get(path).content.decode(), (name, path)

    def test_it_stands_on_no_chain(self, centre: World):
        """Timeline, trail and notices keep ids only: what is append-only can never be cleaned of it."""
        case = mediating(centre)
        offer = plant(centre, case)
        offers.disclose(centre["吕调解"], case.pk, offer.pk, party_of(case, "respondent").pk)
        told = json.dumps(list(Event.objects.values_list("facts", flat=True)), default=str)
        trailed = json.dumps(list(TrailEntry.objects.values_list("facts", flat=True)), default=str)
        assert PLANTED not in told + trailed and "7654.32" not in told + trailed
        assert f'"offer": {offer.pk}' in trailed


def shown(centre: World, case: Case, to: str = "respondent", **given: Any) -> Offer:
    """沈梅's offer, put to 秦海涛."""
    offer = plant(centre, case, **{"kind": "offer"} | given)
    offers.disclose(centre["吕调解"], case.pk, offer.pk, party_of(case, to).pk)
    return offer


def answered(reader: Any, case: Case, offer: Offer, said: str, **told: Any) -> Any:
    path = f"/api/mediation/mine/{case.pk}/offers/{offer.pk}/answer"
    return reader.post(path, {"said": said} | told, content_type="application/json")


def nothing_kept(centre: World) -> bool:
    told = told_since(centre, "吕调解", "offer.answered")
    return not (OfferAnswer.objects.exists() or told or TrailEntry.objects.filter(verb="offer.answered"))


class TestAnswering:
    def test_whom_it_was_put_to_counters_and_the_mediator_is_told_without_what_it_says(self, centre: World):
        case = mediating(centre)
        offer = shown(centre, case)
        reader = phone(centre, "秦海涛")
        assert reader.get(f"/api/mediation/mine/{case.pk}/offers").json()[0]["may_answer"] is True
        told = {"text": f"最多五千，分两次 {PLANTED}2", "amount": "5000.00"}
        # when she taps twice
        for _ in range(2):
            answer = answered(reader, case, offer, "countered", **told)
            assert answer.status_code == 200, answer.content
        one = answer.json()[0]
        assert (one["answer"]["said_label"], one["answer"]["amount"], one["may_answer"]) == (
            "提出其他方案", "5000.00", False,
        )  # fmt: skip
        # then it is one answer, told once, and stands on no chain
        assert OfferAnswer.objects.count() == 1
        (notice,) = told_since(centre, "吕调解", "offer.answered")
        assert notice.text == f"{case.no} 有一方当事人答复了您转达的方案，请在案件的“方案”中查看。"
        (entry,) = TrailEntry.objects.filter(verb="offer.answered")
        assert entry.facts == {"case": case.pk, "offer": offer.pk}
        (share,) = offers.offers_of(centre["吕调解"], case.pk)["rows"][0]["shares"]
        assert (share["answer"]["said"], share["answer"]["text"]) == ("countered", told["text"])
        # and the wall holds: neither the other side nor staff without the appointment read it
        assert offers.shown_to_me(centre["沈梅"], case.pk) == []
        assert not told_since(centre, "沈梅", "offer.answered")
        paths = [
            f"/api/mediation/cases/{case.pk}/offers", f"/api/desk/cases/{case.pk}/timeline", "/api/notices",
            f"/api/desk/cases/{case.pk}", f"/api/mediation/cases/{case.pk}/records",
        ]  # fmt: skip
        for name in ("钱管理", "许分配", "何审核"):
            assert finds(Browser(centre[name]), paths) == []
        assert not Event.objects.filter(verb__startswith="offer").exists()

    @pytest.mark.parametrize("said", ["accepted", "declined"])
    def test_an_answer_stands_and_another_is_refused(self, centre: World, said: str):
        case = mediating(centre)
        offer = shown(centre, case)
        reader = phone(centre, "秦海涛")
        assert answered(reader, case, offer, said).json()[0]["answer"]["said"] == said
        again = answered(reader, case, offer, "countered", text="另一个数")
        assert (again.status_code, again.json()["code"]) == (409, "offers.answered")
        assert again.json()["message"].startswith("您已于 2026-09-01 12:00 答复“")
        assert [(one.said, one.text) for one in OfferAnswer.objects.all()] == [(said, "")]
        assert len(told_since(centre, "吕调解", "offer.answered")) == 1

    def test_what_was_not_put_to_her_is_not_there(self, centre: World):
        case = mediating(centre)
        offer = shown(centre, case)
        hidden = plant(centre, case, key="tap-00002", of="")
        for name, one in (("沈梅", offer), ("秦海涛", hidden), ("外人", offer)):
            reader = phone(centre, name)
            assert answered(reader, case, one, "accepted").status_code == 404, name
        other = mediating(centre)
        assert answered(phone(centre, "秦海涛"), other, offer, "accepted").status_code == 404
        assert nothing_kept(centre)

    def test_withdrawn_superseded_own_or_out_of_time_it_is_refused_with_the_reason(self, centre: World):
        case = mediating(centre)
        withdrawn = shown(centre, case, key="tap-00001")
        offers.withdraw(centre["吕调解"], case.pk, withdrawn.pk)
        older = shown(centre, case, key="tap-00002")
        newer = shown(centre, case, key="tap-00003")
        own = shown(centre, case, key="tap-00004", of="respondent")
        reader = phone(centre, "秦海涛")
        for offer, code in (
            (withdrawn, "offers.withdrawn"),
            (older, "offers.superseded"),
            (own, "offers.own"),
        ):
            assert answered(reader, case, offer, "accepted").json()["code"] == code
        assert answered(reader, case, newer, "countered", text=" ").json()["code"] == "session.empty"
        rows = {one["id"]: one for one in reader.get(f"/api/mediation/mine/{case.pk}/offers").json()}
        assert [one for one, row in rows.items() if row["may_answer"]] == [newer.pk]
        assert rows[older.pk]["superseded"] and rows[withdrawn.pk]["withdrawn"]
        Case.objects.filter(pk=case.pk).update(state="closing")
        assert answered(reader, case, newer, "accepted").json()["code"] == "session.wrong_state"
        assert nothing_kept(centre)
