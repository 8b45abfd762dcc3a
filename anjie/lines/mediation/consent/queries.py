"""Where the parties of a case stand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from anjie.access.actors import Actor
from anjie.desk.public import ContactPoint, DeskDeed, Party, case_for
from anjie.lines.mediation.consent.models import ConsentAnswer
from anjie.lines.mediation.consent.robot_read import robot_by_party
from anjie.lines.mediation.consent.rules import FINAL, LABELS, UNWILLING, WILLING, Standing, last_clear
from anjie.lines.mediation.sides import SIDES, sides_of
from anjie.ports.robot import robot


def standing(case_id: int) -> list[Standing]:
    """Each party of either side with its last clear answer, the applicants first."""
    answers: dict[int, list[tuple[str, datetime]]] = {}
    given = ConsentAnswer.objects.filter(case_id=case_id).order_by("id").values_list("party_id", "said", "at")
    for party_id, said, at in given:
        answers.setdefault(party_id, []).append((said, at))
    found = []
    for party in sides_of(case_id):
        said, when = last_clear(answers.get(party.pk, []))
        found.append(Standing(party.pk, party.part, party.get_part_display(), party.person.name, said, when))
    return found


def said_in(case_ids: Sequence[int]) -> dict[int, dict[str, str]]:
    """What each side of many cases says as a whole: ``{case: {part: said}}``.

    A side is willing when all of it are, unwilling as soon as one is; else it has not said yet.
    """
    sides: dict[tuple[int, str], list[str]] = {}
    parties = Party.objects.taking_part().filter(case_id__in=case_ids, part__in=SIDES)
    among = list(parties.values_list("pk", "case_id", "part"))
    last = clear_answers([pk for pk, _, _ in among])
    for pk, case_id, part in among:
        sides.setdefault((case_id, part), []).append(last.get(pk, ""))
    found: dict[int, dict[str, str]] = {}
    for (case_id, part), said_by in sides.items():
        said = UNWILLING if UNWILLING in said_by else WILLING if all(said_by) else ""
        if said:
            found.setdefault(case_id, {})[part] = said
    return found


def clear_answers(party_ids: Collection[int]) -> dict[int, str]:
    """The last clear answer of each party that gave one: ``{party: said}``."""
    if not party_ids:
        return {}
    given = ConsentAnswer.objects.filter(party_id__in=party_ids, said__in=FINAL)
    return dict(given.order_by("id").values_list("party_id", "said"))


def consent(actor: Actor, case_id: int) -> dict[str, Any]:
    """Every party of a case: last clear answer, phones to call, and every time they were asked, newest first."""
    case = case_for(actor, DeskDeed.CASES_SEE, case_id)
    people = {one.pk: one for one in sides_of(case.pk)}
    phones = list(
        ContactPoint.objects.filter(
            case=case, kind__in=(ContactPoint.Kind.MOBILE, ContactPoint.Kind.PHONE)
        ).order_by("id")
    )
    given = ConsentAnswer.objects.filter(case=case).select_related("by__account")
    asked = robot_by_party(case.pk)
    return {
        "case_id": case.pk,
        "state": case.state,
        "robot_live": robot().live,
        "robot_about": robot().about,
        "sides": [
            {
                "party_id": side.party_id,
                "part": side.part,
                "part_label": side.part_label,
                "name": side.name,
                "said": side.said,
                "said_label": LABELS[side.said],
                "at": side.at,
                "has_account": people[side.party_id].account_id is not None,
                "phones": [
                    {"id": point.pk, "mask": point.mask, "label": point.relation}
                    for point in phones
                    if point.person_id == people[side.party_id].person_id
                ],
                "robot": asked.get(side.party_id),
                "answers": [_answer(one) for one in given if one.party_id == side.party_id],
            }
            for side in standing(case.pk)
        ],
    }


def _answer(one: ConsentAnswer) -> dict[str, Any]:
    return {
        "id": one.pk,
        "party_id": one.party_id,
        "said": one.said,
        "said_label": one.get_said_display(),
        "way_label": one.get_way_display(),
        "note": one.note,
        "by": one.by.account.name if one.by else "",
        "at": one.at,
    }
