from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from anjie.access.models import TrailEntry
from anjie.desk import reveal
from anjie.desk.models import Case, ContactPoint, Event
from anjie.desk.places import CONTACT_POINT
from anjie.foundation import clock
from anjie.foundation.refusals import Refusal
from anjie.foundation.sealed import sealer
from tests.cases import place
from tests.http import Browser
from tests.people import World, build_world

BAD_ID = "320102199001011231"  # its check digit is wrong on purpose


@pytest.fixture
def case(world: World) -> Case:
    return place(world, name="单小明", id_no=BAD_ID, mobile="10012345678", card_no="6222020000000000000")


def base_of(case: Case) -> str:
    return f"/api/desk/cases/{case.pk}/contact-points"


def verbs(case: Case) -> list[str]:
    return list(Event.objects.filter(case_id=case.pk).order_by("seq").values_list("verb", flat=True))


def test_a_phone_is_added_sealed_masked_and_attributed(world: World, case: Case) -> None:
    # given 李催收, told a landline by the debtor, when he adds it
    with clock.stopped("2026-09-02T10:00:00+08:00"):
        added = Browser(world["李催收"]).post(
            base_of(case),
            {
                "kind": "phone",
                "value": "0512-62345678 转 801",
                "relation": "配偶",
                "owner": "王某",
                "source": "debtor",
            },
        )
    # then it is on the case, masked, with place and source
    assert added.status_code == 200
    row = added.json()
    assert (row["mask"], row["relation"], row["source_label"]) == ("0512****5678-***", "配偶", "债务人告知")
    assert row["attribution"] == "江苏省苏州市"
    point = ContactPoint.objects.get(pk=row["id"])
    assert sealer().open(point.sealed, CONTACT_POINT, point.pk) == "051262345678-801"
    # and the timeline has it without the number
    event = Event.objects.filter(case_id=case.pk).order_by("seq").last()
    assert event is not None and event.verb == "contact.added"
    assert "62345678" not in str(event.facts)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"kind": "mobile", "value": "1380013800"}, "contacts.wrong_phone"),
        ({"kind": "address", "value": "苏州"}, "contacts.wrong_address"),
        ({"kind": "email", "value": "a@b"}, "contacts.wrong_mail"),
        ({"kind": "fax", "value": "1"}, "request.invalid"),
    ],
)
def test_what_cannot_be_used_is_refused_and_nothing_is_written(
    world: World, case: Case, body: dict[str, str], code: str
) -> None:
    refused = Browser(world["李催收"]).post(base_of(case), body)
    assert (refused.status_code, refused.json()["code"]) == (422, code)
    assert ContactPoint.objects.filter(case=case).count() == 1
    assert verbs(case) == ["case.opened"]


def test_the_same_number_twice_is_refused_with_the_one_there(world: World, case: Case) -> None:
    browser = Browser(world["李催收"])
    first = browser.post(base_of(case), {"kind": "mobile", "value": "13800138000", "relation": "朋友"}).json()
    twice = browser.post(base_of(case), {"kind": "phone", "value": "+86 138 0013 8000"})
    assert (twice.status_code, twice.json()["facts"]) == (409, {"contact_point": first["id"]})
    assert twice.json()["message"] == (f"案件 {case.no} 已有 138****8000（朋友，未核实）。请直接修改该条。")
    assert ContactPoint.objects.filter(case=case).count() == 2


def test_a_mark_keeps_old_and_new_and_lifting_a_ban_needs_a_reason(world: World, case: Case) -> None:
    browser = Browser(world["李催收"])
    point = ContactPoint.objects.get(case=case)
    path = f"{base_of(case)}/{point.pk}/mark"
    # when it is marked refused and not to be contacted
    marked = browser.post(path, {"state": "refused", "do_not_contact": True, "note": "要求停止来电"}).json()
    assert (marked["state_label"], marked["do_not_contact"]) == ("拒绝联系", True)
    last = Event.objects.filter(case_id=case.pk).order_by("seq").last()
    assert last is not None
    assert last.facts["changes"] == {"state": ["unknown", "refused"], "do_not_contact": [False, True]}
    # when the ban is lifted without a reason, nothing moves
    refused = browser.post(path, {"do_not_contact": False})
    assert (refused.status_code, refused.json()["code"]) == (422, "contacts.reason_required")
    point.refresh_from_db()
    assert point.do_not_contact is True
    assert verbs(case) == ["case.opened", "contact.marked"]
    # and the same mark again writes nothing
    browser.post(path, {"state": "refused"})
    assert verbs(case) == ["case.opened", "contact.marked"]


def test_owner_relation_and_label_are_edited_with_history(world: World, case: Case) -> None:
    browser = Browser(world["李催收"])
    point = ContactPoint.objects.get(case=case)
    browser.post(f"{base_of(case)}/{point.pk}", {"relation": "父亲", "label": "常用"})
    rows = browser.get(f"/api/desk/cases/{case.pk}/timeline", contact_point=point.pk).json()["rows"]
    assert rows[0]["text"] == "修改联系方式 100****5678：说明 空 → 常用，关系 本人 → 父亲"


@pytest.mark.parametrize("name", ["周催收", "郑主管"])
def test_nobody_out_of_reach_touches_a_contact(world: World, case: Case, name: str) -> None:
    point = ContactPoint.objects.get(case=case)
    browser = Browser(world[name])
    for path, body in (
        (base_of(case), {"kind": "mobile", "value": "13800138000"}),
        (f"{base_of(case)}/{point.pk}", {"label": "x"}),
        (f"{base_of(case)}/{point.pk}/mark", {"state": "valid"}),
        (f"{base_of(case)}/{point.pk}/reveal", {"reason": "核对"}),
    ):
        assert browser.post(path, body).status_code == 404
    assert verbs(case) == ["case.opened"]


def test_a_contact_of_another_case_is_not_reached_through_ones_own(world: World, case: Case) -> None:
    other = place(world, name="李四", holder="周催收")
    foreign = ContactPoint.objects.get(case=other)
    browser = Browser(world["李催收"])
    assert browser.post(f"{base_of(case)}/{foreign.pk}/mark", {"state": "valid"}).status_code == 404
    assert browser.post(f"{base_of(case)}/{foreign.pk}/reveal", {"reason": "核对"}).status_code == 404
    assert TrailEntry.objects.filter(verb="reveal.contact_point").count() == 0


def test_one_value_is_revealed_with_a_reason_on_both_records(
    world: World, case: Case, capsys: pytest.CaptureFixture[str], settings: object
) -> None:
    settings.REVEALS_PER_HOUR = 10
    browser = Browser(world["李催收"])
    point, party = ContactPoint.objects.get(case=case), case.parties.get()
    base = f"/api/desk/cases/{case.pk}"
    asked = [
        (f"{base_of(case)}/{point.pk}/reveal", "10012345678", "reveal.contact_point"),
        (f"{base}/parties/{party.pk}/reveal", BAD_ID, "reveal.id_no"),
        (f"{base}/facts/id_no/reveal", BAD_ID, "reveal.id_no"),
        (f"{base}/facts/card_no/reveal", "6222020000000000000", "reveal.fact"),
    ]
    for left, (path, value, verb) in zip((9, 8, 7, 6), asked, strict=True):
        # without a reason there is nothing to see
        assert browser.post(path, {"reason": " "}).json()["code"] == "reveal.reason_required"
        answer = browser.post(path, {"reason": "核对身份"})
        assert answer.json() == {"value": value, "left": left}
        assert answer["Cache-Control"] == "no-store"
        trail = TrailEntry.objects.filter(actor=world["李催收"].key).order_by("seq").last()
        assert trail is not None and (trail.verb, trail.facts["case"]) == (verb, case.no)
        assert trail.facts["reason"] == "核对身份"
    assert verbs(case) == ["case.opened", *(verb for _, _, verb in asked)]
    # and no record and no log holds a value
    written = str(list(Event.objects.values_list("facts", flat=True))) + "".join(capsys.readouterr())
    written += str(list(TrailEntry.objects.values_list("facts", flat=True)))
    for _, value, _ in asked:
        assert value not in written


def test_what_is_not_there_is_not_revealed(world: World, case: Case) -> None:
    browser = Browser(world["李催收"])
    bare = place(world, name="无卡", id_no="")
    for path in (f"{bare.pk}/facts/card_no", f"{bare.pk}/facts/id_no", f"{case.pk}/facts/unknown"):
        assert browser.post(f"/api/desk/cases/{path}/reveal", {"reason": "核对"}).status_code == 404
    assert TrailEntry.objects.filter(verb__startswith="reveal").count() == 0


def test_the_hourly_limit_says_when_it_ends(world: World, case: Case, settings: object) -> None:
    settings.REVEALS_PER_HOUR = 2
    point = ContactPoint.objects.get(case=case)
    for at in ("10:00", "10:20"):
        with clock.stopped(f"2026-09-02T{at}:00+08:00"):
            reveal.reveal_contact_point(world["李催收"], case.pk, point.pk, "核对")
    with clock.stopped("2026-09-02T10:40:00+08:00"):
        with pytest.raises(Refusal) as refused:
            reveal.reveal_contact_point(world["李催收"], case.pk, point.pk, "核对")
        # a colleague has an hour of his own
        assert reveal.reveal_contact_point(world["赵主管"], case.pk, point.pk, "核对").left == 1
    assert (refused.value.code, refused.value.status) == ("reveal.hourly_limit", 429)
    assert refused.value.facts == {"count": 2, "until": "2026-09-02T11:00:00+08:00"}
    assert "11:00" in refused.value.message
    assert verbs(case) == ["case.opened"] + ["reveal.contact_point"] * 3
    with clock.stopped("2026-09-02T11:00:01+08:00"):
        assert reveal.reveal_contact_point(world["李催收"], case.pk, point.pk, "核对").left == 0


@pytest.mark.django_db(transaction=True)
def test_many_at_once_do_not_pass_the_limit(settings: object) -> None:
    # given a limit of three and eight requests at the same moment
    settings.REVEALS_PER_HOUR = 3
    world = build_world()
    case = place(world, name="张三")
    point = ContactPoint.objects.get(case=case)

    def ask(_: int) -> bool:
        try:
            reveal.reveal_contact_point(world["李催收"], case.pk, point.pk, "核对")
        except Refusal:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(ask, range(8)))
    assert sum(answers) == 3
    assert TrailEntry.objects.filter(verb="reveal.contact_point").count() == 3
