"""The binary as people, scripts and CI jobs meet it: help, exit status, streams, options."""

import json
import os
import re

import pytest

from harness import projects
from harness.command import ROOT, TIME_LIMIT, run, start
from harness.trees import digest, files

HELP = {
    (): ["build", "check", "explain", "new", "schema", "--version", "Exit status: 0 done, 1 the content has errors, 2 wrong use, 3"],
    ("build",): ["--project", "--jobs", "--drafts", "--strict", "--format", "--output", "text, json, github, sarif"],
    ("check",): ["--project", "--jobs", "--drafts", "--strict", "--format", "--external"],
    ("explain",): ["The code of a diagnostic"],
    ("new",): ["--project", "--title", "module, session, page"],
    ("schema",): ["site, front-matter"],
}

DIAGNOSTIC_FIELDS = {"severity", "code", "message", "file", "line", "column", "endLine", "endColumn", "notes", "help"}


@pytest.fixture
def course(tmp_path):
    """A small course that can be changed."""
    return projects.tiny(tmp_path / "course", pages=3)


@pytest.fixture
def mistaken(course):
    """A course with three broken links, in two files."""
    return projects.with_mistakes(course)


@pytest.mark.parametrize("verb", HELP, ids=lambda verb: " ".join(verb) or "lutrin")
def test_help_names_what_there_is(verb):
    outcome = run(*verb, "--help")
    assert (outcome.status, outcome.stderr) == (0, "")
    assert [word for word in HELP[verb] if word not in " ".join(outcome.stdout.split())] == []


def test_version():
    outcome = run("--version")
    assert outcome.status == 0 and re.fullmatch(r"\d+\.\d+\.\d+\n", outcome.stdout)


def test_a_build_says_what_it_made(course):
    outcome = run("build", "--project", course)
    assert outcome.status == 0 and outcome.stderr == ""
    assert re.fullmatch(rf"{re.escape(str(course))}/site: 5 pages in 1 locale, no warnings, [\d.]+ s\n", outcome.stdout)


@pytest.mark.parametrize(
    "arguments",
    [
        ["bild"],
        ["build", "--colour"],
        ["build", "--jobs", "0"],
        ["build", "--jobs", "many"],
        ["build", "--format", "xml"],
        ["build", "site"],
        ["build", "--output"],
        ["new"],
        ["new", "chapter", "one"],
        ["check", "--output", "x"],
        ["explain", "brokn-link"],
        ["explain", "broken-link", "raw-html"],
        ["schema"],
        ["schema", "theme"],
        ["check", "--project", "/nowhere"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_status_2(arguments):
    outcome = run(*arguments, cwd=ROOT)
    assert (outcome.status, outcome.stdout) == (2, "")
    assert outcome.stderr.lower().startswith("error: ")


@pytest.mark.parametrize("verb", [["build"], ["check"], ["new", "page", "about"]], ids=" ".join)
def test_outside_a_project_it_says_what_to_do(tmp_path, verb):
    outcome = run(*verb, cwd=tmp_path)
    assert (outcome.status, outcome.stdout) == (2, "")
    assert "site.yml" in outcome.stderr and "--project" in outcome.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("verb", ["build", "check"])
def test_content_with_errors_is_status_1(mistaken, verb):
    outcome = run(verb, "--project", mistaken)
    assert outcome.status == 1
    assert outcome.stderr.count("error: broken-link: ") == 2 and outcome.stderr.count("error: broken-anchor: ") == 1
    assert "--> content/en/module-1/00002.md:3:13\n" in outcome.stderr
    assert outcome.stdout.startswith("3 errors") and outcome.stdout.count("\n") == 1


@pytest.mark.parametrize("output", ["file/site", "file"], ids=["in a file", "a file"])
def test_an_output_that_cannot_be_is_refused(course, tmp_path, output):
    (tmp_path / "file").write_text("mine")
    outcome = run("build", "--project", course, "--output", tmp_path / output)
    assert outcome.status == (3 if output == "file/site" else 1)
    assert str(tmp_path / "file") in outcome.stderr
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize("verb", ["build", "check"])
def test_json_is_all_that_stands_on_standard_output(mistaken, verb):
    first, second = (run(verb, "--project", mistaken, "--format", "json", "--jobs", jobs) for jobs in (1, 8))
    assert first.status == 1
    assert first.stdout == second.stdout
    report = json.loads(first.stdout)
    assert report.keys() == {"version", "diagnostics", "summary"}
    assert report["version"] == 1 and report["summary"] == {"errors": 3, "warnings": 0}
    assert [entry.keys() - DIAGNOSTIC_FIELDS for entry in report["diagnostics"]] == [set()] * 3
    places = [(entry["file"], entry["line"], entry["column"], entry["endLine"], entry["endColumn"]) for entry in report["diagnostics"]]
    assert places == [
        ("content/en/index.md", 3, 8, 3, 15),
        ("content/en/module-1/00002.md", 3, 13, 3, 17),
        ("content/en/module-1/00002.md", 3, 34, 3, 45),
    ]
    assert "3 errors" in first.stderr


def test_json_of_a_course_without_mistakes(course):
    outcome = run("check", "--project", course, "--format", "json")
    assert outcome.status == 0
    assert json.loads(outcome.stdout) == {"version": 1, "diagnostics": [], "summary": {"errors": 0, "warnings": 0}}


def warned(course):
    """Makes the broken links of a course warnings."""
    settings = course / "site.yml"
    settings.write_text(settings.read_text().replace("rules: {", "rules: {broken-link: warning, broken-anchor: warning, "))


def test_warnings_let_a_build_pass_unless_it_is_strict(mistaken):
    warned(mistaken)
    strict = run("build", "--project", mistaken, "--strict")
    assert strict.status == 1 and "3 warnings: nothing was written" in strict.stdout
    assert not (mistaken / "site").exists()
    lax = run("build", "--project", mistaken)
    assert lax.status == 0 and lax.stderr.count("warning: broken-") == 3 and "3 warnings" in lax.stdout
    assert (mistaken / "site" / "index.html").is_file()
    assert run("check", "--project", mistaken).status == 0
    assert run("check", "--project", mistaken, "--strict").status == 1


def test_drafts_come_in_when_asked_for(course, tmp_path):
    (course / "content" / "en" / "module-1" / "00004.md").write_text("---\ntitle: Four\ndraft: true\n---\n\nText.\n")
    draft = "en/module-1/00004.html"
    run("build", "--project", course, "--output", tmp_path / "without")
    run("build", "--project", course, "--output", tmp_path / "with", "--drafts")
    without, with_drafts = files(tmp_path / "without"), files(tmp_path / "with")
    assert with_drafts.keys() - without.keys() == {draft}
    assert not any(b"Four" in content for content in without.values())


def test_the_project_is_found_from_any_folder_in_it(course):
    assert run("build", cwd=course / "content" / "en" / "module-1").status == 0
    assert (course / "site" / "index.html").is_file()


def test_a_project_may_lie_anywhere(tmp_path):
    course = projects.tiny(tmp_path / "Mes cours d'été – « essai »")
    assert run("build", "--project", course).status == 0
    assert run("build", "--project", course.name, "--output", "la sortie/ici", cwd=tmp_path).status == 0
    assert digest(tmp_path / "la sortie" / "ici") == digest(course / "site")


def test_a_folder_that_is_no_site_is_left_alone(course, tmp_path):
    folder = tmp_path / "thesis"
    folder.mkdir()
    (folder / "chapter.txt").write_text("years of work")
    outcome = run("build", "--project", course, "--output", folder)
    assert outcome.status == 1 and "foreign-output" in outcome.stderr
    assert files(folder) == {"chapter.txt": b"years of work"}


@pytest.mark.parametrize("output", ["", "content", "content/en", "themes", "content/new", ".."])
def test_a_projects_own_folders_are_never_an_output(course, output):
    before = files(course)
    outcome = run("build", "--project", course, "--output", course / output)
    assert outcome.status in (1, 3) and outcome.stderr
    assert {path: content for path, content in files(course).items() if "lutrin-lock" not in path} == before


def test_a_failed_build_changes_nothing(course):
    run("build", "--project", course)
    site = course / "site"
    before = digest(site), site.stat()
    (course / "content" / "en" / "index.md").write_text("# New title\n\n[gone](gone.md)\n")
    assert run("build", "--project", course).status == 1
    assert (digest(site), site.stat()) == before


def test_a_reader_who_leaves_is_no_failure(course):
    """`lutrin build | true`"""
    reader, writer = os.pipe()
    os.close(reader)
    process = start("build", "--project", course, stdout=writer)
    os.close(writer)
    process.communicate(timeout=TIME_LIMIT)
    assert process.returncode == 0
