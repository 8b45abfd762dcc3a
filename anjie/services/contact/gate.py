"""The gate: nothing reaches a person except through :func:`may_contact` or :func:`decide`.

It counts per person over all cases, staff, the robot and channels. Whoever asks holds the person's lock
until his transaction ends, so that a hundred workers at the limit make exactly as many contacts as it allows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, time, timedelta
from typing import Any

from django.db import connection, transaction

from anjie.access.actors import Actor
from anjie.desk.public import OWN_RELATIONS, Case, CaseSearch, ContactPoint, Party, Person, record
from anjie.foundation import clock, masks
from anjie.foundation.refusals import Refusal
from anjie.foundation.sealed import Field, sealer
from anjie.services.contact.models import Attempt
from anjie.services.contact.overrides import with_overrides
from anjie.services.contact.rules import judge
from anjie.services.contact.versions import in_force, rules_of_client
from anjie.services.contact.words import VOICE, Channel, Contact, Facts, Question, RulePack, Target, Verdict

UNREACHABLE_TAGS = frozenset({"失联", "死亡", "丧失行为能力"})
"""Marks on a case by which a third party may be contacted; whoever set one stands on the timeline."""
UNDECIDED = timedelta(minutes=15)
"""So long after a dial its answer may be unknown; until then it counts as answered and as unanswered."""


@dataclass(frozen=True)
class Stop:
    """Why collection on a case has stopped: the rule's code and the sentence people read."""

    rule: str
    message: str


StopProvider = Callable[[Case], Stop | None]
_STOPS: dict[str, list[StopProvider]] = {}
IN_MEDIATION = "contact.in_mediation"


def stops_when(line: str, provider: StopProvider) -> None:
    """Let a line, or a floor above it, say when contact on its cases has stopped; called once at start-up.

    Who registered last is asked first: a floor above knows more than the line does.
    """
    if provider not in _STOPS.setdefault(line, []):
        _STOPS[line].insert(0, provider)


def _stop_of(case: Case) -> Stop | None:
    return next((stop for says in _STOPS.get(case.line, ()) if (stop := says(case))), None)


@dataclass(frozen=True)
class Ask:
    """One contact somebody wants to make. ``number`` is the blind index, ``mask`` what people may see of it."""

    person_id: int
    channel: Channel
    at: datetime
    to: Target = Target.DEBTOR
    number: bytes = b""
    mask: str = ""
    case: Case | None = None
    point: ContactPoint | None = None

    @property
    def question(self) -> Question:
        """The same, as the pure rule is asked it."""
        return Question(self.channel, self.number.hex(), self.at, self.to)


@dataclass(frozen=True)
class Known:
    """All that a verdict rests on, gathered once."""

    pack: RulePack
    facts: Facts
    stop: Stop | None
    client: str = ""
    overrides: Mapping[str, Any] = field(default_factory=dict)
    firm: tuple[Contact, ...] = ()
    undecided: tuple[Contact, ...] = ()
    undecided_ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class Decision:
    """What the gate said, and the row it is stored in."""

    verdict: Verdict
    attempt_id: int


class ContactRefused(Refusal):
    """The gate refused a contact; ``facts`` carry the count, the pack and when it ends."""


def ask_for(
    case: Case,
    channel: Channel | str,
    *,
    point: ContactPoint | None = None,
    number: str = "",
    to: Target | str | None = None,
    at: datetime | None = None,
) -> Ask:
    """The question for a contact on a case: by a contact point of it, by a number typed in, or by both.

    A number that is known as a third party's is a third party's, whatever ``to`` says.
    """
    index, mask = b"", ""
    if number.strip():
        index, mask = number_index(number), masks.phone(number.strip())
    elif point is not None:
        index, mask = bytes(point.index), point.mask
    target = Target(to) if to else Target.DEBTOR
    if point is not None and not is_own(point.relation):
        target = Target.THIRD_PARTY
    person_id = point.person_id if point is not None else case.person_id
    if target is Target.DEBTOR and index:
        relations = [*_points(person_id).filter(index=index).values_list("relation", flat=True)]
        if relations and not any(is_own(relation) for relation in relations):
            target = Target.THIRD_PARTY
    return Ask(person_id, Channel(channel), clock.local(at or clock.now()), target, index, mask, case, point)


def weigh(ask: Ask) -> Verdict:
    """What the gate would say now; nothing is stored and nobody is locked."""
    return verdict_on(ask.question, _known(ask, live=True))


def decide(
    actor: Actor,
    ask: Ask,
    *,
    answered: bool | None = None,
    origin: str = Attempt.Origin.SYSTEM,
) -> Decision:
    """Judge a contact and store it, made or refused; never raises for a refusal.

    Call it inside a transaction: the person stays locked until that ends. What was made ``elsewhere`` is
    judged as it was then and counts whatever the verdict says, for it did happen.
    """
    _lock(ask.person_id)
    by_system = origin == Attempt.Origin.SYSTEM
    known = _known(ask, live=by_system)
    verdict = verdict_on(ask.question, known)
    attempt = Attempt.objects.create(
        person_id=ask.person_id,
        case_id=ask.case.pk if ask.case else None,
        channel=ask.channel.value,
        number_index=ask.number or None,
        number_mask=ask.mask,
        to_third_party=ask.to is Target.THIRD_PARTY,
        at=ask.at,
        answered=answered if verdict.allowed or not by_system else None,
        allowed=verdict.allowed,
        rule=verdict.rule or "",
        count=verdict.count,
        facts={
            "facts": asdict(known.facts),
            "client": known.client,
            "overrides": dict(known.overrides),
            "stop": asdict(known.stop) if known.stop else None,
            "undecided": list(known.undecided_ids),
        },
        pack=verdict.pack,
        origin=origin,
        membership_id=actor.membership_id,
    )
    if not verdict.allowed and by_system and ask.case is not None:
        record(
            actor,
            ask.case.pk,
            "contact.refused",
            channel=ask.channel.value,
            number=ask.mask,
            third_party=attempt.to_third_party,
            **_told(verdict),
        )
    return Decision(verdict, attempt.pk)


def may_contact(
    actor: Actor,
    person: Person,
    channel: Channel | str,
    *,
    contact_point: ContactPoint | None = None,
    number: str = "",
    at: datetime | None = None,
    to: Target | str | None = None,
    case: Case | None = None,
) -> Decision:
    """The permit for a contact about to be made, or :class:`ContactRefused` naming the rule, count and end.

    Both are stored. Inside a wider transaction that the refusal rolls back use :func:`decide`, and raise
    :func:`refusal_of` once it has committed.
    """
    if case is not None:
        ask = ask_for(case, channel, point=contact_point, number=number, to=to, at=at)
    else:
        index = number_index(number) if number else b""
        mask = masks.phone(number) if number else ""
        if contact_point is not None and not number:
            index, mask = bytes(contact_point.index), contact_point.mask
        ask = Ask(
            person.pk,
            Channel(channel),
            clock.local(at or clock.now()),
            Target(to or "debtor"),
            index,
            mask,
            point=contact_point,
        )
    with transaction.atomic():
        decision = decide(actor, ask)
    if not decision.verdict.allowed:
        raise refusal_of(decision.verdict)
    return decision


def permitted(attempt: Attempt) -> Verdict:
    """The verdict of a permit given earlier."""
    return Verdict(True, None, attempt.pack, attempt.count, None, "可以联系：拨号前已获许可。")


def number_index(number: str) -> bytes:
    """The blind index under which the gate counts a telephone number."""
    return sealer().index(number, Field.PHONE)


def settle_answer(attempt_id: int, answered: bool | None) -> None:
    """Say whether a permitted contact was answered, once that is known."""
    Attempt.objects.filter(pk=attempt_id).update(answered=answered)


def take_back(attempt_id: int) -> None:
    """Take back a permit whose contact was certainly never made: it counts for nothing."""
    Attempt.objects.filter(pk=attempt_id, allowed=True, answered__isnull=True).delete()


def refusal_of(verdict: Verdict) -> ContactRefused:
    """The refusal that tells people what the gate said."""
    return ContactRefused(verdict.rule or "contact.refused", verdict.message, **_told(verdict))


def verdict_on(question: Question, known: Known) -> Verdict:
    """Pure: the verdict on a question given everything known.

    A dial whose answer is still unknown is taken both ways, and the contact is allowed only if both allow it.
    """
    if known.stop is not None and not known.facts.do_not_contact:
        return Verdict(False, known.stop.rule, known.pack.ref, 0, None, known.stop.message)
    verdict = judge(question, [*known.firm, *known.undecided], known.facts, known.pack)
    if not verdict.allowed or not known.undecided:
        return verdict
    answered = [Contact(c.channel, c.number, c.at, answered=True) for c in known.undecided]
    pessimistic = judge(question, [*known.firm, *answered], known.facts, known.pack)
    return verdict if pessimistic.allowed else pessimistic


def history(
    attempts: Iterable[Attempt], until: datetime | None, undecided_after: datetime
) -> tuple[list[Contact], list[Contact], list[int]]:
    """Attempts as contacts: those whose answer is known, those dialled just now, and the latter's ids.

    With ``until`` what was stored for a later instant counts as having happened then: a contact entered
    some minutes after it was made still meets all that was made meanwhile.
    """
    firm, undecided, ids = [], [], []
    for row in attempts:
        at = min(row.at, until) if until else row.at
        number = bytes(row.number_index).hex() if row.number_index else ""
        contact = Contact(Channel(row.channel), number, at, bool(row.answered))
        if row.answered is None and contact.channel in VOICE and row.at > undecided_after:
            undecided.append(contact)
            ids.append(row.pk)
        else:
            firm.append(contact)
    return firm, undecided, ids


def made(person_id: int) -> Any:
    """The attempts that count: permitted ones, and whatever was made elsewhere."""
    return Attempt.objects.filter(person_id=person_id).exclude(allowed=False, origin=Attempt.Origin.SYSTEM)


def window_start(at: datetime, pack: RulePack) -> datetime:
    """From when on a pack's limits look at the past."""
    days = max((cap.days for cap in pack.caps), default=1)
    return datetime.combine(clock.local(at).date() - timedelta(days=days - 1), time(), clock.ZONE)


def is_own(relation: str) -> bool:
    """Whether a contact point's relation means the person himself."""
    return relation.strip() in OWN_RELATIONS


def _told(verdict: Verdict) -> dict[str, Any]:
    plain = verdict.as_dict()
    return {key: plain[key] for key in ("rule", "count", "until", "pack")}


def _lock(person_id: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"contact:{person_id}"])


def _known(ask: Ask, *, live: bool) -> Known:
    limits = rules_of_client(ask.case.organisation_id) if ask.case is not None else None
    client, overrides = limits or ("", {})
    pack = with_overrides(in_force(ask.at.date()), client, overrides)
    stop = _stop_of(ask.case) if ask.case else None
    attempts = made(ask.person_id).filter(at__gte=window_start(ask.at, pack)).order_by("pk")
    now = clock.now()
    firm, undecided, ids = history(attempts, ask.at if live else None, now - UNDECIDED)
    return Known(
        pack=pack,
        facts=_facts(ask, in_mediation=stop is not None and stop.rule == IN_MEDIATION),
        stop=stop,
        client=client,
        overrides=overrides,
        firm=tuple(firm),
        undecided=tuple(undecided),
        undecided_ids=tuple(ids),
    )


def _facts(ask: Ask, *, in_mediation: bool) -> Facts:
    """What is known of the person over all his cases: a mark set on one case holds on every other."""
    points = list(
        _points(ask.person_id).values("index", "kind", "relation", "state", "do_not_contact", "agreed_hours")
    )
    own = [point for point in points if is_own(point["relation"])]
    same = [point for point in points if ask.number and bytes(point["index"]) == ask.number]
    state = ContactPoint.State
    usable = [
        point
        for point in own
        if point["kind"] in (ContactPoint.Kind.MOBILE, ContactPoint.Kind.PHONE)
        and point["state"] in (state.UNKNOWN, state.VALID, state.REFUSED)
    ]
    debtor = ask.to is Target.DEBTOR
    tagged = CaseSearch.objects.filter(
        case__person_id=ask.person_id, tags__overlap=sorted(UNREACHABLE_TAGS)
    ).exists()
    return Facts(
        agreed_hours=any(point["agreed_hours"] for point in same),
        do_not_contact=any(point["do_not_contact"] for point in [*same, *(own if debtor else [])]),
        debtor_unreachable=not usable or tagged,
        third_party_refused=not debtor and any(point["state"] == state.REFUSED for point in same),
        in_mediation=in_mediation,
    )


def _points(person_id: int) -> Any:
    # By way of his cases, of which there are few: nobody else asks for points by person, and they have no index for it.
    cases = Party.objects.filter(person_id=person_id).values("case_id")
    return ContactPoint.objects.filter(person_id=person_id, case_id__in=cases)
