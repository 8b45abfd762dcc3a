"""Applications over HTTP: a party's own on the phone, the list and the whole application for staff, and the forms."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query, Router

from anjie.access.deeds import PartyDeed
from anjie.access.http import Needs
from anjie.desk.public import DeskDeed, Page, PersonFacts, list_cases
from anjie.lines.mediation.application import (
    actions,
    amending,
    forms_read,
    kinds,
    mine,
    queries,
    responding,
)
from anjie.lines.mediation.application.queries import DisputeQuery
from anjie.lines.mediation.application.schemas import (
    ApplicationOut,
    BeginIn,
    DisputeListOut,
    DisputeSearchIn,
    EnterIn,
    FormIn,
    FormOut,
    InstitutionOut,
    KindOut,
    MyCaseOut,
    MyCaseRowOut,
    PageIn,
    RespondentAnswerIn,
    ToAmendOut,
    ToldIn,
    WithdrawIn,
)
from anjie.lines.mediation.deeds import ApplicationDeed

router = Router(tags=["mediation: application"])
EITHER = Needs(PartyDeed.APPLY, DeskDeed.CASES_SEE)


@router.get("/kinds", response=list[KindOut], auth=EITHER)
def list_kinds(request: HttpRequest):
    """The kinds of disputes to choose from."""
    return kinds.kinds()


@router.get("/institutions", response=list[InstitutionOut], auth=EITHER)
def list_institutions(request: HttpRequest):
    """The mediation institutions an application may go to."""
    return kinds.institutions()


@router.get("/forms/for", response=FormOut, auth=EITHER)
def form_for(request: HttpRequest, role: str = Query(max_length=12), kind: str = Query(max_length=24)):
    """The form a role fills in for a kind of dispute."""
    return forms_read.form_row(kinds.form_for(role, kind))


@router.get("/forms", response=list[FormOut], auth=Needs(ApplicationDeed.FORMS_MANAGE))
def list_forms(request: HttpRequest):
    """Every form, the newest version of each first."""
    return forms_read.forms(request.auth)


@router.post("/forms", response=FormOut, auth=Needs(ApplicationDeed.FORMS_MANAGE))
def draft_form(request: HttpRequest, body: FormIn):
    """Keep the next version of a form as a draft."""
    fields = [one.dict() for one in body.fields]
    return forms_read.form_row(kinds.draft_form(request.auth, body.role, body.kind, fields, body.note))


@router.post("/forms/{int:form_id}/publish", response=FormOut, auth=Needs(ApplicationDeed.FORMS_MANAGE))
def publish_form(request: HttpRequest, form_id: int):
    """Put a draft in use."""
    return forms_read.form_row(kinds.publish_form(request.auth, form_id))


@router.get("/mine", response=list[MyCaseRowOut], auth=Needs(PartyDeed.TAKE_PART))
def my_cases(request: HttpRequest):
    """The cases of whoever is signed in as himself."""
    return mine.my_cases(request.auth)


@router.post("/mine", response=MyCaseOut, auth=Needs(PartyDeed.APPLY))
def begin(request: HttpRequest, body: BeginIn):
    """Begin a draft."""
    case = actions.begin(request.auth, body.kind, body.institution_id)
    return mine.my_case(request.auth, case.pk)


@router.get("/mine/{int:case_id}", response=MyCaseOut, auth=Needs(PartyDeed.TAKE_PART))
def my_case(request: HttpRequest, case_id: int):
    """One case as its party sees it."""
    return mine.my_case(request.auth, case_id)


@router.patch("/mine/{int:case_id}", response=MyCaseOut, auth=Needs(PartyDeed.APPLY))
def fill(request: HttpRequest, case_id: int, body: ToldIn):
    """Keep what was filled in so far."""
    actions.fill(request.auth, case_id, body.dict(exclude_unset=True))
    return mine.my_case(request.auth, case_id)


@router.post("/mine/{int:case_id}/submit", response=MyCaseOut, auth=Needs(PartyDeed.APPLY))
def submit(request: HttpRequest, case_id: int):
    """Hand the application in; it locks."""
    actions.submit(request.auth, case_id)
    return mine.my_case(request.auth, case_id)


@router.post("/mine/{int:case_id}/withdraw", response=MyCaseOut, auth=Needs(PartyDeed.APPLY))
def withdraw(request: HttpRequest, case_id: int, body: WithdrawIn):
    """Take the application back."""
    actions.withdraw(request.auth, case_id, body.reason)
    return mine.my_case(request.auth, case_id)


@router.post("/mine/{int:case_id}/answer", response=MyCaseOut, auth=Needs(PartyDeed.TAKE_PART))
def answer(request: HttpRequest, case_id: int, body: RespondentAnswerIn):
    """The respondent's facts and opinion."""
    responding.answer(request.auth, case_id, **body.dict())
    return mine.my_case(request.auth, case_id)


@router.get("/cases", response=DisputeListOut, auth=Needs(DeskDeed.CASES_SEE))
def cases(request: HttpRequest, page: Query[PageIn], query: Query[DisputeQuery]):
    """One page of the disputes within reach, with count and sums of all that is filtered."""
    return list_cases(request.auth, DeskDeed.CASES_SEE, query, Page(**page.dict()))


@router.post("/cases/search", response=DisputeListOut, auth=Needs(DeskDeed.CASES_SEE))
def search(request: HttpRequest, body: DisputeSearchIn):
    """The same list asked in a body."""
    page = Page(body.page, body.size, body.sort)
    return list_cases(request.auth, DeskDeed.CASES_SEE, body.filter, page)


@router.post("/cases", response=ApplicationOut, auth=Needs(ApplicationDeed.ENTER))
def enter(request: HttpRequest, body: EnterIn):
    """Take down an application at the desk; it is submitted at once."""
    case = actions.enter(
        request.auth,
        kind_code=body.kind,
        institution_id=body.institution_id,
        role=body.role,
        source=body.source,
        applicant=PersonFacts(
            name=body.applicant_name,
            mobile=body.applicant_mobile,
            id_no=body.applicant_id_no,
            kind="natural" if body.role == "person" else "enterprise",
        ),
        told=body.told.dict(exclude_unset=True),
    )
    return queries.application(request.auth, case.pk)


@router.get("/cases/{int:case_id}/amend", response=ToAmendOut, auth=Needs(ApplicationDeed.ENTER))
def to_amend(request: HttpRequest, case_id: int):
    """What was sent back with its remarks, to be amended at the desk."""
    return amending.to_amend(request.auth, case_id)


@router.post("/cases/{int:case_id}/amend", response=ApplicationOut, auth=Needs(ApplicationDeed.ENTER))
def amend(request: HttpRequest, case_id: int, body: ToldIn):
    """Change what was sent back and hand it in again, for an applicant without an account."""
    amending.amend(request.auth, case_id, body.dict(exclude_unset=True))
    return queries.application(request.auth, case_id)


@router.get("/cases/{int:case_id}/application", response=ApplicationOut, auth=Needs(DeskDeed.CASES_SEE))
def application(request: HttpRequest, case_id: int):
    """One application whole."""
    return queries.application(request.auth, case_id)
