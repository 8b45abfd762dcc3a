"""The small language of templates: facts, our filters, ``for`` and ``if``, and nothing else of Jinja.

What a template may say is a list of allowed forms, looked for when it is compiled: the same gate stands before
the check and before every rendering, whatever part of the Word file the text comes from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from anjie.foundation import identifiers, masks, money

DEEPEST = 3
"""How many loops may stand within each other."""
LOOP = ("index", "index0", "first", "last", "length")
_FORMS: tuple[type[nodes.Node], ...] = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Filter, nodes.For, nodes.If,
    nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Const, nodes.CondExpr,
)  # fmt: skip
_DIGITS = "〇一二三四五六七八九"


class Unallowed(Exception):
    """A template says what it may not; ``what`` is the form as people name it."""

    def __init__(self, what: str, line: int = 0) -> None:
        super().__init__(what)
        self.what, self.line = what, line


class Rows(list["Row"]):
    """The items of a repeating fact."""


class Row(dict[str, Any]):
    """One item of a repeating fact."""


def chinese_date(value: Any) -> str:
    """二〇二六年九月一日."""
    if not isinstance(value, date):
        return str(value or "")
    year = "".join(_DIGITS[int(digit)] for digit in str(value.year))
    return f"{year}年{_count(value.month)}月{_count(value.day)}日"


def capital_amount(value: Any) -> str:
    """壹万贰仟叁佰元整; nothing for nothing."""
    if value in (None, ""):
        return ""
    return money.capitals(value if isinstance(value, Decimal) else money.parse(value))


def masked(value: Any) -> str:
    """An ID, card or phone number, an address or a name with its middle hidden."""
    text = str(value or "").strip()
    plain = identifiers.tidy(text)
    if plain[:-1].isdigit() and len(plain) in (15, 18):
        return masks.id_no(plain)
    if plain.isdigit() and len(plain) >= 12:
        return masks.card_no(plain)
    if plain.isdigit():
        return masks.phone(plain)
    return masks.address(text) if len(text) > 8 else masks.name(text)


FILTERS: dict[str, Callable[[Any], str]] = {
    "大写金额": capital_amount,
    "中文日期": chinese_date,
    "脱敏": masked,
}


class PaperEnvironment(ImmutableSandboxedEnvironment):
    """Jinja reduced to :data:`_FORMS`: no calls, no items, no arithmetic, no filters but ours."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=jinja2.StrictUndefined, finalize=shown, cache_size=0)
        self.filters = dict(FILTERS)
        self.globals = {}
        self.tests = {}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        check_tree(tree)
        return tree

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A fact of an item, or where a loop stands; never an attribute of a Python object."""
        if isinstance(obj, Row):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if attribute in LOOP and type(obj).__name__ == "LoopContext":
            return super().getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Facts are named, not numbered."""
        return self.undefined(obj=obj, name=str(argument))

    def call(self, *args: Any, **kwargs: Any) -> Any:
        """Nothing is called."""
        raise Unallowed("调用")

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Only what :meth:`getattr` lets through."""
        return attr in LOOP


def check_tree(tree: nodes.Template) -> None:
    """Refuse every form that is not allowed, and loops too deep within each other."""
    for node, depth in _walk(tree, 0):
        line = getattr(node, "lineno", 0)
        if not isinstance(node, _FORMS):
            raise Unallowed(_named(node), line)
        if depth > DEEPEST:
            raise Unallowed(f"超过 {DEEPEST} 层的重复", line)
        if isinstance(node, nodes.For) and (node.recursive or node.test or node.else_):
            raise Unallowed("带条件的 for", line)
        if isinstance(node, nodes.For) and not isinstance(node.iter, nodes.Name):
            raise Unallowed("只能对重复的事实使用 for，for", line)
        if isinstance(node, nodes.Filter) and (
            node.name not in FILTERS or node.args or node.kwargs or node.dyn_args or node.dyn_kwargs
        ):
            raise Unallowed(f"“|{node.name}”", line)
        if isinstance(node, nodes.Getattr) and not isinstance(node.node, nodes.Name):
            raise Unallowed("多层的“.”", line)
        if isinstance(node, nodes.Name) and (node.name.startswith("_") and node.name[1:2] == "_"):
            raise Unallowed(f"“{node.name}”", line)
        if isinstance(node, nodes.Const) and not isinstance(node.value, str | int | bool | type(None)):
            raise Unallowed("小数", line)


def shown(value: Any) -> Any:
    """A value as it stands in a paper without a filter."""
    if isinstance(value, Decimal):
        return money.show(value)
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list | dict):
        return ""
    return value


def _walk(node: nodes.Node, depth: int) -> Iterator[tuple[nodes.Node, int]]:
    yield node, depth
    inner = depth + 1 if isinstance(node, nodes.For) else depth
    for child in node.iter_child_nodes():
        yield from _walk(child, inner)


def _named(node: nodes.Node) -> str:
    words: Mapping[str, str] = {
        "Call": "“()”调用",
        "Getitem": "“[]”取值",
        "Include": "include",
        "Import": "import",
        "FromImport": "import",
        "Extends": "extends",
        "Macro": "macro",
        "CallBlock": "call",
        "FilterBlock": "filter",
        "Assign": "set",
        "AssignBlock": "set",
        "Block": "block",
        "Test": "is 判断",
    }
    return words.get(type(node).__name__, "算式")


def _count(number: int) -> str:
    """A month or a day: 十一, 二十, 三十一."""
    tens, ones = divmod(number, 10)
    return f"{_DIGITS[tens] if tens > 1 else ''}{'十' if tens else ''}{_DIGITS[ones] if ones else ''}"
