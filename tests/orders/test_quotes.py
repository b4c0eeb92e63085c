"""What is in force and what it costs, asked of a real provider and of one that misbehaves."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import astuple, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import gradio as gr
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seedance_demo.catalog import (
    BY_ID,
    GEN_2026_04,
    GEN_2026_08,
    GENERATIONS,
    MODELS,
    Contract,
    Input,
    Model,
)
from seedance_demo.config.settings import Settings
from seedance_demo.errors import BadBrief
from seedance_demo.local_api.server import LocalApi
from seedance_demo.money import read_dollars
from seedance_demo.orders.brief import DEFAULT_OPTIONS, Brief, Options, check_duration
from seedance_demo.orders.offer import draft_brief, offer
from seedance_demo.orders.order import place
from seedance_demo.orders.quotes import Quotes
from seedance_demo.orders.wishes import Wishes
from seedance_demo.ui.components.advanced_options import build_advanced_options
from seedance_demo.ui.components.picture_use import build_switch
from seedance_demo.wavespeed import Client
from seedance_demo.wavespeed.model_schemas import read_catalogue
from seedance_demo.wavespeed.transport import ONCE, Patience

from ..faults import provider as does
from ..faults.provider import KEY, Fault, Provider, serving

I2V = "bytedance/seedance-2.0/image-to-video"
PAID = [model for model in MODELS if not model.free]
with gr.Blocks():
    MORE = build_advanced_options(build_switch())
EASY = Patience(connect=10, ask=30, again=ONCE)  # a busy machine answers slowly
HASTE = replace(EASY, ask=0.5)  # where there will be no answer


@pytest.fixture(scope="module", params=GENERATIONS)
def served(request: Any, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str, str]:
    """A generation, and the base URL and key of a local API that serves it."""
    endpoint = LocalApi(tmp_path_factory.mktemp("api"), request.param).endpoint()
    return (request.param, *endpoint)


@pytest.fixture
def provider() -> Iterator[Provider]:
    with serving(Provider(b"")) as running:
        yield running


class Clock:
    """Seconds that pass when a test says so."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def quotes_of(
    base_url: str,
    key: str = KEY,
    patience: Patience = EASY,
    clock: Callable[[], float] = time.monotonic,
    **settings: Any,
) -> Quotes:
    return Quotes(Settings(api_key=key, base_url=base_url, **settings), patience, clock)


def listed(model: str, *fields: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A model as `GET /models` lists it."""
    properties = {field.pop("name"): field for field in map(dict, fields)}
    schema = {"type": "object", "properties": properties} | more
    return {"model_id": model, "api_schema": {"api_schemas": [{"request_schema": schema}]}}


def brief(model: str = I2V, seconds: int = 5, pictures: int = 1, **options: Any) -> Brief:
    images = tuple(Path(f"{n}.jpg") for n in range(pictures))
    return Brief(images, "push in", seconds, BY_ID[model], Options(**options))


def essence(contract: Contract) -> set[tuple[Any, ...]]:
    """What decides a body, without the words about it."""
    return {astuple(replace(each, about="")) for each in contract.inputs}


def test_the_contract_in_force_is_read_from_the_live_catalogue(
    served: tuple[str, str, str],
) -> None:
    generation, base_url, key = served
    quotes = quotes_of(base_url, key)
    quotes.refresh(key)
    for model in MODELS:
        wanted = model.contracts[generation]
        assert essence(quotes.contract(model.id)) == essence(wanted)
        assert quotes.contract(model.id).usd_per_second == wanted.usd_per_second


def test_a_pin_asks_nobody(provider: Provider) -> None:
    for pin in GENERATIONS:
        quotes = quotes_of(provider.base_url, contract=pin)
        quotes.refresh(KEY)
        assert quotes.contract(I2V) is BY_ID[I2V].contracts[pin]
    assert not provider.seen


def test_the_catalogue_is_asked_once_an_hour_and_never_without_a_key(provider: Provider) -> None:
    quotes = quotes_of(provider.base_url)
    for key in ("", KEY, KEY, KEY):
        quotes.refresh(key)
    assert provider.count("models") == 1


def test_a_key_that_is_turned_down_leaves_the_question_to_the_next(provider: Provider) -> None:
    provider.models = [listed(I2V, {"name": "image", "type": "string"})]
    quotes = quotes_of(provider.base_url)
    for key in ("wrong", KEY):
        quotes.refresh(key)
    assert quotes.contract(I2V).input("image")


@pytest.mark.parametrize(
    "fault",
    [
        does.cut,
        does.hang,
        does.drip_body,
        does.huge,
        does.garbage,
        does.status(500),
        does.status(404),
        does.body(b"null"),
        does.body(b'{"code":200,"data":7}'),
        does.body(b'{"code":200,"data":[7,null,{},{"model_id":[]}]}'),
        does.body(b'{"code":200,"data":[{"model_id":"%b","api_schema":9}]}' % I2V.encode()),
        does.body(json.dumps({"data": [listed(I2V)]}).encode()),
        does.body(json.dumps({"data": [listed("somebody/else", {"name": "a"})]}).encode()),
    ],
)
def test_without_a_catalogue_the_launch_contract_stands_in(
    provider: Provider, fault: Fault
) -> None:
    provider.misbehave("models", fault)
    quotes = quotes_of(provider.base_url, patience=HASTE)
    quotes.refresh(KEY)
    assert quotes.contract(I2V) == BY_ID[I2V].contracts[GEN_2026_04]
    assert quotes.priced_order(brief()).price == Decimal("1.20")


def test_what_was_known_outlives_a_catalogue_that_is_gone(provider: Provider) -> None:
    provider.models = [listed(I2V, {"name": "image", "type": "string"}, required=["image"])]
    clock = Clock()
    quotes = quotes_of(provider.base_url, clock=clock)
    quotes.refresh(KEY)
    provider.misbehave("models", does.cut)
    clock.now += 3599
    quotes.refresh(KEY)
    assert provider.count("models") == 1, "once an hour"
    clock.now += 1
    quotes.refresh(KEY)
    assert provider.count("models") > 1
    assert quotes.contract(I2V).input("image")


def test_a_look_that_hangs_holds_nobody_up(provider: Provider) -> None:
    """A stranger's question least of all whose own was answered before."""
    quotes, arrived = quotes_of(provider.base_url, patience=HASTE), threading.Event()
    quotes.refresh(KEY)
    provider.watch = lambda _: arrived.set()
    provider.misbehave("models", does.hang)
    looking = threading.Thread(target=quotes.refresh, args=["a-strangers-key"])
    looking.start()
    assert arrived.wait(10)
    assert quotes.contract(I2V).durations == (5, 10, 15)
    quotes.refresh(KEY)
    assert looking.is_alive()
    looking.join()


def test_a_schema_of_neither_generation_is_taken_at_its_word(provider: Provider) -> None:
    seconds = {"name": "duration", "type": "integer", "minimum": 3, "maximum": 6, "default": 5}
    words, frame = ({"name": name, "type": "string"} for name in ("prompt", "image"))
    provider.models = [listed(I2V, words, frame, seconds, required=["prompt", "image"])]
    quotes = quotes_of(provider.base_url)
    quotes.refresh(KEY)
    order = quotes.priced_order(brief())
    assert order.body == {"prompt": "push in", "image": "0.jpg", "duration": 5}
    assert quotes.contract(I2V).durations == (3, 4, 5, 6)


_VALUES = st.sampled_from(
    [0, -4, 5, 8, 10.0, "5", "720p", "540p", "16:9", "auto", "0:1", "1:0", "", None, True, [1]]
)
_FIELD = st.fixed_dictionaries(
    {"type": st.sampled_from(["string", "integer", "number", "boolean", "array", "blob", 7, None])},
    optional={
        "enum": st.lists(_VALUES, max_size=4),
        "default": _VALUES,
        "minimum": st.sampled_from([-9, 0, 3, 1e300, "x"]),
        "maximum": st.sampled_from([-9, 0, 6, 1e300, None]),
        "maxItems": st.sampled_from([-1, 0, 1, 9]),
    },
)
_NAMES = st.sampled_from(
    ["prompt", "image", "images", "duration", "resolution", "aspect_ratio", "seed", "odd"]
)


@pytest.mark.slow
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fields=st.dictionaries(_NAMES, _FIELD, min_size=1), required=st.lists(_NAMES))
def test_whatever_the_live_schema_says_there_is_an_offer_or_a_sentence(
    provider: Provider, fields: dict[str, Any], required: list[str]
) -> None:
    named = ({"name": name} | field for name, field in fields.items())
    provider.models = [listed(I2V, *named, required=required)]
    quotes = quotes_of(provider.base_url)
    quotes.refresh(KEY)
    for pictures in (0, 1, 3):
        wished = Wishes(I2V, 5, pictures, write_only=False, options=DEFAULT_OPTIONS)
        told = offer(quotes, draft_brief(wished, quotes.contract), every_length=True)
        assert told.duration in [seconds for _, seconds in told.durations]
        assert told.price is None or told.price > 0
        assert told.price or told.note
        MORE.offered(told, wished)
    with suppress(BadBrief):
        check_duration(5, BY_ID[I2V], quotes.contract(I2V))
        assert place(brief(), quotes.contract).body["duration"] == 5


@pytest.mark.parametrize("model", PAID, ids=lambda model: model.id)
def test_the_page_price_is_the_quote_for_every_length_and_option(
    served: tuple[str, str, str], model: Model
) -> None:
    """The published rates against the provider's answer, with complete inputs."""
    generation, base_url, key = served
    quotes = quotes_of(base_url, key, contract=generation)
    contract = quotes.contract(model.id)
    pictures = min(contract.most_pictures, 1)
    for resolution in contract.resolutions or ("720p",):
        for sound in (True, False) if contract.input("generate_audio") else (True,):
            for seconds in contract.durations:
                options = {"resolution": resolution, "generate_audio": sound}
                asked = brief(model.id, seconds, pictures, **options)
                quoted, listed = quotes.priced_order(asked, key), quotes.priced_order(asked)
                assert (quoted.quoted, listed.quoted) == (True, False)
                assert quoted.price == listed.price > 0


def test_a_quote_is_the_accounts_own_and_asked_once(provider: Provider) -> None:
    provider.price = 1.3
    quotes = quotes_of(provider.base_url)
    assert not quotes.priced_order(brief(), KEY, ask=False).quoted
    for _ in range(3):
        order = quotes.priced_order(brief(), KEY)
        assert (order.price, order.quoted) == (Decimal("1.3"), True)
    assert quotes.priced_order(brief(), KEY, ask=False).price == Decimal("1.3")
    assert not quotes.priced_order(brief(), "another account's", ask=False).quoted
    assert quotes.priced_order(brief(seconds=10), KEY).quoted
    assert provider.count("price") == 2


def test_neither_words_nor_seeds_are_worth_a_question(provider: Provider) -> None:
    provider.price = 0.3
    quotes = quotes_of(provider.base_url, contract=GEN_2026_08)
    for seed, words in enumerate(("push in", "pull out", "pan left")):
        asked = brief("bytedance/seedance-v1.5-pro/image-to-video", seed=seed)
        assert quotes.priced_order(replace(asked, prompt=words), KEY).quoted
    assert provider.count("price") == 1


@pytest.mark.parametrize("fault", [does.status(401), does.status(402), does.status(429)])
def test_an_account_in_trouble_is_left_alone_and_the_others_are_answered(
    provider: Provider, fault: Fault
) -> None:
    provider.price = 1.3
    clock = Clock()
    quotes = quotes_of(provider.base_url, clock=clock)
    provider.misbehave("price", fault, times=1)
    assert not any(quotes.priced_order(brief(seconds=each), KEY).quoted for each in (5, 10, 15, 5))
    quotes.refresh(KEY)
    assert (provider.count("price"), provider.count("models")) == (1, 0)
    assert not quotes.priced_order(brief(), "another-account").quoted  # asked, and turned down
    assert provider.count("price") == 2
    clock.now += 59
    assert not quotes.priced_order(brief(seconds=10), KEY).quoted
    clock.now += 1
    assert quotes.priced_order(brief(seconds=10), KEY).quoted
    clock.now += 599
    assert quotes.priced_order(brief(seconds=10), KEY, ask=False).quoted, "good for ten minutes"
    clock.now += 1
    assert not quotes.priced_order(brief(seconds=10), KEY, ask=False).quoted


def test_that_there_is_no_quote_is_remembered_for_a_minute(provider: Provider) -> None:
    clock = Clock()
    quotes = quotes_of(provider.base_url, clock=clock)
    for passed, asked in ((0.0, 1), (59.0, 1), (1.0, 2)):
        clock.now += passed
        assert not quotes.priced_order(brief(), KEY).quoted
        assert provider.count("price") == asked


def test_a_provider_in_trouble_is_left_alone_for_a_while(provider: Provider) -> None:
    clock = Clock()
    quotes = quotes_of(provider.base_url, clock=clock)
    provider.misbehave("price", does.status(500))
    for seconds in (5, 10, 15):
        assert not quotes.priced_order(brief(seconds=seconds), KEY).quoted
    assert (asked := provider.count("price")) <= 2  # both addresses of the prices
    quotes.refresh(KEY)
    assert provider.count("models"), "another question"
    clock.now += 60
    quotes.priced_order(brief(seconds=10), KEY)
    assert provider.count("price") > asked


def test_a_quote_is_asked_with_complete_inputs_and_no_picture(provider: Provider) -> None:
    quotes = quotes_of(provider.base_url, contract=GEN_2026_08)
    quotes.priced_order(brief(), KEY)
    values = json.loads(next(seen.body for seen in provider.seen if seen.step == "price"))
    assert values["model_id"] == I2V
    assert values["inputs"] == {
        "prompt": "push in",
        "image": "https://example.com/0.jpg",
        "resolution": "720p",
        "duration": 5,
        "enable_web_search": False,
        "generate_audio": True,
    }


@pytest.mark.parametrize(
    "fault",
    [
        does.cut,
        does.hang,
        does.status(500),
        does.status(404),
        does.body(b'{"code":200,"data":{"price":"much"}}'),
        does.body(b'{"code":200,"data":{"price":-3}}'),
        does.body(b'{"code":200,"data":{"price":0}}'),
        does.body(b'{"code":200,"data":{"price":1e15}}'),
        does.body(b'{"code":200,"data":{"price":1e-9}}'),
        does.body(b'{"code":200,"data":{}}'),
    ],
)
def test_without_a_quote_the_published_price_stays_an_estimate(
    provider: Provider, fault: Fault
) -> None:
    provider.misbehave("price", fault)
    order = quotes_of(provider.base_url, patience=HASTE).priced_order(brief(), KEY)
    assert (order.price, order.quoted) == (Decimal("1.20"), False)


@pytest.mark.parametrize(
    ("quote", "seconds", "price"),
    [
        (0.01, 5, "1.20"),
        (0.599999, 5, "1.20"),
        (0.6, 5, "0.6"),  # half
        (1.79, 15, "3.60"),  # a quote for five seconds, perhaps
        (9.5, 5, "9.5"),  # dearer is believed: the button says it
    ],
)
def test_a_quote_far_below_the_published_price_is_a_mistake_and_asked_again(
    provider: Provider, quote: float, seconds: int, price: str
) -> None:
    provider.price, clock = quote, Clock()
    quotes = quotes_of(provider.base_url, clock=clock)
    order = quotes.priced_order(brief(seconds=seconds), KEY)
    assert order.price == Decimal(price)
    assert order.quoted is (order.price == Decimal(str(quote)))
    provider.price, clock.now = 1.9, 60.0
    again = quotes.priced_order(brief(seconds=seconds), KEY)
    assert (again.price == Decimal("1.9")) is not order.quoted


def test_a_price_with_the_noise_of_floating_point_can_be_agreed_to(provider: Provider) -> None:
    provider.price = 0.4 * 3
    assert str(provider.price) == "1.2000000000000002"
    quotes = quotes_of(provider.base_url)
    quotes.priced_order(brief(), KEY)
    shown = offer(quotes, brief(), KEY)
    assert (shown.button, shown.quoted) == ("Generate · $1.20", True)
    assert read_dollars(str(shown.price)) == quotes.priced_order(brief(), KEY).price


def test_the_older_address_of_the_prices_is_known_too(provider: Provider) -> None:
    provider.misbehave("price", does.status(400, "model not found: model/price"), times=1)
    provider.misbehave("recent", does.body(b'{"code":200,"data":{"unit_price":0.45}}'))
    client = Client(provider.base_url, KEY, EASY)
    assert client.price(I2V, {"prompt": "a"}) == Decimal("0.45")


def test_schemas_are_read_however_a_generator_writes_them() -> None:
    nullable = {"anyOf": [{"type": "null"}, {"type": "string", "enum": ["16:9", "9:16"]}]}
    ratio = {"name": "aspect_ratio", "default": None} | nullable
    answer = {"data": [listed(I2V, ratio, {"name": "x", "type": "blob"}, required="prompt")]}
    shape, odd = read_catalogue(answer)[I2V].inputs
    assert shape == Input("aspect_ratio", "string", values=("16:9", "9:16"))
    assert (odd.type, odd.required) == ("", False)
    assert not any(odd.accepts(each) for each in ("a", 1, True, ["a"], None)), "unknown is unsafe"
    assert read_catalogue({"data": [{"model_id": I2V}]})[I2V].inputs == ()


def test_choices_of_another_kind_are_read_where_they_mean_ours_and_refused_elsewhere(
    provider: Provider,
) -> None:
    lengths = {"name": "duration", "type": "number", "enum": [5.0, 7.5, 10.0]}
    sizes = {"name": "resolution", "type": "string", "enum": [720, 1080]}
    frame = {"name": "image", "type": "string"}
    clock = Clock()
    quotes = quotes_of(provider.base_url, clock=clock)
    provider.models = [listed(I2V, frame, lengths)]
    quotes.refresh(KEY)
    assert quotes.contract(I2V).durations == (5, 10)
    assert quotes.priced_order(brief(seconds=10)).price == Decimal("2.40")
    provider.models = [listed(I2V, frame, lengths, sizes)]
    clock.now += 3600
    quotes.refresh(KEY)
    with pytest.raises(BadBrief, match="does not take the resolution 720p now"):
        quotes.priced_order(brief())
