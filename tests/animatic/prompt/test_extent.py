"""How far a prompt lets a move go, and that it comes through the plan, its words and its JSON."""

from dataclasses import asdict

import pytest

from seedance_demo.animatic.plan_json import read_plan
from seedance_demo.animatic.prompt.director import direct
from seedance_demo.animatic.shot_list import shot_list
from seedance_demo.animatic.written import write

TOLD = {
    "pan slightly right": "slow pan right slightly",
    "the camera pans right a little": "pan right slightly",
    "a subtle tilt up to the clock": "slow tilt up slightly",
    "轻微右摇": "slow pan right slightly",
    "pan from the left to the middle": "pan right to the middle",
    "the camera pans from the center to the right": "pan right from the middle",
    "slow tilt down from the top to the middle": "slow tilt down to the middle",
    "镜头从左边摇到中间": "pan right to the middle",
    "pan right from the woman to the lamp": "pan right from the subject",
    "pan left from the lamp to the girl": "pan left to the subject",
    "pan right across the table, ending on the bottle": "pan right to the subject",
    "truck left and stop on the red car": "truck left to the subject",
    "镜头向右摇，最后停在女孩脸上": "pan right to the subject",
    "pan right, ends on a close-up of her face": "pan right to the subject, ending on a close-up",
    "the camera drifts and ends on a close-up": "slow drift, ending on a close-up",
    "push in to an extreme close-up of her eye": "push in, ending on an extreme close-up",
    # Nothing of the kind.
    "slow pan right across the whole panorama": "slow pan right",
    "pan right, she smiles slightly": "pan right",
    "pan right as she walks to the man": "pan right",
    "pan left, ending on the horizon": "pan left",
    "tilt down from head to toe": "tilt down",
    "push in on the man in the middle": "push in",
    "static shot, ends on a close-up": "static",
}


@pytest.mark.parametrize("prompt", TOLD)
def test_how_far_a_move_goes_is_read_and_told(prompt: str) -> None:
    plan = direct(prompt, 5, 1)
    (row,) = shot_list(plan)
    assert row.camera.removeprefix("close-up, ") == TOLD[prompt]
    assert read_plan(asdict(plan), 5, 1) == plan


def test_it_is_written_into_a_prompt() -> None:
    plan = direct("pan slightly right. Cut to the lamp, pan left to the middle", 6, 1)
    again = direct(write(plan), 6, 1)
    assert [shot.slightly for shot in again.shots] == [True, False]
    assert [shot.ends_on for shot in again.shots] == [shot.ends_on for shot in plan.shots]
