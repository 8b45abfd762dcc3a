"""The mediation centre of the demo world: its people, its parties, and disputes at every step of their way.

Each dispute is walked there by the actions the product uses, on the days its story says.
"""

from __future__ import annotations

from datetime import date, timedelta

from anjie.access import accounts, organisations
from anjie.access.accounts import Post
from anjie.access.actors import Actor
from anjie.access.demo import PASSWORD
from anjie.access.models import Membership, Organisation, Role
from anjie.access.passwords import set_password
from anjie.access.registration import register_person
from anjie.desk.public import ContactPoint, Party
from anjie.foundation import clock
from anjie.lines.mediation.application import actions as application
from anjie.lines.mediation.application import responding
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.consent import actions as consent
from anjie.lines.mediation.mediators import actions as mediators
from anjie.lines.mediation.mediators import library
from anjie.lines.mediation.mediators.models import Appointment
from anjie.lines.mediation.parties import actions as parties
from demo import mediation_sessions
from demo.diary import keep_diary
from demo.enterprises import bring_enterprises
from demo.mediation_closings import ENDS as CLOSING_ENDS
from demo.mediation_closings import close
from demo.mediation_history import remember
from demo.mediation_stories import MEDIATORS, PEOPLE, REMARKS, STAFF, STORIES, Told
from demo.mediation_way import Centre, Way
from demo.story import Story, attempt, moment
from demo.typical_cases import fill_library

CENTRE = "CD-MEDIATION"
# how many end in each state
ENDS = (
    ("draft", 2), ("submitted", 6), ("to_amend", 4), ("awaiting_respondent", 4), ("second_review", 4),
    ("consenting", 7), ("awaiting_filing", 5), ("awaiting_mediator", 6), ("mediating", 14),
    ("refused", 2), ("declined", 3), ("withdrawn", 2), ("closing", 4), ("signing", 4), ("closed", 7),
    ("first_review", 4), ("final_review", 4), ("archived", 14),
)  # fmt: skip
LATE = {
    "mediating": 28,
    **dict.fromkeys(CLOSING_ENDS, 45),
    "archived": 75,
    "awaiting_mediator": 12,
    "declined": 50,
    "refused": 40,
    "withdrawn": 30,
}
"""How long ago the way of these began at the earliest, in days; the others are some days old."""


def mediate(story: Story) -> Centre:
    """Found the centre, let some hundred disputes go as far as they go, and bring in what was there before them."""
    maker = Actor.job("demo")
    with clock.stopped(moment(story.today - timedelta(days=200), 9)):
        centre = _found(maker)
        _register(centre)
        fill_library(maker)
    ends = [state for state, count in ENDS for _ in range(count)]
    story.dice.shuffle(ends)
    for number, end in enumerate(ends):
        # The second of each kind of end, and every seventh, has a respondent more.
        several = ends[:number].count(end) == 1 or number % 7 == 1
        _walk(story, centre, number, end, several=several)
    bring_enterprises(story, centre.institution, centre.numbers)
    keep_diary(centre.mediators, story.today)
    remember(story, centre.institution, centre.numbers)
    return centre


def _found(maker: Actor) -> Centre:
    institution = organisations.create(
        maker, kind="institution", code=CENTRE, name="城东人民调解委员会", parent_id=None
    )
    staff = {username: _employ(maker, institution, username, name, role) for username, name, role in STAFF}
    people = []
    for number, (username, name, specialties, profession) in enumerate(MEDIATORS):
        made, _ = library.create(
            maker,
            username=username,
            name=name,
            mobile=f"1349200000{number}",
            institution_id=institution.pk,
            facts={
                "specialties": list(specialties),
                "profession": profession,
                "appointed_on": date(2024, 3, 1),
            },
        )
        set_password(maker, made.membership.account, PASSWORD, must_change=False)
        people.append(Actor.of(Membership.objects.select_related("account", "role", "unit").get(pk=made.pk)))
    return Centre(institution, staff["review1"], staff["filing1"], people, staff["keeper1"])


def _employ(maker: Actor, institution: Organisation, username: str, name: str, role: str) -> Actor:
    post = Post(Role.objects.get(code=role).pk, institution.pk, "team")
    account, _ = accounts.create(
        maker, username=username, name=name, staff_no=username.upper(), mobile="", kind="staff", posts=[post]
    )
    set_password(maker, account, PASSWORD, must_change=False)
    return Actor.of(account.memberships.select_related("account", "role", "unit").get())


def _register(centre: Centre) -> None:
    """Two of three are registered on the phone; the others are reached by staff only."""
    for number, name in enumerate(PEOPLE):
        centre.numbers[name] = f"134921{number:05d}"
        if number % 3 != 2:
            account = register_person(centre.numbers[name], {"name": name}, address="")
            centre.parties[name] = Actor.party(account)


def _walk(story: Story, centre: Centre, number: int, end: str, *, several: bool) -> None:
    dice, told = story.dice, STORIES[number % len(STORIES)]
    applicant = dice.choice(sorted(centre.parties))
    respondent = dice.choice([name for name in PEOPLE if name != applicant])
    if end in ("awaiting_respondent", "second_review"):
        respondent = dice.choice([name for name in sorted(centre.parties) if name != applicant])
    back = dice.randint(LATE.get(end, 12), LATE.get(end, 12) + (60 if end in ("declined", "refused") else 8))
    way = Way(story, centre, story.today - timedelta(days=back))
    against = [respondent]
    if several:
        against.append(_beside(centre, applicant, respondent, number))
    _apply(way, told, applicant, against, submit=end != "draft")
    if end in ("draft", "submitted"):
        return
    if end == "withdrawn":
        way.step(application.withdraw, centre.parties[applicant], way.case_id, "双方已自行协商解决。")
    elif end == "refused":
        way.move(centre.reviewer, "review.refuse", "该纠纷已由人民法院受理，不属于调解范围。")
    elif end == "to_amend":
        way.move(
            centre.reviewer, "review.send_back", "请按备注补充后重新提交。", remarks=dice.choice(REMARKS)
        )
    elif end in ("awaiting_respondent", "second_review") or number % 4 == 0:
        for name in against:
            _ask(way, name, answer=end != "awaiting_respondent")
        if end not in ("awaiting_respondent", "second_review"):
            _agree(way, applicant, against, end)
    else:
        _agree(way, applicant, against, end)


def _beside(centre: Centre, applicant: str, respondent: str, number: int) -> str:
    """A second respondent, one who is registered on the phone."""
    others = [name for name in sorted(centre.parties) if name not in (applicant, respondent)]
    return others[number % len(others)]


def _apply(way: Way, told: Told, applicant: str, against: list[str], *, submit: bool) -> None:
    actor = way.centre.parties[applicant]
    with clock.stopped(moment(way.day, 20, 15)):
        case = application.begin(actor, told.kind, way.centre.institution.pk)
        way.case_id = case.pk
        application.fill(
            actor,
            case.pk,
            {
                "happened_on": way.day - timedelta(days=way.story.dice.randint(20, 90)),
                "description": told.description,
                "claim": told.claim,
                "amount": told.amount * way.story.dice.randint(8, 12) / 10,
                "region": way.story.dice.choice(("江苏苏州", "江苏南京", "上海浦东")),
                "respondents": [{"name": name, "phone": way.centre.numbers[name]} for name in against],
                "answers": told.answers,
            },
        )
    if submit:
        way.step(application.submit, actor, way.case_id, hour=21)


def _ask(way: Way, respondent: str, *, answer: bool) -> None:
    actor = way.centre.parties.get(respondent)
    state = Dispute.objects.select_related("case").get(case_id=way.case_id).case.state
    if state == "submitted":
        way.move(way.centre.reviewer, "review.ask_respondent")
    if not answer or state == "second_review":
        return
    if actor is None:
        way.move(way.centre.reviewer, "respondent.silent", "已两次短信通知，对方未在期限内补充。")
        return
    opinion, said = way.story.dice.choice(
        (("partly", "情况基本属实，但金额偏高，愿意当面协商。"), ("disputes", "与事实不符，责任不在我方。"))
    )
    way.step(responding.answer, actor, way.case_id, opinion=opinion, statement=said, hour=19)


def _agree(way: Way, applicant: str, against: list[str], end: str) -> None:
    centre, respondent = way.centre, against[0]
    way.move(centre.reviewer, "review.approve")
    if end == "consenting" and way.story.dice.random() < 0.4:
        return
    way.step(consent.answer_for_oneself, centre.parties[applicant], way.case_id, willing=True, hour=12)
    if end == "consenting":
        _call(way, respondent, "not_reached", "两次无人接听，明日再打。")
        return
    if end == "declined":
        _call(way, respondent, "unwilling", "对方表示直接走诉讼。")
        way.move(centre.reviewer, "consent.decline", "对方明确表示不愿调解。")
        return
    for name in against[1:]:
        if way.case_id % 3:
            _call(way, name, "willing", "愿意一同到场协商。")
        else:
            _call(way, name, "unwilling", "表示与其无关，不参加。")
            party = party_of(way.case_id, name)
            way.step(parties.leave, centre.reviewer, way.case_id, party.pk, "明确表示不参加调解。")
    _call(way, respondent, "willing", "对方愿意到场协商。")
    if end == "awaiting_filing":
        return
    way.move(centre.assigner, "filing.accept")
    if end == "mediating":
        _appoint(way)
        _mediate(way, applicant)
    if end in CLOSING_ENDS:
        close(way, end)


def _call(way: Way, respondent: str, said: str, note: str) -> None:
    """Ask the other side: himself where he is registered and willing, else by a call through the gate."""
    party = party_of(way.case_id, respondent)
    actor, reviewer = way.centre.parties.get(respondent), way.centre.reviewer
    if actor is not None and said == "willing" and party.account_id:
        way.step(consent.answer_for_oneself, actor, way.case_id, willing=True, hour=13)
        return
    point = ContactPoint.objects.get(case_id=way.case_id, person_id=party.person_id)
    with clock.stopped(moment(way.day, 14)):
        permit = attempt(consent.permit_call, reviewer, way.case_id, party.pk, point.pk)
    how = {"way": "call", "attempt_id": permit} if permit else {"way": "meeting"}
    if permit or said != "not_reached":
        way.step(consent.take_down, reviewer, way.case_id, party.pk, said=said, note=note, hour=14, **how)


def party_of(case_id: int, name: str) -> Party:
    """The respondent of this name."""
    return Party.objects.get(case_id=case_id, part=Party.Part.RESPONDENT, person__name=name)


def _appoint(way: Way) -> None:
    dice, centre = way.story.dice, way.centre
    chosen = dice.sample(centre.mediators, dice.choice((1, 1, 2)))
    way.step(mediators.appoint, centre.assigner, way.case_id, [one.own_membership_id for one in chosen])
    for at, one in enumerate(chosen):
        if dice.random() < 0.75:
            way.step(mediators.accept, one, way.case_id)
        elif at == 0 and dice.random() < 0.4:
            way.step(mediators.decline, one, way.case_id, why="", conflict="与申请人系邻居，应当回避")
            other = next(each for each in centre.mediators if each not in chosen)
            way.step(mediators.appoint, centre.assigner, way.case_id, [other.own_membership_id])


def _mediate(way: Way, applicant: str) -> None:
    """Who leads and has taken the case works it."""
    lead = Appointment.objects.filter(
        case_id=way.case_id, is_lead=True, ended_at__isnull=True, state=Appointment.State.ACCEPTED
    ).first()
    if lead is None:
        return
    mediator = next(one for one in way.centre.mediators if one.membership_id == lead.mediator_id)
    mediation_sessions.hold(
        way.story,
        way.step,
        mediator,
        way.centre.assigner,
        way.centre.parties[applicant],
        way.case_id,
        lambda: way.day,
    )
