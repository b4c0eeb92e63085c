"""Models that came after this code: what is offered of them, at what price, and what is sent."""

import logging
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from seedance_demo.catalog import BY_ID, GEN_2026_08, MODELS
from seedance_demo.config.settings import Settings
from seedance_demo.errors import BadBrief
from seedance_demo.orders.brief import Brief, Options
from seedance_demo.orders.family import model_of
from seedance_demo.orders.quotes import Quotes

from ..faults import provider as does
from ..faults.provider import KEY, Provider, serving
from .catalogue import FIELDS, FORMULA, LINES, NEWER, URL, entry
from .test_quotes import EASY, Clock

REFERENCES = {"type": "array", "items": {"type": "string"}, "maxItems": 50}


@pytest.fixture
def provider() -> Iterator[Provider]:
    with serving(Provider(b"")) as running:
        running.price = 2.5
        yield running


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def quotes(provider: Provider, clock: Clock) -> Quotes:
    return Quotes(Settings(api_key=KEY, base_url=provider.base_url), EASY, clock)


def brief(model: str = NEWER, seconds: int = 5, pictures: int = 1, **options: Any) -> Brief:
    images = tuple(Path(f"{n}.jpg") for n in range(1, pictures + 1))
    return Brief(images, "push in", seconds, model_of(model), Options(**options))


def newer(quotes: Quotes, key: str = KEY) -> list[str]:
    return [model.id for model in quotes.offered(key)[len(MODELS) :]]


def seedance(rest: str) -> str:
    return f"bytedance/seedance-{rest}"


@pytest.mark.parametrize(
    ("model", "title"),
    [
        ("9.9/image-to-video", "Seedance 9.9"),
        ("2.5/text-to-video-turbo", "Seedance 2.5 from text, turbo"),
        ("3.0-ultra/image-to-video", "Seedance 3.0 Ultra"),
        ("v1.5-pro/image-to-video-fast", "Seedance 1.5 Pro, fast"),
        ("2.0-fast/image-to-video-turbo", "Seedance 2.0 Fast, turbo"),
        ("2.5/reference-to-video", "Seedance 2.5 from references"),
        *(("2.5/image-to-video-spicy", ""), ("2.5-spicy/image-to-video", "")),
        *(("2.5/image-to-video-uncensored", ""), ("2.5-nsfw/text-to-video", "")),
        *(("2.5/video-edit", ""), ("2.5/video-extend", ""), ("2.5/image-to-video-lora", "")),
        *(("2.5/image-to-image", ""), ("2.5/video-to-video", ""), ("2.5/IMAGE-to-video", "")),
        *(("2.5/image-to-video/x", ""), ("../image-to-video", ""), ("2.5/image-to-video\n", "")),
        ("9" * 99 + "/image-to-video", ""),
    ],
)
def test_of_the_family_is_offered_what_makes_clips_for_everybody(
    provider: Provider, quotes: Quotes, model: str, title: str
) -> None:
    takes = {"image": None, "reference_images": REFERENCES} if "image-" not in model else {}
    provider.models = [entry(seedance(model), takes, required=["prompt"])]
    quotes.refresh(KEY)
    assert newer(quotes) == ([seedance(model)] if title else [])
    assert not title or model_of(seedance(model)).title == title


def test_other_makers_and_other_families_are_not_offered(
    provider: Provider, quotes: Quotes
) -> None:
    ids = "x/seedance-2.5/image-to-video", "bytedance/seedream-5/image-to-video", 7, None, ["a"]
    provider.models = [entry() | {"model_id": each} for each in ids] + [entry()] * 2
    quotes.refresh(KEY)
    assert newer(quotes) == [NEWER]


@pytest.mark.parametrize(
    ("model", "fields", "required", "reason"),
    [
        (NEWER, {}, [], ""),
        (NEWER, {"style": URL, "loras": {"type": "array"}}, ["prompt"], ""),
        (NEWER, {"image": {"type": ["string", "null"]}}, ["image"], ""),
        (NEWER, {"duration": {"type": "integer", "enum": [6, 12, 30]}}, ["duration"], ""),
        (NEWER, {"duration": {"type": "number", "enum": [6, 12]}}, ["duration"], ""),
        (NEWER, {"resolution": {"type": "string", "enum": ["8k"]}}, [], ""),
        (NEWER, {"seed": {"type": "integer", "minimum": 0}}, [], ""),
        (NEWER, {"last_image": URL}, ["image", "last_image"], ""),
        (NEWER, {"aspect_ratio": {"type": "string", "enum": ["1:1"]}}, ["aspect_ratio"], ""),
        (NEWER, {"image": None, "images": REFERENCES}, ["images"], ""),
        (NEWER, {"voice_id": URL}, ["prompt", "voice_id"], "requires voice_id"),
        (NEWER, {"n": {"type": "integer", "default": 4}}, ["n"], "requires n"),
        (NEWER, {"image": {"type": "object"}}, [], "does not take the image"),
        (NEWER, {"image": {"$ref": "#/Image"}}, [], "does not take the image"),
        (NEWER, {"image": None, "images": {"type": "array", "items": {"type": "object"}}}, [],
         "does not take the images"),
        (NEWER, {"image": None}, ["prompt"], "takes no picture"),
        (NEWER, {"image": None, "video": URL}, ["video"], "requires video"),
        (NEWER, {"prompt": None}, [], "no prompt"),
        (NEWER, {"prompt": {"type": "array"}}, [], "does not take the prompt"),
        (NEWER, {"duration": None}, [], "no length"),
        (NEWER, {"duration": {"type": "string", "enum": ["5", "10"]}}, [], "no length"),
        (NEWER, dict.fromkeys(FIELDS), [], "inputs cannot be read"),
        (seedance("2.5/reference-to-video"), {"image": None}, [], "takes no picture"),
        (seedance("2.5/reference-to-video"), {"image": None, "reference_images": REFERENCES}, [],
         ""),
        (seedance("2.5/text-to-video"), {"image": None}, ["prompt"], ""),
    ],
)  # fmt: skip
def test_what_the_page_cannot_fill_is_not_offered_and_the_log_says_why_once(
    provider: Provider, quotes: Quotes, clock: Clock, caplog: pytest.LogCaptureFixture,
    model: str, fields: dict[str, Any], required: list[str], reason: str,
) -> None:  # fmt: skip
    caplog.set_level(logging.INFO, "seedance_demo")
    provider.models = [entry(model, fields, required)]
    for _ in range(2):
        quotes.refresh(KEY)
        clock.now += 3600
    assert provider.count("models") == 2
    assert newer(quotes) == ([] if reason else [model])
    told = [line for line in caplog.messages if model in line]
    assert len(told) == bool(reason)
    assert not reason or reason in told[0]
    if not reason:
        seconds = quotes.contract(model).durations[0]
        order = quotes.priced_order(brief(model, seconds, 2, end_frame=True), KEY)
        assert set(order.body) <= set(FIELDS | fields)
        assert set(required) <= set(order.body)


def test_the_body_is_exactly_the_fields_of_the_live_schema(
    provider: Provider, quotes: Quotes
) -> None:
    shape = {"type": "string", "enum": ["16:9", "9:16"]}
    sound, more = {"type": "boolean", "default": True}, {"type": "boolean", "default": False}
    added = {"aspect_ratio": shape, "generate_audio": sound, "hdr": more, "last_image": URL}
    provider.models = [entry(fields=added)]
    quotes.refresh(KEY)
    order = quotes.priced_order(brief(seconds=30), KEY)
    assert order.endpoint == NEWER
    assert order.body == {
        "prompt": "push in",
        "image": "1.jpg",
        "duration": 30,
        "resolution": "720p",
        "generate_audio": True,
    }
    both = quotes.priced_order(brief(pictures=2, end_frame=True, resolution="8k"), KEY).body
    assert (both["image"], both["last_image"], both["resolution"]) == ("1.jpg", "2.jpg", "8k")


def test_the_usual_resolution_gives_way_to_the_models_own_and_a_chosen_one_does_not(
    provider: Provider, quotes: Quotes
) -> None:
    provider.models = [entry(fields={"resolution": LINES | {"enum": ["1080p", "8k"]}})]
    quotes.refresh(KEY)
    assert quotes.priced_order(brief(), KEY).body["resolution"] == "1080p"
    with pytest.raises(BadBrief, match="does not take the resolution 480p"):
        quotes.priced_order(brief(resolution="480p"), KEY)


def test_several_pictures_go_to_the_familys_references_where_the_key_has_them(
    provider: Provider, quotes: Quotes
) -> None:
    several = seedance("9.9/reference-to-video")
    takes = {"image": None, "reference_images": REFERENCES, "resolution": None}
    provider.models = [entry(), entry(several, takes, required=["prompt"])]
    quotes.refresh(KEY)
    order = quotes.priced_order(brief(pictures=3), KEY)
    assert order.endpoint == several
    assert order.body == {
        "prompt": "push in", "duration": 5, "reference_images": ["1.jpg", "2.jpg", "3.jpg"]
    }  # fmt: skip
    assert quotes.priced_order(brief(several, pictures=1), KEY).body["reference_images"]
    with pytest.raises(BadBrief, match="as a reference"):
        quotes.priced_order(brief(several, pictures=0), KEY)


@pytest.mark.parametrize(
    ("base", "formula", "quote", "seconds", "price"),
    [
        (1.5, FORMULA, 2.5, 5, "2.5"),
        (1.5, FORMULA, 0.01, 5, "1.5"),
        (1.5, FORMULA, 0.01, 30, "9"),
        (1.5, "{'total_price': base_price * (duration) / 3}", 1, 30, "15"),
        (1.5, None, 2.5, 5, "7.5"),  # of what length, nobody says: of a second
        (0.1, "base_price * $count(shots)", 2.5, 5, "2.5"),
        (None, FORMULA, 0.5, 5, "1.20"),  # as Seedance 2.0
        (0, FORMULA, 0.5, 5, "1.20"),
        ("much", None, 2.5, 5, "2.5"),
    ],
)
def test_no_less_than_the_base_price_is_reserved(
    provider: Provider, quotes: Quotes, base: Any, formula: Any, quote: float, seconds: int,
    price: str,
) -> None:  # fmt: skip
    provider.models, provider.price = [entry(base_price=base, formula=formula)], quote
    quotes.refresh(KEY)
    order = quotes.priced_order(brief(seconds=seconds), KEY)
    assert order.price == Decimal(price)
    assert order.quoted is (order.price == Decimal(str(quote)))


@pytest.mark.parametrize(
    "fault", [does.cut, does.status(404), does.status(500), does.body(b'{"data":{"price":0}}')]
)
def test_without_a_quote_nothing_is_ordered_of_a_newer_model(
    provider: Provider, quotes: Quotes, clock: Clock, fault: does.Fault
) -> None:
    provider.models = [entry()]
    quotes.refresh(KEY)
    with pytest.raises(BadBrief, match="has not said what Seedance"):
        quotes.priced_order(brief(), KEY, ask=False)
    provider.misbehave("price", fault)
    with pytest.raises(BadBrief, match="has not said what Seedance"):
        quotes.priced_order(brief(), KEY)
    provider.silence()
    clock.now += 60
    assert quotes.priced_order(brief(), KEY).quoted


def test_a_newer_model_is_for_the_keys_that_see_it(
    provider: Provider, quotes: Quotes, clock: Clock
) -> None:
    provider.models = [entry()]
    quotes.refresh(KEY)
    for key in ("", "another-key"):
        quotes.refresh(key)
        assert newer(quotes, key) == []
        with pytest.raises(BadBrief, match="only to keys that the provider lists it for"):
            quotes.priced_order(brief(), key)
    assert newer(quotes) == [NEWER]
    assert provider.count("models") == 2, "each key once"
    provider.models, clock.now = [entry(seedance("2.0/image-to-video"))], 3600.0
    quotes.refresh(KEY)
    assert newer(quotes) == []
    with pytest.raises(BadBrief, match="only to keys"):
        quotes.priced_order(brief(), KEY)


def test_a_catalogue_that_cannot_be_had_changes_nothing(
    provider: Provider, quotes: Quotes, clock: Clock
) -> None:
    provider.models = [entry()]
    quotes.refresh(KEY)
    provider.misbehave("models", does.status(503))
    clock.now += 3600
    quotes.refresh(KEY)
    assert newer(quotes) == [NEWER]


def test_a_pinned_page_has_its_own_models_alone(provider: Provider) -> None:
    settings = Settings(api_key=KEY, base_url=provider.base_url, contract=GEN_2026_08)
    quotes, provider.models = Quotes(settings, EASY), [entry()]
    quotes.refresh(KEY)
    assert quotes.offered(KEY) == MODELS
    with pytest.raises(BadBrief, match="only to keys"):
        quotes.priced_order(brief(), KEY)


def test_a_flooded_catalogue_does_not_flood_the_page(provider: Provider, quotes: Quotes) -> None:
    provider.models = [entry(seedance(f"{n}.0/image-to-video")) for n in range(3, 300)]
    quotes.refresh(KEY)
    assert 1 <= len(newer(quotes)) <= 24


@pytest.mark.parametrize("model", [*BY_ID, NEWER, "sora", "", seedance("2.5/video-edit")])
def test_any_id_has_an_answer_and_only_the_animatic_is_free(model: str) -> None:
    assert model_of(model).id == model
    assert model_of(model).free is (model == "local/animatic")
