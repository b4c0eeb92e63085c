"""A plan as a prompt: read again it is the same film, and a person's words are left in it."""

import random
import re
import zlib
from typing import Any

import pytest

from seedance_demo.animatic.corrections import (
    Correction,
    correct,
    differences,
    facts_of,
    is_same_film,
    keys,
)
from seedance_demo.animatic.plan import Framing, Look, Move, Music, Plan, Sound, Weather
from seedance_demo.animatic.prompt.director import direct
from seedance_demo.animatic.written import write
from tests.animatic.prompt.prompts import FILMS, ONE_SHOT

PROMPTS = [(prompt, 5.0, 1) for prompt, _ in ONE_SHOT] + [film[:3] for film in FILMS]
CHANGES: dict[str, list[Any]] = {
    "moves": [[[move]] for move in Move if move is not Move.DRIFT],
    "framing": list(Framing),
    "looks": [[], *([look] for look in Look)],
    "weather": [[], *([each] for each in Weather)],
    "sounds": [[], *([each] for each in Sound)],
    "music": [[], *([each] for each in Music)],
}


def corrected(prompt: str, seconds: float, images: int, *steps: tuple[int, str, object]) -> Plan:
    """A plan with what was chosen for the shot at a place."""
    read = direct(prompt, seconds, images)
    changes = [
        Correction(keys(read)[place], name, facts_of(read, place)[name], value)
        for place, name, value in steps
    ]
    found = correct(read, changes)
    assert found.set_aside == ()
    return found.plan


def test_every_plan_of_the_reader_is_read_again_as_it_was() -> None:
    for prompt, seconds, images in PROMPTS[::4]:
        plan = direct(prompt, seconds, images)
        text = write(plan)
        assert is_same_film(direct(text, seconds, images), plan), (prompt, text)


def test_a_changed_plan_is_read_again_and_what_words_cannot_say_is_told() -> None:
    """No camera move in a sentence about nothing else, for one: such few stay corrections of the
    text."""
    left = 0
    tried = [each for each in PROMPTS if zlib.crc32(each[0].encode()) % 6 == 0]
    for prompt, seconds, images in tried:
        chance = random.Random(prompt)
        shots = range(len(direct(prompt, seconds, images).shots))
        names = chance.sample(sorted(CHANGES), 2)
        steps = [(chance.choice(shots), name, chance.choice(CHANGES[name])) for name in names]
        plan = corrected(prompt, seconds, images, *steps)
        read = direct(write(plan), seconds, images)
        rest = differences(read, plan)
        assert rest is not None, (prompt, steps)
        assert is_same_film(correct(read, rest).plan, plan)
        left += bool(rest)
    assert left < 0.06 * len(tried)


@pytest.mark.parametrize(
    ("prompt", "steps", "text"),
    [
        (
            "Slow push in on the cup, rain outside. Cut to the astronaut, pan right, wind.",
            [(0, "moves", [["pan left"]])],
            "Shot 1 (0-2.5s): @Image1. slow pan left on the cup, rain outside.\n"
            "Shot 2 (2.5-5s): @Image2. Cut to the astronaut, pan right, wind.",
        ),
        (
            "A woman walks along the pier in the rain while the camera slowly follows her. "
            "Cut to the sea, wind.",
            [(0, "moves", [["static"]]), (0, "end", 3.5)],
            "Shot 1 (0-3.5s): @Image1, static camera. A woman walks along the pier in the rain.\n"
            "Shot 2 (3.5-5s): @Image2. Cut to the sea, wind.",
        ),
        (
            "[0-2s] a pier at night [2-5s] the sea, tilt up",
            [(0, "looks", []), (1, "framing", "close-up"), (1, "sounds", ["waves", "wind"])],
            "Shot 1 (0-2s): @Image1. a pier\n"
            "Shot 2 (2-5s): @Image2, close-up, sound of waves, sound of wind. the sea, tilt up",
        ),
        (
            "镜头慢慢拉高，汗水滴落。切到海边",
            [(0, "moves", [["tilt down"]])],
            "Shot 1 (0-2.5s): @Image1, slow tilt down. 汗水滴落。\n"
            "Shot 2 (2.5-5s): @Image2. 切到海边",
        ),
    ],
)
def test_only_what_was_changed_is_said_in_other_words(
    prompt: str, steps: list[tuple[int, str, object]], text: str
) -> None:
    plan = corrected(prompt, 5, 2, *steps)
    assert write(plan) == text
    assert differences(direct(text, 5, 2), plan) == []


def test_times_are_short_and_mean_the_same_frames() -> None:
    plan = direct("Push in. Cut to rain. Cut to wind", 5, 1)
    assert re.findall(r"\((.*?)s\)", write(plan)) == ["0-1.67", "1.67-3.33", "3.33-5"]


def test_written_once_it_is_written() -> None:
    for prompt, seconds, images in PROMPTS[::20]:
        text = write(direct(prompt, seconds, images))
        assert is_same_film(
            *(
                direct(each, seconds, images)
                for each in (text, write(direct(text, seconds, images)))
            )
        )


def test_of_a_picture_that_is_shown_nowhere_no_prompt_can_tell() -> None:
    plan = corrected("Pan left. Cut to the sea.", 5, 2, (1, "image", 0))
    assert differences(direct(write(plan), 5, 2), plan) is None
