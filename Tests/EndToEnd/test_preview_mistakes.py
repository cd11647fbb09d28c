"""`lutrin serve` among mistakes of authors and failures of machines: it says what is wrong, once, and goes on."""

import json
import math
import os
import re
import resource
import shutil
import time
from pathlib import Path

import pytest

from harness import command, projects
from harness.preview import Preview, previewing
from harness.terminal import Terminal
from harness.waiting import PATIENCE, eventually
from test_disks import small_disk

PAGE = "content/en/module-1/00001.md"
SERVED = "/en/module-1/00001.html"
LAYOUT = "themes/toolbox/layouts/session.mustache"
FIXTURES = command.ROOT / "Tests" / "CourseSiteTests" / "Fixtures"
ESCAPE = "\x1b"


@pytest.fixture
def course(tmp_path) -> Path:
    return projects.tiny(tmp_path / "course", pages=4)


def is_well(data: dict) -> bool:
    return not data["errors"] and not data.get("failure")


def places(diagnostics: list[dict]) -> list[tuple]:
    names = ("severity", "code", "file", "message", "help")
    return sorted((*(diagnostic.get(name, "") for name in names), *diagnostic.get("notes", [])) for diagnostic in diagnostics)


def checked(project: Path) -> list[dict]:
    """What `check` says, for programs."""
    return json.loads(command.run("check", "--project", project, "--format", "json").stdout)["diagnostics"]


# What authors do

MISTAKES = {
    "a broken link": (PAGE, "# One\n\nSee [two](2.md).\n", "broken-link", 3),
    "front matter that is none": (PAGE, "---\ntitle: [One\n---\n\nText.\n", "invalid-yaml", 2),
    "no title": (PAGE, "Text.\n", "missing-title", None),
    "settings that are no YAML": ("site.yml", "name: tiny\n: [\n", "invalid-yaml", 2),
    "settings without a title": ("site.yml", "name: tiny\nlocales: [{code: en, name: English}]\ntheme: toolbox\n", None, None),
    "a theme that there is not": ("site.yml", "name: tiny\ntitle: {en: T}\nlocales: [{code: en, name: English}]\ntheme: tolbox\n", None, 4),
    "a layout that does not end": (LAYOUT, "<p>{{#title}}\n", None, None),
    "a layout with an unknown name": (LAYOUT, "<p>{{nobody}}\n", None, None),
    "a page that is no text": (PAGE, "# One\n\n\udcff\udcfe\n", None, None),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_does_not_stop_it(course, name):
    path, text, code, line = MISTAKES[name]
    file = course / path
    was = file.read_text()
    is_theme = not path.startswith("content")
    with previewing(course) as preview:
        good = preview.get(SERVED).body
        with preview.change() as told:
            file.write_bytes(text.encode(errors="surrogateescape"))
        assert told[0].get("pages") == [] and not told[0]["theme"], "nothing of it shows"
        data = preview.problems(lambda data: data["errors"])
        entry = data["shown"][0]
        assert entry["severity"] == "error" and entry["message"] and entry["file"] == path and "href" not in entry
        assert code is None or entry["code"] == code
        if line:
            assert entry["line"] == line and entry["excerpt"] and entry["help"], entry
            source = text.splitlines()[line - 1]
            assert entry["excerpt"] in source and source[entry["excerptColumn"] - 1 :].startswith(entry["excerpt"])
            assert entry["excerptColumn"] <= entry["column"]
        assert preview.get(SERVED).body == good and preview.get("/nowhere").status == 404
        with preview.change() as told:
            mended = was.replace("Text of", "A new text of").replace("Tiny", "Small")
            file.write_text(f"{was}<!-- new -->\n" if file.suffix == ".mustache" else mended)
        preview.problems(lambda data: is_well(data) and not data["shown"])
        assert told[0].get("pages") != [] and told[0]["theme"] == is_theme
        assert preview.get(SERVED).body != good


def test_two_mistakes_are_mended_one_after_the_other(course):
    """A theme that changed while the course had errors shows when it has none any more: then browsers have to read the styles anew."""
    css = next((course / "themes").rglob("*.css"))
    with previewing(course) as preview:
        preview.write(PAGE, "# One\n\n[two](2.md)\n")
        with preview.change() as told:
            css.write_text(css.read_text() + "\n.new { color: red }\n")
        assert told[0].get("pages") == [] and not told[0]["theme"]
        told = preview.write(PAGE, "# One\n\nMended.\n")
        assert told["theme"] and told.get("pages") != []
        assert b"Mended." in preview.get(SERVED).body


@pytest.mark.parametrize("path", ["site.yml", LAYOUT])
def test_a_theme_that_is_saved_as_it_was_reloads_nothing(course, path):
    with previewing(course) as preview:
        assert preview.write(path, (course / path).read_text()).get("pages") == []
        told = preview.write(PAGE, (course / PAGE).read_text().replace("Text of", "A text of"))
        assert told.get("pages") == [SERVED.removeprefix("/")] and not told["theme"]


def test_a_picture_that_changed_meanwhile_is_told_when_all_is_mended(course):
    picture = course / "content/en/module-1/map.svg"
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="9" viewBox="0 0 9 9"/>'
    picture.write_text(drawing.format(9))
    (course / PAGE).write_text("# One\n\n![A map](map.svg)\n")
    with previewing(course) as preview:
        preview.write(PAGE, "# One\n\n![A map](map.svg) and [two](2.md)\n")
        assert preview.write("content/en/module-1/map.svg", drawing.format(8)).get("media") is None
        assert preview.write(PAGE, "# One\n\n![A map](map.svg)\n")["media"] == ["en/module-1/map.svg"]
        assert preview.write(PAGE, "# One\n\nAgain: ![A map](map.svg)\n").get("media") is None


AT_THE_START = [(PAGE, "# One\n\n[two](2.md)\n"), ("site.yml", "name: [\n"), (LAYOUT, "{{#no}}"), ("content/en/index.md", None)]


@pytest.mark.parametrize("path, text", AT_THE_START)
def test_errors_from_the_start(course, path, text):
    was = (course / path).read_text()
    (course / path).write_text(text) if text else (course / path).unlink()
    with previewing(course) as preview:
        for asked in ("/", SERVED, "/no/such/page", "/assets/x.css", "/_lutrin/"):
            for method in ("GET", "HEAD"):
                answer = preview.get(asked, method)
                assert answer.status == 503 and answer.headers["content-type"].startswith("text/html"), asked
                assert method == "HEAD" or b'src="/_lutrin/preview.js"' in answer.body and b"errors" in answer.body
        assert preview.problems(lambda data: data["errors"])
        with preview.change() as told:
            (course / path).write_text(was)
        assert told[0].get("pages") is None, "all of it is new"
        assert preview.get(SERVED).status == 200 and preview.get("/").status == 200 and preview.get("/_lutrin/").status == 200
        assert preview.get("/no/such/page").status == 404


EDITORS = {
    "vscode": "vscode://file{}:3:11",
    "zed": "zed://file{}:3:11",
    "idea": "idea://open?file={}&line=3&column=11",
    "sublime": "subl://open?url=file://{}&line=3&column=11",
    "x://open?f={path}&l={line}": "x://open?f={}&l=3",
    "x://{path}#{line}.{column}.{other}{": "x://{}#3.11.{{other}}{{",
}


@pytest.mark.parametrize("editor", EDITORS)
def test_a_link_opens_the_editor(tmp_path, editor):
    course = projects.tiny(tmp_path / "un dossier & l’été #1 100%", pages=2)
    (course / "content" / "en" / "module-1" / "a b&é+.md").write_text("# A\n\nSee [two](2.md).\n")
    with previewing(course, "--editor", editor) as preview:
        entry = preview.problems(lambda data: data["errors"])["shown"][0]
        encoded = "/un%20dossier%20%26%20l%E2%80%99%C3%A9t%C3%A9%20%231%20100%25/content/en/module-1/a%20b%26%C3%A9%2B.md"
        assert entry["href"] == EDITORS[editor].format(str(tmp_path.resolve()) + encoded)


NO_EDITORS = ["vscod", "javascript:alert('{path}')", "{path}", "JavaScript:{path}", "data:text/html,{path}", "x://open", ""]


@pytest.mark.parametrize("editor", NO_EDITORS)
def test_what_is_no_editor(course, editor):
    outcome = command.run("serve", "--project", course, "--port", "0", "--editor", editor)
    assert outcome.status == 2 and "--editor takes" in outcome.stderr and outcome.stdout == ""


def test_the_usual_editor_is_named_once_for_all(course):
    (course / PAGE).write_text("# One\n\n[two](2.md)\n")
    with previewing(course, LUTRIN_EDITOR="zed") as preview:
        assert preview.problems(lambda data: data["errors"])["shown"][0]["href"] == f"zed://file{course}/{PAGE}:3:7"
    outcome = command.run("serve", "--project", course, "--port", "0", LUTRIN_EDITOR="zet")
    assert outcome.status == 2 and "LUTRIN_EDITOR takes" in outcome.stderr and outcome.stdout == ""


# What a reviewer says


def test_a_reviewer_is_heard_though_something_is_saved_as_it_was(course):
    """An editor that writes another file without a change of it, in the moment in which the reviewer makes sure of an error."""
    settings = course / "site.yml"
    settings.write_text(settings.read_text().replace("rules: {", "rules: {vague-link: error, "))
    other = course / "content/en/module-1/00002.md"
    with previewing(course) as preview:
        preview.write(PAGE, "# One\n\nTo go on, [click here](00002.md).\n")
        preview.write(other.relative_to(course), other.read_text())
        assert preview.problems(lambda data: data["errors"])["shown"][0]["code"] == "vague-link"


def test_a_reviewer_is_heard_without_being_asked(course):
    with previewing(course) as preview:
        preview.write(PAGE, "# One\n\nTo go on, [click here](00002.md).\n")
        data = preview.problems(lambda data: data["warnings"])
        assert [entry["code"] for entry in data["shown"]] == ["vague-link"] and is_well(data)
        preview.write(PAGE, "# One\n\nTo go on, read [the second session](00002.md).\n")
        preview.problems(lambda data: not data["warnings"])
        settings = course / "site.yml"
        was = settings.read_text()
        preview.write("site.yml", re.sub("(?m)^rules:.*$", "", was))
        data = preview.problems(lambda data: data["warnings"] >= 4)
        assert "missing-objectives" in {entry["code"] for entry in data["shown"]}
        assert places(data["shown"]) == places(checked(course))
        preview.write("site.yml", was)
        preview.problems(lambda data: not data["warnings"])


def fixtures() -> list[Path]:
    return sorted(folder for folder in FIXTURES.iterdir() if folder.name != "_shared" and not folder.is_symlink())


def take_over(project: Path, fixture: Path) -> None:
    """Puts another project into a folder."""
    for part in ("content", "themes", "site.yml"):
        old, new = project / part, fixture / part
        if old.is_dir():
            shutil.rmtree(old)
        else:
            old.unlink(missing_ok=True)
        if part == "themes" and not new.exists():
            new = FIXTURES / "_shared" / "themes"
        if new.is_dir():
            shutil.copytree(new, old, symlinks=True)
        elif new.exists():
            shutil.copy(new, old)


def test_it_says_what_check_says(course, record_property):
    """One preview while one course after the other takes the place of the last: each code once, and each near miss."""
    codes, silent = set(), 0
    with previewing(course) as preview:
        for fixture in fixtures():
            take_over(course, fixture)
            outcome = command.run("check", "--project", course, "--format", "json")
            if not outcome.stdout:
                continue
            expected = json.loads(outcome.stdout)["diagnostics"]
            def fits(data: dict, expected=expected) -> bool:
                return data["errors"] + data["warnings"] == len(expected) and (data["more"] or places(data["shown"]) == places(expected))

            data = preview.problems(fits)
            preview.stream.waiting()
            codes |= {entry["code"] for entry in expected}
            silent += not expected
            lines = {(d["code"], d.get("line"), d.get("column")) for d in expected}
            assert all((d["code"], d["line"], d["column"]) in lines for d in data["shown"] if "line" in d), fixture.name
    record_property("kinds of mistakes that were told as `check` tells them", len(codes))
    assert len(codes) >= 50 and silent >= 1


# In the terminal


def test_300_mistakes_are_no_wall(course):
    wrong = "# One\n\n" + "".join(f"See [{number}](no-{number}.md), [more](../../no/{number}.md).\n" for number in range(150))
    with previewing(course) as preview:
        preview.wait_for_log("the course: ")
        start = len(preview.log)
        preview.write(PAGE, wrong)
        data = preview.problems(lambda data: data["errors"] == 300)
        assert len(data["shown"]) == 50 and data["more"] == 250
        preview.wait_for_log("297 others", start)
        block = preview.log[start:]
        assert re.fullmatch(rf"\d\d:\d\d:\d\d {PAGE}: .*, \d+ ms, 300 errors", block[0]), block[0]
        assert len(block) <= 30, block
        for number in range(5):
            start = len(preview.log)
            # The same mistakes at the same places.
            preview.write(PAGE, wrong + f"\nText {number}.\n")
            preview.wait_for_log("300 errors as before", start)
            assert len(preview.log) - start == 1, preview.log[start:]


def test_saves_with_the_same_warning_say_nothing_new(course):
    """The block of each save is one line, and no browser hears of problems that are as they were."""
    with previewing(course) as preview:
        preview.write(PAGE, "# One\n\n## Section\n\nTo go on, [click here](00002.md).\n")
        preview.problems(lambda data: data["warnings"])
        preview.wait_for_log("help: ", 2)
        said = len(preview.log)
        preview.stream.waiting()
        preview.write(PAGE, "# One\n\n## Section\n\nTo go on, [click here](00002.md).\n\nText.\n")
        seen = [event.data["warnings"] for event in preview.stream.waiting() if event.name == "problems"]
        preview.write(PAGE, "# One\n\n## Section\n\nTo go on, [click here](00002.md), [click here](00002.md).\n")
        while 2 not in seen:
            event = preview.stream.next("problems")
            seen.append(event.data["warnings"])
        assert 0 not in seen, f"the warning went and came back: {seen}"
        preview.wait_for_log("2 warnings", said)
        between = preview.log[said : preview.log.index(preview.wait_for_log("2 warnings", said))]
        assert len(between) <= 2 and not any("vague-link" in line for line in between), between


def test_no_escapes_in_a_pipe(course):
    with previewing(course, TERM="xterm-256color") as preview:
        preview.write(PAGE, "# One\n\n[two](2.md)\n")
        preview.wait_for_log("broken-link")
        assert ESCAPE not in "\n".join(preview.log)


def on_a_terminal(course: Path, act, columns: int = 0, **environment: str) -> str:
    """What stands on a terminal after something was done while a preview runs in it."""
    terminal = Terminal()
    if columns:
        terminal.resize(columns)
    with previewing(course, start={"stderr": terminal.writer, "env": {**os.environ, "TERM": "xterm", **environment}}) as preview:
        act(preview)
        preview.end()
    return terminal.read()


def test_colour_is_for_terminals_that_want_it(course):
    def err(preview: Preview):
        preview.write(PAGE, "# One\n\n[two](2.md)\n")
        # What is said of a rebuild stands before the next one begins.
        preview.write(PAGE, "# One\n\n[two](2.md).\n")

    assert ESCAPE in on_a_terminal(course, err, NO_COLOR="")
    (course / PAGE).write_text("# One\n")
    assert ESCAPE not in on_a_terminal(course, err, NO_COLOR="1")
    (course / PAGE).write_text("# One\n")
    assert ESCAPE not in on_a_terminal(course, err, TERM="dumb")


def as_seen(written: str, columns: int) -> list[str]:
    """The lines that stand on a terminal in the end, of which some were written over, with all the rows that they took."""
    lines = []
    for line in re.sub("\x1b\\[[0-9;]*m", "", written.replace("\r\n", "\n")).split("\n"):
        if back := re.match("\x1b\\[(\\d+)A\r\x1b\\[J", line):
            assert int(back[1]) == math.ceil(len(lines.pop()) / columns)
        lines.append(line[back.end() if back else 0 :])
    return lines


@pytest.mark.parametrize("columns, lines", [(80, 1), (30, 1), (0, 10)], ids=["usual", "narrow", "unknown"])
def test_saves_of_the_same_page_are_one_line_of_a_terminal(course, columns, lines):
    def write(preview: Preview):
        for number in range(10):
            preview.write(PAGE, f"# One\n\nText {number}.\n")
        preview.write("content/en/module-1/00002.md", "# Two\n\nAnother page.\n")
        preview.write(PAGE, "# One\n\n[two](2.md)\n")
        preview.write(PAGE, "# One\n\n[two](2.md).\n")
        preview.write(PAGE, "# One\n\n[two](2.md)!\n")
        # What is said of a rebuild stands before the next one begins.
        preview.write("content/en/module-1/00003.md", "# Three\n\nThe last page.\n")

    seen = as_seen(on_a_terminal(course, write, columns, NO_COLOR=""), columns)
    first = [line for line in seen if f"{PAGE}: " in line and "no warnings" in line]
    assert len(first) == lines and first[-1].endswith("no warnings, 10 times" if lines == 1 else "no warnings"), seen
    assert sum("00002.md: " in line for line in seen) == 1 and sum("broken-link" in line for line in seen) == 1
    assert sum(f"{PAGE}: " in line and "1 error as before" in line for line in seen) == (1 if lines == 1 else 2), seen


NAMES = ["\x1b[31mred", "\x1b]0;title\x07", "bell\x07", "line\nbreak", "back\x08\x08", "carriage\rreturn", "\x9b31m", "\u202eright-to-left"]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
@pytest.mark.parametrize("text", ["# A page\n", "# A page\n\n[two](2.md)\n"], ids=["right", "wrong"])
def test_names_reach_the_terminal_as_text(course, name, text):
    def save(preview: Preview):
        for _ in range(2):
            with preview.change():
                (course / "content" / "en" / "module-1" / f"{name}.md").write_text(text)
            text_now = text + "\n"
            with preview.change():
                (course / "content" / "en" / "module-1" / f"{name}.md").write_text(text_now)

    shown = on_a_terminal(course, save, NO_COLOR="1")
    assert "module-1" in shown
    bad = re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown.replace("\r\n", "\n"))
    assert bad == [] and not any(line.startswith("break.md") for line in shown.splitlines()), ascii(shown)


# What machines do


def saves_and_sees(preview: Preview, course: Path):
    for number in range(3):
        preview.write(PAGE, f"# One\n\n[two](2.md) {number}\n")
        preview.write(PAGE, f"# One\n\nStill there, {number}.\n")
        assert f"Still there, {number}.".encode() in preview.get(SERVED).body
    assert preview.get("/_lutrin/").status == 200 and preview.process.poll() is None


def test_standard_error_is_full(course):
    with open("/dev/full", "w") as full, previewing(course, start={"stderr": full}) as preview:
        saves_and_sees(preview, course)


def test_nobody_reads_standard_error(course):
    reader, writer = os.pipe()
    os.close(reader)
    with previewing(course, start={"stderr": writer}) as preview:
        os.close(writer)
        saves_and_sees(preview, course)


def test_nobody_reads_standard_output_any_more(course):
    with previewing(course) as preview:
        preview.process.stdout.close()
        saves_and_sees(preview, course)


def test_no_file_may_grow(course, tmp_path):
    """Where its log lies on a disk whose limit is reached, the system sends a signal that ends most programs."""
    def limit():
        command._heed_signals()
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    (course / "content" / "en" / "module-1" / "data.csv").write_text("a,b\n")
    with (tmp_path / "log").open("w") as log, previewing(course, start={"stderr": log, "preexec_fn": limit}) as preview:
        saves_and_sees(preview, course)


def test_a_full_disk_for_everything(tmp_path):
    """The project's disk and that of temporary files have not a byte left: a preview needs none."""
    with small_disk(tmp_path / "disk", size=64 << 20) as disk:
        course = projects.tiny(disk / "course", pages=4)
        settings = course / "site.yml"
        settings.write_text(settings.read_text().replace("downloads: []", "downloads: [zip]"))
        page = course / PAGE
        page.write_text("# One\n\n" + "A long text. " * 2_000 + "\n")
        (disk / "tmp").mkdir()
        with previewing(course, TMPDIR=str(disk / "tmp"), HOME=str(disk / "tmp"), XDG_CACHE_HOME=str(disk / "tmp")) as preview:
            with (disk / "ballast").open("wb") as ballast, pytest.raises(OSError):
                while True:
                    ballast.write(bytes(65_536))
                    ballast.flush()
            with preview.change():
                # Writing over a file of the same length takes no room.
                with page.open("r+") as file:
                    file.write("# One\n\nB long text. ")
            assert b"B long text." in preview.get(SERVED).body
            assert preview.get("/en/downloads/tiny-en.zip").body.startswith(b"PK") and preview.process.poll() is None
            # A save that the disk has no room for leaves an empty page: that is a mistake like another.
            page.write_text("")
            with pytest.raises(OSError), page.open("w") as file:
                file.write("# One\n\n" + "x" * (1 << 20))
                file.flush()
            (disk / "ballast").unlink()
            page.write_text("# One\n\nThere is room again.\n")
            eventually(lambda: b"There is room again." in preview.get(SERVED).body)
