"""The WaveSpeedAI HTTP API v3 through `requests`: upload, submit, result.

The one rule that costs money: `submit` sends its POST once. Nothing here, and nothing below here,
repeats it: no retry in the adapter, no redirect followed, no second attempt after a lost answer.
"""

import mimetypes
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import quote

import requests
from requests.auth import AuthBase
from urllib3.exceptions import NewConnectionError

from ..errors import (
    BadKey,
    Busy,
    NoCredit,
    NotFound,
    ProviderError,
    Refused,
    Unconfirmed,
    Unreachable,
)
from .answers import (
    Envelope,
    Listed,
    Prediction,
    clock_ahead,
    items,
    open_envelope,
    plain,
    read_json,
    read_prediction,
    table,
)
from .api_errors import refusal
from .transport import BROKEN, ONCE, PATIENT, NotPublic, Patience, api_session, public_session

PAGE, MAX_PAGES = 100, 10  # of the recent list
MOST_DOLLARS = 10**9  # an amount beyond is a mistake, and more than a ledger can count


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

    def __init__(self, base_url: str, key: str, patience: Patience = PATIENT) -> None:
        if not re.fullmatch(r"[\x21-\x7e]{1,256}", key):
            raise BadKey("This does not look like a WaveSpeedAI key. Copy it once more.")
        self._base, self._key, self._patience = base_url, key, patience
        self._ahead = 0.0  # the provider's clock before ours, in seconds

    def upload(self, name: str, data: bytes) -> str:
        """Bring a file to the provider; the URL it will read it from."""
        try:
            return self._upload_by_ticket(name, data)
        except (BadKey, NoCredit, Busy):
            raise  # another way in would hear the same
        except ProviderError:  # an API without tickets, or its storage out of reach
            return self._upload_by_form(name, data)

    def submit(self, model: str, inputs: Mapping[str, Any]) -> Prediction:
        """The paid POST, sent once. `Refused`, `Unreachable`: nothing was created. `Unconfirmed`:
        the answer is lost, the task may exist."""
        lost = Unconfirmed("The request was sent, but its answer was lost on the way.")
        try:
            answer = self._exchange(
                "POST", f"/api/v3/{quote(model)}", self._patience.submit, json=inputs
            )
        except BROKEN as error:
            raise (_unreachable() if _never_sent(error) else lost) from None
        if answer.refuses:
            raise refusal(answer, self._key)
        task = read_prediction(answer.body or {}, self._key)
        if answer.code != 200 or not task.id:
            raise lost
        return task

    def result(self, request_id: str) -> Prediction:
        """How the task stands. A failed task is an answer, not an exception."""
        try:
            answer = self._ask("GET", f"/api/v3/predictions/{quote(request_id, safe='')}/result")
        except NotFound:
            unknown = "The provider does not know this request, or not with this key."
            raise NotFound(unknown, request_id=request_id) from None
        return read_prediction(answer, self._key)

    def recent(self, model: str, after: float, before: float) -> list[Listed]:
        """Tasks of `model` created between two Unix times of this machine's clock. The provider's
        clock is known from its last answer, so a second call may see what the first did not."""
        found: list[Listed] = []
        for page in range(1, MAX_PAGES + 1):
            values = {"page": page, "page_size": PAGE, "model": model, "include_inputs": True}
            span = {"created_after": self._iso(after), "created_before": self._iso(before)}
            answer = self._ask("POST", "/api/v3/predictions", json=values | span)
            listed = items(open_envelope(answer).get("items"))
            found += [self._listed(each) for each in listed if isinstance(each, dict)]
            if len(listed) < PAGE:
                break
        return found

    def balance(self) -> Decimal:
        """US dollars left on the key's account. The provider's pages disagree about its address."""
        try:
            answer = self._ask("GET", "/api/v3/balance")
        except NotFound:
            answer = self._ask("GET", "/api/v3/account/balance")
        return _dollars(open_envelope(answer).get("balance"))

    def models(self) -> Mapping[str, Any]:
        """The provider's catalogue of models, for `schemas` to read."""
        return self._ask("GET", "/api/v3/models")

    def price(self, model: str, inputs: Mapping[str, Any]) -> Decimal:
        """US dollars that `inputs` would cost. Missing inputs are quoted at their cheapest, so send
        all of them. Asking is free; the older address knows a discount less."""
        values = {"model_id": model, "inputs": inputs}
        try:
            answer = self._ask("POST", "/api/v3/model/price", json=values)
        except (BadKey, NoCredit, Busy):
            raise
        except Refused:
            answer = self._ask("POST", "/api/v3/model/pricing", json=values)
        data = open_envelope(answer)
        prices = (data.get(name) for name in ("discounted_price", "price", "unit_price"))
        return _dollars(next((price for price in prices if price is not None), None))

    def charged(self, request_id: str, after: float, before: float) -> Decimal | None:
        """US dollars the account was charged for a task between two Unix times of this machine's
        clock, so far as the newest bills tell."""
        span = {"start_time": self._iso(after), "end_time": self._iso(before)}
        values = {"page": 1, "page_size": PAGE} | span
        answer = self._ask("POST", "/api/v3/billings/search", json=values)
        for bill in map(table, items(open_envelope(answer).get("items"))):
            if table(bill.get("prediction")).get("uuid") == request_id:
                return _dollars(bill.get("price"))
        return None

    def cancel(self, request_id: str) -> None:
        """End an animatic. Only the local API knows this call; the provider has none."""
        self._ask("POST", f"/api/v3/predictions/{quote(request_id, safe='')}/cancel")

    def _upload_by_ticket(self, name: str, data: bytes) -> str:
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        values = {"filename": name, "size": len(data), "content_type": kind}
        ticket = open_envelope(self._ask("POST", "/api/v3/media/uploads", json=values))
        slot = table(ticket.get("upload"))
        # Its signed headers as they are, and no key: the storage belongs to somebody else.
        headers = {str(name): str(value) for name, value in table(slot.get("headers")).items()}
        timeout = (self._patience.connect, self._patience.send_file)
        try:
            with public_session(self._base, self._patience.again) as session:
                sent = session.put(
                    str(slot.get("url")), data=data, headers=headers, timeout=timeout, stream=True
                )
        except (*BROKEN, NotPublic):
            raise _unreachable("the picture did not arrive") from None
        if not 200 <= sent.status_code < 300:
            raise _unreachable("the picture did not arrive")
        return _download_url(ticket)

    def _upload_by_form(self, name: str, data: bytes) -> str:
        return _download_url(
            open_envelope(
                self._ask(
                    "POST",
                    "/api/v3/media/upload/binary",
                    self._patience.send_file,
                    files={"file": (name, data)},
                )
            )
        )

    def _ask(
        self, method: str, path: str, seconds: float | None = None, **content: Any
    ) -> dict[str, Any]:
        """A call that costs nothing: the body of its answer, or a `ProviderError`."""
        try:
            answer = self._exchange(method, path, seconds or self._patience.ask, **content)
        except BROKEN:
            raise _unreachable() from None
        if answer.refuses and answer.code < 500:
            raise refusal(answer, self._key)
        if answer.code != 200 or answer.body is None:
            raise _unreachable(plain(answer.message, self._key).rstrip("."))
        return answer.body

    def _exchange(self, method: str, path: str, seconds: float, **content: Any) -> Envelope:
        """One request on a connection of its own, because a pooled one that died while idle looks
        exactly like a lost answer. `seconds` for its head, and again for its body."""
        with api_session(self._patience.again if method == "GET" else ONCE) as session:
            response = session.request(
                method,
                self._base + path,
                auth=_Bearer(self._key),
                timeout=(self._patience.connect, seconds),
                stream=True,
                **content,
            )
            self._ahead = clock_ahead(response.headers.get("Date"))
            return Envelope(response.status_code, read_json(response, seconds))

    def _listed(self, item: dict[str, Any]) -> Listed:
        task = read_prediction(item, self._key)
        created = None if task.created is None else task.created - self._ahead
        return Listed(task, table(item.get("inputs") or item.get("input")), created)

    def _iso(self, moment: float) -> str:
        there = datetime.fromtimestamp(moment + self._ahead, UTC)
        return there.isoformat(timespec="milliseconds")


def _never_sent(error: Exception) -> bool:
    """Whether the request cannot have left this machine, because there was no connection."""
    if isinstance(error, (requests.ConnectTimeout, requests.exceptions.ProxyError)):
        return True
    reason = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(reason, NewConnectionError)


def _unreachable(detail: str = "") -> Unreachable:
    return Unreachable(f"The provider could not be reached{f': {detail}' if detail else ''}.")


def _download_url(data: Mapping[str, Any]) -> str:
    url = data.get("download_url") or data.get("url")
    if not isinstance(url, str) or not url:
        raise _unreachable("it gave no address for the picture")
    return url


def _dollars(amount: object) -> Decimal:
    """Rounded to millionths: an amount computed in floating point, like 1.2000000000000002, would
    never equal the one a person agreed to."""
    try:
        dollars = Decimal(str(amount))
    except InvalidOperation:
        dollars = Decimal("NaN")
    if not (dollars.is_finite() and abs(dollars) < MOST_DOLLARS):
        raise _unreachable("it did not say how much")
    return round(dollars, 6)
