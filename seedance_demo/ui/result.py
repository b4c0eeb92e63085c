"""Components for the clip, its status, what can be done with it, and the history."""

from dataclasses import dataclass
from typing import Any, TypedDict

import gradio as gr
from gradio.data_classes import JsonData

from ..catalog import ANIMATIC, fallback_contract
from ..ledger import Phase
from ..orders.family import is_family, model_of
from ..orders.quotes import Quotes
from . import static
from .components import example_cards, status_card
from .components.shot_list import EMPTY_SHOT_LIST
from .naming import Updates, updates
from .theme import html

WATCH_MEANWHILE = "Watch its animatic meanwhile"
WAITS = "Your clip will appear here."
Details = dict[str, Any]  # the public form, from `messages.details`


class JobView(TypedDict, total=False):
    """A job as the page or a program is told of it; what is left out stays as it is. `video` is
    HTML for the page and a path for programs, which have no scene."""

    video: str | None
    card: str
    details: Details
    scene: str


@dataclass(frozen=True)
class ViewFields:
    """A component for each of `JobView`, under the same name."""

    video: gr.HTML
    card: gr.HTML
    details: gr.JSON
    scene: gr.HTML

    def shown(self, view: JobView) -> Updates:
        """The details as Gradio would wrap them: of a bare dict only what differs is sent, and the
        page does not notice that."""
        changed = updates(self, view)
        if "details" in view:
            changed[self.details] = JsonData(view["details"])
        return changed


@dataclass(frozen=True)
class Answers:
    """The same for programs: they get the clip's file."""

    video: gr.Video
    card: gr.HTML
    details: gr.JSON


@dataclass(frozen=True)
class JobActions:
    """The buttons for the job on the page."""

    notify: gr.Button
    stop: gr.Button
    again: gr.Button
    longer: gr.Button
    animatic: gr.Button
    uncover: gr.Button
    delete: gr.Button

    def offered(self, quotes: Quotes, details: Details | None) -> Updates:
        """What can be done with the job that `details` tell of."""
        told = details or {}
        phase, waits = told.get("phase"), bool(told.get("error"))
        model, done = model_of(str(told.get("model") or "")), phase == Phase.COMPLETED
        going = phase not in (None, Phase.COMPLETED, Phase.FAILED)
        is_short = told.get("duration") in fallback_contract(ANIMATIC).durations
        may_be_animated = is_family(model.id) and not model.free and is_short
        longest = quotes.contract(model.id).longest
        longer = done and 0 < told.get("duration", 0) < longest
        twin = "Its animatic" if done else WATCH_MEANWHILE
        return {
            self.notify: gr.Button(visible=going and not waits),
            self.stop: gr.Button(visible=going and not waits),
            self.again: gr.Button(visible=going and waits),
            self.longer: gr.Button(f"Same brief, {longest} s", visible=longer),
            self.animatic: gr.Button(twin, visible=may_be_animated and (done or going)),
            self.uncover: gr.Button(visible=done and bool(told.get("nsfw"))),
            self.delete: gr.Button(visible=done),
        }


@dataclass(frozen=True)
class Result:
    """The clip, its status, and the buttons for it."""

    view: ViewFields
    answers: Answers
    actions: JobActions
    beside: gr.HTML
    shots: gr.HTML
    written: gr.JSON  # their plan as a prompt, on its way there


@dataclass(frozen=True)
class History:
    """The visitor's jobs, and requests made elsewhere."""

    cards: gr.HTML
    request_id: gr.Textbox
    resume: gr.Button


def build_result() -> Result:
    """Lay the result out, without a clip."""
    with gr.Column(elem_id="stage"):
        scene = html(example_cards.opening(), elem_id="scene")
        video = html(elem_id="video")
    # The labels are for programs: without one, an answer is called by a number that changes.
    copies = static.read("copy_id.js")
    card = html(status_card.note(WAITS), elem_id="status", label="Status", js_on_load=copies)
    with gr.Row(elem_id="offers"):
        actions = JobActions(
            notify=_button("Notify me", "notify"),
            stop=_button("Stop watching", "stop"),
            again=_button("Check again", "again"),
            longer=_button("Same brief, longer", "longer"),
            animatic=_button(WATCH_MEANWHILE, "animatic"),
            uncover=_button("Show the clip", "uncover"),
            delete=_button("Delete this clip", "delete"),
        )
    beside = html(elem_id="beside")
    with gr.Accordion("Shot list of the animatic", open=True):
        choices = static.read("shot_list.js")
        shots = html(EMPTY_SHOT_LIST, elem_id="shots", js_on_load=choices)
    with gr.Accordion("Details", open=False):
        details = gr.JSON(elem_id="details", label="Details", show_label=False)
    view = ViewFields(video=video, card=card, details=details, scene=scene)
    answers = Answers(gr.Video(label="Clip", visible=False), card, details)
    written = gr.JSON(visible=False)
    return Result(
        view=view, answers=answers, actions=actions, beside=beside, shots=shots, written=written
    )


def build_history() -> History:
    """Lay out the history, and the box for a request id."""
    cards = html(elem_id="history", js_on_load=static.read("cards.js"))
    with gr.Accordion("Find a clip by its request id", open=False), gr.Row():
        label = "Request id of a clip started elsewhere with the same key"
        request_id = gr.Textbox(label=label, elem_id="request-id", scale=3)
        resume = gr.Button("Resume", elem_id="resume", scale=1)
    return History(cards=cards, request_id=request_id, resume=resume)


def _button(label: str, name: str) -> gr.Button:
    return gr.Button(label, elem_id=name, visible=False, size="sm", min_width=150)
