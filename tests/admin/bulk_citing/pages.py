"""The pages for citing one source for many facts, pressed as a browser presses them."""

from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser

from profiles.models import Citation, Claim, Source

PAGE = reverse("admin:profiles_cite_many")
TEXT = "Acme was founded in April 2019. It “employs” 100\u00a0people in Paris. " * 3
HOSTILE = "\u202efounded <script>alert(1)</script>"
FOUNDED, HEADCOUNT = "company/acme#founded", "company/acme#headcount"


def tree(response):
    return LexborHTMLParser(response.content.decode())


def words(response):
    return " ".join(tree(response).css_first("#content").text(separator=" ").split())


def filled(response):
    """What a browser would send of the form without a button, each name with its values."""
    sent = {}
    for control in tree(response).css(
        "form.citing input, form.citing textarea, form.citing select"
    ):
        got = control.attributes
        if got.get("type") in ("checkbox", "radio") and "checked" not in got:
            continue
        value = got.get("value", "on" if got.get("type") == "checkbox" else "") or ""
        if control.tag == "textarea":
            value = control.text().removeprefix("\n")
        if control.tag == "select":
            value = next((each.attributes["value"] for each in control.css("option[selected]")), "")
        sent.setdefault(got["name"], []).append(value)
    return sent


def press(client, response, button, worth, **changes):
    """As in a browser, whose form has these changes."""
    return client.post(PAGE, {**filled(response), button: worth, **changes})


def described(client, *names, source="gazette", **cells):
    """The second page, filled: `quote=[…]` and so on, one for each fact."""
    page = client.post(PAGE, {"to": "describe", "chosen": names})
    return client.post(PAGE, {**filled(page), "to": "describe", "source": source, **cells})


def checked(client, *names, source="gazette", **cells):
    return press(client, described(client, *names, source=source, **cells), "to", "check")


def commit(client, page, **changes):
    return press(client, page, "to", "commit", **changes)


def written():
    return Claim.objects.count(), Citation.objects.count(), Source.objects.count()


def fact_names(page):
    return [each.attributes["value"] for each in tree(page).css("[name=chosen]")]


def ticked(page):
    return filled(page).get("chosen", [])
