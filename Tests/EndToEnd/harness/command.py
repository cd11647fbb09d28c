"""The binary under test, run as people run it."""

import os
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
"""The repository: itself a project, the toolbox course."""

TIME_LIMIT = 60
"""Seconds after which a run of the binary counts as hung."""


def binary() -> Path:
    """The binary that `LUTRIN` names, else the release build, else the debug build."""
    named = os.environ.get("LUTRIN")
    candidates = [Path(named)] if named else [ROOT / ".build" / kind / "lutrin" for kind in ("release", "debug")]
    for candidate in candidates:
        if candidate.is_file():
            return candidate.resolve()
    raise FileNotFoundError(f"no binary at {' or '.join(map(str, candidates))}: run `swift build -c release`, or set LUTRIN")


class BuildFailed(Exception):
    """A project does not build that a test only builds to look at its site."""


@dataclass(frozen=True)
class Outcome:
    """What a run of the binary left: its exit status and what it wrote."""

    status: int
    stdout: str
    stderr: str


def run(*arguments, cwd: Path | None = None, umask: int = -1, **environment: str) -> Outcome:
    """Runs the binary to its end.

    `environment` adds variables to those of the tests. The streams are pipes, never a terminal.
    """
    done = subprocess.run(
        [binary(), *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, **environment},
        umask=umask,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=TIME_LIMIT,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


def _heed_signals():
    """Undoes what `nohup` and shells do to programs in the background: the binary inherits it, and would outlive what a test sends it."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def start(*arguments, **options) -> subprocess.Popen:
    """Starts the binary and does not wait for it; `options` are those of `Popen`; standard error goes into a pipe by default."""
    defaults = {"preexec_fn": _heed_signals, "stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "encoding": "utf-8"}
    return subprocess.Popen([binary(), *map(str, arguments)], **{**defaults, **options})


def build(project: Path, output: Path, *options) -> Path:
    """Builds a project that must build without a warning, and returns the site's folder."""
    outcome = run("build", "--strict", "--project", project, "--output", output, *options)
    if outcome.status != 0:
        raise BuildFailed(outcome.stderr)
    return output
