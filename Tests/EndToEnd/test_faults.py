"""Files that change while they are read, that have any name, that may not be read: a clear message or a right site, never half of one."""

import os
import random
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from harness import projects
from harness.command import Outcome, binary, run
from harness.pages import Site, is_outside
from harness.tools import tool
from harness.trees import digest, files

BUILDS = 30

NOBODY = 65534
"""A user that is nobody on any system."""


@pytest.fixture
def course(tmp_path) -> Path:
    return projects.tiny(tmp_path / "course", pages=40)


def build(course: Path, output: Path, *options, **surroundings) -> Outcome:
    """A build that ends in one of the ways that are known, and says why where it makes no site."""
    outcome = run("build", "--project", course, "--output", output, *options, **surroundings)
    assert outcome.status in (0, 1, 3), outcome
    assert outcome.status == 0 or outcome.stderr.startswith("error: "), outcome
    return outcome


# While the course is read


@contextmanager
def meanwhile(change) -> Iterator[None]:
    """Does something again and again in a thread of its own."""
    ended = threading.Event()

    def go_on() -> None:
        while not ended.is_set():
            change()

    thread = threading.Thread(target=go_on)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def test_pages_that_are_rewritten_meanwhile(course, tmp_path):
    """Each page of each site is one that was written at some time, whole."""
    module = course / "content" / "en" / "module-1"
    texts = {letter: f"# Page {letter}\n\n" + f"{letter * 100}\n\n" * 400 for letter in "ABC"}

    def rewrite() -> None:
        page = module / f"{random.randrange(1, 21):05}.md"
        # As an editor does: beside it, and then in its place.
        page.with_suffix(".new~").write_text(texts[random.choice("ABC")])
        page.with_suffix(".new~").rename(page)

    output = tmp_path / "public" / "site"
    with meanwhile(rewrite):
        for _ in range(BUILDS):
            assert build(course, output).status == 0
            for number in range(1, 21):
                page = (output / "en" / "module-1" / f"{number:05}.html").read_text()
                counts = {letter: page.count(letter * 100) for letter in "ABC"}
                assert sorted(counts.values()) in ([0, 0, 0], [0, 0, 400]), counts


def test_files_that_come_and_go_meanwhile(course, tmp_path):
    """What vanishes is missed or not there; the site that stands is always the last that was whole."""
    content = course / "content" / "en"
    (content / "module-1" / "note.txt").write_text("note\n")
    moved = ["module-1/note.txt", "module-1/00003.md", "module-2", "module-1/00007.md", "index.md"]

    def come_and_go() -> None:
        path = content / random.choice(moved)
        hidden = path.with_name(f".{path.name}")
        path.rename(hidden)
        time.sleep(random.uniform(0, 0.01))
        hidden.rename(path)

    output = tmp_path / "public" / "site"
    statuses = set()
    before = digest(output)
    with meanwhile(come_and_go):
        for _ in range(BUILDS):
            outcome = build(course, output)
            statuses.add(outcome.status)
            if outcome.status == 0:
                names = {path for path in files(output) if path.endswith(".html")}
                assert {"index.html", "404.html", "en/index.html"} <= names
                assert all((output / name).read_text().rstrip().endswith("</html>") for name in names)
                before = digest(output)
            else:
                assert digest(output) == before
    assert 0 in statuses
    assert {path.name for path in output.parent.iterdir()} <= {"site", ".site.lutrin-lock"}


def test_a_folder_that_becomes_a_file_meanwhile(course, tmp_path):
    module = course / "content" / "en" / "module-2"
    away = module.with_name(".away")

    def swap() -> None:
        module.rename(away)
        module.write_text("no folder\n")
        module.unlink()
        module.symlink_to("/etc")
        module.unlink()
        away.rename(module)

    output = tmp_path / "public" / "site"
    with meanwhile(swap):
        for _ in range(BUILDS):
            build(course, output)
    assert build(course, output).status == 0


# Names


NAMES = [
    "line\nbreak", "tab\tand\x01control", "emoji 👩‍🚀🎉", "e\u0301 and é", "“quotes” 'and' \"more\"", "100%", "%2e%2e", "a#b", "a?b=c&d", "a b  c", "-leading", "--help",
    "a;b", "a:b", "a\\b", "a*b", "<b>", "&amp;", "{{title}}", "$(touch x)", "`id`", "con", "COM1", "a.b.c", "‮right-to-left", "x" * 252, "é" * 126, "中" * 84,
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES, ids=lambda name: ascii(name)[:24])
def test_a_name(course, tmp_path, name):
    """A page, a module and a file may have any name that a disk can hold; every link leads to them, or a message says what is wrong."""
    content = course / "content" / "en"
    (content / f"{name}.md").write_text("# A page\n")
    (content / "module-1" / f"{name}.md").write_text("# A session\n")
    (content / name).mkdir()
    (content / name / "index.md").write_text("# A module\n")
    (content / name / f"{name[:250]}").write_text("a file\n")
    output = tmp_path / "public" / "site"
    outcome = build(course, output)
    if outcome.status:
        assert "\x01" not in outcome.stderr and "--> content/en/" in outcome.stderr
        assert digest(output) == "absent"
    else:
        site = Site(output)
        assert len(site.pages) == len(list(content.rglob("*.md"))) + 2, "the chooser and 404.html are pages, too"
        pages = [page for path, page in site.pages.items() if path != "404.html"]
        assert [problem for page in pages for _, url in page.links if not is_outside(url) and (problem := site.problem(page, url))] == []


def test_two_hundred_folders(course, tmp_path):
    """Deeper than anybody's, they are refused; in a theme they are read."""
    deep = course / "content" / "en" / "module-1" / Path(*["d"] * 200)
    deep.mkdir(parents=True)
    (deep / "file.txt").write_text("deep\n")
    outcome = build(course, tmp_path / "site")
    assert outcome.status == 1 and "nested more than" in outcome.stderr
    assert digest(tmp_path / "site") == "absent"


def test_paths_that_are_too_long(course, tmp_path):
    """Longer than the system takes: 4,096 bytes."""
    long = "/".join(["x" * 200] * 21)
    for arguments in (["--project", course, "--output", tmp_path / long / "site"], ["--project", tmp_path / long]):
        outcome = run("build", *arguments)
        assert outcome.status in (2, 3) and outcome.stderr.startswith("error: ")
    assert not (tmp_path / ("x" * 200)).exists(), "nothing is left of a path that could not be made"


def test_content_whose_paths_are_too_long(course, tmp_path):
    """Deeper folders than a path can name, made step by step."""
    start = os.getcwd()
    try:
        os.chdir(course / "content" / "en" / "module-1")
        for _ in range(25):
            os.mkdir("x" * 200)
            os.chdir("x" * 200)
        Path("file.txt").write_text("deep\n")
    finally:
        os.chdir(start)
    outcome = build(course, tmp_path / "site")
    assert outcome.status in (1, 3)
    assert digest(tmp_path / "site") == "absent"
    shutil.rmtree(course)


def test_links_to_long_names(course, tmp_path):
    page = course / "content" / "en" / "module-1" / "00001.md"
    page.write_text(f"# One\n\n[a]({'x' * 5_000}.md) [b]({'../x' * 2_000}) ![c]({'y/' * 3_000}c.png)\n")
    assert build(course, tmp_path / "site").status == 1


# Sizes


def test_a_page_of_ten_megabytes(course, tmp_path):
    page = course / "content" / "en" / "module-1" / "00001.md"
    page.write_text("# Long\n\n" + "A line of text.\n" * 655_360)
    outcome = build(course, tmp_path / "site")
    assert outcome.status == 1 and "file-too-large" in outcome.stderr and "00001.md" in outcome.stderr
    page.write_text(page.read_text()[: 8 << 20])
    assert build(course, tmp_path / "site").status == 0


def test_broken_links_on_one_page(course, tmp_path):
    page = course / "content" / "en" / "module-1" / "00001.md"
    page.write_text("# One\n\n" + "".join(f"[a](0000{number}x.md)\n" for number in range(10_000)))
    outcome = build(course, tmp_path / "site")
    assert outcome.status == 1
    assert outcome.stderr.count("error: broken-link: ") == 1_001 and "there are 9000 more of this kind" in outcome.stderr


def test_broken_links_on_many_pages(tmp_path):
    """Each could mean any of 5,000 pages: 25,000,000 pairs of names."""
    course = projects.tiny(tmp_path / "course", pages=5_000)
    for page in (course / "content" / "en").glob("*/0*.md"):
        page.write_text(f"# Session\n\n[a](../module-{page.stem[-2:]}x/{page.stem}x.md) [b](#sectoin{page.stem})\n")
    outcome = build(course, tmp_path / "site")
    assert outcome.status == 1
    assert outcome.stderr.count("error: broken-link: ") == 5_000


# Permissions


def as_nobody(*arguments) -> Outcome:
    """Runs the program as a user who may not do everything."""
    if os.geteuid() != 0:
        pytest.skip("to become another user takes root")
    setpriv = tool("setpriv", "apt util-linux")
    done = subprocess.run(
        [setpriv, f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", binary(), *map(str, arguments)],
        capture_output=True, encoding="utf-8", timeout=60,
    )  # fmt: skip
    if "failed to execute" in done.stderr or "Permission denied" in done.stderr and not done.stderr.startswith("error: "):
        pytest.skip(f"nobody may not run the program: {done.stderr.strip()}")
    return Outcome(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def open_course() -> Iterator[Path]:
    """A course in a place that every user reaches; those of pytest belong to one."""
    folder = Path("/tmp") / f"lutrin-open-{os.getpid()}"
    folder.mkdir(mode=0o777)
    folder.chmod(0o777)
    try:
        yield projects.tiny(folder / "course", pages=2)
    finally:
        shutil.rmtree(folder)


@pytest.mark.parametrize(
    "path", ["content/en/module-1/00001.md", "content/en/module-1", "site.yml", "themes/toolbox/layouts/page.mustache", "content/en/module-1/note.txt"]
)
def test_what_may_not_be_read(open_course, path):
    (open_course / "content" / "en" / "module-1" / "note.txt").write_text("note\n")
    output = open_course.parent / "site"
    assert as_nobody("build", "--project", open_course, "--output", output).status == 0
    before = digest(output)
    (open_course / path).chmod(0)
    outcome = as_nobody("build", "--project", open_course, "--output", output)
    assert (outcome.status, outcome.stdout) == (3, "")
    assert "permission denied" in outcome.stderr and path in outcome.stderr
    assert digest(output) == before


def test_a_folder_that_may_not_be_written(open_course):
    output = open_course.parent / "closed" / "site"
    output.parent.mkdir(mode=0o555)
    outcome = as_nobody("build", "--project", open_course, "--output", output)
    assert outcome.status == 3 and "permission denied" in outcome.stderr
    assert list(output.parent.iterdir()) == []
