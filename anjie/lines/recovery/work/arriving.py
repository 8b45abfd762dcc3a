"""What the rows of a sheet of work records name: results of the tree, and the people who did the work."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from anjie.access.actors import Actor
from anjie.access.models import Membership
from anjie.lines.recovery.work.models import ResultCode
from anjie.lines.recovery.work.results import ship_results
from anjie.services.sheets.declaring.faults import Said, doubt, fault


class Results:
    """The active result tree of a client, found by label, by path (接通本人/承诺还款) or by code."""

    def __init__(self, client_id: int) -> None:
        ship_results()
        rows = ResultCode.objects.filter(is_active=True, client__isnull=True) | ResultCode.objects.filter(
            is_active=True, client_id=client_id
        )
        self.codes = list(rows.select_related("parent__parent").order_by("position", "id"))
        self.by_word: dict[str, list[ResultCode]] = defaultdict(list)
        for code in self.codes:
            for word in {code.label, _path(code), code.code}:
                self.by_word[_word(word)].append(code)

    def find(self, given: str) -> ResultCode | Said:
        """The result, the client's own before everybody's; an unknown or unclear one is told with what there is."""
        found = self.by_word.get(_word(given), [])
        own = [code for code in found if code.client_id is not None]
        found = own or found
        if len(found) == 1:
            return found[0]
        if found:
            paths = "、".join(_path(code) for code in found)
            return fault(
                "work.result_unclear",
                f"催收结果“{given}”有多个：{paths}。请写明上级，如“{_path(found[0])}”。",
            )
        listed = "、".join(dict.fromkeys(code.label for code in self.codes))
        return fault("work.unknown_result", f"没有催收结果“{given}”。可用的有：{listed}。")


class People:
    """Who may have done the work, within the actor's units, found by staff number or by name."""

    def __init__(self, actor: Actor) -> None:
        rows = Membership.objects.all()
        if actor.unit_ids is not None:
            rows = rows.filter(unit_id__in=actor.unit_ids)
        self.by_no: dict[str, list[Membership]] = defaultdict(list)
        self.by_name: dict[str, list[Membership]] = defaultdict(list)
        # The active post first, then the oldest: a person may have several and has had others.
        for row in rows.select_related("account").order_by("-is_active", "id"):
            self.by_no[row.account.staff_no or ""].append(row)
            self.by_name[row.account.name].append(row)

    def find(self, staff_no: str | None, name: str | None) -> tuple[Membership | None, str, Said | None]:
        """The post, and with the column it is about what is to be told: nobody known, or several of a name."""
        if staff_no:
            found, column, given = self.by_no.get(staff_no, []), "staff_no", f"工号 {staff_no}"
            if found and name and found[0].account.name != name:
                words = f"工号 {staff_no} 的催收员不是“{name}”。请核对工号与姓名。"
                return None, "staff_no", fault("work.collector_disagrees", words)
        elif name:
            found, column, given = self.by_name.get(name, []), "collector", f"催收员“{name}”"
        else:
            return None, "collector", None
        if not found:
            words = f"没有找到{given}，该催记不记在任何人名下。如为本公司人员，请核对。"
            return None, column, doubt(None, "work.unknown_collector", words)
        if len({row.account_id for row in found}) > 1:
            words = f"{given}有 {len({row.account_id for row in found})} 人。请补充工号。"
            return None, column, fault("work.collector_unclear", words)
        return found[0], column, None


def _path(code: ResultCode) -> str:
    labels: list[str] = []
    at: Any = code
    while at is not None:
        labels.insert(0, at.label)
        at = at.parent
    return "/".join(labels)


def _word(text: str) -> str:
    return "".join(text.split()).replace("／", "/").replace("-", "/").replace(">", "/").casefold()
