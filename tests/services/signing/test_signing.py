"""Papers signed on the phone: proved by a code, read page by page, signed once, sealed so that anybody can verify."""

from __future__ import annotations

import base64
import io
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image, ImageDraw

from anjie.access.actors import Actor
from anjie.access.models import Account
from anjie.access.sessions import begin
from anjie.desk.public import Event
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, Refusal
from anjie.foundation.sealed import Field, sealer
from anjie.services.notices.models import Notice
from anjie.services.papers import actions as papers_actions
from anjie.services.papers import keeping, templates
from anjie.services.papers.models import Paper
from anjie.services.signing import link, pades, queries
from anjie.services.signing.actions import SignerFacts, offer, own_link, renew_link, stop
from anjie.services.signing.images import read_drawing
from anjie.services.signing.models import Authority, Offer, Signer
from anjie.services.signing.verifying import verify_file
from tests.cases import place
from tests.http import Browser
from tests.papers import PlainConverter, line_with_papers, word
from tests.people import World
from tests.services.signing.conftest import Codes

WHO, WHERE = "192.0.2.7", "192.0.2.9"


def drawing(width: int = 300, height: int = 120) -> str:
    picture = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    ImageDraw.Draw(picture).line([(20, 90), (90, 20), (150, 100), (260, 40)], fill=(0, 0, 0, 255), width=6)
    out = io.BytesIO()
    picture.save(out, "PNG")
    return base64.b64encode(out.getvalue()).decode()


def final_paper(world: World, *more: str) -> Paper:
    who = world["钱管理"]
    case = place(world, holder="李催收")
    made = templates.add(
        who, templates.Purpose("recovery", "调解协议书", "agreement", ["agreed"], is_signed=True),
        word("案件{{案件编号}}", *more, "申请人（签名）：", "被申请人（签名）："),
    )  # fmt: skip
    paper = papers_actions.produce_one(who, case.pk, made.pk)
    return papers_actions.finalise(who, paper.pk)


TWO = [SignerFacts("王桂兰", "10000000001", "申请人"), SignerFacts("李大山", "100-0000-0003", "被申请人")]


def holder_of(signer: SignerFacts) -> Account:
    """The account of who is to sign, by his name and his proved mobile."""
    index = sealer().index(signer.mobile.replace("-", ""), Field.PHONE)
    return Account.objects.create(username=signer.name, name=signer.name, kind="person", mobile_index=index)


def confirmed(token: str, sms: Codes) -> dict:
    link.send_code(token, WHO)
    return link.confirm(token, sms.sent[-1][1], WHO)


def read_and_sign(token: str, sms: Codes) -> dict:
    got = confirmed(token, sms)
    for number in range(1, got["pages"] + 1):
        assert link.page(token, got["grant"], number).startswith(b"\x89PNG")
    return link.sign(token, got["grant"], drawing(), got["sha256"], WHO, "phone")


def test_who_has_an_account_is_told_and_finds_it_as_his_own(world: World, sms: Codes) -> None:
    paper = final_paper(world)
    mine = holder_of(TWO[0])
    offer(world["钱管理"], paper.pk, TWO)
    [told] = Notice.objects.filter(verb="signing.asked")
    assert told.account_id == mine.pk and "“调解协议书”等待您签署" in told.text
    assert [one["paper_id"] for one in queries.own(Actor.party(mine))] == [paper.pk]


def test_a_party_opens_his_own_signing_from_his_phone(world: World, sms: Codes) -> None:
    paper = final_paper(world)
    phone = Browser()
    session = phone.client.session
    session.save()
    accounts = [holder_of(one) for one in TWO]
    begin(accounts[0], None, session.session_key, address=WHO, agent="phone")
    phone.client.cookies["sessionid"] = session.session_key
    phone.fetch_token()
    offer(world["钱管理"], paper.pk, TWO)
    [waiting] = phone.get("/api/signing/mine").json()
    token = phone.post(f"/api/signing/mine/{waiting['signer_id']}/link").json()["token"]
    assert link.open_link(token)["part"] == "申请人"
    other = Signer.objects.get(account_id=accounts[1].pk)
    assert phone.post(f"/api/signing/mine/{other.pk}/link").status_code == 404


def test_who_signs_and_who_takes_the_paper_back_lock_in_one_order(world: World, sms: Codes) -> None:
    paper = final_paper(world)
    made, tokens = offer(world["钱管理"], paper.pk, TWO)
    with CaptureQueriesContext(connection) as signed:
        read_and_sign(next(iter(tokens.values())), sms)
    with CaptureQueriesContext(connection) as stopped:
        stop(world["钱管理"], made.pk, "有误")
    for queries_of in (signed, stopped):
        # each waiting for what the other holds, one of them would be thrown out by the database
        waits = [one["sql"] for one in queries_of if " FOR UPDATE" in one["sql"]]
        locked = [found for sql in waits for found in re.findall(r'FROM "(\w+)"', sql)[:1]]
        assert locked.index("signing_offer") < locked.index("papers_paper")


def test_when_all_have_signed_the_pdf_verifies_and_a_changed_one_does_not(world: World, sms: Codes) -> None:
    paper = final_paper(world)
    made, tokens = offer(world["钱管理"], paper.pk, TWO)
    first, second = tokens.values()
    assert Paper.objects.get(pk=paper.pk).state == "to_sign"

    assert read_and_sign(first, sms) | {"signed_at": None} == {
        "signed_at": None,
        "waiting": 1,
        "finished": False,
    }
    assert read_and_sign(second, sms)["finished"] is True

    paper = Paper.objects.get(pk=paper.pk)
    assert (paper.state, paper.signed_how) == ("signed", "在线签署：申请人王桂兰、被申请人李大山")
    signed = keeping.read(paper.signed_pdf)
    told = verify_file("协议.pdf", signed)
    assert (told["ok"], told["message"]) == (True, "“协议.pdf”由本系统签署，签署后未被改动。")
    assert [(one["covers"], one["trusted"]) for one in told["signatures"]] == [("ENTIRE_FILE", True)]
    certificate = "".join(page.extract_text() for page in pages_of(signed)[1:])
    for words in ("签 署 证 明", "王桂兰", "100****0001", made.sha256[:32], WHO, "短信验证码", "第十三条"):
        assert words in certificate
    at = signed.index(b"/Producer") if b"/Producer" in signed else 200
    broken = signed[:at] + bytes([signed[at] ^ 1]) + signed[at + 1 :]
    assert verify_file("协议.pdf", broken)["ok"] is False
    stranger = pades.verify(signed, [])
    assert [(one["intact"], one["whole"]) for one in stranger] == [(True, False)]
    verbs = list(Event.objects.filter(case_id=paper.case_id).order_by("seq").values_list("verb", flat=True))
    assert verbs[-6:] == [
        "signing.offered", "signing.confirmed", "signing.signed", "signing.confirmed", "signing.signed", "signing.finished",
    ]  # fmt: skip
    key = Authority.objects.get(kind="leaf")
    assert b"PRIVATE KEY" not in bytes(key.key_sealed or b"")
    assert Authority.objects.count() == 2


def pages_of(pdf: bytes):
    from pypdf import PdfReader

    return PdfReader(io.BytesIO(pdf)).pages


def test_a_double_tap_is_one_signature(world: World, sms: Codes) -> None:
    paper = final_paper(world)
    _, tokens = offer(world["钱管理"], paper.pk, TWO)
    token = next(iter(tokens.values()))
    got = confirmed(token, sms)
    link.page(token, got["grant"], 1)
    first = link.sign(token, got["grant"], drawing(), got["sha256"], WHO)
    again = link.sign(token, got["grant"], drawing(200, 90), got["sha256"], WHERE)
    assert first == again
    assert Event.objects.filter(case_id=paper.case_id, verb="signing.signed").count() == 1


def test_a_used_link_serves_nobody_again(world: World, sms: Codes) -> None:
    paper = final_paper(world)
    _, tokens = offer(world["钱管理"], paper.pk, TWO)
    token = next(iter(tokens.values()))
    read_and_sign(token, sms)
    with pytest.raises(Refusal, match="签署，链接不能再次使用"):
        link.send_code(token, WHERE)
    assert len(sms.sent) == 1


def test_another_with_the_link_gets_no_further_than_the_code(world: World, sms: Codes) -> None:
    paper = final_paper(world)
    _, tokens = offer(world["钱管理"], paper.pk, TWO)
    first, second = tokens.values()
    told = link.open_link(first)
    assert (told["name"], told["mobile"]) == ("王**", "100****0001")
    mine = confirmed(second, sms)
    with pytest.raises(Refusal, match="身份核验已失效"):
        link.page(first, mine["grant"], 1)  # the grant of one signer opens nothing for another
    link.send_code(first, WHERE)
    for left in (4, 3, 2, 1, 0):
        with pytest.raises(Invalid, match=f"还可以试 {left} 次"):
            link.confirm(first, "999999", WHERE)
    with pytest.raises(Refusal, match="本链接已锁定"):
        link.confirm(first, sms.good.get("10000000001", "000000"), WHERE)
    assert Signer.objects.filter(signed_at__isnull=False).count() == 0


def test_a_second_confirmation_ends_the_grant_before_it(world: World, sms: Codes) -> None:
    paper = final_paper(world)
    _, tokens = offer(world["钱管理"], paper.pk, TWO)
    token = next(iter(tokens.values()))
    old = confirmed(token, sms)
    confirmed(token, sms)
    with pytest.raises(Refusal, match="在别处重新进行"):
        link.page(token, old["grant"], 1)


def test_unread_pages_are_named(world: World, sms: Codes) -> None:
    paper = final_paper(world, *[f"第{number}条" for number in range(60)])
    _, tokens = offer(world["钱管理"], paper.pk, TWO)
    token = next(iter(tokens.values()))
    got = confirmed(token, sms)
    assert got["pages"] == 2
    link.page(token, got["grant"], 1)
    with pytest.raises(Refusal, match="还有第 2 页没有阅读。请读完全部 2 页后签名"):
        link.sign(token, got["grant"], drawing(), got["sha256"], WHO)
    assert not Signer.objects.filter(signed_at__isnull=False).exists()


def test_a_document_changed_after_it_was_seen_is_not_signed(world: World, sms: Codes) -> None:
    paper = final_paper(world)
    _, tokens = offer(world["钱管理"], paper.pk, TWO)
    token = next(iter(tokens.values()))
    got = confirmed(token, sms)
    link.page(token, got["grant"], 1)
    with pytest.raises(Refusal, match="在您查看之后有变动"):
        link.sign(token, got["grant"], drawing(), "0" * 64, WHO)
    other = keeping.keep(PlainConverter().to_pdf(word("另一份协议")), keeping.PDF)
    Paper.objects.filter(pk=paper.pk).update(pdf=other)
    for act in (
        lambda: link.sign(token, got["grant"], drawing(), got["sha256"], WHO),
        lambda: link.page(token, got["grant"], 1),
    ):
        with pytest.raises(Refusal) as refused:
            act()
        assert refused.value.code == "signing.changed"
    assert not Signer.objects.filter(signed_at__isnull=False).exists()


def test_links_end_and_are_renewed_and_taken_back(world: World, sms: Codes) -> None:
    paper = final_paper(world)
    made, tokens = offer(world["钱管理"], paper.pk, TWO)
    (signer_id, token), *_ = tokens.items()
    with clock.stopped(clock.now() + timedelta(days=8)), pytest.raises(Refusal, match="签署链接已过期"):
        link.open_link(token)
    fresh = renew_link(world["钱管理"], signer_id)
    with pytest.raises(Refusal, match="已被新链接替换"):
        link.open_link(token)
    assert link.open_link(fresh)["part"] == "申请人"
    stop(world["钱管理"], made.pk, "金额有误")
    with pytest.raises(Refusal, match="或签署已撤回"):
        link.open_link(fresh)
    assert Paper.objects.get(pk=paper.pk).state == "final"
    offer(world["钱管理"], paper.pk, TWO)
    assert Offer.objects.filter(state="open").count() == 1


@pytest.mark.parametrize(
    ("matter", "word_"), [("marriage", "婚姻"), ("adoption", "收养"), ("inheritance", "继承")]
)
def test_the_law_keeps_some_papers_from_it(world: World, sms: Codes, matter, word_: str) -> None:
    paper = final_paper(world)
    with line_with_papers(matter=matter), pytest.raises(Refusal, match=f"涉及{word_}的文书不适用电子签名"):
        offer(world["钱管理"], paper.pk, TWO)
    assert Paper.objects.get(pk=paper.pk).state == "final" and not Offer.objects.exists()


def test_without_a_vendor_nothing_is_offered(world: World) -> None:
    paper = final_paper(world)
    with pytest.raises(Refusal, match="未开通短信验证码"):
        offer(world["钱管理"], paper.pk, TWO)
    assert not Offer.objects.exists()


def test_the_houses_own_codes_prove_a_signer(world: World, settings) -> None:
    settings.DEMO = True  # a demo without a vendor shows the code it would have sent
    paper = final_paper(world)
    held = [SignerFacts("王桂兰", "19900000001", "申请人"), SignerFacts("李大山", "19900000002", "被申请人")]
    _, tokens = offer(world["钱管理"], paper.pk, held)
    first, second = tokens.values()
    code = link.send_code(first, WHO)["code"]
    with pytest.raises(Invalid, match="验证码不正确或已过期"):
        link.confirm(second, code, WHO)  # sent for another signer
    assert link.confirm(first, code, WHO)["pages"] == 1
    with pytest.raises(Invalid) as refused:
        link.confirm(first, code, WHO)  # used up
    assert refused.value.code == "signing.wrong_code"


def test_who_has_an_account_gets_his_link_there(world: World, sms: Codes) -> None:
    paper = final_paper(world)
    me = world["李催收"]
    index = sealer().index("10000000009", Field.PHONE)
    Account.objects.filter(pk=me.account_id).update(mobile_index=index)
    offer(world["钱管理"], paper.pk, [SignerFacts("李催收", "10000000009", "调解员")])
    browser = Browser(me)
    [row] = browser.get("/api/signing/mine").json()
    assert row["paper"] == "调解协议书"
    token = browser.post(f"/api/signing/mine/{row['signer_id']}/link").json()["token"]
    assert link.open_link(token)["part"] == "调解员"
    with pytest.raises(Refusal) as refused:
        own_link(world["周催收"], row["signer_id"])
    assert refused.value.code == "not_found"
    assert link.open_link(token)["part"] == "调解员"  # his own still opens


@pytest.mark.parametrize(
    ("image", "said"),
    [
        ("", "不是有效的图片"),
        ("!!!!", "不是有效的图片"),
        (base64.b64encode(b"GIF89a" + b"\0" * 50).decode(), "不是有效的图片"),
        (base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"\0" * 50).decode(), "不是有效的图片"),
        (base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"\0" * 210_000).decode(), "上限 200 KB"),
    ],
)
def test_pictures_that_are_no_signature(image: str, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        read_drawing(image)


def test_an_empty_pad_is_no_signature() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (300, 120), "white").save(out, "PNG")
    with pytest.raises(Refusal, match="签名区还没有书写"):
        read_drawing(base64.b64encode(out.getvalue()).decode())


def test_the_whole_way_over_http_without_a_session(world: World, sms: Codes) -> None:
    paper = final_paper(world)
    staff = Browser(world["钱管理"])
    body = {"signers": [{"name": "王桂兰", "mobile": "10000000001", "part": "申请人"}]}
    made = staff.post(f"/api/signing/papers/{paper.pk}", body).json()
    token = made["links"][0]["token"]
    phone = Browser()
    phone.fetch_token()
    assert phone.post("/api/signing/link/open", {"token": token}).json()["pages"] == 1
    assert phone.post("/api/signing/link/code", {"token": token}).json() == {
        "mobile": "100****0001",
        "code": None,
    }
    got = phone.post("/api/signing/link/confirm", {"token": token, "code": sms.sent[-1][1]}).json()
    page = phone.post("/api/signing/link/page", {"token": token, "grant": got["grant"], "page": 1})
    assert page["Content-Type"] == "image/png"
    signed = phone.post(
        "/api/signing/link/sign",
        {"token": token, "grant": got["grant"], "image": drawing(), "sha256": got["sha256"]},
    )
    assert signed.status_code == 200 and signed.json()["finished"] is True
    state = staff.get(f"/api/signing/papers/{paper.pk}").json()["rows"][0]
    assert (state["state_label"], state["signers"][0]["seen_pages"]) == ("已完成", 1)
    url = staff.post(f"/api/papers/{paper.pk}/open", {"what": "signed"}).json()["url"]
    shown = b"".join(staff.get(url).streaming_content)
    assert verify_file("x.pdf", shown)["ok"] is True
