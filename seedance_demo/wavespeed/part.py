"""The part of a file that has come so far, and which file it is a part of.

A second sitting, also of a later process, goes on where the first stopped, if the server shows that
it still gives the same file: two files are never glued together.
"""

import re
from contextlib import suppress
from pathlib import Path

import requests

_PLACE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")


class Part:
    """Bytes on the disk. Until they are whole, the file's size and version lie beside them in a
    file of its own; bytes without one are of nobody knows what, and give way to the whole."""

    def __init__(self, path: Path) -> None:
        self.path, self._note = path, path.with_name(f"{path.name}.version")
        self.have = 0  # bytes
        self._total: int | None = None  # bytes of the whole file, if the server said
        self._version = ""  # as If-Range sends it; empty when the server names none
        with suppress(OSError):
            total, _, self._version = self._note.read_text("latin-1").partition(" ")
            self._total, self.have = _number(total), path.stat().st_size

    def asks(self) -> dict[str, str]:
        """Headers that ask for what is missing. A byte range counts the file's own bytes."""
        asked = {"Accept-Encoding": "identity"}
        if self.have and (self._version or self._total):
            asked["Range"] = f"bytes={self.have}-"
        if "Range" in asked and self._version:
            asked["If-Range"] = self._version
        return asked

    def takes(self, answer: requests.Response) -> bool:
        """Make ready for the body of a 200 or 206: the whole file, or what goes on where this
        stops. False when it is neither; then the next try asks for the whole."""
        place = _PLACE.match(answer.headers.get("Content-Range", ""))
        start, total = place.groups() if place else ("0", answer.headers.get("Content-Length", ""))
        if answer.status_code == 200 or (not self.have and start == "0"):
            self._begin(answer, total)
        elif not place or int(start) != self.have or not self._is_same(answer, total):
            self.discard()
            return False
        return True

    def was_whole(self, answer: requests.Response) -> bool:
        """Whether a 416 says that nothing was missing but the last word."""
        return self.have > 0 and answer.headers.get("Content-Range") == f"bytes */{self.have}"

    def is_whole(self) -> bool:
        """Whether nothing is missing, as far as the server said how much there is."""
        return self.have > 0 and self._total in (None, self.have)

    def keep(self) -> None:
        """It is whole, and stays; its version is needed no longer."""
        self._note.unlink(missing_ok=True)

    def discard(self) -> None:
        """Remove it. What comes next is from the start."""
        self.have, self._total, self._version = 0, None, ""
        self.path.unlink(missing_ok=True)
        self._note.unlink(missing_ok=True)

    def _begin(self, answer: requests.Response, total: str) -> None:
        self.discard()
        if _is_plain(answer):  # else there is no telling where in the file its bytes end
            self._total, self._version = _number(total), _version(answer)
        if self._version:  # before the first byte, so that it never stands beside another file's
            self._note.write_text(f"{self._total or ''} {self._version}", "latin-1")

    def _is_same(self, answer: requests.Response, total: str) -> bool:
        """Whether a 206 is of the same file: by its version, and by its size where it names none,
        as it need not after If-Range (RFC 9110, 15.3.7) and as servers without versions do."""
        size, version = _number(total), _version(answer)
        known, self._total = self._total, size or self._total
        if not _is_plain(answer) or (known and size and size != known):
            return False
        return version == self._version if version and self._version else bool(known and size)


def _version(answer: requests.Response) -> str:
    """What names exactly these bytes: a strong ETag, else the date of the last change."""
    tag = answer.headers.get("ETag", "")
    return tag if tag.startswith('"') else answer.headers.get("Last-Modified", "")


def _is_plain(answer: requests.Response) -> bool:
    return answer.headers.get("Content-Encoding", "identity").strip().lower() == "identity"


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() else None
