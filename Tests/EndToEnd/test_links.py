"""Every link of a site leads somewhere, wherever the site lies: at a root, in a subfolder, on a disk."""

from collections import Counter
from urllib.parse import quote, urljoin
from urllib.request import Request, urlopen

import pytest

from harness.browsing import follow, visiting
from harness.pages import Page, Site, is_outside
from harness.tools import output_of, tool

PUBLISHED_RELATIONS = {"canonical", "alternate"}
"""Links that name the page's address on the web, the only ones besides 404's that are absolute."""

LOADING_TAGS = {"script", "img", "iframe", "audio", "video", "source", "track", "object", "embed", "input"}


def relation(element) -> set[str]:
    return set(element["rel"].split())


def is_published(element) -> bool:
    return element.tag == "link" and bool(relation(element) & PUBLISHED_RELATIONS)


def internal_links(page: Page) -> list[str]:
    return [url for element, url in page.links if not is_outside(url) and not is_published(element)]


def test_internal_links_lead_to_a_file_and_fragments_to_an_id(site: Site):
    pages = [page for path, page in site.pages.items() if path != "404.html"]
    links = [(page, url) for page in pages for url in internal_links(page)]
    assert len(links) > 10 * len(pages), "the walker finds too few links to be believed"
    assert [problem for page, url in links if (problem := site.problem(page, url))] == []


def test_the_404_page_names_its_files_from_the_root_of_the_address(toolbox: Site, sample: Site):
    """Met at any depth, it cannot use relative links: its paths begin with the path of site.yml's `url`, else with `/`."""
    for site, base in ((toolbox, "/"), (sample, "/cours/")):
        page = site.pages["404.html"]
        urls = [url for url in internal_links(page) if not url.startswith("#")]
        assert urls and all(url.startswith(base) for url in urls)
        assert [problem for url in urls if (problem := site.problem(page, url.removeprefix(base)))] == []


def test_ids_are_unique_on_each_page(site: Site):
    twice = {path: [name for name, count in Counter(page.ids).items() if count > 1] for path, page in site.pages.items()}
    assert {path: names for path, names in twice.items() if names} == {}


def test_no_id_is_empty_or_has_a_space(site: Site):
    assert [(path, name) for path, page in site.pages.items() for name in page.ids if not name or len(name.split()) != 1] == []


def test_internal_links_are_relative(site: Site):
    rooted = [(path, url) for path, page in site.pages.items() if path != "404.html" for url in internal_links(page) if url.startswith("/")]
    assert rooted == []


def test_nothing_is_loaded_from_outside(site: Site):
    loaded = [
        (path, url)
        for path, page in site.pages.items()
        for element, url in page.links
        if element.tag in LOADING_TAGS or (element.tag == "link" and not is_published(element))
        if is_outside(url)
    ]
    assert loaded == []


def test_absolute_addresses_stand_only_where_the_course_has_one(toolbox: Site, sample: Site):
    """Without `url` in site.yml no page claims an address; with it, each real page claims its own."""
    assert [path for path, page in toolbox.pages.items() for element, _ in page.links if is_published(element)] == []
    for path, page in sample.pages.items():
        addresses = [element["href"] for element, _ in page.links if is_published(element)]
        assert all(address.startswith("https://example.org/cours/") for address in addresses), path
        paths = [address.removeprefix("https://example.org/cours/") or "index.html" for address in addresses]
        assert all((sample.root / target).is_file() for target in paths), (path, paths)


def test_no_file_is_left_without_a_way_to_it(site: Site):
    """From the chooser, links lead to every page and every file that is not a redirect or met by its name."""
    by_name = {"404.html", "sitemap.xml", "robots.txt", ".nojekyll", ".lutrin-site"}
    reached, pending = set(), ["index.html"]
    while pending:
        path = pending.pop()
        if path in reached:
            continue
        reached.add(path)
        if page := site.pages.get(path):
            pending += [site.target(page, url)[0] for url in internal_links(page)]
    everything = {path.relative_to(site.root).as_posix() for path in site.root.rglob("*") if path.is_file()}
    redirects = {path for path, page in site.pages.items() if page.is_redirect}
    assert everything - reached - redirects - by_name == set()


def test_a_host_answers_every_link(site: Site, site_url):
    """The site lies in a subfolder of the host, and each URL is taken as browsers take it."""
    urls = {
        urljoin(site_url + quote(path), url).split("#")[0]
        for path, page in site.pages.items()
        if path != "404.html"
        for url in internal_links(page)
    }
    answers = {}
    for url in urls:
        with urlopen(Request(url, method="HEAD"), timeout=10) as answer:
            answers[url] = answer.status
    assert {url for url, status in answers.items() if status != 200} == set()


def test_lychee_finds_the_same_nothing(site: Site):
    lychee = tool("lychee", "requirements.txt")
    done = output_of(
        lychee, "--offline", "--include-fragments", "--no-progress", "--root-dir", site.root, "--index-files", "index.html,.",
        "--exclude-path", "404.html", "--format", "detailed", site.root,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def tour(page, start: str, module: str) -> None:
    """Goes home → module → session → next session → other language → back, by clicking, as a reader does."""
    page.goto(start + "index.html#choose")
    assert follow(page, page.get_by_role("link", name="Français")) == start + "fr/index.html"
    assert follow(page, page.locator("main ul a[href]:not([download])").first) == start + f"fr/{module}/index.html"
    follow(page, page.locator("main ol a").first)
    session = follow(page, page.locator("main a[rel=next]"))
    assert session.startswith(start + f"fr/{module}/")
    heading = page.locator("h1").inner_text()
    assert follow(page, page.locator("nav a[hreflang=en]")).startswith(start + f"en/{module}/")
    assert page.locator("html").get_attribute("lang") == "en" and page.locator("h1").inner_text() != heading
    assert follow(page, page.locator("nav a[hreflang=fr]")) == session
    page.go_back()
    page.wait_for_url(start + f"en/{module}/*.html")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("place", ["http", "file"])
def test_a_reader_goes_through_the_course(browser, toolbox, toolbox_url, place, scripts):
    start = toolbox_url if place == "http" else toolbox.root.as_uri() + "/"
    with visiting(browser, locale="de", java_script_enabled=scripts) as visit:
        tour(visit.page, start, "core")
        assert visit.problems == []
        assert all(url.startswith(start) for url in visit.requests)


@pytest.mark.parametrize("place", ["http", "file"])
def test_an_earlier_address_leads_to_the_page(browser, sample, sample_url, place):
    start = sample_url if place == "http" else sample.root.as_uri() + "/"
    with visiting(browser) as visit:
        for alias, target in [("fr/ancienne-page.html", "fr/a-propos.html"), ("fr/vieux/dossier/index.html", "fr/a-propos.html"),
                              ("fr/base/ancienne-session.html", "fr/base/tout.html")]:  # fmt: skip
            visit.page.goto(start + alias)
            visit.page.wait_for_url(start + target)
        assert visit.problems == []


def test_a_missing_page_is_answered_at_any_depth(browser, sample_url):
    with visiting(browser) as visit:
        for path in ("nulle-part.html", "fr/base/nulle/part.html"):
            visit.page.goto(sample_url + path)
            assert visit.page.locator("h1").is_visible()
            assert visit.page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute", "no style sheet"
        assert follow(visit.page, visit.page.locator("main a[hreflang=en]")) == sample_url + "en/index.html"
