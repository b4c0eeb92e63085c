"""Decides whose key pays for a request, and on what terms.

The visitor's own key always comes first. The owner's pays for everything on a private page; on a
page that others can reach it pays for those who signed in, or within a daily budget, or never.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from ..catalog import Model
from ..config.keys import check_key
from ..config.machine import is_loopback
from ..config.settings import Settings
from ..errors import NotAllowed
from ..ledger import Ledger, Payer, Terms
from .visitor import Caller, Visitor

MOST_UNFINISHED = 16  # free jobs of one visitor or address: a household's presses of an evening
_NOT_BELIEVED = "This page's own key is for its owner, and its log says why that is not you. "
_ENTER_YOURS = "Enter yours, or choose the animatic: it is free."
_SIGN_IN = "Sign in to use this page's key, enter your own, or choose the animatic: it is free."
ADVICE = """Your key is not spent, because others can reach this page. To let it pay, set one of
  SEEDANCE_DAILY_BUDGET=6             US dollars in 24 hours, for all visitors together
  SEEDANCE_AUTH=someone:a-password    a login; those who have it use your key
and perhaps SEEDANCE_VISITOR_DAILY_CLIPS=3. Until then visitors enter their own keys."""
PRIVATE = """Your key pays for whoever opens this page on this machine. Before a proxy or a tunnel
leads others to it, set SEEDANCE_AUTH or SEEDANCE_DAILY_BUDGET: some cannot be told from you."""
ONE_ADDRESS = """SEEDANCE_VISITOR_DAILY_CLIPS counts by address. If a proxy leads visitors to this
page, set FORWARDED_ALLOW_IPS to its address, or all of them are one visitor."""
KEYLESS = """This Space has no key: visitors enter their own, or make animatics. To let yours pay,
put WAVESPEED_API_KEY (from wavespeed.ai/accesskey) into its secrets, never into its variables, and
SEEDANCE_DAILY_BUDGET=6, US dollars in 24 hours, into its variables."""
UNBOUNDED = """Everybody who signs in spends your key without an end: set SEEDANCE_DAILY_BUDGET."""


@dataclass(frozen=True)
class Payment:
    """The key that pays for one press, whose it is, and on what terms. Never stored."""

    payer: Payer
    key: str = field(default="", repr=False)
    terms: Terms = Terms()  # frozen


def is_public(host: str | None, *, share: bool, on_space: bool) -> bool:
    """Whether people other than the owner can reach the page."""
    return share or on_space or not is_loopback(host or "127.0.0.1")


class Guard:
    """`public`: others than the owner can come in. `sign_in`: with a Hugging Face account."""

    def __init__(
        self, settings: Settings, ledger: Ledger, *, public: bool, sign_in: bool = False
    ) -> None:
        self._settings, self._ledger = settings, ledger
        self.public, self.sign_in = public, sign_in

    @property
    def pays_for_all(self) -> bool:
        """Whether whoever sees the page may spend the owner's key."""
        return bool(self._settings.api_key) and (not self.public or bool(self._settings.auth))

    @property
    def asks_for_keys(self) -> bool:
        """Whether visitors may want to enter a key of their own."""
        return self.public or not self._settings.api_key

    def asks_for_key(self, visitor: Visitor) -> bool:
        """The same of one visitor: also of a private page's, when it is not its owner."""
        return self.asks_for_keys or not self.owner_pays(visitor)

    def payment(self, model: Model, caller: Caller) -> Payment:
        """Whose key pays for this press. Raises `NotAllowed` when nobody's may, and
        `BadKey` for what cannot be a key."""
        if model.free:
            return Payment(Payer.NOBODY, terms=self.free_terms(caller.visitor))
        if key := caller.key.strip():
            return Payment(Payer.VISITOR, check_key(key))
        if self.owner_pays(caller.visitor):
            settings, account = self._settings, caller.visitor.account
            terms = Terms(account, settings.daily_budget, settings.visitor_clips)
            return Payment(Payer.OWNER, self._settings.api_key, terms)
        raise NotAllowed(f"{model.title} needs a WaveSpeedAI key. {self._ways_to_pay()}")

    def covered(self, wanted: int, price: Decimal, payment: Payment, visitor: Visitor) -> int:
        """How many of so many clips, each at `price`, the key pays for now."""
        if payment.payer is not Payer.OWNER or wanted == 1:  # one alone: the press says why not
            return wanted
        already = self._ledger.used(visitor.id, visitor.account)
        return payment.terms.cover(wanted, price, already)

    def free_terms(self, visitor: Visitor) -> Terms:
        """What costs nothing is bounded in number, but for the owner at home."""
        return Terms(visitor.account, unfinished=MOST_UNFINISHED) if visitor.counted else Terms()

    def owner_pays(self, visitor: Visitor) -> bool:
        """Whether the owner's key is open to this visitor at all."""
        if not self._settings.api_key or visitor.sent_by_another_site:
            return False
        if self.is_owners(visitor):
            return True
        if self._logins:
            return visitor.signed_in
        return self._settings.daily_budget is not None

    def is_owners(self, visitor: Visitor) -> bool:
        """Whether this page is the owner's alone, and so is the request."""
        return not self.public and visitor.at_home

    def allowance(self, visitor: Visitor) -> str:
        """One line before the press: who pays here, and what is left of it."""
        if not self._settings.api_key:
            return ""  # the model's own line says how to pay
        if not self.owner_pays(visitor):
            return f"Seedance 2.0 needs a WaveSpeedAI key. {self._ways_to_pay()}"
        already = self._ledger.used(visitor.id, visitor.account)
        parts = []
        if (budget := self._settings.daily_budget) is not None:
            left = max(budget - already.spent, Decimal(0))
            parts.append(f"${left:.2f} of ${budget:.2f} left for everyone")
        if (clips := self._settings.visitor_clips) is not None:
            parts.append(f"{max(clips - already.clips, 0)} of {clips} clips left for you")
        return f"This page pays: {', '.join(parts)} (in 24 hours)." if parts else ""

    @property
    def _logins(self) -> bool:
        return self.sign_in or bool(self._settings.auth)

    def advice(self, *, proxy_is_known: bool = False, on_space: bool = False) -> str:
        """What to tell the owner at the start; empty when all is well. `proxy_is_known`: the server
        was told which proxy to believe. `on_space`: it may be a duplicate, which has no secrets."""
        settings, bounded = self._settings, self._settings.daily_budget is not None
        if not settings.api_key:
            return KEYLESS if on_space else ""
        if not self.public and settings.visitor_clips is not None and not proxy_is_known:
            return ONE_ADDRESS
        if bounded or (self._logins and not self.sign_in):
            return ""
        if not self.public:
            return PRIVATE
        return UNBOUNDED if self._logins else ADVICE

    def _ways_to_pay(self) -> str:
        if self._settings.api_key and self._logins:
            return _SIGN_IN
        whose = "" if self.public or not self._settings.api_key else _NOT_BELIEVED
        return whose + _ENTER_YOURS
