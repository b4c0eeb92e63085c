"""The camera never leaves the picture, and never visibly bends what is in it."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from seedance_demo.animatic.plan import Framing, Move, Shot
from seedance_demo.animatic.video import camera_path, depth, warp
from seedance_demo.animatic.video.image import OVERSAMPLING, Planes
from seedance_demo.animatic.video.mesh import MOST_BEND, MOST_CROP, Mesh, settled

FRAMES = [(640, 360), (360, 640), (640, 266), (480, 480)]
SEED = 7
AIM = camera_path.Aim(0.25, 0.7)


def corner_subject() -> NDArray[np.float32]:
    """The hardest depth to move around: a subject that leaves the picture on two sides."""
    nearness = np.full((54, 96), 1 / depth.BACKGROUND, np.float32)
    nearness[20:, :45] = 1
    return np.asarray(cv2.GaussianBlur(nearness, (0, 0), 96 * 0.056), np.float32)


def way(mesh: Mesh, shot: Shot) -> camera_path.CameraPath:
    return settled(lambda amount: camera_path.path(shot, AIM, SEED, amount), mesh)


@pytest.mark.parametrize("frame", FRAMES, ids=str)
@pytest.mark.parametrize("moves", [*((move,) for move in Move), (Move.ORBIT_LEFT, Move.TILT_UP)])
def test_the_frame_stays_inside_the_picture(
    frame: tuple[int, int], moves: tuple[Move, ...]
) -> None:
    mesh = Mesh(frame, corner_subject())
    path = way(mesh, Shot(0.0, 5.0, 0, "", moves=moves, pace=2.0))
    seen = mesh.at(path)[:, 1:-1, 1:-1] + 0.5  # the mesh has a margin of a cell
    assert seen.min() > -1
    assert (seen < np.array(frame) * OVERSAMPLING + 1).all()


IN_TURN = [
    ((Move.STATIC,), (Move.PULL_OUT,)),
    ((Move.PAN_LEFT,), (Move.TILT_DOWN,), (Move.PUSH_IN, Move.HANDHELD)),
    ((Move.ZOOM_OUT,), (Move.ORBIT_RIGHT,), (Move.ORBIT_RIGHT, Move.ZOOM_OUT), (Move.CRANE_UP,)),
]


@pytest.mark.parametrize("stages", IN_TURN, ids=str)
def test_moves_in_turn_stay_inside_the_picture_too(stages: tuple[tuple[Move, ...], ...]) -> None:
    mesh = Mesh((640, 360), corner_subject())
    path = way(mesh, Shot(0.0, 6.0, 0, "", in_turn=stages, pace=2.0))
    seen = mesh.at(path)[:, 1:-1, 1:-1] + 0.5
    assert seen.min() > -1
    assert (seen < np.array((640, 360)) * OVERSAMPLING + 1).all()


def test_moves_in_turn_are_made_one_after_the_other() -> None:
    stages = ((Move.HANDHELD,), (Move.STATIC,), (Move.PULL_OUT,))
    path = camera_path.path(Shot(0.0, 6.0, 0, "", in_turn=stages), camera_path.Aim(0.5, 0.5), SEED)
    shaken, still, moved = path[:40], path[56:88], path[96:]
    assert np.ptp(shaken.yaw) > 0.001
    assert still.rests
    assert path.zoom[0] + path.dolly[0] > 0.1  # near enough to have a way out
    assert (np.diff(moved.dolly + moved.zoom) <= 0).all()
    assert moved.dolly[-1] + moved.zoom[-1] == pytest.approx(0)


@pytest.mark.parametrize("frame", FRAMES, ids=str)
@pytest.mark.parametrize("move", Move)
def test_no_move_bends_the_picture_or_crops_it_much(frame: tuple[int, int], move: Move) -> None:
    mesh = Mesh(frame, corner_subject())
    shot = Shot(0.0, 10.0, 0, "", moves=(move,), pace=2.0)
    path = way(mesh, shot)
    assert mesh.bend(path) <= MOST_BEND
    asked = camera_path.path(shot, AIM, SEED)
    assert np.exp(path.zoom.min() - asked.zoom.min()) <= 1.5 * MOST_CROP


def test_a_tighter_framing_shows_less_of_the_picture() -> None:
    mesh = Mesh((640, 360), corner_subject())
    widths = []
    for framing in Framing:
        seen = mesh.at(way(mesh, Shot(0.0, 2.0, 0, "", framing, (Move.STATIC,))))[0]
        widths.append(float(np.ptp(seen[..., 0])))
    assert widths == sorted(widths)
    assert widths[0] < 0.6 * widths[-1]


def test_both_ways_to_warp_give_the_same_frame() -> None:
    rng = np.random.default_rng(1)
    noise = cv2.GaussianBlur(rng.random((540, 960)), (0, 0), 3)
    y = np.clip(128 + 900 * (noise - 0.5), 16, 235).astype(np.uint8)
    picture = Planes(y, y[::2, ::2].copy(), y[::2, ::2].copy())
    mesh = Mesh((640, 360), corner_subject())
    shot = Shot(0.0, 1.0, 0, "", moves=(Move.ROLL, Move.ZOOM_IN))
    path = camera_path.path(shot, camera_path.Aim(0.3, 0.6), SEED)
    here = path[20:21]
    points = mesh.at(here)[0]
    plain, bent = (look(picture, points, (640, 360)) for look in (warp.plain, warp.warped))
    for a, b in zip(plain, bent, strict=True):
        assert np.abs(a[4:-4, 4:-4].astype(int) - b[4:-4, 4:-4]).max() <= 2


def test_the_camera_starts_and_ends_at_rest_and_never_jerks() -> None:
    progress = camera_path.cruise(np.linspace(0, 1, 121))
    speed = np.diff(progress)
    assert progress[[0, -1]] == pytest.approx([0, 1])
    assert (speed >= 0).all()
    assert speed[[0, -1]].max() < 0.1 * speed.max()
    assert np.abs(np.diff(speed)).max() < 0.06 * speed.max()
