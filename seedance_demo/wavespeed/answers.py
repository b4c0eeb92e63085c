"""Parses the provider's answers. Everything in them is untrusted: sizes, types and texts."""

import json
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import Any

import requests

from .readings import addresses, empty, flagged, moment, reason

MAX_BYTES = 32 * 1024 * 1024  # the model catalogue is large; more than this is no answer
MAX_STILL = 1 << 18
MAX_TEXT = 4096  # a name is shorter


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
    """What the provider says of one task. `created` is Unix time by the provider's clock.
    `outputs` are all addresses it gave, the likeliest video first; `useless` says that it gave
    something and no address."""

    id: str
    model: str
    status: Status
    outputs: tuple[str, ...] = ()
    useless: bool = False
    nsfw: bool = False
    created: float | None = None
    error: str = ""
    task_code: int = 0
    inference_ms: int = 0
    frames: tuple[int, int] | None = None  # done and all; only the animatic tells
    still: str = ""  # a small JPEG in base64, of the animatic's frame that was drawn last


@dataclass(frozen=True)
class Listed:
    """A task of the account's recent list. `created` is Unix time by this machine's clock, None
    when it cannot be read; `inputs` is empty where the provider does not list them."""

    task: Prediction
    inputs: Mapping[str, Any]
    created: float | None


@dataclass(frozen=True)
class Worked:
    """The call was done, or it was not and its answer tells of a task all the same."""

    body: Mapping[str, Any]


@dataclass(frozen=True)
class Refusal:
    """A definite no: the call was turned down. `code` is the HTTP status or, inside a 2xx, the
    error code; `task_code` the code in the body, 0 when there is none. `by_api` tells an answer
    of the API from a page of whatever stands before it."""

    code: int
    task_code: int
    message: str
    by_api: bool = True


@dataclass(frozen=True)
class Unclear:
    """Everything else. What became of the call is left open."""

    message: str = ""


Answer = Worked | Refusal | Unclear
# Errors from 400 up are HTTP's and the provider's task codes. These say that somebody stopped
# waiting, which is no word about what became of the call.
_WAITED_IN_VAIN = (408, 504, 524, 5004)


def read_answer(http: int, body: object) -> Answer:
    """What an answer means, by its HTTP status and its JSON or text, None when it had neither.

    A no is only what says so: a 4xx other than 408, or an error code inside a 2xx; and only where
    no task is told of. Every status and code that nobody thought of is `Unclear`.
    """
    told = table(body)
    code, message = _error_code(told), reason(body)
    if _carries_task(told, http):
        return Worked(told)
    if 400 <= http < 500 and http != 408:
        return Refusal(http, code, message, by_api=isinstance(body, dict))
    if not 200 <= http < 300 or not isinstance(body, dict):
        return Unclear(message)
    if code >= 400 and code not in _WAITED_IN_VAIN:
        return Refusal(code, code, message)
    return Worked(told) if code == 0 or 200 <= code < 300 else Unclear(message)


def _error_code(told: Mapping[str, Any]) -> int:
    return whole(told.get("code")) or whole(table(told.get("error")).get("code"))


def _carries_task(body: Mapping[str, Any], http: int) -> bool:
    """An error beside a task is the task's: it does not undo that it exists. Errors have ids too,
    of their own, so without an envelope or in a 4xx a state must stand beside the id."""
    data = open_envelope(body)
    if not _id(data.get("id")):
        return False
    if 200 <= http < 300:
        return data is not body or "status" in body
    state = _status(data.get("status"))
    return state is not Status.UNKNOWN or (data is not body and isinstance(data.get("status"), str))


def read_body(response: requests.Response, seconds: float) -> object:
    """The body as JSON, or its text, or None where there is neither or it is a web page. Raises one
    of `BROKEN` when the connection breaks, drips for longer than `seconds` or brings more than
    `MAX_BYTES`."""
    body, deadline = bytearray(), time.monotonic() + seconds
    while chunk := response.raw.read1(1 << 16, decode_content=True):
        body += chunk
        if len(body) > MAX_BYTES or time.monotonic() > deadline:
            raise requests.ReadTimeout
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        text = body.decode("utf-8", "replace").strip()
        return None if text.startswith("<") or len(text) > MAX_TEXT else text or None


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
    outputs = addresses(data.get("outputs"))
    return Prediction(
        id=_id(data.get("id")),
        model=_text(data.get("model")),
        status=_status(data.get("status")),
        outputs=outputs,
        useless=not outputs and not empty(data.get("outputs")),
        nsfw=any(flagged(said) for name, said in data.items() if "nsfw" in name.lower()),
        created=moment(data.get("created_at")),
        error=plain(reason(data) or reason(answer), secret),
        task_code=_error_code(data),
        inference_ms=whole(table(data.get("timings")).get("inference")),
        frames=_frames(data.get("frames")),
        still=_jpeg(table(data.get("frames")).get("still")),
    )


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
    counted = isinstance(value, int) and not isinstance(value, bool)
    text = str(whole(value) or "") if counted else _text(value)
    return text if re.fullmatch(r"[\x21-\x7e]{1,200}", text) else ""


def _jpeg(value: object) -> str:
    """Base64 that begins as a JPEG does, or nothing."""
    text = value if isinstance(value, str) and len(value) < MAX_STILL else ""
    return text if re.fullmatch(r"/9j/[\w+/]+={0,2}", text, re.ASCII) else ""


def _frames(value: object) -> tuple[int, int] | None:
    done, total = (whole(table(value).get(name)) for name in ("done", "total"))
    return (min(done, total), total) if total > 0 else None
