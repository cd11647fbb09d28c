"""axe finds nothing on any kind of page, light or dark, on a phone or a desktop."""

import pytest

from harness.browsing import DESKTOP, PHONE, hold_redirects, visiting
from harness.kinds import REAL_KINDS, real_example, sample_cases
from harness.tools import module

RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]

AXE_RUN = """rules => {
    // axe takes what is in a closed `details` for hidden, also where the style sheet shows it (::details-content):
    // the outline, which scrolls, has focusable content then, as test_reading.py shows.
    const isReachable = node => [...document.querySelector(node.target[0]).querySelectorAll("a[href]")]
        .some(link => link.checkVisibility());
    const isFalseAlarm = (violation, node) => violation.id === "scrollable-region-focusable" && isReachable(node);
    return axe.run({runOnly: rules, resultTypes: ["violations"]}).then(result => result.violations
        .map(violation => [violation.id, violation.nodes.filter(node => !isFalseAlarm(violation, node)).map(node => node.html)])
        .filter(([id, nodes]) => nodes.length));
}"""

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


@pytest.mark.parametrize("path", sample_cases())
def test_axe_finds_nothing_in_the_sample(eyes, sample_url, path):
    assert eyes.violations(sample_url + path) == []


@pytest.mark.parametrize("kind", REAL_KINDS)
@pytest.mark.parametrize("locale", ["fr", "en"])
def test_axe_finds_nothing_in_the_toolbox(eyes, toolbox, toolbox_url, locale, kind):
    assert eyes.violations(toolbox_url + real_example(toolbox, locale, kind)) == []


def test_axe_finds_nothing_on_the_toolbox_chooser(eyes, toolbox_url):
    assert eyes.violations(toolbox_url) == []
