"""How a file's bytes come together: sittings, addresses, and answers read by what they mean."""

import gzip
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from seedance_demo.errors import ClipUnavailable
from seedance_demo.wavespeed.download import download

from ..faults import provider as does
from ..faults.life import HTTP
from ..faults.provider import Answer, Exchange, Fault, Provider, serving

FILE = random.Random(1).randbytes(100_000)
OTHER = FILE[::-1]
PACKED = gzip.compress(FILE)
ONE, TWO = {"ETag": '"one"'}, {"ETag": '"two"'}
JUNE = {"Last-Modified": "Mon, 01 Jun 2026 00:00:00 GMT"}
GZIP = {"Content-Encoding": "gzip"}
STEP = 20_000  # bytes of a sitting


@pytest.fixture
def provider() -> Iterator[Provider]:
    with serving(Provider(FILE)) as running:
        yield running


def started(exchange: Exchange) -> int:
    return int(exchange.seen.headers.get("range", "bytes=0-")[6:].rstrip("-"))


def file_server(
    content: bytes, named: dict[str, str], sends: int = 1 << 30, *, stubborn: bool = False
) -> Fault:
    """Knows ranges, and what its file is named by, and sends so many bytes of what it promised.
    A stubborn one does not read If-Range."""

    def answer(exchange: Exchange) -> None:
        start = started(exchange)
        condition = exchange.seen.headers.get("if-range")
        if condition and condition not in named.values() and not stubborn:
            start = 0
        place = {"Content-Range": f"bytes {start}-{len(content) - 1}/{len(content)}"}
        whole = Answer(206, place | named, content[start:])
        if not start:
            whole = Answer(200, named, content)
        exchange.raw(exchange.head(whole) + whole.body[:sends])

    return answer


def slices(exchange: Exchange) -> None:
    """A server that gives so much at a time, whatever it is asked for."""
    start = started(exchange)
    end = min(start + STEP, len(FILE))
    place = {"Content-Range": f"bytes {start}-{end - 1}/{len(FILE)}"}
    exchange.answer(Answer(206, place, FILE[start:end]))


def without_place(exchange: Exchange) -> None:
    exchange.answer(Answer(206, {}, FILE))


def zipped_rest(exchange: Exchange) -> None:
    """Ranges of one thing, and bytes of another."""
    start = started(exchange)
    place = {"Content-Range": f"bytes {start}-{len(FILE) - 1}/{len(FILE)}"} if start else {}
    exchange.answer(Answer(206 if start else 200, place | ONE | GZIP, PACKED))


def fetched(provider: Provider, part: Path, url: str = "/file/a.mp4", tries: int = 3) -> bytes:
    download(url, part, provider.base_url, replace(HTTP, fetch_tries=tries))
    return part.read_bytes()


@pytest.mark.parametrize("named", [ONE, JUNE, ONE | JUNE, {"ETag": 'W/"one"'} | JUNE])
def test_a_slow_line_needs_three_sittings(
    provider: Provider, tmp_path: Path, named: dict[str, str]
) -> None:
    """Each is a call of its own, as after a restart, and each may come with another address."""
    part = tmp_path / "part"
    for sitting in range(3):
        provider.misbehave("file", file_server(FILE, named, STEP), 1)
        provider.misbehave("file", does.cut, 2)
        with pytest.raises(ClipUnavailable, match="kept breaking"):
            fetched(provider, part, f"/file/{sitting}.mp4")
        assert part.read_bytes() == FILE[: STEP * (sitting + 1)]
    provider.misbehave("file", file_server(FILE, named))
    assert fetched(provider, part) == FILE
    assert provider.seen[-1].headers["range"] == f"bytes={3 * STEP}-"
    assert provider.seen[-1].headers["if-range"] in named.values()
    assert list(tmp_path.iterdir()) == [part]


def test_a_line_that_breaks_often_is_slow_and_not_dead(provider: Provider, tmp_path: Path) -> None:
    provider.misbehave("file", file_server(FILE, ONE, STEP // 2))
    assert fetched(provider, tmp_path / "part", tries=2) == FILE
    assert provider.count("file") == 10


NAMELESS: dict[str, str] = {}


@pytest.mark.parametrize(
    ("before", "after", "stubborn"),
    [
        (ONE, TWO, False),
        (ONE, TWO, True),
        (ONE, JUNE, True),
        (JUNE, {"Last-Modified": "Mon, 01 Jun 2026 00:00:01 GMT"}, True),
        ({"ETag": 'W/"one"'}, {"ETag": 'W/"one"'}, True),
        (NAMELESS, NAMELESS, True),
    ],
)
def test_two_files_are_never_glued_together(
    provider: Provider,
    tmp_path: Path,
    before: dict[str, str],
    after: dict[str, str],
    stubborn: bool,
) -> None:
    provider.misbehave("file", file_server(FILE, before, STEP), 1)
    provider.misbehave("file", does.cut, 2)
    with pytest.raises(ClipUnavailable):
        fetched(provider, tmp_path / "part")
    provider.misbehave("file", file_server(OTHER, after, stubborn=stubborn))
    assert fetched(provider, tmp_path / "part") == OTHER


def test_neither_within_one_call(provider: Provider, tmp_path: Path) -> None:
    provider.misbehave("file", file_server(FILE, NAMELESS, STEP), 1)
    provider.misbehave("file", file_server(OTHER + b"longer", NAMELESS))
    assert fetched(provider, tmp_path / "part") == OTHER + b"longer"


def test_bytes_of_nobody_knows_what_are_not_gone_on_with(
    provider: Provider, tmp_path: Path
) -> None:
    (tmp_path / "part").write_bytes(OTHER[:STEP])
    provider.misbehave("file", file_server(FILE, ONE))
    assert fetched(provider, tmp_path / "part") == FILE


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (without_place, without_place),
        (file_server(FILE, ONE, STEP), without_place),
        (slices, slices),
        (file_server(FILE, ONE, STEP), does.body(FILE)),
        (file_server(FILE, ONE, STEP), slices),
        (file_server(PACKED, ONE | GZIP, STEP), file_server(PACKED, ONE | GZIP)),
        (file_server(FILE, ONE, STEP), file_server(PACKED, ONE | GZIP, stubborn=True)),
        (file_server(FILE, ONE, STEP), zipped_rest),
        (file_server(FILE, ONE | {"Content-Encoding": "identity"}, STEP), file_server(FILE, ONE)),
        (does.status(520), does.body(FILE)),
        (does.status(598), does.body(FILE)),
    ],
)
def test_a_whole_file_is_a_whole_file(
    provider: Provider, tmp_path: Path, first: Fault, then: Fault
) -> None:
    provider.misbehave("file", first, 1)
    provider.misbehave("file", then)
    assert fetched(provider, tmp_path / "part") == FILE


def test_bytes_that_come_too_slowly_end_it_and_stay(provider: Provider, tmp_path: Path) -> None:
    provider.misbehave("file", does.drip_body)
    hurried = replace(HTTP, fetch=0.2)
    with pytest.raises(ClipUnavailable, match="too slowly"):
        download("/file/a.mp4", tmp_path / "part", provider.base_url, hurried)
    assert (tmp_path / "part").read_bytes().strip() == b""
    assert (tmp_path / "part").stat().st_size


@pytest.mark.parametrize(
    "url", ["file/a.mp4", "file/a.mp4?x=1#t=3", "//{host}/file/a.mp4", " /file/../file/a.mp4\n"]
)
def test_an_address_is_read_beside_the_base_url(
    provider: Provider, tmp_path: Path, url: str
) -> None:
    host = provider.base_url.removeprefix("http://")
    assert fetched(provider, tmp_path / "part", url.replace("{host}", host)) == FILE
