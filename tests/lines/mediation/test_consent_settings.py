"""Who may set how an institution asks for consent, and within which bounds."""

from __future__ import annotations

import pytest

from anjie.foundation.refusals import NotFound, Refusal
from anjie.lines.mediation.consent import policy
from tests.people import World


def test_only_who_may_sets_and_hours_have_bounds(centre: World):
    institution = centre.units["调解"].pk
    with pytest.raises(Refusal):
        policy.save_policy(centre["何审核"], institution, robot_asks=True, spacing_hours=4, unwilling="close")
    with pytest.raises(Refusal) as refused:
        policy.save_policy(centre["钱管理"], institution, robot_asks=True, spacing_hours=0, unwilling="close")
    assert refused.value.code == "consent.spacing"
    assert policy.policies(centre["钱管理"])[0] | {"institution_id": 0} == {
        "institution_id": 0, "name": "城东调解委员会", "robot_asks": True, "spacing_hours": 4,
        "unwilling": "person", "unwilling_label": "转人工核实", "changed_at": None, "by": "",
    }  # fmt: skip
    with pytest.raises(NotFound):
        policy.save_policy(
            centre["钱管理"], centre.units["北"].pk, robot_asks=True, spacing_hours=4, unwilling="close"
        )
