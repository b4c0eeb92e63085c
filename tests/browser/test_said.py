"""What is really said to people is said in their language, by the page's own script and tables."""

import json
import re
from pathlib import Path

from markupsafe import Markup
from playwright.sync_api import Page, Route, expect

from seedance_demo.ui import static
from seedance_demo.ui.blocks import LANGUAGES
from seedance_demo.ui.languages import NAMES, table

from ..ui.really_said import pieces

# Texts and labels that are ours, and not words of a prompt.
SEEN = """() => {
    const texts = [];
    const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (walk.nextNode())
        if (!walk.currentNode.parentElement.closest("[translate=no]"))
            texts.push(walk.currentNode.nodeValue);
    const labelled = document.querySelectorAll("main [aria-label]");
    return [...texts, ...[...labelled].map((each) => each.getAttribute("aria-label"))];
}"""
# Names, formats and units; what stands in quotes; the names of the provider's own inputs.
STAYS = re.compile(
    r"“[^”]*”|「[^」]*」|@Image\d|wavespeed\.ai(/accesskey)?|[0-9a-f]{32}|\b(Seedance|ByteDance|Fast"
    r"|Pro|WaveSpeed(AI)?|HTTP|UTC|JPEG|PNG|WebP|HEIC|API|ID|\d+p)\b|\bresolution\b"
)


def test_no_english_of_ours_is_left_in_what_is_said(page: Page, tmp_path: Path) -> None:
    said = Markup().join(dict.fromkeys(pieces(tmp_path)))
    for language in NAMES.keys() - {"en"}:
        texts = translated(page, said, language)
        left = [text for text in texts if re.search("[A-Za-z]{2}", STAYS.sub("", text))]
        assert not left, f"{language}: {left}"
        assert "Fast" in texts, "a name, and no pace"


def translated(page: Page, html: str, language: str) -> list[str]:
    """The texts of a page with nothing on it but these pieces."""
    seedance = f"window.seedance = {{ keep() {{}}, kept: () => {json.dumps(language)} }};"
    end = "Nothing was charged."
    body = (
        f"<meta charset=utf-8><main>{html}</main><p id=end>{end}</p>"
        f"<script>{LANGUAGES}{seedance}{static.read('language.js')}</script>"
    )

    def answer(route: Route) -> None:
        if route.request.url.endswith(f"/{language}.json"):
            route.fulfill(json=table(language))
        else:
            route.fulfill(body=body, content_type="text/html")

    page.route("**/*", answer)
    page.goto("http://said.example/")
    expect(page.locator("#end")).to_have_text(table(language)[end])
    page.unroute("**/*")
    found: list[str] = page.evaluate(SEEN)
    return found
