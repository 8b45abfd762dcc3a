"""Who has no account is told by his number, once; what is only for his eyes is sealed until it leaves and nowhere after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from anjie.foundation import clock
from anjie.foundation.refusals import Refusal
from anjie.ports.failures import Later, Never, Unsure
from anjie.ports.sms import Report, sms
from anjie.services.notices import delivering, log
from anjie.services.notices.models import Delivery, Notice, Outside, TemplateIds
from anjie.services.notices.outside import call_off, tell_number
from anjie.services.notices.templates import Template, declare
from tests.people import World
from tests.vendors import FakeSms

declare(
    Template(
        "test.link", "链接", "有一个链接", "{no}", sms="everyone", sms_params=("no", "token"), secret=("token",),
    )
)  # fmt: skip
FACTS = {"no": "M-1", "token": "t-secret"}
NUMBER = "19900000001"


@pytest.fixture(autouse=True)
def vendor(db: None) -> Iterator[FakeSms]:
    TemplateIds.objects.create(code="test.link", sms_id="s-1", changed_at=clock.now())
    with sms.held_by(FakeSms()) as port:
        yield port


def told(key: str = "k1") -> Delivery | None:
    return tell_number(NUMBER, "秦海涛", "test.link", FACTS, key=key, case_id=7)


def test_it_leaves_once_with_its_secret_which_is_then_gone(vendor: FakeSms) -> None:
    assert told() is not None and told() is None
    held = Outside.objects.get()
    row = Delivery.objects.get()
    assert held.secret_sealed and "t-secret" not in str(row.facts) and not Notice.objects.exists()
    assert (delivering.deliver_due(), delivering.deliver_due()) == (1, 0)
    [sent] = vendor.sent
    assert (sent.number, sent.params) == (NUMBER, (("no", "M-1"), ("token", "t-secret")))
    held.refresh_from_db()
    assert held.secret_sealed is None and Delivery.objects.get().state == "sent"
    delivering.apply_report(Report("v", "delivered"), Delivery.objects.get())
    assert Delivery.objects.get().state == "delivered"


def test_a_vendor_that_is_busy_gets_it_later_with_the_same_secret(vendor: FakeSms) -> None:
    told()
    vendor.failing = Later("busy")
    delivering.deliver_due()
    vendor.failing = None
    with clock.stopped(clock.now() + timedelta(minutes=2)):
        delivering.deliver_due()
    assert dict(vendor.sent[0].params)["token"] == "t-secret"


def test_a_lost_answer_is_looked_up_and_not_sent_again(vendor: FakeSms) -> None:
    told()
    vendor.losing = Unsure("no_answer")
    delivering.deliver_due()
    vendor.losing = None
    with clock.stopped(clock.now() + timedelta(minutes=11)):
        delivering.settle_unsure()
    assert Delivery.objects.get().state == "delivered" and len(vendor.sent) == 1
    assert Outside.objects.get().secret_sealed is None


def test_the_log_shows_to_whom_and_offers_no_second_sending_of_a_secret(
    world: World, vendor: FakeSms
) -> None:
    told()
    vendor.failing = Never("wrong number")
    delivering.deliver_due()
    [row] = log.deliveries(world["钱管理"])["rows"]
    assert (row["to"], row["mobile"], row["title"], row["case_id"], row["state"], row["may_resend"]) == (
        "秦海涛", "199****0001", "有一个链接", 7, "failed", False,
    )  # fmt: skip
    with pytest.raises(Refusal, match="重新发送短信"):
        log.resend(world["钱管理"], row["id"])


def test_without_a_vendor_it_is_only_recorded(vendor: FakeSms) -> None:
    from anjie.ports.sms import RecordingSms

    with sms.held_by(RecordingSms()):
        told()
        delivering.deliver_due()
    assert Delivery.objects.get().state == "recorded" and Outside.objects.get().secret_sealed is None


def test_it_waits_until_it_may_leave_and_may_be_called_off(vendor: FakeSms) -> None:
    later = clock.now() + timedelta(hours=8)
    tell_number(NUMBER, "秦海涛", "test.link", FACTS, key="k2", due_at=later)
    assert delivering.deliver_due() == 0
    call_off(["k2"], "链接已失效，未发送")
    with clock.stopped(later + timedelta(minutes=1)):
        assert delivering.deliver_due() == 0
    row = Delivery.objects.get()
    assert (row.state, row.reason) == ("failed", "链接已失效，未发送")
    assert Outside.objects.get().secret_sealed is None and vendor.sent == []
