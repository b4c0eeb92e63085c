"""A draft is whatever a browser says it is."""

from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from seedance_demo.orders.brief import DEFAULT_OPTIONS, Options
from seedance_demo.ui.draft import Draft, read_draft

MODEL = "bytedance/seedance-2.0/image-to-video"
CHOSEN = Options("480p", "9:16", generate_audio=False, end_frame=True, camera_fixed=True, seed=7)


def kept(**changed: Any) -> dict[str, Any]:
    form = {"images": [], "prompt": "push in", "duration": 10, "model": MODEL}
    return form | asdict(CHOSEN) | changed


def test_a_draft_is_read_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.png").touch()
    path = str(tmp_path / "a.png")
    draft = read_draft(kept(images=[path]), tmp_path)
    assert draft == Draft((path,), "push in", 10, MODEL, CHOSEN)


@pytest.mark.parametrize("told", [None, "", [], 7, {}, kept(prompt=" "), kept(prompt=["a"])])
def test_nothing_written_is_no_draft(told: object, tmp_path: Path) -> None:
    assert read_draft(told, tmp_path) is None


@pytest.mark.parametrize(
    "images", ["a", 7, None, {"a": 1}, ["/etc/passwd"], [None, 7, {}], ["../a.png"]]
)
def test_pictures_that_are_gone_or_never_were_here_are_left_out(
    images: object, tmp_path: Path
) -> None:
    draft = read_draft(kept(images=images), tmp_path)
    assert draft
    assert draft.images == ()


def test_no_more_than_four_pictures_come_back(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.png").touch()
    paths = [str(tmp_path / f"{number}.png") for number in range(6)]
    draft = read_draft(kept(images=paths), tmp_path)
    assert draft
    assert list(draft.images) == paths[:4]


@pytest.mark.parametrize(
    "changed", [{"model": "sora"}, {"model": None}, {"duration": 77}, {"duration": "5"}]
)
def test_a_choice_the_page_has_no_longer_is_none(changed: dict[str, Any], tmp_path: Path) -> None:
    draft = read_draft(kept(**changed), tmp_path)
    assert draft
    assert (draft.duration, draft.model) == (None, None)


@pytest.mark.parametrize(
    "changed",
    [{"seed": "7"}, {"seed": True}, {"resolution": None}, {"end_frame": 1}, {"aspect_ratio": []}],
)
def test_options_of_another_kind_are_none_of_ours(changed: dict[str, Any], tmp_path: Path) -> None:
    draft = read_draft(kept(**changed), tmp_path)
    assert draft
    assert draft.options is None


@pytest.mark.parametrize("name", asdict(DEFAULT_OPTIONS))
def test_each_option_is_told_apart_from_the_others(name: str, tmp_path: Path) -> None:
    one = replace(DEFAULT_OPTIONS, **{name: getattr(CHOSEN, name)})
    draft = read_draft(kept(**asdict(one)), tmp_path)
    assert draft
    assert draft.options == one


def test_a_draft_of_an_older_page_brings_its_words_back(tmp_path: Path) -> None:
    old = {"images": [], "prompt": "push in", "duration": 5, "model": MODEL, "options": ["720p"]}
    assert read_draft(old, tmp_path) == Draft((), "push in", 5, MODEL)
