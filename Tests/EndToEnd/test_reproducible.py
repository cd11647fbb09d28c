"""The same input makes the same bytes: at any time, on any machine, whatever the thread count."""

import os
from pathlib import Path

import pytest

from harness import projects
from harness.command import ROOT, build, run
from harness.trees import differences


@pytest.mark.parametrize("jobs", [1, 2, 8])
def test_the_number_of_threads_changes_nothing(site, sample_project, tmp_path, jobs):
    project = sample_project if site.root.name == "cours" else ROOT
    assert differences(site.root, build(project, tmp_path / "site", "--jobs", jobs)) == []


def test_the_folder_changes_nothing(toolbox, tmp_path):
    project = projects.toolbox(tmp_path / "un autre dossier")
    assert differences(toolbox.root, build(project, project / "site")) == []


def test_the_times_and_modes_of_the_sources_change_nothing(toolbox, tmp_path):
    project = projects.toolbox(tmp_path / "project")
    for path in project.rglob("*"):
        os.utime(path, (1, 1))
        path.chmod(0o700 if path.is_dir() else 0o600)
    assert differences(toolbox.root, build(project, tmp_path / "site")) == []


@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"},
        {"TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"},
        {"SOURCE_DATE_EPOCH": "0"},
        {"SOURCE_DATE_EPOCH": "4102444800", "HOME": "/nowhere", "USER": "nobody"},
    ],
    ids=["east", "west", "long ago", "to come"],
)
def test_the_surroundings_change_nothing(toolbox, tmp_path, surroundings):
    outcome = run("build", "--project", ROOT, "--output", tmp_path / "site", **surroundings)
    assert outcome.status == 0
    assert differences(toolbox.root, tmp_path / "site") == []


def modes(folder: Path) -> set[int]:
    return {path.stat().st_mode & 0o777 for path in folder.rglob("*")}


def test_the_umask_changes_modes_only(toolbox, tmp_path):
    for umask, expected in ((0o022, {0o755, 0o644}), (0o077, {0o700, 0o600})):
        output = tmp_path / oct(umask)
        assert run("build", "--project", ROOT, "--output", output, umask=umask).status == 0
        assert differences(toolbox.root, output) == []
        assert modes(output) == expected


def test_what_was_there_before_changes_nothing(sample, sample_project, tmp_path):
    """A page that is gone from the sources is gone from the site."""
    output = tmp_path / "site"
    build(projects.toolbox(tmp_path / "toolbox"), output)
    assert differences(sample.root, build(sample_project, output)) == []
