"""The kinds of disputes and their starting forms: shipped once, changed by administrators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.access.models import Organisation
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.mediation.application.models import DisputeKind, Form
from anjie.lines.mediation.application.rules import FormField, read_fields
from anjie.lines.mediation.deeds import ApplicationDeed

# code, label, hint, may be signed electronically, a court may confirm it
KINDS = (
    ("marriage", "婚姻家庭", "离婚、抚养、赡养、继承", False, False),
    ("neighbour", "邻里", "噪声、漏水、相邻通行", True, True),
    ("housing", "房屋宅基地", "买卖、租赁、宅基地", True, True),
    ("contract", "合同", "买卖、借款、服务合同", True, True),
    ("business", "生产经营", "合伙、承包、货款", True, True),
    ("damage", "损害赔偿", "人身、财产损害", True, True),
    ("land", "山林土地", "承包地、林地权属", True, False),
    ("demolition", "征地拆迁", "补偿、安置", True, False),
    ("environment", "环境污染", "噪声、污水、扬尘", True, True),
    ("labour", "劳动争议", "工资、工伤、解除", True, True),
    ("consumer", "消费", "商品质量、预付卡", True, True),
    ("medical", "医疗", "医疗损害", True, True),
    ("traffic", "道路交通事故", "赔偿、定损", True, True),
    ("property", "物业", "物业费、维修", True, True),
    ("finance", "金融消费", "信用卡、贷款、保险", True, True),
    ("other", "其他", "以上都不是", True, True),
)
COMMON = (
    FormField("claim_basis", "主要理由", "long_text", help="为什么认为对方应当承担责任"),
    FormField("tried_before", "之前是否协商过", "yes_no"),
)
ROLE_FIELDS = {
    Form.Role.PERSON: COMMON,
    Form.Role.ENTERPRISE: (
        FormField("agent_name", "经办人姓名", "text", required=True),
        FormField("agent_phone", "经办人电话", "phone", required=True),
        *COMMON,
    ),
    Form.Role.INSTITUTION: (
        FormField("referral_no", "移送函号", "text", required=True),
        FormField("agent_name", "经办人姓名", "text", required=True),
        *COMMON,
    ),
}
KIND_FIELDS = {
    "finance": (
        FormField("product", "产品类型", "choice", required=True, choices=("信用卡", "消费贷款", "房贷", "保险", "其他")),
        FormField("contract_no", "合同号或卡号后四位", "text"),
        FormField("owed", "本金余额", "money"),
    ),
    "labour": (
        FormField("employed_on", "入职日期", "date", required=True),
        FormField("wage", "月工资", "money", required=True),
        FormField("dispute_points", "争议事项", "choices", required=True,
                  choices=("拖欠工资", "加班费", "解除劳动合同", "工伤", "社会保险", "其他")),
    ),
    "traffic": (
        FormField("place", "事故地点", "text", required=True),
        FormField("police_no", "事故认定书编号", "text"),
        FormField("injured", "是否有人受伤", "yes_no", required=True),
    ),
}  # fmt: skip


def ship_kinds() -> None:
    """Create the official kinds and the starting forms where there are none; changed ones stay as they are."""
    if DisputeKind.objects.exists():
        return
    now = clock.now()
    with transaction.atomic():
        DisputeKind.objects.bulk_create(
            [
                DisputeKind(
                    code=code, label=label, hint=hint, may_e_sign=signs, may_confirm=confirms, position=place
                )
                for place, (code, label, hint, signs, confirms) in enumerate(KINDS)
            ],
            ignore_conflicts=True,
        )
        forms: list[tuple[Form.Role, str | None, tuple[FormField, ...]]] = [
            (role, None, fields) for role, fields in ROLE_FIELDS.items()
        ]
        forms += [
            (role, kind, (*ROLE_FIELDS[role], *more))
            for kind, more in KIND_FIELDS.items()
            for role in ROLE_FIELDS
        ]
        Form.objects.bulk_create(
            [
                Form(
                    role=role, kind_id=kind, version=1, state=Form.State.PUBLISHED, fields=stored(fields),
                    note="初始表单", published_at=now, created_at=now,
                )
                for role, kind, fields in forms
            ],
            ignore_conflicts=True,
        )  # fmt: skip


def kinds() -> list[DisputeKind]:
    """The kinds people may choose from, in order."""
    ship_kinds()
    return list(DisputeKind.objects.filter(is_active=True))


def institutions() -> list[Organisation]:
    """The mediation institutions that take applications."""
    return list(
        Organisation.objects.filter(kind=Organisation.Kind.INSTITUTION, is_active=True).order_by("name")
    )


def form_for(role: str, kind_code: str) -> Form:
    """The published form for a role and kind: the kind's own, else the role's general one."""
    ship_kinds()
    published = Form.objects.filter(role=role, state=Form.State.PUBLISHED)
    form = published.filter(kind_id=kind_code).first() or published.filter(kind=None).first()
    if form is None:
        raise Refusal(
            "form.none", "这类纠纷还没有可用的申请表单。请联系调解机构，或先选择“其他”。", kind=kind_code
        )
    return form


class Forms(dict[tuple[str, str], Form]):
    """The published forms by role and kind, each looked up once for a whole sheet."""

    def __missing__(self, key: tuple[str, str]) -> Form:
        found = self[key] = form_for(*key)
        return found


def fields_of(form: Form) -> tuple[FormField, ...]:
    """The questions of a form."""
    return read_fields(form.fields)


def stored(fields: Sequence[FormField]) -> list[dict[str, Any]]:
    """Questions as a form keeps them."""
    return [
        {
            "code": one.code,
            "label": one.label,
            "type": one.type,
            "required": one.required,
            "help": one.help,
            "choices": list(one.choices),
        }
        for one in fields
    ]


@transaction.atomic
def draft_form(
    actor: Actor, role: str, kind_code: str | None, fields: Sequence[Mapping[str, Any]], note: str
) -> Form:
    """Keep the next version of a form as a draft; nobody fills it in before it is published."""
    actor.require(ApplicationDeed.FORMS_MANAGE)
    ship_kinds()
    if role not in Form.Role.values:
        raise Invalid("form.role", "申请人类型不正确。请在列表中选择。", role=role)
    if kind_code is not None and not DisputeKind.objects.filter(pk=kind_code).exists():
        raise NotFound("纠纷类别")
    questions = stored(read_fields(fields))
    versions = Form.objects.select_for_update().filter(role=role, kind_id=kind_code).order_by()
    draft = versions.filter(state=Form.State.DRAFT).first()
    if draft is None:
        last = max(versions.values_list("version", flat=True), default=0)
        draft = Form(role=role, kind_id=kind_code, version=last + 1, created_at=clock.now())
    draft.fields, draft.note, draft.by_id = questions, note.strip()[:200], actor.membership_id
    draft.save()
    trail.record(actor, "form.drafted", form=draft.pk, role=role, kind=kind_code or "", fields=len(questions))
    return draft


@transaction.atomic
def publish_form(actor: Actor, form_id: int) -> Form:
    """Put a draft in use; applications begun before keep the version they were begun with."""
    actor.require(ApplicationDeed.FORMS_MANAGE)
    form = Form.objects.select_for_update(of=("self",)).filter(pk=form_id).first()
    if form is None:
        raise NotFound("表单")
    if form.state != Form.State.DRAFT:
        raise Refusal(
            "form.not_draft",
            f"第 {form.version} 版“{form.get_state_display()}”，不能再发布。请另存为新版本。",
        )
    Form.objects.filter(role=form.role, kind_id=form.kind_id, state=Form.State.PUBLISHED).update(
        state=Form.State.RETIRED
    )
    form.state, form.published_at = Form.State.PUBLISHED, clock.now()
    form.save(update_fields=["state", "published_at"])
    trail.record(actor, "form.published", form=form.pk, version=form.version)
    return form
