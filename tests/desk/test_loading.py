"""What is written out for COPY comes back as it was."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection

from anjie.desk.case_columns import json_text, json_texts
from anjie.desk.loading import block, copy_block, text_array, texts

ODD = ['say "so"', "back\\slash", "\\N", "tab\tline\nend\r", "{a,b}", "NULL", "", "张三", "#A1", 'x"']


@pytest.mark.django_db
@pytest.mark.parametrize("words", [[], ODD, *([word] for word in ODD), ["a", None, 'b"'], [None]])
def test_words_go_into_the_database_and_come_back(words: list[str | None]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::text[]", [text_array(words)])
        assert cursor.fetchone() == (words,)


@pytest.mark.django_db
def test_columns_that_stand_as_one_are_columns_of_their_own() -> None:
    # given a table, and a block in which two neighbours are written out together
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE odd (n int, a text, b text, facts jsonb) ON COMMIT DROP")
    facts = json_texts({"said": ODD, "when": [None] * len(ODD)}, len(ODD))
    pairs = ["\t".join(texts([word, word[::-1]])) for word in ODD]
    # when it is loaded
    copy_block(block("odd", {"n": map(str, range(len(ODD))), ("a", "b"): pairs, "facts": texts(facts)}))
    # then every cell holds what was put into it
    with connection.cursor() as cursor:
        cursor.execute("SELECT a, b, facts::text FROM odd ORDER BY n")
        rows = [(a, b, json.loads(told)) for a, b, told in cursor.fetchall()]
    assert rows == [(word, word[::-1], {"said": word}) for word in ODD]


@pytest.mark.parametrize(
    "row", [{}, {"a": '“引”"\\\n'}, {"a": 1, "b": None}, {"b": ["x", "y"], "c": Decimal("1.50")}]
)
def test_a_column_at_a_time_is_the_same_json(row: dict[str, Any]) -> None:
    present = {name: value for name, value in row.items() if value is not None}
    (told,) = json_texts({name: [value] for name, value in row.items()}, 1)
    assert told == json_text(present)
