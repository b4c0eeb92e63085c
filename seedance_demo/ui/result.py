"""Components for the clip, its status, what can be done with it, and the history."""

from dataclasses import dataclass
from typing import Any, TypedDict

import gradio as gr
from gradio.data_classes import JsonData

from ..catalog import ANIMATIC, fallback_contract
from ..ledger import Phase
from ..orders.family import is_family, model_of
from . import static
from .components import example_cards, status_card
from .components.history_bar import BAR
from .components.shot_list import EMPTY_SHOT_LIST
from .naming import Updates, updates
from .theme import html

WATCH_MEANWHILE = "Watch its animatic meanwhile"
CARDS = static.read("cards.js") + static.read("card_films.js")
WAITS = "Your clip will appear here."
Details = dict[str, Any]  # the public form, from `messages.details`


class JobView(TypedDict, total=False):
    """A job as the page or a program is told of it; what is left out stays as it is. `video` is
    HTML for the page and a path for programs, which have no scene."""

    video: str | None
    card: str
    details: Details
    scene: str
    variations: str


@dataclass(frozen=True)
class ViewFields:
    """A component for each of `JobView`, under the same name."""

    video: gr.HTML
    card: gr.HTML
    details: gr.JSON
    scene: gr.HTML
    variations: gr.HTML  # the clips that were pressed together, to choose one for the stage

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
    """The buttons for a job that runs, and for a clip that is covered."""

    notify: gr.Button
    stop: gr.Button
    again: gr.Button
    animatic: gr.Button
    uncover: gr.Button

    def offered(self, details: Details | None) -> Updates:
        """What can be done with the job that `details` tell of, while it runs or is covered."""
        told = details or {}
        phase, waits = told.get("phase"), bool(told.get("error"))
        going = phase not in (None, Phase.COMPLETED, Phase.FAILED)
        twin = going and may_be_animated(str(told.get("model") or ""), told.get("duration"))
        return {
            self.notify: gr.Button(visible=going and not waits),
            self.stop: gr.Button(visible=going and not waits),
            self.again: gr.Button(visible=going and waits),
            self.animatic: gr.Button(visible=twin),
            self.uncover: gr.Button(visible=phase == Phase.COMPLETED and bool(told.get("nsfw"))),
        }


@dataclass(frozen=True)
class NextSteps:
    """What can be done with a job that has ended. `ended` changes with the job, for which prices
    are asked then; `lead` says how a step goes on, and `saved` where a file is that was made."""

    row: gr.HTML
    ended: gr.HTML
    lead: gr.JSON
    saved: gr.JSON


@dataclass(frozen=True)
class Result:
    """The clip, its status, and the buttons for it."""

    view: ViewFields
    answers: Answers
    actions: JobActions
    next: NextSteps
    beside: gr.HTML
    shots: gr.HTML
    written: gr.JSON  # their plan as a prompt, on its way there


@dataclass(frozen=True)
class History:
    """The visitor's jobs, and requests made elsewhere. `film` is where the clip of a card lies, and
    `saved` where all of them are one file."""

    cards: gr.HTML
    film: gr.JSON
    saved: gr.JSON
    request_id: gr.Textbox
    resume: gr.Button


def may_be_animated(model_id: str, duration: object) -> bool:
    """Whether a free animatic can be made beside a job of this model and length."""
    is_paid = is_family(model_id) and not model_of(model_id).free
    return is_paid and duration in fallback_contract(ANIMATIC).durations


def build_result() -> Result:
    """Lay the result out, without a clip; and in a column of its own what is read beside it."""
    with gr.Column(min_width=340, elem_id="result"):
        with gr.Column(elem_id="stage"):
            scene = html(example_cards.opening(), elem_id="scene")
            video = html(elem_id="video")
        variations = html(elem_id="variations", js_on_load=CARDS)
        beside = html(elem_id="beside", js_on_load=static.read("compare.js"))
        steps = NextSteps(
            row=html(elem_id="next", js_on_load=static.read("next_steps.js")),
            ended=html(visible="hidden"),
            lead=gr.JSON(visible=False, elem_id="lead"),
            saved=gr.JSON(visible=False, elem_id="saved"),
        )
        # The labels are for programs: without one, an answer is called by a number that changes.
        scripts = static.read("copy_id.js") + static.read("undo.js")
        card = html(status_card.note(WAITS), elem_id="status", label="Status", js_on_load=scripts)
        actions = _build_actions()
    with gr.Column(min_width=340, elem_id="plan"):
        with gr.Accordion("Shot list of the animatic", open=True, elem_id="shots-fold"):
            choices = static.read("shot_list.js")
            shots = html(EMPTY_SHOT_LIST, elem_id="shots", js_on_load=choices)
        with gr.Accordion("Details", open=False, elem_id="details-fold"):
            details = gr.JSON(elem_id="details", label="Details", show_label=False)
    view = ViewFields(video=video, card=card, details=details, scene=scene, variations=variations)
    answers = Answers(gr.Video(label="Clip", visible=False), card, details)
    written = gr.JSON(visible=False)
    return Result(view, answers, actions, steps, beside=beside, shots=shots, written=written)


def _build_actions() -> JobActions:
    with gr.Row(elem_id="offers"):
        return JobActions(
            notify=_button("Notify me", "notify"),
            stop=_button("Stop watching", "stop"),
            again=_button("Check again", "again"),
            animatic=_button(WATCH_MEANWHILE, "animatic"),
            uncover=_button("Show the clip", "uncover"),
        )


def build_history() -> History:
    """Lay out the history, and the box for a request id."""
    html(BAR, elem_id="history-bar")
    film = gr.JSON(visible=False, elem_id="film")
    saved = gr.JSON(visible=False, elem_id="all-saved")
    cards = html(elem_id="history", js_on_load=CARDS + static.read("history.js"))
    with gr.Accordion("Find a clip by its request id", open=False), gr.Row():
        label = "Request id of a clip started elsewhere with the same key"
        request_id = gr.Textbox(label=label, elem_id="request-id", scale=3)
        resume = gr.Button("Find clip", elem_id="resume", scale=1)
    return History(cards=cards, film=film, saved=saved, request_id=request_id, resume=resume)


def _button(label: str, name: str) -> gr.Button:
    return gr.Button(label, elem_id=name, visible=False, size="sm", min_width=150)
