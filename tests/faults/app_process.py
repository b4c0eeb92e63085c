"""The paid path of the app as a process of its own, to be killed.

It does what app.py does: the ledger is opened, what an earlier process left is picked up, and then
a visitor presses. It ends by itself when no job is live any more.
"""

import signal
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from .life import QUICK, press, runner_for
from .provider import Provider

# Longer than a test waits for the end, which must not wait for an answer.
TIMING = replace(QUICK, deadline=60, http=replace(QUICK.http, ask=60, submit=60, send_file=60))


def run(base_url: str, folder: str, prompts: list[str]) -> None:
    # A suite that was started in the background of a shell inherits that Ctrl-C is ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    runner = runner_for(Provider(b"", base_url=base_url), Path(folder), TIMING)
    runner.pick_up()
    for prompt in prompts:
        press(runner, prompt)
    jobs = runner.ledger.of_visitor("anna")
    with suppress(KeyboardInterrupt):
        while any((seen := runner.snapshot(job.id)) and seen.live for job in jobs):
            time.sleep(0.005)
