"""Pages of a running preview, as an author has them open in a browser."""

from contextlib import contextmanager

from harness.browsing import visiting
from harness.preview import Preview

LISTENS = """() => document.querySelector("lutrin-preview")?.shadowRoot.querySelector(".dock:not([hidden])")
    && performance.getEntriesByType("resource").some(entry => entry.initiatorType === "fetch")"""
"""Whether the preview's own script is at work: its style is there, and it has asked once whether the page is current."""

MARK = "() => { window.untouched = true; document.querySelector('h1').untouched = true; }"
IS_MARKED = "() => [window.untouched === true, document.querySelector('h1').untouched === true]"

NOTE_VERSIONS = """() => {
    window.version = document.querySelector("script[data-version]").dataset.version;
    document.addEventListener("lutrin:exchange", event => { window.version = event.detail.version; });
}"""


class OpenPage:
    """A tab with a page of a preview; the author's editor is at hand."""

    def __init__(self, preview: Preview, visit, page=None):
        self.preview = preview
        self.visit = visit
        self.page = page or visit.page

    def go(self, path: str) -> "OpenPage":
        """Opens a page of the site, and waits until it listens."""
        self.page.goto(self.preview.url + path)
        return self.listening()

    def listening(self) -> "OpenPage":
        self.page.wait_for_function(LISTENS)
        return self

    def tab(self, path: str) -> "OpenPage":
        """Another tab of the same browser."""
        return OpenPage(self.preview, self.visit, self.visit.context.new_page()).go(path)

    def wait_for(self, text: str) -> None:
        """Waits until a text is on the page."""
        self.page.wait_for_function("text => document.body.textContent.includes(text)", arg=text)

    def mark(self) -> None:
        """Marks the window and a node, so that a reload would show."""
        self.page.evaluate(MARK)

    def is_untouched(self) -> bool:
        """Whether neither the page was loaded again since `mark` nor its heading made anew."""
        return self.page.evaluate(IS_MARKED) == [True, True]

    def wait_for_reload(self) -> None:
        self.page.wait_for_function("() => !window.untouched && document.readyState === 'complete'")
        self.listening()

    def asked(self) -> int:
        """How often this page's address was asked for, by a load or by the preview's script."""
        return self.visit.requests.count(self.page.url.partition("#")[0])

    def shadow(self, selector: str):
        """An element of what the preview shows over the page."""
        return self.page.locator("lutrin-preview").locator(selector)

    @property
    def panel(self):
        return self.shadow(".panel")

    @property
    def badge(self):
        return self.shadow(".badge")

    @property
    def marker(self):
        return self.shadow(".marker")

    def edit(self, path: str, old: str, new: str) -> None:
        """Replaces a text in a file of the project, as an author does, and does not wait."""
        file = self.preview.project / path
        text = file.read_text(encoding="utf-8")
        assert old in text, (path, old)
        file.write_text(text.replace(old, new, 1), encoding="utf-8")


@contextmanager
def opened(browser, preview: Preview, path: str, **options):
    """A page of the preview in a fresh profile; `options` are those of `visiting`."""
    with visiting(browser, **options) as visit:
        yield OpenPage(preview, visit).go(path)
