"""A move passes over what the film's shape leaves out of the picture, and how much is known."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from seedance_demo.animatic.plan import FPS, Framing, Move, Place, Shot
from seedance_demo.animatic.video import camera_path
from seedance_demo.animatic.video.camera_path import Aim
from seedance_demo.animatic.video.mesh import Mesh, settled
from seedance_demo.animatic.video.moves import TIGHTNESS
from seedance_demo.animatic.video.reach import MOST, WATCHABLE, WHIPPED, Reach, part_of
from seedance_demo.animatic.video.seen import seen

FRAMES = [(640, 360), (360, 640), (480, 480), (640, 274)]
SHAPES = [4.0, 1 / 4, 2 / 3, 3 / 2]  # of pictures, width / height
ACROSS = Move.PAN_LEFT, Move.PAN_RIGHT, Move.TRUCK_LEFT, Move.TRUCK_RIGHT
DOWN = Move.TILT_UP, Move.TILT_DOWN, Move.CRANE_UP, Move.CRANE_DOWN


def reach(shot: Shot, picture: float, film: float) -> Reach:
    return part_of(shot, picture, film, (0.5, 0.5)).reach


NEAR = np.full((24, 24), 0.8, np.float32)
BESIDE = Aim(0.7, 0.4)
LONG = 30.0  # seconds; time enough for every way


def drawn(
    shot: Shot, picture: float, frame: tuple[int, int], aim: Aim = BESIDE
) -> tuple[Mesh, camera_path.CameraPath]:
    mesh = Mesh(frame, NEAR, reach(shot, picture, frame[0] / frame[1]))
    return mesh, settled(lambda n: camera_path.path(shot, aim, 1, n, mesh.room), mesh)


def shown(mesh: Mesh, path: camera_path.CameraPath) -> np.ndarray:
    """What the frames show together of that part of the picture, across and down, 0-1; the middles
    of their edges are followed."""
    w, h = mesh.frame
    edges = np.array([(-0.5, h / 2), (w - 0.5, h / 2), (w / 2, -0.5), (w / 2, h - 0.5)])
    places = mesh._look(path, edges) / mesh.picture
    assert places.min() > -0.01
    assert places.max() < 1.01
    return np.array([np.ptp(places[:, :2, 0]), np.ptp(places[:, 2:, 1])])


@pytest.mark.parametrize("frame", FRAMES, ids=str)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("move", [*ACROSS, *DOWN])
def test_a_move_goes_from_edge_to_edge_of_what_is_left_out(
    move: Move, shape: float, frame: tuple[int, int]
) -> None:
    shot, film = Shot(0, LONG, 0, "", moves=(move,)), frame[0] / frame[1]
    side = int(move in DOWN)
    whole = (shape / film, film / shape)[side]
    passed = reach(shot, shape, film)
    assert passed[side] == pytest.approx(min(MOST, max(1, whole)))
    assert passed[1 - side] == 1
    assert shown(*drawn(shot, shape, frame))[side] > 0.94


@pytest.mark.parametrize(
    "shot",
    [
        Shot(0, 5, 0, "", moves=(Move.PAN_LEFT, Move.PUSH_IN)),
        Shot(0, 5, 0, "", moves=(Move.TRUCK_RIGHT, Move.HANDHELD), pace=1.5),
        Shot(0, 5, 0, "", moves=(Move.PAN_LEFT, Move.PAN_RIGHT)),
        Shot(0, 6, 0, "", in_turn=((Move.STATIC,), (Move.PAN_RIGHT,), (Move.PUSH_IN,))),
        Shot(0, 4, 0, "", Framing.CLOSE_UP, (Move.TRUCK_LEFT,), pace=0.5),
    ],
    ids=lambda shot: f"{shot.moves} {shot.in_turn}",
)
def test_the_way_is_watchable_smooth_and_as_long_as_is_told(shot: Shot) -> None:
    for frame in FRAMES[:2]:
        film = frame[0] / frame[1]
        mesh, path = drawn(shot, 4.0, frame, Aim(0.5, 0.5))
        gone = mesh.passed(path)[:, 0] / np.sqrt(frame[0] * frame[1] * 16 / 9)
        speed = np.abs(np.diff(gone)) * FPS
        assert speed.max() < 2 * WATCHABLE * max(1, shot.pace)
        assert np.abs(np.diff(gone, 2)).max() * FPS < 0.25 * max(0.2, speed.max())
        told = seen(shot, 4.0, film)
        share = shown(mesh, path)[0] * mesh.reach.wide * film / 4.0
        assert told.width == pytest.approx(share, abs=0.06)
        assert told.height == 1


def test_a_whip_goes_far_at_once() -> None:
    whip = Shot(0, 5, 0, "", moves=(Move.WHIP_PAN_RIGHT,))
    assert reach(whip, 4.0, 16 / 9).wide == pytest.approx(4 / (16 / 9))
    assert reach(whip, 40.0, 16 / 9).wide == pytest.approx(1 + 5 * 0.16 * WHIPPED)


@pytest.mark.parametrize("also", [(), (Move.TRUCK_RIGHT,), (Move.CRANE_DOWN,)])
@pytest.mark.parametrize("shape", [16 / 9, 4.0])
def test_a_follow_holds_what_it_follows_while_the_background_passes(
    also: tuple[Move, ...], shape: float
) -> None:
    shot = Shot(0, 5, 0, "", moves=(Move.TRACK, *also))
    assert reach(shot, shape, 16 / 9) == (1, 1)
    path = camera_path.path(shot, BESIDE, 1)
    assert np.ptp(path.x) > 0.02
    assert np.ptp(path.x + path.yaw) < 0.1 * np.ptp(path.x)
    assert np.ptp(path.y + path.pitch) <= 0.5 * np.ptp(path.y), "a crane tilts a little, too"


@pytest.mark.parametrize("framing", [f for f in Framing if f is not Framing.EXTREME_CLOSE_UP])
@pytest.mark.parametrize("move", [Move.STATIC, Move.PUSH_IN, Move.PULL_OUT])
@pytest.mark.parametrize("top", [0.06, 0.12, 0.2])
def test_a_close_up_never_cuts_the_top_of_its_subject(
    framing: Framing, move: Move, top: float
) -> None:
    shot, mesh = Shot(0, 4, 0, "", framing, (move,)), Mesh((640, 360), NEAR)
    aim = Aim(0.6, top + 0.25, top)
    path = settled(lambda n: camera_path.path(shot, aim, 1, n, mesh.room), mesh)
    upper = mesh._look(path, np.array([(320.0, -0.5), (320.0, 359.5)]))[..., 1] / mesh.picture[1]
    assert upper[:, 0].max() < top
    assert upper[:, 1].min() > aim.y


def test_a_move_keeps_the_ends_that_are_told() -> None:
    def ends(aim: tuple[float, float] = (0.8, 0.5), **told: Any) -> list[float]:
        """Where the middle of the first and the last frame stands, in fractions of the width."""
        shot = Shot(0, LONG, 0, "", moves=(Move.PAN_RIGHT,), **told)
        part = part_of(shot, 4.0, 2.0, aim)
        share, middle = part.reach.wide / 2, (part.middle or aim)[0]
        left = min(max(middle - share / 2, 0), 1 - share)
        return [left + 0.25, left + share - 0.25]

    assert ends() == pytest.approx([0.25, 0.75])
    assert ends(ends_on=Place.MIDDLE) == pytest.approx([0.25, 0.5])
    assert ends(begins_on=Place.MIDDLE) == pytest.approx([0.5, 0.75])
    assert ends((0.6, 0.5), ends_on=Place.SUBJECT) == pytest.approx([0.25, 0.6])
    assert ends((0.6, 0.5), begins_on=Place.SUBJECT) == pytest.approx([0.6, 0.75])
    assert ends((0.1, 0.5), ends_on=Place.SUBJECT) == pytest.approx([0.25, 0.25])
    assert reach(Shot(0, LONG, 0, "", moves=(Move.PAN_LEFT,), slightly=True), 4, 2) == (1, 1)


@pytest.mark.parametrize("move", [Move.DRIFT, Move.PULL_OUT, Move.PUSH_IN, Move.PAN_LEFT])
@pytest.mark.parametrize("size", [Framing.WIDE, Framing.CLOSE_UP, Framing.EXTREME_CLOSE_UP])
def test_a_shot_ends_with_the_size_that_is_told(move: Move, size: Framing) -> None:
    shot = Shot(0, 4, 0, "", Framing.MEDIUM, framing_at_end=size, moves=(move,))
    path = camera_path.path(shot, BESIDE, 1)
    scale = np.exp(path.zoom + path.dolly)
    assert scale[-1] == pytest.approx(TIGHTNESS[size])
    assert scale.min() > 0.999
    assert np.abs(np.diff(scale, 2)).max() < 0.003


def test_what_is_not_left_out_is_no_way_and_not_told() -> None:
    pan = Shot(0, 5, 0, "", moves=(Move.PAN_RIGHT,))
    assert reach(pan, 16 / 9, 16 / 9) == (1, 1)
    assert reach(pan, 2 / 3, 16 / 9) == (1, 1)
    still = Shot(0, 5, 0, "", Framing.EXTREME_CLOSE_UP, (Move.STATIC,))
    assert seen(still, 16 / 9, 16 / 9) == (1, 1)
    plain = seen(Shot(0, 5, 0, "", moves=(Move.STATIC,)), 2 / 3, 16 / 9)
    assert tuple(plain) == pytest.approx((1, 0.375))


def test_a_frame_that_arrives_at_a_place_leans_nowhere_else() -> None:
    shot = Shot(0, 4, 0, "", moves=(Move.PAN_LEFT,), framing_at_end=Framing.CLOSE_UP)
    room = camera_path.Room(16 / 9, Reach(1.5, 1))
    free, arrives = (
        camera_path.path(each, BESIDE, 1, room=room).centre_x[-1]
        for each in (shot, replace(shot, ends_on=Place.SUBJECT))
    )
    assert arrives == pytest.approx(-(1 - 1 / 1.5) / 2)
    assert free > arrives + 0.01
