"""What people see who wait in front of a terminal."""

import signal
import time

import pytest

from harness import editions, projects
from harness.command import TIME_LIMIT, run
from harness.terminal import Terminal, on_terminal

PATIENCE = 1.0
"""Seconds after which a build begins to show its progress."""


@pytest.fixture
def mistaken(tmp_path):
    """A course with something to be told."""
    return projects.with_mistakes(projects.tiny(tmp_path / "course", pages=3))


def colourful(text: str) -> bool:
    return "\x1b[" in text


def test_colour_is_for_terminals_that_want_it(mistaken):
    arguments = ["check", "--project", mistaken]
    assert not colourful(run(*arguments).stderr)
    assert colourful(on_terminal(*arguments, NO_COLOR=""))
    assert not colourful(on_terminal(*arguments, NO_COLOR="1"))
    assert not colourful(on_terminal(*arguments, TERM="dumb"))


def test_people_are_told_once_where_more_is_told(mistaken):
    arguments = ["check", "--project", mistaken]
    shown = on_terminal(*arguments).replace("\r\n", "\n")
    assert shown.count("lutrin explain") == 1 and shown.endswith("\n\n“lutrin explain CODE” tells more about each of them.\n\n")
    (mistaken / "content" / "en" / "module-1" / "00002.md").write_text("# Two\n")
    assert on_terminal(*arguments).replace("\r\n", "\n").endswith("\n\n“lutrin explain broken-link” tells more.\n\n")
    assert "lutrin explain" not in run(*arguments).stderr
    assert "lutrin explain" not in on_terminal(*arguments, "--format", "json")


def test_a_short_build_shows_no_progress(tmp_path):
    assert on_terminal("build", "--project", projects.tiny(tmp_path)) == ""


def test_a_long_build_shows_its_progress():
    """Long because it is stopped until people have lost their patience."""
    terminal = Terminal()
    with editions.working_folder() as folder:
        course = editions.of_many_pages(folder)
        process = course.stop_while_writing(1, stderr=terminal.writer)
        time.sleep(PATIENCE)
        process.send_signal(signal.SIGCONT)
        process.wait(timeout=TIME_LIMIT)
    shown = terminal.read()
    assert process.returncode == 0
    assert "\r\x1b[Kwriting " in shown and " of " in shown
    assert shown.endswith("\r\x1b[K"), "the line is taken away at the end"
