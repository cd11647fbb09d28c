"""The public site is the old one or the new one, whole, at whatever moment a build ends or another begins."""

import shutil
import signal
import time

import pytest

from harness import command, editions
from harness.editions import Editions
from harness.trees import digest

KILLS = 50
FIRST_KILLS = 10


@pytest.fixture(scope="module")
def toolbox_editions():
    with editions.working_folder() as folder:
        yield editions.of_toolbox(folder)


@pytest.fixture(scope="module")
def long_editions():
    with editions.working_folder() as folder:
        yield editions.of_many_pages(folder)


def duration(course: Editions) -> float:
    """Seconds that a build takes here and now: the longest of three."""
    taken = []
    for _ in range(3):
        began = time.monotonic()
        command.build(course.project, course.output)
        taken.append(time.monotonic() - began)
    return max(taken)


def moments(whole: float, count: int) -> list[float]:
    """So many moments, spread over a run and a little longer, since some runs are slower than those that were measured."""
    return [1.25 * whole * (number + 0.5) / count for number in range(count)]


def test_a_killed_build_leaves_a_whole_site(toolbox_editions, record_property):
    """Each time the next build makes the new site and clears what was left."""
    course = toolbox_editions
    course.publish(0)
    whole = duration(course)
    killed_in_time = 0
    for number, moment in enumerate(moments(whole, KILLS)):
        old, new = number % 2, 1 - number % 2
        course.choose(new)
        course.kill_after(moment)
        left = digest(course.output)
        assert left in course.digests, f"a kill after {moment:.3f} s left neither the old nor the new site"
        killed_in_time += left == course.digests[old]
        assert course.publish(new) == course.digests[new]
        assert course.litter() == set()
    record_property("kills", f"{KILLS} over {whole:.2f} s, {killed_in_time} before the new site stood")
    assert killed_in_time >= KILLS / 5, "hardly a build was killed while it ran"


def test_a_killed_first_build_leaves_a_whole_site_or_none(toolbox_editions):
    course = toolbox_editions
    course.publish(0)
    for moment in moments(duration(course), FIRST_KILLS):
        shutil.rmtree(course.output)
        course.kill_after(moment)
        assert digest(course.output) in ("absent", course.digests[0])
        assert course.publish(0) == course.digests[0]
        assert course.litter() == set()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP], ids=lambda number: number.name)
def test_a_build_that_is_ended_while_it_writes_leaves_the_old_site(long_editions, number):
    process = long_editions.stop_while_writing(1)
    process.send_signal(number)
    process.send_signal(signal.SIGCONT)
    process.communicate(timeout=command.TIME_LIMIT)
    assert process.returncode == -number
    assert digest(long_editions.output) == long_editions.digests[0]
    assert long_editions.publish(1) == long_editions.digests[1]
    assert long_editions.litter() == set()


def test_of_two_builds_at_once_one_is_told_to_wait(long_editions):
    first = long_editions.stop_while_writing(1)
    try:
        second = command.run("build", "--project", long_editions.project, "--output", long_editions.output)
        assert (second.status, second.stdout) == (3, "")
        assert "another build is writing" in second.stderr and str(long_editions.output) in second.stderr
        assert digest(long_editions.output) == long_editions.digests[0]
    finally:
        first.send_signal(signal.SIGCONT)
        first.communicate(timeout=command.TIME_LIMIT)
    assert first.returncode == 0
    assert digest(long_editions.output) == long_editions.digests[1]
    assert long_editions.litter() == set()


def test_many_builds_at_once_do_not_break_the_site(toolbox_editions):
    toolbox_editions.publish(0)
    toolbox_editions.choose(1)
    builds = [toolbox_editions.start() for _ in range(6)]
    ends = [(process.communicate(timeout=command.TIME_LIMIT)[1], process.returncode) for process in builds]
    assert any(status == 0 for _, status in ends)
    assert all(status == 0 or (status == 3 and "another build is writing" in text) for text, status in ends)
    assert digest(toolbox_editions.output) == toolbox_editions.digests[1]
    assert toolbox_editions.litter() == set()
