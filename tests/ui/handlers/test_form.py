"""What fills the form, and what is said while it is written."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from seedance_demo.catalog import ANIMATIC
from seedance_demo.examples import EXAMPLES
from seedance_demo.ui.components.example_cards import NEW

from ...faults.provider import MODEL, Provider
from ..headless import VISITOR, Headless

TEXT = "bytedance/seedance-2.0/text-to-video"
PRO = "bytedance/seedance-v1.5-pro/image-to-video"


def test_whoever_arrives_gets_an_id_and_the_button(opened: Callable[..., Headless]) -> None:
    page = opened()
    assert page.props("generate")["interactive"] is False, "a job without an id would be lost"
    page.arrive(visitor="")
    assert re.fullmatch("[0-9a-f]{32}", page["visitor"])
    assert page.props("generate")["interactive"] is True
    assert page.tab()["visitor"] == VISITOR


def test_an_id_that_is_not_one_of_ours_is_replaced(opened: Callable[..., Headless]) -> None:
    page = opened()
    odd: list[Any] = [None, "x", [], 7, {"visitor": ["x"]}, {"visitor": "A" * 32}]
    for brought in odd:
        page["arrival"], page["visitor"] = brought, ""
        page.fire("", "load")
        assert re.fullmatch("[0-9a-f]{32}", page["visitor"]), brought
    assert page["visitor"] != page.tab("")["visitor"]


def test_the_shot_list_says_how_little_of_a_picture_a_shot_sees(home: Headless, cup: Path) -> None:
    home.write(cup, prompt="static shot")
    home.change("model", ANIMATIC)
    assert "sees" not in home["shots"]
    home.change("aspect", "9:16")
    assert re.search("sees [3-4][0-9] % of the picture&#39;s width", home["shots"])
    home.change("prompt", "pan right")
    assert "sees" not in home["shots"]


def test_a_draft_begun_since_the_last_job_is_newer_than_it(home: Headless, cup: Path) -> None:
    home.write(cup, prompt="made").press()
    draft = home.draft()
    again = Headless(home.demo, home.runner)
    assert again.arrive(draft | {"prompt": "begun", "images": []})["prompt"] == "begun"
    assert again.arrive(draft | {"prompt": "made ", "images": []})["prompt"] == "made"
    assert len(again["images"]) == 1, "what the job was made from"
    assert again.arrive(draft | {"prompt": ""})["prompt"] == "", "other pictures were begun with"


def test_an_example_fills_the_form_with_pictures_of_the_visitors_own(home: Headless) -> None:
    chosen = EXAMPLES[1]
    home.change("model", ANIMATIC)
    home.fire("examples", "click", {"card": chosen.title})
    assert (home["prompt"], home["duration"]) == (chosen.prompt, chosen.duration)
    assert [Path(each).name for each in home["images"]] == [each.name for each in chosen.pictures]
    assert home["model"] == ANIMATIC
    assert home["shots"].count("<li ") == 3
    before = home.draft()
    home.fire("examples", "click", {"card": "no such card"})
    assert home.draft() == before
    assert home.press().job.duration == chosen.duration


def test_what_a_click_replaced_comes_back_whole(home: Headless, cup: Path) -> None:
    home.write(cup, prompt="my own words")
    home.change("duration", 15)
    held = home.draft()
    for card in (EXAMPLES[1].title, NEW):
        home.fire("examples", "click", {"card": card})
        filled = {name: home["replaced"][name] for name in ("prompt", "images", "steps")}
        assert filled == {name: home[name] for name in ("prompt", "images")} | {"steps": []}
        assert home["prompt"] != "my own words"
        home.fire("replaced", "undo", {"draft": held})
        assert home.draft() == held
    assert home["replaced"]["prompt"] == "my own words"
    odd: list[Any] = [None, {}, {"draft": 7}, {"draft": {"images": ["/etc/passwd"]}}]
    for told in odd:
        home.fire("replaced", "undo", told)
        assert home.draft() == held, told


def test_a_new_brief_is_empty_and_keeps_the_model(home: Headless, cup: Path) -> None:
    home.write(cup, prompt="my own words")
    model = home["model"]
    home.fire("examples", "click", {"card": NEW})
    assert (home["prompt"], home["images"], home["model"]) == ("", [], model)


def test_the_shot_list_and_the_count_follow_what_is_written(home: Headless, cup: Path) -> None:
    home.change("prompt", "Push in. Cut to the door, pan left, wind")
    assert home["shots"].count("<li ") == 2
    assert "slate" in home["shots"], "no picture yet"
    assert "40 of 4,000 characters" in home["counter"]
    home.upload(cup)
    home.fire("images", "change")
    assert "image 1" in home["shots"]
    home.change("duration", 15)
    assert "15.0 s" in home["shots"]
    home.change("prompt", "")
    assert "appears here while you write" in home["shots"]


def test_too_much_is_counted_and_tips_are_text(home: Headless) -> None:
    home.change("prompt", "Pan left, wind, @Image7 <b>smiles</b>. " + "x" * 4000)
    assert "39 too many" in home["counter"]
    assert "@Image7" not in home["counter"], "without pictures the form itself asks for them"
    home["images"] = ["a"]
    home.fire("images", "change")
    assert "@Image7 is not there: you have one picture." in home["counter"]
    home.change("prompt", "<img src=x onerror=alert(1)> smiles and dances, pan left, wind")
    assert "<img" not in home["counter"] + home["shots"]


def test_a_picture_that_arrives_is_learnt_before_the_press(
    home: Headless, provider: Provider, cup: Path
) -> None:
    home.upload(cup)
    home.fire("images", "upload")
    assert provider.count("ticket") == 1
    (kept,) = home.runner.settings.pictures.iterdir()
    home["images"] = ["/etc/passwd"]
    home.fire("images", "upload")  # the press will say what is wrong
    assert list(home.runner.settings.pictures.iterdir()) == [kept]


def test_a_model_without_pictures_asks_for_none(home: Headless) -> None:
    home.change("model", "bytedance/seedance-2.0/text-to-video")
    home.change("prompt", "Pan left")
    assert "phase" in home.press()["details"]
    assert home["lacking-pictures"] == ""
    assert home.job.images == ()
    home.change("model", MODEL)
    home.press()
    assert "Add at least one picture" in home["lacking-pictures"]


def test_words_alone_are_chosen_by_a_word_and_a_forgotten_picture_costs_nothing(
    home: Headless, provider: Provider, cup: Path
) -> None:
    home.change("prompt", "Pan left")
    home.press()
    assert "Without one, press “No picture: write only”" in home["lacking-pictures"]
    assert not provider.count("submit")
    home.upload(cup)
    home.change("write_only", True)
    assert home["summary"] == "Seedance 2.0 from text · 5 s · 720p · 16:9"
    assert home.row_of("images").get("visible") == "hidden"
    assert home.shown("write", "add-pictures") == ["add-pictures"]
    assert home.press().job.model == TEXT
    assert home.job.images == ()
    home.change("write_only", False)
    assert len(home["images"]) == 1, "it only waited"
    assert home["summary"].startswith("Seedance 2.0 · 5 s · 720p")
    home.change("model", PRO)
    home.change("write_only", True)
    assert home.row_of("images").get("visible") is True, "it makes nothing without a picture"
    assert home.shown("write", "add-pictures") == []


@pytest.mark.parametrize("told", [{"model": MODEL, "write_only": True}, {"model": TEXT}])
def test_drafts_of_today_and_of_before_open_as_words_alone(
    opened: Callable[..., Headless], cup: Path, told: dict[str, Any]
) -> None:
    draft = opened().arrive().write(cup).draft()
    page = opened().arrive(draft | {"write_only": None} | told)
    assert (page["model"], page["write_only"]) == (MODEL, True)
    assert page["summary"].startswith("Seedance 2.0 from text")
    job = page.press().job
    page.change("write_only", False)
    page.fire("history", "click", {"card": job.id})
    assert (page["model"], page["write_only"]) == (MODEL, True)


def test_an_animatic_from_words_alone_leaves_the_pictures_out(home: Headless, cup: Path) -> None:
    home.write(cup)
    home.change("model", ANIMATIC)
    home.change("write_only", True)
    assert "slate" in home["shots"]
    assert home.press().job.images == ()


def test_a_picture_outside_the_paid_models_limits_is_told_before_the_press(
    home: Headless, provider: Provider, cup: Path, tmp_path: Path
) -> None:
    small, long = tmp_path / "small.png", tmp_path / "long.png"
    Image.new("RGB", (200, 200)).save(small)
    Image.new("RGB", (1200, 400)).save(long)
    home.write(cup, small)
    assert "Picture 2 is 200 × 200 pixels" in home["lacking-pictures"]
    home.upload(cup)
    assert home["lacking-pictures"] == ""
    home.upload(long)
    assert "Picture 1 is 3 times as long as narrow" in home["lacking-pictures"]
    home.press()
    assert "3 times" in home["lacking-pictures"]
    assert not provider.count("submit")
    home.change("model", ANIMATIC)
    assert home["lacking-pictures"] == ""
    assert home.press().job.phase == "completed"
