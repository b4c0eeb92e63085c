"""The page while the provider's newer contract is in force."""

from pathlib import Path

from playwright.sync_api import Page, expect

from seedance_demo.catalog import GEN_2026_08
from seedance_demo.local_api.server import LocalApi
from seedance_demo.wavespeed import Client
from tests.apps import running_app
from tests.browser.actions import fill, press, wait_for

SEEDANCE = "bytedance/seedance-2.0/image-to-video"


def choose(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name, exact=True).check()


def test_what_is_in_force_is_offered_priced_sent_and_restored(
    page: Page, tmp_path: Path, cup: Path, astronaut: Path
) -> None:
    base_url, key = LocalApi(tmp_path / "provider", GEN_2026_08).endpoint()
    with running_app(tmp_path / "data", WAVESPEED_API_KEY=key, WAVESPEED_BASE_URL=base_url) as app:
        page.goto(app.url)
        button, note = page.locator("#generate"), page.locator("#note")
        expect(button).to_have_text("Generate · $1.20")
        fill(page, cup, astronaut, prompt="Slow push in, rain")
        expect(note).to_contain_text("Your 2 pictures are sent as references")

        page.get_by_role("button", name="More").click()
        page.get_by_label("The last picture is the last frame").check()
        expect(note).to_contain_text("Picture 1 is the first frame and picture 2 the last")
        page.get_by_label("Offer every length").check()
        page.get_by_role("radio", name="4 s · $0.96").check()
        expect(button).to_have_text("Generate · $0.96")
        page.get_by_label("Resolution").click()
        page.get_by_role("option", name="480p").click()
        expect(button).to_have_text("Generate · $0.48")

        press(page)
        wait_for(page, "#status", "request [0-9a-f]{32}|[0-9a-f]{32}")
        (task,) = Client(base_url, key).recent(SEEDANCE, 0, 4e9)
        assert task.inputs["last_image"] != task.inputs["image"]
        assert {name: task.inputs[name] for name in ("duration", "resolution")} == {
            "duration": 4,
            "resolution": "480p",
        }

        page.reload()
        expect(button).to_have_text("Generate · $0.48")
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
        expect(button).to_have_text("Generate · free")
