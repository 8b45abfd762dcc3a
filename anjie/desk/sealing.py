"""Cases that may not change any more: whoever would write to one is refused, whatever he writes."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

from anjie.access.sentences import sentence_of
from anjie.desk.lines import find_move, sealed_states
from anjie.desk.models import Case
from anjie.foundation.refusals import Refusal


def refuse_changing(case: Case) -> None:
    """Refuse to change a case that stands in a sealed state."""
    if case.state in sealed_states().get(case.line, ()):
        raise sealed(case.no)


def refuse_sealed(verb: str, case_ids: Sequence[int]) -> None:
    """Refuse to tell of a change to any case that is sealed; every change is told, so none gets past.

    Moves are judged by their own table, and that somebody looked may be told of every case.
    """
    states = sealed_states()
    if not states or not case_ids or find_move(verb):
        return
    sentence = sentence_of(verb)
    if sentence is not None and sentence.after_seal:
        return
    with connection.cursor() as cursor:
        for line, codes in states.items():
            cursor.execute(
                "SELECT no FROM desk_case WHERE id = ANY(%s) AND line = %s AND state = ANY(%s) LIMIT 1",
                [list(case_ids), line, codes],
            )
            found = cursor.fetchone()
            if found is not None:
                raise sealed(found[0])


def sealed(no: str) -> Refusal:
    """Why nothing may be written to the case."""
    return Refusal(
        "case.sealed",
        f"案件 {no} 已归档，案卷只读，不能再修改。可查阅、下载；确有错误请联系档案管理员另行说明。",
        no=no,
    )
