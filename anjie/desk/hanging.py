"""Why an organisation on which cases hang is not deleted."""

from __future__ import annotations

from django.db.models import Q

from anjie.access.organisations import block_deletion
from anjie.desk.models import Batch, Case


def _cases(organisation_id: int) -> str | None:
    count = Case.objects.filter(Q(organisation_id=organisation_id) | Q(unit_id=organisation_id)).count()
    return f"还有 {count} 件案件" if count else None


def _batches(organisation_id: int) -> str | None:
    count = Batch.objects.filter(Q(organisation_id=organisation_id) | Q(unit_id=organisation_id)).count()
    return f"还有 {count} 个批次" if count else None


block_deletion(_cases)
block_deletion(_batches)
