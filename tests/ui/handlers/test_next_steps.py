"""The briefs that follow from a job: what they cost, and what taking one does."""

import re
from asyncio import create_task
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from seedance_demo.catalog import ANIMATIC
from seedance_demo.ledger import Phase
from tests.ui.handlers.test_jobs import steps

from ...faults import provider as does
from ...faults.life import awaited
from ...faults.provider import KEY, MODEL, Provider
from ...waiting import comes
from ..headless import VISITOR, Headless


def take(page: Headless, name: str) -> Headless:
    """Press a step; the Generate button is left to `lead.js`, which gets what is returned in
    `lead`."""
    (agreed,) = re.findall(f"data-step='{name}' data-agreed='([^']*)'", page["next"])
    page.fire("next", "select", {"step": name, "agreed": agreed})
    return page


@pytest.fixture
def drawn(home: Headless, cup: Path) -> Headless:
    """A page with a finished animatic."""
    home.change("model", ANIMATIC)
    return home.write(cup).press()


def test_an_animatic_is_filmed_in_one_press_at_the_price_on_its_button(
    drawn: Headless, provider: Provider
) -> None:
    assert steps(drawn) == [
        "Film it with Seedance 2.0 · $1.20 (estimate)",
        "Continue from the last frame · free",
        "15 s · free",
    ]
    drawn.change("prompt", "something else")
    posts = provider.count("submit")
    take(drawn, "film")
    assert provider.count("submit") == posts
    assert (drawn["prompt"], drawn["model"]) == ("Slow push in, rain", MODEL)
    assert drawn["lead"]["price"] in drawn["generate"]
    job = drawn.press().job
    assert (job.model, job.price_usd, job.prompt) == (MODEL, Decimal("1.2"), "Slow push in, rain")


def test_a_clip_is_made_again_or_longer(home: Headless, provider: Provider, cup: Path) -> None:
    home["seed"] = 7
    first = home.write(cup).press().job
    take(home, "longer")
    assert (home["duration"], home["lead"]["price"]) == (15, " · $3.60 (estimate)")
    take(home, "again")
    assert (home["duration"], home["seed"]) == (5, -1), "the same seed would be the same clip"
    again = home.press().job
    assert again.id != first.id
    assert again.images == first.images, "a copy of a picture is the same picture"
    assert provider.count("submit") == 2


def test_prices_are_asked_once_for_a_job_that_has_ended(
    opened: Callable[..., Headless], provider: Provider, cup: Path
) -> None:
    provider.price = 2.0
    home = opened().arrive().write(cup)

    async def story() -> tuple[int, int]:
        provider.misbehave("poll", does.processing)
        running = create_task(home.fired("generate", "click"))
        await comes(lambda: (home["details"] or {}).get("phase") == Phase.PROCESSING)
        before = provider.count("price")
        assert (home["next"] or "") == ""
        provider.silence()
        await running
        return before, provider.count("price")

    before, after = awaited(story())
    assert steps(home) == [
        "Continue from the last frame · $2.00",
        "Again · $2.00",
        "15 s · $2.00",
    ]
    assert after - before <= 2


def test_a_price_that_has_risen_is_shown_and_not_pressed(home: Headless, cup: Path) -> None:
    home.write(cup).press()
    home.fire("next", "select", {"step": "again", "agreed": "1.1"})
    assert home["lead"] == {"key": False, "price": ""}
    assert home["generate"].startswith("Generate · $1.20")


def test_an_odd_step_presses_nothing(home: Headless, cup: Path) -> None:
    home.write(cup).press()
    steps: list[Any] = [None, [], "film", {}, {"step": "film"}, {"step": ["again"]}]
    for odd in [*steps, {"step": "again"}]:
        home["lead"] = None
        home.fire("next", "select", odd)
        assert not (home["lead"] or {}).get("price"), odd


def test_without_a_key_the_way_leads_to_its_box(opened: Callable[..., Headless], cup: Path) -> None:
    page = opened(public=True, api_key="").arrive().write(cup).press()
    take(page, "film")
    assert page["lead"]["key"]
    assert "needs a WaveSpeedAI key" in page["lacking-key"]
    assert page.row_of("api-key")["visible"]
    assert page["prompt"] == "Slow push in, rain"
    page.change("api_key", KEY)
    take(page, "film")
    assert page["lacking-key"] == ""
    assert page.press().job.model == MODEL


def test_a_brief_whose_pictures_are_gone_is_not_made_without_them(
    home: Headless, cup: Path
) -> None:
    job = home.write(cup).press().job
    for name in job.images:
        (home.runner.settings.pictures / name).unlink()
    assert steps(home.tab()) == ["Continue from the last frame · $1.20 (estimate)"]
    home.fire("next", "select", {"step": "again", "agreed": "9"})
    assert not (home["lead"] or {}).get("price")


def test_pressed_twice_while_it_runs_it_is_one_job(
    home: Headless, provider: Provider, cup: Path
) -> None:
    home.write(cup).press()
    provider.misbehave("poll", does.processing)

    async def twice() -> None:
        presses = []
        for _ in range(2):
            (agreed,) = re.findall("data-step='again' data-agreed='([^']*)'", home["next"]) or ["9"]
            await home.fired("next", "select", {"step": "again", "agreed": agreed})
            presses.append(create_task(home.fired("generate", "click")))
            await comes(lambda: (home["details"] or {}).get("phase") == Phase.PROCESSING)
        provider.silence()
        for press in presses:
            await press

    awaited(twice())
    assert len(home.ledger.of_visitor(VISITOR)) == provider.count("submit") == 2
