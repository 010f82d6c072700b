"""Two saves at the same moment: exactly one of them is kept, and the other is told."""

from threading import Barrier, Thread

import pytest
from django.db import connection, connections
from django.test import Client

from profiles.models import Company
from tests.admin.forms import change_url, form_in
from tests.factories import a_company, person


@pytest.mark.django_db(transaction=True)
def test_of_two_simultaneous_saves_one_is_refused():
    if connection.vendor == "sqlite":
        pytest.skip("SQLite in memory has one connection; the file database has one writer")
    company = a_company(tagline="Old words")
    clients = []
    for name in ("erin", "emil"):
        client = Client()
        client.force_login(person(name))
        clients.append(client)
    pages = [client.get(change_url(company)) for client in clients]
    start, answers = Barrier(2), {}

    def save(number: int) -> None:
        form = form_in(pages[number], "tagline", tagline=f"Words of {number}")
        start.wait()
        answers[number] = clients[number].post(change_url(company), form).status_code
        connections.close_all()

    threads = [Thread(target=save, args=[number]) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers.values()) == [200, 302]
    winner = next(number for number, status in answers.items() if status == 302)
    assert Company.objects.get().tagline == f"Words of {winner}"
