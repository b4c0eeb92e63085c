"""The page: its components, in the order in which they are seen."""

from dataclasses import dataclass

import gradio as gr
from markupsafe import Markup

from ..accounts.guard import Guard
from ..catalog import MODELS
from ..orders.quotes import Quotes
from . import languages, static
from .components import example_cards
from .form import Form, build_form
from .result import History, Result, build_history, build_result
from .theme import html

TITLE = "Pictures in, film out"
INTRO = Markup("""<a class="skip" href="#prompt">Skip to the brief</a>
<p class="model">Seedance 2.0 · image to video with sound</p><h1>{}</h1>
<p>Drop up to four pictures and write like a director. The free animatic shows your camera, cuts,
light and sound in seconds; the model makes the film.</p>{}""").format(TITLE, languages.choice())


@dataclass(frozen=True)
class Page:
    """`arrival` is what a browser brings, `visitor` its id once that is known; `names` are those of
    `Form.asked`, for the draft. `follow` and `glance` are pressed by the tab itself."""

    examples: gr.HTML
    form: Form
    result: Result
    history: History
    arrival: gr.JSON
    visitor: gr.Textbox
    names: gr.JSON
    follow: gr.Button
    glance: gr.Button


def lay_out(guard: Guard, quotes: Quotes) -> Page:
    """Build the components, inside a `gr.Blocks`. Nothing is wired yet."""
    first = next(model for model in MODELS if model.free != guard.pays_for_all)
    html(INTRO, elem_id="intro")
    if guard.sign_in:
        gr.LoginButton(size="sm", elem_id="sign-in")
    row = example_cards.example_cards()
    examples = html(row, elem_id="examples", js_on_load=static.read("cards.js"))
    with gr.Row(equal_height=False, elem_id="work"):
        with gr.Column(min_width=340, elem_id="form"):
            form = build_form(first, guard, quotes)
        result = build_result()
    return Page(
        examples=examples,
        form=form,
        result=result,
        history=build_history(),
        arrival=gr.JSON(visible=False),
        visitor=gr.Textbox(visible=False),
        names=gr.JSON(list(form.asked), visible=False),
        follow=gr.Button("", elem_id="follow", visible="hidden"),
        glance=gr.Button("", elem_id="glance", visible="hidden"),
    )
