import json

import django.db.models.deletion
from django.db import migrations, models

from anjie.foundation.sealed import sealer

BEFORE = "mediation_dispute.respondent_sealed"
PLACE = "mediation_dispute.respondents_sealed"

STATEMENTS = """
    INSERT INTO mediation_statement (party_id, case_id, opinion, text, at)
    SELECT DISTINCT ON (d.case_id) p.id, d.case_id, d.respondent_opinion, d.respondent_statement,
        COALESCE(d.answered_at, d.submitted_at, c.opened_at)
    FROM mediation_dispute d
    JOIN desk_case c ON c.id = d.case_id
    JOIN desk_party p ON p.case_id = d.case_id AND p.part = 'respondent'
    WHERE d.answered_at IS NOT NULL OR d.respondent_opinion <> '' OR d.respondent_statement <> ''
    ORDER BY d.case_id, p.id
"""
DRAFTS = """
    SELECT d.case_id, d.respondent_name, d.respondent_kind, d.respondent_sealed, p.id, p.person_id, w.name
    FROM mediation_dispute d
    JOIN desk_case c ON c.id = d.case_id
    LEFT JOIN desk_party p ON p.case_id = d.case_id AND p.part = 'respondent'
    LEFT JOIN desk_person w ON w.id = p.person_id
    WHERE c.state IN ('draft', 'to_amend')
      AND (d.respondent_sealed IS NOT NULL OR p.id IS NULL AND d.respondent_name <> '')
"""
ROOMS = (
    "UPDATE mediation_roommessage SET audience = 'mediators+p' || party_id WHERE party_id IS NOT NULL",
    """
    UPDATE mediation_roomseen s SET room = 'p' || p.id FROM desk_party p
    WHERE p.case_id = s.case_id AND p.part = s.room
    """,
)


REMARKS = [
    f"""
    UPDATE mediation_review
    SET remarks = (remarks - '{before}') || jsonb_build_object('{now}', remarks -> '{before}')
    WHERE jsonb_exists(remarks, '{before}')
    """
    for before, now in (
        ("respondent_name", "respondents.0.name"),
        ("respondent_phone", "respondents.0.phone"),
    )
]


def name_them(apps, schema_editor):
    """What a draft says of its one respondent becomes the list of those it names, sealed as a whole."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(DRAFTS)
        rows = cursor.fetchall()
        for case_id, name, kind, sealed, party_id, person_id, known_as in rows:
            told = json.loads(sealer().open(bytes(sealed), BEFORE, case_id)) if sealed else {}
            same = known_as == name and not told.get("respondent_id_no")
            one = {
                "name": name,
                "kind": kind,
                "phone": told.get("respondent_phone", ""),
                "id_no": told.get("respondent_id_no", ""),
                "address": told.get("respondent_address", ""),
                "party_id": party_id,
                "person_id": person_id if same else None,
            }
            token = sealer().seal(json.dumps([one], ensure_ascii=False), PLACE, case_id)
            cursor.execute(
                "UPDATE mediation_dispute SET respondents_sealed = %s WHERE case_id = %s", [token, case_id]
            )


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0009_parties_have_an_order_and_may_leave"),
        ("mediation", "0009_lists_and_figures_read_facts_not_stories"),
    ]

    operations = [
        migrations.AddField(
            model_name="dispute",
            name="respondents_sealed",
            field=models.BinaryField(help_text="whom a draft names, with their numbers", null=True),
        ),
        migrations.AlterField(
            model_name="dispute",
            name="answered_at",
            field=models.DateTimeField(help_text="when a respondent last handed in a statement", null=True),
        ),
        migrations.AlterField(
            model_name="dispute",
            name="invited_at",
            field=models.DateTimeField(help_text="since when the respondents may see it", null=True),
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                (
                    "party",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="statement",
                        serialize=False,
                        to="desk.party",
                    ),
                ),
                (
                    "opinion",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agrees", "认可对方所述"),
                            ("partly", "部分认可"),
                            ("disputes", "不认可"),
                        ],
                        max_length=10,
                    ),
                ),
                ("text", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="statements",
                        to="desk.case",
                    ),
                ),
            ],
        ),
        migrations.RunSQL(STATEMENTS, migrations.RunSQL.noop),
        migrations.RunSQL(list(ROOMS), migrations.RunSQL.noop),
        migrations.RunSQL(REMARKS, migrations.RunSQL.noop),
        migrations.RunPython(name_them, migrations.RunPython.noop),
    ]
