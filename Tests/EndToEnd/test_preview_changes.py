"""What `lutrin serve` sees of changing files: one rebuild for one act, whatever the act, and nothing missed."""

import contextlib
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from itertools import count
from pathlib import Path

import pytest

from harness import command, projects
from harness.following import following
from harness.preview import Preview, previewing
from harness.tools import output_of, tool
from harness.waiting import PATIENCE, eventually

PAGE = "content/en/module-1/00001.md"
SERVED = "en/module-1/00001.html"
OTHER = "content/en/module-1/00002.md"
OTHER_SERVED = "en/module-1/00002.html"

BLOCK = re.compile(r"\d\d:\d\d:\d\d (?!reviewed)")
numbers = count(1)

pytestmark = pytest.mark.alone


@pytest.fixture
def course(tmp_path) -> Path:
    return projects.tiny(tmp_path / "work" / "course", pages=40)


@pytest.fixture
def preview(course):
    with previewing(course) as preview:
        yield preview


def run_by(line: list, tmp_path: Path, monkeypatch) -> None:
    """From now on the binary is started by a program that takes something from it."""
    wrapper = tmp_path / "lutrin"
    wrapper.write_text(f"#!/bin/sh\nexec {shlex.join(map(str, [*line, command.binary()]))} \"$@\"\n")
    wrapper.chmod(0o755)
    monkeypatch.setattr(command, "binary", lambda: wrapper)


def text_of(preview: Preview, path: str) -> str:
    return preview.get(f"/{path}").body.decode()


def shows(preview: Preview, path: str, words: str) -> bool:
    answer = preview.get(f"/{path}")
    return answer.status == 200 and words in answer.body.decode()


def save_other(preview: Preview) -> str:
    """Saves a page that no test is about, so that what comes before it can be counted; returns what it now says."""
    words = f"Saved for the {next(numbers)}th time."
    (preview.project / OTHER).write_text(f"# Two\n\n## Section\n\n{words}\n")
    return words


def looks(preview: Preview, act, waits: bool = True) -> list[dict]:
    """The `change` events of an act: all that come before that of a page which is saved after its first.

    Where `waits` is false, the page is saved at once: the act is none that should be seen.
    """
    preview.stream.waiting()
    act()
    seen = [preview.stream.next("change").data] if waits else []
    words = save_other(preview)
    while True:
        event = preview.stream.next("change").data
        if OTHER_SERVED in event.get("pages", []) or "pages" not in event and shows(preview, OTHER_SERVED, words):
            break
        seen.append(event)
    eventually(lambda: len(blocks(preview)) == event["build"], f"a block for each rebuild: {event['build']} {preview.log}")
    return seen


def blocks(preview: Preview) -> list[str]:
    """The first lines of what was said of each rebuild."""
    return [line for line in preview.log if BLOCK.match(line)]


# How editors save


def in_place(path: Path, text: str):
    path.write_text(text)


def in_two_parts(path: Path, text: str):
    with path.open("w") as file:
        file.write(text[:20])
        file.flush()
        time.sleep(0.03)
        file.write(text[20:])


def beside_and_moved(path: Path, text: str):
    beside = path.with_name(f".{path.name}.tmp")
    beside.write_text(text)
    os.replace(beside, path)


def beside_with_a_name_of_any_file(path: Path, text: str):
    beside = path.with_name(f"{path.name}.sb-0f1e2d3c")
    beside.write_text(text)
    os.replace(beside, path)


def as_vim(path: Path, text: str):
    probe = path.with_name("4913")
    probe.touch()
    probe.chmod(0o644)
    probe.unlink()
    backup = path.with_name(f"{path.name}~")
    path.rename(backup)
    with path.open("w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    path.chmod(0o644)
    backup.unlink()


def removed_and_made(path: Path, text: str):
    path.unlink()
    path.write_text(text)


def synced_and_stamped(path: Path, text: str):
    """As Unison, rsync and Syncthing do."""
    beside = path.with_name(f".{path.name}.Xy12Zk")
    beside.write_text(text)
    os.utime(beside, (1_700_000_000, 1_700_000_000))
    beside.chmod(0o600)
    os.replace(beside, path)


WAYS = [in_place, in_two_parts, beside_and_moved, beside_with_a_name_of_any_file, as_vim, removed_and_made, synced_and_stamped]


@pytest.mark.parametrize("save", WAYS, ids=lambda save: save.__name__)
def test_a_save_is_one_rebuild(preview, save):
    for number in (1, 2):
        seen = looks(preview, lambda: save(preview.project / PAGE, f"# One\n\n## Section\n\nThe text number {number}.\n"))
        assert len(seen) == 1 and seen[0].get("pages", [SERVED]) == [SERVED] and not seen[0]["theme"], seen
        assert f"The text number {number}." in text_of(preview, SERVED)


EDITORS = {
    "vim": ["-u", "NONE", "-N", "-es", "-c", "%s/text/{}/", "-c", "wq"],
    "vim, with backup": ["-u", "NONE", "-N", "-es", "-c", "set backup writebackup backupcopy=no", "-c", "%s/text/{}/", "-c", "wq"],
    "vim, in place": ["-u", "NONE", "-N", "-es", "-c", "set backupcopy=yes", "-c", "%s/text/{}/", "-c", "wq"],
    "sed": ["-i", "s/text/{}/"],
    "perl": ["-i.bak~", "-pe", "s/text/{}/"],
}


@pytest.mark.parametrize("editor", EDITORS)
def test_an_editor_saves(preview, editor):
    program = tool(editor.split(",")[0], f"apt {editor}")
    page = preview.project / PAGE
    page.write_text("# One\n\n## Section\n\nThe text.\n")
    preview.stream.next("change")

    def save():
        subprocess.run([program, *(part.format("word") for part in EDITORS[editor]), page], check=True, stdin=subprocess.DEVNULL)

    seen = looks(preview, save)
    assert len(seen) == 1 and seen[0].get("pages", [SERVED]) == [SERVED], seen
    assert "The word." in text_of(preview, SERVED)


def test_ed_saves(preview):
    program = tool("ed", "apt ed")
    commands = "a\nThe words of ed.\n.\nw\nq\n"
    seen = looks(preview, lambda: subprocess.run([program, "-s", preview.project / PAGE], input=commands, text=True, check=True))
    assert len(seen) == 1 and "The words of ed." in text_of(preview, SERVED)


def test_backup_and_swap_files_change_nothing(preview):
    folder = (preview.project / PAGE).parent

    def litter():
        for name in ("00001.md~", ".00001.md.swp", ".00001.md.swo", "#00001.md#", ".00001.md.kate-swp", ".goutputstream-X1", ".DS_Store"):
            (folder / name).write_text("x\n")
            (folder / name).write_text("xy\n")
        (folder / ".#00001.md").symlink_to("author@machine.1234:5678")
        for name in ("00001.md~", "#00001.md#", ".#00001.md"):
            (folder / name).unlink()

    seen = looks(preview, litter, waits=False)
    assert [event for event in seen if event.get("pages") != []] == []


def test_nobody_is_told_of_backup_and_swap_files(preview):
    """An editor writes its swap file every few seconds, as long as an author types."""
    folder = (preview.project / PAGE).parent
    for name in ("00001.md~", ".00001.md.swp", "#00001.md#", ".goutputstream-X1Y2Z3"):
        (folder / name).write_text("x\n")
        # It has been seen when the next save has: time enough for it to settle on its own is what an author leaves, too.
        words = save_other(preview)
        eventually(lambda: shows(preview, OTHER_SERVED, words), str(preview.log))
    assert not any(name in line for line in preview.log for name in ("00001.md~", ".swp", "#00001", ".goutput")), preview.log


def test_what_is_beside_the_course_changes_nothing(preview):
    def work():
        for path in ("notes.md", "site/index.html", ".git/index", "content2/x.md", "themes.bak/x"):
            (preview.project / path).parent.mkdir(exist_ok=True)
            (preview.project / path).write_text("x\n")

    assert looks(preview, work, waits=False) == []


# Folders


def test_a_folder_moves_in_and_out_as_a_whole(preview, tmp_path):
    inside, outside = preview.project / "content" / "en" / "module-2", tmp_path / "outside"
    seen = looks(preview, lambda: inside.rename(outside))
    assert len(seen) == 1 and preview.get("/en/module-2/00021.html").status == 404
    seen = looks(preview, lambda: outside.rename(inside))
    assert len(seen) == 1 and preview.get("/en/module-2/00021.html").status == 200
    # It is watched as before, by its new name too.
    renamed = inside.with_name("module-9")
    assert len(looks(preview, lambda: inside.rename(renamed))) == 1
    seen = looks(preview, lambda: (renamed / "00021.md").write_text("# New\n\nIn the renamed folder.\n"))
    assert len(seen) == 1 and shows(preview, "en/module-9/00021.html", "In the renamed folder.")


def test_a_folder_that_moved_out_is_not_watched(preview, tmp_path):
    outside = tmp_path / "outside"
    looks(preview, lambda: (preview.project / "content" / "en" / "module-2").rename(outside))
    assert looks(preview, lambda: (outside / "00021.md").write_text("# Elsewhere\n"), waits=False) == []


def test_folders_that_are_made_after_the_start(preview):
    module = preview.project / "content" / "en" / "later"
    module.mkdir()
    # Once what is made next is seen, so is the folder.
    preview.stream.next("change")
    (module / "index.md").write_text("# Later\n")
    (module / "01.md").write_text("# A session\n\nMade later.\n")
    eventually(lambda: shows(preview, "en/later/01.html", "Made later."))
    deep = module / "media" / "a" / "b" / "c"
    deep.mkdir(parents=True)
    (deep / "data.csv").write_text("a,b\n")
    (module / "01.md").write_text("# A session\n\n[Data](media/a/b/c/data.csv)\n")
    eventually(lambda: preview.get("/en/later/media/a/b/c/data.csv").body == b"a,b\n")
    (deep / "data.csv").write_text("c,d\n")
    eventually(lambda: preview.get("/en/later/media/a/b/c/data.csv").body == b"c,d\n")


def test_many_nested_folders_at_once(preview):
    """Each may be filled before anybody can watch it."""
    def make():
        for number in range(30):
            folder = preview.project / "content" / "en" / f"new-{number}"
            (folder / "media" / "x").mkdir(parents=True)
            (folder / "index.md").write_text(f"# New {number}\n")
            (folder / "media" / "x" / "data.csv").write_text(f"{number}\n")
            (folder / "01.md").write_text(f"# Session\n\n[Data](media/x/data.csv), {number}.\n")

    make()
    for number in range(30):
        eventually(lambda: shows(preview, f"en/new-{number}/01.html", f"{number}."))
        assert preview.get(f"/en/new-{number}/media/x/data.csv").body == f"{number}\n".encode()


# Many at once


def git(project: Path, *arguments: str):
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    done = output_of(tool("git", "apt git"), "-C", project, *identity, *arguments)
    assert done.returncode == 0, done.stderr


def test_a_checkout_is_one_rebuild(tmp_path):
    course = projects.tiny(tmp_path / "course", pages=240)
    git(course, "init", "-q", "-b", "main")
    git(course, "add", ".")
    git(course, "commit", "-qm", "One")
    git(course, "checkout", "-qb", "other")
    for page in (course / "content" / "en").glob("module-*/00*.md"):
        page.write_text(f"# Other\n\n## Section\n\nOn the other branch, {page.name}.\n")
    (course / "content" / "en" / "module-1" / "00003.md").unlink()
    shutil.move(course / "content" / "en" / "module-12", course / "content" / "en" / "module-13")
    git(course, "add", ".")
    git(course, "commit", "-qm", "Two")
    git(course, "checkout", "-q", "main")
    with previewing(course) as preview:
        for branch, words in [("other", "On the other branch"), ("main", "Text of session"), ("other", "On the other branch")]:
            preview.stream.waiting()
            git(course, "checkout", "-q", branch)
            preview.stream.next("change")
            page = course / OTHER
            page.write_text(page.read_text() + "\nSaved.\n")
            preview.stream.next("change")
            assert shows(preview, SERVED, words) and shows(preview, OTHER_SERVED, "Saved.")
            git(course, "checkout", "-q", ".")
            preview.stream.next("change")
        eventually(lambda: len(blocks(preview)) >= 1 + 3 * 3)
        assert len(blocks(preview)) == 1 + 3 * 3, blocks(preview)


STORM = """
import sys, time, pathlib
pause = float(sys.argv[2])
for page in sorted(pathlib.Path(sys.argv[1]).glob("module-*/0*.md")):
    page.write_text("# Storm\\n\\n## Section\\n\\nAfter the storm.\\n")
    if pause: time.sleep(pause)
"""


@pytest.mark.parametrize("pause, most", [(0, 1), (0.001, 2), (0.005, 5)])
def test_a_storm_is_one_rebuild(tmp_path, pause, most, record_property):
    """Of 1,000 files, by another process. One that takes longer than three seconds is built meanwhile, too: nobody waits for ever."""
    course = projects.tiny(tmp_path / "course", pages=1000)
    with previewing(course) as preview:
        subprocess.run([sys.executable, "-c", STORM, course / "content" / "en", str(pause)], check=True)
        last = "en/module-9/00180.html"  # in the order of paths
        eventually(lambda: shows(preview, last, "After the storm."))
        words = save_other(preview)
        eventually(lambda: shows(preview, OTHER_SERVED, words))
        preview.wait_for_log(rf" {re.escape(OTHER)}: ", 2)
        rebuilds = len(blocks(preview)) - 2
        record_property(f"rebuilds of a storm, {1000 * pause:.0f} ms between files", rebuilds)
        for number in range(1, 1001, 37):
            if number != 2:
                assert shows(preview, f"en/module-{(number - 1) // 20 + 1}/{number:05}.html", "After the storm.")
        assert rebuilds <= most, blocks(preview)


# Links, and what is no file


def linked(project: Path, name: str, text: str) -> Path:
    """A file of the project to which a link of that name in the course leads."""
    file = project / "shared" / name
    file.parent.mkdir()
    file.write_text(text)
    (project / "content" / "en" / "module-1" / name).symlink_to(f"../../../shared/{name}")
    return file


def test_a_linked_file_whose_target_changes(preview):
    data = linked(preview.project, "data.csv", "one\n")
    (preview.project / PAGE).write_text("# One\n\n[Data](data.csv)\n")
    eventually(lambda: preview.get("/en/module-1/data.csv").status == 200, str(preview.log))
    for number, save in enumerate(WAYS):
        save(data, f"another text, number {number}\n")
        eventually(lambda: preview.get("/en/module-1/data.csv").body == f"another text, number {number}\n".encode(), save.__name__)
        # A change behind a link is told, so that pages which show it are read anew.
        eventually(lambda: any("data.csv" in line for line in preview.log), save.__name__)


def test_a_linked_page_whose_target_changes(preview):
    page = linked(preview.project, "00050.md", "# Shared\n\nText.\n")
    eventually(lambda: shows(preview, "en/module-1/00050.html", "Text."), str(preview.log))
    for number, save in enumerate(WAYS):
        save(page, f"# Shared\n\nThe shared text, number {number}.\n")
        eventually(lambda: shows(preview, "en/module-1/00050.html", f"text, number {number}."), save.__name__)


def a_fifo(path: Path):
    os.mkfifo(path)


def a_socket(path: Path):
    with contextlib.chdir(path.parent), socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path.name)


def a_folder(path: Path):
    path.mkdir()


def a_link_to_nowhere(path: Path):
    path.symlink_to("nowhere.md")


def a_link_to_itself(path: Path):
    path.symlink_to(path.name)


@pytest.mark.parametrize("make", [a_fifo, a_socket, a_folder, a_link_to_nowhere, a_link_to_itself], ids=lambda make: make.__name__)
@pytest.mark.parametrize("path", [PAGE, "site.yml"])
def test_what_is_no_file(course, make, path):
    """The preview does not wait on a FIFO, nor end; it says what a build says, and goes on when the file is back."""
    text = (course / path).read_text()
    with previewing(course) as preview:
        with preview.change():
            (course / path).unlink()
            make(course / path)
        outcome = command.run("check", "--project", course)
        logged = len(preview.log)
        if outcome.status:
            eventually(lambda: any("error" in line for line in preview.log), "it says what is wrong")
            assert "Text of session 1." in text_of(preview, SERVED), "the last good site is served"
        (course / path).rmdir() if (course / path).is_dir() and not (course / path).is_symlink() else (course / path).unlink()
        (course / path).write_text(text.replace("Text of", "A text of").replace("Tiny", "Small"))
        eventually(lambda: shows(preview, SERVED, "A text of" if path == PAGE else "Small"), str(preview.log[logged:]))


def test_what_may_not_be_read(course, tmp_path, monkeypatch):
    if os.geteuid() == 0:
        # Root may read everything, unless it has given that up.
        run_by([tool("setpriv", "apt util-linux"), "--bounding-set=-dac_override,-dac_read_search"], tmp_path, monkeypatch)
    with previewing(course) as preview:
        with preview.change():
            (course / PAGE).chmod(0)
        preview.wait_for_log("permission denied")
        assert "Text of session 1." in text_of(preview, SERVED)
        with preview.change():
            (course / PAGE).chmod(0o644)
        preview.problems(lambda data: not data.get("failure"))


# What vanishes


@pytest.mark.parametrize("path", ["content", "site.yml", "themes", "content/en", "themes/toolbox", "content/en/index.md"])
def test_a_part_that_is_removed_and_comes_back(course, tmp_path, path):
    part, kept = course / path, tmp_path / "kept"
    shutil.copytree(part, kept) if part.is_dir() else shutil.copy(part, kept)
    with previewing(course) as preview:
        was = preview.get("/" + SERVED).body
        shutil.rmtree(part) if part.is_dir() else part.unlink()
        told = preview.stream.next("problems").data
        assert told["errors"] or told.get("failure")
        assert preview.get("/" + SERVED).body == was
        shutil.copytree(kept, part) if kept.is_dir() else shutil.copy(kept, part)
        (course / PAGE).write_text("# One\n\nIt is back.\n")
        eventually(lambda: shows(preview, SERVED, "It is back."), str(preview.log))
        preview.problems(lambda data: not data["errors"] and not data.get("failure"))
        if path.startswith("content"):
            (course / PAGE).write_text("# One\n\nIt is watched.\n")
            eventually(lambda: shows(preview, SERVED, "It is watched."), str(preview.log))


def renamed(course: Path, elsewhere: Path):
    course.rename(elsewhere)
    return lambda: elsewhere.rename(course)


def removed(course: Path, elsewhere: Path):
    shutil.copytree(course, elsewhere)
    shutil.rmtree(course)
    return lambda: shutil.copytree(elsewhere, course)


def its_parent_renamed(course: Path, elsewhere: Path):
    course.parent.rename(elsewhere)
    return lambda: elsewhere.rename(course.parent)


@pytest.mark.parametrize("vanish", [renamed, removed, its_parent_renamed], ids=lambda vanish: vanish.__name__)
def test_the_project_vanishes_and_comes_back(course, tmp_path, vanish):
    with previewing(course) as preview:
        was = preview.get("/" + SERVED).body
        come_back = vanish(course, tmp_path / "elsewhere")
        # A reviewer may have come by while it vanished.
        while not preview.stream.next("problems").data.get("failure"):
            pass
        preview.wait_for_log("folder is not there any more")
        assert preview.get("/" + SERVED).body == was and preview.process.poll() is None
        come_back()
        (course / PAGE).write_text("# One\n\nIt is back.\n")
        eventually(lambda: shows(preview, SERVED, "It is back."), str(preview.log))
        (course / PAGE).write_text("# One\n\nIt is watched.\n")
        eventually(lambda: shows(preview, SERVED, "It is watched."), str(preview.log))
        preview.problems(lambda data: not data.get("failure"))


@pytest.mark.parametrize("of_parent", [False, True], ids=["the project", "its parent"])
def test_another_folder_in_the_place_of(course, tmp_path, of_parent):
    """As tools do that unpack a new version beside the old and exchange the two."""
    place = course.parent if of_parent else course
    new = tmp_path / "new"
    shutil.copytree(place, new)
    with previewing(course) as preview:
        place.rename(tmp_path / "old")
        new.rename(place)
        (course / PAGE).write_text("# One\n\nIn the new folder.\n")
        eventually(lambda: shows(preview, SERVED, "In the new folder."), str(preview.log))
        (course / PAGE).write_text("# One\n\nIt is watched.\n")
        eventually(lambda: shows(preview, SERVED, "It is watched."), str(preview.log))


def test_a_locale_is_added(course, tmp_path):
    with previewing(course) as preview, following(preview) as follower:
        folder = course / "content" / "fr"
        shutil.copytree(course / "content" / "en" / "module-1", folder / "module-1")
        (folder / "index.md").write_text("# Un cours\n")
        settings = (course / "site.yml").read_text()
        both = settings.replace("name: English}]", "name: English}, {code: fr, name: Français}]")
        both = both.replace("{en: Tiny}", "{en: Tiny, fr: Petit}")
        (course / "site.yml").write_text(both)
        assert follower.follow() and "fr/module-1/00001.html" in follower.site
        (folder / "module-1" / "00001.md").write_text("# Une\n\nEn français.\n")
        assert follower.follow() and shows(preview, "fr/module-1/00001.html", "En français.")
        (course / "site.yml").write_text(settings)
        folder.rename(tmp_path / "fr")
        assert follower.follow() and preview.get("/fr/module-1/00001.html").status == 404


# Where the system cannot tell


def edit_is_seen_without_a_watch(preview: Preview, words: str):
    # At once: what is saved before the first look is seen, too.
    (preview.project / PAGE).write_text(f"# One\n\n{words}\n")
    eventually(lambda: shows(preview, SERVED, words), str(preview.log))
    (preview.project / "content" / "en" / "module-1" / "00099.md").write_text(f"# New\n\n{words}\n")
    eventually(lambda: shows(preview, "en/module-1/00099.html", words), str(preview.log))
    (preview.project / "content" / "en" / "module-1" / "00099.md").unlink()
    eventually(lambda: preview.get("/en/module-1/00099.html").status == 404, str(preview.log))
    preview.wait_for_log("table of watched folders is full: changes are looked for every second")


def in_a_namespace(limit: str, count: int) -> list[str]:
    """A line of a shell that runs a program where the system has a limit of its own for it: nobody else is disturbed."""
    unshare = tool("unshare", "apt util-linux")
    line = [unshare, "--user", "--map-root-user", "sh", "-c", f"echo {count} > /proc/sys/user/max_inotify_{limit} && exec \"$@\"", "sh"]
    if (tried := output_of(*line, "true")).returncode:
        pytest.skip(f"no namespace with a limit can be made here: {tried.stderr.strip()}")
    return line


@pytest.mark.parametrize("limit, count", [("instances", 0), ("watches", 0), ("watches", 3), ("watches", 15)])
def test_the_table_of_watches_is_full(course, tmp_path, monkeypatch, limit, count):
    """From the start, or when folders are added: 15 are enough for the course alone."""
    run_by(in_a_namespace(limit, count), tmp_path, monkeypatch)
    with previewing(course) as preview:
        if count == 15:
            assert not any("is full" in entry for entry in preview.log)
            for number in range(20):
                (course / "content" / "en" / f"more-{number}").mkdir()
                (course / "content" / "en" / f"more-{number}" / "index.md").write_text(f"# More {number}\n")
            eventually(lambda: preview.get("/en/more-19/index.html").status == 200, str(preview.log))
        edit_is_seen_without_a_watch(preview, "Seen without a watch.")
        assert sum("is full" in entry for entry in preview.log) == 1


def test_changes_that_the_system_is_not_told_of(course, tmp_path):
    """As of a folder that another machine has, too: what is written by another name of the file is not told to who watches this one."""
    (course / PAGE).write_text("# One\n\nThe first text.\n")
    os.link(course / PAGE, tmp_path / "elsewhere.md")
    with previewing(course, "--poll") as preview:
        (tmp_path / "elsewhere.md").write_text("# One\n\nThe second text.\n")
        eventually(lambda: shows(preview, SERVED, "The second text."), str(preview.log))
        # What it is told of is seen at once, as without.
        assert preview.write(PAGE, "# One\n\nThe third text.\n")["pages"] == [SERVED]


def test_more_happens_than_the_system_keeps(course, record_property):
    """The queue of events overflows while the preview sleeps."""
    limit = int(Path("/proc/sys/fs/inotify/max_queued_events").read_text())
    if limit > 100_000:
        pytest.skip(f"the queue holds {limit} events: too many to be filled by a test")
    with previewing(course) as preview, following(preview) as follower:
        preview.process.send_signal(signal.SIGSTOP)
        noise = [course / "content" / "en" / "module-1" / f".noise-{number}" for number in range(2)]
        for number in range(limit // 4 + 100):
            noise[number % 2].write_text("x")
            noise[number % 2].unlink()
        (course / PAGE).write_text("# One\n\nSaid after the flood.\n")
        (course / "content" / "en" / "flood").mkdir()
        (course / "content" / "en" / "flood" / "index.md").write_text("# Flood\n")
        css = next((course / "themes").rglob("*.css"))
        css.write_text(css.read_text() + "\n.flood { color: red }\n")
        preview.process.send_signal(signal.SIGCONT)
        assert follower.follow() and shows(preview, SERVED, "Said after the flood.")
        follower.note(preview.stream.waiting())
        assert any(event["theme"] for event in follower.changes), "the theme may have been among what was lost"
        (course / "content" / "en" / "flood" / "index.md").write_text("# Flood\n\nThe new folder is watched.\n")
        eventually(lambda: shows(preview, "en/flood/index.html", "The new folder is watched."))
        (course / PAGE).write_text("# One\n\nAs before.\n")
        eventually(lambda: shows(preview, SERVED, "As before."))
        assert all(re.match(r"\d\d:\d\d:\d\d [^:,\s]", block) for block in blocks(preview)), blocks(preview)


# Time


def test_changes_while_a_build_goes_on(tmp_path):
    course = projects.tiny(tmp_path / "course", pages=2000)
    with previewing(course) as preview, following(preview) as follower:
        for number in range(30):
            projects.write_settings(course, title=f"Title{number}")
            (course / PAGE).write_text(f"# One {number}\n\nText {number}.\n")
            if number % 3 == 0:
                (course / OTHER).unlink(missing_ok=True)
            else:
                (course / OTHER).write_text(f"# Two\n\n{number}\n")
        assert follower.follow()
        assert shows(preview, SERVED, "Text 29.") and shows(preview, SERVED, "Title29")


def test_edits_while_it_sleeps(preview):
    for number in range(3):
        preview.process.send_signal(signal.SIGSTOP)
        (preview.project / PAGE).write_text(f"# One\n\nWritten while it slept, {number}.\n")
        preview.process.send_signal(signal.SIGCONT)
        eventually(lambda: shows(preview, SERVED, f"slept, {number}."))


def test_edits_that_leave_size_and_time_as_they_were(preview):
    """A version control system, or one who writes fast, leaves nothing to see from outside."""
    page, drawing = preview.project / PAGE, preview.project / "content" / "en" / "module-1" / "data.csv"
    drawing.write_text("a\n")
    page.write_text("# One\n\n[Data](data.csv): a\n")
    eventually(lambda: shows(preview, SERVED, ": a") and preview.get("/en/module-1/data.csv").body == b"a\n")
    stamp = (1_700_000_000, 1_700_000_000)
    for letter in "bcdefgh":
        for path, text in [(page, f"# One\n\n[Data](data.csv): {letter}\n"), (drawing, f"{letter}\n")]:
            path.write_text(text)
            os.utime(path, stamp)
        eventually(lambda: shows(preview, SERVED, f": {letter}") and preview.get("/en/module-1/data.csv").body == f"{letter}\n".encode())
