"""How long after its start the app answers with its first page, beside an empty Gradio app.

    python -m tests.benchmarks.start [--rounds 7]

Both are started in turn, each in a process of its own: one Textbox and one Button, and `app.py`
with an empty data folder.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import requests

from tests.apps import ROOT, free_port

EMPTY = """
import sys
import gradio as gr
with gr.Blocks(analytics_enabled=False) as page:
    gr.Textbox()
    gr.Button()
page.launch(server_port=int(sys.argv[1]), quiet=True)
"""


def seconds_to_page(command: list[str], port: int, folder: str) -> float:
    """From the start of the process to the end of the answer to `GET /`."""
    env = os.environ | {"SEEDANCE_DATA_DIR": folder, "GRADIO_ANALYTICS_ENABLED": "False"}
    begun = time.monotonic()
    with (
        (Path(folder) / "log").open("wb") as log,
        subprocess.Popen(command, env=env, stdout=log, stderr=log) as process,
    ):
        try:
            while process.poll() is None:
                with suppress(requests.ConnectionError):
                    requests.get(f"http://127.0.0.1:{port}", timeout=60).raise_for_status()
                    return time.monotonic() - begun
                time.sleep(0.01)
        finally:
            process.kill()
        raise SystemExit(f"{command} ended by itself")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    times: dict[str, list[float]] = {"empty": [], "app": []}
    for _ in range(rounds + 1):  # the first of each fills the system's caches
        for name, given in (("empty", ["-c", EMPTY]), ("app", [str(ROOT / "app.py"), "--port"])):
            port = free_port()
            command = [sys.executable, *given, str(port)]
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
                times[name].append(seconds_to_page(command, port, folder))
    for name, taken in times.items():
        taken.pop(0)
        middle, low, high = statistics.median(taken), min(taken), max(taken)
        print(f"{name:6} median {middle:.2f} s ({low:.2f} to {high:.2f})")
    print(f"{statistics.median(times['app']) / statistics.median(times['empty']):.2f}x")


if __name__ == "__main__":
    main()
