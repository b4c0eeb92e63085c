"""What programs send to `/generate` and `/job`, read as far as its meaning is clear.

Gradio reads it before any handler does, and what it does not understand ends as a bare "Error" for
the program and a traceback for the owner. So these two get what was sent as it is.
"""

import re
from collections.abc import Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.block_function import BlockFunction
from gradio.utils import get_upload_folder

from ...catalog import ANIMATIC
from ...errors import BadBrief, BadKey
from ...orders.images import uploaded
from .brought_images import is_brought
from .form_values import FormValues

FORM = (
    "Send images as a list of files: [handle_file(path)] with Python's client, else what "
    "/gradio_api/upload answers, https addresses, or data: URIs."
)
_SECONDS = re.compile(r"\s*(\d{1,4})(?:\.0*)?\s*(?:s|sec|secs|seconds?)?\s*", re.ASCII | re.I)


def take_as_sent(demo: gr.Blocks, names: Sequence[str]) -> None:
    """Give the handlers of these API names what a program sent, with the usual values for what it
    left out at the end, and let Gradio keep nothing of it."""
    usual = demo.preprocess_data

    async def as_sent(fn: BlockFunction, inputs: list[Any], *_: Any, **__: Any) -> list[Any]:
        left_out = map(attrgetter("value"), fn.inputs[len(inputs) :])
        return [*inputs[: len(fn.inputs)], *left_out]

    def preprocess(fn: BlockFunction, *given: Any, **named: Any) -> Any:
        return (as_sent if fn.api_name in names else usual)(fn, *given, **named)

    demo.preprocess_data = preprocess  # type: ignore[method-assign,assignment]


def read_values(
    images: object, prompt: object, duration: object, model: object, plan: object
) -> FormValues:
    """A press. Raises `BadBrief` with a sentence that shows the right form."""
    return FormValues(
        duration=_seconds(duration),
        model=_text("model", model, f"Name the model as a text, like {ANIMATIC}."),
        prompt=_text("prompt", prompt or "", "Write the prompt as a text: scene, action, camera."),
        images=_paths(images),
        plan=plan,
    )


def read_key(sent: object) -> str:
    """A program's own key. Raises `BadKey`: what was meant as a key does not become nobody's."""
    if sent is None or isinstance(sent, str):
        return sent or ""
    raise BadKey("Send your key as a text, or as the header X-WaveSpeed-Key.")


def _seconds(sent: object) -> int:
    """5, 5.0, "5" and "5 s" are five seconds; what is between two numbers is neither."""
    understood = None if isinstance(sent, bool) else _SECONDS.fullmatch(str(sent))
    if understood is None:
        raise BadBrief("duration", "Give the duration as a number of whole seconds, like 5.")
    return int(understood[1])


def _text(field: str, sent: object, sentence: str) -> str:
    if not isinstance(sent, str):
        raise BadBrief(field, sentence)
    return sent


def _paths(sent: object) -> list[str]:
    """A list of images, or one of them alone."""
    given = sent if isinstance(sent, list) else [sent] if sent else []
    return [_path(each, n) for n, each in enumerate(given, 1)]


def _path(sent: object, number: int) -> str:
    """Where the image lies in the upload folder, or what it can be brought from."""
    where = _address(sent)
    if not where:
        raise BadBrief("images", f"Picture {number} is no file. {FORM}")
    if is_brought(where):
        return where
    try:
        return str(uploaded(where, Path(get_upload_folder()), number))
    except BadBrief as error:
        raise BadBrief("images", f"{error} {FORM}") from None


def _address(sent: object) -> str:
    """The path or address of a file: as a text, as Gradio's FileData, in a gallery's item or with a
    caption beside it; empty when it is something else."""
    if isinstance(sent, list) and 1 <= len(sent) <= 2:
        sent = sent[0]
    if isinstance(sent, dict):
        sent = sent.get("image", sent)
    if isinstance(sent, dict):
        sent = sent.get("path") or sent.get("url")
    return sent if isinstance(sent, str) else ""
