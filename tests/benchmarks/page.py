"""How heavy the page is, and how soon it can be used, against an empty Gradio page.

    python -m tests.benchmarks.page [--rounds 5]

The empty page is one Textbox and one Button with Gradio's defaults. Both are opened in turn, each
time by a browser that has nothing cached. Weight is the bytes that came over the wire; films and
pictures have a line of their own. A page can be used when its textbox and its button stand and the
browser's main thread is free: no task longer than 50 ms has run for half a second (Google's
definition of time to interactive, with a shorter window).
"""

import argparse
import statistics
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import gradio as gr
from playwright.sync_api import Browser, sync_playwright

from tests.apps import free_port, running_app
from tests.browser.chromium import CHROMIUM, QUIET

WATCH = """
    window.longTasks = [];
    new PerformanceObserver(list => longTasks.push(...list.getEntries()))
        .observe({type: "longtask", buffered: true});
    const look = () => document.querySelector("#prompt textarea")
        && document.querySelector("#generate") ? window.stands = performance.now()
        : requestAnimationFrame(look);
    requestAnimationFrame(look);
"""
USABLE = """() => {
    const ends = [window.stands ?? NaN, ...longTasks.map(each => each.startTime + each.duration)];
    const last = Math.max(...ends);
    return performance.now() > last + 500 && last;
}"""
SEEN = ("Media", "Image")


@dataclass(frozen=True)
class Visit:
    """One opening of a page: bytes by file, bytes of films and pictures, milliseconds."""

    weights: Counter[str]
    seen: int
    usable: float

    @property
    def weight(self) -> int:
        return sum(self.weights.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with (
        tempfile.TemporaryDirectory() as folder,
        running_app(Path(folder) / "data") as app,
        _empty_page() as empty_url,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        pairs = [(_visit(browser, empty_url), _visit(browser, app.url)) for _ in range(rounds + 1)]
        browser.close()
    _report(pairs[1:])  # the first opening warms both servers up


@contextmanager
def _empty_page() -> Iterator[str]:
    with gr.Blocks(analytics_enabled=False) as page:
        gr.Textbox(elem_id="prompt", lines=4)
        gr.Button("Generate", elem_id="generate")
    _, url, _ = page.launch(prevent_thread_lock=True, server_port=free_port(), quiet=True)
    yield url
    page.close()


def _visit(browser: Browser, url: str) -> Visit:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(WATCH)
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    kinds: dict[str, tuple[str, str]] = {}
    weights: Counter[str] = Counter()
    seen: Counter[str] = Counter()

    def ended(event: dict[str, object]) -> None:
        kind, name = kinds.get(str(event["requestId"]), ("Other", "?"))
        (seen if kind in SEEN else weights)[name] += int(str(event["encodedDataLength"]))

    wire.on(
        "Network.responseReceived",
        lambda e: kinds.update({e["requestId"]: (e["type"], e["response"]["url"].split("/")[-1])}),
    )
    wire.on("Network.loadingFinished", ended)
    page.goto(url)
    usable = page.wait_for_function(USABLE, timeout=60_000).json_value()
    page.wait_for_load_state("networkidle")
    context.close()
    return Visit(weights, sum(seen.values()), float(usable))


def _report(pairs: list[tuple[Visit, Visit]]) -> None:
    empty, ours = pairs[-1]
    weight = statistics.median(own.weight / bare.weight for bare, own in pairs)
    usable = statistics.median(own.usable / bare.usable for bare, own in pairs)
    print(
        f"weight  {ours.weight / 1000:7.0f} kB against {empty.weight / 1000:.0f} kB  {weight:.2f}x"
    )
    print(f"usable  {_median(1, pairs):7.0f} ms against {_median(0, pairs):.0f} ms  {usable:.2f}x")
    print(f"films and pictures {ours.seen / 1000:.0f} kB")
    print("what the empty page does not load:")
    extra = {name: size for name, size in ours.weights.items() if name not in empty.weights}
    for name, size in sorted(extra.items(), key=lambda item: -item[1])[:20]:
        print(f"{size / 1000:9.1f} kB  {name[:70]}")


def _median(which: int, pairs: list[tuple[Visit, Visit]]) -> float:
    return statistics.median(pair[which].usable for pair in pairs)


if __name__ == "__main__":
    main()
