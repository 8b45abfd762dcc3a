"""What debt recovery puts on the case page: the placement's facts, its tabs, the card number, last results."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Q

from anjie.access.actors import Actor
from anjie.desk.public import (
    Case,
    CasePage,
    DeskDeed,
    Fact,
    Facts,
    LastResult,
    Tab,
    Unsealed,
    cases_for,
    fact,
    present,
    register_case_page,
)
from anjie.foundation.sealed import sealer
from anjie.lines.recovery.deeds import PaymentDeed, PlacementDeed, QualityDeed, TermDeed, WorkDeed
from anjie.lines.recovery.placement.models import Placement
from anjie.lines.recovery.work.models import WorkRecord
from anjie.services.terms.pausing import clock_note

CARD = "recovery_placement.card_sealed"
TABS = (
    Tab("work", "催记", WorkDeed.RECORDS_SEE),
    Tab("promises", "承诺还款", WorkDeed.RECORDS_SEE),
    Tab("payments", "还款", PaymentDeed.SEE),
    Tab("terms", "期限与留案", TermDeed.DUE_SEE),
    Tab("materials", "资料请求", WorkDeed.RECORDS_SEE),
    Tab("instructions", "督办", WorkDeed.RECORDS_SEE),
    Tab("complaints", "投诉", QualityDeed.COMPLAINTS_SEE),
    Tab("people", "经办与协催", DeskDeed.CASES_SEE),
    Tab("files", "文件", DeskDeed.CASES_SEE),
)
OTHER_FACTS = {
    "employer": "工作单位",
    "position": "职务",
    "office_address": "单位地址",
    "postcode": "邮编",
    "bureau_facts": "征信信息",
    "bureau_on": "征信查询日期",
    "balance_as_of": "欠款截至日期",
}


def facts_of(actor: Actor, case: Case) -> Facts:
    """The placement's facts; the commission rate only to who may see it."""
    placement = Placement.objects.select_related("previous__case").filter(case=case).first()
    if placement is None:
        return Facts()
    rate = placement.commission_rate if actor.may(PlacementDeed.SEE_COMMISSION) else None
    moved = (
        cases_for(actor, DeskDeed.CASES_SEE).filter(pk=case.pk).values_list(clock_note(), flat=True).first()
    )
    panel = present(
        fact("serial_no", "个案序列号", placement.serial_no),
        fact("contract_no", "合同号", placement.contract_no),
        fact("card_no", "卡号", placement.card_mask, "sealed"),
        fact("card_kind", "卡种", placement.card_kind),
        fact("placed_on", "委案日期", placement.placed_on),
        fact("recall_on", "约定退案日期" if moved else "退案日期", placement.recall_on),
        fact("clock", "期限", moved),
        fact("overdue_days", "逾期天数", placement.overdue_days, "number"),
        fact("principal", "本金", placement.principal, "money"),
        fact("interest", "利息", placement.interest, "money"),
        fact("penalty", "违约金", placement.penalty, "money"),
        fact("fee", "费用", placement.fee, "money"),
        fact("commission_rate", "佣金比例", rate, "percent"),
    )
    fold = present(
        fact("latest_balance", "最新欠款", placement.latest_balance, "money"),
        fact("credit_limit", "信用额度", placement.credit_limit, "money"),
        fact("loan_amount", "贷款金额", placement.loan_amount, "money"),
        fact("loan_on", "放款日期", placement.loan_on),
        fact("instalments", "总期数", placement.instalments, "number"),
        fact("paid_instalments", "已还期数", placement.paid_instalments, "number"),
        fact("opened_on", "开户日期", placement.opened_on),
        fact("statement_day", "账单日", placement.statement_day, "number"),
        fact("overdue_since", "逾期日期", placement.overdue_since),
        fact("overdue_instalments", "逾期期数", placement.overdue_instalments, "number"),
        fact("min_payment", "最低还款额", placement.min_payment, "money"),
        fact("last_paid_on", "最后还款日期", placement.last_paid_on),
        fact("last_paid_amount", "最后还款金额", placement.last_paid_amount, "money"),
        fact("retained_times", "已留案次数", placement.retained_times or None, "number"),
        fact("previous", "上一次委案", placement.previous.case.no if placement.previous else None),
        *_other(placement),
    )
    return Facts(panel, fold)


def _other(placement: Placement) -> tuple[Fact, ...]:
    """What the sheet told besides: named facts under their label, remarks one by one."""
    found = []
    for code, value in placement.facts.items():
        if isinstance(value, list):
            found += [fact(f"{code}_{n}", f"备注 {n}", one) for n, one in enumerate(value, start=1)]
        elif code.startswith("remark"):
            found.append(fact(code, f"备注 {code.removeprefix('remark').strip('_s')}".strip(), value))
        elif not isinstance(value, dict):
            found.append(fact(code, OTHER_FACTS.get(code, code), value))
    return present(*found)


def open_card(case: Case, code: str) -> Unsealed | None:
    """The whole card number; nothing under another code."""
    if code != "card_no":
        return None
    placement = Placement.objects.filter(case=case).only("card_sealed", "card_mask").first()
    if placement is None or not placement.card_sealed:
        return None
    return Unsealed("卡号", sealer().open(placement.card_sealed, CARD, placement.pk), placement.card_mask)


def same_card(case: Case) -> Mapping[str, Q]:
    """Cases placed for the same card."""
    index = Placement.objects.filter(case=case).values_list("card_index", flat=True).first()
    return {"卡号": Q(placement__card_index=index)} if index else {}


def last_results(actor: Actor, case: Case) -> Mapping[int, LastResult]:
    """By contact point, what came of the last work on it; only to who may read work records."""
    if not actor.may(WorkDeed.RECORDS_SEE):
        return {}
    rows = (
        WorkRecord.objects.filter(case=case, contact_point__isnull=False, deleted_at__isnull=True)
        .order_by("contact_point_id", "-at", "-id")
        .distinct("contact_point_id")
        .select_related("result", "membership__account")
    )
    return {
        row.contact_point_id: LastResult(
            row.result.label if row.result else row.get_channel_display(),
            row.at,
            row.membership.account.name if row.membership else "",
        )
        for row in rows
        if row.contact_point_id is not None
    }


register_case_page(
    "recovery",
    CasePage(
        facts=facts_of,
        tabs=TABS,
        open_sealed=open_card,
        last_results=last_results,
        same_as=same_card,
    ),
)
