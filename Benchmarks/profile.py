#!/usr/bin/env python3
"""Prints where the instructions of a page go, by stage of the build.

    profile.py --lutrin PATH [--pages 1000] [--dir DIR]

Callgrind counts every instruction of one cold build with one thread, so the figures do not depend
on how busy the machine is. The kernel's work is not in them; it is measured beside, by the clock.
Needs valgrind, objcopy (binutils) and swift-demangle, which comes with Swift.
"""

import argparse
import dataclasses
import functools
import os
import pathlib
import re
import resource
import statistics
import subprocess
import sys
import tempfile

from measuring import BenchError, checked, progress
from programs import lutrin_command, make_course
from tables import table

PAGES = 1000
CLOCKED_RUNS = 11


@dataclasses.dataclass(frozen=True)
class Stage:
    """A part of the build: what is spent in a function and below it."""

    name: str
    function: str
    parts: tuple = ()
    rest: str = ""
    """What remains when the parts are taken away."""


BUILD = Stage("the whole build", "PROGRAM TOTALS", (
    Stage("theme and its templates compiled (once a build)", "ThemeCompiler.compile("),
    Stage("discover: the folders of content", "ContentDiscovery.discover("),
    Stage("parse", "DocumentReader.read(", (
        Stage("parse: Markdown", "MarkupParser.parse(", (
            Stage("parse: cmark, blocks", "cmark_parser_feed", ()),
            Stage("parse: cmark, inlines and the end", "cmark_parser_finish", ()),
            Stage("parse: cmark’s tree into ours", "TreeBuilder.build(", ()),
        ), "parse: Markdown, around cmark"),
        Stage("parse: HTML of the text", "HTMLFormatter.format("),
        Stage("parse: front matter", "FrontMatterReader.read("),
    ), "parse: the rest"),
    Stage("resolve: addresses, links, outlines", "CourseResolver.resolve("),
    Stage("bundle: sitemap, redirects, root pages", "SiteBuilder.site("),
    Stage("write", "SiteWriter.write(", (
        Stage("render", "PageRenderer.render(", (
            Stage("render: a page’s record of values", "PageRenderer.record("),
        ), "render: the layout over the record"),
    ), "write: files"),
), "all else: start, reading files, freeing")
TEMPLATES = Stage("templates, wherever they are rendered", "Template.render(")
"""A cut across the stages: layouts, outlines, headings and other elements of the text."""


def measured(lutrin, pages=PAGES, directory=pathlib.Path("/dev/shm")):
    """Instructions a page by function, and microseconds a page in the program and in the kernel."""
    with tempfile.TemporaryDirectory(prefix="lutrin-profile-", dir=directory) as name:
        folder = pathlib.Path(name)
        course = make_course(pages, folder, hugo=False)
        bare = folder / "lutrin"
        checked(["objcopy", "--strip-debug", lutrin, bare], "stripping debug information")
        progress(f"counting the instructions of {pages:,} pages")
        counts = folder / "counts"
        course.forget()
        checked(["valgrind", "--tool=callgrind", f"--callgrind-out-file={counts}",
                 *lutrin_command(course, bare, 1)(folder / "counted")], "counting instructions")
        return Profile(pages, inclusive_costs(counts), *clocked(course, lutrin, pages, folder))


@dataclasses.dataclass(frozen=True)
class Profile:
    """What was found out about a build."""

    pages: int
    costs: dict
    """Instructions by function, with what it calls."""
    user: float
    kernel: float
    """Microseconds a page."""

    @functools.cached_property
    def total(self):
        """Of the whole build."""
        return self.cost(BUILD)

    def cost(self, stage):
        """A stage's instructions; `None` where its function cannot be found."""
        found = [cost for name, cost in self.costs.items() if name.startswith(stage.function)]
        return max(found, default=None)

    def rows(self, stage):
        """A stage and its parts, by name; together they are the stage."""
        whole, rows, inside = self.cost(stage), [], 0
        for part in stage.parts:
            cost = self.cost(part)
            if cost is None:
                progress(f"“{part.name}”: there is no function {part.function}…); its cost is in “{stage.rest}”")
                continue
            inside += cost
            rows += self.rows(part)
        return [*rows, (stage.rest or stage.name, whole - inside)]


def inclusive_costs(counts):
    """Instructions by demangled name, those of a function's callees included."""
    listing = checked(["callgrind_annotate", "--inclusive=yes", "--threshold=100", counts], "reading the counts")
    names = subprocess.run(["swift-demangle", "--simplified"], input=listing, capture_output=True, text=True).stdout
    costs = {}
    for cost, name in re.findall(r"^\s*([\d,]+) +\([^)]*\) +(.+?)(?: \[[^\]]*\])?$", names, re.MULTILINE):
        name = re.sub(r"^\S*?:", "", name) if ":" in name.partition("(")[0] else name
        name = re.sub(r"^(specialized |static )+", "", name)
        costs[name] = max(costs.get(name, 0), int(cost.replace(",", "")))
    if BUILD.function not in costs:
        raise BenchError("callgrind_annotate printed nothing that could be read")
    return costs


def clocked(course, lutrin, pages, folder):
    """Microseconds a page in the program and in the kernel: medians of whole builds with one thread."""
    samples = []
    for number in range(CLOCKED_RUNS):
        course.forget()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        checked(lutrin_command(course, lutrin, 1)(folder / f"clocked-{number}"), "building")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        samples.append((after.ru_utime - before.ru_utime, after.ru_stime - before.ru_stime))
    return [1e6 * statistics.median(times) / pages for times in zip(*samples, strict=True)]


def table_of(profile):
    """The stages in the order of the build, and what is not in them."""
    rows = [[name, f"{cost / profile.pages:,.0f}", f"{cost / profile.total:.1%}", f"{profile.user * cost / profile.total:.1f}"]
            for name, cost in profile.rows(BUILD)]
    rows.append(["**together**", f"**{profile.total / profile.pages:,.0f}**", "**100%**", f"**{profile.user:.1f}**"])
    rows.append(["the kernel: reading and writing files, memory", "–", "–", f"{profile.kernel:.1f}"])
    cost = profile.cost(TEMPLATES)
    if cost is not None:
        rows.append([f"*of the above: {TEMPLATES.name}*", f"{cost / profile.pages:,.0f}",
                     f"{template_share(profile):.1%}", f"{profile.user * template_share(profile):.1f}"])
    return table([f"a page of {profile.pages:,}, one thread, load {os.getloadavg()[0]:.1f}",
                  "instructions", "share", "µs"], rows)


def template_share(profile):
    """The part of a build's instructions that is spent in templates."""
    cost = profile.cost(TEMPLATES)
    if cost is None:
        raise BenchError(f"there is no function {TEMPLATES.function}…)")
    return cost / profile.total


def main():
    """The command line."""
    parser = argparse.ArgumentParser(description="Prints where the instructions of a page go.")
    parser.add_argument("--lutrin", type=pathlib.Path, required=True, help="the lutrin to look into")
    parser.add_argument("--pages", type=int, default=PAGES, help=f"of the generated course (default: {PAGES})")
    parser.add_argument("--dir", type=pathlib.Path, default=pathlib.Path("/dev/shm"),
                        help="where to make (and remove) a working folder (default: /dev/shm)")
    options = parser.parse_args()
    try:
        print(table_of(measured(options.lutrin.resolve(), options.pages, options.dir)), end="")
    except BenchError as error:
        sys.exit(f"profile: {error}")


if __name__ == "__main__":
    main()
