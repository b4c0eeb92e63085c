"""A ZIP file of other files, made while it is sent: no part of it is held longer than that.

How large the whole will be is not known at its beginning, and it may be larger than a disk.
"""

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import RawIOBase
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# Films do not become smaller by packing. They are called packed all the same: of what is stored as
# it is, programs that read from the front cannot find the end, where no length stands before it.
NOT_PACKED = 0
PART = 256 << 10  # bytes that are read at once


@dataclass(frozen=True)
class Member:
    """`written_at` is in Unix seconds; `size` is what is expected of `file`, in bytes, which is
    closed when it is read."""

    name: str
    written_at: float
    file: BinaryIO
    size: int


def archive(members: Iterable[Member]) -> Generator[bytes, None, None]:
    """The bytes of a ZIP, in parts of a few hundred kilobytes; it asks for a member when the one
    before it is sent. Raises `OSError` when a file cannot be read to its end."""
    sent = _Sent()
    with ZipFile(sent, "w") as whole:
        for member in members:
            with member.file, whole.open(_entry(member), "w") as entry:
                while part := member.file.read(PART):
                    entry.write(part)
                    yield sent.take()
    yield sent.take()


def _entry(member: Member) -> ZipInfo:
    """With the size that it will have: of more than 2 GiB the format is another one."""
    moment = datetime.fromtimestamp(member.written_at, UTC).timetuple()
    entry = ZipInfo(member.name, moment[:6])
    entry.compress_type = ZIP_DEFLATED
    entry._compresslevel = NOT_PACKED  # type: ignore[attr-defined]  # public from Python 3.13 on
    entry.file_size = member.size
    entry.external_attr = 0o644 << 16
    return entry


class _Sent(RawIOBase):
    """What was written since it was taken last. Nobody can seek in what is sent already."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._parts.append(bytes(data))
        return len(data)

    def take(self) -> bytes:
        taken = b"".join(self._parts)
        self._parts.clear()
        return taken
