"""Image upload as a strip of numbered images that can be moved and removed.

Not Gradio's gallery: that one cannot change an order or say a number, and brings half of the page's
weight with it. Programs still send a gallery.
"""

import json

import gradio as gr
from markupsafe import Markup

from ...catalog import MAX_IMAGES
from ...orders.images import EXTENSIONS, MAX_FILE, MAX_SIDE, MIN_SIDE
from .. import static

# What the browser can tell, or mend, before the upload; see `picture_files.js`.
LIMITS = {
    "most": MAX_IMAGES,
    "bytes": MAX_FILE,
    "pixels": 40_000_000,  # larger ones are sent sooner when they are shrunk before
    "least": MIN_SIDE,
    "side": MAX_SIDE,
}
TEMPLATE = Markup("""<div class="pictures" role="group" aria-label="Pictures"
 data-limits="{limits}">
<ol></ol>
<label><input type="file" accept="{kinds}" multiple>
<b>Add pictures</b><span>Drop, paste or choose up to {most}</span></label>
<p role="status"></p></div>""").format(
    limits=json.dumps(LIMITS), most=MAX_IMAGES, kinds=",".join(EXTENSIONS)
)


def image_strip(elem_id: str) -> gr.HTML:
    """The component. Its value is a list of paths in the upload folder. Never update more than the
    value: an updated component would be a new one, which gives handlers whatever it is sent."""
    strip = gr.HTML(
        [],
        elem_id=elem_id,
        html_template=TEMPLATE,
        js_on_load=static.read("image_strip.js"),
        apply_default_css=False,
    )
    # No subclass: beside the file of each of those Gradio writes a .pyi when it is imported.
    strip.preprocess = paths  # type: ignore[method-assign,assignment]
    return strip


def paths(sent: object) -> list[str]:
    """What a browser says the strip holds, as texts; whether they are images is for `brief`."""
    return [str(each) for each in sent] if isinstance(sent, list) else []
