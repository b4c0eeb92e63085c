"""Cards of the example briefs, which fill the form, and the clip that the page opens with."""

import io
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup
from PIL import Image
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from ...examples import EXAMPLES, OPENING, OPENING_OF, STILL, Example
from ..draft import Draft
from . import cards, preview

SIZE = 240, 240  # pixels at most
FOR_A_DAY = {"Cache-Control": "max-age=86400"}
SHOWN = {each.pictures[0].name: each.pictures[0] for each in EXAMPLES}


NEW = "new brief"  # no title of an example
NEW_BRIEF = Markup("<button type='button' class='new' data-card='{}'>New brief</button>").format(
    NEW
)


def example_cards() -> Markup:
    """HTML, with a button that empties the form. Their pictures come from `ROUTES`: inside the page
    they would be its heaviest part."""
    return cards.row("Start from an example", map(_card, EXAMPLES)) + NEW_BRIEF.format(NEW)


def opening() -> Markup:
    """The finished animatic that a visitor sees before doing anything, labelled as one."""
    label = f"Animatic of “{OPENING_OF.title}”, not made by Seedance"
    return preview.playing(preview.LabelledAnimatic(f"examples/{OPENING.name}", label))


def example(title: str) -> Draft | None:
    """The form that this card fills in, or `NEW` empties; the model stays as it is chosen."""
    if title == NEW:
        return Draft(images=(), prompt="")
    found = next((each for each in EXAMPLES if each.title == title), None)
    pictures = tuple(map(str, found.pictures)) if found else ()
    if found is None:
        return None
    return Draft(images=pictures, prompt=found.prompt, duration=found.duration)


def _card(each: Example) -> cards.Card:
    return cards.Card(each.title, f"examples/{each.pictures[0].name}", each.title, each.use)


def _picture(request: Request) -> Response:
    path = SHOWN.get(request.path_params["name"])
    if path is None:
        return Response(status_code=404)
    return Response(_small(path), media_type="image/jpeg", headers=FOR_A_DAY)


@lru_cache
def _small(path: Path) -> bytes:
    file = io.BytesIO()
    with Image.open(path) as picture:
        picture.thumbnail(SIZE)
        picture.save(file, "JPEG", quality=80)
    return file.getvalue()


ROUTES = [
    Route(f"/examples/{OPENING.name}", lambda _: FileResponse(OPENING)),
    Route(f"/examples/{STILL.name}", lambda _: FileResponse(STILL, headers=FOR_A_DAY)),
    Route("/examples/{name}", _picture),
]
