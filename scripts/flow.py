"""Writes docs/FLOW.md from the tables of moves: one state diagram and one table for each line.

Run ``.venv/bin/python scripts/flow.py`` after a table changes; a test says when the page is out of date.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from anjie.desk.lines import Line, Move

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "FLOW.md"

HEAD = """# Flow: every legal move of every line

Generated from the tables of moves by `scripts/flow.py`; do not edit. A move is made by
`move_case` or `move_cases` (`anjie/desk/moves.py`) and by nothing else: state and event are written together.
Whether a case is assigned is its holder, not a state.
"""
REASONS = {"none": "–", "optional": "optional", "required": "required"}


def page(lines: list[Line]) -> str:
    """The whole page for these lines."""
    return "\n".join([HEAD, *(_line(line) for line in lines)])


def _line(line: Line) -> str:
    parts = [
        f"## {line.label} ({line.code})",
        "",
        "```mermaid",
        *_diagram(line),
        "```",
        "",
        "| State | Label | Still on the desk |",
        "|---|---|---|",
        *(
            f"| `{state.code}` | {state.label} | {'yes' if state.is_open else 'no'} |"
            for state in line.states
        ),
        "",
        "| Move | Label | From | To | Permission | Reason | Must be given | Guards | Made by | Sets off |",
        "|---|---|---|---|---|---|---|---|---|---|",
        *(_row(move) for move in line.moves),
        "",
    ]
    return "\n".join(parts)


def _diagram(line: Line) -> list[str]:
    """A mermaid state diagram; moves between the same two states share an arrow."""
    arrows: dict[tuple[str, str], list[str]] = {}
    for move in line.moves:
        for source in move.sources:
            arrows.setdefault((source, move.target or source), []).append(move.label)
    drawn = ["stateDiagram-v2"]
    drawn += [f"    {state.code}: {state.label}" for state in line.states]
    drawn.append(f"    [*] --> {line.states[0].code}")
    drawn += [
        f"    {source} --> {target}: {'、'.join(labels)}" for (source, target), labels in arrows.items()
    ]
    left = {source for source, target in arrows if source != target}
    drawn += [f"    {state.code} --> [*]" for state in line.states if state.code not in left]
    return drawn


def _row(move: Move) -> str:
    cells = [
        f"`{move.code}`",
        move.label,
        " ".join(f"`{source}`" for source in move.sources),
        f"`{move.target}`" if move.target else "(stays)",
        " ".join(f"`{deed.value}`" for deed in (move.deed, *move.also)),
        REASONS[move.reason],
        " ".join(f"`{name}`" for name in move.needs) or "–",
        "; ".join((guard.__doc__ or guard.__name__).splitlines()[0].rstrip(".") for guard in move.guards)
        or "–",
        "the desk itself" if move.automatic else "a person, one or many" if move.bulk else "a person, one",
        move.triggers or "–",
    ]
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Write the page."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from anjie.desk.public import lines

    PAGE.write_text(page(lines()), "utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
