"""The renderers that a thread has started."""

import contextlib
from pathlib import Path

import pytest

needs_proc = pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks at other processes")


def threads(process: int | str = "self") -> set[Path]:
    """Where the system tells of each of them."""
    return set(Path(f"/proc/{process}/task").iterdir())


def renderers(starters: set[Path]) -> set[int]:
    """Process ids of those that these threads have started, with those that ended and were not
    waited for."""
    children = {int(pid) for each in starters for pid in _read(each / "children").split()}
    return {p for p in children if b"animatic.worker" in about(p, "cmdline") or is_zombie(p)}


def is_zombie(pid: int) -> bool:
    return b") Z " in about(pid, "stat")


def about(pid: int, name: str) -> bytes:
    """What the system says of a process; nothing when it is gone."""
    return _read(Path(f"/proc/{pid}/{name}"))


def _read(path: Path) -> bytes:
    with contextlib.suppress(OSError):
        return path.read_bytes()
    return b""
