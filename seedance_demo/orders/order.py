"""Turns a brief into the provider's request body, priced by the published rates.

The provider drops a field it does not know without a word and bills the rest with its defaults. So
a body is the contract's own list of fields, filled with what is known, and nothing besides.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import log
from typing import Any

from ..catalog import BASE, BY_ID, Contract, Input, Model, fallback_contract
from ..errors import BadBrief
from .brief import DEFAULT_OPTIONS, MOST_CLIPS, Brief, check_offered

InForce = Callable[[str], Contract]  # a model id's contract
PICTURES = ("images", "image", "last_image", "reference_images")


@dataclass(frozen=True)
class Order:
    """What a press sends. Pictures stand in `body` as file names until they are uploaded."""

    brief: Brief
    endpoint: str
    body: Mapping[str, Any]
    price: Decimal
    quoted: bool = False  # whether `price` is the provider's word

    @property
    def pictures(self) -> tuple[str, ...]:
        """The names of the pictures that are sent, each once."""
        return pictures_in(self.body)

    @property
    def varies(self) -> bool:
        """Whether it makes another clip when it is sent again: no animatic does, and nothing with a
        fixed seed."""
        return not self.brief.model.free and self.body.get("seed") in (None, DEFAULT_OPTIONS.seed)


def place(brief: Brief, in_force: InForce = fallback_contract) -> Order:
    """The order of this brief under the contracts in force. Raises `BadBrief`, naming the field,
    when they cannot take it."""
    endpoint = _endpoint(brief, in_force)
    contract = check_offered(brief.model, in_force(endpoint))
    body = _fill(contract, _values(brief, contract, endpoint), brief.model.title)
    if not contract.has_price(body):
        raise BadBrief("resolution", f"What {brief.model.title} costs for this is not known here.")
    return Order(brief, endpoint, body, contract.price(body))


def check_clips(clips: int, order: Order) -> None:
    """Raises `BadBrief` for more clips than a press makes of this order."""
    if not 1 <= clips <= MOST_CLIPS:
        raise BadBrief("clips", f"A press makes 1 to {MOST_CLIPS} clips. Nothing was sent.")
    if clips > 1 and not order.varies:
        raise BadBrief(
            "clips",
            f"These {clips} clips would be one and the same. Nothing was sent: choose one clip, or "
            "another seed each time (-1).",
        )


def pictures_in(body: Mapping[str, Any]) -> tuple[str, ...]:
    """What stands in a body's picture fields, each once, in their order."""
    return tuple(dict.fromkeys(each for name in PICTURES for each in pictures_at(body, name)))


def pictures_at(body: Mapping[str, Any], name: str) -> list[str]:
    """What stands in one of them; a live schema may have put anything there."""
    given = body.get(name)
    listed = given if isinstance(given, list) else [given]
    return [each for each in listed if each and isinstance(each, str)]


def with_urls(body: Mapping[str, Any], urls: Mapping[str, str]) -> dict[str, Any]:
    """The body with each picture's name replaced by its URL."""

    def address(given: Any) -> Any:
        return urls[given] if isinstance(given, str) else [urls[name] for name in given]

    return {name: address(given) if name in PICTURES else given for name, given in body.items()}


def _endpoint(brief: Brief, in_force: InForce) -> str:
    """The id that takes the pictures as what they are meant to be."""
    model, count = brief.model, len(brief.images)
    own = check_offered(model, in_force(model.id))
    if count <= own.most_pictures:
        return model.id
    if brief.options.end_frame and own.input("last_image"):
        return model.id
    return model.references if takes_references(model, in_force) else model.id


def takes_references(model: Model, in_force: InForce) -> bool:
    """Whether several pictures can go to the family's id for references."""
    return bool(model.references and in_force(model.references).input("reference_images"))


def _values(brief: Brief, contract: Contract, endpoint: str) -> dict[str, Any]:
    """All that this page can say, by the name of the field; None where it says nothing."""
    names, options = [path.name for path in brief.images], brief.options
    ends = options.end_frame and len(names) > 1 and contract.input("last_image")
    last = names[-1] if ends else None
    takes_frames = contract.input("images") or contract.input("image")
    shape, ratio = options.aspect_ratio or None, contract.input("aspect_ratio")
    must = ratio and ratio.required and ratio.default is None
    if not shape and (must or endpoint != brief.model.id):  # a frame sets it, references do not
        shape = nearest_shape(brief.shape, contract.shapes)
    return {
        "prompt": brief.prompt,
        "duration": brief.duration,
        "images": (names[:1] if last else names) or None,
        "image": names[0] if names and not contract.input("images") else None,
        "last_image": last,
        "reference_images": names if names and not takes_frames else None,
        "aspect_ratio": shape,
        "resolution": _resolution(options.resolution, contract),
        "generate_audio": options.generate_audio,
        "seed": _seed(options.seed, contract),
        "camera_fixed": options.camera_fixed,
        "enable_web_search": False,
        **({"plan": brief.plan} if brief.plan and brief.model.free else {}),  # the animatic's alone
    }


def _resolution(chosen: str, contract: Contract) -> str | None:
    """The usual one stands for the model's own, where the price is quoted anyhow."""
    given, usual = contract.input("resolution"), chosen == DEFAULT_OPTIONS.resolution
    quoted = contract.floor is not None
    return None if usual and quoted and given and not given.accepts(chosen) else chosen


def _seed(chosen: int, contract: Contract) -> int | None:
    """That any will do is said by none where there is no number for it."""
    given, usual = contract.input("seed"), chosen == DEFAULT_OPTIONS.seed
    return None if usual and given and not given.accepts(chosen) else chosen


def unknown_inputs(contract: Contract) -> list[str]:
    """What a contract requires and this page knows nothing of."""
    known = _values(Brief((), "", 0, Model("", "", "", {})), contract, "")
    return [each.name for each in contract.inputs if each.required and each.name not in known]


def resolution_of(endpoint: str, body: Mapping[str, Any]) -> str:
    """The clip's, as `720p`; of a newer model that does not say it, nothing."""
    return str(body.get("resolution") or (BASE if endpoint in BY_ID else ""))


def nearest_shape(shape: float, offered: Sequence[str]) -> str | None:
    """Of the aspect ratios offered, as `16:9`, the one nearest to width / height."""

    def distance(ratio: str) -> float:
        return abs(log(shape / ratio_of(ratio)))

    return min(offered, key=distance, default=None)


def ratio_of(shape: str) -> float:
    """Width / height of `16:9`."""
    width, _, height = shape.partition(":")
    return int(width) / int(height)


def _fill(contract: Contract, known: Mapping[str, Any], title: str) -> dict[str, Any]:
    body = {}
    for each in contract.inputs:
        value = known.get(each.name)
        if value is None and (each.required or each.name in known):
            value = each.default
        if value is not None:
            _check(each, value, title)
            body[each.name] = value
        elif each.required:
            raise BadBrief(each.name, _MISSING.get(each.name) or _beyond_us(title, each.name))
    return body


_MISSING = {
    "images": "Add at least one picture.",  # a reference, or a frame: as the contract has it
    "image": "Add at least one picture: it becomes the first frame.",
    "reference_images": "Add at least one picture as a reference.",
    "last_image": "Add a second picture: it becomes the last frame.",
}


def _check(each: Input, value: Any, title: str) -> None:
    if each.accepts(value):
        return
    name = each.name.replace("_", " ")
    offered = f"It takes {', '.join(map(str, each.values))}." if each.values else ""
    refused = f"{title} does not take the {name} {value} now. {offered}"
    raise BadBrief(each.name, refused.rstrip())


def _beyond_us(title: str, name: str) -> str:
    return (
        f"{title} now asks for “{name}”, which this page does not know. Nothing was sent; "
        "choose another model."
    )
