"""What a reader on a bad connection waits for."""

import gzip

from harness.browsing import PHONE, visiting
from harness.pages import Page, Site

SESSION_BUDGET = 14_336
"""Bytes: what a server sends before it waits for the first answer (ten TCP segments)."""

REQUESTS = 4
"""The page, its style sheet, its script, its icon."""

SHIFT = """
window.shift = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => { window.shift += entry.value; }))
    .observe({type: "layout-shift", buffered: true});
"""


def packed(site: Site, path: str) -> int:
    """The size of a file as a server sends it."""
    return len(gzip.compress((site.root / path).read_bytes(), 9, mtime=0))


def style_sheets(site: Site, page: Page) -> set[str]:
    return {site.target(page, link["href"])[0] for link in page.all("link") if link["rel"] == "stylesheet"}


def sessions(site: Site) -> dict[str, Page]:
    return {path: page for path, page in site.pages.items() if path.count("/") == 2 and not path.endswith("/index.html")}


def test_a_session_fits_into_the_first_answer(toolbox: Site, record_property):
    weights = {
        path: packed(toolbox, path) + sum(packed(toolbox, sheet) for sheet in style_sheets(toolbox, page))
        for path, page in sessions(toolbox).items()
    }
    heaviest = max(weights, key=weights.get)
    record_property("heaviest session", f"{heaviest}, {weights[heaviest]} of {SESSION_BUDGET} bytes, HTML and CSS")
    assert len(weights) >= 40
    assert weights[heaviest] <= SESSION_BUDGET


def test_a_session_needs_few_requests_and_does_not_shift(browser, toolbox: Site, toolbox_url, record_property):
    shifts = {}
    with visiting(browser, viewport=PHONE) as visit:
        visit.page.add_init_script(SHIFT)
        for path, page in sessions(toolbox).items():
            visit.requests.clear()
            visit.page.goto(toolbox_url + path)
            images = {toolbox.target(page, image["src"])[0] for image in page.all("img")}
            assert len(visit.requests) <= REQUESTS + len(images), visit.requests
            visit.page.keyboard.press("End")
            shifts[path] = visit.page.evaluate(
                "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(window.shift))))"
            )
    record_property("largest layout shift", max(shifts.values()))
    assert {path: shift for path, shift in shifts.items() if shift > 0} == {}
