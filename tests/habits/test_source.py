"""Habits of the source that import contracts cannot show."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGES = ("anjie", "config", "demo", "bench")


def sources(*folders: str) -> Iterator[Path]:
    for folder in folders or PACKAGES:
        yield from sorted((CHECKOUT / folder).rglob("*.py"))


def places(judge: Callable[[ast.AST], bool], files: Iterator[Path]) -> list[str]:
    return [
        f"{path.relative_to(CHECKOUT)}:{node.lineno}"
        for path in files
        for node in nodes_of(path)
        if judge(node)
    ]


@cache
def nodes_of(path: Path) -> list[ast.AST]:
    """What stands in a file; each is read once for all habits."""
    return list(ast.walk(ast.parse(path.read_text("utf-8"))))


def outside(*left_out: str) -> Iterator[Path]:
    for path in sources():
        name = path.relative_to(CHECKOUT).as_posix()
        if not any(name.startswith(prefix) for prefix in left_out) and "/migrations/" not in name:
            yield path


# -- what each habit looks for --


def takes_cases_directly(node: ast.AST) -> bool:
    """``Case.objects``: rows come from cases_for and case_for, which know who may see them."""
    return (
        isinstance(node, ast.Attribute)
        and node.attr in ("objects", "_default_manager", "_base_manager")
        and (
            (isinstance(node.value, ast.Name) and node.value.id == "Case")
            or (isinstance(node.value, ast.Attribute) and node.value.attr == "Case")
        )
    )


def sets_state(node: ast.AST) -> bool:
    """``case.state = …``: a change of state is a move."""
    if isinstance(node, ast.Assign):
        targets = node.targets
    elif isinstance(node, ast.AnnAssign | ast.AugAssign):
        targets = [node.target]
    else:
        return False
    return any(
        isinstance(part, ast.Attribute) and part.attr == "state" and _is_case(part.value)
        for target in targets
        for part in ast.walk(target)
    )


def _is_case(value: ast.expr) -> bool:
    """Other things have a state too (an import, an approval): only what is named a case counts."""
    name = value.id if isinstance(value, ast.Name) else value.attr if isinstance(value, ast.Attribute) else ""
    return name == "case" or name.endswith("_case")


def asks_which_line(node: ast.AST) -> bool:
    """``if line == …``: what differs by line is registered by the line."""
    if not isinstance(node, ast.Compare) or not isinstance(
        node.ops[0], ast.Eq | ast.NotEq | ast.In | ast.NotIn
    ):
        return False
    sides = [node.left, *node.comparators]
    named = any(
        (isinstance(side, ast.Name) and side.id == "line")
        or (isinstance(side, ast.Attribute) and side.attr == "line")
        for side in sides
    )
    return named and any(_is_text(side) for side in sides)


def _is_text(side: ast.expr) -> bool:
    if isinstance(side, ast.Tuple | ast.List | ast.Set):
        return any(_is_text(part) for part in side.elts)
    return isinstance(side, ast.Constant) and isinstance(side.value, str)


def looks_up_a_model(node: ast.AST) -> bool:
    """``apps.get_model("…")``: the import contracts cannot see a string."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute | ast.Name)
        and (node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id)
        in ("get_model", "import_string", "import_module", "__import__")
    )


def opens_an_address(node: ast.AST) -> bool:
    """``urllib.request``, ``http.client``: the network belongs to adapters; contracts see only ``urllib``."""
    modules = ("urllib.request", "http.client")
    if isinstance(node, ast.Import):
        return any(alias.name in modules for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        return node.module in modules or any(f"{node.module}.{alias.name}" in modules for alias in node.names)
    return False


# -- the habits --


def test_every_folder_with_python_is_a_package() -> None:
    folders = {path.parent for path in sources()}
    missing = [
        str(folder.relative_to(CHECKOUT)) for folder in folders if not (folder / "__init__.py").exists()
    ]
    assert missing == []


def test_cases_come_through_the_two_doors() -> None:
    assert places(takes_cases_directly, outside("anjie/desk/")) == []


def test_only_the_desk_sets_a_cases_state() -> None:
    assert places(sets_state, outside("anjie/desk/")) == []


def test_nothing_asks_which_line_it_is() -> None:
    assert places(asks_which_line, sources("anjie")) == []


def test_models_are_imported_not_looked_up() -> None:
    assert places(looks_up_a_model, outside("config/")) == []


def test_only_adapters_open_an_address() -> None:
    assert places(opens_an_address, outside("anjie/adapters/", "config/", "demo/", "bench/")) == []


def test_no_drawer_of_odds_and_ends() -> None:
    drawers = {"utils.py", "helpers.py", "helper.py", "util.py", "misc.py", "common.py", "manager.py"}
    assert [str(path.relative_to(CHECKOUT)) for path in sources() if path.name in drawers] == []


@pytest.mark.parametrize(
    ("judge", "code", "found"),
    [
        (takes_cases_directly, "Case.objects.all()", True),
        (takes_cases_directly, "models.Case.objects", True),
        (takes_cases_directly, "Placement.objects.all()", False),
        (sets_state, "case.state = 'closed'", True),
        (sets_state, "a, row.case.state = 1, 2", True),
        (sets_state, "upload.state = 'done'", False),
        (asks_which_line, "if line == 'recovery': pass", True),
        (asks_which_line, "if case.line in ('recovery', 'mediation'): pass", True),
        (asks_which_line, "if line == other: pass", False),
        (looks_up_a_model, "apps.get_model('desk', 'Case')", True),
        (looks_up_a_model, "models.get(1)", False),
        (opens_an_address, "import urllib.request", True),
        (opens_an_address, "from urllib import request", True),
        (opens_an_address, "from urllib.parse import urlsplit", False),
    ],
)
def test_each_habit_bites(judge: Callable[[ast.AST], bool], code: str, found: bool) -> None:
    assert any(judge(node) for node in ast.walk(ast.parse(code))) is found
