"""A closing chain of views is dealt to as many shots."""

import pytest

from seedance_demo.animatic.prompt.director import direct

pytestmark = pytest.mark.machine

SHOTS = "Shot 1: a pier. Shot 2: a captain. Shot 3: a gull.\n"


@pytest.mark.parametrize(
    ("chain", "moves"),
    [
        ("The camera: pan left -> push in -> crane up", ["pan left", "push in", "crane up"]),
        ("镜头：左摇→推近→上升", ["pan left", "push in", "crane up"]),
        ("Camera path: pan left -> push in", ["slow drift"] * 3),
    ],
)
def test_each_shot_gets_its_own_view(chain: str, moves: list[str]) -> None:
    assert [", ".join(shot.moves) for shot in direct(SHOTS + chain, 9, 1).shots] == moves


def test_a_shot_with_a_view_of_its_own_keeps_it() -> None:
    told = SHOTS.replace("a captain", "pan right over a crowd")
    plan = direct(told + "Camera: tilt up -> push in -> crane up", 9, 1)
    assert plan.shots[1].moves == ("pan right",)
