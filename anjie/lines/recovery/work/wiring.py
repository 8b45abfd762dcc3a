"""What the work chapter registers at start-up: when contact has stopped, and the clients' own limits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from anjie.desk.public import Case, on, register_notes
from anjie.lines.recovery import moves
from anjie.lines.recovery.placement.models import ClientContract
from anjie.lines.recovery.work import enclosing, joint, promises, search
from anjie.lines.recovery.work import sentences as sentences
from anjie.services.contact.gate import IN_MEDIATION, Stop, stops_when
from anjie.services.contact.versions import register_client_rules
from anjie.services.files.enclosing import register_enclosure

_STOPS = {
    moves.PAUSED: ("contact.case_paused", "案件 {no} 已暂停，催收联系已停止。请等待恢复后再联系。"),
    moves.IN_MEDIATION: (
        IN_MEDIATION,
        "案件 {no} 正在调解，催收联系已停止。请等待调解结果，案件转回后再联系。",
    ),
    moves.CLOSED: ("contact.case_closed", "案件 {no} 已关闭，不再联系当事人。如需继续，请先恢复案件。"),
    moves.SETTLED: ("contact.case_settled", "案件 {no} 已结清，不再联系当事人。"),
    moves.RETURNED: ("contact.case_returned", "案件 {no} 已退回委托方，不再联系当事人。"),
}


def register() -> None:
    """Tell the contact gate and the desk what this chapter wants to know and to say."""
    stops_when("recovery", why_stopped)
    register_client_rules(limits_of_client)
    register_enclosure(enclosing.enclose_records)
    register_notes("work.recorded", "record", search.notes_of)
    on("payment.counted", promises.payments_changed)
    on("payment.reversed", promises.payments_changed)
    for code in ("placement.settle", "placement.return", "placement.recall", "placement.close"):
        on(code, promises.case_ended)
        on(code, joint.case_ended)


def why_stopped(case: Case) -> Stop | None:
    """Why nobody may be contacted on this case now, by its state."""
    if case.state not in _STOPS:
        return None
    rule, message = _STOPS[case.state]
    return Stop(rule, message.format(no=case.no))


def limits_of_client(client_id: int) -> tuple[str, Mapping[str, Any]] | None:
    """The limits of contact in the client's contract, if it has any."""
    contract = ClientContract.objects.select_related("client").filter(pk=client_id).first()
    if contract is None or not contract.contact_overrides:
        return None
    return contract.client.code, contract.contact_overrides
