"""A picture becomes video planes: upright, opaque, in BT.709, at the clip's shape."""

import io
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from seedance_demo.animatic.video import image
from seedance_demo.animatic.video.image import PictureError


def saved(image: Image.Image, folder: Path, name: str = "picture.png", **options: object) -> Path:
    image.save(folder / name, **options)  # type: ignore[arg-type]
    return folder / name


def test_a_speck_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match=r"speck\.png is less than 32 pixels"):
        image.load(saved(Image.new("RGB", (200, 20)), tmp_path, "speck.png"))


def test_a_truncated_photograph_is_refused_by_name(tmp_path: Path) -> None:
    whole = saved(Image.effect_noise((300, 300), 90), tmp_path, "cut.jpg")
    whole.write_bytes(whole.read_bytes()[:2000])
    with pytest.raises(PictureError, match=r"cut\.jpg"):
        image.load(whole)


@pytest.mark.parametrize(
    ("picture", "frame"),
    [
        ((1920, 1080), (1280, 720)),
        ((1080, 1920), (720, 1280)),
        ((1000, 1000), (960, 960)),
        ((3440, 1440), (1280, 536)),
        ((10_000, 1000), (1280, 534)),  # wider than any clip: cropped to 2.4
        ((80, 80), (960, 960)),
    ],
)
def test_the_clip_has_the_shape_of_the_picture(
    picture: tuple[int, int], frame: tuple[int, int]
) -> None:
    assert image.frame_size(*picture, pixels=1280 * 720) == frame


# 8-bit codes of BT.709's full-intensity primaries, from ITU-R BT.709-6 by hand.
@pytest.mark.parametrize(
    ("colour", "code"),
    [
        ("white", (235, 128, 128)),
        ("black", (16, 128, 128)),
        ((255, 0, 0), (63, 102, 240)),
        ((0, 255, 0), (173, 42, 26)),
        ((0, 0, 255), (32, 240, 118)),
    ],
)
def test_colours_are_coded_as_bt709(colour: object, code: tuple[int, int, int]) -> None:
    rgb = np.asarray(Image.new("RGB", (64, 64), colour))  # type: ignore[arg-type]
    found = image.planes(rgb, (64, 64))
    assert [int(np.median(plane)) for plane in found] == pytest.approx(code, abs=1)


def test_a_picture_of_another_shape_is_cropped_around_its_subject() -> None:
    box = image.cover((1000, 1000), (1600, 900), focus=(0.5, 0.9))
    assert box == pytest.approx((0.0, 1 - 9 / 16, 1.0, 9 / 16))
    box = image.cover((2000, 1000), (500, 500), focus=(0.4, 0.5))
    assert box == pytest.approx((0.15, 0.0, 0.5, 1.0))


def test_a_frame_becomes_a_small_picture_in_its_own_colours() -> None:
    colours = np.array([[[200, 60, 40], [40, 160, 60]], [[30, 60, 190], [220, 210, 190]]], np.uint8)
    frame = image.planes(colours.repeat(360, axis=0).repeat(640, axis=1), (1280, 720))
    with Image.open(io.BytesIO(image.jpeg(frame))) as still:
        assert (still.format, still.size) == ("JPEG", (640, 360))
        corners = np.asarray(still)[[90, 90, 270, 270], [160, 480, 160, 480]]
    assert np.abs(corners - colours.reshape(-1, 3).astype(int)).max() <= 3


def test_what_is_too_fine_for_the_frame_is_even_wherever_the_camera_stands() -> None:
    fine = np.full((360, 640), 128 + 80 * np.cos(2 * np.pi * 0.36 * np.arange(640)), np.uint8)
    planes = image.planes(np.dstack([fine] * 3), (320, 180))
    seen = [frame_at(planes, moved)[20:-20, 20:-20] for moved in np.linspace(0, 5, 8)]
    assert np.std(seen) < 2  # of 80 levels to either side; 17 if it was scaled by averages alone


def test_what_the_frame_can_show_keeps_its_contrast() -> None:
    coarse = np.full((360, 640), 128 + 80 * np.cos(2 * np.pi * 0.1 * np.arange(640)), np.uint8)
    planes = image.planes(np.dstack([coarse] * 3), (320, 180))
    seen = frame_at(planes, 0.3)[20:-20, 20:-20]
    swing = 80 * 219 / 255
    assert seen.std() * 2**0.5 > 0.9 * swing


def frame_at(planes: image.Planes, moved: float) -> image.U8:
    """The whole picture in a frame of 320 by 180, `moved` pixels of the picture to the left."""
    way = np.array([[1.5, 0, moved], [0, 1.5, 0.25]], np.float32)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return cv2.warpAffine(planes.y, way, (320, 180), flags=flags)
