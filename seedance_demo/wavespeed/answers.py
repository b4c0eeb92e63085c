"""Parses the provider's answers. Everything in them is untrusted: sizes, types and texts."""

import json
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import Any

import requests

MAX_BYTES = 32 * 1024 * 1024  # the model catalogue is large; more than this is no answer
MAX_TEXT = 4096  # an address is shorter


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
    """What the provider says of one task. `created` is Unix time by the provider's clock."""

    id: str
    model: str
    status: Status
    outputs: tuple[str, ...] = ()
    has_nsfw_contents: tuple[bool, ...] = ()
    created: float | None = None
    error: str = ""
    task_code: int = 0
    inference_ms: int = 0
    frames: tuple[int, int] | None = None  # done and all; only the animatic tells


@dataclass(frozen=True)
class Listed:
    """A task of the account's recent list. `created` is Unix time by this machine's clock, None
    when it cannot be read; `inputs` is empty where the provider does not list them."""

    task: Prediction
    inputs: Mapping[str, Any]
    created: float | None


@dataclass(frozen=True)
class Worked:
    """The call was done."""

    body: Mapping[str, Any]


@dataclass(frozen=True)
class Refusal:
    """A plain no: the call was turned down. `code` is the HTTP status or, inside a 200, the error
    code; `task_code` the code in the body, 0 when there is none."""

    code: int
    task_code: int
    message: str


@dataclass(frozen=True)
class Unclear:
    """Everything else. What became of the call is left open."""

    message: str = ""


Answer = Worked | Refusal | Unclear


def read_answer(http: int, body: Mapping[str, Any] | None) -> Answer:
    """What an answer means, by its HTTP status and its JSON object, None when it was none. A
    redirect, a 408 and a 5xx say neither yes nor no."""
    told = body or {}
    code, message = whole(told.get("code")), str(told.get("message") or "")
    if 400 <= http < 500 and http != 408:
        return Refusal(http, code, message)
    if not 200 <= http < 300 or body is None:
        return Unclear(message)
    if code in (0, 200) or _carries_task(told):
        return Worked(told)
    return Refusal(code, code, message)


def _carries_task(body: Mapping[str, Any]) -> bool:
    """An error code beside a task belongs to the task: it does not undo that it exists."""
    data = open_envelope(body)
    return bool(_id(data.get("id"))) and (data is not body or "status" in body)


def read_json(response: requests.Response, seconds: float) -> dict[str, Any] | None:
    """The body as a JSON object, or None. Raises one of `BROKEN` when the connection breaks, drips
    for longer than `seconds` or brings more than `MAX_BYTES`."""
    body, deadline = bytearray(), time.monotonic() + seconds
    while chunk := response.raw.read1(1 << 16, decode_content=True):
        body += chunk
        if len(body) > MAX_BYTES or time.monotonic() > deadline:
            raise requests.ReadTimeout
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return answer if isinstance(answer, dict) else None


def clock_ahead(date: str | None) -> float:
    """How many seconds the provider's clock is ahead of ours, by its `Date` header."""
    try:
        told = parsedate_to_datetime(date or "")  # naive for -0000, which is UTC (RFC 5322)
        ahead = (told if told.tzinfo else told.replace(tzinfo=UTC)).timestamp() - time.time()
    except (ValueError, TypeError, IndexError, OverflowError):
        return 0.0
    return ahead if abs(ahead) < 24 * 3600 else 0.0  # more is no clock


def open_envelope(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    """The data of an answer, wrapped as the SDKs see it or bare as some pages show it."""
    data = answer.get("data")
    return data if isinstance(data, dict) else answer


def read_prediction(answer: Mapping[str, Any], secret: str = "") -> Prediction:
    """A prediction from an answer of any shape; what cannot be read is left at its default."""
    data = open_envelope(answer)
    return Prediction(
        id=_id(data.get("id")),
        model=_text(data.get("model")),
        status=_status(data.get("status")),
        outputs=tuple(filter(None, map(_url, items(data.get("outputs"))))),
        has_nsfw_contents=tuple(flag is True for flag in items(data.get("has_nsfw_contents"))),
        created=moment(data.get("created_at")),
        error=plain(data.get("error"), secret),
        task_code=whole(data.get("code")),
        inference_ms=whole(table(data.get("timings")).get("inference")),
        frames=_frames(data.get("frames")),
    )


def moment(text: object) -> float | None:
    """Unix time of a date, which may carry nanoseconds or no zone (then it is UTC)."""
    try:
        read = datetime.fromisoformat(_text(text))
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp()
    except ValueError:
        return None


def plain(text: object, secret: str = "") -> str:
    """Somebody else's text, fit to show: one line, printable, short, and without our key."""
    line = " ".join(str(text or "").split())
    line = "".join(c for c in line if c.isprintable())
    if secret:
        line = line.replace(secret, "[key]")
    return re.sub(r"(?i)bearer\s+\S+", "Bearer [key]", line)[:300]


def items(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def table(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def whole(value: object) -> int:
    """A whole number that every database can hold, or 0."""
    try:
        number = int(value)  # type: ignore[call-overload]  # anything may come
    except (TypeError, ValueError, OverflowError):
        return 0
    return number if abs(number) < 1 << 53 else 0


def _status(word: object) -> Status:
    word = str(word or "").strip().lower()
    if word in _ALSO_WRITTEN:
        return _ALSO_WRITTEN[word]
    return Status(word) if word in set(Status) else Status.UNKNOWN


def _text(value: object) -> str:
    """A short printable text, or none: it goes into requests and into the ledger as it is."""
    text = value.strip() if isinstance(value, str) else ""
    return text if text.isprintable() and len(text) <= MAX_TEXT else ""


def _id(value: object) -> str:
    text = _text(value)
    return text if re.fullmatch(r"[\x21-\x7e]{1,200}", text) else ""


def _url(item: object) -> str:
    return _text(table(item).get("url") if isinstance(item, dict) else item)


def _frames(value: object) -> tuple[int, int] | None:
    done, total = (whole(table(value).get(name)) for name in ("done", "total"))
    return (min(done, total), total) if total > 0 else None
