"""Every chip does what its label says: the animatic's plan is another with its words."""

from dataclasses import replace

import pytest

from seedance_demo.animatic.plan import Shot
from seedance_demo.animatic.prompt.director import direct
from seedance_demo.animatic.shot_list import shot_list
from seedance_demo.ui import languages
from seedance_demo.ui.components.chips import CHIPS, Chip, chips

from .html_read import Read

BRIEF = "A cup on a table"
# Where the plan has another word for what the label says.
IN_THE_PLAN = {
    "Dreamy": "bloom",
    "Day to night": "day → night",
    "Dissolve to": "dissolve",
    "Whip pan to": "whip",
    "Cut to": "2.5–5.0 s",
    "0–2 s": "0.0–2.0 s",
    "2–5 s": "2.0–5.0 s",
}
ALL = [(group, chip) for group, chips in CHIPS.items() for chip in chips]


def planned(prompt: str) -> str:
    rows = shot_list(direct(prompt, 5, 1))
    return "\n".join(f"{row.time} {row.camera} | {row.light} | {row.sound}" for row in rows)


def with_chip(chip: Chip) -> str:
    if chip.label == "0–2 s":
        return f"[0-2s] {BRIEF}. [2-5s] A street"  # the one is nothing without the other
    return f"{BRIEF}. {chip.words} a door" if chip.joint else f"{BRIEF}, {chip.words}"


@pytest.mark.parametrize(("group", "chip"), ALL, ids=lambda part: getattr(part, "label", part))
def test_the_words_of_a_chip_are_followed(group: str, chip: Chip) -> None:
    told = IN_THE_PLAN.get(chip.label, chip.label.lower())
    assert told not in planned(BRIEF)
    assert told in planned(with_chip(chip)), group


@pytest.mark.parametrize(("group", "chip"), ALL, ids=lambda part: getattr(part, "label", part))
def test_chips_ask_for_nothing_that_stays_undone(group: str, chip: Chip) -> None:
    assert direct(with_chip(chip), 5, 1).not_animated == (), group


def test_each_group_is_a_radio_button_with_its_chips_and_the_first_is_open() -> None:
    shown = Read(chips())
    radios = shown.of("input")
    assert [radio["id"] for radio in radios] == [f"chips-{name}" for name in CHIPS]
    assert ["checked" in radio for radio in radios] == [True] + [False] * (len(CHIPS) - 1)
    assert {radio["name"] for radio in radios} == {"chips"}
    assert [label["for"] for label in shown.of("label")] == [radio["id"] for radio in radios]
    every = [chip for group in CHIPS.values() for chip in group]
    written = [f"write {chip.words}" for chip in every]
    assert [button["data-words"] for button in shown.of("button")] == written
    assert ["data-joint" in button for button in shown.of("button")] == [c.joint for c in every]
    assert shown.text == "".join(
        name + "".join(chip.label for chip in group) for name, group in CHIPS.items()
    )
    assert shown.of("div")[0]["aria-label"] == "Words for the prompt"


def test_what_begins_a_shot_is_a_sentence_of_its_own() -> None:
    assert {chip.label for group in CHIPS.values() for chip in group if chip.joint} == {
        "Cut to",
        "Dissolve to",
        "Whip pan to",
        "0–2 s",
        "2–5 s",
        "Fade to black",
    }
    assert list(CHIPS) == ["Camera", "Light", "Mood", "Sound", "Shots"]


# As `chips.js` joins them: a brief, what stands before a word and before a joint, and what follows.
BRIEFS = {
    "en": ("A cup on a table", ", ", ". ", " a door"),
    "zh": ("桌上的杯子", "，", "。", "一扇门"),
    "ja": ("テーブルの上のカップ", "、", "。", "ドア"),
}


def shots(language: str, chip: Chip) -> list[Shot]:
    """What the brief comes to with this chip's words in a language, apart from the words."""
    brief, comma, stop, behind = BRIEFS[language]
    words = languages.table(language)[f"write {chip.words}"] if language != "en" else chip.words
    prompt = f"{brief}{stop}{words}{behind}" if chip.joint else f"{brief}{comma}{words}"
    return [replace(shot, text="") for shot in direct(prompt, 5, 1).shots]


@pytest.mark.parametrize(
    "chip", [chip for _, chip in ALL if "[" not in chip.words], ids=lambda chip: chip.label
)
@pytest.mark.parametrize("language", ["zh", "ja"])
def test_a_chip_of_another_language_is_followed_in_the_same_way(language: str, chip: Chip) -> None:
    assert shots(language, chip) == shots("en", chip)
