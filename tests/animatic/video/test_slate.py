"""Without a picture each shot is a card that says what it will show, and is filmed as it says."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from seedance_demo.animatic.film import shoot
from seedance_demo.animatic.prompt.director import direct
from seedance_demo.animatic.shot_list import shot_list
from seedance_demo.animatic.video.captions import room
from seedance_demo.animatic.video.fonts import unset
from seedance_demo.animatic.video.slate import INK, Words, slate
from seedance_demo.animatic.video.typefaces import HAS_LAYOUT
from tests.animatic.clips import PIXELS, Clip, decode, motion

pytestmark = pytest.mark.machine
LONG = "A night market: steam rises from woks, neon signs reflect in puddles, a courier. " * 10
TOO_WIDE = ("x" * 300, "x" * 150 + " " + "x" * 150)
SHAPES = ((640, 360), (360, 640), (480, 480))


def filmed(prompt: str, seconds: float, folder: Path, aspect: tuple[int, int] = (16, 9)) -> Clip:
    plan = direct(prompt, seconds, 0)
    shoot(plan, [], folder / "film.mp4", aspect=aspect, pixels=PIXELS)
    return decode(folder / "film.mp4")


def inked(text: str, frame: tuple[int, int]) -> tuple[float, float, float, float]:
    """Where a card's own words stand: left, top, right, bottom, in fractions of it."""
    card = slate(Words("SHOT 1", "", text, "push in"), frame)
    rows, columns = np.nonzero((np.abs(card.astype(int) - INK) < 12).all(axis=2))
    h, w = card.shape[:2]
    return columns.min() / w, rows.min() / h, columns.max() / w, rows.max() / h


@pytest.mark.parametrize("frame", SHAPES, ids=str)
@pytest.mark.parametrize("text", ["Rain.", "A fox in the snow, push in.", LONG, *TOO_WIDE])
def test_words_keep_a_margin_that_a_push_in_can_use(text: str, frame: tuple[int, int]) -> None:
    left, top, right, bottom = inked(text, frame)
    assert 0.14 < left < right < 0.86
    assert 0.14 < top < bottom < 1 - room(frame)


def test_few_words_are_set_large_and_many_small_enough() -> None:
    def size(text: str) -> float:
        card = slate(Words("", "", text, ""), (640, 360))
        ink = np.abs(card.astype(int) - INK).max(axis=2).min(axis=1) < 40
        edges = np.flatnonzero(np.diff(ink.astype(int)))
        return float((edges[1] - edges[0]) / card.shape[0])

    assert size("Rain at night, a harbour") > 1.6 * size(LONG)
    assert size(LONG) > 0.03


def test_it_is_filmed_as_its_words_say(tmp_path: Path) -> None:
    clip = filmed("A fox in the wood, push in. Cut to black and white: the barn.", 4, tmp_path)
    assert clip.y.shape[1:] == (270, 480)
    assert int(np.abs(np.diff(clip.y.astype(int), axis=0)).mean(axis=(1, 2)).argmax()) == 47
    first = Clip(clip.path, clip.y[:48], clip.u[:48], clip.v[:48])
    assert motion(first).scale > 1.1
    assert np.abs(clip.v[24].astype(int) - 128).max() > 10
    assert np.abs(clip.v[60:].astype(int) - 128).max() <= 1


def test_the_light_changes_the_card(tmp_path: Path) -> None:
    clip = filmed("Static shot of a pier. Day turns to night.", 2, tmp_path)
    assert clip.y[-1].mean() < 0.75 * clip.y[0].mean()
    assert np.percentile(clip.y[-1], 99.5) > 2.2 * np.median(clip.y[-1])  # still to be read


def test_a_film_without_pictures_has_the_shape_that_is_asked_for(tmp_path: Path) -> None:
    clip = filmed("A street, static", 0.5, tmp_path, aspect=(9, 16))
    assert clip.y.shape[1:] == (480, 270)


def test_the_shot_list_calls_it_a_slate() -> None:
    assert [row.image for row in shot_list(direct("a pier. Cut to the sea", 5, 0))] == ["slate"] * 2
    assert direct("push in on @Image1", 5, 0).not_animated == ("Image1",)


def test_a_card_says_what_holds_for_the_whole_film() -> None:
    plan = direct("A fox in the snow. [0-2s] push in [2-5s] pan left", 5, 0)
    assert plan.head == "A fox in the snow."
    bare, told = (slate(Words("", head, "push in", ""), (640, 360)) for head in ("", plan.head))
    assert cv2.absdiff(bare, told).max() > 100


@pytest.mark.skipif(not HAS_LAYOUT or bool(unset("שלום")), reason="no Hebrew here")
def test_what_reads_leftward_stands_on_the_right() -> None:
    (left, *_), (_, _, right, _) = inked("שלום", (640, 360)), inked("שלום", (640, 360))
    assert left > 0.4
    assert right > 0.8


@pytest.mark.usefixtures("chinese_font")
def test_a_chinese_card_is_set() -> None:
    left, _, right, _ = inked("雪夜的竹林，一只红狐狸缓缓走过。", (640, 360))
    assert right - left > 0.3
