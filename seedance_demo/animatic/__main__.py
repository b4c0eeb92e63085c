"""Render an animatic from the command line; progress and the plan come out as lines of JSON.

On a terminal they are a bar and a list of the shots in words. Without images each shot is a slate
that says what it will show.
With --plan nothing is rendered: the plan comes out as one line, the same on every machine, with
the shares of its picture that each shot shows.
With --plan-in the shots are those of such a line, changed or not, and no prompt is read.
"""

import argparse
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import command_line
from . import worker

if TYPE_CHECKING:
    from .plan import Plan
    from .video.image import Planes

USUAL_SECONDS, MOST_SECONDS = 5, 60


def main() -> int:
    options = _options()
    worker.end_after(worker.LONGEST)
    # Each imports what it needs by itself: --help, a mistyped option and a plan come at once.
    return _plan(options) if options.plan else _film(options)


def _plan(options: argparse.Namespace) -> int:
    from .plan_json import PlanError

    try:
        plan = _directed(options)
        worker.say({"plan": asdict(plan)} | _seen(plan, options))
    except PlanError as error:
        return command_line.complain(str(error), command_line.ASKED_WRONGLY)
    return 0


def _seen(plan: "Plan", options: argparse.Namespace) -> dict[str, Any]:
    """How much each shot shows of its picture, null where it cannot be opened; without pictures
    nothing."""
    from .video.seen import Shapes, shape_of, shares

    if not options.images:
        return {}
    film = options.aspect[0] / options.aspect[1] if options.aspect else None
    shapes = Shapes(tuple(map(shape_of, options.images)), film)
    return {"seen": [each and each.rounded() for each in shares(plan, shapes)]}


def _film(options: argparse.Namespace) -> int:
    from .encode import FilmError
    from .plan_json import PlanError
    from .video.image import PictureError

    try:
        _render(options)
    except (PictureError, PlanError) as error:
        return command_line.complain(str(error), command_line.ASKED_WRONGLY)
    except FilmError as error:
        return command_line.complain(str(error))
    return 0


def _render(options: argparse.Namespace) -> None:
    from . import terminal
    from .film import shoot
    from .shot_list import not_shown

    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    plan = shoot(
        lambda: _directed(options),
        options.images,
        options.out,
        cache=options.cache,
        on_frame=worker.every(worker.BEAT, terminal.bar if on_terminal else _counted),
        aspect=options.aspect,
    )
    if on_terminal:
        terminal.tell(plan, options.out)
    else:
        worker.say({"plan": asdict(plan), "not_shown": not_shown(plan)})


def _counted(done: int, frames: int, farthest: "Planes") -> None:
    with suppress(OSError):  # who does not listen wants the film all the same
        worker.counted(done, frames, farthest)


def _directed(options: argparse.Namespace) -> "Plan":
    """The plan of the prompt, or the one that was handed in. Raises `PlanError`."""
    from .plan_json import read_plan
    from .prompt.director import direct

    pictures = len(options.images)
    if options.plan_in is None:
        text = _stdin() if options.prompt == "-" else options.prompt
        return direct(text, options.seconds or USUAL_SECONDS, pictures)
    return read_plan(_read(options.plan_in), options.seconds, pictures)


def _stdin(most: int = -1) -> str:
    return sys.stdin.buffer.read(most).decode(errors="replace")


def _read(file: str) -> str:
    """What is in a file of a plan, no more than it takes to see that it is too long."""
    from .plan_json import LONGEST, PlanError

    most = 4 * LONGEST  # bytes
    if file == "-":
        return _stdin(most)
    try:
        with Path(file).open("rb") as plan:
            return plan.read(most).decode(errors="replace")
    except OSError as error:
        raise PlanError(f"{file} cannot be read: {error.strerror}.") from None


def _options() -> argparse.Namespace:
    parser = command_line.Parser(prog="python -m seedance_demo.animatic", description=__doc__)
    parser.add_argument("images", nargs="*", type=Path, metavar="IMAGE")
    parser.add_argument("--prompt", help="the direction, or - to read it from stdin")
    parser.add_argument("--plan-in", metavar="FILE", help="shots as JSON instead, or - from stdin")
    parser.add_argument(
        "--seconds",
        type=command_line.whole(1, MOST_SECONDS),
        help=f"1 to {MOST_SECONDS}; else {USUAL_SECONDS}, or as long as the plan",
    )
    result = parser.add_mutually_exclusive_group()
    result.add_argument("--out", type=Path, help="the mp4 to write")
    result.add_argument("--plan", action="store_true", help="print the plan and render nothing")
    parser.add_argument(
        "--aspect", type=_aspect, help="of the film, such as 9:16; else the first picture's"
    )
    parser.add_argument("--cache", type=Path, help="folder that keeps what was learnt of pictures")
    options = parser.parse_args()
    if options.plan_in and options.prompt is not None:
        parser.error("this takes --prompt or --plan-in, not both")
    words = "plan_in" if options.plan_in else "prompt"
    needed = (words, "plan" if options.plan else "out")
    if missing := [name for name in needed if getattr(options, name) is None]:
        parser.error(f"this needs {' and '.join(missing)}")
    if options.out and (trouble := _trouble(options.out)):
        parser.error(trouble)
    return options


def _trouble(out: Path) -> str:
    """Why no film can have this name; "" where it can. Told before the work, not after it."""
    try:
        if out.is_dir():
            return f"{out} is a folder; --out takes the name of a file"
        if not out.parent.is_dir():
            return f"the folder {out.parent} does not exist"
        special = out.exists() and not out.is_file()
        return f"{out} is no file that could be replaced" if special else ""
    except OSError as error:
        return f"{out.name} cannot be the name of a file: {error.strerror}"


def _aspect(text: str) -> tuple[int, int]:
    try:
        width, height = map(int, text.split(":"))
        if width > 0 < height:
            return width, height
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text!r} is not a shape such as 16:9 or 9:16")


if __name__ == "__main__":
    command_line.run(main)
