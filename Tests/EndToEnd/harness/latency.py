"""How long an author waits from a save to the new text in the browser."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

from harness.opened import OpenPage

WATCH = """() => {
    const now = () => performance.timeOrigin + performance.now();
    window.times = {};
    new MutationObserver(() => {
        if (!window.expected || !document.querySelector("main").textContent.includes(window.expected)) return;
        const word = window.expected;
        window.expected = null;
        const inDocument = now();
        // A frame's callbacks run before it is painted; what they post runs after.
        requestAnimationFrame(() => setTimeout(() => { window.times[word] = [inDocument, now()]; }));
    }).observe(document.body, {subtree: true, childList: true, characterData: true});
}"""


@dataclass(frozen=True)
class Wait:
    """Milliseconds from the moment at which the editor puts the file in place."""

    in_document: float
    on_screen: float


class Stopwatch:
    """Saves a page again and again, as editors do, and takes the time until Chromium has it."""

    def __init__(self, page: OpenPage, source: Path):
        self.page, self.source = page, source
        self.text = source.read_text(encoding="utf-8")
        self.count = 0
        page.page.evaluate(WATCH)

    def save(self) -> Wait:
        """Writes another word into the first section, and waits until it is seen."""
        self.count += 1
        word = f"version{self.count}of{os.getpid()}"
        start = self.text.index("\n## ")
        place = self.text.index("\n\n", start) + 2
        self.page.page.evaluate("word => { window.expected = word; }", word)
        written = self.source.with_suffix(".new~")
        written.write_text(self.text[:place] + word + " " + self.text[place:], encoding="utf-8")
        saved = time.time() * 1000
        written.replace(self.source)
        seen = self.page.page.wait_for_function("word => window.times[word]", arg=word).json_value()
        return Wait(*(moment - saved for moment in seen))
