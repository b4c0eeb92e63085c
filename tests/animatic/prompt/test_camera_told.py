"""What is told of the camera is read by its manner and direction, or quoted: never passed over."""

import pytest

from seedance_demo.animatic.doubts import doubts
from seedance_demo.animatic.plan import Framing, Move
from seedance_demo.animatic.prompt.director import direct

pytestmark = pytest.mark.machine


@pytest.mark.parametrize(
    ("prompt", "move"),
    [
        ("Camera: furious sideways dash", Move.TRUCK_RIGHT),
        ("Camera: a sideways slide to the left", Move.TRUCK_LEFT),
        ("camera movement: hyper-fast forward rush with jitter", Move.PUSH_IN),
        ("Camera: violent backward surges", Move.PULL_OUT),
        ("Camera: fast upward surge over the trees", Move.CRANE_UP),
        ("Camera: a slow, sudden downward plunge", Move.CRANE_DOWN),
        ("Camera movement: rotational tracking around the ships", Move.ORBIT_RIGHT),
        ("Backward tracking of the girl on the stairs", Move.PULL_OUT),
        ("カメラ：ゆっくり1回だけ寄る。女性が立つ。", Move.PUSH_IN),
        ("카메라: 천천히 한 번만 다가간다. 여자가 서 있다.", Move.PUSH_IN),
        ("Kamera: einmal ganz langsam heran. Eine Frau steht am Fenster.", Move.PUSH_IN),
        ("Cámara: rápido empuje hacia adelante. Una mujer corre.", Move.PUSH_IN),
        ("Cámara: giro lento hacia la izquierda, una mujer espera.", Move.PAN_LEFT),
        ("Telecamera: rapida spinta in avanti. Una donna corre.", Move.PUSH_IN),
        ("Камера: резкий рывок вперёд. Девушка бежит.", Move.PUSH_IN),
        ("Камера плавно уходит вверх. Девушка бежит.", Move.CRANE_UP),
        ("Камера orbit, отдаление. Девушка идёт по улице.", Move.ORBIT_RIGHT),
        ("Forward motion of the train", Move.DRIFT),
        ("A forward rush of soldiers", Move.DRIFT),
        ("She watches the downward plunge of the bird", Move.DRIFT),
        ("camera: she slowly rises", Move.DRIFT),
    ],
)
def test_a_manner_and_a_direction_are_a_move(prompt: str, move: Move) -> None:
    assert move in direct(prompt, 5, 1).shots[0].moves


@pytest.mark.parametrize(
    ("prompt", "size"),
    [
        ("Medium-close western woman, dark coat", Framing.MEDIUM_CLOSE_UP),
        ("Medium-wide barista behind the bar", Framing.MEDIUM),
        ("Medium-close friends laugh", Framing.WIDE),
        ("Plan serré sur ses mains. La femme respire.", Framing.CLOSE_UP),
        ("Close rápido no logotipo da marca, luz suave.", Framing.CLOSE_UP),
        ("Primer plano rápido del logo. Una mujer sonríe.", Framing.CLOSE_UP),
    ],
)
def test_a_size_needs_no_shot_behind_it(prompt: str, size: Framing) -> None:
    assert direct(prompt, 5, 1).shots[0].framing is size


@pytest.mark.parametrize(
    ("prompt", "quoted"),
    [
        ("camera: furious zigzag dash", "camera: furious zigzag dash"),
        ("Camera does a hurried dash through the market.", "Camera does a hurried dash"),
        ("镜头：狂暴的横向冲刺", "镜头：狂暴的横向冲刺"),
        ("Камера танцует и бежит. Девушка идёт по улице.", "Камера танцует и бежит"),
    ],
)
def test_what_the_camera_does_is_quoted_where_it_is_not_read(prompt: str, quoted: str) -> None:
    (doubt,) = doubts(direct(prompt, 5, 1), prompt)
    assert doubt["moves"].startswith(f"Of the camera this was not read: “{quoted}")
