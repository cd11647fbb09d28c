"""A course that changes between two editions, and the two sites that it may then be seen as."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from harness import command, projects
from harness.trees import digest

ATTEMPTS = 20


class Editions:
    """A course that can be given one of two titles, and the digests of the sites that it makes with each."""

    def __init__(self, project: Path, titles: tuple[str, str]):
        self.project = project
        self.output = project.with_name("public") / "site"
        self._titles = titles
        self._text = (project / "site.yml").read_text()
        assert titles[0] in self._text
        self.digests = [self.publish(edition) for edition in (0, 1)]
        assert self.digests[0] != self.digests[1]

    def choose(self, edition: int) -> None:
        """Gives the course one of its two titles."""
        (self.project / "site.yml").write_text(self._text.replace(*self._titles) if edition else self._text)

    def publish(self, edition: int) -> str:
        """Builds one of the two, and returns the digest of the site."""
        self.choose(edition)
        return digest(command.build(self.project, self.output))

    def start(self, **streams) -> subprocess.Popen:
        """Starts a build of the edition that is chosen."""
        return command.start("build", "--project", self.project, "--output", self.output, **streams)

    def kill_after(self, seconds: float) -> None:
        """Starts a build, and kills it (SIGKILL) after some time unless it is done by then."""
        process = self.start()
        try:
            process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate(timeout=command.TIME_LIMIT)

    def stop_while_writing(self, edition: int, **streams) -> subprocess.Popen:
        """Publishes the other edition, starts a build of this one, and stops it (SIGSTOP) while it writes, before the two change places.

        The caller lets it go on with SIGCONT, and waits for it.
        """
        stage = self.output.with_name(f".{self.output.name}.lutrin-new")
        for _ in range(ATTEMPTS):
            self.publish(1 - edition)
            old = self.output.stat().st_ino
            self.choose(edition)
            process = self.start(**streams)
            while process.poll() is None and not stage.exists():
                pass
            process.send_signal(signal.SIGSTOP)
            os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
            if process.poll() is None and self.output.stat().st_ino == old:
                return process
            process.send_signal(signal.SIGCONT)
            process.communicate(timeout=command.TIME_LIMIT)
        raise AssertionError(f"{ATTEMPTS} builds were too fast to be stopped")

    def litter(self) -> set[str]:
        """What lies beside the site and should not: all but the lock, which may stay."""
        return {path.name for path in self.output.parent.iterdir()} - {"site", ".site.lutrin-lock"}


@contextmanager
def working_folder() -> Iterator[Path]:
    """In memory where there is such a disk: a build then spends its time writing, not waiting for a device."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(prefix="lutrin-", dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield Path(folder)


def of_toolbox(folder: Path) -> Editions:
    """Two editions of the toolbox course."""
    return Editions(projects.toolbox(folder / "project"), ("Ma Boîte à Outils ICMD", "Ma Caisse à Outils ICMD"))


def of_many_pages(folder: Path) -> Editions:
    """Two editions of a course that takes long enough to write that a build can be stopped meanwhile."""
    return Editions(projects.tiny(folder / "project", pages=800), ("title: {en: Tiny}", "title: {en: Small}"))
