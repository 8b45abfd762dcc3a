"""What a template may say, what it is told in Word's own places, and what a hostile one gets: nothing."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from jinja2 import TemplateError

from anjie.foundation.refusals import Refusal
from anjie.services.papers.fields import FactField, known
from anjie.services.papers.filling import fill
from anjie.services.papers.guard import check_docx
from anjie.services.papers.places import check_template
from anjie.services.papers.sandbox import Unallowed, capital_amount, chinese_date, masked
from tests.papers import text_of, word

KNOWN = known(
    [
        FactField("case_no", "案件编号"),
        FactField("amount", "调解金额", "money"),
        FactField("agreed_on", "达成日期", "date"),
        FactField(
            "applicants", "申请人", "list", (FactField("name", "姓名"), FactField("id_no", "证件号码"))
        ),
        FactField(
            "plan", "还款计划", "list", (FactField("on", "到期日", "date"), FactField("sum", "金额", "money"))
        ),
    ]
)
FACTS = {
    "case_no": "M-1 <b>&",
    "amount": Decimal("12345.60"),
    "agreed_on": date(2026, 9, 21),
    "applicants": [{"name": "王一", "id_no": "110101199001010000"}, {"name": "李二", "id_no": "10000000002"}],
    "plan": [
        {"on": date(2026, 10, 1), "sum": Decimal(100)},
        {"on": date(2026, 11, 1), "sum": Decimal(200)},
    ],
}


def test_amounts_dates_masks_parties_and_rows() -> None:
    template = word(
        "编号{{案件编号}}",
        "{{调解金额|大写金额}}（{{调解金额}}）{{达成日期|中文日期}} {{达成日期}}",
        "{% for 人 in 申请人 %}{{loop.index}}.{{人.姓名}}{{人.证件号码|脱敏}};{% endfor %}",
        "{% if 调解金额 > 20000 %}多{% else %}少{% endif %}",
        table=[
            ["到期日", "金额"],
            ["{%tr for 期 in 还款计划 %}", ""],
            ["{{期.到期日}}", "{{期.金额}}"],
            ["{%tr endfor %}", ""],
        ],
        header="{{案件编号}}",
    )
    checked = check_template(template, KNOWN)
    assert checked.faults == []
    assert checked.used == [
        "case_no", "amount", "agreed_on", "applicants", "applicants.name", "applicants.id_no",
        "plan", "plan.on", "plan.sum",
    ]  # fmt: skip
    assert text_of(fill(template, KNOWN, FACTS)) == [
        "编号M-1 <b>&",
        "壹万贰仟叁佰肆拾伍元陆角（12,345.60）二〇二六年九月二十一日 2026年9月21日",
        "1.王一110***********0000;2.李二100****0002;",
        "少",
        "到期日 金额",
        "2026年10月1日 100.00",
        "2026年11月1日 200.00",
    ]


def test_what_a_case_does_not_have_is_left_empty() -> None:
    assert text_of(fill(word("甲{{案件编号}}乙{% for 人 in 申请人 %}x{% endfor %}丙"), KNOWN, {})) == [
        "甲乙丙"
    ]


NOT_ENDED = "这里的 {% for %} 在正文结束前没有对应的 {% endfor %}。请补上。"
NOT_OURS = "{{调解金额|upper}} 用了“|upper”，模板不支持。可以写事实、|大写金额、|中文日期、|脱敏、for 和 if。"


@pytest.mark.parametrize(
    ("template", "place", "message"),
    [
        (word("前言", "编号{{案件编码}}"), "第 2 段「编号{{案件编码}}」", "没有名为“案件编码”的事实。是不是“案件编号”？"),
        (word("x", table=[["a", "{{调解金}}"]]), "表格 1第 1 行第 2 列「{{调解金}}」", "没有名为“调解金”的事实。是不是“调解金额”？"),
        (word("x", header="{{编号}}"), "页眉第 1 段「{{编号}}」", "没有名为“编号”的事实。是不是“案件编号”？"),
        (word("x", footer="{{天气}}"), "页脚第 1 段「{{天气}}」", "没有名为“天气”的事实。请在右侧的事实列表中选择。"),
        (word("{% for 人 in 申请人 %}{{人.姓}}{% endfor %}"), None, "“申请人”的每一项没有“姓”。是不是“人.姓名”？"),
        (word("{{申请人}}"), None, "“申请人”可能有多个，要写成 {% for 项 in 申请人 %} … {% endfor %}，中间用 {{项.姓名}} 取值。"),
        (word("{% for 人 in 案件编号 %}{% endfor %}"), None, "“案件编号”只有一个值，不能用 for 重复。"),
        (word("｛｛案件编号｝｝"), None, "用了全角的大括号。请改成半角的 {{ 和 }}。"),
        (word("{{案件编号"), None, "大括号没有成对，或一个标记被分在两段里。请在同一段内写完整的 {{事实}}。"),
        (word("{{案件 编号}}"), None, "{{案件 编号}} 写法有误。请写成 {{事实}} 或 {{事实|大写金额}}，例如 {{案件编号}}。"),
        (word("{% for 人 in 申请人 %}"), "第 1 段「{% for 人 in 申请人 …」", NOT_ENDED),
        (word("{% endif %}"), None, "{% endif %} 没有对应的开头。请检查上文的 {% if %}。"),
        (word("{{调解金额|upper}}"), None, NOT_OURS),
    ],
)  # fmt: skip
def test_each_fault_is_told_with_its_place(template: bytes, place: str | None, message: str) -> None:
    faults = check_template(template, KNOWN).faults
    assert message in [one.message for one in faults]
    if place:
        assert place in [one.place for one in faults]


HOSTILE = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ 案件编号.__class__ }}",
    "{{ 案件编号.upper() }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ self.__init__.__globals__ }}",
    "{{ lipsum.__globals__ }}",
    "{{ range(999999999) }}",
    "{{ 'a' * 999999999 }}",
    "{{ 案件编号['x'] }}",
    "{{ 案件编号|attr('__class__') }}",
    "{{ 案件编号 ~ 案件编号 }}",
    "{% set x = 1 %}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% macro m() %}{% endmacro %}",
    "{% for a in 申请人 %}{{ a.__class__ }}{% endfor %}",
    "{% for a in 申请人 %}{{ a.items }}{% endfor %}",
    "{% for a in 申请人 %}{{ loop.__class__ }}{% endfor %}",
    "{% for a in 申请人 recursive %}{{ loop(申请人) }}{% endfor %}",
    "{% for a in 申请人 %}{% for b in 申请人 %}{% for c in 申请人 %}{% for d in 申请人 %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_template_is_refused_and_renders_nothing(text: str) -> None:
    assert check_template(word(text), KNOWN).faults
    with pytest.raises((Unallowed, TemplateError)):
        fill(word(text), KNOWN, FACTS)


def test_what_stands_in_a_text_box_is_looked_at_too() -> None:
    box = (
        '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:r><w:pict>'
        '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>{{密钥}}</w:t></w:r>'
        "</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    template = rewritten(
        word("正文"),
        "word/document.xml",
        lambda xml: xml.replace(b"<w:sectPr", box.encode() + b"<w:sectPr", 1),
    )
    faults = check_template(template, KNOWN).faults
    assert [(one.place, one.message) for one in faults] == [
        ("正文的文本框", "没有名为“密钥”的事实。请在右侧的事实列表中选择。")
    ]


def rewritten(docx: bytes, name: str, change, more: dict[str, bytes] | None = None) -> bytes:
    """The Word file with one part changed and others added."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for part in source.infolist():
            content = source.read(part)
            target.writestr(part.filename, change(content) if part.filename == name else content)
        for added, content in (more or {}).items():
            target.writestr(added, content)
    return out.getvalue()


def _same(content: bytes) -> bytes:
    return content


RELS = "word/_rels/document.xml.rels"
OUTSIDE = (
    b'<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" '
    b'Target="http://example.invalid/x" TargetMode="External"/></Relationships>'
)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"hello", "papers.not_word"),
        (b"PK\x03\x04broken", "papers.not_word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "papers.old_word"),
        (b"x" * (10 * 1024 * 1024 + 1), "papers.too_large"),
        (rewritten(word("x"), "", _same, {"word/vbaProject.bin": b"x"}), "papers.macro"),
        (rewritten(word("x"), "", _same, {"word/embeddings/oleObject1.bin": b"x"}), "papers.embedded"),
        (rewritten(word("x"), "", _same, {"word/big.xml": b"a" * 30_000_000}), "papers.bomb"),
        (rewritten(word("x"), "", _same, {"../evil.xml": b"x"}), "papers.macro"),
        (
            rewritten(word("x"), RELS, lambda xml: xml.replace(b"</Relationships>", OUTSIDE % b"image")),
            "papers.outside_link",
        ),
        (
            rewritten(
                word("x"), RELS, lambda xml: xml.replace(b"</Relationships>", OUTSIDE % b"attachedTemplate")
            ),
            "papers.outside_link",
        ),
        (
            rewritten(word("x"), "word/document.xml", lambda xml: b'<!DOCTYPE a [<!ENTITY e "x">]>' + xml),
            "papers.entities",
        ),
        (
            rewritten(
                word("甲乙"),
                "word/document.xml",
                lambda xml: xml.replace(
                    b"<w:t>", b"<w:instrText> INCLUDETEXT /etc/passwd </w:instrText><w:t>", 1
                ),
            ),
            "papers.field",
        ),
    ],
)
def test_a_file_that_is_no_plain_word_document(content: bytes, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_docx("模板.docx", content)
    assert refused.value.code == code
    assert "请" in refused.value.message


def test_a_hyperlink_is_no_outside_link() -> None:
    check_docx(
        "模板.docx",
        rewritten(word("x"), RELS, lambda xml: xml.replace(b"</Relationships>", OUTSIDE % b"hyperlink")),
    )


def test_filters() -> None:
    assert capital_amount(Decimal("100000000.01")) == "壹亿元零壹分"
    assert capital_amount("") == ""
    assert [chinese_date(date(2026, month, day)) for month, day in ((1, 10), (10, 20), (12, 31))] == [
        "二〇二六年一月十日", "二〇二六年十月二十日", "二〇二六年十二月三十一日",
    ]  # fmt: skip
    assert [masked(one) for one in ("110101199001010000", "10000000001", "王桂兰", "")] == [
        "110***********0000", "100****0001", "王**", "",
    ]  # fmt: skip
