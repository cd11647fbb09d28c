"""Where translation stands: the table of all pages in all languages, and the marker on a page that leads there."""

import json
import re
import subprocess
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

from harness import projects
from harness.browsing import DESKTOP, PHONE, chromium, follow
from harness.opened import OpenPage, opened
from harness.preview import previewing
from harness.waiting import PATIENCE, eventually
from test_axe import Eyes

TRANSLATION = "---\ntitle: A page that is translated now\nslug: repli\n---\n\n## The text\n\nIn English.\n"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Has pages in every state: see SampleCourse."""
    return projects.sample(tmp_path_factory.mktemp("sample") / "course")


@pytest.fixture(scope="module")
def preview(course):
    with previewing(course) as preview:
        yield preview


@pytest.fixture
def page(browser, preview):
    """A French page that stands in for its English translation."""
    with opened(browser, preview, "en/base/repli.html") as page:
        yield page


def cell(page: OpenPage, title: str, language: str):
    """Where a page of this title has its state in a language."""
    column = page.page.locator("thead th").all_inner_texts().index(language)
    return page.page.locator("tbody tr", has=page.page.get_by_text(title, exact=True)).locator("td").nth(column - 1)


def test_the_marker_leads_to_the_pages_row(page):
    page.marker.click()
    page.page.wait_for_url("**/_lutrin/#*")
    row = page.page.locator("tr:target")
    assert row.locator("th bdi").inner_text() == "Une page sans traduction"
    row.scroll_into_view_if_needed()
    bounds, head = row.bounding_box(), page.page.locator("thead").bounding_box()
    assert head["y"] + head["height"] <= bounds["y"] + 1 and bounds["y"] + bounds["height"] <= DESKTOP["height"] + 1


def test_the_table_follows_a_save(page):
    page.go("_lutrin/")
    page.mark()
    state = cell(page, "Une page sans traduction", "English")
    assert state.inner_text().split("\n")[0] == "Not translated"
    file = page.preview.project / "content/en/base/03-repli.md"
    try:
        file.write_text(TRANSLATION)
        page.page.wait_for_function(
            "() => [...document.querySelectorAll('tbody tr')].some(row => row.textContent.includes('03-repli')"
            " && row.cells[2].textContent === 'Translated')")
        assert page.is_untouched()
    finally:
        file.unlink()
    page.wait_for("Not translated")


def test_flipping_between_languages_says_what_is_missing(page):
    told = []
    for locale in ("fr", "ar", "en"):
        follow(page.page, page.page.locator(f".langs a[hreflang={locale}]"))
        page.listening()
        told.append(page.marker.inner_text() if page.marker.is_visible() else None)
    assert told == [None, "Not translated: shows Français", "Not translated: shows Français"]
    assert page.visit.problems == []


def test_a_draft_says_that_it_is_one(browser, course):
    with previewing(course, "--drafts") as preview, opened(browser, preview, "fr/annexe/brouillon.html") as page:
        assert page.marker.inner_text() == "Draft"


def test_axe_finds_nothing_in_the_table(page):
    page.go("_lutrin/")
    # Before axe comes: it tries to set styles, which the page's policy refuses.
    assert page.visit.problems == []
    assert Eyes(page.visit).violations(page.preview.url + "_lutrin/") == []


def test_the_table_fits_a_phone(page):
    page.page.set_viewport_size(PHONE)
    page.go("_lutrin/")
    assert page.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    # Three languages beside the titles, each state large enough for a finger, and said in words to who does not see its shape.
    assert page.page.locator(".scroll").evaluate("region => region.scrollWidth <= region.clientWidth")
    states = page.page.locator("td a.state")
    assert states.count() > 20
    assert states.evaluate_all("links => links.every(link => link.offsetWidth >= 44 && link.offsetHeight >= 44)")
    assert page.page.get_by_role("cell", name="Not translated").count() > 0


def test_what_has_the_focus_is_not_covered(page):
    """The titles stay in sight where the table scrolls; a link to which the keyboard goes back must not lie under them."""
    page.page.set_viewport_size({"width": 500, "height": 600})
    page.go("_lutrin/")
    region = page.page.locator(".scroll")
    assert region.evaluate("region => region.scrollWidth > region.clientWidth")
    links = page.page.locator("td a.state")
    links.last.focus()
    for _ in range(20):
        page.page.keyboard.press("Shift+Tab")
        assert page.page.evaluate("""() => {
            const own = document.activeElement.getBoundingClientRect();
            const titles = document.querySelector("tbody th").getBoundingClientRect();
            const head = document.querySelector("thead th").getBoundingClientRect();
            return document.activeElement.matches("td a") && own.left >= titles.right && own.top >= head.bottom;
        }""")


# --- Many tabs -----------------------------------------------------------------------------------------------------------------------


class Tabs:
    """Chromium with its tabs in one window: all but one are hidden, as on a desk. Playwright's pages all count as seen."""

    def __init__(self, address: str):
        self.address = address

    def ask(self, path: str, method: str = "GET"):
        request = urllib.request.Request(f"http://{self.address}/json/{path}", method=method)
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            body = answer.read()
        return json.loads(body) if body.startswith((b"{", b"[")) else body

    def open(self, url: str) -> str:
        return self.ask(f"new?{url}", "PUT")["id"]

    def title(self, tab: str) -> str:
        return next(target["title"] for target in self.ask("list") if target["id"] == tab)

    def show(self, tab: str):
        self.ask(f"activate/{tab}")


@contextmanager
def tabs(profile: Path):
    """Another Chromium, driven by the addresses that its developer tools answer."""
    command_line = [chromium(), "--headless=new", "--no-sandbox", "--remote-debugging-port=0", f"--user-data-dir={profile}", "about:blank"]
    with subprocess.Popen(command_line, stderr=subprocess.PIPE, encoding="utf-8") as process:
        try:
            yield Tabs(next(match[1] for line in process.stderr if (match := re.search(r"listening on ws://([^/]+)/", line))))
        finally:
            process.kill()


def test_eight_tabs_load_and_the_one_in_sight_follows(tmp_path):
    sources = [f"content/en/module-1/0000{number}.md" for number in range(1, 9)]
    with previewing(projects.tiny(tmp_path / "course", pages=8)) as preview, tabs(tmp_path / "profile") as window:
        opened = [window.open(f"{preview.url}en/module-1/0000{number}.html") for number in range(1, 9)]

        def titles():
            return [window.title(tab).split(" – ")[0] for tab in opened]

        # A browser keeps six connections to a host: if each tab held one for its events, the last two would never load.
        eventually(lambda: titles() == [f"Session {number}" for number in range(1, 9)])
        for source in sources:
            (preview.project / source).write_text((preview.project / source).read_text().replace("# Session", "# Chapter"))
        eventually(lambda: titles()[7] == "Chapter 8")
        assert titles()[:7] == [f"Session {number}" for number in range(1, 8)]
        window.show(opened[2])
        eventually(lambda: titles()[2] == "Chapter 3")
        # Written at once, the chapters of the hidden tabs would have come long before.
        assert titles()[:2] == ["Session 1", "Session 2"]


def test_eight_windows_in_sight_follow_all(browser, tmp_path):
    """On a large desk: to Chromium, all pages of Playwright are in sight."""
    with previewing(projects.tiny(tmp_path / "course", pages=8)) as preview, opened(browser, preview, "en/module-1/00001.html") as first:
        pages = [first] + [first.tab(f"en/module-1/0000{number}.html") for number in range(2, 9)]
        for number, page in enumerate(pages, 1):
            page.mark()
            source = preview.project / f"content/en/module-1/0000{number}.md"
            source.write_text(source.read_text() + "\nA further text.\n")
        for page in pages:
            page.wait_for("A further text.")
            assert page.is_untouched()
        # The one that listened leaves, and another takes its place; who comes late is told what is wrong.
        (preview.project / "content/en/module-1/00003.md").write_text("# Session 3\n\n[no](no.md)\n")
        for page in pages:
            page.panel.wait_for(state="visible")
        first.page.close()
        late = pages[1].tab("en/module-1/00001.html")
        late.panel.wait_for(state="visible")
        (preview.project / "content/en/module-1/00003.md").write_text("# Session 3\n\nIt is mended.\n")
        for page in [late, *pages[1:]]:
            page.panel.wait_for(state="hidden")
        pages[2].wait_for("It is mended.")


def test_a_phone_on_the_network_has_a_stream_of_its_own(browser, tmp_path):
    """Over plain HTTP from another machine browsers give no locks."""
    with previewing(projects.tiny(tmp_path / "course", pages=2)) as preview, opened(browser, preview, "en/module-1/00001.html") as first:
        first.visit.context.add_init_script("Object.defineProperty(navigator, 'locks', {value: undefined})")
        page = first.tab("en/module-1/00002.html")
        assert page.page.evaluate("navigator.locks === undefined")
        page.mark()
        preview.write("content/en/module-1/00002.md", "# Session 2\n\nSeen on the phone.\n")
        page.wait_for("Seen on the phone.")
        assert page.is_untouched() and first.visit.problems == []
