"""Finds what quick cuts show, where the words behind them list it: "quick cuts of hands, a pan"."""

import re
from collections.abc import Iterator

from .rules import Rule, any_of

_Place = tuple[int, int]
_LEADS = any_of(
    Rule(
        r"(?: ?(?:组合|镜头|画面))? ?[:\-] ?|展示|呈现|包括"
        r"|(?: (?:sequence|montage))? (?:of|showing|between|through|featuring|mostrando|montrant"
        r"|entre|zwischen|von|d[aeo]s?) ",
        takes="quick cuts| of |hands and faces",
        leaves="quick cuts| and |loud music",
    )
)
_LABEL = any_of(
    Rule(
        r"(?:^|(?<=[.,;\n])|(?<=[.,;\n] ))(?:镜头组合|画面组合|剪辑内容|(?:quick )?cuts) ?: ?",
        takes="雨夜.|镜头组合:雨滴特写+车轮",
        leaves="雨夜.|镜头:雨滴特写",
    )
)
_LIST = re.compile(r"[^.;!?\n]*")
_APART = re.compile(
    r" ?(?:[+/|→、]|->) ?|,? ?(?<![a-z])(?:and|und|et|y|e)(?![a-z]) |, ?|[和与及](?![服平谐睦])"
)
# What a list goes over into: how all of the film looks or sounds.
_NOTE = any_of(
    Rule(
        r"^(?:he|she|they|it|we|i|the camera|with|while|as|then|no|without|ending|all|each)\b|·"
        r"|\b(?:(?:sun|day|moon)?light(?:ing)?|sunshine|golden hour"
        r"|styled?|music|soundtrack|look|quality|[48]k|hd|realistic|cinematic"
        r"|energetic|dynamic|vibe|mood|pac(?:e|ing)|rhythm|beats?|camera|tempo|transitions?|grain"
        r"|colou?rs?|ending|high[- ]energy|slow[- ]motion|commercial|editing|handheld|[0-9:]+)\b"
        r"|风格|音乐|节奏|质感|光线|氛围|画质|色调|运镜|卡点|高级|[0-9]秒",
        takes="energetic pacing",
        leaves="a red kite",
    )
)
_LONGEST = 48  # letters of an item: more is a sentence
_HAN = re.compile(r"[一-鿿]")


def listed(text: str, behind: int) -> list[_Place]:
    """The places of two or more things that are listed right behind a word for quick cuts, or
    else behind a label of their own; only there if `behind` is 0."""
    lead = _LEADS.match(text, behind) if behind else None
    label = _LABEL.search(text)
    for found in (lead, label):
        items = list(_items(text, found.end())) if found else []
        if len(items) > 1:
            return items
    return []


def _items(text: str, begin: int) -> Iterator[_Place]:
    line = _LIST.match(text, begin)
    end = line.end() if line else begin
    for place in _between(text, begin, end):
        item = text[place[0] : place[1]].strip()
        letters = len(item) + len(_HAN.findall(item))
        if _NOTE.search(item) or letters > _LONGEST:
            return
        if any(letter.isalnum() for letter in item):
            yield place


def _between(text: str, begin: int, end: int) -> Iterator[_Place]:
    for mark in _APART.finditer(text, begin, end):
        yield begin, mark.start()
        begin = mark.end()
    yield begin, end
