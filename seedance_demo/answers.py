"""Reading the provider's answers. Everything in them is untrusted: sizes, types and texts."""

import json
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import requests
from urllib3.exceptions import HTTPError

MAX_BYTES = 32 * 1024 * 1024  # the model catalogue is large; more than this is no answer
MAX_SECONDS = 60  # for one body: each byte of a slow drip arrives within the read timeout


class Status(StrEnum):
    """A prediction's state. A word nobody knows is UNKNOWN: keep asking until the deadline."""

    CREATED = "created"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"
    TIMEOUT = "timeout"
    DELETED = "deleted"
    UNKNOWN = "unknown"

    @property
    def ended(self) -> bool:
        return self in _ENDED


_ENDED = {Status.COMPLETED, Status.FAILED, Status.CANCELLED, Status.TIMEOUT, Status.DELETED}
_ALSO_WRITTEN = {
    "succeeded": Status.COMPLETED,
    "canceled": Status.CANCELLED,
    **dict.fromkeys(("pending", "queued", "starting", "running"), Status.CREATED),
}


@dataclass(frozen=True)
class Prediction:
    """What the provider says of one task; `code` and `message` are the envelope's."""

    id: str
    model: str
    status: Status
    outputs: tuple[str, ...] = ()
    get_url: str = ""
    has_nsfw_contents: tuple[bool, ...] = ()
    created_at: str = ""
    error: str = ""
    task_code: int = 0
    inference_ms: int = 0
    code: int = 200
    message: str = ""
    frames: tuple[int, int] | None = None  # done and all; only the animatic tells


@dataclass(frozen=True)
class Envelope:
    """An answer as it came: the HTTP status and its JSON object, None when it was none."""

    http: int
    body: dict[str, Any] | None

    @property
    def code(self) -> int:
        """200 when the call worked. A refusal may come as a code inside a 200."""
        inner = _whole((self.body or {}).get("code"))
        if not 200 <= self.http < 300:
            return self.http
        # An unwrapped prediction has a task code in the same place; it is not a refusal.
        wrapped = "data" in (self.body or {}) or "id" not in (self.body or {})
        return inner if wrapped and inner not in (0, 200) else 200

    @property
    def message(self) -> str:
        return str((self.body or {}).get("message") or "")


def read_json(response: requests.Response) -> dict[str, Any] | None:
    """The body as a JSON object, or None. Raises `requests.RequestException` when the connection
    breaks, drips for longer than `MAX_SECONDS` or brings more than `MAX_BYTES`."""
    body, deadline = bytearray(), time.monotonic() + MAX_SECONDS
    try:
        while chunk := response.raw.read1(1 << 16, decode_content=True):
            body += chunk
            if len(body) > MAX_BYTES or time.monotonic() > deadline:
                raise requests.ReadTimeout
    except (HTTPError, OSError) as error:
        raise requests.ConnectionError from error
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return answer if isinstance(answer, dict) else None


def open_envelope(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    """The data of an answer, wrapped as the SDKs see it or bare as some pages show it."""
    data = answer.get("data")
    return data if isinstance(data, dict) else answer


def read_prediction(answer: Mapping[str, Any]) -> Prediction:
    """A prediction from an answer of any shape; what cannot be read is left at its default."""
    data = open_envelope(answer)
    wrapped = data is not answer
    return Prediction(
        id=_text(data.get("id")),
        model=_text(data.get("model")),
        status=_status(data.get("status")),
        outputs=tuple(filter(None, map(_url, _items(data.get("outputs"))))),
        get_url=_text(_table(data.get("urls")).get("get")),
        has_nsfw_contents=tuple(flag is True for flag in _items(data.get("has_nsfw_contents"))),
        created_at=_text(data.get("created_at")),
        error=plain(data.get("error")),
        task_code=_whole(data.get("code")),
        inference_ms=_whole(_table(data.get("timings")).get("inference")),
        code=_whole(answer.get("code")) if wrapped else 200,
        message=plain(answer.get("message")),
        frames=_frames(data.get("frames")),
    )


def moment(prediction: Prediction, unknown: float) -> float:
    """Unix time of `created_at`, which may carry nanoseconds; `unknown` when it cannot be read."""
    try:
        return datetime.fromisoformat(prediction.created_at).timestamp()
    except ValueError:
        return unknown


def plain(text: object, secret: str = "") -> str:
    """Somebody else's text, fit to show: one line, printable, short, and without our key."""
    line = " ".join(str(text or "").split())
    line = "".join(c for c in line if c.isprintable())
    if secret:
        line = line.replace(secret, "[key]")
    return re.sub(r"(?i)bearer\s+\S+", "Bearer [key]", line)[:300]


def _status(word: object) -> Status:
    word = str(word or "").strip().lower()
    if word in _ALSO_WRITTEN:
        return _ALSO_WRITTEN[word]
    return Status(word) if word in set(Status) else Status.UNKNOWN


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _whole(value: object) -> int:
    try:
        return int(value)  # type: ignore[call-overload, no-any-return]  # anything may come
    except (TypeError, ValueError, OverflowError):
        return 0


def _items(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _table(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _url(item: object) -> str:
    return _text(_table(item).get("url") if isinstance(item, dict) else item)


def _frames(value: object) -> tuple[int, int] | None:
    done, total = (_whole(_table(value).get(name)) for name in ("done", "total"))
    return (min(done, total), total) if total > 0 else None
