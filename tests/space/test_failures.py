"""Whatever goes wrong while publishing is one sentence that says what to do."""

import pytest
from huggingface_hub import constants
from starlette.responses import JSONResponse

from seedance_demo.space.files import collect

from .conftest import Publish
from .hub import OWNER, READER, UP, Hub, Space, said

NAME = f"{OWNER}/film"
CREATE, COMMIT = "POST /api/repos/create", f"POST /api/spaces/{NAME}/commit/main"
WHO, KEY = "GET /api/whoami-v2", "wsk-canary-of-the-owner"


@pytest.fixture(autouse=True)
def _few_files_by_lfs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "HF_HUB_DISABLE_XET", True)
    few = ("README.md", "requirements.txt", "app.py", "seedance_demo/examples/boat-1.jpg")
    files = {name: content for name, content in collect().items() if name in few}
    monkeypatch.setattr("seedance_demo.space.__main__.collect", lambda: files)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["film"], "cannot be the name of a Space"),
        (["anna/film!"], "cannot be the name of a Space"),
        (["anna/film/more"], "cannot be the name of a Space"),
        ([NAME, "--bucket", "a b"], "cannot be the name of a bucket"),
        ([NAME, "--with-key", "--budget", "6"], "from WAVESPEED_API_KEY, which is not set"),
        ([NAME, "--budget", "six"], "amount in US dollars"),
        ([NAME, "--clips", "many"], "a whole number"),
    ],
)
def test_what_makes_no_sense_is_said_before_any_request(
    hub: Hub, publish: Publish, options: list[str], sentence: str
) -> None:
    assert sentence in publish(*options)
    assert hub.seen == []


def test_a_key_wants_a_limit(hub: Hub, publish: Publish, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAVESPEED_API_KEY", KEY)
    assert "--budget 6" in publish(NAME, "--with-key")
    assert hub.seen == []
    assert "without an end" in publish(NAME, "--with-key", "--sign-in", "--dry-run")


@pytest.mark.parametrize(
    ("token", "name", "sentence"),
    [
        ("", NAME, "hf auth login"),
        ("hf_wrong", NAME, "does not accept this token"),
        (READER, NAME, "the token has the right to write"),
        ("hf_writes", "google/film", "may not do that in google"),
    ],
)
def test_who_may_not_is_told_what_is_missing(
    hub: Hub,
    publish: Publish,
    monkeypatch: pytest.MonkeyPatch,
    token: str,
    name: str,
    sentence: str,
) -> None:
    monkeypatch.setenv("HF_TOKEN", token)
    told = publish(name)
    assert sentence in told.splitlines()[-1]
    assert not hub.spaces
    assert "Traceback" not in told
    assert not token or token not in told


@pytest.mark.parametrize(
    ("where", "answer", "sentence"),
    [
        (CREATE, said(402, "Subscribe to PRO"), "(Subscribe to PRO). A Space with Gradio"),
        (CREATE, JSONResponse({"error": "x", "url": "y"}, 409), f"The name {NAME} is taken"),
        (CREATE, said(400, "Invalid hardware"), "Hugging Face refused: Invalid hardware"),
        (CREATE, said(400, f"bad secret {KEY}"), "bad secret (the key)"),
        (WHO, said(429, "slow down"), "no more requests for the moment (slow down)"),
        (WHO, JSONResponse(["odd"]), "answered with something unexpected"),
        (COMMIT, said(503, ""), "has a fault of its own"),
        (COMMIT, said(403, "no right to push"), "(no right to push)"),
        (COMMIT, JSONResponse({}), "answered with something unexpected"),
        ("POST /api/validate-yaml", JSONResponse({"errors": [{"message": "bad sdk"}]}, 400), "bad"),
    ],
)
def test_what_the_hub_refuses_is_a_sentence(
    hub: Hub,
    publish: Publish,
    monkeypatch: pytest.MonkeyPatch,
    where: str,
    answer: JSONResponse,
    sentence: str,
) -> None:
    monkeypatch.setenv("WAVESPEED_API_KEY", KEY)
    hub.refuse[where] = answer
    told = publish(NAME, "--with-key", "--budget", "6")
    assert sentence in told.splitlines()[-1]
    assert KEY not in told
    if "x-request-id" in answer.headers:
        assert told.endswith("(request Root=1-abc)")


def test_a_network_that_is_gone_is_a_sentence(
    publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(constants, "ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setenv("HF_TOKEN", "hf_any")
    assert "cannot be reached" in publish(NAME).splitlines()[-1]


def test_an_upload_that_breaks_is_a_sentence(hub: Hub, publish: Publish) -> None:
    hub.refuse[f"POST /spaces/{NAME}.git/info/lfs/objects/batch"] = said(403, "over the quota")
    assert "(over the quota)" in publish(NAME).splitlines()[-1]
    assert hub.spaces[NAME].commits == 0


def test_another_app_of_that_name_stays_as_it_is(hub: Hub, publish: Publish) -> None:
    hub.spaces[NAME] = Space("public", {"app.py": "another"})
    assert "another app in it" in publish(NAME)
    assert hub.spaces[NAME].commits == 0


def test_a_bucket_that_everybody_can_read_is_not_used(hub: Hub, publish: Publish) -> None:
    hub.buckets[f"{NAME}-data"] = False
    assert "is public: everybody could read the ledger" in publish(NAME, "--bucket")
    assert not hub.spaces


def test_another_bucket_at_the_same_place_is_not_replaced(hub: Hub, publish: Publish) -> None:
    publish(NAME, "--bucket")
    told = publish(NAME, "--bucket", "another")
    assert f"{NAME}-data is mounted at /data already" in told
    assert len(hub.spaces[NAME].volumes) == 1


NOISE = [
    "Exception ignored in: <function BaseEventLoop.__del__ at 0x7f>\n",
    "Traceback (most recent call last):\n",
    '  File "/usr/local/lib/python3.12/asyncio/base_events.py", line 732, in __del__\n',
    "    self.close()\n",
    "ValueError: Invalid file descriptor: -1\n",
    "GRADIO_HOT_RELOAD: Launching demo not found in __main__\n",
]
FAULT = ["Traceback (most recent call last):\n", "    main()\n", "ImportError: no av\n"]


@pytest.mark.parametrize(
    ("stage", "kind", "sentence"),
    [
        ("BUILD_ERROR", "build", "could not be built: out of luck"),
        ("CONFIG_ERROR", "build", "as its README says"),
        ("NO_APP_FILE", "build", "has no app.py"),
        ("RUNTIME_ERROR", "run", "does not run: out of luck"),
    ],
)
def test_a_space_that_does_not_run_shows_the_end_of_the_right_log(
    hub: Hub, publish: Publish, stage: str, kind: str, sentence: str
) -> None:
    lines = [f"line {n}\n" for n in range(60)]
    logs = {"build": ["the build\n"], "run": ["the run\n"]} | {kind: [*lines, *NOISE, *FAULT]}
    hub.spaces[NAME] = Space("public", logs=logs, message="out of luck")
    hub.stages = (*UP[:2], stage)
    told = publish(NAME)
    assert sentence in told
    shown = told[told.index(sentence) :].splitlines()
    assert shown[1:-1] == "".join([*lines, *FAULT]).splitlines()[-30:]
    assert "logs=" in shown[-1]


@pytest.mark.parametrize(
    ("stages", "sentence"),
    [
        ((*UP[:2], "SLEEPING"), "sleeps until somebody opens"),
        ((*UP[:2], "PAUSED"), "is paused. Start it at"),
        ((*UP[:2], "A_STAGE_OF_NEXT_YEAR"), "is not ready after"),
        (("RUNNING",), "It runs at"),
    ],
)
def test_any_other_stage_is_told_and_none_is_taken_for_running(
    hub: Hub, publish: Publish, stages: tuple[str, ...], sentence: str
) -> None:
    hub.stages = stages
    assert sentence in publish(NAME)
