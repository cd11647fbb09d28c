"""Pages as Chromium shows them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}
TIME_LIMIT = 15_000
"""Milliseconds after which waiting for a page counts as failed."""


def chromium() -> Path:
    """The browser's program: what `CHROMIUM` names, else the system's."""
    program = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
    if not program.is_file():
        pytest.skip(f"{program} is absent: install apt chromium")
    return program


class Visit:
    """A browser tab in a fresh profile, and all that went wrong or was requested in it."""

    def __init__(self, context):
        self.context = context
        self.problems: list[str] = []
        self.requests: list[str] = []
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("requestfailed", self._failure)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.problems.append(f"{self.page.url}: {error.error}"))
        context.on("response", self._response)
        self.page = context.new_page()

    def _failure(self, request):
        # Leaving a page aborts what it still loads, its icon above all; what is missing or forbidden fails in other words.
        if request.failure != "net::ERR_ABORTED":
            self.problems.append(f"{request.url}: {request.failure}")

    def _console(self, message):
        if message.type in ("error", "warning"):
            self.problems.append(f"{self.page.url}: console: {message.text}")

    def _response(self, response):
        if response.status >= 400:
            self.problems.append(f"{response.url}: status {response.status}")


def follow(page, link) -> str:
    """Clicks a link, waits until the page behind it is there, and returns its address."""
    before = page.url
    link.click()
    page.wait_for_url(lambda url: url != before)
    return page.url


@contextmanager
def visiting(browser, **options) -> Iterator[Visit]:
    """A visit with a profile of its own; `options` are those of Playwright's contexts: `locale`, `java_script_enabled`, `viewport`."""
    context = browser.new_context(**{"viewport": DESKTOP, **options})
    context.set_default_timeout(TIME_LIMIT)
    try:
        yield Visit(context)
    finally:
        context.close()


def hold_redirects(visit: Visit) -> None:
    """Keeps redirect pages on the screen, so that they can be looked at: they come without their `refresh`."""

    def without_refresh(route):
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace('http-equiv="refresh"', 'name="held-refresh"'))

    visit.context.route("**/*.html", without_refresh)
