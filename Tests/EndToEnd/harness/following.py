"""What a preview serves, compared with what `build` writes, while the course changes."""

import queue
import re
import shutil
import time
from contextlib import contextmanager
from pathlib import Path

from harness import command
from harness.editions import working_folder
from harness.preview import Event, Preview, without_additions
from harness.trees import files
from harness.waiting import PATIENCE

MARKER = ".lutrin-site"
VERSION = re.compile(rb'data-version="([0-9a-f]+)"')


class Follower:
    """One who sees all that a preview serves and tells, and holds it against clean builds."""

    def __init__(self, preview: Preview, get, folder: Path, *options: str):
        self.preview = preview
        self._get = get
        self._output = folder / "site"
        self._options = options
        self.changes: list[dict] = []
        """The `change` events of all edits."""
        self.problems: dict = {}
        """What was told last to be wrong."""
        self.site = self.built()
        """What the last clean build wrote."""
        self._known = set(self.site)

    def built(self) -> dict[str, bytes] | None:
        """What a clean build writes now; nothing where the course has errors."""
        shutil.rmtree(self._output, ignore_errors=True)
        outcome = command.run("build", "--project", self.preview.project, "--output", self._output, *self._options)
        if outcome.status == 0:
            return {path: content for path, content in files(self._output).items() if path != MARKER}
        assert outcome.status == 1, outcome.stderr
        return None

    def note(self, events: list[Event]) -> None:
        for event in events:
            if event.name == "change":
                self.changes.append(event.data)
            elif event.name == "problems":
                self.problems = event.data

    def wrong(self) -> list[str]:
        """The paths that are served otherwise than the last clean build has them."""
        wrong = []
        for path, content in self.site.items():
            answer = self._get(path)
            body = answer.body
            if path.endswith(".html") and answer.status == 200:
                version = VERSION.search(body)
                if version and answer.headers["etag"] != f'"{version[1].decode()}"':
                    wrong.append(f"{path}: version")
                body = without_additions(body)
            if answer.status != 200 or body != content:
                wrong.append(path)
        for path in sorted(self._known - self.site.keys()):
            answer = self._get(path)
            if answer.status != 404 or without_additions(answer.body) != self.site["404.html"]:
                wrong.append(f"{path}: {answer.status}, and should have gone")
        return wrong

    def follow(self) -> bool:
        """After an edit: waits until the preview serves what a clean build writes, and has told of each page that is another.

        Where the edit made a mistake, until it has told of it; then it must serve what it served before.
        """
        new = self.built()
        if new is None:
            start = len(self.changes)
            self._wait(lambda: (len(self.changes) == start or not self.problems.get("errors")) and ["no errors are told"])
            assert self.wrong() == []
            return False
        changed = {path for path in self.site.keys() | new.keys() if path.endswith(".html") and self.site.get(path) != new.get(path)}
        told: set[str] = set()
        start = len(self.changes)
        self.site = new
        self._known |= new.keys()

        def unlike() -> list[str]:
            for change in self.changes[start:]:
                told.update(changed if change.get("pages") is None else change["pages"])
            if self.problems.get("errors"):
                return ["errors are told"]
            return self.wrong() or [f"{path}: not told of" for path in changed - told]

        self._wait(unlike)
        return True

    def _wait(self, unlike) -> None:
        """Looks again after each event, until all is as it should be."""
        end = time.monotonic() + PATIENCE
        while True:
            self.note(self.preview.stream.waiting())
            reasons = unlike()
            if not reasons:
                return
            try:
                self.note([self.preview.stream.next(timeout=max(0, end - time.monotonic()))])
            except queue.Empty:
                raise AssertionError(f"{reasons[:5]} {self.preview.log[-12:]}") from None


@contextmanager
def following(preview: Preview, *options: str):
    """Holds a preview against clean builds, which are made in memory."""
    with working_folder() as folder, preview.visiting() as get:
        yield Follower(preview, get, folder, *options)
