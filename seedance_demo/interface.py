"""The page: components and wiring, nothing else."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from html import escape
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.utils import get_upload_folder

from . import brief, guard, status
from .catalog import BY_ID, MAX_IMAGES, MODELS, dollars
from .config import Settings
from .errors import BadBrief, SeedanceError
from .studio import Studio

Pictures = list[tuple[str, str | None]] | None  # path and caption; None when the gallery is empty
Shown = tuple[str | None, str, dict[str, Any]]  # video, status, details
INTRO = """# Pictures in, film out
Drop up to four pictures, write like a director, and Seedance 2.0 makes a clip with sound."""
PLACEHOLDER = (
    "Slow push in on the cup, rain outside. Cut to the street at golden hour, pan right, wind."
)


class Page:
    """The functions behind the components. Every check is made here, on the server: a hand-made
    request meets the same ones as the button."""

    def __init__(self, studio: Studio, settings: Settings, *, public: bool) -> None:
        self._studio, self._settings, self._public = studio, settings, public

    @property
    def owner_pays(self) -> bool:
        return bool(self._settings.api_key) and not self._public

    async def generate(
        self,
        images: Pictures,
        prompt: str,
        duration: int,
        model: str,
        api_key: str = "",
        visitor: str = "",
        request: gr.Request | None = None,
    ) -> AsyncIterator[Shown]:
        """Make a clip from 1 to 4 pictures and a prompt; yields until it is there."""
        yield None, "Preparing", {}
        try:
            asked = await asyncio.to_thread(self._brief, images, prompt, duration, model)
            payment = guard.payment_for(asked.model, api_key, self._settings, public=self._public)
            who = visitor or f"session {request.session_hash if request else ''}"
            job = await asyncio.to_thread(self._studio.press, asked, who, payment)
        except SeedanceError as error:
            yield None, escape(str(error)), status.refusal_details(error, model, duration)
            return
        async for shown in self.follow(job.id):
            yield shown

    async def follow(self, job: str) -> AsyncIterator[Shown]:
        """A job by its id, running or ended, until it ends or rests."""
        found = False
        async for snapshot in self._studio.follow(job):
            found, clip = True, snapshot.job.clip
            path = str(self._settings.data_dir / "clips" / clip) if clip else None
            yield path, escape(status.sentence(snapshot)), status.details(snapshot)
        if not found:
            yield None, "There is no such job here.", {}

    async def stop(self, details: dict[str, Any] | None) -> str:
        """End an animatic; of a paid job, stop watching and say what that means."""
        job = str((details or {}).get("job") or "")
        if not job:
            return "Nothing is running."
        if await self._studio.cancel(job):
            return "The animatic was cancelled."
        return (
            "Stopped watching. What was sent goes on and is charged, and its clip will be kept: "
            "press Generate with the same brief to watch it again."
        )

    def check(self, images: Pictures, prompt: str, duration: int, model: str, *_: Any) -> list[Any]:
        """What is wrong, under the field where it is wrong, before the press counts."""
        paths = [path for path, _ in images or ()]
        return [
            _verdict(lambda: brief.check_count(paths)),
            _verdict(lambda: brief.check_prompt(prompt)),
            _verdict(lambda: brief.check_duration(duration, brief.check_model(model))),
            _verdict(lambda: brief.check_model(model)),
            gr.validate(True, ""),
            gr.validate(True, ""),
        ]

    def choose(self, model: str, duration: int) -> tuple[Any, Any, Any, str]:
        """What depends on the model: prices, its one line, whose key, the button's price."""
        asks_for_key = not BY_ID[model].free and not self.owner_pays
        return (
            gr.Radio(choices=_durations(model)),
            self.about(model),
            gr.Textbox(visible=asks_for_key),
            _press(model, duration),
        )

    def about(self, model: str) -> str:
        if BY_ID[model].free and not self.owner_pays:
            return f"{BY_ID[model].about} For real footage choose Seedance 2.0 and enter your key."
        return BY_ID[model].about

    def _brief(self, images: Pictures, prompt: str, duration: int, model: str) -> brief.Brief:
        return brief.read_brief(
            [path for path, _ in images or ()],
            prompt,
            duration,
            model,
            uploads=Path(get_upload_folder()),
            pictures=self._settings.data_dir / "pictures",
        )


def build_page(studio: Studio, settings: Settings, *, public: bool) -> gr.Blocks:
    """The Blocks page, ready to launch."""
    page = Page(studio, settings, public=public)
    first = next(model for model in MODELS if model.free != page.owner_pays)

    with gr.Blocks(
        title="Seedance 2.0 image to video", analytics_enabled=False, delete_cache=(3600, 86400)
    ) as demo:
        visitor = gr.BrowserState("", storage_key="seedance-visitor", secret="none")  # noqa: S106  # it stands in /config for all to read
        gr.Markdown(INTRO, elem_id="intro")
        with gr.Row(equal_height=False):
            with gr.Column():
                images = gr.Gallery(
                    label="Pictures, 1 to 4: the first one opens the clip",
                    elem_id="images",
                    type="filepath",
                    file_types=list(brief.EXTENSIONS),
                    columns=2,
                    height=300,
                    object_fit="contain",
                )
                prompt = gr.Textbox(
                    label="Prompt", elem_id="prompt", lines=4, placeholder=PLACEHOLDER
                )
                duration = gr.Radio(
                    _durations(first.id), value=5, label="Duration", elem_id="duration"
                )
                choices = [(each.title, each.id) for each in MODELS]
                model = gr.Radio(choices, value=first.id, label="Model", elem_id="model")
                about = gr.Markdown(page.about(first.id), elem_id="about")
                api_key = gr.Textbox(
                    "",
                    label="Your WaveSpeedAI key",
                    info="Used for your own presses only, never stored.",
                    type="password",
                    elem_id="api-key",
                    visible=not first.free and not page.owner_pays,
                )
                with gr.Row():
                    press = gr.Button(_press(first.id, 5), variant="primary", elem_id="generate")
                    stop = gr.Button("Stop watching", elem_id="stop")
            with gr.Column():
                video = gr.Video(label="Clip", elem_id="video", height=400, interactive=False)
                told = gr.HTML("Your clip will appear here.", elem_id="status")
                with gr.Accordion("Details", open=False):
                    details = gr.JSON(elem_id="details", show_label=False)
        job = gr.Textbox(visible=False, label="job")

        asked, shown = [images, prompt, duration, model, api_key], [video, told, details]
        free_running: dict[str, Any] = {"concurrency_limit": None, "show_progress": "hidden"}
        inside: dict[str, Any] = {"api_visibility": "private", **free_running}
        # For programs: the same functions, bound to no component, without what only a browser has.
        # First, because Gradio renames the second event of a name.
        gr.on([], page.generate, asked, shown, api_name="generate", **free_running)
        gr.on([], page.follow, job, shown, api_name="job", **free_running)
        demo.load(_visitor, visitor, visitor, **inside)
        watching = press.click(
            page.generate, [*asked, visitor], shown, validator=page.check, **inside
        )
        stop.click(page.stop, details, told, cancels=[watching], **inside)
        images.upload(_keep_four, images, images, **inside)
        for choice in (model, duration):
            parts = [duration, about, api_key, press]
            choice.change(page.choose, [model, duration], parts, queue=False, **inside)
    return demo


def _visitor(known: str) -> str:
    """Who comes back is recognised by an unguessable id in their browser."""
    return known or secrets.token_hex(16)


def _keep_four(images: Pictures) -> Pictures:
    if images and len(images) > MAX_IMAGES:
        gr.Warning(f"{MAX_IMAGES} pictures are enough; the others were left out.")
        return images[:MAX_IMAGES]
    return images


def _verdict(check: Callable[[], object]) -> Any:
    try:
        check()
    except BadBrief as error:
        return gr.validate(False, str(error))
    return gr.validate(True, "")


def _durations(model: str) -> list[tuple[str, int]]:
    chosen = BY_ID[model]
    return [(f"{each} s · {dollars(chosen.price(each))}", each) for each in chosen.durations]


def _press(model: str, duration: int) -> str:
    """The price stands on the button itself."""
    return f"Generate · {dollars(BY_ID[model].price(duration))}"
