"""Many cases sent one by one in the background, each in a transaction of its own: one refused stops no other."""

from __future__ import annotations

import json
from typing import Any

from django.db import transaction

from anjie.access.actors import Actor
from anjie.access.models import Membership
from anjie.desk.public import DeskDeed, cases_for
from anjie.foundation import live
from anjie.foundation.refusals import Refusal
from anjie.foundation.sealed import sealer
from anjie.linkage.actions import Referral, send
from anjie.linkage.models import SEALED_ANSWERS, Sending
from anjie.linkage.queries import sending_row
from anjie.services.files.models import CaseFile

State = Sending.State
PAPERS = (CaseFile.Kind.DOCUMENT, CaseFile.Kind.PICTURE)
"""What goes along when papers are wanted: no recording of a call, no visit's form."""


def go_on(sending_id: int) -> None:
    """Send what is left of it, each case in a transaction of its own; run again it goes on where it was."""
    while _next(sending_id):
        pass


def fail(sending_id: int) -> None:
    """It could not be ended: what was sent stays sent, the rest stays where it is."""
    run = Sending.objects.get(pk=sending_id)
    run.state = State.FAILED
    run.save(update_fields=["state"])
    _tell(run)


@transaction.atomic
def _next(sending_id: int) -> bool:
    """The next case sent or refused; false when there is none left."""
    run = Sending.objects.select_for_update().get(pk=sending_id)
    if run.state in (State.DONE, State.FAILED):
        return False
    if run.done < len(run.case_ids):
        _send_one(run, run.case_ids[run.done])
        run.done += 1
    run.state = State.DONE if run.done >= len(run.case_ids) else State.RUNNING
    run.save(update_fields=["state", "done", "sent", "refused"])
    _tell(run)
    return run.state == State.RUNNING


def _send_one(run: Sending, case_id: int) -> None:
    actor = Actor.of(Membership.objects.select_related("account", "role", "unit").get(pk=run.by_id))
    given: dict[str, Any] = dict(run.given)
    if run.answers_sealed:
        given["answers"] = json.loads(sealer().open(run.answers_sealed, SEALED_ANSWERS, run.pk))
    with_papers = given.pop("with_papers")
    files: list[int] = []
    if with_papers:
        papers = CaseFile.objects.filter(case_id=case_id, kind__in=PAPERS, deleted_at__isnull=True)
        files = list(papers.values_list("pk", flat=True))
    try:
        with transaction.atomic():
            send(actor, case_id, Referral(**given, file_ids=files))
            run.sent += 1
    except Refusal as refused:
        seen = cases_for(actor, DeskDeed.CASES_SEE).filter(pk=case_id)
        no = seen.values_list("no", flat=True).first() or ""
        run.refused = [
            *run.refused,
            {"id": case_id, "no": no, "code": refused.code, "message": refused.message},
        ]


def _tell(run: Sending) -> None:
    told = sending_row(run)
    live.publish(told["topic"], event="job", state=run.state, done=run.done, total=told["total"])
