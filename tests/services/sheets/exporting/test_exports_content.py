"""What stands in the file of a list that leaves the house: the chosen cells, in order, within reach, masked."""

from __future__ import annotations

from decimal import Decimal

import pytest
from openpyxl import load_workbook

from anjie.desk.public import ContactFacts, Event
from anjie.foundation import clock
from anjie.foundation.refusals import Forbidden, Invalid
from anjie.lines.recovery.work.models import WorkRecord
from anjie.services.sheets.exporting import exports, queries, running
from anjie.services.sheets.exporting.exporters import Wanted
from anjie.services.sheets.models import Export
from tests.cases import place
from tests.exports import cells, taken, written
from tests.people import World

State = Export.State


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

    book = load_workbook(running.file_of(export))
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

    text = running.file_of(export).read_bytes().decode("utf-8")
    assert text == "\ufeff债务人,委案金额,个案序列号,佣金比例\r\n张三,1000.10,6222000011112222333\t,15%\r\n"


def test_every_column_of_every_list_can_be_taken(world: World) -> None:
    from anjie.lines.recovery.payment import actions
    from anjie.lines.recovery.work import records

    case = place(world, name="张三", card_no="6222000011112222", commission_rate=Decimal("0.2"))
    actions.enter_repayment(world["孙内勤"], case.pk, Decimal("10.00"), clock.today())
    records.record_work(world["李催收"], records.Contacted(case=case.pk, channel="note", note="已核对"), None)
    boss = world["钱管理"]
    for told in queries.kinds_for(boss):
        kind = told["kind"]
        if kind in ("claimed_payments", "returned_cases", "reconciliation_lines", "promises", "complaints"):
            continue  # these have rows of their own in the tests below
        if kind.startswith("report_"):
            continue  # asked by period: tests/insight/test_report_exports.py
        if kind in ("mediation_ranking", "mediation_ratings"):
            continue  # have mediators in them: tests/lines/mediation/test_ratings.py
        wanted = Wanted({"within": 3650}) if kind == "due_cases" else Wanted()
        export = taken(boss, kind, wanted, columns=[c["key"] for c in told["columns"]], reason="核对")
        assert (kind, export.state, export.why) == (kind, State.READY, "")
        assert len(cells(export)) == 2
    assert WorkRecord.objects.count() == 1


def test_the_commission_rate_is_not_offered_to_who_may_not_see_it(world: World) -> None:
    place(world, commission_rate=Decimal("0.15"))
    offered = {one["kind"]: one for one in queries.kinds_for(world["赵主管"])}["recovery_cases"]
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
