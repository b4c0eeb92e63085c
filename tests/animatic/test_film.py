"""The file: playable everywhere, exactly as long as asked, the same each time, never half there."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import av
import av.logging
import numpy as np
import pytest
from numpy.typing import NDArray

from seedance_demo.animatic.encode import PART, FilmError, Footage, chunks, encode
from seedance_demo.animatic.film import shoot
from seedance_demo.animatic.plan import Move, Plan, Shot
from seedance_demo.animatic.video import depth
from seedance_demo.animatic.video.image import PictureError, Planes
from tests.animatic.clips import ANALYSES, ASTRONAUT, CUP, PIXELS, decode, film, one_shot


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    plan = Plan(5.0, (Shot(0.0, 2.0, 0, ""), Shot(2.0, 5.0, 1, "", moves=(Move.PAN_LEFT,))))
    return film(plan, tmp_path_factory.mktemp("film"), CUP, ASTRONAUT).path


def test_it_is_h264_and_aac_in_bt709_and_says_what_it_is(clip: Path) -> None:
    with av.open(str(clip)) as file:
        video, audio = file.streams.video[0], file.streams.audio[0]
        assert (video.codec.name, audio.codec.name) == ("h264", "aac")
        context = video.codec_context
        assert context.pix_fmt == "yuv420p"
        assert (context.color_primaries, context.color_trc, context.colorspace) == (1, 1, 1)
        assert context.color_range == 1
        assert (audio.rate, audio.layout.name) == (48_000, "stereo")
        assert "local preview (animatic), not made by Seedance" in file.metadata["comment"]


def test_picture_and_sound_start_at_zero_and_last_as_long_as_asked(clip: Path) -> None:
    with av.open(str(clip)) as file:
        for stream in (file.streams.video[0], file.streams.audio[0]):
            assert stream.start_time == 0
            assert float((stream.duration or 0) * (stream.time_base or 0)) == pytest.approx(
                5.0, abs=1 / 24
            )
        assert file.streams.video[0].average_rate == 24
        assert sum(1 for _ in file.decode(video=0)) == 120


def test_a_player_can_start_before_the_whole_file_arrived(clip: Path) -> None:
    data = clip.read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")


def test_ffmpeg_decodes_it_without_a_warning(clip: Path) -> None:
    level = av.logging.get_level()
    av.logging.set_level(av.logging.WARNING)
    try:
        with av.logging.Capture(local=False) as said, av.open(str(clip)) as file:
            for _ in file.decode():
                pass
    finally:
        av.logging.set_level(level)
    assert said == []


def test_one_brief_gives_one_film(tmp_path: Path) -> None:
    plan = one_shot(1.0, moves=(Move.HANDHELD,))
    first, second = film(plan, tmp_path), film(plan, tmp_path)
    assert np.array_equal(first.y, second.y)


@pytest.mark.parametrize("frames", [1, 24, 100, 360])
def test_chunks_share_out_every_frame_wherever_the_cuts_are(frames: int) -> None:
    for cuts in ([], [frames // 2], [frames - 5], range(7, frames, 7)):
        inside = [cut for cut in cuts if 0 < cut < frames]
        spans = chunks(frames, inside)
        assert [n for start, end in spans for n in range(start, end)] == [*range(frames)]
        assert all(start < end for start, end in spans)


def test_progress_counts_every_frame(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []

    def hear(done: int, frames: int, farthest: Planes) -> None:
        seen.append((done, frames))
        drawn.append(farthest)

    drawn: list[Planes] = []
    shoot(one_shot(1.0), [CUP], tmp_path / "a.mp4", on_frame=hear, pixels=PIXELS)
    assert seen == [(n, 24) for n in range(1, 25)]
    last = decode(tmp_path / "a.mp4").y[-1].astype(int)
    assert np.abs(drawn[-1].y - last).mean() < 3, "the farthest that is drawn"


def test_a_render_that_fails_leaves_no_film(tmp_path: Path) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the disk is full")

    with pytest.raises(RuntimeError, match="the disk is full"):
        shoot(one_shot(2.0), [CUP], tmp_path / "film.mp4", on_frame=fail, pixels=PIXELS)
    assert list(tmp_path.iterdir()) == []


def footage(grey: int, begun: Callable[[], object] = lambda: None) -> Footage:
    """Two frames of a grey; `begun` is called when the file is open."""

    def sound() -> NDArray[np.float32]:
        begun()
        return np.zeros((2, 4000), np.float32)

    picture = Planes(*(np.full((side, side), grey, np.uint8) for side in (32, 16, 16)))
    return Footage((32, 32), 2, [], lambda _: picture, sound)


def test_of_two_films_with_one_name_one_is_left_whole(tmp_path: Path) -> None:
    out, both = tmp_path / "film.mp4", threading.Barrier(2, timeout=60)
    with ThreadPoolExecutor(2) as pool:
        for each in [pool.submit(encode, footage(grey, both.wait), out) for grey in (60, 200)]:
            each.result()
    left = decode(out).y
    assert left.shape == (2, 32, 32)
    assert left.mean() < 70 or left.mean() > 190
    assert list(tmp_path.iterdir()) == [out]


def test_what_a_killed_render_left_is_swept(tmp_path: Path) -> None:
    killed, at_work = (tmp_path / f"{PART}{n}.mp4" for n in "ab")
    for part in (killed, at_work):
        part.write_bytes(b"half a film")
    os.utime(killed, (0, 0))
    encode(footage(90), tmp_path / "film.mp4")
    assert sorted(tmp_path.iterdir()) == [at_work, tmp_path / "film.mp4"]


def test_a_film_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "folder.mp4").mkdir()
    for out, why in (
        (tmp_path / "folder.mp4", r"folder\.mp4 cannot be written: Is a directory\."),
        (tmp_path / "none" / "a.mp4", r"a\.mp4 cannot be written: No such file or directory\."),
    ):
        with pytest.raises(FilmError, match=why):
            encode(footage(90), out)
    assert list(tmp_path.iterdir()) == [tmp_path / "folder.mp4"]


def test_a_file_that_is_no_picture_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes.jpg").write_text("not a picture")
    with pytest.raises(PictureError, match=r"notes\.jpg is not a picture"):
        shoot(one_shot(), [tmp_path / "notes.jpg"], tmp_path / "film.mp4")


SHOOT = """
import resource, sys
from pathlib import Path
from seedance_demo.animatic.film import shoot
from seedance_demo.animatic.plan import Move, Plan, Shot
out, picture, cache, seconds = *map(Path, sys.argv[1:4]), float(sys.argv[4])
shot = Shot(0.0, seconds, 0, "", moves=(Move.PUSH_IN,))
shoot(Plan(seconds, (shot,), silent=True), [picture], out, cache=cache, pixels=480 * 270)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no getrusage")
def test_the_picture_of_a_long_film_needs_no_more_memory_than_that_of_a_short_one(
    tmp_path: Path,
) -> None:
    depth.analyse(CUP, ANALYSES)  # the network is heavier than any film

    def peak(seconds: int) -> int:
        arguments = map(str, (tmp_path / "film.mp4", CUP, ANALYSES, seconds))
        command = [sys.executable, "-c", SHOOT, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return int(done.stdout)

    assert peak(9) < 1.15 * peak(3)
