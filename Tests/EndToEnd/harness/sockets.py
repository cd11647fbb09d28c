"""HTTP by hand: requests as bytes, and a strict reader of what comes back, which shares no code with the server or with Python's client."""

import contextlib
import re
import socket
from dataclasses import dataclass

from harness.preview import Answer
from harness.waiting import PATIENCE

STATUS_LINE = re.compile(rb"HTTP/1\.[01] ([1-5]\d\d) [\x20-\x7e]+")
FIELD = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+): ([^\r\n\0]*)")


def request(
    target: str | bytes,
    *fields: str | bytes,
    method: str = "GET",
    host: str | None = "localhost",
    version: str = "HTTP/1.1",
    close: bool = True,
) -> bytes:
    """A request without a body; the text of a target or field goes out as UTF-8, bytes as they are."""
    lines = [f"{method} ".encode() + _bytes(target) + f" {version}".encode()]
    lines += [f"Host: {host}".encode()] if host is not None else []
    lines += [_bytes(field) for field in fields] + ([b"Connection: close"] if close else [])
    return b"\r\n".join(lines) + b"\r\n\r\n"


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


def connect(port: int, timeout: float = PATIENCE) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=timeout)


@dataclass
class Received:
    """What a server sent on a connection, and how it ended."""

    bytes: bytes
    was_reset: bool


def receive(connection: socket.socket) -> Received:
    """All that comes until the other side ends the connection, in good form or not; waiting in vain is an error."""
    parts = []
    try:
        while part := connection.recv(65_536):
            parts.append(part)
    except ConnectionError:
        return Received(b"".join(parts), True)
    return Received(b"".join(parts), False)


def ask(port: int, *requests: bytes, half_closed: bool = False, timeout: float = PATIENCE) -> Received:
    """Sends on a connection of its own, whole or until the server hangs up, and takes all that comes back."""
    with connect(port, timeout) as connection:
        with contextlib.suppress(ConnectionError):
            for part in requests:
                connection.sendall(part)
        if half_closed:
            # A connection that the server has reset by now cannot be closed by half.
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_WR)
        return receive(connection)


def answers(received: bytes, *methods: str) -> list[Answer]:
    """Reads answers one behind the other, to these methods, `GET` where there are more; anything but HTTP fails."""
    found = []
    while received:
        method = methods[len(found)] if len(found) < len(methods) else "GET"
        answer, received = _answer(received, method)
        found.append(answer)
    return found


def answer(received: bytes, method: str = "GET") -> Answer:
    """The one answer that came."""
    found = answers(received, method)
    assert len(found) == 1, found
    return found[0]


def next_answer(connection: socket.socket, method: str = "GET") -> Answer:
    """The next answer on a connection that stays open; it must be of a stated length, and nothing may follow it."""
    received = bytearray()
    while (wanted := _length(received, method)) is None or len(received) < wanted:
        part = connection.recv(65_536)
        assert part, f"the connection ended within {received[:300]!r}"
        received += part
    return answer(bytes(received), method)


def _length(received: bytearray, method: str) -> int | None:
    """Of the whole answer, once its head is there."""
    end = received.find(b"\r\n\r\n", 0, 65_536)
    if end < 0:
        return None
    length = None if method == "HEAD" else re.search(rb"\r\nContent-Length: (\d+)", received[:end], re.IGNORECASE)
    return end + 4 + (int(length[1]) if length else 0)


def _answer(received: bytes, method: str) -> tuple[Answer, bytes]:
    head, end, rest = received.partition(b"\r\n\r\n")
    line, *lines = head.split(b"\r\n")
    status = STATUS_LINE.fullmatch(line)
    assert end and status, f"no answer of HTTP: {received[:300]!r}"
    fields = {}
    for name, value in (_field(line) for line in lines):
        assert name not in fields, f"{name} stands twice: {head!r}"
        fields[name] = value
    code = int(status[1])
    if method == "HEAD" or code in (204, 304):
        return Answer(code, fields, b""), rest
    assert "content-length" in fields, f"nobody knows where this ends: {head!r}"
    length = int(fields["content-length"])
    assert len(rest) >= length, f"{len(rest)} of {length} bytes came"
    return Answer(code, fields, rest[:length]), rest[length:]


def _field(line: bytes) -> tuple[str, str]:
    match = FIELD.fullmatch(line)
    assert match, f"no field: {line!r}"
    return match[1].decode().lower(), match[2].decode("latin-1")
