import json

from django.db import migrations, models

from anjie.foundation import masks
from anjie.foundation.sealed import sealer

PLACE = "mediation_dispute.numbers_sealed"
MASKS = {"phone": masks.phone, "id_no": masks.id_no}
UNSEALED = """
SELECT case_id, answers FROM mediation_dispute
WHERE form_id = %s AND case_id > %s AND answers - %s::text[] <> '{}'
ORDER BY case_id LIMIT 1000
"""
KEEP = "UPDATE mediation_dispute SET answers = %s, numbers_sealed = %s WHERE case_id = %s"


def seal_them(apps, schema_editor):
    """Phone and ID numbers among the answers are sealed; what the form does not ask, and nobody was shown, goes."""
    for pk, fields in apps.get_model("mediation", "Form").objects.values_list("pk", "fields"):
        seal_of_form(schema_editor.connection, pk, {one["code"]: one["type"] for one in fields})


def seal_of_form(connection, form_id, types):
    plain = [code for code, kind in types.items() if kind not in MASKS]
    last = 0
    with connection.cursor() as cursor:
        while True:
            cursor.execute(UNSEALED, [form_id, last, plain])
            rows = cursor.fetchall()
            if not rows:
                return
            cursor.executemany(KEEP, [parted(*one, types) for one in rows])
            last = rows[-1][0]


def parted(case_id, told, types):
    given = json.loads(told) if isinstance(told, str) else told
    answers = {code: given[code] for code in types if code in given}
    numbers = {code: str(value) for code, value in answers.items() if types[code] in MASKS and value}
    answers |= {code: MASKS[types[code]](number) for code, number in numbers.items()}
    token = sealer().seal(json.dumps(numbers, ensure_ascii=False), PLACE, case_id) if numbers else None
    return json.dumps(answers, ensure_ascii=False), token, case_id


class Migration(migrations.Migration):
    dependencies = [
        ("mediation", "0012_appointments_keep_how_cases_ended"),
    ]

    operations = [
        migrations.AddField(
            model_name="dispute",
            name="numbers_sealed",
            field=models.BinaryField(help_text="the numbers among the answers, by field code", null=True),
        ),
        migrations.AlterField(
            model_name="dispute",
            name="answers",
            field=models.JSONField(default=dict, help_text="of the form, by field code; numbers as masks"),
        ),
        # There is no way back: the plain text is gone.
        migrations.RunPython(seal_them),
    ]
