"""The film does what the words say: motion, cuts and light measured on decoded clips."""

from functools import cache
from pathlib import Path

import cv2
import numpy as np
import pytest

from seedance_demo.animatic.plan import Framing, Look, Move, Plan, Shot, Transition
from seedance_demo.animatic.video.image import load
from tests.animatic.clips import ASTRONAUT, BACKGROUND, CUP, SUBJECT, detail, film, motion, one_shot
from tests.animatic.weights import needs_weights
from tests.decoded import part

# Each camera word, what must grow or shrink (as seen in the frame), and by how much at least and
# at most: scale as a factor, dx and dy in fractions of the frame's width, roll in degrees.
WORDS = [
    (Move.PUSH_IN, "scale", 1.15, 1.7),
    (Move.PULL_OUT, "scale", 0.6, 0.87),
    (Move.ZOOM_IN, "scale", 1.12, 1.6),
    (Move.ZOOM_OUT, "scale", 0.6, 0.89),
    (Move.CRASH_ZOOM, "scale", 1.3, 1.7),
    (Move.DRIFT, "scale", 1.02, 1.2),
    (Move.TRACK, "scale", 1.05, 1.4),
    (Move.AERIAL, "scale", 1.05, 1.4),
    (Move.PAN_LEFT, "dx", 0.05, 0.3),
    (Move.PAN_RIGHT, "dx", -0.3, -0.05),
    (Move.WHIP_PAN_LEFT, "dx", 0.1, 0.4),
    (Move.WHIP_PAN_RIGHT, "dx", -0.4, -0.1),
    (Move.TRUCK_LEFT, "dx", 0.03, 0.3),
    (Move.TRUCK_RIGHT, "dx", -0.3, -0.03),
    (Move.TILT_UP, "dy", 0.04, 0.3),
    (Move.TILT_DOWN, "dy", -0.3, -0.04),
    (Move.CRANE_UP, "dy", 0.03, 0.3),
    (Move.CRANE_DOWN, "dy", -0.3, -0.03),
    (Move.ROLL, "degrees", -8.0, -1.5),
]


@pytest.mark.parametrize(("move", "what", "least", "most"), WORDS, ids=[w[0].value for w in WORDS])
def test_the_camera_goes_where_the_word_says(
    move: Move, what: str, least: float, most: float, tmp_path: Path
) -> None:
    clip = film(one_shot(2.5, moves=(move,)), tmp_path)
    seen = motion(clip, every=2 if "whip" in move else 4)
    size = clip.y.shape[2] if what in ("dx", "dy") else 1
    assert least < getattr(seen, what) / size < most


def test_every_camera_word_is_measured() -> None:
    elsewhere = {
        Move.STATIC,
        Move.HANDHELD,
        Move.DOLLY_ZOOM,
        Move.ORBIT_LEFT,
        Move.ORBIT_RIGHT,
        Move.RACK_FOCUS,
    }
    assert {word[0] for word in WORDS} | elsewhere == set(Move)


def test_a_static_shot_is_exactly_still_and_is_the_picture(tmp_path: Path) -> None:
    clip = film(one_shot(0.5, moves=(Move.STATIC,)), tmp_path, CUP, pixels=1280 * 720)
    assert np.abs(clip.y.astype(int) - clip.y[0]).mean(axis=(1, 2)).max() < 0.5
    h, w = clip.y.shape[1:]
    rgb = load(CUP).astype(float)
    luma = 16 + 219 / 255 * (rgb @ (0.2126, 0.7152, 0.0722))
    wanted = cv2.resize(luma, (w, h), interpolation=cv2.INTER_CUBIC)
    assert np.abs(clip.y[0] - wanted).mean() < 2


def test_handheld_sways_and_goes_nowhere(tmp_path: Path) -> None:
    seen = motion(film(one_shot(3.0, moves=(Move.HANDHELD,)), tmp_path))
    assert seen.steps.max() > 0.3
    assert np.hypot(seen.dx, seen.dy) < 0.03 * 480
    assert 0.97 < seen.scale < 1.03


@pytest.mark.usefixtures("_known_by")
@pytest.mark.parametrize(("move", "sign"), [(Move.ORBIT_LEFT, -1), (Move.ORBIT_RIGHT, 1)])
def test_an_orbit_holds_the_subject_while_the_background_slides(
    move: Move, sign: int, tmp_path: Path
) -> None:
    clip = film(one_shot(2.5, moves=(move,)), tmp_path)
    subject, background = (motion(clip, part=part).dx for part in (SUBJECT, BACKGROUND))
    assert abs(subject) < 0.35 * abs(background)
    assert sign * background > 0.015 * clip.y.shape[2]


@pytest.mark.usefixtures("_known_by")
def test_a_dolly_zoom_holds_the_subject_while_the_background_recedes(tmp_path: Path) -> None:
    clip = film(one_shot(2.5, moves=(Move.DOLLY_ZOOM,)), tmp_path)
    assert motion(clip, part=SUBJECT).scale == pytest.approx(1.0, abs=0.06)
    assert motion(clip, part=BACKGROUND).scale < 0.95


@needs_weights
def test_a_rack_focus_goes_from_the_background_to_the_subject(tmp_path: Path) -> None:
    clip = film(one_shot(2.5, moves=(Move.RACK_FOCUS,)), tmp_path)
    first, last = clip.y[2], clip.y[-2]
    assert detail(SUBJECT.of(last)) > 2 * detail(SUBJECT.of(first))
    assert detail(BACKGROUND.of(first)) > 1.2 * detail(BACKGROUND.of(last))


def test_a_close_up_is_closer_and_keeps_the_face(tmp_path: Path) -> None:
    static = {"moves": (Move.STATIC,)}
    wide = film(one_shot(0.5, **static), tmp_path, ASTRONAUT).y[0]
    close = film(one_shot(0.5, framing=Framing.CLOSE_UP, **static), tmp_path, ASTRONAUT).y[0]
    face = wide[50:120, 125:190]  # of a frame of 360 by 360
    larger = cv2.resize(face, None, fx=1.4, fy=1.4)
    found = cv2.minMaxLoc(cv2.matchTemplate(close, larger, cv2.TM_CCOEFF_NORMED))
    assert found[1] > 0.9


def test_two_moves_in_one_shot_are_both_seen(tmp_path: Path) -> None:
    seen = motion(film(one_shot(2.5, moves=(Move.PUSH_IN, Move.PAN_LEFT)), tmp_path))
    assert seen.scale > 1.1
    assert seen.dx > 0.05 * 480


def test_a_camera_that_pans_there_and_back_ends_where_it_began(tmp_path: Path) -> None:
    clip = film(one_shot(3.0, moves=(Move.PAN_LEFT, Move.PAN_RIGHT)), tmp_path)
    there, back = (motion(part(clip, *half)).dx for half in ((0, 37), (36, 72)))
    assert there > 0.05 * 480
    assert back == pytest.approx(-there, rel=0.1)


def test_a_slow_move_is_smaller_than_a_fast_one(tmp_path: Path) -> None:
    slow, fast = (
        motion(film(one_shot(2.0, moves=(Move.PUSH_IN,), pace=pace), tmp_path)).scale
        for pace in (0.5, 2.0)
    )
    assert 1.05 < slow < fast - 0.1


def test_cuts_come_on_their_frame(tmp_path: Path) -> None:
    times = (0.0, 0.75, 1.5, 2.25)
    shots = tuple(
        Shot(start, start + 0.75, i % 2, "", moves=(Move.DRIFT,)) for i, start in enumerate(times)
    )
    clip = film(Plan(3.0, shots), tmp_path, CUP, ASTRONAUT)
    change = np.abs(np.diff(clip.y.astype(float), axis=0)).mean(axis=(1, 2))
    assert sorted(np.argsort(change)[-3:] + 1) == [18, 36, 54]


def test_a_dissolve_is_half_way_at_its_time(tmp_path: Path) -> None:
    still = {"moves": (Move.STATIC,)}
    second = Shot(1.0, 2.0, 1, "", enters=Transition.DISSOLVE, **still)  # type: ignore[arg-type]
    first = Shot(0.0, 1.0, 0, "", **still)  # type: ignore[arg-type]
    clip = film(Plan(2.0, (first, second)), tmp_path, CUP, ASTRONAUT).y.astype(float)
    before, after = clip[10], clip[-4]
    way = [
        float(((f - before) * (after - before)).sum() / ((after - before) ** 2).sum()) for f in clip
    ]
    assert way[14] < 0.1
    assert way[23] < 0.5 < way[24]
    assert way[33] > 0.9


@pytest.mark.parametrize(
    ("leaves", "level"), [(Transition.FADE_TO_BLACK, 16), (Transition.FADE_TO_WHITE, 235)]
)
def test_a_fade_ends_on_a_plain_frame(leaves: Transition, level: int, tmp_path: Path) -> None:
    clip = film(one_shot(2.0, moves=(Move.STATIC,), leaves=leaves), tmp_path)
    assert clip.y[-1].mean() == pytest.approx(level, abs=2)
    assert clip.y[-1].std() < 2
    assert clip.y[20].mean() == pytest.approx(clip.y[0].mean(), abs=1)


def test_a_film_fades_in_from_black(tmp_path: Path) -> None:
    clip = film(one_shot(2.0, moves=(Move.STATIC,), enters=Transition.FADE_IN), tmp_path)
    brightness = clip.y.mean(axis=(1, 2))
    assert brightness[0] < 20
    assert (np.diff(brightness[:19]) > 0).all()


NEUTRAL = Look.DAY
# Each look, what is measured on it against the neutral picture, and the sign of the difference.
LIGHT = [
    (Look.BRIGHT, "luma", 1),
    (Look.NIGHT, "luma", -1),
    (Look.NIGHT, "blue", 1),
    (Look.LOW_KEY, "luma", -1),
    (Look.STORM, "luma", -1),
    (Look.STORM, "colour", -1),
    (Look.SILHOUETTE, "luma", -1),
    (Look.GOLDEN_HOUR, "blue", -1),
    (Look.GOLDEN_HOUR, "red", 1),
    (Look.SUNSET, "red", 1),
    (Look.SUNRISE, "red", 1),
    (Look.WARM, "blue", -1),
    (Look.COLD, "blue", 1),
    (Look.VINTAGE, "contrast", -1),
    (Look.OVERCAST, "colour", -1),
    (Look.FOG, "contrast", -1),
    (Look.FOG, "colour", -1),
    (Look.BLOOM, "luma", 1),
    (Look.FLARE, "luma", 1),
    (Look.GRAIN, "noise", 1),
    (Look.NOIR, "colour", -1),
    (Look.BLACK_AND_WHITE, "colour", -1),
]


@cache
def measured(look: Look, folder: Path) -> dict[str, float]:
    clip = film(one_shot(0.25, moves=(Move.STATIC,), looks=(look,)), folder, ASTRONAUT)
    y, u, v = (plane[2].astype(float) for plane in (clip.y, clip.u, clip.v))
    return {
        "luma": y.mean(),
        "contrast": y.std(),
        "blue": u.mean(),
        "red": v.mean(),
        "colour": np.hypot(u - 128, v - 128).mean(),
        "noise": float(np.abs(np.diff(clip.y.astype(float), axis=0)).mean()),
    }


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("studio")


@pytest.mark.parametrize(("look", "what", "sign"), LIGHT)
def test_the_light_is_what_the_word_says(look: Look, what: str, sign: int, studio: Path) -> None:
    lit, neutral = measured(look, studio)[what], measured(NEUTRAL, studio)[what]
    assert sign * (lit - neutral) > 1


def test_an_overcast_day_is_a_day(studio: Path) -> None:
    lit, neutral = measured(Look.OVERCAST, studio), measured(NEUTRAL, studio)
    assert lit["luma"] == pytest.approx(neutral["luma"], rel=0.05)


def test_black_and_white_has_no_colour_at_all(tmp_path: Path) -> None:
    clip = film(one_shot(0.25, looks=(Look.BLACK_AND_WHITE,)), tmp_path, ASTRONAUT)
    assert (clip.u == 128).all()
    assert (clip.v == 128).all()


def test_neon_has_blue_shadows_and_pink_lights_without_steps(tmp_path: Path) -> None:
    clip = film(one_shot(0.25, moves=(Move.STATIC,), looks=(Look.NEON,)), tmp_path, CUP)
    plain = film(one_shot(0.25, moves=(Move.STATIC,)), tmp_path, CUP)
    u, v = (a[0].astype(float) - b[0] for a, b in ((clip.u, plain.u), (clip.v, plain.v)))
    y = cv2.resize(plain.y[0], u.shape[::-1], interpolation=cv2.INTER_AREA)
    assert u[(y > 35) & (y < 70)].mean() > 4
    assert v[y > 150].mean() > v[(y > 35) & (y < 70)].mean() + 4
    # As many different tints as before: none was torn into steps.
    assert len(np.unique(clip.v[0])) > 0.8 * len(np.unique(plain.v[0]))


def test_day_turns_to_night_little_by_little(tmp_path: Path) -> None:
    plan = one_shot(2.0, moves=(Move.STATIC,), looks=(Look.DAY,), looks_at_end=(Look.NIGHT,))
    brightness = film(plan, tmp_path).y.mean(axis=(1, 2))
    assert brightness[-1] < 0.65 * brightness[0]
    assert (np.diff(brightness) < 0.5).all()


def test_a_flame_flickers_and_daylight_does_not(tmp_path: Path) -> None:
    flame, day = (
        film(one_shot(1.5, moves=(Move.STATIC,), looks=(look,)), tmp_path).y.mean(axis=(1, 2))
        for look in (Look.FLICKER, Look.DAY)
    )
    assert flame.std() > 3
    assert day.std() < 0.2


def test_lightning_strikes_on_its_frame(tmp_path: Path) -> None:
    plan = one_shot(2.0, moves=(Move.STATIC,), looks=(Look.STORM,), flashes=(0.5, 1.25))
    rise = np.diff(film(plan, tmp_path).y.mean(axis=(1, 2)))
    assert {12, 30} <= set((np.flatnonzero(rise > 15) + 1).tolist())
    assert (rise[:11] < 1).all()
