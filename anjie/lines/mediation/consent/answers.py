"""Each answer is kept, whoever took it; both willing goes on by itself, one unwilling ends it or goes to a person."""

from __future__ import annotations

from anjie.access.actors import Actor
from anjie.desk.public import Case, Party, move_case, record
from anjie.foundation import clock
from anjie.lines.mediation import telling
from anjie.lines.mediation.consent import errands
from anjie.lines.mediation.consent.models import ConsentAnswer
from anjie.lines.mediation.consent.policy import policy_of
from anjie.lines.mediation.consent.queries import standing
from anjie.lines.mediation.consent.rules import FINAL, UNWILLING, what_next
from anjie.lines.mediation.deeds import FilingDeed, ReviewDeed


def keep(
    actor: Actor, case: Case, party: Party, said: str, way: str, note: str, attempt_id: int | None = None
) -> Case:
    """Keep one answer of a party; a clear one ends the robot's errand to it. The caller holds the case."""
    if said in FINAL:
        errands.end_for(party.pk, "当事人已答复")
    answer = ConsentAnswer.objects.create(
        case=case,
        party=party,
        said=said,
        way=way,
        note=note.strip()[:500],
        attempt_id=attempt_id,
        by_id=actor.membership_id,
        at=clock.now(),
    )
    record(
        actor,
        case.pk,
        "consent.answered",
        part=party.get_part_display(),
        name=party.person.name,
        said=answer.get_said_display(),
        way=answer.get_way_display(),
        note=answer.note,
    )
    return conclude(actor, case)


def conclude(actor: Actor, case: Case) -> Case:
    """Go on to filing when all are willing; when one is not, close or tell staff, as the institution has set."""
    parties = standing(case.pk)
    step = what_next(parties, closes=policy_of(case.pk).closes)
    if step == "confirm":
        moved = move_case(actor, case.pk, "consent.confirm")
        telling.tell_staff(
            actor,
            moved,
            FilingDeed.DECIDE,
            "consent.both",
            "双方愿意调解，等待立案",
            f"{case.no} {case.title}",
        )
        return moved
    unwilling = "、".join(
        f"{one.part_label}{one.name if len(parties) > 2 else ''}" for one in parties if one.said == UNWILLING
    )
    if step == "close":
        # Who answered may be a party or the robot: the institution's own setting closes it.
        job = Actor.job("mediation.consent")
        return move_case(job, case.pk, "consent.decline", reason=f"{unwilling}不愿调解")
    if step == "person":
        several = len(parties) > 2
        telling.tell_staff(
            actor,
            case,
            ReviewDeed.CONSENT,
            "consent.unwilling",
            "一方不愿调解",
            f"{case.no}：{unwilling}不愿调解。请核实后登记其退出，由其他当事人继续；或结束申请。"
            if several
            else f"{case.no}：请核实后结束申请或继续沟通。",
        )
    return case
