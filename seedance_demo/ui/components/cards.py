"""Rows of cards that can be clicked: the visitor's jobs and the example briefs."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

BLANK = "<span class='blank'></span>"


@dataclass(frozen=True)
class Card:
    """`picture` is an address, or empty; `name` is what a press tells."""

    name: str
    picture: str
    title: str
    text: str


def row(heading: str, cards: Iterable[Card]) -> str:
    """HTML; nothing at all without cards."""
    items = "".join(map(_item, cards))
    return f"<h2 class='heading'>{heading}</h2><ul class='cards'>{items}</ul>" if items else ""


def _item(card: Card) -> str:
    picture = f"<img src='{escape(card.picture)}' alt='' loading='lazy'>" if card.picture else BLANK
    title, text = escape(card.title), escape(card.text)
    words = f"<span class='words'><b>{title}</b><span class='prompt'>{text}</span></span>"
    button = f"<button type='button' data-card='{escape(card.name)}'>{picture}{words}</button>"
    return f"<li>{button}</li>"
