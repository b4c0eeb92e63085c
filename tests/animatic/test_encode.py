"""No film takes more than it may, whatever is in it; grain is left in what it takes."""

from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from seedance_demo.animatic.encode import MOST, Footage, encode
from seedance_demo.animatic.plan import FPS
from seedance_demo.animatic.video.grain import grained
from seedance_demo.animatic.video.image import Planes

SIZE = (640, 352)


def footage(frames: int, luma: NDArray[np.uint8], *, moves: bool, grain: bool = False) -> Footage:
    """A film of some luma, which moves on by another way each frame."""
    grey = np.full((SIZE[1] // 2, SIZE[0] // 2), 128, np.uint8)

    def draw(n: int) -> Planes:
        y = np.roll(luma, (37 * n, 91 * n), (0, 1)) if moves else luma
        return Planes(grained(y, 1.0, n, seed=1) if grain else y, grey, grey)

    return Footage(SIZE, frames, (), draw, lambda: np.zeros((2, 2000 * frames), np.float32), grain)


def spent(path: Path) -> list[float]:
    """kbit/s of each stretch from one key frame to the next."""
    stretches: list[list[int]] = []
    with av.open(str(path)) as file:
        for packet in file.demux(video=0):
            if packet.is_keyframe:
                stretches.append([])
            if packet.size:
                stretches[-1].append(packet.size)
    return [sum(sizes) * 8 / 1000 / len(sizes) * FPS for sizes in stretches]


@pytest.mark.parametrize("frames", [30, 9])
def test_noise_takes_no_more_than_it_may(frames: int, tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(16, 236, SIZE[::-1], np.uint8)
    counted: list[int] = []
    film = tmp_path / "noise.mp4"
    encode(footage(frames, noise, moves=True), film, lambda done, *_: counted.append(done))
    assert max(spent(film)) < MOST
    assert counted == [*range(1, frames + 1)], "what is drawn twice is counted once"


def test_what_stands_may_have_all_its_detail_at_once(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(100, 150, SIZE[::-1], np.uint8)
    film = tmp_path / "still.mp4"
    encode(footage(24, noise, moves=False), film)
    with av.open(str(film)) as file:
        last = [frame.to_ndarray()[: SIZE[1]] for frame in file.decode(video=0)][-1]
    assert np.abs(last.astype(int) - noise).mean() < 3


def test_grain_is_left_in_the_film_and_pulses_with_no_key_frame(tmp_path: Path) -> None:
    grey = np.full(SIZE[::-1], 120, np.uint8)
    whole = footage(30, grey, moves=False, grain=True)
    film = tmp_path / "grain.mp4"
    encode(whole, film)
    with av.open(str(film)) as file:
        seen = [frame.to_ndarray()[: SIZE[1]].astype(float) for frame in file.decode(video=0)]
    drawn = [whole.draw(n).y - 120.0 for n in range(30)]
    left = [((a - 120) * b).mean() / b.var() for a, b in zip(seen, drawn, strict=True)]
    assert min(left) > 0.5
    assert max(left) < 1.6 * min(left)
