"""The case list as it leaves the house: the cells a list shows, and more of what was placed."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.postgres.aggregates import StringAgg
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case as Choose
from django.db.models import Min, OuterRef, QuerySet, Subquery, When
from django.db.models.fields.json import KeyTextTransform

from anjie.access.actors import Actor
from anjie.desk.public import Case, ContactPoint, DeskDeed, taken
from anjie.foundation.sealed import sealer
from anjie.lines.recovery.deeds import PlacementDeed
from anjie.lines.recovery.moves import STATES
from anjie.lines.recovery.placement.queries import PlacementQuery
from anjie.lines.recovery.work.models import Promise
from anjie.services.sheets.exporting.exporters import (
    ExportColumn,
    Wanted,
    batches,
    coded,
    days_until,
    in_words,
    joined,
    members,
    of_table,
    organisations,
    plainly,
    register_exporter,
)

STATE_WORDS = {state.code: state.label for state in STATES}
_PROMISES = {"today": "今日到期", "overdue": "已逾期", "week": "七天内到期", "any": "有未履行承诺"}
_C = ExportColumn


def _phones() -> QuerySet[ContactPoint]:
    return ContactPoint.objects.filter(
        case=OuterRef("pk"), kind__in=[ContactPoint.Kind.MOBILE, ContactPoint.Kind.PHONE]
    ).order_by("position", "id")


def _fact(name: str) -> KeyTextTransform:
    return KeyTextTransform(name, "placement__facts")


def _days_left() -> Choose:
    """Days to the recall, while the case is open: as the list shows it."""
    still = [state.code for state in STATES if state.is_open]
    return Choose(When(state__in=still, then=days_until("term_on")), default=None)


def _opened_id(person: int, sealed: bytes | None) -> str:
    return sealer().open(sealed, "desk_person.id_sealed", person) if sealed else ""


def _opened_card(case: int, sealed: bytes | None) -> str:
    return sealer().open(sealed, "recovery_placement.card_sealed", case) if sealed else ""


def _opened_phones(points: Sequence[int], sealed: Sequence[bytes]) -> str:
    return " ".join(sealer().open_many(sealed, "desk_contactpoint.sealed", points))


def _money(label: str, source: str, usual: bool = False) -> ExportColumn:
    return _C(label, "money", source, usual=usual)


def _columns() -> dict[str, ExportColumn]:
    """The columns of the case list by the names the page has for them."""
    open_promises = Promise.objects.filter(case=OuterRef("pk"), state=Promise.State.OPEN)
    promised = Subquery(open_promises.order_by().values("case").annotate(due=Min("due_on")).values("due"))
    masks = Subquery(
        ContactPoint.objects.filter(
            case=OuterRef("pk"), kind__in=[ContactPoint.Kind.MOBILE, ContactPoint.Kind.PHONE]
        )
        .order_by()
        .values("case")
        .annotate(masks=StringAgg("mask", " ", order_by=("position", "id")))
        .values("masks")
    )
    return {
        "no": _C("案件编号", width=18),
        "title": _C("债务人"),
        "state": _C("状态", source=in_words("state", STATE_WORDS)),
        "balance": _money("余额", "balance", True),
        "amount": _money("委案金额", "amount", True),
        "settled_amount": _money("已还", "settled_amount", True),
        "category": _C("账龄"),
        "term_on": _C("退案日期", "date"),
        "days_left": _C("剩余天数", "integer", _days_left),
        "holder": _C("催收员", source="holder__account__name"),
        "last_worked_at": _C("上次跟进", "moment", width=20),
        "next_work_on": _C("下次跟进", "date"),
        "client": _C("委托方", source="organisation__name", width=22),
        "batch": _C("批次", source="batch__no", width=18),
        "region": _C("地区"),
        "unit": _C("小组", source="unit__name"),
        "promise_due_on": _C("承诺日期", "date", promised),
        "tags": _C("标签", source=joined("search__tags")),
        "serial_no": _C("个案序列号", source="placement__serial_no", width=20),
        "contract_no": _C("合同号", source="placement__contract_no", width=20),
        "id_mask": _C("证件号", source="person__id_mask", width=22),
        "card_mask": _C("卡号", source="placement__card_mask", width=22),
        "phones": _C("电话", source=masks, width=30, usual=False),
        "card_kind": _C("卡种", source="placement__card_kind"),
        "placed_on": _C("委案日期", "date", "placement__placed_on"),
        "overdue_days": _C("逾期天数", "integer", "placement__overdue_days"),
        "overdue_since": _C("逾期日期", "date", "placement__overdue_since", usual=False),
        "principal": _money("本金", "placement__principal", True),
        "interest": _money("利息", "placement__interest"),
        "penalty": _money("违约金", "placement__penalty"),
        "fee": _money("费用", "placement__fee"),
        "credit_limit": _money("信用额度", "placement__credit_limit"),
        "latest_balance": _money("最新余额", "placement__latest_balance"),
        "min_payment": _money("最低还款额", "placement__min_payment"),
        "opened_on": _C("开卡日期", "date", "placement__opened_on", usual=False),
        "statement_day": _C("账单日", "integer", "placement__statement_day", usual=False),
        "last_paid_on": _C("最近还款日", "date", "placement__last_paid_on"),
        "last_paid_amount": _money("最近还款额", "placement__last_paid_amount"),
        "retained_times": _C("留案次数", "integer", "placement__retained_times"),
        "clerk": _C("内勤", source="clerk__account__name"),
        "assigned_at": _C("分案时间", "moment", width=20),
        "first_worked_at": _C("首次跟进", "moment", width=20, usual=False),
        "opened_at": _C("立案时间", "moment", width=20, usual=False),
        "closed_at": _C("结束时间", "moment", width=20, usual=False),
        "colour": _C("颜色", source=in_words("colour", dict(Case.Colour.choices)), usual=False),
        "sex": _C("性别", source="person__sex", usual=False),
        "employer": _C("单位名称", source=_fact("employer"), width=24, usual=False),
        "commission_rate": _C(
            "佣金比例", "percent", "placement__commission_rate", deed=PlacementDeed.SEE_COMMISSION
        ),
        "id_no": _C(
            "证件号（完整）",
            width=22,
            opened=("person_id", "person__id_sealed"),
            show=_opened_id,
            unmasked=True,
        ),
        "card_no": _C(
            "卡号（完整）",
            width=22,
            opened=("pk", "placement__card_sealed"),
            show=_opened_card,
            unmasked=True,
        ),
        "phones_whole": _C(
            "电话（完整）",
            width=30,
            opened=(ArraySubquery(_phones().values("pk")), ArraySubquery(_phones().values("sealed"))),
            show=_opened_phones,
            unmasked=True,
        ),
    }


FILTERS = {
    "q": ("搜索", plainly),
    "client": ("委托方", organisations),
    "batch": ("批次", batches),
    "unit": ("小组", organisations),
    "holder": ("催收员", members),
    "clerk": ("内勤", members),
    "unassigned": ("未分配", plainly),
    "state": ("状态", coded(STATE_WORDS)),
    "is_open": ("在办", plainly),
    "category": ("账龄", plainly),
    "region": ("地区", plainly),
    "colour": ("颜色", coded(dict(Case.Colour.choices))),
    "tags": ("标签", plainly),
    "never_worked": ("从未跟进", plainly),
    "idle_days": ("未跟进满天数", plainly),
    "custom": ("自定义信息", plainly),
    "serial_no": ("个案序列号", plainly),
    "contract_no": ("合同号", plainly),
    "card_kind": ("卡种", plainly),
    "retained": ("留过案", plainly),
    "promise": ("承诺还款", coded(_PROMISES)),
    "held": ("区间内持有", plainly),
    "recalled": ("委托方撤案", plainly),
    "no_batch": ("无批次", plainly),
    **{
        f"{name}_{end}": (f"{label}{words}", plainly)
        for name, label in {
            "amount": "委案金额", "settled": "已还", "balance": "余额", "opened": "立案日期", "assigned": "分案日期",
            "closed": "结束日期", "term": "退案日期", "last_worked": "上次跟进", "next_work": "下次跟进",
            "placed": "委案日期", "overdue": "逾期天数", "rate": "佣金比例",
        }.items()
        for end, words in (("from", "不小于"), ("to", "不大于"))
    },
}  # fmt: skip


def _table(actor: Actor, wanted: Wanted) -> QuerySet[Case]:
    return taken(actor, DeskDeed.CASES_SEE, PlacementQuery.line, wanted.filter, wanted.ids, wanted.sort)


def register() -> None:
    """Let the case list be taken out; called once at start-up."""
    register_exporter(
        of_table(
            "recovery_cases",
            "案件列表",
            DeskDeed.CASES_SEE,
            _columns(),
            _table,
            filters=FILTERS,
            case_id="pk",
        )
    )
