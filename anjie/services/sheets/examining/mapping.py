"""Which column of the sheet is which field: suggested from the header's words, or as the client saved it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from anjie.services.sheets.declaring.kinds import Column

CERTAIN, GUESSED, SAVED = "certain", "guessed", "saved"

_UNIT = re.compile(
    r"[(\[{【〔（]\s*(?:单位[::]?)?\s*(?:人民币)?(万元|万|元|百元|千元|%|rmb|cny|天|个月|月|期|岁)\s*[)\]}】〕）]"
)
_HINT = re.compile(
    r"[(\[{【〔<（](?:必填|选填|非必填|可空|必输|必填项|人民币|元|万元|万|rmb|cny|%|文本|文本格式|数字|日期|日期格式|格式.*?|单位[::].*?"
    r"|yyyy.*?|\d+位|脱敏|如有|若有|请勿修改.*?|请填写.*?)[)\]}】〕>）]"
)
_BRACKETED = re.compile(r"[(\[{【〔<（《].*?[)\]}】〕>）》]")
_JUNK = re.compile(r"[\s()\[\]{}【】〔〕<>《》（）*＊★☆※:：,，.。、;；'\"“”‘’_\-—–/\\|#&+~!！?？]+")
_BEFORE = re.compile(
    r"^(?:客户|持卡人|借款人|债务人|被催收人|债务人|主借人|借款|贷款人|用户|本人|当前|目前|现|主|其|该|原)"
)
_BEHIND = re.compile(r"(?:如有|必填|选填|信息|内容|明细)$")
_HAN_NUMBERS = {c: i for i, c in enumerate("一二三四五六七八九十", 1)} | {
    c: i for i, c in enumerate("①②③④⑤⑥⑦⑧⑨⑩", 1)
}
_NUMBERED = re.compile(
    r"第?([一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩])(?=个?(?:紧急)?联系人|亲属|$)|(?<=联系人)([一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩])"
)
_ORDINAL = re.compile(r"^第?(\d{1,2})[位个]?((?:紧急)?联系人)(.*)$")


def plain(header: str) -> str:
    """The header in the one form that synonyms are compared in; brackets go, their words stay."""
    out = unicodedata.normalize("NFKC", header).lower()
    out = _HINT.sub("", _UNIT.sub("", out))
    return _numbers(_JUNK.sub("", out))


def shorter(header: str) -> str:
    """The header without what stands in brackets at all."""
    out = unicodedata.normalize("NFKC", header).lower()
    return _numbers(_JUNK.sub("", _BRACKETED.sub("", out)))


def _numbers(word: str) -> str:
    word = _NUMBERED.sub(lambda m: str(_HAN_NUMBERS[m[1] or m[2]]), word)
    found = _ORDINAL.match(word)
    if found:
        word = f"{found[2]}{int(found[1])}{found[3]}"
    return re.sub(r"(?<!\d)0+(?=\d)", "", word)


def unit_of(header: str) -> int:
    """10000 for a header in 万元, else 1."""
    text = unicodedata.normalize("NFKC", header).replace(" ", "")
    found = _UNIT.search(text)
    if found:
        return 10_000 if found[1].startswith("万") else 1
    return 10_000 if re.search(r"万元?$|[(\[【]万", text) else 1


@dataclass(frozen=True)
class Mapped:
    """One column of the sheet, its place (zero-based among the columns read), its field, how sure we are."""

    index: int
    header: str
    column: Column
    confidence: str


@dataclass(frozen=True)
class Suggestion:
    """The mapping of one sheet: what became a field, and the headers that did not."""

    mapped: tuple[Mapped, ...]
    unmapped: tuple[tuple[int, str], ...]
    missing_saved: tuple[tuple[str, str], ...] = ()
    """Saved (field, header) pairs that this file does not have."""

    def by_field(self) -> dict[str, str]:
        """Field → header as it stands in the file."""
        return {one.column.field: one.header for one in self.mapped}


@dataclass
class Matcher:
    """Recognises the header words of one kind of workbook; made once, used for every row that may be a header."""

    columns: tuple[Column, ...]
    words: dict[str, list[tuple[int, Column]]] = field(default_factory=dict)
    """Word → the columns it may head, each with the word's rank among that column's words."""
    bare: dict[str, list[Column]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for column in self.columns:
            for rank, word in enumerate(
                dict.fromkeys(map(plain, (column.header, column.field, *column.synonyms)))
            ):
                self.words.setdefault(word, []).append((rank, column))
            for word in dict.fromkeys(map(plain, column.bare)):
                self.bare.setdefault(word, []).append(column)

    def candidates(self, header: str) -> tuple[list[tuple[int, Column]], str]:
        """The columns a header may be, in order, and how sure that is."""
        word = plain(header)
        if not word:
            return [], ""
        if word in self.words:
            return self.words[word], CERTAIN
        # "联系人 01 电话": the same without leading zeros was tried; now without the bracketed words.
        less = shorter(header)
        if less and less != word and less in self.words:
            return self.words[less], GUESSED
        stripped = _BEHIND.sub("", word)
        for _ in range(2):
            if stripped in self.words:
                return self.words[stripped], GUESSED
            stripped = _BEFORE.sub("", stripped)
        if stripped in self.words:
            return self.words[stripped], GUESSED
        return [], ""

    def score(self, headers: Sequence[str]) -> float:
        """How much of a row reads as a header: 1 for a field that is certain, 0.6 for a guess."""
        total = 0.0
        for one in self.suggest(headers).mapped:
            total += 1.0 if one.confidence == CERTAIN else 0.6
        return total if total >= 1.6 else 0.0

    def suggest(self, headers: Sequence[str]) -> Suggestion:
        """Maps headers to fields; the second 备注 is the second remark, a bare 电话 belongs to what is left of it."""
        direct = {index: self.candidates(header) for index, header in enumerate(headers) if header}
        found: dict[int, tuple[Column, str]] = {}
        taken: set[str] = set()

        def take(index: int, column: Column, sure: str) -> None:
            found[index] = (column, sure)
            taken.add(column.field)

        self._groups(headers, direct, take, taken)
        # A word that can only be one column goes first, the better word before the lesser synonym.
        order = sorted(
            (index for index in direct if direct[index][0]),
            key=lambda i: (direct[i][1] != CERTAIN, len(direct[i][0]) > 1, direct[i][0][0][0], i),
        )
        for index in order:
            if index not in found:
                columns, sure = direct[index]
                chosen = next((column for _, column in columns if column.field not in taken), None)
                if chosen is not None:
                    take(index, chosen, sure)
        return _suggestion(headers, found)

    def _groups(
        self,
        headers: Sequence[str],
        direct: Mapping[int, tuple[list[tuple[int, Column]], str]],
        take: Callable[[int, Column, str], None],
        taken: set[str],
    ) -> None:
        explicit = {
            columns[0][1].field for columns, sure in direct.values() if sure == CERTAIN and len(columns) == 1
        }
        group = ""
        for index, header in enumerate(headers):
            if not header:
                continue
            columns, sure = direct[index]
            grouped = [column for _, column in columns if column.group]
            if grouped and len(grouped) == len(columns) and sure == CERTAIN:
                free = [
                    c
                    for c in grouped
                    if c.field not in taken and (len(grouped) == 1 or c.field not in explicit)
                ]
                # 联系人 | 联系人电话 without numbers: the phone goes with the name before it.
                chosen = next((c for c in free if c.group == group), free[0] if free else None)
                if chosen is not None:
                    take(index, chosen, sure)
                    group = chosen.group
                continue
            inside = next(
                (c for c in self.bare.get(plain(header), ())
                 if c.group == group and c.field not in taken and c.field not in explicit), None,
            ) if group else None  # fmt: skip
            if inside is not None:
                take(index, inside, GUESSED)
            else:
                group = ""

    def saved(self, headers: Sequence[str], saved: Mapping[str, str]) -> Suggestion:
        """Maps by a saved template ``{field: header}``; a field whose header is gone falls back to the suggestion."""
        known = {column.field: column for column in self.columns}
        places: dict[str, list[int]] = {}
        for index, header in enumerate(headers):
            if header:
                places.setdefault(plain(header) or header, []).append(index)
        found: dict[int, tuple[Column, str]] = {}
        lost: list[tuple[str, str]] = []
        for name, header in saved.items():
            if name not in known or not header:
                continue
            rest = places.get(plain(header) or header, [])
            exact = next((i for i in rest if headers[i] == header), rest[0] if rest else None)
            if exact is None:
                lost.append((name, header))
                continue
            rest.remove(exact)
            found[exact] = (known[name], SAVED)
        missing: list[tuple[str, str]] = []
        suggested = {one.column.field: one for one in self.suggest(headers).mapped}
        for name, header in lost:
            other = suggested.get(name)
            if other is not None and other.index not in found:
                found[other.index] = (other.column, other.confidence)
            else:
                missing.append((name, header))
        return _suggestion(headers, found, tuple(missing))


def _suggestion(
    headers: Sequence[str], found: Mapping[int, tuple[Column, str]], missing: tuple[tuple[str, str], ...] = ()
) -> Suggestion:
    return Suggestion(
        tuple(Mapped(i, headers[i], *found[i]) for i in sorted(found)),
        tuple((i, header) for i, header in enumerate(headers) if header and i not in found),
        missing,
    )
