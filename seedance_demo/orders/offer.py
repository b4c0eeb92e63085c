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
from .brief import Brief, Options
from .family import model_of
from .order import Order
from .quotes import Quotes


@dataclass(frozen=True)
class Offer:
    """`durations` are labels and seconds, and `duration` the one that is chosen; `price` is what a
    press agrees to, None when this brief cannot be ordered; `note` says why not, or what becomes of
    the pictures."""

    contract: Contract
    durations: tuple[tuple[str, int], ...]
    duration: int
    price: Decimal | None
    quoted: bool
    note: str

    @property
    def button(self) -> str:
        """The button's words: the price stands on the button itself."""
        return _priced("Generate", self.price, quoted=self.quoted)


def priced(words: str, order: Order) -> str:
    """The words of a button that makes an order: its price stands on it."""
    return _priced(words, order.price, quoted=order.quoted)


def offer(
    quotes: Quotes, brief: Brief, key: str = "", *, every_length: bool = False, ask: bool = False
) -> Offer:
    """The offer for a brief as far as it is written. With `ask` the provider is asked for quotes,
    and this blocks; without, what is known must do."""
    contract = quotes.contract(brief.model.id)
    lengths = _lengths(contract, brief.duration, every_length)
    duration = min(lengths, key=lambda each: abs(each - brief.duration))
    orders = {each: _order(quotes, replace(brief, duration=each), key, ask=ask) for each in lengths}
    chosen = orders[duration]
    return Offer(
        contract=contract,
        durations=tuple((_label(each, orders[each]), each) for each in lengths),
        duration=duration,
        price=chosen.price if isinstance(chosen, Order) else None,
        quoted=isinstance(chosen, Order) and chosen.quoted,
        note=chosen.note if isinstance(chosen, Order) else chosen,
    )


def draft_brief(
    quotes: Quotes, model: str, duration: int, pictures: int, options: Options
) -> Brief:
    """A brief that is still being written, good for a price: that depends on how many pictures
    there are and not on which."""
    contract = quotes.contract(model)
    count = max(pictures, int(contract.needs_picture)) if contract.most_pictures else 0
    names = tuple(Path(f"{n}.jpg") for n in range(1, count + 1))
    return Brief(names, "…", duration, model_of(model), options)


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
