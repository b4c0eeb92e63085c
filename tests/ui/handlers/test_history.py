"""The history: a clip that plays in its card."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from ...faults.life import decodes
from ...faults.provider import Provider, task_says
from ..headless import Headless

STRANGER = "b" * 32


@pytest.fixture
def done(home: Headless, cup: Path) -> Headless:
    """A page with a finished clip."""
    return home.write(cup).press()


def look(page: Headless, card: Any, row: str = "history") -> Any:
    """What the browser is told of the film of a card."""
    page["film"] = None
    page.fire(row, "play", card)
    return page["film"]


@pytest.mark.parametrize("row", ["history", "variations"])
def test_a_card_is_told_where_its_clip_lies(done: Headless, row: str) -> None:
    told = look(done, {"card": done.job.id}, row)
    assert told["card"] == done.job.id
    assert decodes(Path(unquote(told["address"].removeprefix("gradio_api/file="))))


def test_nobody_is_told_of_anothers_clip_or_of_one_that_is_gone(done: Headless) -> None:
    card = {"card": done.job.id}
    odd: list[Any] = [None, [], "card", {}, {"card": None}, {"card": "0" * 32}]
    for told in odd:
        assert look(done, told) == {}
    assert look(done.tab(STRANGER), card) == {}
    done.fire("next", "delete")
    assert look(done, card)["address"] == ""


def test_what_is_covered_does_not_play(home: Headless, provider: Provider, cup: Path) -> None:
    provider.misbehave("poll", task_says(status="completed", has_nsfw_contents=[True]))
    home.write(cup).press()
    home.fire("uncover", "click")
    assert home.job.clip
    assert look(home, {"card": home.job.id}) == {}
