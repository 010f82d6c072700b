"""Fed to `manage.py shell` by `test_a_new_fact.py`, in a copy of the tree with the fact `motto`."""

from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from profiles.document.snapshot import snapshot
from profiles.management.commands.demo import load, make_person
from profiles.models import Company, Source
from profiles.models.history import acting
from profiles.provenance.claims.assert_and_cite import assert_value, cite
from profiles.provenance.claims.rulings import accept
from profiles.publishing.actions import publish
from profiles.review.actions import approve, submit
from profiles.review.checks import check
from profiles.workbook.exporting.writer import template

call_command("makemigrations", "profiles", name="motto", verbosity=0)
call_command("migrate", verbosity=0)
editor, reviewer = make_person("editor"), make_person("reviewer")
load("ebbwright", editor)

company = Company.objects.get(record__key="ebbwright")
client = Client(headers={"host": "localhost"})
client.force_login(editor)

form = client.get(reverse("admin:profiles_company_change", args=[company.pk])).content.decode()
assert 'name="motto"' in form
assert reverse("admin:profiles_fact", args=[company.pk, "motto"]) in form

(sheet,) = [sheet for sheet in template() if sheet.name == "companies"]
assert {"motto", "motto:source", "motto:quote"} <= set(sheet.header)

company.motto = "Time and tide wait"
with acting(by=editor):
    company.save()
assert [finding.code for finding in check(company) if finding.fact == "motto"] == ["left-out"]
assert snapshot(company).company.fact("motto") is None

with acting(by=editor):
    claim = assert_value(record=company.record, fact="motto", value=company.motto)
    cite(claim=claim, source=Source.objects.get(key="about-ebbwright"))
accept(claim=claim, by=editor)
assert snapshot(company).company.value("motto") == "Time and tide wait"

candidate = submit(company=company, by=editor, note="A motto.")
approve(submission=candidate, by=reviewer)
publish(submission=candidate, by=reviewer)
assert "Time and tide wait" in client.get("/companies/ebbwright/").content.decode()

print("form workbook checks document page")
