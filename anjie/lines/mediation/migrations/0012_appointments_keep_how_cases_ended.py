from django.db import migrations, models

KEEP = """
UPDATE mediation_appointment a
SET outcome = d.outcome, days = d.outcome_on - (a.asked_at AT TIME ZONE 'Asia/Shanghai')::date
FROM mediation_dispute d JOIN desk_case c ON c.id = d.case_id
WHERE d.case_id = a.case_id AND c.state IN ('closed', 'first_review', 'final_review', 'archived', 'historical')
"""
ASKED = """
UPDATE mediation_rating r SET asked_at = coalesce(
    (SELECT max(a.asked_at) FROM mediation_appointment a
     WHERE a.case_id = r.case_id AND a.mediator_id = r.mediator_id AND a.state IN ('asked', 'accepted', 'done')),
    r.at)
"""


class Migration(migrations.Migration):
    dependencies = [
        ("mediation", "0011_respondents_are_parties"),
    ]

    operations = [
        migrations.AddField(
            model_name="appointment",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "未结"),
                    ("agreed", "调解成功"),
                    ("confirmed", "调解成功并司法确认"),
                    ("failed", "调解失败"),
                ],
                default="",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="appointment",
            name="days",
            field=models.IntegerField(help_text="from being asked to the day of the outcome", null=True),
        ),
        migrations.AddField(
            model_name="rating",
            name="asked_at",
            field=models.DateTimeField(help_text="when the mediator was appointed to the case", null=True),
        ),
        migrations.RemoveIndex(model_name="appointment", name="appointment_mediator"),
        migrations.RemoveIndex(model_name="rating", name="rating_mediator"),
        migrations.RunSQL(KEEP, migrations.RunSQL.noop),
        migrations.RunSQL(ASKED, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="rating",
            name="asked_at",
            field=models.DateTimeField(help_text="when the mediator was appointed to the case"),
        ),
        migrations.AddIndex(
            model_name="appointment",
            index=models.Index(
                fields=["mediator", "state"],
                include=("case", "asked_at", "outcome", "days"),
                name="appointment_mediator",
            ),
        ),
        migrations.AddIndex(
            model_name="rating",
            index=models.Index(
                fields=["mediator", "-id"], include=("stars", "case", "asked_at"), name="rating_mediator"
            ),
        ),
    ]
