"""Theme and CSS of the page.

Ink on paper by day, tungsten light on black by night; every pair of text and ground reaches the
contrast of WCAG AA (4.5 to 1), and the edge of every text field 3 to 1.
"""

from typing import Any

import gradio as gr

from . import static

STYLES = (
    *("page.css", "form.css", "choices.css", "press.css"),
    *("result.css", "cards.css", "shot_list.css", "accessible.css"),
)
CSS = "".join(map(static.read, STYLES))
FONTS = ("Inter", "Segoe UI", "Roboto", "Noto Sans", "Helvetica Neue", "Arial", "sans-serif")


def theme() -> gr.themes.Base:
    """The theme. No font is fetched from anywhere: the page works without a network."""
    ink, light = "*neutral_900", "*primary_400"
    return gr.themes.Base(
        primary_hue="amber",
        neutral_hue="stone",
        radius_size="md",
        font=FONTS,
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
        error_icon_color_dark="#f87171",
        input_placeholder_color="*neutral_500",
        input_placeholder_color_dark="*neutral_400",
        button_primary_background_fill=ink,
        button_primary_background_fill_hover="*neutral_700",
        button_primary_text_color="white",
        button_primary_background_fill_dark=light,
        button_primary_background_fill_hover_dark="*primary_300",
        button_primary_text_color_dark="*neutral_950",
        button_primary_shadow="none",
        button_primary_border_color=ink,
        button_primary_border_color_hover="*neutral_700",
        button_primary_border_color_dark=light,
        button_secondary_background_fill="transparent",
        button_secondary_background_fill_dark="transparent",
        button_secondary_background_fill_hover="*neutral_100",
        button_secondary_background_fill_hover_dark="*neutral_800",
        button_secondary_border_color="*neutral_300",
        button_secondary_border_color_dark="*neutral_600",
        button_border_width="1px",
        button_small_padding="0.45rem 0.8rem",
        block_background_fill_dark="*neutral_900",
        block_border_color_dark="*neutral_800",
        input_background_fill="white",
        input_background_fill_dark="*neutral_950",
        input_border_width="1px",
        input_border_width_dark="1px",
        input_border_color="*neutral_500",
        input_border_color_dark="*neutral_500",
        checkbox_label_background_fill="transparent",
        checkbox_label_background_fill_dark="transparent",
        checkbox_label_background_fill_hover="*neutral_100",
        checkbox_label_background_fill_hover_dark="*neutral_800",
        checkbox_label_border_color="*neutral_300",
        checkbox_label_border_color_dark="*neutral_700",
        checkbox_label_background_fill_selected="*primary_50",
        checkbox_label_background_fill_selected_dark="#2b2113",
        checkbox_label_border_color_selected="*primary_600",
        checkbox_label_border_color_selected_dark=light,
        checkbox_label_text_color_selected="*neutral_900",
        checkbox_label_text_color_selected_dark="*primary_200",
        checkbox_label_text_weight="500",
        checkbox_label_shadow="none",
        checkbox_label_border_width="1px",
        checkbox_label_border_width_dark="1px",
        checkbox_label_padding="0.4rem 0.5rem",
        checkbox_label_gap="0.5rem",
        error_border_color="*neutral_300",
    )


def html(value: str = "", **options: Any) -> gr.HTML:
    """HTML of our own, without Gradio's styles for running text."""
    return gr.HTML(value, apply_default_css=False, **options)
