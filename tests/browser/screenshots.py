"""Pictures of every state of the page, by day and by night, in each size, to be looked at.

`python -m tests.browser.screenshots FOLDER [STATE ...]`: of each the whole page, and what of it is
in the window without a scroll; beside them it prints what axe-core finds. The page runs on this
machine, against the real local API and the provider of tests/faults.
"""

import argparse
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Error, Page, expect, sync_playwright

from tests.apps import App, running_app
from tests.browser.actions import BRIEF
from tests.browser.axe import violations
from tests.browser.chromium import CHROMIUM, QUIET
from tests.browser.states import ASTRONAUT, CUP, STATES, State, World
from tests.faults.provider import KEY, Provider, serving

# A page at 200 % has half of the window.
SIZES = {"wide": (1280, 800), "tablet": (768, 1024), "phone": (390, 844), "zoomed": (640, 400)}
SCHEMES = "light", "dark"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("states", nargs="*", choices=[[], *STATES])
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with world(options.folder) as running, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        for name in options.states or STATES:
            try:
                for size, page in lived(browser, running, STATES[name]):
                    shoot(page, options.folder, f"{name}-{size}")
            except (Error, AssertionError) as error:  # the others are looked at all the same
                print(f"{name} cannot be reached: {error}", flush=True)


@contextmanager
def world(folder: Path) -> Iterator[World]:
    data = folder.resolve() / f"data-{int(time.time())}"
    with (
        running_app(data / "free") as free,
        serving(Provider(_a_film(free))) as provider,
        running_app(
            data / "paid", WAVESPEED_API_KEY=KEY, WAVESPEED_BASE_URL=provider.base_url
        ) as paid,
    ):
        yield World(free, paid, provider)


def _a_film(app: App) -> bytes:
    """Something better to look at than noise, for the provider to give."""
    from gradio_client import Client, handle_file

    pictures = [{"image": handle_file(str(path))} for path in (CUP, ASTRONAUT)]
    client = Client(app.url, verbose=False)
    client.predict(pictures, BRIEF, 5, "local/animatic", "", api_name="/generate")
    return app.clips[0].read_bytes()


def lived(browser: Browser, world: World, state: State) -> Iterator[tuple[str, Page]]:
    """The page in this state, once for each size."""
    url, kept = world.paid.url if state.paid else world.free.url, None
    world.provider.silence()
    with person(browser, "wide", None) as somebody:
        page = somebody.new_page()
        page.goto(url)
        state.before(page, world)
        kept = somebody.storage_state()
    for size in SIZES:
        with person(browser, size, kept) as somebody:
            page = somebody.new_page()
            page.goto(url)
            state.after(page)
            page.wait_for_timeout(1000)  # pictures, players and the history come later
            yield size, page


def shoot(page: Page, folder: Path, name: str) -> None:
    """What is in the window; then the whole page, in a window as tall as that: in a shorter one the
    button would stick in its middle."""
    page.screenshot(path=folder / f"{name}-window.png")
    width = page.evaluate("innerWidth")
    for _ in range(2):  # the stage grows with the window
        height = page.evaluate("document.querySelector('gradio-app').scrollHeight")
        page.set_viewport_size({"width": width, "height": max(height, 600)})
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        expect(page.locator("body.dark")).to_have_count(int(scheme == "dark"))
        page.wait_for_timeout(500)  # colours change by and by
        page.screenshot(path=folder / f"{name}-{scheme}.png")
        print(f"{name}-{scheme}", *violations(page), sep="\n    ", flush=True)


@contextmanager
def person(browser: Browser, size: str, kept: object | None) -> Iterator[BrowserContext]:
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="light",
        storage_state=kept,  # type: ignore[arg-type]
    )
    yield context
    context.close()


if __name__ == "__main__":
    main()
