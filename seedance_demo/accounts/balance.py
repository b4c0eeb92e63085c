"""Balance of a WaveSpeedAI account, and the line that says whether it covers a press."""

import threading
import time
from decimal import Decimal

from ..errors import SeedanceError
from ..money import dollars
from ..wavespeed import Client

FRESH = 60.0  # seconds


class Account:
    """The owner's account, asked at most once a minute however many pages look at it."""

    def __init__(self, base_url: str, key: str) -> None:
        self._base_url, self._key = base_url, key
        self.known: Decimal | None = None  # US dollars, as it was told last
        self._asked_at = -FRESH
        self._lock = threading.Lock()

    def balance(self) -> Decimal | None:
        """US dollars; None without a key and while the provider does not say. Blocks while it is
        asked, so call it from a thread that nobody waits for."""
        with self._lock:
            if self._key and time.monotonic() - self._asked_at > FRESH:
                self.known, self._asked_at = self._ask(), time.monotonic()
            return self.known

    def _ask(self) -> Decimal | None:
        try:
            return ask(self._base_url, self._key)
        except SeedanceError:
            return None  # the press will say what is wrong


def ask(base_url: str, key: str) -> Decimal:
    """The balance of this key's account. Raises `ProviderError`."""
    return Client(base_url, key).balance()


def line(balance: Decimal | None, price: Decimal) -> str:
    """`Balance $12.30.`, with a warning when it is less than `price`; empty when not known."""
    if balance is None:
        return ""
    if balance < price:
        return (
            f"Balance ${balance:.2f}: too little for this ({dollars(price)}). Top up at "
            "wavespeed.ai before you press."
        )
    return f"Balance ${balance:.2f}."
