"""Personal users are listed apart from enterprises and staff, each with what fits."""

from __future__ import annotations

from anjie.access import accounts
from anjie.access.actors import Actor
from anjie.access.models import Membership, Role
from anjie.access.registration import register_by_tap, register_enterprise, register_person
from tests.http import Browser
from tests.people import World

# The example of the standard that defines the code; nobody's.
FIRM = {
    "name": "城东五金商行",
    "credit_code": "91350100M000100Y43",
    "legal_representative": "孔令书",
    "contact_name": "尤大海",
}
WHOLE_ID = "11010519491231002X"


def test_each_list_holds_its_own_kind(world: World) -> None:
    register_person("13491230001", {"name": "沈梅", "id_no": WHOLE_ID}, address="")
    register_by_tap("13491230002", address="")
    register_enterprise("13491230003", FIRM, address="")
    browser = Browser(world["钱管理"])
    persons = browser.get("/api/people/persons").json()
    firms = browser.get("/api/people/enterprises").json()
    staff = browser.get("/api/access/accounts?kind=staff").json()
    assert [(row["name"], row["origin_label"], row["sex"]) for row in persons["rows"]] == [
        ("微信用户", "微信一键注册", ""),
        ("沈梅", "手机验证码注册", "女"),
    ]
    assert WHOLE_ID not in str(persons)
    assert persons["rows"][1]["id_no"].endswith("002X") and "*" in persons["rows"][1]["id_no"]
    assert [(row["name"], row["state_label"], row["legal_representative"]) for row in firms["rows"]] == [
        ("城东五金商行", "待审核", "孔令书")
    ]
    assert firms["waiting"] == 1
    needs = {one["key"]: one for one in browser.get("/api/insight/home").json()["needs"]}
    assert (needs["enterprises"]["count"], needs["enterprises"]["query"]) == (1, {"state": "waiting"})
    assert {row["kind"] for row in staff["rows"]} == {"staff"}


def test_persons_are_found_by_whole_numbers_only(world: World) -> None:
    register_person("13491230001", {"name": "沈梅", "id_no": WHOLE_ID}, address="")
    register_person("13491230002", {"name": "秦海涛"}, address="")
    browser = Browser(world["钱管理"])

    def found(**query: str) -> list[str]:
        return [row["name"] for row in browser.get("/api/people/persons", **query).json()["rows"]]

    assert found(q="13491230001") == ["沈梅"]
    assert found(q=WHOLE_ID.lower()) == ["沈梅"]
    assert found(q="1349123") == []
    assert found(q="海涛") == ["秦海涛"]
    assert found(origin="wechat") == []
    assert found(wechat="false") == ["秦海涛", "沈梅"]


def test_enterprises_are_found_by_code_and_by_who_stands_for_them(world: World) -> None:
    register_enterprise("13491230003", FIRM, address="")
    browser = Browser(world["钱管理"])

    def found(**query: str) -> int:
        return browser.get("/api/people/enterprises", **query).json()["count"]

    assert [found(q=q) for q in ("五金", "91350100m000100y43", "孔令书", "尤大海", "13491230003")] == [1] * 5
    assert [found(state=state) for state in ("waiting", "passed", "returned", "bound")] == [1, 0, 0, 0]


def test_users_of_the_phone_belong_to_no_branch(world: World) -> None:
    """Given an administrator of one branch, then nobody who takes part in none of its cases is in reach."""
    register_person("13491230001", {"name": "沈梅"}, address="")
    register_enterprise("13491230003", FIRM, address="")
    made, _ = accounts.create(
        world["钱管理"],
        username="north.admin",
        name="北管理",
        staff_no="N1",
        mobile="",
        kind="staff",
        posts=[
            accounts.Post(Role.objects.get(code="administrator").pk, world.units["北"].pk, "branch"),
        ],
    )
    membership = Membership.objects.select_related("account", "role", "unit").get(account=made)
    made.must_change_password = False
    made.save()
    browser = Browser(Actor.of(membership))
    assert browser.get("/api/people/persons").json()["count"] == 0
    assert browser.get("/api/people/enterprises").json() == {"rows": [], "count": 0, "waiting": 0}
