"""A real run of the page as a small animated picture, at its own speed.

`python -m tests.browser.film OUT.webp`: an example is chosen, the button pressed, the clip played.
"""

import argparse
import io
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

from seedance_demo.examples import EXAMPLES
from tests.apps import running_app
from tests.browser.actions import chosen, press
from tests.browser.chromium import CHROMIUM, QUIET

WINDOW, SIZE = (1280, 880), (960, 660)
QUALITY = 55
LOOK = 0.12  # seconds between two pictures, at least


@dataclass
class Film:
    """Pictures of a page, and how long each is seen."""

    page: Page
    pictures: list[Image.Image] = field(default_factory=list)
    moments: list[float] = field(default_factory=list)

    def shoot(self, until: Callable[[], bool]) -> None:
        while not until():
            taken = Image.open(io.BytesIO(self.page.screenshot(type="jpeg", quality=92)))
            self.pictures.append(taken.resize(SIZE, Image.Resampling.LANCZOS))
            self.moments.append(time.monotonic())
            self.page.wait_for_timeout(LOOK * 1000)

    def for_(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        self.shoot(lambda: time.monotonic() > end)

    def save(self, path: Path) -> None:
        ends = [*self.moments[1:], self.moments[-1] + 2]
        shown = [int(1000 * (end - at)) for at, end in zip(self.moments, ends, strict=True)]
        first, *others = self.pictures
        how: dict[str, Any] = {"quality": QUALITY, "method": 6, "loop": 0, "minimize_size": True}
        first.save(path, save_all=True, append_images=others, duration=shown, **how)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    out = parser.parse_args().out
    with (
        tempfile.TemporaryDirectory() as folder,
        running_app(Path(folder) / "data") as app,
        sync_playwright() as play,
    ):
        browser = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = browser.new_page(
            viewport={"width": WINDOW[0], "height": WINDOW[1]}, color_scheme="dark"
        )
        page.goto(app.url)
        page.locator("#generate").wait_for()
        page.locator("#scene video").evaluate("film => film.play()")
        film = Film(page)
        film.for_(2)
        page.get_by_role("button", name=EXAMPLES[0].title).click()
        expect(chosen(page, "Move of shot 1")).to_have_text("push in")
        film.for_(1.5)
        press(page)
        film.shoot(page.locator("#video video").is_visible)
        page.locator("#video video").evaluate("clip => { clip.muted = true; clip.play(); }")
        film.for_(EXAMPLES[0].duration)
        film.save(out)
        print(f"{out}: {len(film.pictures)} pictures, {out.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
