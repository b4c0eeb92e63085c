"""Rows of cards that can be clicked: the visitor's jobs and the example briefs."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

CURRENT = Markup(" aria-current='true'")
BLANK = Markup("<span class='blank'></span>")


@dataclass(frozen=True)
class Card:
    """`picture` is an address, or empty; `name` is what a press tells; `mark` says of what it is a
    part; `current` is the one that is shown at large."""

    name: str
    picture: str
    title: str
    text: str
    mark: str = ""
    current: bool = False


def row(heading: str, cards: Iterable[Card]) -> Markup:
    """HTML; nothing at all without cards."""
    items = Markup().join(map(_item, cards))
    shown = Markup("<h2 class='heading'>{}</h2><ul class='cards'>{}</ul>")
    return shown.format(heading, items) if items else items


def _item(card: Card) -> Markup:
    image = Markup("<img src='{}' alt='' loading='lazy'>").format(card.picture)
    return Markup(
        "<li><button type='button' data-card='{name}'{current}>{picture}"
        "<span class='words'><b>{title}</b>{mark}"
        "<span class='prompt'>{text}</span></span></button></li>"
    ).format(
        name=card.name,
        current=CURRENT if card.current else "",
        picture=image if card.picture else BLANK,
        title=card.title,
        text=card.text,
        mark=Markup("<span class='mark'>{}</span>").format(card.mark) if card.mark else "",
    )
