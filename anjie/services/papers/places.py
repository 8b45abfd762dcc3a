"""Which facts a template names, and where a clerk finds what is wrong with it: 第 3 段, 表格 1 第 2 行第 1 列, 页眉."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

import jinja2
from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from jinja2 import nodes

from anjie.services.papers.fields import Known
from anjie.services.papers.sandbox import FILTERS, LOOP, PaperEnvironment, Unallowed

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.S)
_FOR = re.compile(r"^\{%\s*(?:tr|tc|p|r)?\s*-?\s*for\s+(\S+)\s+in\s+(\S+?)\s*-?%\}$")
_OPENS = re.compile(r"^\{%\s*(?:tr|tc|p|r)?\s*-?\s*(if|for)\b")
_CLOSES = re.compile(r"^\{%\s*(?:tr|tc|p|r)?\s*-?\s*end(if|for)\b")
_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})
MOST = 50


@dataclass(frozen=True)
class Fault:
    """One thing to mend in Word: where it stands, what is wrong, what to do, and the fact that was perhaps meant."""

    place: str
    text: str
    code: str
    message: str
    suggestion: str = ""


@dataclass
class Checked:
    """What a template says: the codes of the facts it names, and what is wrong with it."""

    used: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """As it travels between processes and is kept."""
        return {"used": self.used, "faults": [asdict(one) for one in self.faults]}


@dataclass
class _Reader:
    known: Known
    checked: Checked = field(default_factory=Checked)
    loops: list[tuple[str, str, str, str]] = field(default_factory=list)
    """(if or for, the loop's variable, the list it goes over, where it begins)"""

    def read(self, place: str, text: str) -> None:
        excerpt = " ".join(text.split())[:40]
        rest = TAG.sub("", text)
        if "｛｛" in text or "｝｝" in text or "｛%" in text:
            self._fault(place, excerpt, "papers.wide_braces", "用了全角的大括号。请改成半角的 {{ 和 }}。")
        elif "{{" in rest or "}}" in rest or "{%" in rest or "%}" in rest:
            self._fault(
                place, excerpt, "papers.open_braces",
                "大括号没有成对，或一个标记被分在两段里。请在同一段内写完整的 {{事实}}。",
            )  # fmt: skip
        for tag in TAG.findall(text):
            self._tag(place, excerpt, tag.translate(_QUOTES))

    def end(self, place: str) -> None:
        """A part is over: what was begun in it must have ended."""
        for kind, _, _, where in self.loops:
            word = "endfor" if kind == "for" else "endif"
            self._fault(
                where, "", "papers.not_ended",
                f"这里的 {{% {kind} %}} 在{place}结束前没有对应的 {{% {word} %}}。请补上。",
            )  # fmt: skip
        self.loops = []

    def _tag(self, place: str, excerpt: str, tag: str) -> None:
        if tag.startswith("{#"):
            return
        closes = _CLOSES.match(tag)
        if closes:
            if not self.loops or self.loops[-1][0] != closes[1]:
                self._fault(
                    place, excerpt, "papers.not_begun",
                    f"{tag} 没有对应的开头。请检查上文的 {{% {closes[1]} %}}。",
                )  # fmt: skip
            else:
                self.loops.pop()
            return
        plain = re.sub(r"^\{([{%])\s*(?:tr|tc|p|r)\s+", r"{\1 ", tag)
        opens = _OPENS.match(tag)
        loop = _FOR.match(tag)
        try:
            whole = plain + (f"{{% end{opens[1]} %}}" if opens else "")
            if re.match(r"^\{%-?\s*(else|elif)\b", plain):
                whole = "{% if 1 %}" + plain + "{% endif %}"
            tree = PaperEnvironment()._parse(whole, None, None)
        except Unallowed as refused:
            known = "、".join(f"|{name}" for name in FILTERS)
            self._fault(
                place, excerpt, "papers.not_allowed",
                f"{tag} 用了{refused.what}，模板不支持。可以写事实、{known}、for 和 if。",
            )  # fmt: skip
            tree = None
        except jinja2.TemplateError:
            near = self._near(tag)
            self._fault(
                place, excerpt, "papers.unreadable",
                f"{tag} 写法有误。请写成 {{{{事实}}}} 或 {{{{事实|大写金额}}}}"
                + (f"，例如 {{{{{near}}}}}。" if near else "。"),
                near,
            )  # fmt: skip
            tree = None
        if opens:
            self.loops.append((opens[1], loop[1] if loop else "", loop[2] if loop else "", place))
        if tree is None:
            return
        bound = set(loop.groups()[:1]) if loop else set()
        attributes = {id(node.node) for node in tree.find_all(nodes.Getattr)}
        for node in tree.find_all(nodes.Getattr):
            assert isinstance(node.node, nodes.Name)
            self._attribute(place, excerpt, node.node.name, node.attr)
        for name in tree.find_all(nodes.Name):
            if name.ctx == "load" and id(name) not in attributes and name.name not in bound:
                self._name(place, excerpt, name.name, is_list=loop is not None and name.name == loop[2])

    def _name(self, place: str, excerpt: str, name: str, *, is_list: bool) -> None:
        if name not in self.known.fields:
            if any(name == variable for _, variable, _, _ in self.loops):
                return
            self._unknown(place, excerpt, name)
            return
        if is_list and self.known.fields[name] is None:
            self._fault(place, excerpt, "papers.not_repeating", f"“{name}”只有一个值，不能用 for 重复。")
        elif not is_list and self.known.fields[name] is not None and not self.loops:
            items = "、".join(list(self.known.fields[name] or {})[:3])
            self._fault(
                place, excerpt, "papers.repeats",
                f"“{name}”可能有多个，要写成 {{% for 项 in {name} %}} … {{% endfor %}}，"
                f"中间用 {{{{项.{items.split('、')[0]}}}}} 取值。",
            )  # fmt: skip
        self._use(self.known.codes[name])

    def _attribute(self, place: str, excerpt: str, variable: str, attribute: str) -> None:
        if variable == "loop" and attribute in LOOP and self.loops:
            return
        loop = next((one for one in reversed(self.loops) if one[1] == variable), None)
        if loop is None:
            self._unknown(place, excerpt, variable)
            return
        items = self.known.fields.get(loop[2])
        if items is not None and attribute not in items:
            near = self.known.nearest(attribute, items)
            hint = f"是不是“{variable}.{near}”？" if near else f"可用的有：{'、'.join(list(items)[:8])}。"
            self._fault(
                place, excerpt, "papers.unknown_fact",
                f"“{loop[2]}”的每一项没有“{attribute}”。{hint}", f"{variable}.{near}" if near else "",
            )  # fmt: skip
        elif items is not None:
            self._use(f"{self.known.codes[loop[2]]}.{items[attribute]}")

    def _unknown(self, place: str, excerpt: str, name: str) -> None:
        near = self.known.nearest(name)
        hint = f"是不是“{near}”？" if near else "请在右侧的事实列表中选择。"
        self._fault(place, excerpt, "papers.unknown_fact", f"没有名为“{name}”的事实。{hint}", near)

    def _near(self, tag: str) -> str:
        return self.known.nearest(re.sub(r"[^\w]", "", tag))

    def _use(self, code: str) -> None:
        if code not in self.checked.used:
            self.checked.used.append(code)

    def _fault(self, place: str, text: str, code: str, message: str, suggestion: str = "") -> None:
        if len(self.checked.faults) < MOST:
            self.checked.faults.append(Fault(place, text, code, message, suggestion))


def check_template(content: bytes, known: Known) -> Checked:
    """Everything the template names, and every fault with its place; the content was guarded before."""
    reader = _Reader(known)
    document = Document(io.BytesIO(content))
    for place, text in _texts(document):
        if place is None:
            reader.end(text)
        elif "{" in text or "}" in text or "｛" in text or "｝" in text:
            reader.read(place, text)
    if not reader.checked.faults:
        _compile_whole(content, reader)
    return reader.checked


def _compile_whole(content: bytes, reader: _Reader) -> None:
    """The same gate the rendering passes: what no paragraph shows (text boxes, footnotes) is looked at too."""
    from docxtpl import DocxTemplate

    template = DocxTemplate(io.BytesIO(content))
    template.render_init()
    environment = PaperEnvironment()
    sources = [("正文", template.patch_xml(template.get_xml()))]
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        sources += [
            ("页眉页脚", template.patch_xml(template.get_part_xml(part)))
            for _, part in template.get_headers_footers(uri)
        ]
    for place, source in sources:
        try:
            tree = environment._parse(source, None, None)
        except (Unallowed, jinja2.TemplateError) as wrong:
            what = wrong.what if isinstance(wrong, Unallowed) else "不完整的标记"
            reader._fault(
                place,
                "",
                "papers.not_allowed",
                f"{place}的文本框、批注或表格标记中有{what}，模板不支持。请删除后重新上传。",
            )
            return
        from jinja2 import meta

        for name in sorted(meta.find_undeclared_variables(tree)):
            if name not in reader.known.fields:
                reader._unknown(f"{place}的文本框", "", name)


def _texts(document: Any) -> Iterator[tuple[str | None, str]]:
    """Each paragraph's place and text in reading order; ``(None, part)`` where a part ends."""
    yield from _blocks(document, "")
    yield None, "正文"
    seen = set()
    for number, section in enumerate(document.sections, start=1):
        which = f"（第 {number} 节）" if len(document.sections) > 1 else ""
        parts = {
            "页眉": section.header, "页脚": section.footer, "首页页眉": section.first_page_header,
            "首页页脚": section.first_page_footer, "偶数页页眉": section.even_page_header,
            "偶数页页脚": section.even_page_footer,
        }  # fmt: skip
        for label, part in parts.items():
            if part.is_linked_to_previous or id(part._element) in seen:
                continue
            seen.add(id(part._element))
            yield from _blocks(part, f"{label}{which}")
            yield None, label


def _blocks(holder: Any, prefix: str) -> Iterator[tuple[str, str]]:
    paragraphs = tables = 0
    for block in holder.iter_inner_content():
        if isinstance(block, Paragraph):
            paragraphs += 1
            yield f"{prefix}第 {paragraphs} 段{_quoted(block.text)}", block.text
        elif isinstance(block, Table):
            tables += 1
            yield from _cells(block, f"{prefix}表格 {tables}")


def _cells(table: Table, prefix: str) -> Iterator[tuple[str, str]]:
    for row_number, row in enumerate(table.rows, start=1):
        seen = set()
        for column, cell in enumerate(row.cells, start=1):
            if id(cell._tc) in seen:
                continue
            seen.add(id(cell._tc))
            for block in cell.iter_inner_content():
                place = f"{prefix}第 {row_number} 行第 {column} 列"
                if isinstance(block, Paragraph):
                    yield f"{place}{_quoted(block.text)}", block.text
                elif isinstance(block, Table):
                    yield from _cells(block, f"{place}内的表格")


def _quoted(text: str) -> str:
    words = " ".join(text.split())
    return f"「{words[:16]}{'…' if len(words) > 16 else ''}」" if words else ""
