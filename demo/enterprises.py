"""Enterprises that registered with the mediation centre: reviewed, returned, waiting, one of each with its application."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from PIL import Image, ImageDraw, ImageFont

from anjie.access.actors import Actor
from anjie.access.models import Organisation
from anjie.access.registration import register_enterprise
from anjie.foundation import clock
from anjie.lines.mediation.application import actions as application
from anjie.services.files.own import show_licence
from anjie.services.people import queries
from anjie.services.people.actions import decide
from demo.story import Story, moment


@dataclass(frozen=True)
class Firm:
    """An enterprise of the demo world; its code names a region that does not exist."""

    name: str
    code: str
    stands_for_it: str
    contact: str
    state: str
    applies: tuple[str, str, str, str] | None = None


FIRMS = (
    Firm("城东五金商行", "91000000MA0TEAT015", "孔令书", "尤大海", "passed",
         ("contract", "康平", "供应门锁和合页一批，验收后三个月仍未付清货款，多次催要没有结果。", "付清货款并支付逾期利息。")),
    Firm("和顺物业服务有限公司", "91000000MA0TEAT028", "何运昌", "水静", "waiting",
         ("property", "蒋月华", "业主连续两年未交物业费，上门沟通时表示对保洁和门禁不满意，希望由第三方主持协商。",
          "按约支付两年物业费。")),
    Firm("锦绣家装有限公司", "91000000MA0TEAT03B", "鲁锦", "华欣", "returned"),
    Firm("东湖食品有限公司", "91000000MA0TEAT04E", "谈东", "谈小雨", "bare"),
)  # fmt: skip


def bring_enterprises(story: Story, institution: Organisation, numbers: dict[str, str]) -> None:
    """Each registers, shows its licence, and has come as far as its state says."""
    admin = story.actor("admin")
    for number, firm in enumerate(FIRMS):
        begun = story.today - timedelta(days=40 - number * 9)
        with clock.stopped(moment(begun, 14, 10)):
            facts = {
                "name": firm.name, "credit_code": firm.code, "legal_representative": firm.stands_for_it,
                "contact_name": firm.contact, "address": f"城东区和平路 {20 + number * 7} 号",
            }  # fmt: skip
            actor = Actor.party(register_enterprise(f"1349219000{number + 1}", facts, address=""))
            if firm.state != "bare":
                show_licence(actor, name="营业执照.png", file=io.BytesIO(_licence(firm)))
        if firm.state in ("passed", "returned"):
            _review(admin, actor, begun + timedelta(days=1), firm.state == "passed")
        if firm.applies:
            _apply(actor, firm, institution, numbers, story.today - timedelta(days=2))


def _review(admin: Actor, firm: Actor, day: date, passes: bool) -> None:
    with clock.stopped(moment(day, 9, 40)):
        read = queries.enterprise(admin, firm.own_account_id)
        remarks = {} if passes else {"licence": "照片右下角被遮挡，看不清登记机关印章，请重拍。"}
        decide(admin, firm.own_account_id, passes=passes, remarks=remarks, note="", version=read["version"])


def _apply(actor: Actor, firm: Firm, institution: Organisation, numbers: dict[str, str], day: date) -> None:
    assert firm.applies is not None
    kind, respondent, description, claim = firm.applies
    with clock.stopped(moment(day, 15, 20)):
        case = application.begin(actor, kind, institution.pk)
        application.fill(
            actor,
            case.pk,
            {
                "happened_on": day - timedelta(days=60),
                "description": description,
                "claim": claim,
                "amount": Decimal(18600),
                "region": "江苏苏州",
                "respondents": [{"name": respondent, "phone": numbers[respondent]}],
                "answers": {
                    "agent_name": firm.contact, "agent_phone": numbers[respondent][:-1] + "0",
                    "tried_before": True,
                },
            },
        )  # fmt: skip
        application.submit(actor, case.pk)


def _licence(firm: Firm) -> bytes:
    """A sheet that looks like a licence from afar: only figures are written, every machine has letters for them."""
    sheet = Image.new("RGB", (1000, 700), "#fffdf5")
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((18, 18, 981, 681), outline="#b8860b", width=10)
    draw.rectangle((38, 38, 961, 661), outline="#b8860b", width=2)
    draw.ellipse((460, 70, 540, 150), fill="#c0392b")
    for line in range(5):
        draw.line((110, 290 + line * 60, 890, 290 + line * 60), fill="#d8cfb8", width=2)
    draw.text((110, 200), firm.code, fill="#333333", font=ImageFont.load_default(34))
    draw.ellipse((700, 480, 860, 640), outline="#c0392b", width=6)
    kept = io.BytesIO()
    sheet.save(kept, "PNG")
    return kept.getvalue()
