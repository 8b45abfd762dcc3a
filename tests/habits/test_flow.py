"""The page of flows says what the tables of moves say."""

from __future__ import annotations

import re

from anjie.desk.public import lines
from scripts import flow


def test_the_page_is_what_the_tables_say_today() -> None:
    written = flow.PAGE.read_text("utf-8")
    assert written == flow.page(lines()), "docs/FLOW.md is out of date: run .venv/bin/python scripts/flow.py"


def test_every_move_of_every_line_is_drawn_and_tabled() -> None:
    recovery = next(line for line in lines() if line.code == "recovery")
    written = flow.page([recovery])
    assert "    open --> paused: 暂停" in written
    assert "    settled --> open: 重开" in written
    assert "    open --> open: 留案" in written
    tabled = re.findall(r"^\| `(\w+\.\w+)` \|", written, re.M)
    assert tabled == [move.code for move in recovery.moves]
    drawn = set(re.findall(r"^    (\w+) --> (\w+):", written, re.M))
    assert drawn == {(source, move.target or source) for move in recovery.moves for source in move.sources}
