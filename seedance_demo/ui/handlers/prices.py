"""Event handlers for price, allowance and balance."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any
from zlib import crc32

import gradio as gr
from gradio.utils import get_upload_folder
from markupsafe import Markup

from ...accounts import balance
from ...accounts.guard import Guard
from ...accounts.visitor import Caller
from ...catalog import MODELS, Model
from ...config.settings import Settings
from ...errors import SeedanceError, StorageError
from ...jobs.pools import QUOTE
from ...money import read_dollars
from ...orders.brief import Options, check_model
from ...orders.images import upload_shape
from ...orders.offer import Offer, draft_brief, offer
from ...orders.quotes import Quotes
from ...orders.wishes import Wishes
from ..form import models
from ..naming import Updates, unchanged
from ..page import Page
from .callers import Callers


class PriceHandlers:
    """Everybody gets the prices of the account that would pay for them. `options` are those of
    `Options`, by name."""

    def __init__(
        self, page: Page, settings: Settings, guard: Guard, quotes: Quotes, callers: Callers
    ) -> None:
        self._form, self._settings, self._guard = page.form, settings, guard
        self._quotes, self._callers = quotes, callers
        self._owners = balance.Account(settings.base_url, settings.api_key)

    def price(
        self,
        request: gr.Request,
        profile: gr.OAuthProfile | None,
        *,
        visitor: str,
        api_key: str,
        images: list[str],
        model: str,
        duration: int | None,
        write_only: bool,
        every_length: bool,
        clips: int | None,
        **options: Any,
    ) -> Updates:
        """The form's choices and prices as far as they are known, at once."""
        caller = self._callers.identify(request, profile, visitor, api_key)
        wished = Wishes(model, duration, len(images), write_only, Options(**options), clips or 1)
        found = self._offer(caller, wished, images, every_length=every_length)
        return {
            **self._form.offered(found, wished, self._guard, caller.visitor),
            self._form.brief.model: models(self._models(caller), model),
            self._form.price.balance: self._owners_balance(caller, found),
            self._form.extent: f"{found.duration} s, {wished}, {crc32(repr(images).encode()):x}",
        }

    async def ask(
        self,
        request: gr.Request,
        profile: gr.OAuthProfile | None,
        *,
        visitor: str,
        api_key: str,
        images: list[str],
        model: str,
        duration: int | None,
        write_only: bool,
        every_length: bool,
        clips: int | None,
        **options: Any,
    ) -> Updates:
        """Ask the provider what is in force, what the form's choices cost and, for the owner, what
        is left. The form is priced again when the answer is another one than before."""
        caller = self._callers.identify(request, profile, visitor, api_key)
        wished = Wishes(model, duration, len(images), write_only, Options(**options), clips or 1)
        find = partial(self._offer, caller, wished, images, every_length=every_length, ask=True)
        told = await QUOTE.run(self._ask, caller, model, find)
        return {self._form.price.quoted: told} if told else unchanged()

    async def own_balance(self, request: gr.Request, *, api_key: str, agreed: str) -> Markup:
        """The balance of the visitor's own key, asked for by a press of its own."""
        key = self._callers.identify(request, None, api_key=api_key).key
        try:
            found = await QUOTE.run(balance.ask, self._settings.base_url, key)
        except SeedanceError as error:
            return _line(str(error))
        return _line(balance.line(found, read_dollars(agreed)))

    def allowance(self, caller: Caller) -> Markup:
        """HTML: who pays for this visitor, and what is left of it, or why that is not known."""
        try:
            return _line(self._guard.allowance(caller.visitor))
        except StorageError as error:
            return _line(str(error))

    def _ask(self, caller: Caller, model: str, find: Callable[[], Offer]) -> str:
        """What changes when an answer does; empty when nobody's key would pay. Blocks."""
        key = self.paying_key(caller, model)
        if not key:
            return ""
        self._quotes.refresh(key)
        found = find()
        if self._guard.is_owners(caller.visitor):
            self._owners.balance()
        told = repr((found, self._owners_balance(caller, found), self._models(caller)))
        return sha256(told.encode()).hexdigest()

    def _owners_balance(self, caller: Caller, found: Offer) -> Markup:
        """The balance of the key that pays on the owner's own page; nobody else's business."""
        if not self._guard.is_owners(caller.visitor):
            return Markup()
        return _line(balance.line(self._owners.known, found.total or Decimal(0)))

    def _offer(
        self,
        caller: Caller,
        wished: Wishes,
        images: list[str],
        *,
        every_length: bool,
        ask: bool = False,
    ) -> Offer:
        shape = upload_shape(images[0], Path(get_upload_folder())) if images else None
        brief = draft_brief(wished, self._quotes.contract, shape)
        key = self.paying_key(caller, brief.model.id)
        found = offer(self._quotes, brief, key, every_length=every_length, ask=ask)
        return self._for_several(caller, found, wished.clips)

    def _for_several(self, caller: Caller, found: Offer, clips: int) -> Offer:
        """The offer for so many clips, or for those of them that are paid for."""
        wanted = covered = clips if found.varies else 1
        price = found.price or Decimal(0)
        with suppress(SeedanceError):  # the press will say what is wrong
            payment = self._guard.payment(found.brief.model, caller)
            covered = self._guard.covered(wanted, price, payment, caller.visitor)
        return replace(found, wanted=wanted, covered=covered)

    def _models(self, caller: Caller) -> tuple[Model, ...]:
        """Those of the key that would pay for one."""
        return self._quotes.offered(self.paying_key(caller, MODELS[0].id))

    def paying_key(self, caller: Caller, model: str) -> str:
        """The key that would pay; empty when none would."""
        with suppress(SeedanceError):  # the press will say what is wrong
            return self._guard.payment(check_model(model), caller).key
        return ""


def _line(text: str) -> Markup:
    """A line of its own, or nothing at all: the style hides what holds no paragraph."""
    return Markup("<p>{}</p>").format(text) if text else Markup()
