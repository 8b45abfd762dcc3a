"""Templates kept by versions, and papers made from them for a case."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from anjie.desk.public import CustomField, Event
from anjie.foundation.refusals import NotFound, Refusal
from anjie.services.files.actions import add_file, delete_file
from anjie.services.files.models import CaseFile
from anjie.services.papers import actions, keeping, opening, templates
from anjie.services.papers.lines import Finding
from anjie.services.papers.models import Paper, Template
from anjie.services.papers.starters import STARTERS, load_starters
from tests.cases import place
from tests.http import Browser
from tests.papers import PlainConverter, converting, line_with_papers, text_of, word
from tests.people import World


@pytest.fixture(autouse=True)
def papers(settings, tmp_path) -> Iterator[None]:
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path)},
        }
    }
    with line_with_papers(), converting(PlainConverter()):
        yield


def template(world: World, name: str = "调解协议书", *lines: str, **given) -> Template:
    content = word(*(lines or ("案件{{案件编号}}，{{调解金额|大写金额}}",)))
    given = {"kind": "agreement", "outcomes": ["agreed"]} | given
    return templates.add(world["钱管理"], templates.Purpose("recovery", name, **given), content)


def test_the_starting_templates_pass_their_own_check_and_fill(world: World) -> None:
    loaded = load_starters(world["钱管理"], "recovery")
    assert [one.name for one in loaded] == [one.name for one in STARTERS]
    assert load_starters(world["钱管理"], "recovery") == []
    case = place(world)
    assert [paper.name for paper in actions.produce(world["钱管理"], case.pk, "agreed")] == [
        "调解记录",
        "调解协议书",
    ]
    made = {paper.name: paper for paper in actions.produce(world["钱管理"], case.pk, "confirmed")}
    assert list(made) == ["调解记录", "调解协议书", "司法确认申请书"]
    text = "\n".join(text_of(keeping.read(made["调解协议书"].docx)))
    assert "申请人：王桂兰，女，证件号码 110101199001010000" in text
    assert "付款总额：人民币壹万贰仟元伍角（￥12,000.50）。" in text
    assert "2 李大山 王桂兰 2026年11月1日 6,000.50" in text
    assert "二〇二六年九月二十一日" in text
    assert "{{" not in text and "{%" not in text


def test_a_template_that_names_an_unknown_fact_is_refused_and_not_kept(world: World) -> None:
    with pytest.raises(Refusal) as refused:
        template(world, "坏模板", "前言", "编号{{案件编码}}")
    assert refused.value.code == "papers.faults"
    assert refused.value.message == (
        "模板“坏模板”有 1 处需要修改：第 2 段「编号{{案件编码}}」：没有名为“案件编码”的事实。是不是“案件编号”？"
    )
    assert not Template.objects.exists()


def test_a_custom_field_is_a_fact_as_soon_as_it_is_declared(world: World) -> None:
    with pytest.raises(Refusal, match="没有名为“房号”的事实"):
        template(world, "物业", "房号{{房号}}")
    CustomField.objects.create(line="recovery", code="flat", label="房号")
    made = template(world, "物业", "房号{{房号}}")
    case = place(world, custom={"flat": "3-201"})
    paper = actions.produce_one(world["钱管理"], case.pk, made.pk)
    assert text_of(keeping.read(paper.docx)) == ["房号3-201"]


def test_older_papers_keep_their_version(world: World) -> None:
    made = template(world, "调解协议书", "第一版{{案件编号}}")
    case = place(world)
    old = actions.produce_one(world["钱管理"], case.pk, made.pk)
    templates.renew(world["钱管理"], made.pk, word("第二版{{案件编号}}"))
    with pytest.raises(Refusal, match="与“调解协议书”第 2 版完全相同"):
        templates.renew(
            world["钱管理"], made.pk, templates.version_content(world["钱管理"], made.versions.first().pk)[1]
        )
    new = actions.remake(world["钱管理"], old.pk)
    old.refresh_from_db()
    assert (old.state, old.version.number, new.version.number) == ("replaced", 1, 2)
    assert text_of(keeping.read(old.docx)) == [f"第一版{case.no}"]
    assert text_of(keeping.read(new.docx)) == [f"第二版{case.no}"]


def test_final_has_a_pdf_and_cannot_be_made_final_again(world: World) -> None:
    case, made = place(world), template(world)
    paper = actions.produce_one(world["钱管理"], case.pk, made.pk)
    paper = actions.finalise(world["钱管理"], paper.pk)
    assert paper.state == "final" and keeping.read(paper.pdf).startswith(b"%PDF-")
    with pytest.raises(Refusal, match="当前为“已定稿”，不能定稿"):
        actions.finalise(world["钱管理"], paper.pk)
    verbs = list(Event.objects.filter(case_id=case.pk).order_by("seq").values_list("verb", flat=True))
    assert verbs[-2:] == ["paper.made", "paper.final"]


def test_without_a_converter_the_word_file_is_final_and_no_pdf_is_promised(world: World) -> None:
    case, made = place(world), template(world)
    paper = actions.produce_one(world["钱管理"], case.pk, made.pk)
    with converting(None):
        paper = actions.finalise(world["钱管理"], paper.pk)
        assert (paper.state, paper.pdf) == ("final", None)
        with pytest.raises(Refusal, match="本机未安装 LibreOffice，可下载 Word 打印"):
            opening.link_to_paper(world["钱管理"], paper.pk, "pdf")


def test_the_lines_check_blocks_or_warns(world: World) -> None:
    case, made = place(world), template(world)
    paper = actions.produce_one(world["钱管理"], case.pk, made.pk)
    stops = Finding("block", "agreement.no_payer", "第 2 期没有写明付款人。")
    hints = Finding("warn", "agreement.not_confirmable", "该协议不能申请司法确认。")
    with (
        line_with_papers(findings=[stops, hints]),
        pytest.raises(Refusal, match="还不能定稿：第 2 期没有写明付款人"),
    ):
        actions.finalise(world["钱管理"], paper.pk)
    assert Paper.objects.get(pk=paper.pk).state == "draft"
    with line_with_papers(findings=[hints]):
        assert actions.finalise(world["钱管理"], paper.pk).findings == [
            {"level": "warn", "code": "agreement.not_confirmable", "message": "该协议不能申请司法确认。"}
        ]


def test_signed_on_paper_needs_the_scan_among_the_cases_files(world: World) -> None:
    case, other, made = place(world), place(world, name="李四"), template(world)
    who = world["钱管理"]
    paper = actions.finalise(who, actions.produce_one(who, case.pk, made.pk).pk)
    elsewhere = add_file(who, other.pk, name="扫描.pdf", file=io.BytesIO(b"%PDF-1.4 other"))
    with pytest.raises(NotFound):
        actions.mark_signed(who, paper.pk, elsewhere.pk)
    scan = add_file(who, case.pk, name="扫描.pdf", file=io.BytesIO(b"%PDF-1.4 scan"))
    paper = actions.mark_signed(who, paper.pk, scan.pk, "双方到场")
    # and from then on the scan stays on the case
    with pytest.raises(Refusal) as kept:
        delete_file(world["钱管理"], paper.case_id, scan.pk, "传错了")
    assert kept.value.code == "papers.scan_needed" and CaseFile.objects.get(pk=scan.pk).blob_id
    assert (paper.state, paper.signed_how) == ("signed", "纸质签署，由钱管理登记，扫描件“扫描.pdf”，双方到场")


def test_the_facts_behind_a_paper_are_sealed_and_come_back(world: World) -> None:
    case, made = place(world), template(world)
    paper = actions.produce_one(world["钱管理"], case.pk, made.pk)
    held = Paper.objects.get(pk=paper.pk)
    assert "王桂兰".encode() not in bytes(held.facts_sealed or b"")
    facts = actions.facts_behind(held)
    assert (facts["applicants"][0]["name"], str(facts["agreed_amount"])) == ("王桂兰", "12000.50")


def test_a_case_file_with_a_papers_content_may_be_deleted_and_the_paper_stays(world: World) -> None:
    case, made, who = place(world), template(world), world["钱管理"]
    paper = actions.produce_one(who, case.pk, made.pk)
    content = keeping.read(paper.docx)
    file = add_file(who, case.pk, name="协议.docx", file=io.BytesIO(content))
    delete_file(who, case.pk, file.pk, "重复")
    assert keeping.read(Paper.objects.get(pk=paper.pk).docx) == content


def test_a_paper_out_of_reach_is_not_there(world: World) -> None:
    case, made = place(world, holder="李催收"), template(world)
    paper = actions.produce_one(world["钱管理"], case.pk, made.pk)
    for url in (f"/api/papers/cases/{case.pk}",):
        assert Browser(world["吴催收"]).get(url).status_code in (403, 404)
    url = opening.link_to_paper(world["钱管理"], paper.pk, "docx")
    assert Browser(world["孙内勤"]).get(url).status_code in (403, 404)
    assert Browser(world["钱管理"]).get(url).status_code == 200


def test_templates_over_http(world: World) -> None:
    browser = Browser(world["钱管理"])

    def send(path: str, content: bytes, **facts):
        return browser.client.post(
            path,
            facts | {"file": SimpleUploadedFile("模板.docx", content)},
            headers={"X-CSRFToken": browser.token},
        )

    checked = send("/api/papers/templates/check", word("{{案件编码}}"), line="recovery").json()
    assert [one["suggestion"] for one in checked["faults"]] == ["案件编号"]
    facts = {"line": "recovery", "name": "通知", "kind": "acceptance", "outcomes": ["accepted"]}
    refused = send("/api/papers/templates", word("{{案件编码}}"), **facts)
    assert refused.status_code == 422 and refused.json()["code"] == "papers.faults"
    made = send("/api/papers/templates", word("{{案件编号}}"), **facts).json()
    assert (made["kind_label"], made["outcome_labels"], made["versions"][0]["used"]) == (
        "调解申请受理通知书", ["受理"], ["case_no"],
    )  # fmt: skip
    case = place(world)
    version = made["versions"][0]["id"]
    preview = browser.get(f"/api/papers/templates/versions/{version}/preview/{case.pk}/pdf")
    assert preview["Content-Type"] == "application/pdf" and preview.content.startswith(b"%PDF-")
    assert not Paper.objects.exists()
    picker = {row["label"]: row for row in browser.get("/api/papers/facts", line="recovery").json()}
    assert picker["调解金额"]["written"] == "{{调解金额}}"
    assert picker["申请人"]["items"][0]["written"] == "{{项.姓名}}"
    produced = browser.post(f"/api/papers/cases/{case.pk}", {"outcome": "accepted"}).json()
    assert [row["name"] for row in produced["rows"]] == ["通知"]
