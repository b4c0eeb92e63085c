"""The renderers that a process has started."""

import contextlib
import os
from pathlib import Path

import pytest

needs_proc = pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks at other processes")


def renderers(parent: int = 0) -> set[int]:
    """Their process ids, with those that ended and were not waited for; of this process or of
    another."""
    threads = Path(f"/proc/{parent or os.getpid()}/task").glob("*/children")
    children = {int(pid) for thread in threads for pid in thread.read_text("utf-8").split()}
    return {p for p in children if b"animatic.worker" in about(p, "cmdline") or is_zombie(p)}


def is_zombie(pid: int) -> bool:
    return b") Z " in about(pid, "stat")


def about(pid: int, name: str) -> bytes:
    """What the system says of a process; nothing when it is gone."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/{name}").read_bytes()
    return b""
