#!/usr/bin/env python3
"""Measures Lutrin beside Hugo and beside floors in C, interleaved, on generated courses.

    bench.py [--sizes 46,1000,10000] [--runs 5] [--lutrin PATH] [--dir DIR] [--quick] [--huge] [--templates]

Prints Markdown to standard output and progress to standard error. Every run is a whole process;
it counts only if each page of the course is there afterwards. Exit status: 0 done, 1 a program
failed, left out pages or complained, or the machine is too small.

`programs()` in programs.py lists what is run on every size; scenarios.py has what is measured
once, on the largest course but the huge one; goals.py what all of it is for.
"""

import argparse
import os
import pathlib
import platform
import re
import shutil
import statistics
import sys
import tempfile

import profile
import scenarios
from goals import Scores
from measuring import CPUS, HERE, BenchError, checked, measure_rounds, progress
from programs import FLOOR, HUGO_VERSION, LUTRIN, PLAIN, THEMES, lutrin_name, make_course, programs
from tables import cost_table, exponents, growth_steps, growth_table, ratio_table, ratios, spread

SIZES, QUICK_SIZES = [46, 1000, 10000], [46, 1000]
HUGE = 100_000
"""Too much for Hugo, which would take 15 GB."""
RUNS, QUICK_RUNS, HUGE_RUNS = 5, 3, 3
KIB_A_PAGE_ON_DISK, KIB_A_PAGE_IN_MEMORY, KIB_A_PAGE_IN_HUGO = 64, 42, 150
"""Corpora with the outputs; Lutrin, at most, if it keeps below its 4 GiB; Hugo."""


def arguments():
    """The options, with defaults filled in."""
    parser = argparse.ArgumentParser(description="Measures Lutrin beside Hugo and floors in C.")
    parser.add_argument("--sizes", type=lambda text: sorted(int(part) for part in text.split(",")),
                        help="pages of each course, with commas")
    parser.add_argument("--runs", type=int, help="runs of each program on each course")
    parser.add_argument("--lutrin", type=pathlib.Path, help="the lutrin to measure; else it is left out")
    parser.add_argument("--dir", type=pathlib.Path, default=pathlib.Path("/dev/shm"),
                        help="where to make (and remove) a working folder (default: /dev/shm)")
    parser.add_argument("--quick", action="store_true", help="fewer sizes and runs by default")
    parser.add_argument("--huge", action="store_true", help=f"also {HUGE:,} pages, without Hugo: some minutes, 8 GB")
    parser.add_argument("--templates", action="store_true",
                        help="also the templates and a process kept warm: builds two packages, needs valgrind, some minutes")
    options = parser.parse_args()
    options.sizes = options.sizes or (QUICK_SIZES if options.quick else SIZES)
    options.runs = options.runs or (QUICK_RUNS if options.quick else RUNS)
    return options


def check_lutrin(lutrin):
    """Says so where Lutrin is left out; refuses one that cannot build the course."""
    if lutrin is None:
        note = "Lutrin was **not** measured: no `--lutrin PATH` was given, its rows are left out.\n"
        progress(note.strip())
        print(note)
        return None
    if not os.access(lutrin, os.X_OK):
        raise BenchError(f"{lutrin} is no program")
    if not THEMES.is_dir():
        raise BenchError(f"Lutrin needs its themes in {THEMES}")
    return lutrin.resolve()


def check_machine(size, folder):
    """Refuses sizes that memory or the folder's file system cannot hold."""
    disk = size * KIB_A_PAGE_ON_DISK // 1024
    free = shutil.disk_usage(folder).free >> 20
    if free < disk:
        raise BenchError(f"{size:,} pages need {disk:,} MB in {folder}, {free:,} MB are free")
    memory = size * (KIB_A_PAGE_IN_HUGO if size < HUGE else KIB_A_PAGE_IN_MEMORY) // 1024 + disk
    available = available_memory()
    if available < memory:
        raise BenchError(f"{size:,} pages need {memory:,} MB of memory, {available:,} MB are available")


def available_memory():
    """Megabytes that programs can have without swapping."""
    text = pathlib.Path("/proc/meminfo").read_text()
    return int(re.search(r"^MemAvailable:\s+(\d+)", text, re.MULTILINE).group(1)) >> 10


def machine(folder, runs):
    """What the figures were measured on."""
    model = re.search(r"^model name\s*:\s*(.*)$", pathlib.Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    name = model.group(1) if model else platform.machine()
    return (f"{name}, {CPUS} cores, Linux {platform.release()}; Hugo {HUGO_VERSION}; in {folder}; "
            f"{runs} interleaved runs, median [least–most]; load at the start {os.getloadavg()[0]:.1f}.\n")


def bench(options):
    """Measures all sizes and scenarios and prints what came out."""
    sizes = options.sizes + ([HUGE] if options.huge and HUGE not in options.sizes else [])
    for size in sizes:
        check_machine(size, options.dir)
    lutrin = check_lutrin(options.lutrin)
    print(machine(options.dir, options.runs))
    scores, results = Scores(), {}
    main = max((size for size in sizes if size < HUGE), default=None)
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="lutrin-bench-", dir=options.dir) as name:
            folder = pathlib.Path(name)
            course = make_course(size, folder, hugo=size < HUGE)
            cold_builds(course, size, lutrin, options.runs, folder, results)
            if lutrin and size == main:
                course_scenarios(course, lutrin, options.runs, folder, scores, results[size])
    print(growth_table(results))
    if lutrin:
        score(results, scores)
        with tempfile.TemporaryDirectory(prefix="lutrin-bench-", dir=options.dir) as name:
            scenarios.real_course(lutrin, options.runs, pathlib.Path(name), scores)
        if options.templates:
            templates(lutrin, scores)
            warm([size for size in sizes if 46 < size < HUGE] or sizes[-1:], options, scores)
    print(scores.table())
    print(f"Load at the end {os.getloadavg()[0]:.1f}, on {CPUS} cores.")


def cold_builds(course, size, lutrin, runs, folder, results):
    """All programs on one course; the first time of all, once more and not counted."""
    contestants = programs(course, lutrin)
    runs = min(runs, HUGE_RUNS) if size >= HUGE else runs
    if not results:
        measure_rounds(contestants, 1, folder, "programs come from the disk")
    results[size] = measure_rounds(contestants, runs, folder, f"{size:,} pages")
    print(cost_table(f"{size:,} pages", size, results[size]))
    print(ratio_table(results[size]), flush=True)


def course_scenarios(course, lutrin, runs, folder, scores, cold):
    """What is measured on one size only."""
    files = scenarios.same_bytes(course, lutrin, folder)
    if CPUS > 1:
        scores.add_ratio("threads", ratios(cold, lutrin_name(1), LUTRIN), least=1.8,
                         pages=2 * len(course.pages), suffix=f", {files:,} files the same")
    scenarios.zips(course, lutrin, runs, folder, scores)
    scenarios.rebuilds(course, lutrin, runs, folder, scores)
    scenarios.disk(course, lutrin, runs)
    served = re.search(r"^ +serve\b", checked([lutrin, "--help"], "asking lutrin for help"), re.MULTILINE)
    scores.add("warm", None, "**not measured**: " + (
        "this benchmark does not drive `lutrin serve` yet" if served else "`lutrin` has no process that stays, yet"))


def score(results, scores):
    """What the cold builds say about the goals."""
    for size in (1000, 10000):
        if size in results:
            speed = ratios(results[size], "hugo", LUTRIN)
            memory = ratios(results[size], "hugo", LUTRIN, "megabytes")
            scores.add(f"hugo-{size}", statistics.median(speed) >= 8 and statistics.median(memory) >= 6,
                       f"{spread(speed, '×')} faster", f"{spread(memory, '×')} less memory")
    if 10000 in results:
        scores.add_ratio("floor", ratios(results[10000], LUTRIN, FLOOR), most=1.5)
        scores.add_ratio("floor-plain", ratios(results[10000], PLAIN, FLOOR), most=1.3)
    if steps := growth_steps(results):
        found = [(step, field, exponents(results, LUTRIN, step, name))
                 for step in steps for field, name in (("time", "seconds"), ("memory", "megabytes"))]
        scores.add("growth", all(statistics.median(values) <= 1.05 for *_, values in found),
                   *(f"{field} {spread(values)} to {step[1]:,}" for step, field, values in found))
    if HUGE in results:
        gigabytes = [run.megabytes / 1024 for run in results[HUGE][LUTRIN]]
        scores.add("huge", max(gigabytes) < 4, spread(gigabytes, " GiB"))


def templates(lutrin, scores):
    """The templates' share of a build, and their speed beside another engine's."""
    progress("building the engines of templates, which takes minutes")
    package = HERE / "Templates"
    checked(["swift", "build", "-c", "release", "--package-path", package], "building Benchmarks/Templates")
    rendered = checked(["swift", "run", "-c", "release", "--skip-build", "--package-path", package], "rendering")
    print(rendered[rendered.index("|") :])
    found = profile.measured(lutrin)
    print(profile.table_of(found))
    share = profile.template_share(found)
    scores.add("templates", share <= 1 / 6, f"{share:.1%} of the build’s instructions; see the table of engines")


def warm(sizes, options, scores):
    """A process that keeps a course in memory, on a small and on a large one."""
    progress("building the generator as a library, which takes minutes")
    package = HERE / "Warm"
    checked(["swift", "build", "-c", "release", "--package-path", package], "building Benchmarks/Warm")
    binary = package / ".build" / "release" / "WarmSite"
    figures = {}
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="lutrin-bench-", dir=options.dir) as name:
            figures[size] = scenarios.warm(make_course(size, pathlib.Path(name), hugo=False), binary)
    print("| a process kept warm | from a page’s new text to its new bytes |\n| --- | --: |")
    for size, milliseconds in figures.items():
        print(f"| {size:,} pages | {spread(milliseconds, ' ms')} |")
    print(flush=True)
    last = figures[sizes[-1]]
    scores.add("warm", statistics.median(last) <= 50, "; ".join(f"{spread(found, ' ms')} of {size:,} pages" for size, found in figures.items()))


def main():
    """The command line."""
    try:
        bench(arguments())
    except BenchError as error:
        sys.exit(f"bench: {error}")


if __name__ == "__main__":
    main()
