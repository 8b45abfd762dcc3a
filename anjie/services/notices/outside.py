"""Short messages to people without an account, by their number: each once, and what is for their eyes only is not kept."""

from __future__ import annotations

import json
from datetime import datetime

from django.db import transaction

from anjie.foundation import clock, masks
from anjie.foundation.phones import read_phone
from anjie.foundation.sealed import sealer
from anjie.services.notices.actions import call_for_delivery
from anjie.services.notices.models import Delivery, Outside
from anjie.services.notices.templates import Facts, in_words, template_of

NUMBER, SECRET = "notices_outside.number_sealed", "notices_outside.secret_sealed"


@transaction.atomic
def tell_number(
    number: str,
    name: str,
    template: str,
    facts: Facts,
    *,
    key: str,
    case_id: int | None = None,
    due_at: datetime | None = None,
) -> Delivery | None:
    """Queue a short message to a number, from ``due_at`` on; nothing where this ``key`` was told before.

    Facts that the template calls secret are sealed, and forgotten once the message has left.
    """
    kind, now = template_of(template), clock.now()
    words = in_words(facts)
    secret = {fact: words.pop(fact) for fact in kind.secret if fact in words}
    mask = masks.phone(read_phone(number).key or number)
    held, made = Outside.objects.get_or_create(
        key=key[:120], defaults={"name": name[:120], "number_mask": mask, "case_id": case_id}
    )
    if not made:
        return None
    held.number_sealed = sealer().seal(number, NUMBER, held.pk)
    if secret:
        held.secret_sealed = sealer().seal(json.dumps(secret, ensure_ascii=False), SECRET, held.pk)
    held.save(update_fields=["number_sealed", "secret_sealed"])
    due = due_at or now
    delivery = Delivery.objects.create(
        outside=held,
        template=kind.code,
        channel=Delivery.Channel.SMS,
        facts=words,
        made_at=now,
        due_at=due,
        stale_at=kind.stale_at(facts, due),
    )
    call_for_delivery(at=due_at)
    return delivery


def opened(outside_id: int) -> tuple[str, dict[str, str]]:
    """The number and the secret facts, for the message that is about to leave."""
    held = Outside.objects.get(pk=outside_id)
    assert held.number_sealed is not None
    secret = json.loads(sealer().open(held.secret_sealed, SECRET, held.pk)) if held.secret_sealed else {}
    return sealer().open(held.number_sealed, NUMBER, held.pk), secret


def forget(delivery: Delivery) -> None:
    """Forget what was for the reader's eyes only: the message has left, or will not."""
    if delivery.outside_id is not None:
        Outside.objects.filter(pk=delivery.outside_id).update(secret_sealed=None)


def call_off(keys: list[str], why: str) -> None:
    """Do not send what still waits under these keys: it is true no more."""
    waiting = Delivery.objects.filter(outside__key__in=keys, state=Delivery.State.QUEUED)
    for delivery in waiting.select_for_update(of=("self",)):
        delivery.state, delivery.reason, delivery.done_at = Delivery.State.FAILED, why[:200], clock.now()
        delivery.save(update_fields=["state", "reason", "done_at"])
        forget(delivery)


def was_told(key: str) -> bool:
    """Whether somebody was told under this key before."""
    return Outside.objects.filter(key=key[:120]).exists()


def has_secret(template: str) -> bool:
    """Whether a template says what only its reader may see."""
    return bool(template_of(template).secret)
