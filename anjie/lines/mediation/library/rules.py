"""What a text is made of for likeness, what the library refuses to keep, and how shared words are told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from anjie.foundation.refusals import Invalid

TITLE_WEIGHT = 2
"""A word of the title counts as often as this many in the story."""
LONGEST_WORD = 24
SHOWN_WORDS = 6
# Characters that join words and say nothing of a matter: a pair across one of them is no pair.
_JOINTS = "的了是在和与及也都就又而其之于以为被把对向从到由等将已我你他她它们这那有个年月日多次后前并但因"
_RUNS = re.compile(r"[一-鿿]+|[a-z]+[0-9]*")
_NUMBERS = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx]|\d{16,19})(?!\d)")


def grams(text: str) -> Counter[str]:
    """The pairs of neighbouring characters of a Chinese text, and its Latin words, each with how often it stands there."""
    found: Counter[str] = Counter()
    for run in _RUNS.findall(text.lower()):
        if run[0] < "一":
            found[run[:LONGEST_WORD]] += 1
            continue
        for piece in re.split(f"[{_JOINTS}]", run):
            found.update(piece[i : i + 2] for i in range(len(piece) - 1))
    return found


def weighed(title: str, *texts: str) -> Counter[str]:
    """The pairs of a typical case, its title's counted for more."""
    found = grams("\n".join(texts))
    for gram, times in grams(title).items():
        found[gram] += times * TITLE_WEIGHT
    return found


def refuse_numbers(**texts: str) -> None:
    """A typical case tells nobody's phone, ID or card number: everybody in the house reads it."""
    for field, text in texts.items():
        if held := _NUMBERS.search(text):
            shown = f"{held.group()[:3]}…{held.group()[-2:]}"
            raise Invalid(
                "library.holds_number",
                f"典型案例中有疑似电话、证件或卡号“{shown}”。请隐去当事人信息后再保存。",
                field=field,
            )


def shared_words(pairs: Sequence[str]) -> list[str]:
    """Pairs both texts hold, best first, those that overlap told as one word: 天花 花板 → 天花板."""
    words: list[str] = []
    left = list(dict.fromkeys(pairs))
    while left and len(words) < SHOWN_WORDS:
        word = left.pop(0)
        grown = True
        while grown and len(word) < 6:
            grown = False
            for pair in left:
                if len(pair) == 2 and (pair[0] == word[-1] or pair[1] == word[0]):
                    word = word + pair[1] if pair[0] == word[-1] else pair[0] + word
                    left.remove(pair)
                    grown = True
                    break
        words.append(word)
    return words
