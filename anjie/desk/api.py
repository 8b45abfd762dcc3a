"""The desk over HTTP: one case, and lists of cases."""

from __future__ import annotations

from ninja import Router

from anjie.desk.api_case import router as case
from anjie.desk.api_list import router as lists

router = Router(tags=["desk"])
router.add_router("", case)
router.add_router("", lists)
