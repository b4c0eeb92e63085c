"""The whole family in both generations of its contract, over real HTTP.

`pytest tests/orders/test_family.py -n 0 -s -k table` prints what each model is sent, what the page
says it costs, and what became of it.
"""

import json
import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import requests
import wavespeed
from huggingface_hub import InferenceClient
from huggingface_hub.hf_api import InferenceProviderMapping
from huggingface_hub.inference._providers import PROVIDERS
from huggingface_hub.inference._providers import _common as hub

from seedance_demo.catalog import BY_ID, GEN_2026_04, GEN_2026_08, GENERATIONS, MODELS
from seedance_demo.config.settings import Settings
from seedance_demo.errors import BadBrief
from seedance_demo.local_api.server import LocalApi
from seedance_demo.orders.brief import Brief
from seedance_demo.orders.offer import offer
from seedance_demo.orders.order import with_urls
from seedance_demo.orders.quotes import Quotes
from seedance_demo.wavespeed import Client

from ..decoded import seconds_of, size_of

I2V, T2V = (f"bytedance/seedance-2.0/{kind}-to-video" for kind in ("image", "text"))
FAMILY = [model.id for model in MODELS if not model.free]
FIELDS = {
    (GEN_2026_04, "image"): {"images", "prompt", "duration"},
    (GEN_2026_04, "text"): {"prompt", "aspect_ratio", "duration"},
    (GEN_2026_08, "image"): {"image", "prompt", "resolution", "duration", "enable_web_search",
                       "generate_audio"},
    (GEN_2026_08, "text"): {"prompt", "aspect_ratio", "resolution", "duration", "enable_web_search",
                      "generate_audio"},
    "pro": {"image", "prompt", "resolution", "duration", "generate_audio", "camera_fixed", "seed"},
}  # fmt: skip
Served = tuple[str, str, str]  # generation, base URL, key


@pytest.fixture(scope="module")
def apis(tmp_path_factory: pytest.TempPathFactory) -> list[Served]:
    return [
        (each, *LocalApi(tmp_path_factory.mktemp(each), each).endpoint()) for each in GENERATIONS
    ]


@pytest.fixture(params=GENERATIONS)
def served(request: pytest.FixtureRequest, apis: list[Served]) -> Served:
    return next(api for api in apis if api[0] == request.param)


def expected(model: str, generation: str, pictures: int) -> set[str] | None:
    """The fields of the body by hand, None where the order is refused."""
    if model.endswith("text-to-video"):
        return FIELDS[generation, "text"]
    if pictures == 0:
        return None
    if "v1.5" in model:
        return FIELDS["pro"]
    if generation == GEN_2026_08 and pictures > 1:
        return FIELDS[GEN_2026_08, "text"] | {"reference_images"}
    return FIELDS[generation, "image"]


def run(model: str, served: Served, names: list[str], urls: list[str]) -> dict[str, Any]:
    """Order, price, send and cancel one brief; what the row of the table says of it."""
    _, base_url, key = served
    client = Client(base_url, key)
    quotes = Quotes(Settings(api_key=key, base_url=base_url))
    quotes.refresh(key)
    images = tuple(map(Path, names)) if quotes.contract(model).most_pictures else ()
    brief = Brief(images, f"push in {len(names)}", 5, BY_ID[model])
    shown = offer(quotes, brief, key, ask=True)
    try:
        order = quotes.priced_order(brief, key)
    except BadBrief as error:
        return {"result": str(error), "shown": shown.button, "sent": None}
    sent = with_urls(order.body, dict(zip(names, urls, strict=True)))
    task = client.submit(order.endpoint, sent)
    bill = client.charged(task.id, 0, time.time() + 60)
    client.cancel(task.id)
    (listed,) = [
        each
        for each in client.recent(order.endpoint, 0, time.time() + 60)
        if each.task.id == task.id
    ]
    assert listed.inputs == sent, "the provider dropped or added a field"
    assert bill == order.price
    result = f"created, billed {bill}"
    return {"result": result, "shown": shown.button, "sent": sent, "note": shown.note}


def test_a_table_of_every_model_contract_and_number_of_pictures(
    apis: list[Served], cup: Path, astronaut: Path
) -> None:
    rows = []
    for served in apis:
        generation, base_url, key = served
        client = Client(base_url, key)
        photos = [(cup if n % 2 else astronaut).read_bytes() for n in range(4)]
        urls = [client.upload(f"{n}.jpg", data) for n, data in enumerate(photos)]
        for model in FAMILY:
            for count in (0, 1, 2, 4):
                names = [f"{n}.jpg" for n in range(count)]
                row = run(model, served, names, urls[:count])
                fields = expected(model, generation, count)
                assert (set(row["sent"]) if row["sent"] else None) == fields, (model, count)
                price = BY_ID[model].contracts[generation].price({"duration": 5})
                assert fields is None or row["shown"] == f"Generate · ${price:.2f}"
                rows.append((generation, model, count, row))
    for generation, model, count, row in rows:
        told = (
            row["shown"],
            row["result"],
            row.get("note"),
            row["sent"] and json.dumps(row["sent"]),
        )
        print("\n  ".join((f"\n{generation}  {model}, {count} pictures", *filter(None, told))))
    assert len(rows) == 5 * 2 * 4


def test_the_seed_prices_hold_in_both_generations(served: Served) -> None:
    _, base_url, key = served
    quotes = Quotes(Settings(api_key=key, base_url=base_url))
    quotes.refresh(key)
    shown = offer(quotes, Brief((Path("a.jpg"),), "push in", 5, BY_ID[I2V]), key, ask=True)
    assert shown.quoted
    assert shown.durations == (("5 s · $1.20", 5), ("10 s · $2.40", 10), ("15 s · $3.60", 15))
    assert shown.button == "Generate · $1.20"


def test_the_official_sdk_makes_a_clip_in_each_generation(
    served: Served, cup: Path, tmp_path: Path
) -> None:
    generation, base_url, key = served
    client = wavespeed.Client(api_key=key, base_url=base_url)
    url = client.upload(str(cup))
    pictures = {GEN_2026_04: {"images": [url]}, GEN_2026_08: {"image": url}}[generation]
    inputs = pictures | {"prompt": "pull back, wind", "duration": 5}
    outputs = client.run(I2V, inputs, poll_interval=0.05)["outputs"]
    clip = tmp_path / "clip.mp4"
    clip.write_bytes(requests.get(outputs[0], timeout=30).content)
    assert seconds_of(clip) == pytest.approx(5, abs=1 / 24)
    price = Decimal("1.20")
    assert Client(base_url, key).charged(client_task(base_url, key), 0, time.time() + 60) == price


def client_task(base_url: str, key: str) -> str:
    newest = Client(base_url, key).recent(I2V, 0, time.time() + 60)[0]
    return newest.task.id


def test_huggingface_hubs_provider_speaks_todays_contract(
    apis: list[Served], cup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, base_url, key = apis[-1]
    mapping = InferenceProviderMapping(  # type: ignore[no-untyped-call]
        provider="wavespeed",
        hf_model_id="demo/seedance",
        providerId=I2V,
        status="live",
        task="image-to-video",
    )
    known = hub.HARDCODED_MODEL_INFERENCE_MAPPING["wavespeed"]
    monkeypatch.setitem(known, "demo/seedance", mapping)
    monkeypatch.setattr(PROVIDERS["wavespeed"]["image-to-video"], "base_url", base_url)
    client = InferenceClient(provider="wavespeed", api_key=key)
    clip = tmp_path / "clip.mp4"
    clip.write_bytes(
        client.image_to_video(cup.read_bytes(), model="demo/seedance", prompt="pan left")
    )
    assert seconds_of(clip) == pytest.approx(5, abs=1 / 24)


def test_a_clip_from_text_has_the_shape_that_was_asked_for(
    apis: list[Served], tmp_path: Path
) -> None:
    _, base_url, key = apis[0]
    inputs = {"prompt": "A paper boat, slow push in, rain", "aspect_ratio": "9:16", "duration": 5}
    client = wavespeed.Client(api_key=key, base_url=base_url)
    outputs = client.run(T2V, inputs, poll_interval=0.05)["outputs"]
    clip = tmp_path / "clip.mp4"
    clip.write_bytes(requests.get(outputs[0], timeout=30).content)
    width, height = size_of(clip)
    assert width / height == pytest.approx(9 / 16, rel=0.02)
