"""Text can be read on its ground: WCAG AA, computed from the theme's own colours."""

import re

import pytest

from seedance_demo.ui.theme import CSS, theme

PAIRS = [
    ("body_text_color", "body_background_fill"),
    ("body_text_color_subdued", "body_background_fill"),
    ("block_label_text_color", "block_background_fill"),
    ("block_title_text_color", "block_background_fill"),
    ("input_placeholder_color", "input_background_fill"),
    ("button_primary_text_color", "button_primary_background_fill"),
    ("button_primary_text_color", "button_primary_background_fill_hover"),
    ("button_secondary_text_color", "button_secondary_background_fill_hover"),
    ("checkbox_label_text_color_selected", "checkbox_label_background_fill_selected"),
]
NAMED = {"white": "#ffffff", "black": "#000000"}


def colour(name: str, *, dark: bool) -> str:
    """The colour of a variable, through the variables it names; by night its own, if it has one."""
    made = theme()
    value: str = (getattr(made, f"{name}_dark", None) if dark else None) or getattr(made, name)
    while value.startswith("*"):
        inner = value[1:]
        value = (getattr(made, f"{inner}_dark", None) if dark else None) or getattr(made, inner)
    return NAMED.get(value, value)


def luminance(code: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2.2)."""
    parts = [int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str, *, dark: bool) -> float:
    told = [colour(name, dark=dark) for name in (one, other)]
    assert all(re.fullmatch("#[0-9a-f]{6}", each) for each in told), told
    light, deep = sorted(map(luminance, told), reverse=True)
    return (light + 0.05) / (deep + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(text: str, ground: str, dark: bool) -> None:
    assert contrast(text, ground, dark=dark) >= 4.5


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
@pytest.mark.parametrize("ground", ["input_background_fill", "block_background_fill"])
def test_a_text_field_has_an_edge_that_can_be_seen(ground: str, dark: bool) -> None:
    assert theme().input_border_width == "1px"
    assert contrast("input_border_color", ground, dark=dark) >= 3


def test_nothing_stands_in_a_condition_that_gradio_leaves_out() -> None:
    """Of `@media` it takes plain rules, and those for its own column: what is around that, and
    keyframes, would be without effect."""
    conditions = re.findall(r"^@media[^{]*{(.*?)^}", CSS, re.DOTALL | re.MULTILINE)
    assert len(conditions) == CSS.count("\n@media")
    for rules in conditions:
        assert not re.search(r"@|\.gradio-container|\bbody\b|\bfooter\b", rules), rules


def test_nothing_is_fetched_from_elsewhere() -> None:
    made = theme()
    assert "url(" not in CSS
    assert "@import" not in CSS
    assert not made._stylesheets
