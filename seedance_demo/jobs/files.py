"""Finished clips and kept pictures by their names, where every process finds them.

They lie in folders. Where `SEEDANCE_FILES` is the address of a bucket they lie there, and the
folders of this machine hold copies of those that were used here lately. No name is ever seen with
half a file.
"""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import Protocol

from ..config.settings import Settings
from ..ledger import DAY

COPY = ".copy"  # the end of a hidden file that is on its way to its name


class Files(Protocol):
    """Each method may raise `StorageError`, where that is not a folder, else `OSError`."""

    def put(self, whole: Path, name: str) -> None:
        """Keep a file of this machine under a name, whole or not at all; another of that name
        gives way. It may be taken away from where it was."""

    def get(self, name: str) -> Path:
        """Where it can be read on this machine; nothing is there when there is no such file."""

    def has(self, name: str) -> bool:
        """Whether it is kept."""

    def delete(self, name: str) -> None:
        """It is kept no longer, if it was."""

    def old(self, before: float) -> Iterator[str]:
        """The names of those that were put before a moment, in Unix seconds."""

    def check(self) -> None:
        """Raises unless a file could be put now."""

    def tidy(self) -> None:
        """Remove what is of no use any more from the disk of this machine."""


@dataclass(frozen=True)
class Folder:
    """Files in a folder, which may lie on another disk or be shared by several machines."""

    path: Path

    def put(self, whole: Path, name: str) -> None:
        if whole == (target := self.path / name):
            return
        self.path.mkdir(parents=True, exist_ok=True)
        if whole.parent != self.path:  # copied from end to end: a bucket's mount takes nothing else
            whole = Path(shutil.copyfile(whole, self.path / f".{target.stem}{COPY}"))
        whole.replace(target)
        _sync(self.path)

    def get(self, name: str) -> Path:
        return self.path / name

    def has(self, name: str) -> bool:
        return (self.path / name).is_file()

    def delete(self, name: str) -> None:
        (self.path / name).unlink(missing_ok=True)

    def old(self, before: float) -> Iterator[str]:
        return (path.name for path in older(self.path, before))

    def check(self) -> None:
        write_probe(self.path)

    def tidy(self) -> None:
        for path in older(self.path, time.time() - DAY):
            if path.name.startswith(".") and path.suffix == COPY:
                path.unlink(missing_ok=True)


def write_probe(folder: Path) -> None:
    """Write a file there, and remove it. Raises `OSError` where that cannot be done."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryFile(dir=folder) as probe:
        probe.write(b"x")


def older(folder: Path, moment: float) -> Iterator[Path]:
    """Files that nobody wrote to since a moment, in Unix seconds."""
    files = folder.iterdir() if folder.is_dir() else ()
    return (path for path in files if path.is_file() and path.stat().st_mtime < moment)


def arriving(settings: Settings) -> Path:
    """Where clips are worked on until they are kept."""
    return settings.work / "clips"


def clips_of(settings: Settings) -> Files:
    """Finished clips, and animatics for a week."""
    return _files(settings.bucket, settings.clips)


def pictures_of(settings: Settings) -> Files:
    """Cleaned pictures, named by their content."""
    return _files(settings.bucket, settings.pictures)


@cache
def _files(bucket: str, folder: Path) -> Files:
    if not bucket:
        return Folder(folder)
    from .bucket import Bucket  # wants packages that only this needs

    return Bucket(f"{bucket}/{folder.name}", folder)


def _sync(path: Path) -> None:
    with suppress(OSError):  # Windows opens no folders, and some mounts do not sync them
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
