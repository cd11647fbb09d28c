"""A file that did not change is not written again: it is the very file of the site before, with its time."""

import os
from pathlib import Path

import pytest

from harness import projects
from harness.command import build, run
from harness.trees import differences


@pytest.fixture
def course(tmp_path) -> Path:
    return projects.toolbox(tmp_path / "course")


def identities(site: Path) -> dict[str, tuple[int, int]]:
    """By a file's path, what tells it from one that was written anew."""
    found = {}
    for path in site.rglob("*"):
        if path.is_file():
            status = path.stat()
            found[path.relative_to(site).as_posix()] = (status.st_ino, status.st_mtime_ns)
    return found


def rewritten(before: dict, after: dict) -> set[str]:
    return {path for path, identity in after.items() if before.get(path) != identity} - {".lutrin-site"}


def showing(site: Path, text: str) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html") if text in path.read_text("utf-8")}


def edit(page: Path, old: str, new: str):
    source = page.read_text("utf-8")
    assert old in source
    page.write_text(source.replace(old, new), "utf-8")


def test_a_build_of_the_same_course_writes_nothing(course, tmp_path):
    site = build(course, tmp_path / "site")
    before = identities(site)
    build(course, site, "--no-cache")
    assert len(before) > 64
    assert rewritten(before, identities(site)) == set()


def test_a_new_title_rewrites_the_pages_that_show_it_and_the_downloads_that_hold_them(course, tmp_path):
    page = next((course / "content" / "en").glob("*/01-*.md"))
    edit(page, "title: ", "title: A quite unmistakable title for ")
    site = build(course, tmp_path / "site")
    before = identities(site)
    edit(page, "A quite unmistakable title for ", "Another quite unmistakable title for ")
    build(course, site)
    changed = rewritten(before, identities(site))
    pages = {path for path in changed if path.endswith(".html")}
    assert pages == showing(site, "Another quite unmistakable title for ")
    assert all("/downloads/" in path and path.startswith("en/") or path in pages for path in changed)
    assert differences(build(course, tmp_path / "clean", "--no-cache"), site) == []


def test_a_file_that_somebody_changed_is_written_again(course, tmp_path):
    site = build(course, tmp_path / "site")
    page = site / "fr" / "index.html"
    right = page.read_bytes()
    page.write_bytes(right.replace(b"<h1", b"<h2"))
    build(course, site, "--no-cache")
    assert page.read_bytes() == right


def test_what_stands_in_a_files_place_is_not_followed(course, tmp_path):
    site = build(course, tmp_path / "site")
    page = site / "fr" / "index.html"
    elsewhere = tmp_path / "elsewhere.html"
    elsewhere.write_bytes(page.read_bytes())
    page.unlink()
    page.symlink_to(elsewhere)
    build(course, site, "--no-cache")
    assert not page.is_symlink()
    assert page.read_bytes() == elsewhere.read_bytes()


def test_a_file_that_is_kept_elsewhere_too_stays_as_it_was(course, tmp_path):
    """As backups do that link files instead of copying them."""
    site = build(course, tmp_path / "site")
    backup = tmp_path / "backup.html"
    os.link(site / "fr" / "index.html", backup)
    kept = backup.read_bytes()
    edit(course / "content" / "fr" / "index.md", "title: ", "title: Nouveau ")
    assert run("build", "--project", course, "--output", site).status == 0
    assert backup.read_bytes() == kept
    assert (site / "fr" / "index.html").read_bytes() != kept
