"""The briefs to start from, and the clip the page opens with."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps

from seedance_demo import examples
from seedance_demo.animatic.film import render
from seedance_demo.animatic.plan import FPS, Move, Plan
from seedance_demo.animatic.prompt.director import direct
from seedance_demo.examples import EXAMPLES, OPENING, OPENING_OF, STILL, STILL_SIZE, Example
from seedance_demo.examples.__main__ import shrink, take_still
from seedance_demo.orders.brief import read_brief

from .animatic.clips import decode
from .decoded import cuts, seconds_of, sound_of

pytestmark = pytest.mark.machine

FOLDER = Path(examples.__file__).parent
SEEDANCE = "bytedance/seedance-2.0/image-to-video"
PICTURE_BYTES, CLIP_BYTES = 130_000, 300_000  # they come with every page and every clone

each = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.title)


def plan_of(example: Example) -> Plan:
    return direct(example.prompt, example.duration, len(example.pictures))


@each
def test_the_page_takes_it_as_it_stands(example: Example, tmp_path: Path) -> None:
    pictures = [str(picture) for picture in example.pictures]
    brief = read_brief(
        images=pictures,
        prompt=example.prompt,
        duration=example.duration,
        model=SEEDANCE,
        uploads=FOLDER,
        pictures=tmp_path,
    )
    assert len(set(brief.images)) == len(example.pictures)
    assert brief.prompt == example.prompt


@each
def test_its_pictures_are_small_and_tell_nothing_but_the_picture(example: Example) -> None:
    for path in example.pictures:
        with Image.open(path) as picture:
            assert sorted(picture.size) == [720, 1280]
            assert not picture.getexif()
            assert not {"icc_profile", "comment", "xmp", "photoshop"} & picture.info.keys()
        assert path.stat().st_size <= PICTURE_BYTES


@each
def test_its_animatic_shows_every_picture_and_moves_in_every_shot(example: Example) -> None:
    plan = plan_of(example)
    assert {shot.image for shot in plan.shots} == set(range(len(example.pictures)))
    for shot in plan.shots:
        assert not {Move.DRIFT, Move.STATIC} & set(shot.moves), shot.text
        assert shot.sounds or shot.music, shot.text


@each
def test_a_still_can_follow_most_of_its_words(example: Example) -> None:
    assert len(plan_of(example).not_animated) <= len(example.prompt.split()) / 15


def test_no_picture_is_left_over() -> None:
    used = [STILL, *(picture for example in EXAMPLES for picture in example.pictures)]
    assert sorted(used) == sorted(FOLDER.glob("*.jpg"))


def test_the_opening_is_the_animatic_of_its_example() -> None:
    assert OPENING.stat().st_size <= CLIP_BYTES
    assert seconds_of(OPENING) == pytest.approx(OPENING_OF.duration, abs=0.05)
    wanted = [round(cut * FPS) for cut in plan_of(OPENING_OF).cuts]
    assert wanted
    assert cuts(decode(OPENING)) == wanted


def test_the_still_is_the_openings_first_frame_and_small() -> None:
    assert STILL.stat().st_size <= PICTURE_BYTES
    first = Image.fromarray(decode(OPENING).y[0])
    with Image.open(STILL) as still:
        assert still.size == STILL_SIZE
        shown = np.asarray(still.convert("L").resize((120, 63)), float)
    seen = np.asarray(ImageOps.fit(first, STILL_SIZE).resize((120, 63)), float)
    assert np.corrcoef(seen.ravel(), shown.ravel())[0, 1] > 0.98


def test_the_opening_is_heard_and_plays_before_it_is_loaded() -> None:
    assert np.abs(sound_of(OPENING)).max() > 0.1
    boxes = OPENING.read_bytes()
    assert boxes.index(b"moov") < boxes.index(b"mdat")


def test_a_film_is_shrunk_whole(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    render([EXAMPLES[0].pictures[0]], "push in, rain", 1, film)
    shrink(film, small := tmp_path / "small.mp4")
    take_still(film, still := tmp_path / "still.jpg")
    large, little = decode(film), decode(small)
    assert little.y.shape == (len(large.y), 360, 640)
    assert seconds_of(small) == pytest.approx(1, abs=0.05)
    assert np.abs(sound_of(small)).max() == pytest.approx(np.abs(sound_of(film)).max(), rel=0.3)
    with Image.open(still) as picture:
        assert picture.size == STILL_SIZE
