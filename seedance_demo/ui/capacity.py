"""How many may wait on the page at once.

Gradio answers nobody once all of its slots are held, or once the process can open no more files; so
those who only watch are fewer than both.
"""

import gc
import sys
from contextlib import suppress
from typing import Any

import gradio as gr

resource: Any = None
with suppress(ImportError):  # there is none on Windows
    import resource

SLOTS = 1500  # of Gradio's: each event holds one while it runs, and a watch runs for minutes
THREADS = 64  # of Gradio's: not 40, which is Starlette's own pool, and slow calls would freeze it
SHORT_EVENTS = 200  # slots for presses and what comes with them
OTHER_FILES = 250  # for requests that are no watch, for jobs and the ledger
ASKED, TOLD = 0.01, 1.0  # seconds between two looks for events, and for their progress
GIVES_WAY = 0.0005  # seconds, a tenth of the usual
NEW_OBJECTS = 5000  # between two looks of the collector, seven times the usual


def open_more_files() -> None:
    """Raise the soft limit of open files to what the system allows: Debian gives 1,024."""
    if resource:
        _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        with suppress(OSError, ValueError):  # macOS allows less than it says
            resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def most_watches() -> int:
    """How many pages may follow a job at the same time."""
    files = resource.getrlimit(resource.RLIMIT_NOFILE)[0] if resource else 0
    room = files - OTHER_FILES if files > 0 else SLOTS  # no limit, or none that is known
    return max(1, min(SLOTS - SHORT_EVENTS, room))


def bound_threads(page: gr.Blocks) -> None:
    """Once the page is launched: Gradio takes its slots for a number of threads as well."""
    limiter: Any = page.limiter
    limiter.total_tokens = THREADS


def rest_when_free(page: gr.Blocks) -> None:
    """Before the page is launched. Gradio looks a thousand times a second whether somebody asked
    for something, and a hundred times at all slots for a progress that nothing here tells: half of
    what an idle app costs."""
    queue = page._queue
    queue.sleep_when_free, queue.progress_update_sleep_when_free = ASKED, TOLD


def keep_answering() -> None:
    """Once the page is built. The loop that answers shares the interpreter with threads: each that
    computes makes it wait for as long as it need not give way, and the collector's look at
    everything for 0.15 s, beside a thousand watches for half a second. So threads give way sooner;
    what was built is not looked at any more, and the rest more rarely."""
    sys.setswitchinterval(GIVES_WAY)
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, 10, 10)
