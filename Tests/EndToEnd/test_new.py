"""`lutrin new`: files that are ready to be written in, in every language, and never one that is lost."""

import pytest

from harness import projects
from harness.command import run
from harness.trees import files

LOCALES = ["fr", "en", "ar"]


@pytest.fixture
def course(tmp_path):
    """A course in three languages that can be changed."""
    return projects.sample(tmp_path / "course")


def content(course) -> dict[str, bytes]:
    return files(course / "content")


@pytest.mark.parametrize(
    ("kind", "path", "made", "address"),
    [
        ("module", "module-6", "module-6/index.md", "module-6/index.html"),
        ("session", "base/05-finances-locales", "base/05-finances-locales.md", "base/finances-locales.html"),
        ("session", "base/05-finances-locales.md", "base/05-finances-locales.md", "base/finances-locales.html"),
        ("page", "about-us", "about-us.md", "about-us.html"),
    ],
)
def test_a_page_is_made_in_every_language(course, tmp_path, kind, path, made, address):
    before = content(course)
    outcome = run("new", kind, path, "--project", course)
    assert (outcome.status, outcome.stderr) == (0, "")
    assert outcome.stdout.splitlines() == [f"made content/{locale}/{made}" for locale in LOCALES]
    after = content(course)
    assert after.keys() - before.keys() == {f"{locale}/{made}" for locale in LOCALES}
    assert before.items() <= after.items()

    assert run("check", "--strict", "--project", course).status == 0
    with_drafts = run("build", "--strict", "--drafts", "--project", course, "--output", tmp_path / "site")
    assert with_drafts.status == 0, with_drafts.stderr
    assert all((tmp_path / "site" / locale / address).is_file() for locale in LOCALES)


def test_a_session_in_a_new_module(course):
    for arguments in (["module", "plus"], ["session", "plus/01-un"], ["session", "plus/02-deux"]):
        assert run("new", *arguments, cwd=course / "content").status == 0
    assert run("check", "--strict", "--drafts", "--project", course).status == 0


def test_a_page_names_the_schema_that_the_project_keeps(course):
    assert run("new", "page", "before", "--project", course).status == 0
    schema = course / "docs" / "schemas" / "front-matter.json"
    schema.parent.mkdir(parents=True)
    schema.write_text(run("schema", "front-matter").stdout, encoding="utf-8")
    for arguments in (["page", "after"], ["module", "plus"], ["session", "plus/01-un"]):
        assert run("new", *arguments, "--project", course).status == 0
    assert "schema" not in (course / "content" / "fr" / "before.md").read_text(encoding="utf-8")
    for name in ("after.md", "plus/index.md", "plus/01-un.md"):
        page = course / "content" / "fr" / name
        opening, pointer, title = page.read_text(encoding="utf-8").splitlines()[:3]
        assert opening == "---" and title.startswith("title: ")
        assert (page.parent / pointer.removeprefix("# yaml-language-server: $schema=")).resolve() == schema.resolve()
    assert run("check", "--strict", "--drafts", "--project", course).status == 0


def test_what_is_there_is_left_as_it_is(course):
    (course / "content" / "en" / "about-us.md").write_text("# Mine\n")
    outcome = run("new", "page", "about-us", "--project", course)
    assert outcome.status == 0
    assert "left content/en/about-us.md as it is" in outcome.stdout.splitlines()
    assert (course / "content" / "en" / "about-us.md").read_text() == "# Mine\n"
    assert (course / "content" / "fr" / "about-us.md").is_file()
    before = content(course)
    assert run("new", "page", "about-us", "--project", course).status == 0
    assert content(course) == before


@pytest.mark.parametrize(
    "title", ['A: "quoted" # title \\ it’s', "العربية", "- [x] *not* <b>markup</b>", "{{mustache}}", "true", "two\nlines"]
)
def test_a_title_may_be_anything(course, tmp_path, title):
    assert run("new", "page", "titled", f"--title={title}", "--project", course).status == 0
    outcome = run("build", "--strict", "--drafts", "--project", course, "--output", tmp_path / "site")
    assert outcome.status == 0, outcome.stderr


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("page", "../x"),
        ("page", "sub/x"),
        ("page", ""),
        ("page", "."),
        ("page", ".."),
        ("page", "a b"),
        ("page", "x\ny"),
        ("module", "../x"),
        ("module", "a/b"),
        ("session", "x"),
        ("session", "../x"),
        ("session", "base/../../x"),
        ("session", "base/../x"),
        ("session", "nowhere/01-x"),
    ],
)
def test_a_path_that_is_none_is_refused(course, kind, path):
    before = files(course)
    outcome = run("new", kind, path, "--project", course)
    assert (outcome.status, outcome.stdout) == (2, "")
    assert outcome.stderr.startswith("error: ")
    assert files(course) == before


def test_a_locale_folder_that_is_not_a_folder_is_a_failure_of_the_machine(course):
    (course / "content" / "en" / "module-6").write_text("a file where a folder should be")
    outcome = run("new", "module", "module-6", "--project", course)
    assert outcome.status == 3 and "module-6" in outcome.stderr
