"""Keeps what vendors tell us, and hands each event to those who registered for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.db import connection, transaction
from procrastinate.contrib.django import app

from anjie.access.actors import Actor
from anjie.foundation import clock
from anjie.services.callbacks.models import Callback

Handler = Callable[[Actor, dict[str, Any]], None]
_HANDLERS: dict[str, list[Handler]] = {}
_INSERT = """
INSERT INTO callbacks_callback (vendor, reference, event, facts, at, tries, failure)
VALUES (%s, %s, %s, %s::jsonb, %s, 0, '') ON CONFLICT (vendor, reference) DO NOTHING RETURNING id
"""


def on(event: str, handler: Handler) -> None:
    """Have ``handler(actor, facts)`` called once for every ``event``; it must bear being called again after a failure."""
    handlers = _HANDLERS.setdefault(event, [])
    if handler not in handlers:
        handlers.append(handler)


@transaction.atomic
def take(vendor: str, reference: str, event: str, facts: dict[str, Any]) -> bool:
    """Keep one verified event and have it handled in the background; false when it was here before."""
    values: list[Any] = [
        vendor,
        reference[:120],
        event[:48],
        json.dumps(facts, ensure_ascii=False),
        clock.now(),
    ]
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, values)
        made = cursor.fetchone()
    if made is None:
        return False
    app.configure_task("callbacks.handle").defer(callback_id=made[0])
    return True


def handle(callback_id: int) -> bool:
    """Hand one event to its handlers, all or none; false when that was done before."""
    actor = Actor.job("callbacks.handle")
    try:
        with transaction.atomic():
            row = Callback.objects.select_for_update().get(pk=callback_id)
            if row.done_at is not None:
                return False
            for handler in _HANDLERS.get(row.event, []):
                handler(actor, dict(row.facts))
            row.done_at, row.failure, row.tries = clock.now(), "", row.tries + 1
            row.save(update_fields=["done_at", "failure", "tries"])
            return True
    except Exception as error:
        tried = Callback.objects.get(pk=callback_id)
        tried.tries, tried.failure = tried.tries + 1, type(error).__name__
        tried.save(update_fields=["tries", "failure"])
        raise
