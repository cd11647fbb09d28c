"""The open page follows what its author saves, and what the reader did on it stays."""

import random
import re

import pytest

from harness import projects
from harness.opened import NOTE_VERSIONS, opened
from harness.preview import previewing

SOURCE = "content/en/module-1/01-local-development.md"
PAGE = "en/module-1/local-development.html"
FRENCH_SOURCE = "content/fr/module-1/01-local-development.md"
OTHER_SOURCE = "content/en/core/01-challenges.md"
SENTENCE = "a solution tried and tested in one municipality"

QUIZ = """
> [!QUIZ] Which one? {#which-one}
> - [x] This
> - [ ] That
"""

STATE = """() => ({
    place: Math.round(scrollY),
    details: [...document.querySelectorAll("main details, .outline details")].map(element => element.open),
    radios: [...document.querySelectorAll("input[type=radio]")].map(element => element.checked),
    choice: document.querySelector("main select").selectedIndex,
    typed: document.querySelector("main textarea").value,
    focus: document.activeElement.localName,
    selected: [document.activeElement.selectionStart, document.activeElement.selectionEnd],
})"""

SCROLL = """async top => {
    const frame = () => new Promise(requestAnimationFrame);
    scrollTo({top, behavior: "instant"});
    // What opened above may still move the text; it is in its place when two frames leave it there.
    for (let before = -1; before !== scrollY; ) {
        before = scrollY;
        await frame().then(frame);
    }
}"""

USE = """() => {
    document.querySelectorAll("main details, .outline details").forEach((element, index) => { element.open = index % 2 === 0; });
    document.querySelector("input[type=radio]").checked = true;
    document.querySelector("main select").selectedIndex = 2;
    const field = document.querySelector("main textarea");
    field.value = "What I think of it";
    field.focus();
    field.setSelectionRange(2, 5);
}"""


@pytest.fixture
def course(tmp_path):
    return projects.toolbox(tmp_path / "course")


@pytest.fixture
def preview(course):
    with previewing(course) as preview:
        yield preview


@pytest.fixture
def page(browser, preview):
    """The session that the tests below write, on a desk."""
    with opened(browser, preview, PAGE) as page:
        yield page


# --- What the reader did ---------------------------------------------------------------------------------------------------------


def test_what_the_reader_did_stays(browser, course):
    with (course / SOURCE).open("a") as file:
        file.write(QUIZ)
    with previewing(course) as preview, opened(browser, preview, PAGE) as page:
        page.page.evaluate(USE)
        page.page.evaluate(SCROLL, 700)
        before = page.page.evaluate(STATE)
        assert before["place"] > 600 and (before["radios"], before["choice"], before["focus"]) == ([True, False], 2, "textarea")
        page.mark()
        page.edit(SOURCE, SENTENCE, "a solution that works in one place")
        page.wait_for("a solution that works in one place")
        assert page.page.evaluate(STATE) == before
        assert page.is_untouched() and page.visit.problems == []


def test_selected_text_stays_selected(page):
    page.page.evaluate("""text => {
        const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
        while (!walker.nextNode().data.includes(text));
        const start = walker.currentNode.data.indexOf(text);
        getSelection().setBaseAndExtent(walker.currentNode, start, walker.currentNode, start + text.length);
    }""", "tried and tested")
    page.edit(SOURCE, "Influence also runs upwards", "Influence, as we know well, also runs upwards")
    page.wait_for("as we know well")
    assert page.page.evaluate("getSelection().toString()") == "tried and tested"


PLAY = """() => {
    window.player = document.querySelector("video");
    player.muted = true;
    return player.play();
}"""


def test_a_video_plays_on(browser, preview):
    with opened(browser, preview, "en/about.html") as page:
        page.page.evaluate(PLAY)
        page.page.wait_for_function("() => player.currentTime > 0.2")
        page.edit("content/en/presentation.md", "Keep [the glossary]", "Some text before the glossary.\n4. Keep [the glossary]")
        page.edit("content/en/presentation.md", "## How to use it", "## How to use it\n\nA paragraph of its own above the video.")
        page.wait_for("A paragraph of its own")
        time = page.page.evaluate("player.currentTime")
        assert page.page.evaluate("player.isConnected && !player.paused") and time > 0.2
        page.page.wait_for_function("time => player.currentTime > time + 0.1", arg=time)
        assert page.visit.problems == []


# --- What is looked at -----------------------------------------------------------------------------------------------------------


def drawing(colour: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><path fill="{colour}" d="M0 0h40v20H0z"/></svg>'


COLOUR = """async name => {
    const image = [...document.querySelectorAll("main img")].find(image => image.src.includes(name));
    // One further down would not be loaded before it comes in sight.
    image.scrollIntoView({behavior: "instant"});
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.getContext("2d").drawImage(image, 0, 0);
    return [...canvas.getContext("2d").getImageData(5, 5, 1, 1).data].slice(0, 3).join();
}"""


def test_a_picture_that_is_drawn_anew_is_seen(browser, course):
    """Its address is as it was, and so is the page."""
    media = course / "content/en/module-1/media"
    (media / "carte d’été, R&D.svg").write_text(drawing("#ff0000"))
    (media / "other.svg").write_text(drawing("#0000ff"))
    with (course / SOURCE).open("a") as file:
        file.write("\n![A map](<media/carte d’été, R&D.svg>)\n\n![Another map](media/other.svg)\n")
    with previewing(course) as preview, opened(browser, preview, PAGE) as page:
        assert page.page.evaluate(COLOUR, "carte") == "255,0,0"
        other = page.page.evaluate("[...document.querySelectorAll('main img')].find(image => image.src.includes('other')).src")
        page.mark()
        (media / "carte d’été, R&D.svg").write_text(drawing("#00ff00"))
        page.page.wait_for_function(f"async () => await ({COLOUR})('carte') === '0,255,0'")
        assert page.page.evaluate("[...document.querySelectorAll('main img')].find(image => image.src.includes('other')).src") == other
        # The text is exchanged as before, and the picture stays.
        page.edit(SOURCE, SENTENCE, "a solution beside a picture")
        page.wait_for("a solution beside a picture")
        assert page.page.evaluate(COLOUR, "carte") == "0,255,0"
        assert page.is_untouched() and page.visit.problems == []


def test_text_above_the_window_shifts_nothing(page):
    page.page.evaluate("document.querySelector('textarea').scrollIntoView({behavior: 'instant', block: 'center'})")
    top = "document.querySelector('textarea').getBoundingClientRect().top"
    before = page.page.evaluate(top)
    page.edit(SOURCE, "## More than growth\n", "## More than growth\n\n" + "- A new item\n" * 40)
    page.wait_for("A new item")
    # Chromium keeps the place when it lays the page out, before the next frame.
    page.page.wait_for_function(f"before => Math.abs({top} - before) < 2", arg=before)


def test_headings_come_into_the_contents(page):
    page.mark()
    page.edit(SOURCE, "## Who influences it", "## A heading of today\n\nIts text.\n\n## Who influences it")
    page.wait_for("A heading of today")
    assert "A heading of today" in page.page.locator("nav.toc").inner_text()
    assert page.is_untouched()


def test_a_title_comes_into_the_outline_of_other_pages(page):
    page.mark()
    page.edit(OTHER_SOURCE, 'title: "', 'title: "Renamed today: ')
    page.page.wait_for_function("() => document.querySelector('.outline').textContent.includes('Renamed today')")
    assert page.is_untouched()


def test_another_pages_text_moves_nothing(page):
    page.page.evaluate(SCROLL, 500)
    page.mark()
    before = page.asked()
    for number in range(3):
        with page.preview.change() as told:
            with (page.preview.project / OTHER_SOURCE).open("a") as file:
                file.write(f"\nOne more sentence, number {number}.\n")
        assert "en/core/challenges.html" in told[0]["pages"] and PAGE not in told[0]["pages"]
    # Events come in order: when this one has come, the others have been heard.
    page.edit(SOURCE, SENTENCE, "a thing learnt by doing")
    page.wait_for("a thing learnt by doing")
    assert (page.asked(), page.page.evaluate("scrollY")) == (before + 1, 500)
    assert page.is_untouched()


def test_quick_saves_end_in_the_last(page):
    page.mark()
    for number in range(5):
        page.edit(SOURCE, SENTENCE if number == 0 else f"state {number - 1} of the text", f"state {number} of the text")
    page.wait_for("state 4 of the text")
    page.edit(OTHER_SOURCE, 'title: "', 'title: "Afterwards: ')
    page.wait_for("Afterwards: ")
    assert "state 4 of the text" in page.page.locator("main").inner_text()
    assert page.is_untouched()


# --- What only a reload does justice -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "file, old, new, shown",
    [
        ("assets/theme.css", ":root{", ":root{--of-today:1;", "getComputedStyle(document.documentElement).getPropertyValue('--of-today')"),
        ("layouts/session.mustache", "{{>pager}}", "<p id=\"of-today\">Today</p>\n{{>pager}}", "document.querySelector('#of-today')"),
        ("strings/en.yml", "tools: ", "tools: All our ", "document.querySelector('nav.tools').ariaLabel.startsWith('All our')"),
    ],
)
def test_a_new_theme_is_loaded_and_the_place_kept(page, file, old, new, shown):
    page.page.evaluate(SCROLL, 600)
    page.mark()
    page.edit(f"themes/toolbox/{file}", old, new)
    page.wait_for_reload()
    page.page.wait_for_function(f"() => {shown}")
    page.page.wait_for_function("() => Math.abs(scrollY - 600) < 3")


def test_a_page_that_goes_is_missing_and_comes_back(page):
    page.go("en/module-2/public-private.html")
    title = page.page.title()
    sources = [page.preview.project / "content" / locale / "module-2/03-public-private.md" for locale in ("en", "fr")]
    kept = [page.preview.project / f"kept-{source.parts[-3]}" for source in sources]
    for source, place in zip(sources, kept, strict=True):
        source.rename(place)
    page.page.wait_for_function("() => document.querySelector('script[data-page=\"404.html\"]')")
    for source, place in zip(sources, kept, strict=True):
        place.rename(source)
    page.page.wait_for_function("title => document.title === title", arg=title)


# --- Languages --------------------------------------------------------------------------------------------------------------------


def test_a_page_that_gets_another_address_is_followed_there(browser, tmp_path):
    """A translator names the page in the language: the page that is open is the translation all the same."""
    course = projects.sample(tmp_path / "course")
    with previewing(course) as preview, opened(browser, preview, "en/base/repli.html#texte") as page:
        (course / "content/en/base/03-repli.md").write_text("---\ntitle: A translation\nslug: standing-in\n---\n\nIn English now.\n")
        page.page.wait_for_url("**/en/base/standing-in.html#texte")
        page.listening().wait_for("In English now.")
        (course / "content/en/base/03-repli.md").write_text("---\ntitle: A translation\nslug: again\n---\n\nIn English still.\n")
        page.page.wait_for_url("**/en/base/again.html#texte")
        page.listening()
        # Another file is the same page, since it has the same address; what it is now is what is followed.
        first, other = course / "content/en/base/03-repli.md", course / "content/en/base/07-again.md"
        for old, new, words in ((first, other, "Of another name."), (other, first, "Of the first name.")):
            old.rename(new)
            new.write_text(new.read_text() + f"\n{words}\n")
            page.wait_for(words)
        first.unlink()
        page.page.wait_for_url("**/en/base/repli.html#texte")


def test_the_pages_of_a_folder_that_gets_another_address_are_followed(browser, tmp_path):
    """Those that nobody wrote, too, and where the theme changes in the same act."""
    course = projects.sample(tmp_path / "course")
    index = course / "content/en/base/index.md"
    assert index.read_text().startswith("---\n")

    def slug(name: str):
        front = re.sub(r"(?m)^slug: .*\n", "", index.read_text().removeprefix("---\n"))
        index.write_text(f"---\nslug: {name}\n{front}")

    with previewing(course) as preview, opened(browser, preview, "en/base/key-points.html") as page:
        session = page.tab("en/base/everything.html")
        slug("basics")
        page.page.wait_for_url("**/en/basics/key-points.html")
        session.page.wait_for_url("**/en/basics/everything.html")
        page.listening(), session.listening()
        layout = next((course / "themes").rglob("layouts/key-points.mustache"))
        with preview.change():
            layout.write_text(layout.read_text() + "<!-- new -->\n")
            slug("foundations")
        page.page.wait_for_url("**/en/foundations/key-points.html")
        session.page.wait_for_url("**/en/foundations/everything.html")


def test_a_page_that_moves_on_before_it_is_reached_is_found(browser, tmp_path):
    """Its address changes while the browser is on its way to the last one; or it is missing for a while, and comes back elsewhere."""
    course = projects.sample(tmp_path / "course")
    file = course / "content/en/base/09-new.md"
    (course / "content/fr/base/09-new.md").write_text("# Une session de plus\n")

    def text(slug: str, more: str = "") -> str:
        return f"---\ntitle: A translation\nslug: {slug}\n{more}---\n\nIn English now.\n"

    with previewing(course) as preview, opened(browser, preview, "en/base/new.html") as page:
        # Each answer to the browser's load of a new address comes when the page lies at the next one already.
        def move_on(route):
            if route.request.is_navigation_request() and "/r1.html" in route.request.url:
                with preview.change():
                    file.write_text(text("r2"))
            route.continue_()

        page.page.route("**/*", move_on)
        file.write_text(text("r1"))
        page.page.wait_for_url("**/en/base/r2.html")
        page.listening().wait_for("In English now.")
        page.page.unroute("**/*")
        (course / "content/fr/base/09-new.md").unlink()
        file.unlink()
        page.page.wait_for_function("() => document.querySelector('script[data-page=\"404.html\"]')")
        file.write_text(text("r3"))
        page.page.wait_for_url("**/en/base/r3.html")


def test_each_language_follows_its_own_file(page):
    french = page.tab(page.page.locator(".langs a[hreflang=fr]").evaluate("link => new URL(link.href).pathname.slice(1)"))
    for tab in (page, french):
        tab.mark()
    before = [page.asked(), french.asked()]
    page.edit(FRENCH_SOURCE, "\n## ", "\nUne phrase nouvelle.\n\n## ")
    french.wait_for("Une phrase nouvelle.")
    page.edit(SOURCE, SENTENCE, "an English novelty")
    page.wait_for("an English novelty")
    assert [page.asked() - before[0], french.asked() - before[1]] == [1, 1]
    assert "Une phrase nouvelle" not in page.page.locator("body").inner_text()
    assert page.is_untouched() and french.is_untouched()


@pytest.fixture
def sample(browser, tmp_path):
    """A page that stands in for its English translation; Arabic has another."""
    with previewing(projects.sample(tmp_path / "course")) as preview, opened(browser, preview, "en/base/repli.html") as page:
        yield page


FRENCH = "content/fr/base/03-repli.md"
TRANSLATION = "---\ntitle: A page that is translated now\nslug: repli\n---\n\n## The text\n\nIn English.\n"


def test_a_page_that_stands_in_follows_the_original_and_then_its_translation(sample):
    assert sample.marker.inner_text() == "Not translated: shows Français"
    sample.edit(FRENCH, "Le bloc parle français.", "Le bloc parle toujours français.")
    sample.wait_for("Le bloc parle toujours français.")
    sample.mark()
    (sample.preview.project / "content/en/base/03-repli.md").write_text(TRANSLATION)
    sample.wait_for("In English.")
    assert sample.marker.is_hidden()
    sample.edit(FRENCH, "toujours", "encore et toujours")
    sample.edit("content/en/base/03-repli.md", "The text", "The text of its own")
    sample.wait_for("The text of its own")
    assert "encore" not in sample.page.locator("main").inner_text()
    assert sample.is_untouched()
    (sample.preview.project / "content/en/base/03-repli.md").unlink()
    sample.wait_for("encore et toujours")
    assert sample.marker.inner_text() == "Not translated: shows Français"


def test_a_right_to_left_page_follows_and_carries_its_marker(sample):
    sample.go("ar/base/repli.html")
    assert sample.page.evaluate("document.documentElement.dir") == "rtl"
    assert sample.marker.inner_text() == "Not translated: shows Français"
    assert sample.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    sample.mark()
    sample.edit(FRENCH, "Le bloc parle français.", "Le bloc parle de loin.")
    sample.wait_for("Le bloc parle de loin.")
    assert sample.is_untouched()


# --- The document as a whole --------------------------------------------------------------------------------------------------------

CLEAN = """() => {
    const copy = document.documentElement.cloneNode(true);
    copy.querySelector("lutrin-preview").remove();
    copy.querySelector("script[data-version]").removeAttribute("data-version");
    for (const element of copy.querySelectorAll("*")) {
        const attributes = [...element.attributes].sort((a, b) => a.name < b.name ? -1 : 1);
        for (const { name } of attributes) element.removeAttribute(name);
        for (const { name, value } of attributes) element.setAttribute(name, value);
    }
    return copy.outerHTML;
}"""


class Writer:
    """Writes a session that is another each time."""

    KINDS = ("paragraph", "list", "table", "heading", "alert", "quiz", "code", "quote", "steps", "reflection")

    def __init__(self, seed: int):
        self.random = random.Random(seed)
        self.count = 0
        self.blocks = [self.block() for _ in range(12)]

    def words(self) -> str:
        marks, words = ("{}", "*{}*", "**{}**", "`{}`", "[{}](../index.md)"), ("été", "go", "naïve", "text", "mot", "🙂", "tail")
        return " ".join(self.random.choice(marks).format(self.random.choice(words)) for _ in range(5))

    def block(self) -> str:
        self.count += 1
        words, number = self.words, self.count
        return {
            "paragraph": lambda: f"{words()} {words()}",
            "list": lambda: f"- {words()}\n  - {words()}\n- {words()}",
            "steps": lambda: f"1. {words()}\n2. {words()}",
            "table": lambda: f"| a | b |\n| --- | --- |\n| {words()} | {words()} |",
            "heading": lambda: f"{self.random.choice(('##', '###'))} {words()}",
            "alert": lambda: f"> [!NOTE]\n> {words()}",
            "quote": lambda: f"> {words()}",
            "code": lambda: f"```\n{number}\n```",
            "quiz": lambda: f"> [!QUIZ] {words()} {{#q-{number}}}\n> - [x] {words()}\n> - [ ] {words()}\n>\n>   {words()}",
            "reflection": lambda: f"> [!REFLECTION] {words()} {{#q-{number}}}\n> {words()}",
        }[self.random.choice(self.KINDS)]()

    def change(self):
        for _ in range(self.random.randint(1, 4)):
            place = self.random.randrange(len(self.blocks))
            match self.random.randrange(4):
                case 0: self.blocks.insert(place, self.block())
                case 1 if len(self.blocks) > 6: self.blocks.pop(place)
                case 2: self.blocks.insert(self.random.randrange(len(self.blocks)), self.blocks.pop(place))
                case _: self.blocks[place] = self.block()

    @property
    def text(self) -> str:
        return "# Session\n\n" + "\n\n".join(self.blocks) + "\n"


def test_after_any_edits_the_page_is_what_a_load_would_show(browser, tmp_path):
    course = projects.tiny(tmp_path / "course")
    writer = Writer(16)
    source = course / "content/en/module-1/00001.md"
    source.write_text(writer.text)
    path = "en/module-1/00001.html"
    with previewing(course) as preview, opened(browser, preview, path) as page:
        page.page.evaluate(NOTE_VERSIONS)
        page.mark()
        for edit in range(100):
            writer.change()
            preview.write(str(source.relative_to(course)), writer.text)
            version = preview.get("/" + path).headers["etag"].strip('"')
            page.page.wait_for_function("version => window.version === version", arg=version)
            if edit % 10 == 9:
                fresh = page.tab(path)
                assert page.page.evaluate(CLEAN) == fresh.page.evaluate(CLEAN), f"edit {edit}"
                fresh.page.close()
        assert page.is_untouched() and page.visit.problems == []
