"""One process draws film after film, and whatever becomes of it ends one of them at most."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import requests

from seedance_demo.catalog import ANIMATIC
from seedance_demo.local_api import renderers as under_test

from ..waiting import until
from .children import about, is_zombie, needs_proc, renderers, threads
from .conftest import Ask, Send

pytestmark = needs_proc


@pytest.fixture(autouse=True)
def _one_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_test, "AT_ONCE", 1)


def begun(ask: Ask, seconds: int = 5, **inputs: Any) -> str:
    asked = {"prompt": "pan right", "duration": seconds} | inputs
    return str(ask("POST", ANIMATIC, json=asked)["id"])


def told(ask: Ask, task_id: str, wait: float = 0) -> Any:
    """Within less than `wait` when there is something new: the connection breaks off before."""
    path = f"predictions/{task_id}/result"
    return ask("GET", path, params={"wait": wait}, timeout=45)


def ended(ask: Ask, task_id: str) -> Any:
    def over() -> Any:
        now = told(ask, task_id, 60)
        return None if now["status"] in ("created", "processing") else now

    return until(over)


def film(ask: Ask, **inputs: Any) -> Any:
    return ended(ask, begun(ask, **inputs))


def test_a_picture_warms_one_that_draws_film_after_film(
    ask: Ask, send: Send, cup: Path, mine: Any
) -> None:
    picture = send(cup.read_bytes())
    warm = until(mine)
    assert len(warm) == 1
    for _ in range(2):
        assert film(ask, images=[picture])["status"] == "completed"
        assert mine() == warm


def test_one_that_is_not_asked_any_more_ends(
    ask: Ask, mine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_test, "IDLE", 0.05)
    assert film(ask)["status"] == "completed"
    until(lambda: not mine())
    assert film(ask)["status"] == "completed"


def test_one_that_has_drawn_enough_is_relieved(
    ask: Ask, mine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_test, "MOST_ORDERS", 1)
    first = begun(ask)
    old = until(mine)
    assert ended(ask, first)["status"] == "completed"
    until(lambda: not old & mine())
    new = until(mine)
    assert film(ask)["status"] == "completed"
    until(lambda: not new & mine())


@pytest.mark.parametrize("asleep", [True, False])
def test_a_crash_fails_its_clip_alone(ask: Ask, mine: Any, asleep: bool) -> None:
    if asleep:
        film(ask)
    else:
        crashed = begun(ask, 15)
        until(lambda: told(ask, crashed)["frames"])
    (renderer,) = mine()
    os.kill(renderer, signal.SIGKILL)
    if not asleep:
        data = ended(ask, crashed)
        assert (data["status"], data["code"]) == ("failed", 1405)
        assert "stopped unexpectedly" in data["error"]
    assert film(ask)["status"] == "completed"
    assert not any(map(is_zombie, mine()))


def test_a_stopped_film_ends_its_renderer_and_another_is_warm(ask: Ask, mine: Any) -> None:
    stopped = begun(ask, 15)
    until(lambda: told(ask, stopped)["frames"])
    (renderer,) = mine()
    ask("POST", f"predictions/{stopped}/cancel")
    assert ended(ask, stopped)["status"] == "cancelled"
    until(lambda: renderer not in mine() and len(mine()) == 1)


def test_a_picture_that_cannot_be_read_costs_no_renderer(ask: Ask, mine: Any) -> None:
    begun_with = film(ask)["status"], mine()
    failed = film(ask, images=["data:image/png;base64,bm8gcGljdHVyZQ=="])
    assert failed["error"] == "image is not a picture that can be read."
    assert ("completed", mine()) == begun_with


def test_it_does_not_inherit_keys(ask: Ask, mine: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAVESPEED_API_KEY", "wsk-canary")
    film(ask)
    (renderer,) = mine()
    assert b"PYTHONPATH" in about(renderer, "environ")
    assert b"wsk-canary" not in about(renderer, "environ")


def test_the_end_and_what_is_to_be_seen_are_told_at_once(ask: Ask) -> None:
    film(ask)
    task_id = begun(ask)
    shown = until(lambda: told(ask, task_id, 60)["frames"])
    assert shown["still"].startswith("/9j/")
    assert shown["done"] < shown["total"]
    data = ended(ask, task_id)
    assert (data["status"], data["frames"]["still"]) == ("completed", "")


def test_it_ends_with_the_process_that_asked() -> None:
    command = [sys.executable, "-m", "seedance_demo.local_api", "--port", "0", "--key", "dev"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        base_url = server.stdout.readline().strip()
        inputs, key = {"prompt": "pan right", "duration": 15}, {"Authorization": "Bearer dev"}
        requests.post(f"{base_url}/api/v3/{ANIMATIC}", json=inputs, headers=key, timeout=30)
        (renderer,) = until(lambda: renderers(threads(server.pid)))
        server.kill()
    until(lambda: not about(renderer, "cmdline"))


NOISE = """
import os, threading, time
def hum():
    while True:
        os.write(2, b"{1}\\nlibx: half a line")
        time.sleep(0.02)
threading.Thread(target=hum, daemon=True).start()
"""


def test_what_a_library_says_is_no_answer(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does half a line of it hide one."""
    (tmp_path / "sitecustomize.py").write_text(NOISE)
    kept = under_test.environment()
    noisy = kept | {"PYTHONPATH": os.pathsep.join((str(tmp_path), kept["PYTHONPATH"]))}
    monkeypatch.setattr(under_test, "environment", lambda: noisy)
    assert film(ask)["status"] == "completed"
