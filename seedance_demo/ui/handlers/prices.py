"""Event handlers for price, allowance and balance."""

from collections.abc import Callable
from contextlib import suppress
from html import escape
from typing import Any

import gradio as gr

from ...accounts import balance
from ...accounts.guard import Guard
from ...accounts.visitor import Visitor, own_key
from ...catalog import BY_ID
from ...config import Settings
from ...errors import NotAllowed, SeedanceError
from ...money import read_dollars
from ...orders.brief import Options, check_model
from ...orders.offer import Offer, draft_brief, offer
from ...orders.quotes import Quotes
from ..components.image_strip import paths
from ..form import offered

Recognise = Callable[[gr.Request, gr.OAuthProfile | None, str], Visitor]


class PriceHandlers:
    """Everybody gets the prices of the account that would pay for them. `asked` is what of the form
    decides them: pictures, model, seconds, whether every length is offered, and the options."""

    def __init__(
        self, settings: Settings, guard: Guard, quotes: Quotes, recognise: Recognise
    ) -> None:
        self._settings, self._guard, self._quotes = settings, guard, quotes
        self._recognise = recognise
        self._owners = balance.Account(settings.base_url, settings.api_key)

    def price(
        self,
        request: gr.Request,
        profile: gr.OAuthProfile | None,
        visitor: str,
        api_key: str,
        *asked: Any,
    ) -> list[Any]:
        """The form's choices and prices as far as they are known, at once."""
        key = self._key(request, profile, visitor, api_key, asked[1])
        model, options = BY_ID[asked[1]], Options(*asked[4:])
        return offered(self._offer(key, *asked), model, self._guard, asked[2], options)

    def ask(
        self,
        request: gr.Request,
        profile: gr.OAuthProfile | None,
        visitor: str,
        api_key: str,
        *asked: Any,
    ) -> None:
        """Ask the provider what is in force and what the form's choices cost. Blocks."""
        if key := self._key(request, profile, visitor, api_key, asked[1]):
            self._quotes.refresh(key)
            self._offer(key, *asked, ask=True)

    def allowance(self, request: gr.Request, profile: gr.OAuthProfile | None, visitor: str) -> str:
        """Who pays for this visitor, and what is left of it."""
        return _line(self._guard.allowance(self._recognise(request, profile, visitor)))

    def owners_balance(self, request: gr.Request, agreed: str) -> str:
        """The balance of the key that pays on the owner's own page; nobody else's business."""
        if not self._guard.is_owners(self._recognise(request, None, "")):
            return ""
        return _line(balance.line(self._owners.balance(), read_dollars(agreed)))

    def own_balance(self, request: gr.Request, agreed: str, api_key: str) -> str:
        """The balance of the visitor's own key, asked for by a press of its own."""
        try:
            found = balance.ask(self._settings.base_url, own_key(api_key, request))
        except SeedanceError as error:
            return _line(escape(str(error)))
        return _line(balance.line(found, read_dollars(agreed)))

    def _offer(
        self,
        key: str,
        images: object,
        model: str,
        duration: int | None,
        every_length: bool,
        *options: Any,
        ask: bool = False,
    ) -> Offer:
        chosen, count = Options(*options), len(paths(images))
        brief = draft_brief(self._quotes, model, duration or 5, count, chosen)
        return offer(self._quotes, brief, key, every_length=every_length, ask=ask)

    def _key(
        self,
        request: gr.Request,
        profile: gr.OAuthProfile | None,
        visitor: str,
        typed: str,
        model: str,
    ) -> str:
        """The key that would pay; empty when none would."""
        who = self._recognise(request, profile, visitor)
        with suppress(NotAllowed):
            return self._guard.payment(check_model(model), own_key(typed, request), who).key
        return ""


def _line(text: str) -> str:
    """A line of its own, or nothing at all: the style hides what holds no paragraph."""
    return f"<p>{text}</p>" if text else ""
