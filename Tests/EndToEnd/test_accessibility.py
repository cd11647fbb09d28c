"""Pages for everybody: axe finds nothing on any kind of page, the keyboard reaches everything, and nothing depends on width, motion or screen."""

from collections.abc import Callable

import pytest

from harness.browsing import DESKTOP, PHONE, hold_redirects, visiting
from harness.pages import Page, Site
from harness.tools import module

RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]

AXE_RUN = """rules => {
    // axe takes what is in a closed `details` for hidden, also where the style sheet shows it (::details-content): what scrolls has focusable content then.
    const isReachable = node => [...document.querySelector(node.target[0]).querySelectorAll("a[href]")].some(link => link.checkVisibility());
    const isFalseAlarm = (violation, node) => violation.id === "scrollable-region-focusable" && isReachable(node);
    return axe.run({runOnly: rules, resultTypes: ["violations"]}).then(result => result.violations
        .map(violation => [violation.id, violation.nodes.filter(node => !isFalseAlarm(violation, node)).map(node => node.html)])
        .filter(([id, nodes]) => nodes.length));
}"""

SAMPLE_KINDS = {
    "chooser": "index.html",
    "404": "404.html",
    "redirect": "fr/ancienne-page.html",
    "home fr": "fr/index.html",
    "home en": "en/index.html",
    "home ar": "ar/index.html",
    "module": "fr/base/index.html",
    "module without objectives": "en/annexe/index.html",
    "session with everything": "fr/base/tout.html",
    "session ar": "ar/base/shamil.html",
    "session with a long title": "fr/base/titre-long.html",
    "session without sections": "fr/annexe/seule.html",
    "omitted elsewhere": "fr/base/absente.html",
    "fallback": "en/base/repli.html",
    "fallback ar": "ar/base/repli.html",
    "page": "fr/a-propos.html",
    "fallback of a page": "ar/a-propos.html",
    "glossary": "en/glossary.html",
}

REAL_KINDS: dict[str, Callable[[str, Page], bool]] = {
    "home": lambda path, page: path.count("/") == 1 and path.endswith("/index.html"),
    "module": lambda path, page: path.count("/") == 2 and path.endswith("/index.html"),
    "page": lambda path, page: path.count("/") == 1 and not path.endswith("/index.html"),
    "session with a table": lambda path, page: path.count("/") == 2 and bool(page.all("table")),
    "session with an image": lambda path, page: path.count("/") == 2 and bool(page.all("img")),
    "session with a remark": lambda path, page: any(element["role"] == "note" for element in page.elements),
    "session with footnotes": lambda path, page: any(element["role"] == "doc-endnotes" for element in page.elements),
}


def example(site: Site, locale: str, kind: str) -> str:
    """The first page of a kind in the edition of a real course."""
    return next(path for path, page in site.pages.items() if path.startswith(f"{locale}/") and REAL_KINDS[kind](path, page))


def cases(known_bugs: dict[str, str]) -> list:
    """The kinds of pages of the sample, those with a bug that is not mended yet marked with it."""
    return [
        pytest.param(path, id=kind, marks=pytest.mark.xfail(reason=known_bugs[kind]) if kind in known_bugs else ())
        for kind, path in SAMPLE_KINDS.items()
    ]


class Eyes:
    """A page shown in each colour scheme and width in turn, with axe at hand."""

    def __init__(self, visit):
        self.visit = visit
        self.script = module("axe_playwright_python.base", "axe-playwright-python").AXE_FILE_PATH.read_text()

    def violations(self, url: str) -> list:
        """What axe finds on a page in light and dark, on a phone and a desktop."""
        page = self.visit.page
        page.goto(url)
        page.evaluate(self.script)
        found = []
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            for size in (PHONE, DESKTOP):
                page.set_viewport_size(size)
                found += [(scheme, size["width"], *violation) for violation in page.evaluate(AXE_RUN, RULES)]
        return found


@pytest.fixture(scope="module")
def eyes(browser):
    with visiting(browser, locale="de") as visit:
        hold_redirects(visit)
        yield Eyes(visit)


AXE_BUGS = {
    "redirect": "themes/toolbox/layouts/redirect.mustache: no main landmark and no h1",
    "session with everything": "a code block that scrolls cannot be reached by keyboard (pre without tabindex)",
}


@pytest.mark.parametrize("path", cases(AXE_BUGS))
def test_axe_finds_nothing_in_the_sample(eyes, sample_url, path):
    assert eyes.violations(sample_url + path) == []


@pytest.mark.parametrize("kind", REAL_KINDS)
@pytest.mark.parametrize("locale", ["fr", "en"])
def test_axe_finds_nothing_in_the_toolbox(eyes, toolbox, toolbox_url, locale, kind):
    assert eyes.violations(toolbox_url + example(toolbox, locale, kind)) == []


def test_axe_finds_nothing_on_the_toolbox_chooser(eyes, toolbox_url):
    assert eyes.violations(toolbox_url) == []


LONG_WORD = "themes/toolbox/assets/theme.css: the pager does not break a long word of a neighbour's title"
REFLOW_BUGS = dict.fromkeys(["session with everything", "session ar", "fallback ar"], LONG_WORD)


@pytest.mark.parametrize("path", cases(REFLOW_BUGS))
def test_nothing_is_wider_than_a_narrow_window(eyes, sample_url, path):
    """WCAG 1.4.10: at 320 px the page scrolls in one direction only."""
    page = eyes.visit.page
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(sample_url + path)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


FOCUS = """() => {
    const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
    const after = getComputedStyle(element, "::after");
    const outlined = [style, after].some(some => some.outlineStyle !== "none" && parseFloat(some.outlineWidth) >= 2);
    return {tag: element.tagName, href: element.getAttribute("href"), class: element.className,
            visible: outlined && box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight};
}"""

REACHABLE = """() => [...document.querySelectorAll("a[href], summary, [tabindex='0']")].filter(element => element.checkVisibility()).length"""


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("path", ["fr/index.html", "fr/base/tout.html", "en/base/repli.html", "ar/base/index.html", "index.html"])
def test_the_keyboard_reaches_everything_and_shows_where_it_is(browser, sample_url, path, size):
    with visiting(browser, locale="de", viewport=size, reduced_motion="reduce") as visit:
        page = visit.page
        page.goto(sample_url + path)
        stops = []
        for _ in range(page.evaluate(REACHABLE)):
            page.keyboard.press("Tab")
            stops.append(page.evaluate(FOCUS))
        assert stops[0]["class"] == "skip", "the first stop is the link that skips to the text"
        assert [stop for stop in stops if stop["tag"] == "BODY"] == [], "the keyboard left the page before it had been everywhere"
        assert [stop for stop in stops if not stop["visible"]] == []


def test_the_skip_link_leads_to_the_text(browser, sample_url):
    with visiting(browser) as visit:
        page = visit.page
        page.goto(sample_url + "fr/base/tout.html")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("path", ["fr/index.html", "fr/base/tout.html"])
def test_nothing_moves_for_those_who_want_no_motion(browser, sample_url, path):
    with visiting(browser, reduced_motion="reduce") as visit:
        visit.page.goto(sample_url + path)
        moving = visit.page.evaluate(
            """() => [...document.querySelectorAll("*")].filter(element => {
                const style = getComputedStyle(element);
                return parseFloat(style.transitionDuration) > 0.01 || style.animationName !== "none" || style.scrollBehavior === "smooth";
            }).map(element => element.outerHTML.slice(0, 80))"""
        )
        assert moving == []


TEXT = """() => {
    const isAction = element => element.closest("nav") || element.closest("section")?.querySelector("a[download]")
        || (element.querySelector("a") && [...element.children].every(child => child.matches("a")) && element.tagName === "P");
    return [...document.querySelectorAll("main :is(h1, h2, h3, p, li, td, pre, img)")]
        .filter(element => element.checkVisibility() && !isAction(element)).map(element => element.textContent);
}"""
"""What there is to read on a page, without what is only to be clicked."""


@pytest.mark.parametrize("path", ["fr/index.html", "fr/base/index.html", "fr/base/tout.html", "en/base/repli.html", "ar/base/shamil.html"])
def test_paper_has_the_text_and_no_navigation(browser, sample_url, path):
    with visiting(browser, color_scheme="dark") as visit:
        page = visit.page
        page.goto(sample_url + path)
        on_screen = page.evaluate(TEXT)
        page.emulate_media(media="print")
        assert on_screen and page.evaluate(TEXT) == on_screen
        shown = page.evaluate("[...document.querySelectorAll('nav, .skip')].filter(element => element.checkVisibility()).map(element => element.className)")
        assert shown == []
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") != "rgb(255, 255, 255)"


def test_right_to_left_pages_begin_at_the_right(browser, sample_url):
    with visiting(browser) as visit:
        page = visit.page
        page.goto(sample_url + "ar/base/shamil.html")
        assert page.locator("html").get_attribute("dir") == "rtl"
        outline, text = page.locator("nav.outline").bounding_box(), page.locator("main").bounding_box()
        assert outline["x"] > text["x"], "the outline stands at the side where lines begin"


def test_a_fallback_text_keeps_its_own_direction(browser, sample_url):
    """A French text on an Arabic page runs from left to right; the notice above it does not."""
    with visiting(browser) as visit:
        page = visit.page
        page.goto(sample_url + "ar/base/repli.html")
        direction = "element => getComputedStyle(element).direction"
        for selector in ("main h1", "main [lang=fr] > p"):
            assert page.locator(selector).first.evaluate(direction) == "ltr", selector
        assert page.locator("main [role=note]").first.evaluate(direction) == "rtl"
