"""The Seedance family as plain data: ids, inputs, durations, prices."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

ANIMATIC = "local/animatic"
MAX_IMAGES = 4


@dataclass(frozen=True)
class Input:
    """One field of a request body, in the words of JSON Schema."""

    name: str
    type: str  # string, integer or array (of strings)
    about: str
    required: bool = False
    default: Any = None
    values: tuple[Any, ...] = ()
    max_items: int | None = None


@dataclass(frozen=True)
class Model:
    """One model of the page. `usd_per_second` is zero for what runs on this machine."""

    id: str
    title: str
    about: str
    inputs: tuple[Input, ...]
    usd_per_second: Decimal = Decimal(0)
    durations: tuple[int, ...] = (5, 10, 15)

    @property
    def free(self) -> bool:
        return not self.usd_per_second

    def price(self, duration: int) -> Decimal:
        """US dollars for a clip of `duration` seconds."""
        return self.usd_per_second * duration

    def body(self, images: list[str], prompt: str, duration: int) -> dict[str, Any]:
        """The request body. Exactly the contract's fields: the provider drops a field it does not
        know without a word and bills the rest with its defaults."""
        return {"images": images, "prompt": prompt, "duration": duration}


_IMAGES = Input("images", "array", "1 to 4 reference images, as URLs", True, max_items=MAX_IMAGES)
_PROMPT = Input("prompt", "string", "Scene, action, camera movement, mood", required=True)
_DURATION = Input("duration", "integer", "Seconds", default=5, values=(5, 10, 15))

MODELS = (
    Model(
        id="bytedance/seedance-2.0/image-to-video",
        title="Seedance 2.0",
        about="ByteDance's model: your pictures come alive, with sound made in the same pass.",
        inputs=(_IMAGES, _PROMPT, _DURATION),
        usd_per_second=Decimal("0.24"),  # $1.20 for each 5 s
    ),
    Model(
        id=ANIMATIC,
        title="Animatic",
        about="A free preview made on this machine: camera, cuts, light and sound follow your "
        "prompt; people and objects stay as still as in the picture.",
        inputs=(
            Input("images", "array", "1 to 4 images, as URLs", max_items=MAX_IMAGES),
            Input("image", "string", "One image, for clients that send a single one"),
            _PROMPT,
            _DURATION,
        ),
    ),
)
BY_ID = {model.id: model for model in MODELS}


def dollars(amount: Decimal) -> str:
    """`$1.20`, or `free`; tenths of a cent are shown only where they are not zero."""
    if not amount:
        return "free"
    exact = amount.normalize()
    places = max(2, -int(exact.as_tuple().exponent))
    return f"${amount:.{places}f}"
