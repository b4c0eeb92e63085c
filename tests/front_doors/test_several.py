"""Two apps at one PostgreSQL, behind the README's lines: one is killed, the other goes on."""

import re
import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from ..apps import App, running_app
from ..databases import Server
from ..faults.provider import MODEL, Provider, processing
from ..raw_api import SECONDS, picture
from ..waiting import until
from .readme import before_several, settings
from .servers import caddy, nginx
from .visitors import Visitor


@pytest.fixture(scope="module")
def apps(
    postgresql: Server, tmp_path_factory: pytest.TempPathFactory, owners_key: dict[str, Any]
) -> Iterator[list[App]]:
    folder = tmp_path_factory.mktemp("several")
    shared = {"SEEDANCE_DATABASE": postgresql.new_schema(), "SEEDANCE_DATA_DIR": f"{folder}/data"}
    shared["SEEDANCE_AUTH"] = ":".join(FRIEND)
    env = owners_key | settings() | shared
    with ExitStack() as both:
        yield [
            both.enter_context(
                running_app(folder / name, GRADIO_TEMP_DIR=f"{folder}/{name}", **env)
            )
            for name in ("one", "two")
        ]


FRIEND = "friend", "a-password"


def sign_in(visitor: Visitor) -> None:
    name, password = FRIEND
    asked = {"username": name, "password": password}
    visitor.raw.session.post(f"{visitor.url}/login", data=asked, timeout=SECONDS).raise_for_status()


@contextmanager
def door(server: str, apps: list[App]) -> Iterator[Visitor]:
    block, location = before_several(server, *(app.url.removeprefix("http://") for app in apps))
    if server == "nginx":
        with nginx(location, beside=block) as url:
            yield Visitor(url)
    else:
        with caddy(block) as (url, vouches):
            yield Visitor(url, vouches=vouches)


def begun(visitor: Visitor, cup: Path) -> str:
    """The id of a job that is being made."""
    asked = [picture(visitor.raw.upload(cup)), "Slow.", 5, MODEL]
    address = f"{visitor.url}/gradio_api/call/generate"
    event = visitor.raw.session.post(address, json={"data": asked}, timeout=SECONDS).json()
    stream = f"{address}/{event['event_id']}"
    with visitor.raw.session.get(stream, stream=True, timeout=SECONDS) as answer:
        lines = answer.iter_lines(decode_unicode=True)
        told = next(line for line in lines if '"processing"' in line)
    return str(re.findall(r'"job": "([0-9a-f]{32})"', told)[0])


def test_what_one_was_asked_for_the_other_answers(
    apps: list[App], paid: Provider, cup: Path
) -> None:
    with door("caddyfile", apps) as visitor:
        sign_in(visitor)
        assert visitor.plays(visitor.press(cup, "Push in."))
    with door("nginx", apps) as visitor:
        sign_in(visitor)
        assert visitor.plays(visitor.press(cup, "Pull out."))
        paid.misbehave("poll", processing)
        job, sent = begun(visitor, cup), paid.count("submit")
        asked = until(lambda: [app for app in apps if job in app.log.read_text("utf-8")])
        asked[0].end(signal.SIGKILL)
        paid.silence()
        assert visitor.raw.call("job", [job]).error == "HTTP 401", "the other knows no login of its"
        sign_in(visitor)
        answer = visitor.raw.call("job", [job])
        assert answer.values, answer.text
        assert answer.values[2]["phase"] == "completed"
        clip = visitor.raw.session.get(
            f"{visitor.url}/gradio_api/file={answer.values[0]['path']}", timeout=SECONDS
        )
        assert clip.ok
    assert paid.count("submit") == sent
