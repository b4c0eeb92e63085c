"""What the shot list says of its own guesses."""

import pytest

from seedance_demo.animatic.doubts import doubts
from seedance_demo.animatic.prompt.director import direct

pytestmark = pytest.mark.machine


@pytest.mark.parametrize(
    "words",
    [
        "the camera escapes through the keyhole",
        "镜头钻入钥匙孔",
        "カメラが鍵穴に消える",
        "카메라가 열쇠 구멍을 빠져나간다",
        "la cámara escapa por la cerradura de la puerta",
    ],
)
def test_what_is_said_of_the_camera_and_not_read_is_quoted(words: str) -> None:
    prompt = f"0-2s: push in. 2-4s: {words}."
    read, unread = doubts(direct(prompt, 4, 1), prompt)
    assert "moves" not in read
    assert words in unread["moves"]


@pytest.mark.parametrize(
    "prompt",
    [
        "she smiles at the camera, slow push in",
        "the camera slowly\ncircles around her",
        "她看向镜头，镜头缓缓推近",
        "la leche salta en cámara lenta, la cámara se acerca al vaso",
    ],
)
def test_a_camera_that_was_read_leaves_no_doubt(prompt: str) -> None:
    assert "moves" not in doubts(direct(prompt, 5, 1), prompt)[0]


def test_a_shot_without_a_move_says_that_it_drifts() -> None:
    assert "drifts" in doubts(direct("a quiet pier", 5, 1), "a quiet pier")[0]["moves"]
