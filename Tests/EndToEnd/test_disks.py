"""Disks that are full or cannot be written: the old site stays, and the message says why."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from harness import projects
from harness.command import build, run
from harness.tools import output_of
from harness.trees import digest


@pytest.fixture
def course(tmp_path) -> Path:
    return projects.tiny(tmp_path / "course", pages=40)


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Path]:
    """A file system of its own, of so many bytes."""
    if os.geteuid() != 0:
        pytest.skip("mounting a small disk takes root")
    folder.mkdir()
    mounted = output_of("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder)
    if mounted.returncode:
        pytest.skip(f"a small disk cannot be mounted here: {mounted.stderr.strip()}")
    try:
        yield folder
    finally:
        output_of("umount", folder)


def disk_use(folder: Path) -> int:
    """Bytes that a folder takes on a file system with pages of 4 KB."""
    return sum(-(-path.stat().st_size // 4096) * 4096 for path in folder.rglob("*"))


def refused(course: Path, output: Path, reason: str) -> None:
    """Builds a changed course, which must fail for a reason and leave the site as it was."""
    before = digest(output)
    projects.write_settings(course, title="Changed")
    outcome = run("build", "--project", course, "--output", output)
    assert (outcome.status, outcome.stdout) == (3, "")
    assert outcome.stderr.startswith("error: ")
    assert reason in outcome.stderr and "nothing was changed" in outcome.stderr
    assert digest(output) == before
    assert {path.name for path in output.parent.iterdir()} <= {"site", ".site.lutrin-lock"}


def test_a_full_disk(course, tmp_path):
    room = disk_use(build(course, tmp_path / "elsewhere")) * 3 // 2
    with small_disk(tmp_path / "disk", size=room) as disk:
        refused(course, build(course, disk / "site"), "no space left")


def test_a_disk_that_cannot_be_written(course, tmp_path):
    with small_disk(tmp_path / "disk", size=64 << 20) as disk:
        build(course, disk / "site")
        output_of("mount", "-o", "remount,ro", disk)
        refused(course, disk / "site", "read-only")


def test_a_folder_that_may_not_be_written(course, tmp_path):
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere: the disk that cannot be written stands in for this folder")
    output = build(course, tmp_path / "public" / "site")
    output.parent.chmod(0o555)
    try:
        refused(course, output, "permission denied")
    finally:
        output.parent.chmod(0o755)
