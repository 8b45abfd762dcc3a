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
from anjie.lines.mediation.session.models import Offer, OfferShare
from tests.cases import place
from tests.http import Browser
from tests.lines.mediation.conftest import filed, mediating, told_since
from tests.lines.mediation.test_rooms import phone
from tests.people import World

PLANTED = "ZQX-OFFER-77"


def plant(centre: World, case: Case, key: str = "tap-00001", **given: Any) -> Offer:
    return offers.take_down(
        centre["吕调解"], case.pk,
        **{"of": "applicant", "kind": "concession", "text": PLANTED, "amount": Decimal("7654.32"), "key": key} | given,
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
            offers.disclose(centre["吕调解"], case.pk, offer.pk, "respondent")
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
            offers.disclose(centre["吕调解"], case.pk, limit.pk, "respondent")
        assert refused.value.code == "offers.limit" and not OfferShare.objects.exists()

    def test_taken_back_it_is_shown_no_further(self, centre: World):
        case = mediating(centre)
        offer = plant(centre, case)
        offers.disclose(centre["吕调解"], case.pk, offer.pk, "respondent")
        offers.withdraw(centre["吕调解"], case.pk, offer.pk)
        with pytest.raises(Refusal) as refused:
            offers.disclose(centre["吕调解"], case.pk, offer.pk, "applicant")
        assert refused.value.code == "offers.withdrawn"
        assert offers.shown_to_me(centre["秦海涛"], case.pk)[0]["withdrawn"]

    def test_another_cases_offer_is_not_there(self, centre: World):
        offer = plant(centre, mediating(centre))
        other = mediating(centre)
        with pytest.raises(NotFound):
            offers.disclose(centre["吕调解"], other.pk, offer.pk, "respondent")

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
        offers.disclose(centre["吕调解"], case.pk, offer.pk, "respondent")
        told = json.dumps(list(Event.objects.values_list("facts", flat=True)), default=str)
        trailed = json.dumps(list(TrailEntry.objects.values_list("facts", flat=True)), default=str)
        assert PLANTED not in told + trailed and "7654.32" not in told + trailed
        assert f'"offer": {offer.pk}' in trailed
