"""HTML of cards, previews and shot lists: what is in it, and that no text becomes a tag."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from seedance_demo.animatic.corrections import keys
from seedance_demo.animatic.prompt.director import direct
from seedance_demo.examples import EXAMPLES, OPENING
from seedance_demo.ui.components import (
    cards,
    clip,
    compare,
    example_cards,
    next_steps,
    preview,
    shot_list,
)
from seedance_demo.ui.components.preview import LabelledAnimatic
from seedance_demo.ui.components.stage_shape import stage_shape
from seedance_demo.ui.plans import Pictures

from .html_read import Read

EVIL = "'\"><script>alert(1)</script>&"

ONE, TWO = Pictures(1), Pictures(2)


def test_a_card_tells_its_name_and_shows_picture_and_words() -> None:
    other = cards.Card("b", "", "c", "d")
    card = cards.Card(EVIL, EVIL, f"title {EVIL}", f"text {EVIL}", kind=EVIL, plays=True)
    card = replace(card, mark=f"mark {EVIL}", others=(other,))
    row = Read(cards.row("Clips", [card]))
    first, second = row.of("button")
    named = {"type": "button", "data-card": EVIL}
    assert first == named | {"data-kind": EVIL, "data-plays": None}
    assert second == {"type": "button", "data-card": "b"}
    assert row.of("img") == [{"src": EVIL, "alt": "", "loading": "lazy"}]
    assert row.text == f"Clipstitle {EVIL}text {EVIL}mark {EVIL}cd"
    assert not row.of("script")


def test_a_card_without_a_picture_has_a_blank_and_no_cards_are_no_row() -> None:
    row = Read(cards.row("Clips", [cards.Card("a", "", "b", "c")] * 2))
    assert (len(row.of("li")), row.of("img")) == (2, [])
    assert {"class": "blank"} in row.of("span")
    assert cards.row("Clips", []) == ""


def test_an_animatic_is_labelled_wherever_it_plays() -> None:
    film = LabelledAnimatic(f"a.mp4{EVIL}", f"label {EVIL}")
    shown = Read(preview.playing(film))
    (video,) = shown.of("video")
    assert video["src"] == film.url
    assert "muted" in video, "a browser plays it by itself"
    assert film.label in shown.text
    assert not shown.of("script")
    pair = compare.Pair(EVIL, f"a.mp4{EVIL}", EVIL, f"b.mp4{EVIL}")
    both = Read(compare.side_by_side(pair))
    assert [each["src"] for each in both.of("video")] == [pair.clip, pair.animatic]
    assert "not made by Seedance" in both.text
    assert both.of("section")[0]["data-job"] == EVIL
    assert not both.of("script")


def test_an_animatic_on_its_way_says_so() -> None:
    for html in (preview.playing(LabelledAnimatic("", "label")), compare.waiting("job")):
        assert Read(html).text == "Drawing its animatic"
        assert not Read(html).of("video")


def test_what_is_drawn_of_an_animatic_is_shown_as_that() -> None:
    shown = Read(preview.drawn(f"/9j/4AAQ{EVIL}"))
    assert shown.of("img") == [{"src": f"data:image/jpeg;base64,/9j/4AAQ{EVIL}", "alt": ""}]
    assert "Animatic, being drawn" in shown.text
    assert not shown.of("script")


def test_while_a_clip_is_made_its_first_picture_is_dimmed() -> None:
    shown = Read(preview.waiting(f"a.jpg{EVIL}", EVIL))
    assert shown.of("div") == [{"class": "scene dim"}]
    assert shown.of("img") == [{"src": f"a.jpg{EVIL}", "alt": ""}]
    assert shown.text == EVIL
    assert not Read(preview.waiting("")).of("img")


def test_a_flagged_clip_is_covered() -> None:
    assert "possibly not safe for work" in Read(preview.covered()).text
    assert preview.EMPTY_PREVIEW == "<div class='scene'></div>"


def test_a_shot_list_has_a_row_for_each_shot_with_what_it_shows() -> None:
    words = f"Push in, rain. Cut to the door, pan left at night, she smiles and waves {EVIL}"
    shown = Read(shot_list.shot_list_html(words, 10, TWO))
    assert len(shown.of("li")) == 2
    facts = "0.0–5.0 s · image 1", "Camerawide shot, usual pace push in", "Soundrain", "image 2"
    for fact in (*facts, "Seedance only"):
        assert fact in shown.text
    assert not shown.of("script")
    assert shot_list.shot_list_html("  ", 5, ONE) == shot_list.EMPTY_SHOT_LIST


GUESSES = {
    "a cup": "No camera move found",
    "Pan left. Cut to the door, pan right": "No times are given",
    "0-2s: pan left, 2-3s: tilt up, 3-5s: pan right": "No picture is named",
}


@pytest.mark.parametrize("prompt", GUESSES)
def test_a_shot_says_what_is_a_guess_until_it_is_chosen(prompt: str) -> None:
    shown = [
        p for p in GUESSES if GUESSES[p] in Read(shot_list.shot_list_html(prompt, 5, TWO)).text
    ]
    assert prompt in shown
    sure = shot_list.shot_list_html("0-2s: push in on @Image1 2-5s: pan left on @Image2", 5, TWO)
    assert not any(guess in Read(sure).text for guess in GUESSES.values())
    step = {"shot": keys(direct("a cup", 5, 1))[0], "field": "moves", "read": [["slow drift"]]}
    chosen = shot_list.shot_list_html("a cup", 5, ONE, [step | {"value": [["tilt up"]]}])
    assert "No camera move" not in Read(chosen).text
    assert "1 correction: the animatic follows it" in Read(chosen).text


def test_that_no_times_are_given_is_said_once_until_each_cut_is_chosen() -> None:
    prompt = "Pan left. Cut to the door, tilt up. Cut to the sea, pull out"
    plan = direct(prompt, 6, 1)
    cuts = [
        {"shot": key, "field": "end", "read": shot.end, "value": shot.end + 0.5}
        for key, shot in zip(keys(plan)[:-1], plan.shots, strict=False)
    ]
    told = [
        Read(shot_list.shot_list_html(prompt, 6, ONE, cuts[:chosen])).text.count("No times")
        for chosen in range(3)
    ]
    assert told == [1, 1, 0]


def test_whatever_stands_in_a_plan_is_no_tag() -> None:
    prompt = f"she says: “{EVIL}” 【{EVIL}】"
    step = {"shot": EVIL, "field": EVIL, "read": EVIL, "value": EVIL}
    moves = {"shot": EVIL, "field": "moves", "read": [], "value": EVIL}
    html = shot_list.shot_list_html(prompt, 5, ONE, [step, moves, moves | {"field": "image"}])
    assert not Read(html).of("script")
    assert "Set aside" in Read(html).text


def test_each_part_of_a_shot_is_a_select_with_a_name() -> None:
    shown = Read(shot_list.shot_list_html("Night, rain, piano. Cut to the sea, dissolve", 5, TWO))
    names = [select["aria-label"] for select in shown.of("select")]
    for part in ("Move", "Size", "Light", "Weather", "Sound", "Music", "Length"):
        assert f"{part} of shot 1" in names
    assert "Picture of shot 2" in names
    assert "Add light or weather to shot 2" in names
    single = Read(shot_list.shot_list_html("push in", 5, ONE)).of("select")
    assert not {"Length of shot 1", "Picture of shot 1"} & {each["aria-label"] for each in single}


def test_a_shot_list_says_which_language_it_does_not_wholly_read() -> None:
    german = Read(shot_list.shot_list_html("Die Kamera folgt dem Hund durch den Schnee", 5, ONE))
    assert "This prompt is in German: Seedance understands it" in german.text
    assert "This prompt is" not in Read(shot_list.shot_list_html("push in, rain", 5, ONE)).text


def test_the_examples_are_cards_and_their_pictures_are_served() -> None:
    shown = Read(example_cards.example_cards())
    named = [each["data-card"] for each in shown.of("button")]
    assert named == [*(each.title for each in EXAMPLES), example_cards.NEW]
    assert len(shown.of("img")) == len(EXAMPLES)
    for picture in shown.of("img"):
        assert str(picture["src"]).removeprefix("examples/") in example_cards.SHOWN
    (film,) = Read(example_cards.opening()).of("video")
    assert film["src"] == f"examples/{OPENING.name}"
    assert "not made by Seedance" in Read(example_cards.opening()).text


@pytest.mark.parametrize("title", [each.title for each in EXAMPLES])
def test_an_example_is_a_draft_without_a_model(title: str) -> None:
    draft = example_cards.example(title)
    assert draft
    assert (draft.model, draft.options) == (None, None)
    assert draft.images
    assert example_cards.example(f"{title}!") is None


@pytest.mark.parametrize("is_animatic", [True, False])
def test_a_clip_plays_muted_inline_and_in_a_loop_under_its_poster(is_animatic: bool) -> None:
    film = clip.Clip(f"a.mp4{EVIL}", f"a.jpg{EVIL}", "9:16", is_animatic, has_sound=True)
    shown = Read(clip.player(film))
    (video,) = shown.of("video")
    assert {"muted", "playsinline", "loop", "controls", "data-autoplay"} <= video.keys()
    assert (video["src"], video["poster"]) == (film.url, film.poster)
    assert shown.of("div")[0]["data-shape"] == "9:16"
    assert ("not made by Seedance" in shown.text) == is_animatic
    assert "Sound on" in shown.text
    assert not shown.of("script")
    silent = clip.Clip("a.mp4", "", "9:16", is_animatic, has_sound=False)
    assert "Sound on" not in Read(clip.player(silent)).text


@pytest.mark.parametrize(
    ("size", "shape"), [((1280, 720), "16:9"), ((720, 1280), "9:16"), ((500, 480), "1:1")]
)
def test_the_stage_takes_the_nearest_shape(
    tmp_path: Path, size: tuple[int, int], shape: str
) -> None:
    Image.new("RGB", size).save(tmp_path / "still.jpg")
    assert stage_shape(tmp_path / "still.jpg") == shape


def test_what_can_be_done_with_a_job_that_has_ended() -> None:
    ended = next_steps.Ended(
        EVIL, f"words {EVIL}", f"a.mp4{EVIL}", f"name {EVIL}", True, f"3 clips {EVIL}"
    )
    steps = [next_steps.Step("again", f"Again {EVIL}", "1.2"), next_steps.Step("b", "15 s", "3.6")]
    shown = Read(next_steps.row(ended, steps))
    buttons = shown.of("button")
    assert [each.get("data-step") for each in buttons[:2]] == ["again", "b"]
    assert [each["data-agreed"] for each in buttons[:2]] == ["1.2", "3.6"]
    made = [each["data-makes"] for each in buttons if "data-makes" in each]
    assert made == ["joined", "last-frame", "poster", "moving"]
    assert f"Join {ended.chain}" in shown.text
    does = [each for each in buttons if "data-does" in each]
    assert [each["data-does"] for each in does] == ["copy", "expand", "delete"]
    assert does[0]["data-copies"] == ended.prompt
    assert shown.of("a") == [{"href": ended.clip, "download": ended.file}]
    assert not shown.of("script")
    shared = Read(next_steps.row(replace(ended, link=f"clip/{EVIL}"), []))
    link = {"href": f"clip/{EVIL}", "target": "_blank", "translate": "no"}
    assert link in shared.of("a")
    (copies,) = [each for each in shared.of("button") if "aria-describedby" in each]
    assert copies["data-copies"] == f"clip/{EVIL}"
    assert not shared.of("script")
    gone = Read(next_steps.row(next_steps.Ended("job", "words"), []))
    assert gone.of("a") == []
    assert [each["data-does"] for each in gone.of("button")] == ["copy", "delete"]
