"""Each letter is set in a typeface that has it; what none has is left out, and named once."""

import struct
from pathlib import Path

import numpy as np
import pytest
from PIL import ImageFont

from seedance_demo.animatic.plan import Plan, Shot
from seedance_demo.animatic.prompt.director import direct
from seedance_demo.animatic.shot_list import not_shown, shot_list
from seedance_demo.animatic.video import fonts, typefaces
from seedance_demo.animatic.video.cmap import letters_of
from seedance_demo.animatic.video.fonts import runs, unset

OWN = typefaces.Typeface(None)
pytestmark = pytest.mark.machine


def own_font() -> ImageFont.FreeTypeFont:
    return OWN.at(20)


def test_the_letters_of_a_font_are_those_that_it_draws() -> None:
    face = ImageFont.load_default(20)
    assert isinstance(face, ImageFont.FreeTypeFont)
    box = bytes(face.getmask("\U0010fffe"))
    shown = {code: bytes(face.getmask(chr(code))) for code in range(0x21, 0x600)}
    drawn = {code for code, mask in shown.items() if mask not in (box, b"")}
    told = {code for code in letters_of(face.font_bytes).tolist() if code < 0x600}
    assert len(drawn) > 90
    assert drawn <= told
    assert not {code for code in told - drawn if chr(code).isalnum()}


def test_large_fonts_tell_their_letters_in_spans() -> None:
    spans = struct.pack(">6I", 65, 67, 1, 0x20000, 0x20001, 4)
    cmap = struct.pack(">HHHHIHHIII", 0, 1, 3, 10, 12, 12, 0, 40, 0, 2) + spans
    head = struct.pack(">IHHHH", 0x10000, 2, 0, 0, 0)
    tables = struct.pack(">4sIII4sIII", b"cmap", 0, 44, len(cmap), b"glyf", 0, 0, 0)
    assert letters_of(head + tables + cmap).tolist() == [65, 66, 67, 0x20000, 0x20001]
    pictures = tables.replace(b"glyf", b"CBDT")
    assert not letters_of(head + pictures + cmap).size, "a font of pictures is none for captions"


def test_what_is_no_font_has_no_letters(tmp_path: Path) -> None:
    for name, content in (
        ("a.ttf", b"no font"),
        ("b.ttf", b""),
        ("c.ttf", own_font().font_bytes[:900]),
    ):
        (tmp_path / name).write_bytes(content)
        assert not letters_of(tmp_path / name).size
    assert not letters_of(tmp_path / "none.ttf").size


def test_a_typeface_that_is_installed_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fonts" / "deep").mkdir(parents=True)
    (tmp_path / "fonts" / "deep" / "Some.ttf").write_bytes(own_font().font_bytes)
    (tmp_path / "fonts" / "readme.txt").write_text("no font")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "none"))
    monkeypatch.setattr("sys.platform", "linux")
    found = typefaces.installed.__wrapped__()
    assert [face.file and face.file.name for face in found] == [None, "Some.ttf"]
    assert found[1].has("Push in")


@pytest.mark.usefixtures("only_own_font")
def test_one_letter_does_not_decide_about_a_line() -> None:
    for text, drawn in (
        ("Go 👍🏽 now", "Go  now"),
        ("1️⃣ and 2️⃣", "1️ and 2️"),
        ("ready 👨‍👩‍👧‍👦🇩🇪", "ready "),
        ("推 in", " in"),
        ("x\u0331y", "xy"),
    ):
        assert "".join(run.text for run in runs(text)) == drawn
        assert {run.face for run in runs(text)} == {OWN}


@pytest.mark.usefixtures("only_own_font")
def test_what_cannot_be_set_is_named_by_its_script() -> None:
    said = {
        text: unset(text)
        for text in ("推镜。", "もう", "불이", "ที่", "ရှိ", "𓀀", "a\u0359", "👍🏽", "Push in!")
    }
    assert said.pop("Push in!") == ()
    assert [told[0].partition(" (")[0] for told in said.values()] == [
        "Chinese letters",
        "Japanese letters",
        "Korean letters",
        "Thai letters",
        "Myanmar letters",
        "Egyptian Hieroglyph letters",
        "emoji and signs",
        "emoji and signs",
    ]
    assert all(len(told) == 1 for told in said.values())


@pytest.mark.usefixtures("only_own_font")
def test_it_is_said_once_and_beside_the_plan() -> None:
    plan = direct("静止镜头，【深夜】切到【黎明】", 4, 1)
    assert plan.not_animated == (), "a plan asks no fonts"
    lines = Shot(0, 1, 0, "", dialogue=("静止", "Hello", "深夜"))
    plan = Plan(2.0, (lines, Shot(1, 2, 0, "", subtitles=("黎明", "ไฟ"))))
    chinese, thai = (
        "Chinese letters (no font here has them)",
        "Thai letters (no font here has them)",
    )
    assert not_shown(plan) == [chinese, thai]
    assert [row.not_set for row in shot_list(plan)] == [chinese, thai]
    assert not_shown(direct("静止镜头", 4, 0))[0] == chinese, "a slate shows the words themselves"


def test_scripts_that_are_laid_out_are_left_out_where_nothing_lays_them_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fonts, "HAS_LAYOUT", False)
    assert runs("مطر fog")[0].text == " fog"
    assert unset("مطر שלום हिन्दी") == tuple(
        f"{script} letters (set with FriBiDi, which is not installed here)"
        for script in ("Arabic", "Devanagari", "Hebrew")
    )
    assert np.array_equal(typefaces.codes("ab"), [97, 98])
