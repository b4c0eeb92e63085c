"""Client of the WaveSpeedAI HTTP API v3: upload, submit, result, prices.

The one rule that costs money: `submit` sends its POST once. Nothing here, and nothing below here,
repeats it: no retry in the adapter, no redirect followed, no second attempt after a lost answer.
"""

import mimetypes
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from ..config.keys import check_key
from ..errors import BadKey, Busy, NoCredit, NotFound, ProviderError, Refused, Unconfirmed
from ..money import provider_amount
from . import road
from .answers import (
    Listed,
    Prediction,
    Refusal,
    Worked,
    items,
    open_envelope,
    read_prediction,
    table,
    whole,
)
from .api_errors import refusal
from .exchange import Exchange, NoAnswer, unreachable
from .readings import flagged
from .transport import BROKEN, PATIENT, NotPublic, Patience, public_session

PAGE, MAX_PAGES = 100, 50  # of the recent list; a provider may give fewer on a page


class Client:
    """Speaks to one base URL with one key. Safe to use from several threads.

    Every method raises only `ProviderError`s; no exception of `requests` leaves this module.
    """

    def __init__(self, base_url: str, key: str, patience: Patience = PATIENT) -> None:
        self._base, self._key, self._patience = base_url, check_key(key), patience
        self._api = Exchange(base_url, key, patience)

    def check_road(self) -> None:
        """Raises `Refused` when it is known that a clip could not come back. Nothing is sent."""
        road.check(self._base)

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
            answer = self._api.send(
                "POST", f"/api/v3/{quote(model)}", self._patience.submit, json=inputs
            )
        except NoAnswer as broken:
            raise (lost if broken.sent else unreachable()) from None
        match answer:
            case Refusal():
                raise refusal(answer, self._key)
            case Worked(body) if (task := read_prediction(body, self._key)).id:
                return task
        raise lost

    def result(self, request_id: str, wait: float = 0) -> Prediction:
        """How the task stands. A failed task is an answer, not an exception. An animatic's is told
        as soon as there is something new, within `wait` seconds; the provider knows no such."""
        asked = f"?wait={wait}" if wait else ""
        try:
            answer = self._api.ask("GET", f"{_task(request_id)}/result{asked}")
        except NotFound:
            unknown = "The provider does not know this request, or not with this key."
            raise NotFound(unknown, request_id=request_id) from None
        task = read_prediction(answer, self._key)
        if task.id not in ("", request_id):
            raise unreachable("it answered about another request")
        return task

    def recent(self, model: str, after: float, before: float) -> list[Listed]:
        """Tasks of `model` created between two Unix times of this machine's clock. The provider's
        clock is known from its last answer, so a second call may see what the first did not."""
        found: dict[str, Listed] = {}
        for page in range(1, MAX_PAGES + 1):
            asked = {"page": page, "page_size": PAGE, "model": model, "include_inputs": True}
            span = {"created_after": self._iso(after), "created_before": self._iso(before)}
            told = open_envelope(self._api.ask("POST", "/api/v3/predictions", json=asked | span))
            listed = map(self._listed, filter(table, items(told.get("items"))))
            new = {each.task.id: each for each in listed if each.task.id not in found}
            found |= new
            if not new or _is_last(told, len(found)):
                break
        return list(found.values())

    def balance(self) -> Decimal:
        """US dollars left on the key's account. The provider's pages disagree about its address."""
        try:
            answer = self._api.ask("GET", "/api/v3/balance")
        except NotFound:
            answer = self._api.ask("GET", "/api/v3/account/balance")
        return _dollars(open_envelope(answer).get("balance"))

    def models(self) -> Mapping[str, Any]:
        """The provider's catalogue of models, for `model_schemas` to read."""
        return self._api.ask("GET", "/api/v3/models")

    def price(self, model: str, inputs: Mapping[str, Any]) -> Decimal:
        """US dollars that `inputs` would cost. Missing inputs are quoted at their cheapest, so send
        all of them. Asking is free; the older address knows a discount less."""
        asked = {"model_id": model, "inputs": inputs}
        try:
            answer = self._api.ask("POST", "/api/v3/model/price", json=asked)
        except (BadKey, NoCredit, Busy):
            raise
        except Refused:
            answer = self._api.ask("POST", "/api/v3/model/pricing", json=asked)
        data = open_envelope(answer)
        prices = (data.get(name) for name in ("discounted_price", "price", "unit_price"))
        return _dollars(next((price for price in prices if price is not None), None))

    def charged(self, request_id: str, after: float, before: float) -> Decimal | None:
        """US dollars the account was charged for a task between two Unix times of this machine's
        clock, so far as the newest bills tell."""
        span = {"start_time": self._iso(after), "end_time": self._iso(before)}
        asked = {"page": 1, "page_size": PAGE} | span
        answer = self._api.ask("POST", "/api/v3/billings/search", json=asked)
        for bill in map(table, items(open_envelope(answer).get("items"))):
            if table(bill.get("prediction")).get("uuid") == request_id:
                return _dollars(bill.get("price"))
        return None

    def cancel(self, request_id: str) -> None:
        """End an animatic. Only the local API knows this call; the provider has none."""
        self._api.ask("POST", f"{_task(request_id)}/cancel")

    def _upload_by_ticket(self, name: str, data: bytes) -> str:
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        asked = {"filename": name, "size": len(data), "content_type": kind}
        ticket = open_envelope(self._api.ask("POST", "/api/v3/media/uploads", json=asked))
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
            raise unreachable("the picture did not arrive") from None
        if not 200 <= sent.status_code < 300:
            raise unreachable("the picture did not arrive")
        return _download_url(ticket)

    def _upload_by_form(self, name: str, data: bytes) -> str:
        return _download_url(
            open_envelope(
                self._api.ask(
                    "POST",
                    "/api/v3/media/upload/binary",
                    self._patience.send_file,
                    files={"file": (name, data)},
                )
            )
        )

    def _listed(self, item: dict[str, Any]) -> Listed:
        task = read_prediction(item, self._key)
        created = None if task.created is None else task.created - self._api.clock_ahead
        return Listed(task, table(item.get("inputs") or item.get("input")), created)

    def _iso(self, moment: float) -> str:
        there = datetime.fromtimestamp(moment + self._api.clock_ahead, UTC)
        return there.isoformat(timespec="milliseconds")


def _is_last(told: Mapping[str, Any], found: int) -> bool:
    """Whether a page says that nothing comes after it; how full it is says nothing."""
    if told.get("has_more") is not None:
        return not flagged(told["has_more"])
    return 0 < whole(told.get("total")) <= found


def _task(request_id: str) -> str:
    return f"/api/v3/predictions/{quote(request_id, safe='')}"


def _download_url(data: Mapping[str, Any]) -> str:
    url = data.get("download_url") or data.get("url")
    if not isinstance(url, str) or not url:
        raise unreachable("it gave no address for the picture")
    return url


def _dollars(amount: object) -> Decimal:
    found = provider_amount(amount)
    if found is None:
        raise unreachable("it did not say how much")
    return found
