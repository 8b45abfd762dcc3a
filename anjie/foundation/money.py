"""Money is a Decimal with two places of the case's currency, never a float, never rounded in silence."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from anjie.foundation.refusals import Invalid

CENT = Decimal("0.01")
ZERO = Decimal("0.00")
# The widest column of the desk is numeric(15, 2).
LARGEST = Decimal("9999999999999.99")

_MULTIPLIERS = (
    ("亿", Decimal(100_000_000)),
    ("万", Decimal(10_000)),
    ("千", Decimal(1_000)),
    ("百", Decimal(100)),
)
_DASHES = str.maketrans({"−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "﹣": "-"})
_CURRENCY = re.compile(r"人民币|RMB|CNY|CN¥|[¥$]", re.IGNORECASE)
# Thousands may be grouped by three or not at all: '1,23' could as well be a European decimal.
_NUMBER = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+", re.ASCII)


def parse(value: Any) -> Decimal:
    """The amount somebody wrote, exact to the cent; raises Invalid where it would have to be guessed.

    Takes ``1,234.50``, ``￥1，234.50``, ``1.2万元``, ``(1,234.50)``, ``1,234.50-``, full-width digits,
    and the ints, floats and Decimals a workbook cell holds. More than two decimals are refused, except
    the last-place noise of a binary float.
    """
    if isinstance(value, bool) or value is None:
        raise _unreadable(value)
    if isinstance(value, float):
        return _exact(_from_float(value), value)
    if isinstance(value, int | Decimal):
        return _exact(Decimal(value), value)
    if not isinstance(value, str):
        raise _unreadable(value)
    return _exact(_from_text(value), value)


def show(amount: Decimal) -> str:
    """``1234.5`` as ``1,234.50``: how an amount stands in messages and papers."""
    return f"{amount.quantize(CENT, ROUND_HALF_UP):,}"


def plain(amount: Decimal) -> str:
    """``1234.5`` as ``1234.50``: how an amount stands in JSON and CSV."""
    return f"{amount.quantize(CENT, ROUND_HALF_UP):f}"


def cents(amount: Decimal) -> int:
    """The amount as a whole number of cents; parts of a cent are an error of the caller."""
    scaled = amount * 100
    whole = int(scaled)
    if whole != scaled:
        raise ValueError(f"{amount} is not a whole number of cents")
    return whole


def from_cents(count: int) -> Decimal:
    """Whole cents as an amount with two places."""
    return Decimal(int(count)).scaleb(-2)


def plain_cents(count: int) -> str:
    """Whole cents as ``plain`` writes the amount: 123450 → ``1234.50``."""
    whole, part = divmod(abs(count), 100)
    return f"{'-' if count < 0 else ''}{whole}.{part:02d}"


def rounded(amount: Decimal) -> Decimal:
    """A computed amount (interest, a share) to the cent, half up as banks do."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def capitals(amount: Decimal) -> str:
    """The amount in Chinese capitals for papers: 1234.5 → 壹仟贰佰叁拾肆元伍角, 7 → 柒元整."""
    exact = _exact(Decimal(amount), amount)
    import cn2an  # brings half a second of other things into every process that never writes a receipt

    # It counts in groups of four digits and wants plain text, not an exponent.
    words: str = cn2an.an2cn(plain(abs(exact)), "rmb")
    return f"负{words}" if exact < 0 else words


def _from_text(text: str) -> Decimal:
    written = unicodedata.normalize("NFKC", text).translate(_DASHES)
    written = re.sub(r"[\s'’_]", "", written)
    written = _CURRENCY.sub("", written)
    if not written:
        raise Invalid("money.blank", "金额为空。请填写金额，例如 1234.50。", value="")
    negative = False
    if written.startswith("(") and written.endswith(")"):
        negative, written = True, written[1:-1]
    elif written[0] in "+-":
        negative, written = written[0] == "-", written[1:]
    elif written[-1] in "+-":
        negative, written = written[-1] == "-", written[:-1]
    written = re.sub(r"[元圆整]+$", "", written)
    scale = Decimal(1)
    for unit, times in _MULTIPLIERS:
        if written.endswith(unit):
            scale, written = times, written[: -len(unit)]
            break
    if not _NUMBER.fullmatch(written):
        raise _unreadable(text)
    amount = Decimal(written.replace(",", "")) * scale
    return -amount if negative else amount


def _from_float(value: float) -> Decimal:
    if value != value or value in (float("inf"), float("-inf")):
        raise _unreadable(value)
    nearest = Decimal(repr(value)).quantize(CENT, ROUND_HALF_UP) if abs(value) < 1e13 else Decimal(value)
    # 0.1 + 0.2 reads 0.30000000000000004; that is noise, 0.304 is not.
    noise = max(1e-9, abs(value) * 1e-14)
    return nearest if abs(float(nearest) - value) <= noise else Decimal(repr(value))


def _exact(amount: Decimal, written: Any) -> Decimal:
    if not amount.is_finite():
        raise _unreadable(written)
    if abs(amount) > LARGEST:
        raise Invalid(
            "money.too_large",
            f"金额 {_told(written)} 超出可登记的最大值 {show(LARGEST)}。请核对金额和单位。",
            value=_told(written),
        )
    kept = amount.quantize(CENT)
    if kept != amount:
        raise Invalid(
            "money.decimals",
            f"金额 {_told(written)} 的小数超过两位。请改为精确到分的金额。",
            value=_told(written),
        )
    return kept + ZERO  # turns -0.00 into 0.00


def _unreadable(value: Any) -> Invalid:
    shown = _told(value)
    return Invalid(
        "money.unreadable", f"“{shown}”不是可以识别的金额。请填写数字，例如 1234.50。", value=shown
    )


def _told(written: Any) -> str:
    """What was written, short enough to stand in a sentence."""
    if written is None:
        return ""
    if isinstance(written, int) and written.bit_length() > 256:  # Python refuses to print the longest
        return "（位数过多）"
    text = str(written)
    return text if len(text) <= 40 else f"{text[:40]}…"
