"""A press, from the fields of the page to the body that is sent, and everything that turns it
down."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import asdict, fields, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from seedance_demo.animatic.corrections import keys
from seedance_demo.animatic.plan_json import plan_text, read_plan
from seedance_demo.animatic.prompt.director import direct
from seedance_demo.catalog import ANIMATIC, GEN_2026_08
from seedance_demo.orders.brief import Options
from seedance_demo.ui.plans import OWN_PLAN, steps_of

from ...faults import provider as does
from ...faults.life import awaited
from ...faults.provider import KEY, MODEL, Provider
from ...waiting import comes
from ..headless import VISITOR, Headless

PRO = "bytedance/seedance-v1.5-pro/image-to-video"  # the one that has every option
OTHER = Options(
    resolution="480p",
    aspect_ratio="9:16",
    generate_audio=False,
    end_frame=True,
    camera_fixed=True,
    seed=7,
)
SENT_AS = {"end_frame": "last_image"}


def bodies(provider: Provider) -> list[dict[str, Any]]:
    return [json.loads(seen.body) for seen in provider.seen if seen.step == "submit"]


def _urls(body: dict[str, Any]) -> list[str]:
    return [each for name in ("image", "last_image") if (each := body.get(name))]


@pytest.fixture
def newer(opened: Callable[..., Headless], cup: Path, astronaut: Path) -> Headless:
    """A page of today's contract, with two pictures and a prompt in it."""
    page = opened(contract=GEN_2026_08).arrive().write(cup, astronaut)
    page.change("model", PRO)
    return page


def test_who_may_not_press_has_no_pictures_read(
    opened: Callable[..., Headless], cup: Path, tmp_path: Path
) -> None:
    """Reading them is work, and done for nobody who cannot pay."""
    page = opened(public=True, api_key="").arrive().write(cup)
    page.change("model", MODEL)
    page.press()
    assert page["lacking-key"]
    assert not any((tmp_path / "data" / "pictures").glob("*"))


@pytest.mark.parametrize("changed", [each.name for each in fields(Options)])
def test_an_option_changed_on_the_page_is_the_one_that_is_sent(
    newer: Headless, provider: Provider, changed: str
) -> None:
    """Each away from its default, and the complete body looked at."""
    newer.change(changed, getattr(OTHER, changed))
    newer.press()
    assert newer["details"]["phase"] == "completed", newer["status"]
    (body,) = bodies(provider)
    first, *last = _urls(body)
    usual = {
        "prompt": "Slow push in, rain",
        "image": first,
        "resolution": "720p",
        "duration": 5,
        "generate_audio": True,
        "camera_fixed": False,
        "seed": -1,
    }
    value = last[0] if changed == "end_frame" else getattr(OTHER, changed)
    assert body == usual | {SENT_AS.get(changed, changed): value}
    assert len({first, *last}) == (2 if changed == "end_frame" else 1)


def test_every_field_reaches_the_job_under_its_own_name(newer: Headless) -> None:
    for name, value in asdict(OTHER).items():
        newer.change(name, value)
    newer.change("every_length", True)
    newer.change("duration", 7)
    newer.press()
    job = newer.job
    assert job.options == asdict(OTHER)
    assert (job.prompt, job.duration, job.model) == ("Slow push in, rain", 7, PRO)
    assert (job.visitor, len(job.images)) == (VISITOR, 2)
    assert job.payer == "owner"


def test_a_draft_brings_back_each_field_and_option(newer: Headless) -> None:
    for name, value in asdict(OTHER).items():
        newer.change(name, value)
    newer.change("every_length", True)
    newer.change("duration", 7)
    draft = newer.draft()
    again = Headless(newer.demo, newer.runner).arrive(draft)
    assert again.draft() == draft
    assert again["generate"] == newer["generate"] != "Generate"


def test_a_job_of_the_history_brings_back_each_field_and_option(newer: Headless) -> None:
    for name, value in asdict(OTHER).items():
        newer.change(name, value)
    newer.press()
    made_from = newer.draft()
    other = newer.tab()
    other.change("prompt", "something else")
    other.fire("history", "click", {"card": newer.job.id})
    assert other.draft() | {"images": []} == made_from | {"images": []}
    assert len(other["images"]) == 2
    assert other.job == newer.job


CORRECTION = {"field": "moves", "read": [["push in"]], "value": [["pan left"]]}


@pytest.fixture
def corrected(home: Headless, cup: Path) -> Headless:
    """A page whose first shot was corrected."""
    home.write(cup, prompt="Slow push in, rain")
    home.change("model", ANIMATIC)
    before = home["shots"]
    shot = keys(direct("Slow push in, rain", 5, 1))[0]
    home.change("steps", [CORRECTION | {"shot": shot}])
    assert home["shots"] != before
    return home


def test_what_was_corrected_travels_with_the_press_and_is_another_brief(
    corrected: Headless, provider: Provider
) -> None:
    mine = corrected.press().job
    assert json.loads(mine.body["plan"])["shots"][0]["moves"] == ["pan left"]
    corrected.change("steps", [])
    plain = corrected.press().job
    assert "plan" not in plain.body
    assert plain.fingerprint != mine.fingerprint
    assert (plain.price, mine.price) == (0, 0)
    assert [body.get("plan") for body in bodies(provider)] == [mine.body["plan"], None]


def test_corrections_are_the_animatics_and_a_paid_press_goes_by_the_prompt(
    corrected: Headless, provider: Provider
) -> None:
    assert "other models read only the prompt" in corrected["shots"]
    corrected.change("model", MODEL)
    corrected.press()
    (body,) = bodies(provider)
    assert set(body) == {"images", "prompt", "duration"}


def test_corrections_come_back_with_a_draft_and_with_a_job(corrected: Headless) -> None:
    steps, shots = corrected["steps"], corrected["shots"]
    draft = corrected.draft()
    again = Headless(corrected.demo, corrected.runner).arrive(draft)
    assert (again["steps"], again["shots"]) == (steps, shots)
    job = corrected.press().job
    other = corrected.tab()
    assert other["steps"] == steps, "what the last job was made from"
    other.change("steps", [])
    other.fire("history", "click", {"card": job.id})
    assert (other["steps"], other["shots"]) == (steps, shots)
    begun = Headless(corrected.demo, corrected.runner).arrive(draft | {"steps": [], "images": []})
    assert begun["steps"] == steps


def test_a_film_of_a_plan_of_its_own_says_that_the_list_has_not_its_shots(
    home: Headless, cup: Path
) -> None:
    home.write(cup)
    home.change("model", ANIMATIC)
    job = home.press().job
    shots = [{"start": 0, "end": 2, "image": 0}, {"start": 2, "end": 5, "image": 0}]
    plan = plan_text(read_plan({"seconds": 5, "shots": shots}, 5, 1))
    made = replace(job, body={**job.body, "plan": plan})
    assert steps_of(made) == [OWN_PLAN]
    home.change("steps", [OWN_PLAN])
    assert "followed a plan of its own" in home["shots"]


def test_the_first_contract_gets_its_three_fields_and_nothing_else(
    home: Headless, provider: Provider, cup: Path, astronaut: Path
) -> None:
    home.write(cup, astronaut, prompt="  Pan left, wind  ")
    home.change("duration", 10)
    home.press()
    (body,) = bodies(provider)
    assert body == {"images": body["images"], "prompt": "Pan left, wind", "duration": 10}
    assert len(set(body["images"])) == 2
    assert (home.job.phase, home.job.price_usd) == ("completed", Decimal("2.40"))
    assert home.clip.name == home.job.clip
    assert "$2.40 charged" in home["status"]


def test_more_pictures_than_frames_are_sent_as_references_in_the_shape_of_the_first(
    opened: Callable[..., Headless], provider: Provider, cup: Path, astronaut: Path
) -> None:
    page = opened(contract=GEN_2026_08).arrive().write(cup, astronaut)
    assert "Both pictures guide style, characters and scene" in page["roles"]
    assert "4:3 from picture 1" in page["roles"]
    assert page["summary"] == "Seedance 2.0 · 5 s · 720p · 4:3"
    page.press()
    (body,) = bodies(provider)
    sent = body["reference_images"]
    assert len(set(sent)) == 2
    assert all(url.startswith("https://cdn.example/") for url in sent)
    assert body == {
        "prompt": "Slow push in, rain",
        "reference_images": sent,
        "aspect_ratio": "4:3",  # of those offered the nearest to 600 x 400
        "resolution": "720p",
        "duration": 5,
        "enable_web_search": False,
        "generate_audio": True,
    }


@pytest.mark.parametrize(
    ("changed", "where", "complaint"),
    [
        ({"images": []}, "lacking-pictures", "Add at least one picture"),
        ({"images": ["a"] * 5}, "lacking-pictures", "5 pictures are too many"),
        ({"prompt": " "}, "lacking-words", "Write what should happen"),
        ({"prompt": "x" * 4001}, "lacking-words", "4,001 characters; 4,000 is the limit"),
    ],
)
def test_what_is_lacking_is_said_beside_its_field_and_nothing_is_sent(
    home: Headless, provider: Provider, cup: Path, changed: dict[str, Any], where: str,
    complaint: str,
) -> None:  # fmt: skip
    home.write(cup)
    for name, value in changed.items():
        home[name] = value
    home.press()
    others = {"lacking-pictures", "lacking-words", "lacking-key", "refused"} - {where}
    assert complaint in home[where]
    assert not any(home[other] for other in others)
    assert home.complaints == dict.fromkeys(changed, "")  # no second sentence from Gradio
    assert not provider.count("submit")


def test_a_length_that_the_model_does_not_make_is_the_nearest_that_it_makes(
    home: Headless, provider: Provider, cup: Path
) -> None:
    """As the button says before the press; the wish is kept for a model that makes it."""
    home.write(cup)
    home.change("duration", 15)
    home.change("model", PRO)
    assert home["generate"] == "Generate · $0.624 (estimate)"
    assert ["12 s · $0.624", 15] in home.props("duration")["choices"]
    home.press()
    assert [body["duration"] for body in bodies(provider)] == [12]
    home.change("model", MODEL)
    assert home["generate"] == "Generate · $3.60 (estimate)"


def test_more_than_the_button_says_is_not_sent(
    home: Headless, provider: Provider, cup: Path
) -> None:
    home.write(cup)
    home["agreed"] = "1.19"
    home.press()
    assert "costs $1.20 now" in home["refused"]
    assert not provider.count("submit")
    home["agreed"] = ""  # a hand-made press agrees to whatever it is
    assert "charged" in home.press()["status"]


def test_the_same_brief_pressed_twice_while_it_runs_is_one_job(
    home: Headless, provider: Provider, cup: Path
) -> None:
    provider.misbehave("poll", does.processing)
    home.write(cup)

    async def twice() -> None:
        presses = [asyncio.create_task(home.fired("generate", "click")) for _ in range(2)]
        await comes(lambda: provider.count("poll"))
        provider.silence()
        await asyncio.gather(*presses)

    awaited(twice())
    assert provider.count("submit") == 1
    assert len(home.ledger.of_visitor(VISITOR)) == 1


def test_who_pays(opened: Callable[..., Headless], provider: Provider, cup: Path) -> None:
    page = opened(public=True, api_key="").arrive().write(cup)
    page.change("model", MODEL)
    page.press()
    assert "needs a WaveSpeedAI key" in page["lacking-key"]
    assert not page["refused"]
    assert not provider.seen
    page.change("api_key", KEY)
    page.press()
    assert (page.job.payer, page.job.phase) == ("visitor", "completed")
    assert KEY not in str(page.job)


def test_a_program_may_send_its_key_as_a_header(opened: Callable[..., Headless], cup: Path) -> None:
    page = opened(public=True, api_key="").arrive().write(cup)
    page.change("model", MODEL)
    page.headers["x-wavespeed-key"] = KEY
    assert page.press().job.payer == "visitor"


@pytest.mark.parametrize("stand_in", ["<your key>", "YOUR_API_KEY", "ab12\ncd34"])
def test_what_cannot_be_a_key_is_told_at_the_press_and_sent_nowhere(
    opened: Callable[..., Headless], provider: Provider, cup: Path, stand_in: str
) -> None:
    page = opened(public=True, api_key="").arrive().write(cup)
    page.change("model", MODEL)
    page.change("api_key", stand_in)
    page.press()
    assert "Put your own there" in page["lacking-key"] or "Copy it once" in page["lacking-key"]
    assert stand_in not in page["lacking-key"]
    assert not provider.seen
    page.fire("check-balance", "click")
    assert "key" in page["own-balance"]
    page.change("api_key", f"Bearer “{KEY}”")
    assert (page.press().job.payer, page.job.phase) == ("visitor", "completed")


def test_what_the_provider_refuses_is_said_with_nothing_charged(
    home: Headless, provider: Provider, cup: Path
) -> None:
    provider.misbehave("submit", does.status(402, "Insufficient credits"))
    home.write(cup).press()
    assert home.code == "no_credit"
    assert "Nothing was charged" in home["status"]


def test_a_text_called_png_is_named_and_the_rest_stays(
    home: Headless, provider: Provider, fake_png: Path
) -> None:
    home.write(fake_png, prompt="Pan left").press()
    assert "Picture 1 is not a JPEG, PNG or WebP picture." in home["lacking-pictures"]
    assert (home["prompt"], len(home["images"])) == ("Pan left", 1)
    assert not provider.count("submit")


def test_pressing_for_a_clip_that_came_unwatched_shows_it_and_the_next_press_makes_another(
    home: Headless, provider: Provider, cup: Path
) -> None:
    first = home.write(cup).press().job
    home["details"] = home["details"] | {"phase": "processing"}  # as the page saw it last
    home.press()
    assert (home.job, provider.count("submit")) == (first, 1)
    home.press()
    assert home.job != first
    assert provider.count("submit") == 2


@pytest.mark.parametrize(
    ("page", "model", "button"),
    [
        ({}, MODEL, "Generate · $1.20 (estimate)"),
        ({"api_key": ""}, ANIMATIC, "Generate · free"),
        ({"public": True, "auth": (("carla", "pw"),)}, MODEL, "Generate · $1.20 (estimate)"),
        ({"public": True, "daily_budget": Decimal(6)}, ANIMATIC, "Generate · free"),
    ],
)
def test_the_page_starts_at_what_whoever_comes_may_make(
    opened: Callable[..., Headless], page: dict[str, Any], model: str, button: str
) -> None:
    tab = opened(**page)
    assert (tab["model"], tab["generate"]) == (model, button)
