"""Pages for everybody: by keyboard, in a narrow window, without motion, on paper, from right to left."""

import pytest

from harness.browsing import DESKTOP, PHONE, hold_redirects, visiting
from harness.kinds import sample_cases

NARROW = {"width": 320, "height": 256}
"""A window of 1280 × 1024 px, enlarged to 400 %."""

@pytest.mark.parametrize("path", sample_cases())
def test_nothing_is_wider_than_a_narrow_window(browser, sample_url, path):
    """WCAG 1.4.10: the page scrolls in one direction only."""
    with visiting(browser, locale="de", viewport=NARROW) as visit:
        hold_redirects(visit)
        visit.page.goto(sample_url + path)
        assert visit.page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]


FOCUS = """() => {
    const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
    const after = getComputedStyle(element, "::after");
    const outlined = [style, after].some(some => some.outlineStyle !== "none" && parseFloat(some.outlineWidth) >= 2);
    return {tag: element.tagName, href: element.getAttribute("href"), class: element.className,
            visible: outlined && box.width > 0 && box.height > 0
                && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight};
}"""

REACHABLE = (
    """() => [...document.querySelectorAll("a[href], summary, [tabindex='0']")].filter(element => element.checkVisibility()).length"""
)


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
    const isAction = element => element.closest("nav, [aria-hidden=true]") || element.closest("section")?.querySelector("a[download]")
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
        shown = page.evaluate(
            "[...document.querySelectorAll('nav, .skip')].filter(element => element.checkVisibility()).map(element => element.className)"
        )
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
