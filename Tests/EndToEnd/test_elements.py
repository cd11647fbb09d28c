"""The toolbox shows everything that a course can be made of, in each of its languages: whoever writes one finds an example."""

import re
from collections.abc import Callable

import pytest

from harness.pages import Page, Site


def having(tag: str, **attributes: str) -> Callable[[Page], bool]:
    """An element with such attributes; of a class, one among others will do."""

    def is_there(page: Page) -> bool:
        return any(
            all(re.search(rf"(^|\s){re.escape(value)}(\s|$)", element[name.rstrip("_")]) for name, value in attributes.items())
            for element in page.all(tag)
        )

    return is_there


REMARKS = {"note": "note", "tip": "tip", "important": "important", "warning": "warning", "caution": "caution"}
BLOCKS = ["objectives", "keypoints", "activity", "case", "reading", "reflection", "quiz"]

ELEMENTS: dict[str, Callable[[Page], bool]] = {
    **{f"remark {kind}": having("div", class_=name, role="note") for kind, name in REMARKS.items()},
    **{f"block {kind}": having("div", class_=kind, role="region") for kind in BLOCKS},
    **{f"quiz: {form}": having("div", class_="quiz", **{"data-form": form}) for form in ("choose", "order", "match", "fill")},
    "quiz with one answer": having("input", type="radio"),
    "quiz with several answers": having("input", type="checkbox", name="vertical-coordination"),
    "room for a reflection": having("textarea"),
    "figure": having("img"),
    "caption of a figure or a video": having("figcaption"),
    "video": having("video"),
    "captions": having("track", default=""),
    "table": having("table"),
    "code": having("code"),
    "caption of a table": having("caption"),
    "link to a term": having("a", class_="term"),
    "definition of a term": having("span", role="tooltip"),
    "reference to a note": having("section", role="doc-endnotes"),
    "objectives of a session": having("ul"),
    "numbered list": having("ol"),
    "link to another site": lambda page: any(a["href"].startswith("https://") for a in page.all("a")),
    "link within the page": having("a", class_="hash"),
}

TIMED = {"activity", "reading"}


def pages_of(site: Site, locale: str) -> list[Page]:
    return [page for path, page in site.pages.items() if path.startswith(f"{locale}/") and not page.is_redirect]


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_each_element_is_shown(toolbox: Site, locale):
    pages = pages_of(toolbox, locale)
    assert [name for name, is_on in ELEMENTS.items() if not any(is_on(page) for page in pages)] == []


@pytest.mark.parametrize("locale", ["fr", "en"])
@pytest.mark.parametrize("kind", sorted(TIMED))
def test_blocks_that_take_time_say_how_long(toolbox: Site, locale, kind):
    texts = [(toolbox.root / page.path).read_text() for page in pages_of(toolbox, locale)]
    label = re.compile(rf'<div class="blk {kind}"[^>]*>\s*<p class="blk-t">(?:(?!</p>).)*<small>', re.DOTALL)
    assert any(label.search(text) for text in texts)


def test_both_languages_have_the_same_elements(toolbox: Site):
    """A translation has what its source has, page by page: what one language shows, the other does."""
    counted = {}
    for locale in ("fr", "en"):
        pages = pages_of(toolbox, locale)
        counted[locale] = {name: sum(is_on(page) for page in pages) for name, is_on in ELEMENTS.items()}
    assert counted["fr"] == counted["en"]
