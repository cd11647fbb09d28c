"""`lutrin serve`: all locales from memory, as `build` would write them."""

import os
import socket

import pytest

from harness import command, projects
from harness.preview import previewing, without_additions
from harness.waiting import PATIENCE, eventually


@pytest.fixture(scope="module")
def preview():
    with previewing(command.ROOT) as preview:
        yield preview


def test_it_serves_what_build_writes(preview, toolbox):
    wrong = []
    for path in sorted(file.relative_to(toolbox.root) for file in toolbox.root.rglob("*") if file.is_file() and file.name != ".lutrin-site"):
        answer = preview.get("/" + path.as_posix())
        body = without_additions(answer.body) if path.suffix == ".html" else answer.body
        if answer.status != 200 or body != (toolbox.root / path).read_bytes():
            wrong.append(path)
    assert wrong == []


def test_open_shows_the_address_in_the_browser_of_the_system(tmp_path):
    shown = tmp_path / "shown"
    opener = tmp_path / "bin" / "xdg-open"
    opener.parent.mkdir()
    opener.write_text(f'#!/bin/sh\nprintf %s "$1" > "{shown}.part" && mv "{shown}.part" "{shown}"\n')
    opener.chmod(0o755)
    with previewing(projects.tiny(tmp_path / "course"), "--open", PATH=f"{opener.parent}:{os.environ['PATH']}") as preview:
        eventually(shown.exists)
        assert shown.read_text() == preview.address


def test_a_browser_that_goes_on_does_not_keep_the_port(tmp_path):
    """The opener of the system may be the browser itself, which outlives the preview."""
    fifo, opener = tmp_path / "fifo", tmp_path / "bin" / "xdg-open"
    os.mkfifo(fifo)
    opener.parent.mkdir()
    opener.write_text(f'#!/bin/sh\nexec cat "{fifo}"\n')
    opener.chmod(0o755)
    with previewing(projects.tiny(tmp_path / "course"), "--open", PATH=f"{opener.parent}:{os.environ['PATH']}") as preview:
        # To open the other end is possible as soon as the browser has opened this one.
        with fifo.open("w"):
            preview.end()
            with pytest.raises(ConnectionRefusedError):
                socket.create_connection(("127.0.0.1", preview.port), timeout=PATIENCE)


def test_open_without_a_browser_is_a_note_and_no_end(tmp_path):
    with previewing(projects.tiny(tmp_path / "course"), "--open", PATH=str(tmp_path)) as preview:
        preview.wait_for_log("no browser can be opened")
        assert preview.get("/en/").status == 200
