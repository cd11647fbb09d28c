"""The kinds of pages that a site has, each with an example."""

from collections.abc import Callable

import pytest

from harness.pages import Page, Site

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
    "session with blocks": "fr/base/blocs.html",
    "session with blocks en": "en/base/blocks.html",
    "session with exercises": "fr/base/questions.html",
    "session with exercises en": "en/base/questions.html",
    "fallback with exercises": "ar/base/questions.html",
    "omitted elsewhere": "fr/base/absente.html",
    "fallback": "en/base/repli.html",
    "fallback ar": "ar/base/repli.html",
    "page": "fr/a-propos.html",
    "fallback of a page": "ar/a-propos.html",
    "glossary": "en/glossary.html",
}
"""In the sample course, which is made to have them all."""

REAL_KINDS: dict[str, Callable[[str, Page], bool]] = {
    "home": lambda path, page: path.count("/") == 1 and path.endswith("/index.html"),
    "module": lambda path, page: path.count("/") == 2 and path.endswith("/index.html"),
    "page": lambda path, page: path.count("/") == 1 and not path.endswith("/index.html"),
    "session with a table": lambda path, page: path.count("/") == 2 and bool(page.all("table")),
    "session with an image": lambda path, page: path.count("/") == 2 and bool(page.all("img")),
    "session with a remark": lambda path, page: any(element["role"] == "note" for element in page.elements),
    "session with quizzes": lambda path, page: bool(page.all("fieldset")),
    "session with a reflection": lambda path, page: bool(page.all("textarea")),
    "session with footnotes": lambda path, page: any(element["role"] == "doc-endnotes" for element in page.elements),
}
"""In a real course, where they are found by what they hold."""


def real_example(site: Site, locale: str, kind: str) -> str:
    """The first page of a kind in the edition of a real course."""
    return next(path for path, page in site.pages.items() if path.startswith(f"{locale}/") and REAL_KINDS[kind](path, page))


def sample_cases() -> list:
    """The kinds of pages of the sample."""
    return [pytest.param(path, id=kind) for kind, path in SAMPLE_KINDS.items()]
