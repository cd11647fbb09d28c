"""What the project wants to reach, and how far it is: the table that everything else is measured for."""

import dataclasses
import statistics

from tables import rows_of, spread


PAGES = 10_000
"""Of the course that most goals are about."""


@dataclasses.dataclass(frozen=True)
class Goal:
    """A row of the table."""

    work: str
    against: str
    reach: str


GOALS = {
    "hugo-1000": Goal("cold build, 1,000 pages", "Hugo 0.168.0, same parts in its theme", "8× faster, a sixth of its memory"),
    "hugo-10000": Goal("cold build, 10,000 pages", "Hugo 0.168.0, same parts in its theme", "8× faster, a sixth of its memory"),
    "floor": Goal("cold build, 10,000 pages, every feature on", "the C floor on two threads", "1.5× its time or less"),
    "floor-plain": Goal("the same without sitemap", "the C floor on two threads", "1.3× its time or less"),
    "zips": Goal("ZIPs of all modules, 10,000 pages", "`libdeflate` alone on the same bytes", "1.3× its time or less"),
    "toolbox": Goal("cold build, the toolbox itself", "Hugo on as many pages of the corpus", "5× faster, process start included"),
    "growth": Goal("cost growth", "1,000 → 10,000 → 100,000 pages", "exponents of time and memory 1.05 or less"),
    "huge": Goal("100,000 pages", "–", "less than 4 GiB"),
    "rebuild": Goal("rebuild, one page's text changed, 10,000 pages", "the cold build", "10× faster"),
    "warm": Goal("the same in a process kept warm", "–", "the page's bytes ready in 50 ms, whatever the course's size"),
    "threads": Goal("two threads, 10,000 pages", "one thread", "1.8× faster, no byte of difference"),
    "templates": Goal("templates", "the build; swift-mustache on the same page", "a sixth of the build or less"),
}


class Scores:
    """What was found for the goals, as the measurements go on."""

    def __init__(self):
        self.found = {}

    def add(self, goal, met, *figures):
        """A goal's figures, and whether they reach it: `None` where nobody can tell."""
        self.found[goal] = (met, "; ".join(figures))

    def add_ratio(self, goal, values, least=None, most=None, pages=PAGES, suffix=""):
        """Ratios round by round, whose median has to be at least or at most so much; on another size it says nothing."""
        middle = statistics.median(values)
        met = (least is None or middle >= least) and (most is None or middle <= most)
        size = "" if pages == PAGES else f" ({pages:,} pages)"
        self.add(goal, met if pages == PAGES else None, spread(values, "×") + size + suffix)

    def table(self):
        """All goals; those that were not measured say so."""
        words = {True: "yes", False: "**no**", None: "–"}
        rows = []
        for key, goal in GOALS.items():
            met, figures = self.found.get(key, (None, "**not measured** in this run"))
            rows.append([goal.work, goal.against, goal.reach, figures, words[met]])
        return rows_of(["work", "against", "reach", "median [least–most]", "reached"], ["---"] * 5, rows)
