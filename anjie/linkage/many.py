"""Many cases sent at once: what is wrong for all of them is refused here, the rest is a job's."""

from __future__ import annotations

import json
from dataclasses import replace

from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk.public import Target, case_for, chosen
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid
from anjie.foundation.sealed import sealer
from anjie.lines.mediation.application import kinds
from anjie.lines.mediation.application.actions import institution_of, kind_of
from anjie.lines.mediation.application.rules import refuse_wrong, wrong_answers
from anjie.lines.recovery.deeds import PlacementDeed
from anjie.linkage.actions import Referral
from anjie.linkage.carrying import ROLE, fitting, told_of
from anjie.linkage.jobs import send_many
from anjie.linkage.models import SEALED_ANSWERS, Sending

MOST = 1_000


@transaction.atomic
def ask(actor: Actor, target: Target, referral: Referral, *, with_papers: bool) -> Sending:
    """Have many cases sent in the background; what is wrong for all of them is refused at once."""
    ids = chosen(actor, PlacementDeed.TO_MEDIATION, replace(target, line="recovery"))
    if len(ids) > MOST:
        raise Invalid(
            "linkage.too_many",
            f"一次最多移送 {MOST:,} 个案件，当前为 {len(ids):,} 个。请缩小范围后分次移送。",
            count=len(ids),
        )
    if not referral.reason.strip():
        raise Invalid("linkage.reason_required", "移送调解需要填写原因。请补充后重试。")
    kind_of(referral.kind)
    institution = institution_of(referral.institution_id)
    own = fitting(referral.kind, told_of(case_for(actor, PlacementDeed.TO_MEDIATION, ids[0]))["answers"])
    fields = kinds.fields_of(kinds.form_for(ROLE, referral.kind))
    refuse_wrong(wrong_answers(fields, own | dict(referral.answers)))
    run = Sending.objects.create(
        by_id=actor.own_membership_id,
        at=clock.now(),
        case_ids=ids,
        given={
            "kind": referral.kind,
            "institution_id": institution.pk,
            "reason": referral.reason.strip(),
            "with_papers": with_papers,
        },
    )
    told = json.dumps(dict(referral.answers), ensure_ascii=False)
    run.answers_sealed = sealer().seal(told, SEALED_ANSWERS, run.pk)
    run.save(update_fields=["answers_sealed"])
    send_many.defer(sending_id=run.pk)
    return run
