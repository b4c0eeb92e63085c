"""The page while the provider's newer contract is in force, and when its price moves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from seedance_demo.catalog import TODAY
from seedance_demo.local_api.server import LocalApi
from seedance_demo.wavespeed import Client
from tests.apps import running_app
from tests.browser.actions import SOON, fill, press, wait_for
from tests.faults.life import make_clip
from tests.faults.provider import KEY, Provider, serving

SEEDANCE = "bytedance/seedance-2.0/image-to-video"


def choose(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name, exact=True).check()


def test_what_is_in_force_is_offered_priced_sent_and_restored(
    page: Page, tmp_path: Path, cup: Path, astronaut: Path
) -> None:
    base_url, key = LocalApi(tmp_path / "provider", TODAY).endpoint()
    with running_app(tmp_path / "data", WAVESPEED_API_KEY=key, WAVESPEED_BASE_URL=base_url) as app:
        page.goto(app.url)
        button, note = page.locator("#generate"), page.locator("#note")
        expect(button).to_have_text("Generate · $1.20", timeout=SOON)
        fill(page, cup, astronaut, prompt="Slow push in, rain")
        expect(note).to_contain_text("Your 2 pictures are sent as references", timeout=SOON)

        page.get_by_role("button", name="More").click()
        page.get_by_label("The last picture is the last frame").check()
        expect(note).to_contain_text("Picture 1 is the first frame and picture 2 the last")
        page.get_by_label("Offer every length").check()
        page.get_by_role("radio", name="4 s · $0.96").check()
        expect(button).to_have_text("Generate · $0.96", timeout=SOON)
        page.get_by_label("Resolution").click()
        page.get_by_role("option", name="480p").click()
        expect(button).to_have_text("Generate · $0.48", timeout=SOON)

        press(page)
        wait_for(page, "#status", "request [0-9a-f]{32}|[0-9a-f]{32}")
        (task,) = Client(base_url, key).recent(SEEDANCE, 0, 4e9)
        assert task.inputs["last_image"] != task.inputs["image"]
        assert {name: task.inputs[name] for name in ("duration", "resolution")} == {
            "duration": 4,
            "resolution": "480p",
        }

        page.reload()
        expect(button).to_have_text("Generate · $0.48", timeout=SOON)
        page.get_by_role("button", name="More").click()
        expect(page.get_by_label("The last picture is the last frame")).to_be_checked()
        expect(page.get_by_role("radio", name="4 s · $0.48")).to_be_checked()

        choose(page, "Seedance 2.0 from text")
        expect(page.locator("#images")).to_be_hidden()
        expect(page.get_by_label("Aspect ratio")).to_have_value("16:9")
        choose(page, "Seedance 1.5 Pro")
        expect(page.locator("#images")).to_be_visible()
        expect(page.get_by_label("Seed", exact=True)).to_be_visible()
        choose(page, "Animatic")
        expect(button).to_have_text("Generate · free", timeout=SOON)


@pytest.fixture
def provider() -> Iterator[Provider]:
    with serving(Provider(make_clip(), polls=0, price=1.2)) as running:
        yield running


def test_a_price_that_moved_is_shown_before_it_is_paid(
    page: Page, provider: Provider, tmp_path: Path, cup: Path
) -> None:
    """A visitor's own key: its account's price is known only once the key is."""
    provider.price = 1.5
    with running_app(tmp_path / "data", WAVESPEED_BASE_URL=provider.base_url) as app:
        page.goto(app.url)
        choose(page, "Seedance 2.0")
        button = page.locator("#generate")
        expect(button).to_have_text("Generate · $1.20 (estimate)", timeout=SOON)
        fill(page, cup, prompt="push in")
        page.fill("#api-key input", KEY)
        press(page)
        wait_for(page, "#status", r"costs \$1.50 for this now, not \$1.20. Nothing was sent")
        assert provider.count("submit") == 0
        expect(button).to_have_text("Generate · $1.50", timeout=SOON)
        press(page)
        wait_for(page, "#status", r"\$1.50")
        expect(page.locator("#video video")).to_be_visible(timeout=SOON)
        assert provider.count("submit") == 1
