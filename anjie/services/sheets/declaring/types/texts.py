"""Words in cells: blanks, invisible characters and full-width forms cleaned, nothing else touched."""

from __future__ import annotations

import datetime
import re
import unicodedata
from typing import TYPE_CHECKING, Any

from anjie.services.sheets.declaring.faults import Said, doubt, fault
from anjie.services.sheets.reading.cells import FORMULA, Broken

if TYPE_CHECKING:
    from anjie.services.sheets.declaring.kinds import Column, Convert, Reading

# What a database or a clerk writes for "nothing".
NOTHING = frozenset(
    {
        "NULL",
        "null",
        "Null",
        "(NULL)",
        "<NULL>",
        "\\N",
        "None",
        "NaN",
        "nan",
        "-",
        "--",
        "---",
        "—",
        "——",
        "/",
        "\\",
        "无",
        "暂无",
        "空",
        "N/A",
        "n/a",
        "NA",
        ".",
    }
)
_INVISIBLE = "\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff\ufff9-\ufffb"
_DROP = re.compile(f"[{_INVISIBLE}]")
# One look decides whether a cell needs work: invisible or odd blanks, full-width letters and digits,
# a blank at either end or two in a row, an apostrophe or equals sign in front, a lost character.
_DIRTY = re.compile(
    f"[{_INVISIBLE}\t\r\n\u00a0\u1680\u2000-\u200a\u205f\u3000\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\ufffd]|^[ '=]| $|  |^#"
)
_FULL_WIDTH = {
    c: c - 0xFEE0 for r in ((0xFF10, 0xFF1A), (0xFF21, 0xFF3B), (0xFF41, 0xFF5B)) for c in range(*r)
}
_BLANKS = re.compile(r"[\s\u3000]+")
_QUOTED = re.compile(r'^="(.*)"$', re.DOTALL)
_HASHES = re.compile(r"^#{3,}$")
_ERROR = re.compile(
    r"^#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$", re.IGNORECASE
)


def broken(value: Broken) -> Said:
    """Why a cell that the workbook itself gives up on cannot be taken."""
    if value.what == FORMULA:
        return fault(
            "cell.formula_without_value",
            "此格是公式，文件里没有保存计算结果。请在 Excel 中打开、重新计算并保存后再上传，或粘贴为数值。",
        )
    return fault("cell.error", f"此格是错误值 {value.what}。请在原表中更正后再上传。")


def tidy(value: str) -> str | Said:
    """The text without invisible characters, odd blanks and full-width forms; broken cells are said."""
    if not _DIRTY.search(value):
        return value
    quoted = _QUOTED.match(value)
    if quoted:
        value = quoted[1].replace('""', '"')
    out = _DROP.sub("", value).translate(_FULL_WIDTH)
    out = _BLANKS.sub(" ", out).strip()
    if out.startswith("'"):
        out = out[1:].lstrip()
    if _ERROR.match(out):
        return fault("cell.error", f"此格是错误值 {out}。请在原表中更正后再上传。")
    if _HASHES.match(out):
        return fault("cell.hashes", "此格只剩“####”，列宽不够时另存会丢失内容。请拉宽该列后重新导出。")
    if "\ufffd" in out:
        return fault("cell.garbled", "此格含有无法识别的乱码字符。请用正确的编码重新导出该文件。")
    return out


def squeezed(value: str) -> str:
    """Half-width, without any blank: for numbers, dates and amounts."""
    return _BLANKS.sub("", unicodedata.normalize("NFKC", value))


_LONG_NUMBER = re.compile(r"\d{10,}[Xx]?")


def shown(value: object, length: int = 30) -> str:
    """The cell as a message may quote it: a number that may be a person's own, in whatever column, is masked."""
    words = _LONG_NUMBER.sub(lambda found: f"{found[0][:3]}****{found[0][-4:]}", str(value))
    return words if len(words) <= length else words[:length] + "…"


def of_date(value: datetime.date) -> str:
    """A date cell as text; midnight is no time of day."""
    if isinstance(value, datetime.datetime):
        if value.time() == datetime.time(0):
            return value.date().isoformat()
        return value.strftime("%Y-%m-%d %H:%M:%S")
    return value.isoformat()


def of_number(value: float) -> str:
    """A number cell as text, without the ``.0`` that Excel does not show."""
    return str(int(value)) if value == int(value) else repr(value)


def text(column: Column, reading: Reading) -> Convert:
    """Any words; numbers and dates as Excel shows them."""
    longest = column.max_length

    def convert(value: Any) -> Any:
        if type(value) is str:
            out = tidy(value)
            if type(out) is not str:
                return out
        elif type(value) is float:
            if not -1e15 < value < 1e15:
                return fault(
                    "number.damaged",
                    "此格的长数字已被 Excel 改成近似值，原数无法恢复。请把该列设为“文本”格式后重新导出。",
                )
            out = of_number(value)
        elif isinstance(value, datetime.date):
            out = of_date(value)
        elif isinstance(value, Broken):
            return broken(value)
        else:
            out = str(value)
        if not out or out in NOTHING:
            return None
        if len(out) > longest:
            return fault("text.too_long", f"此格有 {len(out)} 个字，最多 {longest} 个。请缩短后再上传。")
        return out

    return convert


_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_MIDDLE_DOTS = str.maketrans({"•": "·", "‧": "·", "∙": "·", "・": "·", "･": "·", "●": "·", "．": "·"})


def name(column: Column, reading: Reading) -> Convert:
    """A person's or firm's name; the blanks that pad two-character names are dropped."""
    as_text = text(column, reading)

    def convert(value: Any) -> Any:
        out = as_text(value)
        if type(out) is not str:
            return out
        if type(value) is not str:
            return fault("name.not_text", f"姓名不应是数字或日期，此格为“{shown(out)}”。请核对是否错列。")
        if " " in out and _HAN.search(out):
            out = out.replace(" ", "")
        out = out.translate(_MIDDLE_DOTS)
        if out.replace(".", "").isdigit():
            return fault("name.not_text", f"姓名不应是数字，此格为“{shown(out)}”。请核对是否错列。")
        return out

    return convert


def choice(column: Column, reading: Reading) -> Convert:
    """One of the listed words; anything else is told with the words that may stand here."""
    as_text = text(column, reading)
    choices = {key.casefold(): code for key, code in (column.choices or {}).items()}
    listed = "、".join(dict.fromkeys(column.choices or {}))

    def convert(value: Any) -> Any:
        out = as_text(value)
        if type(out) is not str:
            return out
        code = choices.get(out.casefold().replace(" ", ""))
        if code is None:
            return fault("choice.unknown", f"“{shown(out)}”不在可选范围内。请改为：{shown(listed, 80)}。")
        return code

    return convert


_EMAIL = re.compile(r"^[^@\s,;]+@[^@\s,;.]+(?:\.[^@\s,;.]+)+$")


def email(column: Column, reading: Reading) -> Convert:
    """An electronic address; one that cannot be is left out with a word to the clerk."""
    as_text = text(column, reading)

    def convert(value: Any) -> Any:
        out = as_text(value)
        if type(out) is not str or _EMAIL.match(out.replace(" ", "")):
            return out.replace(" ", "") if type(out) is str else out
        return doubt(None, "email.invalid", "邮箱写法不对，未采用。请写成 name@example.com 的样子。")

    return convert
