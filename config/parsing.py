"""Reads what a request brings; refuses, for every route alike, text that no database column can hold."""

from __future__ import annotations

import json
import re
from typing import Any

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from ninja.parser import Parser

from anjie.foundation.refusals import Invalid

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_ESCAPED = re.compile(rb"\\u(?:0000|[dD][89a-fA-F])")


class StorableParser(Parser):
    """JSON and query values without NUL and without half a character, else a refusal."""

    def parse_body(self, request: HttpRequest) -> Any:
        """The body; JSON carries those only escaped, so one without such an escape is not walked."""
        body = request.body
        told = json.loads(body)
        if _ESCAPED.search(body) and _anywhere(told):
            raise _unstorable()
        return told

    def parse_querydict(self, data: MultiValueDict, list_fields: list[str], request: HttpRequest) -> Any:
        """The query values."""
        if any(_UNSTORABLE.search(str(value)) for _, values in data.lists() for value in values):
            raise _unstorable()
        return super().parse_querydict(data, list_fields, request)


def _anywhere(told: Any) -> bool:
    if isinstance(told, str):
        return bool(_UNSTORABLE.search(told))
    if isinstance(told, dict):
        return any(_anywhere(part) for pair in told.items() for part in pair)
    return isinstance(told, list) and any(_anywhere(part) for part in told)


def _unstorable() -> Invalid:
    return Invalid("request.unstorable", "提交的文字含有无法保存的控制字符。请删除后重试。")
