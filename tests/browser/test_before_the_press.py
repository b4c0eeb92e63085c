"""What the page says before a press costs anything: whose money, how much, how long a prompt."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.apps import App, running_app
from tests.browser.actions import fill, press
from tests.faults.life import make_clip
from tests.faults.provider import KEY, Answer, Provider, Seen, serving, wrapped


class Poor(Provider):
    """An account with 40 cents left."""

    def _recent(self, seen: Seen) -> Answer:
        if seen.path == "/api/v3/account/balance":
            return wrapped({"balance": 0.4})
        return wrapped(None, 404, "no such address")


@pytest.fixture
def provider() -> Iterator[Provider]:
    with serving(Poor(make_clip(), polls=0)) as running:
        yield running


def test_the_balance_warns_before_the_press(page: Page, provider: Provider, tmp_path: Path) -> None:
    with running_app(
        tmp_path / "data", WAVESPEED_API_KEY=KEY, WAVESPEED_BASE_URL=provider.base_url
    ) as app:
        page.goto(app.url)
        balance = page.locator("#balance")
        expect(balance).to_contain_text("$0.40: too little for this clip ($1.20)")
        page.get_by_role("radio", name="15 s").check()
        expect(balance).to_contain_text("too little for this clip ($3.60)")
        page.get_by_role("radio", name="Animatic").check()
        expect(balance).to_have_text("Balance $0.40.")
        asked = provider.count("recent")
        page.reload()
        expect(balance).to_contain_text("too little")
        assert provider.count("recent") == asked, "it is asked once a minute at most"


def test_a_visitor_sees_what_is_left_and_the_owners_balance_is_not_their_business(
    page: Page, provider: Provider, tmp_path: Path, cup: Path
) -> None:
    with running_app(
        tmp_path / "data",
        *("--host", "0.0.0.0"),  # noqa: S104
        WAVESPEED_API_KEY=KEY,
        WAVESPEED_BASE_URL=provider.base_url,
        SEEDANCE_DAILY_BUDGET="6",
        SEEDANCE_VISITOR_DAILY_CLIPS="2",
    ) as app:
        page.goto(app.url)
        balance, own_balance = page.locator("#balance"), page.locator("#own-balance")
        allowance = page.locator("#allowance")
        expect(allowance).to_contain_text(
            "$6.00 of $6.00 left for everybody, 2 of 2 clips left for you"
        )
        page.get_by_role("radio", name="Seedance 2.0", exact=True).check()
        expect(page.locator("#generate")).to_contain_text("$1.20")
        fill(page, cup, prompt="push in")
        expect(page.locator("#counter")).to_contain_text("7 of 4,000 characters")
        press(page)
        expect(allowance).to_contain_text(
            "$4.80 of $6.00 left for everybody, 1 of 2 clips left for you"
        )
        page.fill("#api-key input", KEY)
        page.click("#check-balance")
        expect(own_balance).to_contain_text("Balance $0.40: too little for this clip ($1.20)")
        page.get_by_role("radio", name="15 s").check()
        expect(own_balance).to_be_hidden()  # its price is another now
        page.click("#check-balance")
        expect(own_balance).to_contain_text("too little for this clip ($3.60)")
        page.fill("#api-key input", "wsk-wrong")
        expect(own_balance).to_be_hidden()
        page.click("#check-balance")
        expect(own_balance).to_contain_text("does not accept this key")
        expect(balance.locator("p")).to_have_count(0)
        page.fill("#prompt textarea", "x" * 4001)
        expect(page.locator("#counter")).to_contain_text("1 too many")
        press(page)
        expect(page.locator("#lacking-words")).to_contain_text("4,000 is the limit")


def test_pictures_are_learnt_while_the_prompt_is_still_to_be_written(
    page: Page, app: App, tmp_path: Path
) -> None:
    learnt, clips = len(learnt_in(app)), app.clips
    new = [tmp_path / f"{name}.png" for name in ("red", "blue")]
    for picture in new:
        Image.new("RGB", (96, 64), picture.stem).save(picture)
    page.goto(app.url)
    fill(page, *new, prompt="")
    while len(learnt_in(app)) < learnt + len(new):
        page.wait_for_timeout(50)
    assert app.clips == clips


def learnt_in(app: App) -> list[Path]:
    return list((app.data_dir / "cache").glob("*.npz"))
