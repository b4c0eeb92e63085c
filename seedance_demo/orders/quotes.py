"""Cache of the provider's input schemas and price quotes.

Both are asked with whichever key is at hand and remembered. The page never waits for them: until
the provider has answered, the contract of the launch and our own list of prices stand in.
"""

import hmac
import json
import logging
import secrets
import threading
import time
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from ..catalog import ANIMATIC, BY_ID, GEN_2026_04, Contract, Input, Model
from ..config import AUTO, Settings
from ..errors import BadKey, Busy, NoCredit, SeedanceError
from ..wavespeed import Client
from ..wavespeed.model_schemas import read_inputs
from ..wavespeed.transport import BRISK, Patience
from .brief import Brief
from .order import Order, place, with_urls

log = logging.getLogger(__name__)
CATALOGUE_FRESH = 3600.0  # seconds; the provider's own clients keep it as long
QUOTE_FRESH = 600.0
AFTER_FAILURE = 60.0
MOST_QUOTES = 1000
_ACCOUNTS = BadKey, Busy, NoCredit  # one account's trouble: another's questions may be answered
_ANYWHERE = "https://example.com/{}"  # a quote needs addresses; nobody fetches them


class Quotes:
    """The provider's offers. Safe to use from several threads."""

    def __init__(self, settings: Settings, patience: Patience = BRISK) -> None:
        self._settings, self._patience = settings, patience
        self._live: Mapping[str, Contract] = {}
        self._next_look = 0.0
        self._looking = threading.Lock()
        self._next_quote = 0.0
        self._backing_off: dict[bytes, float] = {}  # accounts to leave alone, and until when
        self._quotes: dict[bytes, tuple[float, Decimal]] = {}
        self._salt = secrets.token_bytes(32)

    def contract(self, model_id: str) -> Contract:
        """The contract in force as far as known. Never waits."""
        model, pinned = BY_ID[model_id], self._settings.contract
        if pinned != AUTO:
            return model.contracts[pinned]
        return self._live.get(model_id, model.contracts[GEN_2026_04])

    def refresh(self, key: str) -> None:
        """Ask which contracts are in force, once an hour. Blocks; what cannot be had or read leaves
        everything as it was."""
        if not key or self._settings.contract != AUTO:
            return
        with self._looking:
            if time.monotonic() < self._next_look or self._is_backing_off(key):
                return
            try:
                answer = self._client(key).models()
                self._live = {**self._live, **_contracts(answer)}
                self._next_look = time.monotonic() + CATALOGUE_FRESH
            except SeedanceError as error:
                log.info("the catalogue of models: %s", error)
                if not self._backs_off(error, key):
                    self._next_look = time.monotonic() + AFTER_FAILURE

    def priced_order(self, brief: Brief, key: str = "", *, ask: bool = True) -> Order:
        """The order of a brief at the provider's price for this key's account, where it is known or
        can be asked (then this blocks), else at the published one. Raises `BadBrief`."""
        order = place(brief, self.contract)
        if not key or brief.model.free:
            return order
        kind = self._kind(order, key)
        stale, price = self._quotes.get(kind, (0.0, Decimal(0)))
        if (
            ask
            and time.monotonic() > max(stale, self._next_quote)
            and not self._is_backing_off(key)
        ):
            price = self._quote(order, key)
            self._remember(kind, price)
        elif time.monotonic() > stale:
            return order
        return replace(order, price=price, quoted=True) if price else order

    def _quote(self, order: Order, key: str) -> Decimal:
        """The provider's price; 0 when it does not say one."""
        urls = {name: _ANYWHERE.format(name) for name in order.pictures}
        try:
            price = self._client(key).price(order.endpoint, with_urls(order.body, urls))
        except SeedanceError as error:
            log.info("no quote for %s: %s", order.endpoint, error)
            if not self._backs_off(error, key):
                self._next_quote = time.monotonic() + AFTER_FAILURE
            return Decimal(0)
        return max(price, Decimal(0))

    def _kind(self, order: Order, key: str) -> bytes:
        """Equal for orders that cost the same: the words, the seed and the pictures do not matter,
        but how many there are does, and whose account pays. The key cannot be read from it."""
        body = dict(order.body) | {"prompt": "", "seed": 0, "pictures": len(order.pictures)}
        same = with_urls(body, dict.fromkeys(order.pictures, ""))
        return self._mark(key, order.endpoint, same)

    def _mark(self, *told: object) -> bytes:
        return hmac.digest(self._salt, json.dumps(told).encode(), "sha256")

    def _is_backing_off(self, key: str) -> bool:
        return time.monotonic() < self._backing_off.get(self._mark(key), 0.0)

    def _backs_off(self, error: SeedanceError, key: str) -> bool:
        """Back off from this account for a minute, if the trouble is its own; whether it is."""
        if isinstance(error, _ACCOUNTS):
            if len(self._backing_off) > MOST_QUOTES:
                self._backing_off.clear()
            self._backing_off[self._mark(key)] = time.monotonic() + AFTER_FAILURE
        return isinstance(error, _ACCOUNTS)

    def _remember(self, kind: bytes, price: Decimal) -> None:
        """Also that there is none: it is not asked at every change of the form."""
        if len(self._quotes) > MOST_QUOTES:
            self._quotes.clear()
        self._quotes[kind] = time.monotonic() + (QUOTE_FRESH if price else AFTER_FAILURE), price

    def _client(self, key: str) -> Client:
        return Client(self._settings.base_url, key, self._patience)


def _contracts(answer: Mapping[str, object]) -> dict[str, Contract]:
    found = {model: read_inputs(answer, model) for model in BY_ID if model != ANIMATIC}
    return {model: _contract(BY_ID[model], inputs) for model, inputs in found.items() if inputs}


def _contract(model: Model, inputs: tuple[Input, ...]) -> Contract:
    """The live inputs, at the prices of the generation they are most alike."""
    names = {each.name for each in inputs}

    def alike(contract: Contract) -> int:
        return -len(names ^ {each.name for each in contract.inputs})

    return replace(max(model.contracts.values(), key=alike), inputs=inputs)
