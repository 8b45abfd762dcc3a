"""A mediation centre of a hundred thousand disputes, made set-wise in a database of its own: for measuring, not for looking at."""

from __future__ import annotations

from typing import Any

from django.db import connection, transaction

from anjie.access.models import Membership, Organisation
from anjie.access.sealed_columns import prove_keys
from anjie.access.shipped import ship_roles
from anjie.desk.sums import recount
from anjie.lines.mediation.application.kinds import ship_kinds
from anjie.lines.mediation.mediators.models import Mediator
from bench.seeding import SURNAMES, bare, browser, fill_people, member, settle, unit

INSTITUTIONS, MEDIATORS = 6, 20
NOW = "2026-11-22 10:00+08"
TABLES = (
    "desk_person", "desk_case", "desk_casesearch", "desk_contactpoint", "desk_party", "desk_holding",
    "mediation_dispute", "mediation_appointment", "mediation_consentanswer", "mediation_rating",
    "mediation_review", "mediation_archivereview",
)  # fmt: skip
# how many of a thousand stand in each state: two years of a busy centre, most of it archived
STATES = (
    ("draft", 5), ("submitted", 20), ("awaiting_respondent", 5), ("second_review", 5), ("to_amend", 5),
    ("consenting", 15), ("awaiting_filing", 8), ("awaiting_mediator", 8), ("mediating", 40), ("closing", 5),
    ("signing", 10), ("closed", 25), ("first_review", 5), ("final_review", 5), ("archived", 600),
    ("refused", 40), ("declined", 60), ("withdrawn", 39), ("historical", 100),
)  # fmt: skip
LATE = ("mediating", "closing", "signing", "closed", "first_review", "final_review", "archived", "historical")
"""States in which the case had its mediator."""
OVER = ("closed", "first_review", "final_review", "archived", "historical")

_CASES = """
INSERT INTO desk_case (id, no, line, state, title, title_key, person_id, organisation_id, batch_id, unit_id,
    holder_id, clerk_id, amount, settled_amount, balance, currency, category, region, colour, opened_at,
    assigned_at, term_on, first_worked_at, last_worked_at, next_work_on, closed_at, custom)
SELECT g, 'M' || to_char(opened, 'YYMMDD') || '-' || lpad(g::text, 6, '0'), 'mediation', state,
    p.name || '与' || o.name || ' · ' || kind.label, k.key, p.id, i.id, NULL, i.id,
    CASE WHEN state = ANY(%(late)s) THEN m.id END, NULL, amount, 0, amount, 'CNY', kind.label,
    (%(regions)s::text[])[1 + (1000 * r.r3)::int %% cardinality(%(regions)s::text[])], '', opened,
    CASE WHEN state = ANY(%(late)s) THEN opened + interval '9 days' END,
    CASE WHEN state = ANY(%(late)s) OR state = 'awaiting_mediator' THEN (opened + interval '40 days')::date END,
    CASE WHEN state = ANY(%(late)s) THEN opened + interval '12 days' END,
    CASE WHEN state = ANY(%(late)s) THEN least(opened + interval '12 days' + interval '25 days' * r.r2, now0) END,
    NULL, CASE WHEN state IN ('archived', 'refused', 'declined', 'withdrawn', 'historical')
        THEN least(opened + interval '60 days', now0) END, '{}'
FROM generate_series(1, %(cases)s) g
CROSS JOIN LATERAL (SELECT random() AS r1, random() AS r2, random() AS r3, random() AS r4, random() AS r5,
    timestamptz '2026-11-22 10:00+08' AS now0 WHERE g > 0) r
CROSS JOIN LATERAL (SELECT (%(states)s::text[])[1 + (999.99 * r.r5)::int %% 1000] AS state) s
CROSS JOIN LATERAL (SELECT now0 - CASE
        WHEN state IN ('archived', 'refused', 'declined', 'withdrawn') THEN interval '60 days' + interval '670 days' * r.r4
        WHEN state = 'historical' THEN interval '760 days' + interval '1000 days' * r.r4
        WHEN state = ANY(%(late)s) THEN interval '10 days' + interval '50 days' * r.r4
        ELSE interval '20 days' * r.r4 END AS opened,
    round((500 + 200000 * r.r1 ^ 3)::numeric, 2) AS amount) x
JOIN desk_person p ON p.id = 1 + (g * 7919::bigint) %% %(people)s
JOIN desk_person o ON o.id = 1 + (g * 104729::bigint + 1) %% %(people)s
JOIN bench_key k ON k.name = p.name
JOIN (SELECT code, label, row_number() OVER (ORDER BY position, code) - 1 AS n, count(*) OVER () AS many
    FROM mediation_disputekind) kind ON kind.n = (many * r.r2 ^ 1.5)::int %% many
JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM access_organisation WHERE kind = 'institution') i
    ON i.n = (g * 31::bigint) %% %(institutions)s
JOIN (SELECT id, unit_id, row_number() OVER (PARTITION BY unit_id ORDER BY id) - 1 AS n FROM access_membership
    WHERE reach = 'own') m ON m.unit_id = i.id AND m.n = (g / 7) %% %(mediators)s
"""
_BESIDE = (
    """
    INSERT INTO desk_party (case_id, person_id, part)
    SELECT id, person_id, 'applicant' FROM desk_case
    UNION ALL SELECT id, 1 + (id * 104729 + 1) %% %(people)s, 'respondent' FROM desk_case
    """,
    """
    INSERT INTO desk_casesearch (case_id, grams, tags)
    SELECT c.id, (SELECT array_agg(DISTINCT substr(word, at, long))
            FROM unnest(ARRAY[a.name, o.name, c.category]) word, generate_series(1, length(word)) at,
                generate_series(1, 2) long WHERE at + long <= length(word) + 1),
        CASE WHEN c.id %% 12 = 0 THEN ARRAY['疑难'] ELSE '{}' END
    FROM desk_case c JOIN desk_person a ON a.id = c.person_id
    JOIN desk_person o ON o.id = 1 + (c.id * 104729 + 1) %% %(people)s
    """,
    """
    INSERT INTO desk_contactpoint (case_id, person_id, kind, sealed, index, mask, owner, relation, label,
        attribution, source, state, do_not_contact, agreed_hours, position, created_at)
    SELECT case_id, person_id, 'mobile', sha256((part || case_id)::bytea),
        substr(sha256(('c' || person_id)::bytea), 1, 16), '100****' || lpad((person_id %% 10000)::text, 4, '0'), '',
        CASE part WHEN 'applicant' THEN '本人' ELSE '对方当事人' END, '', '', 'application', 'unknown', false, false,
        0, now()
    FROM desk_party
    """,
    """
    INSERT INTO mediation_dispute (case_id, kind_id, role, source, form_id, institution_id, happened_on, description,
        claim, answers, submitted_at, invited_at, answered_at, accepted_at, mediator_due_on, outcome, outcome_on, outcome_note, history_no,
        related_case_ids)
    SELECT c.id, kind.code, form.role, (ARRAY['applied','applied','applied','found','referred'])[1 + c.id %% 5],
        form.id, c.organisation_id, (c.opened_at - interval '30 days')::date,
        repeat('双方因费用和修缮发生争议，多次协商没有结果，申请人要求对方承担相应责任。', 1 + (c.id %% 6)::int),
        '赔偿损失并履行约定。', '{}',
        CASE WHEN c.state <> 'draft' THEN c.opened_at + interval '1 hour' END,
        CASE WHEN c.assigned_at IS NOT NULL THEN c.opened_at + interval '2 days' END, NULL,
        CASE WHEN c.assigned_at IS NOT NULL OR c.state = 'awaiting_mediator' THEN c.opened_at + interval '7 days' END,
        CASE WHEN c.assigned_at IS NOT NULL OR c.state = 'awaiting_mediator' THEN (c.opened_at + interval '12 days')::date END,
        CASE WHEN over THEN (ARRAY['agreed','agreed','agreed','confirmed','failed'])[1 + (c.id / 5) %% 5] ELSE '' END,
        CASE WHEN over THEN (c.opened_at + interval '35 days')::date END, '',
        CASE WHEN c.state = 'historical' THEN 'H' || c.id ELSE '' END, '{}'
    FROM desk_case c
    CROSS JOIN LATERAL (SELECT c.state = ANY(%(over)s) AS over) ended
    JOIN mediation_disputekind kind ON kind.label = c.category
    JOIN mediation_form form ON form.kind_id IS NULL AND form.state = 'published'
        AND form.role = (ARRAY['person','person','enterprise'])[1 + c.id %% 3]
    """,
    """
    INSERT INTO mediation_appointment (case_id, mediator_id, is_lead, state, due_on, conflict, why, asked_at,
        declared_at, answered_at, ended_at, outcome, days)
    SELECT c.id, who, lead, CASE WHEN c.state = ANY(%(over)s) THEN 'done'
            WHEN c.state = 'mediating' AND c.id %% 9 = 0 THEN 'asked' ELSE 'accepted' END,
        (c.assigned_at + interval '3 days')::date, '', '', c.assigned_at, c.assigned_at, c.assigned_at,
        CASE WHEN c.state = 'historical' THEN c.closed_at END, d.outcome,
        d.outcome_on - (c.assigned_at AT TIME ZONE 'Asia/Shanghai')::date
    FROM desk_case c JOIN mediation_dispute d ON d.case_id = c.id
    CROSS JOIN LATERAL (
        SELECT c.holder_id AS who, true AS lead
        UNION ALL
        (SELECT m.id, false FROM access_membership m WHERE c.id %% 5 = 0 AND m.unit_id = c.unit_id AND m.reach = 'own'
            AND m.id <> c.holder_id ORDER BY (m.id * c.id) %% 97 LIMIT 1)) asked
    WHERE c.holder_id IS NOT NULL
    """,
    """
    INSERT INTO desk_holding (case_id, membership_id, role, from_at, to_at, why)
    SELECT a.case_id, a.mediator_id, CASE WHEN a.is_lead THEN 'holder' ELSE 'mediator' END, a.asked_at,
        CASE WHEN c.state IN ('archived', 'historical') THEN c.closed_at END, ''
    FROM mediation_appointment a JOIN desk_case c ON c.id = a.case_id
    """,
    """
    INSERT INTO mediation_consentanswer (case_id, party_id, said, way, note, at)
    SELECT c.id, p.id, CASE WHEN c.state = 'declined' AND p.part = 'respondent' THEN 'unwilling' ELSE 'willing' END,
        'self', '', c.opened_at + interval '4 days'
    FROM desk_case c JOIN desk_party p ON p.case_id = c.id
    WHERE c.holder_id IS NOT NULL OR c.state IN ('declined', 'awaiting_filing', 'awaiting_mediator')
        OR c.state = 'consenting' AND p.part = 'applicant'
    """,
    """
    INSERT INTO mediation_rating (case_id, party_id, mediator_id, stars, comment, at, asked_at)
    SELECT c.id, p.id, c.holder_id, 3 + (c.id * 7 %% 3), '', c.opened_at + interval '40 days', c.assigned_at
    FROM desk_case c JOIN desk_party p ON p.case_id = c.id JOIN mediation_dispute d ON d.case_id = c.id
    WHERE d.outcome IN ('agreed', 'confirmed') AND c.state <> 'historical' AND (c.id + p.id) %% 3 > 0
    """,
    """
    INSERT INTO mediation_review (case_id, decision, is_second, note, remarks, at)
    SELECT id, 'approved', false, '', '{}', opened_at + interval '2 days' FROM desk_case
    WHERE state NOT IN ('draft', 'submitted', 'historical')
    """,
    """
    INSERT INTO mediation_archivereview (case_id, step, note, remarks, at)
    SELECT id, step, '', '{}', opened_at + interval '45 days'
    FROM desk_case, unnest(ARRAY['submitted', 'passed', 'accepted']) step
    WHERE state = 'archived' OR state = 'final_review' AND step <> 'accepted'
        OR state = 'first_review' AND step = 'submitted'
    """,
)


def seed(cases: int) -> dict[str, Any]:
    """The centre of this many disputes, made when the database does not hold it yet; browsers signed in."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM desk_case")
        there = cursor.fetchone()[0]
    if there != cases:
        if there:
            raise RuntimeError(f"the database holds {there} cases, not {cases}: run once without --keep")
        prove_keys()  # before rows whose sealed bytes only take up the room real ones would
        _organise()
        _fill(cases)
    return _world()


def _organise() -> None:
    company, roles = unit("company", "BENCH", "公司", None), ship_roles()
    ship_kinds()
    for number in range(INSTITUTIONS):
        place = unit("institution", f"BENCH-I{number}", f"第{number + 1}调解委员会", company)
        for one in range(MEDIATORS):
            name = f"{SURNAMES[(number * MEDIATORS + one) % len(SURNAMES)]}调{number * MEDIATORS + one:03d}"
            made = member(f"med{number}-{one}", name, roles["mediator"], place, "own")
            Mediator.objects.create(membership=made, institution=place, specialties=["neighbour"][: one % 2])
    first = Organisation.objects.get(code="BENCH-I0")
    for role in ("reviewer", "assigner", "archivist"):
        member(role, role, roles[role], first, "team")
    member("admin", "管理", roles["administrator"], company, "all")


def _fill(cases: int) -> None:
    values: dict[str, Any] = {
        "cases": cases,
        "people": max(1, cases * 4 // 3),
        "regions": [f"{name}街道" for name in "东南西北中上下新老长"],
        "states": [state for state, many in STATES for _ in range(many)],
        "late": list(LATE),
        "over": list(OVER),
        "institutions": INSTITUTIONS,
        "mediators": MEDIATORS,
    }
    with transaction.atomic(), connection.cursor() as cursor, bare(cursor, TABLES):
        fill_people(cursor, values)
        cursor.execute(_CASES, values)
        for statement in _BESIDE:
            cursor.execute(statement, values)
    recount()
    settle((*TABLES, "desk_casesum", "access_membership", "access_organisation", "mediation_mediator"))


def _world() -> dict[str, Any]:
    place = Organisation.objects.get(code="BENCH-I0")
    mediator = Membership.objects.get(account__username="med0-7")
    who = ("admin", "reviewer", "assigner", "archivist")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT min(id) FROM desk_case WHERE state = 'awaiting_mediator' AND unit_id = %s", [place.pk]
        )
        waiting = cursor.fetchone()[0]
        cursor.execute(
            "SELECT p.name FROM desk_case c JOIN desk_person p ON p.id = c.person_id WHERE c.state = 'mediating'"
            " AND length(p.name) = 3 ORDER BY c.id LIMIT 1"
        )
        name = cursor.fetchone()[0]
    return {
        "browsers": {one: browser(one) for one in who} | {"mediator": browser("med0-7")},
        "facts": {
            "mediator": mediator.pk,
            "institution": place.pk,
            "waiting": waiting,
            "name": name,
            "kind": "neighbour",
        },
        "params": {
            "mediator": mediator.pk,
            "institution": place.pk,
            "name": f"%{name}%",
            "kind": "neighbour",
        },
    }
