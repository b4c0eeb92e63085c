"""A model that came after the page: chosen, priced, pressed, and found again when it is gone."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ...faults.provider import KEY, MODEL, Provider
from ...orders.catalogue import NEWER, entry
from ..headless import Headless, uploaded

TITLE = "Seedance 9.9"


@pytest.fixture
def next_year(opened: Callable[..., Headless], provider: Provider) -> Headless:
    """The owner's page, whose key's catalogue lists a newer model."""
    provider.models, provider.price = [entry()], 2.5
    return opened().arrive()


def choices(page: Headless) -> list[str]:
    return [title for title, _ in page.props("model")["choices"]]


def submitted(provider: Provider) -> list[tuple[str, Any]]:
    return [(seen.path, json.loads(seen.body)) for seen in provider.seen if seen.step == "submit"]


def test_it_is_offered_priced_and_sent_with_its_own_fields(
    next_year: Headless, provider: Provider, cup: Path
) -> None:
    assert choices(next_year) == ["Animatic · free", "Seedance 2.0", "Fast", "1.5 Pro", TITLE]
    assert next_year["model"] == MODEL, "a choice stays"
    next_year.write(cup)
    next_year.change("model", NEWER)
    assert next_year["generate"] == "Generate · $2.50"
    assert "Newer than this page" in next_year["about"]
    assert [label for label, _ in next_year.props("resolution")["choices"]] == [
        *("720p", "1080p", "8k"),
    ]
    next_year.change("every_length", True)
    next_year.change("duration", 30)
    assert next_year["generate"] == "Generate · $9.00 (estimate)", "not below the base price"
    next_year.press()
    ((path, body),) = submitted(provider)
    assert path == f"/api/v3/{NEWER}"
    assert body == {
        "prompt": "Slow push in, rain",
        "image": body["image"],
        "duration": 30,
        "resolution": "720p",
    }
    assert (next_year.job.phase, next_year.job.model) == ("completed", NEWER)


def test_programs_order_it_too(
    opened: Callable[..., Headless], provider: Provider, cup: Path
) -> None:
    """The first that this process hears of the catalogue."""
    provider.models, provider.price = [entry()], 2.5
    pictures = [{"image": {"path": path}, "caption": None} for path in uploaded(cup)]
    *_, (video, _, details) = opened().call("generate", pictures, "push in", 6, NEWER, "")
    assert video, details
    assert (details["phase"], details["model"], details["price_usd"]) == ("completed", NEWER, 2.5)
    ((_, body),) = submitted(provider)
    assert set(body) == {"prompt", "image", "duration", "resolution"}


@pytest.mark.parametrize(
    ("model", "code"),
    [
        (NEWER, "bad_brief"),
        (NEWER + "-spicy", "bad_brief"),
        ("bytedance/seedance-9.9", "bad_brief"),
    ],
)
def test_programs_hear_that_a_model_is_not_offered(
    opened: Callable[..., Headless], provider: Provider, model: str, code: str
) -> None:
    provider.models = [entry(NEWER + "-spicy"), entry("bytedance/seedance-9.9")]
    *_, (_, _, details) = opened().call("generate", [], "push in", 5, model, "")
    assert details["error"]["code"] == code
    assert not provider.count("submit")


def test_its_job_opens_again_when_it_is_gone(
    next_year: Headless, opened: Callable[..., Headless], provider: Provider, cup: Path
) -> None:
    next_year.write(cup)
    next_year.change("model", NEWER)
    job = next_year.press().job
    draft = next_year.draft()
    provider.models = []

    later = opened().arrive(draft | {"prompt": "begun since"})
    assert (later["prompt"], later["model"]) == ("begun since", NEWER)
    assert TITLE in later["history"]
    assert choices(later)[-1] == TITLE, "what is chosen stays among the choices"
    assert later["generate"] == "Generate"
    assert "only to keys that the provider lists it for" in later["note"]
    later.fire("history", "click", {"card": job.id})
    assert later["details"] == next_year["details"]
    assert (later["prompt"], later["model"], later["duration"]) == ("Slow push in, rain", NEWER, 5)
    assert "charged" in later["status"]
    later.press()
    assert later.complaints, "not to be ordered"
    assert provider.count("submit") == 1
    later.change("model", MODEL)
    assert TITLE not in choices(later)
    assert later.press().job.phase == "completed"


def test_a_visitor_sees_it_with_a_key_that_sees_it(
    opened: Callable[..., Headless], provider: Provider
) -> None:
    provider.models, provider.price = [entry()], 2.5
    page = opened(public=True, api_key="").arrive()
    page.change("model", MODEL)
    assert TITLE not in choices(page)
    page["api_key"] = KEY
    page.fire("check-balance", "click")
    assert TITLE in choices(page)
    other = page.tab()
    other.change("model", MODEL)
    assert TITLE not in choices(other)
