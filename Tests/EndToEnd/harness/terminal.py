"""The binary with a terminal in front of it."""

import os
import pty
import termios

import pytest

from harness import command


class Terminal:
    """A pseudo-terminal: what is written to it can be read back once all writers are gone."""

    def __init__(self):
        try:
            self._reader, self.writer = pty.openpty()
        except OSError as error:
            pytest.skip(f"this machine has no terminals to give: {error}")

    def resize(self, columns: int) -> None:
        """Says how wide it is; until then it does not know."""
        termios.tcsetwinsize(self.writer, (24, columns))

    def read(self) -> str:
        """Everything that was written, up to the end of its last writer; closes the terminal."""
        os.close(self.writer)
        written = b""
        try:
            while chunk := os.read(self._reader, 65_536):
                written += chunk
        except OSError:
            pass  # how Linux says that nobody has the terminal open any more
        finally:
            os.close(self._reader)
        return written.decode()


def on_terminal(*arguments, **environment: str) -> str:
    """Runs the binary with standard error on a terminal, and returns what it wrote there."""
    terminal = Terminal()
    process = command.start(*arguments, stderr=terminal.writer, env={**os.environ, "TERM": "xterm", **environment})
    process.wait(timeout=command.TIME_LIMIT)
    return terminal.read()
