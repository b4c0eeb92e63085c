"""The tools for agents, without the protocol: what they answer, and what it costs."""

import base64
import threading
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from seedance_demo.catalog import ANIMATIC
from seedance_demo.errors import SeedanceError
from seedance_demo.ui.handlers import agents
from seedance_demo.ui.handlers.watches import MOST_WATCHES

from ...faults.life import awaited, decodes
from ...faults.provider import KEY, MODEL, Provider
from ...waiting import until
from ..headless import Headless

ROUTE = "/gradio_api/mcp/"


@pytest.fixture
def visited(opened: Callable[..., Headless]) -> Headless:
    """A page that others can reach, without a key."""
    return opened(public=True, api_key="")


def call(page: Headless, tool: str, **asked: Any) -> dict[str, Any]:
    """The answer to one call, with what was told before it."""
    told: list[str] = []

    async def tell(words: str) -> None:
        told.append(words)

    request = page.request(ROUTE, SimpleNamespace(root_path=""))
    answer: dict[str, Any] = awaited(getattr(page.agents, tool)(request, tell, **asked))
    return answer | {"told": told}


def inline(picture: Path) -> str:
    return "data:image/jpeg;base64," + base64.b64encode(picture.read_bytes()).decode()


def paid(cup: Path, **more: Any) -> dict[str, Any]:
    return {"prompt": "Pan", "pictures": [inline(cup)], "model": MODEL, "most_usd": 1.2} | more


def test_a_clip_is_told_while_it_is_made_and_answered_with_its_address(
    visited: Headless, provider: Provider, cup: Path
) -> None:
    provider.polls = 2
    answer = call(visited, "make_clip", prompt="Push in", pictures=[inline(cup)])
    assert (answer["phase"], answer["price_usd"], answer["model"]) == ("completed", 0, ANIMATIC)
    assert all(words.startswith(f"Job {answer['job']}: ") for words in answer["told"])
    assert len(answer["told"]) > 1
    root, _, path = answer["clip_url"].partition("/gradio_api/file=")
    assert root == "http://127.0.0.1:7860"
    assert decodes(Path(path))
    assert "next" not in answer


# What a request says of the way that it took, the path that the app knows, and the page's address.
WAYS: list[tuple[dict[str, str], str, str]] = [
    ({"host": "film.example"}, "", "http://film.example"),
    ({"host": "a", "x-forwarded-host": "b.hf.space"}, "", "http://b.hf.space"),
    ({"host": "film.example", "x-forwarded-proto": "https"}, "", "https://film.example"),
    ({"host": "film.example"}, "/film", "http://film.example/film"),
    ({"host": "127.0.0.1:7860"}, "https://x.gradio.live", "https://x.gradio.live"),
]


def test_the_address_is_the_one_that_was_asked(visited: Headless) -> None:
    for visited.headers, root_path, root in WAYS:
        request = visited.request(ROUTE, SimpleNamespace(root_path=root_path))
        assert agents._root(request) == root


def test_nothing_is_paid_above_what_was_agreed(
    visited: Headless, provider: Provider, cup: Path
) -> None:
    visited.headers["x-wavespeed-key"] = KEY
    for most in (0, 1.19, "", None, True, "a lot", "-2", float("nan"), float("inf"), [9], "1e9"):
        with pytest.raises(SeedanceError, match=r"costs \$1\.20 now.*Agree by most_usd") as refused:
            call(visited, "make_clip", **paid(cup, most_usd=most))
        assert refused.value.code == "price_changed"
    assert provider.count("submit") == 0
    assert call(visited, "make_clip", **paid(cup))["price_usd"] == 1.2
    assert provider.count("submit") == 1


def test_a_call_that_is_made_again_follows_its_job(
    visited: Headless, provider: Provider, cup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also from another session, as an agent that lost its answer makes it."""
    visited.headers["x-wavespeed-key"] = KEY
    provider.polls = 10**6
    monkeypatch.setattr(agents, "ANSWERS_WITHIN", 0.3)
    first, again = (call(visited, "make_clip", **paid(cup)) for _ in range(2))
    assert first["job"] == again["job"]
    assert first["phase"] not in ("completed", "failed")
    assert first["clip_url"] == ""
    assert "Call look_at_clip" in first["next"]
    provider.polls = 0
    monkeypatch.setattr(agents, "ANSWERS_WITHIN", 30)
    until(lambda: call(visited, "look_at_clip", job=first["job"])["phase"] == "completed")
    assert provider.count("submit") == 1


def test_another_visitor_with_the_same_brief_pays_for_their_own(
    visited: Headless, provider: Provider, cup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visited.headers["x-wavespeed-key"] = KEY
    provider.polls = 10**6
    monkeypatch.setattr(agents, "ANSWERS_WITHIN", 0.1)
    one = call(visited, "make_clip", **paid(cup))
    visited.address = "9.9.9.9"
    assert call(visited, "make_clip", **paid(cup))["job"] != one["job"]


def test_pictures_that_do_not_come_in_time_start_nothing(
    visited: Headless, provider: Provider, cup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    comes = threading.Event()
    monkeypatch.setattr("seedance_demo.ui.handlers.submit.bring", lambda *_: comes.wait())
    monkeypatch.setattr(agents, "READY_WITHIN", 0.1)
    visited.headers["x-wavespeed-key"] = KEY
    with pytest.raises(SeedanceError, match="not ready in time"):
        call(visited, "make_clip", **paid(cup))
    comes.set()
    assert not visited.ledger.unfinished()
    assert provider.count("submit") == 0


def test_the_owners_key_pays_for_agents_as_for_everybody(
    opened: Callable[..., Headless], provider: Provider, cup: Path
) -> None:
    with pytest.raises(SeedanceError, match="needs a WaveSpeedAI key"):
        call(opened(public=True), "make_clip", **paid(cup))
    bounded = opened(public=True, visitor_clips=1, daily_budget=9)
    assert call(bounded, "make_clip", **paid(cup))["phase"] == "completed"
    with pytest.raises(SeedanceError, match="pays for 1 of your clips"):
        call(bounded, "make_clip", **paid(cup, prompt="Tilt"))
    assert call(opened(), "make_clip", **paid(cup, prompt="Roll"))["phase"] == "completed"
    assert provider.count("submit") == 2


def test_where_too_many_watch_the_job_is_told_as_it_stands(visited: Headless) -> None:
    job = call(visited, "make_clip", prompt="Push in")["job"]
    watches = visited.agents._watches
    whose = visited.agents._identify(visited.request(ROUTE)).visitor.counted
    held = [watches.watch(f"{n}", whose) for n in range(MOST_WATCHES)]
    for each in held:
        each.__enter__()
    assert call(visited, "look_at_clip", job=job)["job"] == job


def test_a_plan_is_told_without_a_press_and_drawn_when_it_comes_back(
    visited: Headless, provider: Provider
) -> None:
    plan = call(visited, "make_clip", prompt="Pan left. She waves", only_plan=True)
    assert plan["plan"]["shots"][0]["moves"] == ["pan left"]
    assert plan["not_animated"]
    assert not provider.tasks
    plan["plan"]["shots"][0]["moves"] = ["tilt up"]
    drawn = call(visited, "make_clip", prompt="Pan left. She waves", plan=plan["plan"])
    job = visited.ledger.job(drawn["job"])
    assert job
    assert "tilt up" in job.body["plan"]


ODD: list[tuple[dict[str, Any], str]] = [
    ({"prompt": ""}, "Write what should happen"),
    ({"prompt": 7}, "Write the prompt as a text"),
    ({"pictures": "/etc/passwd"}, "not uploaded here"),
    ({"pictures": [{}]}, "Picture 1 is no file"),
    ({"pictures": ["https://127.0.0.1/a.jpg"]}, "could not be fetched"),
    ({"seconds": "long"}, "Give the duration"),
    ({"seconds": 99, "only_plan": True}, "makes clips of"),
    ({"model": "sora"}, "no model called"),
    ({"plan": {}}, "The plan lacks"),
]


def test_what_will_not_do_gets_a_sentence(visited: Headless, provider: Provider) -> None:
    for asked, sentence in ODD:
        with pytest.raises(SeedanceError, match=sentence):
            call(visited, "make_clip", **({"prompt": "a"} | asked))
    assert not provider.tasks


def test_a_job_there_is_not(visited: Headless) -> None:
    for odd in ("nobody", 7, None, ["a"]):
        with pytest.raises(SeedanceError, match="There is no such job here"):
            call(visited, "look_at_clip", job=odd)
