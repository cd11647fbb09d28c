"""Outside tools: found, or the test that needs one is skipped and says so."""

import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest


def tool(name: str, package: str) -> str:
    """The path of a command, from the tests' own environment or the system."""
    own = Path(sys.executable).with_name(name)
    found = str(own) if own.is_file() else shutil.which(name)
    if not found:
        pytest.skip(f"{name} is absent: install {package}")
    return found


def module(name: str, package: str):
    """A Python module that comes with a tool."""
    try:
        return import_module(name)
    except ImportError:
        pytest.skip(f"the Python module {name} is absent: install {package}")


def output_of(*command) -> subprocess.CompletedProcess:
    """Runs an outside tool to its end."""
    return subprocess.run(list(map(str, command)), capture_output=True, encoding="utf-8", timeout=120)
