"""Who has no account gets his link by short message; staff may send it again, so often at most; the token is nowhere kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from anjie.access.models import Account
from anjie.desk.public import ContactPoint, Event
from anjie.foundation import clock
from anjie.foundation.refusals import NotFound, Refusal
from anjie.foundation.sealed import Field, sealer
from anjie.ports.sms import sms as sms_port
from anjie.services.notices import delivering
from anjie.services.notices.models import Delivery, TemplateIds
from anjie.services.signing import link, queries
from anjie.services.signing.actions import SignerFacts, offer, renew_link, send_again, stop
from anjie.services.signing.models import Signer
from tests.cases import place
from tests.http import Browser
from tests.people import World
from tests.services.signing.conftest import Codes
from tests.services.signing.test_signing import TWO, final_paper
from tests.vendors import FakeSms


@pytest.fixture
def vendor(db: None) -> Iterator[FakeSms]:
    TemplateIds.objects.create(code="signing.link", sms_id="s-1", changed_at=clock.now())
    with sms_port.held_by(FakeSms()) as port:
        assert isinstance(port, FakeSms)
        yield port


def tokens(vendor: FakeSms) -> list[tuple[str, str]]:
    delivering.deliver_due()
    return [(one.number, dict(one.params)["token"]) for one in vendor.sent]


def test_who_has_no_account_gets_the_link_and_who_has_one_is_told_as_before(
    world: World,
    sms: Codes,
    vendor: FakeSms,
) -> None:
    paper = final_paper(world)
    mine = Account.objects.create(username="m1", name="王桂兰", kind="person")
    mine.mobile_index = sealer().index("10000000001", Field.PHONE)
    mine.save()
    made, links = offer(world["钱管理"], paper.pk, TWO)
    assert Delivery.objects.filter(outside__isnull=False).count() == 1
    assert all(token not in str(list(Delivery.objects.values())) for token in links.values())
    [(number, token)] = tokens(vendor)
    assert (number, link.open_link(token)["part"]) == ("10000000003", "被申请人") and len(token) <= 35
    row = queries.offer_row(made)["signers"]
    assert [(one["has_account"], one["sends"], one["send_state"]) for one in row] == [
        (True, 0, ""), (False, 1, "sent"),
    ]  # fmt: skip


def test_sent_again_the_new_link_works_and_the_old_does_not(
    world: World,
    sms: Codes,
    vendor: FakeSms,
) -> None:
    paper = final_paper(world)
    offer(world["钱管理"], paper.pk, TWO)
    first = dict(tokens(vendor))
    signer = Signer.objects.get(part="被申请人")
    with pytest.raises(Refusal) as refused:
        send_again(world["钱管理"], signer.pk)
    assert refused.value.code == "signing.sent_just_now"
    with clock.stopped(clock.now() + timedelta(minutes=2)):
        send_again(world["钱管理"], signer.pk)
        second = dict(tokens(vendor))
        assert link.open_link(second["10000000003"])["part"] == "被申请人"
        with pytest.raises(Refusal, match="已被新链接替换"):
            link.open_link(first["10000000003"])
    assert Event.objects.filter(case_id=paper.case_id, verb="signing.link_sent").count() == 1


def test_five_times_and_no_more(world: World, sms: Codes, vendor: FakeSms) -> None:
    offer(world["钱管理"], final_paper(world).pk, TWO)
    signer, now = Signer.objects.get(part="被申请人"), clock.now()
    for times in range(1, 5):
        with clock.stopped(now + timedelta(minutes=2 * times)):
            send_again(world["钱管理"], signer.pk)
    with clock.stopped(now + timedelta(hours=1)), pytest.raises(Refusal) as refused:
        send_again(world["钱管理"], signer.pk)
    assert refused.value.code == "signing.sent_enough" and "达到上限" in refused.value.message
    assert Signer.objects.get(pk=signer.pk).sends == 5


def test_a_link_that_works_no_more_is_not_sent_any_more(
    world: World,
    sms: Codes,
    vendor: FakeSms,
) -> None:
    offer(world["钱管理"], final_paper(world).pk, TWO)
    renew_link(world["钱管理"], Signer.objects.get(part="申请人").pk)
    assert [number for number, _ in tokens(vendor)] == ["10000000003"]


def test_what_is_taken_back_is_not_sent(world: World, sms: Codes, vendor: FakeSms) -> None:
    made, _ = offer(world["钱管理"], final_paper(world).pk, TWO)
    stop(world["钱管理"], made.pk, "有误")
    assert tokens(vendor) == []
    assert set(Delivery.objects.values_list("state", "reason")) == {("failed", "链接已失效，未发送")}


def test_a_signer_is_chosen_by_the_number_the_case_has_of_him(
    world: World,
    sms: Codes,
    vendor: FakeSms,
) -> None:
    paper = final_paper(world)
    staff = Browser(world["钱管理"])
    shown: list[dict[str, Any]] = staff.get(f"/api/signing/papers/{paper.pk}/candidates").json()
    point = ContactPoint.objects.get(case_id=paper.case_id)
    assert [(one["name"], one["point_id"], one["mask"]) for one in shown] == [("张三", point.pk, point.mask)]
    body = {"signers": [{"name": "张三", "part": "债务人", "point_id": point.pk}]}
    made = staff.post(f"/api/signing/papers/{paper.pk}", body)
    assert made.status_code == 200 and made.json()["signers"][0]["mobile"] == point.mask
    signer = made.json()["signers"][0]["id"]
    with clock.stopped(clock.now() + timedelta(minutes=2)):
        assert staff.post(f"/api/signing/signers/{signer}/send").json()["signers"][0]["sends"] == 2


def test_the_number_of_somebody_beside_him_is_not_where_he_signs(
    world: World, sms: Codes, vendor: FakeSms
) -> None:
    paper = final_paper(world)
    # given his own number is wrong, and his wife's was found
    ContactPoint.objects.filter(case_id=paper.case_id).update(state="invalid")
    staff = Browser(world["钱管理"])
    hers = {"kind": "mobile", "value": "13491230044", "owner": "李四", "relation": "配偶"}
    assert staff.post(f"/api/desk/cases/{paper.case_id}/contact-points", hers).status_code == 200
    # then she is not offered as the one who proves to be him
    [shown] = staff.get(f"/api/signing/papers/{paper.pk}/candidates").json()
    assert (shown["name"], shown["point_id"], shown["mask"]) == ("张三", None, "")


def test_another_cases_number_is_not_to_be_had(world: World, sms: Codes, vendor: FakeSms) -> None:
    paper, other = final_paper(world), place(world, name="李四")
    point = ContactPoint.objects.get(case_id=other.pk)
    with pytest.raises(NotFound):
        offer(world["钱管理"], paper.pk, [SignerFacts("张三", "", "债务人", point_id=point.pk)])
    assert not Signer.objects.exists()
