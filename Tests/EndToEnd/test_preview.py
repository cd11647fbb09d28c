"""`lutrin serve`: all locales from memory, as `build` would write them."""

import os

import pytest

from harness import command, projects
from harness.preview import previewing, without_additions
from harness.waiting import eventually


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


def test_what_build_writes_has_no_trace_of_it(toolbox):
    texts = {path: (toolbox.root / path).read_text(encoding="utf-8") for path in toolbox.pages}
    assert [path for path, text in texts.items() if "_lutrin" in text or "connect-src" in text] == []


@pytest.mark.parametrize("words", [["serve", "--help"], ["serve", "-h"]])
def test_its_help_tells_its_options(words):
    said = command.run(*words)
    assert said.status == 0 and said.stderr == ""
    for option in ("--port", "--host", "--open", "--drafts", "--follow", "--editor", "--project"):
        assert option in said.stdout


def test_open_shows_the_address_in_the_browser_of_the_system(tmp_path):
    shown = tmp_path / "shown"
    opener = tmp_path / "bin" / "xdg-open"
    opener.parent.mkdir()
    opener.write_text(f'#!/bin/sh\nprintf %s "$1" > "{shown}.part" && mv "{shown}.part" "{shown}"\n')
    opener.chmod(0o755)
    with previewing(projects.tiny(tmp_path / "course"), "--open", PATH=f"{opener.parent}:{os.environ['PATH']}") as preview:
        eventually(shown.exists)
        assert shown.read_text() == preview.address


def test_open_without_a_browser_is_a_note_and_no_end(tmp_path):
    with previewing(projects.tiny(tmp_path / "course"), "--open", PATH=str(tmp_path)) as preview:
        preview.wait_for_log("no browser can be opened")
        assert preview.get("/en/").status == 200
