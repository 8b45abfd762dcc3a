from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.phone import Phone, Staff
from tests.browser.served import Served
from tests.browser.signing import ON_THE_PHONE, sign

MOBILE = "13491230022"


@pytest.mark.skipif(
    not ON_THE_PHONE, reason="nothing here makes a PDF, and without one all is signed on paper"
)
def test_somebody_without_an_account_signs_by_the_link_of_a_short_message(
    phone_of: Callable[[], Phone], staff: Callable[[str], Staff], product: Served
) -> None:
    # given a paper that is offered to 乔远山, who never registered
    case_id, assigner = product.cases["桑榆"]["id"], staff("许分配")
    offered = assigner.get(f"/api/papers/cases/{case_id}")["templates"]
    rights = next(one["id"] for one in offered if one["name"] == "权利义务告知书")
    made = assigner.post(f"/api/papers/cases/{case_id}", {"outcome": "", "template_id": rights})
    paper = made["rows"][0]["id"]
    assigner.post(f"/api/papers/{paper}/final", {})
    signer = {"part": "被申请人", "name": "乔远山", "mobile": MOBILE}
    assigner.post(f"/api/signing/papers/{paper}", {"signers": [signer]})
    # when he opens the link of the message he got, proves the number, reads and signs
    his = phone_of()
    link = product.link_sent_to(MOBILE)
    his.open(link)
    his.sees("权利义务告知书")
    his.sees("被申请人 乔**")
    his.fits()
    sign(his, MOBILE)
    # then the paper is signed, and the link opens it no more
    his.sees("各方均已签署")
    his.fits()
    assert [one["state"] for one in assigner.get(f"/api/papers/cases/{case_id}")["rows"]] == ["signed"]
    again = phone_of()
    again.open(link)
    again.sees("签署这份文书")
    again.fits()
