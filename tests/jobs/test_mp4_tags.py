"""Tags in a clip: ours are there, and everything of the provider's is as it was."""

import io
import struct
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from seedance_demo.clips import frames
from seedance_demo.jobs.mp4_tags import add_tags

OURS = {
    "title": "Push in 慢慢推近",
    "artist": "m/2.0",
    "comment": "request 1",
    "date": "2026-04-01",
}
OURS |= {"description": "Push in, rain\n" * 99}
XMP = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
C2PA = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")


SUBTITLES = (
    b"[V4+ Styles]\nFormat: Name, Fontname, Fontsize\nStyle: Default,Arial,16\n"
    b"[Events]\nFormat: Layer, Start, End, Style, Text\n"
)


def film(
    codec: str = "libx264",
    *,
    tag: str = "",
    sounds: tuple[str, ...] = ("eng",),
    subtitles: bool = False,
    flags: str = "",
    index_first: bool = False,
    timecode: bool = False,
    metadata: dict[str, str] | None = None,
    pixels: str = "yuv420p",
    kind: str = "mp4",
) -> bytes:
    """A film of half a second with its tracks and its container's metadata."""
    file = io.BytesIO()
    options = {"moov_size": "9000"} if index_first else {}
    options |= {"movflags": flags} if flags else {}
    with av.open(file, "w", format=kind, options=options) as out:
        out.metadata.update(metadata or {})
        video: Any = out.add_stream(codec, rate=24)
        video.width, video.height, video.pix_fmt = 64, 48, pixels
        if timecode:
            video.metadata["timecode"] = "01:00:00:00"
        if tag:
            video.codec_context.codec_tag = tag
        tracks = [out.add_stream("aac", rate=48000) for _ in sounds]
        for track, language in zip(tracks, sounds, strict=True):
            track.metadata["language"] = language
        words: Any = out.add_stream("mov_text") if subtitles else None
        if words:
            words.codec_context.subtitle_header = SUBTITLES
        noise = np.random.default_rng(7)
        for _ in range(12):
            picture = noise.integers(0, 255, (48, 64, 3), np.uint8)
            out.mux(video.encode(av.VideoFrame.from_ndarray(picture)))
        out.mux(video.encode())
        for track in tracks:
            silence = av.AudioFrame.from_ndarray(np.zeros((2, 24000), np.float32), "fltp", "stereo")
            silence.sample_rate, silence.pts = 48000, 0
            out.mux(track.encode(silence))
            out.mux(track.encode())
        if words:
            line = av.Packet(b"\0\5Hello")
            line.stream, line.pts, line.dts, line.duration = words, 0, 0, 500
            line.time_base = Fraction(1, 1000)
            out.mux(line)
    return file.getvalue()


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", len(content) + 8, kind) + content


def top(data: bytes) -> list[tuple[bytes, bytes]]:
    """The file's boxes."""
    found, at = [], 0
    while at < len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        size = struct.unpack_from(">Q", data, at + 8)[0] if size == 1 else size or len(data) - at
        found.append((kind, data[at : at + size]))
        at += size
    return found


def inside(moov: bytes, content: bytes) -> bytes:
    """A file's `moov`, its last box, with one more in it."""
    return struct.pack(">I", len(moov) + len(content)) + moov[4:] + content


def facts(data: bytes) -> list[Any]:
    """What a reader finds: each track with its tag, metadata and packets."""
    with av.open(io.BytesIO(data), "r") as opened:
        told = [
            (s.type, s.codec_context and s.codec_context.codec_tag, dict(s.metadata), s.duration)
            for s in opened.streams
        ]
        packets = [(p.stream_index, p.pts, p.dts, bytes(p)) for p in opened.demux() if p.size]
    return [told, sorted(packets, key=str)]


WITH_BOXES = b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"dinf", b"tref", b"gmhd"
OFFSETS = b"stco", b"co64"


def atoms(data: bytes, path: tuple[bytes, ...] = ()) -> list[tuple[tuple[bytes, ...], bytes]]:
    """Each box of a file with what it is in and its content, but for offsets, and for `udta` of
    `moov`, where ours go."""
    found = []
    for kind, whole in top(data):
        here = (*path, kind)
        if kind in WITH_BOXES:
            found += atoms(whole[8:], here)
        elif kind not in OFFSETS and here != (b"moov", b"udta"):
            found.append((here, whole))
    return sorted(found, key=lambda atom: atom[0])


def tagged(data: bytes, folder: Path) -> bytes | None:
    source, target = folder / "source.mp4", folder / "target.mp4"
    source.write_bytes(data)
    return target.read_bytes() if add_tags(source, target, OURS) else None


def metadata(data: bytes) -> dict[str, str]:
    with av.open(io.BytesIO(data)) as opened:
        return dict(opened.metadata)


FILMS: dict[str, Callable[[], bytes]] = {
    "H.264": film,
    "the index first": lambda: film(index_first=True),
    "HEVC as hvc1": lambda: film("libx265", tag="hvc1"),
    "HEVC as hev1": lambda: film("libx265", tag="hev1"),
    "HEVC of 10 bits": lambda: film("libx265", tag="hvc1", pixels="yuv420p10le"),
    "AV1": lambda: film("libsvtav1"),
    "two languages": lambda: film(sounds=("deu", "cmn")),
    "subtitles": lambda: film(subtitles=True),
    "a timecode": lambda: film(timecode=True),
    "no sound": lambda: film(sounds=()),
    "QuickTime": lambda: film(kind="mov"),
    "tags of its own": lambda: film(metadata={"title": "theirs", "comment": "AIGC", "genre": "g"}),
    "keys of its own": lambda: film(
        flags="use_metadata_tags", metadata={"AIGC": '{"Label":"1"}', "title": "theirs"}
    ),
    "XMP at the end": lambda: film() + box(b"uuid", XMP + b"<x:xmpmeta>AIGC</x:xmpmeta>"),
    "XMP at the beginning": lambda: with_xmp_before_the_frames(),
    "a box that nobody knows": lambda: film() + box(b"AIGC", b"label"),
    "a word that is a box's kind": lambda: film(
        metadata={"title": "Board a jumbo kilocycle, moof"}
    ),
    "large frames": lambda: large_frames(film()),
    "frames to the end of the file": lambda: to_the_end(film(index_first=True)),
    "an empty box of no size": lambda: film() + box(b"free", b""),
    "everything at once": lambda: (
        film(
            *("libx265",),
            tag="hvc1",
            pixels="yuv420p10le",
            sounds=("eng", "cmn"),
            timecode=True,
            subtitles=True,
            metadata={"title": "theirs", "comment": "AIGC"},
        )
        + box(b"uuid", XMP + b"<x:xmpmeta/>")
    ),
}


def large_frames(data: bytes) -> bytes:
    """With a size of 64 bits: what is before the frames, `free`, makes room for it."""
    at = data.index(b"mdat") - 4
    assert data[at - 4 : at] == b"free"
    size = struct.unpack_from(">I", data, at)[0]
    return data[: at - 8] + struct.pack(">I4sQ", 1, b"mdat", size + 8) + data[at + 8 :]


def to_the_end(data: bytes) -> bytes:
    """Of frames that are the last box, the size may be left open."""
    at = data.index(b"mdat") - 4
    return data[:at] + bytes(4) + data[at + 4 :]


def with_xmp_before_the_frames() -> bytes:
    """Put where `free` was, of the same size, so that no frame moves."""
    data = film(index_first=True)
    at = data.index(b"moov") - 4
    size = struct.unpack_from(">I", data, at)[0]
    xmp = box(b"uuid", XMP + b"<x:xmpmeta>AIGC</x:xmpmeta>")
    moov = bytearray(data[at : at + size])
    place = 0
    while (place := moov.find(b"stco", place + 1)) > 0:
        (count,) = struct.unpack_from(">I", moov, place + 8)
        for n in range(count):
            (offset,) = struct.unpack_from(">I", moov, place + 12 + 4 * n)
            struct.pack_into(">I", moov, place + 12 + 4 * n, offset + len(xmp))
    return data[:at] + xmp + bytes(moov) + data[at + size :]


@pytest.mark.parametrize("name", FILMS)
def test_everything_of_the_source_is_as_it_was_and_ours_is_beside_it(
    name: str, tmp_path: Path
) -> None:
    source = FILMS[name]()
    new = tagged(source, tmp_path)
    assert new
    frames.check(tmp_path / "target.mp4")
    assert facts(new) == facts(source)
    assert atoms(new) == atoms(source)
    others = [kind for kind, _ in top(source) if kind != b"moov"]
    assert [kind for kind, _ in top(new) if kind != b"moov"] == others
    before, after = metadata(source), metadata(new)
    assert {key: after.get(key) for key in before} == before
    for key, words in OURS.items():
        assert after[f"seedance_{key}" if key in before else key] == words
    kinds = [kind for kind, _ in top(new)]
    assert kinds.index(b"moov") < kinds.index(b"mdat"), "it plays before it is there"


@pytest.mark.parametrize("tag", ["hvc1", "hev1"])
def test_the_codec_tag_is_the_sources(tag: str, tmp_path: Path) -> None:
    new = tagged(film("libx265", tag=tag), tmp_path)
    assert new
    assert tag.encode() in dict(top(new))[b"moov"]


def in_moov(kind: bytes, content: bytes) -> bytes:
    data = film()
    moov = dict(top(data))[b"moov"]
    return data[: -len(moov)] + inside(moov, box(kind, content))


JUMBF = box(b"jumb", box(b"jumd", b"c2pa"))
LEFT: dict[str, Callable[[], bytes]] = {
    "C2PA at the end": lambda: film() + box(b"uuid", C2PA + JUMBF),
    "C2PA at the beginning": lambda: box(b"uuid", C2PA + JUMBF) + film(),
    "C2PA in moov": lambda: in_moov(b"uuid", C2PA),
    "a bare jumb": lambda: film() + JUMBF,
    "a c2pa box": lambda: film() + box(b"c2pa", b"x"),
    "a jumb of no size": lambda: film() + bytes(4) + b"jumb" + JUMBF,
    "credentials by a link": lambda: (
        film() + box(b"uuid", XMP + b"<x dcterms:provenance='https'/>")
    ),
    "fragments": lambda: film(flags="frag_keyframe+empty_moov"),
    "fragments that nothing lists": lambda: film(flags="frag_keyframe+empty_moov+skip_trailer"),
    "half a box at the end": lambda: film() + b"\0\0\0",
    "a box larger than the file": lambda: film() + struct.pack(">I4s", 999, b"free"),
    "two indexes": lambda: film() + dict(top(film()))[b"moov"],
    "no film": lambda: b"<html>",
    "nothing": lambda: b"",
}


@pytest.mark.parametrize("name", LEFT)
def test_what_vouches_for_its_bytes_or_is_not_understood_is_left_alone(
    name: str, tmp_path: Path
) -> None:
    assert tagged(LEFT[name](), tmp_path) is None
    assert not (tmp_path / "target.mp4").exists()
