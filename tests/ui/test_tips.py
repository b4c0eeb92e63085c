"""Tips answer what stands in the prompt; a prompt that has everything gets none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedance_demo.ui.components.chips import CHIPS
from seedance_demo.ui.tips import MOST_TIPS, tips

GOOD = "Slow push in on the cup, rain outside. Cut to the astronaut, pan right, wind."


@pytest.mark.parametrize(
    ("prompt", "seconds", "images", "tip"),
    [
        ("A cup, rain", 5, 1, "Add a camera move, e.g. slow push in."),
        ("Push in on a cup", 5, 1, "Add a sound"),
        ("@Image3, push in, rain", 5, 2, "@Image3 is not there: you have 2 pictures."),
        ("图2，推近，下雨", 5, 1, "@Image2 is not there: you have one picture."),
        ("@Image1, push in, rain", 5, 3, "Say where @Image2 and @Image3 belong."),
        ("@Image1, push in. Cut to the last image, rain", 5, 3, "where @Image2 belongs."),
        ("Push in, rain", 5, 2, "Say where @Image1 and @Image2 belong."),
        (
            "[0-5s] push in, rain. [5-12s] pan left",
            10,
            1,
            "12 s, but the clip ends at 10 s.",
        ),
        ("Push in, rain. At 8 seconds a door opens", 5, 1, "run to 8 s, but the clip ends at 5 s."),
        ("Rain. Push in while orbiting left", 5, 1, "Shot 1 has push in and orbit left at once"),
        ("Push in then pull out, rain", 5, 1, "Shot 1 has push in and pull out at once"),
        ("Wind. Cut to rain, tilt up and pan left", 5, 1, "Shot 2 has tilt up and pan left"),
        ("Push in, rain, she smiles", 5, 1, "The animatic cannot show “smiles”; Seedance can."),
        ("Pan left. Cut to A. Cut to B. Cut to C, rain", 5, 1, "try 10 or 15 s"),
        (
            "Pan left, rain" + ". Cut to A" * 7,
            10,
            1,
            "8 shots in 10 s is a rush: try 15 s.",
        ),
        ("Push in, rain", 15, 1, "One shot of 15 s: try it at 5 s first."),
    ],
)
def test_a_tip_names_what_is_in_the_prompt(
    prompt: str, seconds: int, images: int, tip: str
) -> None:
    assert tip in " ".join(tips(prompt, seconds, images))


@pytest.mark.parametrize(
    ("prompt", "seconds", "images"),
    [
        (GOOD, 5, 2),
        ("[0-2s] @Image1, push in, wind. [2-5s] @Image2, pan left", 5, 2),
        ("Static camera, silent video", 5, 1),
        ("推近，下雨", 5, 1),
        ("Push in, handheld, rain", 5, 1),
        ("", 15, 4),
        ("A market in fast cuts, push in, rain", 5, 3),
    ],
)
def test_there_is_no_tip_where_nothing_is_to_be_said(
    prompt: str, seconds: int, images: int
) -> None:
    assert tips(prompt, seconds, images) == []


def test_what_the_animatic_cannot_show_is_its_own_trouble() -> None:
    prompt = "Push in, rain, she smiles"
    assert "smiles" in " ".join(tips(prompt, 5, 1, animatic=True))
    assert "smiles" not in " ".join(tips(prompt, 5, 1, animatic=False))


def test_there_are_never_more_than_two_and_they_are_short() -> None:
    found = tips("@Image9, push in, pull out, at 30 seconds she smiles", 5, 3)
    assert len(found) == MOST_TIPS
    assert all(len(tip) < 90 for tip in found)


@pytest.mark.parametrize("group", ["Camera", "Sound"])
def test_the_chips_silence_the_tip_that_asks_for_them(group: str) -> None:
    missing = f"Add a {group.lower()}"
    assert missing in " ".join(tips("A cup", 5, 1))
    quiet = {"Close-up"}  # a size is no move
    for chip in CHIPS[group]:
        if chip.label not in quiet:
            assert missing not in " ".join(tips(f"A cup, {chip.words}", 5, 1)), chip


@given(prompt=st.text(max_size=300), seconds=st.sampled_from([5, 10, 15]), images=st.integers(0, 4))
def test_any_text_can_be_remarked_on(prompt: str, seconds: int, images: int) -> None:
    assert len(tips(prompt, seconds, images)) <= MOST_TIPS
