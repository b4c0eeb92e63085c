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
from collections.abc import Callable, Mapping
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
BELIEVED = Decimal("0.5")  # of the published price; a quote below it is taken for a mistake
MODELS, QUOTES = "models", "quotes"  # the two questions
_ACCOUNTS = BadKey, Busy, NoCredit  # one account's trouble: another's questions may be answered
_ANYWHERE = "https://example.com/{}"  # a quote needs addresses; nobody fetches them


class Quotes:
    """The provider's offers. Safe to use from several threads. `clock` counts seconds."""

    def __init__(
        self,
        settings: Settings,
        patience: Patience = BRISK,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settings, self._patience, self._clock = settings, patience, clock
        self._live: Mapping[str, Contract] = {}
        self._looking = threading.Lock()
        self._not_before: dict[str | bytes, float] = {}  # questions, and marks of accounts
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
            if not self._may_ask(MODELS, key):
                return
            try:
                answer = self._client(key).models()
                self._live = {**self._live, **_contracts(answer)}
                self._not_before[MODELS] = self._clock() + CATALOGUE_FRESH
            except SeedanceError as error:
                log.info("the catalogue of models: %s", error)
                self._leave_alone(MODELS, key, error)

    def priced_order(self, brief: Brief, key: str = "", *, ask: bool = True) -> Order:
        """The order of a brief at the provider's price for this key's account, where it is known or
        can be asked (then this blocks), else at the published one. Raises `BadBrief`."""
        order = place(brief, self.contract)
        if not key or brief.model.free:
            return order
        kind = self._kind(order, key)
        stale, price = self._quotes.get(kind, (0.0, Decimal(0)))
        is_stale = self._clock() >= stale
        if is_stale and ask and self._may_ask(QUOTES, key):
            price = self._quote(order, key)
            self._remember(kind, price)
        elif is_stale:
            return order
        return replace(order, price=price, quoted=True) if price else order

    def _quote(self, order: Order, key: str) -> Decimal:
        """The provider's price; 0 when it does not say one that can be believed."""
        urls = {name: _ANYWHERE.format(name) for name in order.pictures}
        try:
            price = self._client(key).price(order.endpoint, with_urls(order.body, urls))
        except SeedanceError as error:
            log.info("no quote for %s: %s", order.endpoint, error)
            self._leave_alone(QUOTES, key, error)
            return Decimal(0)
        if price >= order.price * BELIEVED:
            return price
        log.warning("a quote of %s for %s is not believed", price, order.endpoint)
        return Decimal(0)

    def _kind(self, order: Order, key: str) -> bytes:
        """Equal for orders that cost the same: the words, the seed and the pictures do not matter,
        but how many there are does, and whose account pays. The key cannot be read from it."""
        body = dict(order.body) | {"prompt": "", "seed": 0, "pictures": len(order.pictures)}
        same = with_urls(body, dict.fromkeys(order.pictures, ""))
        return self._mark(key, order.endpoint, same)

    def _mark(self, *told: object) -> bytes:
        return hmac.digest(self._salt, json.dumps(told).encode(), "sha256")

    def _may_ask(self, question: str, key: str) -> bool:
        waits = (self._not_before.get(each, 0.0) for each in (question, self._mark(key)))
        return self._clock() >= max(waits)

    def _leave_alone(self, question: str, key: str, error: SeedanceError) -> None:
        """For a minute: this account, when the trouble is its own, else this question."""
        if len(self._not_before) > MOST_QUOTES:
            self._not_before.clear()
        whom = self._mark(key) if isinstance(error, _ACCOUNTS) else question
        self._not_before[whom] = self._clock() + AFTER_FAILURE

    def _remember(self, kind: bytes, price: Decimal) -> None:
        """Also that there is none: it is not asked at every change of the form."""
        if len(self._quotes) > MOST_QUOTES:
            self._quotes.clear()
        self._quotes[kind] = self._clock() + (QUOTE_FRESH if price else AFTER_FAILURE), price

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
