"""The whole of Footnote in one command: load, submit, review, publish, serve."""

from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from profiles.management import made_up_company
from profiles.models import Company
from profiles.models.history import acting
from profiles.publishing.actions import publish
from profiles.review.actions import approve, submit
from profiles.workbook.applying.apply import import_workbook
from profiles.workbook.formats.reader import read_folder

PASSWORD = "footnote-demo"  # noqa: S105 - printed for everyone, and refused where DEBUG=0
PEOPLE: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "editor": ("Erin", "Editor", ("Editor",)),
    "reviewer": ("Rita", "Reviewer", ("Reviewer", "Publisher")),
    "admin": ("Ada", "Administrator", ("Administrator",)),
}
MAIN = "mistral-ai"
# In the order of loading: the others cite the sources of the first, and describe what it names.
PROFILES = (MAIN, "asml", "nvidia", "a16z")
# No real company: every state that evidence can be in is to be seen on it.
MADE_UP = "ebbwright"
FIXTURES = Path(settings.BASE_DIR) / "fixtures"


class Command(BaseCommand):
    help = (
        "Set up the demo and serve it on 127.0.0.1:8000. Running it again changes nothing; "
        "what was edited meanwhile stays."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--no-server", action="store_true", help="stop before serving")

    def handle(self, *args: Any, no_server: bool, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("The demo has known passwords: it runs only with DEBUG=1.")
        self.stdout.write("Preparing the database …")
        call_command("migrate", verbosity=0)
        people = {name: make_person(name) for name in PEOPLE}
        self._load_profiles(people)
        self._load_made_up(people)
        self.stdout.write(self.style.SUCCESS(where_to_look()))
        if not no_server:
            call_command("runserver", "127.0.0.1:8000", use_reloader=False)

    def _load_profiles(self, people: dict[str, Any]) -> None:
        if is_here(MAIN):
            self.stdout.write("The profiles are here already; left as they are.")
            return
        self.stdout.write(f"Loading {len(PROFILES)} profiles …")
        for slug in PROFILES:
            load(slug, people["editor"])
        self.stdout.write("Submitting, reviewing and publishing them …")
        for slug in reversed(PROFILES):  # the longest last, so that it has its links at once
            release(slug, people["editor"], people["reviewer"])

    def _load_made_up(self, people: dict[str, Any]) -> None:
        if is_here(MADE_UP):
            return
        self.stdout.write("Loading a made-up company, with what went wrong since its release …")
        made_up_company.set_up(
            FIXTURES / MADE_UP, editor=people["editor"], reviewer=people["reviewer"]
        )


def make_person(username: str) -> Any:
    first, last, groups = PEOPLE[username]
    users = get_user_model().objects
    new: dict[str, Any] = {
        "first_name": first,
        "last_name": last,
        "is_staff": True,
        "is_superuser": username == "admin",
        "password": hashed_password,
    }
    person, is_new = users.get_or_create(username=username, defaults=new)
    if is_new:
        person.groups.set(Group.objects.filter(name__in=groups))
    return person


@cache
def hashed_password() -> str:
    """One hash for everybody: it is slow to make, and the password is printed anyway."""
    return make_password(PASSWORD)


def is_here(slug: str) -> bool:
    return Company.objects.filter(record__key=slug).exists()


def load(slug: str, editor: Any) -> None:
    with acting(by=editor, reason="Demo fixture"):
        import_workbook(read_folder(FIXTURES / slug), by=editor, filename=f"{slug}/")


def release(slug: str, editor: Any, reviewer: Any) -> None:
    company = Company.objects.get(record__key=slug)
    candidate = submit(company=company, by=editor, note="First profile, from four documents.")
    approve(submission=candidate, by=reviewer, comment="Compared with the four documents.")
    publish(submission=candidate, by=reviewer)


def where_to_look() -> str:
    base = "http://127.0.0.1:8000"
    company = Company.objects.get(record__key=MADE_UP)
    form = reverse("admin:profiles_company_change", args=[company.pk])
    reports = reverse("admin:profiles_reports")
    return "\n".join(
        [
            "",
            f"  Public page   {base}/companies/{MAIN}/",
            f"  Directory     {base}/",
            f"  The desk      {base}/admin/",
            f"  Made up       {base}{form}",
            f"  Its troubles  {base}{reports}?profile={MADE_UP}",
            f"  Log in as     {', '.join(PEOPLE)}   password: {PASSWORD}",
            "",
        ]
    )
