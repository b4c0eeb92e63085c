"""Amounts of US dollars: read, written, and kept as whole millionths so that sums are exact."""

import re
from decimal import Decimal, InvalidOperation

MICROS = 1_000_000  # in a dollar
MOST_DOLLARS = 10**9  # an amount beyond is a mistake, and more than a ledger can count


def dollars(amount: Decimal) -> str:
    """`$1.20`, or `free`; tenths of a cent are shown only where they are not zero."""
    if not amount:
        return "free"
    exact = amount.normalize()
    places = max(2, -int(exact.as_tuple().exponent))
    return f"${amount:.{places}f}"


def read_dollars(text: object) -> Decimal:
    """An amount that a browser sent; 0 for what is none."""
    amount = re.fullmatch(r"\d{1,9}(\.\d{1,9})?", str(text), re.ASCII)
    return Decimal(amount[0]) if amount else Decimal(0)


def provider_amount(value: object) -> Decimal | None:
    """An amount in an answer of the provider's, rounded to millionths: one computed in floating
    point, like 1.2000000000000002, would never equal the one a person agreed to. None for what is
    no amount."""
    try:
        amount = Decimal(str(value))
    except InvalidOperation:
        return None
    return round(amount, 6) if amount.is_finite() and abs(amount) < MOST_DOLLARS else None


def micros(amount: Decimal) -> int:
    """Whole millionths of a dollar, as the ledger keeps them."""
    return int(amount * MICROS)


def from_micros(amount: int) -> Decimal:
    """US dollars of whole millionths."""
    return Decimal(amount) / MICROS
