"""Who watches never takes the last slot of Gradio's, nor the last open file."""

import asyncio
import gc
import resource
import sys
from collections.abc import Callable, Coroutine, Iterator

import gradio as gr
import pytest

from seedance_demo.ui import capacity

from ..faults.life import awaited


@pytest.fixture(autouse=True)
def limits() -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, before)


@pytest.mark.parametrize(("files", "watches"), [(1024, 774), (600, 350), (4096, 1300)])
def test_watches_leave_files_and_slots_for_everything_else(files: int, watches: int) -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if 0 < hard < files:
        pytest.skip("this process may not open so many")
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, hard))
    assert capacity.most_watches() == watches < capacity.SLOTS


def test_the_soft_limit_is_raised_to_what_is_allowed() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (600, hard))
    capacity.open_more_files()
    assert resource.getrlimit(resource.RLIMIT_NOFILE) == (hard, hard)


def test_an_idle_page_looks_for_events_a_hundred_times_a_second_and_once_for_progress(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with gr.Blocks() as page:
        pass
    queue = page.queue()._queue
    capacity.rest_when_free(page)
    idle: list[asyncio.Task[None] | None] = []
    rests: list[float] = []
    real_sleep = asyncio.sleep

    async def sleep(seconds: float) -> None:
        if asyncio.current_task() in idle:
            rests.append(seconds)
            queue.stopped = len(rests) % 3 == 0
        else:  # a job or a page of another test
            await real_sleep(seconds)

    async def run(loop: Callable[[], Coroutine[None, None, None]]) -> None:
        idle.append(asyncio.current_task())
        queue.stopped = False
        await loop()

    monkeypatch.setattr(asyncio, "sleep", sleep)
    awaited(run(queue.start_processing))
    awaited(run(queue.start_progress_updates))
    assert rests == [0.01] * 3 + [1] * 3


def test_what_was_built_is_not_looked_at_again_and_threads_give_way_sooner() -> None:
    before = sys.getswitchinterval(), gc.get_threshold()
    try:
        capacity.keep_answering()
        assert gc.get_freeze_count() > 0
        assert gc.isenabled()
        assert sys.getswitchinterval() < before[0]
    finally:
        gc.unfreeze()
        gc.set_threshold(*before[1])
        sys.setswitchinterval(before[0])
