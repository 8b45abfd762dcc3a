"""What each line lets its templates name, and what it knows about its papers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from anjie.access.actors import Actor
from anjie.desk.public import Case, CustomField, line_of
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid
from anjie.services.papers.fields import FactField, Known, known

BASE = (
    FactField("case_no", "案件编号"),
    FactField("case_title", "案件名称"),
    FactField("organisation", "机构名称"),
    FactField("holder", "经办人"),
    FactField("region", "地区"),
    FactField("case_amount", "案件金额", "money"),
    FactField("opened_on", "立案日期", "date"),
    FactField("today", "今天", "date", note="制作文书的日期"),
)
"""Every line's cases have these."""
_KINDS: dict[str, Literal["text", "money", "date", "number"]] = {
    "money": "money",
    "date": "date",
    "number": "number",
}
Matter = Literal["", "marriage", "adoption", "inheritance", "utility"]


@dataclass(frozen=True)
class Finding:
    """What a check of a paper's facts found: ``block`` stops it from being final, ``warn`` is shown."""

    level: Literal["block", "warn"]
    code: str
    message: str


@dataclass(frozen=True)
class MustSign:
    """A party who must sign: in which part, and by name where he signs for himself (a company's agent does not)."""

    part: str
    name: str
    himself: bool = True
    party_id: int = 0


@dataclass(frozen=True)
class LinePapers:
    """One line's share: the facts its templates may name, and how they are gathered for a case.

    ``gather`` gives facts by code (texts, Decimal, date; lists of mappings), for who may see them. ``outcomes`` and ``kinds``
    are (code, label). ``matter`` says whether the law keeps the case's papers from electronic signing. ``check``
    looks at the facts of a kind of paper before it is final (N-13). ``signs`` names the parties without whom a paper of
    this kind binds nobody: each must be among its signers.
    """

    line: str
    fields: tuple[FactField, ...]
    gather: Callable[[Actor, Case], Mapping[str, Any]]
    outcomes: tuple[tuple[str, str], ...] = ()
    kinds: tuple[tuple[str, str], ...] = ()
    matter: Callable[[Case], Matter] | None = None
    check: Callable[[Actor, Case, str, Mapping[str, Any]], Iterable[Finding]] | None = None
    signs: Callable[[Case, str], Sequence[MustSign]] | None = None


_LINES: dict[str, LinePapers] = {}


def must_sign(case: Case, kind: str) -> list[MustSign]:
    """The parties without whom a paper of this kind binds nobody; none where the line asks for nobody."""
    line = papers_of_line(case.line)
    return list(line.signs(case, kind)) if line.signs else []


def register_facts(papers: LinePapers) -> None:
    """Let the line have papers; called once at start-up."""
    _LINES[papers.line] = papers


def papers_of_line(line: str) -> LinePapers:
    """The line's share; refused when it has no papers."""
    found = _LINES.get(line)
    if found is None:
        raise Invalid("papers.no_line", "该业务条线没有文书。请在有文书的条线中操作。", line=line[:20])
    return found


def lines_with_papers() -> list[LinePapers]:
    """Every line that has papers."""
    return list(_LINES.values())


def fields_of(line: str, organisation_id: int | None = None) -> list[FactField]:
    """The base facts, the line's own, and its custom fields (all clients' where none is named)."""
    found = [*BASE, *papers_of_line(line).fields]
    taken = {one.name for one in found}
    declared = CustomField.objects.filter(line=line)
    if organisation_id is not None:
        declared = declared.filter(organisation_id__in=[organisation_id]) | declared.filter(
            organisation__isnull=True
        )
    for custom in declared:
        field = FactField(
            f"custom_{custom.code}", custom.label, _KINDS.get(custom.kind, "text"), note="自定义信息"
        )
        if field.name and field.name not in taken:
            taken.add(field.name)
            found.append(field)
    return found


def known_of(line: str) -> Known:
    """What the line's templates may name."""
    return known(fields_of(line))


def facts_of(actor: Actor, case: Case) -> dict[str, Any]:
    """The case's facts by code, as papers are filled with them now."""
    line = papers_of_line(case.line)
    facts: dict[str, Any] = {
        "case_no": case.no,
        "case_title": case.title,
        "organisation": case.organisation.name,
        "holder": case.holder.account.name if case.holder else "",
        "region": case.region,
        "case_amount": case.amount,
        "opened_on": clock.local(case.opened_at).date(),
        "today": clock.today(),
    }
    facts |= {f"custom_{code}": value for code, value in case.custom.items()}
    return facts | dict(line.gather(actor, case))


def outcome_label(line: str, code: str) -> str:
    """The outcome in words."""
    return dict(papers_of_line(line).outcomes).get(code, code)


def kind_label(line: str, code: str) -> str:
    """The kind of paper in words."""
    return dict(papers_of_line(line).kinds).get(code, code)


def line_label(line: str) -> str:
    """The line in words."""
    return line_of(line).label
