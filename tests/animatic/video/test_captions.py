"""Dialogue and subtitles are set where they can be read, and left out rather than set in boxes."""

from pathlib import Path

import numpy as np
import pytest

from seedance_demo.animatic.plan import Move, Shot
from seedance_demo.animatic.prompt.director import direct
from seedance_demo.animatic.shot_list import not_shown, shot_list
from seedance_demo.animatic.video import captions, fonts
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
    shot = Shot(0.0, 4.0, 0, "", dialogue=("One.", "Two."), subtitles=("Paris, 1925",))
    assert captions.lines(shot) == ("Paris, 1925", "“One.”", "“Two.”")


def test_a_long_line_is_broken_inside_the_frame() -> None:
    line = "Nobody who was there that night remembers it the way the newspapers told it, nobody."
    caption = captions.caption(line, (640, 360))
    assert caption
    touched = np.flatnonzero((caption.keep < 0.99).any(axis=0))
    assert touched[0] > 0.03 * 640
    assert touched[-1] < 0.97 * 640
    assert caption.keep.shape[0] > captions.caption("Short.", (640, 360)).keep.shape[0]  # type: ignore[union-attr]
    assert caption.top + caption.keep.shape[0] <= 360


@needs_chinese
def test_a_chinese_line_is_set_and_broken_without_spaces() -> None:
    caption = captions.caption("他们说这条路没有尽头" * 5, (360, 640))
    assert caption
    touched = np.flatnonzero((caption.keep < 0.99).any(axis=0))
    assert touched[0] > 0
    assert touched[-1] < 359


@needs_chinese
def test_no_row_begins_with_a_closing_mark() -> None:
    text = "他说：“走吧。”她没有回答，只是看着窗外的雨，雨一直下。"
    face = fonts.font(text, 30)
    assert face
    for width in range(60, 400, 10):
        rows = fonts.wrapped(text, face, width)
        assert "".join(rows) == text
        assert not any(row[0] in "，。”" for row in rows)


def test_rows_are_about_equally_long() -> None:
    line = "Nobody who was there that night remembers it the way they told it, nobody."
    face = fonts.font(line, 30)
    assert face
    rows = [face.getlength(row) for row in fonts.wrapped(line, face, 900)]
    assert len(rows) == 2
    assert min(rows) > 0.75 * max(rows)


def test_what_no_font_has_is_left_out_and_shown_beside_the_plan(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plan = direct("静止镜头，【深夜】", 4, 1)
    monkeypatch.setattr(fonts, "FONTS", ())  # a machine with nothing but Pillow's own letters
    fonts._face.cache_clear()
    try:
        assert captions.caption("推镜", (640, 360)) is None
        assert captions.caption("Push in", (640, 360))
        assert direct.__wrapped__("静止镜头，【深夜】", 4, 1) == plan, "a plan asks no fonts"
        assert plan.not_animated == ()
        assert not_shown(plan) == ["“深夜” (no font here has its letters)"]
        assert shot_list(plan)[0].not_animated == not_shown(plan)[0]
        assert "静止镜头" in not_shown(direct("静止镜头", 4, 0))[0]
    finally:
        fonts._face.cache_clear()
