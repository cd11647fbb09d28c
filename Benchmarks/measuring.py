"""Runs programs and finds what they cost: rounds of whole processes, each checked for what it left behind."""

import collections.abc
import dataclasses
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
TOOLS = HERE.parent / ".build-bench"
CPUS = len(os.sched_getaffinity(0))
SMALLEST_PAGE = 1000
"""Bytes: a smaller output file is not a page."""
COMPLAINT = re.compile(r"^\W*(warn|warning|error)\b.*", re.IGNORECASE | re.MULTILINE)


class BenchError(Exception):
    """Why nothing can be said about the programs."""


def nothing(*_):
    """What happens before and after most runs."""


@dataclasses.dataclass(frozen=True)
class Program:
    """Something to run on a course."""

    name: str
    command: collections.abc.Callable
    """Output folder to the command's words."""
    pages: collections.abc.Callable
    """Output folder to the files that must be there afterwards, each as large as a page."""
    before: collections.abc.Callable = nothing
    """Puts the course into the state that the run starts from; not measured."""
    after: collections.abc.Callable = nothing
    """Takes the output folder and throws where a run did not do what it was for; not measured."""
    keeps: str = ""
    """The folder that one run after the other builds into; without it, each builds into a new one."""
    seconds: collections.abc.Callable | None = None
    """What the program printed to its own time, where starting up and reading do not count."""


@dataclasses.dataclass(frozen=True)
class Sample:
    """What one run cost."""

    seconds: float
    megabytes: float


def measure_rounds(contestants, runs, folder, what):
    """Runs all programs one after the other, `runs` times: samples by program's name."""
    samples = {program.name: [] for program in contestants}
    for number in range(1, runs + 1):
        progress(f"{what}, round {number} of {runs}")
        for program in contestants:
            samples[program.name].append(measure(program, folder))
    return samples


def measure(program, folder):
    """One run, checked."""
    out, report = folder / (program.keeps or "output"), folder / "report"
    program.before()
    command = [compiled("measure"), report, *program.command(out)]
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                            text=True, errors="replace")
    if result.returncode != 0:
        raise BenchError(f"measuring {program.name} failed:\n{result.stdout}")
    seconds, kib, status = report.read_text().split()
    check_run(program, int(status), result.stdout)
    check_pages(program, out)
    program.after(out)
    if not program.keeps:
        shutil.rmtree(out, ignore_errors=True)
    return Sample(program.seconds(result.stdout) if program.seconds else float(seconds), int(kib) / 1024)


def check_run(program, status, text):
    """A run that failed or complained (an unresolved link, say) is no measurement."""
    if status != 0:
        raise BenchError(f"{program.name} ended with status {status}:\n{text[-2000:]}")
    complaints = [match.group() for match in COMPLAINT.finditer(text)]
    if complaints:
        first = "\n".join(complaints[:5])
        raise BenchError(f"{program.name} complained {len(complaints)} times:\n{first}")


def check_pages(program, out):
    """Every page of the course must be in the output, in every locale."""
    expected = program.pages(out)
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


def tree(folder):
    """A hash of every file's bytes, by its path in the folder."""
    return {path.relative_to(folder): hashlib.blake2b(path.read_bytes(), digest_size=16).digest()
            for path in folder.rglob("*") if path.is_file()}


def check_same(one, other, what):
    """Two folders must hold the same files with the same bytes; tells how many they hold."""
    ours, theirs = tree(one), tree(other)
    different = sorted(path for path in ours.keys() | theirs.keys() if ours.get(path) != theirs.get(path))
    if different:
        raise BenchError(f"{what}: {len(different):,} of {len(ours):,} files differ; the first is {different[0]}")
    return len(ours)


def compiled(name, *libraries):
    """The program made of NAME.c, compiled when the source is newer."""
    source, program = HERE / f"{name}.c", TOOLS / name
    if not program.exists() or program.stat().st_mtime < source.stat().st_mtime:
        TOOLS.mkdir(exist_ok=True)
        checked(["cc", "-O2", "-o", program, source, *libraries], f"compiling {source.name}")
    return program


def checked(command, what, **options):
    """Runs a command that has to succeed; what it printed."""
    try:
        result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    except OSError as error:
        raise BenchError(f"{what} failed: {error}") from error
    if result.returncode != 0:
        raise BenchError(f"{what} failed:\n{result.stdout}")
    return result.stdout


def progress(message):
    """Says on standard error what goes on."""
    print(f"bench: {message}", file=sys.stderr, flush=True)
