"""Nobody who waits is cut off by the short calls of others."""

from typing import Any

import pytest
from gradio.queueing import AsyncQueue  # type: ignore[attr-defined]

from seedance_demo.ui import sessions
from seedance_demo.ui.sessions import Sessions


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "REMEMBERED", 5)


def queue() -> Any:
    return AsyncQueue()


@pytest.mark.usefixtures("few")
def test_who_waits_is_remembered_however_many_come_and_go() -> None:
    waiting = {"anna": {"event"}, "ben": {"event"}}
    known = Sessions(waiting)
    known["anna"], known["ben"] = queue(), queue()
    for n in range(50):
        known[f"short call {n}"] = queue()
    assert {"anna", "ben", "short call 49"} <= set(known)
    assert len(known) == 5
    waiting["anna"] = set()  # answered
    for n in range(6):
        known[f"again {n}"] = queue()
    assert "anna" not in known
    assert "ben" in known


@pytest.mark.usefixtures("few")
def test_a_session_that_comes_again_forgets_nobody() -> None:
    known = Sessions({})
    for name in "abcde" * 3:
        known[name] = queue()
    assert set(known) == set("abcde")


@pytest.mark.usefixtures("few")
def test_when_all_wait_all_are_remembered_up_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "MOST", 9)
    known = Sessions({f"{n}": {"event"} for n in range(30)})
    for n in range(30):
        known[f"{n}"] = queue()
    assert len(known) == 9
