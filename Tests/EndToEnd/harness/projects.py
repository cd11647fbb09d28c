"""Projects for the tests to build, each a folder of its own that a test may change."""

import shutil
from pathlib import Path

from harness.command import ROOT

UNFINISHED = "missing-summary: off, missing-objectives: off, missing-keypoints: off, missing-duration: off"
"""Rules for a course that is not about what a reviewer would miss in it."""

SAMPLE = Path(__file__).resolve().parents[1] / "SampleCourse"


def toolbox(folder: Path) -> Path:
    """A copy of the toolbox course."""
    for name in ("content", "themes"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "site.yml", folder)
    return folder


def sample(folder: Path) -> Path:
    """A copy of the sample course, which has every state that the toolbox course lacks.

    Its theme adds Arabic to `toolbox`. The words stay English: what the tests look at is the direction, not the translation.
    """
    shutil.copytree(SAMPLE, folder)
    shutil.copytree(ROOT / "themes", folder / "themes")
    strings = folder / "themes" / "sample" / "strings"
    strings.mkdir(parents=True)
    (strings.parent / "theme.yml").write_text("extends: toolbox\n")
    shutil.copy(folder / "themes" / "toolbox" / "strings" / "en.yml", strings / "ar.yml")
    return folder


def tiny(folder: Path, pages: int = 1) -> Path:
    """A course of one locale with so many sessions, twenty to a module."""
    content = folder / "content" / "en"
    for number in range(1, pages + 1):
        module = content / f"module-{(number - 1) // 20 + 1}"
        module.mkdir(parents=True, exist_ok=True)
        (module / "index.md").write_text("# A module\n")
        (module / f"{number:05}.md").write_text(f"# Session {number}\n\n## Section\n\nText of session {number}.\n")
    (content / "index.md").write_text("# A tiny course\n")
    shutil.copytree(ROOT / "themes", folder / "themes")
    write_settings(folder, title="Tiny")
    return folder


def with_mistakes(course: Path) -> Path:
    """Puts three broken links into two files of a tiny course with at least two sessions."""
    (course / "content" / "en" / "module-1" / "00002.md").write_text("# Two\n\nSee [three](3.md), “très” [vite](#nulle-part).\n")
    (course / "content" / "en" / "index.md").write_text("# Home\n\n[gone](gone.md)\n")
    return course


def write_settings(folder: Path, title: str) -> None:
    """Gives a tiny course a title, which stands on each of its pages."""
    (folder / "site.yml").write_text(
        f"name: tiny\ntitle: {{en: {title}}}\nlocales: [{{code: en, name: English}}]\ntheme: toolbox\ndownloads: []\n"
        f"rules: {{{UNFINISHED}}}\n"
    )
