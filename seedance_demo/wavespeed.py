"""The WaveSpeedAI HTTP API v3 through `requests`: upload, submit, result.

The one rule that costs money: `submit` sends its POST once. Nothing here, and nothing below here,
repeats it: no retry in the adapter, no redirect followed, no second attempt after a lost answer.
"""

import mimetypes
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from urllib3.exceptions import NewConnectionError
from urllib3.util import Retry

from .answers import Envelope, Prediction, open_envelope, plain, read_json, read_prediction
from .errors import BadKey, NotFound, Unconfirmed, Unreachable
from .refusals import refusal

Inputs = object  # what a listing says of a task's inputs: a table, or nothing at all
CONNECT = 10  # seconds
ASK, SUBMIT, SEND_FILE = (CONNECT, 30), (CONNECT, 60), (CONNECT, 120)  # connect, then each read
PATIENT = Retry(
    total=4,
    backoff_factor=0.5,
    backoff_max=8,
    backoff_jitter=0.2,
    status_forcelist=(429, 500, 502, 503, 504),
    allowed_methods=("GET", "PUT"),  # PUT: a ticket's upload, the same bytes to the same place
    respect_retry_after_header=True,
    retry_after_max=20,
    raise_on_status=False,
)
# Leaving POST out of PATIENT would not do: urllib3 repeats a POST too after a TLS error that comes
# in the middle of the answer (it counts as neither "connect" nor "read").
ONCE = Retry(0, read=False)


class _Bearer(AuthBase):
    """As `auth=`, so that a .netrc cannot put another login in its place."""

    def __init__(self, key: str) -> None:
        self._key = key

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._key}"
        return request


class Client:
    """Speaks to one base URL with one key. Safe to use from several threads.

    Every method raises only `ProviderError`s; no exception of `requests` leaves this module.
    """

    def __init__(self, base_url: str, key: str, *, patience: Retry = PATIENT) -> None:
        if not re.fullmatch(r"[\x21-\x7e]{1,256}", key):
            raise BadKey("This does not look like a WaveSpeedAI key. Copy it once more.")
        self._base, self._key, self._patience = base_url, key, patience

    def upload(self, path: Path) -> str:
        """Bring a file to the provider; the URL it will read it from."""
        data = path.read_bytes()
        try:
            return self._upload_by_ticket(path.name, data)
        except (Unreachable, NotFound):  # an API without tickets, or its storage out of reach
            return self._upload_by_form(path.name, data)

    def submit(self, model: str, inputs: Mapping[str, Any]) -> Prediction:
        """The paid POST, sent once. `Refused`: nothing was created. `Unconfirmed`: the answer is
        lost, the task may exist."""
        lost = Unconfirmed("The request was sent, but its answer was lost on the way.")
        try:
            answer = self._exchange("POST", f"/api/v3/{quote(model)}", SUBMIT, json=inputs)
        except requests.RequestException as error:
            if _never_sent(error):
                raise _unreachable("Nothing was sent, nothing was charged.") from None
            raise lost from None
        if answer.http >= 500 or answer.http == 408 or answer.body is None:
            raise lost
        if answer.code != 200:
            raise refusal(answer, self._key)
        prediction = read_prediction(answer.body)
        if not prediction.id:
            raise lost
        return prediction

    def result(self, request_id: str) -> Prediction:
        """How the task stands. A failed task is an answer, not an exception."""
        return read_prediction(self._ask("GET", f"/api/v3/predictions/{_part(request_id)}/result"))

    def recent(self, model: str, after: float, before: float) -> list[tuple[Prediction, Inputs]]:
        """Tasks of `model` created between two Unix times, each with its inputs where listed."""
        wish = {"page": 1, "page_size": 100, "model": model, "include_inputs": True}
        wish |= {"created_after": _iso(after), "created_before": _iso(before)}
        items = open_envelope(self._ask("POST", "/api/v3/predictions", json=wish)).get("items")
        tasks = [item for item in items or () if isinstance(item, dict)]
        return [(read_prediction(task), task.get("inputs") or task.get("input")) for task in tasks]

    def cancel(self, request_id: str) -> None:
        """End an animatic. Only the local API knows this call; the provider has none."""
        self._ask("POST", f"/api/v3/predictions/{_part(request_id)}/cancel")

    def _upload_by_ticket(self, name: str, data: bytes) -> str:
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        wish = {"filename": name, "size": len(data), "content_type": kind}
        ticket = open_envelope(self._ask("POST", "/api/v3/media/uploads", json=wish))
        slot = ticket.get("upload")
        if not isinstance(slot, dict) or not isinstance(slot.get("headers", {}), dict):
            raise NotFound("The provider gave no place to upload to.")
        # Its signed headers as they are, and no key: the storage belongs to somebody else.
        headers = {str(name): str(value) for name, value in slot.get("headers", {}).items()}
        try:
            with _session(self._patience) as session:
                sent = session.put(
                    str(slot.get("url")), data=data, headers=headers, timeout=SEND_FILE
                )
        except requests.RequestException:
            raise _unreachable("The picture did not arrive.") from None
        if not sent.ok:
            raise _unreachable("The picture did not arrive.")
        return _download_url(ticket)

    def _upload_by_form(self, name: str, data: bytes) -> str:
        form = {"file": (name, data)}
        return _download_url(
            open_envelope(self._ask("POST", "/api/v3/media/upload/binary", SEND_FILE, files=form))
        )

    def _ask(
        self, method: str, path: str, timeout: tuple[int, int] = ASK, **content: Any
    ) -> dict[str, Any]:
        """A call that costs nothing: the body of its answer, or a `ProviderError`."""
        try:
            answer = self._exchange(method, path, timeout, **content)
        except requests.RequestException:
            raise _unreachable() from None
        if answer.code >= 500 or answer.body is None:
            raise _unreachable(plain(answer.message, self._key))
        if answer.code != 200:
            raise refusal(answer, self._key)
        return answer.body

    def _exchange(
        self, method: str, path: str, timeout: tuple[int, int], **content: Any
    ) -> Envelope:
        """One request on a connection of its own, because a pooled one that died while idle looks
        exactly like a lost answer. Redirects are not followed: a 307 would repeat a POST."""
        with _session(self._patience if method == "GET" else ONCE) as session:
            response = session.request(
                method,
                self._base + path,
                auth=_Bearer(self._key),
                timeout=timeout,
                allow_redirects=False,
                stream=True,
                **content,
            )
            return Envelope(response.status_code, read_json(response))


def _session(retry: Retry) -> requests.Session:
    session = requests.Session()
    for scheme in ("http://", "https://"):
        session.mount(scheme, HTTPAdapter(max_retries=retry))
    return session


def _never_sent(error: requests.RequestException) -> bool:
    """Whether the request cannot have left this machine: no connection, or no valid request."""
    if isinstance(error, (requests.ConnectTimeout, requests.exceptions.ProxyError, ValueError)):
        return True
    reason = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(reason, NewConnectionError)


def _unreachable(detail: str = "") -> Unreachable:
    return Unreachable(f"The provider could not be reached. {detail}".strip())


def _download_url(data: Mapping[str, Any]) -> str:
    url = data.get("download_url") or data.get("url")
    if not isinstance(url, str) or not url:
        raise _unreachable("It gave no address for the picture.")
    return url


def _iso(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="milliseconds")


def _part(request_id: str) -> str:
    return quote(request_id, safe="")
