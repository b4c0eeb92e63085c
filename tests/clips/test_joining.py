"""Films joined of several clips: every frame once, in even steps, and the sound without a click."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest

from seedance_demo.clips.joining import join
from seedance_demo.clips.looks import fit, look
from seedance_demo.clips.sound import FADE
from seedance_demo.errors import ClipUnavailable
from seedance_demo.examples import OPENING

from ..decoded import size_of, sound_of
from .films import SIZE, Kind, numbered, numbers_of, patch, tone, write

RATE, FRAME = 48_000, 2_000  # samples a second, and of a frame
HEVC = {"x265-params": "bframes=3:b-adapt=0:crf=14:log-level=none:pools=none:frame-threads=1"}
SEEDANCE = Kind(options={"crf": "12", "bf": "0"})
OTHERS = Kind("libx265", HEVC, rate=Fraction(25), sound="aac", sound_rate=44_100)
ENDS_ON_B = Kind(options={"crf": "12", "x264-params": "bframes=3:b-adapt=0:b-pyramid=0"})
COUNT = 30  # frames of a clip


def chain(folder: Path, *kinds: Kind, frames: int = COUNT) -> list[Path]:
    """Clips of which each begins with the last frame of the one before it, whose sounds do not go
    on from each other."""
    made = []
    for n, kind in enumerate(kinds):
        numbers = range(n * (frames - 1), n * (frames - 1) + frames)
        sound = tone(float(frames / kind.rate), kind.sound_rate, phase=n * 1.6)
        made.append(write(folder / f"{n}.mp4", numbered(numbers, kind.depth), kind, sound))
    return made


def joined(clips: Sequence[Path], folder: Path) -> Path:
    film = folder / "joined.mp4"
    before = [each.read_bytes() for each in clips]
    join(clips, film, {"title": "three clips"})
    assert [each.read_bytes() for each in clips] == before
    return film


def steps_of(film: Path) -> set[Fraction]:
    """From a frame to the next, in seconds."""
    with av.open(str(film)) as opened:
        times = [Fraction(f.pts or 0) * (f.time_base or 0) for f in opened.decode(video=0)]
    assert times[0] == 0
    return {after - before for before, after in pairwise(times)}


def coded(film: Path) -> list[bytes]:
    with av.open(str(film)) as opened:
        return [bytes(packet) for packet in opened.demux(video=0) if packet.size]


def check_no_click(film: Path, *joints: int, most: float = 1.6) -> None:
    """From no sample to the next is much more than within a clip, whose tone goes by 0.0144: that
    of two together by the root of two more. Without fading it is 10 to 40 times as much."""
    sound = sound_of(film)[0]
    usual = np.abs(np.diff(sound[FRAME : FRAME * 9])).max()
    for joint in joints:
        assert np.abs(np.diff(sound[joint - FRAME : joint + FRAME])).max() < most * usual
        assert np.abs(sound[joint - 3 * FRAME : joint - FRAME]).max() > 0.4, "and no pause"
        assert np.abs(sound[joint + FRAME : joint + 3 * FRAME]).max() > 0.4


# AAC rings where a tone ends suddenly: in the clip itself, too, by 0.12.
@pytest.mark.parametrize(
    ("kind", "most"), [(SEEDANCE, 1.6), (OTHERS, 3)], ids=["H.264", "HEVC, B-frames, 44.1 kHz"]
)
def test_clips_of_one_encoder_are_joined_as_they_are(
    kind: Kind, most: float, tmp_path: Path
) -> None:
    clips = chain(tmp_path, kind, kind, kind)
    assert fit([look(each) for each in clips])
    film = joined(clips, tmp_path)
    assert numbers_of(film) == list(range(3 * COUNT - 2)), "the frame at a joint is there once"
    assert steps_of(film) == {1 / kind.rate}
    first, second, third = map(coded, clips)
    assert coded(film) == [*first[:-1], *second[:-1], *third]
    frame = RATE // kind.rate
    total = (3 * COUNT - 2) * frame
    assert 0 <= sound_of(film).shape[1] - total < 1024, "and what AAC fills up"
    check_no_click(film, (COUNT - 1) * frame, (2 * COUNT - 2) * frame, most=most)


def test_a_frame_that_others_are_made_from_stays_at_the_joint(tmp_path: Path) -> None:
    clips = chain(tmp_path, ENDS_ON_B, ENDS_ON_B, frames=31)
    looks = [look(each) for each in clips]
    assert fit(looks)
    assert not looks[0].ends_free
    film = joined(clips, tmp_path)
    assert numbers_of(film) == [*range(31), *range(30, 61)]
    assert steps_of(film) == {Fraction(1, 24)}
    assert coded(film) == coded(clips[0]) + coded(clips[1])
    check_no_click(film, 31 * FRAME)


def test_clips_of_several_encoders_become_one_film_at_the_rate_of_the_first(
    tmp_path: Path,
) -> None:
    at_24 = Kind("libx265", HEVC, form="yuv420p10le", sound_rate=44_100)
    clips = chain(tmp_path, SEEDANCE, at_24, SEEDANCE)
    film = joined(clips, tmp_path)
    assert numbers_of(film) == list(range(3 * COUNT - 2))
    assert steps_of(film) == {Fraction(1, 24)}
    check_no_click(film, (COUNT - 1) * FRAME, (2 * COUNT - 2) * FRAME)
    with av.open(str(film)) as opened:
        assert opened.metadata["title"] == "three clips"
        context = opened.streams.video[0].codec_context
        assert (context.name, context.colorspace, context.color_range) == ("h264", 1, 1)


def test_another_rate_is_paced_and_another_shape_is_shown_whole(tmp_path: Path) -> None:
    clips = chain(tmp_path, SEEDANCE, OTHERS)
    patch(clips[1], b"tkhd", 40, ">9i", 0, 1 << 16, 0, -1 << 16, 0, 0, 0, 0, 1 << 30)
    film = joined(clips, tmp_path)
    assert size_of(film) == SIZE
    assert steps_of(film) == {Fraction(1, 24)}
    assert len(numbers_of(film)) == COUNT + 29, "30 frames at 25 a second are 29 at 24"
    with av.open(str(film)) as opened:
        *_, last = opened.decode(video=0)
    luma = last.reformat(format="gray").to_ndarray()
    assert luma[:, :90].max() < 20, "black beside what stands upright now"
    assert luma[:, 120:136].max() > 100


@pytest.mark.parametrize("second", [SEEDANCE, ENDS_ON_B], ids=["as they are", "encoded anew"])
def test_each_sound_begins_with_its_pictures(second: Kind, tmp_path: Path) -> None:
    """To the sample: what was put into a clip is found where its first frame is."""
    clips = chain(tmp_path, SEEDANCE, second, SEEDANCE)
    assert fit([look(each) for each in clips]) == (second is SEEDANCE)
    sound = sound_of(joined(clips, tmp_path))[0]
    for n in range(3):
        own = tone(COUNT / 24, phase=n * 1.6)[0, FRAME + FADE : -FRAME - FADE]
        at = n * (COUNT - 1) * FRAME + FRAME + FADE
        apart = [np.abs(sound[at + by :][: own.size] - own).mean() for by in range(-3, 4)]
        assert int(np.argmin(apart)) == 3
        assert min(apart) < 0.02


def test_pictures_fit_together_only_where_all_that_is_known_of_them_says_so(
    tmp_path: Path,
) -> None:
    one = look(write(tmp_path / "a.mp4", numbered(range(5)), SEEDANCE))
    later = tuple(replace(each, decoded=each.decoded - 512) for each in one.stored)
    assert fit([one, one])
    assert not fit([one, replace(one, form=(*one.form, "another encoder"))])
    assert not fit([one, replace(one, stored=later)])
    assert not fit([replace(one, step=0)] * 2)


def test_frames_that_a_clip_hides_do_not_come_back(tmp_path: Path) -> None:
    clips = chain(tmp_path, SEEDANCE, SEEDANCE)
    patch(clips[0], b"elst", 8, ">I", 20 * 1000 // 24)
    film = joined(clips, tmp_path)
    assert numbers_of(film) == [*range(20), *range(29, 59)]
    assert steps_of(film) == {Fraction(1, 24)}


def test_a_clip_without_sound_is_silent_in_a_film_that_has_some(tmp_path: Path) -> None:
    clips = chain(tmp_path, SEEDANCE, SEEDANCE)
    write(clips[1], numbered(range(29, 59)))
    film = joined(clips, tmp_path)
    assert np.abs(sound_of(film)[:, (COUNT + 1) * FRAME :]).max() < 0.01
    write(clips[0], numbered(range(30)))
    with av.open(str(joined(clips, tmp_path))) as opened:
        assert not opened.streams.audio


def test_an_animatic_is_joined_as_it_is(tmp_path: Path) -> None:
    """Which ends on another frame than it begins with: nothing is left out."""
    film = joined([OPENING, OPENING], tmp_path)
    own, both = coded(OPENING), coded(film)
    assert both == own + own
    with av.open(str(film)) as opened:
        times = sorted(packet.pts for packet in opened.demux(video=0) if packet.pts is not None)
    assert len({after - before for before, after in pairwise(times)}) == 1
    sound, joint = sound_of(film)[0], len(own) * FRAME
    assert sound.size == pytest.approx(2 * joint, abs=1024)
    steps = np.abs(np.diff(sound[joint - RATE // 2 : joint + RATE // 2]))
    assert steps[RATE // 2 - FADE : RATE // 2 + FADE].max() <= np.percentile(steps, 99.9)


@pytest.mark.parametrize("content", [None, b"no clip"])
def test_without_one_of_its_clips_there_is_no_film(content: bytes | None, tmp_path: Path) -> None:
    clips = chain(tmp_path, SEEDANCE, SEEDANCE, frames=3)
    clips[1].unlink() if content is None else clips[1].write_bytes(content)
    with pytest.raises(ClipUnavailable):
        join(clips, tmp_path / "joined.mp4", {})
