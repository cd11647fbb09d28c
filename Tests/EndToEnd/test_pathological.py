"""Texts that are made to be slow, at the largest size that a page may have: a build of one ends soon, with a site or with a place.

The time limit is there to find a hang, not to measure: most of these take far less than a second, and without their cure minutes or days.
It counts the processor's time, not that of the wall: other programs may be in the way.
"""

import re
import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from harness import projects
from harness.command import Outcome, run
from harness.trees import digest

pytestmark = pytest.mark.stress

LARGEST = 8 << 20
"""Bytes that a page may have."""

SECONDS = 30

TITLE = "---\ntitle: A page\n---\n"


def filled(unit: str, before: str = "", after: str = "") -> str:
    """One unit again and again, up to the largest size."""
    room = LARGEST - len(TITLE) - len((before + after).encode())
    return before + unit * (room // len(unit.encode())) + after


def counted(unit: str, number: int, before: str = "", after: str = "") -> str:
    """A unit so many times, each with its number in place of `{}`."""
    return before + "".join(unit.replace("{}", str(index)) for index in range(number)) + after


def nested(opening: str, closing: str) -> str:
    """Pairs in pairs, up to the largest size."""
    number = (LARGEST - len(TITLE)) // len((opening + closing).encode())
    return opening * number + closing * number


def processor_seconds() -> float:
    """What the programs have taken that this process has run."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def build(project: Path) -> Outcome:
    """Builds a project: the site, or an error that names a line, and no half of anything; soon."""
    began = processor_seconds()
    outcome = run("build", "--project", project, "--output", project / "site")
    took = processor_seconds() - began
    assert outcome.status in (0, 1), outcome.stderr[-2000:]
    if outcome.status == 1:
        # A file that is too large as a whole has no line.
        assert re.search(r"--> \S+:\d+:\d+\n|error: file-too-large: ", outcome.stderr), outcome.stderr[:2000]
        assert digest(project / "site") == "absent"
    assert took < SECONDS
    return outcome


@pytest.fixture
def course(tmp_path) -> Path:
    return projects.tiny(tmp_path / "course", pages=2)


PAGES: dict[str, Callable[[], str]] = {
    "CDATA": lambda: filled("<![CDATA[", before="a "),
    "processing instructions": lambda: filled("<?", before="a "),
    "declarations": lambda: filled("<!A ", before="a "),
    "comments": lambda: filled("<!-- a ", before="a "),
    "tags": lambda: filled('<a b="', before="a "),
    "images in images": lambda: filled("![[]()"),
    "brackets": lambda: filled("["),
    "brackets that end": lambda: filled("]"),
    "images": lambda: filled("!["),
    "brackets in brackets": lambda: nested("[", "]"),
    "links in links": lambda: nested("[", "](b)"),
    "links without an end": lambda: filled("[a](b"),
    "links in angle brackets without an end": lambda: filled("[a](<b"),
    "references": lambda: filled("[a][b]"),
    "references that are defined": lambda: filled("[a] ", before="[a]: b\n\n"),
    "definitions": lambda: counted("[a{}]: b\n", 500_000),
    "the same definition": lambda: filled("[a]: b\n"),
    "backticks": lambda: "".join("e" + "`" * length for length in range(1, 4_000)),
    "emphasis": lambda: filled("*a _b "),
    "emphasis that ends": lambda: filled("a**b" + "c* "),
    "emphasis in emphasis": lambda: nested("*a **", "b** c*"),
    "underscores": lambda: filled("_"),
    "tildes": lambda: filled("~~a~ "),
    "quotes": lambda: filled("> "),
    "quotes with a text": lambda: filled("> " * 99 + "a\n"),
    "lists": lambda: filled("- "),
    "numbers": lambda: filled("1. "),
    "items in items": lambda: "".join("  " * depth + "- a\n" for depth in range(2_800)),
    "quotes and items by turns": lambda: "".join(">" * (line % 100) + "- a\n" for line in range(100_000)),
    "fences": lambda: filled("```\n"),
    "addresses with @": lambda: filled("a@b"),
    "addresses with @ and dots": lambda: filled("a@b.c."),
    "bare addresses": lambda: filled("www."),
    "bare addresses with parentheses": lambda: filled(")", before="http://a.b"),
    "bare addresses with brackets": lambda: filled("http://a.b<"),
    "bare addresses with entities": lambda: filled("&a;", before="http://a.b"),
    "a table of 20,000 columns": lambda: "|a" * 20_000 + "\n" + "|-" * 20_000 + "\n" + "|b\n" * 1_000,
    "tables of one row": lambda: filled("|a|\n|-|\n\n"),
    "a table of many rows": lambda: filled("|a|b\n", before="|a|b\n|-|-\n"),
    "delimiter rows": lambda: filled("|-|\n|-|-|\n"),
    "cells that are escaped": lambda: filled("\\|", before="|a|\n|-|\n|"),
    "100,000 links": lambda: counted("[a](00002.md#l{}) ", 100_000),
    "links to missing pages on one line": lambda: counted("[a](b{}.md) ", 500_000),
    "links to missing pages": lambda: counted("[a](b{}.md)\n\n", 400_000),
    "links to missing anchors": lambda: counted("[a](#b{})\n", 200_000) + counted("\n# b c{}\n", 200_000),
    "links to anchors": lambda: counted("[a](#b{})\n", 200_000) + counted("\n# b{}\n", 200_000),
    "images that are missing": lambda: counted("![a](b{}.png)\n", 400_000),
    "unsafe addresses": lambda: filled("[a](javascript:b)\n"),
    "HTML": lambda: filled("<b>a</b>\n"),
    "footnotes": lambda: filled("[^a]", after="\n\n[^a]: b\n"),
    "footnotes of their own": lambda: counted("[^{}]", 250_000) + "\n\n" + counted("[^{}]: b\n", 250_000),
    "footnotes that are not defined": lambda: filled("[^a] "),
    "footnotes that are not defined, each in a paragraph": lambda: filled("[^a]\n\n"),
    "footnotes that nothing refers to": lambda: counted("[^{}]: b\n", 500_000),
    "footnotes in footnotes": lambda: counted("[^{}]: [^a]\n", 300_000, before="[^a]: [^1]\n\n"),
    "equal headings": lambda: counted("# a\n\n", 300_000),
    "headings whose anchors begin as those of the markup": lambda: filled("l-", before="# "),
    "headings with equal ids": lambda: filled("# a {#b}\n"),
    "setext headings": lambda: filled("a\n=\n"),
    "a heading that is long": lambda: filled("a", before="# "),
    "alerts": lambda: filled("> [!NOTE] a {#b}\n\n"),
    "quizzes": lambda: counted("> [!QUIZ] {}\n> - [x] [a](b)[^a]\n> - [ ] c\n\n", 120_000, after="[^a]: d"),
    "quizzes in quizzes": lambda: "".join("  " * depth + "> [!QUIZ] a\n" + "  " * depth + "> - [x] b\n" for depth in range(45)) * 1_300,
    "an answer that is long": lambda: filled("[a](b) ", before="> [!QUIZ] a\n> - [x] b\n> - [ ] "),
    "alerts of no kind": lambda: filled("> [!NOTHING]\n\n"),
    "alerts in alerts": lambda: "".join(">" * depth + " [!NOTE]\n" for depth in range(1, 101)) * 1_300,
    "tasks": lambda: filled("- [ ] a\n"),
    "entities": lambda: filled("&amp;&#0;&#x1F600;"),
    "hard breaks": lambda: filled("a\\\n"),
    "backslashes": lambda: filled("\\"),
    "backslashes before brackets": lambda: filled("\\\\[^a "),
    "blank lines": lambda: filled("\n"),
    "ends of lines of all kinds": lambda: filled("a\r\n\rb\n"),
    "one line": lambda: filled("é"),
    "spaces": lambda: filled(" ", before="a", after="b"),
    "tabs": lambda: filled("\t"),
    "characters that combine": lambda: filled("\u0301", before="# a"),
    "a character that is not UTF-8": lambda: filled("a")[:-1] + "\udcff",
    "front matter without an end": lambda: filled("a\n", before="---\n"),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page(course, name):
    page = course / "content" / "en" / "module-1" / "00001.md"
    title = "" if name == "front matter without an end" else TITLE
    text = (title + PAGES[name]()).encode(errors="surrogateescape")
    assert len(text) <= LARGEST
    page.write_bytes(text)
    build(course)


def test_a_home_page_of_many_sections(course):
    (course / "content" / "en" / "index.md").write_text(counted("## a{}\n\n### b\n\n[c](index.md)\n\n", 200_000, before="# Home\n\n"))
    build(course)


YAML: dict[str, Callable[[], str]] = {
    "aliases of aliases": lambda: "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 100)),
    "lists in lists": lambda: nested("[", "]"),
    "lists in lists in lines": lambda: filled("- "),
    "mappings in mappings": lambda: nested("{a: ", "}"),
    "unknown keys": lambda: counted("k{}: a\n", 400_000),
    "the same key": lambda: filled("slug: a\n"),
    "a long key": lambda: filled("a"),
    "a long text": lambda: filled("a", before="label: "),
    "a text that does not end": lambda: filled("a ", before='label: "'),
    "escapes": lambda: filled("\\u00e9", before='label: "', after='"'),
    "a folded text": lambda: filled("  a\n", before="summary: >\n"),
    "comments": lambda: filled("# a\n"),
    "documents": lambda: filled("--- a\n"),
    "question marks": lambda: filled("? "),
    "directives": lambda: filled("%a b\n"),
    "anchors": lambda: filled("&a "),
    "commas": lambda: filled(","),
    "keys in a list": lambda: filled("a: b, ", before="objectives: [", after="]"),
}


def without_fences(text: str, before: str, after: str) -> str:
    """The text between two others, cut to fit."""
    return before + text[: LARGEST - len(before) - len(after)] + after


@pytest.mark.parametrize("name", YAML)
def test_front_matter(course, name):
    page = course / "content" / "en" / "module-1" / "00001.md"
    page.write_text(without_fences(YAML[name](), "---\n", "\n---\n# A page\n"))
    build(course)


@pytest.mark.parametrize("name", [*YAML, "rules", "locales"])
def test_settings(course, name):
    more = {
        "rules": lambda: "rules:\n" + counted("  k{}: error\n", 400_000),
        "locales": lambda: "downloads: [" + "zip, " * 1_000_000 + "]",
    }
    text = {**YAML, **more}[name]()
    settings = course / "site.yml"
    settings.write_text(settings.read_text().replace("downloads: []\n", "") + text)
    build(course)


def test_settings_of_many_locales(course):
    settings = course / "site.yml"
    entries = "".join(f"  - {{code: x{number:06}, name: L}}\n" for number in range(50_000))
    settings.write_text(settings.read_text().replace("locales: [{code: en, name: English}]\n", "locales:\n" + entries))
    build(course)


TEMPLATES: dict[str, Callable[[], str]] = {
    "sections in sections": lambda: "{{#modules}}" * 100_000 + "{{/modules}}" * 100_000,
    "sections without an end": lambda: "{{#modules}}" * 100_000,
    "ends of nothing": lambda: "{{/modules}}" * 100_000,
    "blocks in blocks": lambda: "{{$a}}" * 100_000 + "{{/a}}" * 100_000,
    "parents in parents": lambda: "{{<base}}{{$main}}" * 50_000 + "{{/main}}{{/base}}" * 50_000,
    "unknown names": lambda: counted("{{a{}}}", 300_000),
    "names of many parts": lambda: "{{" + "a." * 1_000_000 + "a}}",
    "tags without an end": lambda: "{{" * 1_000_000,
    "partials": lambda: "{{>head}}" * 100_000,
    "missing partials": lambda: counted("{{>a{}}}", 300_000),
    "blanks": lambda: " " * 4_000_000 + "{{title}}" + " " * 4_000_000,
    "blanks between tags": lambda: (" " * 1_000 + "{{title}}") * 8_000,
    "comments": lambda: "{{! a }}" * 1_000_000,
    "itself": lambda: "{{>page}}" * 1_000,
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template(course, name):
    layout = course / "themes" / "toolbox" / "layouts" / "page.mustache"
    layout.write_text(TEMPLATES[name]())
    build(course)


def test_templates_that_include_others_twice(course):
    """Each doubles what it includes: fifty of them would be larger than any machine."""
    partials = course / "themes" / "toolbox" / "partials"
    for number in range(50):
        (partials / f"double-{number}.mustache").write_text(f"{{{{>double-{number + 1}}}}}" * 2)
    (partials / "double-50.mustache").write_text("a")
    (course / "themes" / "toolbox" / "layouts" / "page.mustache").write_text("{{>double-0}}")
    build(course)
