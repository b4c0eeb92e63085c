"""`/generate` and `/job`, as programs get them."""

import base64
import inspect
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from gradio.processing_utils import save_file_to_cache
from gradio.utils import get_upload_folder

from seedance_demo.catalog import ANIMATIC

from ...faults import provider as does
from ...faults.life import decodes
from ...faults.provider import KEY, MODEL, Provider
from ..headless import Headless


def gallery(*paths: Path) -> list[dict[str, Any]]:
    here = [save_file_to_cache(path, get_upload_folder()) for path in paths]
    return [{"image": {"path": each, "meta": {"_type": "gradio.FileData"}}} for each in here]


def test_the_public_form_is_what_it_was(home: Headless) -> None:
    """Programs rely on it: names, order, and what comes back."""
    info = home.demo.get_api_info()
    assert info
    endpoints = info["named_endpoints"]
    assert {
        name: [p["parameter_name"] for p in e["parameters"]] for name, e in endpoints.items()
    } == {
        "/generate": ["images", "prompt", "duration", "model", "api_key", "plan"],
        "/job": ["job"],
    }
    assert [p["component"] for p in endpoints["/generate"]["parameters"]] == [
        "Gallery",
        "Textbox",
        "Number",
        "Textbox",
        "Textbox",
        "Textbox",
    ]
    for endpoint in endpoints.values():
        returned = [(each["label"], each["component"]) for each in endpoint["returns"]]
        assert returned == [("Clip", "Video"), ("Status", "Html"), ("Details", "Json")]
    assert endpoints["/generate"]["description"].startswith("Make a clip from 1 to 4 pictures")


def test_generate_tells_how_it_goes_until_the_clip_is_there(
    home: Headless, provider: Provider, cup: Path, astronaut: Path
) -> None:
    provider.polls = 3
    told = home.call("generate", gallery(cup, astronaut), "Pan left", 10, MODEL, "")
    phases = [details["phase"] for _, _, details in told if details]
    assert phases == sorted(phases, key=list(dict.fromkeys(phases)).index)
    video, status, details = told[-1]
    assert decodes(Path(video["path"]))
    assert "$2.40 charged" in status
    assert list(details) == [
        "job",
        "request_id",
        "phase",
        "model",
        "duration",
        "price_usd",
        "inference_ms",
        "clip",
        "error",
    ]
    assert (details["phase"], details["duration"], details["model"]) == ("completed", 10, MODEL)
    assert home.call("job", details["job"])[-1] == [video, status, details]


@pytest.mark.parametrize(
    ("asked", "sentence", "code"),
    [
        ({"images": None}, "Add at least one picture", "bad_brief"),
        ({"prompt": ""}, "Write what should happen", "bad_brief"),
        ({"duration": 7}, "makes clips of 5, 10 or 15 seconds", "bad_brief"),
        ({"model": "sora<b>"}, "There is no model called “sora&lt;b&gt;” here", "bad_brief"),
        ({"api_key": "wrong"}, "does not accept this key", "bad_key"),
    ],
)
def test_what_will_not_do_gets_a_sentence_and_the_same_details(
    home: Headless, provider: Provider, cup: Path, asked: dict[str, Any], sentence: str, code: str
) -> None:
    usual = {"images": gallery(cup), "prompt": "a", "duration": 5, "model": MODEL, "api_key": ""}
    *_, (video, status, details) = home.call("generate", *(usual | asked).values())
    assert video is None
    assert sentence in status
    assert (details["error"]["code"], details["phase"]) == (code, "failed")
    assert not provider.tasks


def test_a_key_of_their_own_pays(
    opened: Callable[..., Headless], provider: Provider, cup: Path
) -> None:
    page = opened(public=True, api_key="")
    for given, header in ((KEY, ""), ("", KEY)):
        page.headers["x-wavespeed-key"] = header
        *_, (_, _, details) = page.call("generate", gallery(cup), f"by {given}", 5, MODEL, given)
        assert details["phase"] == "completed"
    assert provider.count("submit") == 2


def test_an_animatic_says_what_only_the_model_can_show(home: Headless, cup: Path) -> None:
    asked = "Pan left. The woman smiles and waves <b>", 5, ANIMATIC, ""
    *_, (_, status, details) = home.call("generate", gallery(cup), *asked)
    assert "not made by Seedance" in status
    assert any("smiles" in each for each in details["not_animated"])
    assert "<b>" not in status


PLAN: dict[str, Any] = {
    "seconds": 5,
    "shots": [{"start": 0, "end": 5, "image": 0, "moves": ["tilt up"], "not_animated": ["dances"]}],
}


def test_an_animatic_takes_its_shots_from_a_plan(
    home: Headless, provider: Provider, cup: Path
) -> None:
    asked = gallery(cup), "Pan left. She smiles", 5, ANIMATIC, ""
    sent: list[Any] = []
    for plan in (PLAN, json.dumps(PLAN, indent=1), {"plan": PLAN}, None, ""):
        *_, (_, _, details) = home.call("generate", *asked, plan)
        assert (details["phase"], details["price_usd"]) == ("completed", 0)
        job = home.ledger.job(details["job"])
        assert job
        sent.append((job.fingerprint, job.body.get("plan"), details["not_animated"]))
    assert sent[0] == sent[1] == sent[2]
    assert json.loads(sent[0][1])["shots"][0]["moves"] == ["tilt up"]
    assert sent[0][2] == ["dances"]
    assert sent[3] == sent[4] != sent[0]
    assert (sent[3][1], sent[3][2]) == (None, ["smiles"])
    bodies = [json.loads(seen.body) for seen in provider.seen if seen.step == "submit"]
    assert [body.get("plan") for body in bodies] == [plan for _, plan, _ in sent]


PLANS: list[tuple[str, object, str]] = [
    (MODEL, PLAN, "Only the animatic takes a plan. Seedance 2.0 reads the prompt"),
    (MODEL, "x", "Only the animatic takes a plan"),
    (MODEL, {}, "Only the animatic takes a plan"),
    (ANIMATIC, "x", "The plan is not JSON that can be read"),
    (ANIMATIC, [], "The plan has to be an object"),
    (ANIMATIC, 7, "The plan has to be an object"),
    (ANIMATIC, False, "The plan has to be an object"),
    (ANIMATIC, {}, "The plan lacks “seconds”"),
    (ANIMATIC, PLAN | {"seconds": 10}, "The plan is for 10 s, and 5 s were asked for"),
    (ANIMATIC, PLAN | {"pictures": 2}, "The plan is for 2 pictures, and 1 came with it"),
    (ANIMATIC, PLAN | {"<b>": 2}, "The plan has “&lt;b&gt;”, which is not known here"),
]


def test_a_plan_that_will_not_do_gets_a_sentence_and_makes_nothing(
    home: Headless, provider: Provider, cup: Path
) -> None:
    for model, plan, sentence in PLANS:
        *_, (video, status, details) = home.call("generate", gallery(cup), "a", 5, model, "", plan)
        assert video is None, sentence
        assert sentence in status
        assert (details["error"]["code"], details["price_usd"]) == ("bad_brief", 0), sentence
        assert not provider.tasks, sentence


def test_a_job_there_is_not(home: Headless) -> None:
    assert home.call("job", "nobody") == [[None, "There is no such job here.", {}]]


def test_an_error_of_the_provider_is_text(home: Headless, provider: Provider, cup: Path) -> None:
    failed = does.task_says(status="failed", error="<img src=x>", outputs=[])
    provider.misbehave("poll", failed)
    *_, (_, status, details) = home.call("generate", gallery(cup), "a", 5, MODEL, "")
    assert "<img" not in status
    assert details["error"]["code"] == "failed"


def test_handlers_are_generators(home: Headless) -> None:
    """The first yield carries the job; `/generate` with `queue=False` would show nothing else."""
    for fn in home.demo.fns.values():
        if fn.api_name in ("generate", "job") or fn.name == "submit":
            assert inspect.isasyncgenfunction(fn.fn)
            assert fn.queue is not False


def meta(path: str) -> dict[str, Any]:
    """A file as Gradio's clients send it."""
    return {"path": path, "meta": {"_type": "gradio.FileData"}}


def inline(path: Path) -> str:
    return "data:image/jpeg;base64," + base64.b64encode(path.read_bytes()).decode()


# An image as programs send it, from its path in the upload folder.
ONE_IMAGE: dict[str, Callable[[str], Any]] = {
    "a list of files": lambda path: [meta(path)],
    "a file": meta,
    "a path": lambda path: path,
    "a list of paths": lambda path: [path],
    "pairs": lambda path: [[meta(path), None]],
    "pairs of paths": lambda path: [[path, "a cup"]],
    "a gallery of paths": lambda path: [{"image": path, "caption": "a cup"}],
    "a file without a mark": lambda path: [{"path": path, "orig_name": None}],
    "no path but an address": lambda path: [{"path": None, "url": inline(Path(path))}],
    "a data URL": lambda path: inline(Path(path)),
    "a list of data URLs": lambda path: [inline(Path(path))],
}


def test_an_image_is_understood_in_whatever_form_it_comes(
    home: Headless, provider: Provider, cup: Path, tmp_path: Path
) -> None:
    blob = tmp_path / "blob"  # as a browser calls what has no name
    blob.write_bytes(cup.read_bytes())
    path = save_file_to_cache(blob, get_upload_folder())
    for form, sent in ONE_IMAGE.items():
        *_, (_, status, details) = home.call("generate", sent(path), form, 5, MODEL, "")
        assert details["phase"] == "completed", f"{form}: {status}"
    assert provider.count("submit") == len(ONE_IMAGE)


FORM = "Send images as a list of files: [handle_file(path)]"
FIELD = {"meta": {"_type": "gradio.FileData"}}
NOT_FETCHED = "Picture 1 could not be fetched from its address"
GIF = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
# What is sent, and how the answer to it begins.
ODD: list[tuple[str, list[Any], str]] = [
    ("images", [7, [7], [None], [[]], [{}], {"files": ["a"]}, [{"image": FIELD}]], FORM),
    ("images", ["/etc/hostname", [meta("/etc/hostname")], [[[["a"]]]], "a\0b", "cup.jpg"], FORM),
    ("images", ["data:image/png;base64,iVBORw0KGgo*"], "Picture 1 is damaged"),
    ("images", [GIF, [[GIF, "x"]]], "Picture 1 is not a JPEG, PNG or WebP picture"),
    ("images", [[meta("http://127.0.0.1:9/a.jpg")], "https://[::1]/a.jpg"], NOT_FETCHED),
    ("images", ["ftp://a/b.jpg"], FORM),
    ("images", [None, [], "", {}], "Add at least one picture"),
    ("duration", [None, True, "five", "5 minutes", [5], {}], "Give the duration as a number"),
    ("duration", [5.4, float("nan"), "٥", -5, 10**30, "1e1"], "Give the duration as a number"),
    ("duration", ["7s", 0, 15.0 + 1], "makes clips of 5, 10 or 15 seconds"),
    ("model", [None, 7, ["a"], {}, True], "Name the model as a text"),
    ("model", ["", "sora", "Local/Animatic"], "There is no model called"),
    ("prompt", [None, "", 0, []], "Write what should happen"),
    ("prompt", [7, True, ["push in"], {"a": 1}], "Write the prompt as a text"),
    ("api_key", [7, True, ["wsk"], {"key": "wsk"}], "Send your key as a text"),
]


def test_what_is_not_understood_gets_a_sentence_and_costs_nothing(
    home: Headless, provider: Provider, cup: Path
) -> None:
    usual = {"images": gallery(cup), "prompt": "a", "duration": 5, "model": MODEL, "api_key": ""}
    for name, odd, sentence in ((name, odd, says) for name, values, says in ODD for odd in values):
        *_, (video, status, details) = home.call("generate", *(usual | {name: odd}).values())
        assert video is None, odd
        assert sentence in status, odd
        assert (details["phase"], details["price_usd"]) == ("failed", 0), odd
        assert (type(details["duration"]), type(details["model"])) == (int, str), odd
        assert not provider.tasks, odd


def test_a_duration_is_understood_in_whatever_form_it_comes(home: Headless, cup: Path) -> None:
    for seconds in (5, 5.0, "5", "5.0", "5s", " 5 sec ", "5 Seconds"):
        asked = gallery(cup), f"as {seconds!r}", seconds, MODEL, ""
        *_, (_, _, details) = home.call("generate", *asked)
        assert (details["phase"], details["duration"]) == ("completed", 5)


def test_what_is_left_out_is_not_paid(home: Headless, cup: Path) -> None:
    """Also where the page would offer a paid model at first."""
    assert home["model"] == MODEL
    *_, (_, status, _) = home.call("generate", gallery(cup))
    assert "Write what should happen" in status
    first, *_, (_, _, last) = home.call("generate", None, "Push in")
    assert first[2]["job"] == last["job"]
    assert (last["duration"], last["model"], last["price_usd"]) == (5, ANIMATIC, 0)
    for odd in ([], ["a"], {"job": "a"}, 7, None):
        assert home.call("job", odd) == [[None, "There is no such job here.", {}]]
