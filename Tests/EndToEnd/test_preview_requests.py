"""`lutrin serve` answers what a web host would: asked by raw sockets, by curl, and by a player."""

import re
import subprocess
from pathlib import PurePosixPath
from urllib.parse import urljoin

import pytest

from harness import command, projects
from harness.browsing import visiting
from harness.pages import Site
from harness.preview import previewing, without_additions
from harness.sockets import answer, answers, ask, connect, next_answer, request
from harness.tools import tool
from harness.trees import digest

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".vtt": "text/vtt; charset=utf-8",
    ".mp4": "video/mp4",
    ".zip": "application/zip",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
}
CHALLENGES = "content/fr/core/01-challenges.md"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The toolbox course as it is published: below a path, with a page that was elsewhere once, and pictures that bring the other types."""
    project = projects.toolbox(tmp_path_factory.mktemp("published") / "project")
    settings = project / "site.yml"
    settings.write_text(settings.read_text() + "url: https://example.org/toolbox/\n")
    text = project / CHALLENGES
    text.write_text(text.read_text().replace("slug: defis\n", "slug: defis\naliases: [ancien/défis.html]\n"))
    return project


@pytest.fixture(scope="module")
def published(project, tmp_path_factory) -> Site:
    """What `build` makes of it."""
    return Site(command.build(project, tmp_path_factory.mktemp("built") / "site"))


@pytest.fixture(scope="module")
def preview(project):
    with previewing(project) as preview:
        yield preview


@pytest.fixture(scope="module")
def video(published) -> tuple[str, bytes]:
    """The path and the bytes of the toolbox's video."""
    path = next(path for path in published.root.rglob("*.mp4"))
    return "/" + path.relative_to(published.root).as_posix(), path.read_bytes()


def one(preview, target, *fields, method="GET", **options):
    """The one answer to a raw request."""
    received = ask(preview.port, request(target, *fields, method=method, **options))
    assert not received.was_reset
    return answer(received.bytes, method)


def test_each_kind_of_file_has_its_content_type(preview, published):
    paths = sorted(path.relative_to(published.root).as_posix() for path in published.root.rglob("*.*") if path.name[0] != ".")
    kinds = {PurePosixPath(path).suffix for path in paths}
    assert kinds >= {".html", ".css", ".js", ".svg", ".vtt", ".mp4", ".zip", ".xml"}
    wrong = {}
    for path in paths:
        said = preview.get("/" + path.replace(" ", "%20").replace("é", "%C3%A9"), method="HEAD")
        if (said.status, said.headers["content-type"]) != (200, TYPES[PurePosixPath(path).suffix]):
            wrong[path] = said
    assert wrong == {}


def test_nothing_is_sniffed_or_kept(preview, video):
    for path in ("/fr/", video[0], "/_lutrin/", "/_lutrin/preview.js", "/fr/nowhere"):
        headers = preview.get(path).headers
        assert headers["x-content-type-options"] == "nosniff" and headers["cache-control"] in ("no-cache", "no-store"), path


@pytest.mark.parametrize(
    "target, folder",
    [
        ("/fr", "/fr/"),
        ("/fr/core", "/fr/core/"),
        ("/en?x=/../../a", "/en/"),
        ("/_lutrin", "/_lutrin/"),
        ("/toolbox", "/toolbox/"),
        ("/toolbox/fr", "/toolbox/fr/"),
        ("/toolbox/fr/core", "/toolbox/fr/core/"),
    ],
)
def test_a_folder_without_its_slash_leads_to_the_folder(preview, target, folder):
    said = one(preview, target)
    assert said.status in (301, 308) and urljoin(preview.url[:-1] + target, said.headers["location"]) == preview.url[:-1] + folder
    assert preview.get(folder).status == 200


def test_a_folder_is_its_index_page(preview, published):
    for folder in ("", "fr/", "en/"):
        page, index = preview.get(f"/{folder}"), preview.get(f"/{folder}index.html")
        assert page == index and page.status == 200
        assert without_additions(page.body) == (published.root / folder / "index.html").read_bytes()


def test_query_strings_are_ignored(preview, video):
    for path in ("/", "/fr/", video[0], "/_lutrin/", "/_lutrin/preview.js"):
        for query in ("?", "?x=1", "?x=/../../etc/passwd&y=%00", "?token=1?", "?" + "a" * 2_000):
            assert preview.get(path + query) == preview.get(path), path + query


@pytest.mark.parametrize(
    "path", ["/nowhere", "/fr/nowhere/at/all.html", "/fr/index.html/", "/fr/nowhere/", "/toolbox/fr/nowhere", "/fr/core/.html"]
)
def test_what_is_not_there_is_the_404_page(preview, published, path):
    said = preview.get(path)
    assert (said.status, said.headers["content-type"]) == (404, TYPES[".html"])
    assert without_additions(said.body) == (published.root / "404.html").read_bytes()


@pytest.mark.parametrize("path", ["fr/nowhere/at/all.html", "nowhere", "toolbox/en/nowhere/"])
def test_the_404_page_of_a_site_below_a_path_finds_its_files(browser, preview, path):
    with visiting(browser) as visit:
        visit.page.goto(preview.url + path)
        assert [problem for problem in visit.problems if preview.url + path not in problem] == []
        assert visit.page.evaluate("[...document.styleSheets].some(sheet => sheet.cssRules.length > 50)")
        visit.page.locator("a.brand").click()
        visit.page.wait_for_url(preview.url + "toolbox/**")
        assert visit.page.locator("main h1, header h1").count() > 0


def test_a_site_without_an_address_has_a_404_page_that_finds_its_files(browser):
    with previewing(command.ROOT) as preview, visiting(browser) as visit:
        visit.page.goto(preview.url + "fr/nowhere/at/all")
        assert [problem for problem in visit.problems if "fr/nowhere" not in problem] == []
        assert visit.page.evaluate("[...document.styleSheets].some(sheet => sheet.cssRules.length > 50)")


def test_head_is_get_without_the_body(preview, published, video):
    archive = next(path.relative_to(published.root).as_posix() for path in published.root.rglob("*.zip"))
    for path in (
        "/",
        "/fr/",
        "/fr",
        video[0],
        f"/{archive}",
        "/nowhere",
        "/sitemap.xml",
        "/_lutrin/",
        "/_lutrin/status.css",
        "/%zz",
        "/favicon.ico",
    ):
        head, get = one(preview, path, method="HEAD"), one(preview, path)
        assert (head.status, head.headers) == (get.status, get.headers), path
        assert head.body == b"" and int(get.headers.get("content-length", 0)) == len(get.body)


def test_head_of_the_event_stream_ends(preview):
    said = one(preview, "/_lutrin/events", method="HEAD")
    assert (said.status, said.headers["content-type"]) == (200, "text/event-stream")


def test_a_version_that_is_known_is_not_sent_again(preview, published, video):
    archive = next(path.relative_to(published.root).as_posix() for path in published.root.rglob("*.zip"))
    for path in ("/fr/", video[0], f"/{archive}", "/sitemap.xml"):
        tag = preview.get(path).headers["etag"]
        for field in (tag, f"W/{tag}", f'"other", {tag}', f'"a","b",{tag}', "*"):
            said = one(preview, path, f"If-None-Match: {field}")
            assert (said.status, said.headers["etag"]) == (304, tag), (path, field)
            assert "content-length" not in said.headers or int(said.headers["content-length"]) > 0, (
                "a 304 states the length of what it does not send, or none"
            )
        for field in ('"other"', tag.strip('"'), tag[:-2] + '"'):
            assert one(preview, path, f"If-None-Match: {field}").status == 200, (path, field)


def test_each_file_has_a_version_of_its_own(preview, published):
    paths = [path.relative_to(published.root).as_posix() for path in published.root.rglob("*.html") if path.is_file()]
    tags = {preview.get("/" + path.replace("é", "%C3%A9"), method="HEAD").headers["etag"] for path in paths}
    assert len(paths) > 60 and len(tags) > len(paths) * 0.9


@pytest.mark.parametrize(
    "field, first, last",
    [
        ("bytes=0-0", 0, 0),
        ("bytes=0-99", 0, 99),
        ("bytes=1000-1999", 1000, 1999),
        ("bytes=28000-", 28000, None),
        ("bytes=0-", 0, None),
        ("bytes=-100", -100, None),
        ("bytes=-99999999", 0, None),
        ("bytes=20000-99999999999999999999999", 20000, None),
    ],
)
def test_a_player_gets_the_part_that_it_asks_for(preview, video, field, first, last):
    path, whole = video
    first = first % len(whole)
    last = len(whole) - 1 if last is None else last
    said = one(preview, path, f"Range: {field}")
    assert (said.status, said.headers["content-range"]) == (206, f"bytes {first}-{last}/{len(whole)}")
    assert said.body == whole[first : last + 1] and said.headers["accept-ranges"] == "bytes"
    head = one(preview, path, f"Range: {field}", method="HEAD")
    assert head.headers.get("content-range") in (None, said.headers["content-range"])


@pytest.mark.parametrize("field", ["bytes=28462-", "bytes=99999999999999999999-", "bytes=-0", "bytes=40000-50000"])
def test_a_part_that_there_is_not_is_refused_with_the_size(preview, video, field):
    path, whole = video
    said = one(preview, path, f"Range: {field}")
    assert (said.status, said.headers["content-range"]) == (416, f"bytes */{len(whole)}")


@pytest.mark.parametrize(
    "field",
    [
        "bytes=0-1,5-6",
        "bytes=9-3",
        "bytes=",
        "bytes=-",
        "bytes=a-b",
        "bytes=+1-2",
        "bytes=--1",
        "lines=0-1",
        "bytes=0x1-2",
        "bytes=0-1-2",
        "bytes",
        "٣",
    ],
)
def test_a_range_that_is_none_or_several_is_answered_with_all(preview, video, field):
    path, whole = video
    said = one(preview, path, f"Range: {field}")
    assert (said.status, said.body) == (200, whole)


def test_a_range_of_another_version_is_answered_with_all(preview, video):
    path, whole = video
    tag = preview.get(path).headers["etag"]
    now, old = (one(preview, path, "Range: bytes=5-9", f"If-Range: {name}") for name in (tag, '"0123456789abcdef0123456789abcdef"'))
    assert (now.status, now.body) == (206, whole[5:10])
    assert (old.status, old.body) == (200, whole)
    weak, date = (one(preview, path, "Range: bytes=5-9", f"If-Range: {name}") for name in (f"W/{tag}", "Wed, 21 Oct 2015 07:28:00 GMT"))
    assert (weak.status, date.status) == (200, 200)


def test_curl_resumes_a_download(preview, video, tmp_path):
    path, whole = video
    curl, part = tool("curl", "apt curl"), tmp_path / "part.mp4"
    subprocess.run([curl, "-fsS", "-r", "0-9999", "-o", part, preview.url + path[1:]], check=True, timeout=30)
    assert part.read_bytes() == whole[:10_000]
    subprocess.run([curl, "-fsS", "-C", "-", "-o", part, preview.url + path[1:]], check=True, timeout=30)
    assert part.read_bytes() == whole


@pytest.mark.parametrize(
    "options", [["--http2"], ["--http1.0"], ["--http1.1"], ["--tr-encoding"], ["--compressed"]], ids=lambda options: options[0]
)
def test_curl_gets_two_pages_in_a_row_however_it_speaks(preview, tmp_path, options):
    curl = tool("curl", "apt curl")
    files = [tmp_path / "fr.html", tmp_path / "en.html"]
    words = [word for file, locale in zip(files, ("fr", "en"), strict=True) for word in ("-o", file, f"{preview.url}{locale}/")]
    subprocess.run([curl, "-fsS", "--max-time", "8", *options, *words], check=True, timeout=30)
    assert [file.read_bytes() for file in files] == [preview.get(path).body for path in ("/fr/", "/en/")]


def test_a_player_plays_and_seeks(browser, preview, published):
    page = next(path for path, page in published.pages.items() if page.all("video"))
    with visiting(browser) as visit:
        visit.page.goto(preview.url + page)
        place = visit.page.evaluate(
            """async () => {
                const player = document.querySelector("video");
                player.muted = true;
                const heard = name => new Promise((done, fail) => {
                    player.addEventListener(name, done, {once: true});
                    player.onerror = fail;
                });
                const seeked = heard("seeked");
                await player.play();
                player.currentTime = player.duration * 0.75;
                await seeked;
                return [player.currentTime / player.duration, player.readyState >= 2];
            }"""
        )
        assert place[0] >= 0.74 and place[1] and visit.problems == []


def test_one_connection_answers_many_requests_in_their_order(preview, video):
    path, whole = video
    paths = ["/fr/", "/nowhere", path, "/en", "/fr/", "/_lutrin/"]
    with connect(preview.port) as connection:
        for method, target in [("HEAD", "/fr/"), *(("GET", target) for target in paths), ("HEAD", path)]:
            connection.sendall(request(target, method=method, close=False))
            said = next_answer(connection, method)
            assert said.headers["connection"] == "keep-alive"
            assert said.body == (preview.get(target).body if method == "GET" else b"")


def test_requests_may_come_all_at_once(preview, video):
    path, whole = video
    wanted = [
        ("GET", "/fr/"),
        ("HEAD", "/fr/"),
        ("GET", "/nowhere"),
        ("GET", path),
        ("HEAD", "/nowhere"),
        ("GET", "/fr"),
        ("GET", "/en/"),
    ] * 5
    sent = [request(target, method=method, close=False) for method, target in wanted]
    received = ask(preview.port, b"".join(sent) + request("/", method="HEAD"))
    said = answers(received.bytes, *(method for method, _ in wanted), "HEAD")
    assert [one.status for one in said] == [200, 200, 404, 200, 404, 301, 200] * 5 + [200]
    assert said[3].body == whole and said[0].body == preview.get("/fr/").body and said[6].body == preview.get("/en/").body
    assert said[-1].headers["connection"] == "close"


def test_a_wish_to_change_the_protocol_does_not_leave_the_next_request_unanswered(preview):
    wish = request("/fr/", "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAAP__", close=False)
    with connect(preview.port, timeout=8) as connection:
        connection.sendall(wish)
        first = next_answer(connection)
        assert first.status == 200 and first.body == preview.get("/fr/").body
        if first.headers["connection"] == "keep-alive":
            connection.sendall(request("/en/"))
            assert next_answer(connection).body == preview.get("/en/").body
        else:
            assert connection.recv(1) == b""


def test_an_old_client_is_answered_and_let_go(preview):
    said = one(preview, "/fr/", version="HTTP/1.0", close=False)
    assert said.status == 200 and said.headers["connection"] == "close" and said.body == preview.get("/fr/").body


def test_the_address_that_a_page_had_once_leads_to_it(browser, preview):
    assert preview.get("/fr/ancien/d%C3%A9fis.html").status == 200
    with visiting(browser) as visit:
        visit.page.goto(preview.url + "fr/ancien/défis.html", wait_until="commit")
        visit.page.wait_for_url("**/defis.html")
        assert visit.problems == []


def test_the_sitemap_and_the_downloads_are_those_of_a_build(preview, published):
    archives = [path.relative_to(published.root).as_posix() for path in published.root.rglob("*.zip")]
    for path in ("sitemap.xml", *archives):
        said = preview.get(f"/{path}")
        assert (said.status, said.body) == (200, (published.root / path).read_bytes()), path
        half = len(said.body) // 2
        part = preview.get(f"/{path}", Range=f"bytes={half}-")
        assert (part.status, part.body) == (206, said.body[half:]), path
    assert len(archives) > 6


def test_a_browser_that_asks_for_an_icon_is_not_told_of_a_mistake(preview):
    assert preview.get("/favicon.ico").status == 204


def test_nothing_is_written_into_the_project(tmp_path):
    project = projects.toolbox(tmp_path / "project")
    before, names = digest(project), sorted(project.rglob("*"))
    with previewing(project, "--drafts") as preview:
        archives = re.findall(rb'href="(downloads/[^"]+\.zip)"', preview.get("/fr/").body)
        assert archives and all(preview.get(f"/fr/{path.decode()}").status == 200 for path in archives)
        assert [preview.get(path).status for path in ("/fr/media/route.mp4", "/_lutrin/", "/nowhere")] == [200, 200, 404]
        text = project / CHALLENGES
        written = text.read_text()
        preview.write(CHALLENGES, written + "\nA line more.\n")
        preview.write(CHALLENGES, written)
        assert sorted(project.rglob("*")) == names and digest(project) == before
        assert preview.end() == 0
    assert sorted(project.rglob("*")) == names and digest(project) == before
