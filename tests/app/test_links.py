"""What a stranger gets who has the link to one clip, on a page behind a login: SECURITY's table."""

import re
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests

from seedance_demo.ledger import Job, Ledger

from ..apps import ROOT, App, running_app
from ..faults.life import make_clip
from ..faults.provider import KEY, MODEL, Provider, serving
from ..raw_api import RawApi

SECURITY = (ROOT / ".github" / "SECURITY.md").read_text("utf-8").split("## A clip's link")[1]
ROWS = re.findall(r"^\| (`.+`) \| (\d+) \|", SECURITY, re.MULTILINE)
VISITOR = "a" * 32
SIGNED_IN = {"username": "anna", "password": "pw-anna"}
SECONDS = 60


@dataclass
class Maker:
    """Somebody with a login; `raw` is their browser."""

    app: App
    raw: RawApi
    ledger: Ledger

    def make(self, cup: Path, prompt: str) -> tuple[Job, str]:
        """A clip, and where the page has its file."""
        asked: dict[str, Any] = {"images": [self.raw.upload(cup)], "prompt": prompt, "model": MODEL}
        told = self.raw.press("generate", visitor=VISITOR, agreed="1.20", **asked)
        (served,) = set(re.findall(r"<video src='gradio_api/file=([^']+)'", told.text))
        return self.ledger.of_visitor(VISITOR)[0], served

    def turn(self, event: str, job: Job) -> str:
        """Share a clip, or stop that; the token that it has then."""
        details = {"job": job.id, "phase": "completed"}
        assert not self.raw.press("next", event=event, visitor=VISITOR, details=details).error
        now = self.ledger.job(job.id)
        assert now
        return now.shared


def asked_for(app: App, row: str) -> list[tuple[str, int]]:
    """How a stranger is answered to each address of a row, which is sent as it stands there."""
    answers = []
    for method, path in re.findall(r"`(?:(POST) )?([^`]+)`", row):
        with closing(HTTPConnection(urlsplit(app.url).netloc, timeout=SECONDS)) as line:
            line.request(method or "GET", f"/{path}", "{}" if method else None)
            answers.append((path, line.getresponse().status))
    return answers


def test_a_stranger_gets_the_clip_and_nothing_that_its_maker_did_not_give(
    tmp_path: Path, cup: Path
) -> None:
    assert len(ROWS) == len(re.findall("^[|] `", SECURITY, re.MULTILINE)), "each is understood"
    assert {status for _, status in ROWS} == {"200", "401", "404"}
    with (
        serving(Provider(make_clip(), polls=0)) as provider,
        running_app(
            tmp_path / "data",
            "--host",
            "0.0.0.0",  # noqa: S104  # others can reach it
            SEEDANCE_AUTH="anna:pw-anna",
            WAVESPEED_API_KEY=KEY,
            WAVESPEED_BASE_URL=provider.base_url,
        ) as app,
    ):
        maker = Maker(app, RawApi(app.url), Ledger(app.data_dir / "ledger.sqlite"))
        sent = maker.raw.session.post(f"{app.url}/login", data=SIGNED_IN, timeout=SECONDS)
        assert sent.status_code == 200
        other, _ = maker.make(cup, "another")
        job, served = maker.make(cup, "this one")
        old = maker.turn("release", job)
        assert maker.turn("stop", job) == ""
        token = maker.turn("release", job)
        names = {"TOKEN": token, "OLD": old, "JOB": job.id, "OTHER": other.id, "FILE": job.clip}
        names |= {"VISITOR": VISITOR, "SERVED": served, "CLIPS": str(app.data_dir / "clips")}
        for row, status in ROWS:
            told = re.sub("[A-Z]{3,}", lambda name: names.get(name[0], name[0]), row)
            for path, answer in asked_for(app, told):
                assert answer == int(status), path
        page = requests.get(f"{app.url}/clip/{token}", timeout=SECONDS)
        for secret in (KEY, "anna", VISITOR, job.id[:16], job.request_id, "another", "$1.2"):
            assert secret not in page.text + str(page.headers), secret
        first = requests.get(app.url, timeout=SECONDS).text
        assert '"auth_required":true' in first.replace(" ", "")
        provider.silence()
