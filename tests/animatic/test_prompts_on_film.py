"""Prompts as people write them, and what is then seen and heard in the finished mp4.

From the words to the decoded clip nothing is left out: directed, rendered, encoded, decoded and
measured. A third of the prompts are Chinese or say what they do not want.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from seedance_demo.animatic.plan import FPS
from seedance_demo.animatic.prompt.director import direct
from tests.animatic.clips import ASTRONAUT, CUP, Clip, film, motion
from tests.animatic.listening import band, level, onsets, peak_time
from tests.decoded import cuts, part, sound_of

SMALL = 384 * 256
Seen = Callable[["Take"], bool]


@dataclass(frozen=True)
class Take:
    """A decoded film of one prompt; `plain` is the same picture under a locked-off camera."""

    clip: Clip
    plain: Clip

    @property
    def width(self) -> int:
        return int(self.clip.y.shape[2])

    def shot(self, number: int) -> "Take":
        """Only that shot, counted from 0."""
        edges = [0, *cuts(self.clip), len(self.clip.y)]
        return Take(part(self.clip, edges[number], edges[number + 1]), self.plain)

    def luma(self, first: int, last: int) -> float:
        """Mean brightness of some frames against the plain picture's."""
        return float(self.clip.y[first:last].mean() - self.plain.y.mean())

    def chroma(self) -> tuple[float, float]:
        """How much bluer, and how much redder than the plain picture."""
        blue = self.clip.u.mean() - self.plain.u.mean()
        return float(blue), float(self.clip.v.mean() - self.plain.v.mean())

    @property
    def sound(self) -> NDArray[np.float32]:
        return sound_of(self.clip.path)


# What can be seen -------------------------------------------------------------------------------


def grows(take: Take) -> bool:
    return 1.08 < motion(take.clip).scale < 1.8


def shrinks(take: Take) -> bool:
    return 0.55 < motion(take.clip).scale < 0.93


def still(take: Take) -> bool:
    return bool(np.abs(np.diff(take.clip.y.astype(int), axis=0)).mean(axis=(1, 2)).max() < 0.6)


def slides(dx: int, dy: int = 0) -> Seen:
    """The picture goes right (+1) or left (-1), down (+1) or up (-1): against the camera."""

    def seen(take: Take) -> bool:
        moved = motion(take.clip)
        along = moved.dx * dx + moved.dy * dy
        across = abs(moved.dx * dy) + abs(moved.dy * dx)
        return along > 0.03 * take.width and along > 2 * across

    return seen


def sways(take: Take) -> bool:
    moved = motion(take.clip)
    return moved.steps.max() > 0.25 and abs(moved.dx) < 0.04 * take.width


def rolls(take: Take) -> bool:
    return abs(motion(take.clip).degrees) > 1.5


def darker(take: Take) -> bool:
    return take.luma(0, len(take.clip.y)) < -12


def brighter(take: Take) -> bool:
    return take.luma(0, len(take.clip.y)) > 8


def warmer(take: Take) -> bool:
    blue, red = take.chroma()
    return blue < -2 and red > 1


def colder(take: Take) -> bool:
    blue, red = take.chroma()
    return blue > 2 and red < -1


def grey(take: Take) -> bool:
    return bool(abs(take.clip.u.astype(int) - 128).mean() < 2)


def darkens(take: Take) -> bool:
    n = len(take.clip.y)
    return take.luma(n - 6, n) < take.luma(0, 6) - 12


def brightens(take: Take) -> bool:
    n = len(take.clip.y)
    return take.luma(n - 6, n) > take.luma(0, 6) + 12


def ends_black(take: Take) -> bool:
    return float(take.clip.y[-1].mean()) < 24


def starts_black(take: Take) -> bool:
    return float(take.clip.y[0].mean()) < 24


def ends_white(take: Take) -> bool:
    return float(take.clip.y[-1].mean()) > 215


def flickers(take: Take) -> bool:
    brightness = take.clip.y.mean(axis=(1, 2))
    return float(np.std(np.diff(brightness))) > 0.8


def flashes(take: Take) -> bool:
    brightness = take.clip.y.mean(axis=(1, 2))
    return float(np.diff(brightness).max()) > 8


def falls(take: Take) -> bool:
    """Something passes in front of a picture that stands."""
    change = np.abs(np.diff(take.clip.y.astype(int), axis=0))
    return 0.15 < float((change > 8).mean()) * 100 < 60


def shots(*starts: float) -> Seen:
    """Cuts at these seconds, each within a frame, and at no other time."""

    def seen(take: Take) -> bool:
        found = cuts(take.clip)
        wanted = [round(start * FPS) for start in starts]
        return len(found) == len(wanted) and all(
            abs(a - b) <= 1 for a, b in zip(found, wanted, strict=True)
        )

    return seen


def in_shot(number: int, seen: Seen) -> Seen:
    return lambda take: seen(take.shot(number))


# What can be heard ------------------------------------------------------------------------------


def silent(take: Take) -> bool:
    return level(take.sound) < -80


def heard(low: float, high: float, start: float = 0.3, end: float = 1.7) -> Seen:
    """That band carries most of what is heard between two seconds."""

    def seen(take: Take) -> bool:
        whole = level(take.sound, start, end)
        return whole > -40 and level(band(take.sound, low, high), start, end) > whole - 4

    return seen


def not_(seen: Seen) -> Seen:
    return lambda take: not seen(take)


hiss = heard(1500, 12000)
rumble = heard(20, 400)


def beats(take: Take) -> bool:
    return len(onsets(take.sound, 20, 200, 0.2, 0.4)) >= 3


def whoosh_at(second: float) -> Seen:
    def seen(take: Take) -> bool:
        peak = peak_time(take.sound, 300, 8000, second - 0.4, second + 0.4)
        return abs(peak - second) <= 1 / FPS

    return seen


def quiet(take: Take) -> bool:
    """Nothing was asked for: there is room tone, and it stays in the background."""
    return -60 < level(take.sound) < -26


P = pytest.param
ONE = 2.0  # seconds of a clip with one shot

PROMPTS = [
    # The camera, in the words of storyboards, of chats and of people in a hurry.
    P("Slow push in on the coffee cup, shallow depth of field, cinematic.", grows),
    P("camera dollies in toward the cup, steam rising", grows),
    P("The camera gently creeps closer to the espresso on the table.", grows),
    P("Crash zoom on the cup!!", grows),
    P("zoom in slowly, 35mm film look", grows),
    P("Pull back to reveal the whole table.", shrinks),
    P("camera slowly pulls away from the cup, melancholic piano", shrinks),
    P("Zoom out, wide shot of the table top", shrinks),
    P("pan left across the table", slides(1)),
    P("The camera pans slowly to the right.", slides(-1)),
    P("Whip pan to the right, energetic, upbeat music", slides(-1)),
    P("tilt up from the table", slides(0, 1)),
    P("TILT DOWN to the saucer", slides(0, -1)),
    P("Truck left, the spoon in the foreground", slides(1)),
    P("slider shot moving to the right past the cup", slides(-1)),
    P("crane up over the table", slides(0, 1)),
    P("handheld documentary style, slightly shaky", sways),
    P("dutch angle, the camera rolls clockwise", rolls),
    P("Static shot. Locked-off tripod. Nothing moves.", still),
    P("No camera movement, the cup stands on the table.", still),
    P("don't move the camera, fixed frame, warm light", still),
    P("No zoom, no pan: a static camera.", still),
    P("Push in, without any handheld shake", grows),
    P("缓慢推镜，咖啡杯特写，电影感", grows),
    P("镜头拉远，露出整张桌子", shrinks),
    P("镜头向左摇", slides(1)),
    P("右摇，扫过桌面", slides(-1)),
    P("仰摇，从桌面到杯口", slides(0, 1)),
    P("固定镜头，杯子静静地放在桌上", still),
    P("不要镜头运动，画面静止", still),
    P("手持镜头，纪录片风格", sways),
    # Light.
    P("Static camera. Golden hour light pours over the table.", warmer),
    P("static shot, night, moonlight through the window", darker),
    P("static shot, black and white, film noir", grey),
    P("Locked-off shot in cold blue light, desaturated", colder),
    P("static, bright high-key studio light", brighter),
    P("static camera, low-key lighting, dark and moody", darker),
    P("static shot, flickering candlelight", flickers),
    P("Static. A thunderstorm, lightning strikes outside the window.", flashes),
    P("Static shot: day turns to night.", darkens),
    P("static camera, the room goes from night to bright day", brightens),
    P("static shot, then fade to black.", ends_black),
    P("Fade in from black, static camera.", starts_black),
    P("static shot; fade to white at the end", ends_white),
    P("static, not black and white, no night", not_(grey)),
    P("固定镜头，黄昏，温暖的阳光", warmer),
    P("固定镜头，夜晚，月光", darker),
    P("固定镜头，黑白画面", grey),
    P("固定镜头，由白天变为黑夜", darkens),
    P("固定镜头，最后淡出黑场", ends_black),
    # Weather.
    P("static camera, heavy rain falls", falls),
    P("Static shot, snow is falling softly.", falls),
    P("static shot, no rain, no snow", still),
    P("固定镜头，下雪", falls),
    # Sound.
    P("static shot, heavy rain on the roof", hiss),
    P("Static. Distant thunder rolls.", heard(20, 700, 0.3, 2.0)),
    P("static shot, a slow heartbeat, no music", beats),
    P("static shot, silent, no sound at all", silent),
    P("Static camera. No music, only a deep wind.", heard(40, 1500)),
    P("static shot of the cup", quiet),
    P("static shot, no rain, without music", quiet),
    P("固定镜头，雨声", hiss),
    P("固定镜头，心跳声，不要音乐", beats),
    P("固定镜头，无声", silent),
]

FILMS = [
    # Two pictures: where it cuts, and what each shot does.
    P("Push in on the cup. Cut to the astronaut, pan right.", 4, shots(2.0)),
    P("Push in on the cup. Cut to the astronaut, pan right.", 4, in_shot(0, grows)),
    P("Push in on the cup. Cut to the astronaut, pan right.", 4, in_shot(1, slides(-1))),
    P("[0-1s] static on the cup [1-3s] the astronaut, zoom out", 3, shots(1.0)),
    P("00:00-00:01 static 00:01-00:03 crane up, wind", 3, shots(1.0)),
    P("0–1.5s: pull back. 1.5–3s: tilt down on @Image2.", 3, shots(1.5)),
    P("Shot 1: @Image2, static. Shot 2: @Image1, push in.", 4, in_shot(1, grows)),
    P("Static on the cup. At 1 second cut to the astronaut.", 3, shots(1.0)),
    P("One continuous take, no cuts, slow push in.", 3, shots()),
    P("Whip pan to the astronaut at 2 seconds.", 4, whoosh_at(2.0)),
    P("0-1秒：固定镜头。1-3秒：右摇宇航员。", 3, shots(1.0)),
    P("镜头1：固定镜头。镜头2：推近宇航员。", 4, in_shot(1, grows)),
    P("镜头1：夜晚，固定镜头。镜头2：固定镜头，黑白。", 4, in_shot(1, grey)),
    P("推近杯子，然后切到宇航员，镜头左摇", 4, in_shot(1, slides(1))),
]


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Clip:
    plan = direct("static shot, silent", ONE, 1)
    return film(plan, tmp_path_factory.mktemp("plain"), CUP, pixels=SMALL)


@cache
def films(folder: Path, prompt: str, seconds: float, *pictures: Path) -> Clip:
    place = folder / str(abs(hash((prompt, seconds))))
    place.mkdir()
    return film(direct(prompt, seconds, len(pictures)), place, *pictures, pixels=SMALL)


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("studio")


@pytest.mark.parametrize(("prompt", "seen"), PROMPTS)
def test_one_shot_is_as_the_prompt_says(prompt: str, seen: Seen, studio: Path, plain: Clip) -> None:
    assert seen(Take(films(studio, prompt, ONE, CUP), plain))


@pytest.mark.parametrize(("prompt", "seconds", "seen"), FILMS)
def test_shots_follow_each_other_as_the_prompt_says(
    prompt: str, seconds: float, seen: Seen, studio: Path, plain: Clip
) -> None:
    assert seen(Take(films(studio, prompt, seconds, CUP, ASTRONAUT), plain))


def test_a_third_of_the_prompts_are_chinese_or_say_no() -> None:
    every = [str(each.values[0]) for each in (*PROMPTS, *FILMS)]
    refusing = (" no ", "without", "don't", "not ", "不要", "No ")
    hard = [
        text
        for text in every
        if any("一" <= c <= "鿿" for c in text) or any(word in f" {text}" for word in refusing)
    ]
    assert len(set(every)) >= 60
    assert len(hard) >= len(every) / 3
