"""Clips that go on from each other's last frame, and what is made of them."""

import re
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import av
import numpy as np
import pytest
from gradio.utils import get_upload_folder
from PIL import Image

from seedance_demo.catalog import ANIMATIC, GEN_2026_08
from seedance_demo.clips.exports import EXPORTS
from seedance_demo.clips.frames import last_frame
from seedance_demo.errors import StorageError
from seedance_demo.jobs.deletions import MOMENT
from seedance_demo.jobs.storage import sweep
from seedance_demo.ledger import Job, Ledger, Phase

from ...clips.films import Kind, Planes, write
from ...faults import provider as does
from ...faults.provider import MODEL, Provider
from ..headless import VISITOR, Headless
from .test_jobs import steps

WIDTH, HEIGHT, FRAMES = 544, 304, 24  # enough for a picture that the paid models take
JOIN = "data-makes='joined'>Join {}</button>"


def a_film(path: Path, first: int) -> bytes:
    """A second of grey that grows lighter, frame by frame; no frame needs the last one."""

    def frame(level: int) -> Planes:
        luma = np.full((HEIGHT, WIDTH), level, np.uint16)
        luma[:, : level * 2] += 10
        chroma = np.full((HEIGHT // 2, WIDTH // 2), 128, np.uint16)
        return luma, chroma, chroma

    levels = range(first, first + FRAMES)
    kind = Kind(options={"crf": "12", "preset": "ultrafast"})
    return write(path, map(frame, levels), kind).read_bytes()


@pytest.fixture
def films(provider: Provider, tmp_path: Path) -> Callable[[int], None]:
    """The provider's next clip is the one of this number."""

    def come(number: int) -> None:
        provider.clip = a_film(tmp_path / "film.mp4", 50 + number * (FRAMES - 1))

    return come


@pytest.fixture
def first(home: Headless, cup: Path, films: Callable[[int], None]) -> Headless:
    """A page with a finished clip."""
    films(0)
    return home.write(cup).press()


def go_on(page: Headless) -> Headless:
    page.fire("next", "select", {"step": "continue", "agreed": "9"})
    return page


def make(page: Headless, kind: str) -> Path:
    """The file that the page's browser would save."""
    page.fire("next", "download", {"makes": kind})
    told = page["saved"]
    assert "error" not in told, told
    path = Path(unquote(told["address"].removeprefix("gradio_api/file=")))
    assert path.is_relative_to(get_upload_folder())
    assert path.name == told["name"]
    return path


def kept(page: Headless, job: Job) -> Path:
    return page.runner.settings.clips / job.clip


def marks(page: Headless) -> list[str]:
    """The words under which clips that belong together are folded."""
    return re.findall("<summary>([^<]*)</summary>", page["history"])


def frames_of(film: Path) -> int:
    with av.open(str(film)) as opened:
        return sum(1 for _ in opened.decode(video=0))


def test_a_press_counts_also_when_it_cannot_be_written_what_it_goes_on_from(
    first: Headless, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Job:
        raise StorageError("The ledger cannot be written.")

    go_on(first)
    with monkeypatch.context() as broken:
        broken.setattr(Ledger, "link", fail)
        job = first.press().job
    assert (job.phase, job.continues) == (Phase.COMPLETED, "")
    assert not first["refused"]
    assert provider.count("submit") == 2


def test_the_last_frame_is_the_first_picture_of_the_next_brief(
    first: Headless, provider: Provider
) -> None:
    job = first.job
    assert steps(first)[0] == "Continue from the last frame · $1.20 (estimate)"
    first.change("prompt", "something else")
    first.change("duration", 15)
    go_on(first)
    assert provider.count("submit") == 1, "nothing is sent before the press"
    (picture,) = first["images"]
    with Image.open(picture) as opened:
        assert opened.format == "PNG"
        assert np.array_equal(np.asarray(opened), np.asarray(last_frame(kept(first, job))))
    assert (first["prompt"], first["model"], first["duration"]) == (job.prompt, MODEL, 5)
    assert first["lead"] == {"words": job.prompt}
    assert first["generate"].startswith("Generate · $1.20")
    first.change("prompt", "Then she turns.")
    second = first.press().job
    assert second.continues == job.id
    assert provider.count("submit") == 2


@pytest.mark.parametrize("model", [MODEL, ANIMATIC])
def test_a_chain_is_counted_and_joined_into_one_file(
    model: str, home: Headless, cup: Path, films: Callable[[int], None]
) -> None:
    films(0)
    home.change("model", model)
    jobs = [home.write(cup).press().job]
    assert "joined" not in home["next"]
    for number in (1, 2):
        films(number)
        go_on(home).change("prompt", f"Part {number}")
        jobs.append(home.press().job)
    assert [each.continues for each in jobs] == ["", jobs[0].id, jobs[1].id]
    assert marks(home) == ["3 clips · 15\xa0s"]
    assert re.findall("data-card='([^']*)'", home["history"]) == [each.id for each in jobs[::-1]]
    assert JOIN.format("3 clips · 15\xa0s") in home["next"]
    assert marks(home.tab()) == marks(home)
    film = make(home, "joined")
    assert re.fullmatch(r"joined-[\d-]{10}-slow-push-in-rain-[0-9a-f]{16}\.mp4", film.name)
    assert frames_of(film) == 3 * FRAMES - 2
    own = home.runner.settings.clips / film.name
    made = own.stat().st_mtime_ns
    assert make(home, "joined") == film
    assert own.stat().st_mtime_ns == made
    assert len(home.ledger.of_visitor(VISITOR)) == 3, "a joined film is no job"
    with av.open(str(film)) as opened:
        assert "not made by Seedance" in opened.metadata["comment"] or model == MODEL
        assert opened.metadata["comment"].count("request") == 3


def test_a_joined_film_goes_with_the_first_of_its_clips(
    first: Headless, films: Callable[[int], None]
) -> None:
    films(1)
    go_on(first).press()
    film = make(first, "joined")
    own = first.runner.settings.clips / film.name
    chained = first.job
    first.fire("history", "click", {"card": chained.continues})
    first.fire("next", "delete")
    assert not film.exists()
    assert own.exists(), "for a moment it can be undone"
    sweep(first.ledger, first.runner.settings, time.time() + MOMENT + 1)
    assert not own.exists()
    assert kept(first, chained).exists()
    assert [each.id for each in first.ledger.chain(chained)] == [chained.id]
    assert marks(first) == []


def test_it_is_a_chain_only_where_the_frame_is_the_first_picture(
    first: Headless, cup: Path
) -> None:
    go_on(first)
    (frame,) = first["images"]
    first.upload(cup)
    assert first.press().job.continues == "", "another picture took its place"
    first.upload(Path(frame))
    second = first.press().job
    assert second.continues, "it is known by what it shows"
    for pictures in ([cup, Path(frame)], [Path(frame), cup]):
        first.upload(*pictures)
        assert first.press().job.continues == "", "a reference is no first frame"
    stranger = first.tab("b" * 32)
    stranger.upload(Path(frame))
    assert stranger.write(Path(frame)).press().job.continues == ""


def test_a_clip_that_never_came_is_not_counted(first: Headless, provider: Provider) -> None:
    provider.misbehave("submit", does.status(402))
    job = go_on(first).press().job
    assert job.continues
    assert marks(first) == []
    assert first["history"].count("data-card") == 2
    assert "joined" not in first["next"]


@pytest.mark.parametrize("kind", EXPORTS)
def test_what_is_saved_is_made_when_it_is_asked_for_and_goes_with_the_clip(
    kind: str, first: Headless
) -> None:
    saved = make(first, kind)
    assert saved.stem.startswith(Path(first.job.clip).stem)
    with Image.open(saved) as picture:
        assert picture.size == (WIDTH, HEIGHT)
    first.fire("next", "delete")
    assert not saved.exists()


def test_a_covered_clip_offers_none_of_it_until_it_is_uncovered(
    home: Headless, provider: Provider, cup: Path, films: Callable[[int], None]
) -> None:
    films(0)
    flagged = does.task_says(status="completed", has_nsfw_contents=[True])
    provider.misbehave("poll", flagged)
    home.write(cup).press()
    assert home["details"]["nsfw"]
    assert "Continue" not in home["next"]
    assert "data-makes" not in home["next"]
    home.fire("uncover", "click")
    assert "Continue from the last frame" in home["next"]
    assert len(re.findall("data-makes", home["next"])) == len(EXPORTS)
    go_on(home).press()
    home.fire("uncover", "click")
    assert "joined" not in home["next"], "the clip before it is covered"


def test_without_a_sound_file_it_says_so_and_nothing_is_filled_in(first: Headless) -> None:
    clip = kept(first, first.job)
    first.change("prompt", "something else")
    for content in (clip.read_bytes()[:2000], b"no clip", b"", None):
        if content is None:
            clip.unlink()
        else:
            clip.write_bytes(content)
        first["lead"] = None
        go_on(first)
        assert "clip" in first["lead"]["error"], content
        assert first["prompt"] == "something else"
        for kind in EXPORTS:
            first["saved"] = None
            first.fire("next", "download", {"makes": kind})
            assert "clip" in first["saved"]["error"], content


def test_an_odd_wish_makes_nothing(first: Headless) -> None:
    wishes: list[Any] = [None, [], "poster", {}, {"makes": "everything"}, {"makes": ["a"]}]
    for odd in wishes:
        first["saved"] = None
        first.fire("next", "download", odd)
        assert first["saved"] == {"error": "There is no clip of yours to make this of."}, odd


def test_a_single_clip_is_not_joined(first: Headless) -> None:
    first.fire("next", "download", {"makes": "joined"})
    assert "no clip that this one goes on from" in first["saved"]["error"]


def test_nothing_is_made_of_another_visitors_clip(first: Headless) -> None:
    """By a forged event: its job stands in the details."""
    stranger = first.tab("b" * 32)
    stranger["details"] = first["details"]
    for kind in ("joined", *EXPORTS):
        stranger.fire("next", "download", {"makes": kind})
        assert stranger["saved"] == {"error": "There is no clip of yours to make this of."}
    go_on(stranger)
    assert not stranger["images"]


def test_from_a_clip_of_words_alone_its_model_goes_on_with_the_picture(
    opened: Callable[..., Headless], films: Callable[[int], None]
) -> None:
    films(0)
    page = opened(contract=GEN_2026_08).arrive()
    page.change("write_only", True)
    page.change("prompt", "A street in the rain.")
    job = page.press().job
    assert (job.model, job.images) == (MODEL.replace("image-to", "text-to"), ())
    go_on(page)
    assert (page["model"], page["write_only"], len(page["images"])) == (MODEL, False, 1)
    second = page.press().job
    assert (second.model, second.continues) == (MODEL, job.id)
    assert second.body["image"] == second.images[0]


def test_after_all_of_it_the_ledger_says_what_the_provider_was_asked_for(
    first: Headless, provider: Provider
) -> None:
    go_on(first).press()
    first.change("clips", 4)
    failed = does.task_says(status="failed", outputs=[], error="The picture shows a person.")
    provider.misbehave("poll", failed, times=1)
    first.press()
    first.fire("next", "release")
    make(first, "joined")
    first.fire("next", "delete")
    jobs = [first.ledger.job(each) for each in first.ledger.ids_of_visitor(VISITOR)]
    assert {job.request_id for job in jobs if job} == set(provider.tasks)
    assert len(jobs) == provider.count("submit") == 6
    assert sum(job.phase is Phase.FAILED for job in jobs if job) == 1
    assert first.ledger.used(VISITOR, "").spent == 5 * Decimal("1.2")
