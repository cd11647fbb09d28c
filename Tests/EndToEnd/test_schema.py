"""The JSON Schemas that editors check settings by, asked by a validator that knows nothing of Lutrin."""

import json
import re

import pytest
import yaml
from jsonschema import Draft7Validator

from harness import projects
from harness.command import ROOT, run


class Loader(yaml.SafeLoader):
    """YAML 1.2's core schema, as editors read it: a day is a text, and so are `yes` and `off`."""


Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


def validator(kind: str) -> Draft7Validator:
    outcome = run("schema", kind)
    assert (outcome.status, outcome.stderr) == (0, "")
    schema = json.loads(outcome.stdout)
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


@pytest.fixture(scope="module")
def site() -> Draft7Validator:
    return validator("site")


@pytest.fixture(scope="module")
def front_matter() -> Draft7Validator:
    return validator("front-matter")


def mistakes(schema: Draft7Validator, text: str) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in schema.iter_errors(yaml.load(text, Loader) or {})]


def front_matter_of(text: str) -> str:
    found = re.match(r"---\n(.*?)^---\n", text, re.DOTALL | re.MULTILINE)
    return found[1] if found else ""


@pytest.mark.parametrize("folder", [ROOT, projects.SAMPLE], ids=["toolbox", "sample"])
def test_the_courses_are_valid(site, front_matter, folder):
    assert mistakes(site, (folder / "site.yml").read_text(encoding="utf-8")) == []
    pages = sorted((folder / "content").rglob("*.md"))
    assert sum(bool(front_matter_of(page.read_text(encoding="utf-8"))) for page in pages) >= 5
    found = {page.name: mistakes(front_matter, front_matter_of(page.read_text(encoding="utf-8"))) for page in pages}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_site_yml_names_a_schema_that_is_kept():
    first = (ROOT / "site.yml").read_text(encoding="utf-8").splitlines()[0]
    path = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)[1]
    assert (ROOT / path).read_text(encoding="utf-8") == run("schema", "site").stdout
    assert (ROOT / "docs/schemas/front-matter.json").read_text(encoding="utf-8") == run("schema", "front-matter").stdout
    assert run("check", "--project", ROOT).status == 0


def test_each_page_of_the_toolbox_names_the_schema():
    pages = sorted((ROOT / "content").rglob("*.md"))
    assert len(pages) >= 60
    for page in pages:
        first = front_matter_of(page.read_text(encoding="utf-8")).splitlines()[0]
        named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert named and (page.parent / named[1]).resolve() == ROOT / "docs/schemas/front-matter.json", page


RIGHT = {"name": "tiny", "title": "Tiny", "locales": "[{code: en, name: English}]", "theme": "toolbox", "downloads": "[]"}

SETTINGS = [
    (True, {}),
    (True, {"name": "A-1"}),
    (True, {"title": "2026"}),
    (True, {"title": "{en: Tiny}"}),
    (True, {"title": "true"}),
    (True, {"url": "https://example.org/a/~b(c)'d,e"}),
    (True, {"url": "http://[::1]:8000"}),
    (True, {"locales": "[{code: en, name: English, dir: ltr}]"}),
    (True, {"downloads": "[zip, epub, pdf]"}),
    (True, {"markdown": "{raw_html: allow, typography: false}"}),
    (True, {"rules": "{broken-link: off, raw-html: warning, ignored-content: error}"}),
    (True, {"budgets": "{page_kb: 100}"}),
    (False, {"nam": "x"}),
    (False, {"name": None}),
    (False, {"name": "a b"}),
    (False, {"name": "é"}),
    (False, {"name": "a" * 65}),
    (False, {"title": "[a]"}),
    (False, {"title": "{}"}),
    (False, {"title": "{e: Tiny}"}),
    (False, {"url": "example.org"}),
    (False, {"url": "https://"}),
    (False, {"url": "https://example.org/?a"}),
    (False, {"url": "https://example.org/é"}),
    (False, {"url": "'https://example.org/a b'"}),
    (False, {"locales": "[]"}),
    (False, {"locales": "[en]"}),
    (False, {"locales": "[{code: en}]"}),
    (False, {"locales": "[{code: e_n, name: English}, {code: en, name: English}]"}),
    (False, {"locales": "[{code: en, name: English, dir: up}]"}),
    (False, {"downloads": "zip"}),
    (False, {"downloads": "[ebup]"}),
    (False, {"markdown": "{raw_html: yes}"}),
    (False, {"markdown": "{typography: \"true\"}"}),
    (False, {"rules": "{brken-link: off}"}),
    (False, {"rules": "{broken-link: ignore}"}),
    (False, {"budgets": "{page_kb: 0}"}),
    (False, {"budgets": "{page_kb: many}"}),
    (False, {"theme": ""}),
]


@pytest.mark.parametrize("right, changes", SETTINGS, ids=lambda value: str(value))
def test_the_schema_of_site_yml_agrees_with_the_program(tmp_path, site, right, changes):
    keys = {**RIGHT, **changes}
    text = "".join(f"{key}: {value}\n" for key, value in keys.items() if value is not None)
    course = projects.tiny(tmp_path)
    (course / "site.yml").write_text(text, encoding="utf-8")
    told = json.loads(run("check", "--project", course, "--format", "json").stdout)["diagnostics"]
    assert not any(entry["file"] == "site.yml" for entry in told) == right
    assert (mistakes(site, text) == []) == right


FRONT_MATTER = [
    (True, ""),
    (True, "title: 1984"),
    (True, "updated: 2026-11-24"),
    (True, "updated: \"2026-11-24\""),
    (True, "duration: 40\norder: 0\ndraft: false\noptional: true"),
    (True, "objectives: [see, 2]"),
    (True, "fallback: omit"),
    (True, "aliases: [old.html]"),
    (False, "sumary: x"),
    (False, "title: [x]"),
    (False, "title:"),
    (False, "updated: 24.11.2026"),
    (False, "updated: 2026-13-01"),
    (False, "duration: 0"),
    (False, "duration: 10001"),
    (False, "duration: 1.5"),
    (False, "duration: \"5\""),
    (False, "draft: yes"),
    (False, "objectives: see"),
    (False, "fallback: keep"),
    (False, "downloads: [{file: a.pdf}]"),
    (False, "downloads: [{file: a.pdf, title: A, size: 1}]"),
]


@pytest.mark.parametrize("right, text", FRONT_MATTER, ids=lambda value: str(value))
def test_the_schema_of_front_matter_agrees_with_the_program(tmp_path, front_matter, right, text):
    course = projects.tiny(tmp_path)
    (course / "content" / "en" / "page.md").write_text(f"---\n{text}\n---\n\n# Page\n", encoding="utf-8")
    outcome = run("check", "--project", course)
    assert (outcome.status == 0) == right, outcome.stderr
    assert (mistakes(front_matter, text) == []) == right
