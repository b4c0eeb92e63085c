"""A page left online with the owner's key behind it: what it spends, for whom, and never more."""

import multiprocessing
import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import requests
from gradio_client import Client, handle_file

from ..apps import App, running_app
from ..faults.life import make_clip
from ..faults.provider import KEY, MODEL, Provider, serving, status
from ..raw_api import Answer, RawApi, picture

EVERYWHERE = ("--host", "0.0.0.0")  # noqa: S104  # others can reach it
SPENT = "This page pays at most $6.00 in 24 hours"


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with serving(Provider(make_clip(), polls=0)) as running:
        yield running


@pytest.fixture
def clips(provider: Provider) -> Provider:
    """The same provider, without what others have asked of it."""
    provider.seen.clear()
    provider.tasks.clear()
    return provider


def page(data: Path, provider: Provider, **settings: str) -> Any:
    settings |= {"WAVESPEED_API_KEY": KEY, "WAVESPEED_BASE_URL": provider.base_url}
    return running_app(data, *EVERYWHERE, draws=False, **settings)  # type: ignore[arg-type]  # no port


def seedance(path: str, prompt: str, key: str = "") -> list[Any]:
    return [picture(path), prompt, 5, MODEL, key]


def press_on_page(
    raw: RawApi, path: str, prompt: str, browser: str, agreed: str = "1.20"
) -> Answer:
    """As the page's own script does it, with the price that stands on the button."""
    asked: dict[str, Any] = {"images": [path], "prompt": prompt, "model": MODEL}
    return raw.press("generate", visitor=browser, agreed=agreed, **asked)


def _press_with_a_client(url: str, cup: Path, prompts: list[str]) -> list[str]:
    """One process of somebody's: presses through the page's API, together."""
    client = Client(url, verbose=False)
    images = [{"image": handle_file(str(cup))}]
    jobs = [client.submit(images, p, 5, MODEL, "", api_name="/generate") for p in prompts]
    return [job.result()[1] for job in jobs]


def _fifty_presses(app: App, cup: Path, clients: Executor, threads: Executor) -> list[str]:
    """20 by gradio_client in two processes, 15 through /call and 15 through the page's own
    queue with made-up browsers, all at once: what each was told."""
    raw = RawApi(app.url)
    path = raw.upload(cup)
    bundles: list[Future[list[str]]] = [
        clients.submit(_press_with_a_client, app.url, cup, [f"client {n} {m}" for m in range(10)])
        for n in range(2)
    ]
    single: list[Future[Answer]] = []
    for n in range(15):
        single.append(threads.submit(raw.call, "generate", seedance(path, f"call {n}")))
        single.append(threads.submit(press_on_page, raw, path, f"page {n}", f"{n:032x}"))
    told = [status for bundle in bundles for status in bundle.result()]
    return told + [each.result().status for each in single]


def test_six_dollars_and_fifty_presses_at_once_are_five_clips_also_after_a_restart(
    clips: Provider, tmp_path: Path, cup: Path
) -> None:
    data = tmp_path / "data"
    forks = multiprocessing.get_context("forkserver")
    with ExitStack() as stack:
        app = stack.enter_context(page(data, clips, SEEDANCE_DAILY_BUDGET="6"))
        clients = stack.enter_context(ProcessPoolExecutor(2, forks))
        threads = stack.enter_context(ThreadPoolExecutor(30))
        told = _fifty_presses(app, cup, clients, threads)
        kinds = Counter(SPENT if SPENT in each else "paid" * ("$1.20" in each) for each in told)
        assert kinds == {"paid": 5, SPENT: 45}
        assert (clips.count("submit"), len(clips.tasks)) == (5, 5)
        assert "$6.00 of $6.00 spent in 24 hours" in app.log.read_text("utf-8")
    with page(data, clips, SEEDANCE_DAILY_BUDGET="6") as app:
        raw = RawApi(app.url)
        again = raw.call("generate", seedance(raw.upload(cup), "after the restart"))
        assert again.code == "budget_spent"
    assert clips.count("submit") == 5


def test_a_visitor_gets_their_clips_and_then_a_sentence(
    clips: Provider, tmp_path: Path, cup: Path
) -> None:
    limits = {"SEEDANCE_DAILY_BUDGET": "60", "SEEDANCE_VISITOR_DAILY_CLIPS": "2"}
    with page(tmp_path / "data", clips, **limits) as app:
        raw = RawApi(app.url)
        path = raw.upload(cup)
        for n in range(2):
            assert "charged" in raw.call("generate", seedance(path, f"clip {n}")).status
        third = raw.call("generate", seedance(path, "clip 2"), **{"X-Forwarded-For": "1.2.3.4"})
        assert third.code == "clips_used"
        new_browser = press_on_page(raw, path, "clip 3", "b" * 32)
        assert new_browser.status == f"<p role='alert'>{third.status}</p>"
        watching = raw.press("resume", request_id="0" * 32, model=MODEL, visitor="c" * 32)
        assert "Enter the key that this request was started with" in watching.status
        own_key = raw.call("generate", seedance(path, "clip 4"), **{"X-WaveSpeed-Key": KEY})
        assert "charged" in own_key.status
        assert raw.call("job", [own_key.values[2]["job"]]).status == own_key.status  # type: ignore[index]


@pytest.fixture(scope="module")
def unpaid(provider: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """A public page without login or budget."""
    with page(tmp_path_factory.mktemp("unpaid") / "data", provider) as app:
        yield app


def test_a_public_page_without_login_or_budget_spends_nothing_and_says_how_to_let_it(
    clips: Provider, unpaid: App, cup: Path
) -> None:
    raw = RawApi(unpaid.url)
    refused = raw.call("generate", seedance(raw.upload(cup), "push in"))
    log = unpaid.log.read_text("utf-8")
    assert refused.code == "not_allowed"
    assert "needs a WaveSpeedAI key" in refused.status
    assert "SEEDANCE_DAILY_BUDGET=6" in log
    assert "SEEDANCE_AUTH=" in log
    assert clips.seen == []


def test_behind_a_login_nothing_works_without_it_and_everything_with_it(
    clips: Provider, tmp_path: Path, cup: Path
) -> None:
    settings = {"SEEDANCE_AUTH": "anna:pw-anna,ben:pw-ben", "SEEDANCE_VISITOR_DAILY_CLIPS": "1"}
    settings["GRADIO_MCP_SERVER"] = "True"
    with page(tmp_path / "data", clips, **settings) as app:
        assert "The tools for agents stay off: SEEDANCE_AUTH" in app.log.read_text("utf-8")
        call = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
        for path in ("mcp", "mcp/"):
            agent = requests.post(f"{app.url}/gradio_api/{path}", json=call, timeout=9)
            assert agent.status_code in (401, 404, 405)
        stranger, anna, ben = (RawApi(app.url) for _ in range(3))
        for refused in (
            stranger.call("generate", seedance("x", "push in")),
            stranger.call("job", ["x"]),
        ):
            assert refused.error == "HTTP 401"
        assert stranger.get("info").status_code == 401
        with cup.open("rb") as file:
            sent = requests.post(f"{app.url}/gradio_api/upload", files={"files": file}, timeout=9)
        assert sent.status_code == 401
        for raw, name in ((anna, "anna"), (ben, "ben")):
            login = {"username": name, "password": f"pw-{name}"}
            assert raw.session.post(f"{app.url}/login", data=login, timeout=9).status_code == 200
            path = raw.upload(cup)
            elsewhere = raw.call(
                "generate", seedance(path, "forged"), **{"Sec-Fetch-Site": "cross-site"}
            )
            assert elsewhere.code == "not_allowed"
            assert "charged" in raw.call("generate", seedance(path, f"{name} 1")).status
            assert raw.call("generate", seedance(path, f"{name} 2")).code == "clips_used"
        assert re.search(
            r"\$1\.20 for user:ben; \$2\.40 spent in 24 hours", app.log.read_text("utf-8")
        )
    assert clips.count("submit") == 2


def test_on_a_private_page_called_by_a_foreign_name_the_key_is_not_spent(
    clips: Provider, tmp_path: Path, cup: Path
) -> None:
    """DNS can lead a visited website's name to this machine; then its scripts are at home here."""
    with running_app(
        tmp_path / "data", WAVESPEED_API_KEY=KEY, WAVESPEED_BASE_URL=clips.base_url
    ) as app:
        raw = RawApi(app.url)
        path = raw.upload(cup)
        rebound = raw.call("generate", seedance(path, "push in"), Host="evil.example")
        assert rebound.code == "not_allowed"
        assert clips.count("submit") == 0
        assert "charged" in raw.call("generate", seedance(path, "push in")).status


def test_wrong_key_empty_account_and_forbidden_model_are_told_apart(
    clips: Provider, unpaid: App, cup: Path
) -> None:
    raw = RawApi(unpaid.url)
    path = raw.upload(cup)
    told = {"wrong": raw.call("generate", seedance(path, "a", "wsk-wrong"))}
    for name, fault in (
        ("empty", status(402, "insufficient credits")),
        ("forbidden", status(403, "role viewer cannot run it")),
    ):
        clips.misbehave("submit", fault, times=1)
        told[name] = raw.call("generate", seedance(path, name, KEY))
    codes = {name: answer.code for name, answer in told.items()}
    assert codes == {"wrong": "bad_key", "empty": "no_credit", "forbidden": "forbidden"}
    assert "does not accept this key" in told["wrong"].status
    assert "too little credit" in told["empty"].status
    assert "may not use this model: role viewer" in told["forbidden"].status
    assert all("Nothing was charged" in answer.status for answer in told.values())


def test_a_price_that_moved_is_said_before_it_is_paid(
    clips: Provider, tmp_path: Path, cup: Path
) -> None:
    clips.price = 1.5
    with page(tmp_path / "data", clips, SEEDANCE_DAILY_BUDGET="6") as app:
        raw = RawApi(app.url)
        path = raw.upload(cup)
        for agreed in ("1.20", "0", "nonsense", "1e9", "-5"):
            told = press_on_page(raw, path, "push in", "a" * 32, agreed)
            assert "costs $1.50 now, which is more than was agreed" in told.status, agreed
            assert clips.count("submit") == 0, agreed
        for n, agreed in enumerate(("1.50", "2"), 1):
            assert "$1.50" in press_on_page(raw, path, f"push in {n}", "a" * 32, agreed).status
            assert clips.count("submit") == n
