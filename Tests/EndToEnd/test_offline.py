"""The ZIP files: a copy of the course that works from any folder of any disk."""

import zipfile
from pathlib import Path

import pytest

from harness.browsing import follow, visiting
from harness.pages import Site, is_outside
from harness.tools import output_of, tool

FOLDER = "Clé USB/mon cours été"
MODULES = {"toolbox": ["core", *(f"module-{number}" for number in range(1, 6))], "sample": ["base", "annexe"]}
LOCALES = {"toolbox": ["fr", "en"], "sample": ["fr", "en", "ar"]}
NAMES = {"toolbox": "jmdi-toolbox", "sample": "sample"}

COPIES = [
    (course, locale, "-".join(filter(None, [NAMES[course], module, locale])))
    for course in MODULES
    for locale in LOCALES[course]
    for module in ["", *MODULES[course]]
]


@pytest.fixture(scope="module", params=COPIES, ids=[stem for _, _, stem in COPIES])
def archive(request) -> Path:
    """Each ZIP file of the two sites."""
    course, locale, stem = request.param
    return request.getfixturevalue(course).root / locale / "downloads" / f"{stem}.zip"


@pytest.fixture(scope="module")
def copy(archive, tmp_path_factory) -> Site:
    """What a reader has who unpacked it."""
    folder = tmp_path_factory.mktemp("copy") / FOLDER
    folder.mkdir(parents=True)
    done = output_of(tool("unzip", "apt unzip"), "-q", archive, "-d", folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert [path.name for path in folder.iterdir()] == [archive.stem], "everything lies in one folder, named like the file"
    return Site(folder / archive.stem)


@pytest.mark.parametrize("course", MODULES)
def test_each_module_and_the_course_have_a_copy_in_each_language(request, course):
    found = {path.stem for path in request.getfixturevalue(course).root.rglob("*.zip")}
    assert found == {stem for name, _, stem in COPIES if name == course}


def test_unzip_finds_it_whole(archive):
    done = output_of(tool("unzip", "apt unzip"), "-t", archive)
    assert done.returncode == 0 and "No errors detected" in done.stdout


def test_its_entries_tell_nothing_of_the_machine(archive):
    """No extra field, no comment, the one date that says nothing: what makes the bytes the same everywhere."""
    entries = output_of(tool("zipinfo", "apt unzip"), "-l", "-T", "--h-t", archive).stdout.splitlines()
    kinds = {line.split()[4][1] for line in entries}
    times = {line.split()[7] for line in entries}
    assert (kinds, times) == ({"-"}, {"19800101.000000"})
    with zipfile.ZipFile(archive) as file:
        assert {(entry.extra, entry.comment) for entry in file.infolist()} == {(b"", b"")}
        assert len({entry.filename for entry in file.infolist()}) == len(entries)


def test_everything_within_leads_somewhere(copy: Site):
    links = [(page, url) for page in copy.pages.values() for _, url in page.links if not is_outside(url)]
    assert [problem for page, url in links if (problem := copy.problem(page, url))] == []


def test_only_readers_links_lead_out_of_it(copy: Site):
    outside = [(element, url) for page in copy.pages.values() for element, url in page.links if is_outside(url)]
    assert {url.split(":")[0] for _, url in outside} <= {"http", "https", "mailto"}
    assert {element.tag for element, _ in outside} <= {"a", "link"}
    assert {element["rel"] for element, _ in outside if element.tag == "link"} <= {"canonical", "alternate"}


def test_it_offers_no_downloads(copy: Site):
    offered = [
        (page.path, element["href"])
        for page in copy.pages.values()
        for element in page.elements
        if "download" in element.attributes or element["href"].endswith(".zip")
    ]
    assert offered == []


def test_it_opens_from_disk(browser, copy: Site):
    with visiting(browser, locale="de") as visit:
        page = visit.page
        start = copy.root.as_uri() + "/"
        page.goto(start + "index.html", wait_until="commit")
        page.wait_for_url(lambda url: url != start + "index.html")
        first = page.url
        assert first.startswith(start) and page.locator("h1").is_visible()
        assert follow(page, page.locator("main a[href]:not([href^='#'], [href^='http'])").first).startswith(start)
        assert page.locator("h1").is_visible()
        assert visit.problems == []
        assert [url for url in visit.requests if not url.startswith(start)] == []
