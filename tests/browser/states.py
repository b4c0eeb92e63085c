"""Every state of the page, for whoever looks at it: how a person comes there."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

from seedance_demo.examples import EXAMPLES
from tests.apps import App
from tests.browser.actions import BRIEF, chosen, delete, fill, more, open_more, press, wait_for
from tests.faults.provider import Provider, cut, processing, status, task_says

PICTURES = Path(__file__).parents[1] / "pictures"
CUP, ASTRONAUT = PICTURES / "cup.jpg", PICTURES / "astronaut.jpg"
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


def replaced(page: Page) -> None:
    filled(page)
    page.get_by_role("button", name=EXAMPLES[0].title).click()
    wait_for(page, "#replaced", "Replaced")


def invalid(page: Page) -> None:
    press(page)
    wait_for(page, "#lacking-pictures", "Add at least one")


def wrong_files(page: Page) -> None:
    files = [{"name": name, "mimeType": "", "buffer": b"words"} for name in ("a.txt", "b.heic")]
    page.set_input_files("#images input[type=file]", files)  # type: ignore[arg-type]
    wait_for(page, "#images", "b.heic")


def asks_for_key(page: Page) -> None:
    page.get_by_role("radio", name="Seedance 2.0", exact=True).check()
    fill(page, CUP, ASTRONAUT)
    press(page)
    wait_for(page, "#lacking-key", "needs a WaveSpeedAI key")


def write_only(page: Page) -> None:
    page.get_by_role("button", name="No picture: write only").click()
    page.fill("#prompt textarea", "A paper boat on a rainy street. Slow push in, thunder.")
    expect(page.locator("#add-pictures")).to_be_visible()


def mentioning(page: Page) -> None:
    filled(page)
    expect(page.locator("#images [data-words]")).to_have_count(4)
    page.locator("#prompt textarea").press_sequentially(" Cut to @")
    expect(page.locator("#mentions")).to_be_visible()


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


def lost(page: Page) -> None:
    wait_for(page, "#status", "Making")
    page.route("**/gradio_api/**", lambda route: route.abort())
    page.evaluate("void seedance.lost()")
    wait_for(page, "#status", "Connection lost")


def stopped(page: Page) -> None:
    wait_for(page, "#status", "Making")
    page.click("#stop")
    wait_for(page, "#status", "Not watching")


def deleted(page: Page) -> None:
    wait_for(page, "#history", "Orbit")
    delete(page)
    wait_for(page, "#status", "Deleted")


def asked(page: Page) -> None:
    wait_for(page, "#status", "charged")
    page.locator("#next summary").get_by_text("More").click()
    page.locator("#next summary").get_by_text("Delete").click()


def shared(page: Page, world: World) -> None:
    completed(page, world)
    more(page, "Share this clip")
    expect(page.get_by_role("button", name="Copy link")).to_be_focused()


def link_shown(page: Page) -> None:
    wait_for(page, "#status", "charged")  # the form is there before it
    open_more(page)


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
    "replaced": State(paid=True, after=replaced),
    "mentioning": State(paid=True, after=mentioning),
    "write-only": State(paid=True, after=write_only),
    "invalid": State(paid=True, after=invalid),
    "wrong-files": State(paid=False, after=wrong_files),
    "asks-for-key": State(paid=False, after=asks_for_key),
    "drawing": State(paid=False, after=drawing),
    "animatic": State(paid=False, before=animatic, after=seen("ready")),
    "queued": State(True, submitted(created, "poll", "Queued"), seen("Queued")),
    "running": State(True, submitted(processing, "poll", "Making"), seen("Making")),
    "lost": State(True, submitted(processing, "poll", "Making"), lost),
    "stopped": State(True, submitted(processing, "poll", "Making"), stopped),
    "finished": State(True, completed, seen("charged")),
    "compared": State(True, completed, compared),
    "shared": State(paid=True, before=shared, after=link_shown),
    "asked-to-delete": State(True, completed, asked),
    "deleted": State(True, several, deleted),
    "covered": State(True, flagged, seen("charged")),
    "failed": State(True, submitted(failed, "poll", "Failed"), seen("Failed")),
    "refused": State(True, submitted(status(402), "submit", "Failed"), seen("Failed")),
    "unconfirmed": State(True, submitted(cut, "submit", "Not confirmed"), seen("Not confirmed")),
    "history": State(True, several, lambda page: wait_for(page, "#history", "Orbit")),
}
