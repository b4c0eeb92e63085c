"""Which words of a shot are marked as followed."""

import pytest

from seedance_demo.animatic.marked import marked
from seedance_demo.animatic.prompt.director import direct

FOLLOWED = [
    ("very slow push in on a lamp, no flicker", ["very slow", "push in", "flicker"]),
    ("Handheld. Rain at night in a quiet street.", ["Handheld", "Rain", "night", "street"]),
    ("She says “come in” and the camera pans left", ["come in", "pans left"]),
    ("She dances while the camera orbits her slowly", ["orbits", "slowly"]),
    ("她走过街道，镜头缓慢推近，下雨", ["街道", "缓慢推近", "下雨"]),
    ("雨が降る。カメラはゆっくり寄る。", ["雨が降る", "カメラはゆっくり寄る"]),
    ("La cámara se acerca lentamente, de noche", ["cámara se acerca", "lentamente", "de noche"]),
    ("A man with a hat looks at the sky", []),
]


def pieces(prompt: str, shot: int = 0, pictures: int = 1) -> list[str]:
    words = marked(direct(prompt, 10, pictures))[shot]
    return [piece.text for piece in words if piece.followed]


@pytest.mark.parametrize(("prompt", "followed"), FOLLOWED)
def test_what_is_read_is_marked_and_nothing_else(prompt: str, followed: list[str]) -> None:
    assert pieces(prompt) == followed
    (words,) = marked(direct(prompt, 10, 1))
    assert "".join(piece.text for piece in words) == prompt


def test_what_was_read_and_cannot_be_shown_is_not_marked() -> None:
    (shot,) = direct("FPV drone shot over a lake", 5, 1).shots
    assert "FPV" in shot.not_animated
    assert pieces("FPV drone shot over a lake") == ["drone shot"]


def test_each_shot_has_its_words_and_the_first_those_of_all() -> None:
    prompt = "Warm light.\n0-5s: pan left over a pier\n5-10s: a close-up of a gull, wind"
    assert pieces(prompt) == ["Warm", "pan left"]
    assert pieces(prompt, shot=1) == ["close-up", "wind"]
    first, second = marked(direct(prompt, 10, 1))
    assert first[0].text == "Warm"
    assert second[0].text == "a ", "without the colon of its label"


def test_words_that_open_all_shots_stand_once() -> None:
    prompt = "A night street in the rain.\nAt the 2-second mark a car passes.\nNeon."
    words = "".join(piece.text for piece in marked(direct(prompt, 10, 1))[0])
    assert words.count("night") == 1


def test_a_picture_that_is_named_is_followed() -> None:
    assert pieces("Image 1: a door. Image 2: a stair.", shot=1, pictures=2) == ["Image 2"]
    assert pieces("An image in two halves", pictures=2) == []


def test_quick_cuts_that_nobody_wrote_have_no_words() -> None:
    prompt = "A market at noon in fast cuts."
    shots = marked(direct(prompt, 5, 1))
    assert len(shots) > 2
    assert not any(shots[1:])
    assert pieces("A close-up of a cup. Cut to: wide shot", shot=1) == ["Cut to", "wide shot"]
    listed = marked(direct("Fast cuts of a cup, a phone and a cat.", 5, 1))
    assert ["".join(piece.text for piece in words) for words in listed[1:]] == ["a phone", "a cat"]
