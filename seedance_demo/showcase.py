"""The examples on the page: cards that fill the form, and the clip that it opens with."""

import base64
import io
from pathlib import Path

from PIL import Image
from starlette.responses import FileResponse
from starlette.routing import Route

from . import cards, stage
from .draft import Draft
from .examples import EXAMPLES, OPENING, OPENING_OF, Example

SIZE = 240, 240  # pixels at most
ROUTE = Route(f"/examples/{OPENING.name}", lambda _: FileResponse(OPENING))


def example_cards() -> str:
    """HTML: each with its picture inside, so that the first screen waits for no request."""
    return cards.row("Start from an example", map(_card, EXAMPLES))


def opening() -> str:
    """The finished animatic that a visitor sees before doing anything, labelled as one."""
    label = f"Animatic of the example “{OPENING_OF.title}”, made on this machine, not by Seedance"
    return stage.playing(stage.Film(f"examples/{OPENING.name}", label))


def example(title: str) -> Draft | None:
    """The form that this card fills in; the model stays as it is chosen."""
    found = next((each for each in EXAMPLES if each.title == title), None)
    pictures = tuple(map(str, found.pictures)) if found else ()
    return Draft(pictures, found.prompt, found.duration) if found else None


def _card(each: Example) -> cards.Card:
    return cards.Card(each.title, _inline(each.pictures[0]), each.title, each.use)


def _inline(path: Path) -> str:
    file = io.BytesIO()
    with Image.open(path) as picture:
        picture.thumbnail(SIZE)
        picture.save(file, "JPEG", quality=80)
    return "data:image/jpeg;base64," + base64.b64encode(file.getvalue()).decode()
