"""What is uploaded, and nothing else, started as a Space starts it.

SPACE_PYTHON is an interpreter with what a Space installs. Without one it is this one's, and the
film is made of words alone: the other tests make it of pictures with the same libraries.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import requests

from seedance_demo.catalog import ANIMATIC
from seedance_demo.space.files import collect
from seedance_demo.space.readme import README, as_published
from seedance_demo.space.wish import make_wish

from ..apps import free_port
from ..decoded import seconds_of
from ..raw_api import RawApi, picture
from ..waiting import until

TEXT_MODEL = "bytedance/seedance-2.0/text-to-video"
OTHER_PYTHON = os.getenv("SPACE_PYTHON")
# As its container has them, and as Gradio reads them; a duplicate keeps variables and no secrets.
CONTAINER = {
    "SYSTEM": "spaces",
    "SPACE_ID": "ben/film",
    "SPACE_AUTHOR_NAME": "ben",
    "SPACE_REPO_NAME": "film",
    "SPACE_HOST": "ben-film.hf.space",
    "GRADIO_SSR_MODE": "True",
    "GRADIO_CACHE_EXAMPLES": "true",
    "GRADIO_ANALYTICS_ENABLED": "False",
    "GRADIO_MCP_SERVER": "True",
    "GRADIO_SERVER_NAME": "0.0.0.0",  # noqa: S104  # a Space's own proxy is in front
    "SEEDANCE_DAILY_BUDGET": "6",
}


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("space") / "app"
    files = collect()
    files[README] = as_published(files[README].decode(), make_wish("anna/film", {}))
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    return root


@pytest.fixture(scope="module")
def space(tree: Path) -> Iterator[RawApi]:
    """A duplicate of the Space, just started."""
    url = f"http://127.0.0.1:{(port := free_port())}"
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    ways = {"GRADIO_SERVER_PORT": str(port), "GRADIO_TEMP_DIR": str(tree.parent / "gradio")}
    with (tree.parent / "log").open("wb") as log:
        process = subprocess.Popen(
            [OTHER_PYTHON or sys.executable, "app.py"],
            cwd=tree,
            env=kept | CONTAINER | ways,
            stdout=log,
            stderr=log,
        )
    try:
        until(lambda: _answers(url, process, tree.parent / "log"))
        yield RawApi(url)
    finally:
        process.terminate()
        process.wait(20)


def _answers(url: str, process: "subprocess.Popen[bytes]", log: Path) -> bool:
    assert process.poll() is None, log.read_text("utf-8")
    with suppress(requests.ConnectionError):
        return requests.get(url, timeout=5).ok
    return False


def test_a_duplicate_makes_a_clip_and_asks_its_owner_for_a_key(
    space: RawApi, tree: Path, cup: Path
) -> None:
    pictures = picture(space.upload(cup)) if OTHER_PYTHON else []
    made = space.call("generate", [pictures, "Push in.", 4, ANIMATIC, ""])
    assert made.values, made
    (clip,) = (tree / "outputs" / "clips").glob("[!.]*.mp4")
    assert seconds_of(clip) == pytest.approx(4, abs=1 / 24)
    assert space.get(f"file={made.values[0]['path']}").content == clip.read_bytes()

    refused = space.call("generate", [[], "Push in.", 5, TEXT_MODEL, ""])
    assert refused.code == "not_allowed"
    assert "Enter yours" in refused.status
    assert "put WAVESPEED_API_KEY" in (tree.parent / "log").read_text("utf-8")


def test_agents_find_its_two_tools_and_no_event_of_the_page(space: RawApi) -> None:
    asked = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    headers = {"Accept": "application/json, text/event-stream"}
    answer = requests.post(f"{space.url}/gradio_api/mcp/", json=asked, headers=headers, timeout=60)
    tools = json.loads(answer.text.split("data: ", 1)[1])["result"]["tools"]
    assert [each["name"] for each in tools] == ["make_clip", "look_at_clip"]


def test_what_a_stranger_asks_a_space_for_is_closed(space: RawApi, tree: Path) -> None:
    for way in ("monitoring", "runs", f"file={tree / 'outputs' / 'ledger.sqlite'}"):
        assert space.get(way).status_code in (403, 404), way
    assert "SEEDANCE" not in space.session.get(space.url, timeout=60).text
