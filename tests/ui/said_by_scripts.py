"""What the page's scripts say to people, read from their source: texts with {} for what varies."""

import re
from collections.abc import Iterator

from seedance_demo.ui import static

# Texts, and past them comments and patterns, which may hold quotes.
_TOKEN = re.compile(
    r"//[^\n]*|/\*.*?\*/"
    r"|(?<=[(,=:\[!&|?{};\s])/(?![/*\s])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*"
    r"|\"(?P<text>(?:\\.|[^\"\\\n])*)\"|`(?P<form>(?:\\.|\$\{[^{}`]*\}|[^`\\])*)`",
    re.DOTALL,
)
_FIELD = re.compile(r"\$\{[^{}]*\}")
_LABEL = re.compile(r"[A-Z][a-z]|.* ")
_PLACE = re.compile(r"[#\[\]/]|^[.(]|\+")  # an address, a selector, a shortcut
_SENTENCE = re.compile(r"(?<=[^ ][.!?]) (?=[A-Z“])|(?<=[.!?])(?=\{\}$)")


def said_by_scripts() -> Iterator[tuple[str, str]]:
    """A script's name, and what it says, one sentence each: words with a capital, or several."""
    for path in sorted(static.path("").glob("*.js")):
        for found in _TOKEN.finditer(path.read_text("utf-8")):
            text = _FIELD.sub("{}", found["text"] or found["form"] or "").strip()
            if _LABEL.match(text) and not _PLACE.search(text):
                yield from ((path.name, each) for each in _SENTENCE.split(text) if _is_said(each))


def _is_said(text: str) -> bool:
    return bool(re.search("[A-Za-z]{2}", text))
