"""Pictures are looked at when they arrive, over real HTTP, and nothing they do harms the rest."""

import os
import signal
from pathlib import Path
from typing import Any

import requests

from seedance_demo.catalog import ANIMATIC

from ..waiting import until
from .children import needs_proc
from .conftest import Ask, Send


def learnt(folder: Path, count: int) -> list[Path]:
    """What is in the cache, once there is so much."""

    def found() -> list[Path]:
        kept = list((folder / "cache").glob("*.npz"))
        return kept if len(kept) >= count else []

    return until(found)


def test_an_upload_is_learnt_without_any_render(
    ask: Ask, send: Send, cup: Path, astronaut: Path, tmp_path: Path
) -> None:
    values = {"filename": "cup.jpg", "size": 1, "content_type": "image/jpeg"}
    slot = ask("POST", "media/uploads", json=values)["upload"]
    requests.put(slot["url"], cup.read_bytes(), headers=slot["headers"], timeout=10)
    send(astronaut.read_bytes())
    assert len(learnt(tmp_path, 2)) == 2


def test_a_render_finds_what_was_learnt(ask: Ask, send: Send, cup: Path, tmp_path: Path) -> None:
    url = send(cup.read_bytes())
    (before,) = learnt(tmp_path, 1)
    written = before.stat().st_mtime_ns
    task = ask("POST", ANIMATIC, json={"images": [url], "prompt": "pan left", "duration": 5})
    until(lambda: ask("GET", f"predictions/{task['id']}/result")["status"] == "completed")
    assert [path.stat().st_mtime_ns for path in learnt(tmp_path, 1)] == [written]


def test_a_picture_that_comes_again_is_not_looked_at_again(
    send: Send, cup: Path, astronaut: Path, tmp_path: Path
) -> None:
    send(cup.read_bytes())
    (first,) = learnt(tmp_path, 1)
    first.unlink()
    for picture in (cup, astronaut):
        send(picture.read_bytes())
    assert learnt(tmp_path, 1) != [first]


def test_what_is_no_picture_holds_nothing_up(
    ask: Ask, send: Send, cup: Path, tmp_path: Path
) -> None:
    for content in (b"", b"<html>", cup.read_bytes()[:2000]):
        send(content)
    send(cup.read_bytes())
    learnt(tmp_path, 1)
    assert ask("GET", "balance")["balance"] == 100


@needs_proc
def test_a_crash_holds_nothing_up(
    send: Send, mine: Any, cup: Path, astronaut: Path, tmp_path: Path
) -> None:
    send(cup.read_bytes())
    (analysis,) = until(mine)
    os.kill(analysis, signal.SIGKILL)
    send(astronaut.read_bytes())
    learnt(tmp_path, 1)
