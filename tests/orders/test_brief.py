import io
import struct
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from seedance_demo.catalog import ANIMATIC, BY_ID
from seedance_demo.errors import BadBrief
from seedance_demo.orders.brief import PROMPT_LIMIT, Brief, check_form, check_prompt, read_brief
from seedance_demo.orders.images import clean_picture, shape_of

pytestmark = pytest.mark.machine

SEEDANCE = "bytedance/seedance-2.0/image-to-video"
ORIENTATION, GPS = 0x0112, 0x8825


@pytest.fixture
def uploads(tmp_path: Path) -> Path:
    folder = tmp_path / "uploads"
    folder.mkdir()
    return folder


def brief_of(uploads: Path, *images: Path | str, **changed: Any) -> Brief:
    asked: dict[str, Any] = {"prompt": "push in", "duration": 5, "model": ANIMATIC}
    paths, pictures = [str(image) for image in images], uploads.parent / "pictures"
    return read_brief(images=paths, uploads=uploads, pictures=pictures, **asked | changed)


def saved(folder: Path, name: str, picture: Image.Image, **options: object) -> Path:
    path = folder / name
    picture.save(path, **options)  # type: ignore[arg-type]
    return path


def two_halves(left: str = "red", right: str = "blue", size: tuple[int, int] = (200, 100)):  # type: ignore[no-untyped-def]
    picture = Image.new("RGB", size, left)
    picture.paste(right, (size[0] // 2, 0, *size))
    return picture


def cleaned(path: Path) -> Image.Image:
    return Image.open(io.BytesIO(clean_picture(path, 1)))


def test_pictures_keep_their_order(uploads: Path) -> None:
    paths = [
        saved(uploads, f"{colour}.png", Image.new("RGB", (80, 80), colour))
        for colour in ("red", "lime", "blue", "white")
    ]
    kept = [np.asarray(Image.open(path))[40, 40] for path in brief_of(uploads, *paths).images]
    wanted = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)]
    assert np.abs(np.subtract(kept, wanted)).max() <= 3


def test_a_phone_picture_is_upright_and_says_nothing_of_where_it_was_taken(uploads: Path) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # the camera was held upright: rotate a quarter clockwise
    exif.get_ifd(GPS)[2] = (52.0, 31.0, 12.0)
    path = saved(uploads, "phone.jpg", two_halves(), exif=exif, comment=b"at home")
    picture = cleaned(path)
    assert picture.size == (100, 200)
    red, _, blue = picture.getpixel((50, 20))  # type: ignore[misc]
    assert red > 200 > blue
    assert not picture.getexif()
    assert not {"exif", "comment", "icc_profile", "xmp"} & set(picture.info)


def test_of_moving_pictures_the_first_frame_counts(uploads: Path) -> None:
    frames = [Image.new("RGB", (80, 80), colour) for colour in ("red", "blue")]
    options = {"save_all": True, "append_images": frames[1:], "lossless": True}
    picture = cleaned(saved(uploads, "a.webp", frames[0], **options))
    assert (picture.format, picture.mode) == ("JPEG", "RGB")
    assert np.abs(np.subtract(picture.getpixel((70, 40)), (255, 0, 0))).max() <= 3  # type: ignore[arg-type]


def test_large_pictures_shrink_and_small_ones_do_not_grow(uploads: Path) -> None:
    large = saved(uploads, "l.png", Image.new("RGB", (6000, 3000)))
    small = saved(uploads, "s.png", Image.new("RGB", (64, 80)))
    telephone = saved(uploads, "t.jpg", Image.new("L", (8160, 6120)))  # of 50 megapixels
    assert cleaned(large).size == (4096, 2048)
    assert cleaned(telephone).size == (4080, 3060)
    assert cleaned(small).size == (64, 80)


def _png_claiming(width: int, height: int) -> bytes:
    """The start of a PNG that promises more than it brings."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunk = struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 99) + b"IDAT"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("text.png", b"hello, I am a text", "not a JPEG, PNG or WebP"),
        ("empty.jpg", b"", "not a JPEG, PNG or WebP"),
        ("vector.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a JPEG, PNG or WebP"),
        ("moving.jpg", b"GIF89a" + bytes(40), "not a JPEG, PNG or WebP"),
        ("bomb.png", _png_claiming(60000, 60000), "more than 128 megapixels"),
        ("cut.png", _png_claiming(400, 400), "damaged"),
    ],
)
def test_what_is_no_picture_gets_a_sentence_with_its_number(
    uploads: Path, name: str, content: bytes, sentence: str
) -> None:
    path = uploads / name
    path.write_bytes(content)
    with pytest.raises(BadBrief, match=f"^Picture 1 .*{sentence}") as caught:
        brief_of(uploads, path)
    assert caught.value.field == "images"


def test_a_truncated_photograph_is_called_damaged(uploads: Path, cup: Path) -> None:
    path = uploads / "cut.jpg"
    path.write_bytes(cup.read_bytes()[:20_000])
    with pytest.raises(BadBrief, match="Picture 1 is damaged"):
        brief_of(uploads, path)


def test_too_small_a_picture_says_its_size(uploads: Path) -> None:
    with pytest.raises(BadBrief, match="63 × 200"):
        brief_of(uploads, saved(uploads, "s.png", Image.new("RGB", (63, 200))))


@pytest.mark.parametrize(
    ("size", "limit"),
    [
        ((300, 300), ""),
        ((300, 750), ""),
        ((750, 300), ""),
        ((5000, 2000), ""),  # just as long after shrinking
        ((11_557, 4623), ""),
        ((299, 500), "is 299 × 500 pixels; each side needs 300"),
        ((300, 751), "is 2.503 times as long as narrow; 2.5 is the limit"),
        ((9000, 100), "is 89.04 times"),
        ((1000, 390), "is 2.564 times"),
        ((64, 64), "is 64 × 64 pixels"),
    ],
)
def test_what_the_paid_models_turn_down_is_told_before_and_animated_all_the_same(
    uploads: Path, size: tuple[int, int], limit: str
) -> None:
    path = saved(uploads, "a.png", Image.new("RGB", size))
    assert brief_of(uploads, path).images
    if limit:
        with pytest.raises(BadBrief, match=f"^Picture 1 {limit}") as caught:
            brief_of(uploads, path, model=SEEDANCE)
        assert caught.value.field == "images"
    else:
        (kept,) = brief_of(uploads, path, model=SEEDANCE).images
        assert 0.4 <= shape_of(kept) <= 2.5


def test_a_text_model_does_not_ask_how_large_the_pictures_are(uploads: Path) -> None:
    path = saved(uploads, "a.png", Image.new("RGB", (64, 64)))
    assert not brief_of(uploads, path, model=SEEDANCE.replace("image-to", "text-to")).images


@pytest.mark.parametrize("softness", [1, 4])
def test_a_grainy_picture_loses_quality_and_then_size_until_it_can_be_sent(
    uploads: Path, softness: int
) -> None:
    side = 4096 // softness
    grain = np.random.default_rng(1).integers(0, 255, (side, side, 3), np.uint8)
    picture = Image.fromarray(grain).resize((4096, 4096), Image.Resampling.BICUBIC)
    data = clean_picture(saved(uploads, "g.jpg", picture, quality=95), 1)
    assert 3_000_000 < len(data) <= 10_000_000
    with Image.open(io.BytesIO(data)) as kept:
        assert kept.width == kept.height
        assert (kept.width < 4096) == (softness == 1)


def test_only_uploaded_files_are_read(uploads: Path, cup: Path) -> None:
    link = uploads / "link.jpg"
    link.symlink_to(cup)
    for path in (cup, link, uploads, uploads / ".." / "x.jpg", "https://x.org/a.jpg", "\0", ""):
        with pytest.raises(BadBrief, match="not uploaded here"):
            brief_of(uploads, path)


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"images": [], "model": SEEDANCE}, "images", "at least one"),
        ({"images": 5}, "images", "5 pictures are too many"),
        ({"prompt": " \n\t "}, "prompt", "Write what should happen"),
        ({"prompt": "x" * (PROMPT_LIMIT + 1)}, "prompt", "4,001 characters"),
        ({"duration": 7, "model": SEEDANCE}, "duration", "5, 10 or 15 seconds"),
        ({"duration": 16}, "duration", "4 to 15 seconds"),
        ({"duration": True}, "duration", "4 to 15 seconds"),
        ({"duration": None}, "duration", "4 to 15 seconds"),
        ({"model": "sora"}, "model", "no model called “sora”"),
    ],
)
def test_what_is_missing_or_wrong_is_said_at_its_field(
    uploads: Path, cup: Path, change: dict[str, object], field: str, sentence: str
) -> None:
    path = uploads / "cup.jpg"
    path.write_bytes(cup.read_bytes())
    images = change.pop("images", 1)
    count = images if isinstance(images, int) else 0
    with pytest.raises(BadBrief, match=sentence) as caught:
        brief_of(uploads, *[path] * count, **change)
    assert caught.value.field == field


@given(st.text(max_size=200))
def test_any_text_is_a_prompt_or_a_sentence(text: str) -> None:
    try:
        kept = check_prompt(text)
    except BadBrief:
        return
    assert kept == kept.strip()
    assert "\0" not in kept
    kept.encode()


def test_the_same_brief_has_the_same_fingerprint_and_any_change_another(
    uploads: Path, cup: Path, astronaut: Path
) -> None:
    a, b = uploads / "a.jpg", uploads / "b.jpg"
    a.write_bytes(cup.read_bytes())
    b.write_bytes(astronaut.read_bytes())
    same = brief_of(uploads, a, b).fingerprint
    assert same == brief_of(uploads, a, b).fingerprint
    others = [
        brief_of(uploads, b, a),
        brief_of(uploads, a),
        brief_of(uploads, a, b, prompt="pull out"),
        brief_of(uploads, a, b, duration=10),
        brief_of(uploads, a, b, model=next(m for m in BY_ID if m != ANIMATIC)),
        brief_of(uploads, a, b, plan='{"shots":[1]}'),
        brief_of(uploads, a, b, plan='{"shots":[2]}'),
    ]
    assert len({same, *(other.fingerprint for other in others)}) == 8


def test_a_first_variation_is_known_by_the_name_that_lies_in_ledgers_already() -> None:
    """Another name would pay twice for what runs over an update."""
    first = Brief((Path("a.jpg"),), "push in", 5, BY_ID["bytedance/seedance-2.0/image-to-video"])
    known = "6554d712a39b44e5b85abe661e81a7e39d89613d5171c9d47fec438e420bb41d"
    assert first.fingerprint == known
    others = {replace(first, variation=number).fingerprint for number in range(4)}
    assert len(others | {known}) == 4


@pytest.mark.parametrize("model", [m for m in BY_ID if m != ANIMATIC])
@pytest.mark.parametrize("plan", ["{}", {}, 0, False])
def test_no_other_model_takes_a_plan(model: str, plan: object) -> None:
    with pytest.raises(BadBrief, match="Only the animatic takes a plan") as refused:
        check_form(["a.jpg"], "push in", 5, model, plan=plan)
    assert refused.value.code == "bad_brief"
