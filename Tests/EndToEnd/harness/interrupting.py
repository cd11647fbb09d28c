"""Builds that are looked at, stopped or killed while they run."""

import os
import pty
import signal
import subprocess
from pathlib import Path

from harness import command

ATTEMPTS = 20


def stop_while_writing(project: Path, output: Path, **streams) -> subprocess.Popen:
    """Starts a build and stops it (SIGSTOP) while the new site is being written beside the old one, before the two change places.

    The caller lets it go on with SIGCONT, and waits for it.
    """
    stage = output.with_name(f".{output.name}.lutrin-new")
    old = output.stat().st_ino
    for _ in range(ATTEMPTS):
        process = command.start("build", "--project", project, "--output", output, **streams)
        while process.poll() is None:
            if stage.exists():
                process.send_signal(signal.SIGSTOP)
                os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
                if process.poll() is None and stage.exists() and output.stat().st_ino == old:
                    return process
                process.send_signal(signal.SIGCONT)
                process.communicate(timeout=command.TIME_LIMIT)
    raise AssertionError(f"{ATTEMPTS} builds were too fast to be stopped")


def kill_after(seconds: float, project: Path, output: Path) -> None:
    """Starts a build, and kills it (SIGKILL) after some time unless it is done by then."""
    process = command.start("build", "--project", project, "--output", output)
    try:
        process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate(timeout=command.TIME_LIMIT)


class Terminal:
    """A pseudo-terminal: what is written to it can be read back once all writers are gone."""

    def __init__(self):
        self.reader, self.writer = pty.openpty()

    def read(self) -> str:
        """Everything that was written, up to the end of its last writer; closes the terminal."""
        os.close(self.writer)
        written = b""
        try:
            while chunk := os.read(self.reader, 65_536):
                written += chunk
        except OSError:
            pass  # how Linux says that nobody has the terminal open any more
        finally:
            os.close(self.reader)
        return written.decode()


def on_terminal(*arguments, **environment: str) -> str:
    """Runs the binary with standard error on a terminal, and returns what it wrote there."""
    terminal = Terminal()
    process = command.start(*arguments, stderr=terminal.writer, env={**os.environ, "TERM": "xterm", **environment})
    process.wait(timeout=command.TIME_LIMIT)
    return terminal.read()
