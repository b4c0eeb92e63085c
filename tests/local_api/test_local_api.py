"""The local API over real HTTP: by hand, and through the clients people use with the provider."""

import base64
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import requests
from hypothesis import given, settings

from seedance_demo.catalog import ANIMATIC, MODELS
from seedance_demo.local_api.render_queue import PLACES

from ..animatic.clips import decode
from ..decoded import cuts, seconds_of
from ..waiting import until

SEEDANCE = "bytedance/seedance-2.0/image-to-video"
Call = Callable[..., requests.Response]


@pytest.fixture
def call(local_api: tuple[str, str]) -> Call:
    base_url, key = local_api

    def ask(method: str, path: str, **content: Any) -> requests.Response:
        headers = {"Authorization": f"Bearer {key}"} | content.pop("headers", {})
        return requests.request(
            method, f"{base_url}/api/v3/{path}", headers=headers, timeout=30, **content
        )

    return ask


@pytest.fixture
def uploaded(call: Call, cup: Path) -> str:
    files = {"file": ("cup.jpg", cup.read_bytes())}
    return str(call("POST", "media/upload/binary", files=files).json()["data"]["download_url"])


def ended(call: Call, task_id: str) -> dict[str, Any]:
    """The task's data once it has ended."""

    def data() -> dict[str, Any]:
        told: dict[str, Any] = call("GET", f"predictions/{task_id}/result").json()["data"]
        return {} if told["status"] in ("created", "processing") else told

    return until(data)


def saved(content: bytes, folder: Path) -> Path:
    path = folder / "clip.mp4"
    path.write_bytes(content)
    return path


def test_a_ticket_takes_one_upload_and_gives_the_file_back(call: Call, cup: Path) -> None:
    values = {"filename": "cup.jpg", "size": 1, "content_type": "image/jpeg"}
    ticket = call("POST", "media/uploads", json=values).json()["data"]
    slot = ticket["upload"]
    for wanted in (200, 404):
        sent = requests.put(slot["url"], cup.read_bytes(), headers=slot["headers"], timeout=10)
        assert sent.status_code == wanted
    assert requests.get(ticket["download_url"], timeout=10).content == cup.read_bytes()


def test_seedance_at_its_own_id_makes_a_clip_and_costs_play_money(
    call: Call, uploaded: str, tmp_path: Path
) -> None:
    before = call("GET", "balance").json()["data"]["balance"]
    inputs = {"images": [uploaded], "prompt": "slow push in, rain", "duration": 5}
    created = call("POST", SEEDANCE, json=inputs).json()
    assert (created["code"], created["data"]["status"]) == (200, "created")
    data = ended(call, created["data"]["id"])
    assert (data["status"], data["model"], data["error"]) == ("completed", SEEDANCE, "")
    assert data["has_nsfw_contents"] == [False]
    assert data["timings"]["inference"] > 0
    clip = requests.get(data["outputs"][0], timeout=30).content
    assert seconds_of(saved(clip, tmp_path)) == pytest.approx(5, abs=1 / 24)
    assert before - call("GET", "balance").json()["data"]["balance"] == pytest.approx(1.2)


def test_the_share_of_frames_done_is_real(call: Call, uploaded: str) -> None:
    inputs = {"images": [uploaded], "prompt": "pan right", "duration": 5}
    task_id = call("POST", ANIMATIC, json=inputs).json()["data"]["id"]
    seen: list[dict[str, Any]] = []

    def is_over() -> bool:
        seen.append(call("GET", f"predictions/{task_id}/result").json()["data"])
        return seen[-1]["status"] not in ("created", "processing")

    until(is_over)
    done = [each["frames"]["done"] for each in seen if each["frames"]]
    assert done == sorted(done)
    assert (done[-1], seen[-1]["frames"]["total"]) == (120, 120)
    assert len(set(done)) > 2


SHOTS = [
    {"start": 0, "end": 1, "image": 0, "moves": ["tilt up"]},
    {"start": 1, "end": 4, "image": 0, "looks": ["night"]},
]


@pytest.mark.parametrize(
    ("plan", "status", "said"),
    [
        ({"seconds": 4, "shots": SHOTS}, "completed", ""),
        ({"seconds": 4, "shots": SHOTS[:1]}, "failed", "The shots have to fill the clip"),
        ({"seconds": 4, "shots": SHOTS, "fps": 9}, "failed", "“fps”, which is not known here"),
    ],
)
def test_an_animatic_is_drawn_by_a_plan_that_comes_with_it(
    call: Call, uploaded: str, tmp_path: Path, plan: dict[str, Any], status: str, said: str
) -> None:
    """Its one cut stands where the plan has it, in a prompt that has none."""
    inputs = {"images": [uploaded], "prompt": "static", "duration": 4, "plan": json.dumps(plan)}
    data = ended(call, call("POST", ANIMATIC, json=inputs).json()["data"]["id"])
    assert data["status"] == status
    assert said in data["error"]
    if data["outputs"]:
        clip = saved(requests.get(data["outputs"][0], timeout=30).content, tmp_path)
        assert cuts(decode(clip)) == [24]


def test_the_plan_is_an_input_of_the_animatic_alone(call: Call) -> None:
    listed = call("GET", "models").json()["data"]
    schemas = {m["model_id"]: m["api_schema"]["api_schemas"][0]["request_schema"] for m in listed}
    assert [name for name, each in schemas.items() if "plan" in each["properties"]] == [ANIMATIC]
    inputs = {"images": ["u"], "prompt": "a", "plan": {"seconds": 5}}
    refused = call("POST", ANIMATIC, json=inputs).json()
    assert (refused["code"], 'field "plan"' in refused["message"]) == (400, True)


def test_an_animatic_can_be_cancelled_in_the_middle(call: Call, uploaded: str) -> None:
    inputs = {"images": [uploaded], "prompt": "pan right", "duration": 15}
    task_id = call("POST", ANIMATIC, json=inputs).json()["data"]["id"]
    call("POST", f"predictions/{task_id}/cancel")
    data = ended(call, task_id)
    assert (data["status"], data["outputs"]) == ("cancelled", [])


@pytest.mark.parametrize(
    ("path", "body", "status", "said"),
    [
        (SEEDANCE, {"prompt": "a", "duration": 5}, 400, 'field "images" is required'),
        (SEEDANCE, {"images": [], "prompt": "a"}, 400, 'field "images" is required'),
        (SEEDANCE, {"images": ["u"] * 5, "prompt": "a"}, 400, 'field "images"'),
        (SEEDANCE, {"images": ["u"]}, 400, 'field "prompt" is required'),
        (SEEDANCE, {"images": ["u"], "prompt": " "}, 400, 'field "prompt" is required'),
        (SEEDANCE, {"images": ["u"], "prompt": "a", "duration": 7}, 400, 'field "duration"'),
        (SEEDANCE, {"images": ["u"], "prompt": "a", "duration": "5"}, 400, 'field "duration"'),
        (SEEDANCE, [], 400, "field"),
        ("bytedance/no-such-model", {"prompt": "a"}, 400, "model not found"),
        ("model/price", {"model_id": "no-such-model"}, 400, "model not found"),
        ("predictions", {"created_after": "yesterday"}, 400, "dates"),
        ("predictions/nobody/cancel", {}, 404, "Prediction not found"),
    ],
)
def test_refusals_come_in_the_providers_envelope(
    call: Call, path: str, body: Any, status: int, said: str
) -> None:
    answer = call("POST", path, json=body)
    assert (answer.status_code, answer.json()["code"]) == (status, status)
    assert said in answer.json()["message"]


@pytest.mark.parametrize("header", [{"Authorization": "Bearer wrong"}, {"Authorization": ""}])
@pytest.mark.parametrize(
    ("method", "path"), [("GET", "balance"), ("POST", SEEDANCE), ("GET", "predictions/x/result")]
)
def test_without_the_key_nothing_is_answered(
    call: Call, header: dict[str, str], method: str, path: str
) -> None:
    body = {"images": ["u"], "prompt": "a"} if method == "POST" else None
    answer = call(method, path, headers=header, json=body)
    assert (answer.status_code, answer.json()["code"]) == (401, 401)


@pytest.mark.parametrize("image", ["https://example.org/a.jpg", "data:image/png;base64,####", "x"])
def test_a_picture_that_cannot_be_fetched_fails_the_task_as_the_provider_does(
    call: Call, image: str
) -> None:
    before = call("GET", "balance").json()["data"]["balance"]
    inputs = {"images": [image], "prompt": "a"}
    data = ended(call, call("POST", SEEDANCE, json=inputs).json()["data"]["id"])
    assert (data["status"], data["code"], data["outputs"]) == ("failed", 1402, [])
    assert call("GET", "balance").json()["data"]["balance"] == before


def test_a_picture_the_renderer_cannot_read_fails_in_words(call: Call) -> None:
    image = "data:image/png;base64," + base64.b64encode(b"no picture at all").decode()
    inputs = {"images": [image], "prompt": "a"}
    data = ended(call, call("POST", ANIMATIC, json=inputs).json()["data"]["id"])
    assert data["status"] == "failed"
    assert data["error"]
    assert "Traceback" not in data["error"]


def test_recent_predictions_are_listed_by_model_and_time_with_their_inputs(
    call: Call, uploaded: str
) -> None:
    inputs = {"images": [uploaded], "prompt": "find me again", "duration": 5}
    task_id = call("POST", SEEDANCE, json=inputs).json()["data"]["id"]
    values = {"model": SEEDANCE, "include_inputs": True, "page_size": 100}
    items = call("POST", "predictions", json=values).json()["data"]["items"]
    assert items[0]["id"] == task_id
    assert items[0]["inputs"] == inputs
    past = values | {"created_before": "2020-01-01T00:00:00Z"}
    assert call("POST", "predictions", json=past).json()["data"]["items"] == []
    call("POST", f"predictions/{task_id}/cancel")


def test_the_catalogue_lists_each_model_with_its_schema_and_price(call: Call) -> None:
    listed = {item["model_id"]: item for item in call("GET", "models").json()["data"]}
    assert set(listed) == {model.id for model in MODELS}
    schema = listed[SEEDANCE]["api_schema"]["api_schemas"][0]["request_schema"]
    assert schema["required"] == ["images", "prompt"]
    assert schema["properties"]["images"]["maxItems"] == 4
    assert schema["properties"]["duration"]["enum"] == [5, 10, 15]
    assert schema["properties"]["duration"]["default"] == 5
    for seconds, price in ((5, 1.2), (10, 2.4), (15, 3.6)):
        values = {"model_id": SEEDANCE, "inputs": {"duration": seconds}}
        quoted = call("POST", "model/price", json=values).json()["data"]
        assert quoted["discounted_price"] == pytest.approx(price)
        legacy = call("POST", "model/pricing", json=values).json()["data"]
        assert legacy["unit_price"] == pytest.approx(price)


def test_files_outside_the_folder_are_not_served(local_api: tuple[str, str]) -> None:
    for path in ("/files/../ledger.sqlite", "/files/%2e%2e/ledger.sqlite", "/files/a/b"):
        assert requests.get(local_api[0] + path, timeout=10).status_code == 404


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_it_runs_alone_says_where_and_leaves_nothing_behind(
    tmp_path: Path, stop: signal.Signals
) -> None:
    command = [sys.executable, "-m", "seedance_demo.local_api", "--port", "0", "--key", "dev"]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdout=pipe, stderr=pipe, text=True, env=os.environ | {"TMPDIR": str(tmp_path)}
    ) as server:
        assert server.stdout is not None
        base_url = server.stdout.readline().strip()
        headers = {"Authorization": "Bearer dev"}
        answer = requests.get(f"{base_url}/api/v3/balance", headers=headers, timeout=10)
        assert answer.json()["data"] == {"balance": 100.0, "currency": "USD"}
        assert list(tmp_path.iterdir())
        server.send_signal(stop)
        assert server.communicate(timeout=20) == ("", "")
    assert server.returncode == 0
    assert not list(tmp_path.iterdir())


def test_past_the_waiting_line_it_says_no_in_words(call: Call, uploaded: str) -> None:
    inputs = {"images": [uploaded], "prompt": "pan right", "duration": 15}
    answers = [call("POST", ANIMATIC, json=inputs).json() for _ in range(PLACES + 1)]
    taken = [answer["data"]["id"] for answer in answers if answer["code"] == 200]
    refused = [answer for answer in answers if answer["code"] == 429]
    for task_id in taken:
        call("POST", f"predictions/{task_id}/cancel")
    assert (len(taken), len(refused)) == (PLACES, 1)
    assert "Try again in a minute" in refused[0]["message"]
    assert all(ended(call, task_id)["status"] == "cancelled" for task_id in taken)


def test_its_openapi_document_is_true(local_api: tuple[str, str]) -> None:
    """Generated calls, valid and not, to every operation: no fault, no undocumented answer."""
    import schemathesis  # heavy, and needed here alone
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi import checks

    conformance = [
        not_a_server_error,
        checks.status_code_conformance,
        checks.content_type_conformance,
        checks.response_schema_conformance,
    ]
    base_url, key = local_api
    schema = schemathesis.openapi.from_url(f"{base_url}/openapi.json")
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) >= 12
    for operation in operations:

        @settings(max_examples=10, deadline=None, database=None)
        @given(case=operation.as_strategy())
        def conforms(case: Any) -> None:
            headers = {"Authorization": f"Bearer {key}"}
            case.call_and_validate(base_url=base_url, headers=headers, checks=conformance)

        conforms()
