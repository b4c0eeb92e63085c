"""What is told of the camera of several shots is dealt to those that have no move of their own."""

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


@pytest.mark.parametrize(
    ("note", "moves"),
    [
        ("Camera: slow push in.", "push in / push in / push in"),
        ("Camera: tilt up, zoom in, pan left.", "tilt up / zoom in / pan left"),
        ("Camera: mix of orbits and tracking shots.", "orbit right / track / orbit right"),
        ("Camera: whip pans, zoom in.", "whip pan right / zoom in / zoom in"),
        ("Camera: whip pan.", "slow drift / slow drift / slow drift"),
        ("Camera: handheld, zoom in.", "handheld+zoom in / " * 2 + "handheld+zoom in"),
        ("Camera: dolly -> whip pan.", "slow drift / slow drift / slow drift"),
        ("运镜：推近、环绕、拉远。", "push in / orbit right / pull out"),
    ],
)
@pytest.mark.parametrize("closes", [False, True])
def test_a_list_of_moves_is_dealt_in_turn(note: str, moves: str, closes: bool) -> None:
    plan = direct(f"{SHOTS}{note}" if closes else f"{note}\n{SHOTS}", 9, 1)
    assert " / ".join("+".join(shot.moves) for shot in plan.shots) == moves


def test_a_list_skips_the_shot_with_a_move_and_tells_what_is_left() -> None:
    told = SHOTS.replace("a captain", "pan right over a crowd")
    plan = direct(f"Camera: tilt up, zoom in, orbits.\n{told}", 9, 1)
    assert [shot.moves for shot in plan.shots] == [("tilt up",), ("pan right",), ("zoom in",)]
    assert plan.shots[0].not_animated == ("orbit right",)


def test_a_close_up_is_not_taken_from_the_air() -> None:
    told = SHOTS.replace("a pier", "close-up of a rope")
    plan = direct(f"Camera: aerial, zoom in.\n{told}", 9, 1)
    assert [shot.moves for shot in plan.shots] == [("slow drift",), ("zoom in",), ("aerial",)]


def test_a_label_within_the_line_of_the_last_shot_is_its_own_unless_it_lists() -> None:
    own = direct("Shot 1: a girl runs. Shot 2: she stops. Camera: close-up on her eyes.", 8, 1)
    assert [shot.framing for shot in own.shots] == ["wide shot", "close-up"]
    listed = direct("Shot 1: a girl runs. Shot 2: she stops. Camera: tilt up, zoom in.", 8, 1)
    assert [shot.moves for shot in listed.shots] == [("tilt up",), ("zoom in",)]
    styled = direct("Shot 1: a girl runs. Shot 2: she stops. Camera style: handheld.", 8, 1)
    assert [shot.moves for shot in styled.shots] == [("handheld",), ("handheld",)]
