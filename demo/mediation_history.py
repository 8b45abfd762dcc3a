"""What the mediation centre had before the product: two years of mediations brought in by Excel, and its own account."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from anjie.access import institutions
from anjie.access.models import Organisation
from anjie.access.registration import register_enterprise
from anjie.foundation import clock
from anjie.lines.mediation.application.kinds import KINDS
from anjie.services.sheets.importing.desktop import import_file
from demo.mediation_stories import MEDIATORS, PEOPLE, STORIES
from demo.story import Story, moment
from demo.workbooks.writing import save, xlsx

YEARS = {"small": 20, "normal": 480, "large": 2000}
"""How many were mediated in the two years before, by the size of the demo world."""
REFERRED = {"small": 4, "normal": 24, "large": 200}
"""How many the court sent over on one sheet, waiting to be reviewed."""
GOES_ON = 80
"""So many days ago the centre's own lists end and the disputes of the product begin."""
_HISTORY = [
    "原案号", "申请人", "被申请人", "纠纷类型", "立案日期", "结案日期", "结案方式", "调解员", "涉及金额", "基本案情",
    "地区",
]  # fmt: skip
_SHEET = [
    "申请人", "申请人电话", "纠纷类型", "发生时间", "事情经过", "诉求", "涉及金额", "被申请人", "被申请人电话",
    "案件来源", "地区",
]  # fmt: skip
_OUTCOMES = ("调解成功",) * 6 + ("司法确认",) * 2 + ("未达成协议",) * 3
_PLACES = ("江苏苏州", "江苏南京", "上海浦东")
_LABELS = {code: label for code, label, *_ in KINDS}
# The example of the standard that defines the code; nobody's.
_OWN = {
    "name": "城东人民调解委员会",
    "credit_code": "91350100M000100Y43",
    "legal_representative": "韩立诚",
    "contact_name": "许朗",
    "address": "城东区和平路 18 号二楼",
}


def remember(story: Story, institution: Organisation, numbers: dict[str, str]) -> None:
    """Bring in the years before and what the court has just sent over, and bind the centre's own account."""
    admin = story.actor("admin")
    _take(story, "history", _HISTORY, _earlier(story), moment(story.today - timedelta(days=GOES_ON - 35), 10))
    _take(story, "dispute", _SHEET, _referred(story, numbers), moment(story.today - timedelta(days=1), 16))
    with clock.stopped(moment(story.today - timedelta(days=90), 10)):
        account = register_enterprise("13492190000", _OWN, address="")
        row = Organisation.objects.get(pk=institution.pk)
        institutions.bind(admin, row.pk, account.pk, keep="account", version=row.version)


def _take(story: Story, kind: str, head: list[str], rows: list[list[Any]], at: Any) -> None:
    with tempfile.TemporaryDirectory() as place, clock.stopped(at):
        path = Path(place) / f"{kind}.xlsx"
        save(xlsx(path, [head, *rows]), path)
        import_file(story.actor("admin"), path, kind, "CD-MEDIATION", good_only=True)


def _earlier(story: Story) -> list[list[Any]]:
    dice, count = story.dice, YEARS[story.size]
    rows: list[list[Any]] = []
    for number in range(count):
        told = STORIES[number % len(STORIES)]
        begun = story.today - timedelta(days=GOES_ON + (count - number) * 730 // count)
        applicant, respondent = dice.sample(PEOPLE, 2)
        rows.append([
            _number(begun, number), applicant, respondent, _LABELS[told.kind], begun,
            begun + timedelta(days=dice.randint(3, 29)), dice.choice(_OUTCOMES), dice.choice(MEDIATORS)[1],
            int(told.amount * dice.randint(6, 14) / 10), told.description, dice.choice(_PLACES),
        ])  # fmt: skip
    return rows


def _number(begun: date, number: int) -> str:
    return f"（{begun.year}）东调字第{number + 1:04d}号"


def _referred(story: Story, numbers: dict[str, str]) -> list[list[Any]]:
    dice, rows = story.dice, []
    # Kinds whose forms ask nothing beyond the sheet's own columns.
    plain = [told for told in STORIES if told.kind not in ("finance", "labour", "traffic")]
    for number in range(REFERRED[story.size]):
        told = plain[number % len(plain)]
        applicant, respondent = dice.sample(PEOPLE, 2)
        rows.append([
            applicant, numbers[applicant], _LABELS[told.kind], story.today - timedelta(days=dice.randint(20, 90)),
            told.description, told.claim, int(told.amount * dice.randint(8, 12) / 10), respondent,
            numbers[respondent], "委托移送", dice.choice(_PLACES),
        ])  # fmt: skip
    return rows
