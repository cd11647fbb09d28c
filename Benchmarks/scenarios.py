"""What is measured beside cold builds of the generated courses on one kind of folder."""

import dataclasses
import itertools
import pathlib
import re
import shutil
import tempfile
import zipfile

import corpus
from measuring import CPUS, TOOLS, BenchError, Program, check_same, checked, compiled, measure, measure_rounds, progress
from programs import (FLOOR, LUTRIN, Course, floor_program, hugo_program, lutrin_command, lutrin_name, lutrin_program,
                      make_course, toolbox)
from tables import cost_table, ratio_table, ratios, spread

LEVEL = 6
"""Of compression, as in `Deflate.swift`."""
OVER = "lutrin, everything built anew over the same site"
COLD, SAME, TEXT, TITLE = "cold build", "nothing changed", "one page’s text changed", "one page’s title changed"
DISK_RUNS = 3
DOWNLOADS = re.compile(r"^downloads:.*$", re.MULTILINE)


# --- Offline copies ---------------------------------------------------------------------------


def zips(course, lutrin, runs, folder, scores):
    """What the ZIPs add to a build, beside libdeflate on the files in them."""
    with_zips = dataclasses.replace(
        lutrin_program(course, lutrin, CPUS, f"{LUTRIN}, with ZIPs", downloads=["zip"]),
        pages=lambda out: course.output(out) + archives(course, out))
    files = folder / "zip-files"
    measure(dataclasses.replace(with_zips, after=lambda out: unpack(archives(course, out), files)), folder)
    deflate = compiled("deflate", "-ldeflate", "-pthread")
    alone = Program(
        f"libdeflate {CPUS}", lambda out: [deflate, files, str(LEVEL), str(CPUS)], lambda out: [],
        seconds=lambda text: float(text.split()[0]))
    size = sum(path.stat().st_size for path in files.rglob("*") if path.is_file()) / 1e6
    count = sum(1 for path in files.rglob("*") if path.is_file())
    samples = measure_rounds([lutrin_program(course, lutrin, CPUS), with_zips, alone], runs, folder, "ZIPs")
    shutil.rmtree(files)
    extra = [a.seconds - b.seconds for a, b in zip(samples[with_zips.name], samples[LUTRIN], strict=True)]
    factors = [more / floor.seconds for more, floor in zip(extra, samples[alone.name], strict=True)]
    pages = 2 * len(course.pages)
    print(cost_table(f"ZIPs of {pages:,} pages", pages, samples))
    print(f"The ZIPs hold {count:,} files of {size:,.0f} MB. They add {spread(extra, ' s')}: "
          f"{spread(factors)} times libdeflate.\n", flush=True)
    scores.add_ratio("zips", factors, most=1.3, pages=pages)


def archives(course, out):
    """The ZIPs of a built course: one for each locale and each of its modules."""
    modules = sorted({page.folder for page in course.pages if page.folder})
    names = ["-".join(filter(None, ("trial-course", module, locale)))
             for locale in corpus.LOCALES for module in ["", *modules]]
    return [out / name[-2:] / "downloads" / f"{name}.zip" for name in names]


def unpack(paths, folder):
    """Puts the files of all ZIPs into a folder, those of each into one of their own."""
    for path in paths:
        with zipfile.ZipFile(path) as archive:
            archive.extractall(folder / path.stem)


# --- The course of this repository ------------------------------------------------------------


def real_course(lutrin, runs, folder, scores):
    """The toolbox beside Hugo on a generated course of as many pages."""
    own = toolbox(folder)
    sources = sum(1 for path in (own.lutrin / "content").rglob("*.md"))
    course = make_course(sources + sources % 2, folder)
    plain = Course(own.pages, folder / "toolbox-plain")
    shutil.copytree(own.lutrin, plain.lutrin)
    settings = plain.lutrin / "site.yml"
    settings.write_text(DOWNLOADS.sub("downloads: []", settings.read_text(encoding="utf-8")), encoding="utf-8")

    def build(project, jobs, name):
        return Program(f"{lutrin_name(jobs)}, {name}", lutrin_command(project, lutrin, jobs), lambda out: [],
                       before=project.forget, after=lambda out: check_count(out, sources))

    builds = [build(own, CPUS, "the toolbox with its ZIPs"), *(build(plain, jobs, "the toolbox") for jobs in sorted({1, CPUS}))]
    hugo = hugo_program(course)
    measure_rounds([hugo, *builds], 1, folder, "the toolbox, to warm up")
    samples = measure_rounds([hugo, *builds], 2 * runs, folder, "the toolbox")
    print(cost_table(f"the toolbox, {sources} pages", sources, samples))
    print(ratio_table(samples, [("hugo", build.name) for build in builds]), flush=True)
    scores.add_ratio("toolbox", ratios(samples, "hugo", builds[-1].name), least=5, suffix=f" ({sources} pages)")


def check_count(out, expected):
    """As many pages as sources, at least: an edition shows pages of the other where its own are missing."""
    found = sum(1 for locale in corpus.LOCALES for _ in (out / locale).rglob("*.html"))
    if found < expected:
        raise BenchError(f"the toolbox has {expected} sources and {found} pages")


# --- Rebuilds ---------------------------------------------------------------------------------


def rebuilds(course, lutrin, runs, folder, scores):
    """New processes that find a site and what its build left for them, beside the cold build."""
    course.settle()
    warm = Course(course.pages, folder / "course-warm")
    shutil.copytree(course.lutrin, warm.lutrin)
    page = next(page for page in course.pages[len(course.pages) // 2 :] if page.slug != "index")
    editor = Editor(warm.lutrin / "content" / corpus.LOCALES[0] / page.path)
    built = pathlib.Path(corpus.LOCALES[0]) / page.output

    def rebuild(name, edit):
        return Program(name, lutrin_command(warm, lutrin), warm.output, before=edit, keeps="site-warm",
                       after=lambda out: editor.check(out / built))

    cold = lutrin_program(course, lutrin, CPUS, COLD)
    contestants = [cold, rebuild(SAME, lambda: None), rebuild(TEXT, editor.change_text), rebuild(TITLE, editor.change_title)]
    measure_rounds(contestants, 1, folder, "rebuilds, to warm up")
    samples = measure_rounds(contestants, runs, folder, "rebuilds")
    afresh = Program("afresh", lutrin_command(warm, lutrin), warm.output, before=warm.forget,
                     after=lambda out: check_same(out, folder / "site-warm", "rebuilt and built afresh"))
    measure(afresh, folder)
    pages = 2 * len(course.pages)
    print(cost_table(f"rebuilds, {pages:,} pages", pages, samples))
    print(ratio_table(samples, [(COLD, name) for name in (SAME, TEXT, TITLE)]))
    print("After all this the site was, byte by byte, that of a cold build of the same text.\n", flush=True)
    scores.add_ratio("rebuild", ratios(samples, COLD, TEXT), least=10, pages=pages)
    shutil.rmtree(warm.lutrin)
    shutil.rmtree(folder / "site-warm")


def warm(course, binary, times=101):
    """Milliseconds from a page's new text to its new bytes, again and again; the first is left out, as all memory is cold."""
    course.settle()
    page = next(page for page in course.pages[len(course.pages) // 2 :] if page.slug != "index")
    locale = corpus.LOCALES[0]
    printed = checked([binary, course.lutrin, f"content/{locale}/{page.path}", f"{locale}/{page.output}", str(times)], "the process kept warm")
    return [float(word) for word in printed.split()][1:]


class Editor:
    """Changes one page again and again, never into what it was before."""

    def __init__(self, path):
        self.path = path
        self.front, self.body = path.read_text(encoding="utf-8").split("\n---\n\n", 1)
        self.numbers = itertools.count(1)
        self.change = ""

    def change_text(self):
        """Begins the first paragraph with new words."""
        self.change = f"Change {next(self.numbers)} of the text."
        self.body = f"{self.change} {self.body}" if not self.body.startswith("Change ") else (
            self.change + self.body[self.body.index(".") + 1 :])
        self.write()

    def change_title(self):
        """Gives the page, all lists of pages, and links that show it another title."""
        self.change = f"Title number {next(self.numbers)}"
        head, _, rest = self.front.partition("title: ")
        self.front = f'{head}title: "{self.change}"\n' + rest.partition("\n")[2]
        self.write()

    def write(self):
        """Writes the page."""
        self.path.write_text(f"{self.front}\n---\n\n{self.body}", encoding="utf-8")

    def check(self, built):
        """The last change must be on the built page."""
        if self.change not in built.read_text(encoding="utf-8"):
            raise BenchError(f"“{self.change}” is not in {built}")


# --- The rest ---------------------------------------------------------------------------------


def same_bytes(course, lutrin, folder):
    """One thread and all of them must give the same site; how many files it has."""
    progress("comparing the sites of one thread and of all")
    one = Program("one thread", lutrin_command(course, lutrin, 1), course.output, before=course.settle, keeps="site-1")
    measure(one, folder)
    counts = []
    measure(dataclasses.replace(
        lutrin_program(course, lutrin, CPUS),
        after=lambda out: counts.append(check_same(out, folder / one.keeps, "sites of one thread and of all"))), folder)
    shutil.rmtree(folder / one.keeps)
    print(f"One thread and {CPUS} wrote the same {counts[0]:,} files, byte by byte.\n", flush=True)
    return counts[0]


def disk(course, lutrin, runs):
    """The same cold builds where this repository lies."""
    TOOLS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="disk-", dir=TOOLS) as name:
        folder = pathlib.Path(name)
        course.settle()
        copy = Course(course.pages, folder / "course", folder / "course-hugo")
        shutil.copytree(course.lutrin, copy.lutrin)
        shutil.copytree(course.hugo, copy.hugo)
        over = dataclasses.replace(
            lutrin_program(copy, lutrin, CPUS), name=OVER, command=lambda out: [*lutrin_command(copy, lutrin)(out), "--no-cache"], keeps="site-over")
        measure(over, folder)
        contestants = [hugo_program(copy), lutrin_program(copy, lutrin, CPUS), over, floor_program(copy, CPUS)]
        samples = measure_rounds(contestants, min(runs, DISK_RUNS), folder, "on disk")
    pages = 2 * len(course.pages)
    print(cost_table(f"on disk, {pages:,} pages", pages, samples))
    print(ratio_table(samples, [("hugo", LUTRIN), (LUTRIN, OVER), (LUTRIN, FLOOR)]))
    print("Lutrin waits until all is on the disk (`syncfs`); the others do not.\n", flush=True)
