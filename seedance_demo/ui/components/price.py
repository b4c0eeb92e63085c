"""What a press costs, and the button."""

from dataclasses import dataclass

import gradio as gr
from markupsafe import Markup

from ...orders.offer import GENERATE, Offer, priced
from ...orders.order import Order
from ..naming import Updates
from ..theme import html

ESTIMATE = "Estimated from published prices. You never pay more than the button shows."


@dataclass(frozen=True)
class Price:
    """What a press costs, and the button. `agreed` and `agreed_clips` travel with a press: what is
    shown and what is agreed to cannot differ. `quoted` changes when the provider has named other
    prices; `opened` is the job of the last press, for the button to show how it gets on."""

    balance: gr.HTML  # the owner's
    note: gr.HTML
    summary: gr.HTML
    generate: gr.Button
    agreed: gr.Textbox
    agreed_clips: gr.Number
    quoted: gr.HTML
    refused: gr.HTML
    opened: gr.HTML

    def offered(self, found: Offer) -> Updates:
        """The button with what a press costs now."""
        return {
            self.note: _note(found),
            self.summary: Markup("{}").format(found.summary),
            self.generate: found.button,
            self.agreed: _dollars(found),
            self.agreed_clips: found.clips,
        }

    def of_one(self, order: Order) -> Updates:
        """The press for one clip of an order, at its price."""
        return {
            self.generate: priced(GENERATE, order),
            self.agreed: str(order.price),
            self.agreed_clips: 1,
        }


def build_price(now: Offer) -> Price:
    """Lay it out, below all that the price depends on."""
    balance, note = html(elem_id="balance"), html(_note(now), elem_id="note")
    with gr.Column(elem_id="go"):
        refused = html(elem_id="refused")
        summary = html(Markup("{}").format(now.summary), elem_id="summary")
        generate = gr.Button(
            now.button, variant="primary", size="lg", elem_id="generate", interactive=False
        )
    return Price(
        balance=balance,
        note=note,
        summary=summary,
        generate=generate,
        agreed=gr.Textbox(_dollars(now), visible=False),
        agreed_clips=gr.Number(now.clips, precision=0, visible=False),
        quoted=html(visible="hidden"),
        refused=refused,
        opened=html(visible="hidden"),
    )


def _dollars(found: Offer) -> str:
    """Where no price is shown, none is agreed to."""
    return str(found.total or 0)


def _note(found: Offer) -> Markup:
    """What is to know of the price, above the button."""
    estimate = "" if found.quoted or not found.price else ESTIMATE
    lines = filter(None, (found.note, found.shortfall, estimate))
    return Markup().join(Markup("<p>{}</p>").format(words) for words in lines)
