"""Write the starting templates of papers into anjie/services/papers/data; run it after changing a text here."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

DATA = Path(__file__).resolve().parent.parent / "anjie" / "services" / "papers" / "data"
WHO = (
    "{{人.姓名}}"
    + "".join(
        f"{{% if 人.{fact} %}}，{word}{{{{人.{fact}}}}}{{% endif %}}"
        for fact, word in (
            ("性别", ""),
            ("证件号码", "证件号码 "),
            ("住址", "住址 "),
            ("联系电话", "联系电话 "),
        )
    )
    + "。{% if 人.代理人 %}代理人：{{人.代理人}}。{% endif %}"
)
"""A party, with what is known of him; what is not known leaves no gap."""
PARTIES = (
    "{%p for 人 in 申请人 %}",
    "申请人：" + WHO,
    "{%p endfor %}",
    "{%p for 人 in 被申请人 %}",
    "被申请人：" + WHO,
    "{%p endfor %}",
)
SIGNED = (
    "",
    "{%p for 人 in 申请人 %}",
    "申请人（签名）：",
    "{%p endfor %}",
    "{%p for 人 in 被申请人 %}",
    "被申请人（签名）：",
    "{%p endfor %}",
    "调解员（签名）：",
)
PLAN = (
    ("期次", "付款人", "收款人", "到期日", "金额（元）"),
    ("{%tr for 期 in 还款计划 %}", "", "", "", ""),
    ("{{期.期次}}", "{{期.付款人}}", "{{期.收款人}}", "{{期.到期日}}", "{{期.金额}}"),
    ("{%tr endfor %}", "", "", "", ""),
)


def main() -> None:
    """Write all of them."""
    DATA.mkdir(parents=True, exist_ok=True)
    for name, build in PAPERS.items():
        (DATA / name).write_bytes(_bytes(build()))


def acceptance() -> Paper:
    paper = _paper("调解申请受理通知书")
    _lines(
        paper,
        "{% for 人 in 申请人 %}{{人.姓名}}{% if not loop.last %}、{% endif %}{% endfor %}：",
        "您于{{申请日期}}提交的{{纠纷类别}}纠纷调解申请，经审查符合受理条件，{{调解机构}}于{{受理日期}}决定受理，"
        "由{{调解员}}主持调解，调解期限至{{调解期限}}。",
        "请按通知的时间和地点参加调解，并携带身份证明和有关证据。人民调解不收取费用；依法可以收费的调解，事先书面告知标准。",
    )
    return _ended(paper, "{{受理日期|中文日期}}")


def rights() -> Paper:
    paper = _paper("权利义务告知书")
    _lines(
        paper,
        "一、当事人在调解活动中享有下列权利：选择或者接受调解员；接受调解、拒绝调解或者要求终止调解；"
        "要求调解公开进行或者不公开进行；自主表达意愿，自愿达成调解协议。",
        "二、当事人在调解活动中履行下列义务：如实陈述纠纷事实；遵守调解现场秩序，尊重调解员；尊重对方当事人行使权利。",
        "三、调解员应当披露可能影响公正的利害关系，当事人可以要求更换。",
        "四、调解中为达成协议所作的让步，未经各方同意不得在其后的程序中作为对其不利的依据，法律另有规定的除外。",
        "五、达成调解协议后，可以自协议生效之日起三十日内共同向有管辖权的人民法院申请司法确认。",
        "以上内容已向本人告知，本人已理解。",
        *SIGNED,
    )
    return _ended(paper, "{{今天|中文日期}}")


def record() -> Paper:
    paper = _paper("调解记录")
    _lines(paper, *PARTIES, "主持调解：{{调解员}}（{{调解机构}}）", "纠纷事实：{{纠纷事实}}")
    _table(
        paper,
        (
            ("日期", "地点", "参加人", "内容"),
            ("{%tr for 次 in 调解经过 %}", "", "", ""),
            ("{{次.日期}}", "{{次.地点}}", "{{次.参加人}}", "{{次.内容}}"),
            ("{%tr endfor %}", "", "", ""),
        ),
    )
    _lines(paper, "以上记录经各方核对无误。", *SIGNED)
    return _ended(paper, "{{今天|中文日期}}")


def agreement() -> Paper:
    paper = _paper("调解协议书")
    _lines(
        paper,
        *PARTIES,
        "一、纠纷的主要事实",
        "{{纠纷事实}}",
        "二、争议事项及各方责任",
        "{{争议焦点}}",
        "三、协议内容",
        "经{{调解机构}}调解员{{调解员}}主持调解，各方于{{调解日期}}自愿达成如下协议：",
        "{{协议内容}}",
        "{%p if 调解金额 %}",
        "付款总额：人民币{{调解金额|大写金额}}（￥{{调解金额}}）。",
        "{%p endif %}",
    )
    _table(paper, PLAN)
    _lines(
        paper,
        "四、履行方式和期限",
        "{{履行方式}}",
        "五、本协议自各方当事人签名、调解员签名并加盖调解机构印章之日起生效，各执一份，调解机构留存一份。",
        *SIGNED,
        "调解机构（盖章）：{{调解机构}}",
    )
    return _ended(paper, "{{调解日期|中文日期}}")


def confirmation() -> Paper:
    paper = _paper("司法确认申请书")
    _lines(
        paper,
        *PARTIES,
        "请求事项：请求确认各方于{{调解日期}}经{{调解机构}}主持调解达成的调解协议有效。",
        "事实和理由：{{纠纷事实}}",
        "各方已自愿达成调解协议，内容为：{{协议内容}}",
        "申请人共同承诺：协议出于各方真实意愿，无恶意串通、规避法律的行为；因该协议的内容给他人造成损害的，愿意承担相应的民事责任和其他法律责任。",
        "本申请应于{{司法确认截止日}}前提出。",
        "此致",
        "{{管辖法院}}",
        *SIGNED[:-1],
    )
    return _ended(paper, "{{今天|中文日期}}")


def ending() -> Paper:
    paper = _paper("终止调解告知书")
    _lines(
        paper,
        "{% for 人 in 申请人 %}{{人.姓名}}、{% endfor %}{% for 人 in 被申请人 %}{{人.姓名}}"
        "{% if not loop.last %}、{% endif %}{% endfor %}：",
        "{{调解机构}}于{{受理日期}}受理的{{纠纷类别}}纠纷（{{案件编号}}），因{{终止原因}}，于{{终止日期}}终止调解。",
        "各方可以依法通过仲裁、行政、司法等途径维护自己的权利。调解过程中各方提出的方案和让步不作为其后程序中的证据。",
    )
    return _ended(paper, "{{终止日期|中文日期}}")


PAPERS = {
    "acceptance.docx": acceptance,
    "rights.docx": rights,
    "record.docx": record,
    "agreement.docx": agreement,
    "confirmation.docx": confirmation,
    "ending.docx": ending,
}


def _paper(title: str) -> Paper:
    paper = Document()
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.8)
    section.header.paragraphs[0].text = "{{调解机构}}"
    section.footer.paragraphs[0].text = "案件编号：{{案件编号}}"
    style = paper.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    head = paper.add_paragraph()
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = head.add_run(title)
    run.bold, run.font.size = True, Pt(22)
    return paper


def _lines(paper: Paper, *lines: str) -> None:
    for line in lines:
        paragraph = paper.add_paragraph(line)
        paragraph.paragraph_format.line_spacing = 1.5


def _table(paper: Paper, rows: tuple[tuple[str, ...], ...]) -> None:
    table = paper.add_table(len(rows), len(rows[0]))
    table.style = "Table Grid"
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text


def _ended(paper: Paper, day: str) -> Paper:
    last = paper.add_paragraph(day)
    last.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paper.core_properties.author = "案结"
    paper.core_properties.title = ""
    paper.core_properties.comments = ""
    paper.core_properties.created = paper.core_properties.modified = datetime(2026, 1, 1)  # noqa: DTZ001  the same every time
    return paper


def _bytes(paper: Paper) -> bytes:
    """The file, the same bytes for the same text."""
    made = io.BytesIO()
    paper.save(made)
    out = io.BytesIO()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            target.writestr(
                zipfile.ZipInfo(part.filename, (2026, 1, 1, 0, 0, 0)), source.read(part), zipfile.ZIP_DEFLATED
            )
    return out.getvalue()


if __name__ == "__main__":
    main()
