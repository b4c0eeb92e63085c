"""How the page looks: one theme, and the little CSS that the theme has no words for.

Ink on paper by day, tungsten light on black by night; every pair of text and ground reaches the
contrast of WCAG AA (4.5 to 1).
"""

import gradio as gr

CSS = """
#intro h1 { margin-bottom: 0.2rem; font-size: 1.9rem; letter-spacing: -0.02em; }
#about { color: var(--body-text-color-subdued); }
#status { overflow-wrap: anywhere; font-variant-numeric: tabular-nums; min-height: 3.2em; }
#counter { padding: 0 1rem 0.5rem; background: var(--block-background-fill); }
#counter { font-size: 0.85em; text-align: right; }
#allowance:not(:has(p)), #balance:not(:has(p)) { display: none; }
.quiet { color: var(--body-text-color-subdued); }
.shots { margin: 0; padding-left: 1.4rem; font-size: 0.92em; }
.shots li { margin-bottom: 0.7rem; }
.shots dl { display: grid; grid-template-columns: 6.5rem 1fr; gap: 0.1rem 0.6rem; }
.shots dl { margin: 0.2rem 0 0; }
.shots dt { color: var(--body-text-color-subdued); }
.shots dd { margin: 0; overflow-wrap: anywhere; }
#counter > div { display: flow-root; }
#tips { float: left; max-width: 30rem; text-align: left; }
#chips, #order { font-size: 0.85em; }
#chips { padding: 0 0.25rem; background: var(--block-background-fill); }
.chips { position: relative; display: flex; flex-wrap: wrap; gap: 0.3rem 0; }
.chips input { position: absolute; opacity: 0; }
.chips label { padding: 0.1rem 0.6rem; cursor: pointer; border-radius: 1rem; }
#chips label { color: var(--body-text-color-subdued); }
#chips input:checked + label { color: var(--body-text-color); font-weight: 600; }
.chips > div { display: none; order: 1; flex: 0 0 100%; flex-wrap: wrap; gap: 0.3rem; }
.chips input:checked + label + div { display: flex; }
.chips button, .order button { min-height: 1.8rem; padding: 0 0.65rem; border-radius: 1rem; }
.chips button, .order button { border: 1px solid var(--border-color-primary); }
.chips button, .order button { background: var(--background-fill-primary); }
.chips button:hover, .order button:hover { border-color: var(--body-text-color); }
.order { display: flex; flex-wrap: wrap; gap: 0.3rem 0.8rem; margin: 0; padding: 0; }
.order { list-style: none; }
.order button:disabled { opacity: 0.4; cursor: default; }
#order { margin: -0.6rem -0.75rem; }
#order:not(:has(li)) { display: none; }
#images .grid-container, #images .thumbnails { counter-reset: picture; }
#images [aria-label^="Thumbnail "] { counter-increment: picture; }
#images [aria-label^="Thumbnail "]::after { content: counter(picture); position: absolute; }
#images [aria-label^="Thumbnail "]::after { right: 0.3rem; bottom: 0.3rem; min-width: 1.6em; }
#images [aria-label^="Thumbnail "]::after { border-radius: 1em; background: #000c; color: white; }
#images [aria-label="Delete image"] { opacity: 1; }
.pictures-welcome #images { outline: 3px dashed var(--color-accent); outline-offset: 2px; }
body:not(.may-notify) #notify { display: none; }
:is(button, label, a, input, textarea, summary, [tabindex]):focus-visible,
.chips input:focus-visible + label { outline: 2px solid var(--color-accent); outline-offset: 2px; }
@media (prefers-reduced-motion: reduce) {
  *, ::before, ::after { animation: none !important; transition: none !important; }
}
"""


def theme() -> gr.themes.Base:
    """No font is fetched from anywhere: the page works without a network."""
    ink, light = "*neutral_900", "*primary_400"
    return gr.themes.Base(
        primary_hue="amber",
        neutral_hue="stone",
        radius_size="md",
        font=("system-ui", "sans-serif"),
        font_mono=("ui-monospace", "monospace"),
    ).set(
        body_background_fill="*neutral_50",
        body_background_fill_dark="*neutral_950",
        block_label_text_color="*neutral_600",
        block_label_text_color_dark="*neutral_300",
        block_title_text_color="*neutral_700",
        block_title_text_color_dark="*neutral_200",
        block_title_text_weight="600",
        body_text_color_subdued="*neutral_600",
        body_text_color_subdued_dark="*neutral_400",
        input_placeholder_color="*neutral_500",
        input_placeholder_color_dark="*neutral_400",
        button_primary_background_fill=ink,
        button_primary_background_fill_hover="*neutral_700",
        button_primary_text_color="white",
        button_primary_background_fill_dark=light,
        button_primary_background_fill_hover_dark="*primary_300",
        button_primary_text_color_dark="*neutral_950",
        checkbox_label_background_fill_selected=ink,
        checkbox_label_text_color_selected="white",
        checkbox_label_background_fill_selected_dark=light,
        checkbox_label_text_color_selected_dark="*neutral_950",
        checkbox_background_color_selected="*primary_500",
        checkbox_background_color_selected_dark="*neutral_800",
        checkbox_border_color_selected="white",
        checkbox_border_color_selected_dark="*neutral_950",
    )
