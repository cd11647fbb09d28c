"""A site served on the loopback interface."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files, and for a missing one the `404.html` at the foot of the site, as web hosts do."""

    def __init__(self, *arguments, not_found: Path, **options):
        self.not_found = not_found
        super().__init__(*arguments, **options)

    def log_message(self, *_):
        """Tests have nothing to say about requests that went well."""

    def send_error(self, code, message=None, explain=None):
        if code != 404 or not self.not_found.is_file():
            return super().send_error(code, message, explain)
        content = self.not_found.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class QuietServer(ThreadingHTTPServer):
    """Takes it as usual that a browser which leaves a page hangs up."""

    def handle_error(self, request, client_address):
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serving(folder: Path, subfolder: str = "") -> Iterator[str]:
    """Serves `folder` while the block runs, and gives the address of the site in its `subfolder`, with a slash at its end."""
    handler = partial(QuietHandler, directory=str(folder), not_found=folder / subfolder / "404.html")
    with QuietServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/{subfolder}"
        finally:
            server.shutdown()
