"""From an address that somebody else chose to a clip on the disk."""

import errno
import os
import socket
import struct
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seedance_demo.errors import ClipUnavailable, StorageError
from seedance_demo.jobs import clips
from seedance_demo.jobs.files import Folder
from seedance_demo.ledger import Job, Payer, Phase
from seedance_demo.wavespeed import download
from seedance_demo.wavespeed.transport import Patience

from ..faults import provider as does
from ..faults.life import HTTP, decodes, make_clip
from ..faults.provider import Exchange, Provider, serving

pytestmark = pytest.mark.machine
LOCAL_NOON = time.mktime((2026, 4, 1, 12, 0, 0, 0, 0, -1))  # a name has the owner's day

CLIP = make_clip()
PROMPT = "Slow push in, rain; cut to the street — 慢慢推近"


@pytest.fixture
def provider() -> Iterator[Provider]:
    with serving(Provider(CLIP)) as running:
        yield running


def a_job(**facts: Any) -> Job:
    unknown: dict[str, Any] = dict.fromkeys(Job.__dataclass_fields__, "")
    known = {"id": "3fa9c1d2e4b5a6978877", "payer": Payer.OWNER, "phase": Phase.SAVING}
    asked = {"prompt": PROMPT, "opened_at": 1775046896.0, "request_id": "req-1", "model": "m/2.0"}
    return Job(**(unknown | known | asked | facts))


def keep(provider: Provider, folder: Path, path: str = "/file/a.mp4") -> Path:
    url = path if ":" in path else provider.base_url + path
    return folder / kept(url, folder, provider.base_url)


def kept(url: str, folder: Path, own_api: str, patience: Patience = HTTP) -> str:
    """Kept where it is worked on, as usual."""
    return clips.keep(
        a_job(), url, Folder(folder), own_api=own_api, patience=patience, arriving=folder
    )


def test_a_clip_carries_what_it_is_made_from(provider: Provider, tmp_path: Path) -> None:
    clip = keep(provider, tmp_path / "clips")
    assert decodes(clip)
    with av.open(str(clip)) as opened:
        tags = opened.metadata
    assert tags["title"] == PROMPT
    assert tags["description"] == PROMPT
    assert tags["comment"] == "m/2.0; request req-1"
    assert tags["date"] == "2026-04-01T12:34:56+00:00"


def test_tagging_changes_no_frame_and_puts_the_index_first(
    provider: Provider, tmp_path: Path
) -> None:
    clip = keep(provider, tmp_path)
    (tmp_path / "came.mp4").write_bytes(CLIP)
    assert packets(clip) == packets(tmp_path / "came.mp4")
    data = clip.read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")


def packets(path: Path) -> list[bytes]:
    with av.open(str(path)) as clip:
        return [bytes(packet) for packet in clip.demux(video=0)]


@pytest.mark.parametrize(
    ("prompt", "payer", "start"),
    [
        ("Slow push in, rain", Payer.OWNER, "seedance-2026-04-01-slow-push-in-rain-"),
        ("慢慢推近", Payer.VISITOR, "seedance-2026-04-01-慢慢推近-"),
        ("../../etc/passwd", Payer.NOBODY, "animatic-2026-04-01-etc-passwd-"),
        ("!!!", Payer.OWNER, "seedance-2026-04-01-3fa9c1d2e4b5a697"),
        ("word " * 999, Payer.OWNER, "seedance-2026-04-01-word-word-"),
        ("\U0001d518" * 99, Payer.OWNER, "seedance-2026-04-01-"),
    ],
)
def test_a_clip_is_named_after_its_prompt_and_nobody_guesses_it(
    prompt: str, payer: Payer, start: str
) -> None:
    name = clips.clip_name(a_job(opened_at=LOCAL_NOON, prompt=prompt, payer=payer))
    assert name.startswith(start)
    assert name.endswith("3fa9c1d2e4b5a697.mp4")
    assert len(name.encode()) < 200
    assert "/" not in name


def test_our_key_does_not_travel_with_the_download(provider: Provider, tmp_path: Path) -> None:
    keep(provider, tmp_path)
    assert all("authorization" not in seen.headers for seen in provider.seen)


def test_a_broken_download_goes_on_where_it_stopped(provider: Provider, tmp_path: Path) -> None:
    provider.misbehave("file", does.cut_inside, 2)
    assert decodes(keep(provider, tmp_path))
    starts = [int(seen.headers.get("range", "=0-")[:-1].split("=")[1]) for seen in provider.seen]
    assert starts[0] == 0 < starts[1] < starts[2]


def wrong_range(exchange: Exchange) -> None:
    exchange.answer(does.Answer(206, {"Content-Range": f"bytes 0-9/{len(CLIP)}"}, CLIP[:10]))


@pytest.mark.parametrize("fault", [wrong_range, does.status(416), does.body(CLIP)])
def test_a_server_that_cannot_resume_gives_the_whole_again(
    provider: Provider, tmp_path: Path, fault: does.Fault
) -> None:
    provider.misbehave("file", does.cut_inside, 1)
    provider.misbehave("file", fault, 1)
    assert decodes(keep(provider, tmp_path))


def test_a_clip_far_too_large_is_left(
    provider: Provider, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download, "MAX_BYTES", 1 << 20)
    provider.misbehave("file", does.huge)
    with pytest.raises(ClipUnavailable, match="too large"):
        keep(provider, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"<html>", b"#EXTM3U\nfile:///etc/passwd", CLIP[:-2000], b""])
def test_what_does_not_play_leaves_nothing_behind(
    provider: Provider, tmp_path: Path, content: bytes
) -> None:
    provider.misbehave("file", does.body(content))
    with pytest.raises(ClipUnavailable):
        keep(provider, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_list_of_other_files_is_not_a_clip(provider: Provider, tmp_path: Path) -> None:
    """FFmpeg would play the file that it names."""
    (tmp_path / "somebody-elses.mp4").write_bytes(CLIP)
    provider.misbehave("file", does.body(b"ffconcat version 1.0\nfile somebody-elses.mp4\n"))
    with pytest.raises(ClipUnavailable, match="not a video"):
        keep(provider, tmp_path)


def test_a_clip_that_cannot_be_tagged_is_kept_as_it_came(
    provider: Provider, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clips, "_tags", lambda _: {"title": "half a \ud800 character"})
    assert keep(provider, tmp_path).read_bytes() == CLIP


def test_a_clip_with_content_credentials_is_kept_byte_for_byte_under_its_name(
    provider: Provider, tmp_path: Path
) -> None:
    seal = bytes.fromhex("d8fec3d61b0e483c92975828877ec481") + b"sealed"
    provider.clip = CLIP + struct.pack(">I4s", 8 + len(seal), b"uuid") + seal
    clip = keep(provider, tmp_path)
    assert clip.read_bytes() == provider.clip
    assert clip.name == clips.clip_name(a_job())
    assert decodes(clip)


def test_what_an_earlier_process_left_is_cleared(provider: Provider, tmp_path: Path) -> None:
    clip = keep(provider, tmp_path)
    left = tmp_path / f".{clip.stem}.part"
    left.write_bytes(b"half")
    assert keep(provider, tmp_path) == clip
    assert provider.count("file") == 1  # it is there already
    assert list(tmp_path.iterdir()) == [clip]


def test_a_clip_is_on_the_disk_before_it_has_its_name(
    provider: Provider, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Flushed, renamed, and the folder flushed: a power cut finds a whole clip or none."""
    order: list[str] = []
    fsync, rename = os.fsync, Path.replace

    def flushed(handle: int) -> None:
        kind = "folder" if Path(f"/proc/self/fd/{handle}").resolve().is_dir() else "file"
        order.append(f"flush {kind}")
        fsync(handle)

    def renamed(self: Path, target: Path) -> Path:
        order.append("rename")
        return rename(self, target)

    monkeypatch.setattr(os, "fsync", flushed)
    monkeypatch.setattr(Path, "replace", renamed)
    keep(provider, tmp_path)
    assert order == ["flush file", "rename", "rename", "flush folder"]


def test_a_full_disk_is_a_sentence(
    provider: Provider, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match="No space left on device"):
        keep(provider, tmp_path)
    (part,) = tmp_path.iterdir()
    assert part.read_bytes() == CLIP, "what came waits for room"
    monkeypatch.undo()
    assert list(tmp_path.iterdir()) == [part]
    assert decodes(keep(provider, tmp_path))
    assert part not in tmp_path.iterdir()


def test_the_beginning_of_a_film_waits_for_its_rest(provider: Provider, tmp_path: Path) -> None:
    provider.misbehave("file", does.cut_inside)
    with pytest.raises(ClipUnavailable, match="kept breaking"):
        keep(provider, tmp_path)
    (part,) = tmp_path.iterdir()
    assert CLIP.startswith(part.read_bytes())
    assert part.name.startswith(".")
    with pytest.raises(ClipUnavailable):
        keep(provider, tmp_path, "/file/another.mp4")
    assert len(list(tmp_path.iterdir())) == 2, "another file is not gone on with"
    with pytest.raises(ClipUnavailable):
        keep(provider, tmp_path, "/file/a.mp4?signature=new")
    assert len(list(tmp_path.iterdir())) == 2
    provider.silence()
    clip = keep(provider, tmp_path)
    assert decodes(clip)
    assert list(tmp_path.iterdir()) == [clip]


@pytest.mark.parametrize("content", [b"<html>" * 999, bytes(9999)])
def test_the_beginning_of_something_else_does_not_wait(
    provider: Provider, tmp_path: Path, content: bytes
) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n"
    provider.misbehave("file", lambda exchange: exchange.raw(head + content))
    with pytest.raises(ClipUnavailable, match="kept breaking"):
        keep(provider, tmp_path)
    assert list(tmp_path.iterdir()) == []


# Where a clip may come from ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    [
        "http://cdn.example/a.mp4",
        "http://127.0.0.1:1/a.mp4",
        "https://127.0.0.1/a.mp4",
        "https://10.0.0.1/a.mp4",
        "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1/a.mp4",
        "https://0.0.0.0/a.mp4",
        "https://[::1]/a.mp4",
        "https://[::ffff:127.0.0.1]/a.mp4",
        "https://[fe80::1]/a.mp4",
        "https://[fd00::1]/a.mp4",
        "https://localhost/a.mp4",
        "https://user:password@cdn.example/a.mp4",
        "file:///etc/passwd",
        "https://[",
        "https:///a.mp4",
    ],
)
def test_an_address_that_is_not_public_is_not_opened(
    provider: Provider, tmp_path: Path, url: str
) -> None:
    own = provider.base_url
    for place in (url, None):
        provider.silence()
        if place is None:  # and neither when the provider's own file leads there
            provider.misbehave("file", does.redirect(url))
        with pytest.raises(ClipUnavailable):
            kept(place or f"{own}/file/a", tmp_path, own)


@pytest.mark.parametrize("answers", [["127.0.0.1"], ["93.184.216.34", "127.0.0.1"]])
def test_a_public_name_that_leads_inside_hears_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: list[str]
) -> None:
    """The second case is a name that is public when it is checked and private when it is used."""
    inside, rounds = socket.create_server(("127.0.0.1", 0)), iter(answers)
    port = inside.getsockname()[1]

    def resolve(*_: Any, **__: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(rounds), port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    url = f"https://cdn.example:{port}/a.mp4"
    with pytest.raises(ClipUnavailable, match="not safe to open"):
        kept(url, tmp_path, "https://api.example")
    inside.settimeout(0.2)
    with suppress(TimeoutError):
        visitor, _ = inside.accept()
        assert len(answers) == 2
        assert visitor.recv(1000) == b""


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(url=st.text(max_size=30) | st.text(max_size=30).map("https://".__add__))
def test_no_address_breaks_the_download(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: Any, **__: Any) -> list[Any]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)  # nobody out there is asked
    impatient = replace(HTTP, connect=0.2, fetch_tries=1)
    with pytest.raises(ClipUnavailable):
        kept(url, tmp_path, "http://127.0.0.1:1", impatient)
