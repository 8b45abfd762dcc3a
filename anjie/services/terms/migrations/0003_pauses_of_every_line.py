import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """The table is there: ``recovery`` gave it up under its new name."""

    dependencies = [
        ("recovery", "0010_pauses_belong_to_every_line"),
        ("terms", "0002_reasons_a_clock_stands_still"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="TermPause",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=500)),
                        ("stops_clock", models.BooleanField()),
                        ("from_on", models.DateField()),
                        ("counts_from", models.DateField()),
                        ("to_on", models.DateField(null=True)),
                        ("term_before", models.DateField(null=True)),
                        ("term_after", models.DateField(null=True)),
                        ("began_at", models.DateTimeField()),
                        ("ended_at", models.DateTimeField(null=True)),
                        (
                            "began_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="access.membership",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="pauses",
                                to="desk.case",
                            ),
                        ),
                        (
                            "ended_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="access.membership",
                            ),
                        ),
                        (
                            "reason",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="terms.pausereason",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("to_on", None)),
                                fields=("case",),
                                name="one_open_pause_per_case",
                            )
                        ],
                    },
                ),
            ]
        )
    ]
