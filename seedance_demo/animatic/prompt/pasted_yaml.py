"""Reads a prompt that is written as YAML, also where pasting has lost its indentation.

YAML's own rules refuse most of what people paste. So a line is a key with its value, or an item of
the list before it, and indentation only helps to tell what belongs to what.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from .json_keys import has_a_kind, is_key
from .labels import describes, is_heading
from .rules import Rule, any_of
from .shot_numbers import LABELLED

_Node = dict[str, Any]
_LINE = re.compile(
    r"(?P<indent>[ \t]*)(?P<dash>- *)?(?:[\"']?(?P<key>[^\W\d][\w .\-]{0,30}?)[\"']?[ \t]*"
    r"(?::(?=[ \t]|$)|：)[ \t]*)?(?P<value>.*)"
)
_IN_QUOTES = re.compile(r"(?:\"([^\"]*)\"|“([^”]*)”|'([^']*)') *(?:#.*)?$")
_LIST = re.compile(r"\[(?P<items> *[\"“'].*)")
_ITEM = re.compile(r"\"([^\"]*)\"|“([^”]*)”|'([^']*)'|([^,\"“”']+)")
_SKIPPED = re.compile(r"[ \t]*(?:#|---|```)")
_SNAKE = re.compile(r"[A-Za-z]+(?:_[A-Za-z0-9]+)+|[a-z]+(?:[A-Z][a-z]+)+")  # or a camel
_BLOCK = ("", ">", "|", ">-", "|-")
# Keys of a form, beside those that describe.
_USUAL = any_of(
    Rule(
        r"^(?:version|title|logline|purpose|theme|notes?|focus|tempo|pac(?:e|ing)|framing|story"
        r"|moves?|author|name|outfit|age|who|sfx|time|t[ií]tulo|titel|titre|标题|画幅|タイトル)$",
        takes="logline",
        leaves="my story of anna",
    ),
    flags=re.IGNORECASE,
)
_SIGNS = ('"', "“", "_", "\n-", "\n -", "\n  -")
_LEAST = 0.7  # of the lines have a key or belong to a list
_LEAST_MARKS = 2  # lines that nobody writes in prose


@dataclass
class _Open:
    """A key without a value, or an item of a list, whose lines are to come."""

    indent: int
    holder: _Node
    key: str
    is_item: bool = False
    node: _Node = field(default_factory=dict)
    inner: int | None = None  # the indentation of its lines


def pasted_yaml(prompt: str) -> tuple[str, list[Any]]:
    """What stands before the YAML of `prompt`, and the object that it is; a prompt without YAML
    stays as it was written, beside no object."""
    if not any(sign in prompt for sign in _SIGNS):  # quick to tell, and true of most
        return prompt, []
    lines = (line.rstrip() for line in prompt.split("\n"))
    read = [_LINE.match(line) for line in lines if line and not _SKIPPED.match(line)]
    told = [line for line in read if line]
    keys = [line for line in told if line["key"]]
    formed = [line for line in told if line["key"] or line["dash"]]
    if len(keys) < 2 or len(formed) < _LEAST * len(told) or _marks(formed) < _LEAST_MARKS:
        return prompt, []
    begin = told.index(keys[0])
    return "\n".join(line[0] for line in told[:begin]), [_tree(told[begin:])]


def _marks(lines: Sequence[re.Match[str]]) -> int:
    """How many lines are like those of a program: keys_of_one, lists in brackets, items of one
    form, or values of a form in quotes, unless they are said or written."""
    dashed = Counter(line["key"] for line in lines if line["dash"] and line["key"])
    marks, key = 0, ""
    for line in lines:
        key = line["key"] or key
        marks += dashed[line["key"]] > 1 or _is_marked(key, line)
    return marks


def _is_marked(key: str, line: re.Match[str]) -> bool:
    if _SNAKE.fullmatch(line["key"] or "") or _LIST.match(line["value"]):
        return True
    form = describes(key) or is_heading(key) or bool(_USUAL.match(key))
    speech = is_key(key, "speech", "lettering", "numbered shot") or bool(
        LABELLED.match(key.lower())
    )
    return form and not speech and bool(_IN_QUOTES.match(line["value"]))


def _tree(lines: Sequence[re.Match[str]]) -> _Node:
    root: _Node = {}
    opened: list[_Open] = []
    last: tuple[_Node, str] | None = None
    for line in lines:
        if not (line["key"] or line["dash"]):
            _go_on(last, line["value"])
            continue
        while opened and not _belongs(opened[-1], line):
            opened.pop()
        last = _add(root, opened, line)
    return root


def _belongs(top: _Open, line: re.Match[str]) -> bool:
    """Whether a line is inside of what was opened last; one at the same place is where it can only
    have lost its indentation."""
    indent = len(line["indent"])
    if indent != top.indent:
        return indent > top.indent
    if line["dash"]:
        return not top.is_item
    lost = top.inner in (None, top.indent) and line["value"] not in _BLOCK
    return lost and (top.is_item or is_key(top.key, "speech", "no", "lettering", "things"))


def _add(root: _Node, opened: list[_Open], line: re.Match[str]) -> tuple[_Node, str] | None:
    """Puts a line where it belongs, and gives the place of its value."""
    indent, key, value = len(line["indent"]), line["key"], line["value"]
    top = opened[-1] if opened else _Open(-1, root, "", node=root)
    top.inner = indent
    if line["dash"]:
        items = top.holder.setdefault(top.key, [])
        items = items if isinstance(items, list) else []
        top.holder[top.key] = items
        if not key:
            items.append(_value("", value))
            return None
        top = _Open(indent, top.holder, top.key, is_item=True)
        items.append(top.node)
        opened.append(top)
    elif top.holder.get(top.key) is None and top.node is not root:
        top.holder[top.key] = top.node
    if value in _BLOCK:
        opened.append(_Open(indent, top.node, key))
        return top.node, key
    before = top.node.get(key)
    now = _value(key, value)
    both = isinstance(before, str) and isinstance(now, str)
    top.node[key] = f"{before}. {now}" if both else now
    return top.node, key


def _go_on(last: tuple[_Node, str] | None, words: str) -> None:
    if last is None:
        return
    node, key = last
    before = node.get(key)
    if before is None or isinstance(before, str):
        node[key] = f"{before or ''} {words.strip()}".strip()


def _value(key: str, value: str) -> Any:
    """A value without its quotes, but for those of a key that may be the name of who speaks."""
    if listed := _LIST.match(value):
        return [*_items(listed["items"])]
    whole = _IN_QUOTES.match(value)
    name = (key[:1].isupper() or not key.isascii()) and not (describes(key) or has_a_kind(key))
    if whole and (_USUAL.match(key) or is_heading(key) or not name):
        return next((words for words in whole.groups() if words), "")
    return value.strip()


def _items(listed: str) -> Iterator[str]:
    for item in _ITEM.finditer(listed):
        words = next((each for each in item.groups() if each), "").strip(" ]")
        if words:
            yield words
