"""The app without its page: `python -m seedance_demo.worker`, beside others at one database.

It goes on with the jobs of processes that live no more, and draws animatics with the others.
"""

import logging
import os
import sys
import threading

from .command_line import Parser, run
from .config.settings import forget_secrets, read_settings
from .errors import BadSetting, SeedanceError
from .jobs import storage
from .jobs.left_behind import pick_up
from .jobs.neighbours import work_together
from .jobs.runner import JobRunner
from .ledger import Ledger
from .local_api.server import LocalApi
from .wavespeed import road


def main() -> None:
    Parser(prog="python -m seedance_demo.worker", description=__doc__).parse_args()
    logging.basicConfig(format="%(asctime)s %(message)s")
    logging.getLogger("seedance_demo").setLevel(logging.INFO)
    os.environ.update(road.environment(os.environ))
    try:
        runner = _started()
    except SeedanceError as error:
        sys.exit(str(error))
    print("* Working beside the other processes at this database; Ctrl-C ends it", flush=True)
    try:
        threading.Event().wait()
    finally:  # the others need not wait until it is missed
        runner.ledger.close()


def _started() -> JobRunner:
    settings = read_settings()
    forget_secrets()
    if not settings.database:
        raise BadSetting(
            "A worker needs SEEDANCE_DATABASE: it shares the ledger of other processes."
        )
    ledger = Ledger(settings.ledger)
    runner = JobRunner(settings, ledger, LocalApi(settings.work).endpoint)
    pick_up(runner)
    work_together(runner)
    storage.keep_clean(ledger, settings)
    return runner


if __name__ == "__main__":
    run(main)
