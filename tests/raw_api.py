"""The page's HTTP routes as a hand-made client uses them: no checks of its own, any data at all."""

import json
import secrets
import tempfile
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from threading import Lock
from typing import Any

import requests

from seedance_demo.config.settings import Settings

from .ui.headless import Headless, page_for

SECONDS = 60
_LAYING_OUT = Lock()  # Gradio lays out one page at a time


@dataclass(frozen=True)
class Answer:
    """How a call ended: the last values it gave, or what went wrong; and all that was said."""

    values: list[Any] | None
    error: str
    text: str

    @property
    def status(self) -> str:
        """What is said of the job; of a press of the page that opened none, why."""
        alerts = (v for v in self.values or () if str(v).startswith("<p role='alert'"))
        return next(alerts, str(self.values[1])) if self.values else self.error

    @property
    def code(self) -> str:
        details = self.values[2] if self.values else {}
        return str(((details or {}).get("error") or {}).get("code", ""))


@dataclass
class RawApi:
    url: str
    session: requests.Session = field(default_factory=requests.Session)

    def __post_init__(self) -> None:
        self.session.headers["Connection"] = "close"  # a server's fault ends its connection

    @cached_property
    def config(self) -> Any:
        return self.session.get(f"{self.url}/config", timeout=SECONDS).json()

    def upload(self, path: Path, name: str = "") -> str:
        """Where the app keeps the uploaded file."""
        with path.open("rb") as file:
            files = {"files": (name or path.name, file)}
            answer = self._post("upload", files=files)
        answer.raise_for_status()
        return str(answer.json()[0])

    def call(self, name: str, data: Any, **headers: str) -> Answer:
        """`POST /call/<name>`, as curl does it."""
        begun = self._post(f"call/{name}", json={"data": data}, headers=headers)
        if begun.status_code != 200:
            return Answer(None, f"HTTP {begun.status_code}", begun.text)
        return self._follow(f"call/{name}/{begun.json()['event_id']}")

    def press(self, elem_id: str, session: str = "", event: str = "click", **values: Any) -> Answer:
        """`POST /queue/join` for an event of the page, as its own script does it; what is not given
        is as the page has it at first."""
        session = session or secrets.token_hex(6)
        fn = next(fn for fn in self.bound(elem_id, event) if fn["queue"])
        names = input_names(elem_id, event)
        assert set(values) <= set(names), names
        usual = {each["id"]: each["props"].get("value") for each in self.config["components"]}
        data = [values.get(name, usual[at]) for name, at in zip(names, fn["inputs"], strict=True)]
        return self.join(fn["id"], data, session)

    def join(self, fn: int, data: list[Any], session: str) -> Answer:
        """`POST /queue/join` for the function of this number."""
        body = {"data": data, "fn_index": fn, "session_hash": session}
        begun = self._post("queue/join", json=body)
        if begun.status_code != 200:
            return Answer(None, f"HTTP {begun.status_code}", begun.text)
        return self._follow(f"queue/data?session_hash={session}")

    def get(self, path: str) -> requests.Response:
        return self.session.get(f"{self.url}/gradio_api/{path}", timeout=SECONDS)

    def _post(self, path: str, **content: Any) -> requests.Response:
        return self.session.post(f"{self.url}/gradio_api/{path}", timeout=SECONDS, **content)

    def bound(self, elem_id: str, event: str) -> list[Any]:
        """The functions of an event that need the server."""
        ids = {c["props"].get("elem_id"): c["id"] for c in self.config["components"]}
        bound = [d for d in self.config["dependencies"] if [ids[elem_id], event] in d["targets"]]
        return [each for each in bound if each["backend_fn"]]

    def _follow(self, path: str) -> Answer:
        """Read the event stream to its end."""
        values, error, text = None, "", ""
        for line in self.get(path).iter_lines(decode_unicode=True):
            text += f"{line}\n"
            if line.startswith("data:"):
                values, error = _read(json.loads(line[5:]), values, error)
            elif line.startswith("event: error"):
                error = "error"
        return Answer(None if error else values, error, text)


def _read(said: Any, values: list[Any] | None, error: str) -> tuple[list[Any] | None, str]:
    if isinstance(said, list):  # /call
        return said, error
    if isinstance(said, dict) and said.get("msg") == "process_completed":
        output = said.get("output") or {}
        failed = "" if said.get("success") else str(output.get("error") or "error")
        return output.get("data") or values, failed
    if isinstance(said, dict) and said.get("msg") == "process_generating":
        return _full(said["output"]["data"]) or values, error
    return values, error


def _full(data: list[Any]) -> list[Any] | None:
    """Values that came whole; later ones come as differences."""
    return None if any(isinstance(each, list) for each in data) else data


def picture(path: str) -> list[dict[str, Any]]:
    """A gallery of one uploaded picture."""
    file = {"path": path, "meta": {"_type": "gradio.FileData"}}
    return [{"image": file, "caption": None}]


@cache
def _page() -> Headless:
    return page_for(Settings(data_dir=Path(tempfile.mkdtemp())))


def input_names(elem_id: str, event: str) -> list[str]:
    """The names of what the queued function of this event takes, in Gradio's order."""
    with _LAYING_OUT:
        return _page().names(elem_id, event)
