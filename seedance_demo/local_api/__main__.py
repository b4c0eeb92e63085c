"""The local API alone: `python -m seedance_demo.local_api --port 8791 --key dev`."""

import logging
import secrets
import signal
import sys
import tempfile
from pathlib import Path

from ..catalog import GEN_2026_04, GENERATIONS
from ..command_line import Parser, run, whole
from ..errors import BadSetting
from .catalogue import read_models
from .server import listen, serve


def main() -> None:
    parser = Parser(prog="python -m seedance_demo.local_api", description=__doc__)
    parser.add_argument("--port", type=whole(0, 65_535), default=8791)
    parser.add_argument("--key", default="", help="the bearer key; made up and printed when absent")
    parser.add_argument(
        "--contract", choices=GENERATIONS, default=GEN_2026_04, help="generation of the inputs"
    )
    parser.add_argument(
        "--catalogue",
        type=Path,
        metavar="FILE",
        help="more models, as the provider's GET /api/v3/models lists them",
    )
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    try:
        models = read_models(options.contract, options.catalogue)
        listener, base_url = listen(options.port)
    except OSError as error:
        parser.exit(1, f"Port {options.port} cannot be used: {error.strerror}.\n")
    except BadSetting as error:
        parser.exit(1, f"{error}\n")
    key = options.key or secrets.token_urlsafe(16)
    print(base_url if options.key else f"{base_url}  key: {key}", flush=True)
    for stop in (signal.SIGINT, signal.SIGTERM):  # the server hands them on when it has closed
        signal.signal(stop, lambda *_: sys.exit())
    with tempfile.TemporaryDirectory(prefix="seedance-local-") as folder:
        serve(key, base_url, Path(folder), models).run([listener])


if __name__ == "__main__":
    run(main)
