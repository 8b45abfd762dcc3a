"""The file of an export is given to who asked, each time on the trail, for a day; and the columns one keeps."""

from __future__ import annotations

import os
import stat
from datetime import timedelta
from decimal import Decimal

import pytest

from anjie.access.models import Membership, Role
from anjie.desk.public import DeskDeed
from anjie.foundation import clock
from anjie.foundation.refusals import Forbidden, NotFound, Refusal
from anjie.services.sheets.exporting import exports, queries, running
from anjie.services.sheets.exporting.exporters import Wanted
from anjie.services.sheets.models import ColumnSet, Export
from tests.cases import place
from tests.exports import may, taken, written
from tests.people import World

State = Export.State


def test_the_file_is_given_to_who_asked_and_each_time_is_on_the_trail(world: World) -> None:
    place(world)
    export = taken(world["孙内勤"])

    path, name = exports.download(world["孙内勤"], export.pk)
    exports.download(world["孙内勤"], export.pk)

    assert path == running.file_of(export)
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
    running.run(export.pk)
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
    path = running.file_of(export)

    with clock.stopped(begun + timedelta(hours=24)):
        with pytest.raises(Refusal) as refused:
            exports.download(world["孙内勤"], export.pk)
        assert (refused.value.code, refused.value.status) == ("export.expired", 410)
        assert running.expire() == 1

    assert not path.exists() and running.file_of(kept).exists()
    assert Export.objects.get(pk=export.pk).state == State.EXPIRED


def test_files_of_no_export_are_swept_after_a_day(world: World) -> None:
    place(world)
    export = taken(world["孙内勤"])
    fresh, old = (running.folder() / name for name in ("part-77-aa.xlsx", "part-78-bb.xlsx"))
    fresh.write_bytes(b"")
    old.write_bytes(b"")
    for path in (old, running.file_of(export)):
        os.utime(path, (0, 0))

    running.expire()

    assert sorted(path.name for path in running.folder().iterdir()) == sorted(
        [f"{export.pk}.xlsx", "part-77-aa.xlsx"]
    )


def test_a_choice_of_columns_is_kept_under_a_name(world: World) -> None:
    one = exports.save_columns(world["赵主管"], "recovery_cases", "早会", ["no", "title"])
    again = exports.save_columns(world["赵主管"], "recovery_cases", "早会", ["no", "balance"])
    assert (one.pk, again.columns) == (again.pk, ["no", "balance"])
    assert [found.name for found in queries.column_sets(world["赵主管"], "recovery_cases")] == ["早会"]
    assert queries.column_sets(world["孙内勤"], "recovery_cases") == []
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
