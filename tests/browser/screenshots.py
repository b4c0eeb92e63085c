"""Pictures of every state of the page, by day and by night, wide and on a phone, to be looked at.

`python -m tests.browser.screenshots FOLDER [STATE ...]`: a PNG for each. The page runs on this
machine, against the real local API and the provider of tests/faults.
"""

import argparse
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from seedance_demo.examples import EXAMPLES
from tests.apps import App, running_app
from tests.browser.actions import BRIEF, chosen, fill, more, press, wait_for
from tests.browser.chromium import CHROMIUM, QUIET
from tests.faults.provider import KEY, Provider, cut, processing, serving, status, task_says

PICTURES = Path(__file__).parents[1] / "pictures"
CUP, ASTRONAUT = PICTURES / "cup.jpg", PICTURES / "astronaut.jpg"
WIDTHS, SCHEMES = (1280, 390), ("light", "dark")
LOOKED_FOR = 120_000  # milliseconds; a task whose answer was lost is looked for that long


@dataclass
class World:
    """A page without a key, one with the owner's key, and the provider behind that."""

    free: App
    paid: App
    provider: Provider


@dataclass(frozen=True)
class State:
    """`before` is lived through once; each picture then is that person's page `after`wards."""

    paid: bool
    before: Callable[[Page, World], None] = lambda _page, _world: None
    after: Callable[[Page], None] = lambda _page: None


def nothing(page: Page, *_: object) -> None:
    wait_for(page, "#status", "Your clip")


def filled(page: Page) -> None:
    fill(page, CUP, ASTRONAUT, CUP, ASTRONAUT)
    wait_for(page, "#shots", "astronaut|image 2")


def corrected(page: Page) -> None:
    filled(page)
    page.get_by_label("Move of shot 1", exact=True).select_option("orbit left")
    page.get_by_label("Light of shot 1", exact=True).or_(
        page.get_by_label("Add light or weather to shot 1", exact=True)
    ).first.select_option("golden hour")
    wait_for(page, "#shots", "2 corrections")


def invalid(page: Page) -> None:
    press(page)
    wait_for(page, "#lacking-pictures", "Add at least one")


def animatic(page: Page, _: World) -> None:
    page.get_by_role("button", name=EXAMPLES[0].title).click()
    expect(chosen(page, "Move of shot 1")).to_have_text("push in")
    press(page)
    wait_for(page, "#status", "Animatic, ready")


def drawing(page: Page) -> None:
    page.get_by_role("radio", name="15 s").check()
    fill(page, CUP, ASTRONAUT)
    press(page)
    wait_for(page, "#status", "frames")


def submitted(fault: Callable[..., None], step: str, words: str) -> Callable[[Page, World], None]:
    """A press on the paid page while the provider does this."""

    def act(page: Page, world: World) -> None:
        world.provider.misbehave(step, fault)
        fill(page, CUP, ASTRONAUT)
        press(page)
        wait_for(page, "#status", words, LOOKED_FOR)

    return act


def completed(page: Page, _: World) -> None:
    fill(page, CUP, ASTRONAUT)
    press(page)
    wait_for(page, "#status", "charged")


def compared(page: Page) -> None:
    wait_for(page, "#status", "charged")
    more(page, "Compare with animatic")
    expect(page.locator(".compare video")).to_have_count(2, timeout=LOOKED_FOR)


def asked(page: Page) -> None:
    wait_for(page, "#status", "charged")
    page.locator("#next summary").get_by_text("More").click()
    page.locator("#next summary").get_by_text("Delete").click()


def several(page: Page, _: World) -> None:
    fill(page, CUP, ASTRONAUT)
    for prompt in (BRIEF, "Orbit left around the cup, waves, golden hour.", "Pan right, wind."):
        page.fill("#prompt textarea", prompt)
        press(page)
        wait_for(page, "#status", "Making")
        wait_for(page, "#status", "charged")
    page.get_by_role("radio", name="Animatic").check()
    press(page)
    wait_for(page, "#status", "Animatic, ready")


def seen(words: str) -> Callable[[Page], None]:
    return lambda page: wait_for(page, "#status", words)


def flagged(page: Page, world: World) -> None:
    world.provider.misbehave("poll", task_says(has_nsfw_contents=[True]))
    completed(page, world)


created = task_says(status="created")
failed = task_says(status="failed", outputs=[], error="The picture shows a real person.")
STATES = {
    "empty": State(paid=False, after=nothing),
    "empty-with-key": State(paid=True, after=nothing),
    "filled": State(paid=True, after=filled),
    "corrected": State(paid=True, after=corrected),
    "invalid": State(paid=True, after=invalid),
    "drawing": State(paid=False, after=drawing),
    "animatic": State(paid=False, before=animatic, after=seen("ready")),
    "queued": State(True, submitted(created, "poll", "Queued"), seen("Queued")),
    "running": State(True, submitted(processing, "poll", "Making"), seen("Making")),
    "finished": State(True, completed, seen("charged")),
    "compared": State(True, completed, compared),
    "asked-to-delete": State(True, completed, asked),
    "covered": State(True, flagged, seen("charged")),
    "failed": State(True, submitted(failed, "poll", "Failed"), seen("Failed")),
    "refused": State(True, submitted(status(402), "submit", "Failed"), seen("Failed")),
    "unconfirmed": State(True, submitted(cut, "submit", "Not confirmed"), seen("Not confirmed")),
    "history": State(True, several, lambda page: wait_for(page, "#history", "Orbit")),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("states", nargs="*", choices=[[], *STATES])
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with world(options.folder) as running, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        for name in options.states or STATES:
            for label, page in lived(browser, running, STATES[name]):
                page.screenshot(path=options.folder / f"{name}-{label}.png")
                print(name, label, flush=True)


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
    """The page in this state, once for each width and scheme."""
    url, kept = world.paid.url if state.paid else world.free.url, None
    world.provider.silence()
    with person(browser, 1280, "light", None) as somebody:
        page = somebody.new_page()
        page.goto(url)
        state.before(page, world)
        kept = somebody.storage_state()
    for width in WIDTHS:
        for scheme in SCHEMES:
            with person(browser, width, scheme, kept) as somebody:
                page = somebody.new_page()
                page.goto(url)
                state.after(page)
                page.wait_for_timeout(1000)  # pictures, players and the history come later
                show_all(page)
                page.wait_for_timeout(500)
                yield f"{width}-{scheme}", page


def show_all(page: Page) -> None:
    """A window as tall as the page: in a shorter one the button would stick in its middle."""
    height = page.evaluate("document.querySelector('gradio-app').scrollHeight")
    width = (page.viewport_size or {"width": WIDTHS[0]})["width"]
    page.set_viewport_size({"width": width, "height": max(height, 600)})


@contextmanager
def person(
    browser: Browser, width: int, scheme: str, kept: object | None
) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": width, "height": 800 if width > 800 else 844},
        color_scheme=scheme,  # type: ignore[arg-type]
        storage_state=kept,  # type: ignore[arg-type]
    )
    yield context
    context.close()


if __name__ == "__main__":
    main()
