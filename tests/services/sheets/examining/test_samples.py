"""Every committed sample workbook says exactly what its manifest expects."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from anjie.foundation import clock
from anjie.foundation.refusals import Refusal
from anjie.lines.mediation.application.sheets import DISPUTE
from anjie.lines.mediation.history.columns import HISTORY
from anjie.lines.mediation.mediators.columns import MEDIATOR
from anjie.lines.recovery.payment.columns import CLAIMED_PAYMENT, REPAYMENT
from anjie.lines.recovery.placement.kinds import (
    ADDRESS,
    BUREAU,
    INTEREST,
    PHONE,
    PLACEMENT,
    PLACEMENT_UPDATE,
    REMARK,
)
from anjie.lines.recovery.work.columns import WORK_RECORD
from anjie.services.sheets.examining.apart import examine_apart
from anjie.services.sheets.examining.examination import Order
from anjie.services.sheets.examining.examine import examine

SAMPLES = Path(__file__).parents[4] / "demo" / "samples"
MANIFEST = json.loads((SAMPLES / "manifest.json").read_text(encoding="utf-8"))
KINDS = {
    kind.code: kind
    for kind in (
        PLACEMENT,
        PLACEMENT_UPDATE,
        REMARK,
        INTEREST,
        PHONE,
        ADDRESS,
        BUREAU,
        WORK_RECORD,
        REPAYMENT,
        CLAIMED_PAYMENT,
        DISPUTE,
        MEDIATOR,
        HISTORY,
    )
}
# What only a process of its own survives.
DEADLY = {"far-corner.xlsx"}


@pytest.fixture(autouse=True)
def on_a_day_after_the_samples():
    with clock.stopped("2026-10-09T10:00:00+08:00"):
        yield


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["file"])
def test_a_sample_yields_what_its_manifest_says(entry):
    order = Order(str(SAMPLES / entry["file"]), KINDS[entry["kind"]])
    look = examine_apart if entry["file"] in DEADLY else examine
    expected = entry["expect"]

    if "refusal" in expected:
        with pytest.raises(Refusal) as refused:
            look(order)
        assert refused.value.code == expected["refusal"]
        assert refused.value.message.endswith("。")
        return

    told = look(order).as_json()

    assert {
        "header_row": told["header_row"],
        "rows": told["rows"],
        "good": told["good"],
        "wrong": told["wrong"],
        "amount_total": told["amount_total"],
        "faults": sorted((one["row"], one["column"], one["code"]) for one in told["faults"]),
        "warnings": sorted((one["row"], one["column"], one["code"]) for one in told["warnings"]),
        "unmapped": told["unmapped"],
    } == {
        "header_row": expected["header_row"],
        "rows": expected["rows"],
        "good": expected.get("good", 0),
        "wrong": expected["wrong"],
        "amount_total": expected["amount_total"],
        "faults": sorted(map(tuple, expected.get("faults", []))),
        "warnings": sorted(map(tuple, expected.get("warnings", []))),
        "unmapped": expected.get("unmapped", []),
    }
    assert expected.get("mapping", {}).items() <= told["mapping"].items()


def test_every_kind_of_sheet_has_a_sample():
    assert {entry["kind"] for entry in MANIFEST} == set(KINDS)


def test_the_committed_samples_are_what_the_builders_register():
    from demo.workbooks import cells, forms, hostile, later, mediation, numbers, shapes  # noqa: F401 - they register
    from demo.workbooks.samples import SAMPLES as registered

    assert [entry["file"] for entry in MANIFEST] == list(registered)
    assert {entry["file"] for entry in MANIFEST} | {"manifest.json"} == {
        path.name for path in SAMPLES.iterdir() if path.is_file()
    }
