"""A signed-in publisher, and the Hub that it talks to."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from huggingface_hub import constants

from seedance_demo.space.__main__ import main
from seedance_demo.space.building import Pace

from .hub import WRITER, Hub, serving

Publish = Callable[
    ..., str
]  # takes options; gives what was printed, and the sentence it ended with


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    with serving(Hub(tmp_path / "cas")) as running:
        monkeypatch.setattr(constants, "ENDPOINT", running.url)
        monkeypatch.setenv("HF_TOKEN", WRITER)
        yield running


@pytest.fixture
def publish(capsys: pytest.CaptureFixture[str]) -> Publish:
    """`python -m seedance_demo.space` in this process, with a clock that runs by itself."""
    clock = iter(range(10**6))
    pace = Pace(look=0, longest=60, settled=20, sleep=lambda _: None, now=lambda: next(clock))

    def run(*options: str) -> str:
        end = ""
        try:
            main(options, pace)
        except SystemExit as left:
            end = str(left)
        return capsys.readouterr().out + end

    return run
