"""Components for the clip, its status, what can be done with it, and the history."""

from dataclasses import dataclass
from typing import Any

import gradio as gr

from ..catalog import BY_ID
from ..ledger import Phase
from ..orders.quotes import Quotes
from . import static
from .components import example_cards, status_card
from .components.shot_list import EMPTY_SHOT_LIST
from .theme import html

WATCH_MEANWHILE = "Watch its animatic meanwhile"
WAITS = "Your clip will appear here."


@dataclass(frozen=True)
class Result:
    """The clip, its status, and the buttons for it."""

    scene: gr.HTML
    video: gr.Video
    card: gr.HTML
    actions: list[gr.Button]  # notify, stop, again, longer, animatic, uncover, delete
    beside: gr.HTML
    shots: gr.HTML
    details: gr.JSON

    @property
    def told(self) -> list[Any]:
        """For programs: clip, words, details."""
        return [self.video, self.card, self.details]

    @property
    def shown(self) -> list[Any]:
        """For the page: what the clip's status needs."""
        return [*self.told, self.scene]


@dataclass(frozen=True)
class History:
    """The visitor's jobs, and requests made elsewhere."""

    history: gr.HTML
    request_id: gr.Textbox
    resume: gr.Button


def build_result() -> Result:
    """Lay the result out, without a clip."""
    with gr.Column(elem_id="stage"):
        scene = html(example_cards.opening(), elem_id="scene")
        video = gr.Video(
            elem_id="video",
            label="Clip",
            show_label=False,
            interactive=False,
            container=False,
            visible=False,
        )
    card = html(status_card.note(WAITS), elem_id="status", js_on_load=static.read("copy_id.js"))
    with gr.Row(elem_id="offers"):
        labels = {
            "notify": "Notify me",
            "stop": "Stop watching",
            "again": "Check again",
            "longer": "Same brief, longer",
            "animatic": WATCH_MEANWHILE,
            "uncover": "Show the clip",
            "delete": "Delete this clip",
        }
        actions = [
            gr.Button(label, elem_id=name, visible=False, size="sm", min_width=150)
            for name, label in labels.items()
        ]
    beside = html(elem_id="beside")
    with gr.Accordion("Shot list of the animatic", open=True):
        shots = html(EMPTY_SHOT_LIST, elem_id="shots")
    with gr.Accordion("Details", open=False):
        details = gr.JSON(elem_id="details", show_label=False)
    return Result(scene, video, card, actions, beside, shots, details)


def build_history() -> History:
    """Lay out the history, and the box for a request id."""
    history = html(elem_id="history", js_on_load=static.read("cards.js"))
    with gr.Accordion("Find a clip by its request id", open=False), gr.Row():
        label = "Request id of a clip started elsewhere with the same key"
        request_id = gr.Textbox(label=label, elem_id="request-id", scale=3)
        resume = gr.Button("Resume", elem_id="resume", scale=1)
    return History(history, request_id, resume)


def actions(quotes: Quotes, details: dict[str, Any] | None) -> tuple[Any, ...]:
    """What can be done with the job on the page: a button each."""
    told = details or {}
    phase, waits = told.get("phase"), bool(told.get("error"))
    model, done = BY_ID.get(str(told.get("model"))), phase == Phase.COMPLETED
    going = phase not in (None, Phase.COMPLETED, Phase.FAILED)
    paid = bool(model and not model.free and told.get("duration"))
    longest = quotes.contract(model.id).longest if model else 0
    longer = done and 0 < told.get("duration", 0) < longest
    return (
        gr.Button(visible=going and not waits),
        gr.Button(visible=going and not waits),
        gr.Button(visible=going and waits),
        gr.Button(f"Same brief, {longest} s", visible=longer),
        gr.Button("Its animatic" if done else WATCH_MEANWHILE, visible=paid and (done or going)),
        gr.Button(visible=done and bool(told.get("nsfw"))),
        gr.Button(visible=done),
    )
