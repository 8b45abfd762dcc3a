"""People and enterprises register themselves with a proved number, and keep their own facts."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from anjie.access import institutions, mobiles, trail
from anjie.access.actors import Actor
from anjie.access.models import Account, EnterpriseFacts, PersonFacts, WechatBinding
from anjie.foundation import clock, masks
from anjie.foundation.identifiers import read_credit_code, read_id_number
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.foundation.sealed import Field, sealer

ADDRESS_PLACE = "access_personfacts.address_sealed"
ID_PLACE = "access_personfacts.id_no_sealed"
UNNAMED = "微信用户"
PERSON_FIELDS = ("name", "id_no", "sex", "address")
ENTERPRISE_FIELDS = ("name", "credit_code", "legal_representative", "contact_name", "address")


def check_person(given: Mapping[str, str]) -> dict[str, str]:
    """A person's facts in their one form; raises Invalid with what is wrong."""
    checked = {name: given[name].strip() for name in PERSON_FIELDS if given.get(name) is not None}
    if "name" in checked and not checked["name"]:
        raise Invalid("profile.name", "请填写姓名。")
    if "id_no" in checked:
        number = read_id_number(checked["id_no"])
        sex = checked.get("sex") or number.sex
        if sex != number.sex:
            raise Invalid("profile.sex", f"证件号码对应的性别是{number.sex}，与所填不一致。请核对。")
        checked |= {"id_no": number.long_form, "sex": sex}
    elif checked.get("sex", "男") not in ("男", "女", ""):
        raise Invalid("profile.sex", "性别请填男或女。")
    return checked


def check_enterprise(given: Mapping[str, str]) -> dict[str, str]:
    """An enterprise's facts in their one form; raises Invalid with what is wrong."""
    checked = {name: given[name].strip() for name in ENTERPRISE_FIELDS if given.get(name) is not None}
    for name, label in (
        ("name", "企业名称"),
        ("legal_representative", "法定代表人"),
        ("contact_name", "联系人"),
    ):
        if name in checked and not checked[name]:
            raise Invalid("profile.blank", f"请填写{label}。", field=name)
    if "credit_code" in checked:
        checked["credit_code"] = read_credit_code(checked["credit_code"])
    return checked


@transaction.atomic
def register_person(number: str, facts: Mapping[str, str], *, address: str) -> Account:
    """A personal account for a proved number; staff with this number get a side of their own on the same account."""
    mobiles.hold(number)
    checked = check_person(facts)
    account = _free(number, staff_too=True)
    if account is None:
        account = _opened(Account.Kind.PERSON, checked["name"], number, Account.Origin.CODE)
    _keep_person(account, checked)
    trail.record(Actor.party(account, address), "access.registered", account=account.pk, kind="person")
    return account


@transaction.atomic
def register_enterprise(number: str, facts: Mapping[str, str], *, address: str) -> Account:
    """An enterprise's account for a proved number."""
    mobiles.hold(number)
    checked = check_enterprise(facts)
    _free(number, staff_too=False)
    account = _opened(Account.Kind.ENTERPRISE, checked["name"], number, Account.Origin.CODE)
    EnterpriseFacts.objects.create(
        account=account, changed_at=clock.now(), **{k: v for k, v in checked.items() if k != "name"}
    )
    trail.record(Actor.party(account, address), "access.registered", account=account.pk, kind="enterprise")
    return account


@transaction.atomic
def register_by_tap(number: str, *, address: str) -> Account:
    """The account of this number, made without facts when there is none: they are asked for when they are needed."""
    mobiles.hold(number)
    account = mobiles.account_of(number)
    if account is None:
        _refuse_disabled(number)
        account = _opened(Account.Kind.PERSON, UNNAMED, number, Account.Origin.WECHAT)
        trail.record(Actor.party(account, address), "access.registered", account=account.pk, kind="person")
    return account


def profile(actor: Actor) -> dict[str, Any]:
    """One's own facts: the ID number as its mask, and which facts are still missing."""
    account = _own(actor)
    institution = institutions.own_institution(account.pk)
    facts: dict[str, Any] = {
        "kind": account.kind, "name": account.name, "mobile": account.mobile_mask,
        "username": account.username, "has_password": account.has_usable_password(),
        "wechat_bound_at": WechatBinding.objects.filter(account=account).values_list("bound_at", flat=True).first(),
        "id_no": "", "sex": "", "address": "", "credit_code": "", "legal_representative": "", "contact_name": "",
        "contact_phone": "", "institution": institution, "version": institution.version if institution else 0,
    }  # fmt: skip
    if account.kind == Account.Kind.ENTERPRISE:
        enterprise = EnterpriseFacts.objects.filter(account=account).first()
        if institution is not None:
            facts |= institutions.facts_of(institution)
        elif enterprise is not None:
            facts |= {name: getattr(enterprise, name) for name in ENTERPRISE_FIELDS if name != "name"}
        wanted: tuple[str, ...] = ENTERPRISE_FIELDS[:-1]
    else:
        person = PersonFacts.objects.filter(account=account).first()
        if person is not None:
            sealed = person.address_sealed
            facts |= {
                "id_no": person.id_no_mask,
                "sex": person.sex,
                "address": sealer().open(sealed, ADDRESS_PLACE, account.pk) if sealed else "",
            }
        wanted = PERSON_FIELDS
    facts["missing"] = [name for name in wanted if not facts[name] or facts[name] == UNNAMED]
    return facts


@transaction.atomic
def edit_profile(actor: Actor, changes: Mapping[str, str], version: int | None = None) -> dict[str, Any]:
    """Change one's own facts; what is left out stays. An institution's are its organisation's, of a ``version``."""
    institution = institutions.own_institution(_own(actor).pk, lock=True)
    if institution is not None:
        checked = check_enterprise(changes)
        if "contact_phone" in changes:
            checked["contact_phone"] = changes["contact_phone"]
        institutions.change_own(actor, institution, checked, version)
        return profile(actor)
    account = Account.objects.select_for_update().get(pk=_own(actor).pk)
    if account.institution_id is not None:
        raise Refusal("profile.bound_meanwhile", "您的账号刚刚绑定了调解机构。请刷新后再修改。")
    if account.kind == Account.Kind.ENTERPRISE:
        checked = check_enterprise(changes)
        kept = {name: value for name, value in checked.items() if name != "name"}
        found = EnterpriseFacts.objects.filter(account=account)
        if not found.update(changed_at=clock.now(), **kept):
            EnterpriseFacts.objects.create(account=account, changed_at=clock.now(), **kept)
    else:
        checked = check_person(changes)
        _keep_person(account, checked)
    if checked.get("name") and account.kind != Account.Kind.STAFF:
        account.name = checked["name"]
        account.save(update_fields=["name"])
    trail.record(actor, "access.profile_edited", account=account.pk, changed=sorted(checked))
    return profile(actor)


@transaction.atomic
def change_mobile(actor: Actor, number: str) -> dict[str, Any]:
    """Move one's account to another proved number that nobody else has."""
    mobiles.hold(number)
    account = Account.objects.select_for_update().get(pk=_own(actor).pk)
    holder = mobiles.account_of(number)
    if holder is not None and holder.pk != account.pk:
        raise Refusal("access.mobile_taken", "该手机号已属于另一个账号。请换一个号码，或先注销原账号。")
    mobiles.set_mobile(account, number)
    trail.record(actor, "access.mobile_changed", account=account.pk)
    return profile(actor)


def said_of_itself(account: Account) -> dict[str, str]:
    """The ID number (an enterprise's credit code), sex and address an account gave, in plain text.

    For a paper that names it; never for a page or a log.
    """
    if account.kind == Account.Kind.ENTERPRISE:
        enterprise = EnterpriseFacts.objects.filter(account=account).first()
        return {"id_no": enterprise.credit_code, "address": enterprise.address} if enterprise else {}
    person = PersonFacts.objects.filter(account=account).first()
    if person is None:
        return {}
    id_no, address = person.id_no_sealed, person.address_sealed
    return {
        "id_no": sealer().open(id_no, ID_PLACE, account.pk) if id_no else "",
        "sex": person.sex,
        "address": sealer().open(address, ADDRESS_PLACE, account.pk) if address else "",
    }


def _own(actor: Actor) -> Account:
    account = Account.objects.filter(pk=actor.account_id or 0, is_active=True).first()
    if account is None:
        raise NotFound("账号")
    return account


def _free(number: str, *, staff_too: bool) -> Account | None:
    """Nobody has the number yet, or a member of staff without facts of his own has it."""
    account = mobiles.account_of(number)
    if account is None:
        _refuse_disabled(number)
        return None
    if staff_too and not account.is_party:
        return account
    raise Refusal("access.mobile_taken", "该手机号已注册。请直接用手机号和验证码登录。")


def _refuse_disabled(number: str) -> None:
    if mobiles.is_disabled(number):
        raise Refusal("access.disabled", "该手机号的账号已被停用。请联系系统管理员。").with_status(403)


def _opened(kind: str, name: str, number: str, origin: str) -> Account:
    account = Account(kind=kind, origin=origin, username=f"u{secrets.token_hex(6)}", name=name[:60])
    account.set_unusable_password()
    account.save()
    mobiles.set_mobile(account, number)
    return account


def _keep_person(account: Account, facts: Mapping[str, str]) -> None:
    row = PersonFacts.objects.filter(account=account).first() or PersonFacts(account=account)
    if facts.get("id_no"):
        index = sealer().index(facts["id_no"], Field.ID_NO)
        if PersonFacts.objects.filter(id_no_index=index).exclude(account=account).exists():
            raise Refusal(
                "profile.id_no_taken", "该证件号码已用于另一个账号。请用原手机号登录，或联系系统管理员。"
            )
        row.id_no_sealed = sealer().seal(facts["id_no"], ID_PLACE, account.pk)
        row.id_no_index, row.id_no_mask = index, masks.id_no(facts["id_no"])
    if "sex" in facts:
        row.sex = facts["sex"]
    if facts.get("address"):
        row.address_sealed = sealer().seal(facts["address"][:200], ADDRESS_PLACE, account.pk)
    row.changed_at = clock.now()
    row.save()
