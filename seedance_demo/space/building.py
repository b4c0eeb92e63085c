"""Waits while a Space is built and started, and tells what went wrong from its own log."""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from huggingface_hub import HfApi, SpaceRuntime

from ..errors import NotPublished
from .failures import NETWORK
from .publish import Published, Tell
from .wish import Wish

RUNNING = "RUNNING"
STAGES = {
    "BUILDING": "It is being built: a few minutes.",
    "RUNNING_BUILDING": "It is being built; until then the one before it runs.",
    "APP_STARTING": "It is built, and starts.",
    "RUNNING_APP_STARTING": "It is built, and starts; until then the one before it runs.",
}
ENDS = {
    "NO_APP_FILE": "has no app.py",
    "CONFIG_ERROR": "cannot be built as its README says",
    "BUILD_ERROR": "could not be built",
    "RUNTIME_ERROR": "was built and does not run",
    "DELETING": "is being deleted",
    "STOPPED": "is stopped",
    "PAUSED": "is paused",
}
BY_HAND = {"STOPPED", "PAUSED"}  # somebody's wish, and no failure that a log explains
ASLEEP = "SLEEPING"
LOG_LINES = 30
# What gradio's hot reload says on every Space with Python 3.12, and what means nothing.
_NOISE = re.compile(
    r"Exception ignored in: <function BaseEventLoop\.__del__.*\n"
    r"(?:(?!Exception ignored).*\n){0,20}?.*Invalid file descriptor: -1.*\n"
    r"|.*GRADIO_HOT_RELOAD.*\n"
)


@dataclass(frozen=True)
class Pace:
    """Seconds between looks, for how long at most, and after which an old stage is believed."""

    look: float = 3.0
    longest: float = 40 * 60
    settled: float = 60.0
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], float] = time.monotonic


def wait(wish: Wish, published: Published, api: HfApi, tell: Tell, pace: Pace) -> str:
    """Until it runs; what to tell then. Raises `NotPublished` when it will not."""
    for stage, runtime in _new_stages(wish, published, api, pace):
        if stage == RUNNING:
            return f"It runs at {_address(wish, runtime)}"
        if stage == ASLEEP:
            return f"It sleeps until somebody opens {_address(wish, runtime)}"
        if stage in BY_HAND:
            raise NotPublished(f"{wish.space} {ENDS[stage]}. Start it at {wish.settings_page}.")
        if stage in ENDS:
            raise NotPublished(_why(wish, stage, runtime, api))
        tell(STAGES.get(stage, f"Hugging Face says: {stage}."))
    raise NotPublished(
        f"{wish.space} is not ready after {pace.longest / 60:.0f} minutes. It may still come: "
        f"{wish.page}?logs=build"
    )


def _new_stages(
    wish: Wish, published: Published, api: HfApi, pace: Pace
) -> Iterator[tuple[str, SpaceRuntime]]:
    """Each stage once. At first it is the one from before: an end is believed when the new commit
    is known there, when something was seen to happen, or after a while."""
    begun, last, moved = pace.now(), "", not published.changed
    while pace.now() - begun < pace.longest:
        runtime = api.get_space_runtime(wish.space)
        stage = str(getattr(runtime.stage, "value", runtime.stage))
        moved |= stage in STAGES or pace.now() - begun > pace.settled
        moved |= bool(published.commit) and runtime.raw.get("sha") == published.commit
        if stage != last and (moved or stage not in {RUNNING, ASLEEP, *ENDS}):
            yield stage, runtime
            last = stage
        pace.sleep(pace.look)


def _address(wish: Wish, runtime: SpaceRuntime) -> str:
    """Of the page itself: inside huggingface.co some browsers forbid it to keep anything."""
    domains = runtime.raw.get("domains") or [{}]
    return f"https://{domains[0].get('domain') or wish.domain}"


def _why(wish: Wish, stage: str, runtime: SpaceRuntime, api: HfApi) -> str:
    """A line, what its log said last, and where all of it is."""
    building = stage != "RUNTIME_ERROR"
    message = str(runtime.raw.get("errorMessage") or "").strip()
    where = f"Its log is at {wish.page}?logs={'build' if building else 'container'}"
    first = f"{wish.space} {ENDS[stage]}{f': {message}' if message else '.'}"
    return "\n".join((first, *_last_lines(wish, api, building=building), where))


def _last_lines(wish: Wish, api: HfApi, *, building: bool) -> list[str]:
    try:
        told = "\n".join(each.rstrip() for each in api.fetch_space_logs(wish.space, build=building))
    except NETWORK:  # the address of the log is told all the same
        return []
    return [line for line in _NOISE.sub("", f"{told}\n").splitlines() if line.strip()][-LOG_LINES:]
