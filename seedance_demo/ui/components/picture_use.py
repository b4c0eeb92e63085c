"""How pictures are used: what they are for the model in force, and a clip from words alone.

The strip is hidden while only words are used, never emptied: pictures may be on their way into it.
"""

import json
from dataclasses import dataclass

import gradio as gr
from markupsafe import Markup

from ...orders.offer import Offer
from ...orders.order import Order
from ...orders.roles import Role, note, roles, shape
from ...orders.wishes import Wishes, uses_pictures
from .. import static
from ..naming import Updates
from ..theme import html

NO_PICTURE, LEAVE_OUT = "No picture: write only", "Write only, leave the pictures out"
BADGES = {Role.FIRST: "First", Role.LAST: "Last", Role.UNUSED: "Not used"}
TO_START_EXACTLY = "To start exactly on picture 1, choose First & last frame."


@dataclass(frozen=True)
class PictureUse:
    """The strip's column and the line in it; `write` leaves the pictures out, `add` brings them
    back. Which of both was pressed last is `write_only` of the brief."""

    column: gr.Column
    told: gr.HTML
    write: gr.Button
    add: gr.Button

    def offered(self, found: Offer, wished: Wishes) -> Updates:
        """What the model in force does with the pictures that are there."""
        used = uses_pictures(found.contract, write_only=wished.write_only)
        words = LEAVE_OUT if wished.pictures else NO_PICTURE
        return {
            self.column: gr.Column(visible=used or "hidden"),
            self.told: pictures_told(found) if used and wished.pictures else "",
            self.write: gr.Button(words, visible=found.may_write_only and not wished.write_only),
            self.add: gr.Button(visible=wished.write_only and not used),
        }


def build_told() -> gr.HTML:
    """The line below the strip; its script hands the badges over to the strip."""
    return html(elem_id="roles", js_on_load=static.read("roles.js"))


def build_switch() -> gr.Radio:
    """What several pictures are, `end_frame` of the options."""
    return gr.Radio(
        [("First & last frame", True), ("References", False)],
        value=False,
        label="Your pictures are",
        elem_id="end-frame",
        visible=False,
    )


def offered_switch(found: Offer, wished: Wishes) -> gr.Radio:
    """There where the model in force leaves a choice."""
    choices = found.role_choices
    if not choices:
        return gr.Radio(visible=False)
    return gr.Radio(choices, visible=wished.pictures > 1)


def pictures_told(found: Offer) -> Markup:
    """HTML: what the pictures are, the shape of the clip, and how many of them are used."""
    order = found.order
    if order is None:
        return Markup()
    badges = [BADGES.get(role, f"@Image{n}") for n, role in enumerate(roles(order), 1)]
    line = Markup("<p data-badges='{}'>{} <span>{}</span></p>")
    exactly = Role.REFERENCE in roles(order) and found.role_choices and not order.brief.model.free
    words = " ".join(filter(None, (note(order), TO_START_EXACTLY if exactly else "")))
    return line.format(json.dumps(badges), words, _facts(order))


def _facts(order: Order) -> str:
    """`16:9 from picture 1 · 2 of 4 used`"""
    found = roles(order)
    used = len(found) - found.count(Role.UNUSED)
    counted = f"{used} of {len(found)} used" if used < len(found) else ""
    facts = " · ".join(filter(None, (shape(order), counted)))
    return f"{facts[:1].upper()}{facts[1:]}"
