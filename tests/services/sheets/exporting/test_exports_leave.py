"""Who may take a list out: refusals, a second person's yes for a large one, rights that end in the middle."""

from __future__ import annotations

import pytest

from anjie.access.models import Membership, TrailEntry
from anjie.foundation.refusals import Forbidden, Invalid, NotFound, Refusal
from anjie.services.notices.models import Notice
from anjie.services.sheets.exporting import exports, queries, running
from anjie.services.sheets.exporting.exporters import Wanted
from anjie.services.sheets.models import Export
from tests.cases import place
from tests.exports import may, taken, written
from tests.people import World

State = Export.State


@pytest.mark.parametrize(
    ("kind", "wanted", "columns", "code"),
    [
        ("recovery_cases", Wanted({"nonsense": 1}), [], "list.wrong_filter"),
        ("recovery_cases", Wanted(sort="secret"), [], "list.unknown_sort"),
        ("recovery_cases", Wanted(), ["no", "password"], "export.unknown_column"),
        ("recovery_cases", Wanted({"client": [999_999]}), [], "export.nothing"),
        ("repayments", Wanted({"amount_from": "many"}), [], "list.wrong_filter"),
        ("salaries", Wanted(), [], "export.unknown_kind"),
    ],
)
def test_what_cannot_be_taken_is_refused_and_nothing_is_written(
    world: World, kind, wanted, columns, code
) -> None:
    place(world)
    with pytest.raises(Refusal) as refused:
        exports.ask(world["钱管理"], kind, wanted, columns=columns)
    assert refused.value.code == code
    assert not Export.objects.exists()
    assert written(world["钱管理"]) == []


def test_a_collector_takes_nothing_out(world: World) -> None:
    place(world)
    with pytest.raises(Forbidden):
        exports.ask(world["李催收"], "recovery_cases", Wanted())
    assert queries.kinds_for(world["李催收"]) == []
    assert not Export.objects.exists()


def test_one_person_has_three_under_way_at_most(world: World) -> None:
    place(world)
    for _ in range(3):
        exports.ask(world["孙内勤"], "recovery_cases", Wanted())
    with pytest.raises(Refusal) as refused:
        exports.ask(world["孙内勤"], "recovery_cases", Wanted())
    assert (refused.value.code, refused.value.facts) == ("export.too_many", {"under_way": 3})
    assert Export.objects.count() == 3
    assert taken(world["赵主管"]).state == State.READY


def test_what_was_searched_for_is_kept_sealed(world: World) -> None:
    place(world, name="张三", phones=("10012345678",))
    export = exports.ask(world["钱管理"], "recovery_cases", Wanted({"q": "10012345678"}))
    export.refresh_from_db()
    assert "10012345678" not in str(export.query) and export.query["filter"] == {}
    assert b"10012345678" not in bytes(export.search_sealed)
    assert running.run(export.pk).rows == 1
    assert not TrailEntry.objects.filter(facts__icontains="10012345678").exists()


def test_a_large_export_waits_for_a_second_person(three: World) -> None:
    export = exports.ask(three["孙内勤"], "recovery_cases", Wanted())

    assert (export.state, export.rows) == (State.APPROVAL, 3)
    assert running.run(export.pk).state == State.APPROVAL
    assert not running.file_of(export).exists()
    told = Notice.objects.filter(verb="export.approval").values_list("membership_id", flat=True)
    # 赵主管 and 郑主管 reach only their teams: what leaves is wider than they see.
    assert list(told) == [three["钱管理"].membership_id]

    exports.approve(three["钱管理"], export.pk)
    done = running.run(export.pk)

    assert (done.state, done.rows, done.approved_by_id) == (State.READY, 3, three["钱管理"].membership_id)
    assert written(three["钱管理"]) == ["export.approved"]


def test_a_team_supervisor_approves_what_his_team_sees(three: World) -> None:
    may("collector", "desk.export")
    collector = Membership.objects.select_related("account", "role", "unit").get(
        pk=three["李催收"].membership_id
    )
    from anjie.access.actors import Actor

    export = exports.ask(Actor.of(collector), "recovery_cases", Wanted())

    with pytest.raises(NotFound):
        exports.approve(three["郑主管"], export.pk)
    exports.approve(three["赵主管"], export.pk)
    assert Export.objects.get(pk=export.pk).state == State.ASKED


def test_nobody_approves_his_own(three: World) -> None:
    export = exports.ask(three["钱管理"], "recovery_cases", Wanted())
    with pytest.raises(Refusal) as refused:
        exports.approve(three["钱管理"], export.pk)
    assert refused.value.code == "export.own_approval"
    assert Export.objects.get(pk=export.pk).state == State.APPROVAL
    assert written(three["钱管理"]) == ["export.asked"]


def test_a_large_export_is_turned_down_with_a_reason(three: World) -> None:
    export = exports.ask(three["孙内勤"], "recovery_cases", Wanted())
    with pytest.raises(Invalid):
        exports.refuse(three["钱管理"], export.pk, " ")
    exports.refuse(three["钱管理"], export.pk, "用途不明")
    export.refresh_from_db()
    assert (export.state, export.why) == (State.REFUSED, "用途不明")
    assert Notice.objects.get(verb="export.refused").membership_id == three["孙内勤"].membership_id
    with pytest.raises(Refusal) as refused:
        exports.approve(three["钱管理"], export.pk)
    assert refused.value.code == "export.wrong_state"


def test_what_has_grown_past_the_bound_meanwhile_is_not_written(world: World, large: None) -> None:
    place(world)
    place(world)
    export = exports.ask(world["孙内勤"], "recovery_cases", Wanted())
    assert export.state == State.ASKED
    place(world)

    export = running.run(export.pk)

    assert (export.state, export.why) == (
        State.FAILED, "现在有 3 行，超过提交时的行数，需要重新审批。请重新导出。",
    )  # fmt: skip
    assert list(running.folder().iterdir()) == []


def test_rights_gone_before_it_runs_fail_it(world: World) -> None:
    place(world)
    export = exports.ask(world["孙内勤"], "recovery_cases", Wanted())
    may("clerk", no=("desk.export",))

    export = running.run(export.pk)

    assert export.state == State.FAILED
    assert "权限已变更" in export.why
    assert list(running.folder().iterdir()) == []


def test_rights_revoked_in_the_middle_fail_it_and_leave_nothing(world: World, monkeypatch) -> None:
    for _ in range(3):
        place(world)
    monkeypatch.setattr(running, "LOOK_EVERY_ROWS", 1)
    monkeypatch.setattr(running, "LOOK_EVERY_SECONDS", -1.0)
    export = exports.ask(world["孙内勤"], "recovery_cases", Wanted())
    looked = running._look

    def revoke(record: Export, actor) -> None:
        Membership.objects.filter(pk=actor.membership_id).update(client_ids=[world.clients["DEMO-BANK"].pk])
        looked(record, actor)

    monkeypatch.setattr(running, "_look", revoke)

    export = running.run(export.pk)

    assert export.state == State.FAILED
    assert export.why == "导出过程中，导出人的权限或数据范围有变更，导出已终止。请重新导出。"
    assert list(running.folder().iterdir()) == []


def test_a_leaver_gets_no_export(world: World) -> None:
    place(world)
    export = exports.ask(world["孙内勤"], "recovery_cases", Wanted())
    Membership.objects.filter(pk=world["孙内勤"].membership_id).update(is_active=False)
    assert running.run(export.pk).why == "导出人的账号或任职已停用，导出已终止。"
