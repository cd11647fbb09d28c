#!/usr/bin/env python3
"""Writes a bilingual course of any size: as a Lutrin project and, on request, as a Hugo site.

    corpus.py PAGES OUT [--hugo OUT] [--theme DIR] [--downloads zip] [--seed N]

PAGES counts both locales together. The same arguments give the same bytes. Both forms have the
same Markdown; in Hugo's, module pages are `_index.md` and the front matter adds `slug` and
`weight`, which Lutrin takes from file names.
"""

import argparse
import dataclasses
import json
import pathlib
import random
import re
import shutil
import sys

from prose import Prose, capital, slug_of

HERE = pathlib.Path(__file__).resolve().parent
LOCALES = ("fr", "en")
SESSIONS_PER_MODULE = 20
ANCHOR = "reperes"
"""The id of a heading that every page has: what links with an anchor point at."""
ALERTS = ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION")
URL = "https://example.org/course/"
TITLES = {"fr": "Cours d’essai", "en": "Trial course"}


# --- The plan: which pages there are ---------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class Page:
    """A page of the course, the same in every locale."""

    index: int
    path: str
    """Relative to the locale's folder, as Lutrin has it: `module-001/03-sols.md`."""
    weight: int
    titles: dict

    @property
    def folder(self):
        """The module's folder, empty for the home page."""
        return self.path.rpartition("/")[0]

    @property
    def slug(self):
        """The page's name in its URL."""
        return re.sub(r"^\d+-", "", self.path.rpartition("/")[2].removesuffix(".md"))

    @property
    def output(self):
        """The page's HTML file below the locale's folder."""
        return "/".join(filter(None, (self.folder, f"{self.slug}.html")))


def plan(pages, seed=1):
    """The pages of a course with `pages` pages in all locales together: home, modules, sessions."""
    if pages % len(LOCALES) or pages < 3 * len(LOCALES):
        raise SystemExit(f"corpus: PAGES must be even and at least {3 * len(LOCALES)}")
    below_home = pages // len(LOCALES) - 1
    modules = -(-below_home // (SESSIONS_PER_MODULE + 1))
    course = [Page(0, "index.md", 0, TITLES)]
    for number in range(1, modules + 1):
        share = below_home * number // modules - below_home * (number - 1) // modules
        course += plan_module(number, share - 1, len(course), seed)
    return course


def plan_module(number, sessions, first_index, seed):
    """One module's page and its sessions."""
    folder = f"module-{number:03}"
    pages = [Page(first_index, f"{folder}/index.md", number, titles_of(seed, first_index))]
    slugs = {"index"}
    for session in range(1, sessions + 1):
        titles = titles_of(seed, first_index + session)
        slug = slug_of(titles["fr"])
        if slug in slugs:
            slug += f"-{session}"
        slugs.add(slug)
        path = f"{folder}/{session:02}-{slug}.md"
        pages.append(Page(first_index + session, path, session, titles))
    return pages


def titles_of(seed, index):
    """A page's title in every locale."""
    return {
        locale: capital(Prose(locale, f"{seed}/{index}/{locale}/title").clause())
        for locale in LOCALES
    }


# --- A page's Markdown ------------------------------------------------------------------------


class PageWriter:
    """Writes one page's body in one locale; what has to be alike in all locales is drawn from
    `shape`, which does not know the locale."""

    def __init__(self, course, page, locale, seed):
        self.course, self.page, self.locale = course, page, locale
        self.shape = random.Random(f"{seed}/{page.index}")
        self.prose = Prose(locale, f"{seed}/{page.index}/{locale}")
        self.notes = []

    def body(self):
        """The whole body: an introduction and four sections."""
        self.asides = self.draw_asides(paragraphs=9)
        features = [self.bullets, self.table, self.alert, self.steps]
        self.shape.shuffle(features)
        blocks = [self.paragraph()]
        for number, feature in enumerate(features):
            blocks += self.section(feature, anchor=number == 1)
        if self.shape.random() < 0.2:
            blocks.append(self.code())
        return "\n\n".join(blocks + self.notes) + "\n"

    def draw_asides(self, paragraphs):
        """For each paragraph what its last sentence ends with: five to eight get a link."""
        linked = self.shape.sample(range(paragraphs), self.shape.randint(5, 8))
        asides = [self.link() if number in linked else "" for number in range(paragraphs)]
        if self.shape.random() < 0.2:
            number = self.shape.randrange(paragraphs)
            asides[number] = asides[number] or f"<https://example.org/{self.page.index}>"
        return iter(asides)

    def link(self):
        """A link to another page, half of them in the same module, one in ten with an anchor."""
        target = self.page
        while target is self.page:
            target = self.shape.choice(self.course)
            if self.shape.random() < 0.5:
                near = self.page.index + self.shape.randint(-5, 5)
                target = self.course[max(0, min(near, len(self.course) - 1))]
        anchor = f"#{ANCHOR}" if self.shape.random() < 0.1 else ""
        return f"[{target.titles[self.locale]}]({self.relative(target)}{anchor})"

    def relative(self, target):
        """The link to a page from this one, as a relative path of source files."""
        if self.page.folder == target.folder:
            return target.path.rpartition("/")[2]
        return f"../{target.path}" if self.page.folder else target.path

    def section(self, feature, anchor):
        """A heading, a paragraph, perhaps a lower heading, another paragraph and a feature."""
        mark = f" {{#{ANCHOR}}}" if anchor else ""
        blocks = [f"## {self.heading()}{mark}", self.paragraph()]
        if self.shape.random() < 0.4:
            blocks.append(f"### {self.heading()}")
        return blocks + [self.paragraph(), feature()]

    def heading(self):
        """Two noun phrases."""
        return capital(f"{self.prose.noun_phrase()}, {self.prose.noun_phrase()}")

    def paragraph(self):
        """Three sentences, one a line; one paragraph in twenty-five has a footnote."""
        prose = self.prose
        lines = [prose.sentence(), prose.sentence(), prose.sentence(next(self.asides))]
        if self.shape.random() < 0.04:
            label = len(self.notes) + 1
            lines[0] += f"[^{label}]"
            self.notes.append(f"[^{label}]: {prose.words['note']} {prose.clause()}.")
        return "\n".join(lines)

    def bullets(self):
        """A list of four items, the second with one below it."""
        items = [f"- {capital(self.prose.marked_phrase())} ; {self.prose.clause()}" for _ in range(4)]
        items.insert(2, f"  - {self.prose.clause()}")
        return "\n".join(items)

    def steps(self):
        """A numbered list."""
        return "\n".join(f"{number}. {capital(self.prose.clause())}." for number in range(1, 5))

    def table(self):
        """A GFM table with four columns and rows."""
        head = self.prose.words["columns"]
        rows = [[self.prose.noun_phrase() for _ in head] for _ in range(4)]
        lines = [head, ["---", "---", ":-:", "---"], *rows]
        return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)

    def alert(self):
        """A block quote of GitHub's kinds."""
        kind = self.shape.choice(ALERTS)
        return f"> [!{kind}]\n> {self.prose.sentence()}\n> {self.prose.sentence()}"

    def code(self):
        """A fenced block of a few settings."""
        lines = [f"{self.prose.code_name()}: {self.prose.random.randrange(10**6)}" for _ in range(5)]
        return "\n".join(["```", *lines, "```"])


def front_matter(page, locale, seed, **more):
    """The YAML before the body."""
    prose = Prose(locale, f"{seed}/{page.index}/{locale}/front")
    fields = {
        "title": page.titles[locale],
        "summary": capital(prose.clause()) + ".",
        "duration": 5 * prose.random.randint(2, 18),
        "objectives": [capital(prose.clause()) for _ in range(3)],
        **more,
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items()]
    return "\n".join(["---", *lines, "---", "", ""])


# --- The two forms ----------------------------------------------------------------------------


def write_course(course, out, hugo_out=None, themes=None, downloads=(), seed=1):
    """Writes the course as a Lutrin project and, where `hugo_out` is given, as a Hugo site."""
    for locale in LOCALES:
        for page in course:
            body = PageWriter(course, page, locale, seed).body()
            write(out / "content" / locale / page.path, front_matter(page, locale, seed) + body)
            if hugo_out:
                write_hugo_page(hugo_out / "content" / locale, page, locale, body, seed)
    write(out / "site.yml", site_yml(downloads))
    if themes:
        shutil.copytree(themes, out / "themes")
    if hugo_out:
        shutil.copytree(HERE / "hugo-theme", hugo_out / "themes" / "hugo-theme")
        shutil.copy(HERE / "hugo.toml", hugo_out / "hugo.toml")


def site_yml(downloads, url=URL):
    """Lutrin's settings; without a `url` a site has no sitemap."""
    names = {"fr": "Français", "en": "English"}
    return "\n".join(
        [
            "name: trial-course",
            f"title: {json.dumps(TITLES, ensure_ascii=False)}",
            f"description: {json.dumps(TITLES, ensure_ascii=False)}",
            "publisher: {fr: Lutrin, en: Lutrin}",
            "license: CC-BY-4.0",
            *([f"url: {url}"] if url else []),
            "locales:",
            *(f"  - {{code: {code}, name: {names[code]}}}" for code in LOCALES),
            "theme: toolbox",
            f"downloads: [{', '.join(downloads)}]",
            "",
        ]
    )


def write_hugo_page(folder, page, locale, body, seed):
    """Writes a page as Hugo has it: with a weight, and a slug unless it is a section's."""
    more = {"weight": page.weight}
    if page.slug != "index":
        more["slug"] = page.slug
    text = front_matter(page, locale, seed, **more) + hugo_paths(body)
    write(folder / hugo_paths(f"/{page.path}")[1:], text)


def hugo_paths(text):
    """The text with the pages of modules and home named as Hugo names them."""
    return re.sub(r"(?<=[/(])index\.md", "_index.md", text)


def write(path, text):
    """Writes a file, making its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main():
    """The command line."""
    parser = argparse.ArgumentParser(description="Writes a bilingual course of any size.")
    parser.add_argument("pages", type=int, help="pages in both locales together")
    parser.add_argument("out", type=pathlib.Path, help="folder of the Lutrin project; must not exist")
    parser.add_argument("--hugo", type=pathlib.Path, help="folder of the same course as a Hugo site")
    parser.add_argument("--theme", type=pathlib.Path, default=HERE.parent / "themes",
                        help="the folder of themes to copy (default: the repository's)")
    parser.add_argument("--downloads", action="append", choices=["zip"], default=[],
                        help="what site.yml asks for beside pages (default: nothing)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for folder in filter(None, (options.out, options.hugo)):
        if folder.exists():
            parser.error(f"{folder} exists")
    themes = options.theme if options.theme.is_dir() else None
    if not themes:
        print(f"corpus: there is no {options.theme}: the project has no theme", file=sys.stderr)
    course = plan(options.pages, options.seed)
    write_course(course, options.out, options.hugo, themes, options.downloads, options.seed)


if __name__ == "__main__":
    main()
