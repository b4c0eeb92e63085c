"""How the page looks: one theme, and the little CSS that the theme has no words for."""

import gradio as gr

CSS = """
#intro h1 { margin-bottom: 0.2rem; }
#status { min-height: 1.6rem; overflow-wrap: anywhere; }
"""


def theme() -> gr.themes.Base:
    return gr.themes.Soft(
        primary_hue="amber",
        neutral_hue="stone",
        font=("system-ui", "sans-serif"),  # no font is fetched from anywhere
        font_mono=("ui-monospace", "monospace"),
    )
