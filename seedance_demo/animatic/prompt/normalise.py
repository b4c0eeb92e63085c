"""Brings the ways in which prompts are written into one form, before they are read."""

import re

from .negation import REFUSING
from .rules import Rule, any_of

_QUOTED_WHOLE = re.compile(r"\A[“\"「『]([^“”\"「」『』]*)[”\"」』]\Z")
# What is said or written, without quotes.
_UNQUOTED = any_of(
    Rule(
        r"(?P<label>(?:^|(?<=[\s.。;；]))(?:(?:dialogue|dialog|voice-?over|caption|subtitle|says"
        r"|(?:on[ -]screen )?text(?: on screen)?|字幕"
        r"|(?:台词|对白|旁白)[0-9]?(?:[（(][^）)\n]{0,12}[）)])?) ?[:：] ?"
        r"|[\[【](?:台词|对白)[\]】] ?[:：]? ?))"
        r"(?P<line>(?! ?(?:no\b|none|n/a|无|没有|不))[^\n“”\"「」『』{}'‘<]{2,160}?)"
        r"(?=[\n。]|$|\.(?:\s|$)|(?<=[?!？！]))",
        takes="Dialogue: Who goes there?",
        leaves="Dialogue: none",
    ),
    flags=re.IGNORECASE | re.MULTILINE,
)
# A refusing label with its list: on the same line, on the next, or as bullets below.
_REFUSALS = any_of(
    Rule(
        rf"(?:^|(?<=[.;。；] )|(?<=[。；]))[\[【(（]?(?P<label>{REFUSING})"
        r"(?:[\]】)）] ?[:：]?|[:：]| ?(?=\n))\s*(?P<list>[^\n]+(?:\n[-•*·][^\n]+)*)",
        takes="A pier.\nNegative prompt:\n- text\n- logos",
        leaves="A pier, negative space, no text",
    ),
    flags=re.IGNORECASE | re.MULTILINE,
)


def normalised(prompt: str) -> str:
    """The prompt with single spaces and no empty lines, without quotes around the whole, with what
    is refused in one line and what is said in quotes."""
    text = re.sub(r"[^\S\n]+", " ", prompt.replace("\r", "\n").replace("**", ""))
    text = re.sub(r" ?\n[ \n]*", "\n", text).strip()
    text = _QUOTED_WHOLE.sub(r"\1", text)
    text = _REFUSALS.sub(_in_one_line, text)
    text = _UNQUOTED.sub(r"\g<label>“\g<line>”", text)
    text = re.sub(r"(?<=[一-鿿]) (?=[0-9])|(?<=[0-9]) (?=[一-鿿])", "", text)
    return re.sub(r"(?<=[0-9])。(?=[0-9])", "。 ", text)  # no decimal point


def _in_one_line(match: re.Match[str]) -> str:
    items = (item.strip(" -•*·") for item in match["list"].split("\n"))
    return f"{match['label']}: {', '.join(items)}"
