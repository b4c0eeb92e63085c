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
