"""`lutrin serve` with clients that are slow, gone, or many: each costs a bounded time, and memory and descriptors come back."""

import contextlib
import os
import re
import resource
import select
import shutil
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from harness import projects
from harness.preview import Preview, previewing
from harness.sockets import answer, answers, ask, connect, next_answer, receive, request
from harness.waiting import eventually

HEAD, STALLED, IDLE = 5, 10, 30
"""Seconds that the preview waits: for the head of a request, for an answer to be taken, and for the next request."""
SLACK = 4
"""Seconds that a busy machine may be late."""
STREAMS = 500
REQUESTS = 10_000
LARGE = 30_000_000
FILM = "/fr/media/large.mp4"
MIB = 1 << 20

pytestmark = pytest.mark.xdist_group("preview limits")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The toolbox course with a film of 30 MB."""
    project = projects.toolbox(tmp_path_factory.mktemp("limits") / "project")
    film = project / "content/fr/media/large.mp4"
    shutil.copy(project / "content/fr/media/route.mp4", film)
    with film.open("ab") as file:
        file.truncate(LARGE)
    (project / "content/fr/large.md").write_text("# Un long film\n\n![Un film](media/large.mp4)\n")
    return project


@pytest.fixture
def preview(project):
    with previewing(project) as preview:
        yield preview
        assert preview.process.poll() is None and preview.get("/fr/").status == 200


@pytest.fixture
def light(tmp_path):
    """A preview of the toolbox course as it is: no reviewer reads 30 MB while the memory is measured."""
    with previewing(projects.toolbox(tmp_path / "project")) as preview:
        yield preview
        assert preview.process.poll() is None and preview.get("/fr/").status == 200


def resident(preview: Preview) -> int:
    """Bytes of memory that it holds."""
    status = Path(f"/proc/{preview.process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) * 1024


def descriptors(preview: Preview) -> int:
    return len(os.listdir(f"/proc/{preview.process.pid}/fd"))


def lives(connection: socket.socket) -> bool:
    """Whether the server still holds its end of a connection: the client cannot know, as long as it reads nothing."""
    try:
        ours, theirs = connection.getsockname()[1], connection.getpeername()[1]
    except OSError:
        return False  # it was reset
    ends = re.findall(
        r"^\s*\d+: [0-9A-F]{8}:([0-9A-F]{4}) [0-9A-F]{8}:([0-9A-F]{4}) (\w\w)", Path("/proc/net/tcp").read_text(), re.MULTILINE
    )
    return any((int(local, 16), int(remote, 16)) == (theirs, ours) and state in ("01", "08") for local, remote, state in ends)


# Slow clients. Each returns after how many seconds the server ended it.


def silent(port: int) -> float:
    with connect(port, IDLE + 2 * SLACK) as connection:
        return duration_of(lambda: receive(connection))


def never_finished(port: int) -> float:
    with connect(port, IDLE + 2 * SLACK) as connection:
        connection.sendall(b"GET /fr/ HTTP/1.1\r\nHost: localhost\r\nX-Y: ")
        return duration_of(lambda: receive(connection))


def byte_by_byte(port: int) -> float:
    """A byte each time that the server has said nothing for a fifth of a second; the head would take a minute."""
    with connect(port, 0.2) as connection:
        return duration_of(lambda: dribble(connection, request("/fr/", "X: " + "y" * 300)))


def byte_by_byte_after_an_answer(port: int) -> float:
    with connect(port, 0.2) as connection:
        connection.sendall(request("/fr", close=False))
        next_answer(connection)
        return duration_of(lambda: dribble(connection, request("/fr/", "X: " + "y" * 300)))


def idle(port: int) -> float:
    with connect(port, IDLE + 2 * SLACK) as connection:
        connection.sendall(request("/fr", close=False))
        next_answer(connection)
        return duration_of(lambda: receive(connection))


def never_read(port: int, close: bool = False) -> float:
    with connect(port) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        connection.sendall(request(FILM, close=close))
        # The client cannot see the end, as long as it reads nothing.
        end = time.monotonic() + IDLE + 2 * SLACK
        return duration_of(lambda: eventually(lambda: not lives(connection) or time.monotonic() > end, "the end"))


def never_read_and_asked_to_close(port: int) -> float:
    return never_read(port, close=True)


def asks_and_never_reads(port: int) -> float:
    """Asks again and again, and takes none of the answers."""
    with connect(port, 0.2) as connection:

        def flood():
            with contextlib.suppress(ConnectionError):
                while lives(connection):
                    with contextlib.suppress(TimeoutError):
                        connection.send(request("/fr/", close=False) * 100)

        return duration_of(flood)


def promises_a_body(port: int) -> float:
    with connect(port) as connection:
        connection.sendall(request("/fr/", "Content-Length: 10", close=False))
        return duration_of(lambda: receive(connection))


def dribble(connection: socket.socket, sent: bytes):
    with contextlib.suppress(ConnectionError):
        for byte in sent:
            connection.sendall(bytes([byte]))
            with contextlib.suppress(TimeoutError):
                if not connection.recv(65_536):
                    return


def duration_of(action) -> float:
    start = time.monotonic()
    action()
    return time.monotonic() - start


CLIENTS = {
    silent: HEAD,
    never_finished: HEAD,
    byte_by_byte: HEAD,
    byte_by_byte_after_an_answer: IDLE,
    idle: IDLE,
    never_read: STALLED,
    never_read_and_asked_to_close: IDLE,
    asks_and_never_reads: STALLED,
    promises_a_body: 0,
}


def listens(port: int) -> int:
    """Who listens to events after another request is no idle client: it is not ended, and hears now and then that the server is there."""
    with connect(port, IDLE) as connection:
        connection.sendall(request("/fr", close=False))
        next_answer(connection)
        connection.sendall(request("/_lutrin/events", close=False))
        heard, end = b"", time.monotonic() + IDLE + 2
        while time.monotonic() < end:
            if select.select([connection], [], [], 0.5)[0]:
                part = connection.recv(65_536)
                assert part, "the stream was ended"
                heard += part
    return heard.replace(b"\r", b"").count(b"\n:\n")


def test_slow_clients_are_ended_and_listeners_are_not(preview, record_property):
    """All at once: it takes as long as the longest deadline, which is the server's, 30 s."""
    with ThreadPoolExecutor(len(CLIENTS) + 1) as threads:
        ended = {client: threads.submit(client, preview.port) for client in CLIENTS}
        comments = threads.submit(listens, preview.port)
        # Others are answered meanwhile.
        assert duration_of(lambda: [preview.get("/fr/") for _ in range(20)]) < SLACK
    seconds = {client.__name__: round(future.result(), 1) for client, future in ended.items()}
    record_property("seconds until a slow client is ended", seconds)
    assert {name: it for (client, most), (name, it) in zip(CLIENTS.items(), seconds.items(), strict=True) if not it <= most + SLACK} == {}
    assert seconds["idle"] > HEAD + 1, "browsers keep a connection for a while"
    assert comments.result() >= 2


def test_a_slow_reader_gets_all_of_it(preview, project):
    """Slower than the deadline for taking nothing, were it for taking all; and `close` cuts nothing off."""
    whole = (project / "content/fr/media/large.mp4").read_bytes()
    for close in (True, False):
        with connect(preview.port) as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16_384)
            connection.sendall(request(FILM, close=close))
            said = next_answer(connection)
        assert said.status == 200 and said.body == whole


@pytest.mark.parametrize("version", ["HTTP/1.1", "HTTP/1.0"])
def test_a_client_that_has_said_all_it_has_to_say_gets_its_answer(preview, project, version):
    film = (project / "content/fr/media/large.mp4").read_bytes()
    for target, body in ((FILM, film), ("/fr/", preview.get("/fr/").body), ("/nowhere", preview.get("/nowhere").body)):
        for close in (True, False):
            received = ask(preview.port, request(target, version=version, close=close), half_closed=True)
            assert answer(received.bytes).body == body
    received = ask(preview.port, request("/fr/", close=False) * 20, half_closed=True)
    assert len(answers(received.bytes)) == 20


def test_answers_that_nobody_reads_do_not_fill_the_memory(preview, record_property):
    """Forty readers of a film of 30 MB that read none of it: 1.2 GB, if each held it.

    What each holds is a piece; the bound is 1.6 MiB for each.
    """
    preview.wait_for_log("reviewed")  # the reviewer, too, reads the film
    assert len(preview.get(FILM).body) == LARGE
    before = resident(preview)
    with contextlib.ExitStack() as stack:
        connections = [stack.enter_context(connect(preview.port)) for _ in range(40)]
        for connection in connections:
            connection.sendall(request(FILM, close=False))
            assert connection.recv(1)
        grown = resident(preview) - before
    record_property("MiB for 40 unread answers of 30 MB", round(grown / MIB, 1))
    assert grown < 64 * MIB


# Many clients


def open_stream(port: int) -> socket.socket:
    """One who listens, and has been told how things are."""
    connection = connect(port)
    connection.sendall(request("/_lutrin/events", close=False))
    hear(connection, b"event: problems")
    return connection


def hear(connection: socket.socket, word: bytes):
    heard = b""
    while word not in heard:
        part = connection.recv(65_536)
        assert part, f"the stream ended: {heard[-300:]!r}"
        heard += part


def listeners_round(preview: Preview, number: int) -> tuple[int, int]:
    """500 listen, all are told of a change, and go; returns the memory while they listened, and after they went."""
    before = descriptors(preview)
    streams = []
    try:
        with ThreadPoolExecutor(8) as threads:
            streams = list(threads.map(open_stream, [preview.port] * STREAMS))
            assert descriptors(preview) >= STREAMS
            preview.write("content/fr/line.md", f"# Une page\n\nLigne {number}.\n")
            list(threads.map(lambda stream: hear(stream, b"event: change"), streams))
        listening = resident(preview)
    finally:
        for stream in streams:
            stream.close()
    eventually(lambda: descriptors(preview) <= before, "the earlier number of descriptors")
    return listening, resident(preview)


def test_500_listeners_are_all_told_and_leave_nothing_behind(light, record_property):
    """The bounds: a listener costs a connection, two tasks and 256 events at most, 64 KiB in all.

    Once the first 500 have shown what the allocator keeps, three further rounds may add 8 MiB:
    5 KiB for each of 1,500 connections, less than one that is not let go would hold.
    """
    quiet = resident(light)
    rounds = [listeners_round(light, number) for number in range(4)]
    record_property(
        "MiB before, and in each round of 500 listeners (while, after)",
        [round(quiet / MIB)] + [(round(a / MIB), round(b / MIB)) for a, b in rounds],
    )
    assert (rounds[0][0] - quiet) / STREAMS < 64 * 1024
    assert max(listening for listening, _ in rounds[1:]) - rounds[0][0] < 8 * MIB
    assert rounds[-1][1] - rounds[0][1] < 8 * MIB


@pytest.mark.parametrize("behind", [b"", request("/fr/", close=False)], ids=["alone", "behind an answer"])
def test_who_hangs_up_before_the_stream_begins_leaves_nothing_behind(light, behind):
    """A page that is left while it loads: the end of its connection can be there before the first byte of the stream. The bound is a third of
    the time after which a write would show that nobody listens."""
    before = descriptors(light)
    start = time.monotonic()
    for _ in range(100):
        with connect(light.port) as connection:
            connection.sendall(behind + request("/_lutrin/events", close=False))
            connection.shutdown(socket.SHUT_WR)
            receive(connection)
    assert time.monotonic() - start < 10
    eventually(lambda: descriptors(light) <= before, "the earlier number of descriptors")


def test_10000_requests_leave_the_memory_flat(light, record_property):
    """The bound: 8 MiB, 800 bytes for each request, less than the smallest thing that could be kept of one, its head with its fields.

    The first 2,000 show what the allocator keeps.
    """
    targets = [
        "/fr/",
        "/en/",
        "/nowhere",
        "/fr",
        "/fr/media/route.mp4",
        "/_lutrin/",
        "/_lutrin/preview.js",
        "/%2e%2e/",
        "/fr/glossaire.html",
        "/fr/?x=1",
    ]

    def batch(_):
        sent = b"".join(request(target, close=False) for target in targets * 9)
        received = answers(ask(light.port, sent + request("/fr/")).bytes)
        alone = [answer(ask(light.port, request(target)).bytes) for target in targets[:-1]]
        return len(received) + len(alone)

    with ThreadPoolExecutor(4) as threads:
        assert sum(threads.map(batch, range(20))) == 2_000
        open_before, before = descriptors(light), resident(light)
        start = time.monotonic()
        asked = sum(threads.map(batch, range(REQUESTS // 100)))
        seconds = time.monotonic() - start
    grown = resident(light) - before
    record_property("KiB for 10,000 requests", grown // 1024)
    record_property("requests in a second, asked by Python", round(asked / seconds))
    assert asked == REQUESTS and grown < 8 * MIB
    eventually(lambda: descriptors(light) <= open_before, "the earlier number of descriptors")


def test_descriptors_that_run_out_end_nothing(project):
    """More connections than the system lets it have: it goes on, saves come through when there is room again, and no file was lost."""
    with previewing(project) as preview:
        few = descriptors(preview) + 100
        resource.prlimit(preview.process.pid, resource.RLIMIT_NOFILE, (few, few))
        text = project / "content/fr/large.md"
        with contextlib.ExitStack() as stack:
            for _ in range(300):
                stack.enter_context(connect(preview.port)).sendall(request("/_lutrin/events", close=False))
            eventually(lambda: descriptors(preview) >= few - 1, "the last descriptor")
            text.write_text("# Un long film\n\n![Un film](media/large.mp4)\n\nÉcrit sans descripteurs.\n")
            preview.wait_for_log("large.md")
            assert preview.process.poll() is None
        eventually(lambda: descriptors(preview) < few - 50, "room for more")
        eventually(lambda: "Écrit sans descripteurs.".encode() in preview.get("/fr/large.html").body, "what was saved meanwhile")
        text.write_text("# Un long film\n\n![Un film](media/large.mp4)\n\nÉcrit après.\n")
        eventually(lambda: "Écrit après.".encode() in preview.get("/fr/large.html").body, "what was saved afterwards")
        assert "Écrit après.".encode() in preview.get("/fr/large.html").body
        assert len(preview.get(FILM).body) == LARGE
        assert preview.end() == 0
