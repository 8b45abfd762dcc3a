"""Amounts, whole numbers and rates, exact: whole cents, no rounding that the clerk did not see."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from anjie.foundation import money as amounts
from anjie.foundation.refusals import Invalid
from anjie.services.sheets.declaring.faults import fault
from anjie.services.sheets.declaring.types.texts import NOTHING, broken, shown, squeezed, tidy
from anjie.services.sheets.reading.cells import Broken

if TYPE_CHECKING:
    from anjie.services.sheets.declaring.kinds import Column, Convert, Reading

# numeric(14, 2), the narrowest amount column of the desk, in cents.
LARGEST = 99_999_999_999_999
_PLAIN = re.compile(r"^(\d{1,12})(?:\.(\d{1,2})0*)?$")
_UNIT_IN_CELL = re.compile(r"[元圆整]|[万亿千百]")
_FLOAT_NOISE = re.compile(r"^-?\d+\.\d{10,}$")
_NEGATIVE = fault("money.negative", "金额不能为负数。请核对；如是溢缴款或冲销，请单独处理。")


def _cents_of_number(value: float, unit: int) -> Any:
    scaled = value * unit * 100
    if not -LARGEST <= scaled <= LARGEST:
        return fault("money.too_large", f"金额 {value:.6g} 大得不合理。请核对金额和单位（元/万元）。")
    cents = round(scaled)
    # Doubles keep fifteen digits: below that a distance is noise, above it a third decimal.
    if abs(scaled - cents) > max(1e-4, abs(scaled) * 1e-12):
        return fault(
            "money.decimals",
            f"金额 {of_float(value)} 精确到分以下。请改为最多两位小数（公式结果请先四舍五入）。",
        )
    return cents


def of_float(value: float) -> str:
    """A number as the clerk sees it in the cell."""
    return f"{value:.10f}".rstrip("0").rstrip(".")


def money(column: Column, reading: Reading) -> Convert:
    """An amount as whole cents, ≥ 0, at most two decimals; ``万元`` from the header or the cell."""
    unit = reading.unit
    signed = column.minimum is not None and column.minimum < 0

    def convert(value: Any) -> Any:
        if type(value) is float or type(value) is int:
            scaled = value * unit * 100
            if 0 <= scaled <= LARGEST and -1e-4 < scaled - round(scaled) < 1e-4:
                return round(scaled)
            cents = _cents_of_number(value, unit)
            return cents if type(cents) is not int or cents >= 0 or signed else _NEGATIVE
        if type(value) is not str:
            if isinstance(value, Broken):
                return broken(value)
            return fault(
                "money.unreadable",
                f"“{shown(value)}”不是金额，可能被 Excel 改成了日期。请填写数字，例如 1234.50。",
            )
        if unit == 1:
            plain = _PLAIN.match(value)
            if plain:
                return int(plain[1]) * 100 + int((plain[2] or "0").ljust(2, "0"))
        out = tidy(value)
        if type(out) is not str:
            return out
        if not out or out in NOTHING:
            return None
        return _cents_of_text(squeezed(out), unit, signed)

    return convert


def _cents_of_text(written: str, unit: int, signed: bool) -> Any:
    if _FLOAT_NOISE.match(written):
        cents = _cents_of_number(float(written), unit)
        return cents if type(cents) is not int or cents >= 0 or signed else _NEGATIVE
    try:
        if unit != 1 and not _UNIT_IN_CELL.search(written):
            written += "万" if unit == 10_000 else ""
        amount = amounts.parse(written)
    except Invalid as refusal:
        if refusal.code == "money.decimals":
            return fault("money.decimals", f"金额“{shown(written)}”的小数超过两位。请改为精确到分的金额。")
        if refusal.code == "money.too_large":
            return fault(
                "money.too_large", f"金额“{shown(written)}”大得不合理。请核对金额和单位（元/万元）。"
            )
        return fault("money.unreadable", f"“{shown(written)}”不是可以识别的金额。请填写数字，例如 1234.50。")
    if amount < 0 and not signed:
        return _NEGATIVE
    cents = amounts.cents(amount)
    if abs(cents) > LARGEST:
        return fault("money.too_large", f"金额“{shown(written)}”大得不合理。请核对金额和单位（元/万元）。")
    return cents


_INTEGER = re.compile(r"^(\d{1,9})(?:\.0+)?(?:期|天|日|岁|个月|月|次|号|笔|年)?$")


def integer(column: Column, reading: Reading) -> Convert:
    """A whole number; the words 期 天 岁 日 behind it are allowed."""
    low = 0 if column.minimum is None else column.minimum
    high = 2_147_483_647 if column.maximum is None else column.maximum

    def convert(value: Any) -> Any:
        if type(value) is float:
            if value != int(value):
                return fault("integer.unreadable", f"“{shown(value)}”不是整数。请填写整数。")
            number = int(value)
        elif type(value) is int:
            number = value
        elif type(value) is str:
            out = tidy(value)
            if type(out) is not str:
                return out
            if not out or out in NOTHING:
                return None
            found = _INTEGER.match(squeezed(out).replace(",", ""))
            if not found:
                return fault("integer.unreadable", f"“{shown(out)}”不是整数。请只填写数字。")
            number = int(found[1])
        elif isinstance(value, Broken):
            return broken(value)
        else:
            return fault(
                "integer.unreadable", f"“{shown(value)}”不是整数，可能被 Excel 改成了日期。请填写整数。"
            )
        if not low <= number <= high:
            return fault("integer.out_of_range", f"{number} 不在 {low} 到 {high} 之间。请核对。")
        return number

    return convert


_PERCENT = re.compile(r"^(\d{1,3}(?:\.\d{1,8})?|\.\d{1,8})(%|‰|个点|点)?$")


def percent(column: Column, reading: Reading) -> Convert:
    """A rate between 0 and 100 %, written 0.15, 15 % or 15; kept as a text fraction ``0.15000``."""

    def judged(number: Decimal, said: str) -> Any:
        if not 0 <= number <= 1:
            return fault("percent.out_of_range", f"比例“{shown(said)}”不在 0 到 100% 之间。请核对。")
        kept = number.quantize(Decimal("0.00001"))
        if abs(kept - number) > Decimal("1e-9"):
            return fault("percent.decimals", f"比例“{shown(said)}”的小数位过多。请精确到 0.001% 以内。")
        return f"{kept:.5f}"

    def convert(value: Any) -> Any:
        if type(value) is float or type(value) is int:
            if value == 1:
                return _ambiguous_rate()
            if not 0 <= value <= 100:
                return fault("percent.out_of_range", f"比例“{value:g}”不在 0 到 100% 之间。请核对。")
            # Twelve digits are what a person typed; the rest is the float's noise.
            number = Decimal(f"{value:.12g}")
            return judged(number if value < 1 else number / 100, f"{value:g}")
        if type(value) is not str:
            if isinstance(value, Broken):
                return broken(value)
            return fault("percent.unreadable", f"“{shown(value)}”不是比例。请写成 15% 的样子。")
        out = tidy(value)
        if type(out) is not str:
            return out
        if not out or out in NOTHING:
            return None
        found = _PERCENT.match(squeezed(out))
        if not found:
            return fault("percent.unreadable", f"“{shown(out)}”不是比例。请写成 15% 的样子。")
        number = Decimal(found[1])
        if found[2] == "‰":
            return judged(number / 1000, out)
        if found[2]:
            return judged(number / 100, out)
        if number == 1:
            return _ambiguous_rate()
        return judged(number if number < 1 else number / 100, out)

    return convert


def _ambiguous_rate() -> Any:
    return fault("percent.ambiguous", "“1”可能是 1% 也可能是 100%。请写明 1% 或 100%。")
