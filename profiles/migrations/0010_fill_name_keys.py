from django.db import migrations

from profiles.values.names import name_key

NAMED = ("Company", "Person", "Name", "HistoricalCompany", "HistoricalPerson", "HistoricalName")


def fill(apps, schema_editor):
    for model in NAMED:
        rows = []
        manager = apps.get_model("profiles", model)._default_manager
        for row in manager.only("pk", "name").iterator(chunk_size=2000):
            row.name_key = name_key(row.name)
            rows.append(row)
            if len(rows) == 500:
                manager.bulk_update(rows, ["name_key"])
                rows = []
        manager.bulk_update(rows, ["name_key"])


class Migration(migrations.Migration):

    dependencies = [
        ('profiles', '0009_name_keys'),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
