"""Dialogue and subtitles are set where they can be read, and left out rather than set in boxes."""

from pathlib import Path

import numpy as np
import pytest

from seedance_demo.animatic.plan import Move, Shot
from seedance_demo.animatic.video import captions
from tests.animatic.clips import film, one_shot

needs_chinese = pytest.mark.usefixtures("chinese_font")
pytestmark = pytest.mark.machine


def test_a_line_is_shown_at_the_foot_of_the_frame(tmp_path: Path) -> None:
    static = {"moves": (Move.STATIC,)}
    plain = film(one_shot(1.0, **static), tmp_path).y[12].astype(int)
    spoken = film(one_shot(1.0, dialogue=("Where are you?",), **static), tmp_path).y[12]
    h, w = plain.shape
    rows, columns = np.nonzero(np.abs(plain - spoken) > 60)
    assert rows.min() > 0.75 * h
    assert rows.max() < h - 1
    assert abs(columns.mean() / w - 0.5) < 0.05
    assert spoken[rows, columns].max() > 220


def test_lines_follow_one_another_within_their_shot() -> None:
    shot = Shot(0.0, 4.0, 0, "", dialogue=("One.", "Two.", "שלום"), subtitles=("Paris, 1925",))
    assert captions.lines(shot) == ("Paris, 1925", "“One.”", "“Two.”", "”שלום“")
    assert len(captions.of_shot(shot, (640, 360))) >= 3


LONG = "Nobody who was there that night remembers it the way the newspapers told it, nobody. "
TEXTS = {
    "long": LONG,
    "longer": LONG * 14,
    "url": "https://www.example.org/films/2026/11/night-market/behind-the-scenes/courier-interview",
    "word": "x" * 300,
    "huge": "word " * 800,
}
# Of each shape: what of its width and of its height, from above, captions keep to.
SHAPES = {(640, 360): (0.05, 0.93), (360, 640): (0.05, 0.8), (480, 480): (0.05, 0.93)}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("frame", SHAPES, ids=str)
def test_every_text_stays_in_the_safe_area(text: str, frame: tuple[int, int]) -> None:
    aside, foot = SHAPES[frame]
    for each in captions.captions(text, frame, 5.0):
        rows, columns = np.nonzero(each.keep < 0.9)
        assert aside * frame[0] < columns.min() <= columns.max() < (1 - aside) * frame[0]
        assert each.top + rows.min() > 0
        assert each.top + rows.max() < foot * frame[1]


def test_a_wide_film_keeps_its_captions_where_16_to_9_shows_them() -> None:
    (caption,) = captions.captions(LONG, (840, 360), 5.0)
    columns = np.nonzero(caption.keep < 0.9)[1]
    assert columns.min() > (840 - 640) / 2
    assert columns.max() < (840 + 640) / 2


def test_what_is_too_long_is_divided_in_time_and_then_set_smaller() -> None:
    def set_in(seconds: float) -> tuple[int, int]:
        found = captions.captions(LONG * 3, (640, 360), seconds)
        return len(found), found[0].keep.shape[0]

    assert len(captions.captions("Short.", (640, 360), 9.0)) == 1
    assert set_in(9.0)[0] == 2
    assert set_in(1.0)[0] == 1


@pytest.mark.parametrize("text", ["", "   ", "“”", "…"])
def test_what_says_nothing_is_not_shown(text: str) -> None:
    assert captions.captions(text, (640, 360), 5.0) == []


@pytest.mark.usefixtures("only_own_font")
def test_a_line_of_which_nothing_is_left_is_not_shown() -> None:
    shot = Shot(0.0, 4.0, 0, "", dialogue=("👨‍👩‍👧‍👦🇩🇪",))
    assert captions.of_shot(shot, (640, 360)) == []


@needs_chinese
def test_a_chinese_line_is_set_and_broken_without_spaces() -> None:
    (caption, *_) = captions.captions("他们说这条路没有尽头" * 5, (360, 640), 5.0)
    columns = np.flatnonzero((caption.keep < 0.99).any(axis=0))
    assert columns[0] > 0
    assert columns[-1] < 359
