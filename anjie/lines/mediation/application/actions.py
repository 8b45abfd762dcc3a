"""Writes of applications: begun, filled in as far as one likes, submitted whole, withdrawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db import transaction

from anjie.access.accounts import mobile_of
from anjie.access.actors import Actor
from anjie.access.deeds import PartyDeed
from anjie.access.models import Account, Organisation
from anjie.desk.public import (
    Case,
    CaseFacts,
    ContactFacts,
    Party,
    Person,
    PersonFacts,
    case_for,
    correct_case,
    find_also_by,
    let_act,
    line_of,
    move_case,
    open_cases,
)
from anjie.foundation import clock
from anjie.foundation.phones import read_phone
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.mediation import telling
from anjie.lines.mediation.application import answers, kinds, naming
from anjie.lines.mediation.application.models import Dispute, DisputeKind, Form
from anjie.lines.mediation.application.rules import Against, Story, refuse_wrong, wrong_answers, wrong_story
from anjie.lines.mediation.application.titles import title_of
from anjie.lines.mediation.deeds import ApplicationDeed, ReviewDeed
from anjie.lines.mediation.moves import DRAFT, SUBMITTED, TO_AMEND
from anjie.lines.mediation.sides import made_it, sides_of
from anjie.services.people.actions import refuse_unverified

MOST_DRAFTS = 20
OPEN_TO_CHANGE = (DRAFT, TO_AMEND)
PARTS = {Party.Part.RESPONDENT: "respondents", Party.Part.APPLICANT: "co_applicants"}
"""Under what an application names those against the applicant, and those beside her."""
_PLAIN = ("happened_on", "description", "claim")
_ROLE_OF_KIND = {Account.Kind.ENTERPRISE: Form.Role.ENTERPRISE}


@transaction.atomic
def begin(actor: Actor, kind_code: str, institution_id: int | None = None) -> Case:
    """Open a draft for whoever is signed in as himself; only he sees it until it is submitted."""
    actor.require(PartyDeed.APPLY)
    account = Account.objects.select_for_update().get(pk=actor.own_account_id)
    refuse_unverified(account)
    drafts = Dispute.objects.filter(applicant_account=account, case__state=DRAFT)
    if drafts.count() >= MOST_DRAFTS:
        raise Refusal(
            "application.too_many_drafts",
            f"您已有 {MOST_DRAFTS} 份草稿。请先提交或撤回其中一份。",
            count=MOST_DRAFTS,
        )
    is_enterprise = account.kind == Account.Kind.ENTERPRISE
    mobile = mobile_of(account)
    person = PersonFacts(
        name=account.name,
        mobile=mobile,
        kind=Person.Kind.ENTERPRISE if is_enterprise else Person.Kind.NATURAL,
    )
    case = _open(
        actor,
        kind_code,
        institution_id,
        person,
        role=_ROLE_OF_KIND.get(Account.Kind(account.kind), Form.Role.PERSON),
        account=account,
    )
    let_act(account, case.parties.get(part=Party.Part.APPLICANT))
    return case


@transaction.atomic
def enter(
    actor: Actor,
    *,
    kind_code: str,
    institution_id: int | None,
    role: str,
    source: str,
    applicant: PersonFacts,
    told: Mapping[str, Any],
) -> Case:
    """Take down an application at the desk or by referral, submitted at once as a person's own would be."""
    actor.require(ApplicationDeed.ENTER)
    case = take_down(
        actor,
        kind_code=kind_code,
        institution_id=institution_id,
        role=role,
        source=source,
        applicant=applicant,
        told=told,
    )
    tell_reviewers(actor, case, "提交了申请")
    return case


def take_down(
    actor: Actor,
    *,
    kind_code: str,
    institution_id: int | None,
    role: str,
    source: str,
    applicant: PersonFacts,
    told: Mapping[str, Any],
    related: Sequence[int] = (),
) -> Case:
    """The same for whoever has asked for the right deed already: a sheet, or another line by the link."""
    if source not in Dispute.Source.values:
        raise Invalid("application.source", "案件来源不正确。请在列表中选择。", source=source)
    fault = read_phone(applicant.mobile).fault
    if not applicant.name.strip() or fault:
        raise Invalid(
            "application.applicant", f"请填写申请人姓名和可用的手机号{f'（{fault}）' if fault else ''}。"
        )
    case = _open(actor, kind_code, institution_id, applicant, role=role, source=source, unit=True)
    write_down(actor, case, told)
    if related:
        Dispute.objects.filter(case=case).update(related_case_ids=list(related))
    return hand_in(actor, case)


def _open(
    actor: Actor,
    kind_code: str,
    institution_id: int | None,
    person: PersonFacts,
    *,
    role: str,
    account: Account | None = None,
    source: str = Dispute.Source.APPLIED,
    unit: bool = False,
) -> Case:
    kind = kind_of(kind_code)
    institution = institution_of(institution_id)
    form = kinds.form_for(role, kind.code)
    phone = read_phone(person.mobile)
    opened = open_cases(
        actor,
        line_of("mediation"),
        [
            CaseFacts(
                person=person,
                organisation_id=institution.pk,
                unit_id=institution.pk if unit else None,
                amount=Decimal(0),
                state=DRAFT,
                title=title_of(person.name, (), kind),
                category=kind.label,
                part=Party.Part.APPLICANT,
                contacts=[ContactFacts("mobile", phone.key, owner=person.name, source="application")],
            )
        ],
        facts={"category": kind.label},
    )
    dispute = Dispute.objects.create(
        case_id=opened.case_ids[0],
        kind=kind,
        role=role,
        source=source,
        form=form,
        applicant_account=account,
        institution=institution,
    )
    return dispute.case


@transaction.atomic
def fill(actor: Actor, case_id: int, told: Mapping[str, Any]) -> Case:
    """Keep what was filled in so far, however incomplete; refused once the application is locked."""
    case = own_application(actor, case_id)
    write_down(actor, case, told)
    return case


@transaction.atomic
def submit(actor: Actor, case_id: int) -> Case:
    """Hand the application in: everything is judged at once, then it is locked and the reviewers are told.

    Handing it in a second time (a double tap) changes nothing.
    """
    case = case_for(actor, PartyDeed.APPLY, case_id, lock=True)
    if case.state == SUBMITTED:
        return case
    own_application(actor, case_id)
    refuse_unverified(Account.objects.get(pk=actor.own_account_id))
    again = Dispute.objects.filter(case=case, submitted_at__isnull=False).exists()
    case = hand_in(actor, case)
    tell_reviewers(actor, case, "重新提交了申请" if again else "提交了申请")
    return case


@transaction.atomic
def withdraw(actor: Actor, case_id: int, reason: str) -> Case:
    """Take an application back before it is filed; whoever was to decide on it is told."""
    deed = ApplicationDeed.WITHDRAW if actor.may(ApplicationDeed.WITHDRAW) else PartyDeed.APPLY
    case = case_for(actor, deed, case_id, lock=True)
    if deed is PartyDeed.APPLY:
        _applicant_only(actor, case)
    was_draft = case.state == DRAFT
    case = move_case(actor, case.pk, "application.withdraw", reason=reason)
    if not was_draft:
        telling.tell_staff(
            actor,
            case,
            ReviewDeed.DECIDE,
            "application.withdrawn",
            "申请已撤回",
            f"{case.no} 申请人撤回：{reason}",
        )
    return case


def own_application(actor: Actor, case_id: int) -> Case:
    """The applicant's own application while it may be changed, locked; anything else is refused."""
    case = case_for(actor, PartyDeed.APPLY, case_id, lock=True)
    _applicant_only(actor, case)
    if case.state not in OPEN_TO_CHANGE:
        label = line_of(case.line).label_of(case.state)
        raise Refusal(
            "application.locked",
            f"申请 {case.no} 已提交（当前为“{label}”），内容已锁定。如需更改，请联系审核人员退回修改。",
            state=case.state,
        )
    return case


def _applicant_only(actor: Actor, case: Case) -> None:
    """Who made the application changes or withdraws it, not who joined him."""
    if actor.account_id not in [one.account_id for one in sides_of(case.pk) if made_it(case, one)]:
        raise NotFound("申请")


def write_down(actor: Actor, case: Case, told: Mapping[str, Any]) -> None:
    """Keep what was told, however incomplete; what is left out stays."""
    dispute = Dispute.objects.select_related("kind", "form").get(case=case)
    changed: dict[str, Any] = {}
    if told.get("kind") and told["kind"] != dispute.kind_id:
        dispute.kind = kind_of(told["kind"])
        dispute.form = kinds.form_for(dispute.role, dispute.kind_id)
        changed["category"] = dispute.kind.label
    for name in _PLAIN:
        if name in told and told[name] is not None:
            setattr(dispute, name, told[name])
    if told.get("answers") is not None or "category" in changed:
        answers.keep(dispute, answers.opened(dispute) if told.get("answers") is None else told["answers"])
    for part, field in PARTS.items():
        if told.get(field) is not None:
            naming.keep(dispute, part, told[field])
    named = naming.named_in(dispute)
    dispute.save()
    if told.get("amount") is not None:
        changed |= {"amount": told["amount"], "balance": told["amount"]}
    if "region" in told:
        changed["region"] = str(told["region"] or "")[:40]
    if told.get("institution_id"):
        changed["organisation_id"] = dispute.institution_id = institution_of(told["institution_id"]).pk
        dispute.save(update_fields=["institution"])
    changed["title"] = title_of(case.person.name, [one.name for one in named], dispute.kind)
    correct_case(actor, case.pk, **changed)


def hand_in(actor: Actor, case: Case) -> Case:
    """Judge everything at once and lock it; whom the applicant named become parties."""
    dispute = Dispute.objects.select_related("form", "kind").get(case=case)
    case.refresh_from_db()
    named, beside = naming.named_in(dispute), naming.named_in(dispute, Party.Part.APPLICANT)
    story = Story(
        dispute.happened_on,
        dispute.description,
        case.amount,
        [_against(one) for one in named],
        Against(case.person.name, naming.phone_of(case)),
        [_against(one) for one in beside],
    )
    wrong = wrong_story(story, clock.today())
    refuse_wrong(wrong + wrong_answers(kinds.fields_of(dispute.form), answers.opened(dispute)))
    naming.put(actor, case, dispute)
    find_also_by(actor, {case.pk: [one.name for one in (*beside, *named)]})
    correct_case(actor, case.pk, unit_id=dispute.institution_id)
    dispute.submitted_at = clock.now()
    dispute.respondents_sealed = None
    dispute.save(update_fields=["submitted_at", "respondents_sealed"])
    return move_case(actor, case.pk, "application.submit")


def _against(one: naming.NamedParty) -> Against:
    return Against(one.name, one.phone, one.id_no)


def tell_reviewers(actor: Actor, case: Case, told: str) -> None:
    """Tell whoever reviews what the applicant did."""
    telling.tell_staff(
        actor,
        case,
        ReviewDeed.DECIDE,
        "application.submitted",
        "有新的调解申请待审核",
        f"{case.no} {case.title}：申请人{told}。",
    )


def kind_of(code: str) -> DisputeKind:
    """A kind of dispute that may be chosen."""
    found = next((kind for kind in kinds.kinds() if kind.code == code), None)
    if found is None:
        raise Invalid("application.kind", "纠纷类别不正确。请在列表中选择。", kind=code)
    return found


def institution_of(institution_id: int | None) -> Organisation:
    """The mediation institution chosen, or the only one there is."""
    open_ones = Organisation.objects.filter(kind=Organisation.Kind.INSTITUTION, is_active=True)
    if institution_id is not None:
        found = open_ones.filter(pk=institution_id).first()
        if found is None:
            raise NotFound("调解机构")
        return found
    choice = list(open_ones[:2])
    if len(choice) != 1:
        raise Invalid("application.institution", "请选择受理申请的调解机构。")
    return choice[0]
