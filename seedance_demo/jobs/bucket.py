"""Files at an address of fsspec, and copies of some of them in a folder of this machine.

What opens it comes from the environment, as each of fsspec's backends reads it.
"""

import logging
import os
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import fsspec
import fsspec.asyn

from ..errors import BadSetting, StorageError
from .files import COPY, Folder

log = logging.getLogger(__name__)
MOST_COPIES = 2 << 30  # bytes of a folder
PAUSE = 10.0  # seconds in which nothing is read from a store that did not answer
PROBE = ".probe"
LOOK, FETCH, LIST = 15.0, 30.0, 300.0  # seconds at most: of a question, a file, a list of all
SLOWEST = 100_000  # bytes a second, for files on their way there
_SOON = {
    "config_kwargs": {
        "connect_timeout": 5,
        "read_timeout": 10,
        "retries": {"total_max_attempts": 1},  # s3fs itself tries five times
        # Of a file sent in parts some stores name a sum that is not the whole file's.
        "response_checksum_validation": "when_required",
        "request_checksum_calculation": "when_required",
    }
}
_OPTIONS: dict[str, dict[str, Any]] = {"s3": _SOON, "s3a": _SOON}
# What is put there is seen when it is whole. Elsewhere it is put aside, and then takes its name.
_AT_ONCE = {"s3", "s3a", "gs", "gcs", "az", "abfs", "hf"}
_CHANGED = ("LastModified", "last_modified", "uploaded_at", "updated", "mtime", "created")


class Bucket:
    """Raises `BadSetting` for an address that cannot be opened, and `StorageError` when the store
    does not do what is asked."""

    def __init__(self, address: str, copies: Path) -> None:
        self._address, self._copies = address, Folder(copies)
        self._protocol = address.partition("://")[0]
        self._shared, self._place = _opened(address)
        self._pauses_until = 0.0  # of the monotonic clock

    def put(self, whole: Path, name: str) -> None:
        with self._asked("takes no files"):
            self._send(whole, self._at(name))
        with suppress(OSError):  # then it is fetched when it is wanted
            self._copies.put(whole, name)
            self._make_room()

    def get(self, name: str) -> Path:
        copy = self._copies.get(name)
        try:
            os.utime(copy, (time.time(), copy.stat().st_mtime))  # in use again
        except FileNotFoundError:
            self._fetch(name, copy)
        return copy

    def has(self, name: str) -> bool:
        try:
            with self._read():
                self._call(LOOK, "info", self._fresh(name))
                return True
        except FileNotFoundError:
            return False

    def delete(self, name: str) -> None:
        self._copies.delete(name)
        with suppress(FileNotFoundError), self._asked("deletes no files", missing=True):
            self._call(LOOK, "rm_file", self._at(name))

    def old(self, before: float) -> Iterator[str]:
        with self._asked("gives no files", missing=True):
            self._fs.invalidate_cache()
            found = self._call(LIST, "find", self._place, detail=True)
        for path, facts in found.items():
            if _changed(facts) < before:
                yield path.rpartition("/")[2]

    def check(self) -> None:
        with self._asked("takes no files"):
            self._call(LOOK, "pipe_file", self._at(PROBE), b"x")

    def tidy(self) -> None:
        self._copies.tidy()
        if self.has(PROBE):  # else it is not the store that these are copies of
            for copy in self._all_copies():
                if not self.has(copy.name):
                    copy.unlink(missing_ok=True)

    @property
    def _fs(self) -> Any:
        """Some backends may be used by one thread only; fsspec gives each its own."""
        return self._shared if self._shared.async_impl else _opened(self._address)[0]

    def _call(self, limit: float, name: str, *given: object, **more: object) -> Any:
        """What a call of the backend answers, given up after `limit` seconds where that can be."""
        fs = self._fs
        if not fs.async_impl:
            return getattr(fs, name)(*given, **more)
        return fsspec.asyn.sync(fs.loop, getattr(fs, f"_{name}"), *given, timeout=limit, **more)

    def _at(self, name: str) -> str:
        """In one of 256 folders: the Hub looks through a whole folder for each file."""
        return f"{self._place}/{sha256(name.encode()).hexdigest()[:2]}/{name}"

    def _fresh(self, name: str) -> str:
        """Where it lies, whatever was known of it: another process may have put it there."""
        self._fs.invalidate_cache(path := self._at(name))
        return path

    def _send(self, whole: Path, target: str) -> None:
        at_once = self._protocol in _AT_ONCE
        place = target if at_once else f"{target}.{secrets.token_hex(4)}"
        limit = LOOK + whole.stat().st_size / SLOWEST
        self._call(limit, "put_file", str(whole), place)
        if not at_once:
            self._fs.mv(place, target)

    def _fetch(self, name: str, copy: Path) -> None:
        copy.parent.mkdir(parents=True, exist_ok=True)
        part = copy.with_name(f".{secrets.token_hex(8)}{COPY}")
        try:
            with self._read():
                self._call(FETCH, "get_file", self._fresh(name), str(part))
            part.replace(copy)
            self._make_room()
        except FileNotFoundError:
            log.warning("%s is not in its store any more", name)
        finally:
            part.unlink(missing_ok=True)

    @contextmanager
    def _read(self) -> Iterator[None]:
        """Pages wait for a store that does not answer once, and not for each file of it."""
        if time.monotonic() < self._pauses_until:
            raise StorageError("The store of pictures and clips does not answer at the moment.")
        try:
            with self._asked("gives no files", missing=True):
                yield
        except StorageError:
            self._pauses_until = time.monotonic() + PAUSE
            raise

    @contextmanager
    def _asked(self, trouble: str, *, missing: bool = False) -> Iterator[None]:
        """Every error is a sentence; where a file may be missing, that is none."""
        try:
            yield
        except Exception as error:  # each backend has errors of its own
            if missing and isinstance(error, FileNotFoundError):
                raise
            log.error("SEEDANCE_FILES %s: %s", trouble, _said(error))
            raise StorageError(
                f"The store of pictures and clips {trouble} at the moment ({_why(error)})."
            ) from None

    def _all_copies(self) -> list[Path]:
        """Those that were not used for longest first."""
        files = [each for each in self._copies.path.glob("[!.]*") if each.is_file()]
        return sorted(files, key=lambda each: each.stat().st_atime)

    def _make_room(self) -> None:
        with suppress(OSError):  # somebody else makes room, too
            copies = self._all_copies()
            left = sum(each.stat().st_size for each in copies)
            for copy in copies[:-1]:
                if left <= MOST_COPIES:
                    return
                left -= copy.stat().st_size
                copy.unlink(missing_ok=True)


def _opened(address: str) -> tuple[Any, str]:
    protocol = address.partition("://")[0]
    if urlsplit(address).password or "::" in address:
        raise BadSetting(
            "SEEDANCE_FILES must be a folder or an address like s3://bucket/clips. What opens it "
            "belongs into variables of its own, as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."
        )
    try:
        fs, place = fsspec.core.url_to_fs(address, **_OPTIONS.get(protocol, {}))
    except (ImportError, ValueError) as error:
        raise BadSetting(f"SEEDANCE_FILES cannot be opened: {_said(error)}.") from None
    return fs, place.rstrip("/")


def _changed(facts: dict[str, Any]) -> float:
    """When a file was put there, in Unix seconds; never, as far as is known."""
    moment = next((facts[key] for key in _CHANGED if facts.get(key)), float("inf"))
    return moment.timestamp() if isinstance(moment, datetime) else float(moment)


def _said(error: Exception) -> str:
    """For the owner's log, without what follows a `?` in addresses: signatures may be in it."""
    line = next(iter(str(error).splitlines()), "")
    words = re.sub(r"[?]\S+", "", line)
    return f"{type(error).__name__} {words}".rstrip(". ")


def _why(error: Exception) -> str:
    """For visitors."""
    if isinstance(error, PermissionError):
        return "access denied"
    if isinstance(error, FileNotFoundError):
        return "there is no such place"
    kinds = " ".join(kind.__name__ for kind in type(error).__mro__)
    if "Timeout" in kinds:
        return "no answer in time"
    return "it cannot be reached" if "Connect" in kinds else "an error of its own"
