"""Render an animatic from the command line; progress and the plan come out as lines of JSON.

Without images each shot is a slate that says what it will show.
With --plan nothing is rendered: the plan comes out as one line, the same on every machine.
"""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from . import worker


def main() -> int:
    options = _options()
    worker.end_after(worker.LONGEST)
    # Each imports what it needs by itself: --help, a mistyped option and a plan come at once.
    return _plan(options) if options.plan else _film(options)


def _plan(options: argparse.Namespace) -> int:
    from .prompt.director import direct

    worker.say({"plan": asdict(direct(_prompt(options), options.seconds, len(options.images)))})
    return 0


def _film(options: argparse.Namespace) -> int:
    from .video.image import PictureError

    try:
        _render(options)
    except PictureError as error:
        print(json.dumps({"error": str(error)}), file=sys.stderr)
        return 2
    return 0


def _render(options: argparse.Namespace) -> None:
    from .film import render
    from .shot_list import not_shown

    plan = render(
        options.images,
        _prompt(options),
        options.seconds,
        options.out,
        cache=options.cache,
        on_frame=worker.every(worker.BEAT, worker.counted),
        aspect=options.aspect,
    )
    worker.say({"plan": asdict(plan), "not_shown": not_shown(plan)})


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
    options = parser.parse_args()
    needed = ("prompt", "plan" if options.plan else "out")
    if missing := [name for name in needed if getattr(options, name) is None]:
        parser.error(f"this needs {' and '.join(missing)}")
    return options


def _aspect(text: str) -> tuple[int, int]:
    width, height = map(int, text.split(":"))
    if width < 1 or height < 1:
        raise ValueError(text)
    return width, height


if __name__ == "__main__":
    sys.exit(main())
