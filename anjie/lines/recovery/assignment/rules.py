"""Which rule a case falls under, and why a planned case may no longer be given: values in, verdicts out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from anjie.foundation import money
from anjie.foundation.refusals import Refusal


@dataclass(frozen=True)
class Rule:
    """What a case must be like to go to certain collectors; what is blank does not matter."""

    id: int
    name: str
    client_id: int | None = None
    regions: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    amount_from: Decimal | None = None
    amount_to: Decimal | None = None
    collectors: tuple[int, ...] = ()

    def fits(self, *, client_id: int, region: str, category: str, amount: Decimal) -> bool:
        """Whether a case like this falls under the rule; ``amount_to`` itself no longer does."""
        return (
            self.client_id in (None, client_id)
            and (not self.regions or any(region.startswith(one) for one in self.regions))
            and (not self.categories or category in self.categories)
            and (self.amount_from is None or amount >= self.amount_from)
            and (self.amount_to is None or amount < self.amount_to)
        )

    @property
    def said(self) -> str:
        """The rule in words, shown as the reason."""
        parts = ["、".join(sorted(self.regions))] if self.regions else []
        parts += ["、".join(sorted(self.categories))] if self.categories else []
        parts += [f"≥ {money.show(self.amount_from)} 元"] if self.amount_from is not None else []
        parts += [f"< {money.show(self.amount_to)} 元"] if self.amount_to is not None else []
        return f"规则“{self.name}”" + (f"（{'，'.join(parts)}）" if parts else "")


def first_fitting(
    rules: Sequence[Rule], *, client_id: int, region: str, category: str, amount: Decimal
) -> int | None:
    """The place of the first rule the case falls under, if any."""
    return next(
        (
            at
            for at, rule in enumerate(rules)
            if rule.fits(client_id=client_id, region=region, category=category, amount=amount)
        ),
        None,
    )


def not_open(no: str, state_label: str) -> Refusal:
    """Only a case still on the desk is given to anybody."""
    return Refusal(
        "assignment.not_open", f"案件 {no} 当前为“{state_label}”，不能分配。请先重开或从所选中去掉。", no=no
    )


def client_not_allowed(no: str) -> Refusal:
    """None of the chosen collectors may see this case's client."""
    return Refusal(
        "assignment.client_not_allowed", f"所选催收员都无权办理案件 {no} 的委托方。请改选催收员。", no=no
    )


def no_rule(no: str) -> Refusal:
    """No rule fits the case."""
    return Refusal("assignment.no_rule", f"案件 {no} 不符合任何分案规则。请补充规则，或手工分配。", no=no)


def changed_meanwhile(no: str, holder: str) -> Refusal:
    """Somebody else gave the case away after the preview."""
    now = f"已由 {holder} 持有" if holder else "已被收回"
    return Refusal(
        "assignment.changed_meanwhile", f"案件 {no} 在预览之后{now}，本次未改动。请重新预览。", no=no
    )


def collector_gone(no: str) -> Refusal:
    """The collector left between preview and commit."""
    return Refusal(
        "assignment.collector_gone", f"案件 {no} 的目标催收员已停用，本次未改动。请重新预览并改选。", no=no
    )
