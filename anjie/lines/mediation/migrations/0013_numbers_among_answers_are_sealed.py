import json

from django.db import migrations, models

from anjie.foundation import masks
from anjie.foundation.sealed import sealer

PLACE = "mediation_dispute.numbers_sealed"
MASKS = {"phone": masks.phone, "id_no": masks.id_no}
ANSWERED = """
SELECT case_id, answers FROM mediation_dispute
WHERE form_id = %s AND case_id > %s AND jsonb_exists_any(answers, %s)
ORDER BY case_id LIMIT 1000
"""
KEEP = "UPDATE mediation_dispute SET answers = %s, numbers_sealed = %s WHERE case_id = %s"


def seal_them(apps, schema_editor):
    """Phone and ID numbers among the answers are sealed; their masks take their place."""
    for pk, fields in apps.get_model("mediation", "Form").objects.values_list("pk", "fields"):
        types = {one["code"]: one["type"] for one in fields if one["type"] in MASKS}
        if types:
            seal_of_form(schema_editor.connection, pk, types)


def seal_of_form(connection, form_id, types):
    last = 0
    with connection.cursor() as cursor:
        while True:
            cursor.execute(ANSWERED, [form_id, last, list(types)])
            rows = cursor.fetchall()
            if not rows:
                return
            cursor.executemany(KEEP, [row for one in rows if (row := parted(*one, types))])
            last = rows[-1][0]


def parted(case_id, told, types):
    answers = json.loads(told) if isinstance(told, str) else told
    numbers = {code: str(answers[code]) for code in types if answers.get(code)}
    for code, number in numbers.items():
        answers[code] = MASKS[types[code]](number)
    if not numbers:
        return None
    token = sealer().seal(json.dumps(numbers, ensure_ascii=False), PLACE, case_id)
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
        migrations.RunPython(seal_them, migrations.RunPython.noop),
    ]
