"""How the desk's lists are grouped, on its first page and in the sidebar, and what each holds.

A list of rows that only make sense inside another record is left out: its rows are on that
record's form, and the list itself stays under /admin/profiles/.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    line: str
    lists: dict[str, str]
    """Model name in lower case -> a line that says what its rows are."""


GROUPS = (
    Group(
        "Organisations",
        "Who it is about",
        {
            "company": "Companies with a profile, and those that are only named in one",
            "person": "Founders, executives, investors: each once, whatever their offices",
            "role": "Who held which office where, and from when until when",
        },
    ),
    Group(
        "Money",
        "What was paid, for what, by whom",
        {
            "fundinground": "Financing events, debt too, each with its own amount",
            "investment": "Who took part in a round, and with how much",
            "valuation": "What a company was said to be worth, and on what basis",
            "metric": "One figure at one date: revenue, users, headcount",
            "deal": "Acquisitions, partnerships and contracts, with the other side",
        },
    ),
    Group(
        "Products",
        "What is made and sold, and who vouches for it",
        {
            "product": "Products and models, with their family and their figures",
            "certification": "Certificates and standards that somebody attests",
        },
    ),
    Group(
        "Story",
        "What is told, asked and said",
        {
            "section": "Texts of the profile, in the order of the page",
            "event": "What happened when: launches, lawsuits, moves",
            "statement": "Lines of a list: a strategy, a risk, an opinion, and whose it is",
            "quotation": "Somebody's words, as they were printed",
            "comparison": "Tables that set one company beside others",
            "faq": "Questions that readers ask, with their answers",
        },
    ),
    Group(
        "Evidence",
        "What the facts rest on",
        {
            "source": "Articles, filings and pages that say something",
            "capture": "What a source said at one time, kept to be checked against",
            "claim": "One value for one fact; rivals stand side by side",
            "citation": "Where a source says so: the place and the words",
        },
    ),
    Group(
        "Publication",
        "What was reviewed and what readers see",
        {
            "submission": "Frozen candidates for review",
            "release": "What was made public, each chained to the one before",
        },
    ),
    Group(
        "Accounts",
        "Who works here",
        {
            "user": "Editors, reviewers, publishers",
            "group": "What each of them may do",
        },
    ),
)

INSIDE_OTHERS = {
    "cell": "comparison",
    "link": "company",
    "name": "company",
    "participant": "event",
    "party": "deal",
    "record": "company",
}
"""Rows that are edited on another record's form -> that record."""


def grouped(apps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Django's list of apps as groups in the same shape, each list with its `line`.

    What may not be seen is not in `apps` and so in no group; what no group knows (a model of
    another app) stays where Django had it.
    """
    lists = {str(each["object_name"]).lower(): each for app in apps for each in app["models"]}
    groups = []
    for group in GROUPS:
        found = [
            {**lists.pop(name), "line": line} for name, line in group.lists.items() if name in lists
        ]
        if found:
            groups.append({"name": group.name, "line": group.line, "models": found})
    rest = [
        {**app, "models": [each for each in app["models"] if each in lists.values()]}
        for app in apps
        if app["app_label"] != "profiles"
    ]
    return groups + [app for app in rest if app["models"]]
