"""Whose a move is, and which, where no film term alone says so."""

import pytest

from seedance_demo.animatic.prompt.director import direct

pytestmark = pytest.mark.machine

NONE = "slow drift"
THINGS_MOVE = [
    ("She leaps, swinging the katana in a smooth arc.", NONE),
    ("The skater carves a smooth arc to the left.", NONE),
    ("The eagle makes a slow circle over the canyon.", NONE),
    ("The skateboarder does a 360 spin.", NONE),
    ("A drone is flying away from the lens toward the sky.", NONE),
    ("A delivery drone descends to the porch.", NONE),
    ("The police drone circles the suspect.", NONE),
    ("The camera moves in a smooth arc around the violinist.", "orbit right"),
    ("Slow arc around the violinist.", "orbit right"),
    ("A street at dawn with a slow orbit around the fountain.", "orbit right"),
    ("The film ends with a smooth arc to the left.", "orbit left"),
    ("A drone flies away from the lighthouse.", "aerial"),
    ("FPV drone descends to the porch.", "aerial, crane down"),
]


@pytest.mark.parametrize(("prompt", "moves"), THINGS_MOVE)
def test_what_goes_its_own_way_moves_no_camera(prompt: str, moves: str) -> None:
    (shot,) = direct(prompt, 5, 1).shots
    assert ", ".join(shot.moves) == moves
