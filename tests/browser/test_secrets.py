"""Two canary keys, the owner's and a visitor's, go through everything that can happen; then they
are looked for in everything that anybody else could read."""

import base64
import json
import shutil
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Response, expect

from seedance_demo.catalog import ANIMATIC
from tests.apps import App, free_port, running_app
from tests.browser.actions import fill, playing_seconds, press
from tests.faults.life import make_clip
from tests.faults.provider import (
    KEY,
    MODEL,
    Answer,
    Provider,
    Seen,
    hang,
    serving,
    status,
    task_says,
)
from tests.raw_api import RawApi, picture

OWNER, VISITOR = "wsk-canary-owner-7f3a9c", "wsk-canary-visitor-91bce2"
STORAGE = """async () => {
    const kept = {local: {...localStorage}, session: {...sessionStorage}, databases: {}};
    const result = request => new Promise(done => {
        request.onsuccess = () => done(request.result);
    });
    for (const {name} of await indexedDB.databases()) {
        const db = await result(indexedDB.open(name));
        for (const store of db.objectStoreNames) {
            const all = db.transaction(store).objectStore(store).getAll();
            kept.databases[`${name} ${store}`] = await result(all);
        }
    }
    return JSON.stringify(kept) + document.cookie;
}"""


class TwoAccounts(Provider):
    """Takes both canaries for good keys."""

    def do(self, seen: Seen) -> Answer:
        if seen.headers.get("authorization") in (f"Bearer {OWNER}", f"Bearer {VISITOR}"):
            seen = replace(seen, headers=seen.headers | {"authorization": f"Bearer {KEY}"})
        return super().do(seen)


@dataclass
class Evidence:
    """Everything that somebody could read, by where it was found."""

    found: dict[str, bytes] = field(default_factory=dict)
    hosts: set[str] = field(default_factory=set)

    def add(self, where: str, content: str | bytes) -> None:
        content = content.encode() if isinstance(content, str) else content
        self.found[where] = self.found.get(where, b"") + content

    def add_files(self, folder: Path) -> None:
        for path in filter(Path.is_file, folder.rglob("*")):
            self.add(f"file {path.name}", path.read_bytes())

    def add_children(self, app: App) -> None:
        """The environment and arguments of every process below the app's own."""
        for child in _below(app.pid):
            for what in ("environ", "cmdline"):
                with suppress(OSError):  # it has ended
                    self.add(f"child {what}", Path(f"/proc/{child}/{what}").read_bytes())

    def watch(self, page: Page) -> None:
        """Where its requests go, and what is answered."""
        page.on("request", lambda request: self.hosts.add(str(urlsplit(request.url).hostname)))
        page.on("request", lambda request: self.add("address", request.url))
        page.on("response", self._answered)

    def _answered(self, response: Response) -> None:
        self.add("response headers", json.dumps(response.headers))

    def leaks(self) -> list[str]:
        forms = [form for key in (OWNER, VISITOR) for form in _forms(key)]
        return sorted(where for where, text in self.found.items() if any(f in text for f in forms))


def _forms(key: str) -> list[bytes]:
    """The key, and how it looks encoded: base64 in each of its three alignments."""
    plain = key.encode()
    coded = [base64.b64encode(b"." * n + plain)[4 if n else 0 : -4] for n in range(3)]
    return [plain, plain[::-1], plain.hex().encode(), *coded]


def _below(pid: int) -> list[int]:
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parents[int(stat.parent.name)] = int(
                stat.read_text("utf-8").rpartition(")")[2].split()[1]
            )
    children = [child for child, parent in parents.items() if parent == pid]
    return children + [each for child in children for each in _below(child)]


@pytest.fixture
def provider() -> Iterator[Provider]:
    with serving(TwoAccounts(make_clip(), polls=0)) as running:
        yield running


@contextmanager
def shared(folder: Path, provider: Provider, port: int) -> Iterator[App]:
    with running_app(
        folder / "data",
        *("--host", "0.0.0.0"),  # noqa: S104
        port=port,
        WAVESPEED_API_KEY=OWNER,
        WAVESPEED_BASE_URL=provider.base_url,
        SEEDANCE_DAILY_BUDGET="60",
        GRADIO_TEMP_DIR=str(folder / "gradio"),
        HOME=str(folder),
    ) as app:
        yield app


def test_no_key_can_be_read_anywhere_by_anybody(
    new_context: Callable[[], BrowserContext], provider: Provider, tmp_path: Path, cup: Path
) -> None:
    evidence, port, context = Evidence(), free_port(), new_context()
    context.on("page", evidence.watch)
    page = context.new_page()
    with shared(tmp_path, provider, port) as app:
        _full_runs(page, app, cup, evidence)
        _programs(RawApi(app.url), provider, cup, evidence)
        _animatic(RawApi(app.url), app, cup, evidence)
        _crash(page, app, provider)
    page.close()  # it would load itself anew at a moment of its own
    provider.silence()
    with shared(tmp_path, provider, port) as app:
        page = context.new_page()
        page.goto(app.url)
        expect(page.locator("#status")).to_contain_text("Enter the key")
        evidence.add("page after the crash", page.content())
        evidence.add("browser storage", str(page.evaluate(STORAGE)))
    evidence.add("cookies", json.dumps(context.cookies()))
    evidence.add_files(tmp_path)
    keys = {seen.headers.get("authorization", "") for seen in provider.seen}
    assert {f"Bearer {OWNER}", f"Bearer {VISITOR}"} <= keys, "both were used"
    assert evidence.hosts == {"127.0.0.1"}
    assert {"child environ", "file ledger.sqlite", "file data.log"} <= set(evidence.found)
    assert any(where.endswith(".mp4") for where in evidence.found)
    assert evidence.leaks() == []


def _full_runs(page: Page, app: App, cup: Path, evidence: Evidence) -> None:
    """A clip on the visitor's key and one on the owner's, with everything the page shows of it."""
    page.goto(app.url)
    page.get_by_role("radio", name="Seedance 2.0", exact=True).check()
    expect(page.locator("#generate")).to_contain_text("$1.20")
    page.fill("#api-key input", VISITOR)
    fill(page, cup, prompt="push in, on my own key")
    page.click("#check-balance")
    press(page)
    playing_seconds(page)
    evidence.add("page", page.content() + page.inner_text("body"))
    evidence.add("browser storage", str(page.evaluate(STORAGE)))
    page.reload()
    expect(page.locator("#prompt textarea")).to_have_value("push in, on my own key")
    assert page.input_value("#api-key input") == ""
    page.fill("#prompt textarea", "push in, on the owner's key")
    press(page)
    expect(page.locator("#status")).to_contain_text("$1.20 charged")
    page.get_by_role("button", name="Details").click()
    evidence.add("page", page.content() + page.inner_text("body"))


def _programs(raw: RawApi, provider: Provider, cup: Path, evidence: Evidence) -> None:
    """What programs are told: of good runs, of errors that quote a key, and by Gradio's routes."""
    asked = [picture(raw.upload(cup)), "from a program", 5, MODEL]
    answers = [
        raw.call("generate", [*asked, ""], **{"X-WaveSpeed-Key": VISITOR}),
        raw.call("generate", [*asked, f"{VISITOR}-wrong"]),
        raw.call("generate", [*asked, [VISITOR]]),
        raw.call("generate", [*asked, {"key": VISITOR}]),
        raw.call("generate", [None, "no picture", 5, MODEL, VISITOR]),
    ]
    for key, fault in (
        (VISITOR, status(401, f"Bad key {VISITOR}")),
        (VISITOR, status(400, f"Key {VISITOR} is wrong")),
        ("", status(400, f"Authorization: Bearer {OWNER}")),
        ("", task_says(status="failed", error=f"with {OWNER}")),
    ):
        provider.misbehave("submit", fault, times=1)
        answers.append(raw.call("generate", [*asked, key]))
    for answer in answers:
        evidence.add("API answer", answer.text)
    joined = raw.press("check-balance", session="known", api_key=VISITOR)
    evidence.add("API answer", joined.text)
    for path in ("info", "info?all_endpoints=true", "startup-events", "runs", "app_id", "token"):
        evidence.add(f"route {path}", raw.get(path).text)
    for path in ("config", "openapi.json", "monitoring", "monitoring/summary", ""):
        evidence.add(f"route {path}", raw.session.get(f"{raw.url}/{path}", timeout=9).text)
    link = raw.get("deep_link?session_hash=known")
    assert link.status_code == 404
    evidence.add("deep link", link.text)


def _animatic(raw: RawApi, app: App, cup: Path, evidence: Evidence) -> None:
    """A job whose renderer is a child process; its environment is read while it runs."""
    data = [picture(raw.upload(cup)), "push in, rain", 5, ANIMATIC, VISITOR]
    begun = raw.session.post(
        f"{raw.url}/gradio_api/call/generate", json={"data": data}, timeout=9
    ).json()
    with raw.session.get(
        f"{raw.url}/gradio_api/call/generate/{begun['event_id']}", stream=True, timeout=60
    ) as told:
        for line in told.iter_lines():
            evidence.add("API answer", line)
            if b"frames" in line:
                evidence.add_children(app)


def _crash(page: Page, app: App, provider: Provider) -> None:
    """kill -9 while a job of the visitor's key waits for its clip."""
    provider.misbehave("poll", hang)
    page.fill("#api-key input", VISITOR)
    page.fill("#prompt textarea", "push in, then the power goes")
    press(page)
    expect(page.locator("#status .head")).to_contain_text("Queued")
    app.end(signal.SIGKILL)


@pytest.mark.parametrize("key", [OWNER, VISITOR])
def test_a_leak_of_any_form_is_seen(key: str, tmp_path: Path, cup: Path) -> None:
    """The test above is worth something: each of these is found."""
    folder = tmp_path / "leaky"
    folder.mkdir()
    (folder / "app.log").write_text(f"POST {{'Authorization': 'Bearer {key}'}}")
    (folder / "a.json").write_bytes(base64.b64encode(f'{{"api_key": "{key}"}}'.encode()))
    (folder / "clip.mp4").write_bytes(make_clip() + key.encode())
    shutil.copy(cup, folder)
    with closing(sqlite3.connect(folder / "ledger.sqlite")) as db:
        db.execute("CREATE TABLE jobs (error TEXT)")
        db.execute("INSERT INTO jobs VALUES (?)", (f"key {key} refused",))
        db.commit()
    evidence = Evidence()
    evidence.add_files(folder)
    leaky = ["file a.json", "file app.log", "file clip.mp4", "file ledger.sqlite"]
    assert evidence.leaks() == leaky
