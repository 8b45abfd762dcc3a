from __future__ import annotations

import ast
from pathlib import Path

import pytest

from anjie.access.sentences import Group, sentences, told
from anjie.desk.lines import find_move
from anjie.desk.timeline_read import in_words

ROOT = Path(__file__).resolve().parents[2]
RECORDS = {"record", "record_each", "record_all", "record_from", "Beginnings"}
PASSES_ON = {"_reveal", "_change"}
"""Functions that hand a verb they are given to a record call."""


def verbs_in(tree: ast.Module) -> list[tuple[str, int]]:
    """Verbs that are logged: texts given to a record call, or put into a name of this module given to one.

    A verb put together (``f"promise.{state}"``) comes as its beginning with a star.
    """
    texts: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            names = [target for target in node.targets if isinstance(target, ast.Name)]
            tuples = [target for target in node.targets if isinstance(target, ast.Tuple)]
            for name in names:
                texts.setdefault(name.id, []).append(node.value)
            for target in tuples:
                if isinstance(node.value, ast.Tuple):
                    for name, value in zip(target.elts, node.value.elts, strict=False):
                        if isinstance(name, ast.Name):
                            texts.setdefault(name.id, []).append(value)
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        wanted = node.args[1:3] if called in RECORDS else node.args if called in PASSES_ON else []
        found += [(verb, node.lineno) for argument in wanted for verb in _texts(argument, texts)]
    return found


def _texts(value: ast.expr, names: dict[str, list[ast.expr]]) -> list[str]:
    match value:
        case ast.Constant(value=str(text)) if "." in text and " " not in text:
            return [text]
        case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_]) if "." in start:
            return [f"{start}*"]
        case ast.IfExp(body=body, orelse=orelse):
            return _texts(body, names) + _texts(orelse, names)
        case ast.Name(id=name):
            given = names.get(name, [])
            return [text for one in given if not isinstance(one, ast.Name) for text in _texts(one, names)]
    return []


def logged() -> dict[str, str]:
    """Every verb the code logs, with where."""
    found = {}
    for path in sorted((ROOT / "anjie").rglob("*.py")) + sorted((ROOT / "config").rglob("*.py")):
        for verb, line in verbs_in(ast.parse(path.read_text("utf-8"))):
            found.setdefault(verb, f"{path.relative_to(ROOT)}:{line}")
    return found


def test_every_verb_that_is_logged_has_a_sentence() -> None:
    verbs = logged()
    assert {"contact.added", "reveal.id_no", "access.signed_in", "file.added", "case.opened"} <= set(verbs)
    assert {"view.shared", "file.viewed", "promise.*", "keys.rotated"} <= set(verbs)
    said = {one.verb for one in sentences()}
    silent = {
        verb: at
        for verb, at in verbs.items()
        if not (
            any(one.startswith(verb[:-1]) for one in said)
            if verb.endswith("*")
            else verb in said or find_move(verb)
        )
    }
    assert silent == {}


@pytest.mark.parametrize("verb", sorted(one.verb for one in sentences()))
def test_every_sentence_is_said_in_chinese_even_when_a_fact_is_missing(verb: str) -> None:
    words = told(verb, {})
    assert words.text and any("\u4e00" <= letter <= "\u9fff" for letter in words.text)
    assert isinstance(words.group, Group)


def test_a_verb_nobody_knows_shows_its_code() -> None:
    assert in_words("unheard.of", {"reason": "因为"}).text == "unheard.of"
    assert in_words("unheard.of", {"reason": "因为"}).detail == "因为"
