"""What may be signed electronically, and how often a code may be tried: facts in, verdicts out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from anjie.foundation.refusals import Invalid, Refusal
from anjie.services.papers.lines import MustSign

LINK_LIVES = timedelta(days=7)
GRANT_LIVES = timedelta(minutes=30)
"""So long after the code was confirmed the paper may be read and signed."""
MOST_TRIES = 5
MOST_SENDS = 5
SEND_GAP = timedelta(minutes=1)
"""A link goes out by short message so often at most, and not twice within this."""
MOST_IMAGE = 200 * 1024
MATTERS = {"marriage": "婚姻", "adoption": "收养", "inheritance": "继承", "utility": "停止公用事业服务"}
LAW = "《电子签名法》第三条"
STATEMENT = (
    "本页由系统自动生成。上述签署由本系统持有的证书加盖数字签名，可证明本文件自签署完成后内容未被改动以及签署的时间；"
    "该证书由本系统保管，不等同于《电子签名法》第十三条所称由签署人专有并控制的可靠电子签名，"
    "需要该效力时请使用依法设立的电子认证服务提供者的服务。"
)


def check_matter(matter: str) -> None:
    """Refuse what the law keeps from electronic signing; nothing when it may be signed."""
    if matter in MATTERS:
        raise Refusal(
            "signing.law",
            f"涉及{MATTERS[matter]}的文书不适用电子签名（{LAW}）。请打印后纸质签署，再上传扫描件。",
            matter=matter,
        )


def check_parts(parts: list[tuple[str, str]]) -> None:
    """Refuse an offer without signers, with too many, or one person twice in one part."""
    if not 1 <= len(parts) <= 20:
        raise Invalid("signing.signers", f"签署人应为 1 到 20 人，本次为 {len(parts)} 人。请更正后重试。")
    if len(set(parts)) != len(parts):
        raise Invalid("signing.twice", "同一手机号以同一身份出现了两次。请删除重复的签署人。")


def check_all_sign(paper: str, signers: list[tuple[str, str]], wanted: Sequence[MustSign]) -> None:
    """Refuse an offer that leaves out a party who is to be bound; ``signers`` are (part, name)."""
    himself = {(one.part, one.name) for one in wanted if one.himself}
    missing = [one for one in wanted if one.himself and (one.part, one.name) not in signers]
    for part in dict.fromkeys(one.part for one in wanted):
        agents = len([one for one in signers if one[0] == part and one not in himself])
        missing += [one for one in wanted if one.part == part and not one.himself][agents:]
    if missing:
        left_out = "、".join(f"{one.part}{one.name}" for one in missing)
        raise Invalid(
            "signing.party_missing",
            f"“{paper}”须由每一名当事人签署，本次缺少{left_out}。请补充后发起，或先登记其退出调解。",
            missing=[one.name for one in missing],
        )


def check_send(sends: int, since_last: timedelta | None, whose: str) -> None:
    """Refuse a short message too many, or too soon after the last."""
    if sends >= MOST_SENDS:
        raise Refusal(
            "signing.sent_enough",
            f"签署链接已向{whose}发送 {sends} 次，达到上限。请核对手机号后撤回重新发起，或复制链接交给本人。",
            most=MOST_SENDS,
        ).with_status(429)
    if since_last is not None and since_last < SEND_GAP:
        left = int((SEND_GAP - since_last).total_seconds()) + 1
        raise Refusal(
            "signing.sent_just_now", f"刚向{whose}发送过签署链接。请 {left} 秒后再发。", seconds=left
        ).with_status(429)
