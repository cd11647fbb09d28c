"""How `lutrin serve` starts, where it listens, what it says to whom, and how it ends."""

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

import pytest

from harness import command, projects
from harness.namespaces import namespace
from harness.preview import Preview, previewing
from harness.sockets import answer, ask, request
from harness.terminal import Terminal
from harness.waiting import PATIENCE, eventually

LOOPBACK = r"http://127\.0\.0\.1:(\d+)/"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return projects.tiny(tmp_path_factory.mktemp("start") / "course", pages=3)


@pytest.fixture
def network():
    """A network of the test's own, in which the test is, too."""
    with namespace() as made, made.inside():
        yield made


@contextlib.contextmanager
def serving(*words, **options):
    """`lutrin serve` with exactly these words."""
    process = command.start("serve", *words, **options)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(timeout=PATIENCE)


def port_of(line: str) -> int:
    match = re.fullmatch(LOOPBACK + r"\n", line)
    assert match, line
    return int(match[1])


def status(port: int, host: str = "127.0.0.1", *, target: str = "/en/", fields=(), name: str | None = None) -> int | None:
    """What a request is answered with; `None` where nobody listens."""
    try:
        with socket.create_connection((host, port), timeout=PATIENCE) as connection:
            connection.sendall(request(target, *fields, host=name or f"{host}:{port}"))
            return int(connection.makefile("rb").readline().split()[1])
    except ConnectionRefusedError:
        return None


# What it says


def test_the_address_is_all_that_stands_on_standard_output(course):
    with serving("--project", course, "--port", "0", stdout=subprocess.PIPE) as process:
        port = port_of(process.stdout.readline())
        assert status(port) == 200
        said = process.stderr.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=PATIENCE) == 0
        assert process.stdout.read() == "" and "the course" in said and str(port) not in said


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_tells_its_options(option):
    outcome = command.run("serve", option)
    assert (outcome.status, outcome.stderr) == (0, "")
    words = ["--project", "--port", "--host", "--open", "--drafts", "--follow", "--poll", "--editor", "vscode", "8080", "USAGE: lutrin serve"]
    assert [word for word in words if word.lower() not in outcome.stdout.lower()] == []
    assert "serve" in command.run("--help").stdout


@pytest.mark.parametrize(
    "words",
    [
        ["--port", "x"],
        ["--port", "-1"],
        ["--port", "65536"],
        ["--port", "99999999999999999999"],
        ["--port", ""],
        ["--port"],
        ["--port", "80 80"],
        ["--project", "/nowhere"],
        ["--colour"],
        ["course"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_status_2(words):
    outcome = command.run("serve", *words, cwd=command.ROOT)
    assert (outcome.status, outcome.stdout) == (2, "") and outcome.stderr.lower().startswith("error: ")


def test_outside_a_project_it_says_what_to_do(tmp_path):
    outcome = command.run("serve", cwd=tmp_path)
    assert (outcome.status, outcome.stdout) == (2, "") and "site.yml" in outcome.stderr and "--project" in outcome.stderr


def test_without_its_server_it_says_what_is_missing(course, tmp_path):
    alone = tmp_path / "lutrin"
    shutil.copy(command.binary(), alone)
    for make in (lambda: None, lambda: (tmp_path / "lutrin-preview").write_text("no program")):
        make()
        outcome = subprocess.run([alone, "serve", "--project", course], capture_output=True, encoding="utf-8", timeout=30)
        assert (outcome.returncode, outcome.stdout) == (3, "")
        assert outcome.stderr.startswith("error: ") and f"{tmp_path}/lutrin-preview" in outcome.stderr
    (tmp_path / "lutrin-preview").unlink()
    assert "make preview" in subprocess.run([alone, "serve"], capture_output=True, encoding="utf-8", timeout=30).stderr


# Where it listens


def test_the_default_port_is_8080_and_the_next_one_where_that_is_taken(network, course):
    with contextlib.ExitStack() as stack:
        first, second = (stack.enter_context(serving("--project", course, stdout=subprocess.PIPE)) for _ in range(2))
        ports = sorted(port_of(process.stdout.readline()) for process in (first, second))
        assert ports == [8080, 8081] and [status(port) for port in ports] == [200, 200]
        everywhere = stack.enter_context(socket.socket())
        everywhere.bind(("0.0.0.0", 8082))
        everywhere.listen()
        third = stack.enter_context(serving("--project", course, stdout=subprocess.PIPE))
        assert port_of(third.stdout.readline()) == 8083, "who listens on all addresses has the port, too"


def test_where_all_ports_from_8080_are_taken_it_says_what_to_do(network, course):
    with contextlib.ExitStack() as stack:
        for port in range(8080, 8180):
            taken = stack.enter_context(socket.socket())
            taken.bind(("127.0.0.1", port))
            taken.listen()
        outcome = command.run("serve", "--project", course)
    assert (outcome.status, outcome.stdout) == (3, "") and "--port" in outcome.stderr


def test_a_port_that_was_asked_for_and_is_taken_is_an_error(network, course):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 9000))
        taken.listen()
        outcome = command.run("serve", "--project", course, "--port", "9000")
        assert (outcome.status, outcome.stdout) == (3, "")
        assert outcome.stderr.startswith("error: port 9000 is taken") and "--port" in outcome.stderr
    with serving("--project", course, "--port", "9000", stdout=subprocess.PIPE) as process:
        assert port_of(process.stdout.readline()) == 9000


def test_after_an_end_the_port_is_free_at_once(network, course):
    """Also with connections that the preview has ended itself, which the system remembers for a minute."""
    for _ in range(3):
        with serving("--project", course, "--port", "9001", stdout=subprocess.PIPE) as process:
            assert port_of(process.stdout.readline()) == 9001 and status(9001) == 200
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=PATIENCE) == 0


def test_it_listens_on_loopback_only(network, course):
    assert network.ip("link", "add", "near", "type", "dummy") or network.ip("link", "add", "near", "type", "veth", "peer", "name", "far")
    assert network.ip("address", "add", "10.77.0.1/24", "dev", "near") and network.ip("link", "set", "near", "up")
    with serving("--project", course, "--port", "9002", stdout=subprocess.PIPE) as process:
        port_of(process.stdout.readline())
        assert status(9002) == 200 and status(9002, "10.77.0.1") is None
        with pytest.raises(OSError, match="refused"):
            socket.create_connection(("::1", 9002), timeout=PATIENCE)
        listening = [line.split() for line in Path("/proc/thread-self/net/tcp").read_text().splitlines()[1:]]
        assert [line[1] for line in listening if line[3] == "0A"] == [f"0100007F:{9002:04X}"]


@pytest.mark.parametrize("host", ["127.0.0.2", "::1", "localhost"])
def test_another_loopback_address_is_answered_by_its_name(network, course, host):
    with serving("--project", course, "--host", host, "--port", "9003", stdout=subprocess.PIPE) as process:
        name = f"[{host}]" if ":" in host else host
        assert process.stdout.readline() == f"http://{name}:9003/\n"
        assert status(9003, host, name=f"{name}:9003") == 200
        assert status(9003, host, name="example.org:9003") in (400, 403, 421)


@pytest.mark.parametrize("host", ["nobody.invalid", "10.99.99.99", "999.1.1.1", "-", "http://localhost"])
def test_an_address_that_is_not_this_machines_is_an_error(network, course, host):
    outcome = command.run("serve", "--project", course, f"--host={host}", "--port", "0")
    assert (outcome.status, outcome.stdout) == (3, "") and host in outcome.stderr and outcome.stderr.startswith("error: ")


# How it ends


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_at_once(course, number, record_property):
    """With browsers that listen, and an answer under way."""
    with previewing(course) as preview:
        streams = [preview.listen() for _ in range(20)]
        with socket.create_connection(("127.0.0.1", preview.port)) as halfway:
            halfway.sendall(b"GET /en/ HTTP/1.1\r\n")
            start = time.monotonic()
            assert preview.end(number) == 0
            took = time.monotonic() - start
        record_property(f"ms to the end after {number.name}", round(took * 1_000))
        assert took < 2 and len(streams) == 20
        assert [line for line in preview.log if "rror" in line] == []


def test_a_signal_ends_it_during_the_first_build(tmp_path, record_property):
    """Of 4,000 sessions: the address is said before, and nobody waits for the build to be interrupted."""
    large = projects.tiny(tmp_path / "large", pages=4_000)
    with serving("--project", large, "--port", "0", stdout=subprocess.PIPE) as process:
        port = port_of(process.stdout.readline())
        with socket.create_connection(("127.0.0.1", port)) as waiting:
            waiting.sendall(request("/en/"))
            start = time.monotonic()
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=PATIENCE) == 0
        took = time.monotonic() - start
        record_property("ms to the end during the first build", round(took * 1_000))
        assert took < 2 and "the course: everything" not in process.stderr.read()


def test_who_asks_during_the_first_build_waits_for_it(tmp_path):
    large = projects.tiny(tmp_path / "large", pages=2_000)
    with serving("--project", large, "--port", "0", stdout=subprocess.PIPE) as process:
        port = port_of(process.stdout.readline())
        said = answer(ask(port, request("/en/module-1/00001.html")).bytes)
        assert said.status == 200 and b"Text of session 1." in said.body


# Where nobody hears it


def closing(*descriptors: int):
    """Started without some of its standard streams, as some supervisors do it."""
    return lambda: [os.close(descriptor) for descriptor in descriptors]


def use(preview_port: int, course: Path):
    """It answers, and sees saves, whatever has become of its streams."""
    text = course / "content/en/module-1/00001.md"
    for number in range(5):
        text.write_text(f"# Session 1\n\nSaved {number} times.\n")
        eventually(lambda number=number: f"Saved {number} times." in page(preview_port), "what was saved")


def page(port: int) -> str:
    return answer(ask(port, request("/en/module-1/00001.html")).bytes).body.decode()


@pytest.mark.parametrize("closed", [(1,), (2,), (1, 2), (0, 1, 2)], ids=str)
def test_closed_streams_do_not_end_it(network, tmp_path, closed):
    """What is opened first gets the lowest free number: nothing may be written into it for standard output."""
    course = projects.tiny(tmp_path / "course")
    streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "preexec_fn": closing(*closed)}
    with serving("--project", course, "--port", "9004", **streams) as process:
        eventually(lambda: status(9004) == 200, "an answer")
        use(9004, course)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=PATIENCE) == 0


@pytest.mark.parametrize("kind", ["a full disk", "a pipe that nobody reads", "a pipe that is gone"])
def test_streams_that_take_nothing_do_not_end_it(network, tmp_path, kind):
    course = projects.tiny(tmp_path / "course")
    with contextlib.ExitStack() as stack:
        if kind == "a full disk":
            end = os.open("/dev/full", os.O_WRONLY)
        else:
            reader, end = os.pipe()
            if kind == "a pipe that is gone":
                os.close(reader)
            else:
                stack.callback(os.close, reader)
        stack.callback(os.close, end)
        process = stack.enter_context(serving("--project", course, "--port", "9005", stdout=end, stderr=end))
        eventually(lambda: status(9005) == 200, "an answer")
        use(9005, course)
        assert process.poll() is None


# For other devices

TOKEN = r"http://(\d+\.\d+\.\d+\.\d+):9006/\?token=([0-9a-f]{32})\n"


class Shown:
    """A preview that other devices of a network can see, and a device."""

    def __init__(self, line: str, device, log: Path):
        match = re.fullmatch(TOKEN, line)
        assert match, line
        self.address, self.token = match[1], match[2]
        self.device = device
        self.log = log

    def ask(self, target: str, *fields: str, method: str = "GET", host: str | None = None):
        """The answer that the device gets."""
        with self.device.inside(), socket.create_connection((self.address, 9006), timeout=PATIENCE) as connection:
            connection.sendall(request(target, *fields, method=method, host=host or f"{self.address}:9006"))
            received = b""
            while part := connection.recv(65_536):
                received += part
                if b"event: problems" in received:
                    return received
        return answer(received, method)

    @property
    def cookie(self) -> str:
        return f"Cookie: a=b; lutrin-9006={self.token}; c=d"


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """Two machines on a cable; one of them shows its preview to the other."""
    folder = tmp_path_factory.mktemp("shown")
    course = projects.tiny(folder / "course", pages=3)
    with namespace() as machine, namespace() as device:
        machine.join(device, "10.77.0.1", "10.77.0.2")
        with machine.inside():
            log = folder / "log"
            with (
                log.open("w") as stderr,
                serving("--project", course, "--host", "0.0.0.0", "--port", "9006", stdout=subprocess.PIPE, stderr=stderr) as process,
            ):
                yield Shown(process.stdout.readline(), device, log)
                assert process.poll() is None


def test_the_address_is_this_machines_own_and_has_a_token(shown):
    assert shown.address == "10.77.0.1"
    eventually(lambda: "token" in shown.log.read_text(), "the warning")
    assert "network" in shown.log.read_text() and "\x1b" not in shown.log.read_text()


@pytest.mark.parametrize(
    "target",
    ["/", "/en/", "/en", "/nowhere", "/_lutrin/", "/_lutrin/events", "/_lutrin/preview.js", "/favicon.ico", "/%zz", "/" + "a" * 9_000],
)
def test_without_the_token_nothing_is_told(shown, target):
    wrong = shown.token[:-1] + ("0" if shown.token[-1] != "0" else "1")
    attempts = [
        (target, ()),
        (target, ("Cookie: lutrin-9006=",)),
        (target, (f"Cookie: lutrin-9006={wrong}",)),
        (target, (f"Cookie: other={shown.token}",)),
    ]
    attempts += [
        (f"{target}?token={given}", ())
        for given in ("", wrong, shown.token[:-1], shown.token + "0", shown.token.upper() + "x", "%00", shown.token + "%00")
    ]
    attempts += [
        (target, (f"Authorization: Bearer {shown.token}",)),
        (target, (f"Referer: http://{shown.address}:9006/?token={shown.token}",)),
    ]
    attempts += [(target, (f"Cookie: lutrin-9005={shown.token}",)), (target, (f"Cookie: xlutrin-9006={shown.token}",))]
    for path, fields in attempts:
        for method in ("GET", "HEAD"):
            said = shown.ask(path, *fields, method=method)
            assert said.status in ((403,) if len(target) < 100 and "%" not in target else (400, 403, 414)), (path, fields, said)
            assert (
                b"<html" not in said.body
                and b"event:" not in said.body
                and shown.token.encode() not in said.body
                and "set-cookie" not in said.headers
            )


@pytest.mark.parametrize("target", ["/", "/en/", "/en/?x=1&token={token}", "/en/?token={token}&x=1", "/nowhere/?token={token}"])
def test_the_token_becomes_a_cookie_and_goes_out_of_the_address(shown, target):
    said = shown.ask(target.format(token=shown.token) if "?" in target else f"{target}?token={shown.token}")
    assert said.status in (302, 303, 307) and "token" not in said.headers["location"]
    assert (
        said.headers["location"].startswith("/")
        and said.headers["referrer-policy"] == "no-referrer"
        and said.headers["cache-control"] == "no-store"
    )
    cookie, *attributes = said.headers["set-cookie"].split("; ")
    assert cookie == f"lutrin-9006={shown.token}" and {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(attributes)
    assert not any(attribute.lower().startswith("domain") for attribute in attributes)


def test_with_the_cookie_everything_works(shown):
    for target, wanted in (("/", 200), ("/en/", 200), ("/en", 301), ("/nowhere", 404), ("/_lutrin/", 200), ("/_lutrin/preview.js", 200)):
        assert shown.ask(target, shown.cookie).status == wanted, target
        assert shown.ask(target, shown.cookie, method="HEAD").status == wanted, target
    assert b"event: hello" in shown.ask("/_lutrin/events", shown.cookie, f"Origin: http://{shown.address}:9006")
    assert shown.ask("/en/", shown.cookie, method="POST").status == 405


def test_the_token_is_no_way_round_the_other_walls(shown):
    for host in ("example.org", "10.77.0.2:9006", "10.77.0.3", "0.0.0.0:9006", "machine.local"):
        said = shown.ask("/en/", shown.cookie, host=host)
        assert said.status in (400, 403, 421) and b"<html" not in said.body, host
        said = shown.ask(f"/en/?token={shown.token}", host=host)
        assert said.status in (400, 403, 421) and "set-cookie" not in said.headers, host
    for host in ("10.77.0.1", "10.77.0.1:9006", "localhost:9006", "127.0.0.1", "[::1]:9006"):
        assert shown.ask("/en/", shown.cookie, host=host).status == 200, host
    for origin in ("null", "http://example.org", "http://10.77.0.2:9006"):
        assert shown.ask("/_lutrin/events", shown.cookie, f"Origin: {origin}").status == 403


@pytest.mark.parametrize(
    "target",
    ["//example.org/", "/\\example.org/", "http://example.org/", "/%0d%0aX: y", "/%5cexample.org", "\\\\example.org", "https:example.org"],
)
def test_the_token_leads_nowhere_else(shown, target):
    said = shown.ask(f"{target}?token={shown.token}")
    location = said.headers.get("location", "/")
    assert re.match(r"/(?![/\\])", location) and "x" not in {name for name in said.headers if len(name) == 1}, said


def test_each_start_has_another_token(network, course):
    tokens = set()
    for _ in range(3):
        with serving("--project", course, "--host", "0.0.0.0", "--port", "9006", stdout=subprocess.PIPE) as process:
            tokens.add(re.fullmatch(TOKEN, process.stdout.readline())[2])
    assert len(tokens) == 3


def test_on_a_terminal_it_says_in_red_what_it_opens(network, course):
    terminal = Terminal()
    with serving(
        "--project",
        course,
        "--host",
        "0.0.0.0",
        "--port",
        "9006",
        stdout=subprocess.PIPE,
        stderr=terminal.writer,
        env={**os.environ, "TERM": "xterm"},
    ) as process:
        process.stdout.readline()
        eventually(lambda: status(9006) == 403, "an answer")
    said = terminal.read()
    assert re.search(r"\x1b\[31(?:;1)?m[^\x1b]*network[^\x1b]*\x1b\[0?m", said), said


def test_for_this_machine_alone_there_is_no_token_and_no_warning(course):
    with previewing(course) as preview:
        assert isinstance(preview, Preview) and "token" not in preview.address
        assert [line for line in preview.log if "network" in line or "token" in line] == []
