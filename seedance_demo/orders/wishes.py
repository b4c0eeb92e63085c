"""What a model makes of a person's wishes: they stay, whatever one model lacks or forces."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from ..catalog import Contract, Model
from .brief import DEFAULT_OPTIONS, Options
from .family import from_pictures, from_words
from .order import InForce


@dataclass(frozen=True)
class Wishes:
    """The choices of a form as a person made them."""

    model: str
    duration: int | None
    pictures: int  # in the strip
    write_only: bool
    options: Options
    clips: int = 1  # of the same brief


def model_in_force(model: str, in_force: InForce, *, write_only: bool) -> str:
    """The exact id that is ordered: the one from words alone only where that was chosen, and not
    because a picture was forgotten."""
    words = from_words(model)
    return words if write_only and in_force(words).inputs else model


def can_write_only(model: str, in_force: InForce) -> bool:
    """Whether the model makes a clip without any picture."""
    contract = in_force(model_in_force(model, in_force, write_only=True))
    return bool(contract.inputs) and not contract.needs_picture


def uses_pictures(contract: Contract, *, write_only: bool) -> bool:
    """Whether the pictures of a brief become a part of it."""
    return contract.most_pictures > 0 and (contract.needs_picture or not write_only)


def duration_in_force(contract: Contract, wished: int) -> int:
    """The nearest length that the model makes, the shorter of two."""
    return min(contract.durations, key=lambda each: abs(each - wished), default=wished)


def options_in_force(contract: Contract, wished: Options) -> Options:
    """What the model does not take is the usual. What it has no input for is not sent, and may
    stay as it is."""
    last = contract.input("last_image")
    usual: dict[str, Any] = asdict(DEFAULT_OPTIONS) | {"end_frame": bool(last and last.required)}
    if contract.resolutions and DEFAULT_OPTIONS.resolution not in contract.resolutions:
        usual["resolution"] = contract.resolutions[0]
    taken = {name: value for name, value in asdict(wished).items() if _takes(contract, name, value)}
    return Options(**usual | taken)


def choices_of(offered: Iterable[Model]) -> tuple[Model, ...]:
    """Those that a person chooses among: the one from words stands behind its sibling."""
    models = {each.id: each for each in offered}
    return tuple(
        model for name, model in models.items() if from_pictures(name) not in models.keys() - {name}
    )


def _takes(contract: Contract, name: str, value: Any) -> bool:
    match name:
        case "resolution":
            return value in contract.resolutions or not contract.resolutions
        case "aspect_ratio":
            return value in ("", *contract.shapes) or not contract.shapes
        case "end_frame":
            last = contract.input("last_image")
            return value or not (last and last.required)
        case _:
            given = contract.input(name)
            return given is None or given.accepts(value)
