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

from ..catalog import BY_ID, MODELS, Contract, Model, fallback_contract
from ..config.settings import AUTO, Settings
from ..errors import BadBrief, BadKey, Busy, NoCredit, SeedanceError
from ..wavespeed import Client
from ..wavespeed.model_schemas import Entry, read_catalogue
from ..wavespeed.transport import BRISK, Patience
from .brief import NOT_OFFERED, Brief
from .catalogue import listed
from .family import is_family, model_of
from .order import Order, place, with_urls

log = logging.getLogger(__name__)
CATALOGUE_FRESH = 3600.0  # seconds; the provider's own clients keep it as long
QUOTE_FRESH = 600.0
AFTER_FAILURE = 60.0
MOST_QUOTES = 1000
BELIEVED = Decimal("0.5")  # of the published price; a quote below it is taken for a mistake
CATALOGUE, QUOTES = "catalogue", "quotes"  # the two questions
NO_PRICE = "WaveSpeedAI has not said what {} costs, so nothing is sent. Try again in a minute."
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
        self._listed_for: dict[bytes, tuple[str, ...]] = {}  # accounts' marks to newer ids
        self._left_out: dict[str, str] = {}  # and why, for the log
        self._looking = threading.Lock()
        self._not_before: dict[str | bytes, float] = {}  # questions, and marks of accounts
        self._quotes: dict[bytes, tuple[float, Decimal]] = {}
        self._salt = secrets.token_bytes(32)

    def contract(self, model_id: str) -> Contract:
        """The contract in force as far as known. Never waits."""
        pinned = self._settings.contract
        if pinned != AUTO and model_id in BY_ID:
            return BY_ID[model_id].contracts[pinned]
        return self._live.get(model_id) or fallback_contract(model_id)

    def offered(self, key: str) -> tuple[Model, ...]:
        """The page's own models, and what the catalogue lists besides for this key."""
        return (*MODELS, *map(model_of, self._newer(key)))

    def refresh(self, key: str) -> None:
        """Ask which contracts are in force, once an hour for each key. Blocks; what cannot be had
        or read leaves everything as it was."""
        if not key or self._settings.contract != AUTO:
            return
        if not self._may_ask(CATALOGUE, key):  # and nobody waits for a stranger's question
            return
        with self._looking:
            if not self._may_ask(CATALOGUE, key):  # somebody else has asked meanwhile
                return
            try:
                entries = read_catalogue(self._client(key).models(), is_family)
            except SeedanceError as error:
                log.info("the catalogue of models: %s", error)
                self._leave_alone(CATALOGUE, key, error)
                return
            self._wait(self._mark(key, CATALOGUE), CATALOGUE_FRESH)
            self._learn(entries, key)

    def _learn(self, entries: Mapping[str, Entry], key: str) -> None:
        contracts, left_out = listed(entries.values())
        for model_id in left_out.keys() - self._left_out.keys():
            log.info("%s is not offered: %s", model_id, left_out[model_id])
        self._left_out, self._live = left_out, {**self._live, **contracts}
        if len(self._listed_for) > MOST_QUOTES:
            self._listed_for.clear()
        newer = tuple(model_id for model_id in contracts if model_id not in BY_ID)
        self._listed_for[self._mark(key)] = newer

    def _newer(self, key: str) -> tuple[str, ...]:
        return self._listed_for.get(self._mark(key), ())

    def priced_order(self, brief: Brief, key: str = "", *, ask: bool = True) -> Order:
        """The order of a brief at the provider's price for this key's account, where it is known or
        can be asked (then this blocks), else at the published one. Raises `BadBrief`."""
        order = place(brief, self.contract)
        if brief.model.free:
            return order
        is_newer = order.endpoint not in BY_ID
        if is_newer and order.endpoint not in self._newer(key):
            raise BadBrief("model", NOT_OFFERED.format(brief.model.title))
        price = self._price(order, key, ask=ask) if key else Decimal(0)
        if is_newer and not price:
            raise BadBrief("model", NO_PRICE.format(brief.model.title))
        dearer = max(price, order.price) if is_newer else price or order.price
        return replace(order, price=dearer, quoted=dearer == price)

    def _price(self, order: Order, key: str, *, ask: bool) -> Decimal:
        """The quote, asked for when there is none or it is old; 0 for none."""
        kind = self._kind(order, key)
        stale, price = self._quotes.get(kind, (0.0, Decimal(0)))
        if self._clock() < stale:
            return price
        if not ask or not self._may_ask(QUOTES, key):
            return Decimal(0)
        price = self._quote(order, key)
        self._remember(kind, price)
        return price

    def _quote(self, order: Order, key: str) -> Decimal:
        """The provider's price; 0 when it does not say one that can be believed."""
        urls = {name: _ANYWHERE.format(name) for name in order.pictures}
        try:
            price = self._client(key).price(order.endpoint, with_urls(order.body, urls))
        except SeedanceError as error:
            log.info("no quote for %s: %s", order.endpoint, error)
            self._leave_alone(QUOTES, key, error)
            return Decimal(0)
        if order.endpoint not in BY_ID or price >= order.price * BELIEVED:
            return max(price, Decimal(0))  # of a newer model the floor is kept all the same
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
        marks = question, self._mark(key), self._mark(key, question)
        return self._clock() >= max(self._not_before.get(each, 0.0) for each in marks)

    def _leave_alone(self, question: str, key: str, error: SeedanceError) -> None:
        """For a minute: this account, when the trouble is its own, else this question."""
        whom = self._mark(key) if isinstance(error, _ACCOUNTS) else question
        self._wait(whom, AFTER_FAILURE)

    def _wait(self, whom: str | bytes, seconds: float) -> None:
        if len(self._not_before) > MOST_QUOTES:
            self._not_before.clear()
        self._not_before[whom] = self._clock() + seconds

    def _remember(self, kind: bytes, price: Decimal) -> None:
        """Also that there is none: it is not asked at every change of the form."""
        if len(self._quotes) > MOST_QUOTES:
            self._quotes.clear()
        self._quotes[kind] = self._clock() + (QUOTE_FRESH if price else AFTER_FAILURE), price

    def _client(self, key: str) -> Client:
        return Client(self._settings.base_url, key, self._patience)
