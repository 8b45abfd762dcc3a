"""A list leaves the house: as it shows, with the rights of who asks, large ones by a second person's leave."""

from __future__ import annotations

import os
import stat
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from anjie.access.models import Membership, Role, TrailEntry
from anjie.desk.public import ContactFacts, DeskDeed, Event
from anjie.foundation import clock
from anjie.foundation.refusals import Forbidden, Invalid, NotFound, Refusal
from anjie.lines.recovery.work.models import WorkRecord
from anjie.services.notices.models import Notice
from anjie.services.sheets import export_queries, export_run, exports
from anjie.services.sheets.exporters import Wanted
from anjie.services.sheets.models import ColumnSet, Export
from tests.cases import place
from tests.people import World

State = Export.State


@pytest.fixture(autouse=True)
def home(settings, tmp_path: Path) -> Path:
    settings.HOME = tmp_path
    return tmp_path


def taken(actor, kind: str = "recovery_cases", wanted: Wanted | None = None, **how) -> Export:
    """Ask, and let the worker do it."""
    export = exports.ask(actor, kind, wanted or Wanted(), **how)
    return export_run.run(export.pk)


def cells(export: Export, sheet: str | None = None) -> list[list]:
    book = load_workbook(export_run.file_of(export))
    page = book[sheet] if sheet else book.worksheets[0]
    return [list(row) for row in page.iter_rows(values_only=True)]


def written(actor) -> list[str]:
    return list(
        TrailEntry.objects.filter(actor=actor.key, verb__startswith="export.")
        .order_by("seq")
        .values_list("verb", flat=True)
    )


def may(role: str, *codes: str, no: tuple[str, ...] = ()) -> None:
    found = Role.objects.get(code=role)
    found.deeds = sorted({*found.deeds, *codes} - set(no))
    found.save()


# -- what is in it --


def test_the_workbook_holds_the_chosen_cells_in_the_lists_order(world: World) -> None:
    place(world, name="张三", amount="1000.10", serial_no="000123", recall_on=clock.today())
    place(world, name="李四", amount="2500.00", serial_no="000124")
    place(world, client="DEMO-CF", name="王五", amount="99.99", serial_no="000125")

    export = taken(
        world["孙内勤"],
        wanted=Wanted({"client": [world.clients["DEMO-BANK"].pk]}, sort="-amount"),
        columns=["title", "amount", "serial_no", "state", "holder", "client", "days_left"],
    )

    assert export.state == State.READY
    assert (export.rows, export.done_rows) == (2, 2)
    got = cells(export)
    assert got[0] == ["债务人", "委案金额", "个案序列号", "状态", "催收员", "委托方", "剩余天数"]
    assert got[1][:6] == ["李四", 2500, "000124", "正常", "李催收", "示范银行"]
    assert got[2] == ["张三", 1000.1, "000123", "正常", "李催收", "示范银行", 0]
    assert len(got) == 3


def test_a_watermark_sheet_names_who_when_what_and_by_which_filter(world: World) -> None:
    place(world, name="张三")
    client = world.clients["DEMO-BANK"]

    export = taken(world["孙内勤"], wanted=Wanted({"client": [client.pk], "state": ["open"], "q": "张三"}))

    told = dict(row[:2] for row in cells(export, "导出说明")[1:])
    assert told["导出人"] == "孙内勤"
    assert told["内容"] == "案件列表"
    assert told["行数"] == "1"
    assert told["导出编号"] == f"E{export.pk}"
    assert (told["筛选：委托方"], told["筛选：状态"], told["筛选：搜索"]) == ("示范银行", "正常", "张三")
    assert "可追溯到导出人" in told["声明"]


def test_only_what_is_within_reach_leaves(world: World) -> None:
    place(world, name="张三", holder="李催收")
    place(world, name="李四", holder="吴催收")
    place(world, client="DEMO-CF", name="王五", holder="周催收")

    def names(who: str) -> list[str]:
        return [row[0] for row in cells(taken(world[who], columns=["title"]))[1:]]

    assert sorted(names("赵主管")) == ["张三", "王五"]
    assert names("郑主管") == ["李四"]
    assert sorted(names("王内勤")) == ["张三", "李四"]


def test_ticked_rows_are_narrowed_by_reach_too(world: World) -> None:
    one, other = place(world, name="张三"), place(world, name="李四", holder="吴催收")

    export = taken(world["赵主管"], wanted=Wanted(ids=[one.pk, other.pk]), columns=["title"])

    assert [row[0] for row in cells(export)[1:]] == ["张三"]


@pytest.mark.parametrize(
    ("sort", "order"), [("holder", ["李催收", "周催收", None]), ("-holder", ["周催收", "李催收", None])]
)
def test_columns_of_few_values_are_ordered_as_the_list_orders_them(world: World, sort, order) -> None:
    place(world, holder="周催收")
    place(world, holder=None)
    place(world, holder="李催收")

    export = taken(world["孙内勤"], wanted=Wanted(sort=sort), columns=["holder", "no"])

    assert [row[0] for row in cells(export)[1:]] == order


def test_a_cell_that_would_run_is_text(world: World) -> None:
    place(world, name="=cmd|' /C calc'!A0", region="@SUM(A1)")

    export = taken(world["孙内勤"], columns=["title", "region"])

    book = load_workbook(export_run.file_of(export))
    row = next(book.worksheets[0].iter_rows(min_row=2))
    assert [cell.data_type for cell in row] == ["s", "s"]
    assert [cell.value[:2] for cell in row] == ["'=", "'@"]


def test_a_csv_has_its_byte_order_mark_and_keeps_long_numbers(world: World) -> None:
    place(
        world, name="张三", amount="1000.10", serial_no="6222000011112222333", commission_rate=Decimal("0.15")
    )

    export = taken(
        world["孙内勤"], columns=["title", "amount", "serial_no", "commission_rate"], file_format="csv"
    )

    text = export_run.file_of(export).read_bytes().decode("utf-8")
    assert text == "\ufeff债务人,委案金额,个案序列号,佣金比例\r\n张三,1000.10,6222000011112222333\t,15%\r\n"


def test_every_column_of_every_list_can_be_taken(world: World) -> None:
    from anjie.lines.recovery.payment import actions
    from anjie.lines.recovery.work import records

    case = place(world, name="张三", card_no="6222000011112222", commission_rate=Decimal("0.2"))
    actions.enter_repayment(world["孙内勤"], case.pk, Decimal("10.00"), clock.today())
    records.record_work(world["李催收"], records.Contacted(case=case.pk, channel="note", note="已核对"), None)
    boss = world["钱管理"]
    for told in export_queries.kinds_for(boss):
        kind = told["kind"]
        if kind in ("claimed_payments", "returned_cases", "reconciliation_lines", "promises", "complaints"):
            continue  # these have rows of their own in the tests below
        if kind.startswith("report_"):
            continue  # asked by period: tests/insight/test_report_exports.py
        if kind == "mediation_ranking":
            continue  # has mediators in it: tests/lines/mediation/test_ratings.py
        wanted = Wanted({"within": 3650}) if kind == "due_cases" else Wanted()
        export = taken(boss, kind, wanted, columns=[c["key"] for c in told["columns"]], reason="核对")
        assert (kind, export.state, export.why) == (kind, State.READY, "")
        assert len(cells(export)) == 2
    assert WorkRecord.objects.count() == 1


# -- fields --


def test_the_commission_rate_is_not_offered_to_who_may_not_see_it(world: World) -> None:
    place(world, commission_rate=Decimal("0.15"))
    offered = {one["kind"]: one for one in export_queries.kinds_for(world["赵主管"])}["recovery_cases"]
    assert "commission_rate" not in [column["key"] for column in offered["columns"]]

    with pytest.raises(Forbidden) as refused:
        exports.ask(world["赵主管"], "recovery_cases", Wanted(), columns=["no", "commission_rate"])

    assert refused.value.facts == {"permission": "placement.see_commission"}
    assert not Export.objects.exists()
    assert written(world["赵主管"]) == []
    assert cells(taken(world["陈财务"], columns=["commission_rate"]))[1] == [0.15]


def test_filtering_by_a_field_one_may_not_see_is_refused_in_an_export_too(world: World) -> None:
    place(world, commission_rate=Decimal("0.15"))
    with pytest.raises(Forbidden):
        exports.ask(world["赵主管"], "recovery_cases", Wanted({"rate_from": "0.1"}))
    assert not Export.objects.exists()


def test_numbers_leave_masked(world: World) -> None:
    # 100… begins no Chinese number.
    place(world, name="张三", phones=("10012345678",), id_no="110101190001010013")

    export = taken(world["孙内勤"], columns=["id_mask", "phones"])

    row = cells(export)[1]
    assert "10012345678" not in row[1] and row[1].endswith("5678")
    assert row[0] == "110***********0013"


def test_whole_numbers_need_the_permission_and_a_reason_and_stand_on_each_case(world: World) -> None:
    case = place(
        world,
        name="张三",
        phones=("10012345678",),
        contacts=(ContactFacts("phone", "051200000000", owner="单位"),),
        id_no="110101190001010013",
        card_no="6222000011112222",
    )
    columns = ["title", "id_no", "card_no", "phones_whole"]
    with pytest.raises(Forbidden):
        exports.ask(world["孙内勤"], "recovery_cases", Wanted(), columns=columns, reason="核对")
    with pytest.raises(Invalid) as refused:
        exports.ask(world["钱管理"], "recovery_cases", Wanted(), columns=columns, reason="  ")
    assert refused.value.code == "export.reason_required"
    assert not Export.objects.exists()

    export = taken(world["钱管理"], columns=columns, reason="司法调取")

    assert cells(export)[1] == ["张三", "110101190001010013", "6222000011112222", "10012345678 051200000000"]
    event = Event.objects.get(case_id=case.pk, verb="reveal.exported")
    assert (event.actor_name, event.facts) == ("钱管理", {"export": export.pk, "reason": "司法调取"})
    assert dict(row[:2] for row in cells(export, "导出说明")[1:])["筛选：原因"] == "司法调取"


def test_unmasked_columns_are_never_taken_unasked(world: World) -> None:
    place(world, card_no="6222000011112222")
    assert not {"id_no", "card_no", "phones_whole"} & set(taken(world["钱管理"]).columns)


# -- refusals --


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
    assert export_queries.kinds_for(world["李催收"]) == []
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
    assert export_run.run(export.pk).rows == 1
    assert not TrailEntry.objects.filter(facts__icontains="10012345678").exists()


# -- large ones --


@pytest.fixture
def large(settings) -> None:
    settings.EXPORT_APPROVAL_ROWS = 2


@pytest.fixture
def three(world: World, large: None) -> World:
    for name in ("张三", "李四", "王五"):
        place(world, name=name)
    return world


def test_a_large_export_waits_for_a_second_person(three: World) -> None:
    export = exports.ask(three["孙内勤"], "recovery_cases", Wanted())

    assert (export.state, export.rows) == (State.APPROVAL, 3)
    assert export_run.run(export.pk).state == State.APPROVAL
    assert not export_run.file_of(export).exists()
    told = Notice.objects.filter(verb="export.approval").values_list("membership_id", flat=True)
    # 赵主管 and 郑主管 reach only their teams: what leaves is wider than they see.
    assert list(told) == [three["钱管理"].membership_id]

    exports.approve(three["钱管理"], export.pk)
    done = export_run.run(export.pk)

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

    export = export_run.run(export.pk)

    assert (export.state, export.why) == (
        State.FAILED, "现在有 3 行，超过提交时的行数，需要重新审批。请重新导出。",
    )  # fmt: skip
    assert list(export_run.folder().iterdir()) == []


# -- rights --


def test_rights_gone_before_it_runs_fail_it(world: World) -> None:
    place(world)
    export = exports.ask(world["孙内勤"], "recovery_cases", Wanted())
    may("clerk", no=("desk.export",))

    export = export_run.run(export.pk)

    assert export.state == State.FAILED
    assert "权限已变更" in export.why
    assert list(export_run.folder().iterdir()) == []


def test_rights_revoked_in_the_middle_fail_it_and_leave_nothing(world: World, monkeypatch) -> None:
    for _ in range(3):
        place(world)
    monkeypatch.setattr(export_run, "LOOK_EVERY_ROWS", 1)
    monkeypatch.setattr(export_run, "LOOK_EVERY_SECONDS", -1.0)
    export = exports.ask(world["孙内勤"], "recovery_cases", Wanted())
    looked = export_run._look

    def revoke(record: Export, actor) -> None:
        Membership.objects.filter(pk=actor.membership_id).update(client_ids=[world.clients["DEMO-BANK"].pk])
        looked(record, actor)

    monkeypatch.setattr(export_run, "_look", revoke)

    export = export_run.run(export.pk)

    assert export.state == State.FAILED
    assert export.why == "导出过程中，导出人的权限或数据范围有变更，导出已终止。请重新导出。"
    assert list(export_run.folder().iterdir()) == []


def test_a_leaver_gets_no_export(world: World) -> None:
    place(world)
    export = exports.ask(world["孙内勤"], "recovery_cases", Wanted())
    Membership.objects.filter(pk=world["孙内勤"].membership_id).update(is_active=False)
    assert export_run.run(export.pk).why == "导出人的账号或任职已停用，导出已终止。"


# -- stopping, disks, crashes --


def test_one_that_is_being_written_stops_at_the_next_look(world: World, monkeypatch) -> None:
    for _ in range(3):
        place(world)
    monkeypatch.setattr(export_run, "LOOK_EVERY_ROWS", 1)
    monkeypatch.setattr(export_run, "LOOK_EVERY_SECONDS", -1.0)
    export = exports.ask(world["孙内勤"], "recovery_cases", Wanted())
    looked = export_run._look

    def stop(record: Export, actor) -> None:
        exports.cancel(world["孙内勤"], record.pk)
        looked(record, actor)

    monkeypatch.setattr(export_run, "_look", stop)

    assert export_run.run(export.pk).state == State.CANCELLED
    assert list(export_run.folder().iterdir()) == []


def test_a_waiting_one_is_cancelled_at_once_and_by_nobody_else(world: World) -> None:
    place(world)
    export = exports.ask(world["孙内勤"], "recovery_cases", Wanted())
    with pytest.raises(NotFound):
        exports.cancel(world["钱管理"], export.pk)
    exports.cancel(world["孙内勤"], export.pk)
    assert export_run.run(export.pk).state == State.CANCELLED
    with pytest.raises(Refusal) as refused:
        exports.cancel(world["孙内勤"], export.pk)
    assert refused.value.code == "export.wrong_state"


def test_a_full_disk_fails_it_in_words_and_leaves_nothing(world: World, monkeypatch) -> None:
    place(world)
    monkeypatch.setattr(os, "urandom", lambda size: b"\0" * size)
    export = exports.ask(world["孙内勤"], "recovery_cases", Wanted())
    part = export_run.folder() / f"part-{export.pk}-00000000.xlsx"
    part.symlink_to("/dev/full")

    export = export_run.run(export.pk)

    assert (export.state, export.why) == (
        State.FAILED, "服务器磁盘空间不足，文件没有写完，已清除。请联系系统管理员清理后重新导出。",
    )  # fmt: skip
    assert list(export_run.folder().iterdir()) == []
    assert "export.ready" not in written(world["孙内勤"])
    assert Notice.objects.get(verb="export.failed").text.endswith(export.why)


def test_one_whose_worker_was_killed_starts_over(world: World) -> None:
    place(world)
    export = exports.ask(world["孙内勤"], "recovery_cases", Wanted())
    Export.objects.filter(pk=export.pk).update(state=State.RUNNING, done_rows=17)
    (export_run.folder() / f"part-{export.pk}-dead.xlsx").write_bytes(b"half")

    export = export_run.run(export.pk)

    assert (export.state, export.done_rows) == (State.READY, 1)
    assert export_run.run(export.pk).state == State.READY
    assert written(world["孙内勤"]) == ["export.asked", "export.ready"]


# -- the download --


def test_the_file_is_given_to_who_asked_and_each_time_is_on_the_trail(world: World) -> None:
    place(world)
    export = taken(world["孙内勤"])

    path, name = exports.download(world["孙内勤"], export.pk)
    exports.download(world["孙内勤"], export.pk)

    assert path == export_run.file_of(export)
    assert name == f"案件列表-{clock.local(export.ready_at):%Y%m%d-%H%M}-E{export.pk}.xlsx"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert Export.objects.get(pk=export.pk).downloads == 2
    assert written(world["孙内勤"]) == [
        "export.asked",
        "export.ready",
        "export.downloaded",
        "export.downloaded",
    ]


def test_a_shared_link_opens_nothing_for_anybody_else(world: World) -> None:
    place(world)
    export = taken(world["孙内勤"])
    for who in ("钱管理", "赵主管", "王内勤", "李催收"):
        with pytest.raises(NotFound):
            exports.download(world[who], export.pk)
    assert Export.objects.get(pk=export.pk).downloads == 0


def test_the_one_who_approved_may_open_it(three: World) -> None:
    export = exports.ask(three["孙内勤"], "recovery_cases", Wanted())
    exports.approve(three["钱管理"], export.pk)
    export_run.run(export.pk)
    assert exports.download(three["钱管理"], export.pk)[0].exists()


def test_rights_lost_after_it_was_written_close_the_download(world: World) -> None:
    from anjie.access.actors import Actor

    place(world, commission_rate=Decimal("0.15"))
    export = taken(world["孙内勤"], columns=["no", "commission_rate"])
    member = Membership.objects.select_related("account", "role", "unit")
    may("clerk", no=("placement.see_commission",))
    with pytest.raises(Forbidden):
        exports.download(Actor.of(member.get(pk=export.by_id)), export.pk)
    may("clerk", "placement.see_commission")
    Membership.objects.filter(pk=export.by_id).update(client_ids=[world.clients["DEMO-CF"].pk])
    with pytest.raises(Refusal) as refused:
        exports.download(Actor.of(member.get(pk=export.by_id)), export.pk)
    assert (refused.value.code, refused.value.status) == ("export.rights_changed", 403)
    assert Export.objects.get(pk=export.pk).downloads == 0


def test_the_link_ends_after_a_day_and_the_file_is_taken_away(world: World) -> None:
    place(world)
    begun = clock.now()
    with clock.stopped(begun):
        export = taken(world["孙内勤"])
        kept = taken(world["赵主管"])
    Export.objects.filter(pk=kept.pk).update(expires_at=begun + timedelta(days=2))
    path = export_run.file_of(export)

    with clock.stopped(begun + timedelta(hours=24)):
        with pytest.raises(Refusal) as refused:
            exports.download(world["孙内勤"], export.pk)
        assert (refused.value.code, refused.value.status) == ("export.expired", 410)
        assert export_run.expire() == 1

    assert not path.exists() and export_run.file_of(kept).exists()
    assert Export.objects.get(pk=export.pk).state == State.EXPIRED


def test_files_of_no_export_are_swept_after_a_day(world: World) -> None:
    place(world)
    export = taken(world["孙内勤"])
    fresh, old = (export_run.folder() / name for name in ("part-77-aa.xlsx", "part-78-bb.xlsx"))
    fresh.write_bytes(b"")
    old.write_bytes(b"")
    for path in (old, export_run.file_of(export)):
        os.utime(path, (0, 0))

    export_run.expire()

    assert sorted(path.name for path in export_run.folder().iterdir()) == sorted(
        [f"{export.pk}.xlsx", "part-77-aa.xlsx"]
    )


# -- saved columns --


def test_a_choice_of_columns_is_kept_under_a_name(world: World) -> None:
    one = exports.save_columns(world["赵主管"], "recovery_cases", "早会", ["no", "title"])
    again = exports.save_columns(world["赵主管"], "recovery_cases", "早会", ["no", "balance"])
    assert (one.pk, again.columns) == (again.pk, ["no", "balance"])
    assert [found.name for found in export_queries.column_sets(world["赵主管"], "recovery_cases")] == ["早会"]
    assert export_queries.column_sets(world["孙内勤"], "recovery_cases") == []
    with pytest.raises(NotFound):
        exports.delete_columns(world["孙内勤"], one.pk)
    with pytest.raises(Forbidden):
        exports.save_columns(world["赵主管"], "recovery_cases", "佣金", ["commission_rate"])
    assert ColumnSet.objects.count() == 1
    exports.delete_columns(world["赵主管"], one.pk)
    assert not ColumnSet.objects.exists()


def test_only_the_administrator_may_take_whole_numbers(world: World) -> None:
    holders = Role.objects.filter(deeds__contains=[DeskDeed.EXPORT_UNMASKED.value])
    assert [role.code for role in holders] == ["administrator"]
