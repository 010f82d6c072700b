"""The four groups and what each may do."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

RECORDS = (
    "company name link person role fundinground investment valuation metric product section faq "
    "deal party event participant quotation certification statement comparison cell"
).split()
EVIDENCE = ["source", "claim", "citation"]
WORK = [f"{verb}_{model}" for model in RECORDS + EVIDENCE for verb in ("add", "change", "view")]
REMOVE = [f"delete_{model}" for model in RECORDS if model != "company"] + ["delete_citation"]
READ = [f"view_{model}" for model in [*RECORDS, *EVIDENCE]]
PUBLIC = ["view_capture", "view_record", "view_submission", "view_review", "view_release"]

GROUPS = {
    "Editor": [
        *WORK, *REMOVE, *PUBLIC, "add_capture", "submit_profile", "import_workbook", "export_workbook",
    ],
    "Reviewer": [*READ, *PUBLIC, "review_submission", "export_workbook"],
    "Publisher": [*READ, *PUBLIC, "publish_release", "export_workbook"],
    "Administrator": [
        *WORK, *REMOVE, *PUBLIC, "add_capture", "delete_company", "delete_claim", "delete_source",
        "submit_profile", "review_submission", "publish_release", "import_workbook", "export_workbook",
    ],
}
USERS = ["add_user", "change_user", "view_user", "delete_user", "view_group"]


def _make_permissions_now(apps, label, using):
    """Django makes permissions after the last migration; the groups need them before."""
    config = apps.get_app_config(label)
    config.models_module = True
    create_permissions(config, apps=apps, verbosity=0, using=using)
    config.models_module = None


def make_groups(apps, schema_editor):
    for label in ("profiles", "auth"):
        _make_permissions_now(apps, label, schema_editor.connection.alias)
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    for name, codenames in GROUPS.items():
        group, _ = Group.objects.get_or_create(name=name)
        wanted = Permission.objects.filter(content_type__app_label="profiles", codename__in=codenames)
        missing = set(codenames) - set(wanted.values_list("codename", flat=True))
        if missing:
            raise LookupError(f"{name}: no permission {', '.join(sorted(missing))}")
        group.permissions.set(wanted)
    group.permissions.add(  # the last one is Administrator
        *Permission.objects.filter(content_type__app_label="auth", codename__in=USERS)
    )


class Migration(migrations.Migration):
    dependencies = [
        ("profiles", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
