"""The page while the provider's newer contract is in force."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from seedance_demo.catalog import GEN_2026_08
from seedance_demo.local_api.server import LocalApi
from seedance_demo.wavespeed import Client
from tests.apps import running_app
from tests.browser.actions import fill, press, wait_for

PRO = "bytedance/seedance-v1.5-pro/image-to-video"
CHEAP = "Generate · $0.048"  # 4 s at 480p without sound, quoted or estimated


def choose(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name, exact=True).check()


def pick(page: Page, field: str, choice: str) -> None:
    page.get_by_label(field).click()
    page.get_by_role("option", name=choice).click()


def test_what_is_in_force_is_offered_priced_sent_and_restored(
    page: Page, tmp_path: Path, cup: Path, astronaut: Path
) -> None:
    base_url, key = LocalApi(tmp_path / "provider", GEN_2026_08).endpoint()
    with running_app(tmp_path / "data", WAVESPEED_API_KEY=key, WAVESPEED_BASE_URL=base_url) as app:
        page.goto(app.url)
        button, told = page.locator("#generate"), page.locator("#roles")
        summary, names = page.locator("#summary"), page.locator("#images .name")
        expect(button).to_have_text("Generate · $1.20")
        press(page)  # a forgotten picture costs nothing
        expect(page.locator("#lacking-pictures")).to_contain_text("No picture: write only")
        fill(page, cup, astronaut, prompt="Slow push in on ")
        expect(told).to_contain_text("Both pictures guide style")
        prompt = page.locator("#prompt textarea")
        prompt.press_sequentially("@")
        prompt.press("ArrowDown")
        prompt.press("Enter")
        expect(prompt).to_have_value("Slow push in on @Image2 ")
        prompt.fill("Slow push in, rain")
        page.get_by_role("button", name="More").click()
        pick(page, "Resolution", "4k")
        choose(page, "9:16")
        page.get_by_role("button", name="Write only").click()
        expect(summary).to_contain_text("Seedance 2.0 from text · 5 s · 4k · 9:16")
        expect(page.locator("#images")).to_be_hidden()
        assert page.locator("#prompt").evaluate("box => box.offsetLeft") < 20, "no hole"
        choose(page, "16:9")
        choose(page, "9:16")
        page.get_by_role("button", name="Add pictures").click()
        expect(names).to_have_text(["@Image1", "@Image2"])

        choose(page, "1.5 Pro")
        expect(summary).to_contain_text("Seedance 1.5 Pro · 5 s · 720p · 9:16")
        expect(page.get_by_label("Resolution")).to_have_value("720p")
        choose(page, "Seedance 2.0")
        expect(summary).to_contain_text("Seedance 2.0 · 5 s · 4k · 9:16")
        expect(page.get_by_label("Resolution")).to_have_value("4k")

        choose(page, "1.5 Pro")
        pick(page, "Resolution", "480p")
        page.get_by_role("checkbox", name="Sound").uncheck()
        expect(names).to_have_text(["First", "Not used"])
        choose(page, "First & last frame")
        expect(names).to_have_text(["First", "Last"])
        page.get_by_label("Fixed camera").check()
        page.get_by_label("Seed", exact=True).fill("7")
        expect(told).to_contain_text("Starts on picture 1 and ends on picture 2")
        page.get_by_label("Show all lengths").check()  # the last, as each is asked about
        page.get_by_role("radio", name=re.compile("^4 s")).check()
        expect(button).to_contain_text(CHEAP)

        press(page)
        wait_for(page, "#status", "request [0-9a-f]{32}|[0-9a-f]{32}")
        (task,) = Client(base_url, key).recent(PRO, 0, 4e9)
        first, last = task.inputs["image"], task.inputs["last_image"]
        assert first != last
        assert task.inputs == {
            "prompt": "Slow push in, rain",
            "image": first,
            "last_image": last,
            "aspect_ratio": "9:16",
            "resolution": "480p",
            "duration": 4,
            "generate_audio": False,
            "camera_fixed": True,
            "seed": 7,
        }

        page.reload()
        expect(button).to_contain_text(CHEAP)
        expect(page.get_by_role("radio", name=re.compile("^4 s"))).to_be_checked()
        page.get_by_role("button", name="More").click()
        expect(page.get_by_label("Resolution")).to_have_value("480p")
        expect(page.get_by_role("radio", name="9:16", exact=True)).to_be_checked()
        expect(page.get_by_role("checkbox", name="Sound")).not_to_be_checked()
        expect(page.get_by_role("radio", name="First & last frame")).to_be_checked()
        expect(page.get_by_label("Fixed camera")).to_be_checked()
        expect(page.get_by_label("Seed", exact=True)).to_have_value("7")
        choose(page, "Animatic · free")
        expect(button).to_have_text("Generate · free")
