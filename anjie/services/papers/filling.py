"""Fills a template with facts; knows neither database nor case, so that it can run in a process of its own."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from docxtpl import DocxTemplate

from anjie.services.papers.fields import Known
from anjie.services.papers.sandbox import PaperEnvironment, Row, Rows

MOST_ROWS = 500
MOST_BYTES = 20 * 1024 * 1024


def fill(content: bytes, known: Known, facts: Mapping[str, Any]) -> bytes:
    """The template as a finished Word file; ``facts`` by code, lists as lists of items by code."""
    template = DocxTemplate(io.BytesIO(content))
    template.render(context_of(known, facts), jinja_env=PaperEnvironment(), autoescape=True)
    # Properties are kept with the file; the template's author is not the author of this paper.
    out = io.BytesIO()
    template.save(out)
    if out.tell() > MOST_BYTES:
        raise ValueError("the paper is too large")
    return out.getvalue()


def context_of(known: Known, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts under every name a template may use; what is missing is empty, never an error."""
    context: dict[str, Any] = {}
    for name, code in known.codes.items():
        items = known.fields[name]
        value = facts.get(code)
        if items is None:
            context[name] = "" if value is None else value
            continue
        rows = Rows()
        for item in list(value or [])[:MOST_ROWS]:
            rows.append(
                Row({inner: _or_nothing(item.get(inner_code)) for inner, inner_code in items.items()})
            )
        context[name] = rows
    return context


def _or_nothing(value: Any) -> Any:
    return "" if value is None else value
