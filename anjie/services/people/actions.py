"""Writes about enterprise users: what a reviewer decides, the licence looked at, the setting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.access.models import Account
from anjie.desk.public import DeskDeed, Party, case_for, record
from anjie.foundation import clock
from anjie.foundation.refusals import NotFound, Refusal
from anjie.services.files.models import AccountFile
from anjie.services.files.own import shown_licence
from anjie.services.people import queries
from anjie.services.people.deeds import PeopleDeed
from anjie.services.people.models import Verification, VerificationPolicy
from anjie.services.people.rules import check_decision
from anjie.services.people.telling import tell_decided


@transaction.atomic
def decide(
    actor: Actor, account_id: int, *, passes: bool, remarks: Mapping[str, str], note: str, version: str
) -> dict[str, Any]:
    """Pass an enterprise's registration or return it with remarks; refused where it changed since it was read."""
    queries.reached(actor, PeopleDeed.VERIFY, account_id)
    account = Account.objects.select_for_update().get(pk=account_id)
    if account.institution_id is not None:
        raise Refusal(
            "people.is_institution", f"“{account.name}”已绑定调解机构，资料由机构维护，不需要企业认证。"
        )
    told = queries.told_at(account_id)
    if version != queries.version_of(told):
        raise Refusal(
            "people.changed_meanwhile", f"“{account.name}”刚刚修改了资料。请刷新后查看新资料，再作决定。"
        )
    kept = check_decision(passes, remarks, note, has_licence=shown_licence(account_id) is not None)
    decision = Verification.Decision.PASSED if passes else Verification.Decision.RETURNED
    Verification.objects.update_or_create(
        account=account,
        defaults={
            "decision": decision,
            "remarks": kept,
            "note": note.strip(),
            "by_id": actor.membership_id,
            "at": clock.now(),
        },
    )
    verb = "people.verified" if passes else "people.returned"
    trail.record(actor, verb, account=account.pk, name=account.name, fields=sorted(kept), note=note.strip())
    tell_decided(actor, account, passes, kept, note.strip())
    return queries.enterprise(actor, account_id)


@transaction.atomic
def see_licence(actor: Actor, account_id: int) -> AccountFile:
    """The licence of an enterprise; that it was looked at is on the record."""
    account = queries.reached(actor, PeopleDeed.ENTERPRISES_SEE, account_id)
    found = _shown(account)
    trail.record(actor, "people.licence_seen", account=account.pk, name=account.name)
    return found


@transaction.atomic
def see_licence_on_case(actor: Actor, case_id: int, party_id: int) -> AccountFile:
    """The licence of an enterprise that takes part in a case within reach; on the case's timeline and the trail."""
    case = case_for(actor, DeskDeed.CASES_SEE, case_id)
    party = Party.objects.select_related("account").filter(case=case, pk=party_id).first()
    if party is None or party.account is None:
        raise NotFound("营业执照")
    found = _shown(party.account)
    name = party.account.name
    trail.record(actor, "people.licence_seen", account=party.account.pk, name=name, case=case.no)
    record(actor, case.pk, "people.licence_seen", name=name, party=party.pk)
    return found


@transaction.atomic
def set_policy(actor: Actor, *, unverified_may_apply: bool) -> dict[str, Any]:
    """Say whether an enterprise that was not reviewed may hand in an application."""
    actor.require(PeopleDeed.SETTINGS)
    held = VerificationPolicy.objects.select_for_update().first() or VerificationPolicy()
    held.unverified_may_apply = unverified_may_apply
    held.changed_at, held.changed_by = clock.now(), actor.name
    held.save()
    trail.record(actor, "people.policy_changed", unverified="可以" if unverified_may_apply else "不能")
    return queries.policy(actor)


def refuse_unverified(account: Account) -> None:
    """Refuse an enterprise that was not reviewed, where the setting asks for it first."""
    shown = queries.standing_of([account.pk]).get(account.pk)
    if shown is None or shown.standing.is_trusted or queries.unverified_may_apply():
        return
    raise Refusal(
        "people.unverified",
        f"贵单位的企业认证当前为“{shown.standing.label}”，通过后才能提交申请。请在“我的资料”中核对资料和营业执照。",
        state=shown.standing.value,
    )


def _shown(account: Account) -> AccountFile:
    found = shown_licence(account.pk)
    if found is None:
        raise NotFound("营业执照")
    return found
