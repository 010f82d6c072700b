"""Fed to `manage.py shell` by `test_readme.py`, in a copy of the tree that has the fact `motto`."""

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from profiles.document.snapshot import snapshot
from profiles.models import Company, Source
from profiles.provenance.claims.assert_and_cite import assert_value, cite
from profiles.provenance.claims.rulings import accept
from profiles.publishing.actions import publish
from profiles.review.actions import approve, submit
from profiles.review.checks import check
from profiles.workbook.exporting.writer import template

editor, reviewer = User.objects.get(username="editor"), User.objects.get(username="reviewer")
company = Company.objects.get(record__key="mistral-ai")
client = Client(headers={"host": "localhost"})
client.force_login(editor)

form = client.get(reverse("admin:profiles_company_change", args=[company.pk])).content.decode()
assert 'name="motto"' in form
assert reverse("admin:profiles_fact", args=[company.pk, "motto"]) in form

(sheet,) = [sheet for sheet in template() if sheet.name == "companies"]
assert {"motto", "motto:source", "motto:quote"} <= set(sheet.header)

company.motto = "Frontier AI in your hands"
company.save()
assert [finding.code for finding in check(company) if finding.fact == "motto"] == ["left-out"]
assert snapshot(company).company.fact("motto") is None

claim = assert_value(record=company.record, fact="motto", value=company.motto)
cite(claim=claim, source=Source.objects.get(key="wpnews-copy"))
accept(claim=claim, by=editor)
assert snapshot(company).company.value("motto") == "Frontier AI in your hands"

candidate = submit(company=company, by=editor, note="A motto.")
approve(submission=candidate, by=reviewer)
publish(submission=candidate, by=reviewer)
assert "Frontier AI in your hands" in client.get("/companies/mistral-ai/").content.decode()

print("form workbook checks document page")
