"""Where a camera goes, by the words around its verb, and what moves no camera."""

import pytest

from seedance_demo.animatic.plan import Transition
from seedance_demo.animatic.prompt.director import direct

pytestmark = pytest.mark.machine

WAYS = """
push in | the camera glides down the corridor
push in | The camera drifts down the empty street at dawn
aerial | A drone flies up the river valley
crane down | The camera glides down from the ceiling
push in | The camera moves down the hallway toward the door
crane up | camera floats up the stairs
tilt up, track | the camera tilts up to follow the balloon
pan left, track | camera pans left to follow the car
track | The camera smoothly follows the dog
track | The camera keeps following her
track | The camera begins to follow the boat
track | low tracking behind the bike
track | close tracking beside the horse
track | Rear tracking of a runner
pan right | POV pan across the room
pan right | POV pan
push in | slow POV push in
aerial | drone reveal of a castle
crane up | rising aerial shot over the bay
pan left | she walks from right to left and the camera pans with her
pan right | the bus crosses from left to right, camera panning with it
handheld, static | handheld at first, then locks off
pan right | The camera turns to the window
pan right | the view swings round to the harbour
slow drift | The scene turns to night
slow drift | She turns to the window
slow drift | The camera watches as she turns to the door
static | 静态画面
static | 静态画面，微风吹过稻田
static | 画面静态
static | 全景静态构图，云海翻腾
push in | 让这张静态照片动起来，镜头缓缓推近
pan right | 镜头转向窗外
pan right | 镜头转到她的脸上
pan left | 镜头转向左侧的女孩
slow drift | 她转向窗外
push in | 摄像机穿梭在巷子里
slow drift | 列车穿梭在山间
slow drift | 竹林环绕着小屋
slow drift | 群山环绕的湖泊
orbit right | 镜头环绕小屋
orbit right | 环绕主体缓慢旋转
orbit right | 缓慢环绕，雨夜
push in | 人群环绕着舞者，镜头推近
orbit right | 低角度环绕人物
orbit right | 无人机环绕灯塔
slow drift | 被森林环绕的城堡
orbit right | 360 rotation around the car
slow drift | she does a full turn around the pole
truck right | move camera to the right
truck left | Move the camera slowly to the left
push in | move the camera closer
tilt up | tilt the camera up
crane down | lower the camera down to the floor
orbit right | rotate the camera around the product
slow drift | he moves the camera to the right shelf
push in | 开头全景，结尾特写戒指
pull out | 开头特写，结尾全景
crane up | 镜头往上走
push in | Camera -> dolly in; Light -> golden hour; Sound -> birds
orbit left | <camera>orbit left</camera><light>sunset</light> a statue
static | camera_fixed: true, a cat on a wall
static | a cat on a wall --camerafixed true
push in | a cat on a wall, dolly in --camerafixed false
static | Camera: none. A cat.
static | 运镜：无，猫
static | Static overhead drone shot, looking straight down
slow drift | Workers move in fast-forward motion
push in | Camera: hyper-fast forward rush
pull out | 镜头往后退
"""


@pytest.mark.parametrize("row", WAYS.strip().splitlines())
def test_the_camera_goes_where_its_words_lead(row: str) -> None:
    moves, prompt = row.split(" | ")
    (shot,) = direct(prompt, 10, 1).shots
    assert set(shot.moves) == set(moves.split(", "))


def test_a_film_that_begins_black_does_not_end_so() -> None:
    (begins,) = direct("第一秒黑屏，然后灯亮", 10, 1).shots
    (ends,) = direct("灯亮着，最后黑屏", 10, 1).shots
    assert (begins.enters, begins.leaves) == (Transition.FADE_IN, Transition.CUT)
    assert (ends.enters, ends.leaves) == (Transition.CUT, Transition.FADE_TO_BLACK)


@pytest.mark.parametrize("prompt", ["Music: none. A cat.", "音乐：无。字幕：无。一只猫"])
def test_a_label_with_none_behind_it_asks_for_none(prompt: str) -> None:
    assert direct(prompt, 5, 1).shots[0].music == ()


def test_light_behind_an_arrow_changes() -> None:
    (shot,) = direct("light -> dark over ten seconds", 5, 1).shots
    assert shot.looks_at_end == ("low key",)
