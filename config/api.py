"""One HTTP API, closed by default; every router is added here and nowhere else."""

from __future__ import annotations

import structlog
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from anjie.access.api import router as access
from anjie.access.api_admin import router as access_admin
from anjie.access.api_door import router as access_door
from anjie.access.http import Closed
from anjie.desk.api import router as desk
from anjie.foundation.refusals import Refusal
from anjie.insight.api import router as insight
from anjie.lines.mediation.application.api import router as application
from anjie.lines.mediation.application.api_evidence import router as evidence
from anjie.lines.mediation.archive.api import router as archive
from anjie.lines.mediation.closing.api import router as closing
from anjie.lines.mediation.consent.api import router as consent
from anjie.lines.mediation.library.api import router as typical_cases
from anjie.lines.mediation.mediators.api import router as mediators
from anjie.lines.mediation.parties.api import router as parties
from anjie.lines.mediation.ranking.api import router as ranking
from anjie.lines.mediation.ratings.api import router as ratings
from anjie.lines.mediation.session.api import router as sessions
from anjie.lines.mediation.session.api_mine import router as own_sessions
from anjie.lines.mediation.session.api_rooms import of_mediators as mediators_rooms
from anjie.lines.mediation.session.api_rooms import of_parties as own_rooms
from anjie.lines.recovery.assignment.api import router as assignment
from anjie.lines.recovery.payment.api import router as payment
from anjie.lines.recovery.placement.api import router as placement
from anjie.lines.recovery.placement.api_contract import router as contracts
from anjie.lines.recovery.quality.api import router as complaints
from anjie.lines.recovery.term.api import router as term
from anjie.lines.recovery.work.api import router as work
from anjie.lines.recovery.work.api_team import router as work_team
from anjie.linkage.api import router as linkage
from anjie.office.api import router as office
from anjie.services.approvals.api import router as approvals
from anjie.services.bookings.api import router as bookings
from anjie.services.contact.api import router as contact
from anjie.services.files.api import router as files
from anjie.services.notices.api import router as notices
from anjie.services.papers.api import router as papers
from anjie.services.people.api import router as people
from anjie.services.sheets.exporting.api import router as exports
from anjie.services.sheets.importing.api import router as sheets
from anjie.services.signing.api import router as signing
from anjie.services.terms.api import router as terms
from config.api_system import router as system
from config.backup.api import router as backups
from config.invalid import told
from config.parsing import StorableParser

log = structlog.get_logger("anjie.api")

api = NinjaAPI(
    title="Anjie",
    version="1",
    description="案结：债务催收与纠纷调解共用的案件工作台",
    auth=Closed(),
    openapi_url="/openapi.json",
    docs_url=None,
    urls_namespace="api",
    parser=StorableParser(),
)

api.add_router("/access", access)
api.add_router("/access", access_admin)
api.add_router("/access", access_door)
api.add_router("/desk", desk)
api.add_router("/files", files)
api.add_router("/sheets", sheets)
api.add_router("/office", office)
api.add_router("/contact", contact)
api.add_router("/notices", notices)
api.add_router("/recovery", placement)
api.add_router("/recovery/contracts", contracts)
api.add_router("/recovery/work", work)
api.add_router("/recovery/assignment", assignment)
api.add_router("/recovery/payments", payment)
api.add_router("/recovery/terms", term)
api.add_router("/mediation", application)
api.add_router("/mediation", evidence)
api.add_router("/mediation", parties)
api.add_router("/mediation", consent)
api.add_router("/mediation", mediators)
api.add_router("/mediation", sessions)
api.add_router("/mediation", own_sessions)
api.add_router("/mediation", mediators_rooms)
api.add_router("/mediation", own_rooms)
api.add_router("/mediation", typical_cases)
api.add_router("/mediation", closing)
api.add_router("/mediation", archive)
api.add_router("/mediation", ratings)
api.add_router("/mediation", ranking)
api.add_router("/recovery/complaints", complaints)
api.add_router("/terms", terms)
api.add_router("/recovery/work", work_team)
api.add_router("/sheets", exports)
api.add_router("/insight", insight)
api.add_router("/linkage", linkage)
api.add_router("/backups", backups)
api.add_router("/system", system)
api.add_router("/approvals", approvals)
api.add_router("/bookings", bookings)
api.add_router("/papers", papers)
api.add_router("/people", people)
api.add_router("/signing", signing)


@api.exception_handler(Refusal)
def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    return api.create_response(request, refusal.as_dict(), status=refusal.status)


@api.exception_handler(ValidationError)
def invalid(request: HttpRequest, wrong: ValidationError) -> HttpResponse:
    fields = [
        {"field": ".".join(str(part) for part in e["loc"][1:]), "type": e["type"]} for e in wrong.errors
    ]
    body = {"code": "request.invalid", "message": told(wrong.errors), "facts": {"fields": fields}}
    return api.create_response(request, body, status=422)


@api.exception_handler(HttpError)
def http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    body = {"code": "request.bad", "message": "请求格式不正确。请刷新页面后重试。", "facts": {}}
    return api.create_response(request, body, status=error.status_code)


@api.exception_handler(Exception)
def unexpected(request: HttpRequest, error: Exception) -> HttpResponse:
    """An answer with a reference only; the log has the kind of error and where, no values."""
    reference = getattr(request, "request_id", "")
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename.rsplit('/', 3)[-1]}:{trace.tb_lineno}" if trace else ""
    log.error("unexpected", kind=type(error).__name__, where=where)
    message = f"系统出现意外错误，您的操作没有生效。请把编号 {reference[:8]} 告诉系统管理员。"
    body = {"code": "unexpected", "message": message, "facts": {"reference": reference}}
    return api.create_response(request, body, status=500)
