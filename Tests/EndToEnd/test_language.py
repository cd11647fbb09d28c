"""The language that a reader gets, and the way to another."""

import pytest

from harness.browsing import follow, visiting
from harness.pages import Page, Site

LOCALES = {"toolbox": {"fr", "en"}, "sample": {"fr", "en", "ar"}}
OMITTED_ELSEWHERE = "fr/base/absente.html"


@pytest.fixture(params=["http", "file"])
def start(request, sample, sample_url) -> str:
    """The address of the sample's chooser, served and on disk."""
    return (sample_url if request.param == "http" else sample.root.as_uri() + "/") + "index.html"


def home(start: str, locale: str) -> str:
    return start.replace("index.html", f"{locale}/index.html")


@pytest.mark.parametrize(("preferred", "locale"), [("fr", "fr"), ("fr-CA", "fr"), ("en-GB", "en"), ("ar-EG", "ar")])
def test_the_chooser_leads_to_the_language_of_the_browser(browser, start, preferred, locale):
    with visiting(browser, locale=preferred) as visit:
        visit.page.goto(start, wait_until="commit")
        visit.page.wait_for_url(home(start, locale))
        assert visit.problems == []


def test_the_way_back_does_not_lead_into_the_chooser_again(browser, start):
    with visiting(browser, locale="fr") as visit:
        visit.page.goto("about:blank")
        visit.page.goto(start, wait_until="commit")
        visit.page.wait_for_url(home(start, "fr"))
        visit.page.go_back()
        assert visit.page.url == "about:blank"


def test_the_chooser_stays_for_other_languages(browser, start):
    with visiting(browser, locale="de") as visit:
        visit.page.goto(start, wait_until="networkidle")
        assert visit.page.url == start
        assert visit.page.get_by_role("link", name="Français").is_visible()


def test_the_chooser_stays_when_asked_to(browser, start):
    with visiting(browser, locale="fr") as visit:
        visit.page.goto(start + "#choose", wait_until="networkidle")
        assert visit.page.url == start + "#choose"


@pytest.mark.parametrize("origin", ["chooser", "page"])
def test_a_choice_is_remembered_before_what_the_browser_prefers(browser, start, origin):
    with visiting(browser, locale="en") as visit:
        page = visit.page
        page.goto(start + "#choose" if origin == "chooser" else home(start, "en"))
        assert follow(page, page.locator("nav a[hreflang=fr]")) == home(start, "fr")
        page.goto(start, wait_until="commit")
        page.wait_for_url(home(start, "fr"))
        assert visit.problems == []


@pytest.mark.parametrize("stored", ["de", "", "<script>", "fr/../../x"])
def test_a_stored_choice_that_the_course_lacks_is_passed_over(browser, sample_url, stored):
    with visiting(browser, locale="en") as visit:
        visit.page.goto(sample_url + "en/index.html")
        visit.page.evaluate("value => localStorage.setItem('sample.locale', value)", stored)
        visit.page.goto(sample_url + "index.html", wait_until="commit")
        visit.page.wait_for_url("**/en/index.html")


def test_without_scripts_the_chooser_is_a_list(browser, start):
    with visiting(browser, locale="fr", java_script_enabled=False) as visit:
        visit.page.goto(start)
        links = visit.page.locator("main a[hreflang]")
        assert [links.nth(index).get_attribute("hreflang") for index in range(links.count())] == ["fr", "en", "ar"]
        assert all(links.nth(index).is_visible() for index in range(links.count()))
        assert follow(visit.page, links.nth(2)) == home(start, "ar")


def switch(page: Page) -> dict[str, str]:
    """The links of a page's language switch, by language: those that say which language they are written in and lead to."""
    return {link["hreflang"]: link["href"] for link in page.all("a") if link["lang"] and link["lang"] == link["hreflang"]}


def editions(site: Site) -> dict[str, Page]:
    """The pages that belong to a language."""
    return {path: page for path, page in site.pages.items() if "/" in path and not page.is_redirect}


def test_every_page_leads_to_itself_in_each_language(site: Site, request):
    locales = LOCALES[request.node.callspec.params["site"]]
    for path, page in editions(site).items():
        expected = {"fr"} if path == OMITTED_ELSEWHERE else locales
        assert switch(page).keys() == expected, path


def test_language_links_are_mutual(site: Site):
    for path, page in editions(site).items():
        targets = {locale: site.target(page, href)[0] for locale, href in switch(page).items()}
        assert targets[path.split("/")[0]] == path
        for locale, target in targets.items():
            assert target.startswith(f"{locale}/")
            back = site.pages[target]
            assert {code: site.target(back, href)[0] for code, href in switch(back).items()} == targets, (path, target)


def test_every_page_says_its_language_and_direction(site: Site):
    for path, page in editions(site).items():
        html, locale = page.all("html")[0], path.split("/")[0]
        assert (html["lang"], html["dir"]) == (locale, "rtl" if locale == "ar" else ""), path


BASE = "https://example.org/cours/"


def alternates(page: Page) -> dict[str, str]:
    """The addresses of a page's translations, by language, as search engines read them."""
    return {link["hreflang"]: link["href"].removeprefix(BASE) for link in page.all("link") if link["rel"] == "alternate"}


def canonical(page: Page) -> str:
    return next(link["href"].removeprefix(BASE) for link in page.all("link") if link["rel"] == "canonical")


def test_alternates_name_real_translations_and_are_mutual(sample: Site):
    for path, page in editions(sample).items():
        for target in alternates(page).values():
            other = sample.pages[target]
            assert canonical(other) == target, f"{path} names a page as translation that is none"
            assert alternates(other) == alternates(page)


def test_a_fallback_is_no_page_of_its_own_for_search_engines(sample: Site):
    for path in ("en/base/repli.html", "ar/base/repli.html", "ar/a-propos.html"):
        page = sample.pages[path]
        assert canonical(page).startswith("fr/")
        assert path not in alternates(page).values()
