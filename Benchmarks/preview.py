#!/usr/bin/env python3
"""Measures how long an author waits from a save to the new text in Chromium.

    preview.py [--lutrin PATH] [--saves 20] [--rounds 3] [--pages 10000] [--pause 1.0]

Prints a Markdown table. It needs what the end-to-end tests need (their environment, Chromium), and drives the preview and the browser as
they do: `make bench-preview` runs it so.
"""

import argparse
import os
import pathlib
import platform
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "Tests" / "EndToEnd"))

from playwright.sync_api import sync_playwright

import corpus
from harness import projects
from harness.browsing import chromium
from harness.latency import Stopwatch
from harness.opened import opened
from harness.preview import previewing
from tables import spread, table

TOOLBOX_GOAL, LARGE_GOAL = 50, 100
"""Milliseconds, for the median of twenty saves."""


def waits(browser, project, path, source, options):
    """What each save cost in one round: a preview and a browser that are new, and one save that is not counted."""
    with previewing(project) as preview, opened(browser, preview, path) as page:
        watch = Stopwatch(page, project / source)
        watch.save()
        found = []
        for _ in range(options.saves):
            time.sleep(options.pause)
            found.append(watch.save())
        return found


def toolbox(folder):
    """The course of this repository, and a session in its midst."""
    return projects.toolbox(folder / "toolbox"), "en/core/empowerment.html", "content/en/core/04-empowerment.md"


def large(folder, pages):
    """A generated course, and a session of its last module but one."""
    course = corpus.plan(pages)
    corpus.write_course(course, folder / "large", themes=ROOT / "themes", downloads=["zip"])
    modules = sorted({page.folder for page in course if page.folder})
    page = [page for page in course if page.folder == modules[-2]][5]
    return folder / "large", f"en/{page.output}", f"content/en/{page.path}"


def main():
    """The command line."""
    parser = argparse.ArgumentParser(description="Measures the wait from a save to the new text in Chromium.")
    parser.add_argument("--lutrin", type=pathlib.Path, help="the program (default: the repository's release build)")
    parser.add_argument("--saves", type=int, default=20, help="of each round (default: 20)")
    parser.add_argument("--rounds", type=int, default=3, help="of each course (default: 3)")
    parser.add_argument("--pages", type=int, default=10_000, help="of the generated course (default: 10000)")
    parser.add_argument("--pause", type=float, default=1.0, help="seconds between two saves (default: 1)")
    options = parser.parse_args()
    if options.lutrin:
        os.environ["LUTRIN"] = str(options.lutrin.resolve())
    print(f"{platform.machine()}, {os.cpu_count()} processors, load before it {os.getloadavg()[0]:.2f}\n")
    rows = []
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder, sync_playwright() as started:
        folder = pathlib.Path(folder)
        browser = started.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        courses = [("the toolbox", TOOLBOX_GOAL, toolbox(folder)), (f"{options.pages:,} pages", LARGE_GOAL, large(folder, options.pages))]
        for number in range(1, options.rounds + 1):
            for name, goal, course in courses:
                print(f"round {number}: {name}", file=sys.stderr)
                found = waits(browser, *course, options)
                rows.append([f"{name}, round {number}", spread([wait.in_document for wait in found], " ms"),
                             spread([wait.on_screen for wait in found], " ms"), f"{goal} ms"])
        print(table(["course", "in the document", "painted", "goal for the median"], sorted(rows)))
        browser.close()


if __name__ == "__main__":
    main()
