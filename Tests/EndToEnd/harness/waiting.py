"""Waiting for something to become so, and no longer."""

import time
from collections.abc import Callable

PATIENCE = 30
"""Seconds after which something that should happen counts as not happening. Nothing waits this long when all is well."""


def eventually(look: Callable, what: str = "it"):
    """What a look finds, as soon as that is something."""
    end = time.monotonic() + PATIENCE
    while not (found := look()):
        assert time.monotonic() < end, f"{what} did not come"
        time.sleep(0.005)
    return found
