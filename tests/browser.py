"""A real Chromium, driven by Playwright; tests that need one skip where there is none."""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.cast import session_of

# The shell first: the whole browser draws a window, of which nobody sees anything, and takes 1.6
# times as long.
CHROMIUMS = ("chromium-headless-shell", "chromium", "google-chrome")
# Without these, Chromium calls home at every start and waits for the answer.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


NARROW = 600  # pixels
OF_COLOUR = ["color-contrast", "link-in-text-block"]
"""Rules of axe that see the colour scheme; the others find in the dark what they find by day."""


def barriers(page: Page, *, within: str | None = None, options: Any = None) -> list[Any]:
    """(rule, the first element) of each barrier that axe knows, in the page as it is now.

    A test goes through both schemes and widths. Colours take most of the time and are the same at
    every width, so they are looked at in the wide page; in the dark, nothing but colours is.
    """
    asked: dict[str, Any] = {"resultTypes": ["violations"], **(options or {})}
    is_dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    is_narrow = page.evaluate(f"innerWidth < {NARROW}")
    if is_dark and is_narrow:
        return []
    if is_dark:
        asked["runOnly"] = {"type": "rule", "values": OF_COLOUR}
    elif is_narrow:
        asked["rules"] = {rule: {"enabled": False} for rule in OF_COLOUR}
    found = Axe().run(page, context=within, options=asked).response["violations"]
    return [(each["id"], each["nodes"][0]["html"]) for each in found]


def log_in(context: BrowserContext, user: Any, address: str) -> None:
    """Give the browser this person's session, without the form for logging in."""
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session_of(user), "url": address}
    context.add_cookies([cookie])


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if not path:
        missing = "no Chromium on this machine: install Debian's package chromium-headless-shell"
        if os.environ.get("FOOTNOTE_REQUIRE_BROWSER"):
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser, live_server) -> Iterator[BrowserContext]:
    context = chromium.new_context(
        base_url=live_server.url, viewport={"width": 1280, "height": 900}
    )
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()
