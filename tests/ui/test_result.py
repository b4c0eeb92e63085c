"""What can be done with a job that runs, by how it stands."""

from typing import Any

import gradio as gr
import pytest

from seedance_demo.catalog import ANIMATIC
from seedance_demo.ledger import Phase
from seedance_demo.ui.result import JobActions, build_result

from ..faults.provider import MODEL

ENDED = {Phase.COMPLETED, Phase.FAILED}
ERROR = {"code": "needs_key", "message": "Enter the key"}


@pytest.fixture(scope="module")
def actions() -> JobActions:
    with gr.Blocks():
        return build_result().actions


def offered(actions: JobActions, **details: Any) -> list[str]:
    changed = actions.offered(details)
    names = {component: name for name, component in vars(actions).items()}
    assert set(changed) == set(names), "each button is told"
    return [names[button] for button, told in changed.items() if told.constructor_args["visible"]]


@pytest.mark.parametrize("phase", Phase)
def test_a_paid_job(actions: JobActions, phase: Phase) -> None:
    told: dict[str, Any] = {"phase": phase, "model": MODEL, "duration": 5}
    going = ["notify", "stop", "animatic"]
    expected = {
        Phase.COMPLETED: [],
        Phase.FAILED: [],
    }.get(phase, going)
    assert offered(actions, **told) == expected
    if phase not in ENDED:
        assert offered(actions, **told, error=ERROR) == ["again", "animatic"]


@pytest.mark.parametrize(
    ("details", "buttons"),
    [
        ({}, []),
        ({"phase": "completed", "model": MODEL, "duration": 15}, []),
        ({"phase": "completed", "model": MODEL, "duration": 0}, []),
        ({"phase": "completed", "model": ANIMATIC, "duration": 5}, []),
        ({"phase": "completed", "model": "sora", "duration": 5}, []),
        (
            {"phase": "completed", "model": MODEL, "duration": 15, "nsfw": True},
            ["uncover"],
        ),
        ({"phase": "processing", "model": ANIMATIC, "duration": 5}, ["notify", "stop"]),
    ],
)
def test_other_jobs(actions: JobActions, details: dict[str, Any], buttons: list[str]) -> None:
    assert offered(actions, **details) == buttons
