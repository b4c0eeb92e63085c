"""The paid path of the app as a process of its own, to be killed.

It does what app.py does: the ledger is opened, what an earlier process left is picked up, and then
a visitor presses. It ends by itself when no job is live any more.
"""

import signal
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from seedance_demo.jobs.left_behind import pick_up
from seedance_demo.ledger import copies

from .life import QUICK, press, runner_for
from .provider import Provider

# Longer than a test waits for the end, which must not wait for an answer.
TIMING = replace(QUICK, deadline=60, http=replace(QUICK.http, ask=60, submit=60, send_file=60))


def run(base_url: str, folder: str, prompts: list[str], disk: str = "", clips: int = 1) -> None:
    """`disk` is the container's own, where the folder is a bucket's mount; `clips` are made of
    each prompt."""
    # A suite that was started in the background of a shell inherits that Ctrl-C is ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    copies.PAUSE = 0.02  # lives are short here
    provider, own_disk = Provider(b"", base_url=base_url), Path(disk) if disk else None
    runner = runner_for(provider, Path(folder), TIMING, own_disk)
    pick_up(runner)
    for prompt in prompts:
        press(runner, prompt, clips=clips)
    jobs = runner.ledger.of_visitor("anna")
    with suppress(KeyboardInterrupt):
        while any((seen := runner.snapshot(job.id)) and seen.live for job in jobs):
            time.sleep(0.005)
    runner.ledger.close()
