"""`lutrin serve` as people run it: started, asked, listened to, and ended."""

import contextlib
import http.client
import json
import queue
import re
import signal
import socket
import subprocess
import threading
import time
import urllib.parse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from harness import command
from harness.waiting import PATIENCE

SCRIPT = re.compile(rb'<script src="/_lutrin/preview\.js"[^>]*></script>')
PERMISSION = b"; connect-src 'self'"


def without_additions(page: bytes) -> bytes:
    """A page as `build` writes it: what the preview adds is taken out, once each. A page that leads elsewhere at once has nothing added."""
    if b'http-equiv="refresh"' in page and not SCRIPT.search(page):
        return page
    assert len(SCRIPT.findall(page)) == 1 and page.count(PERMISSION) == 1, page[:600]
    return SCRIPT.sub(b"", page, count=1).replace(PERMISSION, b"", 1)


@dataclass(frozen=True)
class Answer:
    """What the preview answered."""

    status: int
    headers: dict[str, str]
    """By name in small letters."""
    body: bytes


@dataclass(frozen=True)
class Event:
    """What an event stream told."""

    name: str
    data: dict


class EventStream:
    """One who listens to `/_lutrin/events`, on a thread of its own."""

    def __init__(self, port: int, **headers: str):
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self._connection.request("GET", "/_lutrin/events", headers=headers)
        self._socket = self._connection.sock
        self.answer = self._connection.getresponse()
        self._events: queue.Queue[Event | None] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        name, data = "", ""
        with contextlib.suppress(OSError, ValueError, AttributeError, http.client.HTTPException):
            for line in self.answer:
                text = line.decode().rstrip("\n")
                if text.startswith("event: "):
                    name = text[7:]
                elif text.startswith("data: "):
                    data = text[6:]
                elif not text and name:
                    self._events.put(Event(name, json.loads(data)))
                    name, data = "", ""
        self._events.put(None)

    def next(self, *names: str, timeout: float = PATIENCE) -> Event:
        """The next event of one of these names; others before it are passed over."""
        while True:
            event = self._events.get(timeout=timeout)
            assert event is not None, "the event stream has ended"
            if event.name in names or not names:
                return event

    def waiting(self) -> list[Event]:
        """All that has come and was not taken."""
        events = []
        with contextlib.suppress(queue.Empty):
            while (event := self._events.get_nowait()) is not None:
                events.append(event)
        return events

    def close(self):
        with contextlib.suppress(OSError):
            # Wakes the thread that reads, which nobody could close the answer under.
            self._socket.shutdown(socket.SHUT_RDWR)
            self.answer.close()
            self._connection.close()


class Preview:
    """A running preview."""

    def __init__(self, process: subprocess.Popen, project: Path):
        self.process = process
        self.project = project
        self.log: list[str] = []
        """What it said on standard error, line by line."""
        self._said = threading.Condition()
        if process.stderr:
            threading.Thread(target=self._listen, daemon=True).start()
        self.address = process.stdout.readline().strip()
        """The first line on standard output."""
        match = re.fullmatch(r"http://([^/]+):(\d+)/(\?token=[0-9a-f]+)?", self.address)
        assert match, f"no address: {self.address!r} {self.log}"
        self.port = int(match[2])
        self.stream = self.listen()
        self.stream.next("problems")

    def _listen(self):
        for line in self.process.stderr:
            with self._said:
                self.log.append(line.rstrip("\n"))
                self._said.notify_all()

    def wait_for_log(self, pattern: str, start: int = 0) -> str:
        """The first line from `start` on that has the pattern; waits for it."""
        def found():
            return next((line for line in self.log[start:] if re.search(pattern, line)), None)

        with self._said:
            assert self._said.wait_for(found, timeout=PATIENCE), self.log
            return found()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def listen(self, **headers: str) -> EventStream:
        return EventStream(self.port, **headers)

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Asks for a path, on a connection of its own. An underscore in a header's name stands for a hyphen."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def problems(self, fits: Callable[[dict], bool]) -> dict:
        """What is told to be wrong, once it fits: who comes anew is told what is so now, and then each change."""
        stream = self.listen()
        end = time.monotonic() + PATIENCE
        data = {}
        try:
            while not data or not fits(data):
                data = stream.next("problems", timeout=max(0.01, end - time.monotonic())).data
        except queue.Empty:
            raise AssertionError(f"told was {json.dumps(data)[:600]}; {self.log[-8:]}") from None
        finally:
            stream.close()
        return data

    @contextlib.contextmanager
    def visiting(self):
        """A way to ask for many paths over one connection."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)

        def get(path: str) -> Answer:
            connection.request("GET", "/" + urllib.parse.quote(path))
            answer = connection.getresponse()
            return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())

        try:
            yield get
        finally:
            connection.close()

    def raw(self, request: bytes) -> bytes:
        """All that comes back until the preview ends the connection."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as connection:
            connection.sendall(request)
            parts = []
            while part := connection.recv(65_536):
                parts.append(part)
        return b"".join(parts)

    @contextlib.contextmanager
    def change(self):
        """Waits, after what is done inside, until the preview has seen it; yields a list that then holds the `change` event."""
        told = []
        self.stream.waiting()
        yield told
        told.append(self.stream.next("change").data)

    def write(self, path: str, text: str) -> dict:
        """Writes a file of the project, and waits until the preview has seen it."""
        with self.change() as told:
            (self.project / path).write_text(text, encoding="utf-8")
        return told[0]

    def end(self, number: int = signal.SIGINT) -> int:
        """Ends it by a signal, and returns its exit status."""
        self.process.send_signal(number)
        return self.process.wait(timeout=PATIENCE)


@contextlib.contextmanager
def previewing(project: Path, *options: str, start: dict | None = None, **environment: str):
    """Starts a preview of a project on any port, and ends it; `start` are options of `Popen`."""
    port = () if "--port" in options else ("--port", "0")
    extra = {"env": {**command.os.environ, **environment}} if environment else {}
    process = command.start("serve", "--project", project, *port, *options, stdout=subprocess.PIPE, **extra, **(start or {}))
    preview = None
    try:
        preview = Preview(process, Path(project))
        yield preview
    except (OSError, http.client.HTTPException) as error:
        # A connection that breaks is most often that of a program which has ended; what it said last tells why.
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=1)
        said = preview.log[-30:] if preview else []
        raise AssertionError(f"{error!r}; the preview ended with {process.poll()}, and said {said}") from error
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(timeout=PATIENCE)
