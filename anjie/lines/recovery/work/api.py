"""Work records, the tree of results and promises over HTTP."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query, Router, Status

from anjie.access.http import Needs
from anjie.foundation.bounds import Id
from anjie.lines.recovery.deeds import WorkDeed
from anjie.lines.recovery.work import promises, records, results, search
from anjie.lines.recovery.work.schemas import (
    PromiseOut,
    PromiseQuery,
    PromisesOut,
    ReasonIn,
    RecordIn,
    RecordOut,
    RecordQuery,
    RecordsOut,
    ResultChange,
    ResultIn,
    ResultOut,
    ResultSaved,
)

router = Router(tags=["work"])


@router.get("/records", response=RecordsOut, auth=Needs(WorkDeed.RECORDS_SEE))
def list_records(request: HttpRequest, query: Query[RecordQuery]):
    """Work records within reach, filtered, newest first, with totals."""
    return search.record_page(request.auth, query.dict(), offset=query.offset, limit=query.limit)


@router.post("/records", response=RecordOut, auth=Needs(WorkDeed.RECORD))
def record_work(request: HttpRequest, body: RecordIn):
    """Record a contact or a note; a contact the gate refuses answers 409 with the rule, the count and the end."""
    told = body.dict()
    key = told.pop("key") or None
    promise = told.pop("promise")
    made = records.PromiseMade(**promise) if promise else None
    row = records.record_work(request.auth, records.Contacted(**told, promise=made), key)
    return search.record_of(request.auth, row.pk)


@router.post("/records/{record_id}/delete", response={204: None}, auth=Needs(WorkDeed.RECORDS_DELETE))
def delete_record(request: HttpRequest, record_id: Id, body: ReasonIn):
    """Take a record out of sight; the deletion and its reason stay on the timeline."""
    records.delete_record(request.auth, record_id, body.reason)
    return Status(204, None)


@router.get("/results", response=list[ResultOut], auth=Needs(WorkDeed.RECORD, WorkDeed.RECORDS_SEE))
def list_results(request: HttpRequest, client: Id | None = None, everything: bool = False):
    """The tree of results for a client; ``everything`` shows retired ones and all clients' branches too."""
    return results.results_for(client, everything=everything)


@router.post("/results", response=ResultSaved, auth=Needs(WorkDeed.RESULTS_MANAGE))
def add_result(request: HttpRequest, body: ResultIn):
    """A new result."""
    return {"id": results.add_result(request.auth, body.dict()).pk}


@router.post("/results/{result_id}", response=ResultSaved, auth=Needs(WorkDeed.RESULTS_MANAGE))
def change_result(request: HttpRequest, result_id: Id, body: ResultChange):
    """Another label, letter, place or use of a result; only what is sent changes."""
    told = {name: value for name, value in body.dict(exclude_unset=True).items() if value is not None}
    return {"id": results.change_result(request.auth, result_id, told).pk}


@router.get("/promises", response=PromisesOut, auth=Needs(WorkDeed.RECORDS_SEE))
def list_promises(request: HttpRequest, query: Query[PromiseQuery]):
    """Promises to pay, the first due on top, with sums by state."""
    return search.promise_page(request.auth, query.dict(), offset=query.offset, limit=query.limit)


@router.post("/promises/{promise_id}/cancel", response=PromiseOut, auth=Needs(WorkDeed.RECORD))
def cancel_promise(request: HttpRequest, promise_id: Id, body: ReasonIn):
    """Take back an open promise."""
    return promises.cancel(request.auth, promise_id, body.reason)
