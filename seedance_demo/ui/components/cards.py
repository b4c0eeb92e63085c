"""Rows of cards that can be clicked: the visitor's jobs and the example briefs."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

CURRENT = Markup(" aria-current='true'")
BLANK = Markup("<span class='blank'></span>")


@dataclass(frozen=True)
class Card:
    """`picture` is an address, or empty; `name` is what a press tells; `current` is the one that is
    shown at large. `kind` is what a row is filtered by, and `plays` says that there is a film to be
    seen. Cards that belong to this one lie folded below it, under the words of `mark`."""

    name: str
    picture: str
    title: str
    text: str
    current: bool = False
    kind: str = ""
    plays: bool = False
    mark: str = ""
    others: tuple["Card", ...] = ()


def row(heading: str, cards: Iterable[Card]) -> Markup:
    """HTML; nothing at all without cards."""
    shown = listed(cards)
    return Markup("<h2 class='heading'>{}</h2>{}").format(heading, shown) if shown else shown


def listed(cards: Iterable[Card]) -> Markup:
    """The same without a heading."""
    items = Markup().join(map(_item, cards))
    return Markup("<ul class='cards'>{}</ul>").format(items) if items else items


def _item(card: Card) -> Markup:
    fold = Markup("<details><summary>{}</summary><ul class='others'>{}</ul></details>")
    others = Markup().join(map(_item, card.others))
    folded = fold.format(card.mark, others) if others else others
    return Markup("<li>{}{}</li>").format(_button(card), folded)


def _button(card: Card) -> Markup:
    image = Markup("<img src='{}' alt='' loading='lazy'>").format(card.picture)
    return Markup(
        "<button type='button' data-card='{name}'{kind}{plays}{current}>{picture}"
        "<span class='words'><b>{title}</b>"
        "<span class='prompt'>{text}</span></span></button>"
    ).format(
        name=card.name,
        current=CURRENT if card.current else "",
        kind=Markup(" data-kind='{}'").format(card.kind) if card.kind else "",
        plays=Markup(" data-plays") if card.plays else "",
        picture=image if card.picture else BLANK,
        title=card.title,
        text=card.text,
    )
