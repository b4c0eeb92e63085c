"""Models of the Seedance family: ids, inputs and prices, in each generation of the contract.

The provider changed the inputs of the same ids between April and August 2026. Which generation is
in force is for `quotes` to find out; here is what each one takes and costs.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

ANIMATIC = "local/animatic"
MAX_IMAGES = 4
_RATIO = re.compile(r"[1-9]\d{0,3}:[1-9]\d{0,3}", re.ASCII)
GEN_2026_04, GEN_2026_08 = GENERATIONS = ("2026-04", "2026-08")
LONGEST = 60  # seconds; a schema that says more is not believed
USUAL_DURATIONS = (5, 10, 15)  # seconds; what the page offers first
BASE = "720p"  # what a contract without resolutions makes, and the default of the others


@dataclass(frozen=True)
class Input:
    """One field of a request body, in the words of JSON Schema."""

    name: str
    type: str  # string, integer, boolean or array (of strings); any other takes nothing of ours
    about: str = ""
    required: bool = False
    default: Any = None
    values: tuple[Any, ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    max_items: int | None = None

    def accepts(self, value: Any) -> bool:
        """Whether the provider would take this value, as far as its schema tells."""
        if type(value) is not _PYTHON.get(self.type):
            return False
        if self.values:
            return value in self.values
        if isinstance(value, list):
            return self.max_items is None or len(value) <= self.max_items
        least, most = self.minimum, self.maximum
        return not isinstance(value, int) or (
            (least is None or value >= least) and (most is None or value <= most)
        )


_PICTURES = "images", "image", "reference_images"
_PYTHON = {"string": str, "integer": int, "boolean": bool, "array": list}


@dataclass(frozen=True)
class Contract:
    """What an id takes and costs: US dollars per second, by resolution, or where nothing but a
    quote tells the price, its `floor` per second. What has neither cannot be ordered."""

    inputs: tuple[Input, ...] = ()
    usd_per_second: Mapping[str, Decimal] = field(default_factory=dict)
    floor: Decimal | None = None
    silent: Decimal = Decimal(1)  # what a clip without sound costs, as a share

    def input(self, name: str) -> Input | None:
        """The input of this name, if the id has one."""
        return next((each for each in self.inputs if each.name == name), None)

    @property
    def durations(self) -> tuple[int, ...]:
        """Every length in whole seconds; empty where a live schema says nothing usable."""
        seconds = self.input("duration")
        if seconds is None or seconds.type != "integer":
            return ()
        low, high = max(seconds.minimum or 1, 1), min(seconds.maximum or 0, LONGEST)
        every = range(1, LONGEST + 1) if seconds.values else range(low, high + 1)
        return tuple(filter(seconds.accepts, every))

    @property
    def longest(self) -> int:
        """The longest of the usual lengths that it makes, or else the longest; 0 for none."""
        usual = [each for each in self.durations if each in USUAL_DURATIONS]
        return max(usual or self.durations, default=0)

    @property
    def resolutions(self) -> tuple[str, ...]:
        """Those whose price is known or quoted; the others are not offered."""
        words, known = self._words("resolution"), self.usd_per_second
        return tuple(each for each in words if self.floor is not None or each in known)

    @property
    def shapes(self) -> tuple[str, ...]:
        """The aspect ratios it offers, as `16:9`; other words for a shape are left out."""
        return tuple(each for each in self._words("aspect_ratio") if _RATIO.fullmatch(each))

    @property
    def most_pictures(self) -> int:
        """How many images the id takes; 0 for none."""
        given = self.input("reference_images")  # where they may be left out, the words are enough
        if several := self.input("images") or (given if given and given.required else None):
            return several.max_items or MAX_IMAGES
        return 1 if self.input("image") else 0

    @property
    def needs_picture(self) -> bool:
        """Whether the id makes nothing without an image."""
        return any(each.required for each in self.inputs if each.name in _PICTURES)

    def _words(self, name: str) -> tuple[str, ...]:
        """What a text field may say."""
        given = self.input(name)
        return tuple(each for each in given.values if isinstance(each, str)) if given else ()

    def has_price(self, body: Mapping[str, Any]) -> bool:
        """Whether it is known what the body would cost."""
        listed = self.floor is not None or body.get("resolution", BASE) in self.usd_per_second
        return listed and "duration" in body

    def price(self, body: Mapping[str, Any]) -> Decimal:
        """US dollars for a complete request body; where only a floor is known, at least."""
        if self.floor is not None:
            return self.floor * int(body["duration"])
        share = self.silent if body.get("generate_audio") is False else Decimal(1)
        return self.usd_per_second[body.get("resolution", BASE)] * int(body["duration"]) * share


@dataclass(frozen=True)
class Model:
    """One model of the page. `references` is the family's id that takes several pictures where this
    one takes a single first frame."""

    id: str
    title: str
    about: str
    contracts: Mapping[str, Contract]  # by generation
    references: str = ""
    free: bool = False  # nobody pays for it: the animatic


def fallback_contract(model_id: str) -> Contract:
    """The contract of the launch, to fall back on. Of what came later nothing is known."""
    return BY_ID[model_id].contracts[GEN_2026_04] if model_id in BY_ID else Contract()


def _string(name: str, about: str, *values: str, **more: Any) -> Input:
    return Input(name, "string", about, values=values, **more)


def _flag(name: str, about: str, *, default: bool) -> Input:
    return Input(name, "boolean", about, default=default)


def _rates(low: str, base: str, high: str = "", highest: str = "") -> dict[str, Decimal]:
    rates = {"480p": low, BASE: base, "1080p": high, "4k": highest}
    return {lines: Decimal(rate) for lines, rate in rates.items() if rate}


def _contracts(*contracts: Contract) -> dict[str, Contract]:
    return dict(zip(GENERATIONS, contracts, strict=True))


_PROMPT = _string("prompt", "Scene, action, camera movement, mood", required=True)
_IMAGES = Input(
    "images", "array", "1 to 4 reference images, as URLs", required=True, max_items=MAX_IMAGES
)
_IMAGE = _string("image", "The first frame, as a URL", required=True)
_LAST = _string("last_image", "The last frame, as a URL")
_REFERENCES = Input("reference_images", "array", "Reference images, as URLs", max_items=9)
_5_10_15_SECONDS = Input("duration", "integer", "Seconds", default=5, values=USUAL_DURATIONS)
_ANY_SECONDS = Input("duration", "integer", "Seconds", default=5, minimum=4, maximum=15)
_SIZES = _string("resolution", "Lines of the clip", *_rates("1", "1", "1", "1"), default=BASE)
_SOUND = _flag("generate_audio", "Sound, made in the same pass", default=True)
_SEARCH = _flag("enable_web_search", "Let the model look things up", default=False)
SHAPES = ("16:9", "9:16", "4:3", "3:4", "1:1", "21:9")
_SHAPE = _string("aspect_ratio", "Follows the picture when absent", *SHAPES)
_SHAPE_OF_TEXT = replace(_SHAPE, about="Width to height", default="16:9")

_I2V_2026_04 = (_IMAGES, _PROMPT, _5_10_15_SECONDS)
_T2V_2026_04 = (_PROMPT, replace(_SHAPE_OF_TEXT, values=SHAPES[:4]), _5_10_15_SECONDS)
_I2V_2026_08 = (_PROMPT, _IMAGE, _LAST, _SHAPE, _SIZES, _ANY_SECONDS, _SEARCH, _SOUND)
_T2V_2026_08 = (_PROMPT, _REFERENCES, _SHAPE_OF_TEXT, _SIZES, _ANY_SECONDS, _SEARCH, _SOUND)
# The generation before: its inputs did not change. What 1080p costs is not known.
_V1_5_PRO = Contract(
    (
        *(_PROMPT, _IMAGE, _LAST, _SHAPE),
        replace(_SIZES, values=("480p", BASE, "1080p")),
        replace(_ANY_SECONDS, maximum=12),
        _SOUND,
        _flag("camera_fixed", "A camera that does not move", default=False),
        Input("seed", "integer", "The same number makes the same clip", default=-1, minimum=-1),
    ),
    _rates("0.024", "0.052"),
    silent=Decimal("0.5"),
)
_STANDARD = _rates("0.12", "0.24", "0.60", "1.20")  # $1.20 for 5 s at 720p in both generations
_FAST_2026_04, _FAST_2026_08 = {BASE: Decimal("0.16")}, _rates("0.10", "0.20", "0.50", "1.00")
_ANIMATIC = Contract(
    (
        Input("images", "array", "Up to 4 images, as URLs", max_items=MAX_IMAGES),
        _string("image", "One image, for clients that send a single one"),
        *(_LAST, _PROMPT, _SHAPE),
        _ANY_SECONDS,
        _string("plan", "Shots as JSON, instead of those that the prompt comes to"),
    ),
    floor=Decimal(0),
)

MODELS = (
    Model(
        "bytedance/seedance-2.0/image-to-video",
        "Seedance 2.0",
        "ByteDance's model: your pictures come alive, with sound made in the same pass.",
        _contracts(Contract(_I2V_2026_04, _STANDARD), Contract(_I2V_2026_08, _STANDARD)),
        references="bytedance/seedance-2.0/text-to-video",
    ),
    Model(
        "bytedance/seedance-2.0-fast/image-to-video",
        "Seedance 2.0 Fast",
        "A little cheaper and quicker, for trying things out.",
        _contracts(Contract(_I2V_2026_04, _FAST_2026_04), Contract(_I2V_2026_08, _FAST_2026_08)),
        references="bytedance/seedance-2.0-fast/text-to-video",
    ),
    Model(
        "bytedance/seedance-2.0/text-to-video",
        "Seedance 2.0 from text",
        "No picture at all: the prompt says everything.",
        _contracts(Contract(_T2V_2026_04, _STANDARD), Contract(_T2V_2026_08, _STANDARD)),
    ),
    Model(
        "bytedance/seedance-2.0-fast/text-to-video",
        "Seedance 2.0 Fast from text",
        "From the prompt alone, a little cheaper and quicker.",
        _contracts(Contract(_T2V_2026_04, _FAST_2026_04), Contract(_T2V_2026_08, _FAST_2026_08)),
    ),
    Model(
        "bytedance/seedance-v1.5-pro/image-to-video",
        "Seedance 1.5 Pro",
        "The generation before, at about a fifth of the price. It takes one picture.",
        dict.fromkeys(GENERATIONS, _V1_5_PRO),
    ),
    Model(
        ANIMATIC,
        "Animatic",
        "Free preview, not made by Seedance: camera, cuts, light and sound follow your "
        "prompt; people and objects stay as still as in the picture.",
        dict.fromkeys(GENERATIONS, _ANIMATIC),
        free=True,
    ),
)
BY_ID = {model.id: model for model in MODELS}
