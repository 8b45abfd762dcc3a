"""Forms as administrators list and applicants fill them."""

from __future__ import annotations

from typing import Any

from anjie.access.actors import Actor
from anjie.lines.mediation.application.kinds import fields_of, ship_kinds, stored
from anjie.lines.mediation.application.models import Form
from anjie.lines.mediation.deeds import ApplicationDeed


def forms(actor: Actor) -> list[dict[str, Any]]:
    """Every form with its questions, by role and kind, the newest version first."""
    actor.require(ApplicationDeed.FORMS_MANAGE)
    ship_kinds()
    return [form_row(form) for form in Form.objects.select_related("kind")]


def form_row(form: Form) -> dict[str, Any]:
    """One version of a form."""
    return {
        "id": form.pk,
        "role": form.role,
        "role_label": form.get_role_display(),
        "kind": form.kind_id,
        "kind_label": form.kind.label if form.kind else "通用",
        "version": form.version,
        "state": form.state,
        "state_label": form.get_state_display(),
        "note": form.note,
        "published_at": form.published_at,
        "fields": stored(fields_of(form)),
    }
