"""What an agreement must say before it is signed, whether a court may confirm it, whether it may be signed on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from anjie.foundation import money

AGREED, CONFIRMED, FAILED = "agreed", "confirmed", "failed"
WITH_AGREEMENT = (AGREED, CONFIRMED)
MOST_TERMS = 120
COURT_DAYS = 30
"""Days after the agreement takes effect within which both may ask a court (People's Mediation Law 33)."""
REMIND_BEFORE = (10, 3, 1)
"""So many days before the last one the mediator and the parties are reminded, once each."""
LONGEST_PLAN = 5
"""Years a personal instalment plan may run (credit-card rules 70)."""

MEDIATION_29 = "《人民调解法》第二十九条"
CONFIRM_33 = "《人民调解法》第三十三条"
CONFIRM_4 = "《人民调解协议司法确认程序的若干规定》第四条"
CONFIRM_7 = "《人民调解协议司法确认程序的若干规定》第七条"
E_SIGN_3 = "《电子签名法》第三条"
CARD_70 = "《商业银行信用卡业务监督管理办法》第七十条"

STATUS_WORDS = ("离婚", "婚姻关系", "收养关系", "亲子关系", "身份关系", "解除收养")
VAGUE_WORDS = ("尽快", "适当", "酌情", "视情况", "另行协商", "有钱", "条件允许", "尽量", "左右")
E_SIGN_WORDS: dict[str, tuple[str, ...]] = {
    "marriage": ("离婚", "婚姻关系", "结婚", "抚养权"),
    "adoption": ("收养",),
    "inheritance": ("继承", "遗产", "遗嘱"),
    "utility": ("停止供水", "停止供热", "停止供气", "停止供电", "停水", "停电", "停气", "停暖"),
}
MATTER_LABELS = {"marriage": "婚姻", "adoption": "收养", "inheritance": "继承", "utility": "停止公用事业服务"}


@dataclass(frozen=True, slots=True)
class Term:
    """One thing agreed, with names as people read them."""

    kind: str
    payer: str = ""
    payee: str = ""
    amount: Decimal | None = None
    due_on: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Everything the checker looks at."""

    outcome: str
    terms: Sequence[Term]
    today: date
    amount: Decimal | None = None
    note: str = ""
    performance: str = ""
    court: str = ""
    kind_label: str = ""
    may_confirm: bool = True
    may_e_sign: bool = True
    unidentified: Sequence[str] = ()

    @property
    def words(self) -> str:
        """All that was written of what was agreed."""
        return "\n".join([self.note, self.performance, *(one.text for one in self.terms)])


@dataclass(frozen=True, slots=True)
class Found:
    """What the checker found: ``block`` stops the agreement, ``warn`` is shown; by which rule and law."""

    level: Literal["block", "warn"]
    code: str
    message: str
    law: str = ""


def check(agreement: Agreement) -> list[Found]:
    """Every finding on an agreement, what blocks first; an outcome without agreement has none."""
    if agreement.outcome not in WITH_AGREEMENT:
        return []
    found = [one for rule in RULES for one in rule(agreement)]
    return sorted(found, key=lambda one: one.level != "block")


def _terms_there(agreement: Agreement) -> Iterator[Found]:
    if not agreement.terms:
        yield Found("block", "agreement.no_terms", "协议没有约定任何履行内容。请至少填写一项。", MEDIATION_29)
    if len(agreement.terms) > MOST_TERMS:
        yield Found(
            "block", "agreement.too_many", f"协议有 {len(agreement.terms)} 项，最多 {MOST_TERMS} 项。请合并。"
        )


def _terms_whole(agreement: Agreement) -> Iterator[Found]:
    """Who pays what to whom by when: nothing is left open."""
    for place, term in enumerate(agreement.terms, start=1):
        pays = term.kind == "pay"
        missing = [
            label
            for label, there in (
                ("付款人" if pays else "履行人", term.payer),
                ("收款人", term.payee or not pays),
                ("金额", term.amount is not None or not pays),
                ("履行内容", term.text.strip() or pays),
                ("到期日", term.due_on),
            )
            if not there
        ]
        if missing:
            yield Found(
                "block", "agreement.incomplete", f"第 {place} 项缺少{'、'.join(missing)}。", MEDIATION_29
            )
        if pays and term.amount is not None and term.amount <= 0:
            yield Found("block", "agreement.amount", f"第 {place} 项的金额应大于零。", MEDIATION_29)
        if pays and term.payer and term.payer == term.payee:
            yield Found(
                "block",
                "agreement.same_person",
                f"第 {place} 项的付款人与收款人都是{term.payer}。",
                MEDIATION_29,
            )
        if term.due_on and term.due_on < agreement.today:
            yield Found("warn", "agreement.past", f"第 {place} 项的到期日 {term.due_on} 已过。", MEDIATION_29)


def _sums_agree(agreement: Agreement) -> Iterator[Found]:
    """The instalments make up the sum, to the cent."""
    paid = [term.amount for term in agreement.terms if term.kind == "pay" and term.amount is not None]
    if agreement.amount is None:
        if paid:
            yield Found("block", "agreement.no_sum", "有付款项，但没有填写协议总金额。", MEDIATION_29)
        return
    total, told = sum(map(money.cents, paid)), money.cents(agreement.amount)
    if total != told:
        yield Found(
            "block",
            "agreement.sum_differs",
            f"各期合计 {money.show(money.from_cents(total))} 元，与协议总金额 {money.show(money.from_cents(told))} 元"
            f"相差 {money.show(money.from_cents(abs(total - told)))} 元。",
            MEDIATION_29,
        )


def _not_too_long(agreement: Agreement) -> Iterator[Found]:
    last = max((term.due_on for term in agreement.terms if term.kind == "pay" and term.due_on), default=None)
    if last and last > _years_on(agreement.today, LONGEST_PLAN):
        yield Found(
            "warn",
            "agreement.long_plan",
            f"还款计划到 {last}，超过 {LONGEST_PLAN} 年；信用卡个性化分期不得超过 {LONGEST_PLAN} 年。",
            CARD_70,
        )


def _clear(agreement: Agreement) -> Iterator[Found]:
    """What a court could not enforce because nobody can tell what it means."""
    vague = [word for word in VAGUE_WORDS if word in agreement.words]
    if vague:
        level: Literal["block", "warn"] = "block" if agreement.outcome == CONFIRMED else "warn"
        yield Found(
            level,
            "agreement.vague",
            f"内容不明确：{'、'.join(f'“{one}”' for one in vague)}。请写明金额、日期或标准。",
            CONFIRM_7,
        )
    if not agreement.performance.strip():
        yield Found("warn", "agreement.no_way", "没有写明履行方式，如银行转账、当面交付。", MEDIATION_29)


def _confirmable(agreement: Agreement) -> Iterator[Found]:
    status = [word for word in STATUS_WORDS if word in agreement.words]
    why = ""
    if not agreement.may_confirm:
        why = f"“{agreement.kind_label}”类纠纷的协议不予司法确认"
    elif status:
        why = f"协议涉及{'、'.join(f'“{one}”' for one in status)}，身份、收养、婚姻关系不予司法确认"
    if why and agreement.outcome == CONFIRMED:
        yield Found("block", "confirm.not_allowed", f"{why}。请改选“调解成功”。", CONFIRM_4)
    elif why:
        yield Found("warn", "confirm.not_allowed", f"{why}，当事人不能据此申请。", CONFIRM_4)
    if agreement.outcome != CONFIRMED:
        return
    if not agreement.court.strip():
        yield Found("block", "confirm.no_court", "申请司法确认需要填写管辖法院。", CONFIRM_33)
    if agreement.unidentified:
        yield Found(
            "warn",
            "confirm.no_id",
            f"{'、'.join(agreement.unidentified)}没有登记证件号码，法院立案时需要。",
            CONFIRM_33,
        )


def _e_signable(agreement: Agreement) -> Iterator[Found]:
    found = matter_of(agreement.words, may_e_sign=agreement.may_e_sign)
    if found:
        yield Found(
            "warn",
            "sign.on_paper",
            f"涉及{MATTER_LABELS[found]}，不得在线签署，须纸质签署后上传扫描件。",
            E_SIGN_3,
        )


RULES: tuple[Callable[[Agreement], Iterable[Found]], ...] = (
    _terms_there, _terms_whole, _sums_agree, _not_too_long, _clear, _confirmable, _e_signable,
)  # fmt: skip


def matter_of(words: str, *, may_e_sign: bool) -> str:
    """The matter the law keeps from electronic signing, or nothing; a kind of dispute may be kept as a whole."""
    for code, named in E_SIGN_WORDS.items():
        if any(word in words for word in named):
            return code
    return "" if may_e_sign else "marriage"


def court_until(effective_on: date, is_working: Callable[[date], bool]) -> date:
    """The last day to ask the court: thirty days on, and where that is no working day the next that is."""
    last = effective_on + timedelta(days=COURT_DAYS)
    while not is_working(last):
        last += timedelta(days=1)
    return last


def reminder_due(until: date, today: date) -> int | None:
    """How many days before the last one a reminder is due by today: the nearest of the steps that has come."""
    left = (until - today).days
    if left < 0:
        return None
    return min((step for step in REMIND_BEFORE if left <= step), default=None)


def _years_on(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
