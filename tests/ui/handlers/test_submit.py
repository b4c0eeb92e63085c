"""A press, from the fields of the page to the body that is sent, and everything that turns it
down."""

import json
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

import pytest

from seedance_demo.catalog import GEN_2026_08
from seedance_demo.orders.brief import Options

from ...faults.life import settings_for
from ...faults.provider import Provider
from ..headless import VISITOR, Headless, page_for

PRO = "bytedance/seedance-v1.5-pro/image-to-video"  # the one that has every option
OTHER = Options(
    resolution="480p",
    aspect_ratio="9:16",
    generate_audio=False,
    end_frame=True,
    camera_fixed=True,
    seed=7,
)
SENT_AS = {"end_frame": "last_image"}


def bodies(provider: Provider) -> list[dict[str, Any]]:
    return [json.loads(seen.body) for seen in provider.seen if seen.step == "submit"]


def uploaded(provider: Provider) -> list[str]:
    return sorted({str(url) for body in bodies(provider) for url in _urls(body)})


def _urls(body: dict[str, Any]) -> list[str]:
    return [each for name in ("image", "last_image") if (each := body.get(name))]


@pytest.fixture
def newer(provider: Provider, tmp_path: Path, cup: Path, astronaut: Path) -> Headless:
    """A page of today's contract, with two pictures and a prompt in it."""
    settings = replace(settings_for(provider, tmp_path / "data"), contract=GEN_2026_08)
    page = page_for(settings).arrive()
    page.upload(cup, astronaut)
    page.change("prompt", "Slow push in, rain")
    page.change("model", PRO)
    return page


@pytest.mark.parametrize("changed", [each.name for each in fields(Options)])
def test_an_option_changed_on_the_page_is_the_one_that_is_sent(
    newer: Headless, provider: Provider, changed: str
) -> None:
    """Each away from its default, and the complete body looked at."""
    newer.change(changed, getattr(OTHER, changed))
    newer.fire("generate", "click")
    assert newer["details"]["phase"] == "completed", newer["status"]
    (body,) = bodies(provider)
    first, *last = _urls(body)
    usual = {
        "prompt": "Slow push in, rain",
        "image": first,
        "resolution": "720p",
        "duration": 5,
        "generate_audio": True,
        "camera_fixed": False,
        "seed": -1,
    }
    value = last[0] if changed == "end_frame" else getattr(OTHER, changed)
    assert body == usual | {SENT_AS.get(changed, changed): value}
    assert len({first, *last}) == (2 if changed == "end_frame" else 1)


def test_every_field_reaches_the_job_under_its_own_name(newer: Headless) -> None:
    for name, value in asdict(OTHER).items():
        newer.change(name, value)
    newer.change("every_length", True)
    newer.change("duration", 7)
    newer.fire("generate", "click")
    job = newer.ledger.job(newer["details"]["job"])
    assert job
    assert job.options == asdict(OTHER)
    assert (job.prompt, job.duration, job.model) == ("Slow push in, rain", 7, PRO)
    assert (job.visitor, len(job.images)) == (VISITOR, 2)
    assert job.payer == "owner"


def test_a_draft_brings_back_each_field_and_option(newer: Headless) -> None:
    for name, value in asdict(OTHER).items():
        newer.change(name, value)
    newer.change("every_length", True)
    newer.change("duration", 7)
    draft = newer.draft()
    again = Headless(newer.demo, newer.runner).arrive(draft)
    assert again.draft() == draft
    assert again["generate"] == newer["generate"] != "Generate"


def test_a_job_of_the_history_brings_back_each_field_and_option(newer: Headless) -> None:
    for name, value in asdict(OTHER).items():
        newer.change(name, value)
    newer.fire("generate", "click")
    made_from = newer.draft()
    job = newer["details"]["job"]
    other = Headless(newer.demo, newer.runner).arrive()
    other.change("prompt", "something else")
    other.fire("history", "click", {"card": job})
    assert other.draft() | {"images": []} == made_from | {"images": []}
    assert len(other["images"]) == 2
    assert other["details"]["job"] == job
