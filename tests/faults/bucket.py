"""A bucket and its mount in a container, as a Space has them: what is written arrives later.

A file gets through whole, some time after it was last touched; at a hard stop what has not got
through is lost, with everything else on the container's disk.
"""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

Lag = Callable[[str], float]  # seconds until a file gets through, by its name


@dataclass
class Bucket:
    """`stored` is what got through; `mount` and `disk` are the container's, new after each stop."""

    folder: Path
    lag: Lag
    containers: int = 0
    names: set[str] = field(default_factory=set)  # all that was ever seen on the mount
    _stopped: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def stored(self) -> Path:
        return self.folder / "stored"

    @property
    def mount(self) -> Path:
        return self.folder / f"container-{self.containers}" / "mount"

    @property
    def disk(self) -> Path:
        return self.folder / f"container-{self.containers}" / "disk"

    def stop(self) -> None:
        """From now on nothing gets through."""
        self._stopped.set()
        with self._lock:
            pass

    def new_container(self) -> None:
        self.stop()
        self.containers += 1
        shutil.copytree(self.stored, self.mount)

    def send(self) -> None:
        """Let files through until it stops."""
        self.stored.mkdir(parents=True)
        seen: dict[Path, tuple[tuple[int, int, int], float]] = {}
        while not self._stopped.wait(0.02):
            with self._lock:
                for path in [*self.mount.rglob("*")]:
                    with suppress(OSError):
                        self._look_at(path, seen)

    def _look_at(self, path: Path, seen: dict[Path, tuple[tuple[int, int, int], float]]) -> None:
        if not path.is_file():
            return
        self.names.add(path.name)
        facts = path.stat()
        version = facts.st_ino, facts.st_size, facts.st_mtime_ns
        known, since = seen.get(path, (None, 0.0))
        if known != version:
            seen[path] = version, time.monotonic()
        elif since and time.monotonic() - since >= self.lag(path.name):
            self._store(path)
            seen[path] = version, 0.0

    def _store(self, path: Path) -> None:
        target = self.stored / path.relative_to(self.mount)
        target.parent.mkdir(parents=True, exist_ok=True)
        part = self.folder / "part"
        shutil.copyfile(path, part)
        part.replace(target)


@contextmanager
def sending(bucket: Bucket) -> Iterator[Bucket]:
    thread = threading.Thread(target=bucket.send, daemon=True)
    thread.start()
    try:
        yield bucket
    finally:
        bucket.stop()
        thread.join(10)
