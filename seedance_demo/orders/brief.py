"""Checks what a person asks for, before anything is spent."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from math import nan
from pathlib import Path

from ..catalog import BASE, MAX_IMAGES, Contract, Model, fallback_contract
from ..errors import BadBrief
from .family import is_family, model_of
from .images import check_limits, read_pictures, shape_of

UNKNOWN_SHAPE = nan  # while there is no picture to look at
PROMPT_LIMIT = 4000  # characters
CLIPS = (1, 2, 4)  # of the same brief, that one press may make
MOST_CLIPS = max(CLIPS)
NOT_OFFERED = (
    "{} is offered only to keys that the provider lists it for. Enter such a key, or choose "
    "another model."
)
NO_PLAN = "Only the animatic takes a plan. {} reads the prompt: send it without one."
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@dataclass(frozen=True)
class Options:
    """What only newer contracts know. The defaults cost what the first contract costs."""

    resolution: str = BASE
    aspect_ratio: str = ""  # empty: as the picture
    generate_audio: bool = True
    end_frame: bool = False  # the last picture ends the clip
    camera_fixed: bool = False
    seed: int = -1  # any


DEFAULT_OPTIONS = Options()


@dataclass(frozen=True)
class Brief:
    """One press. `images` are cleaned pictures on disk, in the visitor's order; `shape` is width /
    height of the first. `plan` are shots as JSON, in one form for the same shots; empty: those that
    the prompt comes to. `variation` counts those of a press for several clips, from 0."""

    images: tuple[Path, ...]
    prompt: str
    duration: int
    model: Model
    options: Options = DEFAULT_OPTIONS
    shape: float = 16 / 9
    plan: str = ""
    variation: int = 0

    @property
    def fingerprint(self) -> str:
        """Equal for two presses that ask for the same clip. The first variation has that of a clip
        alone, by which ledgers of before know it."""
        asked = (self.model.id, self.duration, self.prompt, *(p.name for p in self.images))
        number = (f"variation {self.variation}",) if self.variation else ()
        parts = (*asked, *astuple(self.options), *filter(None, (self.plan,)), *number)
        return hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()


def read_brief(
    *,
    images: Sequence[str],
    prompt: str,
    duration: int,
    model: str,
    options: Options = DEFAULT_OPTIONS,
    plan: str = "",
    uploads: Path,
    pictures: Path,
    in_force: Callable[[str], Contract] = fallback_contract,
) -> Brief:
    """Check everything, then clean the pictures from `uploads` into `pictures`. A model that takes
    no pictures gets none.

    Raises `BadBrief` naming the field at fault, `StorageError` when a picture cannot be kept.
    """
    contract = check_form(images, prompt, duration, model, in_force, plan)
    chosen, text = check_model(model), check_prompt(prompt)
    kept = read_pictures(images if contract.most_pictures else (), uploads, pictures)
    if not chosen.free:
        check_limits(kept)
    return Brief(
        images=kept,
        prompt=text,
        duration=duration,
        model=chosen,
        options=options,
        shape=shape_of(kept[0]) if kept else Brief.shape,
        plan=plan,
    )


def check_form(
    images: Sequence[str],
    prompt: str,
    duration: int,
    model: str,
    in_force: Callable[[str], Contract] = fallback_contract,
    plan: object = "",
) -> Contract:
    """Check what can be checked without opening a picture; the contract of the model. Raises
    `BadBrief`."""
    chosen = check_model(model)
    if plan not in ("", None) and not chosen.free:
        raise BadBrief("plan", NO_PLAN.format(chosen.title))
    contract = check_offered(chosen, in_force(chosen.id))
    check_duration(duration, chosen, contract)
    check_prompt(prompt)
    check_count(images, contract)
    return contract


def check_model(model: str) -> Model:
    """The model of this id, whether or not it is offered today."""
    if not is_family(str(model)):
        raise BadBrief("model", f"There is no model called “{_shown(model)}” here. Choose another.")
    return model_of(model)


def check_offered(model: Model, contract: Contract) -> Contract:
    """The contract itself, unless nothing is known of what the model takes."""
    if not contract.inputs:
        raise BadBrief("model", NOT_OFFERED.format(model.title))
    return contract


def check_duration(duration: int, model: Model, contract: Contract) -> None:
    if isinstance(duration, bool) or duration not in contract.durations:
        raise BadBrief("duration", f"{model.title} makes clips of {_choices(contract)}.")


def check_prompt(prompt: str) -> str:
    """The prompt, trimmed, without control characters and without those that turn the direction of
    the text around them."""
    given = str(prompt or "").strip()
    if len(given) > PROMPT_LIMIT:
        raise BadBrief(
            "prompt", f"The prompt has {len(given):,} characters; {PROMPT_LIMIT:,} is the limit."
        )
    text = "".join(c for c in given if c in "\n\t" or not _unprintable(c)).strip()
    if not text:
        raise BadBrief("prompt", "Write what should happen: scene, action, camera, mood.")
    return text


def check_count(images: Sequence[str], contract: Contract) -> None:
    if not images and contract.needs_picture:
        raise BadBrief("images", "Add at least one picture.")
    if len(images) > MAX_IMAGES and contract.most_pictures:
        raise BadBrief(
            "images", f"{len(images)} pictures are too many; keep the {MAX_IMAGES} that matter."
        )


def check_request_id(request_id: str) -> str:
    if not re.fullmatch(r"[\w-]{4,128}", request_id.strip(), re.ASCII):
        raise BadBrief("request-id", "A request id looks like 3aa327ae4d2a46ff899c9ac5c42986e2.")
    return request_id.strip()


def _choices(contract: Contract) -> str:
    """`5, 10 or 15 seconds`; `4 to 15 seconds` where there are many."""
    if not contract.durations:
        return "a length that this page does not know; choose another model"
    *some, last = contract.durations
    if len(some) > 5:
        return f"{some[0]} to {last} seconds"
    return " or ".join(filter(None, (", ".join(map(str, some)), f"{last} seconds")))


def _unprintable(character: str) -> bool:
    kind = unicodedata.category(character)
    return kind in {"Cc", "Cs", "Co", "Cn"} or character in _TURNING


def _shown(text: object) -> str:
    return "".join(c for c in str(text) if c.isprintable())[:80]
