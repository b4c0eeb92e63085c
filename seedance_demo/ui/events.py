"""How events of the page run: over the queue or at once, and which of several answers counts."""

from typing import Any

import gradio as gr

from ..errors import SeedanceError

UNLIMITED: dict[str, Any] = {"concurrency_limit": None, "show_progress": "hidden"}
PRIVATE: dict[str, Any] = {"api_visibility": "private", **UNLIMITED}
# A clip's value is as the browser takes it, see `presenter`: Gradio would give it an absolute
# address, made from what a proxy let through.
SHOWN: dict[str, Any] = {"postprocess": False, **PRIVATE}
# What takes no time is answered by the request itself.
IMMEDIATE: dict[str, Any] = {"queue": False, "trigger_mode": "multiple", **PRIVATE}
# Of what follows from the form's state only the last answer counts: while one is on its way, the
# next is held back, or an older one could come last and leave a wrong price on the button. No two
# of these may share a trigger: what is held back is sent by triggering again, and two of them would
# go on setting each other off (Gradio 6.31).
LATEST: dict[str, Any] = {**IMMEDIATE, "trigger_mode": "always_last"}


def say_what_failed(page: gr.Blocks) -> None:
    """Of an error that a handler lets through Gradio says "Error", and ours are sentences."""
    usual = page.call_function

    async def call(*given: Any, **more: Any) -> Any:
        try:
            return await usual(*given, **more)
        except SeedanceError as error:
            raise gr.Error(str(error), print_exception=False) from None

    page.call_function = call  # type: ignore[method-assign]
