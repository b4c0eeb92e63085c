"""The last frame of a clip: which one it is, in which colours, and which way up."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from seedance_demo.clips.frames import check, last_frame
from seedance_demo.errors import ClipUnavailable

from ..faults.life import make_clip
from .films import BITS, BLOCK, SIZE, USUAL, Kind, Planes, numbered, patch, write

ROWS, COLUMNS, PATCH = 3, 4, 32
LOSSLESS, HEVC = {"qp": "0"}, {"x265-params": "lossless=1:log-level=none"}
WITH_B_FRAMES = Kind(options={"x264-params": "bframes=3:b-adapt=0", "crf": "12", "g": "10"})
# Red's and blue's share of the luma (ITU-T H.273, table 4).
SHARES = {1: (0.2126, 0.0722), 6: (0.299, 0.114)}


def patches(depth: int, high: int = 1) -> tuple[NDArray[np.float64], Planes]:
    """Colours (rows, columns, 3) as luma and chroma of so many bits, and a frame of them, this many
    times as large as usual."""
    least, most = np.array([40, 90, 90]), np.array([220, 166, 166])
    some = np.random.default_rng(3).integers(least, most, (ROWS, COLUMNS, 3)) << (depth - 8)
    sizes = (PATCH * high, PATCH * high // 2, PATCH * high // 2)
    planes = [np.kron(some[..., n], np.ones((s, s))).astype(np.uint16) for n, s in enumerate(sizes)]
    return some.astype(float), (planes[0], planes[1], planes[2])


def rgb(some: NDArray[np.float64], matrix: int, depth: int, *, full: bool) -> NDArray[np.float64]:
    """The same in RGB from 0 to 255, by the equations of H.273, 8.3."""
    red, blue = SHARES[matrix]
    black, white, swing = (0, 255, 255) if full else (16, 235, 224)
    some = some / (1 << (depth - 8))
    y = (some[..., 0] - black) / (white - black)
    b = y + 2 * (1 - blue) * (some[..., 1] - 128) / swing
    r = y + 2 * (1 - red) * (some[..., 2] - 128) / swing
    return np.stack([r, (y - red * r - blue * b) / (1 - red - blue), b], -1).clip(0, 1) * 255


@pytest.mark.parametrize(
    ("kind", "matrix", "full", "high"),
    [
        (Kind(options=LOSSLESS), 1, False, 1),
        (Kind(options=LOSSLESS, matrix=6, transfer=6, primaries=6), 6, False, 1),
        (Kind(options=LOSSLESS, range=2), 1, True, 1),
        (Kind(options=LOSSLESS, matrix=5, range=2, form="yuvj420p"), 6, True, 1),
        (Kind("libx265", HEVC, form="yuv420p10le"), 1, False, 1),
        (Kind("libx265", HEVC, form="yuv420p10le", range=2), 1, True, 1),
        (Kind(options=LOSSLESS, matrix=2), 6, False, 1),
        (Kind(options=LOSSLESS, matrix=2), 1, False, 8),
    ],
    ids=[
        "709",
        "601",
        "full",
        "601 full",
        "10 bits",
        "10 bits full",
        "unsaid, small",
        "unsaid, HD",
    ],
)
def test_the_colours_are_those_that_the_clip_says(
    kind: Kind, matrix: int, full: bool, high: int, tmp_path: Path
) -> None:
    some, planes = patches(kind.depth, high)
    picture = np.asarray(last_frame(write(tmp_path / "a.mp4", [planes] * 3, kind)))
    middles = slice(PATCH * high // 2, None, PATCH * high)
    expected = rgb(some, matrix, kind.depth, full=full)
    assert np.abs(picture[middles, middles] - expected).max() < 0.6, "rounded, and no more"


def test_colours_that_no_picture_can_hold_are_not_made_into_one(tmp_path: Path) -> None:
    pq = Kind("libx265", HEVC, form="yuv420p10le", matrix=9, transfer=16, primaries=9)
    clip = write(tmp_path / "a.mp4", [patches(10)[1]] * 3, pq)
    with pytest.raises(ClipUnavailable, match="HDR"):
        last_frame(clip)


def number(picture: Image.Image) -> int:
    grey = np.asarray(picture.convert("L"))[8 : SIZE[1] // 2 - 8]
    means = [grey[:, bit * BLOCK + 8 : (bit + 1) * BLOCK - 8].mean() for bit in range(BITS)]
    return sum(1 << bit for bit, mean in enumerate(means) if mean > 125)


@pytest.mark.parametrize("kind", [USUAL, WITH_B_FRAMES], ids=["usual", "all B-frames"])
@pytest.mark.parametrize("hidden", [0, 1, 2, 3, 20])
def test_it_is_the_last_one_that_is_shown(kind: Kind, hidden: int, tmp_path: Path) -> None:
    """Frames that the edit list hides are not, also where the last key frame is among them."""
    clip = write(tmp_path / "a.mp4", numbered(range(30)), kind)
    patch(clip, b"elst", 8, ">I", (30 - hidden) * 1000 // 24)
    assert number(last_frame(clip)) == 29 - hidden


@pytest.mark.parametrize(("matrix", "turns"), [((0, 1, -1, 0), -1), ((-1, 0, 0, -1), 2)])
def test_it_is_turned_as_a_player_turns_it(
    matrix: tuple[int, int, int, int], turns: int, tmp_path: Path
) -> None:
    clip = write(tmp_path / "a.mp4", numbered(range(3)))
    lying = np.asarray(last_frame(clip))
    a, b, c, d = (each << 16 for each in matrix)
    patch(clip, b"tkhd", 40, ">9i", a, b, 0, c, d, 0, 0, 0, 1 << 30)
    assert np.array_equal(np.asarray(last_frame(clip)), np.rot90(lying, turns))


def test_a_clip_that_is_gone_damaged_or_not_whole_has_none(tmp_path: Path) -> None:
    clip = write(tmp_path / "a.mp4", numbered(range(30)))
    whole = clip.read_bytes()
    check(clip)
    with pytest.raises(ClipUnavailable, match="not here any more"):
        last_frame(tmp_path / "b.mp4")
    empty = tmp_path / "empty.mp4"
    empty.write_bytes(whole[: whole.index(b"mdat") - 4])
    for content in (b"", b"no clip", whole[: len(whole) // 2], empty.read_bytes()):
        clip.write_bytes(content)
        with pytest.raises(ClipUnavailable):
            last_frame(clip)
    clip.write_bytes(make_clip(index_first=True)[:-2000])
    with pytest.raises(ClipUnavailable, match="Only 23 of the clip's 24 frames"):
        last_frame(clip)
