"""One check confirmed twice at the same moment: it is carried out once."""

from threading import Barrier, Thread

import pytest
from django.db import connection, connections
from django.test import Client

from profiles.models import Citation, Claim
from tests.admin.bulk_citing.pages import PAGE, checked, filled
from tests.factories import a_company, a_source, person


@pytest.mark.django_db(transaction=True)
def test_of_two_simultaneous_confirmations_one_is_told():
    if connection.vendor == "sqlite":
        pytest.skip("SQLite in memory has one connection; the file database has one writer")
    a_company("acme", founded="2019-04", headcount="100")
    a_source("gazette", text="Acme was founded in April 2019.")
    client = Client()
    client.force_login(person("erin"))
    page = checked(client, "company/acme#founded", "company/acme#headcount")
    sent, start, answers = filled(page) | {"to": "commit"}, Barrier(2), []

    def confirm() -> None:
        twin = Client()
        twin.cookies = client.cookies
        start.wait()
        answers.append(twin.post(PAGE, sent).status_code)
        connections.close_all()

    threads = [Thread(target=confirm) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers) == [302, 409]
    assert Citation.objects.count() == Claim.objects.accepted().count() == 2
