"""From a save to the new text in the browser."""

import statistics
import sys

import pytest

from harness import command, projects
from harness.latency import Stopwatch
from harness.opened import opened
from harness.preview import previewing

SAVES = 20
LENIENCE = 10
"""A busy machine must not fail a test, a real loss must. Benchmarks/preview.py tells exact times, on a quiet one."""

CORPUS_PAGES = 10_000


def measure(browser, project, path, source, record) -> float:
    """The median wait for a page, in milliseconds."""
    with previewing(project) as preview, opened(browser, preview, path) as page:
        page.mark()
        watch = Stopwatch(page, project / source)
        watch.save()
        waits = [watch.save().in_document for _ in range(SAVES)]
        assert page.is_untouched()
    for name, value in (("median", statistics.median(waits)), ("least", min(waits)), ("most", max(waits))):
        record(f"{name}, ms", f"{value:.1f}")
    return statistics.median(waits)


def test_the_toolbox_is_seen_at_once(browser, tmp_path, record_property):
    course = projects.toolbox(tmp_path / "course")
    median = measure(browser, course, "en/core/empowerment.html", "content/en/core/04-empowerment.md", record_property)
    assert median <= 50 * LENIENCE


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """A generated course of two languages."""
    folder = tmp_path_factory.mktemp("large") / "course"
    generator = command.ROOT / "Benchmarks" / "corpus.py"
    done = command.subprocess.run(
        [sys.executable, generator, str(CORPUS_PAGES), folder, "--downloads", "zip"], capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stderr
    return folder


def test_a_course_of_ten_thousand_pages_is_seen_at_once(browser, large, record_property):
    source = sorted((large / "content" / "en" / "module-100").glob("0[0-9]-*.md"))[4].relative_to(large)
    path = f"en/module-100/{source.stem[3:]}.html"
    assert measure(browser, large, path, source, record_property) <= 100 * LENIENCE
