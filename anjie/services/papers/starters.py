"""The templates a line may start with: the facts they name, the files, and how they are put in."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources

from anjie.access.actors import Actor
from anjie.services.papers import templates
from anjie.services.papers.fields import FactField
from anjie.services.papers.lines import LinePapers
from anjie.services.papers.models import Template

PERSON = (
    FactField("name", "姓名"),
    FactField("sex", "性别"),
    FactField("born_on", "出生日期", "date"),
    FactField("id_no", "证件号码"),
    FactField("address", "住址"),
    FactField("mobile", "联系电话"),
    FactField("agent", "代理人"),
)
FIELDS = (
    FactField("applicants", "申请人", "list", PERSON),
    FactField("respondents", "被申请人", "list", PERSON),
    FactField("mediators", "调解员名单", "list", (FactField("name", "姓名"), FactField("institution", "所属机构"))),
    FactField("mediator", "调解员"),
    FactField("institution", "调解机构"),
    FactField("category", "纠纷类别"),
    FactField("source", "案件来源"),
    FactField("disputed_facts", "纠纷事实"),
    FactField("claims", "申请事项"),
    FactField("disputed_points", "争议焦点"),
    FactField("agreed_terms", "协议内容"),
    FactField("performance", "履行方式"),
    FactField("agreed_amount", "调解金额", "money"),
    FactField("instalments", "还款计划", "list", (
        FactField("no", "期次", "number"),
        FactField("payer", "付款人"),
        FactField("payee", "收款人"),
        FactField("due_on", "到期日", "date"),
        FactField("amount", "金额", "money"),
    )),
    FactField("sessions", "调解经过", "list", (
        FactField("on", "日期", "date"),
        FactField("place", "地点"),
        FactField("present", "参加人"),
        FactField("record", "内容"),
    )),
    FactField("applied_on", "申请日期", "date"),
    FactField("accepted_on", "受理日期", "date"),
    FactField("mediated_on", "调解日期", "date"),
    FactField("mediated_at", "调解地点"),
    FactField("ended_on", "终止日期", "date"),
    FactField("end_reason", "终止原因"),
    FactField("term_on", "调解期限", "date"),
    FactField("court", "管辖法院"),
    FactField("court_until", "司法确认截止日", "date"),
)  # fmt: skip
"""What the starting templates name; a line that loads them registers at least these facts."""


@dataclass(frozen=True)
class Starter:
    """One starting template: its file, its kind, whether the parties sign it, and after which outcomes it is made."""

    file: str
    name: str
    kind: str
    outcomes: tuple[str, ...]
    is_signed: bool


STARTERS = (
    Starter("acceptance.docx", "调解申请受理通知书", "acceptance", ("accepted",), False),
    Starter("rights.docx", "权利义务告知书", "rights", ("accepted",), True),
    Starter("record.docx", "调解记录", "record", ("agreed", "confirmed", "failed"), True),
    Starter("agreement.docx", "调解协议书", "agreement", ("agreed", "confirmed"), True),
    Starter("confirmation.docx", "司法确认申请书", "confirmation", ("confirmed",), True),
    Starter("ending.docx", "终止调解告知书", "ending", ("failed",), False),
)
KINDS = tuple((one.kind, one.name) for one in STARTERS)
"""(code, label) of their kinds, for ``LinePapers.kinds``."""
OUTCOMES = (
    ("accepted", "受理"),
    ("agreed", "调解成功"),
    ("confirmed", "调解成功并司法确认"),
    ("failed", "调解失败"),
)
"""(code, label) of the outcomes they are for, for ``LinePapers.outcomes``."""


def content_of(starter: Starter) -> bytes:
    """The Word file as it is shipped."""
    return (resources.files("anjie.services.papers") / "data" / starter.file).read_bytes()


def suits(papers: LinePapers) -> bool:
    """Whether a line gives the facts, kinds and outcomes the starting templates name."""
    gives = {field.code for field in papers.fields}
    return (
        gives >= {field.code for field in FIELDS}
        and dict(papers.kinds).keys() >= dict(KINDS).keys()
        and dict(papers.outcomes).keys() >= dict(OUTCOMES).keys()
    )


def load_starters(actor: Actor, line: str) -> list[Template]:
    """Put the starting templates into a line that has none of their names yet; each is checked like any upload."""
    there = set(Template.objects.filter(line=line).values_list("name", flat=True))
    return [
        templates.add(
            actor,
            templates.Purpose(line, one.name, one.kind, one.outcomes, one.is_signed),
            content_of(one),
            file_name=f"{one.name}.docx",
        )
        for one in STARTERS
        if one.name not in there
    ]
