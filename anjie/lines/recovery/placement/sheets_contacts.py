"""Phones and addresses that come after the placement: added to their cases, those already there left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from anjie.access.actors import Actor
from anjie.desk.public import SOURCES, ContactFacts
from anjie.foundation.attribution import attribution
from anjie.foundation.phones import PhoneKind, read_phone
from anjie.lines.recovery.deeds import PlacementDeed
from anjie.lines.recovery.placement.changing import Values
from anjie.lines.recovery.placement.kinds import ADDRESS, PHONE
from anjie.lines.recovery.placement.matching import KEY_FIELDS, match
from anjie.lines.recovery.placement.templates import rules_of, takes_good_rows
from anjie.lines.recovery.placement.updating import Change, land_changes, new_points, too_many, undo_changes
from anjie.services.sheets.declaring.faults import Said, doubt, fault
from anjie.services.sheets.declaring.kinds import SheetKind
from anjie.services.sheets.importing.loaders import Gathered, Landing, Loader, register_loader

_PHONE_FIELDS = ("phone", "contact_name", "relation", "phone_kind", "source", "remark")
_ADDRESS_FIELDS = ("address", "address_kind", "contact_name", "relation", "postcode", "source", "remark")
_SOURCE_OF = {label: code for code, label in SOURCES.items()}
LONGEST_ADDRESS = 200


def phone_facts(
    numbers: str | None, owner: str, relation: str, label: str, source: str
) -> Iterator[ContactFacts]:
    """The numbers of one cell as contact points; one that cannot be dialled is kept as invalid."""
    for number in (numbers or "").split(";"):
        if number:
            read = read_phone(number)
            yield ContactFacts(
                kind="mobile" if read.kind is PhoneKind.MOBILE else "phone",
                value=number,
                owner=owner[:60],
                relation=relation[:20],
                label=label[:20],
                attribution=attribution(read).text,
                source=source,
                state="unknown" if read.valid else "invalid",
            )


def address_facts(
    text: str | None, owner: str, relation: str, label: str, source: str
) -> Iterator[ContactFacts]:
    """The address of one cell as a contact point."""
    if text:
        yield ContactFacts(
            "address", text[:LONGEST_ADDRESS], owner[:60], relation[:20], label[:20], source=source
        )


def phones_of(values: dict[str, Any], now: Values) -> Change:
    """The numbers of one row, with whose they are and where they come from."""
    source, note = _source(values, "phone")
    contacts = phone_facts(values.get("phone"), *_whose(values), values.get("phone_kind") or "", source)
    return Change(contacts=list(contacts), note=note)


def addresses_of(values: dict[str, Any], now: Values) -> Change:
    """The address of one row."""
    source, note = _source(values, "address")
    if values.get("postcode"):
        note = "，".join(filter(None, (f"邮编 {values['postcode']}", note)))
    contacts = address_facts(values.get("address"), *_whose(values), values.get("address_kind") or "", source)
    return Change(contacts=list(contacts), note=note)


def _whose(values: dict[str, Any]) -> tuple[str, str]:
    """Owner and relation: somebody else named without a relation is never taken for the debtor himself."""
    debtor, other = values["debtor_name"], values.get("contact_name")
    relation = values.get("relation") or ("联系人" if other and other != debtor else "本人")
    return other or (debtor if relation == "本人" else ""), relation


def _source(values: dict[str, Any], usual: str) -> tuple[str, str]:
    """The desk's own word for the source where it has one, else the usual one and the sheet's word as a note."""
    given, remark = values.get("source") or "", values.get("remark") or ""
    code = _SOURCE_OF.get(given, usual)
    told = f"来源 {given}" if given and given not in _SOURCE_OF else ""
    return code, "，".join(filter(None, (told, remark)))


def _against(
    make: Callable[[dict[str, Any], Values], Change], name: str
) -> Callable[[Actor, int, Gathered], Iterator[tuple[int, str, Said]]]:
    """Rows whose case is not clear, and what the case has already (told, and not added)."""

    def told(actor: Actor, client_id: int, gathered: Gathered) -> Iterator[tuple[int, str, Said]]:
        matched = match(actor, PlacementDeed.UPDATE, client_id, gathered)
        yield from matched.told
        wanted = [
            (row, case, contact)
            for row, case, values in matched.rows()
            for contact in make(values, {}).contacts
        ]
        verdicts = new_points([(case, contact) for _, case, contact in wanted])
        for (row, case, _), why in zip(wanted, verdicts, strict=True):
            if why == "contacts.already_there":
                words = f"案件 {case.no} 已有该{'号码' if name == 'phone' else '地址'}，不重复添加。"
                yield row, name, doubt(None, why, words)
            elif why:
                yield row, name, fault(why, too_many(case.no))

    return told


def land_phones(landing: Landing) -> None:
    """Add the phones of a sheet."""
    land_changes(landing, _PHONE_FIELDS, (), phones_of, verb="contact.added")


def land_addresses(landing: Landing) -> None:
    """Add the addresses of a sheet."""
    land_changes(landing, _ADDRESS_FIELDS, (), addresses_of, verb="contact.added")


def _loader(kind: SheetKind, land: Callable[[Landing], None], make: Any, fields: tuple[str, ...]) -> Loader:
    return Loader(
        kind=kind,
        deed=PlacementDeed.UPDATE,
        land=land,
        gather=(*KEY_FIELDS, *fields),
        against_desk=_against(make, fields[0]),
        undo=undo_changes,
        rules=rules_of,
        takes_good_rows=takes_good_rows,
    )


def register() -> None:
    """Make the sheets of phones and addresses known; called once at start-up."""
    register_loader(_loader(PHONE, land_phones, phones_of, _PHONE_FIELDS))
    register_loader(_loader(ADDRESS, land_addresses, addresses_of, _ADDRESS_FIELDS))
