"""A picture is read as it looks: by its own colours, upright, whatever else its file says."""

import io
import struct
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms

from seedance_demo.animatic.video.image import load
from seedance_demo.orders.images import clean_picture
from seedance_demo.pictures import large_webp, reader
from seedance_demo.pictures.colour import Unreadable

from . import profiles

SIDE = 80  # pixels of a patch
PATCHES = [(201, 152, 122), (30, 60, 190), (128, 128, 128), (40, 160, 60)]
P3, ADOBE = profiles.of_display(profiles.DISPLAY_P3), profiles.of_display(profiles.ADOBE_RGB)


def patches(mode: str, colours: list[Any] = PATCHES) -> Image.Image:
    strip = Image.new(mode, (SIDE * len(colours), SIDE))
    for n, colour in enumerate(colours):
        strip.paste(colour, (n * SIDE, 0, (n + 1) * SIDE, SIDE))
    return strip


def meant(profile: bytes, mode: str = "RGB", colours: list[Any] = PATCHES) -> list[tuple[int, ...]]:
    """What colour management makes of the patches."""
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    srgb = ImageCms.createProfile("sRGB")
    seen = ImageCms.profileToProfile(patches(mode, colours), source, srgb, outputMode="RGB")
    assert seen
    return [tuple(map(int, np.asarray(seen)[0, n * SIDE])) for n in range(len(colours))]


def encoded(picture: Image.Image, kind: str, **options: Any) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def chunk(kind: bytes, content: bytes, check: int | None = None) -> bytes:
    told = zlib.crc32(kind + content) if check is None else check
    return struct.pack(">I4s", len(content), kind) + content + struct.pack(">I", told)


def png(rows: np.ndarray[Any, Any], colours: int, *before: bytes, after: bytes = b"") -> bytes:
    """A PNG of 8 or 16 bits with chunks of one's own; `colours` is its colour type."""
    height, width = rows.shape[:2]
    bits = 8 * rows.itemsize
    packed = b"".join(b"\0" + row.astype(f">u{rows.itemsize}").tobytes() for row in rows)
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, colours, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(packed))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(before) + pixels + after + chunk(b"IEND", b"")


def deep(mode: str) -> np.ndarray[Any, Any]:
    """The patches in 16 bits a colour."""
    return np.asarray(patches(mode)).astype(np.uint16) * 257


def iccp(profile: bytes) -> bytes:
    return chunk(b"iCCP", b"p\0\0" + zlib.compress(profile))


GREYS = [20, 90, 160, 230]
LIGHT = [0, 46, 128, 255]
OLD_GREY = profiles.of_grey(1.8)
INKS = [(0, 0, 0, 0), (255, 0, 0, 0), (255, 255, 0, 0), (255, 255, 255, 255)]
WHITE = (255, 255, 255)
TRANSPARENT = patches(
    "RGBA", [(*PATCHES[0], 255), (*PATCHES[1], 0), *[(*c, 255) for c in PATCHES[2:]]]
)
HALF_SEEN = [meant(P3)[0], WHITE, *meant(P3)[2:]]
EXACT = {"quality": 100, "subsampling": 0}
PALETTE = patches("RGB").quantize(4)
COLOURS: dict[str, tuple[Callable[[], bytes], Sequence[tuple[int, ...]]]] = {
    "JPEG": (lambda: encoded(patches("RGB"), "JPEG", icc_profile=ADOBE, **EXACT), meant(ADOBE)),
    "PNG": (lambda: encoded(patches("RGB"), "PNG", icc_profile=P3), meant(P3)),
    "WebP": (lambda: encoded(patches("RGB"), "WEBP", icc_profile=P3, lossless=True), meant(P3)),
    "transparent PNG": (lambda: encoded(TRANSPARENT, "PNG", icc_profile=P3), HALF_SEEN),
    "transparent WebP": (
        lambda: encoded(TRANSPARENT, "WEBP", icc_profile=P3, lossless=True),
        HALF_SEEN,
    ),
    "palette": (lambda: encoded(PALETTE, "PNG", icc_profile=P3), meant(P3)),
    "palette with a transparent colour": (
        lambda: encoded(PALETTE, "PNG", icc_profile=P3, transparency=PALETTE.getpixel((SIDE, 0))),
        HALF_SEEN,
    ),
    "a transparent colour": (
        lambda: encoded(patches("RGB"), "PNG", icc_profile=P3, transparency=PATCHES[1]),
        HALF_SEEN,
    ),
    "16 bits": (lambda: png(deep("RGB"), 2, iccp(P3)), meant(P3)),
    "16 bits with alpha": (lambda: png(deep("RGBA"), 6, iccp(P3)), meant(P3)),
    "grey of 16 bits": (
        lambda: png(np.asarray(patches("L", GREYS)).astype(np.uint16) * 257, 0, iccp(OLD_GREY)),
        meant(OLD_GREY, "L", GREYS),
    ),
    "grey of 16 bits, one transparent": (
        lambda: png(
            np.asarray(patches("L", GREYS)).astype(np.uint16) * 257,
            *(0, chunk(b"tRNS", struct.pack(">H", 90 * 257))),
        ),
        [(20, 20, 20), WHITE, (160, 160, 160), (230, 230, 230)],
    ),
    "grey of 16 bits with alpha": (
        lambda: png(
            np.stack([np.asarray(patches("L", GREYS)), np.full((SIDE, 4 * SIDE), 255)], -1).astype(
                np.uint16
            )
            * 257,
            *(4, iccp(OLD_GREY)),
        ),
        meant(OLD_GREY, "L", GREYS),
    ),
    "grey": (
        lambda: encoded(patches("L", GREYS), "JPEG", quality=100, icc_profile=OLD_GREY),
        meant(OLD_GREY, "L", GREYS),
    ),
    "grey with a display's profile": (
        lambda: encoded(patches("L", GREYS), "PNG", icc_profile=ADOBE),
        meant(ADOBE, "RGB", [(grey,) * 3 for grey in GREYS]),
    ),
    "CMYK": (
        lambda: encoded(patches("CMYK", INKS), "JPEG", icc_profile=profiles.of_print(), **EXACT),
        meant(profiles.of_print(), "CMYK", INKS),
    ),
    "an exponent and no profile": (  # half of the light is 188 in sRGB
        lambda: png(np.asarray(patches("L", LIGHT)), 0, chunk(b"gAMA", struct.pack(">I", 100_000))),
        [(0, 0, 0), (118, 118, 118), (188, 188, 188), (255, 255, 255)],
    ),
    "the usual exponent": (
        lambda: png(np.asarray(patches("RGB")), 2, chunk(b"gAMA", struct.pack(">I", 45_455))),
        PATCHES,
    ),
    "an exponent that cannot be": (
        lambda: png(np.asarray(patches("RGB")), 2, chunk(b"gAMA", struct.pack(">I", 7))),
        PATCHES,
    ),
    "a broken profile": (
        lambda: encoded(patches("RGB"), "PNG", icc_profile=P3[:300]),
        PATCHES,
    ),
    "the profile of another kind of colours": (
        lambda: encoded(patches("RGB"), "PNG", icc_profile=profiles.of_print()),
        PATCHES,
    ),
}


def seen_by(path: Path) -> dict[str, Any]:
    """What the page and the renderer see of a picture."""
    return {
        "page": np.asarray(Image.open(io.BytesIO(clean_picture(path, 1)))),
        "renderer": load(path),
    }


@pytest.mark.parametrize("name", COLOURS)
def test_colours_are_those_that_are_meant_on_every_way_in(name: str, tmp_path: Path) -> None:
    make, colours = COLOURS[name]
    (tmp_path / "a").write_bytes(make())
    for way, seen in seen_by(tmp_path / "a").items():
        middles = seen[SIDE // 2, SIDE // 2 :: SIDE].astype(int)
        assert np.abs(middles - colours).max() <= 2, way


LIES = 6  # turn it to the right
HALVES = [(200, 30, 30), (30, 30, 200)]


def tiff(*entries: tuple[int, int, int, bytes]) -> bytes:
    """A directory of EXIF: tag, type, how many, and the value or where it is."""
    rows = b"".join(struct.pack(">HHI4s", *entry) for entry in entries)
    return b"MM\0*" + struct.pack(">IH", 8, len(entries)) + rows + bytes(4)


TURNED = (0x112, 3, 1, struct.pack(">HH", LIES, 0))
NOWHERE = struct.pack(">I", 9999)
EXIF = {
    "a value beyond the end": tiff((0x10F, 2, 99, NOWHERE), TURNED, (0x11A, 5, 1, NOWHERE)),
    "a rational that is a text": tiff(TURNED, (0x11A, 2, 1, b"abcd")),
    "a type there is not": tiff((0x10F, 99, 3, b"abcd"), TURNED),
    "more values than bytes": tiff((0x10F, 2, 2**32 - 1, NOWHERE), TURNED),
    "a place in itself": tiff(TURNED, (0x8769, 4, 1, struct.pack(">I", 8))),
}


def jpeg(*segments: tuple[int, bytes]) -> bytes:
    data = encoded(patches("RGB", HALVES), "JPEG", quality=95)
    said = b"".join(struct.pack(">BBH", 255, m, len(c) + 2) + c for m, c in segments)
    return data[:2] + said + data[2:]


def plain(*before: bytes, after: bytes = b"") -> bytes:
    return png(np.asarray(patches("RGB", HALVES)), 2, *before, after=after)


LARGE = zlib.compress(bytes(3 << 20))
SAID: dict[str, tuple[bytes, bool]] = {
    **{
        f"EXIF with {name}": (jpeg((0xE1, b"Exif\0\0" + exif)), True) for name, exif in EXIF.items()
    },
    **{
        f"PNG's EXIF with {name}": (plain(chunk(b"eXIf", exif)), True)
        for name, exif in EXIF.items()
    },
    "EXIF behind the pixels": (plain(after=chunk(b"eXIf", tiff(TURNED))), True),
    "EXIF beside a damaged text": (
        plain(chunk(b"eXIf", tiff(TURNED)), chunk(b"tEXt", b"a\0b", 1)),
        True,
    ),
    "an orientation in words": (jpeg((0xE1, b"Exif\0\0" + tiff((0x112, 2, 2, b"6\0\0\0")))), False),
    "an orientation there is not": (
        jpeg((0xE1, b"Exif\0\0" + tiff((0x112, 3, 1, b"\0\x63\0\0")))),
        False,
    ),
    "EXIF that is cut": (jpeg((0xE1, b"Exif\0\0" + tiff(TURNED)[:14])), False),
    "half a JFIF": (jpeg((0xE0, b"JFIF\0\1")), False),
    "half of Adobe's": (jpeg((0xEE, b"Adobe\0")), False),
    "a list of pictures that is noise": (jpeg((0xE2, b"MPF\0" + bytes(range(60)))), False),
    "half a profile": (jpeg((0xE2, b"ICC_PROFILE\0\2\3abc")), False),
    "a text that is damaged": (plain(chunk(b"tEXt", b"a\0b", 1)), False),
    "a large text": (plain(chunk(b"zTXt", b"a\0\0" + LARGE)), False),
    "a large text behind the pixels": (plain(after=chunk(b"zTXt", b"a\0\0" + LARGE)), False),
    "a profile that is damaged": (plain(chunk(b"iCCP", b"p\0\0" + zlib.compress(P3), 1)), False),
    "a profile packed in another way": (plain(chunk(b"iCCP", b"p\0\7abc")), False),
    "a large profile": (plain(chunk(b"iCCP", b"p\0\0" + LARGE)), False),
    "a size that is cut": (plain(chunk(b"pHYs", b"\0")), False),
    "an animation of nothing": (plain(chunk(b"acTL", b"\0")), False),
}


@pytest.mark.parametrize("name", SAID)
def test_what_a_file_says_wrong_leaves_its_pixels_whole(name: str, tmp_path: Path) -> None:
    data, is_turned = SAID[name]
    path = tmp_path / "a"
    path.write_bytes(data)
    for way, seen in seen_by(path).items():
        assert seen.shape[:2] == ((160, 80) if is_turned else (80, 160)), way
        assert np.abs(seen[10, 10].astype(int) - HALVES[0]).max() <= 4, way


@pytest.mark.parametrize("turn", range(1, 9))
def test_each_of_the_eight_ways_to_hold_a_camera_is_upright(turn: int, tmp_path: Path) -> None:
    corners = np.zeros((80, 120, 3), np.uint8)
    corners[:20, :20], corners[:20, -20:] = HALVES
    # TIFF 6.0, page 36: where row 0 and column 0 of what is stored lie in the picture.
    stored = {
        1: corners,
        2: corners[:, ::-1],
        3: corners[::-1, ::-1],
        4: corners[::-1],
        5: corners.swapaxes(0, 1),
        6: corners.swapaxes(0, 1)[::-1],
        7: corners.swapaxes(0, 1)[::-1, ::-1],
        8: corners.swapaxes(0, 1)[:, ::-1],
    }[turn]
    exif = Image.Exif()
    exif[0x112] = turn
    path = tmp_path / "a.png"
    Image.fromarray(stored).save(path, exif=exif)
    assert reader.size_of(path) == (120, 80)
    assert (np.asarray(reader.read(path)) == corners).all()


@pytest.mark.parametrize(
    ("size", "shortest", "read"),
    [
        ((800, 600), 0, (800, 600)),
        ((800, 600), 301, (800, 600)),
        ((800, 600), 300, (400, 300)),
        ((801, 601), 200, (267, 201)),
        ((100, 90), 400, (100, 90)),
    ],
)
def test_a_large_picture_is_read_smaller_and_not_too_small(
    size: tuple[int, int], shortest: int, read: tuple[int, int], tmp_path: Path
) -> None:
    Image.new("RGB", size).save(tmp_path / "a.png")
    assert reader.read(tmp_path / "a.png", shortest).size == read


def test_strips_join_without_a_seam(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slope = np.add.outer(np.arange(90), np.arange(120)).astype(np.uint8)
    Image.fromarray(slope).save(tmp_path / "a.png")
    whole = np.asarray(reader.read(tmp_path / "a.png", 30))
    monkeypatch.setattr(reader, "STRIP", 120 * 7)
    assert (np.asarray(reader.read(tmp_path / "a.png", 30)) == whole).all()


@pytest.mark.parametrize("lossless", [True, False])
@pytest.mark.parametrize("frames", [1, 2])
def test_a_large_webp_is_the_same_as_a_small_one(
    lossless: bool, frames: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cup: Path
) -> None:
    seen = Image.open(cup).convert("RGBA").resize((160, 120))
    seen.putalpha(Image.linear_gradient("L").resize(seen.size))
    more = [Image.new("RGBA", seen.size)] * (frames - 1)
    options: dict[str, Any] = {
        "icc_profile": P3,
        "save_all": True,
        "append_images": more,
        "quality": 90,
    }
    seen.save(tmp_path / "a.webp", lossless=lossless, **options)
    small = np.asarray(reader.read(tmp_path / "a.webp")).astype(int)
    monkeypatch.setattr(large_webp, "LARGE", 1)
    large = np.asarray(reader.read(tmp_path / "a.webp"))
    assert np.abs(large - small).mean() < 0.5


def test_more_pixels_than_the_limit_are_refused_before_they_are_read(tmp_path: Path) -> None:
    for side in (11_400, 60_000):
        head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
        (tmp_path / "a").write_bytes(b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", b""))
        with pytest.raises(Unreadable, match="has more than 128 megapixels"):
            reader.read(tmp_path / "a")


def test_what_cannot_be_opened_or_has_no_known_brightness_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"cannot be opened \(No such file"):
        reader.read(tmp_path / "missing")
    Image.fromarray(np.ones((40, 40), np.float32)).save(tmp_path / "a.tif")
    with pytest.raises(Unreadable, match="colours of 32 bits"):
        reader.read(tmp_path / "a.tif")
