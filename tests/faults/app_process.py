"""The paid path of the app as a process of its own, to be killed.

It does what app.py does: the ledger is opened, what an earlier process left is picked up, and then
a visitor presses. It ends by itself when no job is live any more.
"""

import time
from contextlib import suppress
from pathlib import Path

from .life import press, studio_for
from .provider import Provider


def run(base_url: str, folder: str, prompts: list[str]) -> None:
    studio = studio_for(Provider(b"", base_url=base_url), Path(folder))
    studio.pick_up()
    for prompt in prompts:
        press(studio, prompt)
    jobs = studio.ledger.of_visitor("anna")
    with suppress(KeyboardInterrupt):
        while any((seen := studio.snapshot(job.id)) and seen.live for job in jobs):
            time.sleep(0.005)
