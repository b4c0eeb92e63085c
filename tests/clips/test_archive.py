"""A ZIP that is made while it is sent: whole, readable by others, and never held."""

import io
import os
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP64_LIMIT, ZipFile

import pytest

from seedance_demo.clips.archive import PART, Member, archive

NOON = 1_795_867_204.0  # 28 November 2026, 12:00:04 UTC
EVEN = bytes(3 * PART)  # what would be packed best


def member(name: str, content: bytes, size: int | None = None) -> Member:
    return Member(name, NOON, io.BytesIO(content), len(content) if size is None else size)


def test_what_was_put_in_comes_out_not_packed_and_with_its_name_and_time() -> None:
    noise = os.urandom(PART + 7)
    made = b"".join(archive([member("a ü 雨.mp4", noise), member("b", EVEN), member("c", b"")]))
    assert len(made) > len(noise) + len(EVEN)
    with ZipFile(io.BytesIO(made)) as opened:
        assert opened.testzip() is None
        assert opened.namelist() == ["a ü 雨.mp4", "b", "c"]
        assert [opened.read(name) for name in opened.namelist()] == [noise, EVEN, b""]
        assert opened.infolist()[0].date_time == (2026, 11, 28, 12, 0, 4)


def test_a_member_is_asked_for_when_the_one_before_it_is_sent() -> None:
    asked: list[str] = []

    def members() -> Iterator[Member]:
        for name in "ab":
            asked.append(name)
            yield member(name, EVEN)

    parts = archive(members())
    next(parts)
    assert asked == ["a"]
    rest = list(parts)
    assert asked == ["a", "b"]
    assert max(map(len, rest)) < 2 * PART


def test_files_are_closed_also_when_nobody_wants_the_rest() -> None:
    first, second = member("a", EVEN), member("b", EVEN)
    parts = archive([first, second])
    next(parts)
    parts.close()
    assert first.file.closed


def test_a_member_of_more_than_two_gigabytes_is_written_as_readers_expect_it() -> None:
    small = next(archive([member("a", EVEN)]))
    large = next(archive([member("a", EVEN, size=ZIP64_LIMIT + 1)]))
    assert b"\x01\x00\x10\x00" in large[:60], "the extra field with sizes of 64 bits"
    assert b"\x01\x00\x10\x00" not in small[:60]


def test_of_300_megabytes_no_more_than_a_few_are_in_memory(tmp_path: Path) -> None:
    path, size = tmp_path / "large.mp4", 300 << 20
    with path.open("wb") as file:
        file.truncate(size)
    tracemalloc.start()
    try:
        sent = sum(map(len, archive([Member("a", NOON, path.open("rb"), size)])))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert sent > size
    assert most < 4 << 20, f"{most:,} bytes"


def test_what_cannot_be_read_to_its_end_does_not_end_well() -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if self.tell() > PART:
                raise OSError("the disk is gone")
            return super().read(size)

    broken = Member("a", NOON, Broken(EVEN), len(EVEN))
    with pytest.raises(OSError, match="the disk is gone"):
        b"".join(archive([broken]))
