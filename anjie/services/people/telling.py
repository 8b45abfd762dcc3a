"""What an enterprise is told of the review of its registration, and the words."""

from __future__ import annotations

from collections.abc import Mapping

from anjie.access.actors import Actor
from anjie.access.models import Account
from anjie.foundation import clock
from anjie.services.notices.actions import tell
from anjie.services.notices.templates import Template, declare
from anjie.services.people.rules import FACTS

VERIFIED, RETURNED = "people.verified", "people.returned"
PAGE = "party/profile"


def _template(code: str, label: str, title: str, text: str) -> Template:
    return Template(
        code,
        label,
        title,
        text,
        wechat=(("thing1", "what"), ("thing2", "state"), ("time3", "at")),
        page=PAGE,
        sms="parties",
        sms_params=("what", "state"),
    )


declare(
    _template(VERIFIED, "企业认证通过", "企业认证已通过", "贵单位的注册资料和营业执照已通过审核。"),
    _template(RETURNED, "企业认证退回", "企业认证需要修改", "贵单位的注册资料需要修改：{reason}。"),
)


def tell_decided(actor: Actor, account: Account, passes: bool, remarks: Mapping[str, str], note: str) -> None:
    """Tell the enterprise what was decided, and what it is to mend."""
    parts = [f"{FACTS[code]}：{text}" for code, text in remarks.items()] + ([note] if note else [])
    at = clock.now()
    facts = {
        "what": "企业认证",
        "state": "已通过" if passes else "需要修改",
        "reason": "；".join(part.rstrip("。；") for part in parts),
        "at": at,
    }
    template = VERIFIED if passes else RETURNED
    tell(actor, [account], template, facts, key=f"{template}:{account.pk}:{at.isoformat()}", link=f"/{PAGE}")
