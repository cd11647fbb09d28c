"""Pages of a site, read with Python's own HTML parser: a second opinion that shares no code with the generator."""

from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

URL_ATTRIBUTES = {"href", "src", "poster", "action", "formaction", "data", "cite"}


@dataclass(frozen=True)
class Element:
    """A start tag: its name and its attributes."""

    tag: str
    attributes: dict[str, str]

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")


@dataclass
class Page(HTMLParser):
    """One HTML file of a site."""

    site: Path
    path: str
    elements: list[Element] = field(default_factory=list)

    def __post_init__(self):
        super().__init__()
        self.feed((self.site / self.path).read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        self.elements.append(Element(tag, {name: value or "" for name, value in attributes}))

    def all(self, *tags: str) -> list[Element]:
        return [element for element in self.elements if element.tag in tags]

    @cached_property
    def ids(self) -> list[str]:
        return [element["id"] for element in self.elements if "id" in element.attributes]

    @property
    def is_redirect(self) -> bool:
        return any(element["http-equiv"].lower() == "refresh" for element in self.all("meta"))

    @property
    def policy(self) -> str:
        """The content security policy that the page carries, empty where there is none."""
        return next((meta["content"] for meta in self.all("meta") if meta["http-equiv"] == "Content-Security-Policy"), "")

    @property
    def links(self) -> list[tuple[Element, str]]:
        """Every URL that the page names, with the element that names it; a redirect's own target too."""
        found = [(element, element[name]) for element in self.elements for name in element.attributes if name in URL_ATTRIBUTES]
        for element in self.elements:
            found += [(element, candidate.split()[0]) for candidate in element["srcset"].split(",") if candidate.strip()]
            if element["http-equiv"].lower() == "refresh":
                found.append((element, element["content"].partition("url=")[2]))
        return found


@dataclass(frozen=True)
class Site:
    """A built site on disk."""

    root: Path

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Its HTML files, by their path in it."""
        paths = sorted(path.relative_to(self.root).as_posix() for path in self.root.rglob("*.html"))
        return {path: Page(self.root, path) for path in paths}

    def target(self, page: Page, url: str) -> tuple[str, str]:
        """The file, by its path in the site, and the fragment that a relative URL on a page leads to.

        A path that climbs out of the site keeps its leading `..`.
        """
        parts = urlsplit(url)
        if not parts.path:
            return page.path, unquote(parts.fragment)
        steps: list[str] = []
        for step in PurePosixPath(page.path).parent.joinpath(unquote(parts.path)).parts:
            if step == ".." and steps and steps[-1] != "..":
                steps.pop()
            else:
                steps.append(step)
        return "/".join(steps), unquote(parts.fragment)

    def problem(self, page: Page, url: str) -> str | None:
        """Why a relative URL on a page leads nowhere; `None` where it leads to a file, and its fragment to an id there."""
        path, fragment = self.target(page, url)
        if not url.strip():
            return f"{page.path}: an empty URL"
        if not (self.root / path).is_file():
            return f"{page.path}: “{url}” leads to no file"
        if fragment and path in self.pages and fragment not in self.pages[path].ids:
            return f"{page.path}: “{url}” leads to no id"
        return None


def is_outside(url: str) -> bool:
    """Whether a URL names a scheme or a host: what a relative one never does."""
    parts = urlsplit(url)
    return bool(parts.scheme or parts.netloc)
