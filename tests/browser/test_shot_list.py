"""A wrong reading: two clicks, the right film; written into the prompt; undone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.animatic.clips import decode
from tests.apps import App
from tests.browser.actions import chosen, fill, playing_seconds, press

# Read as a shot by night, which is wrong for a person whose station is called so.
PROMPT = "A boy at the river. Pan left across the water. Cut to the station at night."


def choose(page: Page, label: str, words: str) -> None:
    page.get_by_label(label, exact=True).first.select_option(words)


def luma(app: App, job: str) -> float:
    """How light the last frames of a job's clip are, and so whether it is night in them."""
    (clip,) = (app.data_dir / "clips").glob(f"*{job[:16]}.mp4")
    return float(decode(clip).y[-12:].mean())


def job_on(page: Page) -> str:
    found = re.search(
        r"[0-9a-f]{32}", page.locator("#history [data-card]").first.evaluate("e => e.dataset.card")
    )
    assert found
    return found[0]


def test_a_wrong_reading_is_put_right_by_two_clicks_written_and_undone(
    page: Page, app: App, cup: Path, astronaut: Path, page_errors: list[str]
) -> None:
    page.goto(app.url)
    fill(page, cup, astronaut, prompt=PROMPT)
    expect(chosen(page, "Light of shot 2")).to_have_text("night")
    choose(page, "Light of shot 2", "none")  # a click opens the choices, another takes one
    expect(page.get_by_label("Light of shot 2", exact=True)).to_have_count(0)
    expect(page.locator("#shots [role=status]")).to_contain_text(
        "1 correction: the animatic follows"
    )
    press(page)
    assert playing_seconds(page) == pytest.approx(5, abs=1 / 24)
    by_day = luma(app, job_on(page))

    page.get_by_role("button", name="Write these shots into the prompt").click()
    prompt = page.locator("#prompt textarea")
    expect(prompt).to_have_value(re.compile(r"^Shot 1 \(0-2\.5s\): @Image1.*\nShot 2 .*@Image2"))
    expect(page.locator("#shots [role=status]")).to_have_text("The shots are now in the prompt.")
    assert "night" not in prompt.input_value()
    page.get_by_role("button", name="Undo").click()
    expect(prompt).to_have_value(PROMPT)
    expect(page.locator("#shots [role=status]")).to_contain_text("1 correction")
    page.get_by_role("button", name="Undo").click()
    expect(chosen(page, "Light of shot 2")).to_have_text("night")
    press(page)
    expect(page.locator("#history li")).to_have_count(2)
    playing_seconds(page)
    assert luma(app, job_on(page)) < 0.8 * by_day
    assert page_errors == []


def test_choices_are_kept_by_keyboard_and_through_a_reload_and_an_editors_own_undo(
    page: Page, app: App, cup: Path
) -> None:
    page.goto(app.url)
    fill(page, cup, prompt="Push in, rain. Cut to the door, wind.")
    move = page.get_by_label("Move of shot 1", exact=True)
    move.focus()
    page.keyboard.type("tilt d")
    expect(chosen(page, "Move of shot 1")).to_have_text("tilt down")
    expect(move).to_be_focused()
    choose(page, "Length of shot 2", "1.5 s")
    expect(chosen(page, "Length of shot 1")).to_have_text("0.0–3.5 s")
    page.reload()
    expect(chosen(page, "Move of shot 1")).to_have_text("tilt down")
    page.get_by_role("button", name="Write these shots into the prompt").click()
    prompt = page.locator("#prompt textarea")
    expect(prompt).to_have_value(re.compile("^Shot 1 "))
    prompt.press("Control+z")
    expect(prompt).to_have_value("Push in, rain. Cut to the door, wind.")
    expect(page.locator("#shots [role=status]")).to_contain_text("2 corrections")
    prompt.fill("Push in, snow. Cut to the door, wind.")
    expect(page.locator("#shots [role=status]")).to_contain_text("Set aside")
    expect(chosen(page, "Move of shot 1")).to_have_text("push in")
    page.get_by_role("button", name="Discard what is set aside").click()
    expect(page.locator("#shots [role=status]")).to_have_count(0)
