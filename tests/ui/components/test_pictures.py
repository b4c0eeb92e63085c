"""Small pictures: of clips for the history, of examples for their cards; and the strip's value."""

import io
from pathlib import Path

import av
import gradio as gr
import numpy as np
import pytest
from PIL import Image
from starlette.applications import Starlette
from starlette.testclient import TestClient

from seedance_demo.examples import OPENING
from seedance_demo.ui.components import example_cards, image_strip
from seedance_demo.ui.components.thumbnails import WIDTH, thumbnail

from ...faults.life import make_clip


def film(path: Path, shares: list[float]) -> None:
    """A picture at shares of its full strength, a frame each, its left half dark and its right
    half light."""
    picture = np.tile(np.repeat([40, 220], 32), (48, 1))
    with av.open(str(path), "w") as file:
        stream = file.add_stream("libx264", rate=24, options={"crf": "10"})
        stream.width, stream.height = 64, 48
        for share in shares:
            grey = np.broadcast_to((share * picture)[..., None], (48, 64, 3)).astype(np.uint8)
            file.mux(stream.encode(av.VideoFrame.from_ndarray(grey.copy(), format="rgb24")))
        file.mux(stream.encode(None))


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ([0, 0.1, 0.3, 0.6, 0.9, 1, 1], 0.9),
        ([1, 1, 0.5, 0], 1),
        ([0.2, 0.2, 0.2], 0.2),
        ([0, 0, 0], 0),
    ],
    ids=["fade in", "fade out", "dim", "black"],
)
def test_a_thumbnail_is_the_first_frame_that_shows_something(
    shares: list[float], expected: float, tmp_path: Path
) -> None:
    film(tmp_path / "a.mp4", shares)
    assert thumbnail(tmp_path / "a.mp4", tmp_path / "a.jpg")
    light = np.asarray(Image.open(tmp_path / "a.jpg"))[:, 40:].mean()
    assert light == pytest.approx(220 * expected, abs=12)


def test_a_thumbnail_is_made_once(tmp_path: Path) -> None:
    clip, target = tmp_path / "a.mp4", tmp_path / "posters" / "a.jpg"
    clip.write_bytes(make_clip(2))
    assert thumbnail(clip, target) == target
    assert Image.open(target).size == (64, 48)
    assert max(Image.open(target).size) <= WIDTH
    made = target.stat().st_mtime_ns
    clip.unlink()
    assert thumbnail(clip, target) == target
    assert target.stat().st_mtime_ns == made


@pytest.mark.parametrize("content", [b"", b"no clip", None])
def test_what_cannot_be_read_has_no_thumbnail(content: bytes | None, tmp_path: Path) -> None:
    clip = tmp_path / "a.mp4"
    if content is not None:
        clip.write_bytes(content)
    assert thumbnail(clip, tmp_path / "a.jpg") is None
    assert not (tmp_path / "a.jpg").exists()


def test_the_pictures_of_examples_are_served_small_and_nothing_else_is() -> None:
    client = TestClient(Starlette(routes=example_cards.ROUTES))
    for name in example_cards.SHOWN:
        answer = client.get(f"/examples/{name}")
        assert max(Image.open(io.BytesIO(answer.content)).size) <= 240
        assert answer.headers["cache-control"] == "max-age=86400"
    assert client.get(f"/examples/{OPENING.name}").content[4:8] == b"ftyp"
    for name in ("__init__.py", "nothing.jpg", "..%2fapp.py"):
        assert client.get(f"/examples/{name}").status_code == 404


@pytest.mark.parametrize(
    ("sent", "paths"),
    [(["a", "b"], ["a", "b"]), ([7, None], ["7", "None"]), ([], []), (None, []), ("ab", [])],
)
def test_the_strip_gives_handlers_a_list_of_texts(sent: object, paths: list[str]) -> None:
    with gr.Blocks():
        strip = image_strip.image_strip("images")
    assert strip.preprocess(sent) == paths  # type: ignore[arg-type,comparison-overlap]
