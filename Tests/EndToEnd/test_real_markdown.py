"""Markdown that nobody here wrote: what lies about on the machine, made for other readers of Markdown, goes through without a crash or a hang,
and no tag of its own comes out of it.

What may stand in a page is told by a browser, which knows better than any pattern what it takes for an element.
"""

import gzip
import hashlib
import json
import re
import shutil
import sys
from pathlib import Path

import pytest

from harness import projects
from harness.command import ROOT, run

pytestmark = pytest.mark.xdist_group("real-markdown")

FEWEST = 100
FEWEST_TAGS = 50
"""Texts without tags would show nothing of what becomes of tags."""
MOST = 1_000
"""So that a machine full of documentation does not take minutes."""

ENDINGS = (".md", ".markdown", ".md.gz", ".markdown.gz")

COMMON = {"id", "class", "title", "role", "tabindex", "aria-label", "aria-labelledby", "aria-hidden"}
"""Attributes that carry nothing but names."""

WRITTEN = {
    **{tag: set() for tag in "p h1 h2 h3 h4 h5 h6 div span b small em strong del sup code pre blockquote ul li hr br section figure figcaption".split()},
    **{tag: set() for tag in "table caption thead tbody tr td".split()},
    "a": {"href"},
    "img": {"src", "alt", "width", "height", "loading"},
    "input": {"type", "disabled", "checked"},
    "ol": {"start"},
    "svg": {"width", "height", "viewBox"},
    "th": {"scope"},
}
"""All that the theme and the generator write inside a text, of Markdown that has neither quizzes nor reflections."""

UNSAFE = ["javascript:", "vbscript:", "data:", "file:"]
"""Schemes of addresses that are never written."""

LOOK = """
([pages, written, common, unsafe]) => pages.map((html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const all = [...page.querySelectorAll("*")];
    const inside = [...page.querySelectorAll("div.prose *")].filter((element) => !element.parentElement.closest("svg"));
    const isWritten = (element) => Object.hasOwn(written, element.localName)
        && element.getAttributeNames().every((name) => common.includes(name) || written[element.localName].includes(name));
    const isUnsafe = (address) => URL.canParse(address) && unsafe.includes(new URL(address).protocol);
    const addresses = all.flatMap((element) => [element.getAttribute("href"), element.getAttribute("src")]).filter((address) => address !== null);
    const isDangerous = (name) => name.startsWith("on") || name === "style" || name === "srcdoc";
    return {
        texts: page.querySelectorAll("div.prose").length,
        count: inside.length,
        slips: [
            ...inside.filter((element) => !isWritten(element)).map((element) => element.cloneNode(false).outerHTML),
            ...addresses.filter(isUnsafe),
            ...all.flatMap((element) => element.getAttributeNames()).filter(isDangerous),
            ...all.map((element) => element.localName).filter((name) => ["iframe", "object", "embed", "base", "form"].includes(name)),
        ],
        scripts: [...page.scripts].map((script) => script.getAttribute("src")),
    };
})
"""


def folders() -> list[Path]:
    """Where programs put their documentation."""
    swift = shutil.which("swift")
    toolchain = [Path(swift).resolve().parents[1] / "share"] if swift else []
    return [*map(Path, ("/usr/share", "/usr/lib", "/usr/local", "/opt")), *toolchain, Path(sys.prefix)]


def texts() -> dict[str, bytes]:
    """Each text once, by where it lies; front matter, which is for other programs, is taken off."""
    found: dict[str, bytes] = {}
    seen = set()
    for path in (path for folder in folders() for path in sorted(folder.rglob("*"))):
        if not path.name.lower().endswith(ENDINGS) or not path.is_file() or ROOT in path.parents or len(found) == MOST:
            continue
        try:
            text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        except OSError:
            continue
        fingerprint = hashlib.sha256(text).digest()
        if fingerprint not in seen:
            seen.add(fingerprint)
            found[str(path)] = re.sub(rb"\A---\r?\n.*?^---\r?\n", b"", text, count=1, flags=re.DOTALL | re.MULTILINE)
    return found


def relaxable() -> list[str]:
    """The codes of errors that a project may set to warnings."""
    table = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    return re.findall(r"^\| `([a-z0-9-]+)` \| .* \| yes \| both \|$", table, re.MULTILINE)


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> tuple[Path, dict[str, str]]:
    """A course of which each session is such a text, twenty to a module; and where each comes from, by its path in the project."""
    found = texts()
    if len(found) < FEWEST:
        pytest.skip(f"there are only {len(found)} Markdown files on this machine, and {FEWEST} are wanted")
    folder = projects.tiny(tmp_path_factory.mktemp("real") / "course", pages=len(found))
    rules = ", ".join(f"{code}: warning" for code in relaxable())
    settings = folder / "site.yml"
    settings.write_text(re.sub(r"rules: \{", f"rules: {{{rules}, ", settings.read_text(encoding="utf-8")), encoding="utf-8")
    origins = {}
    for page, (origin, text) in zip(sorted(folder.glob("content/en/*/[0-9]*.md")), found.items(), strict=True):
        page.write_bytes(text)
        origins[page.relative_to(folder).as_posix()] = origin
    return folder, origins


def told(verb: str, *options) -> tuple[int, list[dict]]:
    """What a run says of the course. One that hangs is ended, and fails."""
    outcome = run(verb, "--format", "json", *options)
    assert outcome.status in (0, 1), f"status {outcome.status}: {outcome.stderr[-2000:]}"
    return outcome.status, json.loads(outcome.stdout)["diagnostics"]


@pytest.fixture(scope="module")
def built(course, tmp_path_factory) -> tuple[Path, list[str], int]:
    """The site of all texts in which there is no error, their origins, and how many tags were told in them.

    All that may be a tag of theirs has a mark by which it is known from those of the generator.
    """
    folder, origins = course
    status, diagnostics = told("check", "--project", folder)
    wrong = {entry["file"] for entry in diagnostics if entry["severity"] == "error"}
    assert (status == 1) == bool(wrong) and wrong <= origins.keys()
    for page in origins:
        text = b"# Not built\n" if page in wrong else (folder / page).read_bytes()
        (folder / page).write_bytes(re.sub(rb"(<[A-Za-z][A-Za-z0-9-]*)(?=[\s/>])", rb"\1 data-author", text))
    site = tmp_path_factory.mktemp("real-site") / "site"
    status, diagnostics = told("build", "--project", folder, "--output", site)
    assert status == 0, diagnostics
    tags = sum(entry["code"] == "raw-html" for entry in diagnostics)
    return site, [origin for page, origin in origins.items() if page not in wrong], tags


def test_most_are_built(course, built, record_property):
    _, origins = course
    _, right, _ = built
    record_property("Markdown files from elsewhere", f"{len(right)} of {len(origins)} are built")
    assert len(right) >= FEWEST and len(right) >= len(origins) * 0.95, sorted(set(origins.values()) - set(right))


def test_none_of_their_tags_comes_out(built, course, browser, record_property):
    site, _, tags = built
    if tags < FEWEST_TAGS:
        pytest.skip(f"the Markdown files on this machine have only {tags} tags, and {FEWEST_TAGS} are wanted")
    paths = sorted(site.glob("en/module-*/*.html"))
    assert len(paths) >= len(course[1])
    page = browser.new_page()
    written = {tag: sorted(names) for tag, names in WRITTEN.items()}
    seen = {}
    for start in range(0, len(paths), 20):
        batch = paths[start : start + 20]
        pages = [path.read_text(encoding="utf-8") for path in batch]
        seen |= zip([path.name for path in batch], page.evaluate(LOOK, [pages, written, sorted(COMMON), UNSAFE]), strict=True)
    page.close()
    record_property("elements in them", sum(page["count"] for page in seen.values()))
    assert {name: page["slips"][:5] for name, page in seen.items() if page["slips"]} == {}
    # A page with no text at all has no place for one.
    assert {page["texts"] for page in seen.values()} <= {0, 1}
    assert len({tuple(page["scripts"]) for page in seen.values()}) == 1


def test_a_tag_that_came_out_would_be_seen(browser):
    page = browser.new_page()
    written = {tag: sorted(names) for tag, names in WRITTEN.items()}
    for slip in ("<u>a</u>", "<p align=center>a</p>", "<p onclick=a>", "<p style=a>", "<a href=' JavaScript:a'>a</a>", "<form>", "<div><script></script></div>"):
        seen = page.evaluate(LOOK, [[f"<div class=prose>{slip}</div>"], written, sorted(COMMON), UNSAFE])
        assert seen[0]["slips"], slip
    sound = "<div class=prose><p class=blk-t>a <a href=a.html>b</a> <svg width=1><path d=''/></svg></p></div>"
    assert page.evaluate(LOOK, [[sound], written, sorted(COMMON), UNSAFE])[0]["slips"] == []
    page.close()
