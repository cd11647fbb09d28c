"""Networks of a test's own: fixed ports collide with nothing in them, and nothing outside can be reached."""

import contextlib
import ctypes
import os
import subprocess
from pathlib import Path

import pytest

from harness.tools import tool

_NETWORK = 0x4000_0000
"""`CLONE_NEWNET`, as `setns` takes it."""


class Namespace:
    """A network namespace, whose loopback interface is up. It ends with the process that holds it, which ends with the test."""

    def __init__(self):
        unshare, self._ip, self._nsenter = tool("unshare", "apt util-linux"), tool("ip", "apt iproute2"), tool("nsenter", "apt util-linux")
        if os.geteuid() != 0:
            pytest.skip("only root may enter a network namespace of its own")
        self._holder = subprocess.Popen(
            [unshare, "--net", "sh", "-c", "echo; exec cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        if not self._holder.stdout.readline():
            pytest.skip(f"this system gives no network namespace: {self._holder.stderr.read().decode()}")
        self.path = f"/proc/{self._holder.pid}/ns/net"
        self.ip("link", "set", "lo", "up")

    def ip(self, *words: str) -> bool:
        """Runs `ip` in it, and returns whether it could do what it was told."""
        return subprocess.run([self._nsenter, f"--net={self.path}", self._ip, *words], capture_output=True, timeout=30).returncode == 0

    def join(self, other: "Namespace", own: str, others: str) -> None:
        """Lays a cable to another one, and gives both ends an address."""
        if not self.ip("link", "add", "near", "type", "veth", "peer", "name", "far", "netns", other.path.split("/")[2]):
            pytest.skip("this system joins no network namespaces: its kernel has no veth")
        for namespace, end, address in ((self, "near", own), (other, "far", others)):
            assert namespace.ip("address", "add", f"{address}/24", "dev", end) and namespace.ip("link", "set", end, "up")

    @contextlib.contextmanager
    def inside(self):
        """What this thread connects to, and what programs it starts listen on, is in the namespace."""
        with Path("/proc/thread-self/ns/net").open() as outside:
            with Path(self.path).open() as here:
                _enter(here.fileno())
            try:
                yield
            finally:
                _enter(outside.fileno())

    def end(self):
        self._holder.stdin.close()
        self._holder.wait(timeout=30)
        self._holder.stdout.close()
        self._holder.stderr.close()


def _enter(descriptor: int):
    library = ctypes.CDLL(None, use_errno=True)
    if library.setns(descriptor, _NETWORK) != 0:
        raise OSError(ctypes.get_errno(), "setns")


@contextlib.contextmanager
def namespace():
    """A network namespace, while the block runs."""
    made = Namespace()
    try:
        yield made
    finally:
        made.end()
