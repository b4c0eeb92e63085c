"""What is said in a JSON prompt, as lines of a script: `Mara: {You are late.}`"""

import re
from collections.abc import Iterator
from typing import Any

from .json_keys import label_of

_LINE = re.compile(r"lines?|text|dialog(?:ue)?|content|words|speech|quote|says?|台词|内容|对白")
_SPEAKER = re.compile(r"speaker|character|name|who|role|voice|角色|人物|说话人")
_NAMED = re.compile(r"(?P<who>[^\W\d][\w .'\-]{0,24}?) ?(?:[(（][^()（）]{0,40}[)）])? ?[:：] ?")
_MANNER = re.compile(r"[(（\[][^()（）\[\]]{0,60}[)）\]] ?")
_NO_SPEECH = re.compile(r"(?:no|none|n/?a|null|false|silent|silence|无|没有|不)(?![a-z'])", re.I)
_QUOTES = re.compile(r"[\"“”「」『』]|(?<!\w)'[^']{2,}'(?!\w)")


def spoken(value: Any, speaker: str = "") -> Iterator[str]:
    """A line for each thing said, with who says it; what has quotes of its own keeps them."""
    if isinstance(value, str):
        yield from _line(" ".join(value.split()), speaker)
    elif isinstance(value, list):
        for each in value:
            yield from spoken(each, speaker)
    elif isinstance(value, dict):
        who = _first(value, _SPEAKER)
        line = next((item for key, item in value.items() if _is(key, _LINE)), None)
        if line is not None or who is not None:
            yield from spoken(line, who if isinstance(who, str) else speaker)
            return
        for name, item in value.items():  # {"Mara": "You are late."}
            yield from spoken(item, name)


def _line(words: str, speaker: str) -> Iterator[str]:
    if not words or _NO_SPEECH.match(words):
        return
    if _QUOTES.search(words):
        inner = words.strip('"“”「」『』')
        if _QUOTES.search(inner):
            yield f"dialogue: {words}"
            return
        words = inner
    named = _NAMED.match(words)
    who = speaker or (named["who"] if named else "")
    said = _MANNER.sub("", words[named.end() :] if named else words, count=1).strip()
    if said:
        yield f"{who or 'dialogue'}: {{{said.strip('{}')[:400]}}}"


def _first(value: dict[str, Any], pattern: re.Pattern[str]) -> Any:
    return next((item for key, item in value.items() if _is(key, pattern)), None)


def _is(key: str, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.fullmatch(label_of(key)))
