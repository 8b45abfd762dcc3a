"""The workbook the import is measured with lands whole: forty columns, every kind of value."""

from __future__ import annotations

from pathlib import Path

from anjie.access.actors import Actor
from anjie.desk.models import Case, ContactPoint, Event, Person
from anjie.foundation.sealed import sealer
from anjie.lines.recovery.placement.models import Placement
from anjie.services.sheets.importing import desktop
from bench.import_floor import accounts, floor_seconds, write_workbook
from tests.people import World


def test_forty_columns_land_as_they_were_written(world: World, settings, tmp_path: Path) -> None:
    settings.HOME = tmp_path
    path = tmp_path / "wide.xlsx"
    write_workbook(path, 60)
    written = list(accounts(60))

    record = desktop.import_file(Actor.job("test"), path, "placement", "DEMO-BANK")

    assert (record.state, record.done_rows, record.refusal) == ("committed", 60, None)
    cases = {case.placement.serial_no: case for case in Case.objects.select_related("placement", "person")}
    first = written[1]
    case = cases[first["个案序列号"]]
    assert float(case.amount) == first["委案金额"]
    assert {case.person.sex for case in cases.values()} == {"男", "女"}
    assert case.person.sex == first["性别"]
    sealed = sealer().open(case.person.id_sealed, "desk_person.id_sealed", case.person_id)
    assert sealed == first["证件号码"]
    card = sealer().open(case.placement.card_sealed, "recovery_placement.card_sealed", case.pk)
    assert card == first["卡号"]
    assert (case.term_on, case.placement.recall_on) == (first["退案日期"], first["退案日期"])
    assert sorted(
        ContactPoint.objects.filter(case=case).exclude(kind="address").values_list("kind", flat=True)
    ) == ["mobile", "mobile", "phone"]
    assert set(case.search.grams) >= {f"#{first['个案序列号']}", f"#{first['合同号']}"}
    assert Person.objects.count() == Placement.objects.count() == 60
    assert Event.objects.filter(verb="case.opened").count() == 60


def test_the_floor_leaves_nothing_behind(db: None, tmp_path: Path) -> None:
    path = tmp_path / "wide.xlsx"
    write_workbook(path, 20)
    assert floor_seconds(path) > 0
    assert floor_seconds(path) > 0
    assert Case.objects.count() == 0
