"""Late work, the team view, the collector's desk, materials, instructions and joint work over HTTP."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query, Router

from anjie.access.http import Needs
from anjie.foundation.bounds import Day, Id, Limit, Offset
from anjie.lines.recovery.deeds import WorkDeed
from anjie.lines.recovery.work import asking, desk, joint, late, pages, team
from anjie.lines.recovery.work.schemas_team import (
    AnswerIn,
    BehindOut,
    ColleagueOut,
    DeskOut,
    InstructionIn,
    InstructionOut,
    InstructionQuery,
    InstructionsOut,
    JointEndIn,
    JointHelperOut,
    JointIn,
    LateKind,
    LateOut,
    MaterialIn,
    MaterialOut,
    MaterialQuery,
    MaterialsOut,
    SayIn,
    TeamOut,
)

router = Router(tags=["work"])


@router.get("/late", response=LateOut, auth=Needs(WorkDeed.RECORDS_SEE))
def list_late(
    request: HttpRequest,
    kind: LateKind = "first_call",
    holder: Id | None = None,
    offset: Offset = 0,
    limit: Limit = 50,
):
    """What is late by the clients' limits, within reach; ``totals`` counts every kind."""
    return late.late_page(request.auth, kind, holder=holder, offset=offset, limit=limit)


@router.get("/desk", response=DeskOut, auth=Needs(WorkDeed.RECORD))
def own_queue(request: HttpRequest, offset: Offset = 0, limit: Limit = 50):
    """One's own open cases in working order, with why each stands where it stands."""
    return desk.own_queue(request.auth, offset=offset, limit=limit)


@router.get("/team", response=TeamOut, auth=Needs(WorkDeed.TEAM_SEE))
def see_team(request: HttpRequest, since: Day | None = None, until: Day | None = None):
    """One row per collector in reach; the period (this month without one) is of money and promises."""
    return team.team(request.auth, since, until)


@router.get("/team/{figure}", response=BehindOut, auth=Needs(WorkDeed.TEAM_SEE))
def see_behind(
    request: HttpRequest,
    figure: str,
    membership: Id | None = None,
    since: Day | None = None,
    until: Day | None = None,
    offset: Offset = 0,
    limit: Limit = 50,
):
    """The cases behind a figure of the team view."""
    return team.behind(
        request.auth, figure, membership=membership, since=since, until=until, offset=offset, limit=limit
    )


@router.get("/materials", response=MaterialsOut, auth=Needs(WorkDeed.RECORDS_SEE, WorkDeed.MATERIAL_ANSWER))
def list_materials(request: HttpRequest, query: Query[MaterialQuery]):
    """Requests for materials within reach, the waiting ones first."""
    return pages.materials(request.auth, query.dict(), offset=query.offset, limit=query.limit)


@router.post("/materials", response=MaterialOut, auth=Needs(WorkDeed.MATERIAL_ASK))
def ask_material(request: HttpRequest, body: MaterialIn):
    """Ask the case's clerk for materials."""
    return asking.ask_material(request.auth, body.case, body.what, body.reason)


@router.post("/materials/{request_id}/answer", response=MaterialOut, auth=Needs(WorkDeed.MATERIAL_ANSWER))
def answer_material(request: HttpRequest, request_id: Id, body: AnswerIn):
    """Answer with words, files of the case, or both."""
    return asking.answer_material(request.auth, request_id, body.answer, body.files)


@router.post("/materials/{request_id}/decline", response=MaterialOut, auth=Needs(WorkDeed.MATERIAL_ANSWER))
def decline_material(request: HttpRequest, request_id: Id, body: SayIn):
    """Say why the materials cannot be had."""
    return asking.decline_material(request.auth, request_id, body.answer)


@router.post("/materials/{request_id}/withdraw", response=MaterialOut, auth=Needs(WorkDeed.MATERIAL_ASK))
def withdraw_material(request: HttpRequest, request_id: Id):
    """Take back one's own request."""
    return asking.withdraw_material(request.auth, request_id)


@router.get("/instructions", response=InstructionsOut, auth=Needs(WorkDeed.RECORDS_SEE))
def list_instructions(request: HttpRequest, query: Query[InstructionQuery]):
    """Instructions within reach, those owed first."""
    return pages.instructions(request.auth, query.dict(), offset=query.offset, limit=query.limit)


@router.post("/instructions", response=InstructionOut, auth=Needs(WorkDeed.INSTRUCT))
def instruct(request: HttpRequest, body: InstructionIn):
    """Instruct who works a case, with an answer owed by a day."""
    return asking.instruct(request.auth, body.case, body.text, body.due_on, body.to)


@router.post("/instructions/{instruction_id}/answer", response=InstructionOut, auth=Needs(WorkDeed.RECORD))
def answer_instruction(request: HttpRequest, instruction_id: Id, body: SayIn):
    """Answer an instruction given to oneself."""
    return asking.answer_instruction(request.auth, instruction_id, body.answer)


@router.get("/joint", response=list[JointHelperOut], auth=Needs(WorkDeed.RECORDS_SEE))
def helpers(request: HttpRequest, case: Id):
    """Who helps on a case now."""
    return joint.helpers_of(request.auth, case)


@router.post("/joint", response=JointHelperOut, auth=Needs(WorkDeed.JOINT))
def ask_for_help(request: HttpRequest, body: JointIn):
    """Ask a colleague to help on a case; he may then see it and write records."""
    return joint.ask(request.auth, body.case, body.helper, body.reason)


@router.get("/joint/colleagues", response=list[ColleagueOut], auth=Needs(WorkDeed.JOINT))
def colleagues(request: HttpRequest, case: Id, q: str = ""):
    """Who may be asked to help on a case."""
    return pages.colleagues(request.auth, case, q)


@router.post("/joint/{holding_id}/end", response=JointHelperOut, auth=Needs(WorkDeed.JOINT))
def end_help(request: HttpRequest, holding_id: Id, body: JointEndIn):
    """End a help."""
    return joint.end(request.auth, holding_id, body.reason)
