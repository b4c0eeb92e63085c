"""What can be done with a job, by how it stands."""

from pathlib import Path
from typing import Any

import gradio as gr
import pytest

from seedance_demo.catalog import ANIMATIC
from seedance_demo.config import Settings
from seedance_demo.ledger import Phase
from seedance_demo.orders.quotes import Quotes
from seedance_demo.ui.result import JobActions, build_result

from ..faults.provider import MODEL

ENDED = {Phase.COMPLETED, Phase.FAILED}
ERROR = {"code": "needs_key", "message": "Enter the key"}


@pytest.fixture(scope="module")
def actions() -> JobActions:
    with gr.Blocks():
        return build_result().actions


def offered(actions: JobActions, **details: Any) -> list[str]:
    changed = actions.offered(Quotes(Settings(data_dir=Path())), details)
    names = {component: name for name, component in vars(actions).items()}
    assert set(changed) == set(names), "each button is told"
    return [names[button] for button, told in changed.items() if told.constructor_args["visible"]]


@pytest.mark.parametrize("phase", Phase)
def test_a_paid_job(actions: JobActions, phase: Phase) -> None:
    told: dict[str, Any] = {"phase": phase, "model": MODEL, "duration": 5}
    going = ["notify", "stop", "animatic"]
    expected = {
        Phase.COMPLETED: ["longer", "animatic", "delete"],
        Phase.FAILED: [],
    }.get(phase, going)
    assert offered(actions, **told) == expected
    if phase not in ENDED:
        assert offered(actions, **told, error=ERROR) == ["again", "animatic"]


@pytest.mark.parametrize(
    ("details", "buttons"),
    [
        ({}, []),
        ({"phase": "completed", "model": MODEL, "duration": 15}, ["animatic", "delete"]),
        ({"phase": "completed", "model": MODEL, "duration": 0}, ["delete"]),
        ({"phase": "completed", "model": ANIMATIC, "duration": 5}, ["longer", "delete"]),
        ({"phase": "completed", "model": "sora", "duration": 5}, ["delete"]),
        (
            {"phase": "completed", "model": MODEL, "duration": 15, "nsfw": True},
            ["animatic", "uncover", "delete"],
        ),
        ({"phase": "processing", "model": ANIMATIC, "duration": 5}, ["notify", "stop"]),
    ],
)
def test_other_jobs(actions: JobActions, details: dict[str, Any], buttons: list[str]) -> None:
    assert offered(actions, **details) == buttons


@pytest.mark.parametrize(
    ("phase", "label"),
    [("processing", "Watch its animatic meanwhile"), ("completed", "Its animatic")],
)
def test_buttons_say_what_they_do(actions: JobActions, phase: str, label: str) -> None:
    details = {"phase": phase, "model": MODEL, "duration": 5}
    changed = actions.offered(Quotes(Settings(data_dir=Path())), details)
    assert changed[actions.animatic].constructor_args["value"] == label
    assert changed[actions.longer].constructor_args["value"] == "Same brief, 15 s"
