"""Recordings and videos, as a browser has them."""

import pytest

from harness.browsing import PHONE, visiting
from harness.kinds import SAMPLE_KINDS
from harness.pages import Site

TRACKS = """
Promise.all([...document.querySelectorAll("video track")].map(async element => {
    element.track.mode = element.track.mode === "disabled" ? "disabled" : "showing";
    const isOn = element.track.mode === "showing";
    if (isOn && element.readyState < 2) await new Promise(done => { element.onload = done; element.onerror = done; });
    return [element.srclang, element.label, isOn ? element.track.cues.length : 0];
}))
"""


def with_video(site: Site, locale: str) -> str:
    """The toolbox's page that has one."""
    return next(path for path, page in site.pages.items() if path.startswith(f"{locale}/") and page.all("video"))


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_readers_captions_are_on(browser, toolbox: Site, toolbox_url, locale):
    with visiting(browser) as visit:
        visit.page.goto(toolbox_url + with_video(toolbox, locale))
        tracks = {lang: (label, cues) for lang, label, cues in visit.page.evaluate(TRACKS)}
        assert visit.problems == []
    assert tracks == {lang: (label, 4 if lang == locale else 0) for lang, label in (("fr", "Français"), ("en", "English"))}


def test_nothing_plays_and_no_recording_loads_by_itself(browser, sample_url):
    with visiting(browser, viewport=PHONE) as visit:
        visit.page.goto(sample_url + SAMPLE_KINDS["session with blocks"])
        assert visit.page.locator("audio, video").count() == 3
        assert visit.page.evaluate("[...document.querySelectorAll('audio, video')].every(player => player.paused && !player.autoplay)")
        assert [url for url in visit.requests if url.endswith(".mp3")] == []
        assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        names = visit.page.evaluate("[...document.querySelectorAll('audio, video')].map(player => player.ariaLabel)")
        assert names == ["Un son d’une seconde", "Un film d’une seconde", "Le même film"]


def test_paper_has_the_title_the_address_and_the_transcript(browser, sample_url):
    with visiting(browser) as visit:
        page = visit.page
        page.goto(sample_url + SAMPLE_KINDS["session with blocks"])
        page.emulate_media(media="print")
        player = page.locator(".av").first
        assert not player.locator("audio").is_visible() and not player.locator("a").is_visible()
        assert player.locator(".paper").inner_text() == "Un son d’une seconde. https://example.org/cours/fr/base/media/son.mp3"
        assert player.locator("details p").is_visible()
