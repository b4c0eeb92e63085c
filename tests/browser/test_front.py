"""The page behind a server that keeps its name, or its path, to itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from gradio_client import Client, handle_file
from playwright.sync_api import Page, expect

from seedance_demo.catalog import ANIMATIC
from tests.browser.actions import fill, playing_seconds, press
from tests.browser.conftest import Paid
from tests.browser.front import Front
from tests.decoded import seconds_of
from tests.faults.provider import KEY


@pytest.fixture
def fronts(paid: Paid) -> Iterator[list[Front]]:
    """At the root, and under a path that the app does not know of."""
    both = [Front(paid.url), Front(paid.url, "/demo/")]
    yield both
    for each in both:
        each.close()


def test_the_clip_plays_whatever_the_server_in_front_keeps_to_itself(
    page: Page, fronts: list[Front], cup: Path
) -> None:
    """`localhost` is a name that the app never hears: it is called 127.0.0.1."""
    at_root, under_a_path = fronts
    doors = [at_root.url, at_root.url.replace("127.0.0.1", "localhost"), under_a_path.url]
    for n, door in enumerate(doors):
        page.goto(door)
        page.get_by_role("radio", name="Seedance 2.0", exact=True).check()
        fill(page, cup, prompt=f"Orbit left, door {n}")
        page.fill("#api-key input", KEY)  # whoever comes by a proxy is not the owner
        press(page)
        expect(page.locator("#status")).to_contain_text("$1.20 charged")
        assert playing_seconds(page) == 1, door
        expect(page.locator("#reach")).to_have_count(0)
        assert page.locator("#history img").first.evaluate("i => i.decode().then(() => true)")
        page.evaluate("localStorage.clear()")


def test_a_page_that_is_not_reached_says_so_until_it_is(
    page: Page, fronts: list[Front], cup: Path
) -> None:
    front = fronts[0]
    page.goto(front.url)
    expect(page.locator("#generate")).to_be_enabled()
    front.says = lambda path: (413, "<h1>Too large</h1>") if "/upload" in path else None
    page.set_input_files("#images input[type=file]", str(cup))
    said = page.locator("#images [role=status]")
    expect(said).to_have_text(
        "cup.jpg could not be uploaded: The server in front of this page takes no file as large "
        "as this."
    )
    front.says = lambda path: (502, "<h1>Bad gateway</h1>") if "/gradio_api/" in path else None
    page.fill("#prompt textarea", "Push in")
    expect(page.locator("#reach")).to_contain_text("in front of this page cannot reach it")
    front.says = lambda _: None
    expect(page.locator("#reach")).to_be_hidden()


def test_a_program_fetches_the_clip_from_behind_it(fronts: list[Front], cup: Path) -> None:
    client = Client(fronts[0].url, verbose=False)
    asked = [handle_file(str(cup))], "push in", 5, ANIMATIC, ""
    video, _, details = client.predict(*asked, api_name="/generate")
    clip = Path(video["video"] if isinstance(video, dict) else video)
    assert seconds_of(clip)
    assert clip.name == details["clip"]
