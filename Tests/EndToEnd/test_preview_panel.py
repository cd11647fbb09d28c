"""What is wrong lies over the page while an author writes, and goes when it is mended."""

import pytest

from harness import projects
from harness.browsing import DESKTOP, visiting
from harness.opened import OpenPage, opened
from harness.preview import previewing
from harness.tools import module
from test_axe import AXE_RUN, RULES

SOURCE = "content/en/module-1/00001.md"
PAGE = "en/module-1/00001.html"
TEXT = "# Session 1\n\n## Section\n\n{}\n"
BROKEN = "Dès l’été 🙂,\tvoir\t[la suite](nulle-part.md), là-bas."
MARKED = "nulle-part.md"
NARROW = {"width": 320, "height": 640}


@pytest.fixture
def course(tmp_path):
    return projects.tiny(tmp_path / "course", pages=2)


@pytest.fixture
def preview(course):
    with previewing(course, "--editor", "vscode") as preview:
        yield preview


@pytest.fixture
def page(browser, preview):
    with opened(browser, preview, PAGE) as page:
        yield page


def write(page: OpenPage, text: str, source: str = SOURCE) -> None:
    """Saves a session with a text, and does not wait."""
    (page.preview.project / source).write_text(TEXT.format(text), encoding="utf-8")


def broken(page: OpenPage, text: str = BROKEN) -> None:
    """Saves a mistake, and waits for the panel."""
    write(page, text)
    page.panel.wait_for(state="visible")


# --- What the panel says ----------------------------------------------------------------------------------------------------------


def test_a_mistake_is_shown_with_its_place_its_line_and_its_remedy(page):
    page.mark()
    broken(page)
    panel = page.panel
    assert panel.locator("h2").inner_text() == "1 error"
    assert "nulle-part.md" in panel.locator("h3").inner_text()
    assert panel.locator(".place code").inner_text() == f"{SOURCE}:5:{BROKEN.index(MARKED) + 1}"
    assert panel.locator("pre").evaluate("element => element.textContent") == BROKEN
    assert panel.locator("mark").inner_text() == MARKED
    assert panel.locator(".help").inner_text() != ""
    link = panel.locator(".place a").get_attribute("href")
    assert link == f"vscode://file{page.preview.project}/{SOURCE}:5:{BROKEN.index(MARKED) + 1}"
    assert "Text of session 1." in page.page.locator("main").inner_text()
    write(page, "It is mended.")
    page.wait_for("It is mended.")
    panel.wait_for(state="hidden")
    assert page.badge.is_hidden() and page.shadow("[role=status]").inner_text() == "No more errors"
    assert page.is_untouched() and page.visit.problems == []


def test_a_long_line_is_shown_around_its_place(page):
    broken(page, "Some words before it. " * 20 + BROKEN)
    shown = page.panel.locator("pre").evaluate("element => element.textContent")
    assert shown.startswith("…") and shown[1:] in "Some words before it. " * 20 + BROKEN
    assert page.panel.locator("mark").inner_text() == MARKED


def test_the_panel_shows_what_is_new_first(page):
    """Of many mistakes, the one that the author has just made is in sight, though it stands at the end of the list."""
    links = "\n\n".join(f"[one](no-{number}.md)" for number in range(12))
    broken(page, links)
    seen = page.panel.locator(".problem")
    seen.nth(11).wait_for()
    in_sight = """element => { const [own, body] = [element, element.closest('.body')].map(part => part.getBoundingClientRect());
        return own.top >= body.top - 1 && own.top < body.bottom - 20; }"""
    assert seen.first.evaluate(in_sight) and not seen.nth(11).evaluate(in_sight)
    write(page, links + "\n\n[other](other.md)")
    seen.nth(12).wait_for()
    assert seen.nth(12).evaluate(in_sight) and "other.md" in seen.nth(12).inner_text()
    # What is mended moves the others up, and leads nowhere; nor does a warning, which comes a moment later.
    write(page, links.replace("[one](no-0.md)", "one") + "\n\n[other](other.md)")
    page.page.wait_for_function("() => document.querySelector('lutrin-preview').shadowRoot.querySelectorAll('.problem').length === 12")
    page.page.evaluate("document.querySelector('lutrin-preview').shadowRoot.querySelector('.body').scrollTop = 0")
    write(page, links.replace("[one](no-0.md)", "one") + "\n\n[other](other.md)\n\n[click here](00002.md)")
    page.page.wait_for_function("() => document.querySelector('lutrin-preview').shadowRoot.querySelectorAll('.problem').length === 13")
    assert seen.first.evaluate(in_sight) and "1 warning" in page.panel.locator("h2").inner_text()
    write(page, "Mended.")
    page.panel.wait_for(state="hidden")


def test_what_is_an_error_for_a_reviewer_alone_keeps_nothing_back(page):
    settings = page.preview.project / "site.yml"
    settings.write_text(settings.read_text().replace("rules: {", "rules: {vague-link: error, "))
    broken(page, "Newer than that error: [click here](00002.md).")
    page.wait_for("Newer than that error")
    assert page.panel.locator("h2").inner_text() == "1 error" and page.panel.locator(".kept").count() == 0
    assert page.shadow("[role=status]").inner_text() == "1 error"
    write(page, "It is [mended](no.md).")
    page.panel.locator(".kept").wait_for()
    assert "last good version" in page.panel.locator(".kept").inner_text()


def test_a_closed_panel_opens_for_other_errors_only(page):
    broken(page)
    page.shadow(".close").click()
    assert page.panel.is_hidden() and page.badge.inner_text() == "1 error"
    # On another page too: it is the same error.
    page.go("en/module-1/00002.html")
    page.badge.wait_for(state="visible")
    assert page.panel.is_hidden()
    page.badge.click()
    assert page.panel.is_visible()
    page.page.keyboard.press("Escape")
    assert page.panel.is_hidden()
    # Text that is written above it moves it, and makes it no other.
    with page.preview.change():
        write(page, f"A line more.\n\n{BROKEN}")
    page.page.wait_for_function("""() => document.querySelector("lutrin-preview").shadowRoot
        .querySelector(".place code").textContent.includes(":7:")""")
    assert page.panel.is_hidden()
    write(page, "[elsewhere](nowhere.md)", "content/en/module-1/00002.md")
    page.panel.wait_for(state="visible")
    assert page.panel.locator("h2").inner_text() == "2 errors"


def test_warnings_ask_only_for_the_badge(page):
    write(page, "#### Too deep\n\nIts text.")
    page.wait_for("Too deep")
    page.badge.wait_for(state="visible")
    assert (page.badge.inner_text(), page.panel.is_hidden()) == ("1 warning", True)
    page.badge.click()
    assert "Too deep" in page.panel.locator("pre").inner_text()
    write(page, "No heading at all.")
    page.panel.wait_for(state="hidden")
    page.badge.wait_for(state="hidden")


def test_a_course_that_begins_with_errors_has_a_page_that_becomes_the_course(browser, course):
    (course / SOURCE).write_text(TEXT.format(BROKEN))
    with previewing(course) as preview, opened(browser, preview, PAGE) as page:
        assert page.page.locator("h1").inner_text() == "There is no site yet"
        page.panel.wait_for(state="visible")
        write(page, "At last.")
        page.page.wait_for_function("() => document.querySelector('main')?.textContent.includes('At last.')")
        page.listening()
        assert page.panel.is_hidden()


# --- The server goes and comes -----------------------------------------------------------------------------------------------------


def test_a_lost_connection_is_said_and_made_up_for(browser, course):
    with previewing(course) as preview, opened(browser, preview, PAGE) as page:
        page.mark()
        preview.end()
        page.page.wait_for_function(
            "() => document.querySelector('lutrin-preview').shadowRoot.querySelector('.badge').textContent.includes('has stopped')")
        assert page.badge.is_visible()
        write(page, "Written in between.")
        with previewing(course, "--port", str(preview.port)) as again:
            page.wait_for("Written in between.")
            page.badge.wait_for(state="hidden")
            again.write(SOURCE, TEXT.format("Written after."))
            page.wait_for("Written after.")
            assert page.is_untouched()


# --- For everybody ------------------------------------------------------------------------------------------------------------------

FOCUSED = """() => {
    const found = document.activeElement.shadowRoot?.activeElement;
    if (!found) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(found);
    return [found.className || found.localName, outlineStyle !== "none" && parseFloat(outlineWidth) >= 2];
}"""


def test_the_keyboard_reaches_everything_and_shows_where_it_is(page):
    broken(page)
    page.page.locator("body a").last.focus()
    reached = []
    for _ in range(3):
        page.page.keyboard.press("Tab")
        reached.append(page.page.evaluate(FOCUSED))
    assert reached == [["close", True], ["body", True], ["a", True]]
    page.page.keyboard.press("Escape")
    assert page.panel.is_hidden()
    assert page.page.evaluate(FOCUSED)[0] == "pill badge alarm"
    page.page.keyboard.press("Enter")
    assert page.panel.is_visible()
    assert page.page.evaluate(FOCUSED)[0] == "h2"


def test_axe_finds_nothing_with_the_panel_or_the_badge(page):
    axe = module("axe_playwright_python.base", "axe-playwright-python").AXE_FILE_PATH.read_text()
    broken(page)
    page.page.evaluate(axe)
    found = []
    for is_open in (True, False):
        if not is_open:
            page.shadow(".close").click()
        for scheme in ("light", "dark"):
            page.page.emulate_media(color_scheme=scheme)
            for size in (NARROW, DESKTOP):
                page.page.set_viewport_size(size)
                assert page.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
                found += [(is_open, scheme, size["width"], *violation) for violation in page.page.evaluate(AXE_RUN, RULES)]
    assert found == []


def test_paper_has_nothing_of_it(page):
    broken(page)
    page.page.emulate_media(media="print")
    assert page.panel.is_hidden() and page.badge.is_hidden()
    assert page.page.locator("lutrin-preview").evaluate("element => getComputedStyle(element).display") == "none"


# --- Where the browser goes ----------------------------------------------------------------------------------------------------------


def test_the_browser_follows_the_author_who_asks_for_it(browser, course):
    with previewing(course, "--follow") as preview, opened(browser, preview, "en/") as page:
        page.edit("content/en/module-1/00002.md", "Text of session 2.", "New text of session 2.")
        page.page.wait_for_url(preview.url + "en/module-1/00002.html")
        page.wait_for("New text of session 2.")
        page.listening()
        page.mark()
        page.edit("content/en/module-1/00002.md", "New text", "Newer text")
        page.wait_for("Newer text of session 2.")
        assert page.is_untouched()
        (course / "content/en/module-1/100% sure?.md").write_text("# Quite sure\n\nNobody is.\n")
        page.wait_for("Nobody is.")


def test_the_browser_stays_where_nobody_asks(page):
    page.mark()
    page.preview.write("content/en/module-1/00002.md", TEXT.format("Written elsewhere."))
    write(page, "Written here.")
    page.wait_for("Written here.")
    assert page.is_untouched() and page.page.url.endswith(PAGE)


# --- The toolbox --------------------------------------------------------------------------------------------------------------------


def test_no_page_of_a_course_complains_of_the_preview(browser, toolbox, tmp_path):
    pages = [path for path in toolbox.pages if path.startswith("fr/")]
    with previewing(projects.toolbox(tmp_path / "course")) as preview, visiting(browser) as visit:
        for path in pages:
            visit.page.goto(preview.url + path, wait_until="domcontentloaded")
            visit.page.locator("lutrin-preview .dock").wait_for(state="attached")
        assert len(pages) > 30 and visit.problems == []


def test_without_scripts_a_page_is_as_built(browser, toolbox, toolbox_url, tmp_path):
    path = "fr/core/autonomisation.html"
    with previewing(projects.toolbox(tmp_path / "course")) as preview, visiting(browser, java_script_enabled=False) as visit:
        visit.page.goto(toolbox_url + path)
        built = visit.page.screenshot()
        visit.page.goto(preview.url + path)
        assert visit.page.screenshot() == built
        assert visit.page.locator("lutrin-preview").count() == 0
        visit.page.locator(".pager a").last.click()
        visit.page.wait_for_url("**/core/*.html")
        assert visit.problems == []
