"""Who acts: every write takes an :class:`Actor` first, never ``None``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from anjie.access.deeds import Deed, PartyDeed, duties
from anjie.access.models import Account, Membership, Organisation
from anjie.foundation.refusals import Forbidden, Refusal

PARTY = "party"
"""The reach of somebody who signed in as himself: what is his own, no unit's rows and no client's."""


@dataclass(frozen=True)
class Actor:
    """Somebody (or a named job) with what they may do and how far they see.

    ``key`` is stable and free of personal data (``account:12``, ``job:term.remind``); ``name`` is
    what the timeline shows. ``client_ids`` of ``None`` means every client.
    """

    key: str
    name: str
    deeds: frozenset[str] = frozenset()
    reach: str = Membership.Reach.OWN
    account_id: int | None = None
    membership_id: int | None = None
    unit_id: int | None = None
    unit_path: str = "/"
    role: str = ""
    client_ids: frozenset[int] | None = None
    address: str = ""
    facts: dict = field(default_factory=dict, compare=False)

    def may(self, deed: Deed | str) -> bool:
        """Whether the active membership holds ``deed``."""
        return "*" in self.deeds or str(deed) in self.deeds

    def require(self, deed: Deed) -> None:
        """Raise :class:`Forbidden` unless the membership holds ``deed``."""
        if not self.may(deed):
            raise Forbidden(deed.value, deed.label)

    @property
    def is_party(self) -> bool:
        """Whether somebody acts as himself, not for any unit."""
        return self.reach == PARTY

    @property
    def own_account_id(self) -> int:
        """The account that acts; refused to a job, which has none."""
        if self.account_id is None:
            raise Refusal("access.needs_person", "该操作需由人员本人进行，系统任务不能代办。")
        return self.account_id

    @property
    def own_membership_id(self) -> int:
        """The membership that answers for what is done; refused to a job, which has none."""
        if self.membership_id is None:
            raise Refusal("access.needs_person", "该操作需由人员本人进行，系统任务不能代办。")
        return self.membership_id

    @cached_property
    def unit_ids(self) -> frozenset[int] | None:
        """Units whose rows this actor sees; ``None`` is every unit. Meaningless for reach ``own``."""
        match self.reach:
            case Membership.Reach.ALL:
                return None
            case "party":
                return frozenset()
            case Membership.Reach.TEAM | Membership.Reach.OWN:
                top = self.unit_path
            case Membership.Reach.BRANCH:
                top = _nearest(self.unit_path, Organisation.Kind.BRANCH)
            case _:
                top = _nearest(self.unit_path, Organisation.Kind.COMPANY)
        return frozenset(Organisation.objects.filter(path__startswith=top).values_list("id", flat=True))

    @classmethod
    def job(cls, name: str, deeds: Iterable[str] = ("*",)) -> Actor:
        """The named job ``name``: sees every row, may do ``deeds``."""
        return cls(key=f"job:{name}", name="系统", deeds=frozenset(deeds), reach=Membership.Reach.ALL)

    @classmethod
    def party(cls, account: Account, address: str = "") -> Actor:
        """Somebody signed in as himself, a person or an enterprise: exactly the deeds of parties."""
        return cls(
            key=f"account:{account.pk}",
            name=account.name,
            deeds=frozenset(PartyDeed),
            reach=PARTY,
            account_id=account.pk,
            client_ids=frozenset(),
            address=address,
        )

    @classmethod
    def of(cls, membership: Membership, address: str = "") -> Actor:
        """The actor behind an active membership (role, unit and account are read)."""
        clients = membership.client_ids
        return cls(
            key=f"account:{membership.account_id}",
            name=membership.account.name,
            deeds=frozenset(membership.role.deeds),
            reach=membership.reach,
            account_id=membership.account_id,
            membership_id=membership.pk,
            unit_id=membership.unit_id,
            unit_path=membership.unit.path,
            role=membership.role.code,
            client_ids=None if clients is None else frozenset(clients),
            address=address,
        )


def beyond_own(actor: Actor, deeds: Iterable[str]) -> list[str]:
    """Those of the deeds that the actor lacks and so may not give to others; duties may be given by anybody."""
    free = duties()
    return [deed for deed in deeds if not actor.may(deed) and deed not in free]


def _nearest(path: str, kind: str) -> str:
    """The path of the nearest unit of ``kind`` on the way up from ``path``, else ``path`` itself."""
    ids = [int(part) for part in path.split("/") if part]
    found = (
        Organisation.objects.filter(id__in=ids, kind=kind).order_by("-path").values_list("path", flat=True)
    )
    return found.first() or path
