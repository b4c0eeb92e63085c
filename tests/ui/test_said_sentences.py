"""What the rooms behind the page say to people has its words in every language, once."""

import ast
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from seedance_demo.animatic.plan import (
    Framing,
    Look,
    Move,
    Music,
    Place,
    Sound,
    Transition,
    Weather,
)
from seedance_demo.animatic.prompt.language import READ
from seedance_demo.animatic.video.seen import Seen
from seedance_demo.catalog import MODELS
from seedance_demo.orders.roles import Role
from seedance_demo.ui.components.shot_choices import CHOICES, NAMES
from seedance_demo.ui.languages import TABLES
from tests.ui.said import PACKAGE, modules, said

ROOMS = (
    *("accounts", "animatic", "catalog.py", "clips", "config", "errors.py", "jobs", "ledger"),
    *("money.py", "orders", "pictures", "wavespeed", "ui/messages.py", "ui/tips.py"),
    *("ui/components/shot_list.py", "ui/components/shot_choices.py"),
)
# Of rooms that a terminal or a program reads, these are heard on the page as well.
BESIDE = [
    PACKAGE / "animatic" / "prompt" / "language.py",
    PACKAGE / "animatic" / "video" / "fonts.py",
    *(PACKAGE / "local_api" / name for name in ("renderers.py", "render_queue.py")),
]
WITH_LABELS = ("catalog.py", "orders", "ui")  # elsewhere one word is a type, a header or a query's
OWN = ("sentences.json", "shots.json")
TEXTS = {path.name: json.loads(path.read_text("utf-8")) for path in TABLES}
ENGLISH = {text for table in TEXTS.values() for text in table}
# What the shot list is put together from, besides sentences.
VOCABULARY = {
    *(*Move, *Framing, *Look, *Weather, *Sound, *Transition, *Place, *Role, *NAMES.values(), *READ),
    *(shown for _, shown in (*json.loads(CHOICES)["pace"], *json.loads(CHOICES)["music"])),
    *(*Music, *Seen._fields),
} - {Transition.CUT}  # goes without saying
INPUTS = (
    each for model in MODELS for contract in model.contracts.values() for each in contract.inputs
)
NEVER_SHOWN = {
    **{model.title: "a name" for model in MODELS if not model.free},
    **{each.about: "for programs" for each in INPUTS},
    **dict.fromkeys(("Seedance", "Seedance {}{}{}"), "a name"),
    **dict.fromkeys(("Cc", "Cs", "Co", "Cn"), "kinds of Unicode"),
    **dict.fromkeys(("Bearer [key]", "Bearer {}"), "a header"),
    **dict.fromkeys(("WebP",), "a format"),
    **dict.fromkeys(("{} turns to {}", "Shot {} ({}): {}", "No sound."), "written into a prompt"),
    "{} music": "each mood has words of its own",
    "Picture {} {}.": "each reason is a sentence of its own",
    "{}; request {}": "written into a file",
}


@cache
def rooms() -> list[Path]:
    found = ((path, path.relative_to(PACKAGE).as_posix()) for path in modules())
    return [*(path for path, name in found if within(name, ROOMS)), *BESIDE]


def within(name: str, places: tuple[str, ...]) -> bool:
    return any(name == place or name.startswith(f"{place}/") for place in places)


def is_said(text: str) -> bool:
    """As `language.js` looks it up."""
    forms = (text, text[0].lower() + text[1:])
    return any(form in ENGLISH for form in forms) or any(form.fullmatch(text) for form in FORMS)


FORMS = [
    re.compile("(.+)".join(map(re.escape, text.split("{}")))) for text in ENGLISH if "{}" in text
]


@cache
def texts_of(path: Path) -> list[str]:
    return list(said(path))


def test_each_sentence_has_its_words_in_every_language() -> None:
    for path in rooms():
        name = path.relative_to(PACKAGE).as_posix()
        texts = [text for text in texts_of(path) if " " in text or within(name, WITH_LABELS)]
        missing = [text for text in texts if not is_said(text) and text not in NEVER_SHOWN]
        assert not missing, name


def test_each_word_of_the_shot_list_has_too() -> None:
    assert not {str(word) for word in VOCABULARY} - ENGLISH


def test_nothing_is_translated_that_nobody_says() -> None:
    code = "\n".join(constant for path in rooms() for constant in constants(path))
    texts = {text for name in OWN for text in TEXTS[name]} - {str(word) for word in VOCABULARY}
    for text in texts:
        pieces = (piece.strip(" .,:()") for piece in text.split("{}"))
        assert all(piece in code for piece in pieces), text


def constants(path: Path) -> list[str]:
    found = ast.walk(ast.parse(path.read_text("utf-8")))
    return [str(node.value) for node in found if isinstance(node, ast.Constant)]


def test_what_is_kept_by_heart_is_short_and_still_said() -> None:
    code = {text for path in rooms() for text in texts_of(path)}
    assert not {text for text, why in NEVER_SHOWN.items() if why != "for programs"} - code


@pytest.mark.parametrize("name", OWN)
def test_a_translation_has_all_that_the_english_has(name: str) -> None:
    for english, own in TEXTS[name].items():
        assert own.keys() == {"zh", "ja"}, english
        count = english.count("{}")
        for words in own.values():
            places = sorted(re.findall(r"\{(\d?)\}", words))
            assert places in ([""] * count, [str(n) for n in range(count)]), english
            assert words.strip(), english
            assert words != english
            assert ("“{}”" in english) == bool(re.search("[“「]{", words)), english
        assert not re.search("[\u3040-\u30ff]", own["zh"]), english


def test_no_text_stands_in_two_tables() -> None:
    counts = Counter(text for table in TEXTS.values() for text in table)
    assert not [text for text, count in counts.items() if count > 1]
