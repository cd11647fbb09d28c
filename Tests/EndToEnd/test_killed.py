"""The public site is the old one or the new one, whole, whatever happens to a build."""

import os
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from harness import projects
from harness.command import TIME_LIMIT, build, run, start
from harness.interrupting import Terminal, kill_after, stop_while_writing
from harness.tools import output_of
from harness.trees import digest

KILLS = 50


class Editions:
    """A course that can be given one of two titles, and the sites that it then makes."""

    TITLES = ("Ma Boîte à Outils ICMD", "Ma Caisse à Outils ICMD")

    def __init__(self, folder: Path):
        self.project = projects.toolbox(folder / "project")
        self.output = folder / "public" / "site"
        self.settings = self.project / "site.yml"
        self.text = self.settings.read_text()
        assert self.TITLES[0] in self.text
        self.digests = []
        for edition in (0, 1):
            self.choose(edition)
            self.digests.append(digest(build(self.project, self.output)))
        assert self.digests[0] != self.digests[1]

    def choose(self, edition: int) -> None:
        """Gives the course one of its two titles."""
        self.settings.write_text(self.text.replace(self.TITLES[0], self.TITLES[edition]))

    def litter(self) -> set[str]:
        """What lies beside the site and should not: all but the lock, which may stay, empty."""
        return {path.name for path in self.output.parent.iterdir()} - {"site", ".site.lutrin-lock"}


@pytest.fixture(scope="module")
def editions() -> Iterator[Editions]:
    """In memory where there is such a disk: most of a build's time is then spent writing, not waiting for a device."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(prefix="lutrin-", dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield Editions(Path(folder))


def duration(editions: Editions) -> float:
    """Seconds that a build takes here and now: the longest of three."""
    taken = []
    for _ in range(3):
        began = time.monotonic()
        build(editions.project, editions.output)
        taken.append(time.monotonic() - began)
    return max(taken)


def test_a_killed_build_leaves_a_whole_site(editions, record_property):
    """Killed at moments spread over its run; each time the next build makes the site and clears what was left."""
    whole = duration(editions)
    killed_in_time = 0
    editions.choose(0)
    build(editions.project, editions.output)
    for number in range(KILLS):
        old, new = number % 2, 1 - number % 2
        editions.choose(new)
        kill_after(whole * (number + 0.5) / KILLS, editions.project, editions.output)
        left = digest(editions.output)
        assert left in editions.digests, f"kill {number} left neither the old nor the new site"
        killed_in_time += left == editions.digests[old]
        assert digest(build(editions.project, editions.output)) == editions.digests[new]
        assert editions.litter() == set()
    record_property("kills", f"{KILLS} over {whole:.2f} s, {killed_in_time} before the new site stood")
    assert killed_in_time >= KILLS / 5, "hardly a build was killed while it ran"


def test_a_killed_first_build_leaves_a_whole_site_or_none(editions):
    editions.choose(0)
    whole = duration(editions)
    for number in range(10):
        shutil.rmtree(editions.output)
        kill_after(whole * (number + 0.5) / 10, editions.project, editions.output)
        assert digest(editions.output) in ("absent", editions.digests[0])
        assert digest(build(editions.project, editions.output)) == editions.digests[0]
        assert editions.litter() == set()


def test_of_two_builds_at_once_one_is_told_to_wait(editions):
    editions.choose(0)
    build(editions.project, editions.output)
    editions.choose(1)
    first = stop_while_writing(editions.project, editions.output)
    try:
        second = run("build", "--project", editions.project, "--output", editions.output)
        assert second.status == 3
        assert "another build is writing" in second.stderr and str(editions.output) in second.stderr
        assert digest(editions.output) == editions.digests[0]
    finally:
        first.send_signal(signal.SIGCONT)
        first.communicate(timeout=TIME_LIMIT)
    assert first.returncode == 0
    assert digest(editions.output) == editions.digests[1]
    assert editions.litter() == set()


def test_many_builds_at_once_do_not_break_the_site(editions):
    editions.choose(1)
    builds = [start("build", "--project", editions.project, "--output", editions.output) for _ in range(6)]
    ends = [(process.communicate(timeout=TIME_LIMIT)[1], process.returncode) for process in builds]
    assert any(status == 0 for _, status in ends)
    assert all(status == 0 or (status == 3 and "another build is writing" in text) for text, status in ends)
    assert digest(editions.output) == editions.digests[1]
    assert editions.litter() == set()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP], ids=lambda number: number.name)
def test_an_interrupted_build_leaves_the_old_site(editions, number):
    editions.choose(0)
    build(editions.project, editions.output)
    editions.choose(1)
    process = stop_while_writing(editions.project, editions.output)
    process.send_signal(number)
    process.send_signal(signal.SIGCONT)
    process.communicate(timeout=TIME_LIMIT)
    assert process.returncode != 0
    assert digest(editions.output) == editions.digests[0]
    assert digest(build(editions.project, editions.output)) == editions.digests[1]
    assert editions.litter() == set()


def test_a_long_build_shows_its_progress_on_a_terminal(editions):
    """Long because it is stopped for more than the second after which people are told."""
    terminal = Terminal()
    began = time.monotonic()
    process = stop_while_writing(editions.project, editions.output, stderr=terminal.writer)
    while time.monotonic() < began + 1.2:
        time.sleep(0.05)
    process.send_signal(signal.SIGCONT)
    process.wait(timeout=TIME_LIMIT)
    shown = terminal.read()
    assert process.returncode == 0
    assert "\r\x1b[Kwriting " in shown and " of " in shown
    assert shown.endswith("\r\x1b[K"), "the line is taken away at the end"


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


def test_a_full_disk_leaves_the_old_site(editions, tmp_path):
    editions.choose(0)
    build(editions.project, editions.output)
    with small_disk(tmp_path / "disk", size=disk_use(editions.output) * 3 // 2) as disk:
        build(editions.project, disk / "site")
        editions.choose(1)
        outcome = run("build", "--project", editions.project, "--output", disk / "site")
        assert (outcome.status, outcome.stdout) == (3, "")
        assert "no space left" in outcome.stderr and "nothing was changed" in outcome.stderr
        assert digest(disk / "site") == editions.digests[0]
        assert {path.name for path in disk.iterdir()} <= {"site", ".site.lutrin-lock"}


def test_a_disk_that_cannot_be_written_leaves_the_old_site(editions, tmp_path):
    editions.choose(0)
    with small_disk(tmp_path / "disk", size=64 << 20) as disk:
        build(editions.project, disk / "site")
        output_of("mount", "-o", "remount,ro", disk)
        editions.choose(1)
        outcome = run("build", "--project", editions.project, "--output", disk / "site")
        assert (outcome.status, outcome.stdout) == (3, "")
        assert "read-only" in outcome.stderr and "nothing was changed" in outcome.stderr
        assert digest(disk / "site") == editions.digests[0]


def test_a_folder_that_may_not_be_written_leaves_the_old_site(editions):
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere: the disk that cannot be written stands in for it")
    editions.choose(0)
    build(editions.project, editions.output)
    editions.choose(1)
    editions.output.parent.chmod(0o555)
    try:
        outcome = run("build", "--project", editions.project, "--output", editions.output)
    finally:
        editions.output.parent.chmod(0o755)
    assert outcome.status == 3 and "permission denied" in outcome.stderr
    assert digest(editions.output) == editions.digests[0]
