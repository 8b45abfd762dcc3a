"""The starting set of roles; an administrator may change any of them afterwards."""

from __future__ import annotations

from django.db import transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.access.deeds import all_deeds, duties
from anjie.access.models import Role

NAMES = {
    "administrator": "系统管理员",
    "clerk": "内勤",
    "collector": "催收员",
    "field_collector": "外访员",
    "supervisor": "主管",
    "inspector": "质检",
    "finance": "财务",
    "reviewer": "审核员",
    "assigner": "分配员",
    "mediator": "调解员",
    "archivist": "档案管理员",
}

WORKS = """desk.cases_see desk.cases_mark desk.cases_edit desk.contacts_edit desk.contacts_reveal
    desk.files_add desk.look_up contact.make work.record work.records_see work.material_ask work.joint
    payment.see payment.claim term.due_see term.retain_ask"""
COLLECTOR = WORKS + " work.hold"
GRANTS = {
    "clerk": """desk.cases_see desk.cases_mark desk.cases_edit desk.contacts_edit desk.contacts_reveal
        desk.files_add desk.look_up desk.export desk.views_share sheets.handle sheets.layouts_manage
        placement.batches_see placement.batches_manage
        placement.import placement.import_undo placement.update placement.pause placement.close placement.to_mediation
        placement.see_commission assignment.assign work.records_see work.material_answer
        payment.see payment.verify payment.enter payment.reverse payment.reconcile
        term.due_see term.return term.retain_decide insight.see
        quality.complaints_see quality.complaints_handle""",
    "collector": COLLECTOR,
    "field_collector": COLLECTOR,
    "supervisor": WORKS
    + """ desk.export desk.export_approve desk.views_share placement.batches_see placement.pause placement.to_mediation
        assignment.assign assignment.rules_manage work.team_see work.instruct contact.attempts_see insight.see
        quality.complaints_see quality.complaints_handle""",
    "inspector": """desk.cases_see work.records_see contact.attempts_see payment.see desk.export insight.see
        quality.complaints_see quality.complaints_handle""",
    "finance": "desk.cases_see desk.export placement.batches_see placement.see_commission payment.see insight.see",
    "reviewer": """desk.cases_see desk.cases_mark desk.contacts_edit desk.contacts_reveal desk.files_add desk.look_up
        desk.export application.enter application.withdraw review.decide consent.record mediator.see library.see
        mediation_figures.see people.enterprises_see people.verify""",
    "assigner": """desk.cases_see desk.cases_mark desk.contacts_edit desk.contacts_reveal desk.files_add desk.look_up
        desk.export sheets.handle assignment.assign application.enter application.import application.withdraw
        review.decide consent.record filing.decide mediator.assign mediator.see session.records_see
        session.extend_decide closing.decide archive.first_review archive.see library.see bookings.see bookings.book
        papers.templates_see papers.see papers.produce signing.see signing.offer rating.see ranking.see
        mediation_figures.see""",
    "mediator": """desk.cases_see desk.contacts_edit desk.contacts_reveal desk.files_add session.mediate
        session.records_see closing.request archive.submit archive.see library.see bookings.see bookings.book
        papers.see papers.produce signing.see signing.offer""",
    "archivist": """desk.cases_see session.records_see archive.final_review archive.see library.see library.manage
        papers.see signing.see mediation_figures.see""",
}


def ship_roles() -> dict[str, Role]:
    """Create the roles that are missing; existing ones stay as they are, but for deeds that are new."""
    there = set(Role.objects.filter(code__in=NAMES).values_list("code", flat=True))
    missing = [_shipped(code) for code in NAMES if code not in there]
    # Two that start at once ship them together: what the other was quicker with is left.
    Role.objects.bulk_create(missing, ignore_conflicts=True)
    gain_new_deeds()
    return {role.code: role for role in Role.objects.filter(code__in=NAMES)}


@transaction.atomic
def gain_new_deeds() -> list[Role]:
    """Give each shipped role what this version adds to it, once: what an administrator takes away stays away."""
    gaining = []
    for role in Role.objects.select_for_update().filter(is_shipped=True, code__in=NAMES).order_by("pk"):
        if new := _given(role.code) - set(role.offered):
            gained = sorted(new - set(role.deeds))
            role.deeds, role.offered = role.deeds + gained, sorted({*role.offered, *new})
            role.save(update_fields=["deeds", "offered"])
            if gained:
                trail.record(
                    Actor.job("access.shipped"), "role.gained", role=role.pk, name=role.name, added=gained
                )
            gaining.append(role)
    return gaining


def _shipped(code: str) -> Role:
    deeds = sorted(_given(code))
    return Role(code=code, name=NAMES[code], deeds=deeds, offered=deeds, is_shipped=True)


def _given(code: str) -> set[str]:
    """The deeds this version ships a role with; the administrator's are all that are powers."""
    return set(all_deeds()) - duties() if code == "administrator" else set(GRANTS.get(code, "").split())
