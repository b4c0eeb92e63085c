"""Image upload as a strip of numbered images that can be moved and removed.

Not Gradio's gallery: that one cannot change an order or say a number, and brings half of the page's
weight with it. Programs still send a gallery.
"""

import gradio as gr

from ...catalog import MAX_IMAGES
from ...orders.images import EXTENSIONS
from .. import static

TEMPLATE = f"""<div class="pictures" role="group" aria-label="Pictures" data-most="{MAX_IMAGES}">
<ol></ol>
<label><input type="file" accept="{",".join(EXTENSIONS)}" multiple>
<b>Add pictures</b><span>Drop, paste or choose up to {MAX_IMAGES}</span></label>
<p role="status"></p></div>"""


def image_strip(elem_id: str) -> gr.HTML:
    """The component. Its value, in both directions, is a list of paths in the upload folder."""
    return gr.HTML(
        [],
        elem_id=elem_id,
        html_template=TEMPLATE,
        js_on_load=static.read("image_strip.js"),
        apply_default_css=False,
    )


def paths(value: object) -> list[str]:
    """What a browser says the strip holds, as texts; whether they are pictures is for `brief`."""
    return [str(each) for each in value] if isinstance(value, list) else []
