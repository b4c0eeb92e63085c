"""Finds the JSON in a prompt and reads it as people paste it.

Chats hand it out in code fences, with typographic or single quotes, comments, trailing commas and
Python's None, and not always to its end.
"""

import json
import re
from typing import Any

from .rules import Rule, any_of

# Where a list or an object with a key begins: Seedance's own marks, {speech} and [0-3s], have none.
_BEGINS = any_of(
    Rule(
        r"\{\s*[\"'“”][^\"'“”{}\n]{1,60}[\"'“”]\s*[:：]",
        takes="{'camera': 'pan left'}",
        leaves='{She says "come in"}',
    ),
    Rule(r"\{\s*\n\s*[A-Za-z_]{2,40}\s*:", takes="{\n  camera: pan", leaves="{come in: wait}"),
    Rule(r"\[\s*\{\s*[\"'“”]", takes='[{"time": "0-3s"}]', leaves="[{come in}]"),
)
# Its parts: a string in any quotes, a bare word, a mark; what stands between them is dropped. A
# quote closes its string only where the string can end: "he says "wait" twice" is one.
_TOKEN = re.compile(
    r"\"(?:[^\"\\]|\\.|\"(?! {0,9}(?:[,:}\]，：\n]|$)))*\"|“[^”]{0,4000}”"
    r"|'(?:[^'\\\n]|\\.|(?<=[A-Za-z])'(?=[A-Za-z]))*'"
    r"|//[^\n]*|[{}\[\],:，：]|[^\s{}\[\],:，：\"'“”]+",
    re.DOTALL,
)
_BARE = {"true": "true", "false": "false", "null": "null", "none": "null", "undefined": "null"}
_FENCE = re.compile(r"```[a-z]*", re.IGNORECASE)
_END_OF_A_VALUE = re.compile(r"[\"“”'] {0,9},|[{}\[\]]")
_QUOTE = re.compile(r"[\"“”]|(?<![a-zA-Z])'|'(?![a-zA-Z])")
_CLOSING = {"{": "}", "[": "]"}
_DEEPEST = 40  # levels; what people write has five


def pasted(prompt: str) -> tuple[str, list[Any]]:
    """What stands around the JSON of `prompt`, and the objects and lists in it, in their order.

    What cannot be read as JSON is among the words, without its marks: they are no quotes.
    """
    around, found, passed = "", [], 0
    for match in _BEGINS.finditer(prompt):
        if match.start() < passed:
            continue
        text, end = _as_json(prompt, match.start())
        try:
            found.append(json.loads(text, strict=False))
        except ValueError:
            unread = _QUOTE.sub("", _END_OF_A_VALUE.sub("\n", prompt[match.start() :]))
            return _FENCE.sub("", around + prompt[passed : match.start()] + unread), found
        around += prompt[passed : match.start()]
        passed = end
    return (_FENCE.sub("", around + prompt[passed:]) if found else prompt), found


def _as_json(prompt: str, start: int) -> tuple[str, int]:
    """The JSON from `start` in its strict form, and where it ends."""
    parts: list[str] = []
    open_marks: list[str] = []
    end = start
    for match in _TOKEN.finditer(prompt, start):
        end = match.end()
        part = _strict(match[0], key=prompt[end : end + 20].lstrip()[:1] in (":", "："))
        if part in ("}", "]"):
            _without_comma(parts)
            part = open_marks.pop() if open_marks else part
        elif parts and part[:1] not in ("", ",", ":") and parts[-1] not in "{[,:":
            parts.append(",")  # forgotten at the end of a line
        if part in _CLOSING:
            open_marks.append(_CLOSING[part])
        parts += [part] if part else []
        if not open_marks or len(open_marks) > _DEEPEST:
            return "".join(parts), end
    _without_comma(parts)
    return "".join((*parts, *reversed(open_marks))), end


def _without_comma(parts: list[str]) -> None:
    if parts and parts[-1] == ",":
        parts.pop()


def _strict(part: str, key: bool) -> str:
    """A part as JSON writes it."""
    if part.startswith("//"):
        return ""
    if part in "{}[],:，：":
        return part.translate({ord("，"): ",", ord("："): ":"})
    if part[0] == '"':
        inner = re.sub(r'(?<!\\)((?:\\\\)*)"', r'\1\\"', part[1:-1])
        return f'"{inner}"'
    if part[0] in "“'":
        return json.dumps(part[1:-1], ensure_ascii=False)
    bare = part if key else _BARE.get(part.lower(), part)
    number = re.fullmatch(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?", bare)
    return bare if not key and (number or bare in _BARE.values()) else json.dumps(bare)
