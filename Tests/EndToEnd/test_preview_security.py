"""`lutrin serve` against those who have no business with it: other pages in the browser, other programs, and noise.

All requests are raw. Beside the project lies a secret, and within it lie files that are no part of the site: no answer may hold any.
"""

import os
import random
import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from harness import projects
from harness.preview import previewing
from harness.sockets import answer, answers, ask, connect, receive, request
from harness.waiting import PATIENCE

SECRET = "the-secret-beside-the-project-81f7"
OWN_SECRET = "the-secret-in-the-project-43ab"
PASSWORDS = b"root:x:0:0:"
FOREIGN = (421, 403, 400)
"""How one who asks for somebody else is refused."""
SEED = 20_260_716
REQUESTS = 2_000


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("guarded")
    (folder / "secret.txt").write_text(SECRET)
    (folder / "outside").mkdir()
    (folder / "outside" / "secret.txt").write_text(SECRET)
    project = projects.toolbox(folder / "project")
    for path in (".env", "content/fr/media/.hidden", "notes.txt"):
        (project / path).write_text(OWN_SECRET)
    return project


@pytest.fixture(scope="module")
def preview(project):
    with previewing(project) as preview:
        yield preview
        assert preview.process.poll() is None and preview.get("/fr/").status == 200


@pytest.fixture(autouse=True)
def still_answers(preview):
    """Whatever a test sends: afterwards the preview is there, and nothing has been written into its log but what builds write."""
    yield
    assert preview.process.poll() is None
    assert preview.get("/fr/").status == 200
    assert [line for line in preview.log if re.search("fatal|crash|overflow|out of range", line, re.IGNORECASE)] == []


def holds_a_secret(received: bytes) -> bool:
    return SECRET.encode() in received or OWN_SECRET.encode() in received or PASSWORDS in received


def one(preview, target, *fields, method="GET", **options):
    received = ask(preview.port, request(target, *fields, method=method, **options))
    assert not holds_a_secret(received.bytes)
    return answer(received.bytes, method)


# Who asks


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST", "LocalHost", "127.0.0.1", "[::1]", "localhost:{port}", "127.0.0.1:{port}", "[::1]:{port}"]
)
def test_the_loopback_names_are_answered(preview, host):
    assert one(preview, "/fr/", host=host.format(port=preview.port)).status == 200


@pytest.mark.parametrize(
    "host",
    [
        "example.org",
        "attacker.example:{port}",
        "localhost.attacker.example",
        "127.0.0.1.nip.io:{port}",
        "notlocalhost",
        "localhost.",
        "127.0.0.1.",
        "192.168.1.7",
        "10.0.0.1:{port}",
        "0.0.0.0",
        "[::]",
        "[fe80::1]",
        "169.254.169.254",
        "2130706433",
        "0x7f000001",
        "127.1",
        "127.0.0.1, example.org",
        "example.org, 127.0.0.1",
        "localhost@example.org",
        "example.org@localhost",
        "localhost/example.org",
        "localhost#",
        "localhost?",
        "localhost\\",
        "http://localhost",
        "localhost localhost",
        "localhost\tx",
        "local\u0000host",
        "ｌocalhost",
        "[::1",
        "::1",
        "[::1]x",
        "[::1]]",
        "[[::1]]",
        "[localhost]",
        "[127.0.0.1]",
        "localhost:",
        "localhost:x",
        "localhost:+80",
        "localhost:-1",
        "localhost:65536",
        "localhost:99999999999999999999",
        "localhost:80:80",
        ":{port}",
        "",
        " ",
        "*",
        "%6c%6f%63alhost",
        "a" * 10_000,
    ],
    ids=lambda host: ascii(host[:40]),
)
def test_every_other_host_is_refused_wherever_it_leads(preview, host):
    for target in ("/fr/", "/_lutrin/events", "/_lutrin/", "/_lutrin/preview.js"):
        said = one(preview, target, host=host.format(port=preview.port))
        assert said.status in FOREIGN and b"<html" not in said.body and b"event:" not in said.body, (target, said)


@pytest.mark.parametrize(
    "hosts",
    [(), ("localhost", "localhost"), ("localhost", "example.org"), ("example.org", "localhost"), ("localhost", "")],
    ids=lambda hosts: " and ".join(hosts) or "none",
)
def test_a_request_names_one_host(preview, hosts):
    for version in ("HTTP/1.1", "HTTP/1.0"):
        said = one(preview, "/fr/", *(f"Host: {host}" for host in hosts), host=None, version=version)
        assert said.status == 400 and b"<html" not in said.body


@pytest.mark.parametrize("origin", ["http://localhost:{port}", "HTTP://LocalHost:{port}"])
def test_the_previews_own_pages_may_listen(preview, origin):
    with connect(preview.port) as connection:
        connection.sendall(
            request("/_lutrin/events", f"Origin: {origin.format(port=preview.port)}", host=f"localhost:{preview.port}", close=False)
        )
        received = b""
        while b"event: problems" not in received:
            part = connection.recv(65_536)
            assert part, received
            received += part
    assert received.startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize(
    "origin",
    [
        "null",
        "",
        "http://example.org",
        "https://localhost:{port}",
        "http://localhost",
        "http://localhost:1",
        "http://localhost:{port}.example.org",
        "http://localhost:{port}@example.org",
        "http://127.0.0.1:{port}",
        "file://",
        "chrome-extension://abcdef",
        "localhost:{port}",
        "http://localhost:{port} http://example.org",
        "http://localhost:{port}/",
    ],
)
def test_a_page_from_elsewhere_may_not(preview, origin):
    for target in ("/_lutrin/events", "/fr/", "/_lutrin/"):
        said = one(preview, target, f"Origin: {origin.format(port=preview.port)}", host=f"localhost:{preview.port}")
        assert said.status == 403 and "access-control-allow-origin" not in said.headers
        assert b"event:" not in said.body and b"<html" not in said.body


def test_an_own_origin_does_not_cover_a_foreign_one(preview):
    own = f"Origin: http://localhost:{preview.port}"
    for fields in ((own, "Origin: http://example.org"), ("Origin: http://example.org", own), (own, "Origin: null")):
        received = ask(preview.port, request("/_lutrin/events", *fields, host=f"localhost:{preview.port}", close=True), half_closed=True)
        assert b"event:" not in received.bytes, received.bytes[:400]
        assert answer(received.bytes).status in (400, 403)


def test_nobody_is_invited_to_read_across_origins(preview):
    for target in ("/fr/", "/fr/media/route.mp4", "/_lutrin/", "/_lutrin/preview.js", "/nowhere", "/sitemap.xml"):
        headers = one(preview, target).headers
        assert not any(name.startswith("access-control-") for name in headers)
        if one(preview, target).status == 200:
            assert headers["cross-origin-resource-policy"] == "same-origin", target


# What is asked


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE", "PATCH", "PROPFIND", "M-SEARCH", "PURGE", "QUERY"]
)
def test_only_get_and_head_are_answered(preview, method):
    targets = (
        ["localhost:80", "/fr/"]
        if method == "CONNECT"
        else ["*", "/fr/"]
        if method == "OPTIONS"
        else ["/fr/", "/_lutrin/events", "/nowhere"]
    )
    for target in targets:
        for close in (True, False):
            received = ask(preview.port, request(target, "X-Mark: mirror", method=method, close=close) + request("/fr/"))
            # What follows a refused request may be its body, and is not taken for a request.
            said = answers(received.bytes)
            assert len(said) == 1 and said[0].status in (405, 400 if method in ("QUERY", "CONNECT") else 405)
            assert said[0].headers["connection"] == "close" and b"mirror" not in received.bytes and b"<html" not in received.bytes
            if said[0].status == 405:
                assert said[0].headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize("method", ["get", "Get", "GETT", "G", "GET\tX", "", "ÖFFNE", "\x01"])
def test_no_other_word_is_a_method(preview, method):
    received = ask(preview.port, f"{method} /fr/ HTTP/1.1\r\nHost: localhost\r\n\r\n".encode(), half_closed=True)
    assert b"<html" not in received.bytes and all(400 <= said.status < 500 for said in answers(received.bytes))


@pytest.mark.parametrize(
    "target",
    [
        "http://localhost/fr/",
        "http://example.org/fr/",
        "http://localhost:{port}/../../etc/passwd",
        "https://example.org",
        "//example.org/",
        "file:///etc/passwd",
        "*",
        "fr/",
        "",
        "?",
        "#",
        "\\fr\\",
    ],
)
def test_a_target_that_is_no_path_of_its_own_is_refused(preview, target):
    received = ask(preview.port, request(target.format(port=preview.port)))
    assert not holds_a_secret(received.bytes) and b"example.org" not in received.bytes
    assert answers(received.bytes)[0].status in (400, 404, 421)


UP = [
    "..",
    "%2e%2e",
    "%2E%2e",
    ".%2e",
    "%2e.",
    "%252e%252e",
    "%25252e%25252e",
    "..%00",
    "..;",
    "...",
    "....",
    "%c0%ae%c0%ae",
    "%e0%80%ae%e0%80%ae",
    "․․",
    "．．",
]
SLASHES = ["/", "%2f", "%2F", "\\", "%5c", "%5C", "%252f", "%255c", "//", "/./", "%c0%af", "%e0%80%af", "∕", "%u2215"]
STARTS = ["/", "/fr/", "/fr/media/", "/_lutrin/", "/toolbox/", "//", "/./", "/fr/index.html/"]


def test_no_way_of_writing_a_path_leads_out_of_the_site(preview):
    """Every way of writing “up” with every way of writing a slash, from every start, to what lies outside the site."""
    ends = ((1, "site.yml"), (2, "secret.txt"), (3, "outside{slash}secret.txt"), (12, "etc{slash}passwd"))
    targets = [
        start + (up + slash) * times + end.format(slash=slash) for start in STARTS for up in UP for slash in SLASHES for times, end in ends
    ]
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda target: ask(preview.port, request(target)).bytes, targets))
    wrong = [
        (target, received[:200])
        for target, received in zip(targets, found, strict=True)
        if holds_a_secret(received) or answers(received)[0].status not in (400, 404)
    ]
    assert wrong == [] and len(targets) > 6_000


@pytest.mark.parametrize(
    "path",
    [
        "/site.yml",
        "/content/fr/index.md",
        "/content/fr/media/route.mp4",
        "/themes/toolbox/theme.yml",
        "/fr/index.md",
        "/fr/media/.hidden",
        "/.env",
        "/notes.txt",
        "/.lutrin",
        "/.git/config",
        "/secret.txt",
        "/etc/passwd",
        "/proc/self/environ",
        "/_lutrin/../site.yml",
        "/_lutrin/%2e%2e/site.yml",
        "/_lutrin/Assets/preview.js",
        "/_LUTRIN/",
        "/%5flutrin%2f",
        "/_lutrin//events",
        "/_lutrin/events/",
        "/_lutrin/./events",
    ],
)
def test_files_that_are_no_part_of_the_site_are_not_served(preview, path):
    assert one(preview, path).status in (400, 404)


@pytest.mark.parametrize(
    "target",
    [
        "/%00",
        "/fr/%00",
        "/fr/index.html%00",
        "/fr/index.html%00.css",
        b"/fr/\x00",
        "/%",
        "/%2",
        "/%zz",
        "/fr/%g0",
        "/%-1",
        "/%+1",
        "/%ff",
        "/%c3",
        "/%c3%28",
        "/%ed%a0%80",
        "/%f4%90%80%80",
        "/%f8%88%80%80%80",
        b"/\xff\xfe",
        b"/\xc3",
        b"/fr/\x7f",
        b"/fr/\x01",
        "/fr/%0d%0aSet-Cookie:%20a=b",
        "/fr/%0a",
        "/fr/%1b[2J",
        "/fr//",
        "//",
        "///fr/",
        "/./",
        "/fr/./",
        "/fr/../",
        "/fr/..",
        "/..",
        "/.",
        "/fr%2findex.html",
        "/fr%5cindex.html",
        "/fr\\index.html",
        "/fr/index.html/.",
        "/fr/%2e/index.html",
        "/fr/index%2ehtml%2f",
        "/C:/Windows/win.ini",
        "/fr/index.html::$DATA",
        "/fr/index.html~",
        "/" + "a/" * 2_000,
        "/" + "a" * 10_000,
        "/" + "%61" * 3_400,
        "/" + "../" * 3_000,
        "/fr/" + "%2e%2e/" * 1_000 + "etc/passwd",
        "/fr/?" + "a" * 9_000,
    ],
    ids=lambda target: ascii(target[:40]),
)
def test_paths_that_are_none_are_refused(preview, target):
    received = ask(preview.port, request(target))
    said = answers(received.bytes)[0]
    assert not holds_a_secret(received.bytes)
    assert said.status in (400, 404, 414) and not {"set-cookie", "location"} & said.headers.keys()


def test_a_redirect_leads_nowhere_else(preview):
    """A folder's name is the end of a path, and a path may be written so that a browser takes it for a host."""
    for target in (
        "//example.org/fr",
        "/\\example.org/fr",
        "/%5cexample.org/fr",
        "/%2f%2fexample.org/..",
        "/fr%0d%0aX: y",
        "//fr",
        "/./fr",
        "/https://example.org/fr",
    ):
        said = answers(ask(preview.port, request(target)).bytes)[0]
        assert said.status in (400, 404) and "location" not in said.headers


# How it is asked


@pytest.mark.parametrize(
    "sent",
    {
        "a request line of 5 MB": b"GET /" + b"a" * 5_000_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "5 MB without an end": b"GET /" + b"a" * 5_000_000,
        "5 MB of empty lines": b"\r\n" * 2_500_000,
        "1,000 fields": request("/fr/", *(f"X-{number}: y" for number in range(1_000))),
        "a field of 1 MB": request("/fr/", "X: " + "y" * 1_000_000),
        "a name of 1 MB": request("/fr/", "X" * 1_000_000 + ": y"),
        "cookies of 100 kB": request("/fr/", *(f"Cookie: {'y' * 10_000}" for _ in range(10))),
        "a body": request("/fr/", "Content-Length: 5") + b"hello",
        "a body of nobody knows what": request("/fr/", "Content-Length: 5", close=False) + request("/en/"),
        "a chunked body": request("/fr/", "Transfer-Encoding: chunked") + b"5\r\nhello\r\n0\r\n\r\n",
        "a body said twice": request("/fr/", "Content-Length: 5", "Transfer-Encoding: chunked") + b"0\r\n\r\n",
        "two lengths": request("/fr/", "Content-Length: 0", "Content-Length: 5") + b"hello",
        "a length below nothing": request("/fr/", "Content-Length: -1"),
        "a length beyond all": request("/fr/", "Content-Length: 99999999999999999999999"),
        "an unknown coding": request("/fr/", "Transfer-Encoding: gzip, chunked"),
        "a chunked body in other words": request("/fr/", "Transfer-Encoding: \x0bchunked"),
        "a folded field": request("/fr/", "X: a\r\n b"),
        "a folded host": b"GET /fr/ HTTP/1.1\r\nHost: example.org\r\n localhost\r\n\r\n",
        "a space before the colon": request("/fr/", "X : y"),
        "a field without a name": request("/fr/", ": y"),
        "a field without a colon": request("/fr/", "nothing"),
        "a NUL in a field": request("/fr/", b"X: a\0b"),
        "a lonely CR": request("/fr/", b"X: a\rHost: example.org"),
        "lonely LFs": b"GET /fr/ HTTP/1.1\nHost: example.org\n\n",
        "version 0.9": b"GET /fr/\r\n\r\n",
        "version 0.9 in words": b"GET /fr/ HTTP/0.9\r\nHost: localhost\r\n\r\n",
        "version 2": b"GET /fr/ HTTP/2.0\r\nHost: localhost\r\n\r\n",
        "version 1.9": b"GET /fr/ HTTP/1.9\r\nHost: localhost\r\n\r\n",
        "version 11": b"GET /fr/ HTTP/11.1\r\nHost: localhost\r\n\r\n",
        "another protocol": b"GET /fr/ ICY/1.1\r\nHost: localhost\r\n\r\n",
        "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes.fromhex("000000040000000000"),
        "TLS": bytes.fromhex("16030100c8010000c40303") + bytes(range(190)),
        "an answer": b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        "mail": b"EHLO localhost\r\nMAIL FROM:<a@example.org>\r\n",
        "noise": random.Random(SEED).randbytes(100_000),
        "zeros": bytes(100_000),
        "nothing": b"",
    }.items(),
    ids=lambda case: case[0],
)
def test_noise_is_refused_at_once(preview, sent):
    name, sent = sent
    received = ask(preview.port, sent, half_closed=True)
    assert not holds_a_secret(received.bytes) and b"<html" not in received.bytes
    said = answers(received.bytes)
    assert len(said) < 2 and all(400 <= one.status < 500 for one in said)
    assert said or received.was_reset or name in ("nothing", "5 MB of empty lines", "5 MB without an end"), "it was not told why"


def test_what_hides_behind_a_request_is_judged_by_itself(preview):
    """Blank lines that slipped into a field make a second request of what follows: it gets nothing that it would not get alone."""
    received = ask(preview.port, request("/fr/", "X: y\r\n\r\nGET /en/ HTTP/1.1\r\nHost: example.org"))
    assert [said.status for said in answers(received.bytes)] == [200, 421]


@pytest.mark.parametrize("sent", [b"\x01\x02\x03\r\n\r\n", b"GET /en/ HTTP/9.9\r\n\r\n", b"SSH-2.0-OpenSSH_9.2\r\n", b"a" * 40_000])
@pytest.mark.parametrize("count", [1, 5])
def test_noise_behind_requests_is_refused_behind_their_answers(preview, sent, count):
    """A client takes the first answer for that to its first request, whatever it has sent meanwhile."""
    received = ask(preview.port, request("/fr/", close=False) * count + sent)
    assert [said.status for said in answers(received.bytes)] == [200] * count + [400]


def test_noise_behind_the_last_request_is_not_answered(preview):
    received = ask(preview.port, request("/fr/") + b"\x01\x02\x03\r\n\r\n")
    assert [said.status for said in answers(received.bytes)] == [200]


def test_a_body_of_a_gigabyte_is_not_waited_for(preview):
    with connect(preview.port, timeout=PATIENCE) as connection:
        connection.sendall(request("/fr/", f"Content-Length: {1 << 30}", "Expect: 100-continue", close=False))
        said = answer(receive(connection).bytes)
    assert 400 <= said.status < 500


def test_a_foreign_target_does_not_overrule_the_host(preview):
    """RFC 9112, section 3.2.2: an absolute target would count, and not `Host`; here neither may open what the other closes."""
    for target, host in (("http://example.org/fr/", "localhost"), ("http://localhost/fr/", "example.org")):
        assert one(preview, target, host=host).status in FOREIGN


# Links out of the project


def test_a_link_out_of_the_project_is_never_followed(preview, project):
    places = {
        "passwd.txt": "/etc/passwd",
        "secret.txt": project.parent / "secret.txt",
        "outside": project.parent / "outside",
        "up.txt": "../../../../secret.txt",
    }
    media = project / "content/fr/media"
    try:
        with preview.change():
            for name, end in places.items():
                (media / name).symlink_to(end)
        for name in places:
            for target in (f"/fr/media/{name}", f"/fr/media/{name}/secret.txt", f"/fr/media/{name}/"):
                assert one(preview, target).status in (301, 404)
    finally:
        with preview.change():
            for name in places:
                (media / name).unlink()
    assert one(preview, "/fr/media/route.mp4").status == 200


@pytest.mark.parametrize("end", ["secret.txt", "outside/secret.txt", "/etc/passwd", "project/.env"])
def test_a_media_file_that_becomes_a_link_is_not_followed(preview, project, end):
    """At no moment: before the preview has seen it, while it looks, and afterwards, whole and in part."""
    film = project / "content/fr/media/route.mp4"
    whole = film.read_bytes()
    link = project.parent / "link"
    link.symlink_to(end if end.startswith("/") else project.parent / end)
    inside = end.startswith("project/")
    seen = set()

    def look():
        for fields in ((), ("Range: bytes=0-50",), ("Range: bytes=-20",)):
            received = ask(preview.port, request("/fr/media/route.mp4", *fields)).bytes
            said = answer(received)
            assert inside or not holds_a_secret(received)
            assert said.status in (404, 500, 503) or whole.startswith(said.body[:10]) or inside or said.body in whole, said
            seen.add(said.status)

    try:
        with preview.change():
            os.replace(link, film)
            for _ in range(20):
                look()
        look()
    finally:
        with preview.change():
            film.unlink()
            film.write_bytes(whole)
    assert one(preview, "/fr/media/route.mp4").body == whole


def test_a_media_file_that_is_no_file_any_more_holds_nobody_up(preview, project):
    """A pipe would be waited for, and a folder cannot be read."""
    film = project / "content/fr/media/route.mp4"
    whole = film.read_bytes()
    for make in (os.mkfifo, os.mkdir):
        try:
            with preview.change():
                film.unlink()
                make(film)
                assert one(preview, "/fr/media/route.mp4").status >= 400
            assert one(preview, "/fr/media/route.mp4").status >= 400
            assert one(preview, "/fr/").status == 200
        finally:
            with preview.change():
                (film.rmdir if film.is_dir() else film.unlink)()
                film.write_bytes(whole)


# Chance


def mutated(chance: random.Random) -> bytes:
    """A request of a browser with one to six things wrong with it."""
    target = chance.choice(
        ["/", "/fr/", "/fr", "/fr/media/route.mp4", "/_lutrin/events", "/_lutrin/", "/_lutrin/preview.js", "/nowhere", "/fr/../secret.txt"]
    )
    fields = [
        "Range: bytes=5-9",
        'If-None-Match: "x"',
        "Origin: null",
        "Connection: keep-alive",
        "Accept: */*",
        "Content-Length: 0",
        "If-Range: x",
        "Upgrade: h2c",
    ]
    sent = bytearray(request(target, *chance.sample(fields, chance.randint(0, 4)), method=chance.choice(["GET", "GET", "HEAD", "POST"])))
    pieces = [
        b"\r\n",
        b"\n",
        b"\0",
        b"%2e%2e",
        b"..",
        b"/",
        b" ",
        b":",
        b"\xff",
        b"Host: example.org\r\n",
        b"bytes=-",
        b"9" * 30,
        b"\r\n\r\n",
        b"\t",
        b"%00",
        b"\\",
    ]
    for _ in range(chance.randint(0, 6)):
        place = chance.randrange(len(sent) + 1)
        match chance.randrange(6):
            case 0:
                sent[place:place] = chance.choice(pieces)
            case 1:
                del sent[place : place + chance.randint(1, 12)]
            case 2 if place < len(sent):
                sent[place] = chance.randrange(256)
            case 3:
                sent[place:place] = sent[chance.randrange(len(sent) + 1) :][: chance.randint(1, 80)]
            case 4:
                sent[place:place] = chance.choice(pieces) * chance.randint(1, 500)
            case _:
                sent += request(target, close=chance.random() < 0.5)
    return bytes(sent)


def test_whatever_comes_is_answered_in_form_or_not_at_all(preview, record_property):
    chance = random.Random(SEED)
    requests = [mutated(chance) for _ in range(REQUESTS)]

    def send(sent: bytes) -> tuple[bytes, list[int]]:
        received = ask(preview.port, sent, half_closed=True, timeout=10)
        assert not holds_a_secret(received.bytes), sent
        return sent, statuses(received.bytes)

    with ThreadPoolExecutor(6) as threads:
        outcomes = list(threads.map(send, requests))
    said = [status for _, found in outcomes for status in found]
    assert [(sent[:200], found) for sent, found in outcomes if any(status >= 500 for status in found)] == []
    counts = {status: said.count(status) for status in sorted(set(said))}
    record_property("answers to 2,000 mutated requests", counts)
    assert len(said) > REQUESTS * 0.9 and counts[200] > 100 and counts[400] > 200


def statuses(received: bytes) -> list[int]:
    """What came, which must have the form of HTTP: answers to GET and to HEAD, event streams too."""
    found = []
    while received:
        head, end, rest = received.partition(b"\r\n\r\n")
        match = re.fullmatch(rb"HTTP/1\.[01] (\d{3}) [\x20-\x7e]+((?:\r\n[A-Za-z-]+: [^\r\n\0]*)*)", head)
        assert end and match, f"no answer of HTTP: {received[:300]!r}"
        found.append(int(match[1]))
        if b"text/event-stream" in match[2]:
            return found
        length = re.search(rb"\r\nContent-Length: (\d+)", match[2])
        # Nothing follows the head of an answer to HEAD: the next one, or the end.
        received = rest if rest.startswith(b"HTTP/1.") or length is None else rest[int(length[1]) :]
    return found
