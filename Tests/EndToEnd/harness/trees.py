"""Folders as values that can be compared."""

import hashlib
from pathlib import Path


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path from there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def digest(folder: Path) -> str:
    """A hash of the paths and contents of every file below a folder; `absent` where there is no folder."""
    if not folder.exists():
        return "absent"
    whole = hashlib.sha256()
    for path, content in files(folder).items():
        whole.update(f"{path}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.hexdigest()


def differences(one: Path, other: Path) -> list[str]:
    """The paths at which two folders differ: readable where an assertion on digests is not."""
    left, right = files(one), files(other)
    return sorted(path for path in left.keys() | right.keys() if left.get(path) != right.get(path))
