"""`lutrin serve` under 500 random edits: after each, it serves what a clean build writes, its own additions aside."""

from collections import Counter

import pytest

from harness import projects
from harness.edits import Author
from harness.following import following
from harness.preview import previewing

EDITS = 100


def run_through(project, seed: int, edits: int, record_property) -> None:
    """Edits a course so many times, and looks at all that is served after each; an edit with a mistake is taken back."""
    author = Author(project, seed)
    done, mistaken = Counter(), 0
    with previewing(project) as preview, following(preview) as follower:
        follower.follow()
        while done.total() < edits:
            before = author.state()
            kind = author.edit()
            done[kind] += 1
            try:
                is_right = follower.follow()
                if not is_right:
                    mistaken += 1
                    author.restore(before)
                    assert follower.follow()
            except AssertionError as error:
                raise AssertionError(f"edit {done.total()} of seed {seed}, {kind}: {error}") from None
        follower.note(preview.stream.waiting())
        looks = len(follower.changes)
        short = sum(1 for change in follower.changes if change.get("pages"))
        figures = f"{edits} edits of {len(done)} kinds, {mistaken} with mistakes: {looks} looks, {short} of them the short way"
        record_property(f"seed {seed}", figures)
    acts = edits + mistaken
    assert looks <= acts * 3 // 2, "an act of an author is about one rebuild"
    assert short >= edits // 10, "what is edited in one page is not made as a whole"
    assert mistaken < edits // 2, "most edits are to be right"


@pytest.mark.parametrize("seed", range(1, 6))
def test_the_sample_course(tmp_path, record_property, seed):
    run_through(projects.sample(tmp_path / "course"), seed, EDITS, record_property)


def test_the_toolbox_course(tmp_path, record_property):
    run_through(projects.toolbox(tmp_path), 6, 30, record_property)
