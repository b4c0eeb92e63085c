"""The lines that stand in the README under “Behind a proxy”, run as they stand there."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ..apps import App, running_app
from ..faults.provider import KEY, MODEL, Provider, processing
from ..raw_api import SECONDS, picture
from .readme import BELOW, lines, settings
from .servers import caddy, https_nginx
from .visitors import Visitor


def test_the_readme_says_what_is_run_here() -> None:
    assert set(settings()) == {"FORWARDED_ALLOW_IPS", "SEEDANCE_DAILY_BUDGET"}
    for server in ("nginx", "caddyfile"):
        for block in (lines(server), lines(server, below=True)):
            assert "127.0.0.1:7860" in block
        assert BELOW not in lines(server)
        assert BELOW in lines(server, below=True)


@pytest.fixture(scope="module", params=["root", "below"])
def app(
    request: Any, tmp_path_factory: pytest.TempPathFactory, owners_key: dict[str, Any]
) -> Iterator[tuple[App, str]]:
    """The page as the README starts it, one clip a visitor; and the path it is below."""
    path = BELOW if request.param == "below" else ""
    more = settings() | {"SEEDANCE_VISITOR_DAILY_CLIPS": "1", "SEEDANCE_DAILY_BUDGET": "60"}
    data = tmp_path_factory.mktemp("proxied") / "data"
    with running_app(data, draws=False, GRADIO_ROOT_PATH=path, **owners_key | more) as running:
        yield running, path


@pytest.fixture(params=["nginx", "caddyfile"])
def door(request: Any, app: tuple[App, str]) -> Iterator[Callable[..., Visitor]]:
    """Visitors of the page behind a server, from any address of this machine."""
    running, path = app
    block = lines(request.param, below=bool(path))
    block = block.replace("127.0.0.1:7860", running.url.removeprefix("http://"))
    serve, first = (https_nginx, 10) if request.param == "nginx" else (caddy, 20)
    with serve(block) as (url, vouches):
        yield lambda at=0: Visitor(url + path, vouches=vouches, address=f"127.0.0.{first + at}")


def test_a_page_behind_it_works(
    door: Callable[..., Visitor], paid: Provider, cup: Path, tmp_path: Path
) -> None:
    visitor = door()
    loads(visitor)
    heavy = tmp_path / "heavy.png"
    heavy.write_bytes(cup.read_bytes() + bytes(20 << 20))
    assert visitor.raw.upload(heavy).endswith("heavy.png")
    assert "completed" in told_while_it_is_made(visitor, paid, cup)
    # Visitors are told apart, by nothing that they say of themselves.
    anna, ben = door(1), door(2)
    assert anna.plays(anna.press(cup, "Anna's."))
    anna.raw.session.headers["X-Forwarded-For"] = "203.0.113.9"
    assert "of your clips in 24 hours" in anna.press(cup, "Another of Anna's.").status
    assert "charged" in ben.press(cup, "Ben's.").status


def loads(visitor: Visitor) -> None:
    """The page, and its scripts, by the addresses that it gives them."""
    config = visitor.raw.config
    assert config["root"] == visitor.url
    page = visitor.raw.session.get(visitor.url + "/", timeout=SECONDS)
    assert page.ok
    scripts = re.findall(r'(?:src|href)="(\./assets/[^"]+\.(?:js|css))"', page.text)
    assert scripts
    for script in scripts:
        answer = visitor.raw.session.get(f"{visitor.url}/{script}", timeout=SECONDS)
        assert answer.ok, script


def told_while_it_is_made(visitor: Visitor, provider: Provider, cup: Path) -> str:
    """The rest of a stream that tells of a job while nothing ends, and then of its end."""
    asked = [picture(visitor.raw.upload(cup)), "Slow.", 5, MODEL, KEY]
    address = f"{visitor.url}/gradio_api/call/generate"
    provider.misbehave("poll", processing)
    try:
        begun = visitor.raw.session.post(address, json={"data": asked}, timeout=SECONDS).json()
        address += f"/{begun['event_id']}"
        with visitor.raw.session.get(address, stream=True, timeout=SECONDS) as answer:
            lumps = answer.iter_content(None)
            next(lump for lump in lumps if b"processing" in lump)  # else it never comes to an end
            provider.silence()
            return b"".join(lumps).decode()
    finally:
        provider.silence()
