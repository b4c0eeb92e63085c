"""The page's own words in Chinese and Japanese: none is missing, and none is there for nothing."""

import ast
import json
import re
from collections.abc import Iterator

import gradio
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from seedance_demo.catalog import MODELS
from seedance_demo.examples import EXAMPLES, OPENING_OF
from seedance_demo.orders.family import choice_of
from seedance_demo.ui import languages, link_preview
from seedance_demo.ui.components.chips import CHIPS
from tests.ui.said import PACKAGE, modules, said
from tests.ui.said_by_scripts import said_by_scripts

PAGE = PACKAGE / "ui"
OWN: dict[str, dict[str, str]] = json.loads(
    (PAGE / "languages" / "page.json").read_text("utf-8"),
)
# What other tables have, and what stays English: programs, spreadsheets, previews of links and the
# log read it.
ELSEWHERE = {
    *("messages.py", "tips.py", "components/shot_list.py", "components/shot_choices.py"),
    *("handlers/api.py", "handlers/program_values.py", "wiring/api.py"),
    *("handlers/clip_list.py", "link_preview.py", "door/front_door.py"),
}
# Names, and what people hear in other words: a chip's are marked.
STAYS = {
    *("Seedance 2.0", "English", "Ctrl", "Enter", "Files", "WebP", "AbortError", "Vary"),
    *("{} light", "Fade to black.", "Still of the {}", "slow drift", "another process"),
    "Animatic of “{}”, not made by Seedance",
}
# A name that would be taken for a word: the shot list has it, too.
TITLES = {choice_of(model) for model in MODELS} & OWN.keys()
NAME = re.compile(r"[A-Z][a-z]+(-[A-Z][a-z]+)+|[A-Z][a-z]+[A-Z]\w+(\[\w+\])?")  # a header, a type
GRADIO = {"Line number {}", "Collapse", "Expand", "Gradio footer navigation", "Stop Recording"}


def own_modules() -> dict[str, list[str]]:
    """What each module of the page says."""
    paths = (path for path in modules() if path.is_relative_to(PAGE))
    named = {path.relative_to(PAGE).as_posix(): path for path in paths}
    return {name: [*said(path)] for name, path in named.items() if name not in ELSEWHERE}


def beside() -> Iterator[str]:
    """What no sentence in the source is: titles, and the words that chips write."""
    yield link_preview.TITLE
    yield f"Animatic of “{OPENING_OF.title}”, not made by Seedance"
    yield from (words for each in EXAMPLES for words in (each.title, each.use))
    for chip in (chip for group in CHIPS.values() for chip in group):
        yield chip.label
        if not chip.words.startswith("["):
            yield f"write {chip.words}"


@pytest.mark.parametrize("language", ["zh", "ja"])
def test_every_text_of_the_page_is_said_in_each_language(language: str) -> None:
    texts = [(name, text) for name, found in own_modules().items() for text in found]
    assert len(texts) > 200  # so many are found at all
    texts += [*said_by_scripts(), *(("beside", text) for text in beside())]
    known = languages.table(language).keys() | STAYS
    assert [each for each in texts if each[1] not in known and not NAME.fullmatch(each[1])] == []


def test_each_entry_is_said() -> None:
    paths = (path for path in modules() if path.is_relative_to(PAGE))
    trees = (ast.parse(path.read_text("utf-8")) for path in paths)
    nodes = (node for tree in trees for node in ast.walk(tree))
    constants = (str(node.value) for node in nodes if isinstance(node, ast.Constant))
    told = [*constants, *beside(), *GRADIO, *TITLES, *(text for _, text in said_by_scripts())]
    code = " ".join("\n".join(told).split())
    for english in OWN:
        assert all(piece.strip(" .,:()") in code for piece in english.split("{}")), english


@pytest.mark.parametrize("language", ["zh", "ja"])
def test_a_translation_is_whole_and_of_its_language(language: str) -> None:
    names = re.compile(r"wavespeed\.ai|GRADIO_\w+|\d+ MB|Seedance(?: 2\.0)?|Ctrl")
    for english, told in OWN.items():
        own, count = told[language], english.count("{}")
        places = sorted(re.findall(r"\{(\d?)\}", own))
        assert places in ([""] * count, [str(n) for n in range(count)]), own
        assert sorted(names.findall(english)) == sorted(names.findall(own)), own
        assert own.strip()
        assert (own == english) == (english in TITLES)
        assert not (language == "zh" and re.search("[ぁ-ヿ]", own)), own


def test_what_gradio_says_itself_it_still_says() -> None:
    folder = PACKAGE.parent / gradio.__path__[0] / "templates" / "frontend" / "assets"
    code = "".join(path.read_text("utf-8") for path in folder.glob("*.js"))
    assert all(text.removesuffix(" {}") in code for text in GRADIO)


def test_a_browser_fetches_the_words_of_a_language_and_of_nothing_else() -> None:
    page = TestClient(Starlette(routes=[languages.ROUTE]))
    assert page.get("/languages/ja.json").json() == languages.table("ja")
    known = languages.table.cache_info().currsize
    assert {page.get(f"/languages/{n}.json").status_code for n in range(9)} == {404}
    assert languages.table.cache_info().currsize == known, "nothing is kept for whoever asks"
