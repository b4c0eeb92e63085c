"""What stands in the way of a press, said where it can be mended, and the line below the prompt."""

from dataclasses import dataclass

import gradio as gr
from markupsafe import Markup

from ...errors import BadBrief, BadKey, NotAllowed, SeedanceError
from ...orders.brief import PROMPT_LIMIT
from ..naming import Updates, named

_KEYS = Markup("<span class='keys'><kbd>Ctrl</kbd>+<kbd>Enter</kbd> to generate</span>")


@dataclass(frozen=True)
class Complaints:
    """A line at the images, the prompt and the key, and one above the button for all else. Gradio
    has no complaint in its HTML, and wipes that of a textbox when any event of the page ends."""

    images: gr.HTML
    prompt: gr.HTML
    key: gr.HTML
    press: gr.HTML

    def told(self, **words: str) -> Updates:
        """What is wrong by its place, and nothing anywhere else."""
        return {line: complaint(words.get(place, "")) for place, line in named(self).items()}

    def refused(self, error: SeedanceError) -> Updates:
        """Why a press became no job."""
        return self.told(**{_place(error): error.sentence})


def _place(error: SeedanceError) -> str:
    if isinstance(error, BadBrief) and error.field in ("images", "prompt"):
        return error.field
    asks_for_key = isinstance(error, BadKey) or error.code == NotAllowed.code
    return "key" if asks_for_key else "press"


def complaint(words: str) -> Markup:
    """HTML: what is wrong, said at once to those who listen; nothing when nothing is."""
    return Markup("<p role='alert'>{}</p>").format(words) if words else Markup()


def counter(prompt: str, remarks: str = "") -> Markup:
    """HTML: the line below the prompt: tips, the count, and the keys that press the button."""
    length = len(prompt.strip())
    over = length - PROMPT_LIMIT
    too_long = [f"{over:,} too many"] if over > 0 else []
    count = " · ".join([f"{length:,} of {PROMPT_LIMIT:,} characters", *too_long])
    line = Markup("<span id='tips'>{}</span> <span class='quiet'>{} {}</span>")
    return line.format(remarks, count, _KEYS)
