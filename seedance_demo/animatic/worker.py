"""Carries out orders one after the other, so that none waits for the imports.

    python -m seedance_demo.animatic.worker

An order is a line of JSON on stdin:

    {"images": [...], "ends": false, "prompt": ..., "plan": "", "seconds": 5, "aspect": [9, 16],
     "out": ..., "cache": ...}
    {"learn": image, "cache": ...}

With `ends` the film begins on the first of the images and ends on the last. `plan` is the shots as
JSON, instead of those of the prompt; `aspect` may be null. What becomes of it comes out as lines of
JSON on stdout, with a small JPEG in base64 now and then, and an end of either kind:

    {"begun": true}
    {"frame": 12, "frames": 120}
    {"still": ...}
    {"done": true}
    {"error": "A sentence for the visitor."}

Anything else that goes wrong ends the process: nobody knows what state it would be in. So does the
end of its stdin.
"""

import json
import signal
import sys
import time
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .encode import Progress
    from .plan import Plan
    from .video.image import Planes

# Seconds; a film takes some of them. One that hangs must not hold up the line of renders for ever,
# nor outlive the page.
LONGEST, LONGEST_LOOK = 900, 60
BEAT, STILLS = 0.1, 1.0  # seconds from one word about the progress to the next


def main() -> None:
    from . import film  # noqa: F401  # while nobody waits
    from .prompt import director  # noqa: F401

    for line in sys.stdin.buffer:
        carry_out(json.loads(line))


def carry_out(order: dict[str, Any]) -> None:
    """Render or learn, and say how it ended."""
    from .encode import FilmError
    from .plan_json import PlanError
    from .video.image import PictureError

    say({"begun": True})
    looks = "learn" in order
    end_after(LONGEST_LOOK if looks else LONGEST)
    try:
        _learn(order) if looks else _render(order)
        say({"done": True})
    except (PictureError, PlanError, FilmError) as error:
        say({"error": str(error)})
    end_after(0)


def _learn(order: dict[str, Any]) -> None:
    from .video.depth import analyse

    analyse(Path(order["learn"]), Path(order["cache"]))


def _render(order: dict[str, Any]) -> None:
    from .film import shoot

    count, show = every(BEAT, counted), every(STILLS, _shown)

    def tell(done: int, frames: int, farthest: "Planes") -> None:
        count(done, frames, farthest)
        show(done, frames, farthest)

    shoot(
        lambda: _directed(order),
        [Path(image) for image in order["images"]],
        Path(order["out"]),
        cache=Path(order["cache"]),
        on_frame=tell,
        aspect=order["aspect"],
    )


def _directed(order: dict[str, Any]) -> "Plan":
    from .plan_json import read_plan
    from .prompt.director import direct

    words = order["seconds"], len(order["images"])
    if order["plan"]:
        return read_plan(order["plan"], *words)
    return direct(order["prompt"], *words, ends=order["ends"])


def every(seconds: float, tell: "Progress") -> "Progress":
    """Tells of the first frame, of the last, and between them once in so many seconds."""
    next_time = 0.0

    def paced(done: int, frames: int, farthest: "Planes") -> None:
        nonlocal next_time
        if done == frames or time.monotonic() >= next_time:
            next_time = time.monotonic() + seconds
            tell(done, frames, farthest)

    return paced


def counted(done: int, frames: int, _: "Planes") -> None:
    """Say how many frames of how many are done."""
    say({"frame": done, "frames": frames})


def _shown(_: int, __: int, farthest: "Planes") -> None:
    from .video.image import jpeg

    say({"still": b64encode(jpeg(farthest)).decode()})


def say(line: dict[str, object]) -> None:
    """In ASCII, because the output may go to a terminal of any encoding."""
    print(json.dumps(line), flush=True)


def end_after(seconds: float) -> None:
    """End the process after so many seconds, the signal's own way; after 0, not at all."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


if __name__ == "__main__":
    main()
