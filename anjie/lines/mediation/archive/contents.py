"""What goes into a bundle and nothing else: an explicit list, so that what was said behind a wall never slips in."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator

from anjie.access.actors import Actor
from anjie.desk.public import Case, Event, Party, in_words
from anjie.foundation import clock, money
from anjie.lines.mediation.application.answers import answered
from anjie.lines.mediation.application.models import Dispute, Statement
from anjie.lines.mediation.session.models import MediationRecord
from anjie.services.files.bundles import Part
from anjie.services.files.enclosing import table
from anjie.services.files.models import Blob, CaseFile
from anjie.services.files.rules import unique_names
from anjie.services.papers import keeping
from anjie.services.papers.models import Paper
from anjie.services.papers.queries import papers_of

TOLD_VERBS = (
    "case.opened", "party.added", "application.", "review.", "respondent.", "consent.", "filing.", "mediator.",
    "assignment.", "booking.", "closing.", "signing.", "paper.made", "paper.final", "paper.signed_on_paper",
    "paper.partly_signed",
    "agreement.", "court.", "archive.", "file.added", "file.offline_added", "file.deleted",
)  # fmt: skip
"""What of the timeline is part of the file; an offer or a talk in a private room is told under other verbs."""
PAPER_STATES = (Paper.State.FINAL, Paper.State.SIGNED)
YES_NO = {True: "是", False: "否"}


def parts_of(actor: Actor, case: Case) -> list[Part]:
    """The whole file: the application, how it went, its papers with their scans, and its files."""
    found = [
        Part("1 申请/调解申请.html", "调解申请", _kept(_application(case), "text/html")),
        Part("2 过程/办理经过.csv", "办理经过", _kept(_timeline(case), "text/csv")),
        Part("2 过程/调解笔录.csv", "调解笔录", _kept(_minutes(case), "text/csv")),
        *_papers(case, "3 文书", papers_of(case.pk)),
        *_files("4 材料", _case_files(case)),
    ]
    return _named(found)


def court_parts(case: Case, file_ids: Iterable[int]) -> list[Part]:
    """For judicial confirmation: the application, the agreement, the evidence that was chosen and its list."""
    wanted = {"confirmation": "1 司法确认申请书", "agreement": "2 调解协议书"}
    papers = [one for one in papers_of(case.pk) if one.kind in wanted]
    chosen = [one for one in _case_files(case) if one.pk in set(file_ids)]
    found = [
        piece
        for kind, folder in wanted.items()
        for piece in _papers(case, folder, [one for one in papers if one.kind == kind])
    ]
    evidence = list(_files("3 证据", chosen))
    found.append(Part("3 证据/证据清单.csv", "证据清单", _kept(_evidence(chosen), "text/csv")))
    return _named(found + evidence)


def _papers(case: Case, folder: str, papers: list[Paper]) -> Iterator[Part]:
    for paper in papers:
        if paper.state not in PAPER_STATES:
            continue
        if paper.signed_pdf is not None:
            yield Part(f"{folder}/{paper.name}（已签署）.pdf", f"{paper.name}（在线签署）", paper.signed_pdf)
        elif paper.pdf is not None:
            yield Part(f"{folder}/{paper.name}.pdf", paper.name, paper.pdf)
        else:
            yield Part(f"{folder}/{paper.name}.docx", paper.name, paper.docx)
        scan = CaseFile.objects.filter(pk=paper.scan_id or 0, case=case, deleted_at__isnull=True).first()
        if scan is not None and scan.blob is not None:
            yield Part(f"{folder}/签署件 {scan.name}", f"{paper.name}签署件（扫描）", scan.blob)


def _case_files(case: Case) -> list[CaseFile]:
    scans = {one.scan_id for one in papers_of(case.pk) if one.scan_id}
    found = CaseFile.objects.filter(case=case, deleted_at__isnull=True).exclude(pk__in=scans)
    return list(found.select_related("blob").order_by("at", "id"))


def _files(folder: str, files: Iterable[CaseFile]) -> Iterator[Part]:
    for one in files:
        yield Part(f"{folder}/{one.name}", one.note or one.name, one.blob, one.offline_place)


def _named(pieces: list[Part]) -> list[Part]:
    """The same with paths that differ and stay inside their folder."""
    names = unique_names([one.path[:200] for one in pieces])
    return [Part(name, one.title[:200], one.blob, one.place) for name, one in zip(names, pieces, strict=True)]


def _kept(content: bytes, media_type: str) -> Blob:
    return keeping.keep(content, media_type)


def _application(case: Case) -> bytes:
    dispute = Dispute.objects.select_related("kind", "form", "institution").get(case=case)
    parties = case.parties.select_related("person").in_order()
    given = Statement.objects.filter(case=case).select_related("party__person").order_by("party__position")
    rows: list[tuple[str, str]] = [
        ("案件编号", case.no),
        ("类别", dispute.kind.label),
        ("调解机构", dispute.institution.name),
        *((_part_of(one), one.person.name) for one in parties),
        ("发生时间", str(dispute.happened_on or "")),
        ("涉及金额", f"{money.plain(case.amount)} 元"),
        ("事情经过", dispute.description),
        ("诉求", dispute.claim),
        *((one["label"], _said(one["value"])) for one in answered(dispute)),
        *((f"{one.party.person.name}的意见", one.text) for one in given),
    ]  # fmt: skip
    return sheet_of(f"{case.no} 调解申请", rows)


def _part_of(party: Party) -> str:
    return f"{party.get_part_display()}{'（已退出）' if party.left_at else ''}"


def sheet_of(title: str, rows: Iterable[tuple[str, str]]) -> bytes:
    """A plain page of labels and values that opens anywhere and runs nothing."""
    lines = "".join(
        f"<tr><th>{html.escape(label)}</th><td>{html.escape(value)}</td></tr>"
        for label, value in rows
        if value
    )
    return f"{HEAD.format(title=html.escape(title))}<table>{lines}</table></body></html>".encode()


HEAD = (
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title><style>'
    "body{{font:15px/1.7 serif;max-width:60em;margin:2em auto;padding:0 1em}}table{{border-collapse:collapse;width:100%}}"
    "th,td{{border:1px solid #999;padding:4px 8px;text-align:left;vertical-align:top;white-space:pre-wrap;word-break:break-word}}"
    "th{{white-space:nowrap}}code{{font-size:12px}}</style></head><body><h1>{title}</h1>"
)


def _said(value: object) -> str:
    if isinstance(value, bool):
        return YES_NO[value]
    return "、".join(map(str, value)) if isinstance(value, list) else str(value or "")


def _timeline(case: Case) -> bytes:
    lines = [["时间", "办理人", "事项", "说明"]]
    for event in Event.objects.filter(case_id=case.pk).order_by("seq").iterator():
        if event.verb.startswith(TOLD_VERBS):
            said = in_words(event.verb, event.facts)
            lines.append(
                [f"{clock.local(event.at):%Y-%m-%d %H:%M}", event.actor_name, said.text, said.detail]
            )
    return table(lines)


def _minutes(case: Case) -> bytes:
    """The minutes of joint meetings; a mediator's own notes, offers and private rooms stay where they are."""
    lines = [["时间", "记录人", "内容"]]
    kept = MediationRecord.objects.filter(case=case, kind=MediationRecord.Kind.SESSION)
    for one in kept.select_related("by__account").order_by("happened_at", "id"):
        lines.append([f"{clock.local(one.happened_at):%Y-%m-%d %H:%M}", one.by.account.name, one.text])
    return table(lines)


def _evidence(files: list[CaseFile]) -> bytes:
    lines = [["序号", "名称", "说明", "分类", "提交日期", "SHA-256", "离线存放位置"]]
    for number, one in enumerate(files, start=1):
        lines.append(
            [
                str(number), one.name, one.note, one.get_kind_display(), f"{clock.local(one.at):%Y-%m-%d}",
                one.blob_id or "", one.offline_place,
            ]
        )  # fmt: skip
    return table(lines)
