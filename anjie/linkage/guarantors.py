"""Who guarantees a debt: parties of its case, and whom its contacts name as guarantors; carried along as respondents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from anjie.desk.public import Case, ContactPoint, Party, number_to_dial, numbers_for_paper, parties_of
from anjie.foundation import masks
from anjie.foundation.phones import read_phone
from anjie.foundation.refusals import Invalid
from anjie.linkage.rules import guarantees

PHONES = (ContactPoint.Kind.MOBILE, ContactPoint.Kind.PHONE)
BAD = (ContactPoint.State.INVALID, ContactPoint.State.STRANGER)


@dataclass(frozen=True, slots=True)
class Guarantor:
    """One guarantor as an application names a respondent: in plain text, never for a page or a log."""

    name: str
    kind: str = "natural"
    phone: str = ""
    id_no: str = ""
    address: str = ""
    person_id: int | None = None


def guarantors_of(case: Case) -> list[Guarantor]:
    """Every guarantor of a debt by his name: the case's parties first, then those its contacts name."""
    found = {one.name: one for one in _parties(case)}
    for one in _named(case):
        held = found.get(one.name)
        found[one.name] = replace(held, phone=held.phone or one.phone) if held else one
    found.pop(case.person.name, None)
    return list(found.values())


def to_carry(case: Case, names: Sequence[str] | None) -> list[Guarantor]:
    """Those of a debt's guarantors who go along: the chosen ones, or everybody who can be reached (``None``).

    One chosen who is no guarantor of it, or cannot be asked, is refused.
    """
    there = {one.name: one for one in guarantors_of(case)}
    debtors = _numbers_of_debtor(case)
    if names is None:
        reached: dict[str, Guarantor] = {}
        for one in there.values():
            if not why_not(one, debtors | set(reached)):
                reached[read_phone(one.phone).key] = one
        return list(reached.values())
    for name in names:
        if name not in there:
            raise Invalid(
                "linkage.no_guarantor",
                f"案件 {case.no} 没有登记担保人“{name}”。请刷新后重新选择。",
                name=name,
            )
        if why := why_not(there[name], debtors):
            raise Invalid(
                "linkage.guarantor_phone", f"担保人{name}{why}，不能列为被申请人。请先补充其联系方式。"
            )
    return [there[name] for name in dict.fromkeys(names)]


def also_of(case: Case, names: Sequence[str] | None) -> list[str] | None:
    """Of the guarantors chosen for one debt those who guarantee another of the same debtor too."""
    if names is None:
        return None
    there = {one.name for one in guarantors_of(case)}
    return [name for name in names if name in there]


def choices(case: Case) -> list[dict[str, Any]]:
    """The guarantors to choose from, their numbers as masks, and of each why he cannot be a respondent."""
    debtors = _numbers_of_debtor(case)
    return [
        {
            "name": one.name,
            "mask": masks.phone(one.phone) if one.phone else "",
            "why_not": why_not(one, debtors),
        }
        for one in guarantors_of(case)
    ]


def why_not(one: Guarantor, taken: Iterable[str]) -> str:
    """Why a guarantor cannot be asked by a number of his own, or nothing."""
    phone = read_phone(one.phone) if one.phone else None
    if phone is None or phone.fault or not phone.key:
        return "没有可用的电话"
    return "的电话与债务人相同" if phone.key in set(taken) else ""


def _parties(case: Case) -> list[Guarantor]:
    found = []
    for party in parties_of(case.pk, Party.Part.GUARANTOR):
        told = numbers_for_paper(party)
        person = party.person
        found.append(
            Guarantor(person.name, person.kind, told["mobile"], told["id_no"], told["address"], person.pk)
        )
    return found


def _named(case: Case) -> list[Guarantor]:
    """Whom the contacts of the debt name as guarantors, a mobile before a fixed line; a wrong number is none."""
    points = ContactPoint.objects.filter(case=case).exclude(state__in=BAD).order_by("position", "id")
    theirs = [one for one in points if one.owner.strip() and guarantees(one.relation)]
    found = {one.owner.strip(): Guarantor(one.owner.strip()) for one in theirs}
    for point in sorted(theirs, key=lambda one: one.kind != ContactPoint.Kind.MOBILE):
        one = found[point.owner.strip()]
        if point.kind in PHONES and not one.phone:
            found[one.name] = replace(one, phone=number_to_dial(point))
        if point.kind == ContactPoint.Kind.ADDRESS and not one.address:
            found[one.name] = replace(one, address=number_to_dial(point))
    return list(found.values())


def _numbers_of_debtor(case: Case) -> set[str]:
    debtor = next((one for one in parties_of(case.pk) if one.person_id == case.person_id), None)
    number = numbers_for_paper(debtor)["mobile"] if debtor else ""
    return {read_phone(number).key} if number else set()
