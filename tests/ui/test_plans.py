"""The steps by which a person corrects the shots: what holds, what is written, what is undone."""

from typing import Any

import pytest

from seedance_demo.animatic.corrections import facts_of, is_same_film, keys
from seedance_demo.animatic.prompt.director import direct
from seedance_demo.ui.components.shot_list import shot_list_html
from seedance_demo.ui.plans import (
    MOST_STEPS,
    OWN_PLAN,
    Pictures,
    Step,
    corrected,
    plan_by_hand,
    read,
    read_steps,
    written,
)

from .components.html_read import Read

PROMPT = "Slow push in on the cup, rain outside. Cut to the street at night, wind."


def step(place: int, field: str, value: Any, prompt: str = PROMPT) -> Step:
    """What the page keeps of a choice."""
    read = direct(prompt, 5, 2)
    return {
        "shot": keys(read)[place],
        "field": field,
        "read": facts_of(read, place)[field],
        "value": value,
    }


MOVE, LIGHT = step(0, "moves", [["pan left"]]), step(1, "looks", [])


def moves(prompt: str, steps: list[Step]) -> str:
    return corrected(prompt, 5, Pictures(2), steps).plan.shots[0].moves[0]


def told(prompt: str, steps: list[Step]) -> str:
    return Read(shot_list_html(prompt, 5, Pictures(2), steps)).text


def test_a_prompt_without_corrections_brings_no_plan_of_its_own() -> None:
    assert plan_by_hand(PROMPT, 5, Pictures(2), []) == ""
    assert plan_by_hand("A pier", 5, Pictures(2), [MOVE]) == "", "set aside"
    assert '"moves":["pan left"]' in plan_by_hand(PROMPT, 5, Pictures(2), [MOVE])


def test_what_is_written_is_the_same_film_and_undone_it_is_as_before() -> None:
    steps = [MOVE, LIGHT]
    plan = corrected(PROMPT, 5, Pictures(2), steps).plan
    done = written(PROMPT, 5, Pictures(2), steps)
    assert done
    after = [*steps, {"wrote": PROMPT, "left": done["left"]}]
    assert is_same_film(corrected(done["text"], 5, Pictures(2), after).plan, plan)
    assert "now in the prompt" in told(done["text"], after)
    assert "correction" not in told(done["text"], after)
    for undone in (steps, after):  # by the button, and by Ctrl+Z in the prompt
        assert corrected(PROMPT, 5, Pictures(2), undone).plan == plan
        assert "2 corrections: the animatic follows them" in told(PROMPT, undone)


def test_corrections_go_on_after_the_shots_were_written() -> None:
    done = written(PROMPT, 5, Pictures(2), [MOVE])
    assert done
    text = done["text"]
    again = step(0, "moves", [["tilt up"]], text)
    after = [MOVE, {"wrote": PROMPT, "left": []}, again]
    assert moves(text, after) == "tilt up"
    assert moves(PROMPT, [MOVE, {"wrote": PROMPT, "left": []}]) == "pan left"
    back = step(0, "moves", [["crane up"]])
    assert moves(PROMPT, [MOVE, {"wrote": PROMPT, "left": []}, back]) == "crane up"


def test_what_words_cannot_say_stays_a_correction() -> None:
    prompt = "in slow motion the camera orbits right"
    read = direct(prompt, 5, 1)
    facts = {"shot": keys(read)[0], "field": "weather", "read": [], "value": ["rain"]}
    done = written(prompt, 5, Pictures(1), [facts])
    assert done
    after = [facts, {"wrote": prompt, "left": done["left"]}]
    plan = corrected(done["text"], 5, Pictures(1), after).plan
    assert is_same_film(plan, corrected(prompt, 5, Pictures(1), [facts]).plan)


@pytest.mark.parametrize("prompt", ["Push in, rain", PROMPT, "@Image2, then @Image1", "@Image1"])
def test_between_two_frames_a_film_begins_on_the_first_and_ends_on_the_last(prompt: str) -> None:
    shots = read(prompt, 5, Pictures.of(4, ends=True)).shots
    assert (shots[0].image, shots[-1].image) == (0, 1), "the pictures between them are not used"
    assert len(shots) > 1
    plan = plan_by_hand(prompt, 5, Pictures.of(4, ends=True), [])
    assert plan == "", "it needs no correction"


def test_a_picture_that_no_shot_shows_cannot_be_written() -> None:
    assert written(PROMPT, 5, Pictures(2), [step(1, "image", 0)]) is None


def test_a_correction_whose_words_have_changed_is_told_and_comes_back() -> None:
    other = PROMPT.replace("cup", "vase")
    assert "Set aside" in told(other, [MOVE, LIGHT])
    assert "move: pan left" in told(other, [MOVE, LIGHT])
    assert "1 correction: the animatic follows it" in told(other, [MOVE, LIGHT])
    assert "Set aside" not in told(PROMPT, [MOVE, LIGHT])
    assert moves(other, [MOVE]) == "push in"


@pytest.mark.parametrize(
    "sent",
    [
        *(None, "", {}, 7, [None], ["a"], [[]], [{}], [{"shot": "a"}]),
        [MOVE | {"shot": 7}],
        [MOVE | {"more": 1}],
        [MOVE | {"value": "x" * 5000}],
        [{"wrote": 7, "left": []}],
        [{"wrote": "a"}],
        [{"wrote": "a", "left": [{}]}],
        [{"own": "<b>"}],
    ],
)
def test_what_is_no_step_is_left_out(sent: object) -> None:
    assert read_steps(sent) == []


def test_steps_come_as_they_were_kept() -> None:
    kept = [MOVE, {"wrote": PROMPT, "left": [LIGHT]}, OWN_PLAN]
    assert read_steps(kept) == kept
    assert len(read_steps([MOVE] * 500)) == MOST_STEPS
