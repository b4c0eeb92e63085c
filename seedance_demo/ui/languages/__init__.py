"""The page's words in other languages: what it says in English, and how each language says it.

Code says English, once, and programs hear nothing else. `language.js` makes it the reader's own in
the browser, by the tables beside this file: from English to each language, with `{}` for what
varies, and `{0}`, `{1}` where it stands in another order.
"""

import json
import re
from functools import cache
from pathlib import Path

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

NAMES = {"en": "English", "zh": "简体中文", "ja": "日本語"}
TAGS = {"en": "en", "zh": "zh-Hans", "ja": "ja"}  # as `lang` says them
TABLES = sorted(Path(__file__).parent.glob("*.json"))
_PRIMARY = re.compile(r"(?:^|,)\s*([a-z]+)")  # of each wish: `zh` of `zh-TW;q=0.8`
_KEPT = {"Cache-Control": "max-age=3600"}


def choice() -> Markup:
    """HTML: a button for each language, in its own words."""
    button = Markup('<button type="button" lang="{}">{}</button>')
    buttons = Markup().join(button.format(code, name) for code, name in NAMES.items())
    return Markup('<p id="languages" translate="no">{}</p>').format(buttons)


@cache
def table(language: str) -> dict[str, str]:
    """English to one of `NAMES`; empty for English."""
    texts = [json.loads(path.read_text("utf-8")) for path in TABLES]
    return {
        english: said[language]
        for each in texts
        for english, said in each.items()
        if language in said
    }


def wished(request: Request) -> str:
    """The first of the browser's wishes that there is a table of, else English."""
    wishes = _PRIMARY.findall(request.headers.get("accept-language", "").lower())
    return next((each for each in wishes if each in NAMES), "en")


def say(language: str, english: str) -> str:
    """A text of the code in this language, in English where it is not in the table."""
    return table(language).get(english, english)


def _answer(request: Request) -> Response:
    language = request.path_params["language"]
    if language not in NAMES:
        return Response(status_code=404)
    return Response(_written(language), media_type="application/json", headers=_KEPT)


@cache
def _written(language: str) -> str:
    return json.dumps(table(language), ensure_ascii=False)


ROUTE = Route("/languages/{language}.json", _answer)
