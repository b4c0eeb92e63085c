"""Who may spend whose key."""

from dataclasses import dataclass, field

from .catalog import Model
from .config import LOOPBACK, Settings
from .errors import NotAllowed
from .ledger import Payer


@dataclass(frozen=True)
class Payment:
    """The key that pays for one press, and whose it is. Never stored."""

    payer: Payer
    key: str = field(default="", repr=False)


def is_public(host: str | None, *, share: bool, on_space: bool) -> bool:
    """Whether people other than the owner can reach the page."""
    return share or on_space or (host or "127.0.0.1") not in LOOPBACK


def payment_for(model: Model, visitors_key: str, settings: Settings, *, public: bool) -> Payment:
    """Whose key pays for this press. Raises `NotAllowed` when nobody's may.

    The order is the visitor's own key, then the owner's, and the owner's on a private page only.
    """
    if model.free:
        return Payment(Payer.NOBODY)
    if key := visitors_key.strip():
        return Payment(Payer.VISITOR, key)
    if settings.api_key and not public:
        return Payment(Payer.OWNER, settings.api_key)
    raise NotAllowed(
        f"{model.title} needs a WaveSpeedAI key. Enter yours, or choose the animatic: it is free."
    )
