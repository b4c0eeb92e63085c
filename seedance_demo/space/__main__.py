"""Publishes this app as a Hugging Face Space, and brings one up to date.

With --dry-run it says what it would do and asks nobody. The token is the one of `hf auth login`.
"""

import argparse
import logging
import os
import sys
from collections.abc import Sequence

from huggingface_hub import HfApi, get_session

from ..command_line import Parser, run
from ..errors import SeedanceError
from .building import Pace, wait
from .failures import in_words
from .files import Files, collect
from .publish import MOUNT, publish
from .readme import README, as_published, check
from .wish import KEY, Wish, make_wish

ANSWER_WITHIN = 120.0  # seconds; the client itself would wait for ever


def main(arguments: Sequence[str] | None = None, pace: Pace | None = None) -> None:
    options = _options(arguments)
    try:
        wish, files = _prepare(options)
    except SeedanceError as error:
        sys.exit(str(error))
    _tell_all(wish, files)
    if options.dry_run:
        print("A dry run: nobody was asked, nothing was sent.")
        return
    try:
        logging.getLogger("huggingface_hub").setLevel(logging.ERROR)  # its words, in place of ours
        get_session().timeout = ANSWER_WITHIN
        api = HfApi()
        print(wait(wish, publish(wish, files, api, _tell), api, _tell, pace or Pace()))
    except KeyboardInterrupt:
        sys.exit("\nStopped here. What was done so far stays; run it again to go on.")
    except Exception as error:
        sys.exit(_with_request_id(in_words(error, wish)))


def _prepare(options: argparse.Namespace) -> tuple[Wish, Files]:
    """All that is needed of this machine. Raises `BadSetting`."""
    wish = make_wish(
        options.space,
        os.environ,
        visibility=options.visibility,
        with_key=options.with_key,
        budget=options.budget,
        clips=options.clips,
        sign_in=options.sign_in,
        bucket=options.bucket,
        hardware=options.hardware,
    )
    files = collect()
    check(files[README].decode(), files["requirements.txt"].decode())
    return wish, files | {README: as_published(files[README].decode(), wish)}


def _tell_all(wish: Wish, files: Files) -> None:
    for name, content in files.items():
        print(f"{len(content):>9,}  {name}")
    size = sum(map(len, files.values()))
    print(f"{size:>9,}  bytes in {len(files)} files, to the Space {wish.space}")
    asked = {
        "visibility": wish.visibility,
        "hardware": wish.hardware,
        "secret": KEY if wish.key else "",
        "variables": ", ".join(f"{name}={value}" for name, value in wish.variables.items()),
        "sign-in": "with a Hugging Face account" if wish.sign_in else "",
        f"bucket at {MOUNT}": wish.bucket,
    }
    for what, value in asked.items():
        if value:
            print(f"{what}: {value}")
    if wish.key and "SEEDANCE_DAILY_BUDGET" not in wish.variables:
        _tell("Everybody who signs in spends your key without an end, unless you give --budget.")


def _tell(line: str) -> None:
    print(line, flush=True)


def _with_request_id(error: SeedanceError) -> str:
    return f"{error} (request {error.request_id})" if error.request_id else str(error)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = Parser(prog="python -m seedance_demo.space", description=__doc__)
    parser.add_argument("space", metavar="OWNER/NAME")
    parser.add_argument("--dry-run", action="store_true", help="list what would be sent")
    seen = parser.add_mutually_exclusive_group()
    for name, whom in (
        ("private", "only you see it"),
        ("protected", "everybody uses the page, only you see its files"),
    ):
        seen.add_argument(
            f"--{name}", dest="visibility", action="store_const", const=name, default="", help=whom
        )
    parser.add_argument(
        "--with-key", action="store_true", help=f"put {KEY} into its secrets; wants a limit"
    )
    parser.add_argument("--budget", default="", help="US dollars your key pays in any 24 hours")
    parser.add_argument("--clips", default="", help="clips it pays in 24 hours for one visitor")
    parser.add_argument(
        "--sign-in", action="store_true", help="offer to sign in; only then it pays"
    )
    parser.add_argument(
        "--bucket",
        nargs="?",
        const="",
        metavar="NAME",
        help="keep the ledger, pictures and clips in a private bucket, NAME-data by default",
    )
    parser.add_argument("--hardware", default="", metavar="NAME", help="cpu-upgrade, for example")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    run(main)
