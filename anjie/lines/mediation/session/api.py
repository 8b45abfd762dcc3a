"""Mediating over HTTP, as mediators and their colleagues see it."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query, Router

from anjie.access.http import Needs
from anjie.access.schemas import OkOut
from anjie.desk.public import DeskDeed
from anjie.lines.mediation.deeds import SessionDeed
from anjie.lines.mediation.session import extension, meetings, offers, queries, records, standing_still
from anjie.lines.mediation.session.schemas import (
    CaseSessionsOut,
    CatalogueOut,
    CatalogueQuery,
    ClockStopIn,
    DiscloseIn,
    ExtensionIn,
    ExtensionOut,
    FactsCorrectIn,
    MediationOfferIn,
    MediationOfferOut,
    MediationOffersOut,
    MediationRecordIn,
    MediationRecordOut,
    MediationRecordsOut,
    MeetingLinkIn,
    RecordingLinkOut,
)

router = Router(tags=["mediation: session"])
MEDIATES = Needs(SessionDeed.MEDIATE)
READS = Needs(SessionDeed.RECORDS_SEE)


@router.get("/cases/{int:case_id}/records", response=MediationRecordsOut, auth=READS)
def list_records(request: HttpRequest, case_id: int):
    """What the mediators noted, the latest first."""
    return records.records_of(request.auth, case_id)


@router.post("/cases/{int:case_id}/records", response=MediationRecordOut, auth=MEDIATES)
def add_record(request: HttpRequest, case_id: int, body: MediationRecordIn):
    """Note progress, a problem or a session."""
    return records.row(records.add_record(request.auth, case_id, **body.dict()))


@router.patch("/cases/{int:case_id}/facts", response=OkOut, auth=MEDIATES)
def correct_facts(request: HttpRequest, case_id: int, body: FactsCorrectIn):
    """Correct what the case is about, with the reason."""
    facts = body.dict(exclude_unset=True, exclude={"why"})
    records.correct_facts(request.auth, case_id, facts, body.why)
    return OkOut()


@router.get("/cases/{int:case_id}/sessions", response=CaseSessionsOut, auth=Needs(DeskDeed.CASES_SEE))
def list_sessions(request: HttpRequest, case_id: int):
    """The bookings of a case with their online meetings and recordings."""
    return queries.sessions_of(request.auth, case_id)


@router.post("/cases/{int:case_id}/sessions/{int:booking_id}/link", response=OkOut, auth=MEDIATES)
def enter_link(request: HttpRequest, case_id: int, booking_id: int, body: MeetingLinkIn):
    """Put in the link of a meeting one opened oneself; it goes to all."""
    meetings.enter_link(request.auth, case_id, booking_id, **body.dict())
    return OkOut()


@router.post("/cases/{int:case_id}/sessions/{int:booking_id}/again", response=OkOut, auth=MEDIATES)
def make_again(request: HttpRequest, case_id: int, booking_id: int):
    """Ask the vendor once more for a meeting that could not be made."""
    meetings.try_again(request.auth, case_id, booking_id)
    return OkOut()


@router.post("/cases/{int:case_id}/recordings/{int:recording_id}", response=RecordingLinkOut, auth=READS)
def open_recording(request: HttpRequest, case_id: int, recording_id: int):
    """Where a recording plays now; the viewing is on the case's record."""
    return {"url": meetings.recording_link(request.auth, case_id, recording_id)}


@router.get("/cases/{int:case_id}/offers", response=MediationOffersOut, auth=MEDIATES)
def list_offers(request: HttpRequest, case_id: int):
    """Offers and concessions, for the case's mediators alone."""
    return offers.offers_of(request.auth, case_id)


@router.post("/cases/{int:case_id}/offers", response=MediationOfferOut, auth=MEDIATES)
def take_down_offer(request: HttpRequest, case_id: int, body: MediationOfferIn):
    """Take down an offer, a concession or a limit."""
    return offers.row(offers.take_down(request.auth, case_id, **body.dict()))


@router.post("/cases/{int:case_id}/offers/{int:offer_id}/disclose", response=MediationOfferOut, auth=MEDIATES)
def disclose_offer(request: HttpRequest, case_id: int, offer_id: int, body: DiscloseIn):
    """Show an offer to one party."""
    return offers.row(offers.disclose(request.auth, case_id, offer_id, body.to_id))


@router.post("/cases/{int:case_id}/offers/{int:offer_id}/withdraw", response=MediationOfferOut, auth=MEDIATES)
def withdraw_offer(request: HttpRequest, case_id: int, offer_id: int):
    """Mark an offer as taken back."""
    return offers.row(offers.withdraw(request.auth, case_id, offer_id))


@router.get("/cases/{int:case_id}/extension", response=ExtensionOut, auth=READS)
def show_extension(request: HttpRequest, case_id: int):
    """The term, and the extensions asked for."""
    return extension.extension_of(request.auth, case_id)


@router.post("/cases/{int:case_id}/extension", response=ExtensionOut, auth=MEDIATES)
def ask_extension(request: HttpRequest, case_id: int, body: ExtensionIn):
    """Ask for a longer term; the administrator decides."""
    extension.ask(request.auth, case_id, body.to_on, body.reason, agreed=body.agreed)
    return extension.extension_of(request.auth, case_id)


@router.post("/cases/{int:case_id}/clock/stop", response=ExtensionOut, auth=MEDIATES)
def stop_clock(request: HttpRequest, case_id: int, body: ClockStopIn):
    """Pause the term from today on, for a reason that decides whether its days count."""
    standing_still.stop(request.auth, case_id, body.reason, body.note)
    return extension.extension_of(request.auth, case_id)


@router.post("/cases/{int:case_id}/clock/go-on", response=ExtensionOut, auth=MEDIATES)
def let_clock_go_on(request: HttpRequest, case_id: int):
    """The clock runs again; the term has moved by the days it stood still."""
    standing_still.go_on(request.auth, case_id)
    return extension.extension_of(request.auth, case_id)


@router.get("/offline", response=CatalogueOut, auth=READS)
def offline_catalogue(request: HttpRequest, query: Query[CatalogueQuery]):
    """Audio, video and papers that are kept offline, by words."""
    return queries.catalogue(request.auth, **query.dict())
