"""Two apps at one PostgreSQL, behind the README's lines and a login: one goes on for the other."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ..databases import Server
from ..faults.provider import MODEL, Provider, processing
from ..raw_api import SECONDS, picture
from .several import Several, running
from .visitors import Visitor

FRIEND = "friend", "a-password"


@pytest.fixture(scope="module")
def apps(
    postgresql: Server, tmp_path_factory: pytest.TempPathFactory, owners_key: dict[str, Any]
) -> Iterator[Several]:
    given = owners_key | {"SEEDANCE_AUTH": ":".join(FRIEND)}
    with running(tmp_path_factory.mktemp("several"), postgresql.new_schema(), given) as both:
        yield both


def sign_in(visitor: Visitor) -> None:
    name, password = FRIEND
    asked = {"username": name, "password": password}
    visitor.raw.session.post(f"{visitor.url}/login", data=asked, timeout=SECONDS).raise_for_status()


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


def test_what_one_was_asked_for_the_other_answers(apps: Several, paid: Provider, cup: Path) -> None:
    with apps.door("caddyfile") as visitor:
        sign_in(visitor)
        assert visitor.plays(visitor.press(cup, "Push in."))
    with apps.door("nginx") as visitor:
        sign_in(visitor)
        assert visitor.plays(visitor.press(cup, "Pull out."))
        paid.misbehave("poll", processing)
        job, sent = begun(visitor, cup), paid.count("submit")
        apps.kill_who_has(job)
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
