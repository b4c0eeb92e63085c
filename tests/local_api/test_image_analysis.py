"""Pictures are looked at when they arrive, over real HTTP, and nothing they do harms the rest."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import requests

from seedance_demo.catalog import ANIMATIC
from seedance_demo.local_api.server import LocalApi

from ..waiting import until

Ask = Callable[..., Any]


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """The data of an answer from a local API whose cache is tmp_path/cache."""
    base_url, key = LocalApi(tmp_path).endpoint()

    def ask(method: str, path: str, **content: Any) -> Any:
        headers = {"Authorization": f"Bearer {key}"}
        url = f"{base_url}/api/v3/{path}"
        answer = requests.request(method, url, headers=headers, timeout=30, **content)
        return answer.json()["data"]

    return ask


def send(ask: Ask, content: bytes) -> str:
    """Upload as a form; the file's URL."""
    files = {"file": ("picture.jpg", content)}
    return str(ask("POST", "media/upload/binary", files=files)["download_url"])


def learnt(folder: Path, count: int) -> list[Path]:
    """What is in the cache, once there is so much."""

    def found() -> list[Path]:
        kept = list((folder / "cache").glob("*.npz"))
        return kept if len(kept) >= count else []

    return until(found)


def test_an_upload_is_learnt_without_any_render(
    ask: Ask, cup: Path, astronaut: Path, tmp_path: Path
) -> None:
    values = {"filename": "cup.jpg", "size": 1, "content_type": "image/jpeg"}
    slot = ask("POST", "media/uploads", json=values)["upload"]
    requests.put(slot["url"], cup.read_bytes(), headers=slot["headers"], timeout=10)
    send(ask, astronaut.read_bytes())
    assert len(learnt(tmp_path, 2)) == 2


def test_a_render_finds_what_was_learnt(ask: Ask, cup: Path, tmp_path: Path) -> None:
    url = send(ask, cup.read_bytes())
    (before,) = learnt(tmp_path, 1)
    written = before.stat().st_mtime_ns
    task = ask("POST", ANIMATIC, json={"images": [url], "prompt": "pan left", "duration": 5})
    until(lambda: ask("GET", f"predictions/{task['id']}/result")["status"] == "completed")
    assert [path.stat().st_mtime_ns for path in learnt(tmp_path, 1)] == [written]


def test_a_picture_that_comes_again_is_not_looked_at_again(
    ask: Ask, cup: Path, astronaut: Path, tmp_path: Path
) -> None:
    send(ask, cup.read_bytes())
    (first,) = learnt(tmp_path, 1)
    first.unlink()
    for picture in (cup, astronaut):
        send(ask, picture.read_bytes())
    assert learnt(tmp_path, 1) != [first]


def test_what_is_no_picture_holds_nothing_up(ask: Ask, cup: Path, tmp_path: Path) -> None:
    for content in (b"", b"<html>", cup.read_bytes()[:2000]):
        send(ask, content)
    send(ask, cup.read_bytes())
    learnt(tmp_path, 1)
    assert ask("GET", "balance")["balance"] == 100


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks at other processes")
def test_a_crash_holds_nothing_up(ask: Ask, cup: Path, astronaut: Path, tmp_path: Path) -> None:
    send(ask, cup.read_bytes())
    analysis = until(lambda: processes(tmp_path))
    os.kill(analysis[0], signal.SIGKILL)
    send(ask, astronaut.read_bytes())
    learnt(tmp_path, 1)


def processes(folder: Path) -> list[int]:
    """Process ids of those that learn for the cache of this folder."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            command = (place / "cmdline").read_bytes()
        except OSError:
            continue
        if b"--learn" in command and os.fsencode(folder) in command:
            found.append(int(place.name))
    return found
