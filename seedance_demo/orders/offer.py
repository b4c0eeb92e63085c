"""What the page offers before a request: the choices of the contract, and what each costs.

A price is an estimate, by the published rates, until the provider has quoted it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from ..catalog import USUAL_DURATIONS, Contract
from ..errors import BadBrief
from ..money import dollars
from .brief import UNKNOWN_SHAPE, Brief
from .family import model_of
from .order import InForce, Order, resolution_of
from .quotes import Quotes
from .roles import FROM_PICTURE, choices, shape
from .wishes import (
    Wishes,
    can_write_only,
    duration_in_force,
    model_in_force,
    options_in_force,
    uses_pictures,
)

GENERATE = "Generate"  # what the button says, before the price


@dataclass(frozen=True)
class Offer:
    """`durations` are labels and seconds, and `duration` the one in force; `price` is that of one
    clip, None when this brief cannot be ordered, and then `note` says why not. Of the `wanted`
    clips so many are `covered` by whose key pays."""

    contract: Contract
    durations: tuple[tuple[str, int], ...]
    duration: int
    price: Decimal | None
    quoted: bool
    note: str
    brief: Brief
    order: Order | None = None
    role_choices: tuple[tuple[str, bool], ...] = ()  # labels and `end_frame`
    may_write_only: bool = False
    wanted: int = 1
    covered: int = 1

    @property
    def varies(self) -> bool:
        """Whether several clips of it would be different ones."""
        return bool(self.order and self.order.varies)

    @property
    def clips(self) -> int:
        """How many a press makes. Where none is covered it is one, and the press says why not."""
        return max(1, self.covered)

    @property
    def total(self) -> Decimal | None:
        """What a press agrees to; None when this brief cannot be ordered."""
        return None if self.price is None else self.price * self.clips

    @property
    def button(self) -> str:
        """The button's words: how many clips, where there are several, and what they cost."""
        words = f"{GENERATE} {self.clips}" if self.clips > 1 else GENERATE
        return _priced(words, self.total, quoted=self.quoted)

    @property
    def shortfall(self) -> str:
        """That fewer clips are covered than wanted; nothing where all are."""
        if self.covered >= self.wanted:
            return ""
        if not self.covered:
            return f"Your allowance covers none of {self.wanted} clips today."
        return f"Your allowance covers {self.covered} of {self.wanted} clips today."

    @property
    def summary(self) -> str:
        """What is made, in a line: `Seedance 2.0 · 5 s · 720p · 16:9`."""
        told = [self.brief.model.title, f"{self.duration} s"]
        if self.order:
            told.append(resolution_of(self.order.endpoint, self.order.body))
            told.append(shape(self.order).removesuffix(FROM_PICTURE))
        return " · ".join(filter(None, told))


def offer(
    quotes: Quotes, brief: Brief, key: str = "", *, every_length: bool = False, ask: bool = False
) -> Offer:
    """The offer for a brief as far as it is written. With `ask` the provider is asked for quotes,
    and this blocks; without, what is known must do."""
    contract = quotes.contract(brief.model.id)
    duration = duration_in_force(contract, brief.duration)
    lengths = _lengths(contract, duration, every_length)
    orders = {each: _order(quotes, replace(brief, duration=each), key, ask=ask) for each in lengths}
    chosen = orders[duration]
    order = chosen if isinstance(chosen, Order) else None
    return Offer(
        contract=contract,
        durations=tuple((_label(each, orders[each]), each) for each in lengths),
        duration=duration,
        price=order.price if order else None,
        quoted=bool(order and order.quoted),
        note="" if isinstance(chosen, Order) else chosen,
        brief=brief,
        order=order,
        role_choices=choices(brief, quotes.contract),
        may_write_only=can_write_only(brief.model.id, quotes.contract),
    )


def priced(words: str, order: Order) -> str:
    """The words of a button that makes an order: its price stands on it."""
    return _priced(words, order.price, quoted=order.quoted)


def draft_brief(wished: Wishes, in_force: InForce, shape: float | None = None) -> Brief:
    """A brief that is still being written, good for a price: that depends on how many pictures
    there are and not on which. `shape` is that of the first, where it is known."""
    model = model_in_force(wished.model, in_force, write_only=wished.write_only)
    contract = in_force(model)
    used = uses_pictures(contract, write_only=wished.write_only)
    count = max(wished.pictures, int(contract.needs_picture)) if used else 0
    return Brief(
        images=tuple(Path(f"{n}.jpg") for n in range(1, count + 1)),
        prompt="…",
        duration=duration_in_force(contract, wished.duration or USUAL_DURATIONS[0]),
        model=model_of(model),
        options=options_in_force(contract, wished.options),
        shape=shape or UNKNOWN_SHAPE,
    )


def _lengths(contract: Contract, wanted: int, every: bool) -> Sequence[int]:
    """The usual lengths that this model makes, and the one that was wanted."""
    few = [each for each in contract.durations if each in (*USUAL_DURATIONS, wanted)]
    offered = contract.durations if every else few or contract.durations[:3]
    return offered or (wanted,)


def _priced(words: str, price: Decimal | None, *, quoted: bool) -> str:
    if price is None:
        return words
    guess = "" if quoted or not price else " (estimate)"
    return f"{words} · {dollars(price)}{guess}"


def _order(quotes: Quotes, brief: Brief, key: str, *, ask: bool) -> Order | str:
    """The priced order, or the sentence that says why there is none."""
    try:
        return quotes.priced_order(brief, key, ask=ask)
    except BadBrief as error:
        return str(error)


def _label(seconds: int, order: Order | str) -> str:
    return f"{seconds} s · {dollars(order.price)}" if isinstance(order, Order) else f"{seconds} s"
