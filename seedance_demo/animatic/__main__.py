"""Render an animatic from the command line; progress and the plan come out as lines of JSON.

Without images each shot is a slate that says what it will show.
With --plan nothing is rendered: the plan comes out as one line, the same on every machine.
With --learn it only looks at the images, so that a later render with the same --cache knows them.
"""

import argparse
import json
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

# Seconds; a film takes some of them. One that hangs must not hold up the line of renders for ever,
# nor outlive the page.
LONGEST = 900


def main() -> int:
    options = _options()
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, LONGEST)  # the signal's own way is to end the process
    # Each imports what it needs by itself: --help, a mistyped option and a plan come at once.
    if options.plan:
        return _plan(options)
    return _with_images(options)


def _plan(options: argparse.Namespace) -> int:
    from .prompt.director import direct

    _say({"plan": asdict(direct(_prompt(options), options.seconds, len(options.images)))})
    return 0


def _with_images(options: argparse.Namespace) -> int:
    from .video.image import PictureError

    try:
        if options.learn:
            _learn(options.images, options.cache)
        else:
            _render(options)
    except PictureError as error:
        print(json.dumps({"error": str(error)}), file=sys.stderr)
        return 2
    return 0


def _learn(images: list[Path], cache: Path) -> None:
    if hasattr(os, "nice"):
        os.nice(10)  # nobody waits for this
    from .video.depth import analyse

    for image in images:
        analyse(image, cache)


def _render(options: argparse.Namespace) -> None:
    from .film import render
    from .shot_list import not_shown

    plan = render(
        options.images,
        _prompt(options),
        options.seconds,
        options.out,
        cache=options.cache,
        on_frame=_throttled(),
        aspect=options.aspect,
    )
    _say({"plan": asdict(plan), "not_shown": not_shown(plan)})


def _prompt(options: argparse.Namespace) -> str:
    text: str = options.prompt
    return sys.stdin.buffer.read().decode(errors="replace") if text == "-" else text


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m seedance_demo.animatic", description=__doc__)
    parser.add_argument("images", nargs="*", type=Path, metavar="IMAGE")
    parser.add_argument("--prompt", help="the direction, or - to read it from stdin")
    parser.add_argument("--seconds", type=int, default=5)
    result = parser.add_mutually_exclusive_group()
    result.add_argument("--out", type=Path, help="the mp4 to write")
    result.add_argument("--plan", action="store_true", help="print the plan and render nothing")
    parser.add_argument(
        "--aspect", type=_aspect, help="of the film, such as 9:16; else the first picture's"
    )
    parser.add_argument("--cache", type=Path, help="folder that keeps what was learnt of pictures")
    parser.add_argument("--learn", action="store_true", help="only look at the pictures")
    options = parser.parse_args()
    needed = ("images", "cache") if options.learn else ("prompt", "plan" if options.plan else "out")
    if missing := [name for name in needed if getattr(options, name) in (None, [])]:
        parser.error(f"this needs {' and '.join(missing)}")
    return options


def _aspect(text: str) -> tuple[int, int]:
    width, height = map(int, text.split(":"))
    if width < 1 or height < 1:
        raise ValueError(text)
    return width, height


def _throttled() -> Callable[[int, int], None]:
    last = 0.0

    def report(frame: int, frames: int) -> None:
        nonlocal last
        if frame == frames or time.monotonic() - last > 0.1:
            last = time.monotonic()
            _say({"frame": frame, "frames": frames})

    return report


def _say(line: dict[str, object]) -> None:
    """In ASCII, because the output may go to a terminal of any encoding."""
    print(json.dumps(line), flush=True)


if __name__ == "__main__":
    sys.exit(main())
