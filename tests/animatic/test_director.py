"""What a prompt comes to: beats, pictures, camera, light, sound, and what is not animated."""

from seedance_demo.animatic.director import direct
from seedance_demo.animatic.plan import Move


def test_an_empty_prompt_is_one_quiet_drifting_shot_per_image() -> None:
    plan = direct("", 10, 3)
    assert [shot.image for shot in plan.shots] == [0, 1, 2]
    assert {shot.moves for shot in plan.shots} == {(Move.DRIFT,)}
    assert not any(shot.sounds or shot.music for shot in plan.shots)
