"""What a reviewer would say: told by `check`, and by no build."""

import pytest

from harness import projects
from harness.command import ROOT, run


@pytest.fixture
def course(tmp_path):
    """A course with a link that says nothing."""
    course = projects.tiny(tmp_path / "course")
    (course / "content" / "en" / "index.md").write_text("# Home\n\nLook [here](module-1/index.md).\n")
    return course


def test_a_reviewer_has_nothing_to_say_of_the_toolbox():
    outcome = run("check", "--strict", "--project", ROOT)
    assert (outcome.status, outcome.stderr) == (0, "")


def test_check_reviews_and_a_build_does_not(course, tmp_path):
    told = run("check", "--project", course)
    assert told.status == 0 and "warning: vague-link: " in told.stderr and "--> content/en/index.md:3:7\n" in told.stderr
    assert run("check", "--strict", "--project", course).status == 1
    built = run("build", "--strict", "--project", course, "--output", tmp_path / "site")
    assert (built.status, built.stderr) == (0, "")


def test_the_settings_say_how_much_it_matters(course):
    settings = course / "site.yml"
    usual = settings.read_text()
    for setting, status, said in [("error", 1, "error: vague-link: "), ("warning", 0, "warning: vague-link: "), ("off", 0, "")]:
        settings.write_text(usual.replace("rules: {", f"rules: {{vague-link: {setting}, "))
        outcome = run("check", "--project", course)
        assert outcome.status == status and outcome.stderr.startswith(said) and ("vague-link" in outcome.stderr) == bool(said)


def test_an_excuse_holds_for_check_and_build(course, tmp_path):
    home = course / "content" / "en" / "index.md"
    home.write_text("# Home\n\n<!-- lutrin: allow broken-link: it comes next year -->\n[Session two](module-1/2.md)\n")
    for verb in (["check"], ["build", "--output", tmp_path / "site"]):
        outcome = run(*verb, "--strict", "--project", course)
        assert (outcome.status, outcome.stderr) == (0, "")
    # Nor does a build that starts from the last one's record find it again.
    (course / "content" / "en" / "module-1" / "00001.md").write_text("# Session 1\n\nAnother text.\n")
    outcome = run("build", "--strict", "--project", course, "--output", tmp_path / "site")
    assert (outcome.status, outcome.stderr) == (0, "")
    home.write_text("# Home\n\n[Session two](module-1/2.md)\n")
    assert run("build", "--project", course, "--output", tmp_path / "site").status == 1
