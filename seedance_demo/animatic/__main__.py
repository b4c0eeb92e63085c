"""Render an animatic from the command line; progress and the plan come out as lines of JSON."""

import argparse
import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path


def main() -> int:
    options = _options()
    # Imported here so that --help and a mistyped option answer at once.
    from .film import render
    from .picture.still import PictureError

    prompt = sys.stdin.read() if options.prompt == "-" else options.prompt
    try:
        plan = render(
            options.images,
            prompt,
            options.seconds,
            options.out,
            cache=options.cache,
            on_frame=_throttled(),
        )
    except PictureError as error:
        print(json.dumps({"error": str(error)}), file=sys.stderr)
        return 2
    _say({"plan": asdict(plan)})
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m seedance_demo.animatic", description=__doc__)
    parser.add_argument("images", nargs="*", type=Path, metavar="IMAGE")
    parser.add_argument("--prompt", required=True, help="the direction, or - to read it from stdin")
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--out", type=Path, required=True, help="the mp4 to write")
    parser.add_argument("--cache", type=Path, help="folder that keeps what was learnt of pictures")
    return parser.parse_args()


def _throttled() -> Callable[[int, int], None]:
    last = 0.0

    def report(frame: int, frames: int) -> None:
        nonlocal last
        if frame == frames or time.monotonic() - last > 0.1:
            last = time.monotonic()
            _say({"frame": frame, "frames": frames})

    return report


def _say(line: dict[str, object]) -> None:
    print(json.dumps(line, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    sys.exit(main())
