"""The content security policy: on every page, and obeyed by it."""

import re

import pytest

from harness.browsing import visiting
from harness.pages import Site

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'"
REDIRECT_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"


def test_every_page_carries_the_policy(site: Site):
    expected = {path: REDIRECT_POLICY if page.is_redirect else POLICY for path, page in site.pages.items()}
    assert {path: page.policy for path, page in site.pages.items()} == expected


def test_the_policy_stands_before_all_that_it_governs(site: Site):
    for path, page in site.pages.items():
        governed = [index for index, element in enumerate(page.elements) if element.tag in ("link", "script", "style")]
        policy = next(index for index, element in enumerate(page.elements) if "Security" in element["http-equiv"])
        assert not governed or policy < min(governed), path


def test_nothing_is_inline_but_structured_data(site: Site):
    inline = [
        (path, element)
        for path, page in site.pages.items()
        for element in page.elements
        if element.tag in ("style", "base", "iframe", "object", "embed")
        or "style" in element.attributes
        or any(name.startswith("on") for name in element.attributes)
        or (element.tag == "script" and "src" not in element.attributes and element["type"] != "application/ld+json")
        or any(re.match(r"\s*(javascript|data|vbscript):", value, re.IGNORECASE) for value in element.attributes.values())
    ]
    assert inline == []


@pytest.mark.parametrize("place", ["http", "file"])
def test_the_browser_finds_no_violation(browser, site: Site, site_url, place):
    """Every page of a site is opened: no console message, no failed request, nothing asked of another place.

    The 404 page is not among them: it works at the address that the site is made for, and `test_links` looks at it there. From disk,
    Chromium takes each file for a site of its own, and reads no captions: what they say stands on the page as the transcript.
    """
    base = site_url if place == "http" else site.root.as_uri() + "/"
    with visiting(browser, locale="de") as visit:
        for path, page in site.pages.items():
            if path == "404.html":
                continue
            visit.page.goto(base + path, wait_until="commit" if page.is_redirect else "load")
            if page.is_redirect:
                visit.page.wait_for_url(lambda url, left=base + path: url != left)
        assert [problem for problem in visit.problems if place == "http" or ".vtt" not in problem] == []
        assert [url for url in visit.requests if not url.startswith(base)] == []
